"""Every field of every model is shown in the app and in the handout, or a table says why not.

The cases are made from the models, so a new field is a new case. Every text of the tests' brief
gets a word of its own, which both media must tell. Any other value (a date, a number, a choice,
what an id refers to) is changed by itself, and the words of both must change with it. What is not
told but drawn makes another figure; what is neither has its reason. An item's own id is not for
readers: other files name the item by it, and links lead to it.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from html import unescape
from itertools import islice
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

import pytest
import told
from folders import BRIEF
from jinja2 import UndefinedError
from markup import plain
from markupsafe import Markup
from offline import unpacked
from pydantic import BaseModel
from scenes import scene
from served import page_at, sent
from test_every_field import Type, models, models_in, unwrapped

from explainer import figures
from explainer.checks import loader
from explainer.content.base import Ref
from explainer.content.explainer import Explainer
from explainer.figures.forms import NARROW, WIDE
from explainer.language.dates import When
from explainer.reading.view import SCOPES, View
from explainer.reading.words import Words
from explainer.takeaway import handout, stylesheet
from explainer.ui.reader import Reader
from explainer.ui.ways import AppWays

Path = tuple[str | int, ...]
Found = TypeVar("Found")
EXPLAINER = loader.load(BRIEF)
PAGES = EXPLAINER.about.pages
MEDIA = ("app", "handout")
Reasons = dict[str, str]

NOT_TOLD: Reasons = {
    "About.attributions": "for the check only",
    "Brief.author": "the brief is cited by the other form of the name; this one is compared with",
    "Event.precision": "says how start and end are written, and they show it",
    "Focus.name": "said where the focus is wide enough to be drawn as more than a line",
}
"""What neither the app nor the handout tells or draws, and why."""
DRAWN: Reasons = {
    "Actor.hue": "the colour of its marks and of its name",
    "Course.end": "the lower end of the column",
    "Course.gap_from": "the length that is written in the gap",
    "Course.gap_to": "the length that is written in the gap",
    "Course.start": "the upper end of the column",
    "Era.end": "the lower end of its shade",
    "Era.start": "the upper end of its shade",
    "Event.drawn_at": "how far down its mark stands within its day",
    "Focus.end": "the end of the line",
    "Focus.start": "the begin of the line",
    "Gap.after": "where the dotted line begins, and the length written in it",
    "Gap.before": "where the dotted line ends, and the length written in it",
    "Gap.lane": "the lane of the dotted line",
    "KnownRow.end": "which events stand in the row",
    "KnownRow.start": "which events stand in the row",
    "LimitsFigure.end": "the lower end of the figure",
    "LimitsFigure.start": "the upper end of the figure",
    "Mark.lanes": "the lanes of the mark",
    "Panel.end": "the lower end of the panel",
    "Panel.eras": "whether eras are shaded",
    "Panel.others": "whether other events have a mark",
    "Panel.start": "the upper end of the panel",
    "Period.end": "the lower end of the period",
    "Period.start": "the upper end of the period",
    "RelationsFigure.end": "the lower end of the figure",
    "RelationsFigure.series_from": "from when bars are drawn",
    "RelationsFigure.start": "the upper end of the figure",
    "Series.actor": "the colour of the bars",
    "State.edge": "the outline of a band",
    "State.width": "the width of a band",
    "Stay.after": "where the dotted line after the bar ends",
    "Stay.before": "where the dotted line before the bar begins",
    "Stay.end": "the lower end of the bar",
    "Stay.start": "the upper end of the bar",
    "Step.actors": "whose bands keep their colour",
    "Step.events": "which marks keep their colour",
    "StripFigure.end": "the right end of the strip",
    "StripFigure.start": "the left end of the strip",
    "Value.end": "how long a time a bar stands for",
    "VotesPanel.end": "the lower end of the panel",
    "VotesPanel.start": "the upper end of the panel",
}
"""What both draw and do not tell, and as what."""
CARDS = "a card leads to a page; in the handout one page follows the other"
AFTER = "nothing on paper is later than the brief, unless a reader unfolds it"
NOT_TOLD_IN: Mapping[str, Reasons] = {
    "app": {"OverviewPage.summary": "the overview has the cards, of the other pages"},
    "handout": {
        "ImplicationsPage.summary": CARDS,
        "LimitsPage.summary": CARDS,
        "OverviewPage.summary": CARDS,
        "RelationsFigure.series": "which bars are drawn; the handout lists every series",
        "Relationship.actor": "which side it is drawn on; its name says between whom it is",
        "ReasonsPage.summary": CARDS,
        "SeminarPage.summary": CARDS,
        "SourcesPage.summary": CARDS,
        "TimelinePage.summary": CARDS,
        "Signs.expected": f"in the legend of a figure that has such a mark; {AFTER}",
    },
}
"""What only one of the two does not tell, and why."""
IN_PART: Reasons = {"Actor.short": "stands over a lane, and the subject has none"}
"""What is told of some items only, and of which not."""
IN_PART_IN: Mapping[str, Reasons] = {
    "app": {},
    "handout": {},
}
"""What one of the two tells of some items only, and of which not."""


@dataclass(frozen=True)
class Leaf:
    """A value of the content that no model describes further."""

    model: str
    name: str
    path: Path
    value: Any
    found: Type

    @property
    def field(self) -> str:
        return f"{self.model}.{self.name}"

    @property
    def is_id(self) -> bool:
        """Whether it is the item's own id."""
        return self.name == "id"

    @property
    def is_text(self) -> bool:
        """Whether it is written for readers, and not an id or a code."""
        return any(held is str for held in _held(self.found))


