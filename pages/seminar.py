"""For the seminar: the steps of all pages in order, plans, questions, competing readings."""

import streamlit as st

from explainer import ui, wording

reader = ui.open_page("seminar")
explainer, page = reader.explainer, reader.explainer.seminar

ui.steps(reader)
ui.figure(reader, "seminar", page.figure)

with st.container(gap="small"):
    st.header("Session plans", anchor=False)
    for tab, plan in zip(st.tabs([plan.title for plan in page.plans]), page.plans, strict=True):
        with tab:
            ui.plan(reader, plan)

with st.container(gap="small", key="questions"):
    st.header("Questions for the room", anchor=False)
    for discussion in page.discussion:
        with st.container(border=True, width=760, gap="xsmall"):
            st.subheader(discussion.question, anchor=False)
            with st.expander("Notes for the instructor", type="compact"):
                st.markdown("\n".join(f"- {wording.plain(note)}" for note in discussion.notes))

with st.container(gap="small", key="readings"):
    st.header("Readings that compete", anchor=False)
    for tab, debate in zip(
        st.tabs([debate.title for debate in page.debates]), page.debates, strict=True
    ):
        with tab:
            ui.debate(reader, debate)

ui.close_page(reader)
