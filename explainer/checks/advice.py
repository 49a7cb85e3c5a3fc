"""What in sound content could be better: what is unused, unsigned, unhedged or out of order.

Advice never stops the explainer: each piece is a matter of care or taste, not of truth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from explainer.checks.consistency import Finding
from explainer.checks.located_yaml import Path, Plain
from explainer.checks.place import Within
from explainer.checks.references import Data, references
from explainer.content.claims import Claim, Kind
from explainer.content.events import Scope
from explainer.content.explainer import Explainer

Piece = Callable[[Explainer, Data], Iterator[Finding]]
"""Yields (path, what could be better, what to do) for sound content and its plain data."""
STRAIGHT, CURLY = re.compile("['\"]"), re.compile("[‘’“”]")
STEM = 6
"""So many letters of a word are looked for, because its ending may change."""


def uncited(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Sources that nothing refers to."""
    cited = {name for _, kind, name in references(data) if kind == "source"}
    for number, source in enumerate(explainer.sources):
        if source.id not in cited:
            yield ("sources", number), f"“{source.id}” is cited nowhere", "cite it, or remove it"


def unused(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Terms of which the longest word stands in no other file."""
    others = (held for part, held in data.items() if part != "glossary")
    said = "\n".join(text for held in others for _, text in texts(held)).casefold()
    for number, term in enumerate(explainer.glossary):
        longest = max(re.findall(r"\w+", term.term), key=len, default=term.term)
        if longest[:STEM].casefold() not in said:
            yield (
                ("glossary", number, "term"),
                f"the term “{term.term}” is used nowhere",
                "use it in a text, or remove it",
            )


def unsigned(page: str, explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Judgements and forecasts that would read as facts if they were quoted alone."""
    for path, claim in claims_of(page, explainer):
        if not _is_signed(claim.kind, claim.text, explainer):
            yield (
                (*path, "text"),
                f"“{claim.id}” does not say in its own words whose {claim.kind.value} it is",
                "name the author in it, or add your words for that to attributions",
            )


def unsigned_answers(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """An answer of the overview of judgements and forecasts alone that names nobody at all."""
    answers = explainer.overview.answers
    if not any(_is_signed(one.kind, one.text, explainer) for one in answers):
        yield (
            ("overview", "answers", 0, "text"),
            "no sentence of the answer says whose judgement it is",
            "name the author in one, or add your words for that to attributions",
        )


def _is_signed(kind: Kind, text: str, explainer: Explainer) -> bool:
    """Whether a text is a report, or says in its own words whose judgement or forecast it is."""
    about = explainer.about
    surname = about.brief.author_sorted.partition(",")[0]
    names = (name.casefold() for name in (surname, *about.attributions))
    return kind is Kind.REPORTED or any(name in text.casefold() for name in names)


def unhedged(page: str, explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Claims whose own sentence has no word of the hedge that is named beside it."""
    for path, claim in claims_of(page, explainer):
        if claim.hedge and not echoes(claim.hedge, claim.text):
            yield (
                (*path, "hedge"),
                f"the text of “{claim.id}” does not contain the hedge “{claim.hedge}”",
                "keep a word of it in the text, so that it stays when the text is quoted",
            )


def echoes(hedge: str, text: str) -> bool:
    """Whether a text has a word of a hedge, in whatever form: “appears to be”, “appeared”."""
    words = [word for word in re.findall(r"\w+", hedge.casefold()) if len(word) > 2]
    stems = [word[: max(min(len(word), 4), len(word) - 2)] for word in words]
    if not stems:
        return hedge.casefold() in text.casefold()
    return any(re.search(rf"\b{re.escape(stem)}", text.casefold()) for stem in stems)


def never_there(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """A subject that took part in events, and of which no mark will say that it was there."""
    subject = explainer.about.subject
    of_it = [at for at, event in enumerate(explainer.events) if subject in event.actors]
    if of_it and not any("attendance" in event.model_fields_set for event in explainer.events):
        yield (
            ("events", of_it[0]),
            f"“{subject}” is among the actors, but of no event it is said that it was there",
            "add attendance: present to each event at which it was",
        )


def never_met(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Counts of meetings that are all nought, because no event says who met."""
    if explainer.implications and not any(event.met for event in explainer.events):
        yield (
            ("implications", "figure", "count"),
            "the figure counts meetings, but no event has one",
            "add met: with the ids of those whom the subject met to each event that is one",
        )


def sourced_later(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Events that the brief names and only sources later than the brief tell of."""
    published = explainer.about.brief.date
    for number, event in enumerate(explainer.events):
        dates = [explainer.source[name].date for name in event.sources]
        if event.scope is Scope.BRIEF and all(date and date.at >= published.last for date in dates):
            yield (
                ("events", number, "sources"),
                f"the brief names “{event.id}”, but every source of it is later than the brief",
                "add one that the brief could know, or say why in note:",
            )


def ends_elsewhere(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Relationships whose last band does not end with the brief: nothing was read after it."""
    published = explainer.about.brief.date
    for number, relationship in enumerate(explainer.relations.relationships):
        last = relationship.bands[-1].end
        if last.last <= published.at:
            where, remedy = "before", "let it end with the brief, or add a band"
        elif last.at >= published.last:
            where = "after"
            remedy = "let it end with the brief: what the author expects is a forecast, not a band"
        else:
            continue
        at = len(relationship.bands) - 1
        yield (
            ("relations", "relationships", number, "bands", at, "end"),
            f"the last band ends {last.words()}, {where} the brief, {published.words()}",
            remedy,
        )


def hole_in_rows(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Days between two rows of the figure of sources, in which no source could stand."""
    for index, (row, after) in enumerate(pairwise(explainer.sources_page.figure.rows), 1):
        if row.end.last < after.start.at:
            yield (
                ("sources_page", "figure", "rows", index, "start"),
                f"this row starts {after.start.words()}, but the one before it ends "
                f"{row.end.words()}, so that sources between have no row",
                "let it begin on the day after, or add a row",
            )


def out_of_order(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Events that are listed after one that was surely later."""
    for number, (before, event) in enumerate(pairwise(explainer.events), 1):
        if (event.end or event.start).last <= before.start.at:
            yield (
                ("events", number, "start"),
                f"“{event.id}” is listed after “{before.id}”, which was later",
                "list events in order of date, so that you find them again",
            )


def mixed(part: str, explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Texts with straight quotation marks or apostrophes, in a file that has curly ones."""
    found = list(texts(data[part], (part,)))
    if any(CURLY.search(text) for _, text in found):
        for place, text in found:
            if (straight := STRAIGHT.search(text)) and "://" not in text:
                yield (
                    (*place, Within(straight[0])),
                    "a straight quotation mark or apostrophe stands among curly ones",
                    "write ‘ ’ “ or ”",
                )


def texts(held: Plain, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in plain data, with its path."""
    if isinstance(held, str):
        yield path, held
    elif isinstance(held, list | dict):
        inner = held.items() if isinstance(held, dict) else enumerate(held)
        for key, part in inner:
            yield from texts(part, (*path, key))


def claims_of(page: str, explainer: Explainer) -> Iterator[tuple[Path, Claim]]:
    """Every claim of a page with its path."""
    for number, section in enumerate(getattr(explainer, page).sections):
        for index, claim in enumerate(section.claims):
            yield (page, "sections", number, "claims", index), claim
