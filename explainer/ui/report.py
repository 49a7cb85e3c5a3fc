"""The content report: what is wrong with the content, shown instead of a page."""

from __future__ import annotations

import logging

import streamlit as st

from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.reading.report import worded


def report(error: ContentError) -> None:
    """Say every mistake to the content's author, and one sentence to a reader who came by."""
    logging.getLogger(__name__).warning("content not shown:\n%s", error)
    st.html(worded(error, loader.folder().name))
