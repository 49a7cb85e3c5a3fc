"""Two courses of events side by side at one scale, with the time between first and last."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.content.figures import Course, scale_words
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column, reach
from explainer.figures.parts.draw_rows import draw_rows
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.head import draw_head, head_height
from explainer.figures.parts.row import Row, text_row
from explainer.figures.parts.scene import Scene, entries
from explainer.figures.parts.stack import stack_height
from explainer.figures.parts.ticks import draw_ticks
from explainer.language.dates import length_words


@dataclass(frozen=True)
class _Laid:
    course: Course
    column: Column
    rows: list[Row]
    place: tuple[float, float]
    head: float
    """The px above its column."""


def draw(scene: Scene, form: Form) -> FigureDict:
    """The comparison of the reasons page in one form. Needs ``reasons.comparison``."""
    comparison = scene.explainer.reasons.comparison
    assert comparison is not None
    paper, bottom, top = Paper(), 0.0, 0.0
    told = [_told(scene, course) for course in comparison.columns]
    alone = form.single and scene.focus and not all(told)
    places = ((0.0, 1.0),) * 2 if form.narrow or alone else ((0.0, 0.46), (0.54, 1.0))
    pairs = list(zip(comparison.columns, places, strict=True))
    if alone:
        pairs = [max(pairs, key=lambda pair: _told(scene, pair[0]))]
    heads = [_head(form, course, place) for course, place in pairs]
    tall = form.panel(form.label * 24, max(heads))
    if form.narrow and form.fixed and not alone:
        tall = form.sheet / 2 - max(heads) - form.label * 2
    if not form.narrow:
        heads = [max(heads)] * len(heads)
    every = [_lay_out(scene, form, *pair, 0, 0, tall) for pair in pairs]
    # As high as the one with most words, so that the scale of both is the same.
    tall = max(laid.column.bottom for laid in every)
    for (course, place), head in zip(pairs, heads, strict=True):
        laid = _lay_out(scene, form, course, place, top, head, tall)
        _draw(paper, scene, form, laid)
        stacked = laid.column.top - form.label + stack_height(laid.rows)
        bottom = max(bottom, laid.column.bottom + form.label * 1.5, stacked + form.label * 0.5)
        top = bottom + form.title if form.narrow else 0.0
    return paper.figure(bottom, form.sheet)


def _told(scene: Scene, course: Course) -> int:
    """How many of the step's events a course has."""
    return len(scene.focus & {name for mark in course.marks for name in mark.events})


def _head(form: Form, course: Course, place: tuple[float, float]) -> float:
    room = (place[1] - place[0]) * form.width
    least = 0.0 if form.narrow and form.fixed else form.title * 4
    return max(least, head_height(form, course.title, scale_words(course), room) + form.label)


def _lay_out(
    scene: Scene,
    form: Form,
    course: Course,
    place: tuple[float, float],
    top: float,
    head: float,
    tall: float,
) -> _Laid:
    left, right = place
    axis = left + form.x(form.tick * 4)
    lane = axis + form.x(form.mark * 1.7)
    label = lane + form.x(form.mark * (2.8 if form.narrow and form.fixed else 4.6))
    found = [entry.at for entry in entries(scene, course.marks)]
    column = Column(
        course.start.at,
        reach(course.start.at, course.end.last, found),
        top + head,
        top + head + tall,
        {actor.id: lane for actor in scene.explainer.actors},
        axis,
        lane + form.x(form.mark * 1.6),
        label,
        form.characters((right - label) * form.width),
        lane_width=form.x(form.mark * 1.5),
    )
    rows = _rows(scene, form, course, column)
    column = column.tall(stack_height(rows))
    return _Laid(course, column, _rows(scene, form, course, column), place, head)


def _rows(scene: Scene, form: Form, course: Course, column: Column) -> list[Row]:
    found = list(entries(scene, course.marks))
    rows = event_rows(scene, form, column, found, "day")
    if len(found) > 1:
        length = length_words(course.gap_from, course.gap_to)
        # A phone has room for how long it was, under the other length; a sentence has more.
        words = length if form.narrow and form.fixed else course.gap.replace("{gap}", length)
        middle = (rows[0].y + rows[-1].y) / 2
        rows.append(text_row(form, column, middle, "", words, italic=True, role=Role.MUTED))
    return rows


def _draw(paper: Paper, scene: Scene, form: Form, laid: _Laid) -> None:
    course, column = laid.course, laid.column
    draw_head(paper, form, course.title, scale_words(course), *laid.place, column.top - laid.head)
    lane = next(iter(column.lanes.values()))
    half = form.x(form.mark * 0.22)
    shade = (column.axis, lane + form.x(form.mark * 1.6))
    text, left = column.axis - form.x(6), laid.place[0]
    draw_ticks(paper, form, column, text=text, shade=shade, left=left)
    paper.line([(column.axis, column.top), (column.axis, column.bottom)], Role.LEADER, 1.2)
    spots = [row for row in laid.rows if row.entry]
    if len(spots) > 1:
        subject = scene.explainer.actor[scene.explainer.about.subject]
        paper.area(
            lane - half,
            spots[0].y,
            lane + half,
            spots[-1].y,
            Role(subject.hue.value),
            opacity=0.45,
        )
    draw_rows(paper, scene, form, column, laid.rows)
