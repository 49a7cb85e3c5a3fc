"""Any part that a brief does not have can be left out, and nothing empty stands in its place."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from boxes import mistakes
from markup import Part, parse
from offline import unpacked
from pptx import Presentation
from served import html, page_at
from walked import faults
from written import Data, Edit, save, written

from explainer import figures
from explainer.__main__ import main
from explainer.authoring import new
from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.content import selection
from explainer.content.explainer import Explainer
from explainer.figures.forms import POCKET, PRESENTER, SQUARISH, STEP
from explainer.language.dates import When, extent_words
from explainer.reading import wording
from explainer.reading.seen import Seen
from explainer.reading.view import View
from explainer.server import painted, sitemap
from explainer.takeaway import handout, handouts, slides

WRITTEN = written(new.STARTER)
ARGUMENT = ("timeline", "reasons", "implications", "limits")
PAINTED = re.compile('<div id="painted".*</main></div>', re.DOTALL)
HEADINGS = ("h1", "h2", "h3", "h4")


def _without(part: Any, gone: set[str], keys: Iterable[str]) -> None:
    """Take ids out of every list under one of some keys, and marks that are then of nothing."""
    for key, value in list(part.items() if isinstance(part, dict) else enumerate(part)):
        if key in keys and isinstance(value, list):
            value[:] = [one for one in value if not isinstance(one, str) or one not in gone]
        if isinstance(value, dict | list):
            _without(value, gone, keys)
        if key in ("marks", "both") and isinstance(value, list):
            value[:] = [mark for mark in value if mark["events"]]


def without_votes(data: Data) -> None:
    del data["limits"]["figure"]["votes"]


def without_series(data: Data) -> None:
    data["series"] = []
    for key in ("series", "series_from"):
        del data["reasons"]["figure"][key]
    _without(data["reasons"]["sections"], {"river-trade"}, ["series"])


def one_relationship(data: Data) -> None:
    data["relations"]["relationships"].pop(0)
    for page in ("reasons", "limits"):
        data[page]["figure"]["sides"].pop(0)


def three_relationships(data: Data) -> None:
    third = deepcopy(data["relations"]["relationships"][1])
    data["relations"]["relationships"].append(third | {"actor": "river-council"})
    side = {"actor": "river-council", "name": "Northland–Council"}
    data["limits"]["figure"]["sides"][0] |= side


def one_period(data: Data) -> None:
    data["implications"]["figure"]["periods"].pop(0)


def three_periods(data: Data) -> None:
    between = {"title": "Between", "scale": "this panel = 2 years", "start": 2020, "end": 2021}
    data["implications"]["figure"]["periods"].insert(1, between)


def sections(page: str, number: int) -> Edit:
    """The claims of a page in so many sections."""

    def edit(data: Data) -> None:
        claims = [claim for part in data[page]["sections"] for claim in part["claims"]]
        while len(claims) < number:
            claims.append(claims[0] | {"id": f"{page}-more-{len(claims)}"})
        shares = [claims[at::number] for at in range(number)]
        data[page]["sections"] = [
            {"title": f"Point {at}", "claims": share} for at, share in enumerate(shares, 1)
        ]

    return edit


def one_step_a_page(data: Data) -> None:
    for part in data.values():
        if isinstance(part, dict) and "steps" in part:
            del part["steps"][1:]
    for block in data["seminar"]["plans"][0]["blocks"]:
        block.pop("step", None)


def two_events(data: Data) -> None:
    """Only the opening and the talks, in three days."""
    kept = {"bridge-opening", "field-stone-talks"}
    gone = {one["id"] for one in data["events"]} - kept
    data["events"] = [one for one in data["events"] if one["id"] in kept]
    data["events"][0]["brief"] += ["intro/1.2", "implications/1.3"]
    without_votes(data)
    del data["timeline"]["figure"]["stay"]
    data["timeline"]["figure"]["panels"] = data["timeline"]["figure"]["panels"][2:]
    _without(data, gone, ["events", "evidence", "bears_on", "afterwards", "leave_out"])
    marks = [{"events": ["bridge-opening"]}]
    data["overview"]["figure"]["marks"] = marks
    for page in ("reasons", "limits"):
        for side in data[page]["figure"]["sides"]:
            side["marks"] = marks
    one_period(data)


def no_questions(data: Data) -> None:
    for page in ARGUMENT:
        data[page].pop("questions", None)


def no_predictions(data: Data) -> None:
    for page in ARGUMENT:
        asked = data[page].get("questions", [])
        asked[:] = [one for one in asked if not one.get("before_figure")]


def no_debates(data: Data) -> None:
    data["seminar"]["debates"] = []


def no_readings(data: Data) -> None:
    no_debates(data)
    data["readings"] = []


def no_questions_for_the_room(data: Data) -> None:
    data["seminar"]["discussion"] = []


def no_forecasts(data: Data) -> None:
    for claim in data["implications"]["sections"][0]["claims"]:
        claim["kind"] = "judgement"


def nothing_contested(data: Data) -> None:
    data["contested"] = []
    data["sources_page"].pop("open_points")
    for claim in data["timeline"]["sections"][0]["claims"]:
        claim |= {"verdict": "found-nothing", "evidence": []}


def no_terms(data: Data) -> None:
    data["glossary"] = []
    data["overview"]["terms"] = []


def no_side_bars(data: Data) -> None:
    for one in data["relations"]["relationships"]:
        one.pop("treaties", None)
    data["limits"]["figure"].pop("both")


def pages(*kept: str) -> Edit:
    """Only these pages, and of the brief only the sections that they are about."""

    def edit(data: Data) -> None:
        gone = set(data["explainer"]["pages"]) - set(kept)
        data["explainer"]["pages"] = list(kept)
        claims = {
            claim["id"]
            for page in gone & set(ARGUMENT)
            for part in data[page]["sections"]
            for claim in part["claims"]
        }
        for page in gone:
            del data[page]
        if {"reasons", "limits"} <= gone:
            del data["relations"]
        _without(data, claims, ["claims"])
        data["contested"] = [one for one in data["contested"] if one["claims"]]
        if "seminar" in data:
            seminar = data["seminar"]
            seminar["debates"] = [one for one in seminar["debates"] if one["claims"]]
            for block in seminar["plans"][0]["blocks"]:
                if block.get("page") in gone:
                    block.pop("page")
                    block.pop("step", None)
        _shorten_the_brief(data)

    return edit


def _shorten_the_brief(data: Data) -> None:
    """Leave out the sections of the brief of which a sentence is covered by nothing."""
    covered: set[str] = set()
    claims = [
        claim
        for page in ARGUMENT
        for part in data.get(page, {"sections": []})["sections"]
        for claim in part["claims"]
    ]
    for one in (*claims, *data["events"]):
        covered.update(one.get("brief", []))
    outline = data["explainer"]["outline"]
    lost = {
        f"{part['id']}/1.{at}"
        for part in outline
        for at in range(1, part["sentences"][0] + 1)
        if any(
            f"{part['id']}/1.{other}" not in covered for other in range(1, part["sentences"][0] + 1)
        )
    }
    outline[:] = [part for part in outline if f"{part['id']}/1.1" not in lost]
    _without(data, lost, ["brief"])
    for answer in data["overview"]["answers"]:
        answer["brief"] = answer["brief"] or ["intro/1.1"]


EVERY = tuple(WRITTEN["explainer"]["pages"])
VARIANTS: dict[str, tuple[Edit, ...]] = {
    "as it is": (),
    "without votes": (without_votes,),
    "without series": (without_series,),
    "one relationship alone": (one_relationship, without_votes, without_series),
    "three relationships and periods": (three_relationships, three_periods),
    "one period and one reason": (one_period, sections("reasons", 1)),
    "one step a page, three implications": (one_step_a_page, sections("implications", 3)),
    "two events": (two_events,),
    "no questions": (no_questions,),
    "nothing to discuss": (no_predictions, no_debates, no_readings, no_questions_for_the_room),
    "nothing contested or to look up": (no_forecasts, nothing_contested, no_terms, no_side_bars),
    **{
        f"without the page {page}": (pages(*(one for one in EVERY if one != page)),)
        for page in EVERY
        if page not in ("overview", "sources")
    },
    "pages: overview, timeline and sources only": (pages("overview", "timeline", "sources"),),
    "pages: overview and sources only": (pages("overview", "sources"),),
}
"""The starter with one part less, or with another number of its parts."""


@pytest.fixture(params=VARIANTS.values(), ids=list(VARIANTS), scope="module")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one variant."""
    data = deepcopy(WRITTEN)
    for edit in request.param:
        edit(data)
    return save(data, tmp_path_factory.mktemp("parts") / "content")


