"""A data series as bars on a column's scale of time, with each value in figures."""

from __future__ import annotations

from datetime import datetime
from math import floor, log10

from explainer.content.events import Scope
from explainer.content.series import Series, Value
from explainer.figures import label_layout, line_breaks
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.scene import Scene, hue_role
from explainer.language import direction
from explainer.language.catalogue import say


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


def drawn_series(scene: Scene) -> list[Series]:
    """The one series, or none."""
    figure = scene.explainer.reasons.figure
    return [series for series in scene.explainer.series if series.id == figure.series]


def series_of(scene: Scene) -> Series:
    """The one series; there must be one."""
    return drawn_series(scene)[0]


def _shown(scene: Scene, column: Column) -> list[Value]:
    """The values within the column; none without a series, and while readers guess."""
    if scene.waits or not drawn_series(scene):
        return []
    figure = scene.explainer.reasons.figure
    start = figure.series_from or figure.start
    return [
        value
        for value in values(scene, series_of(scene), start.at)
        if value.start.at < column.end and _last(value) > column.start
    ]


def _head_lines(scene: Scene, form: Form, left: float, right: float) -> tuple[list[str], list[str]]:
    """The title and what stands under it, wrapped."""
    series, room = series_of(scene), (right - left) * form.width
    under = line_breaks.wrap(series.unit, form.characters(room, form.scale))
    if any(value.approximate for value in series.values):
        # These words are known, and narrower than any others might be.
        under += line_breaks.wrap(say("series-approximate"), int(room / (0.46 * form.scale)))
    return line_breaks.wrap(series.title, form.characters(room, form.title)), under


def series_head(scene: Scene, form: Form, left: float, right: float) -> float:
    """The px above the bars, if there are any."""
    if not drawn_series(scene):
        return 0.0
    title, under = _head_lines(scene, form, left, right)
    return (
        line_breaks.height(len(title), form.title)
        + form.scale * 1.35 * len(under)
        + form.title * 0.7
    )


def _value_lines(form: Form, value: Value, left: float, right: float) -> list[str]:
    """A value in words, with its period where that is not a year."""
    words = amount(value)
    if (_last(value) - value.start.at).days < 300:
        words = f"{words} {direction.isolated(value.label)}"
    room = (right - left) * form.width * 0.8
    return line_breaks.wrap(words, form.characters(room, form.tick))


def values_height(scene: Scene, form: Form, column: Column, left: float, right: float) -> float:
    """The px that the stacked words of the values need."""
    found = [_value_lines(form, value, left, right) for value in _shown(scene, column)]
    return sum(line_breaks.height(len(lines), form.tick) for lines in found)


def draw_series(
    paper: Paper, scene: Scene, form: Form, column: Column, left: float, right: float
) -> None:
    """The bars under their title and unit."""
    series = series_of(scene)
    title, under = _head_lines(scene, form, left, right)
    y = column.top - form.title * 0.9
    for words in reversed(under):
        paper.text(left + 0.001, y, direction.isolated(words, series.unit), form.scale, Role.MUTED)
        y -= form.scale * 1.35
    y -= line_breaks.height(len(title), form.title) / 2 - form.scale * 0.4
    paper.text(left + 0.001, y, "\n".join(title), form.title, bold=True)
    draw_bars(paper, scene, form, column, left, right)


def draw_bars(
    paper: Paper, scene: Scene, form: Form, column: Column, left: float, right: float
) -> None:
    """The bars with their values."""
    drawn, actor = _shown(scene, column), scene.explainer.actor[series_of(scene).actor]
    role = Role.FADED if scene.muted(actor.id) else hue_role(actor)
    said = [_value_lines(form, value, left, right) for value in drawn]
    wide = [form.x(max(map(line_breaks.columns, lines)) * 0.5 * form.tick + 6) for lines in said]
    most = max((value.value for value in drawn), default=0) or 1
    # Bars are as long as leaves room for the words at their ends.
    room = (right - left) - form.x(form.tick * 3.6)
    for value, px in zip(drawn, wide, strict=True):
        if value.value:
            room = min(room, (right - left - px) * most / value.value)
    spans = [(column.y(value.start.at), column.y(_last(value))) for value in drawn]
    tall = [line_breaks.height(len(lines), form.tick) for lines in said]
    middles = label_layout.spread(
        [(top + bottom) / 2 for top, bottom in spans],
        tall,
        column.top - form.tick,
        max(column.bottom, column.top + sum(tall)) + form.tick,
    )
    for value, lines, (top, bottom), y in zip(drawn, said, spans, middles, strict=True):
        inset = min(10.0, (bottom - top) * 0.14)
        end = left + room * value.value / most
        area = (left, top + inset, end, bottom - inset)
        if value.approximate:
            paper.area(*area, role, opacity=0.3)
            paper.area(*area, None, edge=role, dash="dash")
        else:
            paper.area(*area, role, opacity=0.85)
        paper.text(end + form.x(5), y, "\n".join(lines), form.tick)
    paper.line([(left, column.top), (left, column.bottom)], Role.LEADER, 1.2)
