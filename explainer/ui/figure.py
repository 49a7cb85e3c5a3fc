"""The guided path: a step beside the figure that it drives, or the whole figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import streamlit as st
from plotly.graph_objects import Figure as PlotlyFigure

from explainer import figures
from explainer.content import selection
from explainer.language.catalogue import say
from explainer.reading import wording
from explainer.reading.seen import station
from explainer.ui.device import fitting_form
from explainer.ui.downloads import save_figure
from explainer.ui.events import filters, listed, nothing_shown
from explainer.ui.fault import guarded
from explainer.ui.reader import Reader, go, is_turning, turn


# It runs by itself once a day for the same reason as presenter.come_back.
@st.fragment(run_every=timedelta(days=1))
def guided_path(reader: Reader) -> None:
    """What is on the first screen: a step, or what to guess before the first, beside its figure.

    A step runs only this part again. Whoever looks around has the whole figure in its place, with
    filters and list.
    """
    now = Reader.of(reader.explainer, reader.name)
    is_other = now.beyond_the_figure != reader.beyond_the_figure or not reader.is_current
    if is_other or is_turning():
        st.rerun()
    now = replace(now, put_so_far=reader.put_so_far)
    with guarded():
        if now.is_whole:
            _around(now)
        else:
            st.session_state["left"] = now.name, 0 if now.guesses else now.at
            with st.container(key="reading", gap=None):
                _words(now)
                _ways(now)
                _figure(now, now.figure)


def _around(reader: Reader) -> None:
    """The whole figures with what there is to look around in them, and the way back to the step."""
    page, left = st.session_state.get("left", (reader.name, 1))
    back = left if page == reader.name and left <= len(reader.page.steps) else 1
    label = say("back-to-step", at=back) if back else say("back-to-guess")
    with st.container(key="whole", gap="small"):
        _words(reader)
        with st.container(key="ways", horizontal=True, gap="small"):
            _button(label, "back", "arrow_back", partial(go, reader, step=back or None), "Left")
        filters(reader)
        for name in reader.explainer.figures_of(reader.name):
            _figure(reader, name)
        listed(reader)


def _words(reader: Reader) -> None:
    """A step's text and what to look at; in its place the open event, or what to guess."""
    with st.container(key="steps"):
        open_event = (reader.view.event, reader.shown() if reader.view.event else ())
        reader.put(
            "page.path", reader.name, reader.at, reader.guesses, *open_event, reader.is_whole
        )


def _ways(reader: Reader) -> None:
    """The ways back and on, around the step's number, always in one place."""
    at = 0 if reader.guesses else reader.at
    with st.container(key="ways", horizontal=True, gap="small", vertical_alignment="center"):
        _way(reader, "back", at - 1, "arrow_back", "Left")
        reader.put("page.where", reader.name, at)
        _way(reader, "next", at + 1, "arrow_forward", "Right")


def _way(reader: Reader, key: str, step: int, icon: str, shortcut: str) -> None:
    """A button to another step; beyond the ends of the path it says to which page it leads.

    It is never disabled: whoever pressed it would lose their place.
    """
    page, _ = station(reader, step)
    there = "" if page == reader.name else wording.plain(reader.explainer.page(page).menu)
    label = say("way-to-page", way=say(key), menu=there) if there else say(key)
    _button(label, key, icon, partial(turn, reader, step), shortcut)


def _button(label: str, key: str, icon: str, do: Callable[[], None], shortcut: str) -> None:
    st.button(label, key=f"go-{key}", icon=f":material/{icon}:", shortcut=shortcut, on_click=do)


def _figure(reader: Reader, name: str) -> None:
    """A figure under its finding, with legend and note, in the form that fits the screen."""
    shown = reader.shown(name)
    drawable = selection.event_ids(reader.explainer, name)
    with st.container(key="figure" if name == reader.name else f"figure-{name}", gap="xsmall"):
        reader.put("page.figure_head", name, shown, reader.guesses)
        if drawable and not shown:
            nothing_shown(reader, name)
        else:
            form = fitting_form(in_step=not reader.is_whole)
            drawn = figures.draw(name, reader.scene(name), form)
            alt = say("figure-waits") if reader.guesses else reader.explainer.figures[name].alt
            _chart(drawn, f"chart-{form.name}-{name}", alt, reader)
        if not reader.guesses:
            # Of nothing there is no file; and its buttons would take the focus while they come.
            if shown or not drawable:
                save_figure(reader, name)
            reader.put_below("page.figure_foot", name, shown, reader.afterwards, key=name)


def _chart(drawn: PlotlyFigure, key: str, alt: str, reader: Reader) -> None:
    """The one call that draws a figure; a click on a mark opens its event."""
    st.plotly_chart(
        drawn,
        key=key,
        theme=None,
        config={"displayModeBar": False},
        alt=alt,
        on_select=_chosen(reader, key),
        selection_mode="points",
    )


def _chosen(reader: Reader, key: str) -> Callable[[], None]:
    def choose() -> None:
        points = st.session_state[key]["selection"]["points"]
        ids = str(points[0].get("customdata", [""])[0]).split() if points else []
        if ids:
            # A mark that stands for several events opens the one after the open one.
            at = ids.index(reader.view.event) + 1 if reader.view.event in ids else 0
            go(reader, event=ids[at % len(ids)])

    return choose
