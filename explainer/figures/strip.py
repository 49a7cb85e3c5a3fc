"""The overview's strip: the whole span at true scale, with the focus as one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from explainer.figures.column import (
    Column,
    Row,
    date_words,
    draw_rows,
    event_rows,
    stack_height,
    text_row,
)
from explainer.figures.scene import Entry, Scene, entries, hue_role
from explainer.figures.ticks import decade_step, draw_decades
from explainer.labels import ADVANCE, columns, wrap
from explainer.models import Attendance
from explainer.palette import Role
from explainer.paper import NARROW, Anchor, FigureDict, Form, Paper

LEFT, RIGHT = 0.006, 0.985
Scale = Callable[[datetime], float]
"""From an instant to the x it is drawn at."""


@dataclass(frozen=True)
class _Flag:
    """A label on its own row, reading towards the middle, and the leader it hangs on."""

    entry: Entry
    x: float
    row: int
    date: str
    start: float
    end: float


def draw(scene: Scene, form: Form) -> FigureDict:
    """The strip: horizontal, or on a narrow screen a column like the others."""
    return _narrow(scene, form) if form is NARROW else _wide(scene, form)


def _wide(scene: Scene, form: Form) -> FigureDict:
    form = replace(form, label=form.label + 2)
    explainer = scene.explainer
    figure, about = explainer.overview.figure, explainer.about
    start, end = figure.start.at, _end(scene)

    def x(at: datetime) -> float:
        return LEFT + (RIGHT - LEFT) * ((at - start) / (end - start))

    paper = Paper()
    flags = _flags(scene, form, x)
    step = form.label * 2.15
    first = form.label * 3.6
    lanes = max((len(flag.entry.lanes) for flag in flags), default=1)
    band = first + step * max((flag.row + 1 for flag in flags), default=1)
    band += lanes * form.mark * 1.25
    bottom = band + form.label * 3
    paper.text(0.001, form.label, figure.scale, form.scale, Role.MUTED)
    at = min(x(about.focus.start.at), RIGHT)
    line = about.focus.line
    paper.text(at - form.x(8), form.label, line, form.title + 2, Role.INK, "right", bold=True)
    for number, era in enumerate(about.eras):
        left, right = x(era.start.at), x(min(era.end.last, end))
        paper.area(left, band, right, bottom, Role.PALE)
        if number:
            paper.line([(left, band), (left, bottom)], Role.LEADER, 1)
        room = int((right - left) * form.width / (ADVANCE * form.tick)) - 1
        name = "\n".join(wrap(era.name, max(8, room)))
        paper.text(left + form.x(8), (band + bottom) / 2, name, form.tick, Role.MUTED)
    paper.line([(LEFT, bottom), (RIGHT, bottom)], Role.LEADER, 1.2)
    _ticks(paper, form, x, start, end, bottom)
    for flag in flags:
        y = first + flag.row * step
        selected = scene.selected in flag.entry.ids
        grey = scene.greyed(flag.entry.ids) and not selected
        _draw_flag(paper, form, flag, y, band, grey=grey, selected=selected)
    paper.line([(at, form.label * 0.4), (at, bottom)], Role.INK, 3.5)
    return paper.figure(bottom + form.tick * 2)


def _end(scene: Scene) -> datetime:
    found = [entry.at for entry in entries(scene, scene.explainer.overview.figure.marks)]
    return max([scene.explainer.overview.figure.end.last, *found])


def _flags(scene: Scene, form: Form, x: Scale) -> list[_Flag]:
    """Each entry's flag, on the first row where it meets no other flag and no leader."""
    placed: list[_Flag] = []
    every = list(entries(scene, scene.explainer.overview.figure.marks))
    left = [entry for entry in every if x(entry.at) < 0.5]
    right = [entry for entry in reversed(every) if x(entry.at) >= 0.5]
    for group in (left, right):
        row = 0
        for entry in group:
            flag = _flag(entry, form, x(entry.at), row)
            free = (
                down
                for down in range(row, row + 2 * len(every) + 1)
                if not any(_meet(replace(flag, row=down), other, form.x(14)) for other in placed)
            )
            # Where no row is free of leaders, one below all labels is at least free of them.
            lowest = max((other.row for other in placed), default=-1) + 1
            row = next(free, lowest)
            flag = replace(flag, row=row)
            placed.append(flag)
            row += 1
    return placed


def _flag(entry: Entry, form: Form, x: float, row: int) -> _Flag:
    date = entry.date or date_words(entry.events[0], "day")
    length = form.x((columns(date) + 2 + columns(entry.label)) * ADVANCE * form.label + 14)
    start, end = (x, x + length) if x < 0.5 else (x - length, x)
    return _Flag(entry, x, row, date, start, end)


