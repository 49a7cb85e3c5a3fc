"""The reader's device: the form of a figure that fits it, fingers that scroll, the focus."""

from __future__ import annotations

from functools import partial

import streamlit as st

from explainer.figures.canvas import NARROW, PRESENTER, SQUARISH, WIDE, Form
from explainer.ui.component import component

_device = component("device")


def fitting_form() -> Form:
    """The form in which figures fit the screen, as far as it is known.

    Before the screen has said how wide it is, only a phone's browser tells; ``watch_device`` mends
    a wrong guess.
    """
    return NARROW if _is("narrow") else WIDE


def projected_form() -> Form:
    """The form in which figures fit the stage, as far as the screen's shape is known."""
    return SQUARISH if _is("squarish") else PRESENTER


def _is(shape: str) -> bool:
    guess = shape == "narrow" and "Mobi" in st.context.headers.get("User-Agent", "")
    return bool(st.session_state.get(shape, guess))


def watch_device() -> None:
    """Let fingers scroll past figures, keep the focus, and draw anew when another form fits."""
    _device(
        key="device",
        data={shape: _is(shape) for shape in ("narrow", "squarish")}
        | {"arrive": st.session_state.pop("arrive", "")},
        on_narrow_change=partial(_fit, "narrow"),
        on_squarish_change=partial(_fit, "squarish"),
    )


def arrive(key: str) -> None:
    """Bring the container of that key to the reader's eyes and focus at the next run."""
    st.session_state["arrive"] = key


def _fit(shape: str) -> None:
    st.session_state[shape] = st.session_state["device"][shape]
