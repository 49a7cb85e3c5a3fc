"""Where the marks of a figure stand: the outline of each in px, and which of them overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import cos, hypot, pi, sin

from explainer.figures import placed
from explainer.figures.canvas import FigureDict
from explainer.figures.forms import Form
from explainer.figures.symbols import SYMBOLS

Point = tuple[float, float]
ROUND = tuple((cos(at * pi / 12), sin(at * pi / 12)) for at in range(24))
"""A circle of radius 1, by as many corners as do."""
SLACK = 0.1
"""Up to which part of a mark two marks only touch: places are rounded, and corners are soft."""


@dataclass(frozen=True)
class Outline:
    """A mark of a figure: the events that it stands for, and its corners in px."""

    events: frozenset[str]
    centre: Point
    corners: tuple[Point, ...]
    ways: tuple[Point, ...]
    """The directions across its sides, of length 1."""
    reach: float
    """The px from its centre to its farthest corner."""

    def overlap(self, other: Outline) -> float:
        """The px by which one has to move at least for the two not to overlap; 0 if they do not."""
        across, down = (a - b for a, b in zip(self.centre, other.centre, strict=True))
        if hypot(across, down) >= self.reach + other.reach:
            return 0.0
        return max(0.0, min(self._along(other, way) for way in (*self.ways, *other.ways)))

    def _along(self, other: Outline, way: Point) -> float:
        mine = [x * way[0] + y * way[1] for x, y in self.corners]
        theirs = [x * way[0] + y * way[1] for x, y in other.corners]
        return min(max(mine) - min(theirs), max(theirs) - min(mine))


def outlines(drawn: FigureDict, form: Form) -> Iterator[Outline]:
    """The outline of every mark of events in a figure that is as wide as its form counts on."""
    for trace in drawn["data"]:
        if trace.get("name") == "events":
            yield from (_outline(mark, form.width) for mark in placed.marks(trace))


def _outline(mark: placed.Mark, width: float) -> Outline:
    name = mark.symbol.partition("-open")[0]
    half, path = mark.size / 2, SYMBOLS[name](mark.size / 2)
    pairs = re.findall(r"[ML](-?[\d.]+),(-?[\d.]+)", path)
    corners = [(float(x), float(y)) for x, y in pairs]
    if name in ("circle", "star"):
        # A star counts as the circle that half fills the bays between its points.
        corners = [(x * half, y * half) for x, y in ROUND]
    elif name == "x-thin":
        corners = [(half, half), (half, -half), (-half, -half), (-half, half)]
    at = mark.x * width, mark.y
    ways = []
    for (x, y), (to_x, to_y) in pairwise([*corners, corners[0]]):
        if long := hypot(to_x - x, to_y - y):
            ways.append(((y - to_y) / long, (to_x - x) / long))
    return Outline(
        frozenset(mark.events.split()),
        at,
        tuple((at[0] + x, at[1] + y) for x, y in corners),
        tuple(ways),
        max(hypot(*corner) for corner in corners),
    )


def overlaps(drawn: FigureDict, form: Form) -> list[str]:
    """Each pair of marks of different events that overlaps, in words."""
    return [
        f"{' '.join(sorted(one.events))} lies {px:.1f} px on {' '.join(sorted(other.events))}"
        f" at {one.centre[0]:.0f}, {one.centre[1]:.0f}"
        for one, other in combinations(outlines(drawn, form), 2)
        if not one.events & other.events and (px := one.overlap(other)) > SLACK * form.mark
    ]
