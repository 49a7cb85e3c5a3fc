"""One page as one view of it shows it: which step, which events, which figure; and the ways on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from explainer.content import selection
from explainer.content.chronology import moment
from explainer.content.explainer import Explainer
from explainer.content.pages import ArgumentPage
from explainer.content.questions import Question
from explainer.content.steps import Page
from explainer.figures.parts.scene import Scene
from explainer.reading.view import SCOPES, WHOLE_FIGURE, View


@dataclass(frozen=True)
class Seen:
    """The content, the page, and what its address asks for."""

    explainer: Explainer
    name: str
    page: Page
    view: View
    notices: tuple[str, ...] = ()
    """What the address asks for and cannot mean."""

    @property
    def is_whole(self) -> bool:
        """Whether readers look around in the whole figure."""
        return self.view.step == WHOLE_FIGURE

    @property
    def at(self) -> int:
        """The number of the step that is shown, the first where none is asked for; 0 for none."""
        return 1 if self.view.step is None else self.view.step

    @property
    def has_card(self) -> bool:
        """Whether the path opens with something to guess; a room is shown the steps at once."""
        return bool(predictions(self.page)) and not (self.view.present or self.view.notes)

    @property
    def guesses(self) -> bool:
        """Whether readers are to guess first."""
        return self.view.step is None and self.has_card

    @property
    def afterwards(self) -> bool:
        """Whether what happened after the brief was asked for."""
        return self.view.scope == SCOPES[2]

    def shown(self, figure: str | None = None) -> tuple[str, ...]:
        """The ids of the events of a figure, or of all, that pass the filters, in date order."""
        drawn = (figure,) if figure else tuple(self.explainer.figures_of(self.name))
        edition = Edition(self.explainer)
        return _shown(edition, drawn, self.view.scope, self.view.actors)

    def scene(self, figure: str) -> Scene:
        """What a figure of this page is to show."""
        if self.guesses:
            return Scene(self.explainer, frozenset(), waits=True)
        step = self.page.steps[self.at - 1] if self.at else None
        return Scene(
            self.explainer,
            frozenset(self.shown(figure)),
            frozenset(step.events) if step else frozenset(),
            frozenset(step.actors) if step else frozenset(),
            self.view.event,
            self.afterwards,
            step=self.at,
        )

    @property
    def figure(self) -> str:
        """The name of the figure that has all that the step is about, the last if several have.

        It is the page's own where none has.
        """
        every = self.explainer.figures_of(self.name)
        ids = {name: set(selection.event_ids(self.explainer, name)) for name in every}
        step = self.page.steps[max(self.at, 1) - 1]
        about = set(step.events) & set().union(*ids.values())
        return [name for name in every if (about and about <= ids[name]) or name == self.name][-1]


class Edition:
    """One reading of the content: equal to itself alone, as its models are slow to compare."""

    def __init__(self, explainer: Explainer) -> None:
        self.explainer = explainer

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edition) and other.explainer is self.explainer

    def __hash__(self) -> int:
        return id(self.explainer)


@lru_cache(maxsize=512)
def _shown(
    edition: Edition, drawn: tuple[str, ...], scope: str, actors: tuple[str, ...]
) -> tuple[str, ...]:
    explainer, filters = edition.explainer, View(scope=scope, actors=actors)
    every = (name for one in drawn for name in selection.event_ids(explainer, one))
    found = (explainer.event[name] for name in dict.fromkeys(every))
    return tuple(event.id for event in sorted(filter(filters.shows, found), key=moment))


def predictions(page: Page) -> tuple[Question, ...]:
    """The questions of a page that are asked before its figure is seen."""
    asked = page.questions if isinstance(page, ArgumentPage) else ()
    return tuple(question for question in asked if question.before_figure)


def station(seen: Seen, step: int) -> tuple[str, int | None]:
    """The page and the step that a step of this page's path, or one beyond its ends, leads to.

    All paths together are one; beyond its two ends one stays where one is. Before the first step
    stands what is to be guessed, where there is something, as step 0; None is how a page opens.
    """
    names, last = seen.explainer.about.pages, len(seen.page.steps)
    first = 0 if seen.has_card else 1
    at = names.index(seen.name) + (step > last) - (step < first)
    if not 0 <= at < len(names) or names[at] == seen.name:
        return seen.name, min(max(step, first), last) or None
    return names[at], None if step > last else len(seen.explainer.page(names[at]).steps)


def step_after(seen: Seen) -> tuple[str, int] | None:
    """The page and number of the step that comes next when presenting; None at the very end."""
    page, step = station(seen, seen.at + 1)
    return None if (page, step) == (seen.name, seen.at) else (page, step or 1)
