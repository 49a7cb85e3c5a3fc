"""The reader's device: the form of a figure that fits its screen, and fingers that scroll."""

from __future__ import annotations

import streamlit as st

from explainer.paper import NARROW, WIDE, Form
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
    """Let fingers scroll past figures, and draw the page again when another form fits."""
    _device(key="device", data={"narrow": fitting_form() is NARROW}, on_narrow_change=_fit)


def _fit() -> None:
    st.session_state["narrow"] = st.session_state["device"]["narrow"]
