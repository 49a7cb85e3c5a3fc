"""The overview: the question, the answer, how to read it, and where to go."""

import streamlit as st

from explainer import ui
from explainer.reading import wording

with ui.page("overview") as reader:
    explainer, overview, about = reader.explainer, reader.explainer.overview, reader.explainer.about

    answer, reading = st.columns([7, 5], gap="large")
    with answer:
        st.header("The answer in short", anchor=False)
        for sentence in overview.answers:
            said = wording.statement(explainer, sentence.kind, sentence.brief, sentence.text)
            st.markdown(said, width=ui.PROSE)
    with reading, st.container(border=True, gap="small"):
        st.subheader("How to read it", anchor=False)
        st.markdown(wording.how_to_read(explainer))

    ui.guided_path(reader, overview=overview.figure)
    ui.events(reader, "overview")

    with st.container(gap="small"):
        st.header("Terms to know first", anchor=False)
        with st.grid(3, min_column_width=260):
            for name in overview.terms:
                st.markdown(wording.term(explainer.term[name]))

    with st.container(gap="small", key="cards"):
        st.header("Where to go", anchor=False)
        with st.grid(3, min_column_width=260):
            for name in about.pages:
                if name != reader.name:
                    ui.card(reader, name)
