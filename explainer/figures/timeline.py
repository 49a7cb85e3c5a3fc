"""The timeline: the same events at two or three scales, side by side or stacked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from explainer.dates import gap_words
from explainer.figures.column import (
    Column,
    DateStyle,
    Row,
    draw_head,
    draw_rows,
    event_rows,
    ring_if_undrawn,
    stack_height,
    text_row,
)
from explainer.figures.scene import Entry, Scene, entries, moment, single
from explainer.figures.ticks import decade_step, draw_decades, draw_nights, draw_ticks
from explainer.models import Event, Hue, Panel
from explainer.palette import Role
from explainer.paper import NARROW, WIDE, FigureDict, Form, Paper

HEAD = 3.9
"""Title and scale line above a panel, in units of the title size."""
HOURS_ROUND_THE_FOCUS = timedelta(days=60)
ABOVE_LINE = 4.0
"""Px that the last label keeps from the line of the focus."""
EDGES = ((0.0, 0.286), (0.308, 0.672), (0.692, 1.0))
"""Where three panels side by side begin and end."""
NARROW_HEIGHTS = (520.0, 1100.0, 700.0)


@dataclass(frozen=True)
class _Laid:
    """A panel with its place, its column and its label rows."""

    panel: Panel
    left: float
    right: float
    column: Column
    rows: list[Row]
    named: bool

    def below(self, form: Form) -> float:
        """The px below its axis and its labels."""
        stacked = self.column.top - form.label + stack_height(self.rows)
        return max(self.column.bottom, stacked) + form.label + 2


def draw(scene: Scene, form: Form) -> FigureDict:
    """The timeline figure of the content in one form."""
    panels, paper = scene.explainer.timeline.figure.panels, Paper()
    if form is NARROW:
        top = 0.0
        for panel, tall in zip(panels, NARROW_HEIGHTS[-len(panels) :], strict=True):
            laid = _lay_out(scene, form, panel, 0.0, 1.0, top, tall)
            _draw_panel(paper, scene, form, laid)
            top = laid.below(form) + form.title * 1.6
        return paper.figure(top)
    edges = _edges(scene, form)

    def lay_out(tall: float) -> list[_Laid]:
        return [
            _lay_out(scene, form, panel, left, right, 0.0, tall)
            for panel, (left, right) in zip(panels, edges, strict=True)
        ]

    deepest = max(laid.below(form) for laid in lay_out(form.panel(820)))
    every = lay_out(deepest - form.label - form.title * HEAD)
    for laid, after in pairwise(every):
        _wedge(paper, laid, after)
    for laid in every:
        _draw_panel(paper, scene, form, laid)
    return paper.figure(max(laid.below(form) for laid in every) + 6)


def _edges(scene: Scene, form: Form) -> list[tuple[float, float]]:
    """Where each panel begins and ends; on a projector the one the step is about is the widest."""
    panels = scene.explainer.timeline.figure.panels
    if not form.fixed:
        return list(EDGES[-len(panels) :])
    wide, gap = _in_focus(scene), 0.035
    narrow = 0.4 / max(1, len(panels) - 1) - gap
    edges, left = [], 0.0
    for panel in panels:
        right = left + (0.6 if panel is wide else narrow)
        edges.append((left, min(right, 1.0)))
        left = right + gap
    return edges


def _in_focus(scene: Scene) -> Panel:
    """The panel that names most of the step's events; the finest one where several do."""

    def told(panel: Panel) -> int:
        ids = [name for entry in _entries(scene, panel, panel.end.last) for name in entry.ids]
        return len(scene.focus.intersection(ids))

    return max(reversed(scene.explainer.timeline.figure.panels), key=told)


def _style(panel: Panel) -> DateStyle:
    span = panel.end.last - panel.start.at
    if span < HOURS_ROUND_THE_FOCUS:
        return "hour"
    return "month" if span < timedelta(days=365 * 20) else "day"


def _lay_out(
    scene: Scene, form: Form, panel: Panel, left: float, right: float, top: float, tall: float
) -> _Laid:
    """The panel with its column grown to its labels."""
    style, named = _style(panel), not form.fixed or panel is _in_focus(scene)
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
    rows = _rows(scene, form, panel, column, named=named)
    column = column.tall(stack_height(rows) - form.label + ABOVE_LINE)
    rows = _rows(scene, form, panel, column, named=named)
    return _Laid(panel, left, right, column, rows, named)


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
    grouped = {name for mark in panel.marks for name in mark.events}
    rest = [event for event in scene.within(panel.start.at, end) if event.id not in grouped]
    if not panel.others:
        rest = [event for event in rest if not _shown_elsewhere(scene, panel, event)]
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


def _shown_elsewhere(scene: Scene, panel: Panel, event: Event) -> bool:
    """Whether another panel draws an event that this one leaves out; none is lost."""
    return any(
        other.others and other.start.at <= moment(event) < _end(scene, other)
        for other in scene.explainer.timeline.figure.panels
        if other is not panel
    )


def _rows(scene: Scene, form: Form, panel: Panel, column: Column, *, named: bool) -> list[Row]:
    about, style = scene.explainer.about, _style(panel)
    rows = event_rows(
        scene,
        form,
        column,
        _entries(scene, panel, column.end),
        style,
        every_year=form is not WIDE or style == "day",
    )
    if not named:
        return [replace(row, named=False) for row in rows]
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


def _draw_panel(paper: Paper, scene: Scene, form: Form, laid: _Laid) -> None:
    panel, column = laid.panel, laid.column
    about, style = scene.explainer.about, _style(panel)
    head = column.top - form.title * HEAD
    draw_head(paper, form, panel.title, panel.scale, laid.left, laid.right, head)
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
        paper.line([(column.axis - form.x(form.mark), y), (laid.right, y)], Role.INK, 3)
    last = None if style == "hour" else column.bottom - ABOVE_LINE
    draw_rows(paper, scene, form, column, laid.rows, last=last)
    ring_if_undrawn(paper, scene, form, column, laid.rows)


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


def _wedge(paper: Paper, laid: _Laid, after: _Laid) -> None:
    """A pale wedge from the slice of one panel to the whole of the next."""
    column, whole = laid.column, after.column
    top, bottom = column.y(whole.start), column.y(min(whole.end, column.end))
    left, right = laid.right, after.left
    paper.wedge([(left, top), (right, whole.top), (right, whole.bottom), (left, bottom)])
