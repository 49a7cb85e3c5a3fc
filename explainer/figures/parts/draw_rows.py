"""Draws a column's labels with their leaders or numbers, and the marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from explainer.content.actors import Actor
from explainer.content.chronology import moment
from explainer.content.events import Attendance
from explainer.figures import line_breaks
from explainer.figures.canvas import BADGE, Paper
from explainer.figures.forms import Form
from explainer.figures.label_layout import Numbers
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.row import Row
from explainer.figures.parts.scene import CONTEXT, Entry, Scene, hue_role, shape
from explainer.figures.parts.stack import AROUND, NEAR, Stacked, stacked
from explainer.language.catalogue import many, say

Sign = Callable[[Entry, str], Attendance | None]
"""How an entry's mark in an actor's lane is drawn; None means a cross."""


def own_sign(entry: Entry, actor: str) -> Attendance | None:
    """Every mark of an entry as the entry itself."""
    return entry.sign


def draw_rows(
    paper: Paper,
    scene: Scene,
    form: Form,
    column: Column,
    rows: list[Row],
    *,
    sign: Sign = own_sign,
    last: float | None = None,
) -> None:
    """Place the labels and draw them with their leaders or numbers, and the marks.

    ``last`` is the px below which no label may reach; by default the column's end and a bit.
    """
    # What a step is about is not to be hidden by the rest.
    for row in sorted(rows, key=lambda row: bool(form.fixed) and row.role is not Role.FADED_TEXT):
        if row.entry:
            _draw_marks(paper, form, row, row.entry, sign)
    laid = stacked(form, column, rows, last, paper.numbered + 1)
    paper.numbered += laid.keyed
    anchor: Literal["left", "right"] = "left" if column.side == 1 else "right"
    far = (row.spots and abs(place.centre - row.y) > NEAR for row, place in laid.places)
    if not form.fixed:
        if any(far):
            _say_below(paper, form, "labels-in-order", say("labels-in-order"))
        drawn = [(row.named, name) for row in rows if row.entry for name in row.entry.ids]
        named = {name for is_named, name in drawn if is_named}
        count_unnamed(paper, form, named=named, unnamed={name for _, name in drawn} - named)
    for numbers in laid.numbers:
        _draw_numbers(paper, form, column, laid, numbers)
    number = laid.first
    for row, place in laid.places:
        ids = " ".join(row.entry.ids) if row.entry else ""
        paper.markup(laid.label, place.centre, row.markup, row.size, row.role, anchor, event=ids)
        if place.keyed:
            _draw_badge(paper, form, laid, column, row, place.centre, number)
            number += 1
            continue
        if row.spots:
            _draw_leader(paper, form, column, laid.label, row, place.centre)
        if row.entry:
            at_label = laid.label - form.x(form.mark * 0.85) * column.side
            actor = row.spots[-1][1]
            _draw_mark(paper, form, row, row.entry, sign, at_label, place.centre, actor, 0.75)


def _say_below(paper: Paper, form: Form, about: str, words: str) -> None:
    said = line_breaks.wrap(words, form.characters(form.width, form.tick)) if words else []
    paper.foot("\n".join(said), form.tick, about)


def count_unnamed(
    paper: Paper, form: Form, *, named: Iterable[str], unnamed: Iterable[str]
) -> None:
    """Say below how many events the sheet so far draws without naming them anywhere."""
    paper.named.update(named)
    paper.unnamed.update(unnamed)
    if paper.unnamed:
        left = len(paper.unnamed - paper.named)
        said = many("events-without-label", left) if left else ""
        _say_below(paper, form, "events-without-label", said)


def _draw_numbers(
    paper: Paper, form: Form, column: Column, laid: Stacked, numbers: Numbers
) -> None:
    """A number beside its mark, or a range beside the marks that share it."""
    rows = [row for row, place in laid.places if place.keyed]
    some = rows[numbers.first - laid.first : numbers.last - laid.first + 1]
    grey = all(row.role is Role.FADED_TEXT for row in some)
    role = Role.FADED if grey else Role.LEADER
    away = form.x(form.label * AROUND / 3) * column.side
    for row in some:
        outer = _outer(column, row) + form.x(form.mark * 0.75) * column.side
        points = [(outer, row.y), (column.gutter - away, row.y)]
        paper.line([*points, (column.gutter, numbers.y)], role, form.line)
    anchor: Literal["left", "right"] = "left" if column.side == 1 else "right"
    shade = Role.FADED_TEXT if grey else Role.INK
    paper.text(column.gutter + away, numbers.y, numbers.words, form.label, shade, anchor, bold=True)


def _draw_badge(
    paper: Paper, form: Form, laid: Stacked, column: Column, row: Row, y: float, number: int
) -> None:
    """The number of a keyed label in a ring of its actor's colour, which a click knows."""
    if row.entry is None:
        return
    x = laid.label - form.x(form.label * (BADGE / 2 + AROUND / 3)) * column.side
    grey = row.role is Role.FADED_TEXT
    ring = Role.FADED if grey else hue_role(row.spots[-1][1])
    ids = " ".join(row.entry.ids)
    paper.badge(x, y, number, form.label, ring, event=ids, says=row.entry.label)


