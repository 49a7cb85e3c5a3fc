"""Which events and actors belong to which figure, before any filter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from explainer.content.actors import Actor
from explainer.content.chronology import moment
from explainer.content.events import Attendance, Event, Scope
from explainer.content.explainer import Explainer
from explainer.content.figures import (
    BandsFigure,
    ComparisonFigure,
    KnownFigure,
    LimitsFigure,
    Mark,
    Panel,
    PathFigure,
    Period,
    RelationsFigure,
    StripFigure,
    ThenNowFigure,
    TimelineFigure,
)
from explainer.content.pages import Discussion
from explainer.content.steps import Step
from explainer.language import direction
from explainer.language.catalogue import say

LANES = timedelta(days=365 * 20)
"""Up to this span each hue has a lane of its own."""
HOURS = timedelta(days=60)
"""Below this span a panel of the timeline shows hours."""


def lanes_of(explainer: Explainer, event: Event) -> tuple[Actor, ...]:
    """The actors in whose lanes an event is drawn; by default all but the subject."""
    subject = explainer.about.subject
    names = event.lanes or tuple(name for name in event.actors if name != subject)
    return tuple(explainer.actor[name] for name in names or event.actors)


def questions_on(explainer: Explainer, step: Step) -> tuple[Discussion, ...]:
    """The questions for the room that are about an event of a step."""
    about, asked = set(step.events), explainer.seminar.discussion if explainer.seminar else ()
    return tuple(one for one in asked if about.intersection(one.events))


def period_events(explainer: Explainer, figure: ThenNowFigure, period: Period) -> frozenset[str]:
    """The ids of the events of one of a figure's periods, before any filter."""
    lanes = {lane.actor for lane in figure.lanes}
    last = datetime.max if is_open(explainer, period) else period.end.last
    return frozenset(
        event.id
        for event in explainer.events
        if period.start.at <= moment(event) < last
        and event.id not in period.leave_out
        and lanes.intersection(actor.id for actor in lanes_of(explainer, event))
        and (event.scope is not Scope.AFTER or last == datetime.max)
    )


def is_open(explainer: Explainer, period: Period) -> bool:
    """Whether what came after the brief belongs to this period."""
    return period.end.last >= explainer.about.brief.date.at


def event_ids(explainer: Explainer, figure: str) -> tuple[str, ...]:
    """The ids that a figure can show, before any filter, in the order of the content.

    A figure that the content leaves out shows none. Raises KeyError for a name of no figure.
    """
    found = _event_ids(explainer, figure)
    return tuple(event.id for event in explainer.events if event.id in found)


def _event_ids(explainer: Explainer, figure: str) -> set[str]:
    match explainer.figure[figure]:
        case StripFigure(marks=marks):
            return _of(marks)
        case RelationsFigure() as pair:
            return _of(mark for side in pair.sides for mark in side.marks)
        case ComparisonFigure(columns=columns):
            return _of(mark for column in columns for mark in column.marks)
        case ThenNowFigure(periods=periods) as pair:
            return {name for period in periods for name in period_events(explainer, pair, period)}
        case LimitsFigure() as pair:
            sides = (mark for side in pair.sides for mark in side.marks)
            return _of((*sides, *pair.both, *(pair.votes.marks if pair.votes else ())))
        case PathFigure() | None:
            return set()
        case every:
            assert isinstance(every, TimelineFigure | KnownFigure), every
            return set(explainer.event)


def actor_ids(explainer: Explainer, figure: str) -> tuple[str, ...]:
    """The actors in whose lanes a figure draws."""
    match explainer.figure[figure]:
        case BandsFigure() as bands:
            return bands.relationships
        case ThenNowFigure(lanes=lanes):
            return tuple(lane.actor for lane in lanes)
    found = {
        actor.id
        for name in event_ids(explainer, figure)
        for actor in lanes_of(explainer, explainer.event[name])
    }
    if isinstance(said := explainer.figure[figure], TimelineFigure):
        found |= _subject_among(explainer, said)
    return tuple(actor.id for actor in explainer.actors if actor.id in found)


def shows_subject(figure: TimelineFigure, panel: Panel) -> bool:
    """Whether a panel has a lane for the subject: one of days and hours, and that of the stay."""
    span = panel.end.last - panel.start.at
    return span < HOURS or (figure.stay is not None and panel is figure.panels[-1] and span < LANES)


def _subject_among(explainer: Explainer, figure: TimelineFigure) -> set[str]:
    """The subject, if a panel has a lane for it and an event that belongs there."""
    subject = explainer.about.subject
    panels = [panel for panel in figure.panels if shows_subject(figure, panel)]
    took_part = (
        moment(event)
        for event in explainer.events
        if subject in event.actors and event.attendance is not Attendance.ABSENT
    )
    is_drawn = any(panel.start.at <= at < panel.end.last for at in took_part for panel in panels)
    return {subject} if is_drawn else set()


def legend(
    explainer: Explainer, figure: str, events: Iterable[Event]
) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
    """The actors a figure draws, and what its filled and outlined marks and its stay mean."""
    drawn, shown = set(actor_ids(explainer, figure)), tuple(events)
    signs = {event.attendance for event in shown}
    about = explainer.about.signs
    meanings = {
        Attendance.PRESENT: about.present,
        Attendance.ABSENT: about.absent,
        Attendance.EXPECTED: about.expected,
    }
    said = explainer.figure[figure]
    if isinstance(said, ThenNowFigure):
        meanings = {Attendance.PRESENT: said.filled, Attendance.ABSENT: said.outline}
        # It is drawn by meetings, which whoever took part may not have had.
        signs = {Attendance.PRESENT if event.met else Attendance.ABSENT for event in shown}
    stay = said.stay if isinstance(said, TimelineFigure) else None
    return (
        tuple(actor for actor in explainer.actors if actor.id in drawn),
        (
            *(words for sign, words in meanings.items() if sign in signs),
            *([say("sign-of-stay", stay=direction.isolated(stay.text))] if stay else []),
        ),
    )


def _of(marks: Iterable[Mark]) -> set[str]:
    return {name for mark in marks for name in mark.events}
