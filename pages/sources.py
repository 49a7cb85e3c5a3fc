"""Sources and method: the brief, how claims were classed, every source, what is contested."""

import streamlit as st

from explainer import ui, wording

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

ui.source_list(reader)

with st.container(gap="small"):
    st.header("Where sources disagree", anchor=False)
    for point in explainer.contested:
        with st.expander(wording.plain(point.question), width=760):
            st.markdown(wording.plain(point.detail))
            bears = dict.fromkeys(
                place for name in point.claims for place in explainer.claim[name].brief
            )
            st.markdown(
                f":small[:gray[{wording.sources(explainer, point.sources)} · "
                f"bears on {wording.locators(explainer, bears)}]]"
            )

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