@pytest.fixture(scope="module")
def explainer(folder: Path) -> Explainer:
    """The content of one variant."""
    return loader.load(folder)


@pytest.fixture
def shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the app show the variant."""
    monkeypatch.setenv("EXPLAINER_CONTENT", str(folder))


def empty_parts(page: Part) -> list[str]:
    """Headings over nothing, and lists, tables and folds without anything in them."""
    found = []
    # What is hidden a script fills before it shows it.
    hidden = {id(one) for part in page.every() if "hidden" in part.has for one in part.every()}
    for part in page.every():
        if id(part) in hidden:
            continue
        if part.tag in ("ul", "ol", "dl", "tbody", "section", "nav", "details", "table"):
            inside = (one for one in part.every() if one.tag not in (*HEADINGS, "summary"))
            texts = (text for one in inside for text in one.inside if isinstance(text, str))
            if not any(map(str.strip, texts)):
                found.append(f"<{part.tag}> is empty: {part.words[:60]}")
        if part.tag in HEADINGS and not part.words.strip():
            found.append(f"<{part.tag}> without words")
    return found


def hanging_links(page: Part) -> set[str]:
    """Links within a page that lead nowhere in it."""
    ids = {part.has["id"] for part in page.every() if part.has.get("id")}
    links = {part.has["href"] or "" for part in page.every() if part.has.get("href")}
    # The stage is put up by the script.
    return {link for link in links if link.startswith("#") and link[1:] not in ids | {"present"}}


def test_the_check_says_ok(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 0, capsys.readouterr().out
    assert capsys.readouterr().out.startswith("OK")


def test_every_figure_is_drawn_in_every_form_and_its_labels_stay_apart(
    explainer: Explainer,
) -> None:
    assert faults(explainer, explainer.about.pages, View(), View(scope="afterwards")) == []
    for name, page in explainer.pages.items():
        for step in range(1, len(page.steps) + 1):
            seen = Seen(explainer, name, page, View(step=step))
            for form in (STEP, POCKET, PRESENTER, SQUARISH):
                drawn = figures.declared(seen.figure, seen.scene(seen.figure), form)
                assert mistakes(drawn, form) == [], f"{name} {step}, {form.name}"


def test_the_offline_copy_leads_nowhere_in_vain_and_has_nothing_empty(
    explainer: Explainer,
) -> None:
    copy = handout.page(explainer)
    assert hanging_links(parse(unpacked(copy))) == set()
    page = parse(copy)
    assert empty_parts(page) == []
    (menu,) = (part for part in page.all("nav") if part.all("a", href="#overview"))
    for name, sheet in handouts.handouts(explainer).items():
        assert empty_parts(parse(sheet)) == [], name
    named = [link.words for link in menu.all("a")]
    assert named[: len(explainer.pages)] == [one.menu for one in explainer.pages.values()]


def test_the_slides_have_every_step_and_no_other(explainer: Explainer) -> None:
    deck = Presentation(io.BytesIO(slides.slides(explainer)))
    titles = [slide.shapes.title.text for slide in deck.slides]
    for page in explainer.pages.values():
        for step in page.steps:
            assert any(title.startswith(step.title) for title in titles)


@pytest.mark.usefixtures("shown")
def test_every_page_is_shown_without_anything_empty(explainer: Explainer) -> None:
    for name in explainer.about.pages:
        # A step is looked at in the painted page, which has the same words.
        at = page_at(name, step="0")
        assert not at.exception, name
        page = html(at)
        assert page.one("h1").words == explainer.page(name).title
        assert empty_parts(page) == [], name
        linked = {link.has["href"] for link in page.one(class_="parts").all("a")}
        ids = {f"#{part.has['id']}" for part in page.every() if part.has.get("id")}
        # What stands within the list of events is Streamlit's own.
        assert linked - ids <= {"#events"}, name


@pytest.mark.usefixtures("shown")
def test_every_page_is_painted_and_no_other(explainer: Explainer) -> None:
    for name in painted.PAGES:
        answer = painted.page(name, {"step": "1"}, "http://localhost/")
        assert (answer is not None) == (name in explainer.pages), name
        if answer:
            (body,) = PAINTED.findall(answer.body.decode())
            page = parse(body)
            assert page.one("h1").words == explainer.page(name).title
            assert empty_parts(page) == [], name
    found = sitemap.FILES["sitemap.xml"]("http://localhost/")
    assert found
    listed = re.findall("<loc>http://localhost/(.*?)</loc>", found.body.decode())
    assert listed == [name if name != "overview" else "" for name in explainer.about.pages]


@pytest.mark.usefixtures("shown")
def test_the_address_of_a_page_left_out_leads_to_the_overview_with_a_notice(
    explainer: Explainer,
) -> None:
    for name in set(painted.PAGES) - set(explainer.pages):
        at = page_at(name)
        assert not at.exception
        page = html(at)
        assert page.one("h1").words == explainer.overview.title
        assert name in page.one(class_="notice").words


# ------------------------------------------------------------------ which pages there are


def changed(tmp_path: Path, *edits: Edit) -> Path:
    """The folder of the starter after some edits."""
    data = deepcopy(WRITTEN)
    for edit in edits:
        edit(data)
    return save(data, tmp_path / "content")


def test_a_page_that_is_listed_needs_its_file(tmp_path: Path) -> None:
    folder = changed(tmp_path)
    (folder / "seminar.yaml").unlink()
    with pytest.raises(ContentError) as refused:
        loader.load(folder)
    assert [problem.wrong for problem in refused.value.problems] == [
        "the file is missing, and cannot be left out"
    ]


def test_the_file_of_a_page_that_is_not_listed_is_left_alone_with_advice(tmp_path: Path) -> None:
    folder = changed(tmp_path, pages(*(one for one in EVERY if one != "seminar")))
    (folder / "seminar.yaml").write_text("menu: [", "utf-8")
    assert "seminar" not in loader.load(folder).pages
    (found,) = (one for one in loader.examine(folder).advice if one.file == "seminar.yaml")
    assert found.remedy.startswith("list its page in explainer.yaml, or remove")


def test_while_the_list_of_pages_cannot_be_read_no_page_is_said_to_be_missing(
    tmp_path: Path,
) -> None:
    folder = changed(tmp_path, pages("overview", "timeline", "sources"))
    (folder / "explainer.yaml").write_text("- [", "utf-8")
    with pytest.raises(ContentError) as refused:
        loader.load(folder)
    assert {problem.file for problem in refused.value.problems} == {"explainer.yaml"}


@pytest.mark.parametrize("page", ["overview", "sources"])
def test_overview_and_sources_are_always_listed(page: str, tmp_path: Path) -> None:
    def unlisted(data: Data) -> None:
        data["explainer"]["pages"].remove(page)

    with pytest.raises(ContentError) as refused:
        loader.load(changed(tmp_path, unlisted))
    (found,) = refused.value.problems
    assert found.wrong == f"pages does not list {page}, which every explainer has"


def test_a_plan_cannot_lead_to_a_page_left_out(tmp_path: Path) -> None:
    def leads(data: Data) -> None:
        data["seminar"]["plans"][0]["blocks"][0]["page"] = "limits"

    kept = pages(*(one for one in EVERY if one != "limits"))
    with pytest.raises(ContentError) as refused:
        loader.load(changed(tmp_path, kept, leads))
    (found,) = refused.value.problems
    assert found.wrong == "there is no page limits, because explainer.yaml does not list it"


def test_a_claim_of_a_page_left_out_is_no_claim(tmp_path: Path) -> None:
    def named(data: Data) -> None:
        data["seminar"]["discussion"][0]["claims"] = ["reasons-1-1"]

    kept = pages(*(one for one in EVERY if one != "reasons"))
    with pytest.raises(ContentError) as refused:
        loader.load(changed(tmp_path, kept, named))
    # The example's claim is not there, so the check speaks of it as of what is still to be written.
    told = [str(one) for one in (*refused.value.problems, *refused.value.outstanding)]
    assert any("reasons-1-1" in one and "seminar.yaml" in one for one in told)


# ------------------------------------------------------------------ words that are worked out


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("1949-01-01", "2025-09-05", "77 years"),
        ("2018-01-01", "2025-08-31", "7 years and 8 months"),
        ("2018", "2019", "2 years"),
        ("2025-01", "2025-08", "8 months"),
        ("2025-09-01", "2025-09-05", "5 days"),
        ("2025-09-01", "2025-09-01", "1 day"),
    ],
)
def test_a_scale_is_said_in_the_words_that_authors_use(start: str, end: str, words: str) -> None:
    assert extent_words(When.parse(start), When.parse(end)) == words


def test_the_line_above_a_title_counts_the_parts_that_there_are(tmp_path: Path) -> None:
    found = loader.load(changed(tmp_path, pages("overview", "timeline", "limits", "sources")))
    assert wording.kicker(found, "timeline").startswith("Part 1 of 2 · ")
    assert wording.kicker(found, "limits").startswith("Part 2 of 2 · ")
    assert wording.kicker(found, "overview").startswith("An explainer of a policy brief by Alex")


def test_the_legend_names_the_subject_where_the_panel_of_days_has_its_lane(tmp_path: Path) -> None:
    found = loader.load(changed(tmp_path))
    assert "northland" in selection.actor_ids(found, "timeline")
    assert "northland" not in selection.actor_ids(found, "overview")
