"""What each figure says: where things stand, what is written, what is emphasised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from boxes import mistakes

from explainer import figures
from explainer.checks import loader
from explainer.content import selection
from explainer.content.chronology import earliest
from explainer.content.explainer import Explainer
from explainer.content.figures import Mark
from explainer.figures import implications, reasons, sources
from explainer.figures.canvas import NARROW, PRESENTER, SQUARISH, WIDE, FigureDict, Form, Paper
from explainer.figures.palette import Role, colours
from explainer.figures.parts.scene import Scene, entries
from explainer.reading.view import View
from explainer.takeaway.handout import PRINT

EXPLAINER: Explainer = loader.load()
FORMS = (WIDE, NARROW, PRESENTER, SQUARISH)
LIGHT = colours("light")
GREYS = {LIGHT[Role.FADED], LIGHT[Role.FADED_TEXT]}
VIEWS = {
    "as first seen": View(),
    "only the brief": View(scope="brief"),
    "what happened next": View(scope="afterwards"),
    "one actor": View(actors=("russia",)),
    "one actor, only the brief": View(actors=("china",), scope="brief"),
}


def scene(figure: str, view: View | None = None, **more: Any) -> Scene:
    """A figure's scene under a view, without a step."""
    view = view or View()
    shown = frozenset(
        name for name in selection.event_ids(EXPLAINER, figure) if view.shows(EXPLAINER.event[name])
    )
    return replace(Scene(EXPLAINER, shown, afterwards=view.scope == "afterwards"), **more)


def draw(figure: str, form: Form = WIDE, view: View | None = None, **more: Any) -> FigureDict:
    """A figure drawn under a view."""
    return figures.DRAW[figure](scene(figure, view, **more), form)


def trace(drawn: FigureDict, name: str) -> dict[str, Any]:
    """The trace of that name, or one that holds nothing."""
    empty = {"x": (), "y": (), "text": (), "customdata": (), "marker": {"color": ()}}
    return next((found for found in drawn["data"] if found.get("name") == name), empty)


def words(drawn: FigureDict) -> list[str]:
    """Every text of a figure, as read."""
    return [
        re.sub(r"<[^>]+>", "", text.replace("<br>", " ")) for text in trace(drawn, "labels")["text"]
    ]


def said(drawn: FigureDict) -> str:
    """All of a figure's words."""
    return " | ".join(words(drawn)).replace("\u00a0", " ")


def ids(drawn: FigureDict) -> set[str]:
    """The events a figure draws."""
    return {name for (held,) in trace(drawn, "events")["customdata"] for name in held.split()}


def marks(drawn: FigureDict, event: str) -> list[tuple[float, float, str, str]]:
    """Each mark of an event: x, y, symbol, colour."""
    found = trace(drawn, "events")
    return [
        (x, y, symbol, colour)
        for x, y, symbol, colour, (held,) in zip(
            found["x"],
            found["y"],
            found["marker"]["symbol"],
            found["marker"]["color"],
            found["customdata"],
            strict=True,
        )
        if event in held.split()
    ]


def rectangles(drawn: FigureDict, role: Role) -> list[dict[str, Any]]:
    """The filled areas of one colour."""
    return [shape for shape in drawn["layout"]["shapes"] if shape["fillcolor"] == LIGHT[role]]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("figure", [name for name in figures.DRAW if name != "seminar"])
def test_a_figure_draws_exactly_the_events_that_pass_the_filters(
    figure: str, view: View, form: Form
) -> None:
    shown = scene(figure, view).shown
    assert ids(draw(figure, form, view)) == shown


@pytest.mark.parametrize("form", [WIDE, NARROW, PRINT], ids=["wide", "narrow", "print"])
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_text_touches_another_or_leaves_its_sheet(view: View, form: Form) -> None:
    for figure in figures.DRAW:
        assert mistakes(draw(figure, form, view), form) == [], figure


@pytest.mark.parametrize(
    ("second", "wrong"),
    [((0.1, 104), "lies on"), ((0.9, 140), "is cut"), ((0.1, 198), "is cut"), ((0.1, 140), "")],
    ids=["upon the first", "beyond the right edge", "beyond the foot", "well apart"],
)
def test_texts_that_touch_or_leave_the_sheet_are_found(
    second: tuple[float, float], wrong: str
) -> None:
    paper = Paper()
    paper.text(0.1, 100, "One text of some length", 13)
    paper.text(*second, "Another text of some length", 13)
    found = mistakes(paper.figure(200), NARROW)
    assert len(found) == bool(wrong)
    assert all(wrong in said for said in found)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("figure", list(figures.DRAW))
def test_a_figure_is_one_plain_declaration_within_its_paper(figure: str, form: Form) -> None:
    drawn = draw(figure, form)
    height = drawn["layout"]["height"]
    assert drawn["layout"]["yaxis"]["range"] == [height, 0]
    for part in drawn["data"]:
        assert all(0 <= x <= 1 for x in part["x"] if x is not None)
        assert all(0 <= y <= height for y in part["y"] if y is not None)
    assert not drawn["layout"].get("annotations")


