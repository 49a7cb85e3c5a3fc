"""Presenter mode: one path through all pages by arrow keys, in type the back row can read."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from browser import (
    READY,
    chart_texts,
    label_faults,
    open_page,
    show_as,
    shown,
    sideways,
    wait_until_drawn,
)
from folders import BRIEF
from playwright.sync_api import BrowserContext, Page, expect

from explainer.checks import loader

pytestmark = pytest.mark.browser

EXPLAINER = loader.load(BRIEF)
PATH = [
    (name, number, step.title)
    for name in EXPLAINER.about.pages
    for number, step in enumerate(EXPLAINER.page(name).steps, 1)
]
TITLES: dict[tuple[str, int], str] = {(name, number): title for name, number, title in PATH}
SMALLEST = 0.021
"""Least size of type as a part of the screen's height."""

# The size on the screen: the computed size times the scale of the figure it stands in.
TYPE = """
() => [...document.querySelectorAll('.st-key-stage *')]
  .filter(part => part.checkVisibility() && [...part.childNodes].some(
    node => node.nodeType === 3 && node.textContent.trim()))
  .filter(part => !['STYLE', 'TITLE'].includes(part.tagName.toUpperCase()))
  .filter(part => !part.closest('[data-testid="stIconMaterial"]'))
  .map(part => {
    const plot = part.closest('.js-plotly-plot');
    const scale = plot ? plot.getBoundingClientRect().width / plot.offsetWidth : 1;
    return [part.textContent.trim().slice(0, 40),
            parseFloat(getComputedStyle(part).fontSize) * scale / innerHeight];
  })
"""


def too_small(page: Page) -> list[str]:
    """Each visible text that is smaller than the rule allows."""
    return [f"{words} ({part:.2%})" for words, part in page.evaluate(TYPE) if part < SMALLEST]


def wait_for_step(page: Page, title: str) -> None:
    """Wait until the stage shows a step, its figure and nothing else."""
    page.wait_for_selector(READY)
    expect(page.locator(".st-key-stage h1")).to_have_text(shown(title))
    page.wait_for_selector(READY)
    page.locator(".st-key-stage .js-plotly-plot svg text").first.wait_for()


def where(page: Page) -> tuple[str, str]:
    """The page and the step in the address."""
    parts = urlsplit(page.url)
    return parts.path.strip("/") or "overview", parse_qs(parts.query).get("step", ["1"])[0]


def test_the_right_arrow_alone_walks_every_step_of_every_page(
    server: str, context: BrowserContext
) -> None:
    """And on the way all type is large enough, and no label lies on another or is cut."""
    page, _ = open_page(context, f"{server}/?present=1", width=1920, height=1080)
    found = []
    for number, (name, step, title) in enumerate(PATH):
        wait_for_step(page, title)
        wait_until_drawn(page)
        assert where(page) == (name, str(step))
        wrong = (*too_small(page), *label_faults(chart_texts(page)), *sideways(page))
        found += [f"{name} {step}: {words}" for words in wrong]
        bottom = page.locator(".st-key-stage .js-plotly-plot").bounding_box()
        assert bottom is not None
        assert bottom["y"] + bottom["height"] <= 1080, (name, step)
        if number + 1 < len(PATH):
            page.keyboard.press("ArrowRight")
    assert not found, "\n".join(found)


def test_type_is_a_part_of_any_projector_s_height(server: str, context: BrowserContext) -> None:
    page, _ = open_page(context, f"{server}/timeline?present=1&step=2", width=1280, height=720)
    assert too_small(page) == []
    page.goto(f"{server}/limits?present=1&step=3")
    wait_for_step(page, TITLES["limits", 3])
    for width, height in ((1280, 720), (3840, 2160)):
        show_as(page, width=width, height=height)
        assert too_small(page) == []


def test_every_key_does_what_it_says(server: str, context: BrowserContext) -> None:
    page, _ = open_page(context, f"{server}/reasons?present=1&step=3", width=1920, height=1080)
    titles = {step: title for name, step, title in PATH if name == "reasons"}
    last = max(titles)
    for key, step in (
        ("ArrowLeft", 2),
        ("ArrowRight", 3),
        ("PageDown", 4),
        ("PageUp", 3),
        ("End", last),
        ("Home", 1),
    ):
        page.keyboard.press(key)
        wait_for_step(page, titles[step])
    page.keyboard.press("End")
    wait_for_step(page, titles[last])
    notes = page.locator(".st-key-notes")
    expect(notes).to_have_count(0)
    page.keyboard.press("n")
    expect(notes).to_be_visible()
    page.wait_for_selector(READY)
    assert too_small(page) == []
    page.keyboard.press("n")
    expect(notes).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-stage")).to_have_count(0)
    expect(page.locator(".st-key-steps h2")).to_have_text(shown(titles[last]))
    assert "present" not in page.url


