"""Panels of the timeline that place another: strips beside it, a strip above it, the wedges."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from explainer.content.chronology import moment
from explainer.content.figures import Panel
from explainer.figures import line_breaks
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.draw_rows import draw_rows
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.head import draw_head, head_height
from explainer.figures.parts.scene import Scene
from explainer.figures.timeline_panels import (
    end_of,
    entries_of,
    longest,
    style_of,
)
from explainer.language.dates import span_words

Place = tuple[float, float]
"""Where a panel begins and ends, in parts of the width."""


def strip_head(form: Form, panel: Panel, strip: float) -> float:
    """The px above a strip's column."""
    return head_height(form, *_strip_words(form, panel, strip), strip * form.width) + form.label


def _strip_words(form: Form, panel: Panel, strip: float) -> tuple[str, str]:
    """A strip's title in at most two lines, and the dates it reaches over."""
    lines = line_breaks.wrap(panel.title, form.characters(strip * form.width, form.title))
    title = " ".join(lines) if len(lines) <= 2 else f"{' '.join(lines[:2])[:-1].rstrip()}…"
    start, end = panel.start, panel.end
    if start.at.year != end.at.year:
        return title, f"{start.at.year}–{end.at.year}"
    return title, span_words(start, end, short=True)


def shade_eras(paper: Paper, scene: Scene, column: Column, right: float) -> None:
    """Every other era as a pale ground."""
    for number, era in enumerate(scene.explainer.about.eras):
        if not number % 2 and era.start.at < column.end and era.end.last > column.start:
            paper.area(column.axis, column.y(era.start.at), right, column.y(era.end.last))


def draw_strip(
    paper: Paper, scene: Scene, form: Form, panel: Panel, place: Place, column: Column
) -> None:
    """A panel that the step is not told in: what it reaches over, and where the events stand."""
    draw_head(paper, form, *_strip_words(form, panel, place[1] - place[0]), *place, 0.0)
    if panel.eras:
        shade_eras(paper, scene, column, place[1])
    for x in place:
        paper.line([(x, column.top), (x, column.bottom)], Role.LEADER, 1)
    rows = event_rows(scene, form, column, entries_of(scene, panel), style_of(panel))
    rows = [replace(row, named=False, heavy=False) for row in rows]
    draw_rows(paper, scene, form, column, [row for row in rows if row.role is Role.FADED_TEXT])
    told = replace(form, mark=form.mark * 0.8)
    draw_rows(paper, scene, told, column, [row for row in rows if row.role is not Role.FADED_TEXT])
    for row in rows:
        if row.entry and scene.selected in row.entry.ids:
            paper.ring(row.spots[0][0], row.y, form.mark * 1.6)


def draw_locator(paper: Paper, scene: Scene, form: Form, active: Panel) -> None:
    """The whole span lying above the panel: what of it is shown, and where the events stand."""
    whole = longest(scene)
    start, end = whole.start.at, end_of(scene, whole)
    top, bottom = 2.0, 14.0
    edge = form.x(2)

    def x(at: datetime) -> float:
        return edge + (1 - 2 * edge) * ((min(max(at, start), end) - start) / (end - start))

    for number, era in enumerate(scene.explainer.about.eras):
        if not number % 2 and x(era.end.last) > x(era.start.at):
            paper.area(x(era.start.at), top, x(era.end.last), bottom)
    paper.line([(edge, bottom), (1 - edge, bottom)], Role.LEADER, 1)
    for event in scene.events(scene.focus):
        paper.line([(x(moment(event)), top), (x(moment(event)), bottom)], Role.INK, 1.6)
    left, right = x(active.start.at), x(active.end.last)
    if active is not whole:
        left = min(left, right - form.x(5))
        paper.area(left, top - 1, right, bottom + 1, None, edge=Role.INK)
    y = bottom + form.tick * 0.75
    paper.text(edge, y, str(start.year), form.tick, Role.MUTED)
    paper.text(1 - edge, y, str((end - timedelta(days=1)).year), form.tick, Role.MUTED, "right")


def wedge(paper: Paper, column: Column, whole: Column, left: float, right: float) -> None:
    """A pale wedge from the slice of one panel to the whole of the next."""
    near = (column.end - column.start) / 50
    if whole.end <= column.start or whole.start > column.end + near:
        return
    top, bottom = column.y(whole.start), column.y(whole.end)
    paper.wedge([(left, top), (right, whole.top), (right, whole.bottom), (left, bottom)])
