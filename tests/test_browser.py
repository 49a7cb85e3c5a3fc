"""The app in a real browser: cold addresses, events, filters, the guided path, both themes."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from browser import (
    FIGURES,
    READY,
    Wire,
    address_of,
    asked,
    chart_texts,
    click_mark,
    expect_parameters,
    mark,
    open_page,
    show_as,
    visit,
    wait_until_drawn,
)
from folders import BRIEF
from playwright.sync_api import BrowserContext, Page, expect

from explainer.checks import loader
from explainer.figures.palette import Role, colours, rgb

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(BRIEF)
PAGES = EXPLAINER.about.pages
LINES = ".st-key-events button[aria-expanded]"
PANEL = ".st-key-event"
TITLE = f"{PANEL} h2"
EXPANDED = "button[aria-expanded=true]"
BESIDE = f".beside > {PANEL}"


def expect_page(page: Page, name: str) -> None:
    """Wait until a page of the app is shown whole, with nothing broken on it."""
    said = EXPLAINER.page(name)
    expect(page.locator("h1")).to_have_text(said.title)
    expect(page).to_have_title(f"{said.menu} · {EXPLAINER.about.title}")
    wait_until_drawn(page)
    assert len(chart_texts(page)) > 3
    links = page.locator(".st-key-menu a")
    assert links.all_inner_texts() == [EXPLAINER.page(other).menu for other in PAGES]
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_test_id("stDialog").count() == 0
    assert page.get_by_test_id("stSidebarNav").count() == 0


# ------------------------------------------------------------------ cold


@pytest.mark.parametrize("name", ["overview", "reasons"])
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


def test_a_click_on_a_mark_opens_its_event_beside_the_figure(
    server: str, context: BrowserContext
) -> None:
    """In every form of a figure: the address names the event, the panel tells it, a ring shows it.

    A mark of several events opens the next one at the next click.
    """
    page, _ = open_page(context, server)
    for name, width, events in (
        ("overview?step=1", 1280, ["flood-1287"]),
        ("timeline?step=0", 1280, ["vote-1911", "vote-1953"]),
        ("limits?step=2", 390, ["vote-1998"]),
        ("sources?step=0", 768, ["gate-1964"]),
        ("reasons?step=0", 1280, ["gate-1558"]),  # in the second figure
    ):
        page.set_viewport_size({"width": width, "height": 900})
        visit(page, address_of(server, name))
        marks = page.locator(f"{FIGURES} path.point").count()
        for event in events:
            click_mark(page, event)
            expect_parameters(page, event=event, step=name[-1])
            title = page.locator(TITLE)
            expect(title).to_have_text(EXPLAINER.event[event].title)
            wait_until_drawn(page)
            expect(title).to_be_in_viewport()
            assert page.locator(BESIDE).count() == 1, name
            assert mark(page, event).count() > 0, name
            assert page.locator(f"{FIGURES} path.point").count() > marks, name
        page.locator(PANEL).get_by_role("button", name="Close").click()
        expect(page.locator(PANEL)).to_have_count(0)
        expect_parameters(page, step=name[-1])


def test_a_line_opens_its_event_at_once_and_the_address_and_the_figure_follow(
    server: str, context: BrowserContext
) -> None:
    """In the place of the step's words, one at a time, even while the server does not answer."""
    page = context.new_page()
    wire = Wire(page)
    visit(page, address_of(server, "limits", "step=2"))
    marks = page.locator(f"{FIGURES} path.point").count()
    click_mark(page, "vote-2024")
    expect(page.locator(TITLE)).to_have_text(EXPLAINER.event["vote-2024"].title)
    wait_until_drawn(page)
    wire.hold()
    for at, event in ((2, "vote-1911"), (4, "vote-1987")):
        line = page.locator(LINES).nth(at)
        line.click()
        expect(page.locator(BESIDE)).to_contain_text(EXPLAINER.event[event].description)
        expect(page.locator(TITLE)).to_be_in_viewport()
        expect(page.locator(".words")).to_be_hidden()
        expect(line).to_have_attribute("aria-expanded", "true")
        opened = page.locator(EXPANDED).evaluate_all("all => all.map(one => one.dataset.event)")
        assert set(opened) == {event}
        assert page.locator(PANEL).count() == 1
    line.click()
    expect(page.locator(PANEL)).to_have_count(0)
    expect(page.locator(".words")).to_be_visible()
    expect(line).to_have_attribute("aria-expanded", "false")
    line.click()
    assert asked(page) == {"event": "vote-2024", "step": "2"}
    wire.let_go()
    expect_parameters(page, event="vote-1987", step="2")
    wait_until_drawn(page)
    expect(page.locator(TITLE)).to_have_text(EXPLAINER.event["vote-1987"].title)
    assert page.locator(PANEL).count() == 1
    assert page.locator(f"{FIGURES} path.point").count() > marks


