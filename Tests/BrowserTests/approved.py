"""Texts that somebody read and approved.

UPDATE_GOLDEN=1 writes them anew; read the difference before it is committed.
"""

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "Golden"


def file(name: str) -> Path:
    return FOLDER / f"{name.replace(',', '').replace(' ', '-')}.txt"


def approve(name: str, text: str):
    if os.environ.get("UPDATE_GOLDEN"):
        FOLDER.mkdir(exist_ok=True)
        file(name).write_text(text)
    if not file(name).exists():
        pytest.skip(f"nobody approved {file(name).name} yet: UPDATE_GOLDEN=1 writes it")
    assert text == file(name).read_text(), f"the approved text {file(name).name} is another one"
