"""Scores a screening against the list of sixteen areas, as rules/VALIDATION.md logs it. For tests only.

    analyst screen KWB RIVM NAMES --level buurt --date 2026-11-01 -o all.csv
    analyst screen KWB NAMES --level buurt --date 2026-11-01 -o kwb.csv
    python3 Tests/Validation/score_screening.py --screening all.csv --without-rivm kwb.csv --data ../shared/data

Shares of origin groups are read here alone, to audit the order; no rule and no part of the program sees them.
"""

import argparse
import csv
import gzip
from pathlib import Path

import numpy as np

from measures import auc, average_precision, interval, mean_ranks, spearman

LEAST_RESIDENTS = 200


def table(path, separator):
    """The rows of a table, plain or compressed, with cells and names without blanks and without the number of a column."""
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=separator)
        header = [name.rstrip("0123456789").rstrip("_") if "_" in name else name for name in next(reader)]
        return [dict(zip(header, (cell.strip() for cell in row))) for row in reader]


def screening(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def number(text):
    return float(text) if text not in ("", ".") else np.nan


class Areas:
    """The list: which buurten lie in which of its areas, and in which municipalities."""

    def __init__(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["role"] == "area"]
        self.codes = {row["code"][2:]: int(row["area_id"]) - 1 for row in rows}
        self.names = {int(row["area_id"]) - 1: row["area"] for row in rows}
        self.municipalities = {row["gm_code"][2:] for row in rows}

    def area(self, buurt):
        """The number of the area of a buurt, by its own code or that of its wijk; -1 when it is not on the list."""
        return self.codes.get(buurt[2:], self.codes.get(buurt[2:8], -1))


class Order:
    """Buurten with their heaviness and their area on the list."""

    def __init__(self, codes, heaviness, areas):
        self.codes = np.array(codes)
        self.heaviness = np.array(heaviness, dtype=float)
        self.cluster = np.array([areas.area(code) for code in codes])
        self.is_listed = self.cluster >= 0
        self.is_inside = np.array([code[2:6] in areas.municipalities for code in codes])

    def figure(self, measure, inside=False):
        chosen = self.is_inside if inside else np.ones(len(self.codes), dtype=bool)
        parts = self.heaviness[chosen], self.is_listed[chosen]
        low, high = interval(measure, *parts, self.cluster[chosen])
        return f"{measure(*parts):.3f} ({low:.3f} to {high:.3f})"

    def report(self, title):
        print(f"## {title}: {len(self.codes)} buurten, {self.is_listed.sum()} on the list")
        print(f"AUC, country                 {self.figure(auc)}")
        print(f"average precision, country   {self.figure(average_precision)}")
        print(f"AUC, fifteen municipalities  {self.figure(auc, inside=True)}\n")


def ranked(rows, areas):
    codes = [code for code, row in rows.items() if row["rank"]]
    return Order(codes, [-int(rows[code]["rank"]) for code in codes], areas)


def by_score(rows, areas):
    """By the score alone, also where too few domains are known for a rank."""
    codes = [code for code, row in rows.items() if number(row["residents"]) >= LEAST_RESIDENTS]
    return Order(codes, [number(rows[code]["score_low"]) for code in codes], areas)


def audit(order, areas, data):
    """The correlation of the order with shares of origin groups, beside that of the mean of four common figures."""
    figures = {row["Codering"]: row for row in table(data / "kwb-2020-84799NED.csv.gz", ";")}
    health = {row["Codering"]: row for row in table(data / "rivm-2020-50090NED-18plus.csv.gz", ";")}

    def column(rows, name):
        return np.array([number(rows[code][name]) if code in rows else np.nan for code in order.codes])

    residents = column(figures, "AantalInwoners")
    western, other = column(figures, "WestersTotaal"), column(figures, "NietWestersTotaal")
    workers = sum(column(figures, name) for name in ("k_15Tot25Jaar", "k_25Tot45Jaar", "k_45Tot65Jaar"))
    four = [
        column(figures, "PersonenPerSoortUitkeringBijstand") / np.where(workers > 0, workers, np.nan),
        column(health, "MoeiteMetRondkomen"),
        column(health, "HoogRisicoOpAngstOfDepressie"),
        column(health, "ErnstigZeerErnstigEenzaam"),
    ]
    complete = ~np.isnan(sum(four) + western + other)
    mean = sum(mean_ranks(figure[complete]) for figure in four)
    print(f"## Audit on {complete.sum()} buurten: Spearman with the share of origin groups")
    for title, share in [("non-western", other), ("western and non-western", western + other)]:
        share = (share / residents)[complete]
        print(f"{title:24} order {spearman(order.heaviness[complete], share):.3f}   mean of four {spearman(mean, share):.3f}")
    print()
    Order(order.codes[complete], mean, areas).report("For comparison, the mean of the four figures")


def extremes(order, rows, areas, count=10):
    """The highest outside the list and the lowest inside it, with what explains their place."""
    place = np.argsort(-order.heaviness, kind="stable")
    outside = [index for index in place if not order.is_listed[index]][:count]
    inside = [index for index in place[::-1] if order.is_listed[index]][:count]
    for title, chosen in [("Ten highest outside the list", outside), ("Ten lowest inside the list", inside)]:
        print(f"## {title}")
        for index in chosen:
            row = rows[order.codes[index]]
            area = areas.names.get(order.cluster[index], "")
            print(
                f"{row['code']} {row['name']}, {row['municipality']} {area} | rank {row['rank']} "
                f"({row['rank_low']}-{row['rank_high']}) | {row['residents']} residents | {row['domains']} | "
                f"{row['problems']} | {row['flags']} | not known: {row['not_known']}"
            )
        print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--screening", required=True, help="the screening as CSV")
    parser.add_argument("--without-rivm", help="the screening without the table of RIVM")
    parser.add_argument("--data", required=True, type=Path, help="folder with the tables and areas16.csv")
    options = parser.parse_args()
    areas = Areas(options.data / "areas16.csv")
    rows = screening(options.screening)
    order = ranked(rows, areas)
    order.report("With all tables")
    large = by_score(rows, areas)
    without = set(large.codes) - set(order.codes)
    listed = sum(areas.area(code) >= 0 for code in without)
    print(f"{len(without)} buurten with {LEAST_RESIDENTS} residents or more have no rank, {listed} of them on the list\n")
    if options.without_rivm:
        by_score(screening(options.without_rivm), areas).report("Without RIVM, by the score")
    audit(order, areas, options.data)
    extremes(order, rows, areas)


if __name__ == "__main__":
    main()