def test_one_goes_on_from_an_open_event(server: str, context: BrowserContext) -> None:
    """Later and Earlier lead along the events shown, Back of the browser undoes, Close closes."""
    page, _ = open_page(context, address_of(server, "limits"))
    page.locator(LINES).nth(4).click()
    expect_parameters(page, event="vote-1987")
    panel, title = page.locator(PANEL), page.locator(TITLE)
    expect(panel).to_contain_text("Event 5 of 10")
    panel.get_by_role("button", name="Later event").click()
    expect_parameters(page, event="vote-1998")
    expect(title).to_have_text(EXPLAINER.event["vote-1998"].title)
    expect(title).to_be_in_viewport()
    expect(page.locator(LINES).nth(5)).to_have_attribute("aria-expanded", "true")
    expect(page.locator(BESIDE)).to_be_visible()
    panel.get_by_role("button", name="Earlier event").click()
    expect_parameters(page, event="vote-1987")
    expect(title).to_have_text(EXPLAINER.event["vote-1987"].title)
    page.go_back()
    expect_parameters(page, event="vote-1998")
    expect(title).to_have_text(EXPLAINER.event["vote-1998"].title)
    panel.get_by_role("button", name="Close").click()
    expect_parameters(page)
    expect(panel).to_have_count(0)
    expect(page.locator(EXPANDED)).to_have_count(0)


LINES_ELSEWHERE = (
    ("evidence of a claim", "limits", "#claim-gate-4", "vote-1987"),
    ("what a band is drawn from", "limits", "[data-origin=band-ostermond-3]", "lawsuit-2003"),
    ("what happened next", "limits", "#claim-purse-2", "works-2026"),
    ("an answer", "limits", "#question-doubts-refusal", "vote-2024"),
    ("a point on which sources differ", "sources", "#point-first-bank", "bank-begun"),
    ("a question for the room", "seminar", "#discussion-who-owns", "vote-2024"),
    ("a forecast to score", "seminar", "#score-purse-2", "lease-2099"),
)


def test_wherever_an_event_is_named_it_opens_beside_the_figure_and_close_leads_back(
    server: str, context: BrowserContext
) -> None:
    """To the very line; whatever was open is closed."""
    page, last = open_page(context, server)[0], ""
    for what, name, part, event in LINES_ELSEWHERE:
        if name != last:
            visit(page, address_of(server, name))
            last = name
        where = page.locator(part)
        where.evaluate(
            "part => { for (; part; part = part.parentElement) {"
            " if (part.matches('details')) part.open = true; } }"
        )
        for fold in where.locator("details:not([open]) > summary:visible").all():
            fold.click()
        if what == "an answer":
            where.locator("label").first.click()
            where.get_by_role("button", name="Check my answer").click()
        line = where.locator(f"button[data-event={event}]")
        line.click()
        expect(page.locator(TITLE)).to_have_text(EXPLAINER.event[event].title)
        expect(page).to_have_url(re.compile(rf"[?&]event={event}(&|$)"))
        wait_until_drawn(page)
        expect(page.locator(TITLE)).to_have_text(EXPLAINER.event[event].title)
        expect(page.locator(TITLE)).to_be_in_viewport()
        assert page.locator(PANEL).count() == 1, what
        page.locator(PANEL).get_by_role("button", name="Close").click()
        expect(page.locator(PANEL)).to_have_count(0)
        expect(line).to_be_focused()
        expect(line).to_be_in_viewport()


