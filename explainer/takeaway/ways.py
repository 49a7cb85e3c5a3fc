"""How words lead on in the offline copy, where every link stays within the file, and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from explainer.content.events import Event
from explainer.content.explainer import Explainer
from explainer.reading.ways import There, Ways
from explainer.reading.words import apart

HERE = Markup('<a href="#{}">{}</a>')


@dataclass(frozen=True)
class HandoutWays(Ways):
    """The ways that lead on within one file in which sources are numbered."""

    explainer: Explainer = field(compare=False)
    numbers: Mapping[str, int] = field(default_factory=dict, compare=False)

    def event(self, event: Event, words: str) -> Markup:
        """A link to an event in the chronology."""
        return _here(f"event-{event.id}", words)

    def place(self, page: str, place: str, words: str) -> Markup:
        """A link to a claim, a term or a series."""
        return _here(place, words)

    def go(self, page: str, words: str, there: There) -> Markup:
        """A link to the part of a page or to one of its steps."""
        return _here(f"{page}-step-{there.step}" if there.step else page, words)

    def step(self, number: int, words: str, *, here: bool = False) -> Markup:
        """The words: all steps stand one below the other."""
        return _said(words)

    def stage(self, number: int, words: str) -> Markup:
        """Nothing: there is no stage."""
        return Markup("")

    def beside(self, event: str, words: str, way: str) -> Markup:
        """Nothing: every event stands in the list."""
        return Markup("")


@dataclass(frozen=True)
class AnsweringWays(HandoutWays):
    """The ways of what the copy's script puts on a page: it answers, and leads to steps."""

    is_live = True
    page_name: str = ""

    def step(self, number: int, words: str, *, here: bool = False) -> Markup:
        """A link to a step of the page."""
        return self.page(self.page_name, words, step=number)


def event_here(events: str) -> str:
    """Where the first of a mark's events is read."""
    return f"#event-{events.split()[0]}"


class PaperWays(HandoutWays):
    """Words that lead nowhere: what they name stands on other pages, or on no paper at all."""

    def event(self, event: Event, words: str) -> Markup:
        """The words."""
        return _said(words)

    def place(self, page: str, place: str, words: str) -> Markup:
        """The words."""
        return _said(words)

    def go(self, page: str, words: str, there: There) -> Markup:
        """The words."""
        return _said(words)


def _said(words: str) -> Markup:
    return Markup("{}").format(apart(words))


def _here(place: str, words: str) -> Markup:
    return HERE.format(place, apart(words))
