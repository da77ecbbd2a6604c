"""The language server as a program, over real pipes: python3 -m unittest discover -s Tests/AnalystLanguageServerTests/Python

ANALYST names the program; without it the one that `swift build` makes is used.
"""

import json
import os
import pathlib
import queue
import shutil
import subprocess
import tempfile
import threading
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = os.environ.get("ANALYST", str(ROOT / ".build" / "debug" / "analyst"))
# So many seconds an answer may take before something is wrong; no test tells how fast it is.
PATIENCE = 120


class Client:
    """An editor: it writes messages and reads what comes back."""

    def __init__(self, rules, *arguments):
        self.process = subprocess.Popen(
            [PROGRAM, "rules", "language-server", "--rules", str(rules), "--lang", "en", "--date", "2026-11-01", *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.rules = rules
        self.inbox = queue.Queue()
        self.number = 0
        self.versions = {}
        self.seen = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = None
            while True:
                line = stream.readline()
                if not line:
                    self.inbox.put(None)
                    return
                if line == b"\r\n":
                    break
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            self.inbox.put(json.loads(stream.read(length)))

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    @staticmethod
    def frame(message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    def tell(self, method, **params):
        self.write(self.frame({"method": method, "params": params}))

    def ask(self, method, **params):
        self.number += 1
        self.write(self.frame({"id": self.number, "method": method, "params": params}))
        return self.answer(self.number)

    def answer(self, number):
        return self.wait(lambda message: message.get("id") == number and "method" not in message)

    def wait(self, wanted):
        end = time.monotonic() + PATIENCE
        while True:
            message = self.inbox.get(timeout=max(0.1, end - time.monotonic()))
            if message is None:
                raise AssertionError("the server ended: " + self.process.stderr.read().decode())
            self.seen.append(message)
            if wanted(message):
                return message

    def start(self, **capabilities):
        answer = self.ask("initialize", capabilities=capabilities)
        self.tell("initialized")
        return answer["result"]

    def stop(self):
        self.ask("shutdown")
        self.tell("exit")
        return self.process.wait(PATIENCE)

    def uri(self, name):
        return (self.rules / name).as_uri()

    def open(self, name, text):
        self.versions[name] = 1
        self.tell("textDocument/didOpen", textDocument={
            "uri": self.uri(name), "languageId": "yaml", "version": 1, "text": text})

    def change(self, name, text, start=None, end=None):
        self.versions[name] += 1
        change = {"text": text}
        if start is not None:
            change["range"] = {"start": dict(zip(("line", "character"), start)), "end": dict(zip(("line", "character"), end))}
        return self.frame({"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": self.uri(name), "version": self.versions[name]}, "contentChanges": [change]}})

    def diagnostics(self, name, version):
        return self.wait(
            lambda message: message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["uri"] == self.uri(name) and message["params"].get("version") == version
        )["params"]["diagnostics"]


class LanguageServerTest(unittest.TestCase):
    NAME = "wonen/wonen.yaml"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.rules = pathlib.Path(folder.name).resolve() / "rules"
        shutil.copytree(ROOT / "rules", self.rules)
        self.text = (self.rules / self.NAME).read_text()
        self.client = Client(self.rules)
        self.addCleanup(self.client.process.stdout.close)
        self.addCleanup(self.client.process.stderr.close)
        self.addCleanup(self.client.process.stdin.close)
        self.addCleanup(self.client.process.kill)
        self.client.start()
        self.client.open(self.NAME, self.text)

    def position(self, part, plus=0):
        before = self.text[: self.text.index(part)]
        line = before.count("\n")
        return {"line": line, "character": len(before) - before.rfind("\n") - 1 + plus}

    def test_a_mistake_is_told_and_mended_and_the_end_is_clean(self):
        wrong = self.text.replace("corporatiewoningen > grens", "corporatiewoning > grens", 1)
        self.client.write(self.client.change(self.NAME, wrong))
        messages = [d["message"] for d in self.client.diagnostics(self.NAME, 2)]
        self.assertTrue(any("did you mean ‘corporatiewoningen’?" in message for message in messages), messages)
        self.client.write(self.client.change(self.NAME, self.text))
        self.assertEqual(self.client.diagnostics(self.NAME, 3), [])
        self.assertEqual(self.client.stop(), 0)

    def test_rapid_typing_ends_with_what_is_typed_last(self):
        place = self.position("corporatiewoningen > grens")
        start = (place["line"], place["character"])
        for number in range(200):
            self.client.write(self.client.change(self.NAME, "x", start, start))
        messages = self.client.diagnostics(self.NAME, 201)
        self.assertTrue(any("x" * 200 in d["message"] for d in messages))
        told = [m for m in self.client.seen if m.get("method") == "textDocument/publishDiagnostics"]
        self.assertLess(len(told), 190, "changes that wait are taken together")

    def test_questions_while_typing_are_answered_and_can_be_taken_back(self):
        place = self.position("corporatiewoningen > grens", 3)
        asked = []
        for number in range(1000, 1020):
            self.client.write(self.client.change(self.NAME, " ", (0, 0), (0, 0)) + self.client.change(self.NAME, "", (0, 0), (0, 1)))
            self.client.write(Client.frame({"id": number, "method": "textDocument/hover", "params": {
                "textDocument": {"uri": self.client.uri(self.NAME)}, "position": place}}))
            self.client.write(Client.frame({"method": "$/cancelRequest", "params": {"id": number}}))
            asked.append(number)
        for number in asked:
            answer = self.client.answer(number) if not any(m.get("id") == number for m in self.client.seen) else {"result": 1}
            self.assertTrue("result" in answer or answer["error"]["code"] == -32800, answer)

    def test_broken_frames_cost_no_more_than_themselves(self):
        for broken in (b"Content-Length: 5\r\n\r\n{{{{{", b"Hello: world\r\n\r\n", b"Content-Length: abc\r\n\r\n",
                       b"Content-Length: 2\r\n\r\n\xff\xfe", b"Content-Length: 9999999999\r\n\r\n"[:0]):
            self.client.write(broken)
        self.assertIn("result", self.client.ask(
            "textDocument/foldingRange", textDocument={"uri": self.client.uri(self.NAME)}))

    def test_a_huge_file_is_edited(self):
        head, rules = self.text.split("\nrules:\n", 1)
        one = "  - rule: r%d\n    title: { nl: a, en: a }\n    source: [{ ref: achtergrondkennis, finding: ACH-31 }]\n" \
              "    strength: judgement\n    when:\n      - corporatiewoningen > %d\n    then:\n" \
              "      - problem: { code: eenzijdige-voorraad, severity: 1, certainty: 1 }\n"
        huge = self.text + "".join(one % (n, n % 90) for n in range(4000))
        self.client.write(self.client.change(self.NAME, huge))
        self.client.diagnostics(self.NAME, 2)
        self.client.write(self.client.change(self.NAME, "rullset", (0, 0), (0, 7)))
        self.assertNotEqual(self.client.diagnostics(self.NAME, 3), [])

    def test_a_casebook_is_checked_while_it_is_typed_with_codes_to_choose_from_and_their_meaning(self):
        shutil.copytree(ROOT / "casebooks", self.rules.parent / "casebooks")
        shutil.copytree(ROOT / "sheets/areas", self.rules.parent / "sheets/areas")
        name = "../casebooks/acht-gebieden/cases/overvecht.yaml"
        file = (self.rules / name).resolve()
        text = file.read_text()
        client = Client(self.rules)
        for end in (client.process.stdout.close, client.process.stderr.close, client.process.stdin.close, client.process.kill):
            self.addCleanup(end)
        client.start()
        client.uri = lambda _: file.as_uri()
        client.open(name, text)

        def place(part, plus=0, text=text):
            before = text[: text.index(part)]
            return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1 + plus}

        def diagnosed(new):
            client.write(client.change(name, new))
            return [(d["code"], d["message"]) for d in client.diagnostics(name, client.versions[name])]

        # A figure that is no longer told: what is expected does not follow from the text any more.
        told = "figures: [bijstand, arbeidsongeschikt, ww]"
        self.assertIn(told, text)
        found = diagnosed(text.replace(told, "figures: [bijstnd, arbeidsongeschikt, ww]"))
        self.assertTrue(any(code == "casebook/no-figure" and "did you mean ‘bijstand’?" in words for code, words in found), found)
        found = diagnosed(text.replace("points: 50", "points: 40"))
        self.assertEqual([code for code, _ in found], ["casebook/weights"])
        found = diagnosed(text.replace("points: 50", "points: 60").replace("points: 30", "points: 20"))
        self.assertEqual([code for code, _ in found], ["casebook/one-exercise-passes"])
        self.assertEqual(diagnosed(text), [])

        document = {"uri": file.as_uri()}
        typed = text.replace(told, "figures: [bij")
        client.write(client.change(name, typed))
        items = client.ask("textDocument/completion", textDocument=document, position=place("figures: [bij", 13, typed))
        self.assertIn("bijstand", [item["label"] for item in items["result"]["items"]])
        typed = text.replace("kind: problems", "kind: ")
        client.write(client.change(name, typed))
        items = client.ask("textDocument/completion", textDocument=document, position=place("kind: ", 6, typed))
        self.assertEqual(len(items["result"]["items"]), 15)
        client.write(client.change(name, text))
        hover = client.ask("textDocument/hover", textDocument=document, position=place(told, 11))
        self.assertIn("Residents on social assistance", hover["result"]["contents"]["value"])
        hover = client.ask("textDocument/hover", textDocument=document, position=place("level: 1", 1))
        self.assertIn("how hard it is", hover["result"]["contents"]["value"])
        self.assertEqual(client.stop(), 0)

    def test_lenses_come_when_the_background_has_looked(self):
        client = Client(self.rules)
        # The last one goes first: a stream that is still read cannot be closed.
        for end in (client.process.stdout.close, client.process.stderr.close, client.process.stdin.close, client.process.kill):
            self.addCleanup(end)
        client.start(workspace={"codeLens": {"refreshSupport": True}})
        client.open(self.NAME, self.text)
        client.wait(lambda message: message.get("method") == "workspace/codeLens/refresh")
        lenses = client.ask("textDocument/codeLens", textDocument={"uri": client.uri(self.NAME)})["result"]
        titles = [lens["command"]["title"] for lens in lenses]
        self.assertTrue(any("cases pass" in title or "case passes" in title for title in titles), titles[:5])

    def test_journey_7_an_advisor_changes_a_threshold_sees_cases_and_areas_change_and_adds_an_example(self):
        # Areas are counted in the sheets beside the rules.
        shutil.copytree(ROOT / "sheets/areas", self.rules.parent / "sheets/areas")
        client = Client(self.rules, "--sheet", str(ROOT / "sheets/areas/heerlen-noord.yaml"))
        for end in (client.process.stdout.close, client.process.stderr.close, client.process.stdin.close, client.process.kill):
            self.addCleanup(end)
        client.start(workspace={"codeLens": {"refreshSupport": True}})
        client.open(self.NAME, self.text)

        def lenses():
            """The titles above the rule, once they are about the text of now."""
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end:
                found = client.ask("textDocument/codeLens", textDocument={"uri": client.uri(self.NAME)})["result"]
                line = self.position("- rule: eenzijdige-voorraad-corporatie")["line"]
                titles = [lens["command"]["title"] for lens in found if lens["range"]["start"]["line"] == line]
                if titles and not any("…" in title for title in titles):
                    return titles
                time.sleep(0.2)
            raise AssertionError("the lenses are still being worked out")

        self.assertTrue(any("cases pass" in title for title in lenses()))
        # Where the threshold is declared, from the condition that reads it.
        declared = client.ask(
            "textDocument/definition", textDocument={"uri": client.uri(self.NAME)},
            position=self.position("corporatiewoningen > grens_corporatiewoningen\n", len("corporatiewoningen > gr")))["result"]
        self.assertEqual([place["range"]["start"]["line"] for place in declared],
                         [self.position("grens_corporatiewoningen:")["line"]])
        # The slip, its fix, and the new threshold.
        slip = self.text.replace("corporatiewoningen > grens_corporatiewoningen\n", "corporatiewoningn > grens_corporatiewoningen\n")
        client.write(client.change(self.NAME, slip))
        [mistake] = client.diagnostics(self.NAME, 2)
        fixes = client.ask(
            "textDocument/codeAction", textDocument={"uri": client.uri(self.NAME)}, range=mistake["range"],
            context={"diagnostics": [mistake]})["result"]
        self.assertTrue(fixes)
        new = self.text.replace("2015-01-01: 67 }", "2015-01-01: 70 }")
        client.write(client.change(self.NAME, new))
        self.assertEqual(client.diagnostics(self.NAME, 3), [])
        titles = lenses()
        self.assertTrue(any("cases fail" in title for title in titles), titles)
        self.assertTrue(any("areas change" in title for title in titles), titles)
        # An example for the new threshold.
        cases = "wonen/wonen.cases.yaml"
        text = (self.rules / cases).read_text()
        example = (
            "\n  - case: corporatie-onder-de-nieuwe-grens\n    like: op-de-grens\n"
            "    given: { figures: { corporatiewoningen: 69 } }\n    expect: [{ problem:eenzijdige-voorraad: refuted }]\n")
        client.open(cases, text)
        client.write(client.change(cases, text.rstrip() + "\n" + example.replace("refuted", "refused")))
        self.assertNotEqual(client.diagnostics(cases, 2), [])
        client.write(client.change(cases, text.rstrip() + "\n" + example))
        self.assertEqual(client.diagnostics(cases, 3), [])
        self.assertEqual(client.stop(), 0)

    def test_the_end_of_the_input_ends_the_server(self):
        self.client.process.stdin.close()
        self.assertEqual(self.client.process.wait(PATIENCE), 1)

    def test_what_a_keystroke_costs(self):
        """Prints the time from a change to what is told of it; it decides nothing."""
        times = []
        place = self.position("corporatiewoningen > grens")
        start = (place["line"], place["character"])
        for number in range(20):
            new, end = ("x", start) if number % 2 == 0 else ("", (start[0], start[1] + 1))
            message = self.client.change(self.NAME, new, start, end)
            begin = time.perf_counter()
            self.client.write(message)
            self.client.diagnostics(self.NAME, number + 2)
            times.append((time.perf_counter() - begin) * 1000)
        times.sort()
        print(f"\none keystroke to diagnostics: median {times[10]:.0f} ms, worst {times[-1]:.0f} ms")


if __name__ == "__main__":
    unittest.main()
