"""No two texts of a figure overlap and none is clipped, at any width, in either theme."""

from __future__ import annotations

import pytest
from browser import FIGURES, Theme, chart_texts, label_faults, open_page, show_as, sideways
from playwright.sync_api import BrowserContext

from explainer.checks import loader

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(loader.FOLDER)

WIDTHS: tuple[tuple[int, Theme], ...] = (
    (1280, "light"),
    (1920, "dark"),
    (768, "dark"),
    (390, "light"),
)
"""Every width once, and each theme on screens and on small ones: labels stand alike in both."""

CROWDED = (
    ("", "step=3&scope=afterwards&event=prc-tenth-anniversary-1959"),
    ("timeline", "step=2&scope=afterwards&event=inter-korean-april-2018"),
    ("timeline", "step=0&scope=brief&actors=russia"),
    ("reasons", "step=4&scope=afterwards&event=kim-putin-vostochny-2023"),
    ("reasons", "step=6&event=kim-jong-il-china-1983"),
    ("implications", "step=5&scope=afterwards&event=trump-kim-hanoi-2019"),
    ("limits", "step=3&scope=afterwards&event=panel-veto-2024"),
    ("sources", "step=3&scope=afterwards&event=kim-xi-summit-2025"),
)
"""Steps, an open event, more events and fewer events than usual."""


def figures_of(name: str) -> int:
    """How many figures a page has."""
    return 2 if name == "reasons" and EXPLAINER.reasons.comparison else 1


@pytest.mark.parametrize("name", EXPLAINER.about.pages)
def test_labels_at_every_width(name: str, server: str, context: BrowserContext) -> None:
    """The page as it opens: labels apart and whole, and no scrolling sideways."""
    path = "" if name == "overview" else name
    page, _ = open_page(context, f"{server}/{path}")
    found = []
    for width, theme in WIDTHS:
        show_as(page, width=width, theme=theme)
        assert page.locator(FIGURES).count() == figures_of(name)
        texts = chart_texts(page)
        assert len(texts) > 5
        found += [f"{width} px, {theme}: {mistake}" for mistake in label_faults(texts)]
        found += [f"{width} px scrolls sideways: {part}" for part in sideways(page)]
    show_as(page, width=320)
    found += [f"320 px scrolls sideways: {part}" for part in sideways(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("path", "query"), CROWDED)
def test_labels_of_crowded_views(
    path: str, query: str, server: str, context: BrowserContext
) -> None:
    """The same for steps, an open event and other scopes; here the page opens narrow."""
    page, _ = open_page(context, f"{server}/{path}?{query}", width=390)
    found = []
    for width, theme in reversed(WIDTHS[::3]):
        show_as(page, width=width, theme=theme)
        found += [f"{width} px, {theme}: {mistake}" for mistake in label_faults(chart_texts(page))]
        found += [f"{width} px scrolls sideways: {part}" for part in sideways(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [390, 1280])
def test_table_does_not_widen_the_page(width: int, server: str, context: BrowserContext) -> None:
    """The table of events fits, or scrolls in its own place."""
    page, _ = open_page(context, f"{server}/timeline", width=width)
    page.locator(".st-key-twin").get_by_text("Table", exact=True).click()
    page.locator(".st-key-events table").wait_for()
    assert sideways(page) == []
