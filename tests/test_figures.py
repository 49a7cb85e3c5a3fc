"""What each figure says: where things stand, what is written, what is emphasised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import DEFAULT, patch

import pytest
import scenes
from boxes import mistakes, read
from folders import BRIEF, CONTENT
from scenes import GREYS, held, ids, marks, rectangles, said, trace, words

from explainer import figures
from explainer.checks import loader
from explainer.content import selection
from explainer.content.chronology import earliest, moment
from explainer.content.explainer import Explainer
from explainer.content.figures import Mark, scale_words
from explainer.figures import implications, sources
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import NARROW, POCKET, PRESENTER, SQUARISH, STEP, WIDE, Form
from explainer.figures.palette import Role
from explainer.figures.parts import column, draw_rows, series_bars
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.scene import Scene, entries
from explainer.figures.parts.stack import stacked
from explainer.reading.view import View
from explainer.takeaway.handout import PRINT

EXPLAINER: Explainer = loader.load(BRIEF)
FORMS = (WIDE, NARROW, PRESENTER, SQUARISH, STEP)
FIXED = (STEP, POCKET, PRESENTER, SQUARISH)
VIEWS = {
    "as first seen": View(),
    "only the brief": View(scope="brief"),
    "what happened next": View(scope="afterwards"),
    "one actor": View(actors=("ostermond",)),
    "one actor, only the brief": View(actors=("qantara",), scope="brief"),
}


scene, draw = partial(scenes.scene, EXPLAINER), partial(scenes.draw, EXPLAINER)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("figure", [name for name in EXPLAINER.figures if name != "seminar"])
def test_a_figure_draws_exactly_the_events_that_pass_the_filters(
    figure: str, view: View, form: Form
) -> None:
    shown = scene(figure, view).shown
    assert ids(draw(figure, form, view)) == shown


@pytest.mark.parametrize("form", [WIDE, NARROW, PRINT], ids=["wide", "narrow", "print"])
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_text_touches_another_or_leaves_its_sheet(view: View, form: Form) -> None:
    for figure in EXPLAINER.figures:
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
@pytest.mark.parametrize("figure", list(EXPLAINER.figures))
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
    [(name, page) for page in EXPLAINER.about.pages for name in EXPLAINER.figures_of(page)],
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
                name in some.split() and focus & set(some.split()) for some in held(drawn)
            ):
                assert coloured == {False}


@pytest.mark.parametrize("figure", [name for name in EXPLAINER.figures if name != "seminar"])
def test_the_selected_event_gets_a_ring_and_a_bold_label(figure: str) -> None:
    name = next(iter(selection.event_ids(EXPLAINER, figure)))
    drawn = draw(figure, selected=name)
    assert len(trace(drawn, "selected")["x"]) >= 1
    assert not trace(draw(figure), "selected")["x"]


def test_one_selection_is_ringed_at_every_scale_of_the_timeline() -> None:
    assert len(trace(draw("timeline", selected="vote-2024"), "selected")["x"]) == 3


def test_a_projected_step_fits_the_screen_in_type_that_the_last_row_reads() -> None:
    for page in ("overview", "timeline", "reasons", "implications", "limits", "sources"):
        for step in EXPLAINER.page(page).steps:
            focus = frozenset(step.events)
            drawn = draw(page, PRESENTER, focus=focus)
            if focus:
                assert drawn["layout"]["height"] <= 790, (page, step.title)
            smallest = min(trace(drawn, "labels")["textfont"]["size"])
            assert smallest >= 0.021 * 1080, (page, step.title)


def steps(explainer: Explainer, form: Form) -> Iterator[tuple[str, Scene, FigureDict, list[Any]]]:
    """Each figure of each step: its place in words, scene, drawing, and stacks of labels."""
    for page in explainer.about.pages:
        for step in explainer.page(page).steps:
            for figure in explainer.figures_of(page):
                shown = scenes.scene(explainer, figure, focus=frozenset(step.events))
                with patch.object(draw_rows, "stacked", wraps=stacked) as asked:
                    laid: list[Any] = []
                    asked.side_effect = lambda *given, laid=laid: laid.append(given) or DEFAULT
                    drawn = figures.declared(figure, shown, form)
                stacks = [stacked(*given) for given in laid]
                yield f"{figure}, {step.title}", shown, drawn, stacks


@pytest.mark.parametrize("folder", [BRIEF, CONTENT], ids=["tests' brief", "shipped brief"])
@pytest.mark.parametrize("form", FIXED, ids=["step", "pocket", "presenter", "squarish"])
def test_a_step_s_labels_stand_within_forty_px_of_their_marks_or_are_numbered(
    form: Form, folder: Path
) -> None:
    near = 40 * form.label / 13 + 0.1
    for place, _, _, stacks in steps(loader.load(folder), form):
        for stack in stacks:
            for row, at in stack.places:
                assert at.keyed or abs(at.centre - row.y) <= near, (place, row.words)


@pytest.mark.parametrize("form", FIXED, ids=["step", "pocket", "presenter", "squarish"])
def test_a_numbered_label_and_its_mark_have_the_same_number(form: Form) -> None:
    found = 0
    for place, _, drawn, _ in steps(loader.load(CONTENT), form):
        texts, some = trace(drawn, "labels"), trace(drawn, "events")
        at = {
            (x, y): read(text)
            for x, y, text in zip(texts["x"], texts["y"], texts["text"], strict=True)
        }
        badges = [
            (int(at[x, y]), names)
            for x, y, names in zip(some["x"], some["y"], held(drawn), strict=True)
            if at.get((x, y), "").isdigit()
        ]
        found += len(badges)
        assert [number for number, _ in badges] == list(range(1, len(badges) + 1)), place
        ranges = [text for text in words(drawn) if re.fullmatch(r"\d+(\u2013\d+)?", text)]
        for number, names in badges:
            beside = [r for r in ranges if within(number, r)]
            assert len(beside) >= 2, (place, number, "once in the key and once beside the mark")
            assert len(marks(drawn, names.split()[0])) >= 2, (place, names)
    assert found


def within(number: int, words: str) -> bool:
    """Whether a number is one of those that a text such as “2–4” stands for."""
    first, _, last = words.partition("\u2013")
    return int(first) <= number <= int(last or first)


@pytest.mark.parametrize("form", FIXED, ids=["step", "pocket", "presenter", "squarish"])
def test_no_label_of_what_a_step_is_about_is_thinned_out(form: Form) -> None:
    explainer = loader.load(CONTENT)
    for step in explainer.timeline.steps:
        focus = frozenset(step.events)
        shown = scenes.scene(explainer, "timeline", focus=focus)
        found = list(entries(shown, explainer.timeline.figure.panels[1].marks))
        about = [entry for entry in found if focus.intersection(entry.ids)]
        start, end = explainer.timeline.figure.panels[1].start.at, datetime(2030, 1, 1)
        beside = column.Column(start, end, 60, 400, {}, 0.1, 0.2, 0.3, 30)
        rows = event_rows(shown, form, beside, found, "day")
        named = [row.entry for row in rows if row.named]
        assert named == (about if focus else named), step.title
        last = stacked(form, beside, rows)
        assert len(last.places) == len(named) or not focus


def test_each_panel_of_the_timeline_says_its_scale_and_the_focus_is_a_line() -> None:
    panels = EXPLAINER.timeline.figure.panels
    text = said(draw("timeline"))
    for panel in panels:
        assert panel.title in text
        assert scale_words(panel) in text
    assert text.count(EXPLAINER.about.focus.line) == 2


def test_a_gap_is_written_out_where_its_events_are_shown() -> None:
    assert "No word from Ostermond for about twelve years" in said(draw("timeline"))
    without = View(actors=("suimon",))
    assert "No word from" not in said(draw("timeline", view=without))


def test_the_stay_is_drawn_as_long_as_it_lasted() -> None:
    drawn = draw("timeline")
    (band,) = [shape for shape in rectangles(drawn, Role.OCHRE) if shape["opacity"] < 0.5]
    begun, ended = (marks(drawn, name)[-1][1] for name in ("hearing-2024", "vote-2024"))
    assert (band["y0"], band["y1"]) == (begun, ended)
    # From Wednesday at 10:00 to Tuesday at 16:40; the supper was on Saturday at about 19:00.
    one_hour = (ended - begun) / (150 + 40 / 60)
    supper = marks(drawn, "supper-2024")[0][1]
    assert supper == pytest.approx(begun + 81 * one_hour, abs=0.2)


def test_the_overview_strip_is_true_to_scale() -> None:
    drawn = draw("overview")
    charter, gate = (marks(drawn, name)[0][0] for name in ("charter-1301", "gate-1964"))
    per_day = (gate - charter) / (datetime(1964, 10, 10) - datetime(1301, 5, 3)).days
    whole = (datetime(2024, 11, 9) - datetime(1190, 1, 1)).days
    assert per_day * whole == pytest.approx(0.979, abs=0.01)
    assert EXPLAINER.about.focus.line in said(drawn)


def test_a_ribbon_is_as_wide_as_its_state_is_close() -> None:
    drawn = draw("reasons")
    bands = [shape for shape in rectangles(drawn, Role.BLUE) if shape["x0"] == pytest.approx(0.528)]
    widths = {round((shape["x1"] - shape["x0"]) / 0.083, 2) for shape in bands}
    states = {state.id: state.width for state in EXPLAINER.relations.states}
    assert widths == {states["one-purse"], states["two-purses"], states["in-court"]}


@pytest.mark.parametrize(
    ("view", "has", "lacks"),
    [
        (View(), ("1,180 Jan–Jun", "≈ 2,100", "640"), ("2,345",)),
        (View(scope="afterwards"), ("2,345", "≈ 2,100"), ("1,180",)),
    ],
    ids=["as first seen", "what happened next"],
)
def test_the_series_shows_what_was_known_and_says_what_is_approximate(
    view: View, has: tuple[str, ...], lacks: tuple[str, ...]
) -> None:
    text = words(draw("reasons", view=view))
    assert all(word in text for word in has)
    assert not any(word in said for word in lacks for said in text)


def test_approximate_values_are_drawn_as_approximate() -> None:
    figure = EXPLAINER.reasons.figure
    series = next(s for s in EXPLAINER.series if s.id == figure.series)
    shown = series_bars.values(scene("reasons"), series, (figure.series_from or figure.start).at)
    dashed = [
        shape
        for shape in draw("reasons")["layout"]["shapes"]
        if shape["line"].get("dash") == "dash" and shape["x0"] == pytest.approx(0.872)
    ]
    assert len(dashed) == sum(value.approximate for value in shown) == 2


def test_both_courses_of_the_comparison_have_the_same_scale() -> None:
    first, second = EXPLAINER.reasons.comparison.columns  # type: ignore[union-attr]
    assert abs((first.end.at - first.start.at).days - (second.end.at - second.start.at).days) <= 1
    text = said(draw("comparison"))
    assert "about three years of drawing" in text
    assert "about eleven years and one month of drawing" in text


@pytest.mark.parametrize(
    ("period", "counts"), [(0, (1, 1, 0)), (1, (2, 1, 1))], ids=["then", "now"]
)
def test_meetings_are_counted_whatever_the_filters_hide(
    period: int, counts: tuple[int, ...]
) -> None:
    figure = EXPLAINER.implications.figure
    hidden = scene("implications", View(actors=("suimon",), scope="brief"))
    assert len(hidden.shown) < len(scene("implications").shown)
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
        return distance / (moment(late) - moment(early)).days

    then = px_per_day("vote-1953", "drawings-1953")
    now = px_per_day("levy-2024", "hearing-2024")
    assert then == pytest.approx(now, rel=0.02)


def test_filled_marks_of_then_and_now_are_meetings() -> None:
    drawn = draw("implications")
    for name in scene("implications").shown:
        filled = {not symbol.endswith("-open") for _, _, symbol, _ in marks(drawn, name)}
        assert filled == {bool(EXPLAINER.event[name].met)}, name


@pytest.mark.parametrize(
    ("event", "symbols"),
    [
        ("vote-1911", {"triangle-down", "diamond", "square-open"}),
        ("vote-1953", {"triangle-down", "diamond", "square"}),
        ("vote-1998", {"x-thin", "square"}),
        ("vote-2024", {"triangle-down-open", "diamond", "x-thin"}),
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
    told = {event.id: row.label for row in rows for event in sources.events_of(known, row)}
    assert told["vote-2024"] == "2024 السنة"
    assert told["drawings-1953"] == "1900 to 2023"
    assert told["flood-1287"] == "Before 1900"
    undated = scene("sources").shown - set(told)
    assert undated == {"purse-1872"}
    assert all(earliest(EXPLAINER, EXPLAINER.event[name]) is None for name in undated)


def test_a_group_that_a_filter_breaks_up_is_shown_event_by_event() -> None:
    def group(names: Iterable[str]) -> list[Mark]:
        return [Mark(events=tuple(names), label="A vote and a gate")]

    names = ("vote-1911", "gate-1964")
    whole = scene("timeline")
    part = scene("timeline", View(actors=("ostermond",)))
    assert [entry.label for entry in entries(whole, group(names))] == ["A vote and a gate"]
    assert [entry.label for entry in entries(part, group(names))] == [
        EXPLAINER.event["vote-1911"].label
    ]


def test_content_cannot_put_markup_into_a_figure() -> None:
    event = EXPLAINER.event["vote-2024"]
    hostile = event.model_copy(update={"label": "<s>x</s> <a/href='x'> &co"})
    changed = EXPLAINER.model_copy(
        update={"events": tuple(hostile if e is event else e for e in EXPLAINER.events)}
    )
    vars(changed).pop("event", None)
    shown = Scene(changed, frozenset(selection.event_ids(changed, "timeline")))
    drawn = figures.declared("timeline", shown, WIDE)
    text = " ".join(trace(drawn, "labels")["text"])
    assert "&lt;s&gt;x&lt;/s&gt;" in text
    assert "&amp;co" in text
    assert "<s>" not in text
    assert "<a" not in text