def test_left_from_a_page_s_first_step_goes_back_to_the_page_before(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(
        context, f"{server}/reasons?present=1&actors=ostermond,qantara", width=1920, height=1080
    )
    page.keyboard.press("ArrowLeft")
    before, step, title = PATH[PATH.index(("reasons", 1, TITLES["reasons", 1])) - 1]
    assert before != "reasons"
    wait_for_step(page, title)
    assert where(page) == (before, str(step))
    assert re.search("actors=ostermond(,|%2C)qantara", page.url)


def test_keys_typed_into_a_field_move_nothing(server: str, context: BrowserContext) -> None:
    page, _ = open_page(context, f"{server}/sources?step=3")
    field = page.get_by_label("Find a source")
    field.fill("minutes")
    for key in ("ArrowLeft", "ArrowRight", "Home", "End", "n", "PageDown"):
        field.press(key)
    expect(field).to_have_value(re.compile("n"))
    assert where(page) == ("sources", "3")
    expect(page.locator(".st-key-stage")).to_have_count(0)


def test_presenting_starts_and_ends_at_the_step_that_was_open(
    server: str, context: BrowserContext
) -> None:
    page, _ = open_page(context, f"{server}/limits?step=4")
    page.get_by_role("button", name="Present", exact=True).click()
    title = TITLES["limits", 4]
    wait_for_step(page, title)
    expect(page.locator(".st-key-menu, .st-key-foot")).to_have_count(0)
    page.get_by_role("button", name="Leave").click()
    expect(page.locator(".st-key-steps h2").first).to_have_text(shown(title))


ZOOMED = {
    "at 200 %": (960, 540),
    "at 400 %": (480, 270),
    "a phone on its side": (844, 390),
    "a phone upright": (390, 844),
}
BEYOND = """() => {
  const stage = document.querySelector('.st-key-stage');
  const all = stage.getBoundingClientRect();
  const [right, foot] = [stage.scrollWidth, stage.scrollHeight];
  return [...stage.querySelectorAll('h1, p, kbd, svg text')].filter(part => {
    const box = part.getBoundingClientRect();
    return part.checkVisibility() && (box.right - all.left > right + 1
      || box.bottom - all.top > foot + 1);
  }).map(part => part.textContent);
}"""


def sheet_of(ratio: float) -> str:
    """The width of the sheet for a screen of some shape."""
    widths = ((1, "372"), (1.5, "1340"), (1.7, "1640"), (1.999, "1820"))
    return next((wide for most, wide in widths if ratio <= most), "2420")


def test_a_zoomed_stage_has_type_of_fourteen_px_and_scrolls(
    server: str, context: BrowserContext
) -> None:
    """1920 x 1080 px zoomed in, as Chromium lays it out; every part can be scrolled to."""
    page, _ = open_page(context, f"{server}/timeline?present=1&step=3", width=960, height=540)
    for name, (width, height) in ZOOMED.items():
        page.locator(".st-key-stage").evaluate("stage => stage.scrollTo(0, 0)")
        page.set_viewport_size({"width": width, "height": height})
        # A screen that is less wide for its height gets a sheet of its own.
        sheet = page.locator(".st-key-stage .js-plotly-plot svg.main-svg").first
        expect(sheet).to_have_attribute("width", sheet_of(width / height))
        wait_until_drawn(page)
        found = [(words, part * height) for words, part in page.evaluate(TYPE)]
        assert not [(words, px) for words, px in found if px < 13.9], name
        assert page.evaluate(BEYOND) == [], name
        page.get_by_role("button", name="Next").scroll_into_view_if_needed()
        expect(page.get_by_role("button", name="Next")).to_be_in_viewport()


def test_a_projector_of_four_to_three_shows_the_whole_stage(
    server: str, context: BrowserContext
) -> None:
    """Nothing scrolls, no label is cut or lies on another, and type has 14 px."""
    page, _ = open_page(context, f"{server}/reasons?present=1&step=3", width=1024, height=768)
    sheet = page.locator(".st-key-stage .js-plotly-plot svg.main-svg").first
    expect(sheet).to_have_attribute("width", "1340")
    wait_until_drawn(page)
    stage = page.locator(".st-key-stage")
    assert stage.evaluate("part => [part.scrollWidth, part.scrollHeight]") == [1024, 768]
    assert label_faults(chart_texts(page)) == []
    assert not [words for words, part in page.evaluate(TYPE) if part * 768 < 13.9]


# ------------------------------------------------------------------ the speaker's page


def expect_at(page: Page, place: str, name: str, step: int) -> None:
    """Wait until the stage or the speaker's page shows a step of a page."""
    page.wait_for_selector(READY)
    expect(page.locator(f"{place} h1")).to_have_text(shown(TITLES[name, step]))
    page.wait_for_selector(READY)


def test_the_speaker_s_page_goes_along_with_the_stage_and_its_keys_move_the_stage(
    server: str, context: BrowserContext
) -> None:
    """In a window of its own, over the end of a page, and alone when the stage is left."""
    stage, _ = open_page(context, f"{server}/reasons?present=1&step=3", width=1920, height=1080)
    with context.expect_page() as opening:
        stage.keyboard.press("s")
    speaker = opening.value
    expect_at(speaker, ".st-key-speaker", "reasons", 3)
    assert parse_qs(urlsplit(speaker.url).query)["notes"] == ["1"]
    expect(speaker.get_by_text("Goes along")).to_be_visible()
    last = max(step for name, step in TITLES if name == "reasons")
    (after,) = {PATH[at + 1][:2] for at, one in enumerate(PATH) if one[:2] == ("reasons", last)}
    for pressed, key, at in (
        (stage, "ArrowRight", ("reasons", 4)),
        (stage, "End", ("reasons", last)),
        (stage, "ArrowRight", after),
        (speaker, "ArrowLeft", ("reasons", last)),
        (speaker, "Home", ("reasons", 1)),
        (speaker, "PageDown", ("reasons", 2)),
    ):
        pressed.keyboard.press(key)
        expect_at(stage, ".st-key-stage", *at)
        expect_at(speaker, ".st-key-speaker", *at)
    speaker.keyboard.press("b")
    expect(stage.locator(".curtain")).to_have_count(1)
    speaker.keyboard.press("ArrowRight")
    expect(stage.locator(".curtain")).to_have_count(0)
    speaker.locator(".st-key-speaker-next button").click()
    expect_at(stage, ".st-key-stage", "reasons", 3)
    expect_at(speaker, ".st-key-speaker", "reasons", 3)
    stage.keyboard.press("Escape")
    expect(speaker.get_by_text("No stage")).to_be_visible()
    speaker.keyboard.press("ArrowRight")
    expect_at(speaker, ".st-key-speaker", "reasons", 4)
    expect(stage.locator(".st-key-steps h2")).to_have_text(shown(TITLES["reasons", 3]))


def test_a_speaker_s_page_that_is_opened_first_finds_the_stage(
    server: str, context: BrowserContext
) -> None:
    speaker = context.new_page()
    speaker.goto(f"{server}/limits?notes=1&step=2")
    expect_at(speaker, ".st-key-speaker", "limits", 2)
    expect(speaker.get_by_text("No stage")).to_be_visible()
    stage, _ = open_page(context, f"{server}/timeline?present=1&step=4", width=1366, height=768)
    expect_at(stage, ".st-key-stage", "timeline", 4)
    expect_at(speaker, ".st-key-speaker", "timeline", 4)


def test_notes_are_of_the_step_that_is_shown(server: str, context: BrowserContext) -> None:
    """Every question about one of its events, or a plain word that there is none."""
    speaker = context.new_page()
    speaker.goto(f"{server}/?notes=1")
    for name, number in TITLES:
        step = EXPLAINER.page(name).steps[number - 1]
        expect_at(speaker, ".st-key-speaker", name, number)
        told = speaker.locator(".aside section").inner_text()
        asked = [one for one in EXPLAINER.seminar.discussion if {*one.events} & {*step.events}]
        for one in EXPLAINER.seminar.discussion:
            assert (one.notes[0][:40] in told) is (one in asked), (name, number, one.id)
        assert ("No question for the room" in told) != bool(asked)
        if (name, number) != PATH[-1][:2]:
            speaker.keyboard.press("ArrowRight")
