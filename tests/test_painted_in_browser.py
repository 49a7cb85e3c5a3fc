"""The page before the app in a browser: whole without scripts, unseen when the app takes over."""

from __future__ import annotations

import re
import sys
import urllib.request
from pathlib import Path
from typing import Any

import axe
import pytest
from browser import READY, Theme, address_of, open_page, sideways, wait_until_drawn
from folders import BRIEF
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from servers import RUN, Server, free_port

from explainer.checks import loader

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(BRIEF)
PAGES = EXPLAINER.about.pages
PAINTED = "#painted"
SIZES = ((1280, 720), (390, 844))
VIEWS = {SIZES[0]: ("step={last}", "step=0"), SIZES[1]: ("", "step=0")}
"""What is opened on a laptop, and on a phone."""
THEMES: tuple[Theme, ...] = ("light", "dark")
WITHIN = 8
"""The px by which something may move when the app takes over."""

_PLACES = """
parts => Object.fromEntries(Object.entries(parts).map(([name, selector]) => {
  const seen = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
  const {left, top} = seen.getBoundingClientRect();
  return [name, [Math.round(left), Math.round(top)]];
}))
"""
ALWAYS = {
    "menu": ".st-key-menu",
    "heading": "h1",
    "finding": '[class*="st-key-figure"] h2',
    "figure": 'svg.main-svg, #painted [class*="st-key-chart-"] svg',
}
IN_STEP = ALWAYS | {
    "step": ".beside h2, .beside .question",
    "next": ".st-key-go-next button, [data-twin=next]",
}
AROUND = ALWAYS | {"filters": ".st-key-controls", "count": "[data-status=count]"}
"""Where one looks around."""


class Held:
    """The app's scripts, which wait until they are let go; what is asked for meanwhile goes too."""

    def __init__(self) -> None:
        self._waiting: list[Route] = []
        self.is_open = False

    def __call__(self, route: Route) -> None:
        if self.is_open:
            route.continue_()
        else:
            self._waiting.append(route)

    def open(self) -> None:
        self.is_open = True
        for route in self._waiting:
            route.continue_()
        self._waiting.clear()


