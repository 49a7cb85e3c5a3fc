"""Content as sentences of Markdown: dates, locators, actors, sources, kinds of claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from explainer.content import selection
from explainer.content.about import KindWords
from explainer.content.actors import Actor, Shape
from explainer.content.claims import Claim, Kind, Verdict
from explainer.content.contested import Disagreement
from explainer.content.events import Attendance, Event, Scope
from explainer.content.explainer import Explainer
from explainer.content.glossary import Term
from explainer.content.readings import Reading
from explainer.content.selection import lanes_of
from explainer.content.sources import Source
from explainer.figures.palette import PROSE
from explainer.language import direction
from explainer.language.counting import counted
from explainer.language.dates import Precision, hours, length_words, months_apart, span_words

LIVELY = re.compile(
    r"(?<=www)(?=\.)|(?=://[-.\w])|(?=@)|(?<=:material)(?=/)|(?<=:streamlit)(?=:)"
    r"|(?<=[-<>=~])(?=[-=>])",
    re.IGNORECASE,
)
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


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Content text without what Streamlit's Markdown would turn into something else.

    What runs from right to left is kept apart from the words around it.
    """
    return direction.isolated(text.replace("$", "\\$").replace("~", "\\~"))


def locators(explainer: Explainer, found: Iterable[str]) -> str:
    """“Intro 1.1, Reasons 1.6”: section, paragraph, sentence of the brief."""
    names = {section.id: section.name for section in explainer.about.outline}
    words, last = [], ""
    for locator in found:
        section, _, place = locator.partition("/")
        words.append(place if section == last else f"{direction.isolated(names[section])} {place}")
        last = section
    return ", ".join(words)


def actor(found: Actor) -> str:
    """The actor's mark in its colour, and its name."""
    return f"{_mark(found)}{NBSP}{plain(found.name).replace(' ', NBSP)}"


def _mark(found: Actor) -> str:
    return f":{PROSE[found.hue]}[{GLYPHS[found.shape]}]"


def actors(explainer: Explainer, names: Iterable[str]) -> str:
    """Several actors on one line."""
    return "\u2002 ".join(actor(explainer.actor[name]) for name in names)


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


SCOPES = {
    Scope.BRIEF: "named in the brief",
    Scope.CONTEXT: "background",
    Scope.AFTER: "after the brief",
}
"""Where an event stands towards the brief, in a word or two."""


def standing(event: Event) -> str:
    """Whether the brief names the event."""
    words = SCOPES[event.scope]
    if event.scope is Scope.CONTEXT:
        words += ", not in the brief"
    return words if event.confirmed else f"{words}; expected, not seen confirmed"


def source(found: Source) -> str:
    """One source, linked if its grade allows it: outlet, date, grade."""
    name = plain(found.publisher)
    if found.url:
        name = f"[{_unbracketed(name)}]({_url(found.url)})"
    when = _source_date(found)
    unlinked = "" if found.url else ", no link"
    return f"{name}, {when} ({found.grade}{unlinked})"


def reference(found: Source) -> str:
    """One source in full: outlet, author, linked title, date."""
    title = plain(found.title)
    if found.url:
        title = f"[{_unbracketed(title)}]({_url(found.url)})"
    author = f"{plain(found.author)}, " if found.author else ""
    ours = " (our description)" if found.title_is_ours else ""
    unlinked = "" if found.url else " No link."
    when = _source_date(found)
    return (
        f"**{found.grade}**\u2002 {author}{plain(found.publisher)}. {title}{ours}. "
        f"{when[0].upper()}{when[1:]}.{unlinked}"
    )


def sources(explainer: Explainer, names: Iterable[str]) -> str:
    """Several sources in one line."""
    return "; ".join(source(explainer.source[name]) for name in names)


def is_later(explainer: Explainer, found: Source) -> bool:
    """Whether a source is dated after the brief."""
    return found.date is not None and found.date.at >= explainer.about.brief.date.last


def _source_date(found: Source) -> str:
    if found.date is None:
        return "no date"
    about = "about " if found.date_is_approximate else ""
    return about + found.date.words(short=True)


def _unbracketed(text: str) -> str:
    return text.replace("[", "(").replace("]", ")")


