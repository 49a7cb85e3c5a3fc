"""Handouts of two pages: exactly two on either sheet of paper, whatever an author writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import axe
import pytest
from folders import BRIEF, CONTENT
from offline import crowded, opening
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from explainer.__main__ import main
from explainer.authoring import new
from explainer.checks import loader
from explainer.content.base import Content
from explainer.content.claims import Kind
from explainer.content.explainer import CLAIM_PAGES, Explainer
from explainer.language import direction
from explainer.reading import wording
from explainer.takeaway import export, fitting, handouts, two_pages
from explainer.takeaway.fitting import Type, balanced, placed

NAMES = ("overview", *CLAIM_PAGES, "seminar")
SHEETS = ("A4", "Letter")
POINTS = 9.0

# ------------------------------------------------------------------ contents of every kind

WRITTEN = {
    *("title", "kicker", "standfirst", "finding", "note", "text", "stem", "question"),
    *("disclaimer", "publisher", "hedge"),
}
"""The fields that a handout sets as texts."""
FIGURES = {"steps", "plans", "panels", "columns", "periods", "votes", "sides"}
"""What figures are drawn from, whose labels the check keeps short."""


def rewritten(explainer: Explainer, how: Callable[[str], str]) -> Explainer:
    """The same content, the texts that handouts set changed; ids, dates and figures stay."""

    def walked(value: object, name: str) -> object:
        if isinstance(value, Content):
            given = value.model_fields_set - FIGURES
            return value.model_copy(
                update={field: walked(getattr(value, field), field) for field in given}
            )
        if isinstance(value, tuple):
            return tuple(walked(one, name) for one in value)
        return how(value) if isinstance(value, str) and name in WRITTEN else value

    changed = {}
    for page in (*NAMES, "about"):
        kept = explainer.about if page == "about" else explainer.page(page)
        changed[page] = walked(kept, page)
    return explainer.model_copy(update=changed)


def crowd(explainer: Explainer) -> Explainer:
    """Ten times as many claims, questions and answers."""

    def more(page: Content) -> Content:
        sections = tuple(
            section.model_copy(update={"claims": section.claims * 10})
            for section in getattr(page, "sections", ())
        )
        asked = getattr(page, "questions", ()) * 10
        return page.model_copy(update={"sections": sections, "questions": asked})

    changed: dict[str, object] = {name: more(explainer.page(name)) for name in CLAIM_PAGES}
    changed["seminar"] = explainer.seminar.model_copy(
        update={"discussion": explainer.seminar.discussion * 10}
    )
    changed["overview"] = explainer.overview.model_copy(
        update={"answers": explainer.overview.answers * 10}
    )
    return explainer.model_copy(update=changed)


ARABIC = "ذهب القائد إلى العاصمة في القطار ثم عاد بعد خمسة أيام"
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitän "
HAN = "堤防の水門は誰の手にあるのか"


@cache
def content(name: str) -> Explainer:
    tests, shipped = loader.load(BRIEF), loader.load(CONTENT)
    return {
        "the tests' own": lambda: tests,
        "the shipped one": lambda: shipped,
        "long texts": lambda: rewritten(shipped, lambda text: f"{text} " * 4),
        "very long texts": lambda: rewritten(shipped, lambda text: (f"{text} " * 50)[:2500]),
        "capitals": lambda: rewritten(shipped, str.upper),
        "long words": lambda: rewritten(shipped, lambda text: LONG_WORD * (1 + len(text) // 40)),
        "right to left": lambda: rewritten(
            shipped, lambda text: f"{ARABIC} " * (1 + len(text) // len(ARABIC))
        ),
        "wide letters": lambda: rewritten(
            shipped, lambda text: HAN * (1 + len(text) // (2 * len(HAN)))
        ),
        "many claims and questions": lambda: crowd(shipped),
        "one of each": lambda: crowd(tests),
    }[name]()


CONTENTS = (
    *("the tests' own", "the shipped one", "long texts", "very long texts", "capitals"),
    *("long words", "right to left", "wide letters", "many claims and questions"),
)

# ------------------------------------------------------------------ which there are


def test_each_page_that_is_argued_or_discussed_has_one() -> None:
    for name in ("the tests' own", "the shipped one"):
        assert set(handouts.names(content(name))) == set(NAMES)


def test_export_writes_each_and_the_package_has_the_same(tmp_path: Path) -> None:
    assert main(["export", str(tmp_path), "--content", str(BRIEF)]) == 0
    files = {path.name: path.read_text("utf-8") for path in (tmp_path / "handouts").iterdir()}
    assert set(files) == {f"{name}.html" for name in NAMES}
    with zipfile.ZipFile(tmp_path / export.HANDOUTS.name) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == files


def test_equal_content_makes_equal_packages() -> None:
    explainer = content("the tests' own")
    assert handouts.package(explainer) == handouts.package(explainer)


# ------------------------------------------------------------------ what stands on them


@pytest.fixture(scope="module")
def shipped() -> dict[str, str]:
    """Each handout of the shipped brief by its page."""
    found = handouts.handouts(content("the shipped one"))
    return {Path(path).stem: text for path, text in found.items()}


@pytest.mark.parametrize("name", NAMES)
def test_it_asks_for_no_other_file_and_runs_no_script(name: str, shipped: dict[str, str]) -> None:
    text = shipped[name]
    assert "<script" not in text
    assert "default-src 'none'" in text
    assert text.count("src:url(data:font/woff2") == 2
    assert "@import" not in text
    assert len(text) < 400_000


def test_a_claim_stands_with_its_kind_and_the_record_s_verdict_in_words_and_sign(
    shipped: dict[str, str],
) -> None:
    explainer = content("the shipped one")
    for name in CLAIM_PAGES:
        sheet = two_pages.fitted(explainer, name, handouts.matter(explainer, name))
        assert len(sheet.shown) >= 7, name
        for claim in sheet.shown:
            _, after = shipped[name].split(direction.isolated(claim.text), 1)
            sign, words = wording.verdict(claim)
            verdict = f'<span aria-hidden="true">{sign}</span> {words}'
            assert after.index(verdict) < 300
            kind = getattr(explainer.about.kinds, claim.kind).name
            assert f'<span class="kind">{kind}</span>' in shipped[name]


@pytest.mark.parametrize("name", NAMES)
def test_each_has_the_citation_the_disclaimer_and_where_the_sources_are(
    name: str, shipped: dict[str, str]
) -> None:
    about = content("the shipped one").about
    for said in (about.brief.title, about.brief.url, about.brief.disclaimer, "“Sources”"):
        assert said in shipped[name], said


@pytest.mark.parametrize("named", ["the shipped one", "long texts", "many claims and questions"])
def test_what_is_left_out_is_counted(named: str) -> None:
    explainer = content(named)
    for name in NAMES:
        matter = handouts.matter(explainer, name)
        sheet = two_pages.fitted(explainer, name, matter)
        for kind, missing in (
            ("sentence", len(matter.answers) - len(sheet.answers)),
            ("claim", len(matter.claims) - len(sheet.shown)),
            ("question", len(matter.questions) - len(sheet.questions)),
        ):
            counted = f"{missing:,} more {kind}"
            assert (counted in sheet.left_out) if missing else (f" {kind}" not in sheet.left_out)


def test_every_handout_has_the_answers_to_its_page_and_something_to_write_on() -> None:
    explainer = content("the shipped one")
    for name in NAMES:
        sheet = two_pages.fitted(explainer, name, handouts.matter(explainer, name))
        assert sheet.answers == sheet.matter.answers, name
        assert len(sheet.questions) >= 2, name


def test_the_seminar_s_has_every_forecast_to_score_and_no_answer_before_the_vote() -> None:
    explainer = content("the shipped one")
    found = handouts.matter(explainer, "seminar")
    assert found.answers == ()
    assert found.claims == tuple(one for one in explainer.claims if one.kind is Kind.FORECAST)
    assert found.is_scored


# ------------------------------------------------------------------ on paper

# Each text of a handout with its box, and what of it is wrong.
FAULTS = r"""
points => {
  const faults = [];
  const sides = [...document.querySelectorAll('.side')];
  const say = (what, words) => faults.push(`${what}: ${words.trim().slice(0, 50)}`);
  for (const side of sides) {
    const edge = side.getBoundingClientRect();
    const boxes = [];
    const texts = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode, part = node.parentElement;
      if (!node.textContent.trim() || !part.checkVisibility()) continue;
      if (part.closest('desc, title, style, .hidden')) continue;
      const svg = part.closest('svg');
      const sheet = svg?.getBoundingClientRect(), drawn = svg?.viewBox.baseVal;
      const scale = svg ? Math.min(sheet.width / drawn.width, sheet.height / drawn.height) : 1;
      const size = parseFloat(getComputedStyle(part).fontSize) * scale * 0.75;
      if (size < points - 0.01) say(`${size.toFixed(2)} pt`, node.textContent);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 1)
          say('off the page', node.textContent);
        if (!svg) boxes.push([box, node, size]);
      }
    }
    for (const svg of side.querySelectorAll('figure svg')) {
      if (!svg.checkVisibility()) continue;
      const box = svg.getBoundingClientRect();
      if (box.bottom > edge.bottom || box.right > edge.right + 1) say('figure cut', '');
    }
    boxes.forEach(([one, node, size], at) => boxes.slice(0, at).forEach(([other, before]) => {
      if (node === before) return;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      // Boxes of lines that follow each other share what lies above and below their letters.
      if (across > 1 && down > size * 0.75) say('on another', node.textContent);
    }));
    // Lines to write on may be more than there is room for; nothing else may.
    for (const question of side.querySelectorAll('.questions > li')) {
      const room = question.getBoundingClientRect();
      const lines = question.querySelector('.writing').getBoundingClientRect();
      if (lines.height < 15.9 * 96 / 25.4 || lines.bottom > room.bottom + 1)
        say(`room to write: ${Math.round(lines.height)} px`, question.textContent);
    }
  }
  if (sides.length !== 2) faults.push(`${sides.length} sides`);
  return [...new Set(faults)];
}
"""


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    """A page that is laid out as on paper."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    yield page
    context.close()


