"""The timeline: the same events at two or three scales, side by side or stacked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from explainer.content.actors import Hue
from explainer.content.chronology import moment
from explainer.content.figures import Panel
from explainer.content.selection import LANES
from explainer.figures import label_layout
from explainer.figures.canvas import NARROW, WIDE, FigureDict, Form, Paper
from explainer.figures.palette import Role
from explainer.figures.parts.column import (
    Column,
    DateStyle,
    Row,
    draw_head,
    draw_rows,
    era_row,
    event_rows,
    head_height,
    reach,
    ring_if_undrawn,
    stack_height,
    text_row,
)
from explainer.figures.parts.focus import THIN, draw_focus, focus_rows
from explainer.figures.parts.scene import Entry, Scene, entries, single
from explainer.figures.parts.ticks import decade_step, draw_decades, draw_nights, draw_ticks
from explainer.language.dates import length_words

HEAD = 3.9
"""Least height of title and scale line above a panel, in units of the title size."""
HOURS_ROUND_THE_FOCUS = timedelta(days=60)
MONTHS_NAMED_ONCE = timedelta(days=1100)
"""From this span on, events of one month may share their date in words."""
EDGES = {
    2: ((0.0, 0.47), (0.5, 1.0)),
    3: ((0.0, 0.286), (0.308, 0.672), (0.692, 1.0)),
}
"""Where panels side by side begin and end."""
NARROW_HEIGHTS = {2: (620.0, 700.0), 3: (520.0, 1100.0, 700.0)}


@dataclass(frozen=True)
class _Laid:
    """A panel with its place, its column and its label rows."""

    panel: Panel
    left: float
    right: float
    head: float
    """The px above its column."""
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
        for panel, tall in zip(panels, NARROW_HEIGHTS[len(panels)], strict=True):
            head = _head(form, panel, (0.0, 1.0), named=True)
            laid = _lay_out(scene, form, panel, (0.0, 1.0), top, head, tall)
            _draw_panel(paper, scene, form, laid)
            top = laid.below(form) + form.title * 1.6
        return paper.figure(top)
    edges = _edges(scene, form)
    head = max(
        _head(form, panel, place, named=not form.fixed or panel is _in_focus(scene))
        for panel, place in zip(panels, edges, strict=True)
    )

    def lay_out(tall: float) -> list[_Laid]:
        return [
            _lay_out(scene, form, panel, place, 0.0, head, tall)
            for panel, place in zip(panels, edges, strict=True)
        ]

    deepest = max(laid.below(form) for laid in lay_out(form.panel(820, head)))
    every = lay_out(deepest - form.label - head)
    for laid, after in pairwise(every):
        _wedge(paper, laid, after)
    for laid in every:
        _draw_panel(paper, scene, form, laid)
    return paper.figure(max(laid.below(form) for laid in every) + 6)


def _edges(scene: Scene, form: Form) -> list[tuple[float, float]]:
    """Where each panel begins and ends; on a projector the one the step is about is the widest."""
    panels = scene.explainer.timeline.figure.panels
    if not form.fixed:
        return list(EDGES[len(panels)])
    wide, gap = _in_focus(scene), 0.035
    narrow = 0.4 / max(1, len(panels) - 1) - gap
    edges, left = [], 0.0
    for panel in panels:
        right = left + (0.6 if panel is wide else narrow)
        edges.append((left, min(right, 1.0)))
        left = right + gap
    return edges


def _head(form: Form, panel: Panel, place: tuple[float, float], *, named: bool) -> float:
    """The px above a panel's column: its head, and room for the first label or mark."""
    room = (place[1] - place[0]) * form.width
    below = form.label if named else form.mark * 0.3
    said = _said(form, panel, room, named=named)
    return max(form.title * HEAD, head_height(form, *said, room) + below)


def _said(form: Form, panel: Panel, room: float, *, named: bool) -> tuple[str, str]:
    """A panel's title and scale; at most two and three lines where another panel is told about."""
    if named:
        return panel.title, panel.scale
    title = label_layout.wrap(panel.title, form.characters(room, form.title))
    scale = label_layout.wrap(panel.scale, form.characters(room, form.scale))
    return _shortened(title, 2), _shortened(scale, 3)


def _shortened(lines: list[str], most: int) -> str:
    whole = len(lines) <= most
    return " ".join(lines) if whole else f"{' '.join(lines[:most])[:-1].rstrip()}…"


