"""Order in time: when an event is drawn, what came after the brief, which source came first."""

from __future__ import annotations

from datetime import datetime, timedelta

from explainer.content.events import Event
from explainer.content.explainer import Explainer
from explainer.content.sources import Source
from explainer.language.dates import Precision


def moment(event: Event) -> datetime:
    """The instant at which figures draw an event: its given hour, or its first date's middle.

    Labels begin with the first date, so marks in its order keep labels in order too.
    """
    if event.drawn_at:
        hour, minute = map(int, event.drawn_at.split(":"))
        return event.start.at + timedelta(hours=hour, minutes=minute)
    if event.start.precision is Precision.MINUTE:
        return event.start.at
    return event.start.middle


def is_later(explainer: Explainer, event: Event) -> bool:
    """Whether an event came after the brief, whatever scope it was given."""
    return event.start.at >= explainer.about.brief.date.last


def earliest(explainer: Explainer, event: Event) -> Source | None:
    """The event's earliest dated source; a day counts as earlier than the month around it."""
    dated = [
        (source.date.last, source)
        for source in (explainer.source[name] for name in event.sources)
        if source.date is not None
    ]
    return min(dated, key=lambda pair: pair[0])[1] if dated else None
