"""Names over lanes: on one row, taking turns on two, or down a stair with a line to each lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.line_breaks import ADVANCE, columns, height, wrap
from explainer.figures.palette import Role

BETWEEN = 4.0
"""Least distance in px between two names."""


@dataclass(frozen=True)
class LaneName:
    """What a lane is called, where it is, and the colour of the name."""

    x: float
    name: str
    role: Role


@dataclass(frozen=True)
class LaneNames:
    """The names of some lanes; ``right`` is the x that none may pass."""

    form: Form
    names: Sequence[LaneName]
    right: float

    @property
    def _size(self) -> float:
        return self.form.tick if self.form.narrow else self.form.label

    @property
    def _rows(self) -> int:
        """On how many rows the names stand side by side; 0 if that would not do."""
        if self._fit(self.names):
            return 1
        return 2 if self._fit(self.names[::2]) and self._fit(self.names[1::2]) else 0

    def _fit(self, names: Sequence[LaneName]) -> bool:
        size, width = self._size, self.form.width
        halves = [columns(lane.name) * ADVANCE * size / 2 for lane in names]
        return all(
            a + b + BETWEEN <= (right.x - left.x) * width
            for (left, a), (right, b) in pairwise(zip(names, halves, strict=True))
        ) and all(
            half <= min(lane.x, self.right - lane.x) * width
            for lane, half in zip(names, halves, strict=True)
        )

    def _stair(self) -> list[list[str]]:
        """The lines of each name, one name below the other."""
        return [
            wrap(lane.name, self.form.characters((self.right - lane.x) * self.form.width))
            for lane in self.names
        ]

    @property
    def height(self) -> float:
        """The px from the top of the first name to the middle of the lowest line."""
        step = self.form.title * 1.3
        rows = self._rows or sum(map(len, self._stair()))
        return step * (rows - 0.5)

    def draw(self, paper: Paper, low: float, foot: float) -> None:
        """Draw them with the lowest line around ``low``; lines of a stair end at ``foot``."""
        form, size, rows = self.form, self._size, self._rows
        step = form.title * 1.3
        if rows:
            for number, lane in enumerate(self.names):
                y = low - step * (number % rows)
                paper.text(lane.x, y, lane.name, size, lane.role, "center", bold=True)
            return
        above = self._stair()
        y = low - step * (sum(map(len, above)) - 1)
        for lane, lines in zip(self.names, above, strict=True):
            middle = y + height(len(lines) - 1, size) / 2
            paper.text(lane.x, middle, "\n".join(lines), size, lane.role, bold=True)
            y += step * len(lines)
            line = Role.FADED if lane.role is Role.FADED_TEXT else Role.LEADER
            paper.line([(lane.x, middle + height(len(lines), size) / 2), (lane.x, foot)], line, 1)
