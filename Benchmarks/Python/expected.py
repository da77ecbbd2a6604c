"""What each workload must come to, whatever engine runs it: firings, firings per rule and final facts."""

import re
from collections import Counter

import areas_judge

MANNERS = {8: 65, 16: 193, 32: 644, 64: 2_313, 128: 8_824}  # facts left
WALTZ = {  # facts left; junctions L, tee, arrow, fork; edges at the end without label, B, +
    12: (2_749, (372, 200, 156, 52), (844, 812, 312)),
    25: (5_505, (736, 408, 312, 104), (1_676, 1_644, 624)),
    37: (8_049, (1_072, 600, 456, 152), (2_444, 2_412, 912)),
    50: (10_805, (1_436, 808, 612, 204), (3_276, 3_244, 1_224)),
}


def manners_firings(guests):
    return guests * (guests - 1) // 2 + 4 * guests - 1


def waltz_firings(size):
    return 276 * size + 264


def firings(workload, size, reference=None, reading="two-valued"):
    """How many rules fire; Areas has a number per reading."""
    if workload == "areas":
        return reference[reading]["firings"]
    return manners_firings(size) if workload == "manners" else waltz_firings(size)


def manners_rules(guests):
    """Firings per rule."""
    return {"assign_first_seat": 1, "find_seating": guests - 1, "make_path": guests * (guests - 1) // 2,
            "path_done": guests - 1, "continue": guests - 2, "are_we_done": 1, "print_results": guests, "all_done": 1}


def waltz_rules(size):
    """Firings of the rules whose number does not depend on ties."""
    _, (corners, tees, arrows, forks), (plain, _, _) = WALTZ[size]
    lines = 76 * size + 72
    rules = {"reverse_edges": lines, "make_3_junction": tees + arrows + forks, "make_L": corners,
             "initial_boundary_arrow": 1, "second_boundary_L": 1, "plot_boundaries": plain}
    rules |= dict.fromkeys(("done_reversing", "done_detecting", "done_labeling", "done_plotting"), 1)
    if size == 12:
        rules |= {"label_tee_A": 200, "match_edge": 489, "label_arrow_1A": 51, "label_arrow_1B": 24,
                  "label_fork_1": 52, "plot_remaining": 146}
    return rules


def faults(workload, size, fired, per_rule, facts, reference=None):
    """What differs from the above, as sentences; facts are lines as CLIPS saves them."""
    found = []

    def check(what, value, wanted):
        if value != wanted:
            found.append(f"{what} {value}, expected {wanted}")

    facts = [fact for fact in facts if fact.strip() and not fact.startswith("(initial-fact")]
    check("firings", fired, firings(workload, size, reference))
    if workload == "manners":
        check("facts left", len(facts), MANNERS[size])
        check("firings per rule", dict(per_rule), manners_rules(size))
        found += seating_faults(facts, size)
    elif workload == "waltz":
        left, junctions, edges = WALTZ[size]
        check("facts left", len(facts), left)
        kinds = Counter(slot(fact, "type") for fact in facts if fact.startswith("(junction"))
        check("junctions", tuple(kinds[kind] for kind in ("L", "tee", "arrow", "fork")), junctions)
        labels = Counter(slot(fact, "label") for fact in facts if fact.startswith("(edge"))
        check("labels", tuple(labels[label] for label in ("nil", "B", "+")), edges)
        for rule, wanted in waltz_rules(size).items():
            check(f"firings of {rule}", per_rule[rule], wanted)
    else:
        wanted = reference["two-valued"]
        check("firings per rule", {rule: per_rule[rule] for rule in wanted["per_rule"]}, wanted["per_rule"])
        signals = [fact for fact in facts if fact.startswith("(signal")]
        checksum = sum(areas_judge.fnv1a(f"{slot(fact, 'area')} {slot(fact, 'code')}") for fact in signals) % 2**64
        check("checksum", f"{checksum:016x}", wanted["checksum"])
    return found


def seating_faults(facts, guests):
    """Whether the seatings hold one chain of all guests in which neighbours differ in sex and share a hobby."""
    sexes, hobbies, seatings = {}, {}, {}
    for fact in facts:
        if fact.startswith("(guest"):
            name = slot(fact, "name")
            sexes[name] = slot(fact, "sex")
            hobbies.setdefault(name, set()).add(slot(fact, "hobby"))
        elif fact.startswith("(seating"):
            seatings[slot(fact, "id")] = fact
    last = next((fact for fact in seatings.values() if slot(fact, "seat2") == str(guests)), None)
    order = []
    while last is not None:
        order.insert(0, slot(last, "name2"))
        last = seatings.get(slot(last, "pid"))
    if len(set(order)) != guests:
        return [f"{len(set(order))} guests are seated"]
    return [f"{left} and {right} do not suit each other" for left, right in zip(order, order[1:])
            if sexes[left] == sexes[right] or not hobbies[left] & hobbies[right]]


def slot(fact, name):
    match = re.search(rf"\({name} ([^()]*)\)", fact)
    return match.group(1) if match else None
