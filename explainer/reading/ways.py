"""How words lead on: what the app, the painted page and the handout do differently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

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


class Ways(Protocol):
    """Words as links, each to what it names."""

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of each source where a list of them is numbered, else nothing."""

    def numbered(self, ids: Iterable[str]) -> list[tuple[int, str]]:
        """Sources with their numbers, in that order."""

    def event(self, event: Event, words: str) -> Markup:
        """Words that open an event."""

    def claim(self, claim: Claim, words: str) -> Markup:
        """Words that lead to a claim beside its record."""

    def term(self, term: str, words: str) -> Markup:
        """Words that lead to a glossary entry, by its id."""

    def series(self, series: str, words: str) -> Markup:
        """Words that lead to the values of a series, by its id."""

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
        """Words that lead to a page, to one of its steps, to its stage or the speaker's notes.

        ``here`` says that one is there.
        """

    @property
    def is_live(self) -> bool:
        """Whether there is someone to answer what is pressed: an answer checked, a score kept."""

    def step(self, number: int, words: str, *, here: bool = False) -> Markup:
        """Words that lead to a step of the page, 0 for its whole figure."""

    def stage(self, number: int, words: str) -> Markup:
        """Words that put a step of the page on the stage."""

    def beside(self, event: str, words: str, way: str) -> Markup:
        """Words that lead from the open event to another, by its id, or close it without one."""
