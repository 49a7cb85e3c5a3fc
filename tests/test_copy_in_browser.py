"""The offline copy with its script, without a network: steps, stage, events, filters, answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import shown
from folders import BRIEF
from offline import Open, drawings, opening
from playwright.sync_api import Browser, Locator, Page, expect

from explainer.checks import loader
from explainer.content.events import Scope
from explainer.takeaway import handout

pytestmark = pytest.mark.browser
EXPLAINER = loader.load(BRIEF)
PATH: list[tuple[str, int, str]] = [
    (name, at, step.title)
    for name in EXPLAINER.about.pages
    for at, step in enumerate(EXPLAINER.page(name).steps, 1)
]
TITLES = {(name, at): title for name, at, title in PATH}
NAME = "reasons"
STEPS = [title for name, _, title in PATH if name == NAME]
LATER = {event.id for event in EXPLAINER.events if event.scope is Scope.AFTER}
NAMED = {event.id for event in EXPLAINER.events if event.scope is Scope.BRIEF}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("copy") / "index.html"
    path.write_text(handout.page(EXPLAINER), "utf-8")
    return path


@pytest.fixture
def open_copy(browser: Browser, file: Path) -> Iterator[Open]:
    """Opens the copy without a network, once its script has put up what it adds."""
    with opening(browser, file) as opened:

        def ready(*given: int, **named: str) -> Page:
            page = opened(*given, **named)
            page.wait_for_selector(".scripted")
            return page

        yield ready


def path_of(page: Page, name: str = NAME) -> Locator:
    """The steps of a page with their figure and ways."""
    return page.locator(f'.path[data-page="{name}"]')


def expect_step(page: Page, name: str, at: int) -> None:
    """One step alone is read, beside its figure, and the address says which."""
    title = TITLES[name, at]
    path = path_of(page, name)
    expect(path.locator(".steps h4:visible")).to_have_text([shown(title)])
    last = len(EXPLAINER.page(name).steps)
    expect(path.locator(".ways [role=status]")).to_have_text(f"Step {at} of {last}")


def test_next_and_back_change_words_and_figure_and_the_page_stays(open_copy: Open) -> None:
    page = open_copy(1366, place=f"#{NAME}-step-1")
    path = path_of(page)
    expect_step(page, NAME, 1)
    before = page.evaluate("scrollY")
    drawn = path.locator(".picture").inner_html()
    path.get_by_role("button", name="Next").click()
    expect_step(page, NAME, 2)
    assert path.locator(".picture").inner_html() != drawn
    assert page.evaluate("[scrollY, location.hash]") == [before, f"#{NAME}-step-2"]
    path.get_by_role("button", name="Back").click()
    expect_step(page, NAME, 1)
    assert path.locator(".picture").inner_html() == drawn


def test_arrow_keys_turn_the_steps_that_are_on_the_screen_and_go_on_to_the_next_page(
    open_copy: Open,
) -> None:
    page = open_copy(1366, place=f"#{NAME}-step-1")
    for at in range(2, len(STEPS) + 1):
        page.keyboard.press("ArrowRight")
        expect_step(page, NAME, at)
    page.keyboard.press("ArrowRight")
    after = PATH[[one[:2] for one in PATH].index((NAME, len(STEPS))) + 1]
    expect_step(page, after[0], 1)
    expect(path_of(page, after[0]).locator("h4:visible")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect_step(page, NAME, len(STEPS))


def test_every_step_is_one_press_away_by_its_name(open_copy: Open) -> None:
    page = open_copy(1366, place=f"#{NAME}-step-1")
    path = path_of(page)
    path.get_by_text("All steps").click()
    names = path.locator(".all-steps a")
    expect(names).to_have_text([shown(title) for title in STEPS])
    names.nth(2).click()
    expect_step(page, NAME, 3)


@pytest.mark.parametrize("width", [1366, 390], ids=["laptop", "phone"])
def test_step_title_ways_and_figure_are_on_the_screen_together(width: int, open_copy: Open) -> None:
    page = open_copy(width, place=f"#{NAME}-step-2")
    path = path_of(page)
    expect(path.locator("h4:visible")).to_be_in_viewport()
    expect(path.get_by_role("button", name="Next")).to_be_in_viewport(ratio=1)
    expect(path.locator(".picture svg")).to_be_in_viewport(ratio=0.8)


def test_a_swipe_turns_a_step(open_copy: Open, browser: Browser, file: Path) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, offline=True
    )
    page = context.new_page()
    page.goto(f"{file.as_uri()}#{NAME}-step-2")
    page.wait_for_selector(".scripted")
    box = path_of(page).locator(".picture").bounding_box()
    assert box
    finger = context.new_cdp_session(page)
    y = box["y"] + box["height"] / 2
    for from_x, to_x, at in ((320, 60, 3), (60, 320, 2)):
        for kind, x in (("Start", from_x), ("Move", (from_x + to_x) / 2), ("Move", to_x)):
            points = [{"x": x, "y": y}]
            finger.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        expect_step(page, NAME, at)
    context.close()


def test_a_mark_opens_its_event_in_place_and_closing_returns_to_the_mark(open_copy: Open) -> None:
    page = open_copy(1366, place=f"#{NAME}-step-2")
    path = path_of(page)
    mark = path.locator(".picture a[data-events]").last
    (event, *_) = (mark.get_attribute("data-events") or "").split()
    mark.focus()
    page.keyboard.press("Enter")
    panel = path.locator(".opened")
    expect(panel).to_be_focused()
    expect(panel).to_contain_text(EXPLAINER.event[event].description[:20])
    expect(path.locator(".steps")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect_step(page, NAME, 2)
    expect(mark).to_be_focused()


def test_a_mark_of_several_events_opens_the_next_at_each_press_and_the_ways_go_through_all(
    open_copy: Open,
) -> None:
    page = open_copy(1366)
    mark = page.locator('.chart a[data-events*=" "]').first
    ids = (mark.get_attribute("data-events") or "").split()
    for event in (*ids, ids[0]):
        mark.dispatch_event("click")
        panel = page.locator(".opened")
        expect(panel).to_have_attribute("aria-label", shown(EXPLAINER.event[event].title))
    seen = {panel.get_attribute("aria-label")}
    last = int(re.findall(r"\d+", panel.locator("[data-words]").inner_text())[-1])
    for _ in range(last - 1):
        panel.get_by_role("button", name="Later event").click()
        seen.add(panel.get_attribute("aria-label"))
    assert len(seen) == last


def test_filters_leave_in_list_and_figures_what_passes_them(open_copy: Open) -> None:
    page = open_copy(1366)
    form = page.locator("#chronology .filters")
    form.locator("summary").click()
    listed = "[...document.querySelectorAll('[data-scope]:not(.away)')].map(one => one.id.slice(6))"
    drawn = (
        "[...document.querySelectorAll('.chart a[data-events]:not(.out)')]"
        ".flatMap(one => one.dataset.events.split(' '))"
    )
    assert set(page.evaluate(listed)) == set(EXPLAINER.event) - LATER
    for scope, passing in (
        ("afterwards", set(EXPLAINER.event)),
        ("brief", NAMED),
    ):
        form.locator(f"input[value={scope}]").check()
        assert set(page.evaluate(listed)) == passing
        shared = "a mark of several stays while one of them passes"
        events = set(page.evaluate(drawn))
        assert events & passing, shared
        if scope == "afterwards":
            assert events & LATER
        expect(form.locator("[role=status]")).to_have_text(
            f"Events shown: {len(passing)} of {len(EXPLAINER.event)}"
        )
    actor = next(
        one for one in EXPLAINER.actors if any(one.id in e.actors for e in EXPLAINER.events)
    )
    form.locator(f"input[value={actor.id}]").check()
    both = {name for name in NAMED if actor.id in EXPLAINER.event[name].actors}
    assert set(page.evaluate(listed)) == both
    labels = page.locator(".chart text[data-names]:not(.out)")
    for names in labels.evaluate_all("all => all.map(one => one.dataset.names.split(' '))"):
        assert set(names) & both


def test_a_link_to_what_is_filtered_away_shows_it(open_copy: Open) -> None:
    page = open_copy(1366)
    page.locator("#chronology .filters summary").click()
    page.locator("#chronology .filters input[value=brief]").check()
    event = min(set(EXPLAINER.event) - LATER - NAMED)
    expect(page.locator(f"#event-{event}")).to_be_hidden()
    page.evaluate(f"location.hash = 'event-{event}'")
    expect(page.locator(f"#event-{event}")).to_be_in_viewport()


def test_an_answer_is_explained_and_counted(open_copy: Open) -> None:
    page = open_copy(1366)
    question = next(one for one in getattr(EXPLAINER, NAME).questions if not one.before_figure)
    asked = page.locator(f"#question-{question.id}")
    right = next(at for at, option in enumerate(question.options) if option.right)
    asked.locator("input").nth(right).check()
    asked.get_by_role("button", name="Check").click()
    expect(asked.locator(".given:visible")).to_contain_text("✓")
    expect(page.locator("[data-summary]:visible").first).to_contain_text("1")


def test_sources_are_found_by_any_of_their_words(open_copy: Open) -> None:
    page = open_copy(1366)
    source = EXPLAINER.sources[0]
    page.get_by_role("searchbox").fill(source.title.upper())
    shown_ones = page.locator(".references li:visible")
    expect(page.locator(f"#source-{source.id}")).to_be_visible()
    assert shown_ones.count() < len(EXPLAINER.sources)
    expect(page.locator(".search [role=status]")).to_contain_text(f"of {len(EXPLAINER.sources)}")
    page.get_by_role("searchbox").fill("")
    expect(shown_ones).to_have_count(len(EXPLAINER.sources))


# ------------------------------------------------------------------ the stage


def expect_stage(page: Page, name: str, at: int) -> None:
    """The stage shows a step, and the address leads back to it."""
    title = TITLES[name, at]
    expect(page.locator("dialog h1")).to_have_text(shown(title))
    assert page.evaluate("location.hash") == f"#present-{name}-step-{at}"


SMALL = """() => [...document.querySelectorAll('dialog :is(h1, p, li, kbd, button span, svg text)')]
  .filter(part => part.checkVisibility() && part.textContent.trim())
  .map(part => {
    const scale = part.getScreenCTM ? part.getScreenCTM().a : 1;
    return [part.textContent, parseFloat(getComputedStyle(part).fontSize) * scale / innerHeight];
  }).filter(([, tall]) => tall < 0.0208)"""


def test_the_stage_takes_the_keys_of_the_apps_and_goes_through_all_pages(open_copy: Open) -> None:
    page = open_copy(1920, place="#present")
    page.set_viewport_size({"width": 1920, "height": 1080})
    expect_stage(page, *PATH[0][:2])
    for name, at, _ in PATH[1:]:
        page.keyboard.press("ArrowRight")
        expect_stage(page, name, at)
        assert page.evaluate(SMALL) == []
    for key, at in (("Home", 1), ("PageDown", 2), ("PageUp", 1), ("End", len(PATH))):
        page.keyboard.press(key)
        if key != "End":
            expect_stage(page, PATH[-1][0], at)
    page.keyboard.press("n")
    expect(page.locator("dialog .st-key-notes")).to_be_visible()
    page.keyboard.press("n")
    expect(page.locator("dialog .st-key-notes")).to_be_hidden()
    page.keyboard.press("b")
    expect(page.locator(".curtain")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".curtain")).to_have_count(0)
    name, at, _ = PATH[-1]
    expect_stage(page, name, at)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    expect_step(page, name, at)


@pytest.mark.parametrize(
    ("width", "height"), [(1920, 1080), (1280, 800), (1024, 768), (2560, 1080)]
)
def test_the_figure_on_the_stage_is_whole_and_large(
    width: int, height: int, open_copy: Open
) -> None:
    """At 16:9, 16:10, 4:3 and 21:9."""
    page = open_copy(width, place=f"#present-{NAME}-step-2")
    page.set_viewport_size({"width": width, "height": height})
    expect_stage(page, NAME, 2)
    assert page.evaluate(SMALL) == []
    box = page.locator("dialog .st-key-screen").bounding_box()
    assert box
    assert box["height"] >= 0.55 * height
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height


def test_every_form_of_every_step_is_in_the_copy(file: Path) -> None:
    """And each figure for a narrow screen, with and without what came after the brief."""
    names = set(drawings(file.read_text("utf-8")))
    steps = {f"{name}-step-{at}" for name, at, _ in PATH}
    expected = {
        f"{form}/{one}" for form in ("step", "pocket", "stage", "squarish") for one in steps
    }
    forms = ("narrow", "narrow-later", "sheet-later")
    expected |= {f"{form}/{one}" for form in forms for one in EXPLAINER.figures}
    assert names == expected
