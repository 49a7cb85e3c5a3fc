"""A browser that translates the page: no words of an earlier state stay behind."""

from __future__ import annotations

import pytest
from browser import (
    READY,
    address_of,
    click_mark,
    expect_parameters,
    open_page,
    visit,
    wait_until_drawn,
)
from folders import BRIEF
from playwright.sync_api import BrowserContext, Page, expect

from explainer.checks import loader

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(BRIEF)
PANEL = ".st-key-event"

# As browsers do it: each text goes into two elements that are not the page's own.
TRANSLATE = """
() => {
  const all = document.createTreeWalker(
    document.querySelector('[data-testid=stMain]'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (all.nextNode()) texts.push(all.currentNode);
  for (const text of texts) {
    if (!text.textContent.trim() || text.parentElement.closest('script, style, svg')) continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.textContent;
    outer.append(inner);
    text.replaceWith(outer);
  }
}
"""
WORDS = """
where => [...document.querySelectorAll(where)].filter(part => part.checkVisibility())
  .map(part => part.innerText.replace(/\\s+/g, ' ').trim())
"""


def words(page: Page, where: str) -> list[str]:
    """What a reader sees in some parts of a page."""
    found: list[str] = page.evaluate(WORDS, where)
    return found


def expect_words(page: Page, where: str, wanted: list[str]) -> None:
    """Wait until a part says what it says where nothing was translated and nothing pressed."""
    assert wanted, where
    assert all(wanted), where
    page.wait_for_function(
        f"wanted => JSON.stringify(({WORDS})({where!r})) === JSON.stringify(wanted)", arg=wanted
    )


PARTS = (
    ".st-key-steps p, .st-key-steps h2",
    "[data-status=count]",
    ".st-key-events summary h3, .st-key-events button[aria-expanded]",
    f"{PANEL} :is(h2, p)",
)
"""Step, count, list and panel, as they are after what is pressed below."""


def test_step_filters_list_and_panel_say_what_they_say_untranslated(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, address_of(server, "limits"))
    page.evaluate(TRANSLATE)
    for number in (2, 3):
        page.keyboard.press("ArrowRight")
        expect_parameters(page, step=str(number))
    page.wait_for_selector(READY)
    click_mark(page, "vote-1953")
    expect_parameters(page, step="3", event="vote-1953")
    wait_until_drawn(page)
    page.evaluate(TRANSLATE)
    page.locator(".st-key-controls summary").click()
    page.locator(".st-key-controls").get_by_role("radio").first.dispatch_event("click")
    expect_parameters(page, step="3", event="vote-1953", scope="brief")
    page.locator(PANEL).locator("[data-way=later]").click()
    expect_parameters(page, step="3", event="vote-2024", scope="brief")
    fresh, _ = open_page(context, page.url)
    for where in PARTS:
        expect_words(page, where, words(fresh, where))
    # From the list, where the browser makes the panel by itself.
    page.evaluate(TRANSLATE)
    page.locator(".st-key-events button[data-event=engineers-1555]").click()
    page.evaluate(TRANSLATE)
    page.locator(PANEL).locator("[data-way=later]").click()
    expect_parameters(page, step="3", event="vote-1953", scope="brief")
    visit(fresh, page.url)
    for where in PARTS:
        expect_words(page, where, words(fresh, where))


def test_the_stage_shows_one_step(server: str, context: BrowserContext) -> None:
    page, _ = open_page(
        context, address_of(server, "reasons", "present=1"), width=1920, height=1080
    )
    page.evaluate(TRANSLATE)
    page.keyboard.press("ArrowRight")
    expect_parameters(page, present="1", step="2")
    second = EXPLAINER.reasons.steps[1]
    expect_words(page, ".st-key-stage h1", [second.title])
    expect(page.locator(".st-key-stage")).to_contain_text(second.text)
    expect(page.locator(".st-key-look")).to_contain_text(second.look)
    expect(page.locator(".st-key-stage")).not_to_contain_text(EXPLAINER.reasons.steps[0].text)
