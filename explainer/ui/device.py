"""The form of a figure that fits the reader's device, as far as it is known."""

from __future__ import annotations

import streamlit as st

from explainer.figures.forms import (
    BROAD,
    NARROW,
    POCKET,
    PRESENTER,
    SQUARISH,
    STEP,
    TALLER,
    WIDE,
    Form,
)

STAGES = {"upright": POCKET, "squarish": SQUARISH, "taller": TALLER, "broad": BROAD}
"""The form for each shape of a screen that is not 16:9, the squarest first."""


def shapes(*, on_stage: bool) -> tuple[str, ...]:
    """What a script is to tell of the screen: of what decides nothing, each change costs a rerun.

    On a page it is whether the screen is as narrow as a phone's, on the stage which shape it has.
    """
    return tuple(STAGES) if on_stage else ("narrow",)


def fitting_form(*, in_step: bool) -> Form:
    """The form in which figures fit the screen, beside the words of a step or by themselves.

    Before the screen has said how wide it is, only a phone's browser tells; a script of the page
    mends a wrong guess.
    """
    if has_shape("narrow"):
        return POCKET if in_step else NARROW
    return STEP if in_step else WIDE


def projected_form() -> Form:
    """The form in which figures fit the stage."""
    return next((form for shape, form in STAGES.items() if has_shape(shape)), PRESENTER)


def has_shape(shape: str) -> bool:
    """Whether the screen is narrow, or squarish, as far as it is known."""
    guess = shape == "narrow" and "Mobi" in st.context.headers.get("User-Agent", "")
    return bool(st.session_state.get(shape, guess))