def _outer(column: Column, row: Row) -> float:
    """The x of the mark of a row that is nearest to the labels."""
    xs = [x for x, _ in row.spots]
    return max(xs) if column.side == 1 else min(xs)


def _draw_leader(
    paper: Paper, form: Form, column: Column, label: float, row: Row, centre: float
) -> None:
    grey = row.role is Role.FADED_TEXT
    heavy = form.heavy if row.heavy else form.line
    reach = form.x(form.mark * 0.75) * column.side
    at_label = label - form.x(form.mark * 0.85) * column.side
    leader = [
        (_outer(column, row) + reach, row.y),
        (column.gutter, row.y),
        (at_label - reach, centre),
    ]
    role = Role.FADED if grey else Role.INK if row.heavy else Role.LEADER
    paper.line(leader, role, heavy)


def _draw_marks(paper: Paper, form: Form, row: Row, entry: Entry, sign: Sign) -> None:
    """The marks of a row in their lanes, joined by a line, with a ring if it is chosen."""
    xs = [x for x, _ in row.spots]
    if len(xs) > 1:
        joint = Role.FADED if row.role is Role.FADED_TEXT else Role.LEADER
        paper.line([(min(xs), row.y), (max(xs), row.y)], joint, form.line)
    if row.heavy:
        paper.ring(row.spots[0][0], row.y, form.mark * 2.2)
    for x, actor in row.spots:
        _draw_mark(paper, form, row, entry, sign, x, row.y, actor, row.scale)


def _draw_mark(
    paper: Paper,
    form: Form,
    row: Row,
    entry: Entry,
    sign: Sign,
    x: float,
    y: float,
    actor: Actor | None,
    scale: float,
) -> None:
    shade = Role.FADED if row.role is Role.FADED_TEXT else hue_role(actor)
    how = sign(entry, actor.id) if actor else entry.sign
    ids, size = " ".join(entry.ids), form.mark * scale * (CONTEXT if shade is Role.FADED else 1)
    if how is None:
        paper.cross(x, y, size, shade, event=ids, says=entry.label)
    else:
        paper.mark(x, y, shape(actor), size, shade, how, event=ids, says=entry.label)


def ring_if_undrawn(
    paper: Paper, scene: Scene, form: Form, column: Column, rows: Sequence[Row]
) -> None:
    """Ring the selected event on the axis where the column draws no mark of it.

    A column that ends where the focus begins rings the events of the focus at its end.
    """
    if scene.selected is None or any(row.heavy and row.entry for row in rows):
        return
    focus = scene.explainer.about.focus
    at = moment(scene.explainer.event[scene.selected])
    if focus.start.at <= at <= focus.end.last:
        at = min(at, column.end)
    if column.start <= at <= column.end:
        paper.ring(column.axis, column.y(at), form.mark * 1.6)
