"""Presenter mode: the steps of all pages full screen, as one path for the arrow keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from explainer import figures, wording
from explainer.models import Discussion, Figure, Step
from explainer.paper import PRESENTER
from explainer.ui.reader import Reader, go, script

HEIGHT, WIDTH = 1080, 1920
"""The screen in px that the stage is laid out for; other screens scale it as a whole."""


def stage(reader: Reader) -> None:
    """The current step on the whole screen; keys: arrows, Home, End, page keys, N and Escape."""
    if turn := st.session_state.pop("turn to", None):
        page, parameters = turn
        st.switch_page(script(page), query_params=parameters)
    path = reader.page.steps
    at = min(max(reader.view.step, 1), len(path))
    step = path[at - 1]
    reader = replace(reader, view=replace(reader.view, step=at))
    st.html(f"<style>{_scale()}</style>")
    with st.container(key="stage", gap="small"):
        menu = wording.plain(reader.page.menu)
        st.markdown(f":gray[{menu} · step {at} of {len(path)}]")
        st.title(wording.plain(step.title), anchor=False)
        st.markdown(wording.plain(step.text))
        with st.container(key="screen"):
            _figure(reader, step)
        with st.container(key="look"):
            st.markdown(f"**In the figure.** {wording.plain(step.look)}")
        _notes(reader, step)
        _keys(reader, at, len(path))


def _scale() -> str:
    """The stage is scaled to the screen, so that type is a fixed part of its height."""
    return "\n".join(
        f"@media (min-height: {tall}px) and (min-width: {tall * WIDTH // HEIGHT}px)"
        f"{{.st-key-screen .js-plotly-plot{{transform:scale({tall / HEIGHT:.4f})}}}}"
        for tall in range(180, 2700, 36)
    )


def _figure(reader: Reader, step: Step) -> None:
    name = reader.name
    if name == "reasons" and reader.explainer.reasons.comparison:
        pair = set(figures.event_ids(reader.explainer, "comparison"))
        first = set(figures.event_ids(reader.explainer, "reasons"))
        if set(step.events) & pair and not set(step.events) & (first - pair):
            name = "comparison"
    said: Figure | None = getattr(
        reader.page, "comparison" if name == "comparison" else "figure", None
    )
    drawn = figures.draw(name, reader.scene(name), PRESENTER)
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
    names, last = reader.explainer.about.pages, len(reader.page.steps)
    here = names.index(reader.name) + (step > last) - (step < 1)
    beyond = not 0 <= here < len(names)
    if not beyond and names[here] != reader.name:
        page = names[here]
        more = reader.view.elsewhere() | {"present": "1"}
        if step < 1:
            more["step"] = str(len(reader.explainer.page(page).steps))
        turn: Callable[[], None] = partial(_turn_to, page, more)
    else:
        turn = partial(go, reader, step=step)
    st.button(
        label,
        key=f"stage-{label.lower().replace(' ', '-')}",
        shortcut=key,
        type="tertiary",
        disabled=beyond,
        on_click=turn,
    )


def _turn_to(page: str, parameters: dict[str, str]) -> None:
    """Ask for another page; only a script, not a callback, can go there."""
    st.session_state["turn to"] = (page, parameters)


def _toggle() -> None:
    st.session_state["notes"] = not st.session_state.get("notes", False)
