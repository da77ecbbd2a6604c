"""Writes blinded texts of the analyses of areas, for a reader who matches them to short descriptions.

    for f in sheets/areas/*.yaml; do
        analyst analyse "$f" --date 2026-11-01 --format json -o "out/$(basename "$f" .yaml).json"; done
    python3 Tests/Validation/blind_texts.py --analyses out --sheets sheets/areas --seed 7 --texts blind/texts --key key.json \
        --descriptions Tests/Validation/area_descriptions.md --lettered blind/descriptions.md

Taken out: names of areas, municipalities, wijken, buurten and provinces; codes; counts of residents and households of the area, of its
parts and of the municipality; names of files; the order. What stays is the content: features, problems with their grounds, strengths,
main challenges, goals, differences inside, the first ten interventions, and what would help most. The key stands in a file apart.

With `--strict`, for analyses of sheets made by level_sheets.py, also: each figure of the municipality and the country, targets among
them; the feature on the size of the area in its municipality; all but three parts of the area; and the precision of its own figures.
"""

import argparse
import json
import math
import random
import re
import string
from pathlib import Path

PROVINCES = ["Groningen", "Friesland", "Fryslân", "Drenthe", "Overijssel", "Flevoland", "Gelderland", "Utrecht", "Noord-Holland",
             "Zuid-Holland", "Zeeland", "Noord-Brabant", "Limburg"]
COUNTED = ("inwoners", "huishoudens")
SIZE = "feature:groot-deel-van-de-gemeente"
SMALLEST = 200   # a smaller count could be any other figure in a text
GENERAL = {"centrum", "oost", "west", "noord", "zuid", "wijk", "buurt", "bedrijventerrein", "verspreide huizen"}


# MARK: what may not be told

def hidden(sheet):
    """Names in a fact sheet, and counts of the area and the municipality; those of parts are never told.

    Sheets are written by `analyst import`, one entry to a line, so that lines can be read.
    """
    names, counts = set(), set()
    for line in sheet.splitlines():
        for match in re.finditer(r"\b(?:name|nl|en): ('[^']*'|\"[^\"]*\"|[^,}\n]+)", line):
            if re.match(r"(title:|  municipality:|    - \{ code:|    name:)", line):
                names |= variants(match[1].strip(" '\""))
        figure = re.match(r"  (\w+): \{ value:", line)
        if figure and figure[1] in COUNTED:
            counts |= set(re.findall(r"(?:value|gemeente): (\d+)", line))
        counts |= set(re.findall(r"^  residents: (\d+)", line))
    return names, {int(count) for count in counts if int(count) >= SMALLEST}


def variants(name):
    """The name, the name without `Wijk 03`, and the pieces of a name of several places."""
    bare = re.sub(r"^Wijk \d+ ", "", name)
    pieces = {name, bare} | {piece.strip() for piece in re.split(r"[/&(),]| en | e\.o\.", bare)}
    pieces |= {piece.replace("-", " ") for piece in pieces} | {piece.replace(" ", "-") for piece in pieces}
    return {piece for piece in pieces if len(piece) > 3 and piece.lower() not in GENERAL}


class Blinding:
    def __init__(self, names, counts):
        known = sorted(names | set(PROVINCES), key=len, reverse=True)
        self.names = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, known)) + r")(?!\w)")
        forms = {form for count in counts for form in (str(count), f"{count:,}", f"{count:,}".replace(",", "."))}
        self.counts = re.compile(r"(?<![\d.,])(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + r")(?![\d]|[.,]\d)")

    def __call__(self, text):
        text = re.sub(r"\s*\((?:WK|BU|GM)\d+\)|\b(?:WK|BU|GM)\d+\b", "", text)
        text = re.sub(r"https?://\S+", "[bron]", text)
        return self.counts.sub("[aantal]", self.names.sub("[naam]", text))


# MARK: what is told less exactly

NUMBER = r"(?<![\w.,])[−-]?\d+(?:[.,]\d+)*"