def _held(found: Type) -> Iterator[Any]:
    """What a field holds: the types of its texts, without those of ids and codes."""
    held, marks = found.held, found.marks
    if get_origin(held) is tuple:
        yield from _held(unwrapped(get_args(held)[0]))
    elif get_origin(held) is Mapping:
        yield from _held(unwrapped(get_args(held)[1]))
    elif not any(isinstance(mark, Ref | str) for mark in marks):
        yield held


def leaves(item: BaseModel, path: Path = ()) -> Iterator[Leaf]:
    """Every value in an item that is given."""
    for name, info in type(item).model_fields.items():
        value, here = getattr(item, name), (*path, name)
        if isinstance(value, BaseModel):
            yield from leaves(value, here)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            for number, part in enumerate(value):
                yield from leaves(part, (*here, number))
        elif value not in (None, (), {}):
            found = unwrapped(Annotated[info.annotation, *info.metadata, None])
            yield Leaf(type(item).__name__, name, here, value, found)


def changed(part: Any, values: Mapping[Path, Any], path: Path = ()) -> Any:
    """The content with other values at some paths, whether it makes sense or not."""
    if path in values:
        return values[path]
    if isinstance(part, BaseModel):
        fields = type(part).model_fields
        return part.model_construct(
            **{name: changed(getattr(part, name), values, (*path, name)) for name in fields}
        )
    if isinstance(part, tuple) and part and isinstance(part[0], BaseModel):
        return tuple(changed(one, values, (*path, at)) for at, one in enumerate(part))
    return part


LEAVES = list(leaves(EXPLAINER))
_LISTED: Mapping[str, Sequence[Any]] = {
    "actor": EXPLAINER.actors,
    "claim": EXPLAINER.claims,
    "event": EXPLAINER.events,
    "series": EXPLAINER.series,
    "source": EXPLAINER.sources,
    "state": EXPLAINER.relations.states,
    "term": EXPLAINER.glossary,
}
KNOWN: Mapping[str, Sequence[str]] = {
    "locator": EXPLAINER.about.locators,
    **{kind: [item.id for item in items] for kind, items in _LISTED.items()},
}
"""The ids that may stand where one of a kind is asked for."""


# ------------------------------------------------------------------ texts


def marked(value: Any, word: str) -> Any:
    """A text, or every text of several, with one more word at its end."""
    if isinstance(value, tuple):
        return tuple(marked(part, f"{word}{at}") for at, part in enumerate(value))
    if isinstance(value, Mapping):
        return {key: marked(part, f"{word}{key.value}") for key, part in value.items()}
    return f"{value}-{word}" if re.match("https?:", value) else f"{value} {word}"


def texts(value: Any) -> Iterator[str]:
    """Each text in a value; of one with a blank that figures fill, each of its parts."""
    if isinstance(value, str):
        yield from filter(str.strip, value.split("{gap}"))
    else:
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from texts(part)


MARKED: dict[Path, Any] = {
    leaf.path: marked(leaf.value, f"q{at}z") for at, leaf in enumerate(LEAVES) if leaf.is_text
}


@dataclass(frozen=True)
class Told:
    """What one medium tells: its words, and without spaces those in its figures."""

    words: str
    drawn: str

    def tells(self, text: str) -> bool:
        """Whether a text of the content is told, whole."""
        return told.rendered(text) in self.words or told.squeezed(text) in self.drawn


@dataclass(frozen=True)
class App:
    """What the app tells of one content, and the parts that its pages put up."""

    told: Told
    parts: tuple[tuple[str, tuple[tuple[str, str], ...], str, tuple[Hashable, ...]], ...]
    """The page, the filters, the macro and its values."""


