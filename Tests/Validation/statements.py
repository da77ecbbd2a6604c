"""What the statements of an analysis rest on. Input: the JSON of `analyst analyse … --format json`.

A statement is a finding that was found. It rests on
  figure    a figure or an answer that one of its rules read,
  finding   other findings that were found and that rest, in the end, on a figure or an answer,
  unknown   what is not known or who was not heard: a remark about the analysis itself,
  nothing   none of these: a fault.
Beside that each statement names a source and a strength of evidence, each open finding what it waits for, and each
finding that does not hold the condition that fails.

Run: python3 Tests/Validation/statements.py analysis.json …
"""

import json
import sys
from collections import Counter

UNKNOWN = ("nog niet bekend", "not yet known")
# Built on facts that the report does not list apart: what those come from.
HIDDEN = {"challenge": "problem", "loop": "link"}
JUDGEMENT = ("oordeel van de makers", "judgement of the authors")


def findings(analysis):
    """All findings of one analysis, each once, also those behind a summary."""
    found = {}

    def walk(block):
        for finding in block.get("findings", []):
            found.setdefault(finding["id"], finding)
        for inner in block.get("blocks", []):
            walk(inner)

    for part in analysis["parts"]:
        for block in part["blocks"]:
            walk(block)
    return found


def is_known(line):
    return not any(f": {word}" in line for word in UNKNOWN)


def basis(identity, found, seen=()):
    """What a found finding rests on: figure, finding, unknown or nothing."""
    grounds = [ground for ground in found[identity]["grounds"] if ground["certain"]]
    lines = [line for ground in grounds for line in ground["figures"]]
    if any(is_known(line) for line in lines):
        return "figure"
    others = {other for ground in grounds for other in ground["findings"]}
    source = HIDDEN.get(identity.split(":")[0])
    if source and not others:
        others = {other for other in found if other.startswith(source + ":")}
    others -= {*seen, identity}
    others = [other for other in others if found.get(other, {}).get("state") == "found"]
    below = {basis(other, found, (*seen, identity)) for other in others}
    if below & {"figure", "finding"}:
        return "finding"
    if lines or "unknown" in below or (grounds and not any(ground["findings"] for ground in grounds)):
        return "unknown"
    return "nothing"


def is_judgement(finding):
    """Every rule behind it rests on the judgement of the authors, and says so."""
    return all(ground["strength"].startswith(JUDGEMENT) for ground in finding["grounds"])


def faults(finding):
    """What a reader would miss."""
    missing = []
    if finding["state"] == "found":
        if not finding["because"]:
            missing.append("no sentence")
        if not finding["grounds"] or not all(ground["sources"] for ground in finding["grounds"]):
            missing.append("no source")
        if not all(ground["strength"] for ground in finding["grounds"]):
            missing.append("no strength")
    elif finding["state"] == "open" and not finding["waitsFor"]:
        missing.append("waits for nothing")
    elif finding["state"] == "refuted" and not finding["because"] and not finding["notInForce"]:
        missing.append("no failing condition")
    return missing


def count(analysis):
    """Counts of one analysis, and the findings with a fault."""
    found = findings(analysis)
    counts, wrong = Counter(), {}
    for identity, finding in found.items():
        counts[finding["state"]] += 1
        missing = faults(finding)
        if finding["state"] == "found":
            kind = basis(identity, found)
            counts[kind] += 1
            counts["judgement"] += is_judgement(finding)
            if kind == "nothing":
                missing.append("rests on nothing")
        if missing:
            wrong[identity] = missing
    return counts, wrong


KINDS = ["found", "figure", "finding", "unknown", "nothing", "judgement", "open", "refuted"]


def main(paths):
    print("| area | date | " + " | ".join(KINDS) + " |")
    print("|---|---|" + "---:|" * len(KINDS))
    for path in paths:
        with open(path, encoding="utf-8") as file:
            analyses = json.load(file)["analyses"]
        for analysis in analyses:
            counts, wrong = count(analysis)
            numbers = " | ".join(str(counts[kind]) for kind in KINDS)
            print(f"| {analysis['id']} | {analysis['date']} | {numbers} |")
            for identity, missing in wrong.items():
                print(f"  {identity}: {', '.join(missing)}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