def _whole(scene: Scene) -> Panel:
    """The panel of the longest span; what no other panel reaches stands there."""
    panels = scene.explainer.timeline.figure.panels
    return max(panels, key=lambda panel: panel.end.last - panel.start.at)


def _in_focus(scene: Scene) -> Panel:
    """The panel that names most of the step's events; the finest one where several do."""

    def told(panel: Panel) -> int:
        ids = [name for entry in _entries(scene, panel) for name in entry.ids]
        return len(scene.focus.intersection(ids))

    return max(reversed(scene.explainer.timeline.figure.panels), key=told)


def _style(panel: Panel) -> DateStyle:
    span = panel.end.last - panel.start.at
    if span < HOURS_ROUND_THE_FOCUS:
        return "hour"
    return "month" if MONTHS_NAMED_ONCE < span < LANES else "day"


def _lay_out(
    scene: Scene,
    form: Form,
    panel: Panel,
    place: tuple[float, float],
    top: float,
    head: float,
    tall: float,
) -> _Laid:
    """The panel with its column grown to its labels; ``place`` is its left and right end."""
    style, named = _style(panel), not form.fixed or panel is _in_focus(scene)
    left, right = place
    lane = form.x(form.mark * (1.85 if style == "hour" else 1.45))
    whole = Scene(scene.explainer, frozenset(scene.explainer.event), afterwards=True)
    number = scene.explainer.timeline.figure.panels.index(panel)
    hues, widest = _lanes(whole, number)
    axis = left + form.x(form.tick * (3.6 if style == "hour" else 3.2))
    first = axis + form.x(form.mark * 1.15)
    lanes = {
        actor.id: first + hues.index(actor.hue) * lane
        for actor in scene.explainer.actors
        if actor.hue in hues
    }
    inner = max(lanes.values(), default=axis + (widest - 0.2) * lane)
    gutter = inner + form.x(form.mark * 1.1)
    label = gutter + form.x(form.mark * 2.6)
    start, end = panel.start.at, _end(scene, panel)
    column = Column(
        start,
        end,
        top + head,
        top + head + tall,
        lanes,
        axis,
        gutter,
        label,
        form.characters((right - label) * form.width),
        lane_width=lane,
    )
    rows = _rows(scene, form, panel, column, named=named)
    column = column.tall(stack_height(rows) - form.label + THIN)
    rows = _rows(scene, form, panel, column, named=named)
    return _Laid(panel, left, right, head, column, rows, named)


def _end(scene: Scene, panel: Panel) -> datetime:
    """The panel's end; that of the longest is moved on if later events were asked for."""
    if panel is not _whole(scene):
        return panel.end.last
    later = map(moment, scene.within(panel.end.last, datetime.max))
    return reach(panel.start.at, panel.end.last, later)


@lru_cache(maxsize=64)
def _lanes(whole: Scene, number: int) -> tuple[tuple[Hue, ...], int]:
    """The hues that have a lane in a panel, and the most marks that stand side by side in it.

    Both are those of the whole content, so that they are the same under every filter; there are no
    lanes where they would be too many.
    """
    panel = whole.explainer.timeline.figure.panels[number]
    parts = [
        single(whole, whole.explainer.event[name]) for mark in panel.marks for name in mark.events
    ]
    every = [*_entries(whole, panel), *_with_subject(whole, panel, parts)]
    widest = max((len(entry.lanes) for entry in every), default=2)
    if panel.end.last - panel.start.at >= LANES:
        return (), widest
    found = {actor.hue for entry in every for actor in entry.lanes}
    if _has_stay(whole, panel):
        found.add(whole.explainer.actor[whole.explainer.about.subject].hue)
    actors = (actor.hue for actor in whole.explainer.actors if actor.hue in found)
    return tuple(dict.fromkeys(actors)), widest


def _has_stay(scene: Scene, panel: Panel) -> bool:
    """Whether the stay is drawn behind this panel."""
    figure = scene.explainer.timeline.figure
    span = panel.end.last - panel.start.at
    return figure.stay is not None and panel is figure.panels[-1] and span < LANES


