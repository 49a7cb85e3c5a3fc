"""A browser that translates the page: no words of an earlier state stay behind."""

from __future__ import annotations

import pytest
from browser import READY, click_mark, open_page, wait_until_drawn
from playwright.sync_api import BrowserContext, Page, expect

from explainer.checks import loader

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(loader.FOLDER)

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


def same_as_fresh(page: Page, context: BrowserContext, where: str) -> None:
    """Wait until a part says what it says where nothing was translated and nothing pressed."""
    fresh, _ = open_page(context, page.url, width=1280)
    wanted = words(fresh, where)
    fresh.close()
    assert all(wanted)
    page.wait_for_function(
        f"wanted => JSON.stringify(({WORDS})({where!r})) === JSON.stringify(wanted)", arg=wanted
    )


@pytest.mark.parametrize("name", ["overview", "limits"])
def test_all_parts_of_a_step_are_of_the_same_step(
    name: str, server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, f"{server}/{'' if name == 'overview' else name}")
    page.evaluate(TRANSLATE)
    for number in (2, 3):
        page.keyboard.press("ArrowRight")
        page.wait_for_url(f"**step={number}*")
        page.wait_for_selector(READY)
    same_as_fresh(page, context, ".st-key-steps .st-key-step-3, .st-key-said-step")


def test_the_stage_shows_one_step(server: str, context: BrowserContext) -> None:
    page, _ = open_page(context, f"{server}/reasons?present=1", width=1920, height=1080)
    page.evaluate(TRANSLATE)
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**step=2*")
    same_as_fresh(page, context, ".st-key-stage h1, .st-key-stage p")


def test_the_panel_of_an_event_is_of_one_event(server: str, context: BrowserContext) -> None:
    page, _ = open_page(context, f"{server}/timeline")
    click_mark(page, "kim-xi-summit-2025")
    expect(page.locator(".st-key-event h3")).to_be_visible()
    wait_until_drawn(page)
    page.evaluate(TRANSLATE)
    first = page.url
    page.get_by_role("button", name="Earlier event").click()
    page.wait_for_function("first => location.href !== first", arg=first)
    same_as_fresh(page, context, ".st-key-event h3, .st-key-event p, .st-key-event li")
