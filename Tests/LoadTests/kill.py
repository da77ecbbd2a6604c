"""Whether every answer that was confirmed is there after the program is killed, without a word of warning.

    python3 Tests/LoadTests/kill.py [--count 1000] [--seconds 0] [--seed 1]

Rounds in a browser and in a terminal take turns. In each a person answers questions of a dossier one after another, chosen by the
seed, and after a random time the program is killed (SIGKILL). In a browser an answer is confirmed when the server leads on to another
page; in a terminal, when the program says so. Then the database is read: its checks must be clean, and each confirmed answer must
be there with the very value that was given.
"""

import argparse
import html
import http.client
import os
import random
import re
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tests" / "BrowserTests"), str(ROOT / "Tests" / "LoadTests")]

from load import CHOICE, FIELD, FORM, Person, make_dossiers  # noqa: E402
from server import DAY, Server, program  # noqa: E402

ROUNDS = 20
# How an answer of a form stands in the database.
KEPT = {"yes": "value: true", "no": "value: false", "unknown": "value: unknown", "not-applicable": "value: not-applicable"}
# What the terminal says that it kept, and how that stands in the database.
TOLD = {"ja": "value: true", "nee": "value: false", "weet ik niet": "value: unknown"}


class Journal:
    """What was confirmed, by dossier and question: the last value alone counts."""

    def __init__(self, database: Path):
        self.database = database
        self.answers: dict[tuple[str, str], str] = {}
        self.count = 0

    def confirm(self, dossier: str, question: str, value: str):
        self.answers[dossier, question] = value
        self.count += 1

    def lost(self, unsure: tuple[str, str] | None) -> list[str]:
        """The confirmed answers that are not there; one may be newer: the one on its way when the program was killed."""
        with sqlite3.connect(self.database, timeout=30) as base:
            state = base.execute("PRAGMA integrity_check").fetchone()[0]
            lines = {(dossier, question): line for dossier, question, line in base.execute(
                "SELECT dossier, question, line FROM answer ORDER BY position")}
        base.close()
        lost = [] if state == "ok" else [f"the database says: {state}"]
        for key, value in self.answers.items():
            if key != unsure and value not in lines.get(key, ""):
                lost.append(f"{key}: {value} was confirmed, and there is {lines.get(key)}")
        return lost


class Browsing:
    """A person in a browser; the server is killed by another thread."""

    def __init__(self, server: Server, dossier: str, journal: Journal):
        self.server, self.dossier, self.journal = server, dossier, journal
        self.unsure = None
        self.began = threading.Event()

    def run(self, chance: random.Random):
        person = Person(self.server.address)
        try:
            _, _, page = person.open(f"/dossiers/{self.dossier}/next?in=first")
            self.began.set()
            while True:
                form = FORM.search(page)
                if not form:
                    _, _, page = person.open(f"/dossiers/{self.dossier}")
                    parts = re.findall(r'href="([^"]*/next\?in=[^"]*)"', page)
                    if not parts:
                        return
                    _, _, page = person.open(html.unescape(chance.choice(parts)))
                    continue
                action = html.unescape(form[1])
                question = re.search(r"/questions/([a-z0-9_.-]+)", action)[1]
                choices = [choice for choice in CHOICE.findall(page) if choice in KEPT and choice != "not-applicable"]
                choice = chance.choice(choices)
                fields = {html.unescape(name): html.unescape(value) for name, value in FIELD.findall(page)}
                fields |= {"answer": choice, "do": "save"}
                if 'name="reason"' in page:
                    fields["reason"] = "een betere telling"
                self.unsure = (self.dossier, question)
                status, location, page = person.ask("POST", action, fields)
                if status == 303:
                    self.journal.confirm(self.dossier, question, KEPT[choice])
                    self.unsure = None
                _, _, page = person.follow(status, location, page)
        except (OSError, http.client.HTTPException):
            return  # The server is gone.
        finally:
            self.began.set()


