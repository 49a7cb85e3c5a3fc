"""The timeline: the same events at two or three scales, side by side or stacked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from explainer.dates import gap_words
from explainer.figures.column import (
    Column,
    DateStyle,
    Row,
    decade_step,
    draw_decades,
    draw_nights,
    draw_rows,
    draw_ticks,
    event_rows,
    ring_if_undrawn,
    stack_height,
    text_row,
)
from explainer.figures.scene import Entry, Scene, entries, moment, single
from explainer.models import Hue, Panel
from explainer.palette import Role
from explainer.paper import NARROW, FigureDict, Form, Paper

HEAD = 3.9
"""Title and scale line above a panel, in units of the title size."""
HOURS_ROUND_THE_FOCUS = timedelta(days=60)
ABOVE_LINE = 4.0
"""Px that the last label keeps from the line of the focus."""


def draw(scene: Scene, form: Form) -> FigureDict:
    """The timeline figure of the content in one form."""
    panels = scene.explainer.timeline.figure.panels
    paper = Paper()
    if form is NARROW:
        top, columns = 0.0, []
        for panel, tall in zip(panels, _heights(len(panels), 520, 1100, 700), strict=True):
            column, rows = _lay_out(scene, form, panel, 0.0, 1.0, top, tall)
            columns.append(column)
            _draw_panel(paper, scene, form, panel, column, rows, 0.0, 1.0)
            top = _below(column, rows, form) + form.title * 1.6
        return paper.figure(top)
    edges = ((0, 0.268), (0.296, 0.634), (0.664, 1.0))[-len(panels) :]
    laid = [
        _lay_out(scene, form, panel, left, right, 0.0, 820)
        for panel, (left, right) in zip(panels, edges, strict=True)
    ]
    bottom = max(_below(column, rows, form) for column, rows in laid) - form.label
    laid = [
        _lay_out(scene, form, panel, left, right, 0.0, bottom - form.title * HEAD)
        for panel, (left, right) in zip(panels, edges, strict=True)
    ]
    for (panel, (column, _)), (after, _) in zip(
        zip(panels, laid, strict=True), laid[1:], strict=False
    ):
        number = panels.index(panel)
        _wedge(paper, column, after, edges[number][1], edges[number + 1][0])
    for panel, (column, rows), (left, right) in zip(panels, laid, edges, strict=True):
        _draw_panel(paper, scene, form, panel, column, rows, left, right)
    return paper.figure(max(_below(column, rows, form) for column, rows in laid) + 6)


def _heights(count: int, *heights: float) -> tuple[float, ...]:
    return heights[-count:]


def _below(column: Column, rows: list[Row], form: Form) -> float:
    return max(column.bottom, column.top - form.label + stack_height(rows)) + form.label + 2


def _style(panel: Panel) -> DateStyle:
    span = panel.end.last - panel.start.at
    if span < HOURS_ROUND_THE_FOCUS:
        return "hour"
    return "month" if span < timedelta(days=365 * 20) else "day"


def _lay_out(
    scene: Scene, form: Form, panel: Panel, left: float, right: float, top: float, tall: float
) -> tuple[Column, list[Row]]:
    """The column of a panel, grown to its labels, and its label rows."""
    style = _style(panel)
    lane = form.x(form.mark * (1.85 if style == "hour" else 1.45))
    hues = _hues(scene, panel) if style != "day" else []
    axis = left + form.x(form.tick * (3.6 if style == "hour" else 3.2))
    first = axis + form.x(form.mark * 1.15)
    lanes = {
        actor.id: first + hues.index(actor.hue) * lane
        for actor in scene.explainer.actors
        if actor.hue in hues
    }
    inner = max(lanes.values(), default=axis + (_widest(scene, panel) - 0.2) * lane)
    gutter = inner + form.x(form.mark * 1.1)
    label = gutter + form.x(form.mark * 2.6)
    start, end = panel.start.at, _end(scene, panel)
    head = top + form.title * HEAD
    column = Column(
        start,
        end,
        head,
        head + tall,
        lanes,
        axis,
        gutter,
        label,
        form.characters((right - label) * form.width),
        lane_width=lane,
    )
    rows = _rows(scene, form, panel, column, style)
    column = column.tall(stack_height(rows) - form.label + ABOVE_LINE)
    return column, _rows(scene, form, panel, column, style)


def _end(scene: Scene, panel: Panel) -> datetime:
    """The panel's end, moved on if later events were asked for and belong after it."""
    if panel.end.last < scene.explainer.about.focus.start.at or panel.eras:
        later = list(map(moment, scene.within(panel.end.last, datetime.max)))
        if later and max(later) > scene.explainer.about.focus.end.last:
            return max(later) + timedelta(days=10)
    return panel.end.last


def _widest(scene: Scene, panel: Panel) -> int:
    """How many marks stand side by side at most, whatever the filters show."""
    whole = replace(scene, shown=frozenset(scene.explainer.event))
    return max((len(entry.lanes) for entry in entries(whole, panel.marks)), default=2)


def _hues(scene: Scene, panel: Panel) -> list[Hue]:
    """The lanes of a panel, the same under every filter."""
    whole = replace(scene, shown=frozenset(scene.explainer.event))
    found = {
        actor.hue
        for event in whole.within(panel.start.at, panel.end.last)
        for actor in whole.lanes(event)
    }
    if scene.explainer.timeline.figure.stay and _style(panel) == "hour":
        found.add(scene.explainer.actor[scene.explainer.about.subject].hue)
    return list(dict.fromkeys(a.hue for a in scene.explainer.actors if a.hue in found))


