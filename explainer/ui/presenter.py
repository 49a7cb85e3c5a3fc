"""Presenter mode: the steps of all pages full screen, as one path for the arrow keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from explainer import figures
from explainer.content import selection
from explainer.content.pages import Discussion
from explainer.content.steps import Step
from explainer.language.catalogue import say
from explainer.ui.device import projected_form
from explainer.ui.reader import Reader, go, station, turn

SIZES = {720: "high-", 690: "tall-"}
"""What figures that are higher than so many px, for which a stage has no room, are called there."""


def stage(reader: Reader) -> None:
    """The current step on the whole screen; keys: arrows, Home, End, page keys, N, B and Escape."""
    path = reader.page.steps
    at = max(reader.at, 1)
    step = path[at - 1]
    reader = replace(reader, view=replace(reader.view, step=at))
    come_back()
    with st.container(key="stage", gap="small"):
        reader.put("page.on_stage", reader.name, at)
        name = projected_figure(reader)
        with st.container(key="finding"):
            reader.put("page.stage_head", name, reader.shown(name))
        with st.container(key="screen"):
            _figure(reader, name)
        with st.container(key="look"):
            page, then = station(reader, at + 1)
            after = reader.explainer.page(page).steps[(then or 1) - 1]
            is_last = (page, then) == (reader.name, at)
            reader.put("page.stage_foot", reader.name, at, "" if is_last else after.title)
        _keys(reader, at, len(path))
        # Last, so that nothing else takes another place when they come.
        _notes(reader, step)


@st.fragment(run_every=timedelta(days=1))
def come_back() -> None:
    """Makes a browser that lost its server ask for the whole stage when it finds one again.

    It does so only if some part of it runs by itself. Without, the new server would know nothing
    of what is on the screen, and would not answer the first press.
    """


def projected_figure(reader: Reader) -> str:
    """The figure that has all that the step is about, the last if several have it; or the first."""
    every = reader.explainer.figures_of(reader.name)
    ids = {name: set(selection.event_ids(reader.explainer, name)) for name in every}
    step = reader.page.steps[max(reader.at, 1) - 1]
    about = set(step.events) & set().union(*ids.values())
    return [name for name in every if (about and about <= ids[name]) or name == reader.name][-1]


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


def discussion(reader: Reader, step: Step) -> Discussion | None:
    """The question for the room that fits a step: one on its events, else one on the page."""
    events = set(step.events)
    claims = {
        claim.id
        for claim in reader.explainer.claims
        if reader.explainer.page_of_claim[claim.id] == reader.name
    }
    every = reader.explainer.seminar.discussion
    return next(
        (found for found in every if events & set(found.events)),
        next((found for found in every if claims & set(found.claims)), None),
    )


def _notes(reader: Reader, step: Step) -> None:
    found = discussion(reader, step)
    if found and st.session_state.get("notes"):
        with st.container(key="notes", border=True):
            reader.put("seminar.notes_on_stage", found.id)


def _keys(reader: Reader, at: int, last: int) -> None:
    with st.container(key="keys", horizontal=True, vertical_alignment="center"):
        _turn(reader, "back", "Left", at - 1)
        _turn(reader, "next", "Right", at + 1)
        st.button(
            say("stage-notes"),
            key="stage-notes",
            shortcut="N",
            type="tertiary",
            on_click=_show_notes,
            args=(not st.session_state.get("notes"),),
        )
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
        _turn(reader, "stage-page-up", "PageUp", at - 1)
        _turn(reader, "stage-page-down", "PageDown", at + 1)
        _turn(reader, "stage-first", "Home", 1)
        _turn(reader, "stage-last", "End", last)


def _turn(reader: Reader, name: str, key: str, step: int) -> None:
    """A key that goes to another step, on this page or on the one before or after it."""
    st.button(
        say(name),
        key=f"stage-{name.removeprefix('stage-')}",
        shortcut=key,
        type="tertiary",
        on_click=turn,
        args=(reader, step),
    )


def _show_notes(shown: bool) -> None:
    """Show or hide the notes; to say which is safe where one press is told twice."""
    st.session_state["notes"] = shown
