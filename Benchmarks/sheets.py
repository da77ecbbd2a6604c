#!/usr/bin/env python3
"""CPU time of `analyst analyse` for one sheet alone, and for a further sheet in the same call.

    Benchmarks/sheets.py PROGRAM FOLDER [--rounds 5]

The rules are read and compiled once per call, so that a further sheet must cost far less than the first. A further sheet
costs what a call on all sheets costs beyond a call on one, divided by their number less one. Medians of the rounds.
"""

import argparse
import os
import statistics
import subprocess
from pathlib import Path


def cpu(program, sheets, output):
    """Seconds of processor time of one call."""
    before = os.times()
    subprocess.run(
        [program, "analyse", *sheets, "--date", "2026-11-01", "--format", "text", "--lang", "nl"],
        stdout=output, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    sheets = sorted(map(str, options.folder.glob("*.yaml")))
    if len(sheets) < 2:
        raise SystemExit(f"{options.folder} has no two sheets")
    alone, together = [], []
    with open(os.devnull, "wb") as output:
        for _ in range(options.rounds):
            alone.append(cpu(options.program, sheets[:1], output))
            together.append(cpu(options.program, sheets, output))
    one = statistics.median(alone)
    further = (statistics.median(together) - one) / (len(sheets) - 1)
    print(f"analyse, one sheet alone: {one:.3f} s CPU")
    print(f"analyse, a further sheet in the same call ({len(sheets)} sheets): {further:.3f} s CPU, "
          f"{further / one:.2f} of one alone")


if __name__ == "__main__":
    main()
