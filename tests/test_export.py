"""The files a reader can take away, and the offline copy in a browser without a network."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import axe
import pytest
import told
import yaml
from folders import BRIEF, change, fresh, spoilt
from offline import Open, crowded, opening
from playwright.sync_api import Browser, expect

from explainer.__main__ import main
from explainer.checks import loader
from explainer.content.events import Scope
from explainer.content.explainer import Explainer
from explainer.language import links
from explainer.language.dates import When
from explainer.reading import markdown, wording, words
from explainer.takeaway import events_csv, export, handout, handouts, plates, stylesheet

NAMES = [download.name for download in export.DOWNLOADS]
CLOSED = "closed details"
KEPT = {f"data-{name}" for name in "actors events figure menu names origin page scope".split()}
"""Attributes for scripts that the copy has: what its own reads, and what shared words bear."""


@pytest.fixture(scope="module")
def explainer() -> Explainer:
    return loader.load(BRIEF)


@pytest.fixture(scope="module")
def document(explainer: Explainer) -> str:
    return handout.page(explainer)


# ------------------------------------------------------------------ the command


def test_export_writes_every_file_and_names_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "folder"
    assert main(["export", str(out)]) == 0
    explainer = loader.load(BRIEF)
    names = [*NAMES, *handouts.handouts(explainer), *plates.plates(explainer)]
    assert {path for path in out.rglob("*") if path.is_file()} == {out / name for name in names}
    assert capsys.readouterr().out.splitlines() == [str(out / name) for name in names]


def test_export_writes_over_an_older_export(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("old", "utf-8")
    assert main(["export", str(tmp_path)]) == 0
    assert (tmp_path / "index.html").read_text("utf-8") != "old"


def test_export_takes_another_content_folder(tmp_path: Path, explainer: Explainer) -> None:
    folder = spoilt(tmp_path, "explainer.yaml", explainer.about.title, "Another title")
    assert main(["export", str(tmp_path / "out"), "--content", str(folder)]) == 0
    assert "<title>Another title</title>" in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_export_of_bad_content_says_what_is_wrong_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = spoilt(tmp_path, "reasons.yaml", "kind: judgement", "kind: judgment")
    assert main(["export", str(tmp_path / "out"), "--content", str(folder)]) == 1
    assert "did you mean judgement?" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("taken", [".", "index.html/inner"])
def test_export_says_when_it_cannot_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], taken: str
) -> None:
    out = tmp_path / "out"
    if taken == ".":
        out.write_text("a file, not a folder", "utf-8")
    else:
        (out / taken).mkdir(parents=True)
    assert main(["export", str(out)]) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert said.startswith(str(out))
    assert said.endswith("name a folder that can be")


# ------------------------------------------------------------------ events.csv


def rows(explainer: Explainer) -> list[dict[str, str]]:
    text = export.EVENTS.content(explainer).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_table_gives_every_event_back(explainer: Explainer) -> None:
    for event, row in zip(explainer.events, rows(explainer), strict=True):
        assert row["id"] == event.id
        assert row["title"] == event.title
        assert row["description"] == event.description
        assert (row["scope"], row["precision"]) == (event.scope.value, event.precision)
        assert When.parse(row["start"]) == event.start
        assert (When.parse(row["end"]) if row["end"] else None) == event.end
        assert tuple(row["sources"].split("; ")) == event.sources


def test_no_cell_of_the_table_begins_a_formula(explainer: Explainer) -> None:
    for row in rows(explainer):
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_a_cell_that_could_be_a_formula_is_guarded(cell: str) -> None:
    assert events_csv.guarded(cell) == f"'{cell}"
    assert events_csv.guarded(f"a{cell}") == f"a{cell}"


@pytest.mark.parametrize("date", ["1960s", "2024", "1983-06", "2025-09-03", "2025-09-03 09:00"])
def test_a_date_is_written_as_the_content_files_write_it(date: str) -> None:
    assert events_csv.written(When.parse(date)) == date


# ------------------------------------------------------------------ index.html as a file


class Outline(HTMLParser):
    """What a test wants to know of a document without a browser."""

    VOID = frozenset("meta link br input img hr wbr source area base col embed track".split())

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[dict[str, str]] = []
        self.loaded: list[str] = []
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.closed: set[str] = set()
        """Ids within details that start closed."""
        self._open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes |= set(has)
        if tag == "a":
            self.links.append(has)
        elif "src" in has or "href" in has:
            self.loaded.append(has.get("src", has.get("href", "")))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in has:
            self.ids.append(has["id"])
            if CLOSED in self._open:
                self.closed.add(has["id"])
        if tag not in self.VOID:
            self._open.append(CLOSED if tag == "details" and "open" not in has else tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() in (tag, CLOSED), f"</{tag}> closes something else"


@pytest.fixture(scope="module")
def outline(document: str) -> Outline:
    return Outline(document)


def test_the_document_loads_nothing(outline: Outline, document: str) -> None:
    assert outline.loaded == ["data:,"]
    style = document.partition("<style>")[2].partition("</style>")[0]
    assert all(
        address.startswith("data:") for address in re.findall(r"url\(\s*['\"]?([^)]*)", style)
    )
    assert "@import" not in style
    assert style.count("@font-face") == len(stylesheet.TYPEFACES)


def test_the_document_has_one_title_and_headings_in_order(outline: Outline) -> None:
    assert outline.headings.count(1) == 1
    assert outline.headings[0] == 1
    for above, below in zip(outline.headings, outline.headings[1:], strict=False):
        assert below <= above + 1


def test_the_document_is_in_the_language_of_the_content(
    tmp_path: Path, document: str, explainer: Explainer
) -> None:
    assert f'<html lang="{explainer.about.language}">' in document
    other = loader.load(spoilt(tmp_path, "explainer.yaml", "language: en-GB", "language: nl"))
    assert '<html lang="nl">' in handout.page(other)


def test_every_claim_event_question_term_and_source_has_its_place(
    outline: Outline, explainer: Explainer
) -> None:
    wanted = {f"claim-{claim.id}" for claim in explainer.claims}
    wanted |= {f"event-{event.id}" for event in explainer.events}
    wanted |= {f"term-{term.id}" for term in explainer.glossary}
    wanted |= {f"source-{source.id}" for source in explainer.sources}
    wanted |= {f"figure-{name}" for name in explainer.figures}
    for page in (explainer.timeline, explainer.reasons, explainer.implications, explainer.limits):
        wanted |= {f"question-{question.id}" for question in page.questions}
        wanted |= {f"answer-{question.id}" for question in page.questions}
    wanted |= {f"series-{series.id}" for series in explainer.series}
    wanted |= {f"point-{point.id}" for point in explainer.contested}
    wanted |= {f"discussion-{asked.id}" for asked in explainer.seminar.discussion}
    wanted |= {f"notes-{asked.id}" for asked in explainer.seminar.discussion}
    wanted |= set(explainer.about.pages)
    assert wanted <= set(outline.ids)
    assert len(outline.ids) == len(set(outline.ids))


def test_pages_stand_in_the_order_of_the_menu(outline: Outline, explainer: Explainer) -> None:
    pages = [name for name in outline.ids if name in explainer.about.pages]
    assert pages == list(explainer.about.pages)


def test_links_lead_within_the_document_or_to_the_web(outline: Outline) -> None:
    for link in outline.links:
        address = link["href"]
        if address.startswith("#"):
            assert address[1:] in outline.ids
        else:
            assert address.startswith(("https://", "http://", "mailto:"))
            assert link["rel"] == "noopener"


def test_nothing_later_than_the_brief_shows_unasked(
    outline: Outline, explainer: Explainer, document: str
) -> None:
    later = {event.id for event in explainer.events if event.scope is Scope.AFTER}
    assert later
    assert {f"event-{name}" for name in later} <= outline.closed
    ids = set(" ".join(re.findall('data-events="([^"]+)"', document)).split())
    assert ids & set(explainer.event)
    assert not ids & later
    every = told.words(document)
    shown = told.words(
        re.sub(r'<details class="next">.*?</details>', "", document, flags=re.DOTALL)
    )
    texts = [event.description for event in explainer.events if event.scope is Scope.AFTER]
    texts += [point.later for point in explainer.contested if point.later]
    texts += [
        f"{value.value:,g}"
        for series in explainer.series
        for value in series.values
        if value.scope is Scope.AFTER
    ]
    assert len(texts) > len(later) + 1
    for text in map(told.rendered, texts):
        assert text in every
        assert text not in shown


def test_a_claim_shows_its_verdict_its_groups_of_events_and_its_points(
    document: str, explainer: Explainer
) -> None:
    for claim in explainer.claims:
        shown = document.partition(f'id="claim-{claim.id}"')[2].partition("</article>")[0]
        sign, words = wording.verdict(claim)
        assert f'<p class="verdict"><span aria-hidden="true">{sign}</span> {words}</p>' in shown
        for group, names in wording.groups(claim).items():
            listed = shown.partition(f'<p class="group">{group}</p>')[2].partition("</ul>")[0]
            assert re.findall(r'href="#event-([\w-]+)"', listed) == list(names)
        for word in filter(None, (claim.hedge, claim.emphasis)):
            assert f"“{word}”" in shown
        for point in explainer.points[claim.id]:
            for text in (point.question, point.detail):
                assert told.rendered(text) in told.words(shown)


def test_an_event_leads_to_every_claim_it_supports_or_bears_on(
    document: str, explainer: Explainer
) -> None:
    for claim in explainer.claims:
        for name in claim.evidence + claim.bears_on + claim.afterwards:
            shown = document.partition(f'id="event-{name}"')[2].partition("</li>")[0]
            assert f'href="#claim-{claim.id}"' in shown.partition("Bears on")[2], (claim.id, name)


def test_nothing_in_the_document_is_to_be_pressed_but_links_and_folds(outline: Outline) -> None:
    """Without a script nothing would answer: what is pressed comes with the copy's own."""
    assert not {"button", "input", "select", "textarea", "form", "fieldset"} & set(outline.tags)
    assert not {
        name for name in outline.attributes if name.startswith("data-") and name not in KEPT
    }
    assert "aria-expanded" not in outline.attributes


