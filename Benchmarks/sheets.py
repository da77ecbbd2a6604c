#!/usr/bin/env python3
"""CPU time of `analyst analyse` for one sheet alone, and for a further sheet in the same call.

    Benchmarks/sheets.py PROGRAM FOLDER [--before CHECKOUT] [--rounds 5]

The rules are read and compiled once per call, so that a further sheet must cost far less than the first. A further sheet
costs what a call on all sheets costs beyond a call on one, divided by their number less one. Medians of the rounds.

With --before an earlier checkout, with its release build, takes its turn in the same rounds, so that a busy machine hits
both alike, and so does the program of now on the rules and sheets of then: content has grown since, and only the same work
can be compared.
"""

import argparse
import os
import statistics
import subprocess
from pathlib import Path


class Build:
    """A program with its sheets, and what its calls took."""

    def __init__(self, program, folder, place=None):
        self.program = program
        self.place = place
        self.sheets = sorted(map(str, folder.resolve().glob("*.yaml")))
        if len(self.sheets) < 2:
            raise SystemExit(f"{folder} has no two sheets")
        self.alone = []
        self.together = []

    def cpu(self, sheets):
        """Seconds of processor time of one call."""
        rules = ["--rules", str(self.place / "rules")] if self.place else []
        before = os.times()
        subprocess.run(
            [self.program, "analyse", *sheets, "--date", "2026-11-01", "--format", "text", "--lang", "nl", *rules],
            stdout=subprocess.DEVNULL, cwd=self.place, check=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    def round(self):
        self.alone.append(self.cpu(self.sheets[:1]))
        self.together.append(self.cpu(self.sheets))

    def figures(self):
        """Seconds for one sheet alone, and for a further one."""
        one = statistics.median(self.alone)
        return one, (statistics.median(self.together) - one) / (len(self.sheets) - 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--before", type=Path, help="an earlier checkout with its release build")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    now = Build(options.program.resolve(), options.folder)
    builds = [now]
    if options.before:
        place = options.before.resolve()
        folder = place / "sheets" / "areas"
        builds += [Build(place / ".build" / "release" / "analyst", folder, place), Build(now.program, folder, place)]
    for _ in range(options.rounds):
        for build in builds:
            build.round()
    one, further = now.figures()
    print(f"analyse, one sheet alone: {one:.3f} s CPU")
    print(f"analyse, a further sheet in the same call ({len(now.sheets)} sheets): {further:.3f} s CPU, "
          f"{further / one:.2f} of one alone")
    if options.before:
        earlier, same = (build.figures() for build in builds[1:])
        print(f"on the rules and sheets of the build before: {earlier[0]:.3f} s then, {same[0]:.3f} s now "
              f"({same[0] / earlier[0]:.2f}); a further sheet {earlier[1]:.3f} s then, {same[1]:.3f} s now "
              f"({same[1] / earlier[1]:.2f}; {same[1] / same[0]:.2f} of one alone)")


if __name__ == "__main__":
    main()
