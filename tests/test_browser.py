"""The app in a real browser: cold addresses, both themes, mouse, keyboard, links, filters."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from browser import (
    FIGURES,
    chart_texts,
    click_mark,
    mark,
    open_page,
    show_as,
    wait_until_drawn,
)
from playwright.sync_api import BrowserContext, Page, expect

from explainer.checks import loader
from explainer.figures.palette import Role, colours, rgb

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(loader.FOLDER)
PAGES = EXPLAINER.about.pages


def address_of(server: str, name: str, query: str = "") -> str:
    """The address of a page, as a reader gets it in a message."""
    path = "" if name == "overview" else name
    return f"{server}/{path}{'?' if query else ''}{query}"


def asked(page: Page) -> dict[str, str]:
    """The parameters of the address just now."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def expect_parameters(page: Page, **wanted: str) -> None:
    """Wait until the address has exactly these parameters."""
    for name, value in wanted.items():
        expect(page).to_have_url(re.compile(rf"[?&]{name}={re.escape(value)}(&|$)"))
    page.wait_for_function(
        "many => [...new URLSearchParams(location.search)].length === many", arg=len(wanted)
    )
    assert asked(page) == wanted


def expect_page(page: Page, name: str) -> None:
    """Wait until a page of the app is shown whole, with nothing broken on it."""
    said = EXPLAINER.page(name)
    expect(page.locator("h1")).to_have_text(said.title)
    expect(page).to_have_title(f"{said.menu} · {EXPLAINER.about.title}")
    wait_until_drawn(page)
    assert len(chart_texts(page)) > 5
    links = page.locator(".st-key-menu a")
    assert links.all_inner_texts() == [EXPLAINER.page(other).menu for other in PAGES]
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_test_id("stDialog").count() == 0
    assert page.get_by_test_id("stSidebarNav").count() == 0


# ------------------------------------------------------------------ cold


@pytest.mark.parametrize("name", ["overview", "reasons", "sources"])
def test_first_request_of_a_cold_server(
    name: str, cold_server: str, context: BrowserContext
) -> None:
    """Whichever address wakes the server, it is shown whole and asks no other host."""
    page, requests = open_page(context, address_of(cold_server, name, "step=2"), theme="dark")
    expect_page(page, name)
    expect(page.locator(".st-key-steps")).to_contain_text(EXPLAINER.page(name).steps[1].title)
    assert requests.elsewhere(cold_server) == []
    assert requests.errors == []


# ------------------------------------------------------------------ events


@pytest.mark.parametrize(
    ("name", "width", "event"),
    [
        ("overview", 1280, "prc-tenth-anniversary-1959"),
        ("timeline", 1280, "kim-xi-summit-2025"),
        ("limits", 390, "panel-veto-2024"),
        ("sources", 768, "trump-kim-hanoi-2019"),
    ],
)
def test_a_click_on_a_mark_opens_its_event(
    name: str, width: int, event: str, server: str, context: BrowserContext
) -> None:
    """The panel opens under the figure, the address names the event, the mark is ringed."""
    page, _ = open_page(context, address_of(server, name), width=width)
    marks = page.locator(f"{FIGURES} path.point").count()
    click_mark(page, event)
    expect_parameters(page, event=event)
    panel = page.locator(".st-key-event")
    expect(panel.locator("h3")).to_have_text(EXPLAINER.event[event].title)
    assert page.locator(".st-key-events .st-key-event").count() == 0
    wait_until_drawn(page)
    assert mark(page, event).count() > 0
    assert page.locator(f"{FIGURES} path.point").count() > marks


def test_a_comparison_mark_opens_its_event_within_sight(
    server: str, context: BrowserContext
) -> None:
    """A click in the second figure of the reasons shows the event by that figure."""
    page, _ = open_page(context, address_of(server, "reasons"))
    click_mark(page, "kim-jong-il-named-1980")
    expect_parameters(page, event="kim-jong-il-named-1980")
    title = page.locator(".st-key-event h3")
    expect(title).to_have_text(EXPLAINER.event["kim-jong-il-named-1980"].title)
    wait_until_drawn(page)
    expect(title).to_be_in_viewport()


def test_an_event_of_the_list_opens_there(server: str, context: BrowserContext) -> None:
    """It opens under its own line; Later, Earlier, Back and Close go on from there."""
    page, _ = open_page(context, address_of(server, "reasons"))
    line = page.locator(".st-key-events [role=radio]").nth(2)
    said = line.inner_text()
    line.click()
    title = page.locator(".st-key-event h3")
    expect(title).to_be_visible()
    assert title.inner_text() in said
    assert page.locator(".st-key-events .st-key-event").count() == 1
    first = asked(page)["event"]
    page.get_by_role("button", name="Later event").click()
    page.wait_for_url(lambda url: f"event={first}" not in url)
    second = asked(page)["event"]
    assert EXPLAINER.event[first].start.at <= EXPLAINER.event[second].start.at
    expect(title).to_have_text(EXPLAINER.event[second].title)
    expect(title).to_be_in_viewport()
    page.get_by_role("button", name="Earlier event").click()
    expect_parameters(page, event=first)
    expect(title).to_have_text(EXPLAINER.event[first].title)
    page.go_back()
    expect(title).to_have_text(EXPLAINER.event[second].title)
    page.get_by_role("button", name="Close").click()
    expect_parameters(page)
    expect(page.locator(".st-key-event")).to_have_count(0)


