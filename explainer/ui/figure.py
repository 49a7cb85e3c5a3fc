"""The guided path and the figure that it drives."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

import streamlit as st
from plotly.graph_objects import Figure as PlotlyFigure

from explainer import figures
from explainer.content.figures import Figure
from explainer.reading import view, wording
from explainer.ui.device import fitting_form
from explainer.ui.events import OPENS, event_panel, nothing_shown
from explainer.ui.fault import guarded
from explainer.ui.reader import (
    FIGURE,
    PROSE,
    Reader,
    anew,
    announce,
    go,
    is_turning,
    small_print,
    station,
    turn,
)


@st.fragment
def guided_path(reader: Reader, **drawn: Figure | None) -> None:
    """The steps and the figures that they drive, by name: a step runs only this part again.

    A figure that the content leaves out is None.
    """
    now = Reader.of(reader.explainer, reader.name)
    if now.beyond_the_figure != reader.beyond_the_figure or is_turning():
        st.rerun()
    with guarded(), st.container(gap="medium"):
        _steps(now)
        for name, said in drawn.items():
            if said:
                _figure(now, name, said)


def _steps(reader: Reader) -> None:
    """The step's text, what to look at, the way on, and the address of this very view."""
    path, at = reader.page.steps, reader.view.step
    with st.container(key="steps"):
        words, ways = st.columns([13, 11], gap="large")
        with words:
            if at:
                step = path[at - 1]
                announce("step", f"Step {at} of {len(path)}")
                with anew(f"step-{at}"):
                    st.header(wording.plain(step.title), anchor=False)
                    look = f"**In the figure.** {wording.plain(step.look)}"
                    st.markdown(f"{wording.plain(step.text)}\n\n{look}", width=PROSE)
            else:
                whole = f"The whole figure, nothing greyed · {len(path)} steps"
                announce("step", whole)
        with ways, st.container(key="ways", gap="xsmall"):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                if at:
                    _way(reader, "Back", at - 1, "arrow_back", "Left")
                    _way(reader, "Next", at + 1, "arrow_forward", "Right")
                    show_all = partial(go, reader, step=view.WHOLE_FIGURE)
                    _button("Whole figure", "Whole figure", "select_all", show_all)
                else:
                    start = partial(go, reader, step=1)
                    _button("Start", "Start the steps", "arrow_forward", start, "Right")
            st.button(
                "Present",
                icon=":material/present_to_all:",
                type="tertiary",
                on_click=go,
                args=(reader,),
                kwargs={"present": True, "step": max(at, 1)},
            )
            _copy_view(reader)
            with st.expander("All steps", type="compact", icon=":material/list:"):
                _all_steps(reader)


def _all_steps(reader: Reader) -> None:
    """Every step by its title, as lines of which one is chosen."""
    titles = [wording.plain(step.title) for step in reader.page.steps]
    st.session_state["step"] = reader.view.step or None
    st.pills(
        "Steps",
        range(1, len(titles) + 1),
        format_func=lambda number: f"{OPENS}{number}\u2002 {titles[number - 1]}",
        required=True,
        label_visibility="collapsed",
        width="stretch",
        key="step",
        on_change=_go_to_step,
        args=(reader,),
    )


def _go_to_step(reader: Reader) -> None:
    go(reader, step=st.session_state["step"])


def _copy_view(reader: Reader) -> None:
    """The address of exactly this view, with the copy button that code blocks have."""
    copied = st.expander(
        "Copy this view", type="compact", icon=":material/link:", key="copy", on_change="rerun"
    )
    if copied.open:
        page = (st.context.url or "").partition("?")[0]
        query = urlencode(reader.view.address(), safe=",")
        copied.code(page + (f"?{query}" if query else ""), language=None, wrap_lines=True)


def _way(reader: Reader, name: str, step: int, icon: str, shortcut: str) -> None:
    """A button to another step; beyond the ends of the path it says to which page it leads.

    It is never disabled: whoever pressed it would lose their place.
    """
    page, _ = station(reader, step)
    there = "" if page == reader.name else wording.plain(reader.explainer.page(page).menu)
    label = f"{name}: {there}" if there else name
    _button(name, label, icon, partial(turn, reader, step), shortcut)


def _button(
    name: str, label: str, icon: str, do: Callable[[], None], shortcut: str | None = None
) -> None:
    key = f"go-{name.lower().replace(' ', '-')}"
    st.button(label, key=key, icon=f":material/{icon}:", shortcut=shortcut, on_click=do)


def _figure(reader: Reader, name: str, said: Figure) -> None:
    """A figure under its finding, with legend and note, in the form that fits the screen."""
    scene, shown = reader.scene(name), reader.events(name)
    with st.container(key=FIGURE if name == reader.name else f"figure-{name}", gap="small"):
        st.header(wording.plain(said.finding), anchor=False)
        if shown:
            st.markdown(f":small[{wording.legend(reader.explainer, name, shown)}]")
        if not shown and name != "seminar":
            nothing_shown(reader, name)
        else:
            form = fitting_form()
            drawn = figures.draw(name, scene, form)
            _chart(drawn, f"chart-{form.name}-{name}", said.alt, reader)
        small_print(said.note)
    if reader.origin == FIGURE and name == reader.name:
        event_panel(reader)


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
            go(reader, FIGURE, event=ids[at % len(ids)])

    return choose
