"""Marks, lines and texts as the traces of a Plotly figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from explainer.figures.palette import Role, colours

Trace = dict[str, Any]
Point = tuple[float, float]
Anchor = Literal["left", "center", "right"]
Dash = Literal["solid", "dot", "dash"]
Stroke = tuple[Role, float, str]
"""The colour of a line, its width in px, its dash."""
Ring = tuple[float, float, float]
"""The x and y of a ring, and its size in px."""
Mark = tuple[float, float, str, float, Role, float, str, str]
"""The x and y of a mark, its symbol, size, colour and width of line, its events, its words."""
Text = tuple[float, float, str, float, Role, str, str]
"""The x and y of a text, its markup, size, colour and anchor, the events that it names."""
FONT = '"Source Sans", "Source Sans 3", sans-serif'


def line_traces(lines: Mapping[Stroke, list[Point | None]]) -> list[Trace]:
    """A trace for each kind of line, with a hole after each line of it."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [point[0] if point else None for point in points],
            "y": [point[1] if point else None for point in points],
            "line": {"color": colours("light")[role], "width": width, "dash": dash},
            "hoverinfo": "skip",
        }
        for (role, width, dash), points in lines.items()
    ]


def mark_traces(rings: Sequence[Ring], marks: Sequence[Mark]) -> list[Trace]:
    """The rings around what is selected, and the marks, which can be pressed."""
    light = colours("light")
    traces: list[Trace] = []
    if rings:
        xs, ys, sizes = zip(*rings, strict=True)
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": "selected",
                "x": xs,
                "y": ys,
                "marker": {
                    "symbol": "circle-open",
                    "size": sizes,
                    "color": light[Role.INK],
                    "line": {"width": 2.5},
                },
                "hoverinfo": "skip",
            }
        )
    if marks:
        xs, ys, symbols, sizes, roles, widths, events, says = zip(*marks, strict=True)
        shades = [light[role] for role in roles]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": "events",
                "x": xs,
                "y": ys,
                "customdata": [[event] for event in events],
                "hovertext": says,
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": {
                    "symbol": symbols,
                    "size": sizes,
                    "color": shades,
                    "opacity": 1,
                    "line": {"width": widths, "color": shades},
                },
                "selected": {"marker": {"opacity": 1}},
                "unselected": {"marker": {"opacity": 1}},
            }
        )
    return traces


def text_traces(texts: Sequence[Text]) -> list[Trace]:
    """All texts, with the ids of the events that they name."""
    if not texts:
        return []
    xs, ys, words, sizes, roles, anchors, events = zip(*texts, strict=True)
    sides = {"left": "middle right", "center": "middle center", "right": "middle left"}
    return [
        {
            "type": "scatter",
            "mode": "text",
            "name": "labels",
            "x": xs,
            "y": ys,
            "text": words,
            "customdata": [[event] for event in events],
            "textposition": [sides[anchor] for anchor in anchors],
            "textfont": {
                "size": sizes,
                "color": [colours("light")[role] for role in roles],
                "family": FONT,
            },
            "hoverinfo": "skip",
            "cliponaxis": False,
        }
    ]
