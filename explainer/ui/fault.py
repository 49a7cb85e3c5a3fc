"""What a reader sees of a fault in the code: a plain sentence where the part would stand."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from explainer.language.catalogue import say


class Sorry(Exception):
    """Shown in place of a fault, by this name; it carries nothing of the fault itself."""


@contextmanager
def guarded() -> Iterator[None]:
    """Log a fault with its traceback, and let the page go on without the part that has it.

    Streamlit's own message speaks to whoever runs the app, and where a host asks it to, shows
    the traceback.
    """
    try:
        yield
    except Exception:
        logging.getLogger(__name__).exception("a part of a page could not be shown")
        st.exception(Sorry(say("sorry")))
