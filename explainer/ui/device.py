"""The reader's device: the form of a figure that fits it, fingers that scroll, the focus."""

from __future__ import annotations

import streamlit as st

from explainer.figures.canvas import NARROW, WIDE, Form
from explainer.ui.component import component

_device = component("device")


def fitting_form() -> Form:
    """The form in which figures fit the screen, as far as it is known.

    Before the screen has said how wide it is, only a phone's browser tells; ``watch_device`` mends
    a wrong guess.
    """
    guess = "Mobi" in st.context.headers.get("User-Agent", "")
    return NARROW if st.session_state.get("narrow", guess) else WIDE


def watch_device() -> None:
    """Let fingers scroll past figures, keep the focus, and draw anew when another form fits."""
    data = {"narrow": fitting_form() is NARROW, "arrive": st.session_state.pop("arrive", "")}
    _device(key="device", data=data, on_narrow_change=_fit)


def arrive(key: str) -> None:
    """Bring the container of that key to the reader's eyes and focus at the next run."""
    st.session_state["arrive"] = key


def _fit() -> None:
    st.session_state["narrow"] = st.session_state["device"]["narrow"]
