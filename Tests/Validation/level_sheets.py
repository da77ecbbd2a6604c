"""Writes fact sheets in which no area has figures that most other areas lack, for a blind test.

    python3 Tests/Validation/level_sheets.py --sheets sheets/areas --levelled level

An area with more tables behind it is recognised by that, whatever the figures say. A figure stays when at least half of the sheets
know it; elsewhere it becomes `not-published`, in the area and in its parts.
"""

import argparse
import re
from pathlib import Path

KNOWN = re.compile(r"^  (\w+): \{ value:.*?\bsource: ([\w-]+).*$")


def known(sheet):
    """Names of the figures that have a value for the area or for a part."""
    names = {match[1] for line in sheet.splitlines() if (match := KNOWN.match(line))}
    for line in sheet.splitlines():
        if line.startswith("    figures: {"):
            names |= set(re.findall(r"(\w+): -?\d", line))
    return names


def rare(sheets):
    """Names of figures that fewer than half of the sheets know."""
    counts = {}
    for sheet in sheets:
        for name in known(sheet):
            counts[name] = counts.get(name, 0) + 1
    return {name for name, count in counts.items() if count * 2 < len(sheets)}


def levelled(sheet, names):
    lines = []
    for line in sheet.splitlines():
        figure = KNOWN.match(line)
        if figure and figure[1] in names:
            line = f"  {figure[1]}: {{ unknown: not-published, source: {figure[2]} }}"
        elif line.startswith("    figures: {"):
            for name in names:
                line = re.sub(rf"(?<=[{{ ]){name}: [^,{{}}]+(?:, | (?=\}}))", "", line).replace(", }", " }")
        lines.append(line)
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sheets", type=Path, required=True)
    parser.add_argument("--levelled", type=Path, required=True, help="folder for the levelled sheets")
    options = parser.parse_args()
    sheets = {path.name: path.read_text(encoding="utf-8") for path in sorted(options.sheets.glob("*.yaml"))}
    names = rare(sheets.values())
    options.levelled.mkdir(parents=True, exist_ok=True)
    for name, sheet in sheets.items():
        (options.levelled / name).write_text(levelled(sheet, names), encoding="utf-8")


if __name__ == "__main__":
    main()
