"""Sources and method: the brief, how claims were classed, every source, what is contested."""

import streamlit as st

from explainer import citation, export, ui, wording

PER_PAGE = 20

reader = ui.open_page("sources")
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
            st.markdown(f"**{name}**")
            for style, cite in citation.STYLES.items():
                st.markdown(f"{style}: {wording.plain(cite(work))}")
    ui.downloads(reader, export.BIBTEX, export.RIS, export.CSL, export.EVENTS)
with right, st.container(border=True, gap="small"):
    st.subheader("How sources are graded", anchor=False)
    for grade in ("A", "B", "C"):
        st.markdown(f"**{grade}**\u2002 {wording.plain(getattr(page.grades, grade))}")

ui.steps(reader)
ui.figure(reader, "sources", page.figure)
ui.events(reader, "sources")

with st.container(gap="small"):
    st.header("How claims were classed", anchor=False)
    with st.container(width=ui.PROSE):
        for paragraph in page.method:
            st.markdown(wording.plain(paragraph))

with st.container(gap="small"):
    st.header(f"All {len(explainer.sources)} sources", anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input("Find a source", placeholder="publisher, author or title", width=320)
        grades = st.pills("Grade", ("A", "B", "C"), selection_mode="multi", key="grade")
    found = [
        source
        for source in explainer.sources
        if (not grades or source.grade.value in grades)
        and words.lower() in f"{source.publisher} {source.author} {source.title}".lower()
    ]
    pages = -(-len(found) // PER_PAGE)
    at = st.pagination(pages, key="source-page") if pages > 1 else 1
    with st.container(width=760, gap="xsmall"):
        for source in found[(at - 1) * PER_PAGE : at * PER_PAGE]:
            st.markdown(wording.reference(source))
        if not found:
            st.markdown("No source matches. Clear the search or the grades.")

with st.container(gap="small"):
    st.header("Where sources disagree", anchor=False)
    for point in explainer.contested:
        with st.expander(wording.plain(point.question), width=760):
            st.markdown(wording.plain(point.detail))
            cited = [explainer.source[name] for name in point.sources]
            if point.later and st.toggle("Show what became known later", key=f"later-{point.id}"):
                st.markdown(wording.plain(point.later))
            elif point.later:
                cited = [source for source in cited if not wording.later(explainer, source)]
            bears = wording.places(explainer, [explainer.claim[name] for name in point.claims])
            named = "; ".join(map(wording.source, cited))
            st.markdown(f":small[:gray[{named} · bears on {bears}]]")

with st.container(gap="small"):
    st.header("What could not be verified", anchor=False)
    with st.container(width=ui.PROSE):
        st.markdown("\n".join(f"- {wording.plain(point)}" for point in page.open_points))

with st.container(gap="small"):
    st.header("Glossary", anchor=False)
    with st.grid(2, min_column_width=320):
        for term in explainer.glossary:
            st.markdown(f"**{wording.plain(term.term)}**  \n{wording.plain(term.definition)}")

ui.close_page(reader)
