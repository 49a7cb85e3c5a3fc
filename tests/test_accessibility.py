"""Everybody can use it: with a keyboard, a screen reader, large type or a small screen."""

from __future__ import annotations

import re
from itertools import pairwise, product
from typing import Any

import axe
import pytest
from browser import (
    FIGURES,
    READY,
    Theme,
    address_of,
    asked,
    expect_parameters,
    open_page,
    show_whole_figure,
    sideways,
    visit,
    wait_until_drawn,
)
from folders import BRIEF
from playwright.sync_api import BrowserContext, Page, expect
from test_palette import contrast, setting

from explainer.checks import loader
from explainer.figures.palette import rgb

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(BRIEF)
ABOUT = EXPLAINER.about
THEMES: tuple[Theme, ...] = ("light", "dark")
WIDTHS = (1280, 390, 1920)
EVENT = "vote-1953"


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
        # Another form of a figure may be on its way, and what is there is pale until then.
        wait_until_drawn(page)
        tall, seen = page.evaluate(_HEIGHTS)
        if tall <= seen + 1:
            return
        page.set_viewport_size({"width": width, "height": tall})
    pytest.fail(f"the page at {width} px grows and grows")


# ------------------------------------------------------------------ states


def unfold(page: Page) -> None:
    """Open every fold, ours and Streamlit's."""
    folded = page.locator(".stExpander details:not([open]) > summary")
    while folded.count():
        folded.first.click()
        wait_until_drawn(page)
    page.evaluate(
        "() => document.querySelectorAll('.stHtml details').forEach(fold => { fold.open = true; })"
    )
    expect(page.locator(".st-key-page details:not([open])")).to_have_count(0)


def open_everything(page: Page) -> None:
    """Unfold what is folded, open an event, answer a question and forget to answer another."""
    page.locator(".st-key-foot").wait_for()
    unfold(page)
    close = page.locator(".st-key-event [data-way=close]")
    if close.count():
        close.click()
        expect(page.locator(".st-key-event")).to_have_count(0)
    lines = page.locator(".st-key-events button[aria-expanded]")
    if lines.count():
        lines.first.click()
        expect(page.locator(".st-key-event")).to_be_visible()
        page.locator(".st-key-event").get_by_role("button", name="Close").click()
        expect(page.locator(".st-key-event")).to_have_count(0)
    questions = page.locator("[data-question]")
    if questions.count():
        questions.first.get_by_role("button", name="Check my answer").click()
        expect(questions.first.locator(".hint")).to_be_visible()
        questions.last.locator("label").nth(1).click()
        questions.last.get_by_role("button", name="Check my answer").click()
        expect(questions.last.locator(".given:visible")).to_have_count(1)
    page.wait_for_selector(READY)
    unfold(page)


def test_axe_sees_to_the_end_of_a_page(server: str, context: BrowserContext) -> None:
    """The checks below would notice pale type in the last line."""
    page, _ = open_page(context, server)
    show_whole(page, 1280, "light")
    assert axe.faults(page, ".st-key-foot") == []
    page.add_style_tag(content=".st-key-foot p { color: #DDD !important }")
    assert "color-contrast" in " ".join(axe.faults(page, ".st-key-foot"))


def test_the_speaker_s_page_passes_axe(server: str, context: BrowserContext) -> None:
    page, found = context.new_page(), list[str]()
    page.goto(address_of(server, "limits", "notes=1&step=4"))
    page.wait_for_selector(READY)
    page.locator(".st-key-speaker h2").wait_for()
    for width, height in ((1000, 760), (320, 640)):
        page.set_viewport_size({"width": width, "height": height})
        assert sideways(page) == []
        assert levels(page) == [1, 2]
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            expect(page.locator(".stApp")).to_have_css("background-color", rgb(paper(theme)))
            found += axe.faults(page)
    assert not found, "\n".join(found)


def test_presenter_mode_passes_axe_and_nothing_lies_on_anything(
    server: str, context: BrowserContext
) -> None:
    """On a small projector and on a phone, with and without the notes."""
    page, found = context.new_page(), list[str]()
    for width, height in ((1280, 720), (390, 844)):
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": height})
        visit(page, address_of(server, "implications", "present=1&step=4"))
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
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            expect(page.locator(".stApp")).to_have_css("background-color", rgb(paper(theme)))
            found += axe.faults(page)
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


