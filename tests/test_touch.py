"""Fingers: a swipe begun anywhere scrolls, a tap on a mark opens its event, a pinch zooms."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from browser import address_of, mark, visit, wait_until_drawn
from folders import BRIEF
from playwright.sync_api import Browser, CDPSession, Page, expect

from explainer.checks import loader

pytestmark = pytest.mark.browser

PAGES = loader.load(BRIEF).about.pages
PHONE, TABLET = (390, 844), (1180, 820)
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"
LEFT = """
() => { const main = document.querySelector('[data-testid=stMain]');
        return main.scrollHeight - main.clientHeight - main.scrollTop; }
"""


@pytest.fixture
def touched(browser: Browser) -> Iterator[Callable[[tuple[int, int]], Page]]:
    """A tab on a screen of some size that is touched."""
    contexts = []

    def opened(size: tuple[int, int]) -> Page:
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=True,
            is_mobile=True,
            user_agent="Mozilla/5.0 (Linux; Android 15) Chrome Mobi" if size == PHONE else None,
        )
        context.set_default_timeout(60_000)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


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


@pytest.mark.parametrize(
    ("size", "names"),
    [(PHONE, PAGES), (TABLET, ("reasons",))],
    ids=["phone", "tablet"],
)
def test_swipes_lead_from_the_head_of_a_page_to_its_foot(
    size: tuple[int, int],
    names: tuple[str, ...],
    server: str,
    touched: Callable[[tuple[int, int]], Page],
) -> None:
    """A finger that comes down on a figure or a line on its way opens nothing."""
    page, (width, height) = touched(size), size
    session = page.context.new_cdp_session(page)
    for name in names:
        visit(page, address_of(server, name))
        stood = 0
        while page.evaluate(LEFT) > 1:
            before = page.evaluate(SCROLLED)
            swipe(page, session, width * 0.5, height * 0.93, height * 0.9)
            stood = stood + 1 if page.evaluate(SCROLLED) <= before else 0
            left = page.evaluate(LEFT)
            assert stood < 3, f"{name}: stuck {before:.0f} px down, {left:.0f} px from the foot"
        assert page.locator(".st-key-event").count() == 0, name


def test_a_tap_opens_an_event_and_two_fingers_zoom(
    server: str, touched: Callable[[tuple[int, int]], Page]
) -> None:
    """A tap on a mark, a tap on a line, and a pinch over a figure."""
    page = touched(PHONE)
    visit(page, address_of(server, "limits", "step=2"))
    found, title = mark(page, "vote-1998").first, page.locator(".st-key-event:visible h2")
    found.scroll_into_view_if_needed()
    box = found.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(title).to_have_text("Vote on a toll")
    assert "event=vote-1998" in page.url
    page.locator(".st-key-events button[data-event=vote-1911]").tap()
    expect(title).to_have_text("Vote on iron doors")
    wait_until_drawn(page)
    page.locator(".js-plotly-plot").first.scroll_into_view_if_needed()
    session = page.context.new_cdp_session(page)
    for kind, apart in (("touchStart", 40), *(("touchMove", 40 + 20 * part) for part in range(8))):
        move(session, kind, (195, 500 - apart), (195, 500 + apart))
        page.wait_for_timeout(20)
    move(session, "touchEnd")
    assert page.evaluate("visualViewport.scale") > 1.3
