"""Names for the colours in ``.streamlit/config.toml``, and the rules that follow a theme switch."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

from explainer.content.actors import Hue

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


class Role(StrEnum):
    """What a colour is for; the order is that of ``chartCategoricalColors``."""

    VIOLET = "violet"
    BLUE = "blue"
    OCHRE = "ochre"
    PLUM = "plum"
    INK = "ink"
    MUTED = "muted"
    LEADER = "leader"
    PALE = "pale"
    FADED = "faded"
    FADED_TEXT = "faded text"


PROSE = {Hue.VIOLET: "violet", Hue.BLUE: "blue", Hue.OCHRE: "orange", Hue.PLUM: "red"}
"""The theme colour that carries a hue in Markdown, such as ``:violet[●]``."""


@cache
def theme(name: str) -> dict[str, str | list[str]]:
    """The settings of the light or dark theme."""
    settings: dict[str, str | list[str]] = tomllib.loads(CONFIG.read_text("utf-8"))["theme"][name]
    return settings


@cache
def colours(name: str) -> dict[Role, str]:
    """Each role's hex value in the light or dark theme."""
    return dict(zip(Role, theme(name)["chartCategoricalColors"], strict=True))


@cache
def rgb(value: str) -> str:
    """A hex colour as Plotly writes it into SVG: ``rgb(65, 46, 142)``."""
    return f"rgb({int(value[1:3], 16)}, {int(value[3:5], 16)}, {int(value[5:7], 16)})"


@cache
def stylesheet(scope: str) -> str:
    """Rules that turn a figure's light colours into the dark ones when the theme is dark.

    Plotly writes colours into the SVG once; a live theme switch would leave them behind. So each
    light value, used for one role only, is matched inside ``scope`` and answered with both.
    """
    rules = []
    for role in Role:
        light, dark = colours("light")[role], colours("dark")[role]
        for what in ("fill", "stroke"):
            rules.append(
                f'{scope} svg [style*="{what}: {rgb(light)}"]'
                f"{{{what}:light-dark({light},{dark})!important}}"
            )
    return "\n".join(rules)


SURFACES = {
    "paper": "backgroundColor",
    "panel": "secondaryBackgroundColor",
    "ink": "textColor",
    "grey": "grayTextColor",
    "rule": "borderColor",
}
"""The settings of the theme that words and surfaces use, by their names in stylesheets."""


@cache
def variables() -> str:
    """The colours of words and surfaces as properties of a style, each for both themes."""
    names = SURFACES | {hue.value: f"{PROSE[hue]}TextColor" for hue in Hue}
    return "".join(
        f"--{name}:light-dark({theme('light')[key]},{theme('dark')[key]});"
        for name, key in names.items()
    )
