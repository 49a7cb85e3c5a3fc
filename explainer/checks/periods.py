"""Stretches of time: each in order, one after the other, and holding what is marked in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from explainer.checks.consistency import Check, Finding
from explainer.checks.located_yaml import Path
from explainer.content.chronology import earliest, is_later, moment
from explainer.content.events import Event, Scope
from explainer.content.explainer import Explainer
from explainer.content.figures import Mark
from explainer.content.relations import Band
from explainer.language.counting import counted
from explainer.language.dates import When, disorder, in_order


def windows(part: str, explainer: Explainer) -> Iterator[Finding]:
    """Stretches of time that end before they begin, anywhere in a part of the content."""
    yield from _windows(getattr(explainer, part), (part,))


def _windows(found: Any, path: Path) -> Iterator[Finding]:
    if isinstance(found, tuple):
        # The items of a list are of one type: texts and dates hold no stretch of time.
        if found and isinstance(found[0], BaseModel):
            for index, item in enumerate(found):
                yield from _windows(item, (*path, index))
    elif isinstance(found, BaseModel) and not isinstance(found, Event | Band):
        values = vars(found)
        for first, last in (("start", "end"), ("gap_from", "gap_to")):
            begin, end = values.get(first), values.get(last)
            if isinstance(begin, When) and isinstance(end, When):
                fault = disorder(begin, end, (first, last))
                if fault:
                    yield (*path, last), fault.wrong, fault.remedy
        for name, value in values.items():
            if isinstance(value, tuple | BaseModel):
                yield from _windows(value, (*path, name))


def marks(
    explainer: Explainer, path: Path, found: Sequence[Mark], start: When, end: When
) -> Iterator[Finding]:
    """Events that are marked twice, or outside the time that a figure shows."""
    seen: set[str] = set()
    for number, mark in enumerate(found):
        for at, event in enumerate(explainer.event[name] for name in mark.events):
            place = (*path, number, "events", at)
            if event.id in seen:
                yield place, f"“{event.id}” stands in two marks of this figure", "remove one"
            seen.add(event.id)
            if in_order(start, end) and (missed := outside(explainer, event, start, end)):
                yield place, missed, "leave it out, or let the figure show more time"


def outside(explainer: Explainer, event: Event, start: When, end: When) -> str | None:
    """How an event misses a stretch of time; what is later than the brief makes figures longer."""
    if moment(event) < start.at:
        return f"“{event.id}” is earlier than this figure begins, {start.words()}"
    if moment(event) > end.last and not is_later(explainer, event):
        return f"“{event.id}” is later than this figure ends, {end.words()}"
    return None


def eras(explainer: Explainer) -> Iterator[Finding]:
    """Eras out of order or over one another."""
    for index, (era, after) in enumerate(pairwise(explainer.about.eras), 1):
        if after.start.at < max(era.end.at, era.start.at):
            yield (
                ("about", "eras", index, "start"),
                f"this era starts {after.start.words()}, but the one before it ends "
                f"{era.end.words()}",
                "list the eras in order, each beginning after the last one ends",
            )


def first_era(explainer: Explainer) -> Iterator[Finding]:
    """Events that would be listed under an era that had not begun."""
    first = explainer.about.eras[0]
    for event in explainer.events:
        if event.start.at < first.start.at:
            yield (
                ("about", "eras", 0, "start"),
                f"“{event.id}”, {event.start.words()}, is earlier than the first era",
                "let the era begin earlier, or add one before it",
            )
            return


def overlaps(explainer: Explainer) -> Iterator[Finding]:
    """Values of a series whose bars would lie over one another."""
    for number, series in enumerate(explainer.series):
        for later in (False, True):
            some = [
                (value, index)
                for index, value in enumerate(series.values)
                if (value.scope is Scope.AFTER) is later
            ]
            some.sort(key=lambda pair: pair[0].start.at)
            for (value, _), (after, index) in pairwise(some):
                if after.start.at < (value.end or value.start).last:
                    yield (
                        ("series", number, "values", index, "start"),
                        f"“{after.label}” overlaps “{value.label}” in time",
                        "let each value begin after the last one ends",
                    )


def rows(explainer: Explainer) -> Iterator[Finding]:
    """Rows over one another or on both sides of the brief, and events that none of them holds."""
    found, path = explainer.sources_page.figure.rows, ("sources_page", "figure", "rows")
    published = explainer.about.brief.date
    for index, row in enumerate(found):
        if index and row.start.at < found[index - 1].end.last:
            wrong = f"this row starts {row.start.words()}, before the row above it ends"
            yield (*path, index, "start"), wrong, "let each row begin after the last one ends"
        if row.start.at < published.last < row.end.last:
            wrong = f"this row holds days before and after the brief, {published.words()}"
            yield (*path, index, "end"), wrong, "end it there, and let another row go on"
    lost: list[tuple[Event, When]] = []
    for event in explainer.events:
        source = earliest(explainer, event)
        date = source.date if source else None
        if date and not any(row.start.at < date.last <= row.end.last for row in found):
            lost.append((event, date))
    if lost:
        event, date = lost[0]
        more = f" and {counted(len(lost) - 1, 'more event')}" if len(lost) > 1 else ""
        wrong = f"no row holds {date.words()}, the first source of “{event.id}”{more}"
        yield path, wrong, "add a row, or let one show more time"


PARTS = "about series relations overview timeline reasons implications limits sources_page".split()
CHECKS: tuple[tuple[str, Check], ...] = (
    *((part, partial(windows, part)) for part in PARTS),
    ("about", eras),
    ("about events", first_era),
    ("series", overlaps),
    ("about events sources sources_page", rows),
)
"""Each check after the parts of the content that it needs, sound."""
