"""Presenter mode: the steps of all pages full screen, as one path for the arrow keys."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from explainer import figures
from explainer.content import selection
from explainer.content.figures import Figure
from explainer.content.pages import Discussion
from explainer.content.steps import Step
from explainer.reading import wording
from explainer.ui.device import projected_form
from explainer.ui.reader import Reader, anew, go, turn


def stage(reader: Reader) -> None:
    """The current step on the whole screen; keys: arrows, Home, End, page keys, N and Escape."""
    path = reader.page.steps
    at = min(max(reader.view.step, 1), len(path))
    step = path[at - 1]
    reader = replace(reader, view=replace(reader.view, step=at))
    with st.container(key="stage", gap="small"):
        with anew(f"stage-{reader.name}-{at}"):
            menu = wording.plain(reader.page.menu)
            st.markdown(f":gray[{menu} · step {at} of {len(path)}]")
            st.title(wording.plain(step.title), anchor=False)
            st.markdown(wording.plain(step.text))
        with st.container(key="screen"):
            _figure(reader, step)
        with st.container(key="look"), anew(f"look-{reader.name}-{at}"):
            st.markdown(f"**In the figure.** {wording.plain(step.look)}")
        _notes(reader, step)
        _keys(reader, at, len(path))


def _figure(reader: Reader, step: Step) -> None:
    name = reader.name
    if name == "reasons" and reader.explainer.reasons.comparison:
        pair = set(selection.event_ids(reader.explainer, "comparison"))
        first = set(selection.event_ids(reader.explainer, "reasons"))
        if set(step.events) & pair and not set(step.events) & (first - pair):
            name = "comparison"
    said: Figure | None = getattr(
        reader.page, "comparison" if name == "comparison" else "figure", None
    )
    drawn = figures.draw(name, reader.scene(name), projected_form())
    st.plotly_chart(
        drawn,
        key=f"chart-stage-{name}",
        theme=None,
        config={"displayModeBar": False, "staticPlot": True},
        alt=said.alt if said else None,
    )


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
    if not found or not st.session_state.get("notes"):
        return
    with st.container(key="notes", border=True):
        st.markdown(f"**{wording.plain(found.question)}**")
        st.markdown("\n".join(f"- {wording.plain(note)}" for note in found.notes))


def _keys(reader: Reader, at: int, last: int) -> None:
    with st.container(key="keys", horizontal=True, vertical_alignment="center"):
        _turn(reader, "Back", "Left", at - 1)
        _turn(reader, "Next", "Right", at + 1)
        st.button("Notes", key="stage-notes", shortcut="N", type="tertiary", on_click=_toggle)
        st.button(
            "Leave",
            key="stage-leave",
            shortcut="Escape",
            type="tertiary",
            on_click=go,
            args=(reader,),
            kwargs={"present": False},
        )
    with st.container(key="hidden-keys"):
        _turn(reader, "Page up", "PageUp", at - 1)
        _turn(reader, "Page down", "PageDown", at + 1)
        _turn(reader, "First", "Home", 1)
        _turn(reader, "Last", "End", last)


def _turn(reader: Reader, label: str, key: str, step: int) -> None:
    """A key that goes to another step, on this page or on the one before or after it."""
    st.button(
        label,
        key=f"stage-{label.lower().replace(' ', '-')}",
        shortcut=key,
        type="tertiary",
        on_click=turn,
        args=(reader, step),
    )


def _toggle() -> None:
    st.session_state["notes"] = not st.session_state.get("notes", False)
