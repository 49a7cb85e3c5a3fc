"""Content as HTML: one template for each kind of thing, the same wherever it is read.

The templates stand beside this module, a file for each kind, each part a macro. Every text in them
is escaped; words of our own come from the catalogue. What differs from one medium to another is how
words lead on, and that a template asks of the ways that it is given.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from explainer.content import selection
from explainer.content.chronology import moment
from explainer.content.events import Event, Vote
from explainer.content.explainer import Explainer
from explainer.content.pages import Debate
from explainer.content.readings import Reading
from explainer.content.series import Value
from explainer.content.sources import Source
from explainer.language import direction
from explainer.language.catalogue import LANGUAGE, many, say
from explainer.reading import chronicle, markdown, parts, wording
from explainer.reading.ways import Ways

TEMPLATES = Path(__file__).parent / "templates"
STYLE = TEMPLATES / "words.css"
"""How what the templates word looks, wherever it is read."""
STAGE_STYLE = TEMPLATES / "stage.css"
"""How the stage looks, in the app as in the offline copy."""
QUIZ = TEMPLATES / "quiz.js"
"""Lets questions be answered; a module whose one export starts it."""
FEW = 12
"""Up to this many events a list shows all of them unfolded."""
SCORES = ("borne-out", "too-early", "not-so-far")
"""How a forecast may be scored, by the keys of the words."""
STANCES = {"agrees": "=", "sharpens": ">", "challenges": "≠", "background": "·"}
"""The sign of each stance of a reading."""


@dataclass(frozen=True)
class Words:
    """The content worded for one medium, as its ways lead on."""

    explainer: Explainer = field(compare=False)
    ways: Ways
    edition: int = field(default=0, init=False)
    """Tells words of one reading of the content from those of another, cheaply."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "edition", id(self.explainer))

    def __call__(self, macro: str, *values: Hashable) -> Markup:
        """The HTML of one macro, ``file.macro``, with its values; made once for all readers."""
        return _worded(self, macro, values)

    def context(self) -> Mapping[str, Any]:
        """What templates know besides the values that they are given."""
        explainer = self.explainer
        return {
            "explainer": explainer,
            "about": explainer.about,
            "to": self.ways,
            "series": {one.id: one for one in explainer.series},
            "claim_at": {
                place: claim for claim in reversed(explainer.claims) for place in claim.brief
            },
            "bears_on": _bears_on(explainer),
            "by_place": partial(_by_place, explainer),
            "told_by": partial(wording.cited, explainer),
            "stretches": lambda ids: chronicle.stretches(explainer, ordered(explainer, ids)),
            "era_in_focus": partial(_era_in_focus, explainer),
            "legend": lambda name, ids: selection.legend(explainer, name, ordered(explainer, ids)),
            "drawn_from": partial(_drawn_from, explainer),
            "parts_of": partial(parts.parts_of, explainer),
            "in_debate": partial(_in_debate, explainer),
            "further_reading": partial(_further_reading, explainer),
            "questions_on": partial(selection.questions_on, explainer),
            "undrawn_series": partial(_undrawn_series, explainer),
            "vote_words": _vote_words(explainer),
            "is_foreign": partial(_is_foreign, explainer),
        }


def ordered(explainer: Explainer, ids: Iterable[str]) -> Sequence[Event]:
    """The events of some ids in the order of time."""
    return sorted((explainer.event[name] for name in ids), key=moment)


@lru_cache(maxsize=512)
def _worded(words: Words, macro: str, values: tuple[Any, ...]) -> Markup:
    file, _, name = macro.partition(".")
    module = environment().get_template(f"{file}.html").make_module(dict(words.context()))
    worded: Markup = getattr(module, name)(*values)
    return worded


