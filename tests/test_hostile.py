"""Whatever stands in the content, or is sent for what was pressed, is shown or left, never run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_args
from xml.etree import ElementTree

import pytest
from folders import BRIEF
from jinja2.runtime import Macro
from markup import Part, parse
from offline import unpacked
from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo
from served import html, known_to_scripts, page_at, press, sent, tell
from streamlit.testing.v1 import AppTest

from explainer.checks import loader
from explainer.checks.messages import ContentError, Problem
from explainer.checks.place import Place
from explainer.content import base
from explainer.content.explainer import Explainer
from explainer.reading.seen import Seen
from explainer.reading.view import View
from explainer.reading.words import TEMPLATES, environment
from explainer.server import painted
from explainer.takeaway import handout

EXPLAINER = loader.load(BRIEF)
PAGES = EXPLAINER.about.pages

# ------------------------------------------------------------------ hostile content

HOSTILE = """<script>alert("x'y")</script> & {{ 7 * 7 }} {% raw %} <!-- </p></div>"""
HARMLESS = "z" * sum(letter.isalpha() for letter in HOSTILE)
"""As many letters, so that a text runs the same way with either of the two."""


def is_text(info: FieldInfo) -> bool:
    """Whether a field holds words for readers, alone or in a list."""

    def parts(hint: Any) -> Iterator[Any]:
        yield from getattr(hint, "__metadata__", ())
        for part in get_args(hint):
            yield from parts(part)

    every = [*info.metadata, *parts(info.annotation)]
    return any(isinstance(one, AfterValidator) and one.func is base._legible for one in every)


def ending(part: Any, end: str, found: list[str]) -> Any:
    """A part of the content in which every text for readers ends with the same words."""
    if isinstance(part, BaseModel):
        fields = {}
        for name, info in type(part).model_fields.items():
            held = getattr(part, name)
            # Of a name that is sorted by its surname, citations give initials.
            worded = is_text(info) and name != "author_sorted"
            fields[name] = (_worded if worded else ending)(held, end, found)
        return type(part).model_construct(**fields)
    if isinstance(part, tuple):
        return tuple(ending(one, end, found) for one in part)
    return part


def _worded(held: Any, end: str, found: list[str]) -> Any:
    if isinstance(held, str):
        found.append(held)
        return f"{held} {end}"
    if isinstance(held, tuple):
        return tuple(_worded(one, end, found) for one in held)
    if isinstance(held, dict):
        return {key: _worded(one, end, found) for key, one in held.items()}
    return held


@dataclass(frozen=True)
class Edition:
    """The brief with an end to all its texts, and how many texts there are."""

    explainer: Explainer
    texts: int


def edition(end: str) -> Edition:
    found: list[str] = []
    return Edition(ending(EXPLAINER, end, found), len(found))


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    return {end: edition(end) for end in (HARMLESS, HOSTILE)}


def shape(part: Part) -> list[object]:
    """The elements of a tree with the names of their attributes, without texts."""
    return [(one.tag, sorted(one.has), shape(one)) for one in part.inside if isinstance(one, Part)]


def letters(part: Part) -> list[str]:
    """Every text and every attribute of a tree, exactly as a browser has them."""
    found = [part.text]
    for one in part.every():
        found += one.has.values()
    return found


def same_but_for_the_end(harmless: Part, hostile: Part) -> None:
    """The hostile words change no element, and stand letter by letter where harmless ones do."""
    assert shape(harmless) == shape(hostile)
    usual, odd = letters(harmless), letters(hostile)
    for text, shown in zip(usual, odd, strict=True):
        assert text.replace(HARMLESS, HOSTILE) == shown
    assert any(HOSTILE in text for text in odd)


def test_every_text_that_an_author_writes_is_tried(editions: dict[str, Edition]) -> None:
    dumped = json.dumps(editions[HARMLESS].explainer.model_dump(mode="json", warnings=False))
    assert editions[HARMLESS].texts == dumped.count(HARMLESS) > 400
    assert is_text(type(EXPLAINER.about).model_fields["authors"])
    assert not is_text(type(EXPLAINER.events[0]).model_fields["id"])


VIEWS: dict[str, dict[str, str]] = {
    "as first seen": {},
    "an event open": {"event": "vote-1953", "step": "2"},
    "what happened next": {"scope": "afterwards", "event": "flood-1287", "step": "0"},
    "presented": {"present": "1", "step": "4"},
    "for the speaker": {"notes": "1", "step": "4"},
}


def shown(name: str, address: dict[str, str]) -> Part:
    at = page_at(name, address)
    assert not at.exception
    if "present" in address:
        at.button(key="stage-notes").click().run()
    return parse(sent(at))


@pytest.mark.parametrize("address", VIEWS.values(), ids=VIEWS)
def test_content_is_shown_letter_by_letter_on_every_page(
    address: dict[str, str], editions: dict[str, Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in PAGES:
        seen = []
        for one in (HARMLESS, HOSTILE):
            monkeypatch.setattr(loader, "load", lambda one=one: editions[one].explainer)
            seen.append(shown(name, address))
        same_but_for_the_end(*seen)


DRAWN = r"(?s:<(script|style|svg)\b[^>]*>.*?</\1>)"
"""What is no HTML: where a label ends, and how far its line goes, depends on how long it is."""
PLATE = r'(?s:<div class="stElementContainer st-key-chart-[^"]*">.*?</svg></div>)'


def before_the_app(found: Edition, name: str) -> Part:
    """The page that is painted before the app, without its drawings."""
    seen = Seen(found.explainer, name, found.explainer.page(name), View(step=2))
    return parse(re.sub(DRAWN, "", re.sub(PLATE, "", painted._body(seen))))


@pytest.mark.parametrize("name", PAGES)
def test_content_is_shown_letter_by_letter_before_the_app_has_started(
    name: str, editions: dict[str, Edition]
) -> None:
    same_but_for_the_end(*(before_the_app(one, name) for one in editions.values()))


def test_no_drawing_holds_anything_but_its_own_parts(editions: dict[str, Edition]) -> None:
    """Whatever the labels, titles and alternative texts say."""
    page = unpacked(handout.page(editions[HOSTILE].explainer))
    drawings = re.findall("(?s)<svg.*?</svg>", page)
    assert len(drawings) > 10
    for drawing in drawings:
        tags = {part.tag.rpartition("}")[2] for part in ElementTree.fromstring(drawing).iter()}
        assert tags <= {*"svg g a path rect polyline text tspan".split()}


def offline(found: Edition) -> Part:
    """The offline copy without its drawings, which are no HTML."""
    page = handout.page(found.explainer)
    assert page.count("</script>") == 2
    return parse(re.sub(f"{DRAWN}|<!doctype html>", "", unpacked(page)))


def test_content_is_shown_letter_by_letter_in_the_offline_copy(
    editions: dict[str, Edition],
) -> None:
    same_but_for_the_end(*map(offline, editions.values()))


def test_every_macro_is_tried(
    editions: dict[str, Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the pages and the offline copy: what none of them says need not be there."""
    said: set[str] = set()
    invoke: Callable[..., Any] = Macro._invoke

    def noted(self: Macro, arguments: list[Any], autoescape: bool) -> str:
        said.add(self.name)
        assert autoescape, f"{self.name} does not escape what it says"
        worded: str = invoke(self, arguments, autoescape)
        return worded

    monkeypatch.setattr(Macro, "_invoke", noted)
    # Nothing that was worded before is remembered for this one.
    fresh = edition(HOSTILE)
    monkeypatch.setattr(loader, "load", lambda: fresh.explainer)
    for name in PAGES:
        for address in VIEWS.values():
            shown(name, address)
    handout.page(fresh.explainer)
    texts = [path.read_text("utf-8") for path in TEMPLATES.glob("*.html")]
    every = {name for text in texts for name in re.findall(r"{% macro (\w+)", text)}
    assert len(every) > 50
    assert every - said == set()


