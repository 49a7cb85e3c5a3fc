"""Two relationships over the whole span, treaties beside them, and votes at their own scale."""

from __future__ import annotations

from dataclasses import replace

from explainer.figures.butterfly import (
    Wing,
    draw_narrow_wings,
    draw_treaties,
    draw_wing,
    draw_years,
    end_of,
    narrow_column,
    narrow_entries,
    narrow_wings,
    wing,
    wing_rows,
)
from explainer.figures.column import (
    Column,
    Row,
    date_words,
    draw_head,
    draw_rows,
    event_rows,
    head_height,
    stack_height,
    text_row,
)
from explainer.figures.scene import Entry, Scene, entries, hue_role
from explainer.figures.ticks import decade_step, draw_decades, draw_ticks
from explainer.models import Attendance, Vote
from explainer.palette import Role
from explainer.paper import NARROW, FigureDict, Form, Paper

SIGN = "↔"
"""Stands between the ribbons, and before its label, where one was played against the other."""
PLACES = ((0.305, 0.0, 0.208, 0.19, 0.168), (0.357, 0.0, 0.454, 0.472, 0.494))
"""The x of ribbon, state words (not drawn), marks, gutter and labels, on either side."""


def draw(scene: Scene, form: Form) -> FigureDict:
    """The figure of the limits page in one form."""
    return _narrow(scene, form) if form is NARROW else _wide(scene, form)


def _base(scene: Scene, top: float, tall: float) -> Column:
    figure = scene.explainer.limits.figure
    end = end_of(scene, figure.end.last, figure.left.marks, figure.right.marks)
    return Column(figure.start.at, end, top, top + tall, {}, 0, 0, 0, 22)


def _era_rows(scene: Scene, form: Form, column: Column) -> list[Row]:
    return [
        text_row(
            form,
            column,
            column.y(max(era.start.at, column.start)) + form.label * 0.6,
            "",
            era.name,
            heavy=True,
            role=Role.MUTED,
        )
        for era in scene.explainer.about.eras
        if column.start <= era.start.at < column.end
    ]


def _both_rows(scene: Scene, form: Form, column: Column) -> list[Row]:
    """The labels of the signs between the ribbons; on a projector only those of the step."""
    rows = []
    for entry in entries(scene, scene.explainer.limits.figure.both):
        grey = scene.greyed(entry.ids)
        if not (grey and form.fixed):
            date = f"{SIGN}\u00a0{entry.date or date_words(entry.events[0], 'day')}"
            role = Role.FADED_TEXT if grey else Role.INK
            rows.append(text_row(form, column, column.y(entry.at), date, entry.label, role=role))
    return rows


def _shade_eras(paper: Paper, scene: Scene, column: Column, left: float, right: float) -> None:
    for number, era in enumerate(scene.explainer.about.eras):
        if not number % 2 and era.start.at < column.end:
            top = column.y(max(era.start.at, column.start))
            paper.area(left, top, right, column.y(min(era.end.last, column.end)))


def _wide(scene: Scene, form: Form) -> FigureDict:
    figure = scene.explainer.limits.figure
    paper, top = Paper(), form.title * 5.2
    base = _base(scene, top, form.panel(700))
    pair = zip((figure.left, figure.right), PLACES, strict=True)
    wings = [wing(base, form, side, xs, reach=0.07, edge=0.64) for side, xs in pair]

    def rows(side: Wing) -> list[Row]:
        found = wing_rows(scene, form, side)
        if side.outwards == -1:
            found += _era_rows(scene, form, side.column) + _both_rows(scene, form, side.column)
        return found

    votes = _votes_column(scene, form, top, base.bottom, 0.7)
    tallest = max(
        *(stack_height(rows(side)) for side in wings),
        stack_height(_vote_rows(scene, form, votes)),
    )
    base = base.tall(tallest - form.label)
    wings = [replace(w, column=replace(w.column, bottom=base.bottom)) for w in wings]
    votes = replace(votes, bottom=base.bottom)
    _shade_eras(paper, scene, base, 0.218, 0.444)
    paper.text(0.331, form.title * 0.8, figure.heading, form.title, anchor="center", bold=True)
    paper.text(0.331, form.title * 2.1, figure.scale, form.scale, Role.MUTED, "center")
    signs = [base.y(entry.at) for entry in entries(scene, figure.both)]
    draw_years(paper, form, base, text=0.331, shade=(0.2, 0.45), taken=signs)
    for side, bar in zip(wings, (0.222, 0.44), strict=True):
        draw_wing(paper, scene, form, side, rows(side), words=False)
        draw_treaties(paper, scene, side, bar)
    _draw_between(paper, scene, form, base, 0.331)
    slice_top, slice_bottom = base.y(votes.start), base.y(min(votes.end, base.end))
    right = min(votes.lanes.values()) - form.x(form.tick * 4.6)
    paper.wedge(
        [(0.645, slice_top), (right, votes.top), (right, votes.bottom), (0.645, slice_bottom)]
    )
    _draw_votes(paper, scene, form, votes, right)
    return paper.figure(base.bottom + form.label * 2)


