"""The browser, with what the tests switch on it: scripts, width, spacing of text, paper, other colours."""

import os
import shutil
import time

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

WIDE = 1280
# What a reader may set without anything being lost (WCAG 2.2, 1.4.12).
WIDE_SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } "
    "p { margin-bottom: 2em !important; }")

LEADS_ELSEWHERE = """
const element = arguments[0];
return element.tagName === 'A' ? !element.getAttribute('href').startsWith('#') : element.type === 'submit';
"""


def programs() -> tuple[str | None, str | None]:
    """Where the browser and its driver are."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    return browser, os.environ.get("CHROMEDRIVER") or shutil.which("chromedriver")


class Browser:
    """Chromium without a window. It reaches no host but this machine."""

    def __init__(self, downloads: str | None = None):
        browser, driver = programs()
        options = Options()
        options.binary_location = browser
        for word in [
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--no-proxy-server",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", f"--window-size={WIDE},1000",
        ]:
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
        if downloads:
            options.add_experimental_option(
                "prefs", {"download.default_directory": downloads, "download.prompt_for_download": False})
        self.driver = webdriver.Chrome(options=options, service=Service(driver))
        self.driver.set_script_timeout(60)
        # As in a window that somebody works in.
        self.tell("Emulation.setFocusEmulationEnabled", enabled=True)

    def quit(self):
        self.driver.quit()

    # What is switched.

    def tell(self, command: str, **words):
        return self.driver.execute_cdp_cmd(command, words)

    def allow_scripts(self, allowed: bool):
        self.tell("Emulation.setScriptExecutionDisabled", value=not allowed)

    def set_width(self, width: int, height: int = 1000):
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def be_wide(self):
        self.tell("Emulation.clearDeviceMetricsOverride")

    def show_on(self, media: str = "", **features: str):
        """`print`, or the screen; with features such as `forced_colors="active"`."""
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.tell("Emulation.setEmulatedMedia", media=media, features=named)

    def reset(self):
        self.allow_scripts(True)
        self.show_on()
        self.be_wide()

    # What a person does.

    def open(self, address: str):
        self.driver.get(address)

    def forget(self):
        """No cookie is left, as for somebody who comes for the first time."""
        self.tell("Network.clearBrowserCookies")

    def back(self):
        self.driver.back()

    def find(self, selector: str):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def has(self, selector: str) -> bool:
        return bool(self.all(selector))

    def follow(self, text: str):
        """Presses the link or button that begins with the text."""
        for element in self.all("main a, main button, nav a, nav button, header a, header button, footer a"):
            if element.text.strip().startswith(text):
                self.go(element)
                return
        raise AssertionError(f"no link or button ‘{text}’ on ‘{self.title}’")

    def press(self, selector: str):
        """Presses a link, a button, or a choice."""
        element = self.find(selector)
        if self.script(LEADS_ELSEWHERE, element):
            self.go(element)
        else:
            element.click()

    def go(self, element):
        """Presses what leads to another page, and waits until that one is there."""
        self.leave(element.click)

    def leave(self, act):
        """Does what leads to another page, and waits until that one is there."""
        self.script("window.isLeft = true")
        act()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if self.script("return !window.isLeft && document.readyState === 'complete'"):
                    return
            except WebDriverException:
                pass  # Between two pages there is nothing to look at.
            time.sleep(0.02)
        raise AssertionError(f"no other page came after ‘{self.title}’")

    def type(self, selector: str, text: str):
        field = self.find(selector)
        field.clear()
        field.send_keys(text)

    # What a person sees.

    @property
    def title(self) -> str:
        return self.driver.title

    @property
    def address(self) -> str:
        return self.driver.current_url

    @property
    def heading(self) -> str:
        return self.find("h1").text

    @property
    def text(self) -> str:
        return self.find("main").text

    def wait(self, condition: str, seconds: float = 10):
        """Waits until a script says true; what never comes true fails with that script."""
        deadline = time.monotonic() + seconds
        while not self.script(condition):
            assert time.monotonic() < deadline, f"never true on ‘{self.title}’: {condition}"
            time.sleep(0.02)

    def script(self, text: str, *arguments):
        """Looks at the page; works with scripts of pages switched off, too."""
        return self.driver.execute_script(text, *arguments)
