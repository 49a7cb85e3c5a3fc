"""Events in the order of time, as a reader goes through them: era, day, event.

An era of many events is folded once more, by decade; a decade of many is so by year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from explainer.content.about import Era
from explainer.content.events import Event
from explainer.content.explainer import Explainer
from explainer.language.dates import Precision, When
from explainer.reading import wording

MANY = 40
"""With more events than these, an era or a decade is folded into shorter parts."""


@dataclass(frozen=True)
class Day:
    """Events that share their date in words."""

    date: str
    events: tuple[Event, ...]
    gap: str | None
    """The time since the day before it, if it is long."""


@dataclass(frozen=True)
class Part:
    """The days of one decade or one year of an era."""

    name: str
    days: tuple[Day, ...]

    @property
    def number(self) -> int:
        """How many events it has."""
        return sum(len(day.events) for day in self.days)


@dataclass(frozen=True)
class Stretch:
    """The days of one era."""

    era: Era
    days: tuple[Day, ...]

    @property
    def number(self) -> int:
        """How many events it has."""
        return sum(len(day.events) for day in self.days)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its decades and years, if it has many events; else none."""
        if self.number <= MANY:
            return ()
        decades = Counter(_span(event, Precision.DECADE) for d in self.days for event in d.events)

        def name(day: Day) -> str:
            decade = _span(day.events[0], Precision.DECADE)
            return decade if decades[decade] <= MANY else _span(day.events[0], Precision.YEAR)

        return tuple(Part(said, tuple(days)) for said, days in groupby(self.days, name))


def _span(event: Event, precision: Precision) -> str:
    """The decade or the year of an event in words, no sharper than its own date."""
    sharp, at = min(event.start.precision, precision), event.start.at
    if sharp is Precision.DECADE:
        at = at.replace(year=at.year // 10 * 10)
    return When(at, sharp).words()


def stretches(explainer: Explainer, events: Sequence[Event]) -> tuple[Stretch, ...]:
    """Events in date order, by era and then by day."""
    found: list[Stretch] = []
    before: Event | None = None
    for era, of_era in groupby(events, lambda event: era_of(explainer, event)):
        days = []
        for date, of_day in groupby(of_era, wording.date):
            day = tuple(of_day)
            gap = wording.gap(before, day[0]) if before else None
            days.append(Day(date, day, gap))
            before = day[-1]
        found.append(Stretch(era, tuple(days)))
    return tuple(found)


def era_of(explainer: Explainer, event: Event) -> Era:
    """The era in which an event begins; the first one for what came before all."""
    eras = explainer.about.eras
    begun = [era for era in eras if era.start.at <= event.start.at]
    return begun[-1] if begun else eras[0]
