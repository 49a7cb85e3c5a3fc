"""What a page says of the explainer itself: how many steps there are, where a panel stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from explainer.checks.advice import texts
from explainer.checks.consistency import Finding
from explainer.checks.place import Within
from explainer.checks.references import Data
from explainer.content.events import Scope
from explainer.content.explainer import PARTS, Explainer
from explainer.language.catalogue import many, say
from explainer.language.dates import SMALL

ABOUT_ITSELF = ("kicker", "standfirst", "summary", "steps", "figure", "comparison")
"""The fields of a page that may speak of the page."""
NUMBER = rf"(?P<number>\d{{1,4}}|{'|'.join(SMALL)})"
NOUNS = ("steps", "claims", "events", "sources")
"""What a text may count, by the catalogue's key for so many of it."""


def counts(part: str, explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Numbers of steps, claims, events or sources that a page names and that there are not.

    The line above the title counts what there is. Elsewhere a few may be meant, such as “two
    events”: there only what cannot be is told, and of steps what is more than some of a page's.
    """
    page = next(name for name in explainer.pages if PARTS.get(name, name) == part)
    fewest = min(len(one.steps) for one in explainer.pages.values())
    for key, path, text in _own_texts(part, data):
        for noun, forms in _forms().items():
            here, every, some = _there(noun, page, explainer)
            for found in (match for form in forms for match in form.finditer(text)):
                number = _number(found["number"])
                is_of_all = key == "kicker" or (noun == "steps" and number >= fewest)
                if number > every or (is_of_all and number not in {here, every, *some}):
                    there = f"there are {every}"
                    if here != every:
                        there = f"this page has {here}, all pages together {every}"
                    yield (
                        (*path, Within(found[0])),
                        f"it says “{found[0]}”, but {there}",
                        "correct the number, or leave it out",
                    )


def panels(part: str, explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Panels that a page names by a place in which they do not stand."""
    places = "|".join(map(re.escape, say("panels-over-one-another").split(", ")))
    named = re.compile(rf"(?<!\w)(?:{places})(?!\w)", re.IGNORECASE)
    for _, path, text in _own_texts(part, data):
        for found in named.finditer(text):
            yield (
                (*path, Within(found[0])),
                f"it says “{found[0]}”, but panels stand side by side, or alone on a phone",
                "name the panel by its title",
            )


def _own_texts(part: str, data: Data) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """The texts in which a page may speak of itself, each with its field and its path."""
    for path, text in texts(data[part], (part,)):
        if path[1] in ABOUT_ITSELF:
            yield str(path[1]), path, text


def _there(noun: str, page: str, explainer: Explainer) -> tuple[int, int, set[int]]:
    """How many there are on a page and in all, and other numbers of them that may be meant."""
    match noun:
        case "steps":
            steps = {name: len(one.steps) for name, one in explainer.pages.items()}
            return steps[page], sum(steps.values()), set(steps.values())
        case "claims":
            here = sum(explainer.page_of_claim[claim.id] == page for claim in explainer.claims)
            kinds = Counter(claim.kind for claim in explainer.claims)
            return here, len(explainer.claims), set(kinds.values())
        case "events":
            scopes = Counter(event.scope for event in explainer.events)
            every = len(explainer.events)
            return every, every, {every - scopes[Scope.AFTER], *scopes.values()}
    grades = Counter(source.grade for source in explainer.sources)
    return len(explainer.sources), len(explainer.sources), set(grades.values())


@cache
def _forms() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Find a number with what it counts, in each form that the catalogue has for so many."""
    return {
        noun: tuple(
            re.compile(rf"(?<![\w-]){NUMBER.join(map(re.escape, form))}(?!\w)", re.IGNORECASE)
            for form in {tuple(many(noun, some).split(str(some))) for some in (1, 2, 5, 11)}
        )
        for noun in NOUNS
    }


def _number(said: str) -> int:
    return int(said) if said.isdigit() else SMALL.index(said.lower())
