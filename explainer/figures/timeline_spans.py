"""Lengths of time on the timeline that are drawn and written out: gaps, the stay, two events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from explainer.content.chronology import moment
from explainer.content.figures import Panel
from explainer.content.selection import LANES
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.scene import Scene, hue_role
from explainer.figures.timeline_panels import (
    has_stay,
    style_of,
)
from explainer.language.catalogue import many, say
from explainer.language.dates import Precision, When, length_words

IN_HOURS = timedelta(days=3)
"""Up to this length a stay is counted in hours."""


@dataclass(frozen=True)
class Span:
    """A length of time that is written out beside the bracket over it."""

    start: datetime
    end: datetime
    words: str
    told: bool
    """Whether the step is about it."""


def spans(scene: Scene, panel: Panel, column: Column) -> list[Span]:
    """The lengths of time that are written out: gaps, the stay, what lies between two events."""
    if scene.waits:
        return []
    events, spans = scene.explainer.event, []
    for gap in panel.gaps:
        ends = {gap.after, gap.before}
        if ends <= scene.shown and (not scene.focus or ends <= scene.focus):
            first, second = events[gap.after], events[gap.before]
            words = gap.text.replace("{gap}", length_words(first.end or first.start, second.start))
            spans.append(Span(moment(first), moment(second), words, bool(scene.focus)))
    stay = scene.explainer.timeline.figure.stay
    if stay and has_stay(scene, panel) and {stay.start, stay.end} <= scene.shown:
        start, end = (moment(events[name]) for name in (stay.start, stay.end))
        told = {stay.start, stay.end} <= scene.focus
        spans.append(Span(start, end, _stay_words(scene), told))
    if spans or style_of(panel) == "hour" or len(scene.focus & scene.shown) != 2:
        return spans
    one, two = scene.events(scene.focus)
    if moment(one) < moment(two) and column.start <= moment(one) < column.end:
        pair = one.end or one.start, two.start
        if panel.end.last - panel.start.at >= LANES:
            # What the scale cannot show is not said: the months within a year.
            pair = _to_the_year(pair[0]), _to_the_year(pair[1])
        spans.append(Span(moment(one), moment(two), length_words(*pair), told=True))
    return spans


def _to_the_year(when: When) -> When:
    if when.precision <= Precision.YEAR:
        return when
    return When(datetime(when.at.year, 1, 1), Precision.YEAR)


def _stay_words(scene: Scene) -> str:
    """How long the stay was, as sharply as its two events are known."""
    stay = scene.explainer.timeline.figure.stay
    if stay is None:
        return ""
    start, end = (scene.explainer.event[name] for name in (stay.start, stay.end))
    length = moment(end) - moment(start)
    if length >= IN_HOURS:
        return length_words(start.start, end.start)
    words = many("length-in-hours", round(length / timedelta(hours=1)))
    exact = min(start.start.precision, end.start.precision) is Precision.MINUTE
    return words if exact else say("about-length", length=words)


def draw_gaps(paper: Paper, scene: Scene, form: Form, panel: Panel, column: Column) -> None:
    """Gaps as dotted lines in the lane of whom they are about."""
    for gap in panel.gaps:
        ends = {gap.after, gap.before}
        if not ends <= scene.shown:
            continue
        actor = scene.explainer.actor[gap.lane]
        x = column.lanes.get(actor.id, column.axis)
        first, second = (moment(scene.explainer.event[n]) for n in (gap.after, gap.before))
        told = not scene.focus or ends <= scene.focus
        role = Role(actor.hue.value) if told and not scene.muted(actor.id) else Role.FADED
        paper.line([(x, column.y(first)), (x, column.y(second))], role, form.heavy, "dot")


def draw_stay(paper: Paper, scene: Scene, form: Form, column: Column) -> None:
    """The stay as a band in the subject's lane, the way there and back dotted."""
    stay = scene.explainer.timeline.figure.stay
    if stay is None:
        return
    subject = scene.explainer.actor[scene.explainer.about.subject]
    names = (stay.before, stay.start, stay.end, stay.after)
    away, start, end, back = (column.y(moment(scene.explainer.event[name])) for name in names)
    x, half = column.lanes[subject.id], form.x(form.mark * 0.4)
    role = Role.FADED if scene.greyed(names) else hue_role(subject)
    paper.area(x - half, start, x + half, end, role, opacity=0.35)
    for ends in ((away, start), (end, back)):
        paper.line([(x, y) for y in ends], role, form.heavy, "dot")
