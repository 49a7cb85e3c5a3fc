"""The guided path and the figure that it drives."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st
from plotly.graph_objects import Figure as PlotlyFigure

from explainer import figures, view, wording
from explainer.models import Figure
from explainer.paper import NARROW, WIDE
from explainer.ui.events import OPENS, event_panel, nothing_shown
from explainer.ui.fault import guarded
from explainer.ui.reader import FIGURE, PROSE, Reader, announce, go, small_print


@st.fragment
def guided_path(reader: Reader, **drawn: Figure | None) -> None:
    """The steps and the figures that they drive, by name: a step runs only this part again.

    A figure that the content leaves out is None.
    """
    now = Reader.of(reader.explainer, reader.name)
    if now.beyond_the_figure != reader.beyond_the_figure:
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
                announce("step", f":small[:gray[Step {at} of {len(path)}]]")
                st.header(wording.plain(step.title), anchor=False)
                look = f"**In the figure.** {wording.plain(step.look)}"
                st.markdown(f"{wording.plain(step.text)}\n\n{look}", width=PROSE)
            else:
                whole = f"The whole figure, nothing greyed · {len(path)} steps"
                announce("step", f":small[:gray[{whole}]]")
        with ways, st.container(gap="xsmall"):
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
        args=(reader,),
        kwargs={"step": max(step, 0)},
    )


def _figure(reader: Reader, name: str, said: Figure) -> None:
    """A figure under its finding, with legend and note, in a wide and a narrow form."""
    scene, shown = reader.scene(name), reader.events(name)
    with st.container(key=FIGURE if name == reader.name else f"figure-{name}", gap="small"):
        st.header(wording.plain(said.finding), anchor=False)
        if shown:
            st.markdown(f":small[{wording.legend(reader.explainer, name, shown)}]")
        if not shown and name != "seminar":
            nothing_shown(reader, name)
        else:
            for form in (WIDE, NARROW):
                with st.container(key=f"{form.name}-{name}"):
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