def held_back(context: BrowserContext, width: int, height: int) -> tuple[Page, Held]:
    """A tab in which the app's scripts wait until they are let go."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce")
    waiting = Held()
    page.route(re.compile(r"/static/js/index\."), waiting)
    return page, waiting


def let_go(page: Page, waiting: Held) -> None:
    """Let the app come, and wait until it has taken over."""
    waiting.open()
    expect(page.locator(PAINTED)).to_have_count(0)
    wait_until_drawn(page)
    waiting.is_open = False


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_when_the_app_takes_over(
    name: str, size: tuple[int, int], server: str, context: BrowserContext
) -> None:
    """Title, step, Next and figure, at some steps; filters and figure of whoever looks around."""
    page, waiting = held_back(context, *size)
    moved = []
    for query in VIEWS[size]:
        query = query.format(last=len(EXPLAINER.page(name).steps))
        parts = AROUND if query == "step=0" else IN_STEP
        page.goto(address_of(server, name, query), wait_until="commit")
        page.locator(f"{PAINTED} .st-key-foot").wait_for(state="attached")
        page.evaluate("() => document.fonts.ready.then(() => true)")
        before: dict[str, Any] = page.evaluate(_PLACES, parts)
        let_go(page, waiting)
        after = page.evaluate(_PLACES, parts)
        for part, (x, y) in before.items():
            far = max(abs(x - after[part][0]), abs(y - after[part][1]))
            if far > WITHIN:
                moved.append(f"{query}: {part} from {(x, y)} to {after[part]}")
    page.close()
    assert moved == []


def test_what_was_scrolled_opened_and_reached_stays_so(
    server: str, context: BrowserContext
) -> None:
    page, waiting = held_back(context, 1280, 720)
    page.goto(address_of(server, "limits", "step=2"), wait_until="commit")
    page.locator(f"{PAINTED} .st-key-foot").wait_for(state="attached")
    fold = page.locator(f"{PAINTED} .argument > details > summary").nth(1)
    title = fold.inner_text().split("\n")[0]
    fold.scroll_into_view_if_needed()
    fold.press("Enter")
    scrolled = page.evaluate("document.querySelector('#painted [data-testid=stMain]').scrollTop")
    assert scrolled > 100
    let_go(page, waiting)
    now = page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")
    assert abs(now - scrolled) <= WITHIN
    twin = page.locator(".argument > details", has=page.get_by_text(title, exact=True))
    assert twin.first.evaluate("fold => fold.open")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.close()


def test_the_focus_on_next_is_on_next_afterwards_and_nothing_is_reached_twice(
    server: str, context: BrowserContext
) -> None:
    page, waiting = held_back(context, 1280, 720)
    page.goto(address_of(server, "limits", "step=2"), wait_until="commit")
    page.locator("[data-twin=next]").focus()
    assert page.locator("#root").evaluate("root => root.inert")
    let_go(page, waiting)
    assert not page.locator("#root").evaluate("root => root.inert")
    expect(page.locator(".st-key-go-next button")).to_be_focused()
    assert page.locator("p[role=status].hidden").inner_text() == "", "nothing is announced"
    page.close()


def test_a_painted_next_is_a_link_that_works_before_the_app_does(
    server: str, context: BrowserContext
) -> None:
    page, _ = held_back(context, 1280, 720)
    page.goto(address_of(server, "limits", "step=2"), wait_until="commit")
    page.locator("[data-twin=next]").click()
    step = page.locator(f"{PAINTED} .words h2")
    expect(step).to_contain_text(EXPLAINER.limits.steps[2].title)
    page.locator(f"{PAINTED} .menu").get_by_role("link", name=EXPLAINER.reasons.menu).click()
    expect(page.locator(f"{PAINTED} h1")).to_contain_text(EXPLAINER.reasons.title)
    page.close()


def test_the_theme_that_was_chosen_is_the_painted_page_s_as_well(
    server: str, context: BrowserContext
) -> None:
    page, _ = held_back(context, 1280, 720)
    page.emulate_media(color_scheme="light")
    address = address_of(server, "limits", "step=2")
    page.goto(address, wait_until="commit")
    page.locator(PAINTED).wait_for()
    page.evaluate("localStorage.setItem('stActiveTheme-/limits-v2', '{\"name\": \"Dark\"}')")
    page.goto(address, wait_until="commit")
    page.locator(PAINTED).wait_for()
    assert page.locator(PAINTED).evaluate("e => getComputedStyle(e).colorScheme") == "dark"
    page.evaluate("localStorage.clear()")
    page.close()


# ------------------------------------------------------------------ without scripts


@pytest.fixture
def plain(browser: Browser) -> Any:
    """A tab that runs no script of a page."""
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_it(name: str, server: str, context: BrowserContext) -> None:
    """On laptop and phone, in both themes; axe is a script, so the app is only held back."""
    page, _ = held_back(context, *SIZES[0])
    for query in ("", "step=2"):
        page.goto(address_of(server, name, query), wait_until="commit")
        page.locator(f"{PAINTED} .st-key-foot").wait_for(state="attached")
        # High enough that nothing lies under the ways at the foot of a phone, where it scrolls.
        for width, height in (SIZES[0], (390, 1900)):
            page.set_viewport_size({"width": width, "height": height})
            assert sideways(page) == []
            for theme in THEMES:
                page.emulate_media(color_scheme=theme)
                assert axe.faults(page, PAINTED) == []
    page.close()


def test_without_scripts_it_says_what_is_missing(server: str, plain: Page) -> None:
    for width, height in SIZES:
        plain.set_viewport_size({"width": width, "height": height})
        plain.goto(address_of(server, "limits", "step=2"))
        expect(plain.get_by_text("Without JavaScript")).to_be_in_viewport()


def test_without_scripts_an_event_opens_and_a_class_can_be_walked_through(
    server: str, plain: Page
) -> None:
    plain.goto(address_of(server, "limits", "step=2"))
    plain.locator('[class*="st-key-chart-step"] svg a[data-events~="vote-1987"]').first.click()
    panel = plain.locator(".panel")
    expect(panel).to_contain_text(EXPLAINER.event["vote-1987"].description)
    panel.get_by_role("link", name="Close").click()
    walked = []
    for _ in range(40):
        walked.append(plain.locator("h1").inner_text() + plain.locator(".beside").inner_text())
        following = plain.locator("[data-twin=next]")
        before = plain.url
        following.click()
        if plain.url == before:
            break
    assert len(set(walked)) == len(walked) > 15


def test_it_prints_whole(server: str, plain: Page) -> None:
    plain.goto(address_of(server, "limits", "step=2"))
    plain.emulate_media(media="print")
    height = plain.locator(PAINTED).evaluate("e => e.getBoundingClientRect().height")
    assert height > 1500, "what lies below the screen is printed as well"
    expect(plain.get_by_text("Without JavaScript")).to_be_hidden()


def test_the_app_behind_it_is_the_app(server: str, context: BrowserContext) -> None:
    page, requests = open_page(context, address_of(server, "limits", "step=2"))
    page.wait_for_selector(READY)
    assert requests.errors == []


# ------------------------------------------------------------------ a host that knows no door

SCRIPT = """
from streamlit.web import bootstrap
bootstrap.load_config_options({{"server_port": {port}, "server_address": "127.0.0.1"}})
bootstrap.run("app.py", False, [], {{}})
"""


def test_a_host_that_runs_the_door_as_a_plain_script_gets_the_same_pages(
    tmp_path: Path, context: BrowserContext
) -> None:
    """Front and deep links, by the menu and by the ways, without what the door adds."""
    port = free_port()
    command = [sys.executable, "-c", SCRIPT.format(port=port)]
    with Server(command, tmp_path / "log.txt", port, EXPLAINER_CONTENT=str(BRIEF)) as running:
        with urllib.request.urlopen(f"{running.address}/limits") as answer:
            assert b'id="painted"' not in answer.read()
        page, requests = open_page(context, f"{running.address}/limits?step=2")
        expect(page.locator("h1")).to_contain_text(EXPLAINER.limits.title)
        page.locator(".menu a", has_text=EXPLAINER.overview.menu).click()
        expect(page.locator("h1")).to_contain_text(EXPLAINER.overview.title)
        wait_until_drawn(page)
        page.goto(running.address)
        expect(page.locator("h1")).to_contain_text(EXPLAINER.overview.title)
        assert requests.errors == []
        page.close()


def test_under_a_path_of_its_own_the_page_is_painted_and_the_app_takes_over(
    tmp_path: Path, context: BrowserContext
) -> None:
    port = free_port()
    more = (f"--server.port={port}", "--server.baseUrlPath=course/week-3")
    command = [sys.executable, "-m", *RUN, *more]
    server = Server(command, tmp_path / "log.txt", port, EXPLAINER_CONTENT=str(BRIEF))
    server.address += "/course/week-3"
    with server as running:
        with urllib.request.urlopen(f"{running.address}/limits?step=2") as answer:
            assert b'id="painted"' in answer.read()
        page, requests = open_page(context, f"{running.address}/limits?step=2")
        expect(page.locator(".words h2")).to_contain_text(EXPLAINER.limits.steps[1].title)
        assert requests.errors == []
        page.close()
