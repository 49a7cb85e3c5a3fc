"""How words lead on in the app: what is pressed is told to the server, which knows the way.

Each link has an address too, for whoever opens it in a tab of its own or copies it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from markupsafe import Markup

from explainer.content.events import Event
from explainer.content.explainer import Explainer
from explainer.reading.ways import FRONT, There, Ways
from explainer.reading.words import apart

EVENT = Markup('<button type="button" data-event="{}" aria-expanded="false">{}</button>')
STEP = Markup('<button type="button" data-step="{}"{}>{}</button>')
STAGE = Markup('<button type="button" data-present="{}">{}</button>')
BESIDE = Markup('<button type="button" class="quiet" data-event="{}" data-way="{}">{}</button>')
HERE = Markup('<a href="#{}">{}</a>')
THERE = Markup('<a href="{}" data-page="{}" data-query="{}" data-arrive="{}"{}>{}</a>')


@dataclass(frozen=True)
class AppWays(Ways):
    """The ways that lead on from one page of the app, with the filters that go along."""

    is_live = True
    explainer: Explainer = field(compare=False)
    page_name: str
    filters: tuple[tuple[str, str], ...] = ()
    """The parameters that a link to another page keeps."""

    def event(self, event: Event, words: str) -> Markup:
        """A button that opens an event where it stands."""
        return EVENT.format(event.id, apart(words))

    def step(self, number: int, words: str, *, here: bool = False) -> Markup:
        """A button that goes to a step."""
        return STEP.format(number, Markup(' aria-current="step"' if here else ""), apart(words))

    def stage(self, number: int, words: str) -> Markup:
        """A button that puts a step on the stage."""
        return STAGE.format(number, words)

    def beside(self, event: str, words: str, way: str) -> Markup:
        """A button that opens another event in the place of the open one, or closes it."""
        return BESIDE.format(event, way, words)

    def go(self, page: str, words: str, there: There) -> Markup:
        """A link to a page, to one of its steps, to its stage or the speaker's notes."""
        more = {"step": str(there.step)} if there.step else {}
        more |= {"present": "1"} if there.present else {}
        more |= {"notes": "1"} if there.notes else {}
        current = Markup(' aria-current="page"') if there.here else Markup("")
        return self._there(page, words, more, current=current)

    def place(self, page: str, place: str, words: str) -> Markup:
        """A link to a part of this page, or of another."""
        if page == self.page_name:
            return HERE.format(place, apart(words))
        return self._there(page, words, {}, place)

    def _there(
        self,
        page: str,
        words: str,
        more: Mapping[str, str],
        place: str = "",
        current: Markup = Markup(""),  # noqa: B008 - it never changes
    ) -> Markup:
        query = urlencode(dict(self.filters) | dict(more), safe=",")
        address = "./" if page == FRONT else page
        address += (f"?{query}" if query else "") + (f"#{place}" if place else "")
        return THERE.format(address, page, query, place, current, apart(words))
