"""Sources and method: the brief, how claims were classed, every source, what is contested."""

from zlib import crc32

import streamlit as st

from explainer import ui
from explainer.language.counting import counted
from explainer.language.search import finds
from explainer.reading import wording
from explainer.takeaway import citation, export
from explainer.takeaway.citation import STYLES

PER_PAGE = 20

with ui.page("sources") as reader:
    explainer, page = reader.explainer, reader.explainer.sources_page
    brief = explainer.about.brief

    left, right = st.columns([7, 5], gap="large")
    with left, st.container(gap="small"):
        st.header("The brief", anchor=False)
        st.markdown(
            f"{wording.plain(brief.author_sorted)} ({brief.date.words()}). "
            f"*{wording.plain(brief.title)}*. {wording.plain(brief.publisher)}. "
            f"[{brief.url}]({brief.url})"
        )
        ui.small_print(brief.disclaimer)
        with st.expander("Cite this", width=620):
            here = (st.context.url or "").partition("?")[0].removesuffix("/sources")
            works = {
                "The brief": citation.brief(explainer.about),
                "This explainer": citation.explainer(explainer.about, here),
            }
            for name, work in works.items():
                cited = (f"{style}: {wording.plain(cite(work))}" for style, cite in STYLES.items())
                st.markdown("\n\n".join((f"**{name}**", *cited)))
        ui.downloads(reader, export.BIBTEX, export.RIS, export.CSL, export.EVENTS)
    with right, st.container(border=True, gap="small"):
        st.subheader("How sources are graded", anchor=False)
        grades = (
            f"**{grade}**\u2002 {wording.plain(getattr(page.grades, grade))}" for grade in "ABC"
        )
        st.markdown("\n\n".join(grades))

    ui.guided_path(reader, sources=page.figure)
    ui.events(reader, "sources")

    with st.container(gap="small"):
        st.header("How claims were classed", anchor=False)
        st.markdown("\n\n".join(map(wording.plain, page.method)), width=ui.PROSE)

    with st.container(gap="small"):
        number = len(explainer.sources)
        many = f"All {counted(number, 'source')}" if number > 1 else "The one source"
        st.header(many, anchor=False)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            words = st.text_input(
                "Find a source", placeholder="publisher, author or title", width=320
            )
            graded = st.pills("Grade", ("A", "B", "C"), selection_mode="multi", key="grade")
        found = [
            source
            for source in explainer.sources
            if (not graded or source.grade.value in graded)
            and finds(words, source.publisher, source.author, source.title)
        ]
        pages = -(-len(found) // PER_PAGE)
        at = st.pagination(pages, key="source-page") if pages > 1 else 1
        listed = found[(at - 1) * PER_PAGE : at * PER_PAGE]
        seen = crc32(" ".join(source.id for source in listed).encode())
        with st.container(key="listed-sources"), ui.anew(f"sources-{seen}"):
            none = "No source matches. Clear the search or the grades."
            st.markdown("\n\n".join(map(wording.reference, listed)) or none, width=760)

    with st.container(gap="small"):
        st.header("Where sources disagree", anchor=False)
        for point in explainer.contested:
            with st.expander(wording.plain(point.question), width=760):
                asked = point.later and st.toggle(
                    "Show what became known later", key=f"later-{point.id}"
                )
                st.markdown(wording.disagreement(explainer, point, later=bool(asked)))

    with st.container(gap="small"):
        st.header("What could not be verified", anchor=False)
        points = "\n".join(f"- {wording.plain(point)}" for point in page.open_points)
        st.markdown(points, width=ui.PROSE)

    with st.container(gap="small", key="glossary"):
        st.header("Glossary", anchor=False)
        st.markdown("\n\n".join(map(wording.term, explainer.glossary)))