def test_an_open_event_keeps_to_the_filters(server: str, context: BrowserContext) -> None:
    """Its place among the events shown follows; what a filter leaves out is closed."""
    page, _ = open_page(context, address_of(server, "limits", "step=1"))
    panel = page.locator(PANEL)
    page.locator("#claim-gate-4 button[data-event=vote-2024]").click()
    expect(panel).to_contain_text("Event 10 of 10")
    page.locator(".st-key-controls summary").click()
    controls = page.locator(".st-key-controls")
    controls.get_by_text(EXPLAINER.about.scopes.brief, exact=True).click()
    expect_parameters(page, event="vote-2024", step="1", scope="brief")
    expect(panel).to_contain_text("Event 4 of 4")
    expect(panel).to_have_count(1)
    panel.get_by_role("button", name="Earlier event").click()
    expect(page.locator(TITLE)).to_have_text(EXPLAINER.event["vote-1953"].title)
    expect_parameters(page, event="vote-1953", step="1", scope="brief")
    panel.get_by_role("button", name="Earlier event").click()
    expect_parameters(page, event="engineers-1555", step="1", scope="brief")
    controls.get_by_role("button", name=EXPLAINER.actor["ostermond"].name).click()
    expect_parameters(page, step="1", scope="brief", actors="ostermond")
    expect(panel).to_have_count(0)


# ------------------------------------------------------------------ links and filters


def test_links_lead_through_all_pages(server: str, context: BrowserContext) -> None:
    """The foot of each page leads to the next one, in the menu's order, and to the one before."""
    page, requests = open_page(context, server)
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
    lines, controls = page.locator(LINES), page.locator(".st-key-controls")
    everything = [event for event in EXPLAINER.events if event.scope.value != "after"]
    expect(lines).to_have_count(len(everything))
    controls.locator("summary").click()
    controls.get_by_text(EXPLAINER.about.scopes.brief, exact=True).click()
    expect_parameters(page, scope="brief")
    controls.get_by_role("button", name=EXPLAINER.actor["ostermond"].name).click()
    expect_parameters(page, scope="brief", actors="ostermond")
    wanted = [
        event
        for event in everything
        if event.scope.value == "brief" and "ostermond" in event.actors
    ]
    expect(lines).to_have_text([re.compile(re.escape(event.title)) for event in wanted])
    page.locator(".st-key-menu a").nth(PAGES.index("sources")).click()
    expect_page(page, "sources")
    expect_parameters(page, scope="brief", actors="ostermond")
    expect(lines).to_have_count(len(wanted))
    controls.locator("summary").click()
    expect(controls.get_by_role("radio", checked=True)).to_have_count(1)
    chosen = controls.get_by_role("radio", name=EXPLAINER.about.scopes.brief, exact=True)
    expect(chosen).to_be_checked()
    page.go_back()
    expect_page(page, "timeline")
    expect_parameters(page, scope="brief", actors="ostermond")
    page.go_back()
    expect_parameters(page, scope="brief")
    controls.locator("summary").click()
    controls.get_by_text(EXPLAINER.about.scopes.background, exact=True).click()
    expect_parameters(page)
    expect(lines).to_have_count(len(everything))


# ------------------------------------------------------------------ the guided path, the theme


def test_the_guided_path_is_walked_by_keys_and_buttons(
    server: str, context: BrowserContext
) -> None:
    """Arrow keys, All steps, Look around and Present; what is said follows."""
    page, _ = open_page(context, address_of(server, "implications", "step=1"))
    path, steps = EXPLAINER.implications.steps, page.locator(".st-key-steps")
    for key, number in (("ArrowRight", 2), ("ArrowRight", 3), ("ArrowLeft", 2)):
        page.keyboard.press(key)
        expect_parameters(page, step=str(number))
        expect(steps).to_contain_text(path[number - 1].text)
    steps.get_by_text("All steps").click()
    steps.get_by_role("button", name=path[3].title).click()
    expect_parameters(page, step="4")
    expect(steps).to_contain_text(path[3].text)
    expect(page.locator("[role=status]", has_text="Step 4 of 4")).to_have_count(1)
    expect(steps.locator("[aria-current=step]")).to_contain_text(path[3].title)
    steps.get_by_role("button", name="Look around").click()
    expect_parameters(page, step="0")
    expect(steps.locator("h2")).to_have_count(0)
    ways = page.locator(".st-key-ways")
    ways.get_by_role("button", name="Back to step 4").click()
    expect_parameters(page, step="4")
    expect(steps.locator("h2")).to_have_text(path[3].title)
    ways.get_by_role("button", name="Back").click()
    expect_parameters(page, step="3")
    ways.get_by_role("button", name="Back").click()
    expect_parameters(page, step="2")
    steps.get_by_role("button", name="Present").click()
    expect_parameters(page, step="2", present="1")
    expect(page.locator(".st-key-stage h1")).to_have_text(path[1].title)
    page.wait_for_selector(READY)
    page.keyboard.press("Escape")
    expect_parameters(page, step="2")
    expect(steps.locator("h2")).to_have_text(path[1].title)


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
