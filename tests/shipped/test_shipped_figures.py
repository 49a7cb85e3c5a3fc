"""The figures of the shipped brief: readable in every form, and true to what it says."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import pytest
import scenes
from boxes import mistakes
from folders import CONTENT
from scenes import ids, marks, rectangles, said, trace, words

from explainer.checks import loader
from explainer.content.explainer import Explainer
from explainer.figures import implications, sources
from explainer.figures.forms import NARROW, PRESENTER, SQUARISH, STEP, WIDE, Form
from explainer.figures.palette import Role
from explainer.reading.view import View
from explainer.takeaway.handout import PRINT

EXPLAINER: Explainer = loader.load(CONTENT)
FORMS = (WIDE, NARROW, PRESENTER, SQUARISH, STEP)
VIEWS = {
    "as first seen": View(),
    "only the brief": View(scope="brief"),
    "what happened next": View(scope="afterwards"),
    "one actor": View(actors=("russia",)),
    "one actor, only the brief": View(actors=("china",), scope="brief"),
}
scene, draw = partial(scenes.scene, EXPLAINER), partial(scenes.draw, EXPLAINER)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_figure_draws_exactly_the_events_that_pass_the_filters(view: View, form: Form) -> None:
    for figure in EXPLAINER.figures:
        if figure != "seminar":
            assert ids(draw(figure, form, view)) == scene(figure, view).shown, figure


@pytest.mark.parametrize("form", [WIDE, NARROW, PRINT], ids=["wide", "narrow", "print"])
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_text_touches_another_or_leaves_its_sheet(view: View, form: Form) -> None:
    for figure in EXPLAINER.figures:
        assert mistakes(draw(figure, form, view), form) == [], figure


def test_a_projected_step_fits_the_screen_in_type_that_the_last_row_reads() -> None:
    for page in ("overview", "timeline", "reasons", "implications", "limits", "sources"):
        for step in EXPLAINER.page(page).steps:
            drawn = draw(page, PRESENTER, focus=frozenset(step.events))
            if step.events:
                assert drawn["layout"]["height"] <= 790, (page, step.title)
            for form in (PRESENTER, SQUARISH, STEP):
                projected = draw(page, form, focus=frozenset(step.events))
                assert mistakes(projected, form) == [], (page, step.title, form.name)
            smallest = min(trace(drawn, "labels")["textfont"]["size"])
            assert smallest >= 0.021 * 1080, (page, step.title)


def test_the_gap_between_the_meetings_is_written_out() -> None:
    assert "Kim and Xi do not meet for six years and two months" in said(draw("timeline"))


def test_the_stay_in_beijing_is_drawn_as_long_as_it_lasted() -> None:
    drawn = draw("timeline")
    (band,) = [shape for shape in rectangles(drawn, Role.VIOLET) if shape["opacity"] < 0.5]
    arrival, departure = (
        marks(drawn, name)[0][1]
        for name in ("kim-arrives-beijing-2025", "kim-departs-beijing-2025")
    )
    assert (band["y0"], band["y1"]) == (arrival, departure)
    one_hour = (departure - arrival) / 54
    parade = marks(drawn, "victory-day-parade-2025")[0][1]
    assert parade == pytest.approx(arrival + 17 * one_hour, abs=0.2)


def test_the_summit_is_ringed_at_every_scale_of_the_timeline() -> None:
    assert len(trace(draw("timeline", selected="kim-xi-summit-2025"), "selected")["x"]) == 3


def test_the_strip_holds_seventy_seven_years_true_to_scale() -> None:
    drawn = draw("overview")
    in_1961, in_1983 = (
        marks(drawn, name)[0][0] for name in ("china-dprk-treaty-1961", "kim-jong-il-china-1983")
    )
    per_year = (in_1983 - in_1961) / ((datetime(1983, 6, 16) - datetime(1961, 7, 9)).days / 365.25)
    assert per_year * 76.7 == pytest.approx(0.979, abs=0.01)


def test_the_tie_with_china_is_as_wide_as_its_states_are_close() -> None:
    drawn = draw("reasons")
    bands = [shape for shape in rectangles(drawn, Role.BLUE) if shape["x0"] == pytest.approx(0.528)]
    widths = {round((shape["x1"] - shape["x0"]) / 0.083, 2) for shape in bands}
    states = {state.id: state.width for state in EXPLAINER.relations.states}
    assert widths == {states["close"], states["working"], states["strained"], states["mending"]}


@pytest.mark.parametrize(
    ("view", "has", "lacks"),
    [
        (View(), ("1.26 Jan–Jun", "≈ 2.1", "0.318"), ("2.73",)),
        (View(scope="afterwards"), ("2.73", "≈ 2.1"), ("1.26 Jan–Jun",)),
    ],
    ids=["as first seen", "what happened next"],
)
def test_trade_is_shown_as_it_was_known(
    view: View, has: tuple[str, ...], lacks: tuple[str, ...]
) -> None:
    text = words(draw("reasons", view=view))
    assert all(word in text for word in has)
    assert not any(word in text for word in lacks)


def test_both_successors_were_named_about_as_long_before_they_went() -> None:
    text = said(draw("comparison"))
    assert "two years and eight months" in text
    assert "two years and nine months" in text


@pytest.mark.parametrize(
    ("period", "counts"), [(0, (5, 1, 3, 3)), (1, (1, 1, 0, 0))], ids=["then", "now"]
)
def test_meetings_are_counted_as_they_were_held(period: int, counts: tuple[int, ...]) -> None:
    figure = EXPLAINER.implications.figure
    found = (
        implications.meetings(scene("implications"), figure.periods[period], lane.actor)
        for lane in figure.lanes
    )
    assert tuple(found) == counts


@pytest.mark.parametrize(
    ("event", "symbols"),
    [
        ("unsc-2270", {"square", "diamond"}),
        ("china-russia-veto-2022", {"x-thin"}),
        ("panel-veto-2024", {"square-open", "x-thin"}),
    ],
)
def test_votes_are_drawn_as_they_were_cast(event: str, symbols: set[str]) -> None:
    votes = [found for found in marks(draw("limits"), event) if found[0] > 0.66]
    assert {symbol for _, _, symbol, _ in votes} == symbols


def test_events_stand_in_the_row_of_their_earliest_source() -> None:
    rows, known = EXPLAINER.sources_page.figure.rows, sources.dated(scene("sources"))
    held = {event.id: row.label for row in rows for event in sources.events_of(known, row)}
    assert held["kim-xi-summit-2025"] == "4 September 2025"
    assert held["ussr-dprk-treaty-1961"] == "Before 2016"
