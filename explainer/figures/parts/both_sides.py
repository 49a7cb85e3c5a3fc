"""Events of both sides at once: a sign where one was played against the other, and its label."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.content.events import Attendance
from explainer.content.figures import Mark
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.row import Row, date_words, text_row
from explainer.figures.parts.scene import Scene, entries

SIGN = "↔"
"""Stands between the ribbons or among the years, and before its label."""


def both_rows(scene: Scene, form: Form, column: Column, marks: Sequence[Mark]) -> list[Row]:
    """The labels of the signs between the ribbons; where room is short only those of the step."""
    rows = []
    for entry in entries(scene, marks):
        grey = scene.greyed(entry.ids) and scene.selected not in entry.ids
        if not (grey and form.fixed):
            date = f"{SIGN}\u00a0{entry.date or date_words(entry.events[0], 'day')}"
            role = Role.FADED_TEXT if grey else Role.INK
            rows.append(text_row(form, column, column.y(entry.at), date, entry.label, role=role))
    return rows


def draw_signs(
    paper: Paper, scene: Scene, form: Form, column: Column, x: float, marks: Sequence[Mark]
) -> None:
    """The signs at an ``x``; where room is short those that a step is not about are smaller."""
    for entry in entries(scene, marks):
        grey = scene.greyed(entry.ids) and scene.selected not in entry.ids
        role = Role.FADED_TEXT if grey else Role.INK
        y, size = column.y(entry.at), form.title * (0.9 if grey and form.fixed else 1.3)
        paper.text(x, y, SIGN, size, role, "center", bold=True)
        # The arrow's shaft is a mark as well, so that the sign opens its event like any other.
        shaft = (x, y, "line-ew", size * 0.5, role, Attendance.ABSENT)
        paper.mark(*shaft, event=" ".join(entry.ids), says=entry.label)
        if scene.selected in entry.ids:
            paper.ring(x, y, size * 1.4)
