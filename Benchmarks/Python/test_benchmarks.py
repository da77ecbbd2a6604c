"""Tests of the generator, the judge and the comparison with what is expected.

    python -m unittest discover -s Benchmarks/Python
"""

import json
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

sys.path.append(str(Path(__file__).resolve().parent.parent))

import areas_forms
import areas_judge
import comparison
import expected
import sheets
from areas_set import AreasSet, Generator


class JudgeTests(unittest.TestCase):
    """Three areas, one with a missing value, under one rule of each kind."""

    RULES = [
        {"id": "S000", "kind": "threshold", "conds": [[0, ">", 50.0], [1, "<", 20.0]]},
        {"id": "S001", "kind": "join", "ind": 2, "factor": 1.5, "conds": [[1, "<", 20.0]]},
        {"id": "P00", "kind": "combine", "all": ["S001"], "none": ["S000"]},
        {"id": "C00", "kind": "count", "of": ["S000", "S001"], "atLeast": 2},
    ]

    def judge(self, *rows):
        def values(first, second, third):
            return [first, second, third] + [0] * 57

        areas = [(f"A{number:05}", "M000", values(*row)) for number, row in enumerate(rows)]
        with tempfile.TemporaryDirectory() as folder:
            AreasSet(areas, [("M000", values(0, 0, 200))], self.RULES).write(Path(folder))
            found = areas_judge.judge(folder)
        return [{rule: count for rule, count in found[reading]["per_rule"].items() if count}
                for reading in ("two-valued", "certain", "possible")]

    def test_known_values_give_the_same_in_each_reading(self):
        self.assertEqual(self.judge((501, 199, 301)), [{"S000": 1, "S001": 1, "C00": 1}] * 3)

    def test_a_value_equal_to_the_bound_does_not_meet_it(self):
        self.assertEqual(self.judge((500, 199, 300)), [{}] * 3)

    def test_a_missing_value_makes_a_rule_possible_and_its_absence_uncertain(self):
        two_valued, certain, possible = self.judge((None, 199, 301))
        self.assertEqual(two_valued, {"S001": 1, "P00": 1})
        self.assertEqual(certain, {"S001": 1})
        self.assertEqual(possible, {"S000": 1, "S001": 1, "P00": 1, "C00": 1})

    def test_the_hash_is_that_of_its_authors(self):
        self.assertEqual(areas_judge.fnv1a(""), 0xCBF29CE484222325)
        self.assertEqual(areas_judge.fnv1a("a"), 0xAF63DC4C8601EC8C)
        self.assertEqual(areas_judge.fnv1a("foobar"), 0x85944171F73967E8)


class GeneratorTests(unittest.TestCase):
    def test_equal_seeds_give_equal_sets_and_other_seeds_do_not(self):
        first, again, other = (Generator(seed, areas=100).set() for seed in (1, 1, 2))
        self.assertEqual((first.areas, first.rules), (again.areas, again.rules))
        self.assertNotEqual(first.rules, other.rules)

    def test_the_shape_is_that_of_the_given_set(self):
        drawn = Generator(1).set()
        kinds = Counter(rule["kind"] for rule in drawn.rules)
        self.assertEqual(kinds, {"threshold": 140, "join": 30, "combine": 20, "count": 10})
        self.assertEqual((len(drawn.areas), len(drawn.municipalities)), (14_000, 342))
        missing = sum(value is None for _, _, values in drawn.areas for value in values) / (14_000 * 60)
        self.assertAlmostEqual(missing, 0.05, places=2)

    def test_a_pool_makes_tests_common(self):
        apart = Generator(1, areas=100, rules=200).set().share_of_repeated_tests()
        common = Generator(1, areas=100, rules=200, common=0.9).set().share_of_repeated_tests()
        self.assertLess(apart, 0.05)
        self.assertGreater(common, 0.4)

    def test_a_set_reads_back_as_it_was_written(self):
        drawn = Generator(4, areas=100).set()
        with tempfile.TemporaryDirectory() as folder:
            drawn.write(Path(folder))
            read = AreasSet.read(folder)
        self.assertEqual((read.areas, read.municipalities, read.rules),
                         (drawn.areas, drawn.municipalities, json.loads(json.dumps(drawn.rules))))

    def test_every_rule_stands_in_every_form(self):
        rules = Generator(5, areas=100).set().rules
        program, table = areas_forms.clips_program(rules), areas_forms.table(rules).split("\n")
        yaml = areas_forms.rule_files(rules)["areas.yaml"]
        for number, rule in enumerate(rules):
            self.assertIn(f"(defrule {rule['id']}\n", program)
            self.assertEqual(table[number + 1].split()[1], rule["id"])
            self.assertIn(f"  - rule: {rule['id']}\n", yaml)


