"""Then and now: two periods in the same lanes at the same scale, leaders' meetings counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from explainer.figures.column import (
    Column,
    DateStyle,
    Row,
    draw_head,
    draw_rows,
    event_rows,
    stack_height,
)
from explainer.figures.scene import Entry, Scene, entries, hue_role, moment, single
from explainer.figures.ticks import draw_ticks
from explainer.models import Attendance, Period, Scope
from explainer.palette import Role
from explainer.paper import NARROW, FigureDict, Form, Paper

HEAD = 7.6
"""Title, scale, lane names and counts above a panel, in units of the title size."""
PX_A_DAY = 0.8


@dataclass(frozen=True)
class _Laid:
    period: Period
    column: Column
    rows: list[Row]
    left: float


def draw(scene: Scene, form: Form) -> FigureDict:
    """The figure of the implications page in one form."""
    periods = scene.explainer.implications.figure.periods
    paper, top, bottom = Paper(), 0.0, 0.0
    for number, period in enumerate(periods):
        left, right = (0.0, 1.0) if form is NARROW else ((0.0, 0.47), (0.53, 1.0))[number]
        laid = _lay_out(scene, form, period, left, right, top)
        _draw(paper, scene, form, laid)
        stacked = laid.column.top - form.label + stack_height(laid.rows)
        bottom = max(bottom, laid.column.bottom, stacked) + form.label
        if form is NARROW:
            top = bottom + form.title * 1.5
    return paper.figure(bottom + 2)


def period_events(scene: Scene, period: Period) -> frozenset[str]:
    """The ids of a period's events, before any filter."""
    lanes = {lane.actor for lane in scene.explainer.implications.figure.lanes}
    last = datetime.max if _is_open(scene, period) else period.end.last
    return frozenset(
        event.id
        for event in scene.explainer.events
        if period.start.at <= moment(event) < last
        and event.id not in period.leave_out
        and lanes.intersection(actor.id for actor in scene.lanes(event))
        and (event.scope is not Scope.AFTER or last == datetime.max)
    )


def _is_open(scene: Scene, period: Period) -> bool:
    """Whether what came after the brief belongs to this period."""
    return period.end.last >= scene.explainer.about.brief.date.at


def meetings(scene: Scene, period: Period, actor: str) -> int:
    """How often the subject met the actor's leader in the period, whatever the filters show."""
    return sum(
        actor in event.met and period.start.at <= moment(event) < period.end.last
        for event in scene.explainer.events
    )


def _end(scene: Scene, period: Period) -> datetime:
    found = [moment(event) for event in scene.events(period_events(scene, period))]
    return max([period.end.last, *found])


def _entries(scene: Scene, period: Period) -> list[Entry]:
    allowed = period_events(scene, period)
    some = replace(scene, shown=scene.shown & allowed)
    named = {name for mark in period.marks for name in mark.events}
    found = [
        *entries(some, period.marks),
        *(single(some, event) for event in some.events(allowed - named)),
    ]
    lanes = {lane.actor for lane in scene.explainer.implications.figure.lanes}
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
    scene: Scene, form: Form, period: Period, left: float, right: float, top: float
) -> _Laid:
    lanes = scene.explainer.implications.figure.lanes
    first = left + form.x(form.tick * (5.8 if form is NARROW else 6.2))
    step = form.x(form.label * (1.75 if form is NARROW else 3.2 if form.fixed else 4.6))
    xs = {lane.actor: first + number * step for number, lane in enumerate(lanes)}
    gutter = max(xs.values()) + form.x(form.mark * 1.8)
    label = gutter + form.x(form.mark * 3)
    head = top + form.title * HEAD + (form.title * len(lanes) * 1.2 if form is NARROW else 0)
    start, end = period.start.at, _end(scene, period)
    longest = max(
        (p.end.last - p.start.at).days for p in scene.explainer.implications.figure.periods
    )
    px_a_day = form.panel(longest * PX_A_DAY * (1.15 if form is NARROW else 1)) / longest
    if form.fixed:
        px_a_day *= 0.85  # The counts above the lanes take the rest.
    tall = (end - start).days * px_a_day
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
    rows = event_rows(
        scene, form, column, _entries(scene, period), style, every_year=form is NARROW
    )
    return _Laid(period, column, rows, left)


def _long(period: Period) -> bool:
    return (period.end.last - period.start.at).days > 400


def _draw(paper: Paper, scene: Scene, form: Form, laid: _Laid) -> None:
    figure, period, column = scene.explainer.implications.figure, laid.period, laid.column
    head = column.top - form.title * HEAD
    if form is NARROW:
        head -= form.title * len(figure.lanes) * 1.2
    left = laid.left + 0.001
    draw_head(paper, form, period.title, period.scale, laid.left, 1, head)
    xs = list(column.lanes.values())
    edge = form.x(form.mark * 1.6)
    draw_ticks(
        paper,
        form,
        column,
        text=min(xs) - edge - form.x(6),
        shade=(min(xs) - edge, max(xs) + edge),
    )
    count_y = column.top - form.title * 1.2
    paper.text(left, count_y, figure.count, form.tick, Role.MUTED)
    for number, lane in enumerate(figure.lanes):
        actor = scene.explainer.actor[lane.actor]
        grey = scene.muted(actor.id)
        role = Role.FADED_TEXT if grey else hue_role(actor)
        x = column.lanes[lane.actor]
        met = meetings(scene, period, actor.id)
        paper.text(x, count_y, str(met), form.title * 1.35, role, "center", bold=True)
        if form is NARROW:
            y = head + form.title * (3.6 + 1.2 * number)
            paper.text(x, y, lane.name, form.tick, role, bold=True)
            below = [(x, y + form.tick * 0.8), (x, count_y - form.title * 0.9)]
            paper.line(below, Role.FADED if grey else Role.LEADER, 1)
        else:
            # On a projector the lanes are narrower than their names, so names take turns.
            y = count_y - form.title * (1.6 + (1.3 if form.fixed and number % 2 else 0))
            paper.text(x, y, lane.name, form.label, role, "center", bold=True)
        shade = Role.FADED if grey else hue_role(actor)
        paper.area(x - form.x(0.8), column.top, x + form.x(0.8), column.bottom, shade, opacity=0.55)
    draw_rows(paper, scene, form, column, laid.rows)