def test_answers_stand_apart_from_their_questions(outline: Outline, explainer: Explainer) -> None:
    last = max(outline.ids.index(f"question-{q.id}") for q in explainer.limits.questions)
    first = min(outline.ids.index(f"answer-{q.id}") for q in explainer.timeline.questions)
    assert last < first


def test_sources_are_numbered_and_cited_by_number(document: str, explainer: Explainer) -> None:
    numbers = {s.id: at for at, s in enumerate(handout.references(explainer), 1)}
    cited = re.findall(r'<a href="#source-([\w-]+)" aria-label="source (\d+)">(\d+)</a>', document)
    assert len(cited) > len(numbers)
    assert all(numbers[name] == int(said) == int(shown) for name, said, shown in cited)


EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> [a](javascript:alert(3)) "
    "[b](data:text/html,c) ![d](https://example.org/e.png) </style></title> [f](HTTPS://g.org/)"
)
TEXTS_OF_AUTHORS = {
    "explainer.yaml": {"title"},
    "actors.yaml": {"name"},
    "events.yaml": {"title", "place", "description", "note"},
    "glossary.yaml": {"term", "definition"},
    "limits.yaml": {"text", "alt", "finding", "note", "stem", "feedback", "title", "hedge"},
    "readings.yaml": {"author", "summary"},
    "sources.yaml": {"publisher", "author"},
}


