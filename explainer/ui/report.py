"""The content report: what is wrong with the content, shown instead of a page."""

from __future__ import annotations

import logging

import streamlit as st

from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.reading.report import worded

EVERY = 1.0
"""Seconds between two looks at the folder while a report is shown."""
RELAYED = ("Forwarded", "X-Forwarded-For", "X-Real-Ip")
"""What a server in front of this one says of whom it asks for."""


def report(error: ContentError) -> None:
    """Say every mistake to the content's author, and one sentence to a reader who came by.

    The page comes by itself when the mistakes are mended.
    """
    logging.getLogger(__name__).warning("content not shown:\n%s", error)
    st.html(worded(error, loader.folder(), is_at_home=_is_at_home()))
    _look_again(error)


@st.fragment(run_every=EVERY)
def _look_again(told: ContentError) -> None:
    """Run the page anew once the folder holds something else than what was told of it."""
    try:
        loader.load()
    except ContentError as error:
        if vars(error) == vars(told):
            return
    st.rerun()


def _is_at_home() -> bool:
    """Whether the reader sits at the machine that the app runs on."""
    is_relayed = any(name in st.context.headers for name in RELAYED)
    return st.context.ip_address is None and not is_relayed
