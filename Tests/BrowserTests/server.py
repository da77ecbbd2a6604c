"""The program under test: starts `analyst serve` on a free port, with its own database, and stops it; runs commands."""

import os
import re
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The day of every analysis, so that pages and approved texts do not change with the calendar.
DAY = "2026-11-01"


def program() -> Path:
    """The program that was built: ANALYST_PROGRAM, else that of a debug build."""
    return Path(os.environ.get("ANALYST_PROGRAM", ROOT / ".build" / "debug" / "analyst")).resolve()


def run(*words: str, answers: str = "", folder: Path | None = None) -> subprocess.CompletedProcess:
    """Runs a command of the program to its end; `answers` is what a person types."""
    return subprocess.run(
        [program(), *words], input=answers, cwd=folder or ROOT, capture_output=True, text=True, timeout=240,
        env={**os.environ, "NO_COLOR": "1"})


def has_web_pages() -> bool:
    """Whether the program has a command that serves pages."""
    return run("serve", "--help").stdout.startswith("analyst serve")


class Server:
    """A running server. Its dossiers lie in a folder that goes with it."""

    def __init__(self, sheets: Path | None = None, *options: str, rules: Path = ROOT / "rules"):
        self.options = options
        self.rules = rules
        self.folder = tempfile.TemporaryDirectory(prefix="analyst-browser-")
        self.database = Path(self.folder.name) / "dossiers.sqlite"
        self.sheets = sheets or ROOT / "sheets"
        self.log = Path(self.folder.name) / "log"
        self.process = None
        self.address = ""

    def start(self) -> "Server":
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [program(), "serve", "--port", "0", "--database", self.database, "--rules", self.rules,
                 "--sheets", self.sheets, "--rule-versions", Path(self.folder.name) / "versions", "--date", DAY,
                 *self.options],
                stdout=subprocess.PIPE, stderr=log, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found, f"the server does not say where it listens: {line!r} {self.log.read_text()}"
        self.address = found[0]
        return self

    def wait_for_rules(self) -> "Server":
        """Waits until the rules are read: before that, pages of a dossier ask for patience."""
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{self.address}/dossiers/aaaaaaaaaaaaaaaaaaaa")
            except urllib.error.HTTPError as error:
                if error.code != 503:
                    return self
            time.sleep(0.1)
        raise AssertionError("the server did not read its rules within a minute")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)
        if self.process:
            self.process.stdout.close()
        self.process = None

    def restart(self):
        self.stop()
        return self.start().wait_for_rules()

    def remove(self):
        self.stop()
        self.folder.cleanup()

    def run(self, *words: str, answers: str = "") -> subprocess.CompletedProcess:
        """Runs a command of the program on the dossiers of this server; it analyses them on the same day."""
        day = ["--date", DAY] if words[0] in ["ask", "analyse"] else []
        return run(*words, *day, "--database", str(self.database), answers=answers)