def hostile(data: Any, keys: set[str]) -> Any:
    """Plain data with every text under one of the keys replaced by a hostile one."""
    if isinstance(data, list):
        return [hostile(part, keys) for part in data]
    if isinstance(data, dict):
        return {
            # No two answers of a question may be the same.
            key: f"{EVIL} {part[-30:]}"
            if key in keys and isinstance(part, str)
            else hostile(part, keys)
            for key, part in data.items()
        }
    return data


def test_content_is_never_markup(
    tmp_path: Path, outline: Outline, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The check refuses such texts; the handout must not rest on that.
    monkeypatch.setattr(links, "fault_of_text", lambda text: None)
    folder = fresh(tmp_path)
    for name, keys in TEXTS_OF_AUTHORS.items():
        data = hostile(yaml.safe_load((folder / name).read_text("utf-8")), keys)
        (folder / name).write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    page = handout.page(loader.load(folder))
    found = Outline(page)
    assert found.tags.count("script") == outline.tags.count("script")
    assert found.tags.count("style") == 1
    assert not {"img", "iframe", "b"} & set(found.tags)
    addresses = {link["href"] for link in found.links}
    assert not [address for address in addresses if address.lower().startswith(("java", "data"))]
    assert "HTTPS://g.org/" in addresses


def test_content_may_do_without_what_is_optional(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "contested.yaml").write_text("[]", "utf-8")
    # Without its point a dispute would rest on nobody.
    change(folder, "reasons.yaml", "verdict: disputes", "verdict: cannot-settle")
    for name, key in {
        "reasons": "comparison",
        "limits": "questions",
        "overview": "standfirst",
    }.items():
        data = yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8"))
        del data[key]
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    ids = Outline(handout.page(loader.load(folder))).ids
    assert "figure-reasons" in ids
    assert "figure-comparison" not in ids


@pytest.mark.parametrize("text", ["# not a heading", "<b>not bold</b>", "![no](https://a.org/i)"])
def test_markdown_makes_no_heading_no_tag_and_no_picture(text: str) -> None:
    assert not re.search(r"<(h\d|b|img)\b", markdown.prose(text))


def test_markdown_of_the_content_is_rendered() -> None:
    assert markdown.prose("a *b* [c](https://d.org)") == (
        '<p>a <em>b</em> <a href="https://d.org" target="_blank" rel="noopener">c</a></p>\n'
    )


@pytest.mark.parametrize(
    ("number", "shown"),
    [(12, "12"), (640.5, "640.5"), (0.0625, "0.0625"), (1250, "1,250"), (2e6, "2,000,000")],
)
def test_a_number_has_the_digits_that_say_something(
    explainer: Explainer, number: float, shown: str
) -> None:
    value = explainer.series[0].values[0].model_copy(update={"value": number})
    assert words.amount(value) == shown
    about = value.model_copy(update={"approximate": True})
    assert words.amount(about) == f"≈\u00a0{shown}"


@pytest.mark.parametrize(("colour", "grey"), [("#000000", "#000000"), ("#FFFFFF", "#ffffff")])
def test_the_grey_of_black_is_black_and_that_of_white_is_white(colour: str, grey: str) -> None:
    assert stylesheet.grey(colour) == grey


# ------------------------------------------------------------------ index.html in a browser


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, document: str) -> Path:
    path = tmp_path_factory.mktemp("export") / "index.html"
    path.write_text(document, "utf-8")
    return path


