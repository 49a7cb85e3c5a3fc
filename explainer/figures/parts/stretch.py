"""A scale that is broken: one stretch of it is enlarged, so that its events can be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.ticks import draw_year, year_step, years_of
from explainer.language.catalogue import say

SHARE = 0.66
"""The part of the height that the stretch takes."""
PARTS = (8, 4)
"""Into how many equal parts a scale is cut; the shortest part that holds all is enlarged."""
LEAST = 20.0
"""The px that each of the other parts keeps."""


@dataclass(frozen=True)
class Broken(Column):
    """A column whose stretch from ``first`` to ``last`` is enlarged."""

    first: datetime = datetime.min
    last: datetime = datetime.max

    def y(self, at: datetime) -> float:
        """The px at which an instant is drawn; what lies beyond an end stands at that end."""
        at = min(max(at, self.start), self.end)
        for part in self.parts:
            if at <= part.end:
                return part.y(at)
        return self.bottom

    @property
    def parts(self) -> list[Column]:
        """The stretch and what is before and after it, each at a scale of its own."""
        ends = [self.start, self.first, self.last, self.end]
        before, after = self.first - self.start, self.end - self.last
        tall = self.bottom - self.top
        other = [span / (before + after) * tall * (1 - SHARE) for span in (before, after)]
        kept = [
            max(px, LEAST) if span else 0.0 for px, span in zip(other, (before, after), strict=True)
        ]
        ys = [self.top, self.top + kept[0], self.bottom - kept[1], self.bottom]
        rest = {f.name: getattr(self, f.name) for f in fields(Column)}
        return [
            Column(
                **{**rest, "start": ends[n], "end": ends[n + 1], "top": ys[n], "bottom": ys[n + 1]}
            )
            for n in range(3)
            if ends[n] < ends[n + 1]
        ]


def enlarged(column: Column, found: Iterable[datetime]) -> Column:
    """The column with the stretch enlarged in which all of ``found`` lie, if they lie in one.

    The scale is cut into equal parts, so that steps about one time share the stretch.
    """
    ats = [min(max(at, column.start), column.end) for at in found]
    span = column.end - column.start
    if not ats or span.days < 365 * 24:
        return column
    for parts in PARTS:
        cut = span / parts
        number = min(int((min(ats) - column.start) / cut), parts - 1)
        begin, end = column.start + cut * number, column.start + cut * (number + 1)
        if max(ats) <= end or number == parts - 1:
            first = max(column.start, datetime(begin.year, 1, 1))
            last = min(column.end, datetime(end.year + 1, 1, 1))
            rest = {f.name: getattr(column, f.name) for f in fields(Column)}
            return Broken(**rest, first=first, last=last)
    return column


def stretch_words(column: Column) -> str:
    """What is enlarged, in words; none where the scale is whole."""
    if not isinstance(column, Broken):
        return ""
    last = column.last.year if column.last.month > 1 else column.last.year - 1
    return say("scale-broken", stretch=f"{column.first.year}–{last}")


def draw_broken_years(
    paper: Paper,
    form: Form,
    column: Broken,
    *,
    text: float,
    lines: tuple[float, float],
    taken: Sequence[tuple[float, float]] = (),
) -> None:
    """Years of each part at its own scale, and dashed lines where the scale breaks."""
    for part in column.parts:
        for year in years_of(part, year_step(part, form, 1.7)):
            draw_year(paper, form, part, year, text=text, anchor="center", taken=taken)
        if part.start > column.start:
            y = part.top
            paper.line([(lines[0], y), (lines[1], y)], Role.LEADER, form.line, "dash")
