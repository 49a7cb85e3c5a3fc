"""The content report: what is wrong with the content, shown instead of a page."""

from __future__ import annotations

import logging

import streamlit as st

from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.language.counting import counted
from explainer.reading import wording


def report(error: ContentError) -> None:
    """Say every mistake to the content's author, and one sentence to a reader who came by."""
    logging.getLogger(__name__).warning("content not shown:\n%s", error)
    many = counted(error.number, "mistake")
    with st.container(horizontal_alignment="center"), st.container(width=860, key="report"):
        st.markdown(
            f":small[:gray[{wording.escape(loader.folder().name)}/ · "
            f"{wording.escape(error.count)}]]"
        )
        st.title(f"The content has {many}, so no page is shown yet", anchor=False)
        st.markdown(
            "Nothing is lost. Correct the lines below and save: this page checks again by itself. "
            "If you came to read, please try again in a few minutes."
        )
        for problem in error.problems:
            with st.container(border=True, gap="small"):
                wrong, remedy = wording.escape(problem.wrong), wording.escape(problem.remedy)
                st.markdown(f"**{wrong}**  \n{remedy}")
                if problem.excerpt:
                    st.code(problem.excerpt, language=None)
                place = f"{problem.file}, line {problem.place.line}, column {problem.place.column}"
                st.markdown(f":small[:gray[{wording.escape(place)}]]")
        if error.more:
            st.markdown(f"**{wording.escape(error.rest)}**")
        st.markdown("The same list on the command line:")
        st.code("python -m explainer check", language=None)
