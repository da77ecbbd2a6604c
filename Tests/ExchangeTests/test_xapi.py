"""Statements of the Experience API, read by a library of others and held against the specification. Run: make exchange-tests

The specification is "Experience API", version 1.0.3 (ADL), part two: actor, verb, object and score with what each must have;
nothing else; identifiers that are absolute IRIs; language maps with language tags; times in ISO 8601 with an offset.
"""

import datetime
import json
import re
import unittest

import tincan
from program import Folder, analyst

IRI = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`]+\Z")
VERBS = {f"http://adlnet.gov/expapi/verbs/{name}" for name in ("answered", "completed", "passed", "failed")}
TYPES = {f"http://adlnet.gov/expapi/activities/{name}" for name in ("cmi.interaction", "assessment")}


class StatementTest(unittest.TestCase):
    def statements(self, book, case, *sheets):
        folder = Folder(self)
        files = []
        for number, lines in enumerate(sheets):
            file = folder / f"linde-{number}.yaml"
            analyst("casebook", "exercise", book, case, "--answers", str(file), "--lang", "en", text="\n".join([*lines, "y", ""]))
            files.append(str(file))
        return json.loads(analyst("casebook", "export", book, case, *files, "--format", "xapi"))

    def all(self):
        one = self.statements("acht-gebieden", "overvecht", ["40", "41", "", "11", "", "1", ""], ["3", "", "", ""])
        # A part that waits for the trainer.
        two = self.statements("acht-gebieden", "zaanstad-oost", ["40", "", "", "", ""])
        self.assertEqual((len(one), len(two)), (8, 5))
        return one + two

    def test_a_strict_library_reads_each_statement_and_writes_it_the_same(self):
        for written in self.all():
            read = tincan.Statement(json.loads(json.dumps(written)))
            self.assertIsInstance(read.object, tincan.Activity)
            again = json.loads(read.to_json(tincan.Version.latest))
            for key in ("actor", "verb", "result"):
                self.assertEqual(self.bare(again[key]), self.bare(written[key]))
            self.assertEqual(again["object"]["id"], written["object"]["id"])
            self.assertEqual(again["object"]["definition"]["name"], written["object"]["definition"]["name"])

    @staticmethod
    def bare(value):
        """Numbers alike, and what is left out as good as what is nothing."""
        if isinstance(value, dict):
            return {key: StatementTest.bare(inner) for key, inner in value.items() if inner is not None}
        return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value

    def test_the_library_refuses_what_is_no_statement(self):
        with self.assertRaises(Exception):
            tincan.Statement({**self.statements("acht-gebieden", "overvecht", ["", "", ""])[0], "mark": 3})

    def test_each_statement_has_what_the_specification_asks_and_nothing_else(self):
        for statement in self.all():
            self.assertEqual(set(statement) - {"id", "actor", "verb", "object", "result", "timestamp"}, set())
            actor = statement["actor"]
            self.assertEqual(set(actor), {"objectType", "account"}, "one way to tell who it is, and it is no person")
            self.assertEqual((actor["objectType"], set(actor["account"])), ("Agent", {"homePage", "name"}))
            self.assertRegex(actor["account"]["homePage"], IRI)
            self.assertRegex(actor["account"]["name"], r"linde-\d\Z")
            self.assertIn(statement["verb"]["id"], VERBS)
            self.languages(statement["verb"]["display"])
            thing = statement["object"]
            self.assertEqual((thing["objectType"], set(thing)), ("Activity", {"objectType", "id", "definition"}))
            self.assertRegex(thing["id"], IRI)
            self.assertIn(thing["definition"]["type"], TYPES)
            self.languages(thing["definition"]["name"])
            result = statement["result"]
            self.assertEqual(set(result) - {"score", "success", "completion"}, set())
            score = result["score"]
            self.assertEqual(set(score), {"scaled", "raw", "min", "max"})
            self.assertTrue(-1 <= score["scaled"] <= 1)
            self.assertTrue(score["min"] <= score["raw"] <= score["max"] and score["min"] < score["max"])
            self.assertAlmostEqual(score["scaled"], score["raw"] / score["max"], delta=0.0001)
            for key in ("success", "completion"):
                self.assertIsInstance(result.get(key, True), bool)
            self.assertEqual(result.get("success"), {"passed": True, "failed": False}.get(statement["verb"]["id"].rsplit("/", 1)[1]))
            if "timestamp" in statement:
                self.assertIsNotNone(datetime.datetime.fromisoformat(statement["timestamp"]).tzinfo)

    def languages(self, texts):
        self.assertTrue(texts)
        for tag, text in texts.items():
            self.assertRegex(tag, r"[a-z]{2,3}(-[A-Za-z0-9]+)*\Z")
            self.assertTrue(text)


if __name__ == "__main__":
    unittest.main()
