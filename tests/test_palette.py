"""Every colour can be told from its background, in both themes, and means one thing only."""

from __future__ import annotations

import re

import pytest

from explainer.content.actors import Hue
from explainer.figures.palette import PROSE, Role, colours, rgb, stylesheet, theme

THEMES = ("light", "dark")
MARKS = (Role.VIOLET, Role.BLUE, Role.OCHRE, Role.PLUM, Role.INK, Role.MUTED, Role.LEADER)
TEXTS = (Role.INK, Role.MUTED, Role.FADED_TEXT)
THEME_TEXTS = (
    "textColor",
    "linkColor",
    "codeTextColor",
    "grayTextColor",
    "violetTextColor",
    "blueTextColor",
    "orangeTextColor",
    "redTextColor",
)
GROUNDS = ("backgroundColor", "secondaryBackgroundColor")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    assert re.fullmatch("#[0-9A-F]{6}", colour), colour
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def setting(name: str, key: str) -> str:
    value = theme(name)[key]
    assert isinstance(value, str)
    return value


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        pytest.param("#000000", "#FFFFFF", 21, id="black on white"),
        pytest.param("#767676", "#FFFFFF", 4.54, id="the grey that just passes"),
        pytest.param("#FFFFFF", "#FFFFFF", 1, id="white on white"),
    ],
)
def test_contrast_is_counted_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", MARKS)
def test_marks_and_lines_stand_out_from_the_page(name: str, role: Role) -> None:
    assert contrast(colours(name)[role], setting(name, "backgroundColor")) >= 3


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", MARKS)
def test_marks_and_lines_stand_out_from_the_shading_behind_them(name: str, role: Role) -> None:
    assert contrast(colours(name)[role], colours(name)[Role.PALE]) >= 3


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", TEXTS)
def test_figure_text_is_readable_on_the_page_and_on_shading(name: str, role: Role) -> None:
    assert contrast(colours(name)[role], setting(name, "backgroundColor")) >= 4.5
    assert contrast(colours(name)[role], colours(name)[Role.PALE]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("key", THEME_TEXTS)
def test_prose_is_readable_in_every_colour(name: str, ground: str, key: str) -> None:
    assert contrast(setting(name, key), setting(name, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_borders_of_controls_stand_out(name: str) -> None:
    assert contrast(setting(name, "borderColor"), setting(name, "backgroundColor")) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_what_a_step_is_not_about_is_still_seen_on_everything_that_it_stands_on(name: str) -> None:
    """It is smaller or thinner instead of paler."""
    for ground in (setting(name, "backgroundColor"), colours(name)[Role.PALE]):
        assert contrast(colours(name)[Role.FADED], ground) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_there_are_ten_roles_and_each_has_a_colour_of_its_own(name: str) -> None:
    assert len(Role) == 10
    assert list(colours(name)) == list(Role)
    assert len(set(colours(name).values())) == 10


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("hue", Hue)
def test_an_actor_has_the_same_colour_in_prose_and_in_figures(name: str, hue: Hue) -> None:
    assert setting(name, f"{PROSE[hue]}Color") == colours(name)[Role(hue.value)]


def test_a_theme_switch_recolours_every_role() -> None:
    rules = stylesheet(".here")
    for role in Role:
        light, dark = colours("light")[role], colours("dark")[role]
        for what in ("fill", "stroke"):
            found = f'.here svg [style*="{what}: {rgb(light)}"]'
            assert rules.count(found) == 1
            assert f"{found}{{{what}:light-dark({light},{dark})!important}}" in rules


def test_no_colour_in_the_page_is_found_inside_another() -> None:
    values = [rgb(colour) for colour in colours("light").values()]
    assert not [(a, b) for a in values for b in values if a != b and a in b]


def test_hex_is_written_as_plotly_writes_it() -> None:
    assert rgb("#412E8E") == "rgb(65, 46, 142)"
