"""Up to four relationships over the whole span, treaties beside them, votes at their own scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from explainer.content.figures import LimitsFigure, scale_words
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import Form
from explainer.figures.parts.band_columns import PAIR, column_wings, named_states, shades, years_x
from explainer.figures.parts.both_sides import both_rows, draw_signs
from explainer.figures.parts.column import Column
from explainer.figures.parts.draw_rows import draw_rows
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.focused_bands import Bands
from explainer.figures.parts.head import draw_head, head_height
from explainer.figures.parts.narrow_bands import (
    draw_narrow_wings,
    narrow_column,
    narrow_entries,
    narrow_head,
    narrow_wings,
)
from explainer.figures.parts.paired_bands import Heading, Layout, draw_wing, head_of, wing
from explainer.figures.parts.row import Row, era_row
from explainer.figures.parts.scene import Scene, entries
from explainer.figures.parts.sheet import Tabs
from explainer.figures.parts.stack import stack_height
from explainer.figures.parts.ticks import decade_step, draw_decades
from explainer.figures.parts.vote_lanes import (
    draw_votes,
    sign,
    vote_entries,
    vote_marks,
    vote_rows,
    voters_of,
    votes_column,
    votes_head,
)
from explainer.figures.parts.vote_table import VoteTable
from explainer.figures.parts.wings import Wing, draw_treaties, draw_years, end_of, wing_rows

LAYOUT = Layout(((0.305, 0.0, 0.208, 0.19, 0.168), (0.357, 0.0, 0.454, 0.472, 0.494)), 0.331)
"""The x of ribbon, state words (not drawn), marks, gutter and labels, on either side."""
Ranges = list[tuple[float, float]]
BETWEEN = " · "
"""Parts the names of two sides."""
BANDS = 0.64
"""Where the labels of the bands end, if votes stand beside them."""
VOTES = 0.7
"""Where the votes begin."""


def draw(scene: Scene, form: Form) -> FigureDict:
    """The figure of the limits page in one form."""
    if form.fixed and (scene.focus or form.narrow):
        return _focused(scene, form)
    return _narrow(scene, form) if form.narrow else _wide(scene, form)


def _focused(scene: Scene, form: Form) -> FigureDict:
    """What a step is about, wide: the bands or the votes."""
    figure = scene.explainer.limits.figure
    shorts = [scene.explainer.actor[side.actor].short for side in figure.sides]
    names = [BETWEEN.join(shorts), *([figure.votes.title] if figure.votes else [])]
    if figure.votes and _is_about_votes(scene):
        tabs = Tabs(form, names, 1)
        voters = [scene.explainer.actor[name] for name in voters_of(scene)]
        found = list(vote_entries(scene))
        return VoteTable(scene, form, tabs, found, voters, figure.votes.words, sign).draw()
    return Bands(scene, form, figure, Tabs(form, names, 0), figure.both, treaties=True).draw()


def _is_about_votes(scene: Scene) -> bool:
    """Whether all events of the step are votes, and none is drawn as one of both sides at once."""
    figure = scene.explainer.limits.figure
    votes = {name for mark in vote_marks(scene) for name in mark.events}
    both = {name for mark in figure.both for name in mark.events}
    drawn = scene.focus & scene.shown
    return bool(drawn) and drawn <= votes - both


def _base(scene: Scene, top: float, tall: float) -> Column:
    figure = scene.explainer.limits.figure
    start = figure.start.at
    marks = (*(side.marks for side in figure.sides), figure.both)
    end = end_of(scene, start, figure.end.last, *marks)
    return Column(start, end, top, top + tall, {}, 0, 0, 0, 22)


def _era_rows(scene: Scene, form: Form, column: Column) -> list[Row]:
    return [
        era_row(form, column, era, form.label * 0.6, dated=False)
        for era in scene.explainer.about.eras
        if era.start.at < column.end and era.end.last > column.start
    ]


def _both_rows(scene: Scene, form: Form, column: Column) -> list[Row]:
    return both_rows(scene, form, column, scene.explainer.limits.figure.both)


def _shade_eras(paper: Paper, scene: Scene, column: Column, left: float, right: float) -> None:
    for number, era in enumerate(scene.explainer.about.eras):
        if not number % 2 and era.start.at < column.end:
            top = column.y(max(era.start.at, column.start))
            paper.area(left, top, right, column.y(min(era.end.last, column.end)))


def _layout(form: Form, figure: LimitsFigure, edge: float, wider: float) -> tuple[Layout, Heading]:
    """Where one relationship stands, or two, or the years of more; and what is above them."""
    words, said = figure.heading, scale_words(figure)
    if len(figure.sides) > PAIR:
        room = form.width * (edge - 0.01)
        return Layout((), years_x(form)), Heading(form, words, said, 0.001, room, "left")
    if len(figure.sides) == 1:
        layout = LAYOUT.alone(0.2, wider)
        at = layout.places[0][0]
        return layout, Heading(form, words, said, at, form.width * (edge - at), "left")
    layout = LAYOUT.widened(wider)
    return layout, Heading(form, words, said, layout.centre, form.width * 0.65 * wider)


def _beside(
    form: Form, layout: Layout, wings: Sequence[Wing]
) -> tuple[Ranges, Ranges, list[float]]:
    """The x ranges in which eras and years are shaded, and the x of each side's treaties."""
    if len(wings) > PAIR:
        shaded = shades(form, wings)
        return shaded, shaded, [side.ribbon - form.x(4) for side in wings]
    inner = layout.places[-1][2] - 0.01
    outer = 2 * layout.centre - inner
    bars = [inner - 0.004 if side.outwards == 1 else outer + 0.004 for side in wings]
    return [(outer, inner)], [(outer - 0.018, inner + 0.006)], bars