def _url(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29").replace(" ", "%20")


def gap(earlier: Event, later: Event) -> str | None:
    """“six years and two months later”, for a gap of a year or more between two dated events."""
    first, last = earlier.end or earlier.start, later.start
    if min(first.precision, last.precision) < Precision.MONTH:
        return None
    return f"{length_words(first, last)} later" if months_apart(first, last) >= 12 else None


def marks(explainer: Explainer, event: Event) -> str:
    """The mark of each actor in whose lane figures draw an event: filled, or outlined, as there."""
    glyphs = GLYPHS if event.attendance is Attendance.PRESENT else OUTLINED
    lanes = lanes_of(explainer, event)
    return "".join(f":{PROSE[one.hue]}[{glyphs[one.shape]}]" for one in lanes) or "☆"


def entry(explainer: Explainer, event: Event) -> str:
    """An event on one line: its marks as in figures, date, title, whether it is background."""
    words = f"{marks(explainer, event)} **{date(event)}**\u2002 {plain(event.title)}"
    if event.scope is not Scope.BRIEF:
        doubt = "" if event.confirmed else "; expected"
        words += f" :gray[· {SCOPES[event.scope]}{doubt}]"
    return words


STANDINGS = {
    Kind.REPORTED: "`{}`",
    Kind.JUDGEMENT: "*`{}`*",
    Kind.FORECAST: "**`{}`**",
}
"""How a kind is marked; the page draws each with an outline of its own."""


VERDICTS = {
    Verdict.CONFIRMS: ("✓", "confirms {}"),
    Verdict.CONFIRMS_MORE_EXACTLY: ("⊕", "confirms {} more exactly"),
    Verdict.IN_PART: ("½", "confirms {} in part"),
    Verdict.DISPUTES: ("≠", "disputes {}"),
    Verdict.FOUND_NOTHING: ("∅", "finds nothing for or against {}"),
    Verdict.CANNOT_SETTLE: ("?", "cannot settle {}"),
}
"""The sign of each verdict, and what the record does with the claim or with so many of them."""


def verdict(found: Claim) -> tuple[str, str]:
    """The sign of the record's verdict on a claim, and the verdict as a sentence."""
    sign, words = VERDICTS[found.verdict]
    return sign, f"The record {words.format('it')}."


def tally(claims: Iterable[Claim]) -> str:
    """How many of some claims, of which there must be one, have which verdict: a sentence."""
    many = Counter(claim.verdict for claim in claims)
    *others, last = [
        f"{words.format(many[name])}{NBSP}({sign})"
        for name, (sign, words) in VERDICTS.items()
        if many[name]
    ]
    said = f"{', '.join(others)} and {last}" if others else last
    return f"Of the claims below, the record {said}."


def groups(found: Claim) -> dict[str, tuple[str, ...]]:
    """The events that a claim rests on and those that only bear on it, by the group's name."""
    other = "Also bears on it" if found.evidence else "Bears on it"
    return {"Events this rests on": found.evidence, other: found.bears_on}


def evidence(event: Event) -> str:
    """An event on one line below a claim on which it bears."""
    return f"{plain(event.title)} :gray[· {date(event)}]"


def statement(
    explainer: Explainer,
    kind: Kind,
    brief: Iterable[str],
    text: str,
    own: Sequence[str] = (),
) -> str:
    """A sentence in the author's voice: its kind and locators, then the quoted words.

    ``own`` says which words of the sentence are the author's own.
    """
    words: KindWords = getattr(explainer.about.kinds, kind.value)
    said = " · ".join((locators(explainer, brief), *map(plain, own)))
    head = f"{STANDINGS[kind].format(words.name)}\u2002:gray[{said}]"
    return f"{head}\n\n> {plain(text)}"


def claim(explainer: Explainer, found: Claim) -> str:
    """A claim in the author's voice."""
    return statement(explainer, found.kind, found.brief, found.text, own_words(found))


def own_words(found: Claim) -> list[str]:
    """The author's own words in a claim, each said to soften or to strengthen it."""
    kept = {"hedge": found.hedge, "emphasis": found.emphasis}
    return [f"author’s {name}: “{word}”" for name, word in kept.items() if word]


def how_to_read(explainer: Explainer) -> str:
    """The three kinds of claim, what a locator says, and the actors' marks."""
    kinds = explainer.about.kinds
    parts = [
        f"{mark.format(getattr(kinds, kind.value).name)}  \n"
        f"{plain(getattr(kinds, kind.value).meaning)}"
        for kind, mark in STANDINGS.items()
    ]
    place = locators(explainer, explainer.about.locators[:1])
    parts.append(f":small[:gray[“{place}” points into the brief: section, paragraph, sentence.]]")
    parts.append(actors(explainer, explainer.actor))
    return "\n\n".join(parts)


def term(found: Term) -> str:
    """A glossary entry."""
    return f"**{plain(found.term)}**  \n{plain(found.definition)}"


def reading(explainer: Explainer, found: Reading) -> str:
    """Another analyst's view with its source."""
    cited = source(explainer.source[found.source])
    return f"**{plain(found.author)}**  \n{plain(found.summary)}  \n:small[{cited}]"


def disagreement(
    explainer: Explainer, found: Disagreement, *, later: bool, beside: Claim | None = None
) -> str:
    """Where sources differ, who says what, and, if asked for, what became known later.

    The claims that hang on it are named, but for the one beside which it is told.
    """
    known, since = cited(explainer, found)
    told = [plain(found.detail), *([plain(found.later)] if found.later and later else [])]
    others = [explainer.claim[name] for name in found.claims if not beside or name != beside.id]
    named = sources(explainer, known + since if later else known)
    bears = f"bears on {places(explainer, others)}" if others else ""
    said = " · ".join(filter(None, (named, bears)))
    return "\n\n".join([*told, *([f":small[:gray[{said}]]"] if said else [])])


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


def happened(explainer: Explainer, names: Iterable[str]) -> str:
    """Events as paragraphs with their sources."""
    return "\n\n".join(
        f"**{date(found)}**\u2002 {plain(found.description)}  \n"
        f":small[{sources(explainer, found.sources)}]"
        for found in map(explainer.event.__getitem__, names)
    )


def places(explainer: Explainer, claims: Iterable[Claim]) -> str:
    """Where in the brief some claims stand."""
    return locators(explainer, dict.fromkeys(place for claim in claims for place in claim.brief))


def record(explainer: Explainer, claim: Claim, *, later: bool) -> str:
    """The record's verdict on a claim, what sources say, and the editors' prompt for discussion.

    ``later`` tells what became known after the brief as well.
    """
    words: KindWords = getattr(explainer.about.kinds, claim.kind.value)
    sign, verdict_words = verdict(claim)
    parts = [f"**{sign}\u2002{verdict_words}**"]
    if claim.record:
        by = f", {plain(claim.record.by)}" if claim.record.by else ""
        named = sources(explainer, claim.record.sources)
        small = f"\n\n:small[{named}]" if named else ""
        parts.append(f"**{words.record}{by}**  \n{plain(claim.record.text)}{small}")
    for point in explainer.points[claim.id]:
        told = disagreement(explainer, point, later=later, beside=claim)
        parts.append(f"**Where sources differ: {plain(point.question)}**  \n{told}")
    if not claim.record and not explainer.points[claim.id]:
        parts.append(f"**{words.record}**  \n{plain(words.no_record)}")
    if claim.what_would_change_it:
        prompt = f"Editors’ prompt: what would change it? {plain(claim.what_would_change_it)}"
        parts.append(f":small[:gray[{prompt}]]")
    return "\n\n".join(parts)


def event(explainer: Explainer, found: Event) -> str:
    """An event in full: when, where, who, what."""
    parts = [f"**{date(found)}** · {plain(found.place)}"]
    if found.actors:
        parts.append(actors(explainer, found.actors))
    parts.append(plain(found.description))
    if found.note:
        parts.append(f":small[**Note.** {plain(found.note)}]")
    return "\n\n".join(parts)


def who_says(explainer: Explainer, found: Event) -> str:
    """An event's sources as a list, and whether the brief names it."""
    said = "\n".join(f"- {source(explainer.source[name])}" for name in found.sources)
    words = standing(found)
    if found.brief:
        words += f": {locators(explainer, found.brief)}"
    return f"**Who says so**\n\n{said}\n\n:small[:gray[{words}]]"


def distinct(labels: Mapping[str, str]) -> dict[str, str]:
    """The labels with those that say the same told apart by what no reader sees."""
    seen: Counter[str] = Counter()
    found = {}
    for name, label in labels.items():
        found[name] = label + "\u200b" * seen[label]
        seen[label] += 1
    return found


def legend(explainer: Explainer, figure: str, events: Iterable[Event]) -> str:
    """The actors in a figure, and what filled and outlined marks mean."""
    actors, signs = selection.legend(explainer, figure, events)
    who = "\u2002 ".join(map(actor, actors))
    return f"{who}  \n" + "\u2002 ".join(map(plain, signs))


def count(events: int, scope: str, chosen: Iterable[Actor], explainer: Explainer) -> str:
    """The sentence that always says what is shown, as plain text."""
    which = getattr(explainer.about.scopes, scope)
    who = ", ".join(found.name for found in chosen) or "all actors"
    return (
        f"{counted(events, 'event')} shown: {direction.isolated(which)} · {direction.isolated(who)}"
    )


def table(explainer: Explainer, events: Iterable[Event]) -> str:
    """The events as a Markdown table."""
    rows = ["| Date | Event | Place | Actors | Standing |", "|---|---|---|---|---|"]
    for event in events:
        who = ", ".join(explainer.actor[name].name for name in event.actors)
        cells = (date(event), event.title, event.place, who, standing(event))
        rows.append("| " + " | ".join(plain(cell).replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows)


def escape(text: str) -> str:
    """Text that is to appear letter by letter, with nothing that Markdown would act on.

    Addresses, icons and arrows are recognised after the backslashes are gone; a joiner of no
    width keeps them apart.
    """
    return "".join(
        f"\\{letter}" if letter in "\\`*_{}[]()<>#+-.!|~$:&" else letter
        for letter in LIVELY.sub("\u2060", text)
    )
