"""How fast the server answers when many people work at once, and whether its memory stays flat.

    python3 Tests/LoadTests/load.py [--seconds 120] [--users 200] [--dossiers 500] [--pause 5]

Starts the program on a database of its own with so many dossiers. Each person has one of them, and answers a question every few
seconds: the form is sent, and the page that comes after it is read. Prints the median and the 99th percentile of that time, what
went wrong, and the memory of the server in the first and the second half.
"""

import argparse
import html
import http.client
import random
import re
import sys
import threading
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "BrowserTests"))

from server import Server  # noqa: E402

FIELD = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)"')
CHOICE = re.compile(r'<input type="radio" name="answer" id="[^"]*" value="([^"]*)"')
FORM = re.compile(r'<form id="question" method="post" action="([^"]*)"')


class Person:
    """Somebody at the server, with one connection that stays open and a cookie."""

    def __init__(self, address: str):
        self.host = urllib.parse.urlsplit(address).netloc
        self.origin = address
        self.cookie = ""
        self.connection = http.client.HTTPConnection(self.host, timeout=60)

    def ask(self, method: str, path: str, fields: dict | None = None) -> tuple[int, str, str]:
        """The status, where it leads to, and the page."""
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin,
                        "Sec-Fetch-Site": "same-origin"}
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        page = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookie = value.split(";")[0]
        return answer.status, answer.getheader("Location") or "", page

    def follow(self, status: int, location: str, page: str) -> tuple[int, str, str]:
        """What a browser shows in the end, with its address."""
        address = location
        for _ in range(5):
            if status != 303:
                break
            address = location.split("#")[0]
            status, location, page = self.ask("GET", address)
        return status, address, page

    def open(self, path: str) -> tuple[int, str, str]:
        status, location, page = self.ask("GET", path)
        return self.follow(status, location, page)


def make_dossiers(address: str, count: int) -> list[str]:
    """Dossiers from the sheets of the project, each on an area of its own."""
    sheets = sorted((ROOT / "sheets" / "areas").glob("*.yaml"))
    person = Person(address)
    names = []
    _, _, page = person.ask("GET", "/dossiers/new")
    token = dict(FIELD.findall(page))["token"]
    for number in range(count):
        text = sheets[number % len(sheets)].read_text()
        text = re.sub(r"^sheet: (.*)$", rf"sheet: \1-{number}", text, count=1, flags=re.M)
        status, location, page = person.ask("POST", "/dossiers/new", {
            "token": token, "text": text, "title": f"Dossier {number}"})
        assert status == 303, f"no dossier was made: {status} {page[:500]}"
        names.append(location.rsplit("/", 1)[1])
    return names


class Work:
    """What all people together measure."""

    def __init__(self):
        self.lock = threading.Lock()
        self.times: list[float] = []
        self.errors: list[str] = []

    def add(self, seconds: float):
        with self.lock:
            self.times.append(seconds)

    def fail(self, words: str):
        with self.lock:
            self.errors.append(words)


def answer_for_a_while(work: Work, address: str, dossier: str, seed: int, pause: float, seconds: float, start):
    chance = random.Random(seed)
    person = Person(address)
    try:
        status, _, page = person.open(f"/dossiers/{dossier}/next?in=first")
    except (OSError, http.client.HTTPException) as error:
        work.fail(f"{dossier}: {error!r}")
        page = ""
    # All begin at once, each with a question in front of them.
    start.wait()
    end = time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            time.sleep(pause * chance.uniform(0.5, 1.5))
            form = FORM.search(page)
            if not form:
                # The part or the first stop is done: go on with another part.
                status, _, page = person.open(f"/dossiers/{dossier}")
                parts = re.findall(r'href="([^"]*/next\?in=[^"]*)"', page)
                if status != 200 or not parts:
                    work.fail(f"{dossier}: no part to go on with ({status})")
                    return
                status, _, page = person.open(html.unescape(chance.choice(parts)))
                continue
            fields = {html.unescape(name): html.unescape(value) for name, value in FIELD.findall(page)}
            choices = [choice for choice in CHOICE.findall(page) if choice not in ["number", "not-applicable"]]
            fields |= {"answer": chance.choice(choices), "do": "save"}
            if 'name="reason"' in page:
                # A figure of a table is right.
                fields.pop("answer")
            sent = time.monotonic()
            status, location, answer = person.ask("POST", html.unescape(form[1]), fields)
            status, _, page = person.follow(status, location, answer)
            if status != 200:
                work.fail(f"{dossier}: {status} {re.sub('<[^>]*>', ' ', page)[:200]}")
                status, _, page = person.open(f"/dossiers/{dossier}/next?in=first")
            else:
                work.add(time.monotonic() - sent)
    except (OSError, http.client.HTTPException) as error:
        work.fail(f"{dossier}: {error!r}")


def memory(process: int) -> int:
    """The megabytes that the server has in memory."""
    text = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) // 1024


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--users", type=int, default=200)
    parser.add_argument("--dossiers", type=int, default=500)
    parser.add_argument("--pause", type=float, default=5)
    options = parser.parse_args()

    server = Server().start().wait_for_rules()
    try:
        start = time.monotonic()
        names = make_dossiers(server.address, options.dossiers)
        print(f"{len(names)} dossiers made in {time.monotonic() - start:.0f} s; "
              f"{options.users} people, an answer every {options.pause:g} s, for {options.seconds} s", flush=True)
        work = Work()
        begin = time.monotonic()
        start = threading.Barrier(options.users + 1)
        people = [
            threading.Thread(
                target=answer_for_a_while,
                args=(work, server.address, names[number % len(names)], number, options.pause, options.seconds, start))
            for number in range(options.users)]
        for person in people:
            person.start()
        start.wait()
        print(f"all have their first question after {time.monotonic() - begin:.0f} s", flush=True)
        halves: list[list[int]] = [[], []]
        begin = time.monotonic()
        while time.monotonic() < begin + options.seconds and server.process.poll() is None:
            halves[time.monotonic() - begin > options.seconds / 2].append(memory(server.process.pid))
            time.sleep(1)
        for person in people:
            person.join()
        if not work.times:
            print("no answer was taken", *work.errors[:5], sep="\n")
            return 1
        print(f"answers: {len(work.times)}; from answer to next page: median {percentile(work.times, 0.5) * 1000:.0f} ms, "
              f"99th percentile {percentile(work.times, 0.99) * 1000:.0f} ms, longest {max(work.times) * 1000:.0f} ms")
        for name, values in zip(["first", "second"], halves):
            if values:
                print(f"memory in the {name} half: {min(values)} to {max(values)} MB, "
                      f"{sum(values) / len(values):.0f} MB on average")
        print(f"errors: {len(work.errors)}")
        for error in work.errors[:10]:
            print("  " + error)
        return 1 if work.errors else 0
    finally:
        server.remove()


if __name__ == "__main__":
    sys.exit(main())
