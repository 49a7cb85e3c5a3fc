"""Pixel paper: collects marks, lines, areas and texts, and makes one Plotly figure of them.

A figure is one x axis from 0 to 1 (parts of the width) and one y axis in pixels that runs down,
both invisible. What is drawn is plain data, so a figure is one declaration and cheap to build.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from explainer.content.actors import Shape
from explainer.content.events import Attendance
from explainer.figures.palette import Role, colours
from explainer.figures.traces import (
    FONT,
    Anchor,
    Dash,
    Mark,
    Point,
    Ring,
    Stroke,
    Text,
    line_traces,
    mark_traces,
    text_traces,
)
from explainer.language import direction

FigureDict = dict[str, Any]
BADGE = 1.45
"""The ring around a number, in units of the number's size."""


def escape(text: str) -> str:
    """Content text as Plotly shows it literally: no tag in it takes effect."""
    return html.escape(text, quote=False)


def _at(x: float, y: float) -> Point:
    """A place as sharp as a screen shows it: a figure is sent with each rerun."""
    return round(x, 4), round(y, 1)


@dataclass
class Paper:
    """One sheet to draw on; coordinates are (part of the width, px from the top)."""

    _texts: list[Text] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _lines: dict[Stroke, list[Point | None]] = field(default_factory=lambda: defaultdict(list))
    _shapes: list[dict[str, Any]] = field(default_factory=list)
    _rings: list[Ring] = field(default_factory=list)
    _feet: dict[str, tuple[str, float]] = field(default_factory=dict)
    numbered: int = 0
    """How many marks have a number so far; each has its own on the whole sheet."""
    named: set[str] = field(default_factory=set)
    unnamed: set[str] = field(default_factory=set)
    """Ids of events of which a mark has a label, and of which a mark has none."""

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        role: Role = Role.INK,
        anchor: Anchor = "left",
        *,
        bold: bool = False,
        italic: bool = False,
    ) -> None:
        """Plain words centred vertically on ``y``."""
        lines = [escape(direction.isolated(line, words)) for line in words.split("\n")]
        if bold:
            lines = [f"<b>{line}</b>" for line in lines]
        if italic:
            lines = [f"<i>{line}</i>" for line in lines]
        self.markup(x, y, "<br>".join(lines), size, role, anchor)

    def markup(
        self,
        x: float,
        y: float,
        markup: str,
        size: float,
        role: Role = Role.INK,
        anchor: Anchor = "left",
        *,
        event: str = "",
    ) -> None:
        """Text that is already escaped and holds ``<b>``, ``<i>`` and ``<br>`` of ours.

        ``event`` are the ids of the events that it names, with spaces between.
        """
        self._texts.append((*_at(x, y), markup, size, role, anchor, event))

    def mark(
        self,
        x: float,
        y: float,
        shape: Shape | str,
        size: float,
        role: Role,
        sign: Attendance = Attendance.PRESENT,
        *,
        event: str = "",
        says: str = "",
    ) -> None:
        """A marker; ``event`` is the id a click on it hands back."""
        suffix = {
            Attendance.PRESENT: "",
            Attendance.ABSENT: "-open",
            Attendance.EXPECTED: "-open-dot",
        }[sign]
        width = 0.0 if sign is Attendance.PRESENT else max(2.0, size / 6)
        drawn = size if sign is Attendance.PRESENT else size * 0.92
        self._marks.append(
            (*_at(x, y), f"{shape}{suffix}", round(drawn, 1), role, width, event, escape(says))
        )

    def cross(self, x: float, y: float, size: float, role: Role, *, event: str, says: str) -> None:
        """The one sign for a vote against and for a veto."""
        self._marks.append(
            (*_at(x, y), "x-thin", size, role, max(2.5, size / 4), event, escape(says))
        )

    def badge(
        self, x: float, y: float, number: int, size: float, role: Role, *, event: str, says: str
    ) -> None:
        """A number in type of ``size`` px within a ring; a click hands back ``event``."""
        place, wide = _at(x, y), round(size * BADGE, 1)
        shape = f"{Shape.CIRCLE}-open"
        self._marks.append((*place, shape, wide, role, size / 9, event, escape(says)))
        ink = Role.FADED_TEXT if role is Role.FADED else Role.INK
        self.markup(x, y, f"<b>{number}</b>", size, ink, "center", event=event)

    def ring(self, x: float, y: float, size: float) -> None:
        """The ring around what is selected."""
        self._rings.append((*_at(x, y), size))

    def foot(self, words: str, size: float, about: str) -> None:
        """Plain words of one or more lines below all the rest; the last ones about a thing stay."""
        self._feet[about] = words, size

    def line(
        self,
        points: Sequence[Point],
        role: Role = Role.LEADER,
        width: float = 1.2,
        dash: Dash = "solid",
    ) -> None:
        """A line through the points."""
        self._lines[(role, width, dash)] += [*(_at(*point) for point in points), None]

    def area(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        fill: Role | None = Role.PALE,
        *,
        edge: Role | None = None,
        dash: Dash = "solid",
        opacity: float = 1,
        edge_width: float = 1.5,
    ) -> None:
        """A rectangle beneath everything else."""
        light = colours("light")
        self._shapes.append(
            {
                "type": "rect",
                "x0": round(x0, 4),
                "x1": round(x1, 4),
                "y0": round(y0, 1),
                "y1": round(y1, 1),
                "layer": "below",
                "fillcolor": light[fill] if fill else "rgba(0,0,0,0)",
                "opacity": opacity,
                "line": {"color": light[edge], "width": edge_width, "dash": dash}
                if edge
                else {"width": 0},
            }
        )

    def wedge(self, points: Sequence[Point], fill: Role = Role.PALE) -> None:
        """A filled outline beneath everything else."""
        path = "M" + "L".join(f"{x:.4f},{y:.1f}" for x, y in points) + "Z"
        self._shapes.insert(
            0,
            {
                "type": "path",
                "path": path,
                "layer": "below",
                "fillcolor": colours("light")[fill],
                "line": {"width": 0},
            },
        )

    def figure(self, height: float, least: float = 0.0) -> FigureDict:
        """Everything drawn, as one Plotly figure of ``height`` px and what its feet need."""
        height = max(height, least)
        for said, size in self._feet.values():
            if not said:
                continue
            tall = size * 1.3 * (said.count("\n") + 1)
            self.text(0.001, height + size * 0.4 + tall / 2, said, size, Role.MUTED, italic=True)
            height += size * 0.6 + tall
        return {
            "data": [
                *line_traces(self._lines),
                *mark_traces(self._rings, self._marks),
                *text_traces(self._texts),
            ],
            "layout": {
                # Unless it is said that nothing changed, Streamlit has a figure drawn twice.
                "datarevision": 1,
                "height": round(height),
                "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
                "xaxis": {"range": [0, 1], "visible": False, "fixedrange": True},
                "yaxis": {"range": [round(height), 0], "visible": False, "fixedrange": True},
                "paper_bgcolor": "rgba(0,0,0,0)",
                "plot_bgcolor": "rgba(0,0,0,0)",
                "font": {"family": FONT, "color": colours("light")[Role.INK]},
                "showlegend": False,
                # Everything is said here; Plotly's own template would go along with each figure.
                "template": {},
                "hovermode": "closest",
                "dragmode": False,
                "shapes": self._shapes,
            },
        }