@pytest.mark.parametrize(
    ("figure", "page"),
    [(name, "reasons" if name == "comparison" else name) for name in figures.DRAW],
)
def test_a_step_keeps_everything_in_its_place_and_greys_what_it_is_not_about(
    figure: str, page: str
) -> None:
    whole = draw(figure)
    for step in EXPLAINER.page(page).steps:
        focus = frozenset(step.events) & scene(figure).shown
        if not focus:
            continue
        drawn = draw(figure, focus=focus)
        for name in ("events", "labels"):
            assert trace(drawn, name)["x"] == trace(whole, name)["x"]
            assert trace(drawn, name)["y"] == trace(whole, name)["y"]
        for name in scene(figure).shown:
            coloured = {colour not in GREYS for *_, colour in marks(drawn, name)}
            if name in focus:
                assert coloured == {True}
            elif not any(
                name in held.split() and focus & set(held.split()) for held in _held(drawn)
            ):
                assert coloured == {False}


def _held(drawn: FigureDict) -> list[str]:
    return [held for (held,) in trace(drawn, "events")["customdata"]]


@pytest.mark.parametrize("figure", [name for name in figures.DRAW if name != "seminar"])
def test_the_selected_event_gets_a_ring_and_a_bold_label(figure: str) -> None:
    name = next(iter(selection.event_ids(EXPLAINER, figure)))
    drawn = draw(figure, selected=name)
    assert len(trace(drawn, "selected")["x"]) >= 1
    assert not trace(draw(figure), "selected")["x"]


def test_one_selection_is_ringed_at_every_scale_of_the_timeline() -> None:
    assert len(trace(draw("timeline", selected="kim-xi-summit-2025"), "selected")["x"]) == 3


def test_a_projected_step_names_at_most_ten_events_and_fits_the_screen() -> None:
    for page in ("overview", "timeline", "reasons", "implications", "limits", "sources"):
        for step in EXPLAINER.page(page).steps:
            focus = frozenset(step.events)
            drawn = draw(page, PRESENTER, focus=focus)
            if focus:
                assert drawn["layout"]["height"] <= 790, (page, step.title)
            labels = {event.label for event in EXPLAINER.events}
            named = [text for text in words(drawn) if any(text.endswith(label) for label in labels)]
            assert len(named) <= 10, (page, step.title)
            smallest = min(trace(drawn, "labels")["textfont"]["size"])
            assert smallest >= 0.021 * 1080, (page, step.title)


def test_each_panel_of_the_timeline_says_its_scale_and_the_focus_is_a_line() -> None:
    panels = EXPLAINER.timeline.figure.panels
    text = said(draw("timeline"))
    for panel in panels:
        assert panel.title in text
        assert panel.scale in text
    assert text.count(EXPLAINER.about.focus.line) == 2


def test_the_gap_between_the_meetings_is_written_out() -> None:
    assert "Kim and Xi do not meet for six years and two months" in said(draw("timeline"))
    without = View(actors=("russia",))
    assert "do not meet" not in said(draw("timeline", view=without))


def test_the_stay_is_drawn_as_long_as_it_lasted() -> None:
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


def test_the_overview_strip_is_true_to_scale() -> None:
    drawn = draw("overview")
    in_1961, in_1983 = (
        marks(drawn, name)[0][0] for name in ("china-dprk-treaty-1961", "kim-jong-il-china-1983")
    )
    per_year = (in_1983 - in_1961) / ((datetime(1983, 6, 16) - datetime(1961, 7, 9)).days / 365.25)
    assert per_year * 76.7 == pytest.approx(0.979, abs=0.01)
    assert EXPLAINER.about.focus.line in said(drawn)


def test_a_ribbon_is_as_wide_as_its_state_is_close() -> None:
    drawn = draw("reasons")
    bands = [shape for shape in rectangles(drawn, Role.BLUE) if shape["x0"] == pytest.approx(0.528)]
    widths = {round((shape["x1"] - shape["x0"]) / 0.083, 2) for shape in bands}
    states = {state.id: state.width for state in EXPLAINER.relations.states}
    assert widths == {states["close"], states["working"], states["strained"], states["mending"]}


@pytest.mark.parametrize(
    ("view", "has", "lacks"),
    [
        (View(), ("1.26 Jan–Jun", "≈ 2.1", "0.318"), ("2.73",)),
        (View(scope="afterwards"), ("2.73", "≈ 2.1"), ("1.26",)),
    ],
    ids=["as first seen", "what happened next"],
)
def test_the_series_shows_what_was_known_and_says_what_is_approximate(
    view: View, has: tuple[str, ...], lacks: tuple[str, ...]
) -> None:
    text = words(draw("reasons", view=view))
    assert all(word in text for word in has)
    assert not any(word in text for word in lacks)