def stricter(line):
    """The line without figures of the municipality and the country, and with those of the area rounded."""
    if " → " in line:
        line = re.sub(rf" naar {NUMBER}", " naar [cijfer]", line)
        line = re.sub(rf"(?<=: van ){NUMBER}", lambda match: whole(match[0]), line)
    # What follows the name of a place inside a clause is a figure of that place, but for `0,6 keer die van Nederland en 55 %`.
    clauses = re.split(r"(\. |[;()])", line)
    line = "".join(re.sub(r"\b(?:gemeente|(?<!keer die van )Nederland)\b.*", lambda match: re.sub(NUMBER, "[cijfer]", match[0]), clause) for clause in clauses)
    line = re.sub(rf"{NUMBER}(?= %)", lambda match: whole(match[0]), line)
    line = re.sub(rf"{NUMBER}(?= \w+ per km2)", lambda match: one_digit(match[0]), line)
    return re.sub(r"(?<![\w.,])[−-]?\d+,\d+", lambda match: one_digit(match[0]), line)


def value(text):
    return float(text.replace(".", "").replace("−", "-").replace(",", "."))


def written(number):
    return f"{number:.10f}".rstrip("0").rstrip(".").replace("-", "−").replace(".", ",")


def whole(text):
    """Halves go up: 2,5 becomes 3."""
    return written(math.floor(value(text) + 0.5))


def one_digit(text):
    return written(float(f"{value(text):.0e}"))


# MARK: what is told

def found(part):
    """The certain findings of a part of an analysis, with those inside details, in their order and once."""
    result, seen = [], set()

    def visit(node):
        if isinstance(node, dict):
            if node.get("state") == "found" and "id" in node:
                if node["id"] not in seen:
                    seen.add(node["id"])
                    result.append(node)
                return
            for value in node.values():
                visit(value)
        elif isinstance(node, list):
            for value in node:
                visit(value)

    visit(part["blocks"])
    return result


def field(finding, name):
    return next((pair["value"] for pair in finding["properties"] if pair["name"] == name), "")


def weight(finding):
    """What is certain of a weight: of `nog niet bekend (58 tot 70)` the 58."""
    number = re.search(r"\d+(?:[.,]\d+)?", field(finding, "Gewicht"))
    return float(number[0].replace(",", ".")) if number else 0


def entry(finding, *names):
    told = "; ".join(f"{name.lower()}: {field(finding, name)}" for name in names if field(finding, name))
    because = " ".join(finding["because"][:2])
    return f"- **{finding['title']}**{f' ({told})' if told else ''}. {because}".rstrip()


