"""Where the texts of a figure stand, estimated from how many letters they have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

from explainer.figures.canvas import FigureDict
from explainer.figures.forms import Form
from explainer.figures.line_breaks import LINE_HEIGHT, columns

NARROW_LETTER, WIDE_LETTER = 0.45, 1.0
"""Widths in units of the font size: the mean of measured text, and a wide East Asian letter."""


@dataclass(frozen=True)
class Box:
    """A text of a figure with its estimated box in px from the top left."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box, slack: float = 1) -> bool:
        """Whether the two share more than ``slack`` px in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack


def boxes(drawn: FigureDict, form: Form) -> list[Box]:
    """The box of every text of a figure that is as wide as its form counts on."""
    found = []
    for trace in drawn["data"]:
        if trace.get("mode") != "text":
            continue
        for x, y, markup, place, size in zip(
            trace["x"],
            trace["y"],
            trace["text"],
            trace["textposition"],
            trace["textfont"]["size"],
            strict=True,
        ):
            lines = [read(line) for line in markup.split("<br>")]
            width = max(map(_em, lines)) * size
            tall = size * (1.0 + LINE_HEIGHT * (len(lines) - 1))
            left = x * form.width - {"right": 0.0, "center": 0.5, "left": 1.0}[place.split()[1]] * (
                width
            )
            found.append(Box(" ".join(lines), left, y - tall / 2, left + width, y + tall / 2))
    return found


def read(markup: str) -> str:
    """A piece of a figure's markup as it is read."""
    text = re.sub(r"<[^>]+>", "", markup)
    return re.sub("[\u2066-\u2069]", "", text).replace("\u00a0", " ").replace("&amp;", "&")


def mistakes(drawn: FigureDict, form: Form, slack: float = 2) -> list[str]:
    """Each pair of texts that overlaps and each text that leaves its sheet, in words."""
    found, height = boxes(drawn, form), drawn["layout"]["height"]
    said = [
        f"“{one.words}” lies on “{other.words}”"
        for one, other in combinations(found, 2)
        if one.overlaps(other)
    ]
    for box in found:
        room = (box.left, box.top, form.width - box.right, height - box.bottom)
        if min(room) < -slack:
            said.append(f"“{box.words}” is cut; px free: {', '.join(f'{px:.0f}' for px in room)}")
    return said


def _em(line: str) -> float:
    return sum({0: 0.0, 1: NARROW_LETTER, 2: WIDE_LETTER}[columns(letter)] for letter in line)
