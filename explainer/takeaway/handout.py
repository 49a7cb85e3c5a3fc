"""The whole explainer as one HTML file that needs no network and prints as a handout.

The template says what stands where; this module gives it the figures, the numbers of the sources,
the order of the events, and content text as safe HTML.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from itertools import groupby
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from explainer import figures
from explainer.content import selection
from explainer.content.about import Era
from explainer.content.actors import Actor
from explainer.content.chronology import moment
from explainer.content.claims import Claim
from explainer.content.events import Event, Scope
from explainer.content.explainer import CLAIM_PAGES, Explainer
from explainer.content.figures import Figure
from explainer.content.questions import Question
from explainer.content.sources import Source
from explainer.figures.canvas import NARROW, WIDE, Form
from explainer.figures.parts.scene import Scene
from explainer.language import direction
from explainer.reading import markdown, wording
from explainer.takeaway import stylesheet
from explainer.takeaway.stylesheet import TEMPLATES

PRINT = Form("wide", width=880, label=12, tick=11, title=15, scale=11, mark=11)
"""The wide form for paper: larger type on a narrower sheet, scaled down to the width of a page."""


@dataclass(frozen=True)
class Day:
    """Events that share their date in words."""

    date: str
    events: tuple[Event, ...]
    gap: str | None
    """The time since the day before it, if it is long."""


@dataclass(frozen=True)
class Stretch:
    """The days of one era."""

    era: Era
    days: tuple[Day, ...]


@dataclass(frozen=True)
class Plate:
    """A figure with what is said around it."""

    name: str
    said: Figure
    actors: tuple[Actor, ...]
    signs: tuple[str, ...]
    """What filled and outlined marks mean."""
    stretches: tuple[Stretch, ...]
    """Its events in words."""
    heights: str
    """The heights in px of its forms and the width of its sheet, as properties of a style."""


@dataclass(frozen=True)
class Asked:
    """A question with its number in the whole document."""

    number: int
    page: str
    question: Question


def page(explainer: Explainer) -> str:
    """The explainer as the text of one HTML file."""
    scene = Scene(
        explainer,
        frozenset(event.id for event in explainer.events if event.scope is not Scope.AFTER),
    )
    drawn = {
        name: {form: draw(scene, size) for form, size in forms(name).items()}
        for name, draw in figures.DRAW.items()
        if _said(explainer, name)
    }
    numbers = {source.id: at for at, source in enumerate(references(explainer), 1)}
    scripts = [Markup(get_plotlyjs()), Markup((TEMPLATES / "handout.js").read_text("utf-8"))]
    return (
        _templates()
        .get_template("handout.html")
        .render(
            explainer=explainer,
            cited=lambda ids: sorted((numbers[name], name) for name in ids),
            by_place=lambda ids: _by_place(explainer, ids),
            about=explainer.about,
            references=references(explainer),
            before=_stretches(explainer, scene.events(explainer.event)),
            after=sorted(
                (event for event in explainer.events if event.scope is Scope.AFTER), key=moment
            ),
            plates={name: _plate(scene, name, found) for name, found in drawn.items()},
            questions=_questions(explainer),
            claim_at=_first_claims(explainer),
            bears_on=_bears_on(explainer),
            style=Markup(stylesheet.handout(explainer.about.title)),
            drawn=Markup(_json(drawn)),
            scripts=scripts,
            hashes=[b64encode(sha256(text.encode()).digest()).decode() for text in scripts],
            glyph={shape.value: glyph for shape, glyph in wording.GLYPHS.items()},
            locators=wording.locators,
            date=wording.date,
            standing=wording.standing,
            own_words=wording.own_words,
            verdict=wording.verdict,
            tally=wording.tally,
            groups=wording.groups,
            told_by=partial(wording.cited, explainer),
        )
    )


def references(explainer: Explainer) -> tuple[Source, ...]:
    """Every source in the order of its number: by author or publisher, then by date."""

    def place(source: Source) -> tuple[str, str, str]:
        name = source.author or source.publisher
        when = source.date.at.isoformat() if source.date else ""
        return name.casefold(), when, source.title.casefold()

    return tuple(sorted(explainer.sources, key=place))


# ------------------------------------------------------------------ template and script


@cache
def _templates() -> Environment:
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_apart,
    )
    found.filters |= {"prose": markdown.prose, "phrase": markdown.phrase, "apart": _apart}
    return found


def _apart(value: object) -> object:
    """Content text that runs from right to left, kept apart from the words around it."""
    if not isinstance(value, str) or isinstance(value, Markup) or markdown.LINKS.match(value):
        return value
    return direction.isolated(value)


def _json(value: object) -> str:
    """JSON that nothing in it can lead out of a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


