"""A column in which time runs down: its scale, and where things stand beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal


@dataclass(frozen=True)
class Column:
    """Where things stand: x in parts of the width, y in px from the top."""

    start: datetime
    end: datetime
    top: float
    bottom: float
    lanes: Mapping[str, float]
    """The x of each actor's lane; an empty mapping packs marks outwards from ``axis``."""
    axis: float
    gutter: float
    """Where the horizontal part of a leader ends."""
    label: float
    """Where labels begin, or end if ``side`` is −1."""
    width: int
    """Characters in a line of a label."""
    side: Literal[1, -1] = 1
    lane_width: float = 0.016

    def y(self, at: datetime) -> float:
        """The px at which an instant is drawn; what lies beyond an end stands at that end."""
        part = (min(max(at, self.start), self.end) - self.start) / (self.end - self.start)
        return self.top + part * (self.bottom - self.top)

    def tall(self, needed: float) -> Column:
        """The same column, grown to hold a stack of ``needed`` px."""
        return replace(self, bottom=max(self.bottom, self.top + needed))


def reach(start: datetime, end: datetime, found: Iterable[datetime]) -> datetime:
    """The end of a scale, moved on to what came later.

    What comes after an empty quarter of the scale, or would make it longer by two thirds, stands
    at its end instead: it would squeeze all the rest.
    """
    span, last = end - start, end
    for at in sorted(found):
        if at > min(last + span / 4, end + span * 2 / 3):
            break
        last = max(last, at)
    return last
