"""The first screen: a step and its whole figure are seen at once, on laptop and phone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from browser import address_of, expect_parameters, open_page, sideways, visit, wait_until_drawn
from folders import BRIEF
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_touch import move

from explainer.checks import loader

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(BRIEF)
PAGES = EXPLAINER.about.pages
LAPTOPS = ((1280, 720), (1366, 768), (1440, 900), (1920, 1080))
PHONES = ((390, 844), (360, 740))
SHOWN = ".js-plotly-plot:visible"

_PLACES = """
() => {
  const box = (part) => {
    const found = [...document.querySelectorAll(part)].filter(one => one.checkVisibility());
    if (!found.length) return null;
    const {left, top, right, bottom} = found[0].getBoundingClientRect();
    return [left, top, right, bottom].map(Math.round);
  };
  return {
    menu: box('.st-key-menu'), head: box('h1'), title: box('.beside h2, .beside legend'),
    words: box('.words, .beside .question'), next: box('.st-key-go-next button'),
    figure: box('.st-key-reading .js-plotly-plot svg.main-svg'),
    scrolled: document.querySelector('[data-testid=stMain]').scrollTop,
  };
}
"""

# Of the frames that the browser paints, how many show no text of the figure.
_WATCH = """
() => {
  window.emptyFrames = 0;
  const look = () => {
    const texts = document.querySelectorAll('.st-key-reading svg text');
    const seen = [...texts].some(text => text.checkVisibility({opacityProperty: true}));
    if (!seen) window.emptyFrames += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
"""


def places(page: Page) -> dict[str, Any]:
    """Where the parts of the reading view stand: left, top, right, bottom in px."""
    found: dict[str, Any] = page.evaluate(_PLACES)
    return found


def off_screen(page: Page) -> list[str]:
    """The parts of the reading view that are not wholly on the screen, or that scrolling hides."""
    size, found = page.viewport_size, places(page)
    assert size
    faults = [] if found.pop("scrolled") == 0 else ["scrolled"]
    for part, box in found.items():
        fits = box and box[0] >= 0 and box[1] >= 0
        if not fits or box[2] > size["width"] or box[3] > size["height"]:
            faults.append(f"{part} {box} of {size['width']}x{size['height']}")
    return faults


@pytest.mark.parametrize("name", PAGES)
def test_on_a_laptop_step_and_whole_figure_are_on_the_screen_and_next_moves_nothing(
    name: str, server: str, context: BrowserContext
) -> None:
    """On arrival with and without a step and after every Next, at every size."""
    page, _ = open_page(context, address_of(server, name), width=1280, height=720)
    faults = []
    for address in ("", "step=1"):
        if address:
            visit(page, address_of(server, name, address))
        for width, height in LAPTOPS:
            page.set_viewport_size({"width": width, "height": height})
            wait_until_drawn(page)
            faults += [f"{address}: {fault}" for fault in off_screen(page)]
    page.set_viewport_size({"width": 1280, "height": 720})
    wait_until_drawn(page)
    page.evaluate(_WATCH)
    before = places(page)
    for step in range(2, len(EXPLAINER.page(name).steps) + 1):
        page.locator(".st-key-go-next button").click()
        expect_parameters(page, step=str(step))
        wait_until_drawn(page)
        expect(page.locator(".st-key-go-next button")).to_be_focused()
        faults += [f"step {step}: {fault}" for fault in off_screen(page)]
        now = places(page)
        # At the ends of a path the ways name a page, and are wider for it, towards the middle.
        ends = {part: (now[part][1:3], before[part][1:3]) for part in ("menu", "head", "next")}
        moved = [part for part, (here, there) in ends.items() if here != there]
        faults += [f"step {step} moves {part}" for part in moved]
    assert page.evaluate("emptyFrames") < 4, "the figure is empty for longer than an eye notes"
    assert not faults, "\n".join(faults)


def phone(browser: Browser, size: tuple[int, int]) -> BrowserContext:
    """A browser on a phone."""
    return browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        has_touch=True,
        is_mobile=True,
        user_agent="Mozilla/5.0 (Linux; Android 15) Chrome Mobi",
        reduced_motion="reduce",
    )


@pytest.mark.parametrize("size", PHONES, ids=str)
def test_on_a_phone_the_figure_comes_first_and_the_step_s_title_and_next_are_in_reach(
    size: tuple[int, int], server: str, browser: Browser
) -> None:
    """Title, Next and at least 38 per cent of the height of figure are on the screen together."""
    context, faults = phone(browser, size), []
    page, (width, height) = context.new_page(), size
    for name in PAGES:
        visit(page, address_of(server, name, "step=1"))
        for step in range(1, len(EXPLAINER.page(name).steps) + 1):
            found = places(page)
            left, top, right, bottom = found["next"]
            where = f"{name}, step {step}"
            if bottom > height or height - bottom > 60 or bottom - top < 44 or right - left < 44:
                faults.append(f"{where}: Next at {found['next']}")
            if found["title"][1] < found["figure"][1] or found["title"][3] > top:
                faults.append(f"{where}: title at {found['title']}, Next at {found['next']}")
            if min(found["figure"][3], top) - max(found["figure"][1], 0) < 0.38 * height:
                faults.append(f"{where}: figure at {found['figure']}")
            if found["scrolled"]:
                faults.append(f"{where}: scrolled by {found['scrolled']}")
            if found["menu"][3] - found["menu"][1] > 50:
                faults.append(f"{where}: the menu has more than one row")
            if step < len(EXPLAINER.page(name).steps):
                page.locator(".st-key-go-next button").tap()
                expect_parameters(page, step=str(step + 1))
                wait_until_drawn(page)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{name}: scrolls sideways")
    context.close()
    assert not faults, "\n".join(faults)


def test_a_swipe_turns_to_the_next_step_and_back_and_one_up_does_not(
    server: str, browser: Browser
) -> None:
    """Over the words as over the figure."""
    context = phone(browser, PHONES[0])
    page = context.new_page()
    visit(page, address_of(server, "reasons", "step=1"))
    session = context.new_cdp_session(page)
    for part, far, step in ((".words", -180, "2"), (SHOWN, -180, "3"), (".words", 180, "2")):
        box = page.locator(part).first.bounding_box()
        assert box is not None
        x, y = 195 - far / 2, box["y"] + 30
        move(session, "touchStart", (x, y))
        for at in range(1, 7):
            move(session, "touchMove", (x + far * at / 6, y))
        move(session, "touchEnd")
        expect_parameters(page, step=step)
        wait_until_drawn(page)
    move(session, "touchStart", (195, 600))
    for at in range(1, 7):
        move(session, "touchMove", (195 + at, 600 - 40 * at))
    move(session, "touchEnd")
    page.wait_for_timeout(400)
    expect_parameters(page, step="2")
    context.close()


def test_on_a_phone_an_open_event_rises_from_the_bottom_edge(server: str, browser: Browser) -> None:
    """Wherever one was: nothing scrolls, and closed it is gone."""
    context = phone(browser, PHONES[0])
    page = context.new_page()
    visit(page, address_of(server, "limits", "step=2"))
    line = page.locator("#claim-gate-4 button[data-event=vote-1987]")
    line.scroll_into_view_if_needed()
    before = line.bounding_box()
    line.tap()
    panel = page.locator(".st-key-event")
    expect(panel).to_be_visible()
    # The server's own panel takes the place of the one that was there at once.
    expect_parameters(page, event="vote-1987", step="2")
    wait_until_drawn(page)
    box = panel.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    assert box["height"] < 0.65 * 844
    after = line.bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=2), "what one was reading stays"
    panel.get_by_role("button", name="Close").tap()
    expect(panel).to_have_count(0)
    expect(line).to_be_focused()
    context.close()


def test_the_row_at_the_top_stays_leads_to_a_part_and_says_where_one_is(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, address_of(server, "limits", "step=2"))
    row = page.locator(".parts a")
    expect(page.locator(".parts [aria-current]")).to_have_text("Steps")
    row.get_by_text("Claims").click()
    expect(page.locator("#argument")).to_be_in_viewport()
    expect(page.locator(".parts [aria-current]")).to_have_text("Claims")
    expect(page.locator(".st-key-menu")).to_be_in_viewport()
    head, top = (page.locator(part).bounding_box() for part in ("#argument", ".top"))
    assert head
    assert top
    assert head["y"] >= top["y"] + top["height"]
    page.locator(".parts").get_by_role("link", name="Events").click()
    expect(page.locator(".parts [aria-current]")).to_have_text("Events")


def test_back_and_forward_of_the_browser_lead_along_the_steps(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, address_of(server, "reasons", "step=1"))
    steps, shown = EXPLAINER.reasons.steps, page.locator(".words h2")
    for step in (2, 3):
        page.locator(".st-key-go-next button").click()
        expect(shown).to_contain_text(steps[step - 1].title)
        expect_parameters(page, step=str(step))
    page.go_back()
    expect(shown).to_contain_text(steps[1].title)
    page.go_back()
    expect(shown).to_contain_text(steps[0].title)
    page.go_forward()
    expect(shown).to_contain_text(steps[1].title)
    expect(page.locator("[role=status]", has_text=re.compile(r"Step\s2\sof"))).to_have_count(1)


def test_the_first_screen_holds_in_the_dark_and_in_colours_of_the_reader_s_own(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(
        context, address_of(server, "limits", "step=2"), width=1366, height=768, theme="dark"
    )
    assert off_screen(page) == []
    page.emulate_media(forced_colors="active")
    assert off_screen(page) == []
    colours = page.evaluate(
        """() => ['.words h2', '.words p', '.st-key-go-next button', '.st-key-reading svg text']
          .map(part => document.querySelector(part)).map(part => [
            getComputedStyle(part)[part.tagName === 'text' ? 'fill' : 'color'],
            getComputedStyle(document.querySelector('.stApp')).backgroundColor])"""
    )
    assert all(colour != paper for colour, paper in colours)


@pytest.mark.parametrize("name", PAGES)
def test_at_two_hundred_per_cent_all_of_a_step_is_reached_down_the_page_alone(
    name: str, server: str, context: BrowserContext
) -> None:
    """A laptop of 1366 x 768 px zoomed, as Chromium lays it out: the form of a narrow screen."""
    page, _ = open_page(context, address_of(server, name, "step=1"), width=683, height=384)
    assert sideways(page) == []
    found = places(page)
    for part, (left, _top, right, _bottom) in ((k, v) for k, v in found.items() if k != "scrolled"):
        assert left >= 0, part
        assert right <= 683, part
    following = page.locator(".st-key-go-next button")
    following.focus()
    expect(following).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect_parameters(page, step="2")
    wait_until_drawn(page)
    expect(following).to_be_focused()
    expect(following).to_be_in_viewport()


def test_the_step_is_said_aloud_when_it_changes_and_not_when_the_page_opens(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, address_of(server, "reasons", "step=2"))
    spoken = page.locator("p[role=status].hidden")
    expect(spoken).to_have_text("")
    page.locator(".st-key-go-next button").click()
    expect(spoken).to_contain_text("Step 3 of")
