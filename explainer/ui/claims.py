"""The argument claim by claim: the author on the left, the record on the right."""

from __future__ import annotations

from functools import partial

import streamlit as st

from explainer.content.claims import Claim, Section
from explainer.reading import wording
from explainer.ui.device import arrive
from explainer.ui.events import event_panel, openers
from explainer.ui.reader import PROSE, Reader, page_link
from explainer.ui.tabs import open_tab, tabs


def claims(reader: Reader, sections: tuple[Section, ...]) -> None:
    """All claims of a page, one tab for each group."""
    with st.container(key="claims", gap="small"):
        st.header("The argument, claim by claim", anchor=False)
        st.markdown(
            "Each entry restates one statement of the brief in our words and says what kind of "
            "statement it is. A hedge softens it, an emphasis strengthens it: both are the "
            "author’s own words.",
            width=PROSE,
        )
        every = (claim for section in sections for claim in section.claims)
        st.markdown(wording.tally(every), width=PROSE)
        if len(sections) == 1:
            _section(reader, sections[0])
        else:
            tabs(sections, partial(_section, reader), key="sections")


def show_claim(reader: Reader, claim: str) -> None:
    """Open the tab of a claim of this page and go there; a callback, before the rerun."""
    sections: tuple[Section, ...] = getattr(reader.page, "sections", ())
    for section in sections:
        if any(found.id == claim for found in section.claims) and len(sections) > 1:
            open_tab("sections", section)
    arrive(f"claim-{claim}")


def _section(reader: Reader, section: Section) -> None:
    for claim in section.claims:
        _claim(reader, claim)


def _claim(reader: Reader, claim: Claim) -> None:
    """The statement, what the record says beside it, and below what supports or bears on it."""
    origin = f"claim-{claim.id}"
    with st.container(key=origin, gap=None):
        st.markdown(wording.claim(reader.explainer, claim), width=PROSE)
        st.markdown(wording.record(reader.explainer, claim, later=reader.afterwards))
        groups = wording.groups(claim)
        if reader.afterwards:
            groups[wording.plain(reader.explainer.about.scopes.afterwards)] = claim.afterwards
        for name, names in groups.items():
            found = [reader.explainer.event[event] for event in names]
            openers(reader, found, origin, wording.evidence, name, named=True)
        for series in reader.explainer.series:
            if series.id in claim.series:
                words = f":material/bar_chart: {wording.plain(series.title)}"
                if series.id != reader.explainer.reasons.figure.series:
                    st.markdown(f":small[{words}]")
                elif reader.name == "reasons":
                    st.markdown(f":small[{words}: the bars in the figure above]")
                else:
                    page_link(reader, "reasons", f"{words}: the bars on {{menu}}")
        if reader.origin == origin:
            event_panel(reader)