@cache
def app() -> App:
    """Every page as it opens, at every step and whole, with what happened next, on two screens."""
    explainer = changed(EXPLAINER, MARKED)
    put: dict[Any, None] = {}
    html, labels, charts = [], [], []

    def noted(words: Words, macro: str, *values: Hashable) -> Markup:
        assert isinstance(words.ways, AppWays)
        put[words.ways.page_name, words.ways.filters, macro, values] = None
        return worded(words, macro, *values)

    worded = Words.__call__
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loader, "load", lambda *_: explainer)
        patch.setattr(Words, "__call__", noted)
        for name in PAGES:
            for step in ("", *range(len(explainer.page(name).steps) + 1)):
                for narrow in (False, True) if step in (0, 1) else (False,):
                    at = page_at(name, narrow=narrow, step=str(step), scope="afterwards")
                    assert not at.exception
                    html.append(sent(at))
                    labels += told.labels(at)
                    charts += [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]
    words = [told.words(part) for part in dict.fromkeys(html)]
    return App(Told("\n".join([*words, *map(plain, labels)]), told.drawn(charts)), tuple(put))


@cache
def offline() -> Told:
    """The whole handout."""
    page = unpacked(handout.page(changed(EXPLAINER, MARKED)))
    labels = " ".join(re.findall("<text[^>]*>(.*?)</text>", page))
    drawn = told.squeezed(unescape(re.sub("<[^>]+>", " ", labels)))
    return Told(told.words(page), drawn)


def untold(seen: Told) -> dict[str, list[bool]]:
    """The fields of which some text is not told, and of each of their texts whether it is."""
    found: dict[str, list[bool]] = defaultdict(list)
    for leaf in LEAVES:
        if leaf.is_text:
            found[leaf.field] += map(seen.tells, texts(MARKED[leaf.path]))
    return {field: tells for field, tells in found.items() if not all(tells)}


@pytest.mark.parametrize("medium", MEDIA)
def test_every_text_is_told(medium: str) -> None:
    found = untold(app().told if medium == "app" else offline())
    whole = {field for field, tells in found.items() if not any(tells)}
    texts_of = {leaf.field for leaf in LEAVES if leaf.is_text}
    assert whole == texts_of & set(NOT_TOLD | NOT_TOLD_IN[medium])
    assert set(found) - whole == set(IN_PART | IN_PART_IN[medium])


# ------------------------------------------------------------------ everything else


def others(value: Any, found: Type) -> Iterator[Any]:
    """Other values of the same type, those first that are likely to make sense."""
    held = found.held
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield from (value + 1, value - 1 if isinstance(value, int) else value / 2)
    elif isinstance(value, When):
        for years in (-1, 1, 30):
            yield replace(value, at=value.at.replace(year=value.at.year + years))
    elif get_origin(held) is tuple:
        inner = unwrapped(get_args(held)[0])
        yield value[:-1]
        yield value[::-1]
        yield from ((*value[:-1], other) for other in others(value[-1], inner))
    elif get_origin(held) is Mapping:
        key, old = next(iter(value.items()))
        inner = unwrapped(get_args(held)[1])
        yield from ({**value, key: other} for other in others(old, inner))
    elif kind := found.bound(Ref):
        yield from (name for name in reversed(KNOWN[kind.kind]) if name != value)
    elif isinstance(value, Enum):
        yield from (other for other in type(value) if other is not value)
    elif get_origin(held) is Literal:
        yield from (other for other in get_args(held) if other != value)
    else:
        yield "05:55" if ":" in value else "fr"