class ExpectationTests(unittest.TestCase):
    GUESTS = ["(guest (name a) (sex m) (hobby h1))", "(guest (name b) (sex f) (hobby h1))",
              "(guest (name c) (sex f) (hobby h2))"]

    def seatings(self, *names):
        return [f"(seating (name2 {name}) (seat2 {number}) (id {number}) (pid {number - 1}))"
                for number, name in enumerate(names, start=1)]

    def test_neighbours_that_suit_each_other_are_no_fault(self):
        self.assertEqual(expected.seating_faults(self.GUESTS + self.seatings("a", "b"), 2), [])

    def test_neighbours_without_a_shared_hobby_are_a_fault(self):
        self.assertEqual(len(expected.seating_faults(self.GUESTS + self.seatings("a", "c"), 2)), 1)

    def test_a_guest_too_few_is_a_fault(self):
        self.assertEqual(len(expected.seating_faults(self.GUESTS + self.seatings("a"), 2)), 1)

    def test_a_firing_too_many_is_a_fault(self):
        reference = {"two-valued": {"firings": 1, "per_rule": {"S000": 1}, "checksum": "0"}}
        reference["two-valued"]["checksum"] = f"{areas_judge.fnv1a('A00000 S000'):016x}"
        facts = ["(signal (area A00000) (code S000) (number 0))"]
        self.assertEqual(expected.faults("areas", "", 1, Counter(S000=1), facts, reference), [])
        self.assertEqual(len(expected.faults("areas", "", 2, Counter(S000=2), facts * 2, reference)), 3)


class ComparisonTests(unittest.TestCase):
    @staticmethod
    def row(program, size, clips, ours):
        workload = SimpleNamespace(program=program, size=size, name=f"{program} {size}")
        return workload, {name: {"run_seconds": time} for name, time in (("CLIPS 6.4", clips), ("ours", ours)) if time}

    def shape(self, manners, areas):
        rows = [self.row("manners", 128, manners, 1), self.row("waltz", 50, 1.0, 1), self.row("areas", "given", areas, 1)]
        return comparison.clips_shape(rows, "CLIPS 6.4")

    def test_times_of_clips_within_two_fifths_are_fair(self):
        self.assertTrue(comparison.is_fair(self.shape(4.4 * 1.39, 6.6 * 0.61)))

    def test_times_of_clips_farther_off_are_not(self):
        self.assertFalse(comparison.is_fair(self.shape(4.4 * 1.41, 6.6)))
        self.assertFalse(comparison.is_fair(self.shape(4.4, 6.6 * 0.59)))

    def test_without_all_three_programs_nothing_is_said_of_them(self):
        self.assertIsNone(comparison.clips_shape([self.row("waltz", 50, 1, 1)], "CLIPS 6.4"))

    def test_an_aim_that_is_just_met_is_not_missed(self):
        self.assertEqual(comparison.missed_aims([self.row("waltz", 50, 4.0, 1.0), self.row("waltz", 12, 1.0, 1.0)]), [])
        self.assertEqual(len(comparison.missed_aims([self.row("waltz", 50, 3.9, 1.0)])), 1)

    def test_every_set_of_areas_has_its_aim(self):
        self.assertEqual(len(comparison.missed_aims([self.row("areas", "seed 9", 19.9, 1.0)])), 1)

    def test_an_engine_that_did_not_run_misses_nothing(self):
        self.assertEqual(comparison.missed_aims([self.row("waltz", 50, None, 1.0)]), [])

    def test_the_build_before_is_compared_where_both_ran(self):
        both = self.row("waltz", 50, None, 1.0)
        both[1][comparison.BEFORE] = {"run_seconds": 4.0}
        self.assertEqual(comparison.growth([both]), [("waltz 50", "ours", 4.0, 1.0, 0.25)])
        self.assertEqual(comparison.growth([self.row("waltz", 50, 3.0, 1.0)]), [])

    def test_the_build_before_fires_what_is_certain(self):
        self.assertIn(comparison.BEFORE_JUSTIFIED, comparison.CERTAIN)
        self.assertNotIn("CLIPS 6.4", comparison.CERTAIN)


class SheetsTests(unittest.TestCase):
    def test_a_further_sheet_costs_what_all_cost_beyond_the_first(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("a", "b", "c"):
                (Path(folder) / f"{name}.yaml").touch()
            build = sheets.Build("analyst", Path(folder))
        build.alone, build.together = [2.0, 1.0, 1.5], [2.5, 9.0, 2.0]
        self.assertEqual(build.figures(), (1.5, 0.5))

    def test_one_sheet_has_no_further_one(self):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "a.yaml").touch()
            with self.assertRaises(SystemExit):
                sheets.Build("analyst", Path(folder))


if __name__ == "__main__":
    unittest.main()
