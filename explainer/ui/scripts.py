"""What the page's scripts know and tell: the device, what is pressed, where to arrive."""

from __future__ import annotations

import re
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

from explainer.reading import view
from explainer.ui.component import component
from explainer.ui.device import has_shape, shapes
from explainer.ui.reader import Reader, go, turn_to

PLACE = re.compile(r"[a-z0-9-]{1,100}")
"""What names a part of a page."""

_page = component("page", "device", "press", "quiz", "ready", "place", "swipe", "hold", "stage")


def run_scripts(reader: Reader) -> None:
    """Let fingers scroll past figures, lines open events, answers be checked, the focus stay."""
    data: dict[str, object] = {
        shape: has_shape(shape) for shape in shapes(on_stage=reader.view.present)
    }
    data["arrive"] = st.session_state.pop("arrive", "")
    _page(
        key="scripts",
        # In a list, since Streamlit would look through it for tables, with all of pandas.
        data=[data],
        on_narrow_change=partial(_fit, "narrow"),
        on_upright_change=partial(_fit, "upright"),
        on_squarish_change=partial(_fit, "squarish"),
        on_taller_change=partial(_fit, "taller"),
        on_broad_change=partial(_fit, "broad"),
        on_pressed_change=partial(_follow, reader),
    )


def _fit(shape: str) -> None:
    st.session_state[shape] = st.session_state["scripts"][shape]


def _follow(reader: Reader) -> None:
    """Do what was pressed; a browser may send anything, so nothing of it is believed."""
    pressed: Any = st.session_state["scripts"]["pressed"]
    if not isinstance(pressed, dict):
        return
    said = {name: value for name, value in pressed.items() if isinstance(value, str)}
    page, event, step = said.get("page"), said.get("event"), pressed.get("step")
    place = said.get("arrive", "")
    if page in reader.explainer.about.pages:
        asked, steps = dict(parse_qsl(said.get("query", ""))), reader.explainer.page(page).steps
        there, _ = view.read(asked, reader.explainer, len(steps))
        st.session_state["arrive"] = place if PLACE.fullmatch(place) else ""
        turn_to(page, there.address())
    elif type(step) is int and 0 <= step <= len(reader.page.steps):
        present = pressed.get("present") is True
        kept = reader.view.event if present or not step else None
        go(reader, step=step, present=present, event=kept)
    elif event == "" or event in reader.explainer.event:
        go(reader, event=event or None)
