"""What each engine reads of an Areas set: a CLIPS program and its facts, a table for the C interpreter, YAML rules."""



def write_all(areas_set, folder):
    (folder / "areas.clp").write_text(clips_program(areas_set.rules), encoding="utf-8")
    with open(folder / "areas.fct", "w", encoding="utf-8") as file:
        file.writelines(clips_facts(areas_set))
    (folder / "rules.txt").write_text(table(areas_set.rules), encoding="utf-8")
    rule_sets = folder / "rules"
    rule_sets.mkdir(exist_ok=True)
    for name, text in rule_files(areas_set.rules).items():
        (rule_sets / name).write_text(text, encoding="utf-8")


def indicator(number):
    return f"i{number:02}"


# CLIPS


def clips_program(rules):
    """One rule per rule, two-valued. A signal carries its number so that a count can name each pair once."""
    slots = " ".join(f"(slot {indicator(number)})" for number in range(60))
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    parts = [
        "; Areas: thresholds, joins with the municipality, combinations and counts of signals.",
        "; Written by areas_forms.py.\n",
        f"(deftemplate area (slot id) (slot muni) {slots})",
        f"(deftemplate municipality (slot id) {slots})",
        "(deftemplate signal (slot area) (slot code) (slot number))\n",
    ]
    for rule in rules:
        parts.append(CLIPS[rule["kind"]](rule, numbers))
    return "\n".join(parts)


def clips_rule(rule, salience, conditions, numbers):
    conclusion = f"(assert (signal (area ?a) (code {rule['id']}) (number {numbers[rule['id']]})))"
    return "\n".join([f"(defrule {rule['id']}", f"  (declare (salience {salience}))",
                      *(f"  {one}" for one in conditions), "  =>", f"  {conclusion})\n"])


def clips_tests(tests):
    return " ".join(f"({name} ?{name}&~nil&:({sign} ?{name} {bound}))"
                    for name, sign, bound in ((indicator(at), sign, bound) for at, sign, bound in tests))


def clips_threshold(rule, numbers):
    return clips_rule(rule, 20, [f"(area (id ?a) {clips_tests(rule['conds'])})"], numbers)


def clips_join(rule, numbers):
    name = indicator(rule["ind"])
    return clips_rule(rule, 20, [
        f"(area (id ?a) (muni ?m) {clips_tests(rule['conds'])} ({name} ?own&~nil))",
        f"(municipality (id ?m) ({name} ?mean&~nil&:(> ?own (* {rule['factor']} ?mean))))",
    ], numbers)


def clips_combine(rule, numbers):
    conditions = [f"(signal (area ?a) (code {code}))" for code in rule["all"]]
    conditions += [f"(not (signal (area ?a) (code {code})))" for code in rule["none"]]
    return clips_rule(rule, 10, conditions, numbers)


def clips_count(rule, numbers):
    """At least n of a group: n different signals exist, in the order of their numbers."""
    group = "|".join(rule["of"])
    patterns = []
    for place in range(rule["atLeast"]):
        after = f"&:(> ?n{place} ?n{place - 1})" if place else ""
        patterns.append(f"(signal (area ?a) (code {group}) (number ?n{place}{after}))")
    return clips_rule(rule, 0, ["(area (id ?a))", "(exists", *(f"  {one}" for one in patterns), ")"], numbers)


CLIPS = {"threshold": clips_threshold, "join": clips_join, "combine": clips_combine, "count": clips_count}


def clips_facts(areas_set):
    def slots(values):
        cells = ("nil" if value is None else value / 10 for value in values)
        return " ".join(f"({indicator(at)} {cell})" for at, cell in enumerate(cells))

    for municipality, values in areas_set.municipalities:
        yield f"(municipality (id {municipality}) {slots(values)})\n"
    for area, municipality, values in areas_set.areas:
        yield f"(area (id {area}) (muni {municipality}) {slots(values)})\n"


# The table of the C interpreter


