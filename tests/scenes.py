"""Figures drawn for tests: a brief's figure under a view, and what stands in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from explainer import figures
from explainer.content import selection
from explainer.content.explainer import Explainer
from explainer.figures.canvas import FigureDict
from explainer.figures.forms import WIDE, Form
from explainer.figures.palette import Role, colours
from explainer.figures.parts.scene import Scene
from explainer.reading.view import View

LIGHT = colours("light")
HUES = (Role.VIOLET, Role.BLUE, Role.OCHRE, Role.PLUM)
GREYS = {LIGHT[Role.FADED], LIGHT[Role.FADED_TEXT]}


def scene(explainer: Explainer, figure: str, view: View | None = None, **more: Any) -> Scene:
    """A figure's scene under a view, without a step."""
    view = view or View()
    shown = frozenset(
        name for name in selection.event_ids(explainer, figure) if view.shows(explainer.event[name])
    )
    return replace(Scene(explainer, shown, afterwards=view.scope == "afterwards"), **more)


def draw(
    explainer: Explainer, figure: str, form: Form = WIDE, view: View | None = None, **more: Any
) -> FigureDict:
    """A figure drawn under a view."""
    return figures.declared(figure, scene(explainer, figure, view, **more), form)


def trace(drawn: FigureDict, name: str) -> dict[str, Any]:
    """The trace of that name, or one that holds nothing."""
    empty = {"x": (), "y": (), "text": (), "customdata": (), "marker": {"color": ()}}
    return next((found for found in drawn["data"] if found.get("name") == name), empty)


def words(drawn: FigureDict) -> list[str]:
    """Every text of a figure, as read."""
    return [
        re.sub("<[^>]+>|[\u2066-\u2069]", "", text.replace("<br>", " "))
        for text in trace(drawn, "labels")["text"]
    ]


def said(drawn: FigureDict) -> str:
    """All of a figure's words."""
    return " | ".join(words(drawn)).replace("\u00a0", " ")


def held(drawn: FigureDict) -> list[str]:
    """The events of each mark, in one text."""
    return [names for (names,) in trace(drawn, "events")["customdata"]]


def ids(drawn: FigureDict) -> set[str]:
    """The events a figure draws."""
    return {name for names in held(drawn) for name in names.split()}


def marks(drawn: FigureDict, event: str) -> list[tuple[float, float, str, str]]:
    """Each mark of an event: x, y, symbol, colour."""
    found = trace(drawn, "events")
    return [
        (x, y, symbol, colour)
        for x, y, symbol, colour, names in zip(
            found["x"],
            found["y"],
            found["marker"]["symbol"],
            found["marker"]["color"],
            held(drawn),
            strict=True,
        )
        if event in names.split()
    ]


def rectangles(drawn: FigureDict, role: Role) -> list[dict[str, Any]]:
    """The filled areas of one colour."""
    return [shape for shape in drawn["layout"]["shapes"] if shape["fillcolor"] == LIGHT[role]]
