"""How words lead on in the painted page: every way is a link, which works before the app does."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from markupsafe import Markup

from explainer.content.events import Event
from explainer.content.explainer import Explainer
from explainer.reading.view import View
from explainer.reading.ways import FRONT, There, Ways
from explainer.reading.words import apart

LINK = Markup('<a href="{}"{}>{}</a>')
NOWHERE = Markup("")
THIS_PAGE = Markup(' aria-current="page"')
THIS_STEP = Markup(' aria-current="step"')


@dataclass(frozen=True)
class PaintedWays(Ways):
    """The ways that lead on from one view of one page."""

    explainer: Explainer = field(compare=False)
    page_name: str
    view: View

    def here(self, view: View) -> str:
        """The address of another view of the same page."""
        return address(self.page_name, view)

    def event(self, event: Event, words: str) -> Markup:
        """A link to the same view with an event open."""
        return _link(self.here(replace(self.view, event=event.id)), words)

    def step(self, number: int, words: str, *, here: bool = False) -> Markup:
        """A link to a step."""
        there = self.here(replace(self.view, event=None, step=number))
        return _link(there, words, THIS_STEP if here else NOWHERE)

    def stage(self, number: int, words: str) -> Markup:
        """A link to the stage."""
        return _link(self.here(replace(self.view, event=None, step=number, present=True)), words)

    def beside(self, event: str, words: str, way: str) -> Markup:
        """A link to the same view with another event open, or none."""
        return _link(self.here(replace(self.view, event=event or None)), words)

    def go(self, page: str, words: str, there: There) -> Markup:
        """A link to a page, to one of its steps, to its stage or the speaker's notes."""
        view = replace(self._filters, step=there.step, present=there.present, notes=there.notes)
        return _link(address(page, view), words, THIS_PAGE if there.here else NOWHERE)

    @property
    def _filters(self) -> View:
        return View(scope=self.view.scope, actors=self.view.actors)

    def place(self, page: str, place: str, words: str) -> Markup:
        """A link to a part of this page, or of another."""
        there = "" if page == self.page_name else address(page, self._filters)
        return _link(f"{there}#{place}", words)


def address(page: str, view: View) -> str:
    """The address of a view, from any page."""
    query = urlencode(view.address(), safe=",")
    return ("./" if page == FRONT else page) + (f"?{query}" if query else "")


def _link(there: str, words: str, more: Markup = NOWHERE) -> Markup:
    return LINK.format(there, more, apart(words))
