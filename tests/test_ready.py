"""Ready for class: what the browser checks by itself, on the seminar page, and says aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

import axe
import pytest
from browser import READY, Requests, address_of, open_page, wait_until_drawn
from folders import BRIEF
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from explainer.checks import loader
from explainer.takeaway import export

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(BRIEF)
ALL = len(EXPLAINER.about.pages)


@pytest.fixture
def seminar(server: str, browser: Browser) -> Iterator[Page]:
    """The seminar page in a browser on a projector of 16:9."""
    context = browser.new_context(
        viewport={"width": 1920, "height": 1080}, screen={"width": 1920, "height": 1080}
    )
    page, _ = open_page(context, address_of(server, "seminar"), width=1920, height=1080)
    yield page
    context.close()


def begin(page: Page) -> None:
    """Open the list of checks."""
    page.locator("details.ready > summary").click()
    expect(page.locator("[data-ready]")).to_be_visible()


def line(check: str) -> str:
    return f'[data-ready] [data-check="{check}"]'


def expect_line(page: Page, check: str, words: str) -> None:
    """Wait for a line of the list that begins so."""
    expect(page.locator(line(check))).to_have_text(re.compile(f"^{re.escape(words)}"))


def test_all_that_is_well_has_its_sign_and_words(seminar: Page) -> None:
    begin(seminar)
    expect_line(seminar, "screen", "✓ Screen: 1920 × 1080 (16:9), fits the stage.")
    expect_line(seminar, "zoom", "✓ Zoom: none.")
    expect_line(seminar, "pages", f"✓ Pages: all {ALL} answer.")
    expect_line(seminar, "copy", "○ Offline copy: not saved")
    assert seminar.locator("[data-ready] [role=status] li").count() == 4
    assert axe.faults(seminar, "details.ready") == []


@pytest.mark.parametrize(
    ("width", "height", "words"),
    [
        (1366, 768, "✓ Screen: 1366 × 768 (16:9)"),
        (1920, 1200, "✓ Screen: 1920 × 1200 (16:10)"),
        (1024, 768, "✓ Screen: 1024 × 768 (4:3)"),
        (2560, 1080, "✓ Screen: 2560 × 1080 (21:9)"),
        (1280, 1024, "! Screen: 1280 × 1024. The stage is laid out for"),
        (800, 600, "! Screen: 800 × 600. The stage is made for 1024 px"),
    ],
)
def test_a_screen_is_told_by_its_shape_and_again_when_the_window_changes(
    width: int, height: int, words: str, seminar: Page
) -> None:
    begin(seminar)
    expect_line(seminar, "screen", "✓ Screen: 1920 × 1080")
    # The window comes to another screen.
    seminar.evaluate(
        """([width, height]) => {
          for (const [name, px] of Object.entries({width, height}))
            Object.defineProperty(screen, name, {value: px, configurable: true});
          dispatchEvent(new Event('resize'));
        }""",
        [width, height],
    )
    expect_line(seminar, "screen", words)


def test_zoom_is_told(seminar: Page) -> None:
    seminar.evaluate("Object.defineProperty(window, 'outerWidth', {value: innerWidth * 1.5})")
    begin(seminar)
    expect_line(seminar, "zoom", "! Zoom: 150 %. Go back to 100 %")


def test_a_page_that_does_not_answer_is_named_until_it_does(seminar: Page) -> None:
    """Broken off on the way, or answered with a fault; asked again only when it is wanted."""
    limits, sources = EXPLAINER.limits.menu, EXPLAINER.sources_page.menu

    def fail(route: Route) -> None:
        route.fulfill(status=503, body="")

    seminar.route(re.compile(r"/limits$"), lambda route: route.abort())
    seminar.route(re.compile(r"/sources$"), fail)
    begin(seminar)
    expect_line(seminar, "pages", f"! Pages without an answer: {limits}, {sources}.")
    seminar.unroute_all()
    asked = Requests(seminar)
    seminar.wait_for_timeout(300)
    assert asked.addresses == []
    seminar.get_by_role("button", name="Check again").click()
    expect_line(seminar, "pages", f"✓ Pages: all {ALL} answer.")


def test_every_page_of_the_menu_is_asked_for_here_and_nowhere_else(
    server: str, seminar: Page
) -> None:
    """Not before somebody opens the list."""
    asked = Requests(seminar)
    seminar.wait_for_timeout(300)
    assert asked.addresses == []
    begin(seminar)
    expect_line(seminar, "pages", "✓")
    names = ("" if name == "overview" else name for name in EXPLAINER.about.pages)
    assert sorted(asked.addresses) == sorted(f"{server}/{name}" for name in names)


def test_the_offline_copy_counts_as_saved_once_its_button_was_pressed_while_the_tab_is_open(
    seminar: Page,
) -> None:
    """On the way through other pages, too; or whoever has it ticks it."""
    begin(seminar)
    expect_line(seminar, "copy", "○")
    box = seminar.get_by_label("I have the offline copy with me")
    with seminar.expect_download() as download:
        seminar.get_by_role("button", name="Offline copy").click()
    assert download.value.suggested_filename == export.HANDOUT.name
    expect_line(seminar, "copy", "✓ Offline copy: saved.")
    expect(box).to_be_checked()
    menu = seminar.locator(".st-key-menu")
    menu.get_by_role("link", name=EXPLAINER.limits.menu).click()
    expect(seminar.locator("h1")).to_have_text(EXPLAINER.limits.title)
    menu.get_by_role("link", name=EXPLAINER.seminar.menu).click()
    expect(seminar.locator("h1")).to_have_text(EXPLAINER.seminar.title)
    wait_until_drawn(seminar)
    begin(seminar)
    expect_line(seminar, "copy", "✓")
    box.uncheck()
    expect_line(seminar, "copy", "○")
    box.check()
    expect_line(seminar, "copy", "✓")
    seminar.reload()
    wait_until_drawn(seminar)
    begin(seminar)
    expect_line(seminar, "copy", "○")


def test_without_a_script_the_list_is_what_it_was(server: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address_of(server, "seminar"))
    page.locator("details.ready > summary").click()
    expect(page.locator("details.ready > ol > li")).to_have_count(5)
    expect(page.locator("details.ready")).to_contain_text("The evening before")
    expect(page.locator("[data-ready]")).to_have_count(0)
    context.close()


def test_the_handouts_are_offered_beside_the_slides(server: str, context: BrowserContext) -> None:
    page, _ = open_page(context, address_of(server, "seminar"))
    page.wait_for_selector(READY)
    # They are made when they are first asked for.
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Handouts of two pages").click()
    assert download.value.suggested_filename == "handouts.zip"
