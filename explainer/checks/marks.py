"""What is still to be written: a mark that stands where an author's words will be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from explainer.checks.consistency import Finding
from explainer.checks.located_yaml import Path, Plain
from explainer.language.counting import counted

MARK = "TO WRITE"
SEEN = re.compile(r"\bTO WRITE\b")
MOST_TOLD = 12
"""So many places are told by their lines; the others are counted."""


def is_marked(value: object) -> bool:
    """Whether something is still to be written here: a text with the mark, or a list with one."""
    if isinstance(value, list):
        return any(is_marked(part) for part in value)
    return isinstance(value, str) and SEEN.search(value) is not None


def paths(held: Plain, path: Path = ()) -> Iterator[Path]:
    """Where in plain data the mark stands."""
    if isinstance(held, str) and is_marked(held):
        yield path
    elif isinstance(held, list | dict):
        for key, part in held.items() if isinstance(held, dict) else enumerate(held):
            yield from paths(part, (*path, key))


def findings(unwritten: Iterable[Path], line: Callable[[Path], int]) -> Iterator[Finding]:
    """One finding a file, at the first of its marks; ``line`` tells where one stands."""
    files: dict[str | int, list[Path]] = {}
    for path in sorted(unwritten, key=line):
        files.setdefault(path[0], []).append(path)
    for held in files.values():
        yield held[0], *words(map(line, held))


def words(lines: Iterable[int]) -> tuple[str, str]:
    """What is to be written on these lines of a file, and what to do about it."""
    every = sorted(lines)
    runs: list[list[int]] = []
    for line in sorted(set(every)):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs[:MOST_TOLD]]
    rest = f" and {len(runs) - MOST_TOLD} more" if len(runs) > MOST_TOLD else ""
    noun = "line" if len(set(every)) == 1 else "lines"
    return (
        f"still to be written: {counted(len(every), 'place')}, {noun} {', '.join(told)}{rest}",
        f"put your own words in place of each {MARK}",
    )
