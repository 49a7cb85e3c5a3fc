"""What the figures of bands, periods, votes and courses show beside a step."""

from __future__ import annotations

from dataclasses import replace

import pytest
import scenes
from folders import BRIEF
from scenes import ids, rectangles, said, trace, words
from servers import ROOT

from explainer import figures
from explainer.checks import loader
from explainer.figures.canvas import FigureDict
from explainer.figures.forms import NARROW, POCKET, PRESENTER, SQUARISH, STEP, WIDE, Form
from explainer.figures.parts import series_bars

BRIEFS = {"shipped": loader.load(ROOT / "content"), "tests": loader.load(BRIEF)}
NAMES = ("reasons", "comparison", "implications", "limits")
FIXED = (STEP, POCKET, PRESENTER, SQUARISH)


def waiting(brief: str, figure: str, form: Form) -> FigureDict:
    """A figure while its readers guess."""
    scene = replace(scenes.scene(BRIEFS[brief], figure), shown=frozenset(), waits=True)
    return figures.declared(figure, scene, form)


@pytest.mark.parametrize("form", [WIDE, NARROW, *FIXED], ids=lambda form: form.name)
@pytest.mark.parametrize("figure", NAMES)
@pytest.mark.parametrize("brief", BRIEFS)
def test_what_is_to_be_guessed_is_not_drawn(brief: str, figure: str, form: Form) -> None:
    explainer, drawn = BRIEFS[brief], waiting(brief, figure, form)
    text = said(drawn)
    assert not ids(drawn)
    assert not any(event.label in text for event in explainer.events)
    assert trace(drawn, "labels")["x"]
    if figure in ("reasons", "limits"):
        assert not any(state.name in words(drawn) for state in explainer.relations.states)
        filled = [shape for role in scenes.HUES for shape in rectangles(drawn, role)]
        # Voters' lanes are lines, not bands.
        assert all(shape["x1"] - shape["x0"] < 0.01 for shape in filled)
        assert "↔" not in text
    if figure == "reasons":
        series = next(s for s in explainer.series if s.id == explainer.reasons.figure.series)
        assert not any(series_bars.amount(value) in words(drawn) for value in series.values)
    if figure == "implications":
        assert not any(word.isdecimal() and len(word) < 3 for word in words(drawn))