def printed(page: Page, sheet: str) -> PdfReader:
    """The open page on a sheet of paper."""
    return PdfReader(io.BytesIO(page.pdf(format=sheet)))


@pytest.mark.browser
@pytest.mark.parametrize("name", CONTENTS)
def test_it_has_exactly_two_pages_on_either_sheet_and_nothing_is_cut(
    name: str, paper: Page, tmp_path: Path
) -> None:
    faults = []
    for path, text in handouts.handouts(content(name)).items():
        file = tmp_path / Path(path).name
        file.write_text(text, "utf-8")
        paper.goto(file.as_uri())
        for sheet in SHEETS:
            if (pages := len(printed(paper, sheet).pages)) != 2:
                faults.append(f"{path}, {sheet}: {pages} pages")
        paper.emulate_media(media="print")
        for width, height in ((733, 1050), (740, 980)):
            paper.set_viewport_size({"width": width, "height": height})
            faults += [f"{path}: {fault}" for fault in paper.evaluate(FAULTS, POINTS)]
            faults += [f"{path}: {fault}" for fault in crowded(paper, ".chart.sheet")]
        paper.emulate_media(media="null")
    assert not faults, "\n".join(faults[:20])


@pytest.mark.browser
def test_a_new_brief_s_handouts_fit_too(paper: Page, tmp_path: Path) -> None:
    new.write(tmp_path / "brief")
    for path, text in handouts.handouts(loader.load(tmp_path / "brief")).items():
        paper.set_content(text)
        assert [len(printed(paper, sheet).pages) for sheet in SHEETS] == [2, 2], path
        paper.emulate_media(media="print")
        assert paper.evaluate(FAULTS, POINTS) == [], path
        paper.emulate_media(media="null")