def _narrow(scene: Scene, form: Form) -> FigureDict:
    figure = scene.explainer.limits.figure
    paper, sides = Paper(), (figure.left, figure.right)
    top = head_height(form, figure.heading, figure.scale, form.width) + form.title * 1.6
    base = narrow_column(_base(scene, top, 820), form, *sides)

    def rows(column: Column) -> list[Row]:
        found = narrow_entries(scene, column, *sides)
        words = _era_rows(scene, form, column) + _both_rows(scene, form, column)
        return [*words, *event_rows(scene, form, column, found, "day")]

    base = base.tall(stack_height(rows(base)))
    draw_head(paper, form, figure.heading, figure.scale, 0, 1, 0)
    _shade_eras(paper, scene, base, 0.13, 0.42)
    draw_decades(paper, form, base, text=0.11, every=decade_step(base, form))
    wings = narrow_wings(base, *sides)
    draw_narrow_wings(paper, scene, form, wings)
    for side, bar in zip(wings, (0.135, 0.338), strict=True):
        draw_treaties(paper, scene, side, bar)
    _draw_between(paper, scene, form, base, 0.235)
    draw_rows(paper, scene, form, base, rows(base))
    below = max(base.bottom, base.top + stack_height(rows(base))) + form.title * 7
    votes = _votes_column(scene, form, below, below + 620, 0.2)
    votes = votes.tall(stack_height(_vote_rows(scene, form, votes)))
    _draw_votes(paper, scene, form, votes, 0.0)
    return paper.figure(votes.bottom + form.label * 2)


def _draw_between(paper: Paper, scene: Scene, form: Form, column: Column, x: float) -> None:
    """The sign for playing one against the other, between the two ribbons."""
    for entry in entries(scene, scene.explainer.limits.figure.both):
        role = Role.FADED_TEXT if scene.greyed(entry.ids) else Role.INK
        y, size = column.y(entry.at), form.title * 1.3
        paper.text(x, y, SIGN, size, role, "center", bold=True)
        # The arrow's shaft is a mark as well, so that the sign opens its event like any other.
        shaft = (x, y, "line-ew", size * 0.5, role, Attendance.ABSENT)
        paper.mark(*shaft, event=" ".join(entry.ids), says=entry.label)


def _votes_column(scene: Scene, form: Form, top: float, bottom: float, left: float) -> Column:
    panel = scene.explainer.limits.figure.votes
    voters = _voters(scene)
    first = left + form.x(form.tick * 3.4)
    lanes = {name: first + number * form.x(form.label * 3.4) for number, name in enumerate(voters)}
    gutter = max(lanes.values()) + form.x(form.mark * 1.6)
    label = gutter + form.x(form.mark * 2.4)
    return Column(
        panel.start.at,
        panel.end.last,
        top,
        bottom,
        lanes,
        left,
        gutter,
        label,
        form.characters((1 - label) * form.width),
        lane_width=form.x(form.mark),
    )


def _voters(scene: Scene) -> list[str]:
    marks = scene.explainer.limits.figure.votes.marks
    events = [scene.explainer.event[name] for mark in marks for name in mark.events]
    cast = {name for event in events for name in event.votes}
    return [actor.id for actor in scene.explainer.actors if actor.id in cast]


def _vote_entries(scene: Scene) -> list[Entry]:
    voters = [scene.explainer.actor[name] for name in _voters(scene)]
    return [
        replace(entry, lanes=tuple(voters))
        for entry in entries(scene, scene.explainer.limits.figure.votes.marks)
    ]


def _vote_rows(scene: Scene, form: Form, column: Column) -> list[Row]:
    return event_rows(scene, form, column, _vote_entries(scene), "day")


def _draw_votes(paper: Paper, scene: Scene, form: Form, column: Column, left: float) -> None:
    panel = scene.explainer.limits.figure.votes
    head = column.top - form.title * 5.2
    draw_head(paper, form, panel.title, panel.scale, left, 1, head)
    xs = list(column.lanes.values())
    edge = form.x(form.mark * 1.4)
    draw_ticks(
        paper,
        form,
        column,
        text=min(xs) - edge - form.x(5),
        shade=(min(xs) - edge, max(xs) + edge),
    )
    for name, x in column.lanes.items():
        actor = scene.explainer.actor[name]
        role = Role.FADED_TEXT if scene.muted(name) else hue_role(actor)
        paper.text(
            x, column.top - form.title * 1.1, actor.short, form.label, role, "center", bold=True
        )
        shade = Role.FADED if scene.muted(name) else hue_role(actor)
        half = form.x(0.8)
        paper.area(x - half, column.top, x + half, column.bottom, shade, opacity=0.55)
    draw_rows(paper, scene, form, column, _vote_rows(scene, form, column), sign=_sign)


def _sign(entry: Entry, actor: str) -> Attendance | None:
    """Filled for a vote in favour, outlined for an abstention, none (a cross) for a veto."""
    vote = entry.events[0].votes.get(actor)
    if vote is Vote.VETO:
        return None
    return Attendance.PRESENT if vote is Vote.FOR else Attendance.ABSENT
