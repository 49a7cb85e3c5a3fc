"""How words lead on: what the app, the painted page and the handout do differently."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from explainer.content.claims import Claim
from explainer.content.events import Event
from explainer.content.explainer import Explainer

FRONT = "overview"
"""The page at the address of the app itself."""
GLOSSARY = DATA = "sources"
"""The page that has every term, and every series that no figure draws."""


def page_of_series(explainer: Explainer, series: str) -> str:
    """The page that shows the values of a series: with the figure that draws it, or the data."""
    pages = (
        page
        for page in explainer.about.pages
        for figure in explainer.figures_of(page).values()
        if series in figure.series_drawn
    )
    return next(pages, DATA)


class There(NamedTuple):
    """What of a page a link leads to."""

    step: int | None = None
    here: bool = False
    """Whether one is there."""
    present: bool = False
    notes: bool = False
    """Whether it is the stage, or the speaker's page."""


class Ways(ABC):
    """Words as links, each to what it names; each medium has its own."""

    explainer: Explainer
    numbers: Mapping[str, int] = MappingProxyType({})
    """The number of each source where a list of them is numbered, else nothing."""
    is_live = False
    """Whether there is someone to answer what is pressed: an answer checked, a score kept."""

    def numbered(self, ids: Iterable[str]) -> list[tuple[int, str]]:
        """Sources with their numbers, in that order; nothing where they have none."""
        return sorted((self.numbers[name], name) for name in ids if name in self.numbers)

    def claim(self, claim: Claim, words: str) -> Markup:
        """Words that lead to a claim beside its record."""
        return self.place(self.explainer.page_of_claim[claim.id], f"claim-{claim.id}", words)

    def term(self, term: str, words: str) -> Markup:
        """Words that lead to a glossary entry, by its id."""
        return self.place(GLOSSARY, f"term-{term}", words)

    def series(self, series: str, words: str) -> Markup:
        """Words that lead to the values of a series: with the figure that draws it, or the data."""
        return self.place(page_of_series(self.explainer, series), f"series-{series}", words)

    def page(
        self,
        name: str,
        words: str,
        *,
        step: int | None = None,
        here: bool = False,
        present: bool = False,
        notes: bool = False,
    ) -> Markup:
        """Words that lead to a page, to one of its steps, to its stage or the speaker's notes."""
        return self.go(name, words, There(step, here, present, notes))

    @abstractmethod
    def place(self, page: str, place: str, words: str) -> Markup:
        """Words that lead to a part of a page, by its id."""

    @abstractmethod
    def go(self, page: str, words: str, there: There) -> Markup:
        """Words that lead to a page or to what of it is named."""

    @abstractmethod
    def event(self, event: Event, words: str) -> Markup:
        """Words that open an event."""

    @abstractmethod
    def step(self, number: int, words: str, *, here: bool = False) -> Markup:
        """Words that lead to a step of the page, 0 for its whole figure."""

    @abstractmethod
    def stage(self, number: int, words: str) -> Markup:
        """Words that put a step of the page on the stage."""

    @abstractmethod
    def beside(self, event: str, words: str, way: str) -> Markup:
        """Words that lead from the open event to another, by its id, or close it without one."""
