"""The program, its cases, and a place for files."""

import functools
import os
import pathlib
import subprocess
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ANALYST", str(ROOT / ".build" / "debug" / "analyst"))


def analyst(*arguments, text=None):
    """What the program says; it must not fail."""
    done = subprocess.run(
        [PROGRAM, *arguments], input=text, capture_output=True, text=True, cwd=ROOT, timeout=300)
    if done.returncode:
        raise AssertionError(f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


@functools.cache
def cases():
    """All cases of the project: (casebook, case)."""
    found = []
    for file in sorted((ROOT / "casebooks").glob("*/casebook.yaml")):
        found += [(file.parent.name, name) for name in yaml.safe_load(file.read_text())["cases"]]
    return found


def definition(book, case):
    return yaml.safe_load((ROOT / "casebooks" / book / "cases" / f"{case}.yaml").read_text())


class Folder:
    """A folder that is gone when the test is over."""

    def __init__(self, test):
        folder = tempfile.TemporaryDirectory()
        test.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name).resolve()

    def __truediv__(self, name):
        return self.path / name
