"""A brief that has grown: with 300 events or 900 it is as readable, and a step costs as little."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import scenes
from boxes import mistakes
from browser import address_of, visit
from folders import BRIEF, CONTENT
from grown import grow
from markup import Part, parse
from playwright.sync_api import BrowserContext, expect
from scenes import held, ids, trace, words
from served import html, page_at, press
from servers import app

from explainer import figures
from explainer.__main__ import main
from explainer.checks import loader
from explainer.content import importance
from explainer.content.events import Scope
from explainer.content.explainer import Explainer
from explainer.figures import timeline
from explainer.figures.canvas import FigureDict
from explainer.figures.forms import NARROW, POCKET, PRESENTER, SQUARISH, STEP, WIDE, Form
from explainer.figures.parts import column
from explainer.figures.parts.crowd import thinned
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.scene import single
from explainer.reading.chronicle import MANY
from explainer.reading.view import View
from explainer.reading.words import Words
from explainer.ui.reader import STORED
from explainer.ui.ways import AppWays

SIZES = (300, 900)
SMALL = loader.load(BRIEF)
WHOLE = {"wide": (WIDE, 1500), "narrow": (NARROW, 1600)}
"""The whole forms, and the px that a panel may take in them."""
COLUMNS = ("timeline", "implications", "reasons", "limits", "comparison")
"""The figures that label events down a column."""
MOST_BYTES = 75_000
"""How large a figure beside a step may be: two or three times that of a brief of 67 events."""


AWAY = """
() => [...document.querySelectorAll(".st-key-events button[data-event]")]
  .map(line => line.dataset.event)
  .find(name => !document.querySelector(`[data-store] > [data-panel="${name}"]`))
"""
"""The first event of the list that is not ready on the page."""


@cache
def grown(number: int) -> Explainer:
    """The tests' brief with so many events."""
    with TemporaryDirectory() as held_in:
        return loader.load(grow(Path(held_in) / "content", number))


def listed(number: int) -> Part:
    """The list of all events of a grown brief."""
    explainer = grown(number)
    ids = tuple(event.id for event in explainer.events)
    return parse(Words(explainer, AppWays(explainer, "timeline", ()))("event.chronicle", ids))


def drawn_step(explainer: Explainer, figure: str, form: Form, at: int) -> FigureDict:
    """A figure at a step of its page."""
    step = explainer.page(figure).steps[at]
    focus, actors = frozenset(step.events), frozenset(step.actors)
    return scenes.draw(explainer, figure, form, focus=focus, actors=actors)


@pytest.mark.parametrize("number", SIZES)
def test_a_grown_brief_passes_the_check(number: int, tmp_path: Path) -> None:
    folder = grow(tmp_path / "content", number)
    assert main(["check", str(folder)]) == 0
    assert len(loader.load(folder).events) == number


def test_what_is_told_and_argued_goes_before_what_is_only_recorded() -> None:
    explainer = grown(300)
    rank = explainer.importance.__getitem__
    assert rank("supper-2024") == importance.STEP
    assert rank("walk-2024") == importance.CLAIM
    assert rank("purse-1872") <= importance.BRIEF
    assert {rank(event.id) for event in explainer.events if event.id.startswith("added")} == {
        importance.BRIEF,
        importance.REST,
    }
    assert all(
        rank(event.id) <= importance.BRIEF
        for event in explainer.events
        if event.scope is Scope.BRIEF
    )


def test_ranks_go_whole_and_the_first_without_room_is_spread_evenly() -> None:
    ranks = [1, 0, 1, 1, 1, 1, 0]
    ys = [0.0, 1.0, 2.0, 3.0, 4.0, 9.0, 10.0]
    assert thinned(ranks, ys, [1.0] * 7, 7) == [0, 1, 2, 3, 4, 5, 6]
    assert thinned(ranks, ys, [1.0] * 7, 2) == [1, 6]
    assert thinned(ranks, ys, [1.0] * 7, 3) == [1, 4, 6]


