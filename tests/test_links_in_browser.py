"""One address is one view; links arrive where they point, in this tab as in one of their own."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from browser import (
    READY,
    address_of,
    asked,
    chart_texts,
    expect_parameters,
    open_page,
    visit,
    wait_until_drawn,
)
from folders import BRIEF
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from explainer.checks import loader
from explainer.content import selection
from explainer.reading.view import SCOPES, View

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(BRIEF)
FIVE = EXPLAINER.about.pages[:5]
MAY_COPY = ["clipboard-read", "clipboard-write"]


def random_views(many: int) -> list[tuple[str, View]]:
    """Pages with random choices that show something; the seed keeps them the same."""
    chance = random.Random(1959)
    found: list[tuple[str, View]] = []
    while len(found) < many:
        name = chance.choice(FIVE)
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
        "step": page.locator(".words h2").all_inner_texts(),
        "count": page.locator("[data-status=count]").all_inner_texts(),
        "event": page.locator(".st-key-event h2").all_inner_texts(),
        "figure": [(text.figure, text.words, text.fill) for text in chart_texts(page)],
    }


@pytest.fixture
def fresh(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile of a test's own, with an empty cache."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    yield context
    context.close()


def test_a_copied_address_shows_the_same_in_a_fresh_browser(
    server: str, context: BrowserContext, fresh: BrowserContext
) -> None:
    """It is copied at a press, and that is said; another reader sees the same."""
    fresh.grant_permissions(MAY_COPY)
    page, other = fresh.new_page(), context.new_page()
    for name, view in random_views(2):
        query = "&".join(f"{key}={value}" for key, value in view.address().items())
        visit(page, address_of(server, name, query))
        page.get_by_role("button", name="Copy this view").click()
        expect(page.locator("[role=status]", has_text="copied")).to_have_count(1)
        address = page.evaluate("navigator.clipboard.readText()")
        assert address == page.url
        first = seen(page)
        other.set_viewport_size({"width": 1280, "height": 900})
        visit(other, address)
        assert seen(other) == first, query


def test_an_address_that_cannot_be_copied_is_shown_and_selected(
    server: str, context: BrowserContext
) -> None:
    """Where a browser does not let a page write to the clipboard, as over plain http."""
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    visit(page, address_of(server, "limits", "step=2"))
    page.get_by_role("button", name="Copy this view").click()
    field = page.get_by_role("textbox", name="Copy this view")
    expect(field).to_be_focused()
    expect(field).to_have_value(page.url)
    assert page.evaluate("getSelection().toString()") == page.url
    page.keyboard.press("Tab")
    expect(field).to_have_count(0)


# ------------------------------------------------------------------ arriving


def expect_arrival(page: Page, place: str) -> Locator:
    """Wait until a link has led to its place: unfolded, in sight, with the focus on it."""
    page.wait_for_selector(READY)
    found = page.locator(f"#{place}")
    expect(found).to_be_focused()
    expect(found).to_be_in_viewport()
    assert found.evaluate("part => !part.closest('details:not([open])')")
    return found


def test_a_link_arrives_at_what_it_names(server: str, context: BrowserContext) -> None:
    """A claim of this page or another one, a term, a series: its fold open, the filters kept."""
    page, _ = open_page(context, address_of(server, "seminar", "actors=qantara"))
    score = page.locator("#score-purse-2")
    score.get_by_role("link", name="The claim with its record").click()
    expect_parameters(page, actors="qantara")
    expect(page).to_have_url(re.compile("/limits"))
    expect_arrival(page, "claim-purse-2")  # in the second group, which is folded
    page.locator("[data-status=count]", has_text="القنطرة").wait_for()
    page.locator("#claim-gate-4 button[data-event=vote-2024]").click()
    page.locator(".st-key-event").get_by_role("link", name="Sluice 2.1").first.click()
    expect_arrival(page, "claim-gate-4")
    page.locator(".st-key-menu").get_by_role("link", name="Effects").click()
    expect(page).to_have_url(re.compile("/implications"))
    page.get_by_role("link", name="Dues paid by Ostermond, the values").click()
    expect(page).to_have_url(re.compile("/reasons"))
    expect_arrival(page, "series-dues")
    expect_parameters(page, actors="qantara")
    visit(page, server)
    page.locator("#term-qanat").get_by_role("link", name="Dyke reeve").click()
    expect(page).to_have_url(f"{server}/sources")
    wait_until_drawn(page)
    expect_arrival(page, "term-reeve")  # which stands on the overview, too
    page.locator("#term-qanat").get_by_role("link", name="Sill").click()
    expect_arrival(page, "term-sill")


def test_links_open_in_a_tab_of_their_own_as_everywhere(
    server: str, context: BrowserContext
) -> None:
    """With Ctrl: the same place under the same address, and this tab stays where it is."""
    page, _ = open_page(context, address_of(server, "seminar", "actors=qantara&step=2"))
    before = page.url
    plan = page.get_by_role("link", name="Calendar, step 2")
    claim = page.locator("#score-purse-2").get_by_role("link").last
    for link, address in (
        (plan, "/timeline?actors=qantara&step=2&present=1"),
        (claim, "/limits?actors=qantara#claim-purse-2"),
    ):
        with context.expect_page() as opening:
            link.click(modifiers=["Control"])
        assert opening.value.url == f"{server}{address}"
        assert page.url == before
    other = opening.value
    expect_arrival(other, "claim-purse-2")
    expect(other.locator("h1")).to_have_text(EXPLAINER.limits.title)
    assert asked(other) == {"actors": "qantara"}


# ------------------------------------------------------------------ what is typed or mangled


def test_a_link_that_a_chat_program_mangled_shows_what_was_sent(
    server: str, context: BrowserContext
) -> None:
    event = EXPLAINER.event["vote-1953"]
    mangled = "/timeline?step=2&amp;event=Vote-1953&amp;actors=qantara,%20Ostermond)."
    page, _ = open_page(context, server + mangled)
    assert page.locator(".st-key-event h2").inner_text() == event.title
    assert page.locator(".words h2").text_content() == EXPLAINER.timeline.steps[1].title
    assert page.locator("[data-status=count]").inner_text().endswith("Ostermond")
    page.get_by_role("button", name="Next").click()
    page.wait_for_url("**/timeline?actors=qantara%2Costermond&step=3")


def test_a_page_in_other_letters_is_the_page_that_was_meant(
    server: str, context: BrowserContext
) -> None:
    page = context.new_page()
    for typed in ("Timeline", "timeline.", "TIMELINE)%20"):
        visit(page, f"{server}/{typed}?step=2")
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
    menu = page.locator(".st-key-menu")
    menu.get_by_role("link", name=EXPLAINER.timeline.menu).click()
    page.wait_for_url("**/timeline")
    wait_until_drawn(page)
    menu.get_by_role("link", name=EXPLAINER.overview.menu).click()
    expect(page.locator("h1")).to_have_text(EXPLAINER.overview.title)
    expect(said).to_have_count(0)


def test_words_come_before_pictures_and_nothing_jumps(server: str, fresh: BrowserContext) -> None:
    """On a slow network, with an empty cache, everything but the figure is there first."""
    page = fresh.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    # The figure's library never arrives until we let it: the slowest of all networks.
    page.route("**/*lotly*.js", hold)
    page.goto(address_of(server, "reasons", "step=2"))
    claim = EXPLAINER.reasons.sections[0].claims[0]
    painted = page.locator("#painted")
    expect(painted.locator(".st-key-claims")).to_contain_text(claim.text)
    expect(painted.locator('[class*="st-key-chart-step"] svg text').first).to_be_visible()
    page.locator("#root .st-key-claims").wait_for(state="attached", timeout=20_000)
    assert held, "the figure's library was not asked for"
    expect(painted).to_be_visible()
    top = (
        "() => [...document.querySelectorAll('.st-key-claims')].at(-1).getBoundingClientRect().top"
    )
    before = page.evaluate(top)
    for route in held:
        route.continue_()
    wait_until_drawn(page)
    assert page.evaluate(top) == pytest.approx(before, abs=8)
