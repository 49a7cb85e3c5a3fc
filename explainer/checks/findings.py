"""What is found in a folder, gathered while its files are read and checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from explainer.checks.excerpts import excerpt, tidy
from explainer.checks.located_yaml import Tree
from explainer.checks.messages import (
    MOST_SHOWN,
    ContentError,
    Problem,
    Words,
)
from explainer.checks.place import Place


@dataclass(frozen=True)
class File:
    """A file that could be read: its name, its tree and its lines."""

    name: str
    tree: Tree
    lines: list[str]


@dataclass
class Findings:
    """Gathers problems, at most MOST_SHOWN of each file; the others are counted."""

    only: str = ""
    """The one file of which they are gathered, if not of all."""
    problems: list[Problem] = field(default_factory=list)
    outstanding: list[Problem] = field(default_factory=list)
    advice: list[Problem] = field(default_factory=list)
    progress: str = ""
    number: Counter[str] = field(default_factory=Counter)
    taken: set[tuple[str, Place]] = field(default_factory=set)
    unsound: set[str] = field(default_factory=set)
    """The files on which nothing can rest, whether asked for or not."""
    lost: set[tuple[str, int]] = field(default_factory=set)
    """The lines whose end was not read: whatever else is wrong there follows from that."""

    def add(self, name: str, place: Place, words: Words, lines: Sequence[str] = ()) -> None:
        """Note a problem; the words are made only if it is to be told."""
        self.unsound.add(name)
        if (name, place.line) in self.lost or not self._is_asked_for(name):
            return
        self.taken.add((name, place))
        self.number[name] += 1
        if self.number[name] <= MOST_SHOWN:
            self.problems.append(_problem(name, place, words, lines))

    def add_outstanding(self, name: str, place: Place, words: Words) -> None:
        """Note what is still to be written, on one line."""
        if self._is_asked_for(name):
            self.outstanding.append(_problem(name, place, words))

    def add_advice(self, name: str, place: Place, words: Words, lines: Sequence[str]) -> None:
        """Note what could be better."""
        if self._is_asked_for(name):
            self.advice.append(_problem(name, place, words, lines))

    @property
    def are_good(self) -> bool:
        """Whether there is no mistake, and nothing still to be written."""
        return not self.problems and not self.outstanding

    def error(self) -> ContentError:
        """What is told where the content cannot be shown."""
        return ContentError(self.problems, self.more, self.outstanding, self.advice, self.progress)

    @property
    def more(self) -> dict[str, int]:
        """How many problems of each file are counted only."""
        return {name: many - MOST_SHOWN for name, many in self.number.items() if many > MOST_SHOWN}

    def _is_asked_for(self, name: str) -> bool:
        return self.only in ("", name)


def _problem(name: str, place: Place, words: Words, lines: Sequence[str] = ()) -> Problem:
    wrong, remedy = words()
    shown = excerpt(lines[place.line - 1], place) if place.line <= len(lines) else ""
    return Problem(name, place, tidy(wrong), tidy(remedy), shown)
