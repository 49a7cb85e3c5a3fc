"""Two relationships since a chosen year, with a series on the same time axis."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from math import floor, log10

from explainer import labels
from explainer.figures.butterfly import (
    draw_narrow_wings,
    draw_wing,
    draw_years,
    end_of,
    narrow_column,
    narrow_entries,
    narrow_wings,
    state_rows,
    wing,
    wing_rows,
)
from explainer.figures.column import (
    Column,
    Row,
    draw_head,
    draw_rows,
    event_rows,
    head_height,
    stack_height,
)
from explainer.figures.scene import Scene, hue_role
from explainer.figures.ticks import draw_ticks
from explainer.models import Scope, Series, Value
from explainer.palette import Role
from explainer.paper import NARROW, FigureDict, Form, Paper

PLACES = ((0.355, 0.368, 0.252, 0.232, 0.208), (0.528, 0.515, 0.632, 0.652, 0.676))
"""The x of ribbon, state words, marks, gutter and labels, on either side."""
PROJECTED = ((0.318, 0.328, 0.216, 0.198, 0.174), (0.565, 0.555, 0.667, 0.685, 0.709))
"""The same with room for the larger words of a projector."""


def draw(scene: Scene, form: Form) -> FigureDict:
    """The figure of the reasons page in one form."""
    return _narrow(scene, form) if form is NARROW else _wide(scene, form)


def _end(scene: Scene) -> datetime:
    figure = scene.explainer.reasons.figure
    return end_of(scene, figure.end.last, figure.left.marks, figure.right.marks)


def _wide(scene: Scene, form: Form) -> FigureDict:
    figure = scene.explainer.reasons.figure
    paper, top = Paper(), form.title * 5.6
    base = Column(figure.start.at, _end(scene), top, top + form.panel(660), {}, 0, 0, 0, 22)
    places = PROJECTED if form.fixed else PLACES
    pair = zip((figure.left, figure.right), places, strict=True)
    sides = [wing(base, form, side, xs, reach=0.083, edge=0.842) for side, xs in pair]
    tallest = max(stack_height(wing_rows(scene, form, side)) for side in sides)
    base = base.tall(tallest - form.label)
    wings = [replace(w, column=replace(w.column, bottom=base.bottom)) for w in sides]
    paper.text(0.4415, form.title * 0.8, figure.heading, form.title, anchor="center", bold=True)
    paper.text(0.4415, form.title * 2.1, figure.scale, form.scale, Role.MUTED, "center")
    lanes = [next(iter(side.column.lanes.values())) for side in wings]
    draw_years(paper, form, base, text=0.4415, shade=(lanes[0], lanes[1]))
    for side in wings:
        draw_wing(paper, scene, form, side, wing_rows(scene, form, side))
    _draw_series(paper, scene, form, base, 0.872, 0.999)
    return paper.figure(base.bottom + form.label * 2)


def _narrow(scene: Scene, form: Form) -> FigureDict:
    figure = scene.explainer.reasons.figure
    paper, sides = Paper(), (figure.left, figure.right)
    top = head_height(form, figure.heading, figure.scale, form.width) + form.title * 1.6
    base = Column(figure.start.at, _end(scene), top, top + 1100, {}, 0, 0, 0, 22)
    base = narrow_column(base, form, *sides)

    def rows(column: Column) -> list[Row]:
        found = narrow_entries(scene, column, *sides)
        states = [state_rows(scene, form, side, column) for side in narrow_wings(column, *sides)]
        return [*event_rows(scene, form, column, found, "day"), *states[0], *states[1]]

    base = base.tall(stack_height(rows(base)))
    draw_head(paper, form, figure.heading, figure.scale, 0, 1, 0)
    draw_ticks(paper, form, base, text=0.12, shade=(0.13, 0.42))
    draw_narrow_wings(paper, scene, form, narrow_wings(base, *sides))
    draw_rows(paper, scene, form, base, rows(base))
    below = base.bottom + form.title * 6.5
    series = replace(base, top=below, bottom=below + 44 * ((base.end - base.start).days / 365.25))
    draw_ticks(paper, form, series, text=0.12, shade=None)
    _draw_series(paper, scene, form, series, 0.14, 0.82)
    return paper.figure(series.bottom + form.label)


def values(scene: Scene, series: Series, start: datetime) -> list[Value]:
    """The values drawn: from ``start``, later ones on request and then instead of partial ones."""
    found = [
        value
        for value in series.values
        if value.start.at >= start and (scene.afterwards or value.scope is not Scope.AFTER)
    ]
    later = [value for value in found if value.scope is Scope.AFTER]
    return [
        value
        for value in found
        if value in later
        or not any(
            after.start.at <= value.start.at and _last(value) <= _last(after) for after in later
        )
    ]


def amount(value: Value) -> str:
    """A value in figures: three of them if it is exact, “≈” and two if it is approximate."""
    figures = 2 if value.approximate else 3
    whole = floor(log10(abs(value.value))) + 1 if value.value else 1
    return f"{'≈ ' if value.approximate else ''}{value.value:,.{max(0, figures - whole)}f}"


def _last(value: Value) -> datetime:
    return (value.end or value.start).last


def _draw_series(
    paper: Paper, scene: Scene, form: Form, column: Column, left: float, right: float
) -> None:
    figure = scene.explainer.reasons.figure
    series = next(s for s in scene.explainer.series if s.id == figure.series)
    actor = scene.explainer.actor[series.actor]
    role = Role.FADED if scene.muted(actor.id) else hue_role(actor)
    drawn = values(scene, series, figure.series_from.at)
    most = max(value.value for value in drawn)
    y = column.top - form.title * 0.9
    unit = (series.unit, "dashed = approximate")
    for words in (*reversed(unit),):
        paper.text(left + 0.001, y, words, form.scale, Role.MUTED)
        y -= form.scale * 1.35
    title = labels.wrap(series.title, form.characters((right - left) * form.width, form.title))
    y -= labels.height(len(title), form.title) / 2 - form.scale * 0.4
    paper.text(left + 0.001, y, "\n".join(title), form.title, bold=True)
    room = (right - left) - form.x(form.tick * 3.6)
    for value in drawn:
        top, bottom = column.y(value.start.at), column.y(min(_last(value), column.end))
        inset = min(10.0, (bottom - top) * 0.14)
        end = left + room * value.value / most
        span = (left, top + inset, end, bottom - inset)
        if value.approximate:
            paper.area(*span, role, opacity=0.3)
            paper.area(*span, None, edge=role, dash="dash")
        else:
            paper.area(*span, role, opacity=0.85)
        words = amount(value)
        if (_last(value) - value.start.at).days < 300:
            words = f"{words} {value.label}"
        paper.text(end + form.x(5), (top + bottom) / 2, words, form.tick)
    paper.line([(left, column.top), (left, column.bottom)], Role.LEADER, 1.2)
