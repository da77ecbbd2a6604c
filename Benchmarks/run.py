#!/usr/bin/env python3
"""Runs the benchmark programs on our engine, on CLIPS 6.3 and 6.4 and, for Areas, on a table interpreter in C.

Areas is run twice on our side: without and with a record of all justifications.

    Benchmarks/run.py [--data DIR] [--analyst PROGRAM] [--before PROGRAM] [--scaling PROGRAM] [--rounds 5] [--core 0]
                      [--only manners,waltz,areas] [--check]

Every engine gets the same rounds in turn, one process per round, on one core. Times are CPU times of the run alone, the
median of the rounds; loading stands beside it. Without --data only the Areas set that is drawn here is run. `--before`
names an earlier build of `analyst` that takes its turn in the same rounds.
`--check` compares the firings per rule and the final facts of CLIPS and C with what they must be. What is not installed
is said and left out.
"""

import argparse
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILD = HERE / ".build" / "twins"
sys.path.insert(0, str(HERE / "Python"))

import comparison  # noqa: E402
import expected  # noqa: E402

MANNERS_SIZES = (16, 32, 64, 128)
WALTZ_SIZES = (12, 25, 37, 50)
DRAWN_SEED = 7
# Sets for the growth of the cost of one area, and the share of comparisons that come from the generator's pool.
SCALING_RULES = (200, 500, 1_000, 2_000)
SCALING_COMMON = 0.9


class Workload:
    """A program with its data; facts are files of CLIPS facts and, one per template, CSV files."""

    def __init__(self, program, size, rules, facts, tables, folder=None):
        self.program = program
        self.size = size
        self.rules = rules
        self.facts = facts
        self.tables = tables
        self.folder = folder

    @property
    def name(self):
        return f"{self.program} {self.size}"

    @property
    def clips_program(self):
        return self.folder / f"{self.program}.clp" if self.folder else HERE / "CLIPS" / f"{self.program}.clp"

    @property
    def reference(self):
        return json.loads((self.folder / "expected.json").read_text()) if self.folder else None


def workloads(options):
    data = Path(options.data) if options.data else None
    found = []
    if data and "manners" in options.only:
        found += [manners(data, size) for size in MANNERS_SIZES]
    if data and "waltz" in options.only:
        found += [waltz(data, size) for size in WALTZ_SIZES]
    if "areas" in options.only:
        if data:
            given = BUILD / "given"
            with tarfile.open(data / "areas.tar.gz") as archive:
                archive.extractall(given, filter="data")
            found.append(areas("given", ["--given", str(given)]))
        found.append(areas(f"seed {DRAWN_SEED}", ["--seed", str(DRAWN_SEED)]))
    return found


def manners(data, size):
    folder = emptied(BUILD / f"manners{size}")
    shutil.copyfile(data / f"manners{size}.csv", folder / "guest.csv")
    (folder / "last_seat.csv").write_text(f"seat\n{size}\n")
    facts = clips_facts(folder) + ["(count (c 1))\n", "(context (state start))\n"]
    (folder / "facts.fct").write_text("".join(facts))
    return Workload("manners", size, HERE / "RuleSets" / "manners.yaml", folder / "facts.fct",
                    [folder / "guest.csv", folder / "last_seat.csv"])


def waltz(data, size):
    folder = emptied(BUILD / f"waltz{size}")
    shutil.copyfile(data / f"waltz{size}.csv", folder / "line.csv")
    (folder / "facts.fct").write_text("".join(["(stage (value duplicate))\n", *clips_facts(folder)]))
    return Workload("waltz", size, HERE / "RuleSets" / "waltz.yaml", folder / "facts.fct", [folder / "line.csv"])