def table(rules):
    """One line per rule: kind, id, and numbers parted by blanks; signals are named by their place among the rules.

    threshold ID N (INDICATOR SIGN CONSTANT)*N
    join ID INDICATOR FACTOR N (INDICATOR SIGN CONSTANT)*N
    combine ID N (PLACE)*N M (PLACE)*M
    count ID LEAST N (PLACE)*N
    """
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    lines = []
    for rule in rules:
        parts = [rule["kind"], rule["id"]]
        if rule["kind"] == "join":
            parts += [rule["ind"], rule["factor"]]
        if rule["kind"] in ("threshold", "join"):
            parts.append(len(rule["conds"]))
            for test in rule["conds"]:
                parts += test
        elif rule["kind"] == "combine":
            for key in ("all", "none"):
                parts += [len(rule[key]), *(places[code] for code in rule[key])]
        else:
            parts += [rule["atLeast"], len(rule["of"]), *(places[code] for code in rule["of"])]
        lines.append(" ".join(map(str, parts)))
    return f"{len(rules)}\n" + "\n".join(lines) + "\n"


# YAML rules


def rule_files(rules):
    """The rule base of the set: what a record holds, the codes, the kind of conclusion, the source and the rules."""
    indicators = [
        f"{{ code: {name}, title: {{ nl: Indicator {name}, en: Indicator {name} }}, type: number }}"
        for name in map(indicator, range(60))]
    signals = [f"{{ code: {name}, title: {{ nl: Signaal {name}, en: Signal {name} }} }}"
               for name in (rule["id"] for rule in rules)]
    return {
        "indicators.yaml": INDICATORS + "".join(f"  - {entry}\n" for entry in indicators),
        "signals.yaml": SIGNALS + "".join(f"  - {entry}\n" for entry in signals),
        "record.yaml": RECORD,
        "templates.yaml": TEMPLATES,
        "source.yaml": SOURCE,
        "areas.yaml": RULES + "".join(yaml_rule(rule) for rule in rules),
    }


INDICATORS = """\
vocabulary: indicators
title: { nl: Indicatoren, en: Indicators }
attributes:
  type: { string: true }
codes:
"""
SIGNALS = """\
vocabulary: signals
title: { nl: Signalen, en: Signals }
codes:
"""
RECORD = """\
record: area
title: { nl: Gebied, en: Area }
names: { vocabulary: indicators }
contexts:
  municipality:
    title: { nl: de gemeente, en: the municipality }
    vocabulary: indicators
"""
TEMPLATES = """\
templates:
  - template: signal
    title: { nl: Signaal, en: Signal }
    per: area
    key: { code: { vocabulary: signals } }
"""
SOURCE = """\
source: areas-set
title: Areas benchmark
read: { nl: niets, en: nothing }
findings:
  - { id: A-1, statement: { nl: Een getrokken regel., en: A rule drawn at random. }, certainty: read }
"""
RULES = """\
# Written by areas_forms.py.
ruleset: areas
title: { nl: Gebieden, en: Areas }
rules:
"""


def yaml_rule(rule):
    lines = [f"  - rule: {rule['id']}",
             f"    title: {{ nl: Signaal {rule['id']}, en: Signal {rule['id']} }}",
             "    source: { ref: areas-set, finding: A-1 }",
             "    strength: judgement",
             "    when:"]
    lines += [f"      - {condition}" for condition in YAML[rule["kind"]](rule)]
    lines += ["    then:", f"      - signal: {{ code: {rule['id']} }}"]
    return "\n".join(lines) + "\n"


def yaml_tests(tests):
    return [f"{indicator(at)} {sign} {bound}" for at, sign, bound in tests]


def yaml_join(rule):
    name = indicator(rule["ind"])
    return [f"{name} > {rule['factor']} * municipality.{name}", *yaml_tests(rule["conds"])]


def yaml_combine(rule):
    conditions = [f"{{ signal: s{place}, code: {code} }}" for place, code in enumerate(rule["all"])]
    return conditions + [f"absent: {{ signal: s, code: {code} }}" for code in rule["none"]]


def yaml_count(rule):
    group = ", ".join(f'"{code}"' for code in rule["of"])
    return [f"count: {{ signal: s, where: 's.code in [{group}]', as: n }}", f"n >= {rule['atLeast']}"]


YAML = {"threshold": lambda rule: yaml_tests(rule["conds"]), "join": yaml_join, "combine": yaml_combine,
        "count": yaml_count}
