"""One round of a CLIPS program in a process of its own: load the rules, load the facts, run, and say what came of it.

    python clips_round.py 6.3|6.4 PROGRAM.clp FACTS.fct [--report FILE] [--facts FILE] [--watch] [--no-rules]

Prints one JSON object on standard error (or to FILE): firings, seconds of CPU time per step and the peak of memory.
`--facts` saves the final working memory, `--watch` prints each firing on standard output, `--no-rules` removes the
rules before the facts come, which gives the cost of reading the facts alone.

Version 6.3 is Debian's shared library (package clips), version 6.4 the one inside the Python package clipspy.
"""

import ctypes
import ctypes.util
import gc
import json
import sys
import time


class NotInstalled(Exception):
    """The wanted CLIPS is not on this machine."""


class Clips63:
    """Debian's libclips, called directly."""

    def __init__(self):
        try:
            self.library = ctypes.CDLL("libclips.so.6")
        except OSError as error:
            raise NotInstalled("CLIPS 6.3 is not installed (apt-get install clips)") from error
        self.library.CreateEnvironment.restype = ctypes.c_void_p
        self.library.EnvRun.restype = ctypes.c_longlong
        self.environment = ctypes.c_void_p(self.library.CreateEnvironment())

    def load(self, path):
        if self.library.EnvLoad(self.environment, path.encode()) != 1:
            raise ValueError(f"{path}: CLIPS 6.3 found a mistake in it")

    def reset(self):
        self.library.EnvReset(self.environment)

    def load_facts(self, path):
        if self.library.EnvLoadFacts(self.environment, path.encode()) != 1:
            raise ValueError(f"{path}: CLIPS 6.3 cannot load these facts")

    def evaluate(self, expression):
        result = ctypes.create_string_buffer(256)  # longer than CLIPS' DATA_OBJECT
        self.library.EnvEval(self.environment, expression.encode(), result)

    def run(self):
        return self.library.EnvRun(self.environment, ctypes.c_longlong(-1))


class Clips64:
    """The CLIPS inside clipspy."""

    def __init__(self):
        try:
            import clips
        except ImportError as error:
            raise NotInstalled("CLIPS 6.4 is not installed (pip install clipspy)") from error
        self.environment = clips.Environment()

    def load(self, path):
        self.environment.load(path)

    def reset(self):
        self.environment.reset()

    def load_facts(self, path):
        self.environment.load_facts(path)

    def evaluate(self, expression):
        self.environment.eval(expression)

    def run(self):
        return self.environment.run()


def main(arguments):
    options = {}
    positional = []
    rest = iter(arguments)
    for argument in rest:
        if argument in ("--watch", "--no-rules"):
            options[argument] = True
        elif argument in ("--facts", "--report"):
            options[argument] = next(rest)
        else:
            positional.append(argument)
    version, program, facts = positional
    try:
        engine = Clips63() if version == "6.3" else Clips64()
    except NotInstalled as error:
        report({"missing": str(error)}, options)
        return
    gc.disable()
    start = time.process_time()
    engine.load(program)
    if "--no-rules" in options:
        engine.evaluate("(undefrule *)")
    engine.reset()
    if "--watch" in options:
        engine.evaluate("(watch rules)")
    compiled = time.process_time()
    engine.load_facts(facts)
    loaded = time.process_time()
    firings = engine.run()
    done = time.process_time()
    peak = peak_memory_kb()
    if "--facts" in options:
        engine.evaluate(f'(save-facts "{options["--facts"]}")')
    report({
        "firings": firings,
        "compile_seconds": compiled - start,
        "load_seconds": loaded - compiled,
        "run_seconds": done - loaded,
        "peak_memory_kb": peak,
    }, options)


def peak_memory_kb():
    """The most memory in use so far, Python included; getrusage would count that of the process before this one."""
    with open("/proc/self/status", encoding="utf-8") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM:"))


def report(result, options):
    if "--report" in options:
        with open(options["--report"], "w", encoding="utf-8") as file:
            json.dump(result, file)
    else:
        print(json.dumps(result), file=sys.stderr)


main(sys.argv[1:])
