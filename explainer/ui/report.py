"""The content report: what is wrong with the content, shown instead of a page."""

from __future__ import annotations

import logging

import streamlit as st

from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.language.counting import counted
from explainer.reading.words import environment


def report(error: ContentError) -> None:
    """Say every mistake to the content's author, and one sentence to a reader who came by."""
    logging.getLogger(__name__).warning("content not shown:\n%s", error)
    template = environment().get_template("report.html")
    st.html(
        template.render(
            error=error, folder=loader.folder().name, many=counted(error.number, "mistake")
        )
    )