@pytest.mark.parametrize("view", [View(), View(scope="afterwards")], ids=["brief", "afterwards"])
@pytest.mark.parametrize("form", WHOLE)
@pytest.mark.parametrize("number", SIZES)
def test_a_panel_of_a_whole_figure_is_read_within_two_screens(
    number: int, form: str, view: View
) -> None:
    shape, most = WHOLE[form]
    scene = scenes.scene(grown(number), "timeline", view)
    panels = scene.explainer.timeline.figure.panels
    for figure in COLUMNS:
        drawn = figures.declared(figure, scenes.scene(grown(number), figure, view), shape)
        assert mistakes(drawn, shape) == []
        if form == "wide":
            assert drawn["layout"]["height"] <= most + 40, figure
    for panel in panels:
        head = timeline._head(shape, panel, (0.0, 1.0))
        laid = timeline._lay_out(scene, shape, panel, (0.0, 1.0), 0.0, head, 700.0)
        assert laid.below(shape) <= most


@pytest.mark.parametrize("form", WHOLE)
@pytest.mark.parametrize("number", SIZES)
def test_the_most_important_events_are_named_and_every_other_is_still_a_mark(
    number: int, form: str
) -> None:
    explainer, (shape, _) = grown(number), WHOLE[form]
    scene = scenes.scene(explainer, "timeline")
    drawn = figures.declared("timeline", scene, shape)
    assert ids(drawn) == scene.shown
    for panel in explainer.timeline.figure.panels:
        laid = timeline._lay_out(scene, shape, panel, (0.0, 1.0), 0.0, 60.0, 700.0)
        entries = [(row.named, row.entry) for row in laid.rows if row.entry]
        ranks = [
            (is_named, min(explainer.importance[name] for name in entry.ids))
            for is_named, entry in entries
        ]
        least = max((rank for is_named, rank in ranks if is_named), default=0)
        assert all(is_named for is_named, rank in ranks if rank < least)
        assert least > importance.STEP
    assert 60 < sum(" no. " in one for one in words(drawn)) < 200
    assert "events have marks without labels" in scenes.said(drawn)


@pytest.mark.parametrize("form", WHOLE)
@pytest.mark.parametrize("folder", [BRIEF, CONTENT], ids=["invented", "shipped"])
def test_a_brief_of_usual_size_keeps_all_its_labels(folder: Path, form: str) -> None:
    explainer, (shape, _) = loader.load(folder), WHOLE[form]
    for figure in explainer.figures:
        drawn = scenes.draw(explainer, figure, shape, View(scope="afterwards"))
        assert not re.search("without labels?,", scenes.said(drawn))


@pytest.mark.parametrize("number", SIZES)
def test_a_mark_without_a_label_names_what_it_stands_for(number: int) -> None:
    drawn = scenes.draw(grown(number), "timeline", STEP, focus=frozenset({"supper-2024"}))
    found = trace(drawn, "events")
    many = [
        says for says, names in zip(found["hovertext"], held(drawn), strict=True) if " " in names
    ]
    assert many
    assert all("more" in says or "votes" in says for says in many)


@pytest.mark.parametrize("form", [STEP, POCKET, PRESENTER, SQUARISH], ids=lambda form: form.name)
@pytest.mark.parametrize("figure", COLUMNS)
@pytest.mark.parametrize("number", SIZES)
def test_a_step_has_the_same_size_however_many_events_there_are(
    number: int, figure: str, form: Form
) -> None:
    if figure == "comparison":
        return
    for at in range(len(SMALL.page(figure).steps)):
        small = drawn_step(SMALL, figure, form, at)
        large = drawn_step(grown(number), figure, form, at)
        assert large["layout"]["height"] <= small["layout"]["height"] + 1
        if form is STEP:
            assert len(json.dumps(large)) < MOST_BYTES


@pytest.mark.parametrize("form", [PRESENTER, STEP], ids=lambda form: form.name)
def test_a_form_without_a_step_names_the_most_important_first(form: Form) -> None:
    explainer = grown(900)
    scene = scenes.scene(explainer, "timeline")
    found = [single(scene, event) for event in scene.events(scene.shown)]
    scale = column.Column(found[0].at, found[-1].at, 0, 400, {}, 0, 0.1, 0.2, 40)
    rows = [row for row in event_rows(scene, form, scale, found, "day") if row.named]
    ranks = [explainer.importance[name] for row in rows if row.entry for name in row.entry.ids]
    assert len(rows) == form.most
    assert set(ranks) == {importance.STEP}
    assert [row.spare for row in rows] == [2] * form.most


