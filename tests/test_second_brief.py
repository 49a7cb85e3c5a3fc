"""Another brief without touching code: all its pages, figures and files, and small variants."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
import yaml
from boxes import mistakes, read
from browser import chart_texts, label_faults, open_page, show_as, sideways
from folders import CONTENT
from playwright.sync_api import BrowserContext
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from explainer import figures
from explainer.checks import loader
from explainer.content import selection
from explainer.content.explainer import Explainer
from explainer.content.figures import Mark
from explainer.figures.canvas import NARROW, PRESENTER, WIDE, FigureDict
from explainer.figures.parts.scene import Scene
from explainer.language import direction
from explainer.language.dates import MONTHS, WEEKDAYS
from explainer.reading.view import SCOPES, View
from explainer.takeaway import export, handout

APP = Path(__file__).parent.parent / "app.py"
FOLDER = Path(__file__).parent / "second_brief"
SECOND: Explainer = loader.load(FOLDER)
FIRST: Explainer = loader.load(CONTENT)
PAGES = SECOND.about.pages
FORMS = {"wide": WIDE, "narrow": NARROW, "presenter": PRESENTER, "print": handout.PRINT}
VIEWS = {
    "as first seen": View(),
    "only the brief": View(scope="brief"),
    "what happened next": View(scope="afterwards"),
    **{f"only {name}": View(scope="afterwards", actors=(name,)) for name in SECOND.actor},
}


@pytest.fixture(autouse=True)
def _second(monkeypatch: pytest.MonkeyPatch, _own_content: None) -> None:
    monkeypatch.setenv("EXPLAINER_CONTENT", str(FOLDER))
    # Each page under test would search every installed package for components again.
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", list)


# ------------------------------------------------------------------ figures


def scene(explainer: Explainer, figure: str, view: View, **more: Any) -> Scene:
    """A figure's scene under a view, without a step."""
    shown = frozenset(
        name for name in selection.event_ids(explainer, figure) if view.shows(explainer.event[name])
    )
    return replace(Scene(explainer, shown, afterwards=view.scope == "afterwards"), **more)


def figures_of(explainer: Explainer, pages: Iterable[str]) -> list[str]:
    """The figures that pages of a content folder have."""
    found = list(pages)
    if "reasons" in found and explainer.reasons.comparison:
        found.append("comparison")
    return found


def held(drawn: FigureDict) -> set[str]:
    """The events a figure has a mark of."""
    found = [trace for trace in drawn["data"] if trace.get("name") == "events"]
    return {name for trace in found for (ids,) in trace["customdata"] for name in ids.split()}


def said(drawn: FigureDict) -> list[str]:
    """Every text of a figure without spaces, because it may be broken anywhere."""
    texts = [trace["text"] for trace in drawn["data"] if trace.get("mode") == "text"]
    return [re.sub(r"\s|<br>", "", read(text)) for some in texts for text in some]


def marks_of(part: Any) -> Iterator[Mark]:
    """Every mark in a part of the content."""
    if isinstance(part, Mark):
        yield part
    elif isinstance(part, tuple | list):
        for one in part:
            yield from marks_of(one)
    elif hasattr(type(part), "model_fields"):
        for name in type(part).model_fields:
            yield from marks_of(getattr(part, name))


def faults(explainer: Explainer, pages: Iterable[str], *views: View) -> list[str]:
    """What is wrong with pages' figures: labels that touch or are cut, events lost or not named."""
    found = []
    for name in figures_of(explainer, pages):
        for view in views:
            shown = scene(explainer, name, view)
            for form in FORMS:
                drawn = figures.DRAW[name](shown, FORMS[form])
                place = f"{name}, {form}, {view.scope} {','.join(view.actors)}"
                found += [f"{place}: {wrong}" for wrong in mistakes(drawn, FORMS[form])]
                if name == "seminar":
                    continue
                if held(drawn) != shown.shown:
                    found.append(f"{place}: marks differ: {held(drawn) ^ shown.shown}")
                if form != "presenter":
                    found += [f"{place}: {one} is not named" for one in _unnamed(shown, drawn)]
                for trace in drawn["data"]:
                    if not all(0 <= x <= 1 for x in trace["x"] if x is not None):
                        found.append(f"{place}: something stands beside the sheet")
    return found


