"""One address is one view: copied from one browser, it shows the same in another."""

from __future__ import annotations

import random

import pytest
from browser import chart_texts, open_page, wait_until_drawn
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from explainer.checks import loader
from explainer.content import selection
from explainer.reading.view import SCOPES, View

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(loader.FOLDER)


def random_views(many: int) -> list[tuple[str, View]]:
    """Pages with random choices that show something; the seed keeps them the same."""
    chance = random.Random(1959)
    found: list[tuple[str, View]] = []
    while len(found) < many:
        name = chance.choice(EXPLAINER.about.pages[:5])
        scope = chance.choice(SCOPES)
        actors = tuple(actor.id for actor in EXPLAINER.actors if chance.random() < 0.4)
        view = View(
            scope=scope, actors=actors, step=chance.randrange(len(EXPLAINER.page(name).steps) + 1)
        )
        in_figure = selection.event_ids(EXPLAINER, name)
        if not any(view.shows(EXPLAINER.event[event]) for event in in_figure):
            continue
        if chance.random() < 0.7:
            events = [event.id for event in EXPLAINER.events if view.shows(event)]
            view = View(chance.choice(events), scope, actors, view.step)
        found.append((name, view))
    return found


def seen(page: Page) -> dict[str, object]:
    """What a reader sees of a view."""
    return {
        "title": page.title(),
        "step": page.locator(".st-key-steps h2").all_inner_texts(),
        "count": page.get_by_text("shown:").all_inner_texts(),
        "event": page.locator(".st-key-event h3").all_inner_texts(),
        "figure": [(text.figure, text.words, text.fill) for text in chart_texts(page)],
    }


def copied(page: Page) -> str:
    """The address that “Copy this view” offers."""
    page.locator(".st-key-copy summary").click()
    code = page.locator(".st-key-copy code")
    expect(code).to_be_visible()
    return code.inner_text().strip()


@pytest.mark.parametrize(("name", "view"), random_views(2))
def test_a_copied_address_shows_the_same_in_a_fresh_browser(
    name: str, view: View, server: str, context: BrowserContext, browser: Browser
) -> None:
    query = "&".join(f"{key}={value}" for key, value in view.address().items())
    path = "" if name == "overview" else name
    page, _ = open_page(context, f"{server}/{path}?{query}")
    first = seen(page)
    address = copied(page)
    fresh = browser.new_context()
    try:
        other, _ = open_page(fresh, address)
        assert seen(other) == first
    finally:
        fresh.close()


def test_a_link_that_a_chat_program_mangled_shows_what_was_sent(
    server: str, context: BrowserContext
) -> None:
    event = EXPLAINER.event["victory-day-parade-2025"]
    mangled = "/timeline?step=2&amp;event=Victory-Day-Parade-2025&amp;actors=china,%20Russia)."
    page, _ = open_page(context, server + mangled)
    assert page.locator(".st-key-event h3").inner_text() == event.title
    assert page.locator(".st-key-steps h2").inner_text() == EXPLAINER.timeline.steps[1].title
    assert page.get_by_text("shown:").inner_text().endswith("China, Russia")
    page.get_by_role("button", name="Next").click()
    page.wait_for_url(f"**/timeline?event={event.id}&actors=china%2Crussia&step=3")


@pytest.mark.parametrize("typed", ["Timeline", "timeline.", "TIMELINE)%20"])
def test_a_page_in_other_letters_is_the_page_that_was_meant(
    typed: str, server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, f"{server}/{typed}?step=2")
    page.wait_for_url("**/timeline?step=2")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".st-key-steps h2")).to_have_text(EXPLAINER.timeline.steps[1].title)
    expect(page.get_by_text("There is no")).to_have_count(0)
    page.get_by_role("button", name="Next").click()
    page.wait_for_url("**/timeline?step=3")


def test_a_page_that_is_not_there_is_said_so_above_the_overview(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, f"{server}/timelin?step=2")
    expect(page.get_by_role("dialog")).to_have_count(0)
    said = page.get_by_text("There is no page called “timelin” here.")
    expect(said).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".st-key-steps h2")).to_have_text(EXPLAINER.overview.steps[2].title)
    expect(said).to_be_visible()
    page.locator(".st-key-menu").get_by_role("link", name="Timeline").click()
    page.wait_for_url("**/timeline")
    wait_until_drawn(page)
    page.locator(".st-key-menu").get_by_role("link", name="Overview").click()
    expect(page.locator("h1")).to_have_text(EXPLAINER.overview.title)
    expect(said).to_have_count(0)


def test_words_come_before_pictures_and_nothing_jumps(server: str, browser: Browser) -> None:
    """On a slow network, with an empty cache, everything but the figure is there first."""
    fresh = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = fresh.new_page()
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        # The figure's library never arrives until we let it: the slowest of all networks.
        page.route("**/*lotly*.js", hold)
        page.goto(f"{server}/reasons")
        expect(page.locator(".st-key-claims")).to_contain_text(
            EXPLAINER.reasons.sections[0].claims[0].text[:40], timeout=20_000
        )
        expect(page.locator(".st-key-events [role=radio]").first).to_be_visible()
        assert page.locator(".js-plotly-plot").count() == 0
        assert held, "the figure's library was not asked for"
        page.locator(".st-key-events [role=radio]").nth(2).click()
        expect(page.locator(".st-key-event")).to_be_visible()
        page.get_by_role("button", name="Close").click()
        expect(page.locator(".st-key-event")).to_have_count(0)
        top = "() => document.querySelector('.st-key-claims').getBoundingClientRect().top"
        before = page.evaluate(top)
        for route in held:
            route.continue_()
        wait_until_drawn(page)
        assert page.evaluate(top) == pytest.approx(before, abs=2)
    finally:
        fresh.close()