# Every stop of Tab inside the page, with what shows that the keyboard is there.
_STOPS = """
() => {
  const group = part => part.closest(part.type === 'radio' ? 'fieldset, [role=radiogroup]'
    : '[role=radiogroup], [role=toolbar], [role=tablist]') ?? part;
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
  const group = focused.closest(focused.type === 'radio' ? 'fieldset, [role=radiogroup]'
    : '[role=radiogroup], [role=toolbar], [role=tablist]') ?? focused;
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


def walk(page: Page, theme: Theme | None) -> list[str]:
    """Press Tab from the top of a page to its end; what is out of reach or does not show itself.

    Without a theme the colours are the reader's own.
    """
    stops: list[str] = page.evaluate(_STOPS)
    reached, faults = set[int](), list[str]()
    page.evaluate("() => { document.body.tabIndex = -1; document.body.focus(); }")
    for _ in range(5 * len(stops)):
        page.keyboard.press("Tab")
        now: dict[str, Any] = page.evaluate(_FOCUSED)
        if not now["inside"]:
            if now["end"] and reached:
                break
            continue
        reached.add(now["stop"])
        style, wide, colour = now["ring"]
        is_seen = not theme or contrast(hexadecimal(colour), paper(theme)) >= 3
        if style != "solid" or wide < 2 or not is_seen:
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
def test_everybody_can_use_a_page(name: str, server: str, context: BrowserContext) -> None:
    """Headings have an order and figures a name; Tab reaches everything and shows where it is.

    Axe finds nothing, as the page opens with an event and with the whole figure and everything on
    the page opened, at each width in each theme; nothing of that scrolls sideways, even at
    400 per cent; nothing moves for whoever asks for that.
    """
    theme = THEMES[ABOUT.pages.index(name) % 2]
    page, _ = open_page(context, address_of(server, name, f"event={EVENT}"), theme=theme)
    page.locator(".st-key-foot").wait_for()
    assert ABOUT.language.startswith(page.evaluate("document.documentElement.lang") or "none")
    found = levels(page)
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(found)), found
    assert walk(page, theme) == []
    assert page.evaluate(_SLOWEST) == 0
    if page.locator(".st-key-controls").count():
        page.emulate_media(reduced_motion="no-preference")
        assert page.evaluate(_SLOWEST) > 0
        page.emulate_media(reduced_motion="reduce")
    show_whole(page, WIDTHS[0], theme)
    faults = [f"first view: {fault}" for fault in axe.faults(page)]
    show_whole_figure(page)
    spoken = [figure.get_attribute("aria-label") for figure in page.get_by_role("figure").all()]
    assert spoken == [figure.alt for figure in EXPLAINER.figures_of(name).values()]
    assert page.locator(FIGURES).count() == len(spoken)
    open_everything(page)
    for theme, width in product(THEMES, WIDTHS):
        show_whole(page, width, theme)
        # A page of 1920 px has the rows of one of 1280 px, and another theme its own colours only.
        found_here = axe.faults(page, colours=theme != "light" or width == 1920)
        faults += [f"{width} px, {theme}: {fault}" for fault in found_here]
    assert not faults, "\n".join(faults)
    for width in (*WIDTHS, 640, 320):
        page.set_viewport_size({"width": width, "height": 900})
        expect_no_scrolling_sideways(page)


def test_the_focus_shows_in_the_reader_s_own_colours_too(
    server: str, context: BrowserContext
) -> None:
    """Where a system forces its colours on every page, and with everything on it opened."""
    page, _ = open_page(context, address_of(server, "limits"))
    page.emulate_media(forced_colors="active")
    open_everything(page)
    assert walk(page, None) == []


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


def test_an_event_is_opened_read_and_closed_by_keyboard(
    server: str, context: BrowserContext
) -> None:
    """It has the focus beside the figure, its ways are the next stops, Close leads to its line."""
    page, _ = open_page(context, address_of(server, "implications", "step=2"))
    tab_to(page, ".st-key-events button[aria-expanded]")
    page.keyboard.press("Tab")
    line = page.locator(".st-key-events button[aria-expanded]").nth(1)
    expect(line).to_be_focused()
    page.keyboard.press("Enter")
    panel = page.locator(".beside .st-key-event")
    expect(panel.locator("h2")).to_be_in_viewport()
    expect(panel).to_be_focused()
    expect(page).to_have_url(re.compile("event=.*step=2"))
    page.wait_for_selector(READY)
    expect(panel).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("button").first).to_be_focused()
    tab_to(page, "[data-way=close]", most=3)
    page.keyboard.press("Enter")
    expect(panel).to_have_count(0)
    expect(line).to_be_focused()
    expect_parameters(page, step="2")
    page.wait_for_selector(READY)
    expect(line).to_be_focused()
    expect(line).to_be_in_viewport()


def test_filters_are_set_by_keyboard(server: str, context: BrowserContext) -> None:
    """What Filters unfolds is the next stop after it, and its arrow keys move no step."""
    page, _ = open_page(context, address_of(server, "overview", "step=2"))
    tab_to(page, ".st-key-controls summary")
    page.keyboard.press("Enter")
    page.locator(".st-key-scope").wait_for()
    page.wait_for_timeout(500)  # until it is unfolded; only then can it have the focus
    page.wait_for_selector(READY)
    page.keyboard.press("Tab")
    expect(page.locator(".st-key-scope input:checked")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect_parameters(page, step="2", scope="brief")
    page.wait_for_selector(READY)
    said = page.locator("[role=status]", has_text=EXPLAINER.about.scopes.brief)
    expect(said).to_contain_text("5 events shown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"actors="))
    assert asked(page)["step"] == "2"
    expect(page.locator(".st-key-actors :focus")).to_be_visible()


def test_a_question_is_answered_by_keyboard_and_the_answer_is_announced(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, address_of(server, "reasons"))
    tab_to(page, "[data-question] input")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, "[data-question] [type=submit]", most=1)
    page.keyboard.press("Enter")
    question = page.locator("[data-question]:has(:focus)")
    expect(question.locator("[role=status] .given:visible")).to_contain_text("shows no price")
    page.wait_for_selector(READY)
    assert asked(page) == {}