@pytest.mark.browser
def test_paper_is_black_on_white_and_tells_nothing_by_colour(paper: Page) -> None:
    """Whatever the theme of the screen: every colour is a grey, and words are black."""
    for text in handouts.handouts(content("the shipped one")).values():
        paper.set_content(text)
        paper.emulate_media(media="print", color_scheme="dark")
        colours = paper.evaluate(
            """() => [...document.querySelectorAll('body, body *')]
              .filter(part => part.checkVisibility() && !part.closest('.writing'))
              .flatMap(part => {
                const css = getComputedStyle(part);
                return part.closest('svg') ? [css.fill, css.stroke] : [css.color];
              })
              .filter(css => css.startsWith('rgb'))"""
        )
        assert colours
        for colour in set(colours):
            red, green, blue = (int(part) for part in colour[4:-1].split(","))
            assert red == green == blue, colour
        words = paper.evaluate(
            "() => [...document.querySelectorAll('p, li, h1, h2, h3, a, span')]"
            ".map(part => getComputedStyle(part).color)"
        )
        assert set(words) == {"rgb(0, 0, 0)"}
        ground = paper.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == "rgb(255, 255, 255)"


# ------------------------------------------------------------------ on a screen


@pytest.mark.browser
@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("name", ["the shipped one", "right to left"])
def test_it_is_a_page_for_a_screen_too(
    name: str, width: int, theme: str, browser: Browser, tmp_path: Path
) -> None:
    """Without a script, a network or a fault that axe finds; nothing scrolls sideways."""
    for path, text in handouts.handouts(content(name)).items():
        file = tmp_path / Path(path).name
        file.write_text(text, "utf-8")
        with opening(browser, file) as opened:
            page = opened(width, theme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            form = "narrow" if width < 600 else "sheet"
            assert crowded(page, f".chart.{form}") == [], path
            page.evaluate("document.querySelector('meta[http-equiv]').remove()")
            assert axe.faults(page) == [], path


# ------------------------------------------------------------------ counting room


@pytest.mark.parametrize(
    ("heights", "room", "passing", "places"),
    [
        ([], 10, False, []),
        ([4, 4, 4], 8, False, [0, 1, 2]),
        ([6, 6, 6], 10, False, [0, 1]),
        ([11, 2], 10, False, []),
        ([11, 2], 10, True, [1]),
        ([6, 11, 6, 6, 2], 10, True, [0, 2]),
    ],
    ids=["nothing", "all", "two", "too tall", "passed over", "no hole before a short one"],
)
def test_things_go_into_two_columns_in_their_order_and_unbroken(
    heights: list[float], room: float, passing: bool, places: list[int]
) -> None:
    assert placed(heights, room, passing=passing) == places


@pytest.mark.parametrize(
    ("heights", "tall"), [([], 0), ([5], 5), ([5, 5], 5), ([5, 5, 5], 10), ([2, 2, 9], 9)]
)
def test_two_columns_are_as_short_as_can_be(heights: list[float], tall: float) -> None:
    assert balanced(heights) == pytest.approx(tall, abs=1)


def test_a_text_that_is_cut_says_so_and_keeps_whole_what_fits() -> None:
    kind = Type(10)
    assert kind.cut("A short one.", 80, 2) == "A short one."
    cut = kind.cut("word " * 100, 80, 2)
    assert cut.endswith("word…")
    assert len(kind.lines(cut, 80)) == 2
    assert kind.tall("", 80) == 0


def test_markdown_is_counted_as_it_is_read() -> None:
    assert fitting.read("A *word* and\n\na [link](https://example.org).") == "A word and a link."
