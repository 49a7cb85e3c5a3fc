"""What a step is about in few words: events of one actor under one label, with count and span."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from explainer.content.actors import Actor
from explainer.content.events import Event
from explainer.figures.parts.scene import Entry, Scene
from explainer.language.catalogue import many
from explainer.language.dates import SMALL, When

MOST = 7
"""Labels that a panel has room for at the heights of their marks."""


def grouped(scene: Scene, found: Sequence[Entry], most: int, apart: Collection[str]) -> list[Entry]:
    """Entries with those of one actor as one, where they are more than ``most``.

    What is ``apart``, such as the ends of a gap that is written out, keeps a label of its own.
    """
    if len(found) <= min(most, MOST):
        return list(found)
    by_actor: dict[str | None, list[Entry]] = {}
    alone: list[Entry] = []
    for entry in found:
        actor = _actor(scene, entry)
        if actor is None or (apart and not set(entry.ids).isdisjoint(apart)):
            alone.append(entry)
        else:
            by_actor.setdefault(actor.id, []).append(entry)
    made = [_group(scene, some) if len(some) > 1 else some[0] for some in by_actor.values()]
    return sorted([*alone, *made], key=lambda entry: entry.at)


def middle(entry: Entry) -> Event:
    """The event at whose mark the label of a group stands."""
    return entry.events[(len(entry.events) - 1) // 2]


def _actor(scene: Scene, entry: Entry) -> Actor | None:
    """Whose the entry is: whom the subject met, else the first besides the subject."""
    met = [name for event in entry.events for name in event.met]
    others = [actor for actor in entry.lanes if actor.id != scene.explainer.about.subject]
    if met:
        return scene.explainer.actor[met[0]]
    return others[0] if others else None


def _group(scene: Scene, some: Sequence[Entry]) -> Entry:
    events = tuple(event for entry in some for event in entry.events)
    actor = _actor(scene, some[0])
    name = _shared([entry.label for entry in some]) or (actor.name if actor else "")
    number = len(events)
    words = SMALL[number] if number < len(SMALL) else str(number)
    first, last = events[0].start, events[-1].start
    date = _span(first, last)
    if all(event.met for event in events):
        label = many("group-of-meetings", number, name=name, words=words)
    else:
        label = many("group-of-events", number, name=name, words=words)
    return Entry(events, label, (actor,) if actor else (), date)


def _shared(labels: Sequence[str]) -> str:
    """The words with which all labels begin, without the sign that ends them."""
    split = [label.split() for label in labels]
    same = takewhile(lambda words: len(set(words)) == 1, zip(*split, strict=False))
    shared = " ".join(words[0] for words in same)
    # Words that only happen to begin alike name nobody: a name ends at its sign.
    return shared[:-1] if shared.endswith((",", ":")) else ""


def _span(first: When, last: When) -> str:
    """From one date to another, no sharper than the month."""
    if first.at.year == last.at.year and first.at.month == last.at.month:
        return first.words(day=False, short=True)
    year = first.at.year != last.at.year or first.precision.name in ("YEAR", "DECADE")
    start = first.words(day=False, short=True, year=year)
    return f"{start}–{last.words(day=False, short=True)}"
