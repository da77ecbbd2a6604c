"""Solves choices of a package as mixed-integer programmes with SciPy (HiGHS), and says where another value comes out.

    analyst tests write one problem a line to standard input, as JSON:
    {"elements": [5], "limits": [1], "items": [{"covers": [0], "worth": 0, "uses": [1]}], "bonds": [[0, 1, 5]],
     "clashes": [[0, 1]], "value": 5}

Exit code 0: all values agree; 1: some do not, and are printed; 3: SciPy is not installed.
"""

import json
import sys

try:
    import numpy
    from scipy.optimize import Bounds, LinearConstraint, milp
except ImportError:
    print("SciPy is not installed", file=sys.stderr)
    sys.exit(3)


def best_value(problem):
    """The greatest value: one binary variable an item, a covered element, and a bond of which both items are taken."""
    items, elements, bonds = problem["items"], problem["elements"], problem["bonds"]
    count = len(items) + len(elements) + len(bonds)
    if count == 0:
        return 0
    gain = numpy.array([i["worth"] for i in items] + elements + [b[2] for b in bonds], dtype=float)
    rows, upper = [], []

    def add(entries, most):
        row = numpy.zeros(count)
        for place, factor in entries:
            row[place] += factor
        rows.append(row)
        upper.append(most)

    for number, limit in enumerate(problem["limits"]):
        add([(place, item["uses"][number]) for place, item in enumerate(items)], limit)
    for element in range(len(elements)):
        covering = [(place, -1) for place, item in enumerate(items) if element in item["covers"]]
        add([(len(items) + element, 1)] + covering, 0)
    for number, (first, second, _) in enumerate(bonds):
        variable = len(items) + len(elements) + number
        add([(variable, 1), (first, -1)], 0)
        add([(variable, 1), (second, -1)], 0)
    for first, second in problem["clashes"]:
        add([(first, 1), (second, 1)], 1)
    result = milp(
        -gain,
        constraints=LinearConstraint(numpy.array(rows), -numpy.inf, numpy.array(upper, dtype=float)),
        integrality=numpy.ones(count),
        bounds=Bounds(0, 1),
    )
    return round(-result.fun)


wrong = 0
for number, line in enumerate(sys.stdin):
    problem = json.loads(line)
    value = best_value(problem)
    if value != problem["value"]:
        wrong += 1
        print(f"problem {number}: the solver finds {value}, the search {problem['value']}: {line.strip()}")
sys.exit(1 if wrong else 0)
