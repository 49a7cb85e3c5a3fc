"""Any brief without touching code: all pages, figures and files of one, and small variants."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
import told
from folders import BRIEF
from markup import WITHIN_A_LINE, Part, parse, plain
from offline import unpacked
from scenes import scene
from served import drawn, html, page_at, sent
from streamlit.testing.v1 import AppTest
from walked import faults, said
from written import Data, Edit, save, written

from explainer import figures
from explainer.checks import loader
from explainer.content.explainer import Explainer
from explainer.figures.forms import WIDE
from explainer.language import direction
from explainer.reading.view import SCOPES, View
from explainer.takeaway import export, handout

SECOND: Explainer = loader.load(BRIEF)
PAGES = SECOND.about.pages
VIEWS = {
    "as first seen": View(),
    "only the brief": View(scope="brief"),
    "what happened next": View(scope="afterwards"),
    **{f"only {name}": View(scope="afterwards", actors=(name,)) for name in SECOND.actor},
}


# ------------------------------------------------------------------ figures


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_figure_in_every_form_names_its_events_and_keeps_its_labels_apart(view: View) -> None:
    assert faults(SECOND, PAGES, view) == []


# ------------------------------------------------------------------ variants

WRITTEN = written(BRIEF)


def variant(tmp_path: Path, *edits: Edit) -> Path:
    """A copy of the tests' brief with some edits; what JSON is, YAML is as well."""
    data = deepcopy(WRITTEN)
    for edit in edits:
        edit(data)
    return save(data, tmp_path / "variant")


def event(data: Data, name: str) -> Data:
    """An event of the data."""
    return next(one for one in data["events"] if one["id"] == name)


def happens(name: str, start: Any, precision: str = "day", **more: Any) -> Edit:
    """One event more, as background or, if it is later than the brief, as what followed."""

    def edit(data: Data) -> None:
        scope = "after" if str(start) > "2024-11-08" else "context"
        fields = {"title": f"{name} happens", "label": f"{name} happens", "place": "Vethmarsh"}
        said = {"description": f"It is {start}.", "scope": scope, "sources": ["minutes"]}
        dated = {"id": name, "start": start, "precision": precision}
        data["events"].append(dated | fields | said | more)

    return edit


def put(path: str, value: Any) -> Edit:
    """One value set, at a path such as ``reasons/figure/scale``; ``None`` removes it."""

    def edit(data: Data) -> None:
        *way, last = path.split("/")
        part: Any = data
        for step in way:
            part = part[int(step) if step.isdigit() else step]
        if value is None:
            del part[last]
        else:
            part[int(last) if last.isdigit() else last] = value

    return edit


def focus(start: str, end: str, *panels: tuple[str, str]) -> Edit:
    """Another focus, with the last panels of the timeline cut to fit."""

    def edit(data: Data) -> None:
        data["explainer"]["focus"] |= {"start": start, "end": end}
        found = data["timeline"]["figure"]["panels"]
        for panel, (first, last) in zip(found[-len(panels) :], panels, strict=True):
            panel |= {"start": first, "end": last}

    return edit


def six_actors(data: Data) -> None:
    """Two bodies more than there are hues, with events, meetings and votes of their own."""
    for name, shape, hue in (("mill", "circle", "violet"), ("abbey", "triangle-up", "plum")):
        data["actors"].append(
            {"id": name, "name": f"The old {name}", "short": name, "hue": hue, "shape": shape}
        )
    for vote in ("vote-1911", "vote-1953", "vote-1987", "vote-1998", "vote-2024"):
        event(data, vote)["actors"] += ["mill", "abbey"]
        event(data, vote)["votes"] |= {"mill": "for", "abbey": "veto"}
    for day in ("28", "30"):
        happens(f"mill-{day}", f"2024-10-{day}", actors=["board", "mill"], attendance="present")(
            data
        )


def five_lanes(data: Data) -> None:
    """Six bodies, five of them with a lane."""
    six_actors(data)
    data["implications"]["figure"]["lanes"] += [
        {"actor": "mill", "name": "The mill on the hill"},
        {"actor": "abbey", "name": "Abbey"},
    ]


def two_actors(data: Data) -> None:
    """One town besides the board, and so one relationship and one lane."""
    data["actors"] = data["actors"][:2]
    known = {"board", "ostermond"}
    for one in data["events"]:
        one["votes"] = {name: vote for name, vote in one.get("votes", {}).items() if name in known}
    _only(known, data)
    for page in ("reasons", "limits"):
        data[page]["figure"]["sides"].pop(0)


