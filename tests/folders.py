"""Content folders for tests: the tests' own brief, copied, with one text changed.

Only the tests in ``tests/shipped`` depend on what ``content/`` holds; an author may replace it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

BRIEF = Path(__file__).parent / "brief"
"""An invented brief with everything in it that an author may write."""
CONTENT = Path(__file__).parent.parent / "content"
"""The shipped brief."""


def fresh(tmp_path: Path) -> Path:
    """A copy of the tests' own brief that a test may spoil."""
    return copied(tmp_path, BRIEF)


def spoilt(tmp_path: Path, file: str, was: str, is_now: str) -> Path:
    """A copy of the tests' own brief with the first occurrence of one text changed."""
    return edited(tmp_path, file, was, is_now, BRIEF)


def copied(tmp_path: Path, folder: Path = CONTENT) -> Path:
    """A copy of a content folder that a test may spoil."""
    return Path(shutil.copytree(folder, tmp_path / "content"))


def change(folder: Path, file: str, was: str, is_now: str) -> None:
    """Change the first occurrence of a text in one file, which must have it."""
    text = (folder / file).read_text("utf-8")
    assert was in text, f"{file} does not contain {was!r}"
    (folder / file).write_text(text.replace(was, is_now, 1), "utf-8")


def edited(tmp_path: Path, file: str, was: str, is_now: str, folder: Path = CONTENT) -> Path:
    """A copy of a content folder with the first occurrence of one text changed."""
    made = copied(tmp_path, folder)
    change(made, file, was, is_now)
    return made


def place_of(file: str, text: str, folder: Path = BRIEF) -> tuple[int, int]:
    """The line and column, counted from one, at which a text first stands in a file."""
    before, found, _ = (folder / file).read_text("utf-8").partition(text)
    assert found, f"{file} does not contain {text!r}"
    return before.count("\n") + 1, len(before) - before.rfind("\n")