def test_approximate_values_are_drawn_as_approximate() -> None:
    series = next(s for s in EXPLAINER.series if s.id == EXPLAINER.reasons.figure.series)
    shown = reasons.values(scene("reasons"), series, EXPLAINER.reasons.figure.series_from.at)
    dashed = [
        shape
        for shape in draw("reasons")["layout"]["shapes"]
        if shape["line"].get("dash") == "dash" and shape["x0"] == pytest.approx(0.872)
    ]
    assert len(dashed) == sum(value.approximate for value in shown)


def test_both_courses_of_the_comparison_have_the_same_scale() -> None:
    first, second = EXPLAINER.reasons.comparison.columns  # type: ignore[union-attr]
    assert abs((first.end.at - first.start.at).days - (second.end.at - second.start.at).days) <= 1
    text = said(draw("comparison"))
    assert "two years and eight months" in text
    assert "two years and nine months" in text


@pytest.mark.parametrize(
    ("period", "counts"), [(0, (5, 1, 3, 3)), (1, (1, 1, 0, 0))], ids=["then", "now"]
)
def test_meetings_are_counted_whatever_the_filters_hide(
    period: int, counts: tuple[int, ...]
) -> None:
    figure = EXPLAINER.implications.figure
    hidden = scene("implications", View(actors=("united-nations",)))
    for shown in (scene("implications"), hidden):
        found = tuple(
            implications.meetings(shown, figure.periods[period], lane.actor)
            for lane in figure.lanes
        )
        assert found == counts


def test_then_and_now_are_drawn_at_the_same_scale() -> None:
    drawn = draw("implications")

    def px_per_day(first: str, second: str) -> float:
        early, late = (EXPLAINER.event[name] for name in (first, second))
        distance = marks(drawn, second)[0][1] - marks(drawn, first)[0][1]
        return distance / (late.start.at - early.start.at).days

    then = px_per_day("inter-korean-april-2018", "trump-kim-panmunjom-2019")
    now = px_per_day("moscow-victory-day-2025", "kim-xi-summit-2025")
    assert then == pytest.approx(now, rel=0.02)


def test_filled_marks_of_then_and_now_are_meetings() -> None:
    drawn = draw("implications")
    for name in scene("implications").shown:
        filled = {not symbol.endswith("-open") for _, _, symbol, _ in marks(drawn, name)}
        assert filled == {bool(EXPLAINER.event[name].met)}, name


@pytest.mark.parametrize(
    ("event", "symbols"),
    [
        ("unsc-2270", {"square", "diamond"}),
        ("china-russia-veto-2022", {"x-thin"}),
        ("panel-veto-2024", {"square-open", "x-thin"}),
    ],
)
def test_votes_have_one_sign_each(event: str, symbols: set[str]) -> None:
    votes = [found for found in marks(draw("limits"), event) if found[0] > 0.66]
    assert {symbol for _, _, symbol, _ in votes} == symbols


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_signs_between_two_ribbons_say_what_they_mean(form: Form) -> None:
    for mark in EXPLAINER.limits.figure.both:
        assert mark.label
        text = said(draw("limits", form, focus=frozenset(mark.events)))
        assert "↔ " in text
        assert mark.label in text


def test_an_event_stands_in_the_row_of_its_earliest_source() -> None:
    rows, known = EXPLAINER.sources_page.figure.rows, sources.dated(scene("sources"))
    held = {event.id: row.label for row in rows for event in sources.events_of(known, row)}
    assert held["kim-xi-summit-2025"] == "4 September 2025"
    assert held["ussr-dprk-treaty-1961"] == "Before 2016"
    undated = scene("sources").shown - set(held)
    assert all(earliest(EXPLAINER, EXPLAINER.event[name]) is None for name in undated)


def test_a_group_that_a_filter_breaks_up_is_shown_event_by_event() -> None:
    def group(names: Iterable[str]) -> list[Mark]:
        return [Mark(events=tuple(names), label="Six votes")]

    names = ("unsc-2270", "kim-xi-dalian-2018")
    whole = scene("timeline")
    part = scene("timeline", View(actors=("united-nations",)))
    assert [entry.label for entry in entries(whole, group(names))] == ["Six votes"]
    assert [entry.label for entry in entries(part, group(names))] == [
        EXPLAINER.event["unsc-2270"].label
    ]


def test_content_cannot_put_markup_into_a_figure() -> None:
    event = EXPLAINER.event["kim-xi-summit-2025"]
    hostile = event.model_copy(update={"label": "<s>x</s> <a/href='x'> &co"})
    changed = EXPLAINER.model_copy(
        update={"events": tuple(hostile if e is event else e for e in EXPLAINER.events)}
    )
    vars(changed).pop("event", None)
    drawn = figures.DRAW["timeline"](
        Scene(changed, frozenset(selection.event_ids(changed, "timeline"))), WIDE
    )
    text = " ".join(trace(drawn, "labels")["text"])
    assert "&lt;s&gt;x&lt;/s&gt;" in text
    assert "&amp;co" in text
    assert "<s>" not in text
    assert "<a" not in text
