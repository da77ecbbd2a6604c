"""The naive judge of the Areas benchmark: every rule on every area, one after the other, in three readings.

It reads the files afresh and shares no code with the generator or any engine. Numbers are decimals.

- two-valued: a comparison with a missing value is false, absent means not fired.
- certain: the same, and absent means not even possible.
- possible: a comparison with a missing value may be true, and absent means not certain.

The checksum is the sum modulo 2^64 of FNV-1a (64 bit; Fowler, Noll and Vo) over `AREA RULE` of every firing.
"""

import csv
import json
from decimal import Decimal
from pathlib import Path


def judge(folder):
    """Firings, checksum and counts per kind and rule, for each reading."""
    folder = Path(folder)
    rules = json.loads((folder / "rules.json").read_text(encoding="utf-8"), parse_float=Decimal)["rules"]
    municipalities = {row["muni"]: numbers(row) for row in rows(folder / "munis.csv")}
    readings = ("two-valued", "certain", "possible")
    fired = {reading: [] for reading in readings}
    for row in rows(folder / "areas.csv"):
        values = numbers(row)
        means = municipalities[row["muni"]]
        known, perhaps, plain = set(), set(), set()
        for rule in rules:  # S rules stand before P rules, and these before C rules.
            if rule["kind"] in ("threshold", "join"):
                outcomes = [compare(values[at], sign, bound) for at, sign, bound in rule["conds"]]
                if rule["kind"] == "join":
                    mean = means[rule["ind"]]
                    outcomes.append(compare(values[rule["ind"]], ">", None if mean is None else rule["factor"] * mean))
                if all(outcome is True for outcome in outcomes):
                    known.add(rule["id"])
                    plain.add(rule["id"])
                if all(outcome is not False for outcome in outcomes):
                    perhaps.add(rule["id"])
            elif rule["kind"] == "combine":
                wanted, unwanted = set(rule["all"]), set(rule["none"])
                if wanted <= plain and not unwanted & plain:
                    plain.add(rule["id"])
                if wanted <= known and not unwanted & perhaps:
                    known.add(rule["id"])
                if wanted <= perhaps and not unwanted & known:
                    perhaps.add(rule["id"])
            else:
                group = set(rule["of"])
                for signals in (plain, known, perhaps):
                    if len(group & signals) >= rule["atLeast"]:
                        signals.add(rule["id"])
        for reading, signals in zip(readings, (plain, known, perhaps)):
            fired[reading] += [(row["area"], signal) for signal in signals]
    return {"areas": sum(1 for _ in rows(folder / "areas.csv")), "rules": len(rules),
            **{reading: summary(fired[reading], rules) for reading in readings}}


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def numbers(row):
    return [Decimal(cell) if cell else None for name, cell in row.items() if name not in ("area", "muni")]


def compare(value, sign, bound):
    """True, False, or None where it is not known."""
    if value is None or bound is None:
        return None
    return value > bound if sign == ">" else value < bound


def summary(firings, rules):
    per_rule = {rule["id"]: 0 for rule in rules}
    for _, signal in firings:
        per_rule[signal] += 1
    per_kind = {}
    for rule in rules:
        per_kind[rule["kind"]] = per_kind.get(rule["kind"], 0) + per_rule[rule["id"]]
    checksum = sum(fnv1a(f"{area} {signal}") for area, signal in firings) % 2**64
    return {"firings": len(firings), "checksum": f"{checksum:016x}", "per_kind": per_kind, "per_rule": per_rule}


def fnv1a(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value
