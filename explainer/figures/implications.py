"""Then and now: two periods in the same lanes at the same scale, leaders' meetings counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from explainer.content.chronology import moment
from explainer.content.events import Attendance
from explainer.content.figures import Period, scale_words
from explainer.content.selection import period_events
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column, reach
from explainer.figures.parts.draw_rows import draw_rows
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.head import draw_head, head_height
from explainer.figures.parts.lanes import LaneName, LaneNames
from explainer.figures.parts.row import DateStyle, Row
from explainer.figures.parts.scene import Entry, Scene, entries, hue_role, single
from explainer.figures.parts.stack import stack_height
from explainer.figures.parts.ticks import draw_ticks

COUNTS = 2.8
"""From the middle of the lowest lane name to the column, in units of the title size."""
HEAD = 7.6
"""Least height of title, scale, lane names and counts, in units of the title size."""
LANES = 0.5
"""The part of the width that scale and lanes take where one period has the sheet for itself."""
PX_A_DAY = 0.8
LEAST, MOST = 320.0, 720.0
"""The px that the longest period is high, whatever its length."""


@dataclass(frozen=True)
class _Laid:
    period: Period
    column: Column
    rows: list[Row]
    place: tuple[float, float]
    names: LaneNames
    head: float
    """The px above its column."""


def draw(scene: Scene, form: Form) -> FigureDict:
    """The figure of the implications page in one form."""
    periods = scene.explainer.implications.figure.periods
    alone = form.single and bool(scene.focus or scene.waits)
    places = ((0.0, 1.0),) * len(periods) if form.narrow or alone else _places(scene, form)
    paper, top, bottom = Paper(), 0.0, 0.0
    pairs = list(zip(periods, places, strict=True))
    if alone:
        pairs = [max(pairs, key=lambda pair: _told(scene, pair[0]))]
    heads = [_head(scene, form, period, place) for period, place in pairs]
    for (period, place), head in zip(pairs, heads, strict=True):
        head = head if form.narrow else max(heads)
        laid = _lay_out(scene, form, period, place, top, head)
        _draw(paper, scene, form, laid)
        stacked = laid.column.top - form.label + stack_height(laid.rows)
        bottom = max(bottom, laid.column.bottom, stacked) + form.label
        if form.narrow:
            top = bottom + form.title * 1.5
    return paper.figure(bottom + 2, form.sheet)


def _places(scene: Scene, form: Form) -> tuple[tuple[float, float], ...]:
    """Where the periods stand: the one that a step is about has the room that labels need."""
    told = [_told(scene, period) for period in scene.explainer.implications.figure.periods]
    many, most = len(told), max(told)
    gap = 0.06 if not form.fixed or told.count(most) > 1 else 0.04
    even = (1 - gap * (many - 1)) / many
    wides = [even] * many
    if form.fixed and many > 1 and told.count(most) == 1:
        main = 0.62 if many == 2 else 0.46
        less = (1 - main - gap * (many - 1)) / (many - 1)
        wides = [main if one == most else less for one in told]
    lefts = [sum(wides[:at]) + gap * at for at in range(many)]
    return tuple(
        (round(left, 9), round(left + wide, 9)) for left, wide in zip(lefts, wides, strict=True)
    )


def _told(scene: Scene, period: Period) -> int:
    """How many of the step's events a period has."""
    figure = scene.explainer.implications.figure
    return len(scene.focus & period_events(scene.explainer, figure, period))


def _lanes(scene: Scene, form: Form, left: float) -> dict[str, float]:
    """The x of each lane."""
    lanes = scene.explainer.implications.figure.lanes
    first = left + form.x(form.tick * (5.8 if form.narrow else 6.2))
    wide = 4.6 if len(lanes) < 5 else 3.8
    step = form.x(form.label * (1.75 if form.narrow else 3.2 if form.fixed else wide))
    if len(scene.explainer.implications.figure.periods) > 2 and not form.narrow:
        step = min(step, form.x(form.label * 2.4))
    if len(scene.explainer.implications.figure.periods) == 1 and not form.narrow:
        step = max(step, (LANES - first) / max(1, len(lanes) - 1))
    return {lane.actor: first + number * step for number, lane in enumerate(lanes)}


def _names(scene: Scene, form: Form, place: tuple[float, float]) -> LaneNames:
    xs = _lanes(scene, form, place[0])
    names = [
        LaneName(
            xs[lane.actor],
            lane.name,
            Role.FADED_TEXT
            if scene.muted(lane.actor)
            else hue_role(scene.explainer.actor[lane.actor]),
        )
        for lane in scene.explainer.implications.figure.lanes
    ]
    return LaneNames(form, names, place[1])


