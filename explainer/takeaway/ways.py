"""How words lead on in the offline copy: every link stays within the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from explainer.content.claims import Claim
from explainer.content.events import Event
from explainer.reading.words import apart

HERE = Markup('<a href="#{}">{}</a>')


@dataclass(frozen=True)
class HandoutWays:
    """The ways that lead on within one file in which sources are numbered."""

    numbers: Mapping[str, int] = field(default_factory=dict, compare=False)

    def numbered(self, ids: Iterable[str]) -> list[tuple[int, str]]:
        """Sources with their numbers in the list at the end, in that order."""
        return sorted((self.numbers[name], name) for name in ids)

    def event(self, event: Event, words: str) -> Markup:
        """A link to an event in the chronology."""
        return _here(f"event-{event.id}", words)

    def claim(self, claim: Claim, words: str) -> Markup:
        """A link to a claim."""
        return _here(f"claim-{claim.id}", words)

    def term(self, term: str, words: str) -> Markup:
        """A link to a term in the glossary."""
        return _here(f"term-{term}", words)

    def series(self, series: str, words: str) -> Markup:
        """A link to the values of a series."""
        return _here(f"series-{series}", words)

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
        """A link to the part of a page or to one of its steps."""
        return _here(f"{name}-step-{step}" if step else name, words)

    @property
    def is_live(self) -> bool:
        """Paper does not answer."""
        return False

    def step(self, number: int, words: str, *, here: bool = False) -> Markup:
        """The words: all steps stand one below the other."""
        return Markup("{}").format(apart(words))

    def stage(self, number: int, words: str) -> Markup:
        """Nothing: there is no stage."""
        return Markup("")

    def beside(self, event: str, words: str, way: str) -> Markup:
        """Nothing: every event stands in the list."""
        return Markup("")


@dataclass(frozen=True)
class AnsweringWays(HandoutWays):
    """The ways of what the copy's script puts on a page: it answers, and leads to steps."""

    page_name: str = ""

    @property
    def is_live(self) -> bool:
        """The script answers."""
        return True

    def step(self, number: int, words: str, *, here: bool = False) -> Markup:
        """A link to a step of the page."""
        return self.page(self.page_name, words, step=number)


def event_here(events: str) -> str:
    """Where the first of a mark's events is read."""
    return f"#event-{events.split()[0]}"


def _here(place: str, words: str) -> Markup:
    return HERE.format(place, apart(words))
