"""One rerun of one page: what its address asks for, and how to change that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from explainer.content import selection
from explainer.content.chronology import moment
from explainer.content.events import Event
from explainer.content.explainer import Explainer
from explainer.content.steps import Page
from explainer.figures.parts.scene import Scene
from explainer.reading import view, wording
from explainer.reading.view import View
from explainer.ui.component import component

PROSE, SMALL_PROSE, WIDTH = 540, 480, 1120
"""Widths in px: 68 characters of reading type and of small type, and the page."""
FIGURE = "figure"
"""Where an event opens unless it was asked for elsewhere."""


_status = component("status")


@dataclass(frozen=True)
class Reader:
    """The content, the page, and what its address asks for."""

    explainer: Explainer
    name: str
    page: Page
    view: View
    origin: str = FIGURE
    """Where on this page the open event was asked for."""
    notices: tuple[str, ...] = ()
    """What the address asks for and cannot mean."""

    @classmethod
    def of(cls, explainer: Explainer, name: str) -> Reader:
        """What the address asks of a page just now."""
        page = explainer.page(name)
        seen, notices = view.read(st.query_params.to_dict(), explainer, len(page.steps))
        where, origin = st.session_state.get("origin", (name, FIGURE))
        return cls(explainer, name, page, seen, origin if where == name else FIGURE, notices)

    @property
    def beyond_the_figure(self) -> tuple[object, ...]:
        """What of the address the rest of the page shows; a step, for one, is not of it."""
        shown = self.view.event if self.origin != FIGURE else None
        return shown, self.view.scope, self.view.actors, self.view.present

    @property
    def afterwards(self) -> bool:
        """Whether what happened after the brief was asked for."""
        return self.view.scope == view.SCOPES[2]

    def events(self, *drawn: str) -> tuple[Event, ...]:
        """The events of some figures that pass the filters, in date order."""
        every = (name for figure in drawn for name in selection.event_ids(self.explainer, figure))
        found = (self.explainer.event[name] for name in dict.fromkeys(every))
        return tuple(sorted(filter(self.view.shows, found), key=moment))

    def scene(self, figure: str) -> Scene:
        """What a figure of this page is to show."""
        step = self.page.steps[self.view.step - 1] if self.view.step else None
        return Scene(
            self.explainer,
            frozenset(event.id for event in self.events(figure)),
            frozenset(step.events) if step else frozenset(),
            frozenset(step.actors) if step else frozenset(),
            self.view.event,
            self.afterwards,
        )


def go(reader: Reader, origin: str | None = None, **changed: Any) -> None:
    """Change what the address says just now; a callback, so it runs before the rerun.

    ``origin`` is where an event was asked for. What changes is named as the fields of View are.
    """
    now = Reader.of(reader.explainer, reader.name).view
    st.query_params.from_dict(replace(now, **changed).address())
    if origin is not None:
        st.session_state["origin"] = (reader.name, origin)


def station(reader: Reader, step: int) -> tuple[str, int]:
    """The page and the step that a step of this page's path, or one beyond its ends, leads to.

    All paths together are one; beyond its two ends one stays where one is.
    """
    names, last = reader.explainer.about.pages, len(reader.page.steps)
    at = names.index(reader.name) + (step > last) - (step < 1)
    if not 0 <= at < len(names) or names[at] == reader.name:
        return reader.name, min(max(step, 1), last)
    return names[at], 1 if step > last else len(reader.explainer.page(names[at]).steps)


def turn(reader: Reader, step: int) -> None:
    """Go to a step, of another page if need be; a callback, so it runs before the rerun."""
    page, at = station(reader, step)
    if page == reader.name:
        go(reader, step=at)
    else:
        address = replace(reader.view, event=None, step=at).address()
        st.session_state["turn to"] = script(page), address


def is_turning() -> bool:
    """Whether another page was asked for and the script has still to go there."""
    return "turn to" in st.session_state


def finish_turning() -> None:
    """Go to the page that was asked for; only a script, not a callback, can."""
    if is_turning():
        page, address = st.session_state.pop("turn to")
        st.switch_page(page, query_params=address)


def script(name: str) -> str:
    """The script of a page, as Streamlit names it."""
    return "app.py" if name == "overview" else f"pages/{name}.py"


def page_link(reader: Reader, name: str, label: str, **more: str) -> None:
    """A link within the app that takes the filters along; ``{menu}`` is the page's name."""
    menu = wording.plain(reader.explainer.page(name).menu)
    parameters = reader.view.elsewhere() | more
    st.page_link(script(name), label=label.replace("{menu}", menu), query_params=parameters or None)


def small_print(text: str) -> None:
    """A grey paragraph at the measure of small type."""
    st.markdown(f":small[:gray[{wording.plain(text)}]]", width=SMALL_PROSE)


def anew(key: str) -> DeltaGenerator:
    """A container whose content is made anew under another key, never changed in place.

    A browser that translates a page puts elements of its own around the words; words changed in
    place would then change where nobody sees them.
    """
    return st.container(key=key, gap="small")


def announce(key: str, words: str) -> None:
    """What an action led to: a line that a screen reader says when it changes."""
    _status(key=f"said-{key}", data={"said": words})
