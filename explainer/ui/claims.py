"""The argument claim by claim: the author on the left, the record on the right."""

from __future__ import annotations

import streamlit as st

from explainer import wording
from explainer.models import Claim, Explainer, Section
from explainer.ui.events import event_panel, opener
from explainer.ui.reader import PROSE, Reader, page_link


def claims(reader: Reader, sections: tuple[Section, ...]) -> None:
    """All claims of a page, one tab for each group."""
    with st.container(key="claims", gap="small"):
        st.header("The argument, claim by claim", anchor=False)
        with st.container(width=PROSE):
            st.markdown(
                "Each entry restates one statement of the brief in our words and says what kind of "
                "statement it is. The hedge is the author's own word."
            )
        if len(sections) == 1:
            _section(reader, sections[0])
            return
        titles = [wording.plain(section.title) for section in sections]
        for tab, section in zip(st.tabs(titles), sections, strict=True):
            with tab:
                _section(reader, section)


def said(explainer: Explainer, claim: Claim, place: str) -> None:
    """A claim in the author's voice, with its kind, locator and hedge in words."""
    kind = claim.kind.value
    with (
        st.container(key=f"kind-{kind}-{place}", gap="xsmall"),
        st.container(key=f"say-{place}", width=PROSE),
    ):
        st.markdown(f"{wording.kind(explainer, claim)}\n\n{wording.plain(claim.text)}")


def _section(reader: Reader, section: Section) -> None:
    with st.container(gap="medium"):
        for claim in section.claims:
            _claim(reader, claim)


def _claim(reader: Reader, claim: Claim) -> None:
    origin = f"claim-{claim.id}"
    with st.container(key=origin, gap="small"):
        left, right = st.columns([7, 5], gap="large")
        with left, st.container(key=f"kind-{claim.kind.value}-{claim.id}", gap="xsmall"):
            with st.container(key=f"say-{claim.id}", width=PROSE):
                kind = wording.kind(reader.explainer, claim)
                st.markdown(f"{kind}\n\n{wording.plain(claim.text)}")
            _evidence(reader, claim, origin)
        with right, st.container(key=f"record-{claim.id}", gap="xsmall"):
            st.markdown(wording.record(reader.explainer, claim))
            if claim.what_would_change_it:
                with st.expander("What would change it? Editors’ prompt", type="compact"):
                    st.markdown(wording.plain(claim.what_would_change_it))
        if reader.origin == origin:
            event_panel(reader)


def _evidence(reader: Reader, claim: Claim, origin: str) -> None:
    names = claim.evidence + (claim.afterwards if reader.afterwards else ())
    if not names and not claim.series:
        return
    with st.container(key=f"evidence-{claim.id}", gap="xxsmall"):
        for name in names:
            event = reader.explainer.event[name]
            words = f"{wording.plain(event.title)} :gray[· {wording.date(event)}]"
            opener(reader, event, origin, f":material/event: {words}")
        for series in reader.explainer.series:
            if series.id in claim.series:
                words = f":material/bar_chart: {wording.plain(series.title)}"
                if reader.name == "reasons":
                    st.markdown(f":small[{words}: the bars in the figure above]")
                else:
                    page_link(reader, "reasons", f"{words}: the bars on {{menu}}")