def _wide(scene: Scene, form: Form) -> FigureDict:
    figure = scene.explainer.limits.figure
    paper = Paper()
    sides = figure.sides
    edge, wider = (BANDS, 1.0) if figure.votes else (1.0, 1 / BANDS)
    many = len(sides) > PAIR
    layout, heading = _layout(form, figure, edge, wider)

    def wings_of(base: Column) -> list[Wing]:
        if many:
            return column_wings(base, form, sides, set(figure.relationships), edge)
        pair = zip(sides, layout.places, strict=True)
        return [wing(base, form, side, xs, reach=0.07 * wider, edge=edge) for side, xs in pair]

    head = head_of(form, heading, wings_of(_base(scene, 0, 1)))
    top = max(form.title * 5.2, head)
    if figure.votes:
        top = max(top, votes_head(scene, form, figure.votes, VOTES))
    base = _base(scene, top, form.panel(700, top))
    wings = wings_of(base)

    def rows(side: Wing) -> list[Row]:
        found = wing_rows(scene, form, side) + (named_states(scene, form, side) if many else [])
        if side.side is figure.sides[0]:
            found += _era_rows(scene, form, side.column) + _both_rows(scene, form, side.column)
        return found

    stacks = [stack_height(rows(side)) for side in wings]
    if figure.votes:
        votes = votes_column(scene, form, figure.votes, top, base.bottom, VOTES)
        stacks.append(stack_height(vote_rows(scene, form, votes)))
    base = base.tall(max(stacks) - form.label)
    wings = [replace(w, column=replace(w.column, bottom=base.bottom)) for w in wings]
    shaded, ticked, bars = _beside(form, layout, wings)
    for left, right in shaded:
        _shade_eras(paper, scene, base, left, right)
    heading.draw(paper)
    signs = [(base.y(entry.at), form.title * 1.6) for entry in entries(scene, figure.both)]
    shade, *more = ticked
    draw_years(paper, form, base, text=layout.centre, shade=shade, taken=signs, more=more)
    for side, bar in zip(wings, bars, strict=True):
        draw_wing(paper, scene, form, side, rows(side))
        draw_treaties(paper, scene, side, bar)
    draw_signs(paper, scene, form, base, layout.centre, figure.both)
    if figure.votes:
        votes = replace(votes, bottom=base.bottom)
        slice_top, slice_bottom = base.y(votes.start), base.y(min(votes.end, base.end))
        right = VOTES + form.x(form.tick * (3.4 - 4.6))
        paper.wedge(
            [(0.645, slice_top), (right, votes.top), (right, votes.bottom), (0.645, slice_bottom)]
        )
        draw_votes(paper, scene, form, figure.votes, votes, right)
    return paper.figure(base.bottom + form.label * 2, form.sheet)


def _narrow(scene: Scene, form: Form) -> FigureDict:
    figure = scene.explainer.limits.figure
    paper, sides = Paper(), figure.sides
    head = narrow_column(_base(scene, 0, 1), form, sides)
    top = head_height(form, figure.heading, scale_words(figure), form.width)
    top += narrow_head(scene, form, narrow_wings(head, form, sides))
    base = narrow_column(_base(scene, top, 820), form, sides)

    def rows(column: Column) -> list[Row]:
        found = narrow_entries(scene, sides)
        words = _era_rows(scene, form, column) + _both_rows(scene, form, column)
        return [*words, *event_rows(scene, form, column, found, "day")]

    base = base.tall(stack_height(rows(base)))
    draw_head(paper, form, figure.heading, scale_words(figure), 0, 1, 0)
    _shade_eras(paper, scene, base, 0.13, 0.42)
    wings = narrow_wings(base, form, sides)
    many = len(sides) > PAIR
    signs = [(base.y(entry.at), form.title) for entry in entries(scene, figure.both)]
    every = decade_step(base, form)
    draw_decades(paper, form, base, text=0.11, every=every, taken=signs if many else ())
    draw_narrow_wings(paper, scene, form, wings)
    bars = [side.ribbon - form.x(2) for side in wings] if many else (0.135, 0.338)
    for side, bar in zip(wings, bars, strict=False):
        draw_treaties(paper, scene, side, bar)
    draw_signs(paper, scene, form, base, 0.075 if many else 0.235, figure.both)
    draw_rows(paper, scene, form, base, rows(base))
    below = max(base.bottom, base.top + stack_height(rows(base)))
    if not figure.votes:
        return paper.figure(below + form.label)
    below += form.title * 1.8
    left = 0.2 if len(voters_of(scene)) < 3 else 0.06
    below += votes_head(scene, form, figure.votes, left)
    votes = votes_column(scene, form, figure.votes, below, below + 620, left)
    votes = votes.tall(stack_height(vote_rows(scene, form, votes)))
    draw_votes(paper, scene, form, figure.votes, votes, 0.0)
    return paper.figure(votes.bottom + form.label * 2)
