"""Everybody can use it: with a keyboard, a screen reader, large type or a small screen."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import axe
import pytest
from browser import FIGURES, READY, Theme, open_page, sideways
from playwright.sync_api import Browser, BrowserContext, Page, expect
from servers import Server, free_port
from test_palette import contrast, setting

from explainer.checks import loader
from explainer.content.explainer import CLAIM_PAGES
from explainer.figures.palette import rgb

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(loader.FOLDER)
ABOUT = EXPLAINER.about
THEMES: tuple[Theme, ...] = ("light", "dark")
WIDTHS = (1280, 390, 1920)
EVENT = "kim-xi-summit-2025"
ELSEWHERE = "import os, sys; os.chdir(sys.argv.pop(1)); from streamlit.web.cli import main; main()"
"""Streamlit in another folder, so that it has none of the app's settings."""


def address_of(server: str, name: str, query: str = "") -> str:
    return f"{server}/{'' if name == 'overview' else name}?{query}"


def paper(theme: Theme) -> str:
    """The colour of the page."""
    return setting(theme, "backgroundColor")


_HEIGHTS = """
() => {
  const main = document.querySelector('.stMain');
  return [main.scrollHeight, main.clientHeight];
}
"""


def show_whole(page: Page, width: int, theme: Theme) -> None:
    """Another width or theme, in a window as tall as the page: axe sees only what is in sight."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=theme)
    page.wait_for_function(
        "paper => getComputedStyle(document.querySelector('.stApp')).backgroundColor === paper",
        arg=rgb(paper(theme)),
    )
    for _ in range(50):
        tall, seen = page.evaluate(_HEIGHTS)
        if tall <= seen + 1:
            return
        page.set_viewport_size({"width": width, "height": tall})
        page.wait_for_timeout(100)
    pytest.fail(f"the page at {width} px grows and grows")


@pytest.fixture(scope="module")
def bare(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[frozenset[str]]:
    """The rules that Streamlit breaks by itself, at any width, in either theme."""
    folder, port = tmp_path_factory.mktemp("bare"), free_port()
    command = [sys.executable, "-c", ELSEWHERE, str(folder), "run"]
    options = ["--server.headless=true", "--browser.gatherUsageStats=false"]
    where = ["--server.address=127.0.0.1", f"--server.port={port}"]
    script = str(Path(__file__).with_name("bare.py"))
    with Server([*command, script, *options, *where], folder / "log.txt", port) as server:
        page = browser.new_page()
        page.goto(server.address)
        page.wait_for_selector(READY)
        page.locator("h1").wait_for()
        found = set()
        for width in WIDTHS:
            for theme in THEMES:
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme=theme)
                found |= {fault.partition(":")[0] for fault in axe.faults(page)}
        page.close()
        yield frozenset(found)


# ------------------------------------------------------------------ states


def open_everything(page: Page) -> None:
    """Unfold what is folded, switch on what can be, answer a question and open an event."""
    for key, inside in (("copy", "code"), ("filters", ".st-key-controls")):
        if page.locator(f".st-key-{key} summary").count():
            page.locator(f".st-key-{key} summary").click()
            page.locator(f".st-key-{key} {inside}").wait_for()
            page.wait_for_selector(READY)
    page.evaluate(
        "() => document.querySelectorAll('.stMain :is(details:not([open]) summary, [role=switch])')"
        ".forEach(part => part.click())"
    )
    expect(page.locator(".st-key-page details:not([open])")).to_have_count(0)
    page.wait_for_selector(READY)
    if page.locator("[class*=st-key-question-]").count():
        question = page.locator("[class*=st-key-question-]").last
        question.locator("label").nth(1).click()
        question.get_by_role("button", name="Check my answer").click()
        expect(question.get_by_role("status")).to_be_visible()
        question.locator("summary").click()
    if page.locator(".st-key-events [role=radio]").count():
        page.locator(".st-key-events [role=radio]").first.click()
        expect(page.locator(".st-key-events .st-key-event h3")).to_be_visible()
    page.wait_for_selector(READY)


def test_axe_sees_to_the_end_of_a_page(server: str, context: BrowserContext) -> None:
    """The check above would notice pale type in the last line."""
    page, _ = open_page(context, address_of(server, "overview"))
    show_whole(page, 1280, "light")
    assert axe.faults(page, ".st-key-foot") == []
    page.add_style_tag(content=".st-key-foot span { color: #DDD !important }")
    assert "color-contrast" in " ".join(axe.faults(page, ".st-key-foot"))


def test_axe_finds_nothing_in_table_and_evidence(
    server: str, context: BrowserContext, bare: frozenset[str]
) -> None:
    """The other form of the list, and an event opened from a claim, on a phone."""
    page, _ = open_page(context, address_of(server, "limits"), width=390)
    page.locator(".st-key-twin").get_by_text("Table", exact=True).click()
    page.locator(".st-key-events table").wait_for()
    page.locator("[class*=st-key-open-claim-] [role=radio]").first.click()
    page.locator("[class*=st-key-claim-] .st-key-event h3").wait_for()
    found = []
    for theme in THEMES:
        show_whole(page, 390, theme)
        found += axe.faults(page, but=bare)
    assert not found, "\n".join(found)
    assert sideways(page) == []


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_presenter_mode_passes_axe_and_nothing_lies_on_anything(
    width: int, height: int, server: str, context: BrowserContext, bare: frozenset[str]
) -> None:
    """On a small projector and on a phone, with and without the notes."""
    address = address_of(server, "reasons", "present=1&step=2")
    page, _ = open_page(context, address, width=width, height=height)
    parts = ("h1", ".js-plotly-plot", ".st-key-look", ".st-key-keys")
    boxes = [page.locator(f".st-key-stage {part}").bounding_box() for part in parts]
    for upper, lower in pairwise(boxes):
        assert upper is not None
        assert lower is not None
        beside = upper["x"] + upper["width"] <= lower["x"]
        assert beside or upper["y"] + upper["height"] <= lower["y"] + 1, (upper, lower)
        # Type of 14 px makes the stage larger than a phone, and its figure wider: it scrolls.
        if width > 600:
            assert lower["y"] + lower["height"] <= height
        if width > 600 or lower is not boxes[1]:
            assert lower["x"] + lower["width"] <= width
    assert sideways(page) == []
    assert levels(page) == [1]
    page.keyboard.press("n")
    page.locator(".st-key-notes").wait_for()
    found = []
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        expect(page.locator(".stApp")).to_have_css("background-color", rgb(paper(theme)))
        found += axe.faults(page, but=bare)
    assert not found, "\n".join(found)


# ------------------------------------------------------------------ pages


def levels(page: Page) -> list[int]:
    """The levels of the headings that are shown, in their order."""
    found: list[int] = page.evaluate(
        "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')]"
        ".filter(heading => heading.checkVisibility())"
        ".map(heading => Number(heading.ariaLevel ?? heading.tagName[1]))"
    )
    return found


def figures_of(name: str) -> list[str]:
    """What the figures of a page are called."""
    said = EXPLAINER.page(name)
    drawn = (getattr(said, part, None) for part in ("figure", "comparison"))
    return [figure.alt for figure in drawn if figure]


# Every stop of Tab inside the page, with what shows that the keyboard is there.
_STOPS = """
() => {
  const group = part => part.closest('[role=radiogroup], [role=toolbar], [role=tablist]') ?? part;
  const parts = '.st-key-page :is(a[href], button, summary, input, [role=tab], [tabindex])';
  const stops = [...document.querySelectorAll(parts)].filter(part =>
    part.tabIndex >= 0 && !part.disabled && !part.closest('[inert]') && part.checkVisibility());
  window.stops = [...new Set(stops.map(group))];
  return window.stops.map(stop => stop.outerHTML.slice(0, 120));
}
"""
_FOCUSED = """
() => {
  const focused = document.activeElement;
  const inside = focused.closest('.st-key-page');
  if (!inside) return {inside: false, end: focused === document.body};
  const group = focused.closest('[role=radiogroup], [role=toolbar], [role=tablist]') ?? focused;
  const shown = focused.matches('input:is([type=radio], [type=checkbox])')
    ? focused.closest('label') : focused;
  const style = getComputedStyle(shown), box = shown.getClientRects()[0];
  const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    inside: true,
    stop: window.stops.indexOf(group),
    what: focused.outerHTML.slice(0, 160),
    ring: [style.outlineStyle, parseFloat(style.outlineWidth), style.outlineColor],
    hidden: !(shown.contains(seen) || seen?.contains(shown)),
  };
}
"""


# The longest transition or animation that any part of the page would make, in seconds.
_SLOWEST = """
() => Math.max(...[...document.querySelectorAll('.st-key-page, .st-key-page *')].map(part => {
  const style = getComputedStyle(part);
  return Math.max(...`${style.transitionDuration},${style.animationDuration}`
    .split(',').map(parseFloat));
}))
"""


def walk(page: Page, theme: Theme) -> list[str]:
    """Press Tab from the top of a page to its end; what is out of reach or does not show itself."""
    stops: list[str] = page.evaluate(_STOPS)
    reached, faults = set[int](), list[str]()
    page.evaluate("() => document.activeElement.blur()")
    for _ in range(5 * len(stops)):
        page.keyboard.press("Tab")
        now: dict[str, Any] = page.evaluate(_FOCUSED)
        if not now["inside"]:
            if now["end"] and reached:
                break
            continue
        reached.add(now["stop"])
        style, wide, colour = now["ring"]
        if style != "solid" or wide < 2 or contrast(hexadecimal(colour), paper(theme)) < 3:
            faults.append(f"shows no focus ({style} {wide} {colour}): {now['what']}")
        if now["hidden"]:
            faults.append(f"is covered while it has the focus: {now['what']}")
    else:
        faults.append("Tab does not leave the page again")
    missed = set(range(len(stops))) - reached
    return faults + [f"is out of reach: {stops[number]}" for number in sorted(missed)]


def hexadecimal(colour: str) -> str:
    """A computed colour as the settings write it."""
    red, green, blue = map(int, re.findall(r"\d+", colour)[:3])
    return f"#{red:02X}{green:02X}{blue:02X}"


@pytest.mark.parametrize("name", ABOUT.pages)
def test_everybody_can_use_a_page(
    name: str, server: str, context: BrowserContext, bare: frozenset[str]
) -> None:
    """Headings have an order and figures a name; Tab reaches everything and shows where it is.

    Axe finds nothing that bare Streamlit has not, as the page opens and with everything on it
    opened, at each width in each theme; nothing of that scrolls sideways, even at 400 per cent;
    nothing moves for whoever asks for that.
    """
    theme = THEMES[ABOUT.pages.index(name) % 2]
    page, _ = open_page(context, address_of(server, name, f"event={EVENT}"), theme=theme)
    assert page.evaluate("document.documentElement.lang") == ABOUT.language
    found = levels(page)
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(found)), found
    spoken = [figure.get_attribute("aria-label") for figure in page.get_by_role("figure").all()]
    assert spoken == figures_of(name)
    assert page.locator(FIGURES).count() == len(spoken)
    assert walk(page, theme) == []
    assert page.evaluate(_SLOWEST) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(_SLOWEST) > 0
    page.emulate_media(reduced_motion="reduce")
    show_whole(page, WIDTHS[0], theme)
    faults = [f"first view: {fault}" for fault in axe.faults(page, but=bare)]
    open_everything(page)
    for theme, width in product(THEMES, WIDTHS):
        show_whole(page, width, theme)
        found_here = axe.faults(page, but=bare, colours=theme != "light")
        faults += [f"{width} px, {theme}: {fault}" for fault in found_here]
    assert not faults, "\n".join(faults)
    for width in (*WIDTHS, 640, 320):
        page.set_viewport_size({"width": width, "height": 900})
        expect_no_scrolling_sideways(page)


def expect_no_scrolling_sideways(page: Page) -> None:
    """Wait until the page fits its window, as its figures do a moment after it has changed."""
    for _ in range(100):
        if not sideways(page):
            return
        page.wait_for_timeout(100)
    pytest.fail("; ".join(sideways(page)))


# ------------------------------------------------------------------ journeys by keyboard


def tab_to(page: Page, part: str, most: int = 90) -> None:
    """Press Tab until a part has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("part => document.activeElement.matches(part)", part):
            return
    pytest.fail(f"{most} presses of Tab do not reach {part}")