class Typing:
    """A person in a terminal, who is told that an answer is kept."""

    def __init__(self, server: Server, dossier: str):
        self.database = server.database
        self.dossier = dossier
        # As the program told them, in order.
        self.confirmed: list[str] = []
        self.began = threading.Event()
        self.process = subprocess.Popen(
            [program(), "ask", dossier, "--database", server.database, "--rules", ROOT / "rules", "--date", DAY],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT,
            env={**os.environ, "LANG": "nl_NL.UTF-8"})

    @staticmethod
    def kept(database: Path, dossier: str) -> list[str]:
        """What the history of a dossier says of its answers, the first first."""
        with sqlite3.connect(database, timeout=30) as base:
            rows = base.execute(
                "SELECT latter FROM change WHERE dossier = ? AND kind = 'answered' ORDER BY number", [dossier]).fetchall()
        base.close()
        return [row[0] or "" for row in rows]

    def answer(self, word: str):
        self.began.set()
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def run(self, chance: random.Random):
        """Answers until the program is gone."""
        try:
            while line := self.process.stdout.readline():
                if told := re.match(r"Opgeslagen: (.*)\.$", line):
                    self.confirmed.append(TOLD[told[1]])
                if line.startswith("  1. Ja"):
                    self.answer(chance.choice("jnw"))
                elif line.startswith("Typ een getal"):
                    self.answer("w")
        except OSError:
            return
        finally:
            self.began.set()


def browse(server, dossier, journal, chance) -> list[str]:
    server.start().wait_for_rules()
    browsing = Browsing(server, dossier, journal)
    person = threading.Thread(target=browsing.run, args=(random.Random(chance.random()),))
    person.start()
    browsing.began.wait(60)
    time.sleep(chance.uniform(0, 1))
    server.process.kill()
    server.process.wait()
    person.join()
    server.stop()
    return journal.lost(browsing.unsure)


def type_answers(server, dossier, journal, chance) -> list[str]:
    before = len(Typing.kept(server.database, dossier))
    typing = Typing(server, dossier)
    person = threading.Thread(target=typing.run, args=(random.Random(chance.random()),))
    person.start()
    typing.began.wait(60)
    time.sleep(chance.uniform(0, 1))
    typing.process.kill()
    typing.process.wait()
    person.join()
    typing.process.stdout.close()
    try:
        typing.process.stdin.close()
    except OSError:
        pass  # What was on its way to the program goes nowhere.
    journal.count += len(typing.confirmed)
    lost = journal.lost(None)
    kept = Typing.kept(server.database, dossier)[before:]
    for number, value in enumerate(typing.confirmed):
        if number >= len(kept) or value not in kept[number]:
            lost.append(f"{dossier}: {value} was confirmed in the terminal, and there is {kept[number:number + 1]}")
    return lost


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=0, help="stop after so long; 0: never")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    server = Server().start().wait_for_rules()
    try:
        # A dossier has questions for so many rounds at least.
        dossiers = make_dossiers(server.address, 2 * (options.count // ROUNDS + 1))
        journal = Journal(server.database)
        server.stop()
        start = time.monotonic()
        rounds = 0
        for rounds in range(1, options.count + 1):
            pair = 2 * (rounds // ROUNDS)
            if rounds % 2:
                lost = browse(server, dossiers[pair], journal, chance)
            else:
                lost = type_answers(server, dossiers[pair + 1], journal, chance)
            if lost:
                print(f"seed {options.seed}, round {rounds}: answers are lost", *lost[:10], sep="\n  ")
                return 1
            if rounds % 100 == 0:
                print(f"{rounds} kills, {journal.count} answers confirmed, none lost", flush=True)
            if options.seconds and time.monotonic() - start > options.seconds:
                break
        print(f"{rounds} kills in {time.monotonic() - start:.0f} s, {journal.count} answers confirmed, none lost")
        return 0 if journal.count else 1
    finally:
        server.remove()


if __name__ == "__main__":
    sys.exit(main())
