"""Timeline, overview, seminar and sources beside a step: nothing told is lost, all stands still."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import scenes
from boxes import mistakes
from folders import BRIEF, CONTENT
from scenes import GREYS, held, ids, marks, said, trace, words

from explainer.checks import loader
from explainer.content.explainer import Explainer
from explainer.figures import timeline_step
from explainer.figures.canvas import FigureDict
from explainer.figures.forms import POCKET, PRESENTER, SQUARISH, STEP, Form
from explainer.figures.palette import Role
from explainer.reading.view import View

FOLDERS = pytest.mark.parametrize("folder", [BRIEF, CONTENT], ids=["tests' brief", "shipped"])
FORMS = pytest.mark.parametrize(
    "form", [STEP, POCKET, PRESENTER, SQUARISH], ids=["step", "pocket", "presenter", "squarish"]
)
PAGES = pytest.mark.parametrize("page", ["timeline", "overview", "sources", "seminar"])
load = cache(loader.load)


def drawn(folder: Path, page: str, form: Form, view: View | None = None) -> list[FigureDict]:
    """The page's own figure, step by step."""
    explainer: Explainer = load(folder)
    return [
        scenes.draw(explainer, page, form, view, focus=frozenset(step.events), step=number)
        for number, step in enumerate(explainer.page(page).steps, 1)
    ]


@FOLDERS
@FORMS
@PAGES
def test_all_steps_of_a_figure_have_one_height_within_the_screen(
    folder: Path, page: str, form: Form
) -> None:
    (height,) = {figure["layout"]["height"] for figure in drawn(folder, page, form)}
    # What a stage of 4:3 has no room for is drawn smaller there.
    stage = (0, 1000 if form is SQUARISH else 790)
    least, most = {"step": (0, 470), "pocket": (326, 340)}.get(form.name, stage)
    assert least <= height <= most


@FOLDERS
@FORMS
@PAGES
@pytest.mark.parametrize("scope", ["background", "afterwards"])
def test_no_text_of_a_step_touches_another_or_leaves_its_sheet(
    folder: Path, page: str, form: Form, scope: str
) -> None:
    for figure in drawn(folder, page, form, View(scope=scope)):
        assert mistakes(figure, form) == []


@FOLDERS
@FORMS
@pytest.mark.parametrize("page", ["timeline", "sources", "overview"])
def test_each_event_of_a_step_has_a_mark_in_colour_and_a_name_alone_or_in_a_group(
    folder: Path, page: str, form: Form
) -> None:
    explainer = load(folder)
    for step, figure in zip(explainer.page(page).steps, drawn(folder, page, form), strict=True):
        lines = [line.replace("\u00a0", " ") for line in words(figure)]
        names = {line.partition("  ")[2] or line for line in lines}
        for name in set(step.events) & ids(figure):
            assert any(colour not in GREYS for *_, colour in marks(figure, name)), name
            says = trace(figure, "events")["hovertext"]
            called = [
                say for say, some in zip(says, held(figure), strict=True) if name in some.split()
            ]
            assert any(say.endswith(tuple(names)) for say in called), (step.title, name)


@FOLDERS
@FORMS
def test_the_scale_of_the_timeline_stands_still_while_one_panel_is_told(
    folder: Path, form: Form
) -> None:
    explainer = load(folder)
    stood: dict[str, list[list[object]]] = {}
    for step, figure in zip(explainer.timeline.steps, drawn(folder, "timeline", form), strict=True):
        scene = scenes.scene(explainer, "timeline", focus=frozenset(step.events))
        panel = timeline_step.in_focus(scene).id
        texts = trace(figure, "labels")
        ticks = [
            place
            for *place, size, anchor in zip(
                texts["x"],
                texts["y"],
                texts["text"],
                texts["textfont"]["size"],
                texts["textposition"],
                strict=True,
            )
            if size == form.tick and anchor == "middle left"
        ]
        assert stood.setdefault(panel, ticks) == ticks, step.title


@FOLDERS
@FORMS
@PAGES
def test_what_readers_are_to_guess_is_not_drawn(folder: Path, page: str, form: Form) -> None:
    explainer = load(folder)
    figure = scenes.draw(explainer, page, form, shown=frozenset(), waits=True)
    assert figure["layout"]["height"] == drawn(folder, page, form)[0]["layout"]["height"]
    assert not held(figure)
    assert not trace(figure, "selected")["x"]
    # Which day the rows are parted at is part of their scale.
    text = said(figure).replace(explainer.sources_page.figure.divider, "")
    for told in (explainer.about.focus.line, *(event.label for event in explainer.events)):
        assert page == "seminar" or told not in text, told
    for panel in explainer.timeline.figure.panels:
        for gap in panel.gaps:
            assert gap.text.partition("{")[0] not in text


def test_a_step_about_two_events_says_how_long_lies_between_them() -> None:
    assert "about 66 years" in said(drawn(CONTENT, "timeline", STEP)[0])
    assert "about fourteen years" in said(drawn(BRIEF, "timeline", STEP)[0])


def test_many_meetings_stand_in_rows_of_those_who_were_met_with_count_and_span() -> None:
    text = words(drawn(CONTENT, "timeline", STEP)[1])
    meetings = [line.replace("\u00a0", " ") for line in text if "meetings" in line]
    assert meetings == [
        "Apr–Sep 2018  Moon, three meetings",
        "Mar 2018–June 2019  Xi, five meetings",
        "June 2018–June 2019  Trump, three meetings",
    ]


def test_the_length_of_the_stay_is_written_beside_it() -> None:
    for figure in drawn(CONTENT, "timeline", STEP)[3:]:
        assert "about 54 hours" in said(figure)


def test_the_part_of_the_plan_that_a_step_is_about_is_filled() -> None:
    blocks = load(CONTENT).seminar.plans[0].blocks
    figures = drawn(CONTENT, "seminar", STEP)
    filled = [len(scenes.rectangles(figure, Role.INK)) for figure in figures]
    assert filled == [1, 1, 1, 1, 2]
    for figure, block in zip(figures, blocks, strict=False):
        assert block.title in said(figure)