@pytest.fixture
def open_copy(browser: Browser, file: Path) -> Iterator[Open]:
    """Opens the copy as a reader without a network does."""
    with opening(browser, file) as opened:
        yield opened


@pytest.mark.browser
def test_figures_stand_in_the_form_that_fits_the_window(
    open_copy: Open, explainer: Explainer
) -> None:
    """Without a label cut or on another."""
    page = open_copy(390)
    for width, form in {390: ".narrow", 1280: ":not(.narrow)"}.items():
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.locator(f".chart{form} > svg:visible")).to_have_count(len(explainer.figures))
        assert crowded(page, ".chart") == []
        assert crowded(page, ".picture") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_without_a_script_every_figure_step_and_answer_is_read_and_marks_lead_to_events(
    browser: Browser, file: Path, explainer: Explainer
) -> None:
    """On a narrow screen a figure is scrolled sideways, and nothing else is."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False, offline=True
    )
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator(".chart > svg:visible")).to_have_count(len(explainer.figures))
    steps = sum(len(explainer.page(name).steps) for name in explainer.about.pages)
    expect(page.locator(".steps > li:visible")).to_have_count(steps)
    expect(page.locator("button, input, dialog")).to_have_count(0)
    mark = page.locator(".chart a[data-events]").first
    ids = (mark.get_attribute("data-events") or "").split()
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#event-{ids[0]}")
    expect(page.locator(f"#event-{ids[0]}")).to_be_in_viewport()
    context.close()


@pytest.mark.browser
def test_a_link_to_a_later_event_opens_what_hides_it(open_copy: Open, explainer: Explainer) -> None:
    """From elsewhere and within the document."""
    first, second, *_ = (event.id for event in explainer.events if event.scope is Scope.AFTER)
    page = open_copy(place=f"#event-{first}")
    expect(page.locator(f"#event-{first}")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = false)")
    expect(page.locator(f"#event-{second}")).to_be_hidden()
    page.evaluate(f"location.hash = 'event-{second}'")
    expect(page.locator(f"#event-{second}")).to_be_visible()


@pytest.mark.browser
def test_axe_finds_nothing(open_copy: Open) -> None:
    """With everything opened, an event too, at both forms' widths and themes; and the stage."""
    page = open_copy()
    page.locator(".chart a[data-events]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".opened")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    found = axe.faults(page)
    page.emulate_media(color_scheme="dark")
    found += axe.faults(page, colours=True)
    page.set_viewport_size({"width": 390, "height": 900})
    found += axe.faults(page)
    page.locator("[data-way=present]").first.click()
    expect(page.locator("dialog")).to_be_visible()
    found += axe.faults(page, colours=True)
    assert not found, "\n".join(found)


# ------------------------------------------------------------------ index.html on paper

ON_PAPER = """() => {
  const style = (selector, name) =>
    [...new Set([...document.querySelectorAll(selector)].map(
      part => getComputedStyle(part)[name]))];
  const colours = new Set();
  for (const part of document.querySelectorAll('body *')) {
    if (!part.checkVisibility()) continue;
    const seen = getComputedStyle(part);
    const names = part.closest('svg') ? ['fill', 'stroke'] : ['color', 'borderLeftColor'];
    for (const name of names) colours.add(seen[name]);
  }
  return {
    whole: ['.claim', '.event', '.question', '.plate'].map(part => style(part, 'breakInside')),
    headings: style('h2, h3, h4', 'breakAfter'),
    sections: style('main > section:not(:first-child)', 'breakBefore'),
    hidden: style('.next, .twin, nav, .screen, .picture, .ways, .filters, .search, .live',
      'display'),
    small: style('ul.lines, .where, .standing, .record, .readings p, .scroll table, '
      + '.days .when, .event .sourced p, .terms dd, .references li, .options li, .bands p',
      'fontSize').map(parseFloat),
    paper: getComputedStyle(document.body).backgroundColor,
    linked: document.querySelectorAll('.references a:first-of-type').length,
    addresses: [...document.querySelectorAll('.address')].filter(
      part => part.checkVisibility()).length,
    wide: [...document.querySelectorAll('.chart')].map(
      chart => chart.getBoundingClientRect().width),
    tall: [...document.querySelectorAll('.plate')].map(
      plate => plate.getBoundingClientRect().height),
    colours: [...colours],
  };
}"""
MM = 96 / 25.4


@pytest.mark.browser
def test_it_prints_as_a_handout_in_greys(open_copy: Open, explainer: Explainer) -> None:
    """Figures that were never on the screen too; small type but for what is read out."""
    page = open_copy(width=round(174 * MM), theme="dark")
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".chart.narrow")).to_have_count(0)
    seen = page.evaluate(ON_PAPER)
    assert seen["whole"] == [["avoid"]] * 4
    assert seen["headings"] == ["avoid"]
    assert seen["sections"] == ["page"]
    assert seen["hidden"] == ["none"]
    assert seen["small"] == [pytest.approx(8.6 / 72 * 96, abs=0.01)]
    assert seen["paper"] == "rgb(255, 255, 255)"
    assert seen["addresses"] == seen["linked"] > 0
    assert len(seen["wide"]) == len(explainer.figures)
    assert max(seen["wide"]) <= round(174 * MM)
    assert max(seen["tall"]) <= (297 - 18 - 16) * MM
    coloured = [
        colour
        for colour in seen["colours"]
        if len(set(re.findall(r"[\d.]+", colour)[:3])) > 1 and not colour.startswith("color(")
    ]
    assert coloured == []
    assert crowded(page, ".chart") == []
