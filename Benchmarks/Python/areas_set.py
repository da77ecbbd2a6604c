"""The Areas benchmark: areas with indicators, municipalities with their means, and rules over both.

    python areas_set.py --given FOLDER --out DIR
        a set that exists: areas.csv, munis.csv and rules.json
    python areas_set.py --seed 7 [--areas 14000] [--rules 200] [--common 0] --out DIR
        a set of the same shape, drawn from a seed

DIR gets areas.csv, munis.csv and rules.json, what each engine reads of them (areas_forms.py) and expected.json with the
firings and checksums that an independent, naive reading finds (areas_judge.py).

Values have one decimal and are kept as tenths; factors have two decimals. A share `--common` of the comparisons is
drawn from a small pool, so that many rules ask the same; expected.json says which share of all comparisons repeats
another.
"""

import argparse
import csv
import json
import random
from pathlib import Path

import areas_forms
import areas_judge

INDICATORS = 60
MUNICIPALITIES_PER_AREA = 342 / 14_000
MISSING = 0.05
POOL = 40
KINDS = {"threshold": 0.70, "join": 0.15, "combine": 0.10, "count": 0.05}


class AreasSet:
    """Areas as (id, municipality, tenths or None per indicator), municipalities as (id, tenths per indicator), and
    rules as they stand in rules.json."""

    def __init__(self, areas, municipalities, rules):
        self.areas = areas
        self.municipalities = municipalities
        self.rules = rules

    @staticmethod
    def read(folder):
        folder = Path(folder)
        with open(folder / "areas.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))[1:]
        areas = [(row[0], row[1], [tenths(cell) for cell in row[2:]]) for row in rows]
        with open(folder / "munis.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))[1:]
        municipalities = [(row[0], [tenths(cell) for cell in row[1:]]) for row in rows]
        rules = json.loads((folder / "rules.json").read_text(encoding="utf-8"))["rules"]
        return AreasSet(areas, municipalities, rules)

    def write(self, folder):
        """areas.csv, munis.csv and rules.json."""
        names = [f"i{number:02}" for number in range(INDICATORS)]
        with open(folder / "areas.csv", "w", encoding="utf-8") as file:
            print("area", "muni", *names, sep=",", file=file)
            for area, municipality, values in self.areas:
                print(area, municipality, *map(decimal, values), sep=",", file=file)
        with open(folder / "munis.csv", "w", encoding="utf-8") as file:
            print("muni", *names, sep=",", file=file)
            for municipality, values in self.municipalities:
                print(municipality, *map(decimal, values), sep=",", file=file)
        (folder / "rules.json").write_text(json.dumps({"rules": self.rules}, indent=1) + "\n", encoding="utf-8")

    def share_of_repeated_tests(self):
        """Which share of the comparisons with a constant repeats another."""
        tests = [tuple(test) for rule in self.rules for test in rule.get("conds", [])]
        return 1 - len(set(tests)) / len(tests)


def tenths(cell):
    return None if cell == "" else round(float(cell) * 10)


def decimal(tenths):
    return "" if tenths is None else f"{tenths // 10}.{tenths % 10}"


class Generator:
    """Draws a set of the given shape; equal arguments give an equal set."""

    def __init__(self, seed, areas=14_000, rules=200, common=0.0):
        self.random = random.Random(seed)
        self.common = common
        self.areas, self.municipalities = self.tables(areas)
        self.pool = [self.test(level) for level in (0.10, 0.30, 0.45) for _ in range(POOL)]
        counts = {kind: round(rules * share) for kind, share in KINDS.items()}
        counts["threshold"] += rules - sum(counts.values())
        self.rules = self.all_rules(counts)

    def set(self):
        return AreasSet(self.areas, self.municipalities, self.rules)

    def tables(self, count):
        municipality_count = max(1, round(count * MUNICIPALITIES_PER_AREA))
        owners = sorted([*range(min(municipality_count, count)),
                         *(self.random.randrange(municipality_count) for _ in range(count - municipality_count))])
        areas, members = [], [[] for _ in range(municipality_count)]
        for number, owner in enumerate(owners):
            values = [None if self.random.random() < MISSING else self.random.randrange(1001)
                      for _ in range(INDICATORS)]
            areas.append((f"A{number:05}", f"M{owner:03}", values))
            members[owner].append(values)
        municipalities = []
        for number, rows in enumerate(members):
            means = []
            for indicator in range(INDICATORS):
                known = [row[indicator] for row in rows if row[indicator] is not None]
                # The mean to one decimal, half up; where no area is known, the middle of the range.
                means.append((2 * sum(known) + len(known)) // (2 * len(known)) if known else 500)
            municipalities.append((f"M{number:03}", means))
        return areas, municipalities

    def test(self, share, avoiding=()):
        """A comparison that about this share of the areas meets."""
        indicator = self.random.choice([number for number in range(INDICATORS) if number not in avoiding])
        bound = round(1000 * share * self.random.uniform(0.75, 1.25))
        if self.random.random() < 0.5:
            return [indicator, "<", bound / 10]
        return [indicator, ">", (1000 - bound) / 10]

    def tests(self, count, share):
        """Comparisons of different indicators, some of them from the pool."""
        tests = []
        while len(tests) < count:
            test = self.test(share, avoiding=[test[0] for test in tests])
            if self.random.random() < self.common:
                test = self.random.choice(self.pool)
            if all(test[0] != other[0] for other in tests):
                tests.append(test)
        return tests

    def all_rules(self, counts):
        signals = counts["threshold"] + counts["join"]
        width = max(3, len(str(signals - 1)))
        names = [f"S{number:0{width}}" for number in range(signals)]
        rules = []
        for number in range(counts["threshold"]):
            size = 1 + self.random.randrange(3)
            rules.append({"id": names[number], "kind": "threshold",
                          "conds": self.tests(size, (0.10, 0.30, 0.45)[size - 1])})
        for number in range(counts["threshold"], signals):
            indicator = self.random.randrange(INDICATORS)
            other = self.test(0.45, avoiding=[indicator])
            rules.append({"id": names[number], "kind": "join", "ind": indicator, "factor": self.factor(indicator),
                          "conds": [other]})
        width = max(2, len(str(counts["combine"] - 1)))
        for number in range(counts["combine"]):
            first, second, third = self.random.sample(names, 3)
            rules.append({"id": f"P{number:0{width}}", "kind": "combine", "all": [first, second], "none": [third]})
        width = max(2, len(str(counts["count"] - 1)))
        for number in range(counts["count"]):
            # A group keeps its size when there are more rules, else nearly every area would reach the number.
            group = sorted(self.random.sample(names, min(len(names), self.random.randint(22, 28))))
            rules.append({"id": f"C{number:0{width}}", "kind": "count", "of": group,
                          "atLeast": self.random.randint(3, 6)})
        return rules

    def factor(self, indicator):
        """A factor from 1.60 to 1.80 that no area hits exactly: there, binary and decimal numbers may differ."""
        means = {municipality: values[indicator] for municipality, values in self.municipalities}
        factors = list(range(160, 181))
        self.random.shuffle(factors)
        for factor in factors:
            if not any(values[indicator] is not None and values[indicator] * 100 == factor * means[municipality]
                       for _, municipality, values in self.areas):
                return factor / 100
        return factors[0] / 100  # Every factor is hit: the engines then show whether they compute in decimals.


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--given", help="folder with areas.csv, munis.csv and rules.json")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--areas", type=int, default=14_000, help="100 to 14,000")
    parser.add_argument("--rules", type=int, default=200, help="200 to 2,000")
    parser.add_argument("--common", type=float, default=0.0, help="share of comparisons from a small pool, 0 to 1")
    parser.add_argument("--out", required=True, help="folder to write to")
    options = parser.parse_args()
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    given = options.given is not None
    areas_set = AreasSet.read(options.given) if given else Generator(
        options.seed, options.areas, options.rules, options.common).set()
    areas_set.write(folder)
    areas_forms.write_all(areas_set, folder)
    expected = areas_judge.judge(folder)
    expected["share_of_repeated_tests"] = round(areas_set.share_of_repeated_tests(), 3)
    (folder / "expected.json").write_text(json.dumps(expected, indent=1) + "\n", encoding="utf-8")
    for reading in ("two-valued", "certain", "possible"):
        print(reading, expected[reading]["firings"], expected[reading]["checksum"], expected[reading]["per_kind"])


if __name__ == "__main__":
    main()