def _entries(scene: Scene, panel: Panel) -> list[Entry]:
    start, end = panel.start.at, panel.end.last
    whole = panel is _whole(scene)
    found = [entry for entry in entries(scene, panel.marks) if whole or start <= entry.at < end]
    drawn = {name for entry in found for name in entry.ids}
    among = scene.events(scene.explainer.event) if whole else scene.within(start, end)
    rest = [event for event in among if event.id not in drawn]
    if not panel.others:
        elsewhere = [
            (datetime.min, datetime.max)
            if other is _whole(scene)
            else (other.start.at, other.end.last)
            for other in scene.explainer.timeline.figure.panels
            if other is not panel and other.others
        ]
        # What no other panel shows, this one does; none is lost.
        rest = [
            event
            for event in rest
            if not any(first <= moment(event) < last for first, last in elsewhere)
        ]
    found += [single(scene, event) for event in rest]
    return sorted(_with_subject(scene, panel, found), key=lambda entry: entry.at)


def _with_subject(scene: Scene, panel: Panel, found: list[Entry]) -> list[Entry]:
    """The entries with a mark in the subject's own lane too, where the panel has one."""
    if _style(panel) != "hour" and not _has_stay(scene, panel):
        return found
    subject = scene.explainer.actor[scene.explainer.about.subject]
    return [
        replace(entry, lanes=(subject, *(a for a in entry.lanes if a != subject)))
        if subject.id in {name for e in entry.events for name in e.actors}
        and any(e.attendance.value != "absent" for e in entry.events)
        else entry
        for entry in found
    ]


def _rows(scene: Scene, form: Form, panel: Panel, column: Column, *, named: bool) -> list[Row]:
    about, style = scene.explainer.about, _style(panel)
    rows = event_rows(
        scene,
        form,
        column,
        _entries(scene, panel),
        style,
        every_year=form is not WIDE or style == "day",
    )
    if not named:
        return [replace(row, named=False) for row in rows]
    if panel.eras:
        for era in about.eras:
            if era.start.at < column.end and era.end.last > column.start:
                rows.append(era_row(form, column, era, form.label * 0.7))
    for gap in panel.gaps:
        if {gap.after, gap.before} <= scene.shown:
            first, second = (scene.explainer.event[name] for name in (gap.after, gap.before))
            words = gap.text.replace("{gap}", length_words(first.end or first.start, second.start))
            y = (column.y(moment(first)) + column.y(moment(second))) / 2
            rows.append(text_row(form, column, y, "", words, italic=True, role=Role.MUTED))
    return [*rows, *focus_rows(scene, form, column)]


def _draw_panel(paper: Paper, scene: Scene, form: Form, laid: _Laid) -> None:
    panel, column = laid.panel, laid.column
    about, style = scene.explainer.about, _style(panel)
    head = column.top - laid.head
    said = _said(form, panel, (laid.right - laid.left) * form.width, named=laid.named)
    draw_head(paper, form, *said, laid.left, laid.right, head)
    inner = column.gutter
    tick = column.axis - form.x(form.tick * 0.6)
    if panel.eras:
        draw_decades(paper, form, column, text=tick, every=decade_step(column, form))
        for number, era in enumerate(about.eras):
            if not number % 2 and era.start.at < column.end and era.end.last > column.start:
                paper.area(column.axis, column.y(era.start.at), inner, column.y(era.end.last))
    elif style == "hour":
        draw_nights(paper, form, column, text=tick, shade=(column.axis, inner))
    else:
        draw_ticks(paper, form, column, text=tick, shade=(column.axis, inner), left=laid.left)
    paper.line([(column.axis, column.top), (column.axis, column.bottom)], Role.LEADER, 1.2)
    _draw_gaps(paper, scene, form, panel, column)
    if _has_stay(scene, panel):
        _draw_stay(paper, scene, form, column)
    last = draw_focus(paper, scene, form, column, laid.right)
    draw_rows(paper, scene, form, column, laid.rows, last=last)
    ring_if_undrawn(paper, scene, form, column, laid.rows)


def _draw_gaps(paper: Paper, scene: Scene, form: Form, panel: Panel, column: Column) -> None:
    for gap in panel.gaps:
        if not {gap.after, gap.before} <= scene.shown:
            continue
        actor = scene.explainer.actor[gap.lane]
        x = column.lanes.get(actor.id, column.axis)
        first, second = (moment(scene.explainer.event[n]) for n in (gap.after, gap.before))
        points = [(x, column.y(first)), (x, column.y(second))]
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
    near = (column.end - column.start) / 50
    if whole.end <= column.start or whole.start > column.end + near:
        return
    top, bottom = column.y(whole.start), column.y(whole.end)
    left, right = laid.right, after.left
    paper.wedge([(left, top), (right, whole.top), (right, whole.bottom), (left, bottom)])
