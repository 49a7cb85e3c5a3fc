"""The overview: the question, the answer, how to read it, and where to go."""

import streamlit as st

from explainer import ui, wording

reader = ui.open_page("overview")
overview, about = reader.explainer.overview, reader.explainer.about

answer, reading = st.columns([7, 5], gap="large")
with answer, st.container(gap="medium"):
    st.header("The answer in short", anchor=False)
    for number, sentence in enumerate(overview.answers):
        kind = sentence.kind.value
        name = getattr(about.kinds, kind).name
        place = wording.locators(reader.explainer, sentence.brief)
        with st.container(key=f"kind-{kind}-answer-{number}", gap="xxsmall"):
            with st.container(key=f"say-answer-{number}", width=ui.PROSE):
                st.markdown(wording.plain(sentence.text))
            st.markdown(f":small[:gray[{name} · {place}]]")
with reading, st.container(border=True, gap="small"):
    st.subheader("How to read it", anchor=False)
    for kind in ("reported", "judgement", "forecast"):
        words = getattr(about.kinds, kind)
        with st.container(key=f"kind-{kind}-legend"):
            st.markdown(f"`{words.name}`  \n{wording.plain(words.meaning)}")
    first = next(iter(about.locators))
    place = wording.locators(reader.explainer, [first])
    st.markdown(f":small[:gray[“{place}” points into the brief: section, paragraph, sentence.]]")
    st.markdown("\u2002 ".join(map(wording.actor, reader.explainer.actors)))

ui.steps(reader)
ui.figure(reader, "overview", overview.figure)
ui.events(reader, "overview")

with st.container(gap="small"):
    st.header("Terms to know first", anchor=False)
    with st.grid(3, min_column_width=260):
        for name in overview.terms:
            term = reader.explainer.term[name]
            st.markdown(f"**{wording.plain(term.term)}**  \n{wording.plain(term.definition)}")

with st.container(gap="small", key="cards"):
    st.header("Where to go", anchor=False)
    with st.grid(3, min_column_width=260):
        for name in about.pages:
            if name != reader.name:
                ui.card(reader, name)

ui.close_page(reader)
