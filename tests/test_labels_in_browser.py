"""No two texts of a figure overlap and none is clipped, at any width, in either theme."""

from __future__ import annotations

import pytest
from browser import (
    SCREENS,
    address_of,
    faults_on_screens,
    open_page,
    show_as,
    show_whole_figure,
    sideways,
    visit,
)
from folders import BRIEF
from playwright.sync_api import BrowserContext

from explainer.checks import loader

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(BRIEF)

WHOLE = "step=0"
CROWDED = {
    "overview": ("step=3&scope=afterwards&event=gate-1964",),
    "limits": ("step=3&scope=afterwards&event=vote-1987",),
    "timeline": (
        "step=2&scope=afterwards&event=hearing-2024",
        f"{WHOLE}&scope=brief&actors=qantara",
    ),
    "implications": ("step=3&scope=afterwards&event=levy-2024",),
    "reasons": ("step=2&scope=afterwards&event=settlement-2012",),
    "sources": ("step=3&scope=afterwards&event=works-2026",),
    "seminar": (),
}
"""Steps, an open event, more events and fewer events than usual."""


@pytest.mark.parametrize("name", EXPLAINER.about.pages)
def test_labels_at_every_width(name: str, server: str, context: BrowserContext) -> None:
    """Labels are apart and whole and nothing scrolls sideways: at first, as a whole, crowded."""
    every = len(EXPLAINER.figures_of(name))
    page, _ = open_page(context, address_of(server, name))
    found = faults_on_screens(page, figures=1)
    show_whole_figure(page)
    there = faults_on_screens(page, reversed(SCREENS[::3]), figures=every)
    found += [f"whole figure: {fault}" for fault in there]
    for query in CROWDED[name]:
        visit(page, address_of(server, name, query))
        figures = every if WHOLE in query else 1
        there = faults_on_screens(page, reversed(SCREENS[::3]), figures=figures)
        found += [f"{query}: {fault}" for fault in there]
    show_as(page, width=320)
    found += [f"320 px scrolls sideways: {part}" for part in sideways(page)]
    assert not found, "\n".join(found)
