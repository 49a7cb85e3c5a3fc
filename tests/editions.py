"""Editions of a brief for tests: its words, with a mark in every title and menu."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from folders import BRIEF

FIRST, SECOND = "(first)", "(second)"
MARKED = re.compile(r"^( *(?:- )?(?:title|menu|term|kicker): )([^\s>|\"'].*)$", re.MULTILINE)


def marked(mark: str, folder: Path = BRIEF) -> dict[str, str]:
    """A brief's files by name, each title, menu entry, kicker and term ending with a mark."""
    files = sorted(folder.glob("*.yaml"))
    return {file.name: MARKED.sub(rf"\1\2 {mark}", file.read_text("utf-8")) for file in files}


def save(folder: Path, edition: dict[str, str], pause: float = 0) -> None:
    """Save an edition file by file, as git and copying commands do.

    A pause, in seconds, after each part lets readers come in between.
    """
    for _ in saving(folder, edition):
        time.sleep(pause)


def saving(folder: Path, edition: dict[str, str], parts: int = 2) -> Iterator[str]:
    """Save an edition part by part; gives the file's name after each part is on the disk."""
    for name, text in edition.items():
        raw = text.encode()
        cuts = [len(raw) * part // parts for part in range(parts + 1)]
        with (folder / name).open("wb", buffering=0) as file:
            for start, end in pairwise(cuts):
                file.write(raw[start:end])
                yield name
