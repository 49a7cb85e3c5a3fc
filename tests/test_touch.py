"""Fingers: a swipe begun anywhere scrolls, a tap on a mark opens its event, a pinch zooms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import mark, wait_until_drawn
from playwright.sync_api import Browser, CDPSession, Page, expect

from explainer.checks import loader

pytestmark = pytest.mark.browser

PAGES = loader.load(loader.FOLDER).about.pages
PHONE, TABLET = (390, 844), (1180, 820)
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"
LEFT = """
() => { const main = document.querySelector('[data-testid=stMain]');
        return main.scrollHeight - main.clientHeight - main.scrollTop; }
"""


def touched(browser: Browser, size: tuple[int, int], address: str) -> Page:
    """A page on a screen that is touched, once its figure is drawn."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=True,
        is_mobile=True,
        user_agent="Mozilla/5.0 (Linux; Android 15) Chrome Mobi" if size == PHONE else None,
    )
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(address)
    wait_until_drawn(page)
    return page


def move(session: CDPSession, kind: str, *fingers: tuple[float, float]) -> None:
    """Put fingers down, move them or, with none left, lift them."""
    points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(fingers)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def swipe(page: Page, session: CDPSession, x: float, y: float, far: float) -> None:
    """A slow swipe up that ends at rest, so that nothing goes on by itself."""
    move(session, "touchStart", (x, y))
    for part in range(1, 7):
        move(session, "touchMove", (x, y - far * part / 6))
    page.wait_for_timeout(60)
    move(session, "touchEnd")
    page.wait_for_timeout(60)


@pytest.fixture
def closing(browser: Browser) -> Iterator[Browser]:
    """The browser; the profiles that a test adds to it are closed after it."""
    before = set(browser.contexts)
    yield browser
    for context in set(browser.contexts) - before:
        context.close()


@pytest.mark.parametrize(
    ("name", "size"),
    [*((name, PHONE) for name in PAGES), ("reasons", TABLET)],
    ids=[*PAGES, "reasons on a tablet"],
)
def test_swipes_lead_from_the_head_of_a_page_to_its_foot(
    name: str, size: tuple[int, int], server: str, closing: Browser
) -> None:
    """A finger that comes down on a figure on its way opens nothing."""
    page = touched(closing, size, f"{server}/{'' if name == 'overview' else name}")
    session, (width, height) = page.context.new_cdp_session(page), size
    stood = 0
    while page.evaluate(LEFT) > 1:
        before = page.evaluate(SCROLLED)
        swipe(page, session, width * 0.5, height * 0.93, height * 0.9)
        stood = stood + 1 if page.evaluate(SCROLLED) <= before else 0
        assert stood < 3, f"stuck {before:.0f} px down, {page.evaluate(LEFT):.0f} px from the foot"
    assert page.locator(".st-key-event").count() == 0


def test_a_tap_on_a_mark_opens_its_event(server: str, closing: Browser) -> None:
    page = touched(closing, PHONE, f"{server}/limits")
    found = mark(page, "panel-veto-2024").first
    found.scroll_into_view_if_needed()
    box = found.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".st-key-event h3")).to_be_visible()
    assert "event=panel-veto-2024" in page.url


def test_a_pinch_over_a_figure_zooms_the_page(server: str, closing: Browser) -> None:
    page = touched(closing, PHONE, f"{server}/timeline")
    page.locator(".js-plotly-plot").first.scroll_into_view_if_needed()
    session = page.context.new_cdp_session(page)
    for kind, apart in (("touchStart", 40), *(("touchMove", 40 + 20 * part) for part in range(8))):
        move(session, kind, (195, 500 - apart), (195, 500 + apart))
        page.wait_for_timeout(20)
    move(session, "touchEnd")
    assert page.evaluate("visualViewport.scale") > 1.3
