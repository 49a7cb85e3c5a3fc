"""The labels of a column, one below the other: near their marks, or numbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.figures import label_layout, line_breaks
from explainer.figures.canvas import BADGE
from explainer.figures.forms import Form
from explainer.figures.label_layout import Numbers, Place
from explainer.figures.parts.column import Column
from explainer.figures.parts.row import GAP, TIGHT_GAP, Row

NEAR = 40.0
"""The px beside its mark up to which a label of 13 px is taken to stand at its height."""


DIGIT, AROUND = 0.5, 0.7
"""A digit's width and the room around a number and its ring, in units of the label's size."""


def stack_height(rows: Sequence[Row]) -> float:
    """The px that the stacked labels need at least."""
    rows = [row for row in rows if row.named and not row.spare]
    return sum(row.height for row in rows) + sum(row.gap for row in rows[1:])


@dataclass(frozen=True)
class Stacked:
    """The labels of a column with their places, and the numbers of marks that need them."""

    places: tuple[tuple[Row, Place], ...]
    numbers: tuple[Numbers, ...]
    label: float
    """Where labels begin, or end, in parts of the width."""
    first: int = 1
    """The first of the numbers."""
    room: float = 0.0
    """The px of a line beside numbers."""

    @property
    def keyed(self) -> int:
        """How many labels have a number."""
        return sum(place.keyed for _, place in self.places)


def stacked(
    form: Form, column: Column, rows: Sequence[Row], last: float | None = None, first: int = 1
) -> Stacked:
    """Where each label of a column stands, those that cannot be near their marks numbered.

    Only where the screen's height is the limit are there numbers, counted from ``first``.
    """
    named = sorted((row for row in rows if row.named), key=lambda row: row.y)
    limits = column.top - form.label, column.bottom + form.label if last is None else last
    if not form.fixed:
        limits = limits[0], max(limits[1], limits[0] + stack_height(named) + 1)
        ys, tall = [row.y for row in named], [row.height for row in named]
        centres = label_layout.spread(ys, tall, *limits, GAP)
        return Stacked(tuple(zip(named, map(Place, centres), strict=True)), (), column.label, first)
    found, label, room = _placed(form, named, limits), column.label, 0.0
    while any(place.keyed for _, place in found):
        marks = [row.y for row, place in found if place.keyed]
        within = limits[0], max(column.bottom, marks[-1]) + form.label
        numbers = tuple(label_layout.numbered(marks, first, form.label, within))
        needed = _indented(form, column, numbers)
        if room and (needed - label) * column.side <= 0:
            return Stacked(tuple(found), numbers, label, first, room)
        # Beside wider numbers there is less room for words, which may then need more lines.
        label = max(needed, label) if column.side == 1 else min(needed, label)
        room = line_room(form, column) - abs(label - column.label) * form.width
        found = _placed(form, [row.wrapped(room) for row in named], limits)
    return Stacked(tuple(found), (), label, first, room)


def _placed(
    form: Form, rows: Sequence[Row], limits: tuple[float, float]
) -> list[tuple[Row, Place]]:
    """The rows near their marks or keyed; of what may be left out, what stands near with them."""
    near = NEAR * form.label / 13
    kept = [row for row in rows if not row.spare]
    found = _keyed(kept, limits, near)
    keyed = sum(place.keyed for _, place in found)
    for row in sorted((row for row in rows if row.spare), key=lambda row: row.spare):
        more = sorted([*kept, row], key=lambda row: row.y)
        needed = sum(row.height for row in more) + TIGHT_GAP * (len(more) - 1)
        if needed > limits[1] - limits[0]:
            continue
        every = _keyed(more, limits, near)
        far = any(
            row.spare and (place.keyed or abs(place.centre - row.y) > near) for row, place in every
        )
        if not far and sum(place.keyed for _, place in every) <= keyed:
            kept, found = more, every
    return found


def _keyed(
    rows: Sequence[Row], limits: tuple[float, float], near: float
) -> list[tuple[Row, Place]]:
    top, bottom = limits
    tall = [row.height for row in rows]
    loose = sum(tall) + GAP * (len(rows) - 1) <= bottom - top
    bottom = max(bottom, top + stack_height(rows) + 1)
    ys, keyable = [row.y for row in rows], [row.entry is not None for row in rows]
    gap = GAP if loose else TIGHT_GAP
    places = label_layout.near_or_keyed(ys, tall, keyable, (top, bottom), gap, near)
    return list(zip(rows, places, strict=True))


def line_room(form: Form, column: Column) -> float:
    """The px of a line of a label."""
    return column.width * line_breaks.ADVANCE * form.label


def _indented(form: Form, column: Column, numbers: Sequence[Numbers]) -> float:
    """Where labels begin that leave room for numbers beside the marks and before the labels."""
    widest = max(len(group.words) for group in numbers) * DIGIT
    least = column.gutter + form.x(form.label * (widest + BADGE + AROUND)) * column.side
    return max(least, column.label) if column.side == 1 else min(least, column.label)
