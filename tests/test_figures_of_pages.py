"""Which figures there are is said by the fields of the pages, and nowhere else."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
import scenes
from folders import BRIEF

from explainer import figures
from explainer.checks import loader
from explainer.content import selection
from explainer.content.base import every_model
from explainer.content.events import Attendance
from explainer.content.explainer import Explainer
from explainer.content.figures import ComparisonFigure, Figure, StripFigure
from explainer.content.pages import TimelinePage
from explainer.figures.forms import NARROW, POCKET, PRESENTER, SQUARISH, STEP, WIDE, Form
from explainer.figures.parts.scene import Scene

EXPLAINER: Explainer = loader.load(BRIEF)
PACKAGE = Path(figures.__file__).parents[1]
BARE = Scene(EXPLAINER, frozenset())
ASKED: dict[str, Callable[[str], object]] = {
    "its events": lambda name: selection.event_ids(EXPLAINER, name),
    "its actors": lambda name: selection.actor_ids(EXPLAINER, name),
    "its legend": lambda name: selection.legend(EXPLAINER, name, ()),
    "its drawing": lambda name: figures.draw(name, BARE, WIDE),
    "the figures of a page": EXPLAINER.figures_of,
}


class TwoFigures(TimelinePage):
    """A page with room for figures of its own that no code has heard of."""

    afterthought: StripFigure | None = None
    parallel: ComparisonFigure | None = None


def with_two_figures() -> Explainer:
    held = {name: getattr(EXPLAINER.timeline, name) for name in TimelinePage.model_fields}
    page = TwoFigures(**held, afterthought=EXPLAINER.overview.figure)
    return Explainer(
        **{name: getattr(EXPLAINER, name) for name in Explainer.model_fields} | {"timeline": page}
    )


@pytest.mark.parametrize("page", EXPLAINER.about.pages)
def test_a_page_s_own_figure_comes_first_and_has_its_name(page: str) -> None:
    assert next(iter(EXPLAINER.figures_of(page))) == page


def test_the_figures_of_all_pages_stand_in_the_order_of_the_menu() -> None:
    every = [name for page in EXPLAINER.about.pages for name in EXPLAINER.figures_of(page)]
    assert list(EXPLAINER.figures) == every
    assert len(every) == len(set(every)), "two pages have a figure of one name"
    assert {"overview", "timeline", "reasons", "comparison", "sources"} < set(every)


def test_another_figure_of_a_page_is_known_by_its_field_and_treated_by_its_type() -> None:
    found = with_two_figures()
    assert list(found.figures_of("timeline")) == ["timeline", "afterthought"]
    shown = selection.event_ids(found, "afterthought")
    assert shown == selection.event_ids(found, "overview")
    assert selection.actor_ids(found, "afterthought") == selection.actor_ids(found, "overview")
    assert figures.declared("afterthought", Scene(found, frozenset(shown)), WIDE)["data"]


def test_a_figure_that_is_left_out_shows_nothing_and_is_not_drawn() -> None:
    found = with_two_figures()
    assert found.figure["parallel"] is None
    assert "parallel" not in found.figures
    assert selection.event_ids(found, "parallel") == ()
    assert selection.actor_ids(found, "parallel") == ()
    assert selection.legend(found, "parallel", ()) == ((), ())
    with pytest.raises(KeyError, match="parallel"):
        figures.declared("parallel", Scene(found, frozenset()), WIDE)


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_a_name_that_no_page_has_a_figure_of_is_refused(ask: Callable[[str], object]) -> None:
    with pytest.raises(KeyError, match="colophon"):
        ask("colophon")


def test_every_type_of_figure_can_be_drawn() -> None:
    types = {model for model in every_model().values() if issubclass(model, Figure)}
    assert set(figures.DRAW) == {model for model in types if not model.__subclasses__()}


def comparisons(source: str) -> Iterator[str]:
    """Every text with which something is compared in Python code."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare | ast.MatchValue):
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


@pytest.mark.parametrize(
    "code",
    [
        'if name == "limits": pass',
        'found = name in ("a", "limits")',
        'match name:\n    case "a" | "limits": pass',
    ],
)
def test_comparisons_with_a_name_are_found(code: str) -> None:
    assert "limits" in set(comparisons(code))


@pytest.mark.parametrize("room", ["content", "checks", "figures"])
def test_nothing_below_the_pages_asks_for_a_figure_by_name(room: str) -> None:
    files = list((PACKAGE / room).rglob("*.py"))
    assert files
    for file in files:
        named = EXPLAINER.figure.keys() & comparisons(file.read_text("utf-8"))
        assert not named, f"{file} compares something with {named}"


@pytest.mark.parametrize(
    "form",
    [WIDE, NARROW, STEP, POCKET, PRESENTER, SQUARISH],
    ids=["wide", "narrow", "step", "pocket", "presenter", "squarish"],
)
@pytest.mark.parametrize("figure", EXPLAINER.figures)
def test_an_opened_event_has_a_ring_wherever_its_mark_is_drawn(figure: str, form: Form) -> None:
    """At every step of its page, whether or not the step is about the event."""
    page = next(name for name in EXPLAINER.about.pages if figure in EXPLAINER.figures_of(name))
    steps = enumerate([(), *(step.events for step in EXPLAINER.page(page).steps)])
    for number, focus in steps:
        told = partial(scenes.draw, EXPLAINER, figure, form, focus=frozenset(focus), step=number)
        for event in scenes.ids(told()):
            opened = told(selected=event)
            assert scenes.trace(opened, "selected")["x"], f"step {number}: {event}"


def test_the_legend_of_meetings_tells_what_was_attended_without_one() -> None:
    figure = EXPLAINER.implications.figure
    event = EXPLAINER.events[0].model_copy(update={"attendance": Attendance.PRESENT, "met": ()})
    _, signs = selection.legend(EXPLAINER, "implications", [event])
    assert signs == (figure.outline,)
    actor = EXPLAINER.actors[0].id
    _, signs = selection.legend(
        EXPLAINER, "implications", [event, event.model_copy(update={"met": (actor,)})]
    )
    assert signs == (figure.filled, figure.outline)