def _only(known: set[str], part: Any) -> None:
    """Leave out whatever is about other actors."""
    for key, value in list(part.items() if isinstance(part, dict) else enumerate(part)):
        if key in ("lanes", "actors", "met", "relationships") and isinstance(value, list):
            value[:] = [
                one
                for one in value
                if (one if isinstance(one, str) else one.get("actor", "board")) in known
            ]
        if isinstance(value, dict | list):
            _only(known, value)


def eras(*starts: int) -> Edit:
    """As many eras as years given, each named at some length."""

    def edit(data: Data) -> None:
        ends = [*(year - 1 for year in starts[1:]), 2024]
        data["explainer"]["eras"] = [
            {"id": f"era-{start}", "name": f"The years of the {start}s", "start": start, "end": end}
            for start, end in zip(starts, ends, strict=True)
        ]

    return edit


def sections(number: int) -> Edit:
    """The reasons in so many sections."""

    def edit(data: Data) -> None:
        claims = [claim for part in data["reasons"]["sections"] for claim in part["claims"]]
        claims.append({**claims[0], "id": "gate-one-more"})
        shares = [claims[at::number] for at in range(number)]
        data["reasons"]["sections"] = [
            {"title": f"Cause {at}", "claims": share} for at, share in enumerate(shares, 1)
        ]

    return edit


def no_questions(data: Data) -> None:
    """Nothing to check oneself with."""
    for page in ("timeline", "reasons", "limits"):
        data[page].pop("questions", None)


def spans(start: str, end: str) -> Edit:
    """Every figure over one long span."""

    def edit(data: Data) -> None:
        for part in (
            data["overview"]["figure"],
            data["timeline"]["figure"]["panels"][0],
            data["reasons"]["figure"],
            data["limits"]["figure"],
            data["limits"]["figure"]["votes"],
            *data["implications"]["figure"]["periods"],
            *data["reasons"]["comparison"]["columns"],
        ):
            part |= {"start": start, "end": end}

    return edit


def without_actors(data: Data) -> None:
    """Events that nobody takes part in; votes stay, because they are cast by somebody."""
    for one in data["events"]:
        if not one.get("votes"):
            one["actors"] = []
            for key in ("attendance", "met", "lanes"):
                one.pop(key, None)


def at_one_instant(data: Data) -> None:
    """A dozen events at the same minute, and as many in one month of another century."""
    for number in range(12):
        who = ("ostermond", "qantara", "suimon")[number % 3]
        more = {"actors": ["board", who], "attendance": "present"}
        happens(f"bell-{number}", "2024-11-03 12:00", "minute", **more)(data)
        happens(f"storm-{number}", "1421-11", "month", actors=[who])(data)
    data["overview"]["figure"]["marks"] += [
        {"events": [f"storm-{number}"], "label": f"Storm {number}"} for number in range(3)
    ]
    data["limits"]["figure"]["sides"][0]["marks"] += [
        {"events": [f"storm-{number}"]} for number in range(12)
    ]


def marked(name: str) -> Edit:
    """An event marked in the figures that show only what they are told to."""

    def edit(data: Data) -> None:
        data["overview"]["figure"]["marks"].append({"events": [name]})
        for page in ("reasons", "limits"):
            data[page]["figure"]["sides"][1]["marks"].append({"events": [name]})
        data["reasons"]["comparison"]["columns"][1]["marks"].append({"events": [name]})

    return edit


LONG = (
    "A title that goes on and on, as if whoever wrote it had been paid by the letter, over the "
    "dyke and past the mill and through both of the gates, until at last it comes to an end, here."
)