# ------------------------------------------------------------------ figures


def forms(name: str) -> dict[str, Form]:
    """How a figure is drawn on a wide screen, on a narrow one, and for print."""
    # The strip places its flags for the width of a screen; the others stack their labels.
    return {"wide": WIDE, "narrow": NARROW, "print": WIDE if name == "overview" else PRINT}


def _said(explainer: Explainer, name: str) -> Figure | None:
    """What the content says around a figure, if it has the figure."""
    if name == "comparison":
        return explainer.reasons.comparison
    found: Figure = explainer.page(name).figure  # type: ignore[attr-defined]
    return found


def _plate(scene: Scene, name: str, drawn: dict[str, Any]) -> Plate:
    explainer = scene.explainer
    said = _said(explainer, name)
    assert said is not None
    events = scene.events(selection.event_ids(explainer, name))
    actors, signs = selection.legend(explainer, name, events)
    return Plate(
        name,
        said,
        actors,
        signs,
        _stretches(explainer, events),
        ";".join(
            [
                *(f"--{form}:{figure['layout']['height']}px" for form, figure in drawn.items()),
                f"--sheet:{forms(name)['print'].width:.0f}",
            ]
        ),
    )


# ------------------------------------------------------------------ order and cross-references


def _stretches(explainer: Explainer, events: Sequence[Event]) -> tuple[Stretch, ...]:
    """Events in date order, by era and then by day."""
    eras = explainer.about.eras

    def era(event: Event) -> Era:
        begun = [era for era in eras if era.start.at <= event.start.at]
        return begun[-1] if begun else eras[0]

    stretches: list[Stretch] = []
    before: Event | None = None
    for found, of_era in groupby(events, era):
        days = []
        for date, of_day in groupby(of_era, wording.date):
            day = tuple(of_day)
            gap = wording.gap(before, day[0]) if before else None
            days.append(Day(date, day, gap))
            before = day[-1]
        stretches.append(Stretch(found, tuple(days)))
    return tuple(stretches)


def _questions(explainer: Explainer) -> tuple[Asked, ...]:
    """Every question in the order of the pages, predictions first as they stand on a page."""
    asked = [
        (name, question)
        for name in explainer.about.pages
        if name in CLAIM_PAGES
        for question in sorted(
            getattr(explainer, name).questions, key=lambda question: not question.before_figure
        )
    ]
    return tuple(Asked(at, name, question) for at, (name, question) in enumerate(asked, 1))


def _first_claims(explainer: Explainer) -> dict[str, Claim]:
    """The first claim made of each sentence of the brief."""
    return {place: claim for claim in reversed(explainer.claims) for place in claim.brief}


def _bears_on(explainer: Explainer) -> dict[str, list[str]]:
    """The ids of the claims that rest on each event, or on which it bears."""
    found: dict[str, list[str]] = {event.id: [] for event in explainer.events}
    for claim in explainer.claims:
        for name in claim.evidence + claim.bears_on + claim.afterwards:
            found[name].append(claim.id)
    return found


def _by_place(explainer: Explainer, ids: Iterable[str]) -> dict[str, str]:
    """The first of the claims for each place in the brief, in words."""
    found: dict[str, str] = {}
    for name in ids:
        found.setdefault(wording.locators(explainer, explainer.claim[name].brief), name)
    return found