@cache
def environment(*more: Path) -> Environment:
    """The templates of this room, and those of other folders that build on them."""
    found = Environment(
        loader=FileSystemLoader([*more, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=apart,
    )
    found.filters |= {
        "prose": markdown.prose,
        "phrase": markdown.phrase,
        "apart": apart,
        "capitalised": lambda text: text[:1].upper() + text[1:],
    }
    found.globals |= {
        "say": say,
        "many": many,
        "FEW": FEW,
        "SCORES": SCORES,
        "STANCES": STANCES,
        "lanes_of": selection.lanes_of,
        "language_name": language_name,
        "amount": amount,
        "period": period,
    }
    found.globals |= {
        worder.__name__: worder
        for worder in (
            wording.date,
            wording.glyph,
            wording.groups,
            wording.kicker,
            wording.locators,
            wording.own_words,
            wording.source_date,
            wording.standing,
            wording.tally,
            wording.verdict,
        )
    }
    return found


def apart(value: object) -> object:
    """Content text that runs from right to left, kept apart from the words around it."""
    if not isinstance(value, str) or isinstance(value, Markup) or markdown.LINKS.match(value):
        return value
    return direction.isolated(value)


def language_name(code: str) -> str:
    """What a language is called, such as Korean for ``ko``; its code if it has no name."""
    found = Locale.parse(LANGUAGE).languages.get(code.partition("-")[0])
    return found or code


def period(value: Value) -> str:
    """What a value of a series covers, with its year."""
    year = str(value.start.at.year)
    return value.label if year in value.label else f"{value.label} {year}"


def amount(value: Value) -> str:
    """The number of a value for reading, such as ≈ 1,250, and 12 rather than 12.0."""
    sign = f"≈{wording.NBSP}" if value.approximate else ""
    return sign + format_decimal(value.value, locale=LANGUAGE, decimal_quantization=False)


def _era_in_focus(explainer: Explainer, ids: Iterable[str]) -> str:
    """The id of the era in which the days fall that it is all about, or the last one of all."""
    events = ordered(explainer, ids)
    during = (event for event in events if event.start.at >= explainer.about.focus.start.at)
    return chronicle.era_of(explainer, next(during, events[-1])).id


def _bears_on(explainer: Explainer) -> dict[str, list[str]]:
    """The ids of the claims that rest on each event, or on which it bears."""
    found: dict[str, list[str]] = {event.id: [] for event in explainer.events}
    for claim in explainer.claims:
        for name in claim.evidence + claim.bears_on + claim.afterwards:
            found[name].append(claim.id)
    return found


def _by_place(explainer: Explainer, ids: Iterable[str]) -> dict[str, Any]:
    """The first of some claims for each place in the brief, by the place in words."""
    found: dict[str, Any] = {}
    for name in ids:
        claim = explainer.claim[name]
        found.setdefault(wording.locators(explainer, claim.brief), claim)
    return found


def _drawn_from(explainer: Explainer, figure: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The relationships, by their actors, and the series that a figure draws."""
    said = explainer.figures[figure]
    return said.relationships, said.series_drawn


def _in_debate(explainer: Explainer, debate: Debate) -> list[Reading]:
    """The readings of a debate, those of a stance together."""
    found = [reading for reading in explainer.readings if reading.source in debate.readings]
    return sorted(found, key=lambda reading: list(STANCES).index(reading.stance))


def _further_reading(explainer: Explainer) -> list[Reading]:
    """The readings outside any debate."""
    debates = explainer.seminar.debates if explainer.seminar else ()
    debated = {name for debate in debates for name in debate.readings}
    return [reading for reading in explainer.readings if reading.source not in debated]


def _undrawn_series(explainer: Explainer) -> list[str]:
    """The ids of the series that no figure draws."""
    drawn = {name for said in explainer.figures.values() for name in said.series_drawn}
    return [series.id for series in explainer.series if series.id not in drawn]


def _vote_words(explainer: Explainer) -> Mapping[Vote, str]:
    votes = explainer.limits.figure.votes if explainer.limits else None
    named = votes.words if votes else {}
    return {vote: named.get(vote, vote.value) for vote in Vote}


def _is_foreign(explainer: Explainer, source: Source) -> bool:
    """Whether a source is in another language than the texts; ``en`` and ``en-GB`` are one."""
    one, other = source.language, explainer.about.language
    return one.partition("-")[0] != other.partition("-")[0]