def long_titles(data: Data) -> None:
    """Two hundred letters wherever a figure or a page bears a title."""
    for page in ("overview", "timeline", "reasons", "implications", "limits", "seminar"):
        data[page]["title"] = LONG
        data[page]["figure"]["finding"] = LONG
    data["sources_page"]["title"] = LONG
    for one in data["events"]:
        one["title"] = LONG
    for part in (
        *data["timeline"]["figure"]["panels"],
        *data["implications"]["figure"]["periods"],
        *data["reasons"]["comparison"]["columns"],
        data["limits"]["figure"]["votes"],
    ):
        part |= {"title": LONG, "scale": LONG}
    for page in ("reasons", "limits"):
        data[page]["figure"] |= {"heading": LONG, "scale": LONG}
        for side in data[page]["figure"]["sides"]:
            side["name"] = LONG[:90]
    data["series"][0] |= {"title": LONG[:90], "unit": LONG[:60]}
    data["series"][0]["values"][0] |= {"label": "the first months of 1911", "end": "1911-06"}
    data["series"][0]["values"][0]["start"] = "1911-01"
    data["overview"]["figure"]["scale"] = LONG
    data["overview"]["figure"]["marks"][1]["label"] = LONG
    data["explainer"]["focus"]["line"] = LONG[:90]
    for row in data["sources_page"]["figure"]["rows"]:
        row["label"] = f"{row['label']}: {LONG[:60]}"
    data["sources_page"]["figure"] |= {"divider": LONG, "scale": LONG}
    for state in data["relations"]["states"]:
        state["name"] = f"{state['name']}, or nearly so at times"


def translated(word: Callable[[str], str]) -> Edit:
    """Every word that a figure shows put into another script."""
    keys = "title label name short scale heading line menu unit date text divider undated".split()

    def edit(data: Data) -> None:
        def walk(part: Any) -> None:
            for key, value in part.items() if isinstance(part, dict) else enumerate(part):
                if isinstance(value, dict | list):
                    walk(value)
                elif key in keys and isinstance(value, str) and not re.fullmatch(r"[\d-]+", value):
                    part[key] = re.sub(r"[^\W\d_{}]+(?![^{]*\})", lambda m: word(m[0]), value)

        for name, part in data.items():
            if name != "sources":
                walk(part)
        for page in ("timeline", "reasons", "limits"):
            # Answers made alike by this could not be told apart.
            data[page].pop("questions", None)

    return edit


