"""A place in a file, and how a part of a text is asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file, counted from one as editors do."""

    line: int
    column: int


class Within(str):
    """Ends the path of a text: these words in it are meant, and not where it begins."""

    __slots__ = ()
