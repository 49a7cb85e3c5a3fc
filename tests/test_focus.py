"""Whoever uses a keyboard keeps their place: pressing never leaves the focus nowhere."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from browser import READY, Wire, address_of, expect_parameters, open_page, visit
from folders import BRIEF
from playwright.sync_api import BrowserContext, Page, expect

from explainer.checks import loader

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(BRIEF)
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
    page, _ = open_page(context, address_of(server, "implications", "step=3"))
    for way, step in (("next", "4"), ("back", "3"), ("back", "2")):
        page.locator(f".st-key-go-{way} button").focus()
        press(page)
        expect_parameters(page, step=step)
        expect(page.locator(f".st-key-go-{way} button")).to_be_focused()
    for address, way, leads_to in (
        ("", "back", "?step=1"),
        ("seminar?step=4", "next", "seminar?step=4"),
        ("implications?step=4", "next", "reasons"),
    ):
        visit(page, f"{server}/{address}")
        page.locator(f".st-key-go-{way} button").focus()
        press(page)
        expect(page).to_have_url(f"{server}/{leads_to}")
        assert focused(page), address


class Press(NamedTuple):
    """A button that is gone or another one once it is pressed, and what has the focus then."""

    address: str
    button: str
    focus: str = ""
    """The words that it begins with; by default anything that can have it."""


PRESSES = (
    Press("timeline?step=2", "Look around"),
    Press("timeline?step=0", "Back to step"),
    Press("timeline?event=vote-1911", "Close"),
    Press("timeline?event=vote-1911", "Later event", "Later event"),
    Press("timeline?event=vote-1911", "Earlier event", "Earlier event"),
    Press("reasons?actors=ostermond&step=0", "Show all actors"),
    Press("reasons?step=2", "Present"),
    Press("reasons?step=2&present=1", "Leave"),
)


def test_pressing_a_button_leaves_the_focus_on_something(
    server: str, context: BrowserContext
) -> None:
    page = context.new_page()
    for address, button, focus in PRESSES:
        page.goto(f"{server}/{address}")
        page.wait_for_selector(READY)
        page.get_by_role("button", name=button).first.focus()
        press(page)
        page.wait_for_function(f"() => Boolean(({FOCUSED})())")
        assert focused(page).startswith(focus), f"{button} of {address}"


def test_choosing_a_step_of_all_keeps_the_focus_at_the_steps(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, address_of(server, "limits"))
    page.get_by_text("All steps").click()
    page.locator(".st-key-steps").get_by_role("button", name="3").focus()
    press(page)
    expect(page).to_have_url(re.compile("step=3"))
    expect(page.locator(".st-key-steps :focus")).to_be_visible()


def test_ways_from_an_open_event_keep_the_focus_and_close_returns_it_to_the_line(
    server: str, context: BrowserContext
) -> None:
    """At once, and also after the server has answered; it stays on a way that led nowhere."""
    page = context.new_page()
    wire = Wire(page)
    visit(page, address_of(server, "limits"))
    line = page.locator(".st-key-events button[data-event=vote-1987][aria-expanded]")
    for on_the_way in (["Later", "Earlier", "Earlier"], []):
        line.focus()
        press(page)
        expect(page.locator(".st-key-event")).to_be_focused()
        for way in on_the_way:
            button = page.locator(".st-key-event").get_by_role("button", name=f"{way} event")
            button.focus()
            wire.hold()
            page.keyboard.press("Enter")
            expect(button).to_be_focused()
            wire.let_go()
            press(page, "Shift")
            expect(button).to_be_focused()
        page.locator(".st-key-event").get_by_role("button", name="Close").focus()
        press(page)
        expect(page.locator(".st-key-event")).to_have_count(0)
        expect(line).to_be_focused()


def test_escape_closes_an_open_event_and_an_address_with_one_arrives_at_it(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, address_of(server, "limits", "step=2&event=vote-1987"))
    panel = page.locator(".st-key-event")
    expect(panel).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect_parameters(page, step="2")
    expect(page.locator(".words")).to_be_visible()


# While the painted page stands, the app's own open event cannot be told by its class.
LATE_EVENT = """
  new MutationObserver(() => {
    const painted = document.getElementById('painted');
    for (const panel of document.querySelectorAll('#root .st-key-event')) {
      if (painted) panel.className = 'late';
    }
    if (!painted) document.querySelector('.late:not(.st-key-event)')?.classList.add('st-key-event');
  }).observe(document, {childList: true, subtree: true, attributes: true});
"""


def test_an_event_of_the_address_gets_the_focus_though_the_painted_page_shows_it_first(
    server: str, context: BrowserContext
) -> None:
    """Where the app's own one comes last of all: the painted one, which goes, does not take it."""
    page = context.new_page()
    page.add_init_script(LATE_EVENT)
    page.goto(address_of(server, "limits", "step=2&event=vote-1987"))
    page.wait_for_selector(READY)
    expect(page.locator(".st-key-event")).to_be_focused()


def test_answering_and_trying_again_keep_the_focus_at_the_question(
    server: str, context: BrowserContext
) -> None:
    """Nothing chosen: on the first option. Checked: on the button. Tried again: on the options."""
    page, _ = open_page(context, address_of(server, "limits"))
    question = page.locator("#question-doubts-refusal")
    check = question.get_by_role("button", name="Check my answer")
    check.focus()
    page.keyboard.press("Enter")
    expect(question.locator("input").first).to_be_focused()
    page.keyboard.press("Space")
    check.focus()
    page.keyboard.press("Enter")
    expect(question.locator(".given:visible")).to_have_count(1)
    expect(check).to_be_focused()
    question.get_by_role("button", name="Try again").focus()
    page.keyboard.press("Enter")
    expect(question.locator("input").first).to_be_focused()
    question.locator("label").last.click()
    check.click()
    question.get_by_role("link").first.click()
    claim = page.locator("#claim-gate-4")
    expect(claim).to_be_focused()
    expect(claim).to_be_in_viewport()
