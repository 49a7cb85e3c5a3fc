"""Marks of different events never lie on each other, and every mark stays at its own day."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import BRIEF, CONTENT
from outlines import outlines, overlaps
from scenes import scene

from explainer import figures
from explainer.authoring import new
from explainer.checks import loader
from explainer.content.explainer import Explainer
from explainer.figures.canvas import Paper
from explainer.figures.forms import (
    BROAD,
    NARROW,
    POCKET,
    PRESENTER,
    SQUARISH,
    STEP,
    TALLER,
    WIDE,
    Form,
)
from explainer.figures.palette import Role
from explainer.reading.seen import Seen
from explainer.reading.view import SCOPES, View
from explainer.takeaway import handout

WHOLE = {"wide": WIDE, "narrow": NARROW, "print": handout.PRINT}
FIXED = {
    "step": STEP,
    "pocket": POCKET,
    "stage": PRESENTER,
    "squarish": SQUARISH,
    "taller": TALLER,
    "broad": BROAD,
}
FOLDERS = {
    "the tests' own brief": BRIEF,
    "the starter": new.STARTER,
    "the second example": Path(__file__).parent.parent / "docs/example/content",
    "the shipped brief": CONTENT,
}


@pytest.fixture(params=FOLDERS.values(), ids=list(FOLDERS), scope="module")
def explainer(request: pytest.FixtureRequest) -> Explainer:
    """The content of one folder."""
    return loader.load(request.param)


@pytest.mark.parametrize("form", WHOLE.values(), ids=list(WHOLE))
@pytest.mark.parametrize("scope", SCOPES)
def test_in_a_whole_figure_no_mark_lies_on_that_of_another_event(
    explainer: Explainer, form: Form, scope: str
) -> None:
    wrong = [
        f"{name}: {said}"
        for name in explainer.figures
        for said in overlaps(
            figures.declared(name, scene(explainer, name, View(scope=scope)), form), form
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("form", FIXED.values(), ids=list(FIXED))
@pytest.mark.parametrize("scope", SCOPES)
def test_in_no_step_a_mark_lies_on_that_of_another_event(
    explainer: Explainer, form: Form, scope: str
) -> None:
    wrong = []
    for page_name, page in explainer.pages.items():
        for step in range(1, len(page.steps) + 1):
            seen = Seen(explainer, page_name, page, View(step=step, scope=scope))
            for name in explainer.figures_of(page_name):
                drawn = figures.declared(name, seen.scene(name), form)
                wrong += [f"{name} {step}: {said}" for said in overlaps(drawn, form)]
    assert wrong == []


@pytest.mark.parametrize(
    ("shapes", "away", "overlapping"),
    [
        (("circle", "circle"), (8, 0), 1),
        (("circle", "circle"), (12, 0), 0),
        (("diamond", "diamond"), (0, 12), 1),
        (("diamond", "diamond"), (12, 12), 0),
        (("square", "square"), (9, 9), 1),
        (("square", "square"), (12, 3), 0),
    ],
)
def test_marks_that_lie_on_each_other_are_found(
    shapes: tuple[str, str], away: tuple[float, float], overlapping: int
) -> None:
    paper = Paper()
    paper.mark(0.5, 50, shapes[0], 12, Role.BLUE, event="one")
    paper.mark(0.5 + WIDE.x(away[0]), 50 + away[1], shapes[1], 12, Role.BLUE, event="other")
    assert len(overlaps(paper.figure(100), WIDE)) == overlapping


def test_marks_of_one_event_may_stand_on_each_other() -> None:
    paper = Paper()
    for y in (50, 52):
        paper.mark(0.5, y, "circle", 12, Role.BLUE, event="one")
    assert len(list(outlines(paper.figure(100), WIDE))) == 2
    assert overlaps(paper.figure(100), WIDE) == []
