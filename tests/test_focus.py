"""Whoever uses a keyboard keeps their place: pressing never leaves the focus nowhere."""

from __future__ import annotations

import pytest
from browser import READY, open_page
from playwright.sync_api import BrowserContext, Page, expect

from explainer.checks import loader

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(loader.FOLDER)
FOCUSED = """
() => { const at = document.activeElement;
        return at && at !== document.body && at.checkVisibility() && !at.disabled
          ? (at.querySelector('p')?.innerText || at.innerText
             || at.getAttribute('aria-label') || at.tagName).trim() : ''; }
"""


def press(page: Page, key: str = "Enter") -> None:
    """Press a key where the focus is, and wait until the page has answered."""
    page.keyboard.press(key)
    page.wait_for_timeout(300)
    page.wait_for_selector(READY)
    page.wait_for_timeout(200)


def focused(page: Page) -> str:
    """What the focus is on, in its own words; nothing if it is nowhere."""
    return str(page.evaluate(FOCUSED))


def test_next_and_back_keep_the_focus_to_the_ends_of_the_path(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, f"{server}/reasons?step=5")
    last = len(EXPLAINER.reasons.steps)
    page.get_by_role("button", name="Next").focus()
    press(page)
    expect(page).to_have_url(f"{server}/reasons?step={last}")
    assert focused(page).startswith("Next")
    page.goto(f"{server}/reasons?step=2")
    page.wait_for_selector(READY)
    page.get_by_role("button", name="Back").focus()
    press(page)
    expect(page).to_have_url(f"{server}/reasons")
    assert focused(page).startswith("Back")
    page.goto(f"{server}/")
    page.wait_for_selector(READY)
    page.get_by_role("button", name="Back").focus()
    press(page)
    assert focused(page).startswith("Back")


@pytest.mark.parametrize(
    ("address", "button"),
    [
        ("timeline?step=2", "Whole figure"),
        ("timeline?step=0", "Start the steps"),
        ("timeline?event=kim-xi-summit-2025", "Close"),
        ("timeline?event=kim-xi-summit-2025", "Later event"),
        ("reasons?actors=united-states&scope=brief", "Show all actors"),
        ("reasons?step=2", "Present"),
        ("reasons?step=2&present=1", "Leave"),
    ],
    ids=lambda part: str(part),
)
def test_pressing_a_button_leaves_the_focus_on_something(
    address: str, button: str, server: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{server}/{address}")
    page.wait_for_selector(READY)
    page.get_by_role("button", name=button).first.focus()
    press(page)
    assert focused(page)


def test_the_pages_of_the_sources_keep_the_focus_to_their_ends(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, f"{server}/sources")
    pages = page.get_by_test_id("stPagination")
    pages.scroll_into_view_if_needed()
    pages.get_by_role("button").nth(-2).focus()
    press(page)
    pages.get_by_role("button").last.focus()
    press(page)
    assert focused(page)


def test_answering_again_keeps_the_focus(server: str, context: BrowserContext) -> None:
    page, _ = open_page(context, f"{server}/limits")
    question = page.locator(".st-key-questions [class*='st-key-question-']").first
    question.locator("[role=radiogroup] label").first.click()
    check = question.get_by_role("button", name="Check my answer")
    expect(check).to_be_enabled()
    check.focus()
    press(page)
    assert focused(page)
    question.get_by_role("button", name="Try again").focus()
    press(page)
    assert focused(page)


def test_an_answer_leads_to_its_claim_on_the_same_page(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, f"{server}/limits")
    question = page.locator(".st-key-questions [class*='st-key-question-']").last
    question.locator("[role=radiogroup] label").first.click()
    check = question.get_by_role("button", name="Check my answer")
    expect(check).to_be_enabled()
    check.click()
    see = question.get_by_role("button", name="on this page")
    expect(see).to_be_visible()
    see.click()
    claim = page.locator("[class*='st-key-claim-']:focus")
    expect(claim).to_be_in_viewport()