def test_a_report_quotes_content_letter_by_letter() -> None:
    template = environment().get_template("report.html")
    parts = []
    for end in (HARMLESS, HOSTILE):
        problem = Problem(f"{end}.yaml", Place(1, 2), f"wrong {end}", f"mend {end}", f"1 │ {end}")
        error = ContentError([problem], {f"{end}.yaml": 3}, [problem], [problem], f"Next: {end}")
        parts.append(parse(template.render(error=error, folder=end, many=f"4 {end}", command=end)))
    same_but_for_the_end(*parts)


LINK = '<a href="https://a.org" target="_blank" rel="noopener">a</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a <b>b</b>", "<p>a &lt;b&gt;b&lt;/b&gt;</p>"),
        ("<div>\n\na", "<p>&lt;div&gt;</p>\n<p>a</p>"),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
        ("[a](data:text/html,x)", "<p>[a](data:text/html,x)</p>"),
        ("[a](other-page)", "<p>[a](other-page)</p>"),
        ("![a](https://a.org)", f"<p>!{LINK}</p>"),
        ("# a", "<p># a</p>"),
        ("a\n---", "<p>a\n---</p>"),
        (
            "[a](https://a.org/?a=1&b=2)",
            f"<p>{LINK}</p>".replace("a.org", "a.org/?a=1&amp;b=2"),
        ),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
    ],
)
def test_prose_keeps_emphasis_and_links_to_the_web_and_nothing_else(text: str, html: str) -> None:
    shown = environment().from_string("{{ text | prose }}").render(text=text).strip()
    assert shown == html