def focused(page: Page, part: str) -> bool:
    """Whether the focus is on a part or within it."""
    found: bool = page.evaluate(
        "part => document.querySelector(part)?.contains(document.activeElement) ?? false", part
    )
    return found


def asked(page: Page) -> str:
    """What the address asks for."""
    return page.url.partition("?")[2]


def test_an_event_is_opened_read_and_closed_by_keyboard(
    server: str, context: BrowserContext
) -> None:
    """Arrow keys stay within the lines, the panel is the next stop, and Tab goes on from there."""
    page, _ = open_page(context, address_of(server, "implications", "step=2"))
    tab_to(page, ".st-key-events [role=radio]")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    line = page.locator(".st-key-events [role=radio]").nth(1)
    expect(line).to_be_focused()
    page.keyboard.press("Enter")
    panel = page.locator(".st-key-events .st-key-event")
    expect(panel.locator("h3")).to_be_visible()
    expect(line).to_be_focused()
    assert re.search("step=2$|step=2&", asked(page))
    page.keyboard.press("Tab")
    expect(panel.get_by_role("button", name="Close")).to_be_focused()
    top = page.evaluate("() => document.querySelector('.stMain').scrollTop")
    page.keyboard.press("Enter")
    expect(panel).to_have_count(0)
    page.wait_for_selector(READY)
    page.keyboard.press("Tab")
    assert focused(page, ".st-key-events")
    assert abs(page.evaluate("() => document.querySelector('.stMain').scrollTop") - top) < 900
    assert asked(page) == "step=2"


