"""The timeline: the same events at two or three scales, side by side or stacked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from explainer.content.chronology import moment
from explainer.content.figures import Panel, scale_words
from explainer.figures import timeline_step
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import WIDE, Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.draw_rows import draw_rows, ring_if_undrawn
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.focus import THIN, draw_focus, focus_rows
from explainer.figures.parts.head import draw_head, head_height
from explainer.figures.parts.row import Row, era_row, text_row
from explainer.figures.parts.scene import Scene
from explainer.figures.parts.stack import stack_height
from explainer.figures.parts.ticks import decade_step, draw_decades, draw_nights, draw_ticks
from explainer.figures.timeline_panels import (
    alone,
    end_of,
    entries_of,
    has_stay,
    lanes_of_panel,
    style_of,
)
from explainer.figures.timeline_spans import draw_gaps, draw_stay
from explainer.figures.timeline_strips import shade_eras, wedge
from explainer.language.dates import length_words

HEAD = 3.9
"""Least height of title and scale line above a panel, in units of the title size."""
EDGES = {
    1: ((0.0, 1.0),),
    2: ((0.0, 0.47), (0.5, 1.0)),
    3: ((0.0, 0.286), (0.308, 0.672), (0.692, 1.0)),
}
"""Where panels side by side begin and end."""
NARROW_HEIGHTS = {1: (700.0,), 2: (620.0, 700.0), 3: (520.0, 1100.0, 700.0)}


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

    def below(self, form: Form) -> float:
        """The px below its axis and its labels."""
        stacked = self.column.top - form.label + stack_height(self.rows)
        return max(self.column.bottom, stacked) + form.label + 2


def draw(scene: Scene, form: Form) -> FigureDict:
    """The timeline figure of the content in one form."""
    if form.fixed:
        return timeline_step.draw(scene, form)
    panels, paper = scene.explainer.timeline.figure.panels, Paper()
    if form.narrow:
        top = 0.0
        for panel, tall in zip(panels, NARROW_HEIGHTS[len(panels)], strict=True):
            head = _head(form, panel, (0.0, 1.0))
            laid = _lay_out(scene, form, panel, (0.0, 1.0), top, head, tall)
            _draw_panel(paper, scene, form, laid)
            top = laid.below(form) + form.title * 1.6
        return paper.figure(top)
    edges = EDGES[len(panels)]
    head = max(_head(form, panel, place) for panel, place in zip(panels, edges, strict=True))

    def lay_out(tall: float) -> list[_Laid]:
        return [
            _lay_out(scene, form, panel, place, 0.0, head, tall)
            for panel, place in zip(panels, edges, strict=True)
        ]

    deepest = max(laid.below(form) for laid in lay_out(820))
    every = lay_out(deepest - form.label - head)
    for laid, after in pairwise(every):
        wedge(paper, laid.column, after.column, laid.right, after.left)
    for laid in every:
        _draw_panel(paper, scene, form, laid)
    return paper.figure(max(laid.below(form) for laid in every) + 6, form.sheet)


def _head(form: Form, panel: Panel, place: tuple[float, float]) -> float:
    """The px above a panel's column: its head, and room for the first label."""
    room = (place[1] - place[0]) * form.width
    return max(
        form.title * HEAD, head_height(form, panel.title, scale_words(panel), room) + form.label
    )


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
    style = style_of(panel)
    left, right = place
    lane = form.x(form.mark * (1.85 if style == "hour" else 1.45))
    whole = Scene(scene.explainer, frozenset(scene.explainer.event), afterwards=True)
    number = scene.explainer.timeline.figure.panels.index(panel)
    hues, widest = lanes_of_panel(whole, number)
    if len(scene.explainer.timeline.figure.panels) == 1 and not form.narrow:
        lane = alone(len(hues), widest, form.x(form.mark))
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
    start, end = panel.start.at, end_of(scene, panel)
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
    rows = _rows(scene, form, panel, column)
    column = column.tall(stack_height(rows) - form.label + THIN)
    rows = _rows(scene, form, panel, column)
    return _Laid(panel, left, right, head, column, rows)


def _rows(scene: Scene, form: Form, panel: Panel, column: Column) -> list[Row]:
    about, style = scene.explainer.about, style_of(panel)
    rows = event_rows(
        scene,
        form,
        column,
        entries_of(scene, panel),
        style,
        every_year=form is not WIDE or style == "day",
    )
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
    return rows if scene.waits else [*rows, *focus_rows(scene, form, column)]


def _draw_panel(paper: Paper, scene: Scene, form: Form, laid: _Laid) -> None:
    panel, column = laid.panel, laid.column
    style = style_of(panel)
    head = column.top - laid.head
    draw_head(paper, form, panel.title, scale_words(panel), laid.left, laid.right, head)
    inner = column.gutter
    tick = column.axis - form.x(form.tick * 0.6)
    if panel.eras:
        draw_decades(paper, form, column, text=tick, every=decade_step(column, form))
        shade_eras(paper, scene, column, inner)
    elif style == "hour":
        draw_nights(paper, form, column, text=tick, shade=(column.axis, inner))
    else:
        draw_ticks(paper, form, column, text=tick, shade=(column.axis, inner), left=laid.left)
    paper.line([(column.axis, column.top), (column.axis, column.bottom)], Role.LEADER, 1.2)
    draw_gaps(paper, scene, form, panel, column)
    if has_stay(scene, panel) and not scene.waits:
        draw_stay(paper, scene, form, column)
    last = None if scene.waits else draw_focus(paper, scene, form, column, laid.right)
    draw_rows(paper, scene, form, column, laid.rows, last=last)
    ring_if_undrawn(paper, scene, form, column, laid.rows)