def test_evidence_of_a_claim_opens_there(server: str, context: BrowserContext) -> None:
    """A claim's evidence opens beside the claim, not far up under the figure."""
    page, _ = open_page(context, address_of(server, "limits"))
    claim = next(claim for claim in EXPLAINER.limits.sections[0].claims if claim.evidence)
    where = page.locator(f".st-key-claim-{claim.id}")
    where.get_by_role("radio").first.click()
    expect(where.locator(".st-key-event h3")).to_have_text(EXPLAINER.event[claim.evidence[0]].title)
    expect(page.locator(".st-key-event")).to_have_count(1)
    expect_parameters(page, event=claim.evidence[0])


# ------------------------------------------------------------------ links and filters


def test_links_lead_through_all_pages(server: str, context: BrowserContext) -> None:
    """The foot of each page leads to the next one, in the menu's order, and to the one before."""
    page, requests = open_page(context, address_of(server, "overview"))
    foot = page.locator(".st-key-foot a")
    for name in PAGES[1:]:
        foot.last.click()
        expect_page(page, name)
        assert urlsplit(page.url).path == f"/{name}"
    foot.first.click()
    expect_page(page, PAGES[-2])
    assert requests.elsewhere(server) == []
    assert requests.errors == []


def test_filters_are_in_the_address_and_survive_the_menu(
    server: str, context: BrowserContext
) -> None:
    """A choice changes list and address, goes along to another page, and Back undoes it."""
    page, _ = open_page(context, address_of(server, "timeline"))
    lines = page.locator(".st-key-events [role=radio]")
    everything = lines.count()
    page.locator(".st-key-filters summary").click()
    controls = page.locator(".st-key-controls")
    controls.get_by_text(EXPLAINER.about.scopes.brief, exact=True).click()
    expect_parameters(page, scope="brief")
    controls.get_by_role("button", name=EXPLAINER.actor["russia"].name).click()
    expect_parameters(page, scope="brief", actors="russia")
    wanted = [
        event
        for event in EXPLAINER.events
        if event.scope.value == "brief" and "russia" in event.actors
    ]
    expect(lines).to_have_count(len(wanted))
    assert len(wanted) < everything
    page.locator(".st-key-menu a").nth(PAGES.index("sources")).click()
    expect_page(page, "sources")
    expect_parameters(page, scope="brief", actors="russia")
    expect(lines).to_have_count(len(wanted))
    page.locator(".st-key-filters summary").click()
    chosen = page.locator(".st-key-controls")
    expect(chosen.get_by_role("radio", checked=True)).to_have_count(1)
    expect(
        chosen.get_by_role("radio", name=EXPLAINER.about.scopes.brief, exact=True)
    ).to_be_checked()
    page.go_back()
    expect_page(page, "timeline")
    expect_parameters(page, scope="brief", actors="russia")
    page.go_back()
    expect_parameters(page, scope="brief")
    page.locator(".st-key-filters summary").click()
    page.locator(".st-key-controls").get_by_text(
        EXPLAINER.about.scopes.background, exact=True
    ).click()
    expect_parameters(page)
    expect(lines).to_have_count(everything)


# ------------------------------------------------------------------ keyboard and theme


def test_arrow_keys_move_the_steps(server: str, context: BrowserContext) -> None:
    page, _ = open_page(context, address_of(server, "implications"))
    path = EXPLAINER.implications.steps
    for key, number in (("ArrowRight", 2), ("ArrowRight", 3), ("ArrowLeft", 2)):
        page.keyboard.press(key)
        expect_parameters(page, step=str(number))
        expect(page.locator(".st-key-steps")).to_contain_text(path[number - 1].text)


def test_figures_follow_a_live_theme_switch(server: str, context: BrowserContext) -> None:
    """Chart text takes the other theme's colours without a reload, and takes them back."""
    page, _ = open_page(context, address_of(server, "reasons", "step=2"))
    light, dark = (set(map(rgb, colours(theme).values())) for theme in ("light", "dark"))
    assert not light & dark
    before = {text.fill for text in chart_texts(page)}
    assert before <= light
    assert rgb(colours("light")[Role.INK]) in before
    assert rgb(colours("light")[Role.FADED_TEXT]) in before
    show_as(page, theme="dark")
    after = {text.fill for text in chart_texts(page)}
    assert after <= dark
    assert len(after) == len(before)
    show_as(page, theme="light")
    assert {text.fill for text in chart_texts(page)} == before
