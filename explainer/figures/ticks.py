"""The scale of a column: names of years, months or days, and the shading that parts them."""

from __future__ import annotations

from datetime import datetime, timedelta

from explainer.figures.column import Column
from explainer.palette import Role
from explainer.paper import Anchor, Form, Paper


def draw_ticks(
    paper: Paper,
    form: Form,
    column: Column,
    *,
    text: float,
    shade: tuple[float, float] | None = None,
    anchor: Anchor = "right",
) -> None:
    """Name the stretches of time beside the column and shade every other one.

    ``text`` is the x of the names, ``shade`` the x range of the shading.
    """
    stretches = _stretches(column, form)
    for number, (start, end, name) in enumerate(stretches):
        top, bottom = column.y(max(start, column.start)), column.y(min(end, column.end))
        if shade and not number % 2:
            paper.area(shade[0], top, shade[1], bottom)
        lines = name.count("\n") + 1
        if bottom - top >= lines * form.tick * 0.9:
            middle = (top + bottom) / 2
            paper.text(text, middle, name, form.tick, Role.MUTED, anchor)


def draw_decades(paper: Paper, form: Form, column: Column, *, text: float, every: int) -> None:
    """Name every ``every``-th year at its own place on the axis."""
    year = -(-column.start.year // every) * every
    while year <= column.end.year:
        y = column.y(datetime(year, 1, 1))
        if column.top + form.tick <= y <= column.bottom - form.tick:
            paper.line([(column.axis - form.x(5), y), (column.axis, y)], Role.LEADER, 1)
            paper.text(text, y, str(year), form.tick, Role.MUTED, "right")
        year += every


def decade_step(column: Column, form: Form) -> int:
    """The least round number of years whose names do not touch."""
    px = (column.bottom - column.top) / max(1, column.end.year - column.start.year)
    return next(
        step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500) if step * px > 5.5 * form.tick
    )


def _stretches(column: Column, form: Form) -> list[tuple[datetime, datetime, str]]:
    days = (column.end - column.start).days
    px = (column.bottom - column.top) / max(1, days)
    if 91 * px >= 1.6 * form.tick and days <= 1100:
        return _months(column, 3)
    return _months(column, 12)


def _days(column: Column) -> list[tuple[datetime, datetime, str]]:
    day = column.start.replace(hour=0, minute=0)
    found: list[tuple[datetime, datetime, str]] = []
    while day < column.end:
        found.append((day, day + timedelta(days=1), f"{day:%a} {day.day}"))
        day += timedelta(days=1)
    return found


def _months(column: Column, step: int) -> list[tuple[datetime, datetime, str]]:
    first = column.start.replace(day=1, hour=0, minute=0)
    if step == 12:
        first = first.replace(month=1)
    found: list[tuple[datetime, datetime, str]] = []
    while first < column.end:
        month = first.month - 1 + step
        after = first.replace(year=first.year + month // 12, month=month % 12 + 1)
        name = str(first.year) if step == 12 else f"{first:%b}"
        if step < 12 and (first.month == 1 or not found):
            name = f"{name} {first.year}"
        found.append((first, after, name))
        first = after
    return found


def draw_nights(
    paper: Paper, form: Form, column: Column, *, text: float, shade: tuple[float, float]
) -> None:
    """Name the days beside the column, part them by lines, and shade the nights (18 to 6)."""
    for day, after, name in _days(column):
        top, bottom = column.y(max(day, column.start)), column.y(min(after, column.end))
        paper.text(text, (top + bottom) / 2, name, form.tick, Role.MUTED, "right")
        if day > column.start:
            paper.line([(shade[0], top), (shade[1], top)], Role.LEADER, 1)
        for begin, end in ((0, 6), (18, 24)):
            dark = (day + timedelta(hours=begin), min(day + timedelta(hours=end), column.end))
            paper.area(shade[0], column.y(dark[0]), shade[1], column.y(dark[1]))
