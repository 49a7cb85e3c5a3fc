"""The figures of relationships draw one, two, three or four of them, and say the same of each."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import related
import yaml
from boxes import mistakes
from browser import Theme, address_of, faults_on_screens, open_page, show_whole_figure, sideways
from folders import fresh
from playwright.sync_api import BrowserContext
from scenes import LIGHT, draw, ids, rectangles, said, scene, trace, words
from servers import app

from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.content.explainer import Explainer
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

PAGES = ("reasons", "limits")
FORMS = (WIDE, NARROW, PRESENTER, BROAD, TALLER, SQUARISH, STEP, POCKET)
MANY = (1, 2, 3, 4)


def folder(tmp_path: Path, many: int) -> Path:
    """The tests' own brief with so many relationships in its figures."""
    made = fresh(tmp_path)
    data = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in made.glob("*.yaml")}
    related.relate(data, many)
    for name, part in data.items():
        text = yaml.safe_dump(part, allow_unicode=True, sort_keys=False)
        (made / f"{name}.yaml").write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Explainer]:
    """The brief by how many relationships its figures draw."""
    return {many: loader.load(folder(tmp_path_factory.mktemp(str(many)), many)) for many in MANY}


def about(explainer: Explainer, side: int) -> dict[str, Any]:
    """What a step about one side of the reasons' figure is about."""
    told = explainer.reasons.figure.sides[side]
    events = frozenset(name for mark in told.marks for name in mark.events)
    return {"focus": events, "actors": frozenset({told.actor})}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.name}-{form.width:.0f}")
@pytest.mark.parametrize("many", MANY)
@pytest.mark.parametrize("page", PAGES)
def test_no_label_collides_or_is_cut(
    page: str, many: int, form: Form, briefs: dict[int, Explainer]
) -> None:
    explainer = briefs[many]
    steps = getattr(explainer, page).steps
    views: list[dict[str, Any]] = [{}]
    views += [{"focus": frozenset(s.events), "actors": frozenset(s.actors)} for s in steps]
    if page == "reasons":
        views += [about(explainer, side) for side in range(many)]
    # The table of votes has nothing to do with how many relationships there are.
    votes = {n for m in explainer.limits.figure.votes.marks for n in m.events}  # type: ignore[union-attr]
    views = [view for view in views if page == "reasons" or not view or not view["focus"] <= votes]
    found = [
        fault for view in views for fault in mistakes(draw(explainer, page, form, **view), form)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("form", [WIDE, NARROW, PRESENTER], ids=lambda form: form.name)
@pytest.mark.parametrize("many", MANY)
@pytest.mark.parametrize("page", PAGES)
def test_each_relationship_has_its_name_its_marks_and_its_ribbon(
    page: str, many: int, form: Form, briefs: dict[int, Explainer]
) -> None:
    explainer = briefs[many]
    drawn, shown = draw(explainer, page, form), scene(explainer, page).shown
    for side in getattr(explainer, page).figure.sides:
        name = explainer.actor[side.actor].short if form.narrow else side.name
        assert any(name in text for text in words(drawn)), name
        marked = {event for mark in side.marks for event in mark.events}
        assert marked & shown <= ids(drawn)
        assert rectangles(drawn, Role(explainer.actor[side.actor].hue.value)), side.actor


@pytest.mark.parametrize("many", [3, 4])
def test_columns_stand_in_the_order_of_the_content_under_one_scale_of_widths(
    many: int, briefs: dict[int, Explainer]
) -> None:
    explainer = briefs[many]
    drawn, labels = draw(explainer, "reasons"), trace(draw(explainer, "reasons"), "labels")
    names = [side.name for side in explainer.reasons.figure.sides]
    starts = [x for x, text in zip(labels["x"], words(drawn), strict=True) if text in names]
    assert len(starts) == many
    assert starts == sorted(starts)
    closest = [
        shape["x1"] - shape["x0"]
        for shape in drawn["layout"]["shapes"]
        if any(abs(shape["x0"] - x) < 1e-3 for x in starts) and shape["opacity"] == 0.85
    ]
    widest = max(closest)
    assert sum(abs(wide - widest) < 1e-3 for wide in closest) >= many


@pytest.mark.parametrize("many", [3, 4])
@pytest.mark.parametrize("form", [WIDE, NARROW], ids=lambda form: form.name)
def test_the_states_of_each_relationship_are_named(
    many: int, form: Form, briefs: dict[int, Explainer]
) -> None:
    explainer = briefs[many]
    text = said(draw(explainer, "reasons", form))
    for side in explainer.reasons.figure.sides[2:]:
        for band in explainer.relationship[side.actor].bands:
            assert explainer.state[band.state].name in text


@pytest.mark.parametrize("form", [STEP, PRESENTER, POCKET], ids=lambda form: form.name)
@pytest.mark.parametrize("side", [0, 1, 2, 3])
def test_a_step_names_in_colour_what_it_is_about_and_greys_the_rest(
    side: int, form: Form, briefs: dict[int, Explainer]
) -> None:
    explainer = briefs[4]
    drawn = draw(explainer, "reasons", form, **about(explainer, side))
    sides = explainer.reasons.figure.sides
    labels = trace(drawn, "labels")
    told = sides[side]
    name = explainer.actor[told.actor].short if form.narrow else told.name
    colours = dict(zip(words(drawn), labels["textfont"]["color"], strict=True))
    hue = LIGHT[Role(explainer.actor[told.actor].hue.value)]
    assert colours[name] == hue
    for one in sides:
        if one is not told:
            # In short where its column has no label.
            names = {one.name, explainer.actor[one.actor].short} & set(colours)
            assert {colours[each] for each in names} == {LIGHT[Role.FADED_TEXT]}


WRONG = {"a fifth relationship": (5, "at most 4"), "no relationship": (0, "at least 1")}


@pytest.mark.parametrize("said_so", WRONG)
def test_too_many_and_none_are_refused_with_their_place(said_so: str, tmp_path: Path) -> None:
    many, remedy = WRONG[said_so]
    made = fresh(tmp_path)
    file = made / "reasons.yaml"
    data = yaml.safe_load(file.read_text("utf-8"))
    sides = data["figure"]["sides"]
    data["figure"]["sides"] = [deepcopy(sides[at % 2]) for at in range(many)]
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    with pytest.raises(ContentError) as refused:
        loader.load(made)
    (told,) = refused.value.problems
    lines = file.read_text("utf-8").splitlines()
    assert told.file == "reasons.yaml"
    assert "sides" in lines[told.place.line - 1]
    assert remedy in str(told)


@pytest.mark.browser
@pytest.mark.parametrize("page", PAGES)
def test_three_relationships_in_a_browser(
    page: str, tmp_path: Path, context: BrowserContext
) -> None:
    """At 1280 and 390 px, beside a step and whole, no label collides or is cut."""
    with app(tmp_path / "log", folder(tmp_path, 3)) as server:
        opened, _ = open_page(context, address_of(server.address, page, "step=2"))
        screens: tuple[tuple[int, Theme], ...] = ((1280, "light"), (390, "light"))
        found = faults_on_screens(opened, screens, figures=1)
        show_whole_figure(opened)
        every = len(loader.load(tmp_path / "content").figures_of(page))
        found += faults_on_screens(opened, screens[::-1], figures=every)
        found += sideways(opened)
    assert not found, "\n".join(found)