def areas(name, source):
    folder = BUILD / f"areas {name}".replace(" ", "-")
    command = [sys.executable, str(HERE / "Python" / "areas_set.py"), *source, "--out", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    tables = [folder / "areas.csv", folder / "munis.csv"]
    return Workload("areas", name, folder / "rules", folder / "areas.fct", tables, folder)


def emptied(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def clips_facts(folder):
    """The rows of the CSV files of a folder; a file is named after its template, its columns after the slots."""
    facts = []
    for path in sorted(folder.glob("*.csv")):
        with open(path, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                slots = " ".join(f"({name} {value})" for name, value in row.items())
                facts.append(f"({path.stem} {slots})\n")
    return facts


class Missing(Exception):
    """An engine that is not on this machine or cannot run a workload."""


def pinned(command, options):
    prefix = ["taskset", "-c", str(options.core)] if shutil.which("taskset") else []
    return subprocess.run([*prefix, *map(str, command)], stdin=subprocess.DEVNULL, capture_output=True, text=True)


def clips_round(version, workload, options, *more):
    """One round of CLIPS: its report and what it printed."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        done = pinned([python(), HERE / "Python" / "clips_round.py", version, workload.clips_program, workload.facts,
                       "--report", report, *more], options)
        if not report.exists():
            raise Missing(f"CLIPS {version} stopped: {(done.stderr or done.stdout).strip()[-200:]}")
        result = json.loads(report.read_text())
    if "missing" in result:
        raise Missing("not installed")
    return result, done.stdout


def python():
    """The Python with clipspy: that of Benchmarks/.venv where there is one."""
    own = HERE / ".venv" / "bin" / "python"
    return own if own.exists() else sys.executable


def c_round(workload, options, reading="two-valued"):
    if workload.program != "areas":
        raise Missing("")
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        raise Missing("not installed")
    program, source = BUILD / "areas", HERE / "C" / "areas.c"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        subprocess.run([compiler, "-O2", "-std=c11", "-D_DEFAULT_SOURCE", "-o", program, source], check=True)
    done = pinned([program, workload.folder, reading], options)
    if done.returncode != 0:
        raise Missing(done.stderr.strip())
    result = json.loads(done.stdout)
    return result | {"firings": result[reading]["firings"]} if reading in result else result


def our_round(workload, options, *more, program=None):
    """One round of our engine: `analyst run` prints its figures as one JSON object."""
    program = program or options.analyst
    if not program or not os.access(program, os.X_OK):
        raise Missing("not built")
    command = [program, "run", workload.rules, "--facts", *workload.tables, "--stats", "--format", "json", *more]
    done = pinned(command, options)
    if done.returncode != 0:
        raise Missing(f"exit code {done.returncode}: {done.stderr.strip()[-200:]}")
    return json.loads(done.stdout)


def our_justified_round(workload, options, program=None):
    """The same with all justifications kept, which only domain rules have: `--trace` asks for them."""
    if workload.program != "areas":
        raise Missing("")
    return our_round(workload, options, "--trace", program=program)


def before_round(workload, options):
    """One round of the earlier build, where one is named."""
    if not options.before:
        raise Missing("")
    return our_round(workload, options, program=options.before)


def before_justified_round(workload, options):
    if not options.before:
        raise Missing("")
    return our_justified_round(workload, options, program=options.before)


ENGINES = {
    "ours": our_round,
    comparison.BEFORE: before_round,
    comparison.JUSTIFIED: our_justified_round,
    comparison.BEFORE_JUSTIFIED: before_justified_round,
    "CLIPS 6.3": lambda workload, options: clips_round("6.3", workload, options)[0],
    "CLIPS 6.4": lambda workload, options: clips_round("6.4", workload, options)[0],
    "C": c_round,
}


def measure(workload, options, said):
    """The median of each figure, per engine."""
    rounds = {name: [] for name in ENGINES}
    for _ in range(options.rounds):
        for name, engine in ENGINES.items():
            if rounds[name] is None:
                continue
            try:
                rounds[name].append(engine(workload, options))
            except Missing as reason:
                rounds[name] = None
                if str(reason) and (name, str(reason)) not in said:
                    said.add((name, str(reason)))
                    print(f"{name}: {reason}")
    return {name: {key: statistics.median(one[key] for one in results)
                   for key in ("firings", "load_seconds", "run_seconds", "peak_memory_kb") if key in results[0]}
            for name, results in rounds.items() if results}


def start_peaks(options):
    """The peak memory, in kB, of each engine with one kind of fact, one rule of ours and next to nothing in memory."""
    folder = emptied(BUILD / "start")
    (folder / "start.yaml").write_text(comparison.SMALLEST_RULES)
    (folder / "start.clp").write_text("(deftemplate start (slot up))\n")
    (folder / "start.fct").write_text("(start (up 1))\n")
    (folder / "start.csv").write_text("up\n1\n")
    smallest = Workload("start", 0, folder / "start.yaml", folder / "start.fct", [folder / "start.csv"], folder)
    peaks = {}
    for name, engine in ENGINES.items():
        try:
            peaks[name] = engine(smallest, options)["peak_memory_kb"]
        except (Missing, KeyError):
            pass  # Said by the rounds; the C program has no start without a set.
    for justified, plain in ((comparison.JUSTIFIED, "ours"), (comparison.BEFORE_JUSTIFIED, comparison.BEFORE)):
        peaks[justified] = peaks.get(plain)
    return peaks


def deviations(workload, figures):
    """The engines that did not fire as often as they must; our reading of Areas is what is certain."""
    found = []
    for name, figure in figures.items():
        reading = "certain" if name in comparison.CERTAIN else "two-valued"
        wanted = expected.firings(workload.program, workload.size, workload.reference, reading)
        if figure["firings"] != wanted:
            found.append(f"{workload.name}, {name}: {figure['firings']:,.0f} firings, expected {wanted:,}")
    return found


def reading_seconds(workload, options):
    """What CLIPS needs to read the facts without rules, so that its matching while loading can be told apart."""
    seconds = {}
    for version in ("6.3", "6.4"):
        try:
            seconds[f"CLIPS {version}"] = statistics.median(
                clips_round(version, workload, options, "--no-rules")[0]["load_seconds"] for _ in range(options.rounds))
        except Missing:
            pass  # Said already by the rounds.
    return seconds


def check(workload, options):
    """The faults of CLIPS and C on a workload, as sentences."""
    found = []
    for version in ("6.3", "6.4"):
        with tempfile.TemporaryDirectory() as scratch:
            saved = Path(scratch) / "facts"
            try:
                result, printed = clips_round(version, workload, options, "--facts", saved, "--watch")
            except Missing as reason:
                print(f"{workload.name}, CLIPS {version}: {reason}")
                continue
            facts = saved.read_text().splitlines()
        per_rule = Counter(line.split()[2].rstrip(":") for line in printed.splitlines() if line.startswith("FIRE"))
        faults = expected.faults(
            workload.program, workload.size, result["firings"], per_rule, facts, workload.reference)
        print(f"{workload.name}, CLIPS {version}: {'as expected' if not faults else '; '.join(faults)}")
        found += faults
    if workload.program == "areas":
        for reading in ("two-valued", "bounds"):
            try:
                result = c_round(workload, options, reading)
            except Missing as reason:
                print(f"{workload.name}, C: {reason}")
                continue
            for name in ("two-valued", "certain", "possible"):
                if name in result:
                    wanted = {key: workload.reference[name][key] for key in ("firings", "checksum")}
                    right = result[name] == wanted
                    said = "as expected" if right else f"{result[name]}, expected {wanted}"
                    print(f"{workload.name}, C, {name}: {said}")
                    found += [] if right else [name]
    return found


def print_scaling(options):
    """How the cost of one area grows with areas and with rules, as our own program prints it."""
    if not os.access(options.scaling, os.X_OK):
        print("\nAreasBenchmarks is not built: the growth of the cost of one area is left out")
        return
    folders = []
    for rules in SCALING_RULES:
        count = 14_000 if not folders else 1_000
        folders.append(areas(f"{rules} rules", ["--seed", str(DRAWN_SEED), "--rules", str(rules), "--areas", str(count),
                                                "--common", str(SCALING_COMMON)]).folder)
    print(f"\nGrowth of the cost of one area; the generator takes {SCALING_COMMON:.0%} of the comparisons from its pool\n")
    done = pinned([options.scaling, "scaling", *folders], options)
    print(done.stdout.rstrip() if done.returncode == 0 else done.stderr.strip()[-200:])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--data", help="folder with the facts of Manners and Waltz and the given Areas set")
    parser.add_argument("--analyst", help="the program `analyst`, release build")
    parser.add_argument("--before", help="an earlier build of `analyst`, to compare with")
    parser.add_argument("--scaling", help="our program `AreasBenchmarks`, release build: how the cost of an area grows")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--core", type=int, default=0, help="the processor core to run on")
    parser.add_argument("--only", default="manners,waltz,areas", type=lambda text: text.split(","))
    parser.add_argument("--check", action="store_true", help="check firings and final facts instead of measuring")
    parser.add_argument("--json", help="write the figures to this file too")
    options = parser.parse_args()
    if options.data and not Path(options.data).is_dir():
        print(f"{options.data} is not there: only the Areas set that is drawn here is run")
        options.data = None
    BUILD.mkdir(parents=True, exist_ok=True)
    if options.check:
        faults = [fault for workload in workloads(options) for fault in check(workload, options)]
        sys.exit(1 if faults else 0)
    rows, said = [], set()
    for workload in workloads(options):
        rows.append((workload, measure(workload, options, said)))
        if workload.program == "areas":
            for name, seconds in reading_seconds(workload, options).items():
                figure = rows[-1][1].get(name)
                if figure:
                    matching = figure["load_seconds"] - seconds
                    print(f"{workload.name}, {name}: of {comparison.milliseconds(figure['load_seconds'])} ms loading "
                          f"{comparison.milliseconds(matching)} ms go to matching")
    engines = [name for name in ENGINES if options.before or name not in comparison.BEFORE_OF.values()]
    comparison.print_all(rows, engines, start_peaks(options))
    if options.scaling:
        print_scaling(options)
    wrong = [sentence for row in rows for sentence in deviations(*row)]
    print("\n".join(["", *wrong]) if wrong else "\nAll fired as often as they must.")
    if options.json:
        figures = {workload.name: figures for workload, figures in rows}
        Path(options.json).write_text(json.dumps(figures, indent=1) + "\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
