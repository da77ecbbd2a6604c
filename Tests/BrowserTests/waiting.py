"""Pages that say that something is being worked out, and come back by themselves."""

import time

from selenium.common.exceptions import WebDriverException

BUSY = ["Een ogenblik", "One moment"]


def settle(browser):
    """Waits until the page shows what it was asked for; with scripts off, too, as it is a header that brings it back."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            heading = browser.script(
                "return document.readyState === 'complete' && document.querySelector('h1')?.textContent")
            if heading and heading not in BUSY:
                return
        except WebDriverException:
            pass  # Between two pages there is nothing to look at.
        time.sleep(0.1)
    raise AssertionError(f"{browser.address} is still being worked out")
