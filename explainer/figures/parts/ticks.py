"""The scale of a column: names of years, months or days, and the shading that parts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.line_breaks import ADVANCE
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.traces import Anchor
from explainer.language.dates import SHORT_MONTHS, weekday

Stretch = tuple[datetime, datetime, str]
"""A stretch of time from one instant to another, and its name."""
ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500)
"""Numbers of years that readers count in."""


def draw_ticks(
    paper: Paper,
    form: Form,
    column: Column,
    *,
    text: float,
    shade: tuple[float, float] | None = None,
    anchor: Anchor = "right",
    left: float = 0.0,
    taken: Sequence[tuple[float, float]] = (),
    more: Sequence[tuple[float, float]] = (),
) -> None:
    """Name the stretches of time beside the column and shade every other one.

    ``text`` is the x of the names, ``shade`` the x range of the shading, ``more`` others. Years
    that are too short to be named one by one are named where each round one begins. A name that
    would pass ``left`` is broken, and one makes way for what is ``taken``: px from the top, and px
    kept free above and below.
    """
    years = 1 if year_step(column, form, 2.2) == 1 else year_step(column, form, 3.2)
    found = list(_years(column, years) if years > 1 else _stretches(column, form))
    for number, (start, end, name) in enumerate(found):
        top, bottom = column.y(start), column.y(end)
        for inner, outer in [shade, *more] if shade and not number % 2 else ():
            paper.area(inner, top, outer, bottom)
        if years > 1:
            draw_year(paper, form, column, start.year, text=text, anchor=anchor, taken=taken)
            continue
        if len(name) * ADVANCE * form.tick > (text - left) * form.width:
            name = name.replace(" ", "\n")
        fits = bottom - top >= (name.count("\n") + 1) * form.tick * 0.9
        if fits and _is_free((top + bottom) / 2, taken):
            paper.text(text, (top + bottom) / 2, name, form.tick, Role.MUTED, anchor)


def _is_free(y: float, taken: Sequence[tuple[float, float]]) -> bool:
    return all(abs(y - other) > apart for other, apart in taken)


def draw_decades(
    paper: Paper,
    form: Form,
    column: Column,
    *,
    text: float,
    every: int,
    taken: Sequence[tuple[float, float]] = (),
) -> None:
    """Name every ``every``-th year at its own place on the axis."""
    for year in years_of(column, every):
        if draw_year(paper, form, column, year, text=text, taken=taken):
            y = column.y(datetime(year, 1, 1))
            paper.line([(column.axis - form.x(5), y), (column.axis, y)], Role.LEADER, 1)


def draw_year(
    paper: Paper,
    form: Form,
    column: Column,
    year: int,
    *,
    text: float,
    anchor: Anchor = "right",
    taken: Sequence[tuple[float, float]] = (),
) -> bool:
    """Name a year at its first day, unless that is too near an end; says whether it did."""
    at = datetime(year, 1, 1)
    y = column.y(at)
    fits = column.top + form.tick <= y <= column.bottom - form.tick
    if fits and column.start <= at < column.end and _is_free(y, taken):
        paper.text(text, y, str(year), form.tick, Role.MUTED, anchor)
        return True
    return False


def decade_step(column: Column, form: Form) -> int:
    """The least round number of years whose names are well apart, and yet a few."""
    wide = year_step(column, form, 5.5)
    few = [step for step in ROUND if 3 * step <= column.end.year - column.start.year]
    return max(min(wide, max(few, default=1)), year_step(column, form, 2.2))


def year_step(column: Column, form: Form, apart: float) -> int:
    """The least round number of years that is ``apart`` times as high as the type of the ticks."""
    px = (column.bottom - column.top) / max(1, (column.end - column.start).days) * 365.25
    return next((step for step in ROUND if step * px >= apart * form.tick), ROUND[-1])


def years_of(column: Column, every: int) -> range:
    """The round years of a column, the first of them perhaps before its start."""
    return range(column.start.year // every * every, column.end.year + 1, every)


def _years(column: Column, every: int) -> Iterator[Stretch]:
    """Stretches of ``every`` years from a round year to the next."""
    for year in years_of(column, every):
        yield datetime(year, 1, 1), datetime(year + every, 1, 1), str(year)


def _stretches(column: Column, form: Form) -> Iterator[Stretch]:
    """Days, months, quarters or years: the shortest that can be told apart."""
    days = (column.end - column.start).days
    px = (column.bottom - column.top) / max(1, days)
    if px >= 2.6 * form.tick:
        return _days(column)
    if days <= 366 and 30 * px >= 2.6 * form.tick:
        return _months(column, 1)
    if days <= 1100 and 91 * px >= 1.6 * form.tick:
        return _months(column, 3)
    return _months(column, 12)


def _days(column: Column) -> Iterator[Stretch]:
    day = column.start.replace(hour=0, minute=0)
    while day < column.end:
        yield day, day + timedelta(days=1), f"{weekday(day)}{day.day}"
        day += timedelta(days=1)


def _months(column: Column, step: int) -> Iterator[Stretch]:
    first = column.start.replace(day=1, hour=0, minute=0)
    if step == 12:
        first = first.replace(month=1)
    named = False
    while first < column.end:
        month = first.month - 1 + step
        after = first.replace(year=first.year + month // 12, month=month % 12 + 1)
        name = str(first.year) if step == 12 else SHORT_MONTHS[first.month - 1]
        if step < 12 and (first.month == 1 or not named):
            name, named = f"{name} {first.year}", True
        yield first, after, name
        first = after


def draw_nights(
    paper: Paper, form: Form, column: Column, *, text: float, shade: tuple[float, float]
) -> None:
    """Name the days beside the column, part them by lines, and shade the nights (18 to 6).

    Of days too short to be named one by one every second, third or seventh is; a day or two are
    parted by hours.
    """
    days = list(_days(column))
    px = (column.bottom - column.top) / len(days)
    every = next((step for step in (1, 2, 3, 7, 14) if step * px >= 1.6 * form.tick), 28)
    hours = (6, 12, 18) if len(days) <= 2 else ()
    for number, (day, after, name) in enumerate(days):
        top, bottom = column.y(day), column.y(after)
        if number % every == 0:
            middle = top + form.tick * 0.65 if hours else (top + bottom) / 2
            paper.text(text, middle, name, form.tick, Role.MUTED, "right")
            if day > column.start:
                paper.line([(shade[0], top), (shade[1], top)], Role.LEADER, 1)
        for hour in hours:
            y = column.y(day + timedelta(hours=hour))
            paper.text(text, y, f"{hour:02}:00", form.tick, Role.MUTED, "right")
            paper.line([(column.axis - form.x(5), y), (column.axis, y)], Role.LEADER, 1)
        for begin, end in ((0, 6), (18, 24)):
            paper.area(
                shade[0],
                column.y(day + timedelta(hours=begin)),
                shade[1],
                column.y(day + timedelta(hours=end)),
            )