def test_filters_are_set_by_keyboard(server: str, context: BrowserContext) -> None:
    """What Filters unfolds is the next stop after it, and its arrow keys move no step."""
    page, _ = open_page(context, address_of(server, "overview", "step=2"))
    tab_to(page, ".st-key-filters summary")
    page.keyboard.press("Enter")
    page.locator(".st-key-controls").wait_for()
    page.wait_for_selector(READY)
    page.keyboard.press("Tab")
    expect(page.locator(".st-key-scope input:checked")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile(r"scope=brief"))
    page.wait_for_selector(READY)
    expect(page.locator(".st-key-said-count").get_by_role("status")).to_contain_text("events")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"actors="))
    assert "step=2" in asked(page)
    assert focused(page, ".st-key-actors")


def test_a_question_is_answered_by_keyboard_and_the_answer_is_announced(
    server: str, context: BrowserContext
) -> None:
    name = CLAIM_PAGES[-1]
    page, _ = open_page(context, address_of(server, name))
    tab_to(page, "[class*=st-key-question-] input")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    question = page.locator("[class*=st-key-question-]:has(:focus)")
    expect(question.get_by_role("button", name="Check my answer")).to_be_enabled()
    page.wait_for_selector(READY)
    tab_to(page, "[class*=st-key-check-] button", most=2)
    page.keyboard.press("Enter")
    expect(question.get_by_role("status")).to_be_visible()
    assert asked(page) == ""
