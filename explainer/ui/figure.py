"""The guided path and the figure that it drives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st
from plotly.graph_objects import Figure as PlotlyFigure

from explainer import figures, view, wording
from explainer.models import Figure
from explainer.paper import NARROW, WIDE
from explainer.ui.events import event_panel, nothing_shown
from explainer.ui.reader import FIGURE, PROSE, Reader, go, small_print


def steps(reader: Reader) -> None:
    """The guided path: the step's text, what to look at, and the way on."""
    path, at = reader.page.steps, reader.view.step
    with st.container(key="steps"):
        words, ways = st.columns([13, 11], gap="large")
        with words, st.container(gap="small", width=PROSE):
            if at:
                step = path[at - 1]
                st.markdown(f":small[:gray[Step {at} of {len(path)}]]")
                st.header(step.title, anchor=False)
                st.markdown(wording.plain(step.text))
                st.markdown(f"**In the figure.** {wording.plain(step.look)}")
            else:
                st.markdown(f":small[:gray[The whole figure, nothing greyed · {len(path)} steps]]")
        with ways, st.container(gap="small"):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                if at:
                    _way(reader, "Back", at - 1, "arrow_back", "Left", disabled=at == 1)
                    last = at == len(path)
                    _way(reader, "Next", at + 1, "arrow_forward", "Right", disabled=last)
                    _way(reader, "Whole figure", view.WHOLE_FIGURE, "select_all")
                else:
                    _way(reader, "Start the steps", 1, "arrow_forward", "Right")
                st.button(
                    "Present",
                    icon=":material/present_to_all:",
                    type="tertiary",
                    on_click=go,
                    args=(replace(reader.view, present=True, step=max(at, 1)),),
                )
            with st.expander("All steps", type="compact"):
                for number, step in enumerate(path, 1):
                    st.button(
                        f"{number}\u2002 {wording.plain(step.title)}",
                        key=f"step-{number}",
                        type="tertiary",
                        on_click=go,
                        args=(replace(reader.view, step=number),),
                    )


def _way(
    reader: Reader,
    label: str,
    step: int,
    icon: str,
    shortcut: str | None = None,
    *,
    disabled: bool = False,
) -> None:
    st.button(
        label,
        key=f"go-{label.lower().replace(' ', '-')}",
        icon=f":material/{icon}:",
        disabled=disabled,
        shortcut=shortcut,
        on_click=go,
        args=(replace(reader.view, step=max(step, 0)),),
    )


def figure(reader: Reader, name: str, said: Figure) -> None:
    """A figure under its finding, with legend and note, in a wide and a narrow form."""
    scene, shown = reader.scene(name), reader.events(name)
    with st.container(key=FIGURE if name == reader.name else f"figure-{name}", gap="small"):
        st.header(said.finding, anchor=False)
        if shown:
            st.markdown(f":small[{wording.legend(reader.explainer, name, shown)}]")
        if not shown and name != "seminar":
            nothing_shown(reader, name)
        else:
            for form in (WIDE, NARROW):
                with st.container(key=f"{form.name}-{name}"):
                    drawn = figures.draw(name, scene, form)
                    chart(drawn, f"chart-{form.name}-{name}", said.alt, reader)
        small_print(said.note)
    if reader.origin == FIGURE and name == reader.name:
        event_panel(reader)


def chart(drawn: PlotlyFigure, key: str, alt: str, reader: Reader) -> None:
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
            go(replace(reader.view, event=ids[at % len(ids)]), FIGURE, reader.name)

    return choose