def _unnamed(shown: Scene, drawn: FigureDict) -> list[str]:
    explainer, texts = shown.explainer, " ".join(said(drawn))
    labels = {name: {explainer.event[name].label} for name in shown.shown}
    for page in ("overview", "timeline", "reasons", "implications", "limits"):
        for mark in marks_of(explainer.page(page)):
            for name in shown.shown.intersection(mark.events):
                labels[name].add(mark.label or explainer.event[mark.events[0]].label)
    return [
        name
        for name, every in labels.items()
        if not any(re.sub(r"\s", "", label) in texts for label in every)
    ]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_figure_in_every_form_names_its_events_and_keeps_its_labels_apart(view: View) -> None:
    assert faults(SECOND, PAGES, view) == []


# ------------------------------------------------------------------ variants

Data = dict[str, Any]
"""The content by file name without its ending, as an author writes it."""
Edit = Callable[[Data], None]


class _Texts(yaml.SafeLoader):
    """Leaves dates as they are written."""


_Texts.yaml_implicit_resolvers = {
    sign: [(tag, shape) for tag, shape in resolvers if not tag.endswith(":timestamp")]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
WRITTEN: Data = {path.stem: yaml.load(path.read_text("utf-8"), _Texts) for path in FOLDER.iterdir()}


def variant(tmp_path: Path, *edits: Edit) -> Path:
    """A copy of the second brief with some edits; what JSON is, YAML is as well."""
    data = deepcopy(WRITTEN)
    for edit in edits:
        edit(data)
    folder = tmp_path / "variant"
    folder.mkdir()
    for name, part in data.items():
        text = json.dumps(part, ensure_ascii=False, indent=1)
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


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
    for vote in ("vote-1911", "vote-1953", "vote-1987", "vote-2024"):
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
        data[page]["figure"]["left"] = data[page]["figure"].pop("right")


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
    data["limits"]["figure"]["left"]["marks"] += [
        {"events": [f"storm-{number}"]} for number in range(12)
    ]


def marked(name: str) -> Edit:
    """An event marked in the figures that show only what they are told to."""

    def edit(data: Data) -> None:
        data["overview"]["figure"]["marks"].append({"events": [name]})
        for page in ("reasons", "limits"):
            data[page]["figure"]["right"]["marks"].append({"events": [name]})
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
        for side in ("left", "right"):
            data[page]["figure"][side]["name"] = LONG[:90]
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
    "events without actors": (ALL, (without_actors, no_stay)),
    "titles of two hundred letters": (ALL, (long_titles,)),
    "many marks at one instant": ("overview timeline limits", (at_one_instant,)),
    "words in Arabic": (ALL, (translated(lambda word: ("السدّ الطويل " * 9)[: len(word)]),)),
    "words in Chinese": (
        ALL,
        (translated(lambda word: ("水門堰堤共有" * 9)[: -(-len(word) // 2)]),),
    ),
    "words in capitals": (ALL, (translated(str.upper),)),
}
"""Small changes of the second brief, and the pages that they change."""


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
        assert bare(at.title) == [changed.page(name).title]
    if pages == ALL:
        assert changed.about.title in re.sub("[\u2066-\u2069]", "", handout.page(changed))


def test_what_lies_far_beyond_a_scale_stands_at_its_end_with_an_arrow() -> None:
    usual, later = (
        figures.DRAW["reasons"](scene(SECOND, "reasons", view), WIDE)
        for view in (View(), View(scope="afterwards"))
    )
    # One line more says that the labels crowd.
    assert later["layout"]["height"] <= usual["layout"]["height"] + 30
    assert any("↓1Jun2099" in text for text in said(later))
    assert not any("↓" in text for text in said(usual))
    strip = figures.DRAW["overview"](scene(SECOND, "overview", View(scope="afterwards")), WIDE)
    assert any(text.startswith("1Jun2099") for text in said(strip))


def test_a_focus_that_can_be_drawn_is_named_with_its_dates_instead_of_called_a_line(
    tmp_path: Path,
) -> None:
    edits = VARIANTS["a focus of two years"][1]
    changed = loader.load(variant(tmp_path, *edits))
    texts_of = " ".join(said(figures.DRAW["timeline"](scene(changed, "timeline", View()), WIDE)))
    assert "9November2022–8November2024Thetwelvedays" in texts_of
    usual = " ".join(said(figures.DRAW["timeline"](scene(SECOND, "timeline", View()), WIDE)))
    assert usual.count("Thetwelvedaysofthevote") == 2


# ------------------------------------------------------------------ pages


def page_at(name: str, **address: str) -> AppTest:
    """A page opened at an address by a new reader, through the app's entry script."""
    at = AppTest.from_file(APP, default_timeout=30)
    if name != "overview":
        at.switch_page(f"pages/{name}.py")
    at.query_params.update(address)
    return at.run()


def bare(elements: Iterable[Any]) -> list[str]:
    """The texts of elements without the signs that only steer their direction."""
    return [re.sub("[\u2066-\u2069]", "", element.value) for element in elements]


def sent(at: AppTest) -> str:
    """Everything that a page sends to the browser, as it is written."""
    return "\n".join(str(node.proto) for node in at.main if getattr(node, "proto", None))


def charted(at: AppTest) -> set[str]:
    """The events of which the page's charts have a mark."""
    found: set[str] = set()
    for chart in at.get("plotly_chart"):
        found |= held(json.loads(chart.proto.spec))
    return found


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
    for address in addresses(name):
        at = page_at(name, **address)
        assert not at.exception, address
        assert bare(at.title) == [SECOND.page(name).title]
        step = SECOND.page(name).steps[int(address["step"]) - 1]
        assert step.title in bare(at.header)
        view = View(scope=address["scope"], actors=tuple(filter(None, [address["actors"]])))
        shown = [scene(SECOND, figure, view).shown for figure in figures_of(SECOND, [name])]
        assert shown[0] <= charted(at) <= frozenset().union(*shown), address


@pytest.mark.parametrize("name", PAGES)
def test_every_step_can_be_presented(name: str) -> None:
    for number, step in enumerate(SECOND.page(name).steps, 1):
        at = page_at(name, step=str(number), present="1")
        assert not at.exception, number
        assert bare(at.title) == [step.title]
        (chart,) = at.get("plotly_chart")
        assert json.loads(chart.proto.spec)["layout"]["height"] <= 790, number


def test_what_runs_from_right_to_left_is_kept_apart_on_a_page() -> None:
    at = page_at("reasons", event="engineers-1555")
    said = [value for node in at.main if isinstance(value := getattr(node, "value", None), str)]
    lines = [line for text in said for line in text.splitlines()]
    mixed = [
        line
        for line in lines
        if direction.RIGHT_TO_LEFT.search(direction.ISOLATE.sub("", line))
        and direction.direction(line) == "rtl"
    ]
    assert any("القنطرة" in line for line in lines)
    assert mixed == []


# ------------------------------------------------------------------ not a word of the first brief

SHARED = {*MONTHS, *(month[:3] for month in MONTHS), *WEEKDAYS}
"""The calendar's words."""
SAID_BY_THE_CODE = {"Facts", "Security"}
"""“Facts checked to …”, and the name of a header; the first brief has the words by chance."""


def texts(part: Any) -> Iterator[str]:
    """Every text in a part of the content."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list | tuple):
        for one in part.values() if isinstance(part, dict) else part:
            yield from texts(one)


def words(text: str) -> set[str]:
    """The words of a text with two letters or more."""
    return set(re.findall(r"[^\W\d_]{2,}", text))


def names(explainer: Explainer) -> set[str]:
    """The words that a content never writes with a small letter."""
    found = {word for text in texts(explainer.model_dump(mode="json")) for word in words(text)}
    prose = [text for text in texts(explainer.model_dump(mode="json")) if " " in text]
    small = {word for text in prose for word in words(text) if word[0].islower()}
    return {word for word in found if word[0].isupper() and word.lower() not in small}


def ids(explainer: Explainer) -> set[str]:
    """The ids that a content gives, of several words or of actors."""
    lists = (
        explainer.events,
        explainer.sources,
        explainer.claims,
        explainer.glossary,
        explainer.contested,
        explainer.series,
        explainer.seminar.discussion,
        explainer.seminar.debates,
        *(getattr(explainer.page(page), "questions", ()) for page in PAGES),
    )
    found = {one.id for some in lists for one in some}
    return {name for name in found if "-" in name} | set(explainer.actor)


def everything() -> str:
    """All that readers of the second brief can get to see, every line of it once."""
    found = [sent(page_at("timeline", event="vote-2024"))]
    for name in PAGES:
        found.append(sent(page_at(name, scope="afterwards")))
        found.append(sent(page_at(name, scope="afterwards", present="1")))
    for download in export.DOWNLOADS:
        text = download.content(SECOND).decode(download.encoding)
        # Plotly's own script and the typefaces hold words of all sorts.
        found.append(re.sub(r"<script>.*?</script>|base64,[\w+/=]+", "", text, flags=re.DOTALL))
    return "\n".join(dict.fromkeys(line for text in found for line in text.splitlines()))


def test_no_word_of_the_first_brief_appears() -> None:
    seen = everything()
    strangers = names(FIRST) - SHARED - SAID_BY_THE_CODE
    assert len(strangers) > 300
    assert sorted(strangers & words(seen)) == []
    tokens = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", seen))
    assert sorted(ids(FIRST) & tokens) == []
    sentences = {text for text in texts(FIRST.model_dump(mode="json")) if text.count(" ") > 3}
    assert [text for text in sentences if text in seen] == []


def test_the_second_brief_borrows_no_name_from_the_first() -> None:
    assert names(FIRST) & names(SECOND) - SHARED == set()
    assert ids(FIRST) & ids(SECOND) == set()


# ------------------------------------------------------------------ files to take away

SCRIPTS = (
    "مهندسو القنطرة يرسمون البوّابة",
    "שומרי הסכר",
    "水門組合が新しい水門の図面を送る",
    "堰と水門の百年",
)


class _Document(HTMLParser):
    """The texts of a document that a reader sees or hears, and the way each is set to run."""

    VOID = frozenset("meta link br hr".split())

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str | None]] = []
        """Each text or attribute, with ``dir`` of the nearest block around it."""
        self._open: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        self.found += [(has[name] or "", None) for name in ("aria-label", "content") if name in has]
        if tag not in self.VOID:
            self._open.append((tag, has.get("dir")))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] not in ("script", "style"):
            # A link or a name in bold is a part of the paragraph around it.
            way = next((way for _, way in reversed(self._open) if way), None)
            self.found.append((data, way))


def test_offline_copy_keeps_apart_what_runs_from_right_to_left() -> None:
    page = handout.page(SECOND)
    assert '<html lang="en-GB">' in page
    assert all(text in page for text in SCRIPTS)
    document = _Document(page)
    rightwards = [pair for pair in document.found if direction.RIGHT_TO_LEFT.search(pair[0])]
    assert len(rightwards) > 30
    for text, way in rightwards:
        outside = direction.ISOLATE.sub("", direction.ISOLATE.sub("", text))
        assert way or not direction.RIGHT_TO_LEFT.search(outside), text
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


# ------------------------------------------------------------------ in a browser


@pytest.mark.browser
def test_labels_of_every_page_on_a_laptop_and_a_phone(
    second_server: str, context: BrowserContext
) -> None:
    found = []
    for name in PAGES:
        path = "" if name == "overview" else name
        query = "step=2&scope=afterwards&event=engineers-1555"
        page, requests = open_page(context, f"{second_server}/{path}?{query}", width=1280)
        for width in (1280, 390):
            show_as(page, width=width)
            seen = chart_texts(page)
            assert len(seen) > 5
            found += [f"{name}, {width} px: {wrong}" for wrong in label_faults(seen)]
            found += [f"{name}, {width} px scrolls sideways: {part}" for part in sideways(page)]
        found += requests.elsewhere(second_server) + requests.errors
        page.close()
    assert not found, "\n".join(found)