# ------------------------------------------------------------------ hostile presses

ODD: dict[str, object] = {
    "nothing": None,
    "a number": 4711,
    "a text": "limits",
    "a list": [{"event": "vote-2024"}],
    "an empty object": {},
    "other names": {"__class__": "x", "constructor": {}, "view": 1},
    "an unknown page": {"page": "colophon", "query": "", "arrive": ""},
    "a page by its path": {"page": "pages/limits.py"},
    "a page in a list": {"page": ["reasons"]},
    "a page of 1 MB": {"page": "x" * 1_000_000},
    "an unknown event": {"event": "no-such-event"},
    "an event that is a number": {"event": 5},
    "an event in an object": {"event": {"id": "vote-2024"}},
    "an event of 1 MB": {"event": "x" * 1_000_000},
    "an event of half a character": {"event": "\ud800"},
    "a step beyond the last": {"step": 99},
    "a step below nought": {"step": -1},
    "a step with a fraction": {"step": 1.5},
    "a step as a text": {"step": "1"},
    "a step that is true": {"step": True},
    "a step that is no number": {"step": float("nan")},
    "a step of 400 figures": {"step": 10**400},
    "only a way": {"way": "later"},
    "only an arrival": {"arrive": "claim-gate-4", "query": "step=1"},
}


def state(at: AppTest) -> tuple[object, ...]:
    return dict(at.query_params), sent(at), known_to_scripts(at)


@pytest.mark.parametrize("pressed", ODD.values(), ids=ODD)
def test_what_no_page_sends_does_nothing(pressed: object) -> None:
    at = page_at("limits", step="2", event="vote-2024", scope="brief")
    before = state(at)
    press(at, pressed)
    assert not at.exception
    assert state(at) == before


PLACES = {
    "markup": '"><img src=x onerror=alert(1)>',
    "a selector": "*,[data-store]",
    "half a character": "\ud800",
    "1 MB": "x" * 1_000_000,
    "nothing": "",
    "a number": 7,
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_place_that_no_part_of_a_page_has_is_not_kept(place: object) -> None:
    at = press(page_at("limits"), {"page": "reasons", "query": "", "arrive": place})
    assert not at.exception
    assert html(at).one("h1").words == EXPLAINER.reasons.title
    assert known_to_scripts(at)["arrive"] == ""


QUERIES = {
    "how Streamlit is embedded": "embed=true&embed_options=show_toolbar",
    "other names": "__proto__=1&constructor=2&utm_source=x",
    "half a character": "step=\ud800&x=\ud801",
    "thousands of parameters": "&".join(f"a{number}=1" for number in range(20_000)),
    "values that mean nothing": "event=x&scope=x&actors=x&step=99&present=x",
    "1 MB": "event=" + "x" * 1_000_000,
    "signs": "&&&===;;;%%%\x00\n",
    "an address": "https://example.org/?x=1#y",
}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_of_a_link_s_parameters_only_a_view_is_passed_on(query: str) -> None:
    at = press(page_at("limits"), {"page": "reasons", "query": query, "arrive": ""})
    assert not at.exception
    assert html(at).one("h1").words == EXPLAINER.reasons.title
    assert at.query_params == {}
    kept = press(page_at("limits"), {"page": "reasons", "query": f"{query}&step=2", "arrive": ""})
    assert not kept.exception
    assert kept.query_params == {"step": "2"}


@pytest.mark.parametrize(
    ("present", "name", "other"), [("", "narrow", "squarish"), ("1", "squarish", "narrow")]
)
@pytest.mark.parametrize("told", [None, "x", [1], {"a": 1}, 5, "\ud800"])
def test_a_screen_of_any_shape_gets_a_figure(
    present: str, name: str, other: str, told: object
) -> None:
    at = tell(page_at("limits", present=present), name, told)
    assert not at.exception
    assert at.get("plotly_chart")
    assert known_to_scripts(at)[name] in (True, False)
    assert other not in known_to_scripts(at), "what decides nothing is not asked for"
