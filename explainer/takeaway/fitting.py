"""What fits on paper: how tall texts are in mm, and which things go into two columns.

Python cannot measure text: a line is counted as its letters surely need, as in figures. What is set
is therefore hardly ever taller than what is counted here, and mostly a little less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from explainer.figures.line_breaks import ADVANCE, columns, wrap
from explainer.reading import markdown

MM = 25.4 / 72
"""The mm of a point."""
CUT = "…"


@dataclass(frozen=True)
class Type:
    """A size of type and the lines that it is set in."""

    points: float
    leading: float = 1.3
    """The distance between lines in units of the size."""
    advance: float = ADVANCE
    """The width of a letter in units of the size; that of bold type and of the serif is more."""

    @property
    def line(self) -> float:
        """The height of a line in mm."""
        return self.points * self.leading * MM

    def lines(self, text: str, width: float) -> list[str]:
        """A text in lines of ``width`` mm; none of no text."""
        return wrap(text, int(width / (self.points * self.advance * MM))) if text else []

    def tall(self, text: str, width: float) -> float:
        """The height in mm of a text in lines of ``width`` mm."""
        return len(self.lines(text, width)) * self.line

    def cut(self, text: str, width: float, most: int) -> str:
        """A text if it has at most so many lines; else what fits of it, with a sign of that."""
        found = self.lines(text, width)
        if len(found) <= most:
            return text
        last, room = found[most - 1], max(map(columns, found[:most]))
        while last and columns(last + CUT) > room:
            last = last.rpartition(" ")[0] or last[:-1]
        return " ".join((*found[: most - 1], last.rstrip(" ,;:") + CUT))


def read(text: str) -> str:
    """Content text as it is read, in one line."""
    return " ".join(markdown.prose(text).striptags().split())


def placed(heights: Sequence[float], room: float, *, passing: bool = False) -> list[int]:
    """The places of those things that fit into two columns of ``room`` mm, none of them broken.

    They end with the first that does not fit; ``passing`` passes over what no column could have.
    """
    found, free, columns_left = [], room, 1
    for at, tall in enumerate(heights):
        if tall > free and columns_left and tall <= room:
            free, columns_left = room, 0
        if tall <= free:
            found.append(at)
            free -= tall
        elif not passing or tall <= room:
            break
    return found


def balanced(heights: Sequence[float]) -> float:
    """How tall two columns are, in mm, that have all of these things and are as short as can be."""
    if not heights:
        return 0.0
    least = max(sum(heights) / 2, *heights)
    tries = (least + step for step in count())
    return next(room for room in tries if len(placed(heights, room)) == len(heights))