def _head(scene: Scene, form: Form, period: Period, place: tuple[float, float]) -> float:
    room = (place[1] - place[0]) * form.width
    said = head_height(form, period.title, scale_words(period), room) + form.title * 0.3
    names = _names(scene, form, place).height + form.title * COUNTS
    return said + names if form.narrow else max(form.title * HEAD, said + names)


def meetings(scene: Scene, period: Period, actor: str) -> int:
    """How often the subject met the actor's leader in the period, whatever the filters show."""
    return sum(
        actor in event.met and period.start.at <= moment(event) < period.end.last
        for event in scene.explainer.events
    )


def _end(scene: Scene, period: Period) -> datetime:
    figure = scene.explainer.implications.figure
    ids = period_events(scene.explainer, figure, period)
    found = [moment(event) for event in scene.events(ids)]
    return reach(period.start.at, period.end.last, found)


def _entries(scene: Scene, period: Period) -> list[Entry]:
    figure = scene.explainer.implications.figure
    allowed = period_events(scene.explainer, figure, period)
    some = replace(scene, shown=scene.shown & allowed)
    named = {name for mark in period.marks for name in mark.events}
    found = [
        *entries(some, period.marks),
        *(single(some, event) for event in some.events(allowed - named)),
    ]
    lanes = {lane.actor for lane in figure.lanes}
    return [
        replace(
            entry,
            lanes=tuple(actor for actor in entry.lanes if actor.id in lanes),
            drawn_as=Attendance.PRESENT
            if any(event.met for event in entry.events)
            else Attendance.ABSENT,
        )
        for entry in sorted(found, key=lambda entry: entry.at)
    ]


def _lay_out(
    scene: Scene, form: Form, period: Period, place: tuple[float, float], top: float, head: float
) -> _Laid:
    left, right = place
    xs = _lanes(scene, form, left)
    gutter = max(xs.values()) + form.x(form.mark * 1.8)
    label = gutter + form.x(form.mark * 3)
    head += top
    start, end = period.start.at, _end(scene, period)
    longest = max(
        (p.end.last - p.start.at).days for p in scene.explainer.implications.figure.periods
    )
    tall = min(max(longest * PX_A_DAY, LEAST), MOST) * (1.15 if form.narrow else 1)
    if form.fixed:
        tall = max(form.sheet - (head - top) - form.label * 2.2, form.label * 8)
    tall *= (end - start) / timedelta(days=max(1, longest))
    column = Column(
        start,
        end,
        head,
        head + tall,
        xs,
        left,
        gutter,
        label,
        form.characters((right - label) * form.width),
        lane_width=form.x(form.mark * 1.3),
    )
    style: DateStyle = "month" if _long(period) else "day"
    rows = event_rows(scene, form, column, _entries(scene, period), style, every_year=form.narrow)
    return _Laid(period, column, rows, place, _names(scene, form, place), head - top)


def _long(period: Period) -> bool:
    return (period.end.last - period.start.at).days > 400


def _draw(paper: Paper, scene: Scene, form: Form, laid: _Laid) -> None:
    figure, period, column = scene.explainer.implications.figure, laid.period, laid.column
    left, right = laid.place
    draw_head(paper, form, period.title, scale_words(period), left, right, column.top - laid.head)
    xs = list(column.lanes.values())
    edge = form.x(form.mark * 1.6)
    draw_ticks(
        paper,
        form,
        column,
        text=min(xs) - edge - form.x(6),
        shade=(min(xs) - edge, max(xs) + edge),
        left=left,
    )
    count_y = column.top - form.title * 1.2
    if not scene.waits:
        paper.text(left + 0.001, count_y, figure.count, form.tick, Role.MUTED)
    laid.names.draw(paper, column.top - form.title * COUNTS, count_y - form.title * 0.9)
    for lane, name in zip(figure.lanes, laid.names.names, strict=True):
        if not scene.waits:
            met = str(meetings(scene, period, lane.actor))
            paper.text(name.x, count_y, met, form.title * 1.35, name.role, "center", bold=True)
        shade = Role.FADED if scene.muted(lane.actor) else name.role
        half = form.x(0.8)
        paper.area(name.x - half, column.top, name.x + half, column.bottom, shade, opacity=0.55)
    last = column.top + form.panel(0, laid.head) if form.narrow and form.fixed else None
    draw_rows(paper, scene, form, column, laid.rows, last=last)
