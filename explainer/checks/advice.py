"""What in sound content could be better: unused items, mixed quotation marks, unsigned judgements.

Advice never stops the explainer: each piece is a matter of care or taste, not of truth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from explainer.checks.consistency import Finding
from explainer.checks.located_yaml import Path, Plain
from explainer.checks.references import Data, references
from explainer.content.claims import Claim, Kind
from explainer.content.explainer import CLAIM_PAGES, FILES, Explainer

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
    about = explainer.about
    surname = about.brief.author_sorted.partition(",")[0]
    names = [name.casefold() for name in (surname, *about.attributions)]
    for path, claim in claims_of(page, explainer):
        sentence = claim.text.casefold()
        if claim.kind is not Kind.REPORTED and not any(name in sentence for name in names):
            yield (
                (*path, "text"),
                f"“{claim.id}” does not say in its own words whose {claim.kind.value} it is",
                "name the author in it, or add your words for that to attributions",
            )


def mixed(part: str, explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Texts with straight quotation marks or apostrophes, in a file that has curly ones."""
    found = list(texts(data[part], (part,)))
    if any(CURLY.search(text) for _, text in found):
        for place, text in found:
            if STRAIGHT.search(text) and "://" not in text:
                yield (
                    place,
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


PIECES: tuple[tuple[str, Piece], ...] = (
    (" ".join(FILES), uncited),
    (" ".join(FILES), unused),
    *((f"about {page}", partial(unsigned, page)) for page in CLAIM_PAGES),
    *((part, partial(mixed, part)) for part in FILES),
)
"""Each piece of advice after the parts of the content that it needs, sound."""
