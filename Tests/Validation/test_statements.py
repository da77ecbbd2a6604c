"""Statements small enough to count by hand. Run: python3 -m unittest discover Tests/Validation"""

import unittest

from statements import basis, count, findings


def ground(figures=(), others=(), strength="oordeel van de makers, niet nagezocht", sources=("A-1",), certain=True):
    return {"figures": list(figures), "findings": list(others), "strength": strength, "sources": list(sources), "certain": certain}


def finding(identity, *grounds, state="found", because=("Zo is het.",), waits=()):
    return {
        "id": identity, "state": state, "because": list(because), "grounds": list(grounds), "waitsFor": list(waits),
        "notInForce": None,
    }


def analysis(*items):
    blocks = [{"kind": "findings", "findings": list(items[:1])}]
    blocks.append({"kind": "details", "blocks": [{"kind": "findings", "findings": list(items[1:])}]})
    return {"id": "area", "date": "2026-11-01", "parts": [{"blocks": blocks}]}


class StatementTests(unittest.TestCase):
    poverty = finding("problem:poverty", ground(figures=["Lage inkomens: 58 % (CBS)"]))
    link = finding("link:poverty,debt", ground(others=["problem:poverty"]))
    unheard = finding("view:unheard", ground())

    def kind(self, identity, *items):
        return basis(identity, findings(analysis(*items)))

    def test_a_figure_is_a_basis(self):
        self.assertEqual(self.kind("problem:poverty", self.poverty), "figure")

    def test_a_finding_on_a_figure_is_a_basis(self):
        self.assertEqual(self.kind("link:poverty,debt", self.poverty, self.link), "finding")

    def test_a_figure_that_is_not_known_is_none(self):
        gap = finding("note:gap", ground(figures=["Misdrijven: nog niet bekend (staat niet in het feitenblad)"]))
        self.assertEqual(self.kind("note:gap", gap), "unknown")

    def test_a_rule_on_who_was_heard_rests_on_what_is_not_known(self):
        self.assertEqual(self.kind("view:unheard", self.unheard), "unknown")

    def test_a_finding_on_what_was_not_found_rests_on_nothing(self):
        self.assertEqual(self.kind("link:poverty,debt", self.link), "nothing")

    def test_a_challenge_rests_on_its_problems(self):
        challenge = finding("challenge:work", ground())
        self.assertEqual(self.kind("challenge:work", self.poverty, challenge), "finding")
        self.assertEqual(self.kind("challenge:work", challenge), "unknown")

    def test_findings_that_only_hold_each_other_rest_on_nothing(self):
        one = finding("a:1", ground(others=["a:2"]))
        two = finding("a:2", ground(others=["a:1"]))
        self.assertEqual(self.kind("a:1", one, two), "nothing")

    def test_counts_and_faults(self):
        bare = finding("problem:bare", ground(figures=["x: 1"], sources=[], strength="de wet"))
        stuck = finding("problem:stuck", state="open")
        waiting = finding("problem:waiting", state="open", waits=["Koopwoningen"])
        counts, wrong = count(analysis(self.poverty, self.link, bare, stuck, waiting))
        self.assertEqual(counts["found"], 3)
        self.assertEqual(counts["figure"], 2)
        self.assertEqual(counts["finding"], 1)
        self.assertEqual(counts["judgement"], 2)
        self.assertEqual(counts["open"], 2)
        self.assertEqual(wrong, {"problem:bare": ["no source"], "problem:stuck": ["waits for nothing"]})


if __name__ == "__main__":
    unittest.main()
