"""A figure of one panel or one period is laid out for the room that there is."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from boxes import mistakes
from outlines import overlaps
from scenes import scene, trace
from test_parts import WRITTEN, one_period, three_periods, two_events
from written import Data, Edit, save

from explainer import figures
from explainer.checks import loader
from explainer.figures.forms import NARROW, POCKET, PRESENTER, SQUARISH, STEP, WIDE, Form
from explainer.reading.seen import Seen
from explainer.reading.view import View

SIDE_BY_SIDE = {"wide": WIDE, "step": STEP, "stage": PRESENTER, "squarish": SQUARISH}
EVERY = {**SIDE_BY_SIDE, "narrow": NARROW, "pocket": POCKET}


def panels(number: int) -> Edit:
    """A timeline of so many panels, the longest first."""

    def edit(data: Data) -> None:
        del data["timeline"]["figure"]["panels"][number:]
        del data["timeline"]["figure"]["stay"]

    return edit


ALONE = {
    "one period": (one_period, "implications"),
    "one panel": (panels(1), "timeline"),
    "one panel of two events in three days": (two_events, "timeline"),
}
FEW = {
    **ALONE,
    "two panels": (panels(2), "timeline"),
    "three periods": (three_periods, "implications"),
    "one period of two events": (two_events, "implications"),
}


def folder(edit: Edit, tmp_path: Path) -> Path:
    """The starter after an edit."""
    data = deepcopy(WRITTEN)
    edit(data)
    return save(data, tmp_path / "content")


@pytest.mark.parametrize("form", SIDE_BY_SIDE.values(), ids=list(SIDE_BY_SIDE))
@pytest.mark.parametrize("edit_and_figure", ALONE.values(), ids=list(ALONE))
def test_what_has_the_sheet_for_itself_parts_it_between_lanes_and_labels(
    edit_and_figure: tuple[Edit, str], form: Form, tmp_path: Path
) -> None:
    edit, name = edit_and_figure
    explainer = loader.load(folder(edit, tmp_path))
    drawn = figures.declared(name, scene(explainer, name), form)
    labels = trace(drawn, "labels")
    begins = [x for x, (ids,) in zip(labels["x"], labels["customdata"], strict=True) if ids]
    # The labels have what is right of here; left of it stand scale and lanes.
    assert 0.4 <= min(begins) <= 0.68


@pytest.mark.parametrize("form", EVERY.values(), ids=list(EVERY))
@pytest.mark.parametrize("edit_and_figure", FEW.values(), ids=list(FEW))
def test_few_things_neither_overlap_nor_are_cut(
    edit_and_figure: tuple[Edit, str], form: Form, tmp_path: Path
) -> None:
    edit, name = edit_and_figure
    explainer = loader.load(folder(edit, tmp_path))
    view = View(step=1 if form.fixed else 0)
    shown = Seen(explainer, name, explainer.page(name), view).scene(name)
    drawn = figures.declared(name, shown, form)
    assert mistakes(drawn, form) == []
    assert overlaps(drawn, form) == []
