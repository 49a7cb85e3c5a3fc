"""Content in words, as plain text: places in the brief, dates, standings, verdicts, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from explainer.content.actors import Actor, Shape
from explainer.content.claims import Claim, Verdict
from explainer.content.contested import Disagreement
from explainer.content.events import Attendance, Event, Scope
from explainer.content.explainer import Explainer
from explainer.content.pages import SeminarPage
from explainer.content.sources import Source
from explainer.figures.palette import PROSE
from explainer.language import direction
from explainer.language.catalogue import either, listed, many, say
from explainer.language.dates import Precision, hours, length_words, months_apart, span_words
from explainer.reading import pace
from explainer.reading.ways import FRONT

NBSP = "\u00a0"
GLYPHS = {
    Shape.CIRCLE: "●",
    Shape.SQUARE: "■",
    Shape.DIAMOND: "◆",
    Shape.TRIANGLE_UP: "▲",
    Shape.TRIANGLE_DOWN: "▼",
    Shape.HEXAGON: "⬢",
}
OUTLINED = {
    Shape.CIRCLE: "○",
    Shape.SQUARE: "□",
    Shape.DIAMOND: "◇",
    Shape.TRIANGLE_UP: "△",
    Shape.TRIANGLE_DOWN: "▽",
    Shape.HEXAGON: "⬡",
}
VERDICTS = {
    Verdict.CONFIRMS: "✓",
    Verdict.CONFIRMS_MORE_EXACTLY: "⊕",
    Verdict.IN_PART: "½",
    Verdict.DISPUTES: "≠",
    Verdict.FOUND_NOTHING: "∅",
    Verdict.CANNOT_SETTLE: "?",
}
"""The sign of each verdict."""


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Content text for a label of Streamlit's, without what its Markdown would change.

    What runs from right to left is kept apart from the words around it.
    """
    return direction.isolated(text.replace("$", "\\$").replace("~", "\\~"))


def marked(found: Actor) -> str:
    """The actor's mark in its colour, and its name, for a label of Streamlit's."""
    name = plain(found.name).replace(" ", NBSP)
    return f":{PROSE[found.hue]}[{GLYPHS[found.shape]}]{NBSP}{name}"


def glyph(found: Actor, attendance: Attendance = Attendance.PRESENT) -> str:
    """The mark of an actor: filled, or outlined where the subject took no part."""
    return (GLYPHS if attendance is Attendance.PRESENT else OUTLINED)[found.shape]


def locators(explainer: Explainer, found: Iterable[str]) -> str:
    """“Intro 1.1, Reasons 1.6”: section, paragraph, sentence of the brief."""
    names = {section.id: section.name for section in explainer.about.outline}
    words, last = [], ""
    for locator in found:
        section, _, place = locator.partition("/")
        words.append(place if section == last else f"{direction.isolated(names[section])} {place}")
        last = section
    return ", ".join(words)


def date(event: Event) -> str:
    """The event's date as sharply as it is known, with what is known of the hour."""
    start, end = event.start, event.end
    if event.precision == "minute" and end and end.at.date() != start.at.date():
        return " – ".join(
            f"{at.words()}, {direction.isolated(hours(at, None))}" for at in (start, end)
        )
    hour = event.time or hours(start, end)
    words = span_words(start, end)
    return f"{words}, {direction.isolated(hour)}" if hour else words


def standing(event: Event, *, short: bool = False) -> str:
    """Whether the brief names the event; ``short`` in a word or two."""
    key = f"scope-{event.scope}"
    words = say(f"{key}-long" if event.scope is Scope.CONTEXT and not short else key)
    if event.confirmed:
        return words
    return f"{words}; {say('expected' if short else 'expected-long')}"


def source_date(found: Source) -> str:
    """When a source appeared, as far as it is known."""
    if found.date is None:
        return say("no-date")
    words = found.date.words(short=True)
    return say("about-date", date=words) if found.date_is_approximate else words


def is_later(explainer: Explainer, found: Source) -> bool:
    """Whether a source is dated after the brief."""
    return found.date is not None and found.date.at >= explainer.about.brief.date.last


def cited(explainer: Explainer, found: Disagreement) -> tuple[list[str], list[str]]:
    """The sources of a point on which sources differ: those known at once, and the later ones.

    Only a point that tells what became known later has later sources.
    """
    known: list[str] = []
    since: list[str] = []
    for name in found.sources:
        is_since = found.later and is_later(explainer, explainer.source[name])
        (since if is_since else known).append(name)
    return known, since


def gap(earlier: Event, later: Event) -> str | None:
    """“six years and two months later”, for a gap of a year or more between two dated events."""
    first, last = earlier.end or earlier.start, later.start
    if min(first.precision, last.precision) < Precision.MONTH or months_apart(first, last) < 12:
        return None
    return say("later-by", length=length_words(first, last))


def verdict(found: Claim) -> tuple[str, str]:
    """The sign of the record's verdict on a claim, and the verdict as a sentence."""
    return VERDICTS[found.verdict], say("the-record", does=_does(found.verdict, say("it")))


def tally(claims: Iterable[Claim]) -> str:
    """How many of some claims, of which there must be one, have which verdict: a sentence."""
    counts = Counter(claim.verdict for claim in claims)
    said = [
        f"{_does(name, str(counts[name]))}{NBSP}({sign})"
        for name, sign in VERDICTS.items()
        if counts[name]
    ]
    return say("tally", does=listed(said))


def _does(verdict: Verdict, what: str) -> str:
    return say(f"verdict-{verdict}", what=what)


def groups(found: Claim) -> dict[str, tuple[str, ...]]:
    """The events that a claim rests on and those that only bear on it, by the group's name."""
    other = say("also-bears-on-it" if found.evidence else "bears-on-it")
    return {say("rests-on"): found.evidence, other: found.bears_on}


def own_words(found: Claim) -> tuple[str, ...]:
    """The author's own words in a claim, each said to soften or to strengthen it."""
    kept = {"authors-hedge": found.hedge, "authors-emphasis": found.emphasis}
    return tuple(say(key, word=word) for key, word in kept.items() if word)


def count(events: int, scope: str, chosen: Iterable[Actor], explainer: Explainer) -> str:
    """The sentence that always says what is shown."""
    which = direction.isolated(getattr(explainer.about.scopes, scope))
    who = ", ".join(direction.isolated(found.name) for found in chosen) or say("all-actors")
    return many("events-shown", events, scope=which, actors=who)


def kicker(explainer: Explainer, name: str) -> str:
    """The line above a page's title: the author's own, or which part it is, and how long."""
    page, brief = explainer.page(name), explainer.about.brief
    if page.kicker:
        return page.kicker
    if name == FRONT:
        date = brief.date.words()
        return say("kicker-of-brief", author=brief.author, publisher=brief.publisher, date=date)
    steps = many("steps", len(page.steps))
    if isinstance(page, SeminarPage):
        lengths = sorted({plan.minutes for plan in page.plans})
        session = many("session-minutes", lengths[-1], lengths=either(list(map(str, lengths))))
        return f"{session} · {steps}"
    path = say("kicker-path", steps=steps, minutes=many("minutes", pace.minutes(explainer, name)))
    parts = [one for one in explainer.about.pages if one in explainer.argument]
    if name not in parts:
        return path
    part = say("kicker-part", at=parts.index(name) + 1, last=len(parts))
    return f"{part} · {path}"
