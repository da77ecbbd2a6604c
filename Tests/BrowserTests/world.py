"""What the pages are looked at with: one server with dossiers in every state that a page can show."""

import re
import shutil
import sqlite3
import tempfile
import time
from pathlib import Path

from server import ROOT, Server
from visitor import Visitor

AREAS = ["heerlen-noord", "utrecht-overvecht", "lelystad-oost"]
PART = "wonen"
# Of the accounts of the server for a team.
PASSWORD = "een zin van vier woorden"
VOICES = ["bewoners", "ondernemers", "professionals"]


def new_dossier(visitor: Visitor, title: str, area: str, answers: str = "") -> str:
    """Makes a dossier from a sheet, with answers; gives its name."""
    sheet = (ROOT / "sheets" / "areas" / f"{area}.yaml").read_text()
    assert "answers: []" in sheet
    if answers:
        sheet = sheet.replace("answers: []", f"answers:\n{answers}")
    answer = visitor.send("/dossiers/new", text=sheet, title=title)
    if "/dossiers/new" in answer.address and answer.status == 200:
        # There is one of this area already: begin anew.
        answer = visitor.submit("/dossiers/new", answer.hidden())
    found = re.search(r"/dossiers/([a-z0-9]{20})$", answer.address)
    assert found, f"no dossier was made: {answer.status} {answer.address}"
    return found[1]


class World:
    def __init__(self):
        self.known: dict[str, bool] = {}
        self.sheets = tempfile.TemporaryDirectory(prefix="analyst-sheets-")
        for area in AREAS:
            shutil.copy(ROOT / "sheets" / "areas" / f"{area}.yaml", self.sheets.name)
        self.server = Server(Path(self.sheets.name)).start().wait_for_rules()
        self.visitor = Visitor(self.server)
        # Some pages come after a change; they change this dossier alone, so that the others stay as they are.
        self.changing = new_dossier(self.visitor, "Een dossier dat verandert", "lelystad-oost")
        self.find_questions()
        self.busy = new_dossier(self.visitor, "Heerlen-Noord", "heerlen-noord", self.answers())
        self.visitor.send(self.ask(self.other), answer="no", do_="save")
        self.closed = new_dossier(self.visitor, "Een gesloten dossier", "utrecht-overvecht")
        self.visitor.send(f"/dossiers/{self.closed}/close")
        self.gone = new_dossier(self.visitor, "Een verwijderd dossier", "lelystad-oost")
        self.visitor.send(f"/dossiers/{self.gone}/delete")
        self.version = self.make_version()
        self.empty = Server(Path(self.sheets.name)).start()
        self.broken = self.broken_server()
        self.team = self.team_server()

    # A file of rules that is short, and a rule in it.
    rule_file = "oorzaken/bestuur.yaml"
    rule = "versnipperde-aanpak"

    def make_version(self, title: str = "Een andere grens") -> str:
        """A version of the rules with one changed text; gives its path."""
        made = self.visitor.send("/rules/new", title=title)
        path = re.search(r"/rules/versions/[a-z0-9-]+$", made.address)[0]
        edit = f"{path}/edit?file={self.rule_file}"
        text = (ROOT / "rules" / self.rule_file).read_text()
        self.settled(edit)
        self.visitor.send(edit, text=text + "# Een opmerking.\n", do_="save")
        self.settled(path)
        return path

    def settled(self, path: str):
        """A page of the workbench, once what it tells is worked out."""
        for _ in range(600):
            answer = self.visitor.get(path)
            if "Refresh" not in answer.headers:
                return answer
            time.sleep(0.2)
        raise AssertionError(f"{path} is still being worked out")

    def team_server(self) -> Server:
        """A server with accounts."""
        server = Server(Path(self.sheets.name), "--team")
        made = server.run(
            "user", "add", "beheer", "--role", "worker", "--role", "administrator", answers=PASSWORD + "\n")
        assert made.returncode == 0, made.stderr
        return server.start()

    def find_questions(self):
        """A question of each kind: yes or no by a voice, a number, a figure that a table gives."""
        voices = self.questions("bewoners", "answer-yes", "reason", 5)
        self.yes_or_no, self.answered, self.small, self.skipped, self.other = voices
        [self.entrepreneurs] = self.questions("ondernemers", "answer-yes", "reason", 1)
        [self.professionals] = self.questions("professionals", "answer-yes", "reason", 1)
        [self.number] = self.questions(PART, "answer-number", "reason", 1)
        [self.figure] = self.questions(PART, "reason", None, 1)

    def has(self, page: str) -> bool:
        """Whether the server has a page of this name for a dossier."""
        if page not in self.known:
            self.known[page] = self.visitor.get(f"/dossiers/{self.changing}/{page}").status != 404
        return self.known[page]

    def questions(self, part: str, having: str, lacking: str | None, count: int) -> list[str]:
        """Questions of a part whose page has one thing and lacks another."""
        page = self.visitor.get(f"/dossiers/{self.changing}/parts/{part}")
        found = []
        for name in dict.fromkeys(re.findall(r"/questions/([a-z0-9_.]+)", page.text)):
            text = self.visitor.get(self.ask(name, self.changing)).text
            if f'id="{having}"' in text and (lacking is None or f'id="{lacking}"' not in text):
                found.append(name)
            if len(found) == count:
                return found
        raise AssertionError(f"too few questions with {having} in {part}")

    def answers(self) -> str:
        """Answers of every kind, as a sheet has them, so that the pages that show answers have something to show."""
        given = [
            (self.answered, "yes: 9, no: 3, method: bewonersavond, note: Er waren twee avonden."),
            (self.small, "yes: 3, no: 1"),
            (self.skipped, "value: skipped"),
            (self.other, "value: true"),
            (self.entrepreneurs, "value: true, people: 12"),
            (self.professionals, "value: unknown"),
        ]
        lines = []
        for name, value in given:
            voice, question = name.split(".", 1)
            lines.append(f"  - {{ question: {question}, perspective: {voice}, {value}, date: 2026-10-01 }}")
        return "\n".join(lines)

    def ask(self, question: str, dossier: str | None = None) -> str:
        """The address of a question."""
        part = question.split(".")[0]
        return f"/dossiers/{dossier or self.busy}/questions/{question}?in={part if part in VOICES else PART}"

    def ask_anew(self, question: str) -> str:
        """The address of a question without an answer, in the dossier that may change."""
        address = self.ask(question, self.changing)
        if 'name="do" value="clear"' in self.visitor.get(address).text:
            self.visitor.send(address, do_="clear")
        return address

    def broken_server(self) -> Server:
        """A server whose database cannot be read any longer."""
        server = Server(Path(self.sheets.name)).start()
        database = sqlite3.connect(server.database)
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if "dossier" in table.lower():
                database.execute(f"ALTER TABLE {table} RENAME TO {table}_away")
        database.commit()
        database.close()
        return server

    def remove(self):
        for server in [self.server, self.empty, self.broken, self.team]:
            server.remove()
        self.sheets.cleanup()
