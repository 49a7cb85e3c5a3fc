"""The shipped brief in a browser: labels apart, nothing for axe, a class's needs."""

from __future__ import annotations

import axe
import pytest
from browser import (
    READY,
    SCREENS,
    address_of,
    faults_on_screens,
    open_page,
    show_as,
    show_whole_figure,
    sideways,
    visit,
)
from folders import CONTENT
from playwright.sync_api import BrowserContext, expect
from test_accessibility import open_everything, show_whole

from explainer.checks import loader
from explainer.content.explainer import CLAIM_PAGES

EXPLAINER = loader.load(CONTENT)
PER_PAGE = 20
WHOLE = "step=0"
CROWDED = {
    "overview": ("step=3&scope=afterwards&event=prc-tenth-anniversary-1959",),
    "timeline": (
        "step=2&scope=afterwards&event=inter-korean-april-2018",
        f"{WHOLE}&scope=brief&actors=russia",
    ),
    "reasons": (
        "step=4&scope=afterwards&event=kim-putin-vostochny-2023",
        "step=6&event=kim-jong-il-china-1983",
    ),
    "implications": ("step=5&scope=afterwards&event=trump-kim-hanoi-2019",),
    "limits": ("step=3&scope=afterwards&event=panel-veto-2024",),
    "sources": ("step=3&scope=afterwards&event=kim-xi-summit-2025",),
    "seminar": (),
}
"""Steps, an open event, more events and fewer events than usual."""


@pytest.mark.browser
@pytest.mark.parametrize("name", EXPLAINER.about.pages)
def test_labels_stand_apart_and_axe_finds_nothing(
    name: str, shipped_server: str, context: BrowserContext
) -> None:
    """A step, crowded views and the whole page, on a laptop and on a phone."""
    every = len(EXPLAINER.figures_of(name))
    page, _ = open_page(context, address_of(shipped_server, name))
    found = faults_on_screens(page, SCREENS[::3], figures=1)
    for query in CROWDED[name]:
        visit(page, address_of(shipped_server, name, query))
        figures = every if WHOLE in query else 1
        there = faults_on_screens(page, reversed(SCREENS[::3]), figures=figures)
        found += [f"{query}: {fault}" for fault in there]
    show_whole_figure(page)
    there = faults_on_screens(page, SCREENS[::3], figures=every)
    found += [f"whole figure: {fault}" for fault in there]
    open_everything(page)
    show_whole(page, 1280, "light")
    found += [f"1280 px, light: {fault}" for fault in axe.faults(page)]
    show_whole(page, 390, "dark")
    found += [f"390 px, dark: {fault}" for fault in axe.faults(page)]
    for width in (390, 320):
        show_as(page, width=width)
        found += [f"{width} px scrolls sideways: {part}" for part in sideways(page)]
    assert not found, "\n".join(found)


@pytest.mark.browser
def test_the_pages_of_the_sources_keep_the_focus_to_their_ends(
    shipped_server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, address_of(shipped_server, "sources"))
    on, first = page.get_by_test_id("stPagination").get_by_role("button").last, "ul.references li"
    pressed = 0
    while on.is_enabled():
        before = page.locator(first).first.inner_text()
        on.focus()
        page.keyboard.press("Enter")
        expect(page.locator(first).first).not_to_have_text(before)
        page.wait_for_selector(READY)
        page.wait_for_timeout(200)
        assert page.evaluate("document.activeElement !== document.body")
        pressed += 1
    assert pressed == -(-len(EXPLAINER.sources) // PER_PAGE) - 1


@pytest.mark.parametrize("page", CLAIM_PAGES)
def test_each_page_asks_three_to_five_questions(page: str) -> None:
    assert 3 <= len(getattr(EXPLAINER, page).questions) <= 5


def test_a_plan_fits_an_hour_s_class_and_another_a_long_one() -> None:
    assert {plan.minutes for plan in EXPLAINER.seminar.plans} == {50, 90}
