"""Where a column shows the focus: as a line where it is too thin to draw, else as a bar."""

from __future__ import annotations

from dataclasses import replace

from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.row import Row, text_row
from explainer.figures.parts.scene import Scene
from explainer.language.dates import span_words

THIN = 4.0
"""The height in px up to which the focus is a line; labels keep as far away from it."""


def focus_span(scene: Scene, column: Column) -> tuple[float, float] | None:
    """The px where the focus begins and ends; None if the column does not reach it, or is it."""
    focus = scene.explainer.about.focus
    start, end = focus.start.at, focus.end.last
    near = (column.end - column.start) / 50
    within = start <= column.start and column.end <= end
    if within or end <= column.start or start > column.end + near:
        return None
    return column.y(start), column.y(end)


def focus_rows(scene: Scene, form: Form, column: Column) -> list[Row]:
    """The label of the focus, if the column shows it."""
    span, focus = focus_span(scene, column), scene.explainer.about.focus
    if span is None or scene.waits:
        return []
    top, bottom = span
    if bottom - top > THIN:
        row = text_row(form, column, top, span_words(focus.start, focus.end), focus.name)
    else:
        row = text_row(form, column, top, focus.line, "")
    if _at_foot(form, column, span):
        return [row]
    return [replace(row, heavy=True, spots=((column.axis, None),))]


def draw_focus(
    paper: Paper, scene: Scene, form: Form, column: Column, right: float
) -> float | None:
    """Draw it, and return the px below which no label may reach, if there is such a limit.

    Only at the foot of a column does the line run on to ``right``: elsewhere it would strike
    through labels.
    """
    span = focus_span(scene, column)
    if span is None:
        return None
    top, bottom = span
    left = column.axis - form.x(form.mark)
    if _at_foot(form, column, span):
        paper.line([(left, top), (right, top)], Role.INK, 3)
        return top - THIN
    if bottom - top > THIN:
        paper.line([(column.axis, top), (column.axis, bottom)], Role.INK, form.mark * 0.45)
    else:
        paper.line([(left, top), (column.gutter, top)], Role.INK, 3)
    return None


def _at_foot(form: Form, column: Column, span: tuple[float, float]) -> bool:
    top, bottom = span
    return bottom - top <= THIN and column.bottom - top < form.label * 0.6
