"""actors.yaml: who takes part, each with a colour and a shape."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from explainer.content.base import Content, Line, Slug


class Hue(StrEnum):
    """The four actor colours; .streamlit/config.toml gives each a light and a dark value."""

    VIOLET = "violet"
    BLUE = "blue"
    OCHRE = "ochre"
    PLUM = "plum"


class Shape(StrEnum):
    """Marker shapes, so that no actor is told by colour alone."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE_UP = "triangle-up"
    TRIANGLE_DOWN = "triangle-down"
    HEXAGON = "hexagon"


class Actor(Content):
    """A state or body that takes part in events."""

    id: Slug = Field(description="How other files name it; the name in small letters is good.")
    name: Line = Field(description="Its name in full.")
    short: Line = Field(description="A short name for narrow places: at most six letters or so.")
    hue: Hue = Field(description="Its colour; the less important actors may share one.")
    shape: Shape = Field(
        description="Its marker, so that no actor is told by colour alone; best not shared."
    )
