"""One rerun of one page: what its address asks for, and how to change that."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from explainer import figures, view, wording
from explainer.figures.scene import Scene, moment
from explainer.models import Event, Explainer, Page
from explainer.view import View

PROSE, SMALL_PROSE, WIDTH = 540, 480, 1120
"""Widths in px: 68 characters of reading type and of small type, and the page."""
FIGURE = "figure"
"""Where an event opens unless it was asked for elsewhere."""


@dataclass(frozen=True)
class Reader:
    """The content, the page, and what its address asks for."""

    explainer: Explainer
    name: str
    page: Page
    view: View

    @property
    def origin(self) -> str:
        """Where on this page the open event was asked for."""
        page, place = st.session_state.get("origin", (self.name, FIGURE))
        return str(place) if page == self.name else FIGURE

    @property
    def afterwards(self) -> bool:
        """Whether what happened after the brief was asked for."""
        return self.view.scope == view.SCOPES[2]

    def events(self, figure: str) -> tuple[Event, ...]:
        """The events of a figure that pass the filters, in date order."""
        found = (self.explainer.event[name] for name in figures.event_ids(self.explainer, figure))
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


def go(changed: View, origin: str | None = None, page: str = "") -> None:
    """Make the address say the changed view; a callback, so it runs before the rerun."""
    st.query_params.from_dict(changed.address())
    if origin is not None:
        st.session_state["origin"] = (page, origin)


def script(name: str) -> str:
    """The script of a page, as Streamlit names it."""
    return "app.py" if name == "overview" else f"pages/{name}.py"


def page_link(reader: Reader, name: str, label: str, **more: str) -> None:
    """A link within the app that takes the filters along; ``{menu}`` is the page's name."""
    menu = wording.plain(reader.explainer.page(name).menu)
    parameters = reader.view.elsewhere() | more
    st.page_link(script(name), label=label.format(menu=menu), query_params=parameters or None)


def small_print(text: str) -> None:
    """A grey paragraph at the measure of small type."""
    with st.container(width=SMALL_PROSE):
        st.markdown(f":small[:gray[{wording.plain(text)}]]")
