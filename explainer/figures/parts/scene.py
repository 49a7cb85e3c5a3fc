"""What of the content a figure shows just now: filtered events, the step's focus, the choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from explainer.content.actors import Actor
from explainer.content.chronology import is_later, moment
from explainer.content.events import Attendance, Event
from explainer.content.explainer import Explainer
from explainer.content.figures import Mark
from explainer.content.selection import lanes_of
from explainer.figures.palette import Role

CONTEXT = 0.65
"""How large the marks are that a step is not about: smaller, not paler, to be seen from afar."""


@dataclass(frozen=True)
class Scene:
    """The content, and how much of it is shown, emphasised and chosen."""

    explainer: Explainer = field(compare=False)
    shown: frozenset[str]
    """Ids of the events that pass the filters."""
    focus: frozenset[str] = frozenset()
    """Ids the step is about; empty means that nothing is greyed."""
    actors: frozenset[str] = frozenset()
    """Actors the step is about; empty means all."""
    selected: str | None = None
    afterwards: bool = False
    """Whether what happened after the brief was asked for."""
    waits: bool = False
    """Whether readers are to guess first: scales and eras are drawn, nothing of what they show."""
    step: int = 0
    """The number of the page's step, for a figure of the path itself; 0 for none."""
    edition: int = field(default=0, init=False)
    """Tells scenes of one reading of the content from those of another, cheaply."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "edition", id(self.explainer))

    def events(self, ids: Iterable[str]) -> tuple[Event, ...]:
        """Those of the events that are shown, in date order."""
        found = (self.explainer.event[name] for name in ids if name in self.shown)
        return tuple(sorted(found, key=moment))

    def within(self, start: datetime, end: datetime) -> tuple[Event, ...]:
        """The shown events drawn from ``start`` up to but not at ``end``, in date order."""
        every = self.events(event.id for event in self.explainer.events)
        return tuple(event for event in every if start <= moment(event) < end)

    def as_first_seen(self) -> Scene:
        """The same with all up to the brief shown: for the places of what is not drawn yet."""
        early = (e.id for e in self.explainer.events if not is_later(self.explainer, e))
        return replace(self, shown=frozenset(early))

    def greyed(self, ids: Iterable[str]) -> bool:
        """Whether the step is about other events than these."""
        return bool(self.focus) and not self.focus.intersection(ids)

    def muted(self, actor: str) -> bool:
        """Whether the step is about other actors than this."""
        return bool(self.actors) and actor not in self.actors

    def lanes(self, event: Event) -> tuple[Actor, ...]:
        """The actors in whose lanes the event is drawn."""
        return lanes_of(self.explainer, event)


@dataclass(frozen=True)
class Entry:
    """What one label of a figure stands for."""

    events: tuple[Event, ...]
    label: str
    lanes: tuple[Actor, ...]
    date: str | None = None
    """Words for the date instead of the event's own."""
    drawn_as: Attendance | None = None
    """A sign instead of the events' own."""

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of its events."""
        return tuple(event.id for event in self.events)

    @cached_property
    def at(self) -> datetime:
        """Where it is drawn: at its event, or midway between the first and the last."""
        first, last = moment(self.events[0]), moment(self.events[-1])
        return first + (last - first) / 2

    @cached_property
    def sign(self) -> Attendance:
        """Filled if the subject took part in any of its events."""
        if self.drawn_as:
            return self.drawn_as
        return max((event.attendance for event in self.events), key=list(Attendance)[::-1].index)


def entries(scene: Scene, marks: Iterable[Mark]) -> Iterator[Entry]:
    """The marks' entries under the filters, in date order.

    A group that the filters have broken up is shown event by event, so that its label never
    counts what is not there.
    """
    found = []
    for mark in marks:
        events = scene.events(mark.events)
        if len(events) == len(mark.events):
            lanes = tuple(scene.explainer.actor[name] for name in mark.lanes)
            every = dict.fromkeys(actor for event in events for actor in scene.lanes(event))
            label = mark.label or events[0].label
            found.append(Entry(events, label, lanes or tuple(every), mark.date))
        else:
            found += [single(scene, event) for event in events]
    yield from sorted(found, key=lambda entry: entry.at)


def single(scene: Scene, event: Event) -> Entry:
    """The entry of one event with its own label."""
    return Entry((event,), event.label, scene.lanes(event))


def hue_role(actor: Actor | None) -> Role:
    """The figure colour of an actor; ink for what has none, such as a publication."""
    return Role(actor.hue.value) if actor else Role.INK


def shape(actor: Actor | None) -> str:
    """The marker of an actor; a star for what has none."""
    return actor.shape.value if actor else "star"
