"""What a person does on a journey, in the words of a person."""

import re

import pytest

from server import ROOT


class Traveller:
    """Somebody with a browser, at a server of her own journey."""

    def __init__(self, browser, server):
        self.browser = browser
        self.server = server

    def open(self, path: str):
        self.browser.open(path if path.startswith("http") else self.server.address + path)

    def start_dossier(self, area: str, title: str, answers: str = "") -> str:
        """Starts a dossier with the text of a sheet; gives its name."""
        sheet = (ROOT / "sheets" / "areas" / f"{area}.yaml").read_text()
        if answers:
            sheet = sheet.replace("answers: []", f"answers:\n{answers}")
        self.open("/dossiers/new")
        self.paste_sheet(sheet)
        self.browser.type("#title", title)
        self.browser.press("main form button")
        if self.browser.has("input[name=again]"):
            self.browser.press("main form button")
        return self.dossier

    def paste_sheet(self, text: str):
        self.browser.script("arguments[0].value = arguments[1]", self.browser.find("#text"), text)

    @property
    def dossier(self) -> str:
        found = re.search(r"/dossiers/([a-z0-9]{20})\b", self.browser.address)
        assert found, f"no dossier at {self.browser.address}: {self.browser.text[:300]}"
        return found[1]

    @property
    def question(self) -> str | None:
        """The question that is asked now; none on another page."""
        found = re.search(r"/questions/([a-z0-9_.]+)", self.browser.address)
        return found[1] if found else None

    def answer(self, choice: str = "yes", button: str = "save"):
        """Chooses an answer and saves it: `yes`, `no`, `unknown`, or a number."""
        if choice in ["yes", "no", "unknown"] and self.browser.has(f"#answer-{choice}"):
            self.browser.press(f"#answer-{choice}")
        else:
            number = choice if choice not in ["yes", "no"] else "10"
            self.browser.press("#answer-number")
            self.browser.type("#number", number)
        self.press(button)

    def press(self, button: str):
        self.browser.press(f"main button[name=do][value={button}]")

    def standing(self, question: str) -> str:
        """What the check page says of a question."""
        return self.browser.find(f"[id='q-{question}']").text

    def need(self, path: str, what: str):
        """Goes on only where the server has such a page."""
        self.open(path)
        if re.search(r"\b404-[0-9a-f]{8}\b", self.browser.text):
            pytest.skip(f"there is no page yet {what}")
