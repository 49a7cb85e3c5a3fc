"""What a Plotly figure of ours draws, one by one, for what draws it by other means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

Trace = dict[str, Any]


class Mark(NamedTuple):
    """A mark: its place as a part of the width and in px from the top, and its look in px."""

    x: float
    y: float
    symbol: str
    """Plotly's name of its shape."""
    size: float
    colour: str
    line: float
    events: str
    """The ids of the events that it stands for, with spaces between."""
    says: str
    """What it says where it is pointed at, escaped."""


class Label(NamedTuple):
    """A text: its place as a part of the width and in px from the top, and its look in px."""

    x: float
    y: float
    markup: str
    """Escaped, with ``<b>``, ``<i>`` and ``<br>`` of ours."""
    side: str
    """On which side of its place it stands: right, center or left."""
    size: float
    colour: str
    events: str
    """The ids of the events that it names, with spaces between."""


def marks(trace: Trace) -> Iterator[Mark]:
    """The marks of a trace, in the order in which they are drawn."""
    marker, number = trace["marker"], len(trace["x"])

    def each(value: Any) -> Sequence[Any]:
        return value if isinstance(value, list | tuple) else [value] * number

    yield from map(
        Mark,
        trace["x"],
        trace["y"],
        each(marker["symbol"]),
        each(marker["size"]),
        each(marker["color"]),
        each(marker["line"]["width"]),
        [events for (events,) in trace.get("customdata") or [[""]] * number],
        trace.get("hovertext") or [""] * number,
    )


def labels(trace: Trace) -> Iterator[Label]:
    """The texts of a trace, in the order in which they are drawn."""
    font = trace["textfont"]
    yield from map(
        Label,
        trace["x"],
        trace["y"],
        trace["text"],
        [place.removeprefix("middle ") for place in trace["textposition"]],
        font["size"],
        font["color"],
        [events for (events,) in trace["customdata"]],
    )
