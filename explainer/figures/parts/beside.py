"""Sets marks of neighbouring days apart across their lane: aside, and smaller where need be.

Time runs down, so a mark never leaves the height of its day. What is set apart does not depend on
the step, so that nothing moves from one step to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot

from explainer.content.actors import Actor, Shape
from explainer.figures.forms import Form
from explainer.figures.parts.column import Column
from explainer.figures.parts.row import Row

SCALES = (1.0, 1.0, 0.85, 0.7, 0.58, 0.48, 0.4, 0.33)
"""How large marks are, the more of them stand together; at first they only step aside."""
REACH = {Shape.DIAMOND: 0.63, Shape.SQUARE: 0.7, Shape.TRIANGLE_UP: 0.56, Shape.TRIANGLE_DOWN: 0.56}
"""How far a mark reaches from its middle, in units of its size; 0.5 unless given here."""
WIDEST = 0.7
"""The most of these."""
SIDES = {Shape.DIAMOND: 0.65, Shape.TRIANGLE_UP: 0.58, Shape.TRIANGLE_DOWN: 0.58}
"""The same along and across the lane alone: a square has nothing beside its sides."""
ASIDE = 0.75
"""How far aside a mark may step, in parts of what is between lanes."""
TOUCH = 0.2
"""The px by which two marks may seem to overlap."""
STEP = 0.1
"""The next place to be tried beside another, in units of a mark."""
CROWD = 30
"""More rows than this that stand close together all become smaller at once."""

Spot = tuple[float, Actor | None]


@dataclass(frozen=True)
class _Placed:
    """A mark that has its place, all in px, and the number of its row."""

    x: float
    y: float
    reach: float
    side: float
    row: int

    def meets(self, other: _Placed) -> bool:
        """Whether two marks might overlap: as circles around them do, and squares around them."""
        across, down = abs(self.x - other.x), abs(self.y - other.y)
        return (
            hypot(across, down) < self.reach + other.reach - TOUCH
            and max(across, down) < self.side + other.side - TOUCH
        )


def set_apart(form: Form, column: Column, rows: Sequence[Row]) -> list[Row]:
    """Rows in their order in time, with the places and the scales of their marks."""
    made: list[Row] = []
    run: list[Row] = []
    for row in rows:
        if run and row.y - run[-1].y > form.mark * 2 * WIDEST:
            made += _run(form, column, run)
            run = []
        run.append(row)
    return [*made, *_run(form, column, run)]


def _run(form: Form, column: Column, rows: Sequence[Row]) -> list[Row]:
    """Rows that stand so near each other that their marks might overlap."""
    levels = [0] * len(rows)
    while True:
        spots, crowded = _placed(form, column, rows, levels)
        if crowded and len(rows) > CROWD:
            crowded = [set(range(len(rows)))]
        can = ({at for at in some if levels[at] < len(SCALES) - 1} for some in crowded)
        lower = next((some for some in can if some), set())
        if not lower:
            break
        for at in lower:
            levels[at] += 1
    return [
        replace(row, spots=found, scale=SCALES[level])
        for row, found, level in zip(rows, spots, levels, strict=True)
    ]


def _placed(
    form: Form, column: Column, rows: Sequence[Row], levels: Sequence[int]
) -> tuple[list[tuple[Spot, ...]], list[set[int]]]:
    """The places of the rows' marks, and sets of rows that find no room beside each other."""
    taken: list[_Placed] = []
    every: list[tuple[Spot, ...]] = []
    crowded: list[set[int]] = []
    for number, row in enumerate(rows):
        near = [other for other in taken if row.y - other.y < form.mark * 2 * WIDEST]
        level = levels[number]
        wanted = [_wanted(form, row.y, x, actor, SCALES[level], number) for x, actor in row.spots]
        found: list[_Placed] = []
        for group in _groups(column, wanted, SCALES[level], form):
            hit: set[int] = set()
            for aside in _asides(form, column, group, level):
                tried = [replace(one, x=one.x + aside) for one in group]
                met = {other.row for one in tried for other in near if one.meets(other)}
                hit |= met
                if not met:
                    break
            else:
                tried = group
                crowded.append({number, *hit})
            found += tried
        taken += found
        every.append(
            tuple((form.x(one.x), actor) for one, (_, actor) in zip(found, row.spots, strict=True))
        )
    return every, crowded


def _wanted(form: Form, y: float, x: float, actor: Actor | None, scale: float, row: int) -> _Placed:
    """A mark where it would like to be."""
    reach, side = (known.get(actor.shape, 0.5) if actor else 0.5 for known in (REACH, SIDES))
    size = form.mark * scale
    return _Placed(x * form.width, y, reach * size, side * size, row)


def _groups(
    column: Column, marks: Sequence[_Placed], scale: float, form: Form
) -> list[list[_Placed]]:
    """The row's marks, those that step aside together in one list.

    In lanes each mark steps aside alone; marks that are packed outwards stay beside each other.
    """
    if column.lanes:
        return [[mark] for mark in marks]
    axis = column.axis * form.width
    packed = [replace(mark, x=axis + (mark.x - axis) * scale) for mark in marks]
    return [packed] if packed else []


def _asides(form: Form, column: Column, marks: Sequence[_Placed], level: int) -> Iterator[float]:
    """How many px aside to try: from the middle outwards, then from one edge of a lane on."""
    axis, gutter = sorted((column.axis * form.width, column.gutter * form.width))
    left = min(0.0, axis - min(mark.x - mark.reach for mark in marks))
    right = max(0.0, gutter - max(mark.x + mark.reach for mark in marks))
    step = max(1.0, form.mark * STEP)
    if not column.lanes:
        far = right if column.side == 1 else -left
        yield from (number * step * column.side for number in range(int(far / step) + 1))
        return
    pitches = [b - a for a, b in pairwise(sorted(set(column.lanes.values())))]
    half = max(min(pitches, default=0.0), column.lane_width) * form.width * ASIDE
    left, right = max(left, -half), min(right, half)
    if level:
        yield from (left + number * step for number in range(int((right - left) / step) + 1))
        return
    yield 0.0
    for number in range(1, int(half / step) + 1):
        yield from (px for px in (number * step, -number * step) if left <= px <= right)