def changes(field: str) -> Iterator[tuple[Path, Explainer]]:
    """The content with a field changed: at the last, the first, a middle place; two exchanged."""
    given = [leaf for leaf in LEAVES if leaf.field == field]
    for leaf in {one.path: one for one in (given[-1], given[0], given[len(given) // 2])}.values():
        for value in islice(others(leaf.value, leaf.found), 12):
            yield leaf.path, changed(EXPLAINER, {leaf.path: value})
    one, other = given[0], given[-1]
    yield one.path, changed(EXPLAINER, {one.path: other.value, other.path: one.value})


def shown(explainer: Explainer, page: str) -> list[tuple[str, ...]]:
    """The events that a page puts in words, for all its figures and for each."""
    reader = Reader(explainer, page, explainer.page(page), View(scope="afterwards"))
    return [reader.shown(figure) for figure in (None, *explainer.figures_of(page))]


def app_words(explainer: Explainer) -> str:
    """The words of all that the pages put up, with other content."""
    events: dict[str, dict[Hashable, Hashable]] = {
        page: dict(zip(shown(EXPLAINER, page), shown(explainer, page), strict=True))
        for page in PAGES
    }
    return quickly(
        "\n".join(
            Words(explainer, AppWays(explainer, page, filters))(
                macro, *(events[page].get(value, value) if value else value for value in values)
            )
            for page, filters, macro, values in app().parts
        )
    )


def offline_words(explainer: Explainer) -> str:
    """The words of the handout, without its figures."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            figures, "declared", lambda *_: {"data": [], "layout": {"height": 1, "shapes": []}}
        )
        patch.setattr(stylesheet, "typefaces", lambda _: "")
        return quickly(unpacked(handout.page(explainer)))


def quickly(html: str) -> str:
    """The words of HTML, those that are only heard, and the languages they are said to be in."""
    kept = re.findall(r' (?:aria-label|content|lang|href)="([^#"][^"]*)"', html)
    return re.sub("<[^>]+>", " ", html) + "\n".join(kept)


WORDS: Mapping[str, Callable[[Explainer], str]] = {"app": app_words, "handout": offline_words}


@cache
def usual_words(medium: str) -> str:
    """The words of a medium with the content as it is."""
    return WORDS[medium](EXPLAINER)


def drawings(explainer: Explainer, page: str) -> Iterator[str]:
    """The figures of a page with and without what came after, in two forms and at each step."""
    for name in explainer.figures_of(page):
        whole, known = (scene(explainer, name, View(scope=scope)) for scope in SCOPES[:0:-1])
        for form in (WIDE, NARROW):
            yield json.dumps(figures.declared(name, whole, form))
            yield json.dumps(figures.declared(name, known, form))
        for step in explainer.page(page).steps:
            focused = replace(whole, focus=frozenset(step.events), actors=frozenset(step.actors))
            yield json.dumps(figures.declared(name, focused, WIDE))


@cache
def usual_drawings(page: str) -> list[str]:
    """The figures of a page with the content as it is."""
    return list(drawings(EXPLAINER, page))


def tells(explainer: Explainer) -> set[str]:
    """The media that have other words for this content than for the content as it is."""
    return {medium for medium in MEDIA if WORDS[medium](explainer) != usual_words(medium)}


def draws(explainer: Explainer, path: Path) -> bool:
    """Whether a figure is drawn in another way: one of the page that was changed, or any."""
    part = str(path[0]).removesuffix("_page")
    return any(
        one != other
        for page in ([part] if part in PAGES else PAGES)
        for one, other in zip(drawings(explainer, page), usual_drawings(page), strict=True)
    )


def seen(field: str, find: Callable[[Path, Explainer], Found]) -> Iterator[tuple[Explainer, Found]]:
    """What is found of each change of a field that makes sense."""
    for path, explainer in changes(field):
        # A change may be one that no author could make, such as a month without a day.
        with suppress(LookupError, ValueError, ArithmeticError, TypeError, UndefinedError):
            yield explainer, find(path, explainer)


OTHERS = list(dict.fromkeys(leaf.field for leaf in LEAVES if not (leaf.is_text or leaf.is_id)))


@pytest.mark.parametrize("field", [name for name in OTHERS if name not in DRAWN | NOT_TOLD])
def test_every_other_value_is_told(field: str) -> None:
    wanted = {medium for medium in MEDIA if field not in NOT_TOLD_IN[medium]}
    found: set[str] = set()
    for _, media in seen(field, lambda _, explainer: tells(explainer)):
        found |= media
        if found >= wanted:
            break
    assert found == wanted


@pytest.mark.parametrize("field", [name for name in OTHERS if name in DRAWN])
def test_what_is_not_told_is_drawn(field: str) -> None:
    """Another value makes another figure, and no other words."""
    for explainer, is_drawn in seen(field, lambda path, explainer: draws(explainer, path)):
        if is_drawn and not tells(explainer):
            return
    pytest.fail(f"{field} makes no difference to a figure alone")


@pytest.mark.parametrize("field", [name for name in OTHERS if name in NOT_TOLD])
def test_what_is_neither_told_nor_drawn_makes_no_difference(field: str) -> None:
    found = seen(field, lambda path, explainer: draws(explainer, path))
    few = [(bool(tells(explainer)), is_drawn) for explainer, is_drawn in islice(found, 6)]
    assert set(few) == {(False, False)}


def test_each_reason_is_that_of_a_field() -> None:
    tables = (NOT_TOLD, DRAWN, IN_PART, *NOT_TOLD_IN.values(), *IN_PART_IN.values())
    fields = [field for table in tables for field in table]
    assert set(fields) <= {leaf.field for leaf in LEAVES}
    for medium in MEDIA:
        one = [*NOT_TOLD, *DRAWN, *IN_PART, *NOT_TOLD_IN[medium], *IN_PART_IN[medium]]
        assert len(one) == len(set(one))


def test_the_tests_brief_gives_every_field_that_is_looked_for() -> None:
    """And every other field holds items, or is the item's own id."""
    within = {
        f"{name}.{field}"
        for name, model in models().items()
        for field, info in model.model_fields.items()
        if any(models_in(info.annotation))
    }
    every = {f"{name}.{field}" for name, model in models().items() for field in model.model_fields}
    assert every - within == {leaf.field for leaf in LEAVES}