no_stay, no_gaps = put("timeline/figure/stay", None), put("timeline/figure/panels/1/gaps", None)
no_lane_marks = put("implications/figure/periods/1/marks", None)
ALL = " ".join(PAGES)
VARIANTS: dict[str, tuple[str, tuple[Edit, ...]]] = {
    "two actors": (ALL, (two_actors,)),
    "six actors, more than there are hues": ("timeline limits sources", (six_actors,)),
    "one era": ("overview timeline limits", (eras(1190),)),
    "six eras, some of them short": (
        "overview timeline limits",
        (eras(1190, 1287, 1301, 1900, 1990, 2020),),
    ),
    "reasons in one section": ("reasons", (sections(1),)),
    "reasons in four sections": ("reasons", (sections(4),)),
    "no comparison": ("reasons", (put("reasons/comparison", None),)),
    "no stay": ("timeline", (no_stay,)),
    "no gaps": ("timeline", (no_gaps,)),
    "no questions": ("timeline reasons implications limits", (no_questions,)),
    "two panels": ("timeline", (lambda data: data["timeline"]["figure"]["panels"].pop(1),)),
    "two lanes": (
        "implications",
        (lambda data: data["implications"]["figure"]["lanes"].pop(),),
    ),
    "five lanes": ("implications limits", (five_lanes,)),
    "an event in the year 2100": (
        "overview timeline reasons limits",
        (happens("last-2100", 2100, "year"), marked("last-2100")),
    ),
    "eleven centuries": (
        ALL,
        (
            spans("1000", "2100"),
            eras(1000, 1900),
            happens("first-1000", 1000, "year"),
            happens("last-2100", 2100, "year"),
            marked("first-1000"),
            marked("last-2100"),
        ),
    ),
    "a focus of one day": (
        "overview timeline",
        (focus("2024-11-05", "2024-11-05", ("2024-11-05", "2024-11-05")), no_stay),
    ),
    "a focus of three weeks": (
        "overview timeline",
        (focus("2024-10-19", "2024-11-08", ("2024-10-19", "2024-11-08")),),
    ),
    "a last panel of fifty-nine days": (
        "overview timeline",
        (focus("2024-11-01", "2024-11-08", ("2024-09-11", "2024-11-08")),),
    ),
    "a focus of three months": (
        "overview timeline",
        (focus("2024-08-01", "2024-11-08", ("2024-08-01", "2024-11-08")), no_stay),
    ),
    "a focus of two years": (
        "overview timeline",
        (focus("2022-11-09", "2024-11-08", ("2022-11-09", "2024-11-08")), no_stay),
    ),
    "panels of five years and of one": (
        "overview timeline",
        (
            focus(
                "2023-11-09",
                "2024-11-08",
                ("2019-11-09", "2024-11-08"),
                ("2023-11-09", "2024-11-08"),
            ),
            no_stay,
            no_gaps,
        ),
    ),
    "a focus long ago": (
        "overview timeline",
        (
            focus("1421-11-18", "1421-12-08", ("1400", "1421-11-17"), ("1421-11-18", "1421-12-08")),
            no_stay,
            no_gaps,
            happens("storm", "1421-11-30", actors=["ostermond"]),
        ),
    ),
    "events without actors": (ALL, (without_actors, no_stay, no_lane_marks)),
    "titles of two hundred letters": (ALL, (long_titles,)),
    "many marks at one instant": ("overview timeline limits", (at_one_instant,)),
    "words in Arabic": (ALL, (translated(lambda word: ("السدّ الطويل " * 9)[: len(word)]),)),
    "words in Chinese": (
        ALL,
        (translated(lambda word: ("水門堰堤共有" * 9)[: -(-len(word) // 2)]),),
    ),
    "words in capitals": (ALL, (translated(str.upper),)),
}
"""Small changes of the tests' brief, and the pages that they change."""


@pytest.mark.parametrize(("pages", "edits"), VARIANTS.values(), ids=VARIANTS)
def test_variants_draw_open_and_export(
    pages: str, edits: tuple[Edit, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = variant(tmp_path, *edits)
    changed = loader.load(folder)
    assert faults(changed, pages.split(), View(), View(scope="afterwards")) == []
    monkeypatch.setenv("EXPLAINER_CONTENT", str(folder))
    for name in pages.split():
        at = page_at(name, step="2", scope="afterwards")
        assert not at.exception, name
        assert html(at).one("h1").words == plain(changed.page(name).title)
    if pages == ALL:
        assert plain(changed.about.title) in told.words(unpacked(handout.page(changed)))


def test_what_lies_far_beyond_a_scale_stands_at_its_end_with_an_arrow() -> None:
    usual, later = (
        figures.declared("reasons", scene(SECOND, "reasons", view), WIDE)
        for view in (View(), View(scope="afterwards"))
    )
    # One line more says that the labels crowd.
    assert later["layout"]["height"] <= usual["layout"]["height"] + 30
    assert any("↓1Jun2099" in text for text in said(later))
    assert not any("↓" in text for text in said(usual))
    strip = figures.declared("overview", scene(SECOND, "overview", View(scope="afterwards")), WIDE)
    assert any(text.startswith("1Jun2099") for text in said(strip))


def test_a_focus_that_can_be_drawn_is_named_with_its_dates_instead_of_called_a_line(
    tmp_path: Path,
) -> None:
    edits = VARIANTS["a focus of two years"][1]
    changed = loader.load(variant(tmp_path, *edits))
    texts_of = _on_the_timeline(changed)
    assert "9November2022–8November2024Thetwelvedays" in texts_of
    usual = _on_the_timeline(SECOND)
    assert usual.count("Thetwelvedaysofthevote") == 2


def _on_the_timeline(explainer: Explainer) -> str:
    shown = scene(explainer, "timeline", View())
    return " ".join(said(figures.declared("timeline", shown, WIDE)))


# ------------------------------------------------------------------ pages


def charted(at: AppTest) -> dict[str, set[str]]:
    """The events of which a page's charts have a mark, by the figure's name."""
    return {key.rpartition("-")[2]: events for key, events in drawn(at).items()}


def shown(name: str, view: View) -> dict[str, frozenset[str]]:
    """The events that a page's figures have to show."""
    return {figure: scene(SECOND, figure, view).shown for figure in SECOND.figures_of(name)}


def addresses(name: str) -> list[dict[str, str]]:
    """Few addresses of a page that together open every step, scope and actor."""
    steps, actors = range(1, len(SECOND.page(name).steps) + 1), ("", *SECOND.actor)
    return [
        {
            "step": str(steps[at % len(steps)]),
            "scope": SCOPES[at % len(SCOPES)],
            "actors": actors[at % len(actors)],
        }
        for at in range(max(len(steps), len(SCOPES), len(actors)))
    ]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_every_step_scope_and_actor(name: str) -> None:
    whole = page_at(name, step="0", scope="afterwards")
    if name != "seminar":
        assert charted(whole) == shown(name, View(scope="afterwards"))
    for address in addresses(name):
        at = page_at(name, address)
        assert not at.exception, address
        assert html(at).one("h1").words == plain(SECOND.page(name).title)
        step = SECOND.page(name).steps[int(address["step"]) - 1]
        assert plain(step.title) in [part.words for part in html(at).all("h2")]
        view = View(scope=address["scope"], actors=tuple(filter(None, [address["actors"]])))
        if name != "seminar":
            ((figure, events),) = charted(at).items()
            passing = shown(name, view)[figure]
            # What the step is about may be the whole figure, as votes are.
            assert set(step.events) & passing <= events <= passing, address


@pytest.mark.parametrize("name", PAGES)
def test_every_step_can_be_presented(name: str) -> None:
    for number, step in enumerate(SECOND.page(name).steps, 1):
        at = page_at(name, step=str(number), present="1")
        assert not at.exception, number
        assert html(at).one("h1").words == plain(step.title)
        (chart,) = at.get("plotly_chart")
        assert json.loads(chart.proto.spec)["layout"]["height"] <= 790, number


def runs(part: Part, way: str | None = None) -> Iterator[tuple[str, str | None]]:
    """Each text that is seen or heard, a block's as one, with ``dir`` of the nearest block."""
    if part.tag in told.UNHEARD:
        return
    way = part.has.get("dir", way)
    yield from heard(part)
    line = ""
    for one in part.inside:
        if isinstance(one, str):
            line += one
        elif one.tag in WITHIN_A_LINE:
            line += one.text
            for inner in (one, *one.every()):
                yield from heard(inner)
        else:
            yield line, way
            yield from runs(one, way)
            line = ""
    yield line, way


def heard(part: Part) -> Iterator[tuple[str, None]]:
    """The attributes of an element that are heard; no ``dir`` steers them."""
    yield from ((part.has[name], None) for name in part.has if name in told.HEARD)


def is_kept_apart(text: str) -> bool:
    """Whether all that runs from right to left stands within isolates."""
    outside = direction.ISOLATE.sub("", direction.ISOLATE.sub("", text))
    return not direction.RIGHT_TO_LEFT.search(outside)


def run_together(html: str) -> list[str]:
    """The texts that run from right to left and are not kept apart from what stands beside them."""
    return [text for text, way in runs(parse(html)) if not way and not is_kept_apart(text)]


@pytest.mark.parametrize("name", PAGES)
def test_what_runs_from_right_to_left_is_kept_apart_on_a_page(name: str) -> None:
    at = page_at(name, scope="afterwards", event="engineers-1555")
    assert direction.RIGHT_TO_LEFT.search(sent(at))
    assert run_together(sent(at)) == []
    labels = told.labels(at)
    # The seminar has no filters, and so no actor's name in a label.
    assert name == "seminar" or any(map(direction.RIGHT_TO_LEFT.search, labels))
    assert [text for text in labels if not is_kept_apart(text)] == []


# ------------------------------------------------------------------ files to take away

SCRIPTS = (
    "مهندسو القنطرة يرسمون البوّابة",
    "שומרי הסכר",
    "水門組合が新しい水門の図面を送る",
    "堰と水門の百年",
)


def test_offline_copy_keeps_apart_what_runs_from_right_to_left() -> None:
    page = unpacked(handout.page(SECOND))
    assert '<html lang="en-GB">' in page
    assert all(text in page for text in SCRIPTS)
    assert len(re.findall(direction.RIGHT_TO_LEFT, told.words(page))) > 500
    assert run_together(page) == []
    assert '<p dir="rtl">صفحة واحدة وختمان.</p>' in page


def test_events_and_sources_keep_every_script() -> None:
    table = export.EVENTS.content(SECOND)
    assert table.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""), strict=True))
    assert [row["title"] for row in rows] == [event.title for event in SECOND.events]
    assert {"1190s", "1287-02", "1301-05-03", "2099-06-01"} <= {row["start"] for row in rows}
    assert not re.search("[\u2066-\u2069]", table.decode("utf-8"))
    titles = [source.title for source in SECOND.sources]
    entries = bibtexparser.loads(export.BIBTEX.content(SECOND).decode()).entries
    assert [entry["title"].strip("{}") for entry in entries] == titles
    assert [entry["title"] for entry in rispy.loads(export.RIS.content(SECOND).decode())] == titles
    assert [item["title"] for item in json.loads(export.CSL.content(SECOND))] == titles
