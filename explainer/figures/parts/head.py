"""The title of a panel and, under it, its scale in words."""

from __future__ import annotations

from explainer.figures import line_breaks
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role


def draw_head(
    paper: Paper, form: Form, title: str, scale: str, left: float, right: float, top: float
) -> None:
    """A panel's title and, under it, its scale in words, within ``left`` to ``right``."""
    room = (right - left) * form.width
    heading = line_breaks.wrap(title, form.characters(room, form.title))
    y = top + form.title * (0.15 + 0.65 * len(heading))
    paper.text(left + 0.001, y, "\n".join(heading), form.title, bold=True)
    lines = line_breaks.wrap(scale, form.characters(room, form.scale))
    y += form.title * (0.05 + 0.65 * len(heading)) + form.scale * 0.65 * len(lines)
    paper.text(left + 0.001, y, "\n".join(lines), form.scale, Role.MUTED)


def head_height(form: Form, title: str, scale: str, room: float) -> float:
    """The px that a head within ``room`` px takes."""
    heading = line_breaks.wrap(title, form.characters(room, form.title))
    lines = line_breaks.wrap(scale, form.characters(room, form.scale))
    return form.title * (0.3 + 1.3 * len(heading)) + form.scale * 1.3 * len(lines)
