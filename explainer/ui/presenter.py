"""Presenter mode: the steps of all pages full screen, as one path for the arrow keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from explainer import figures
from explainer.language.catalogue import say
from explainer.reading.seen import step_after
from explainer.ui.device import projected_form
from explainer.ui.reader import Reader, go, turn

SIZES = {720: "high-", 690: "tall-"}
"""What figures that are higher than so many px, for which a stage has no room, are called there."""


def stage(reader: Reader) -> None:
    """The current step on the whole screen; keys: arrows, Home, End, page keys, N, S, B, Escape."""
    reader = first_of(reader)
    at = reader.at
    come_back()
    with st.container(key="stage", gap="small"):
        reader.put("stage.head", reader.name, at)
        name = reader.figure
        with st.container(key="finding"):
            reader.put("stage.finding", name, reader.shown(name))
        with st.container(key="screen"):
            _figure(reader, name)
        with st.container(key="look"):
            then = step_after(reader)
            title = reader.explainer.page(then[0]).steps[then[1] - 1].title if then else ""
            reader.put("stage.foot", reader.name, at, title)
        _keys(reader, at, len(reader.page.steps))
        # Last, so that nothing else takes another place when they come.
        _notes(reader)


@st.fragment(run_every=timedelta(days=1))
def come_back() -> None:
    """Makes a browser that lost its server ask for the whole stage when it finds one again.

    It does so only if some part of it runs by itself. Without, the new server would know nothing
    of what is on the screen, and would not answer the first press.
    """


def _figure(reader: Reader, name: str) -> None:
    drawn = figures.draw(name, reader.scene(name), projected_form())
    st.plotly_chart(
        drawn,
        key=f"chart-stage-{_size(drawn.layout.height)}{name}",
        theme=None,
        config={"displayModeBar": False, "staticPlot": True},
        alt=reader.explainer.figures[name].alt,
    )


def _size(height: float) -> str:
    return next((name for most, name in SIZES.items() if height > most), "")


def _notes(reader: Reader) -> None:
    if st.session_state.get("notes"):
        with st.container(key="notes", border=True):
            reader.put("stage.notes", reader.name, reader.at)


def _keys(reader: Reader, at: int, last: int) -> None:
    with st.container(key="keys", horizontal=True, vertical_alignment="center"):
        way(reader, "back", "Left", at - 1)
        way(reader, "next", "Right", at + 1)
        st.button(
            say("stage-notes"),
            key="stage-notes",
            shortcut="N",
            type="tertiary",
            on_click=_show_notes,
            args=(not st.session_state.get("notes"),),
        )
        reader.put("stage.aside", reader.name, at, width="content")
        st.button(
            say("stage-leave"),
            key="stage-leave",
            shortcut="Escape",
            type="tertiary",
            on_click=go,
            args=(reader,),
            kwargs={"present": False},
        )
    with st.container(key="hidden-keys"):
        way(reader, "stage-page-up", "PageUp", at - 1)
        way(reader, "stage-page-down", "PageDown", at + 1)
        way(reader, "stage-first", "Home", 1)
        way(reader, "stage-last", "End", last)


def first_of(reader: Reader) -> Reader:
    """The reader at a step: what is to be guessed and the whole figure are not for a room."""
    return replace(reader, view=replace(reader.view, step=max(reader.at, 1)))


def way(reader: Reader, name: str, key: str, step: int, where: str = "stage") -> None:
    """A key that goes to another step, on this page or on the one before or after it."""
    st.button(
        say(name),
        key=f"{where}-{name.removeprefix('stage-')}",
        shortcut=key,
        type="tertiary",
        on_click=turn,
        args=(reader, step),
    )


def _show_notes(shown: bool) -> None:
    """Show or hide the notes; to say which is safe where one press is told twice."""
    st.session_state["notes"] = shown