def _entries(scene: Scene, panel: Panel, end: datetime) -> list[Entry]:
    found = [entry for entry in entries(scene, panel.marks) if panel.start.at <= entry.at <= end]
    if panel.others:
        grouped = {name for mark in panel.marks for name in mark.events}
        rest = [e for e in scene.within(panel.start.at, end) if e.id not in grouped]
        found += [single(scene, event) for event in rest]
    if _style(panel) == "hour":
        subject = scene.explainer.actor[scene.explainer.about.subject]
        found = [
            replace(entry, lanes=(subject, *(a for a in entry.lanes if a != subject)))
            if subject.id in {name for e in entry.events for name in e.actors}
            and any(e.attendance.value != "absent" for e in entry.events)
            else entry
            for entry in found
        ]
    return sorted(found, key=lambda entry: entry.at)


def _rows(scene: Scene, form: Form, panel: Panel, column: Column, style: DateStyle) -> list[Row]:
    about = scene.explainer.about
    rows = event_rows(
        scene,
        form,
        column,
        _entries(scene, panel, column.end),
        style,
        every_year=form is NARROW or style == "day",
    )
    if panel.eras:
        for era in about.eras:
            if panel.start.at <= era.start.at < column.end:
                words = f"{era.name}, {era.start.words()}–{era.end.words()}"
                y = column.y(era.start.at) + form.label * 0.7
                rows.append(text_row(form, column, y, "", words, heavy=True, role=Role.MUTED))
    for gap in panel.gaps:
        if {gap.after, gap.before} <= scene.shown:
            first, second = (scene.explainer.event[name] for name in (gap.after, gap.before))
            length = gap_words(((first.end or first.start).at).date(), second.start.at.date())
            low, high = moment(first), min(moment(second), column.end)
            y = column.y(low + (high - low) / 2)
            words = gap.text.replace("{gap}", length)
            rows.append(text_row(form, column, y, "", words, italic=True, role=Role.MUTED))
    if style != "hour":
        y = column.y(min(about.focus.start.at, column.end))
        rows.append(text_row(form, column, y, about.focus.line, ""))
    return rows


def _draw_panel(
    paper: Paper,
    scene: Scene,
    form: Form,
    panel: Panel,
    column: Column,
    rows: list[Row],
    left: float,
    right: float,
) -> None:
    about, style = scene.explainer.about, _style(panel)
    head = column.top - form.title * HEAD
    paper.text(left + 0.001, head + form.title * 0.8, panel.title, form.title, bold=True)
    scale_y = head + form.title * 2.0
    paper.text(left + 0.001, scale_y, panel.scale, form.scale, Role.MUTED)
    inner = column.gutter
    tick = column.axis - form.x(form.tick * 0.6)
    if panel.eras:
        draw_decades(paper, form, column, text=tick, every=decade_step(column, form))
        for number, era in enumerate(about.eras):
            if not number % 2 and era.start.at < column.end:
                top = column.y(max(era.start.at, column.start))
                paper.area(column.axis, top, inner, column.y(min(era.end.last, column.end)))
    elif style == "hour":
        draw_nights(paper, form, column, text=tick, shade=(column.axis, inner))
    else:
        draw_ticks(paper, form, column, text=tick, shade=(column.axis, inner))
    paper.line([(column.axis, column.top), (column.axis, column.bottom)], Role.LEADER, 1.2)
    _draw_gaps(paper, scene, form, panel, column)
    if style == "hour":
        _draw_stay(paper, scene, form, column)
    else:
        y = column.y(min(about.focus.start.at, column.end))
        paper.line([(column.axis - form.x(12), y), (right, y)], Role.INK, 3)
    last = None if style == "hour" else column.bottom - ABOVE_LINE
    draw_rows(paper, scene, form, column, rows, last=last)
    ring_if_undrawn(paper, scene, form, column, rows)


def _draw_gaps(paper: Paper, scene: Scene, form: Form, panel: Panel, column: Column) -> None:
    for gap in panel.gaps:
        if not {gap.after, gap.before} <= scene.shown:
            continue
        actor = scene.explainer.actor[gap.lane]
        x = column.lanes.get(actor.id, column.axis)
        first, second = (moment(scene.explainer.event[n]) for n in (gap.after, gap.before))
        points = [(x, column.y(first)), (x, column.y(min(second, column.end)))]
        grey = scene.greyed((gap.after, gap.before)) or scene.muted(actor.id)
        paper.line(points, Role.FADED if grey else Role(actor.hue.value), 2, "dot")


def _draw_stay(paper: Paper, scene: Scene, form: Form, column: Column) -> None:
    stay = scene.explainer.timeline.figure.stay
    if stay is None:
        return
    subject = scene.explainer.actor[scene.explainer.about.subject]
    names = (stay.before, stay.start, stay.end, stay.after)
    away, start, end, back = (column.y(moment(scene.explainer.event[name])) for name in names)
    x, half = column.lanes[subject.id], form.x(form.mark * 0.3)
    grey = scene.greyed(names)
    role = Role.FADED if grey else Role(subject.hue.value)
    paper.area(x - half, start, x + half, end, role, opacity=0.35)
    paper.line([(x, away), (x, start)], role, 2, "dot")
    paper.line([(x, end), (x, back)], role, 2, "dot")


def _wedge(paper: Paper, column: Column, after: Column, right: float, left: float) -> None:
    """A pale wedge from the slice of one panel to the whole of the next."""
    top, bottom = column.y(after.start), column.y(min(after.end, column.end))
    paper.wedge([(right, top), (left, after.top), (left, after.bottom), (right, bottom)])
