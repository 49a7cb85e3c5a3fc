"""Content to figure: one module per figure, each a pure function of content, scene and form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

import plotly.graph_objects as go

from explainer.figures import (
    butterfly,
    comparison,
    implications,
    limits,
    reasons,
    seminar,
    sources,
    strip,
    timeline,
)
from explainer.figures.scene import Scene, lanes
from explainer.models import Actor, Attendance, Event, Explainer, Mark
from explainer.paper import FigureDict, Form

__all__ = ["DRAW", "actor_ids", "draw", "event_ids", "lanes", "legend"]

DRAW: dict[str, Callable[[Scene, Form], FigureDict]] = {
    "overview": strip.draw,
    "timeline": timeline.draw,
    "reasons": reasons.draw,
    "comparison": comparison.draw,
    "implications": implications.draw,
    "limits": limits.draw,
    "seminar": seminar.draw,
    "sources": sources.draw,
}
"""The figure of each page, and the second one of the reasons page, by name."""


class Drawn(go.Figure):  # type: ignore[misc]
    """A figure that is shown many times and never changed, so that it is spelt out once.

    Plotly copies and encodes a figure anew each time it is asked for its declaration.
    """

    _declared: FigureDict | None = None

    def to_dict(self) -> FigureDict:
        """The figure's declaration; not to be changed."""
        if self._declared is None:
            self._declared = super().to_dict()
        return self._declared


@lru_cache(maxsize=512)
def draw(figure: str, scene: Scene, form: Form) -> Drawn:
    """A figure of the content, drawn once for all readers who look at the same scene.

    The scene that is kept keeps its content alive, so that its edition stays its own.
    """
    return Drawn(DRAW[figure](scene, form))


def event_ids(explainer: Explainer, figure: str) -> tuple[str, ...]:
    """The ids that a figure can show, before any filter, in the order of the content."""
    match figure:
        case "overview":
            found = _of(explainer.overview.figure.marks)
        case "reasons":
            pair = explainer.reasons.figure
            found = _of(mark for side in butterfly.sides_of(pair) for mark in side.marks)
        case "comparison":
            columns = explainer.reasons.comparison
            found = (
                _of(mark for column in columns.columns for mark in column.marks)
                if columns
                else set()
            )
        case "implications":
            whole = Scene(explainer, frozenset(event.id for event in explainer.events))
            periods = explainer.implications.figure.periods
            found = {
                name for period in periods for name in implications.period_events(whole, period)
            }
        case "limits":
            parts = explainer.limits.figure
            sides = (mark for side in butterfly.sides_of(parts) for mark in side.marks)
            found = _of((*sides, *parts.both, *parts.votes.marks))
        case "seminar":
            found = set()
        case _:
            found = {event.id for event in explainer.events}
    return tuple(event.id for event in explainer.events if event.id in found)


def actor_ids(explainer: Explainer, figure: str) -> tuple[str, ...]:
    """The actors in whose lanes a figure draws."""
    match figure:
        case "reasons":
            pair = explainer.reasons.figure
            return tuple(side.actor for side in butterfly.sides_of(pair))
        case "limits":
            parts = explainer.limits.figure
            return tuple(side.actor for side in butterfly.sides_of(parts))
        case "implications":
            return tuple(lane.actor for lane in explainer.implications.figure.lanes)
    scene = Scene(explainer, frozenset(explainer.event))
    found = {
        actor.id
        for event in scene.events(event_ids(explainer, figure))
        for actor in scene.lanes(event)
    }
    return tuple(actor.id for actor in explainer.actors if actor.id in found)


def legend(
    explainer: Explainer, figure: str, events: Iterable[Event]
) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
    """The actors a figure draws, and what its filled and outlined marks mean."""
    drawn = set(actor_ids(explainer, figure))
    signs = {event.attendance for event in events}
    about = explainer.about.signs
    meanings = {
        Attendance.PRESENT: about.present,
        Attendance.ABSENT: about.absent,
        Attendance.EXPECTED: about.expected,
    }
    if figure == "implications":
        said = explainer.implications.figure
        meanings = {Attendance.PRESENT: said.filled, Attendance.ABSENT: said.outline}
    return (
        tuple(actor for actor in explainer.actors if actor.id in drawn),
        tuple(words for sign, words in meanings.items() if sign in signs),
    )


def _of(marks: Iterable[Mark]) -> set[str]:
    return {name for mark in marks for name in mark.events}