@pytest.mark.parametrize("number", SIZES)
def test_the_list_is_folded_by_era_and_a_long_era_by_decade_or_year(number: int) -> None:
    eras = [fold for fold in listed(number).all("details") if fold.all("h3")]
    assert len(eras) == len(SMALL.about.eras)
    told: list[str] = []
    for era in eras:
        parts = era.all("details", class_="part")
        lines = [line.has["data-event"] for line in era.all("button") if "data-event" in line.has]
        assert bool(parts) == (len(lines) > MANY)
        names = [part.one("summary").words.split()[0] for part in parts]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"\d{3}0s|\d{4}", name) for name in names)
        inside = sum(len(part.all("button")) for part in parts)
        assert inside == len(lines) or not parts
        told += lines
    assert len(told) == len(set(told)) == number


def test_a_short_era_is_not_folded_again() -> None:
    ids = tuple(event.id for event in SMALL.events)
    words = Words(SMALL, AppWays(SMALL, "timeline", ()))
    assert not parse(words("event.chronicle", ids)).all("details", class_="part")


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a brief of 300 events, which pages show."""
    folder = grow(tmp_path / "content", 300)
    monkeypatch.setenv("EXPLAINER_CONTENT", str(folder))
    return folder


def ready(page: Part) -> list[str]:
    """The ids of the events that are ready on a page, in their order."""
    return [panel.has["data-panel"] for panel in page.one(data_store=True).all("section")]


@pytest.mark.usefixtures("large")
def test_a_page_keeps_the_events_ready_that_its_words_name_and_of_its_list_the_important() -> None:
    page = html(page_at("timeline"))
    kept, listed_ones = ready(page), page.one(data_origin="list").all("button", data_event=True)
    assert len(kept) == STORED < len({line.has["data-event"] for line in listed_ones})
    claims = {name for claim in SMALL.claims for name in claim.evidence if name in SMALL.event}
    here = {line.has["data-event"] for line in page.all("button", data_event=True)} & claims
    assert here <= set(kept)
    told = {name for step in SMALL.timeline.steps for name in step.events}
    assert told <= set(kept)


@pytest.mark.usefixtures("large")
def test_an_event_that_is_not_ready_comes_from_the_server() -> None:
    at = page_at("timeline", step="2")
    page = html(at)
    lines = page.one(data_origin="list").all("button", data_event=True)
    away = next(
        line.has["data-event"] for line in lines if line.has["data-event"] not in ready(page)
    )
    press(at, {"event": away})
    assert html(at).one(class_="st-key-event").has["data-panel"] == away


@pytest.mark.browser
def test_an_event_that_is_not_ready_opens_when_pressed_and_has_the_focus(
    context: BrowserContext, large: Path, tmp_path: Path
) -> None:
    with app(tmp_path / "log.txt", large) as running:
        page = context.new_page()
        visit(page, address_of(running.address, "timeline", "step=2&event=vote-2024"))
        away = page.evaluate(AWAY)
        line = page.locator(f".st-key-events button[data-event={away}]").first
        line.evaluate("line => { for (let a = line; a; a = a.parentElement) a.open = true; }")
        line.click()
        opened = page.locator(f".st-key-event[data-panel={away}]")
        expect(opened).to_be_focused()
        expect(line).to_have_attribute("aria-expanded", "true")
        expect(page.locator(".st-key-event")).to_have_count(1)
        opened.locator("[data-way=close]").click()
        expect(page.locator(".st-key-event")).to_have_count(0)
        expect(line).to_be_focused()


@pytest.mark.parametrize("form", [STEP, PRESENTER], ids=lambda form: form.name)
def test_what_was_in_print_when_has_few_lines_of_marks_however_many_there_are(form: Form) -> None:
    explainer = grown(900)
    scene = scenes.scene(explainer, "sources")
    drawn = figures.declared("sources", scene, form)
    assert ids(drawn) == scene.shown
    assert drawn["layout"]["height"] <= {"step": 470, "presenter": 790}[form.name]
    whole = figures.declared("sources", scene, WIDE)
    assert ids(whole) == scene.shown
    assert whole["layout"]["height"] < WHOLE["wide"][1]
    assert mistakes(whole, WIDE) == []
    assert "events have marks without labels" in scenes.said(whole)