def differences(area, strict=False):
    """Problems per part without the names of the parts: at most six, those with most problems first; when strict the ends and the middle."""
    table = next((block for block in area["blocks"] if block["kind"] == "table"), None)
    if not table:
        return []
    texts = [[cell.get("text") or str(cell.get("number", "")) if isinstance(cell, dict) else str(cell) for cell in row]
             for row in table["rows"]]
    rows = sorted(texts, key=lambda row: -len([problem for problem in row[-1].split("; ") if problem]))
    shown = rows if len(rows) <= 6 else rows[:3] + rows[-3:]
    if strict and len(rows) > 3:
        shown = [rows[0], rows[len(rows) // 2], rows[-1]]
    return [f"- Een deel: {row[-1] or 'geen probleem gevonden'}." for row in shown]


def content(analysis, strict=False):
    """The analysis as lines, not yet blinded."""
    parts = {part["id"]: part for part in analysis["parts"]}

    def of(kind, part):
        return [finding for finding in found(parts[part]) if finding["id"].startswith(kind + ":")]

    lines = []

    def section(title, entries):
        lines.extend(["", f"## {title}", ""] + (entries or ["Geen." if strict else "Niets gevonden."]))

    if "kenmerken" in parts:
        section("Kenmerken", [entry(finding) for finding in of("feature", "kenmerken") if not (strict and finding["id"] == SIZE)])
    elif strict:
        section("Kenmerken", [])
    plot = next((block for block in parts["beoordeling"]["blocks"] if block["kind"] == "dotPlot"), None)
    section("Verst van Nederland", [f"- {plot['title']}."] if plot else [])
    section("Problemen", [entry(finding, "Ernst") for finding in of("problem", "problemen-en-krachten")])
    section("Krachten", [entry(finding) for finding in of("strength", "problemen-en-krachten")])
    section("Stapeling en ontwikkeling", [entry(finding) for part in ("stapeling", "ontwikkeling") for finding in found(parts[part])])
    section("Kernopgaven", [f"- **{finding['title']}** (gewicht {field(finding, 'Gewicht')})" for finding in of("challenge", "kernopgaven")])
    section("Doelen", [f"- {finding['title']}: van {field(finding, 'Nu')} naar {field(finding, 'Doel')}" for finding in of("goal", "kernopgaven")])
    section("Verschillen binnen het gebied", differences(parts["gebied"], strict))
    # sorted() keeps the order of the report among equals.
    first = sorted(of("intervention", "interventies"), key=lambda finding: -weight(finding))[:10]
    section("Eerste tien interventies", [f"{place}. {entry(finding, 'Gewicht')[2:]}" for place, finding in enumerate(first, 1)])
    section("Keuzes", [entry(finding) for finding in of("choice", "interventies")])
    asked = next((block["items"] for block in parts["niet-bekend"]["blocks"] if block["kind"] == "list"), [])
    section("Wat het meest zou helpen om te weten", [f"- {item}" for item in asked[:5]])
    return lines


def first_page(analysis):
    """The page that tells the story, as lines, not yet blinded."""
    story = next(part for part in analysis["parts"] if part["id"] == "verhaal")
    lines = []
    for block in story["blocks"]:
        if block["kind"] == "heading":
            lines += ["", f"## {block['text']}", ""]
        elif block["kind"] == "list":
            lines += [f"- {item}" for item in block["items"]] + [""]
        else:
            lines += [block["text"], ""]
    return lines


def blinded(analysis, blinding, number, strict=False, is_first_page=False):
    # Names and counts go first: rounding would leave a count that can no longer be recognised.
    lines = [blinding(line) for line in (first_page(analysis) if is_first_page else content(analysis, strict))]
    if strict:
        lines = [stricter(line) for line in lines]
    return "\n".join([f"# Gebied {number:02}"] + lines) + "\n"


def descriptions(text):
    """The descriptions by their heading, without the note above them and without the sources between brackets at the end."""
    result = {}
    for block in text.split("\n## ")[1:]:
        heading, _, body = block.partition("\n")
        body = re.sub(r"\s*(\[memory\]|\([^()]*(?:\.nl|\.com|shared reading)[^()]*(?:\[memory\])?\))\s*$", "", body.strip())
        result[heading.strip()] = " ".join(body.split())
    return result


# MARK: files

def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--analyses", type=Path, required=True, help="folder with one JSON file of `analyst analyse` per area")
    parser.add_argument("--sheets", type=Path, required=True, help="folder with the fact sheets, under the same names")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--texts", type=Path, required=True, help="folder for the blinded texts")
    parser.add_argument("--key", type=Path, required=True, help="file for the key, outside what the reader gets")
    parser.add_argument("--descriptions", type=Path)
    parser.add_argument("--lettered", type=Path, help="file for the descriptions under letters")
    parser.add_argument("--first-page", action="store_true", help="only the page that tells the story")
    parser.add_argument("--strict", action="store_true", help="also without figures of municipality and country, and rounded")
    options = parser.parse_args()
    names, counts = set(), set()
    sheets = {path.stem: path for path in options.sheets.glob("*.yaml")}
    for path in sheets.values():
        more_names, more_counts = hidden(path.read_text(encoding="utf-8"))
        names, counts = names | more_names, counts | more_counts
    blinding = Blinding(names, counts)
    areas = sorted(path.stem for path in options.analyses.glob("*.json"))
    order = random.Random(options.seed)
    order.shuffle(areas)
    options.texts.mkdir(parents=True, exist_ok=True)
    key = {"seed": options.seed, "texts": {}, "descriptions": {}}
    for number, area in enumerate(areas, 1):
        analysis = json.loads((options.analyses / f"{area}.json").read_text(encoding="utf-8"))["analyses"][0]
        (options.texts / f"{number:02}.md").write_text(blinded(analysis, blinding, number, options.strict, options.first_page), encoding="utf-8")
        key["texts"][f"{number:02}"] = area
    if options.descriptions and options.lettered:
        told = descriptions(options.descriptions.read_text(encoding="utf-8"))
        shuffled = sorted(told)
        order.shuffle(shuffled)
        lines = []
        for letter, area in zip(string.ascii_uppercase, shuffled):
            lines.append(f"## {letter}\n\n{told[area]}\n")
            key["descriptions"][letter] = area
        options.lettered.write_text("\n".join(lines), encoding="utf-8")
    options.key.write_text(json.dumps(key, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
