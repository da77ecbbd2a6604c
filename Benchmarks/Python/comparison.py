"""What the rounds say of the engines against each other: times, ratios, memory, and whether CLIPS is fairly programmed."""

import expected

JUSTIFIED = "ours, justified"
OURS = ("ours", JUSTIFIED)
# An earlier build of ours, and what it is compared with.
BEFORE, BEFORE_JUSTIFIED = "before", "before, justified"
BEFORE_OF = {"ours": BEFORE, JUSTIFIED: BEFORE_JUSTIFIED}
# Engines whose firings are what is certain.
CERTAIN = (*OURS, *BEFORE_OF.values())

# How many times as fast as CLIPS 6.4 we mean to be, by workload or by program.
AIMS = {
    "manners 128": {"ours": 5},
    "waltz 50": {"ours": 4},
    "areas": {"ours": 20, JUSTIFIED: 10},
}

# How the times of CLIPS stand to each other when its programs are written as they should be, and how far they may be off.
CLIPS_SHAPE = {"manners 128": 4.4, "waltz 50": 1.0, "areas given": 6.6}
CLIPS_TOLERANCE = 0.4

# What an engine needs for itself is measured on this.
SMALLEST_RULES = """\
ruleset: start
title: { nl: Begin, en: Start }
mode: production
templates:
  - template: start
    fields: { up: { type: number } }
rules:
  - rule: stop
    when:
      - { start: s }
    then:
      - retract: s
"""


def milliseconds(seconds):
    return "-" if seconds is None else f"{seconds * 1000:.1f}" if seconds < 1 else f"{seconds * 1000:.0f}"


def ratio(above, below):
    """How many times the first is of the second, as text."""
    if not above or not below:
        return "-"
    value = above / below
    return f"{value:.0f}" if value >= 20 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def aims(workload):
    return AIMS.get(workload.name) or AIMS.get(workload.program, {})


def seconds(figures, engine):
    return figures.get(engine, {}).get("run_seconds")


def print_all(rows, engines, start_peaks):
    """Rows are workloads with the figures of each engine."""
    print_times(rows, engines)
    print_ratios(rows)
    print_growth(rows)
    print_memory(rows, engines, start_peaks)
    print_clips_shape(rows)


def print_times(rows, engines):
    print("\nCPU milliseconds: run (loading)\n")
    lines = [["workload", "firings", *engines]]
    for workload, figures in rows:
        line = [workload.name, f"{expected.firings(workload.program, workload.size, workload.reference):,}"]
        for engine in engines:
            figure = figures.get(engine)
            line.append(
                f"{milliseconds(figure['run_seconds'])} ({milliseconds(figure.get('load_seconds'))})" if figure else "-")
        lines.append(line)
    print_lines(lines)


def print_ratios(rows):
    print("\nRatios of the runs; J: with all justifications\n")
    lines = [["workload", "6.3 / ours", "6.4 / ours", "6.4 / ours J", "ours / C", "ours J / C", "aim of 6.4 / ours"]]
    for workload, figures in rows:
        ours, justified, best = (seconds(figures, name) for name in (*OURS, "C"))
        clips = seconds(figures, "CLIPS 6.4")
        lines.append([
            workload.name, ratio(seconds(figures, "CLIPS 6.3"), ours), ratio(clips, ours), ratio(clips, justified),
            ratio(ours, best), ratio(justified, best), " and J ".join(map(str, aims(workload).values())) or "-",
        ])
    print_lines(lines)
    for sentence in missed_aims(rows):
        print(sentence)


def growth(rows):
    """Per workload and way of ours: how many times as long it takes as it took before; empty without a build before."""
    found = []
    for workload, figures in rows:
        for name, before in BEFORE_OF.items():
            now, then = seconds(figures, name), seconds(figures, before)
            if now and then:
                found.append((workload.name, name, then, now, now / then))
    return found


def print_growth(rows):
    found = growth(rows)
    if found:
        print("\nThe build of now beside the one before, CPU milliseconds of the runs\n")
        print_lines([["workload, way", "before", "now", "now / before"], *(
            [f"{workload}, {name}", milliseconds(then), milliseconds(now), f"{value:.2f}"]
            for workload, name, then, now, value in found)])


def missed_aims(rows):
    """The ratios to CLIPS 6.4 that are not what we mean them to be, as sentences."""
    found = []
    for workload, figures in rows:
        clips = seconds(figures, "CLIPS 6.4")
        for name, aim in aims(workload).items():
            own = seconds(figures, name)
            if clips and own and clips / own < aim:
                found.append(f"{workload.name}, {name}: CLIPS 6.4 takes {clips / own:.1f} times as long, not {aim}.")
    return found


def print_memory(rows, engines, start_peaks):
    print("\nPeak memory in MB, and in brackets above that of the same engine at start-up\n")
    lines = [["workload", *engines]]
    for workload, figures in rows:
        line = [workload.name]
        for engine in engines:
            peak, start = figures.get(engine, {}).get("peak_memory_kb"), start_peaks.get(engine)
            more = f" ({(peak - start) / 1000:.0f})" if peak and start else ""
            line.append(f"{peak / 1000:.0f}{more}" if peak else "-")
        lines.append(line)
    print_lines(lines)


def clips_shape(rows, version):
    """The times of one CLIPS as multiples of its time for Waltz 50; `None` when one is missing."""
    times = {workload.name: seconds(figures, version) for workload, figures in rows}
    unit = times.get("waltz 50")
    if not unit or not all(times.get(name) for name in CLIPS_SHAPE):
        return None
    return {name: times[name] / unit for name in CLIPS_SHAPE}


def is_fair(shape):
    """Whether each program of CLIPS takes about as long as it should beside the others."""
    return all(abs(value / CLIPS_SHAPE[name] - 1) <= CLIPS_TOLERANCE for name, value in shape.items())


def print_clips_shape(rows):
    wanted = " : ".join(f"{value:g}" for value in CLIPS_SHAPE.values())
    for version in ("CLIPS 6.3", "CLIPS 6.4"):
        shape = clips_shape(rows, version)
        if shape is None:
            continue
        found = " : ".join(f"{value:.1f}" for value in shape.values())
        verdict = "as it should be" if is_fair(shape) else "NOT as it should be: look at our programs for CLIPS"
        print(f"\n{version}, {' : '.join(CLIPS_SHAPE)} is {found}; {verdict} ({wanted}, within {CLIPS_TOLERANCE:.0%})")


def print_lines(lines):
    """A table: names on the left, figures on the right."""
    widths = [max(map(len, column)) for column in zip(*lines)]
    for line in lines:
        first, *rest = zip(line, widths)
        print("  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]))