def _meet(one: _Flag, other: _Flag, room: float) -> bool:
    """Whether two flags share a row and touch, or the upper one's leader strikes the lower one."""
    if one.row == other.row:
        return one.start < other.end + room and other.start < one.end + room
    upper, lower = sorted((one, other), key=lambda flag: flag.row)
    return lower.start - room / 2 < upper.x < lower.end + room / 2


def _draw_flag(
    paper: Paper, form: Form, flag: _Flag, y: float, band: float, *, grey: bool, selected: bool
) -> None:
    entry, ids = flag.entry, " ".join(flag.entry.ids)
    role = Role.FADED_TEXT if grey else Role.INK
    rightwards = flag.x < 0.5
    gap = form.x(7) if rightwards else -form.x(7)
    date = flag.date.replace(" ", "\u00a0")
    words = f"{date}\u00a0 {entry.label}"
    row = Row(y, (words,), len(words) if selected else len(date), role, size=form.label)
    anchor: Anchor = "left" if rightwards else "right"
    paper.markup(flag.x + gap, y, row.markup, form.label, role, anchor)
    tall = form.mark * 1.25
    top = band - len(entry.lanes) * tall
    paper.line(
        [(flag.x, y - form.label * 0.5), (flag.x, top)],
        Role.FADED if grey else Role.INK if selected else Role.LEADER,
        form.heavy if selected else form.line,
    )
    for number, actor in enumerate(entry.lanes):
        mark_y = band - (number + 0.5) * tall
        shade = Role.FADED if grey else hue_role(actor)
        sign = entry.sign if len(entry.events) == 1 else Attendance.PRESENT
        paper.mark(flag.x, mark_y, actor.shape, form.mark, shade, sign, event=ids, says=entry.label)
    if selected:
        paper.ring(flag.x, band - tall / 2, form.mark * 2.2)


def _ticks(paper: Paper, form: Form, x: Scale, start: datetime, end: datetime, y: float) -> None:
    years = end.year - start.year
    every = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200) if years / step <= 12)
    year = -(-start.year // every) * every
    while year <= end.year:
        at = x(datetime(year, 1, 1))
        if 0.02 < at < 0.97:
            paper.line([(at, y), (at, y + form.tick * 0.4)], Role.LEADER, 1)
            paper.text(at, y + form.tick * 1.1, str(year), form.tick, Role.MUTED, "center")
        year += every


def _narrow(scene: Scene, form: Form) -> FigureDict:
    figure, about = scene.explainer.overview.figure, scene.explainer.about
    axis = form.x(form.tick * 3.2)
    lane = form.x(form.mark * 1.3)
    widest = max((len(e.lanes) for e in entries(scene, figure.marks)), default=2)
    gutter = axis + lane * (widest + 0.6)
    column = Column(
        figure.start.at,
        _end(scene),
        form.title * 3.6,
        560,
        {},
        axis,
        gutter,
        gutter + form.x(26),
        form.characters(form.width - (gutter * form.width + 26)),
        lane_width=lane,
    )

    def rows(column: Column) -> list[Row]:
        found = event_rows(scene, form, column, entries(scene, figure.marks), "day")
        for era in about.eras:
            words = f"{era.name}, {era.start.words()}–{era.end.words()}"
            y = column.y(max(era.start.at, column.start)) + form.label * 0.6
            found.append(text_row(form, column, y, "", words, heavy=True, role=Role.MUTED))
        y = column.y(min(about.focus.start.at, column.end))
        return [*found, text_row(form, column, y, about.focus.line, "")]

    column = column.tall(stack_height(rows(column)) - form.label + 4)
    paper = Paper()
    scale = wrap(figure.scale, form.characters(form.width, form.scale))
    middle = form.scale * (0.4 + 0.65 * len(scale))
    paper.text(0.001, middle, "\n".join(scale), form.scale, Role.MUTED)
    for number, era in enumerate(about.eras):
        if not number % 2:
            top = column.y(max(era.start.at, column.start))
            paper.area(axis, top, gutter, column.y(min(era.end.last, column.end)))
    draw_decades(paper, form, column, text=axis - form.x(6), every=decade_step(column, form))
    paper.line([(axis, column.top), (axis, column.bottom)], Role.LEADER, 1.2)
    y = column.y(min(about.focus.start.at, column.end))
    paper.line([(axis - form.x(10), y), (1, y)], Role.INK, 3)
    draw_rows(paper, scene, form, column, rows(column), last=column.bottom - 4)
    return paper.figure(column.bottom + form.label * 2)
