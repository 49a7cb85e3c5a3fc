"""Content folders for tests: the shipped one copied, with one text changed."""

from __future__ import annotations

import shutil
from pathlib import Path

CONTENT = Path(__file__).parent.parent / "content"


def copied(tmp_path: Path) -> Path:
    """A copy of the shipped content that a test may spoil."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def change(folder: Path, file: str, was: str, is_now: str) -> None:
    """Change the first occurrence of a text in one file, which must have it."""
    text = (folder / file).read_text("utf-8")
    assert was in text, f"{file} does not contain {was!r}"
    (folder / file).write_text(text.replace(was, is_now, 1), "utf-8")


def edited(tmp_path: Path, file: str, was: str, is_now: str) -> Path:
    """A copy of the shipped content with the first occurrence of one text changed."""
    folder = copied(tmp_path)
    change(folder, file, was, is_now)
    return folder


def place_of(file: str, text: str, folder: Path = CONTENT) -> tuple[int, int]:
    """The line and column, counted from one, at which a text first stands in a file."""
    before, found, _ = (folder / file).read_text("utf-8").partition(text)
    assert found, f"{file} does not contain {text!r}"
    return before.count("\n") + 1, len(before) - before.rfind("\n")
