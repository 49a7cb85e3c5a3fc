"""Sources and method: the brief, how claims were classed, every source, what is contested."""

import streamlit as st

from explainer import ui
from explainer.language.catalogue import say
from explainer.language.search import finds
from explainer.takeaway import citation, export

PER_PAGE = 20

with ui.page("sources") as reader:
    explainer = reader.explainer

    ui.guided_path(reader)

    here = (st.context.url or "").partition("?")[0].removesuffix("/sources")
    reader.put_below("sources_page.brief", citation.all_styles(explainer.about, here))
    ui.downloads(reader, export.BIBTEX, export.RIS, export.CSL, export.EVENTS, folded=True)

    reader.put("sources_page.method")
    with st.container(horizontal=True, vertical_alignment="bottom", key="find"):
        words = st.text_input(say("find-a-source"), placeholder=say("find-a-source-by"), width=320)
        given = sorted({source.grade.value for source in explainer.sources})
        graded = st.pills(say("grade"), given, selection_mode="multi", key="grade")
    found = tuple(
        source.id
        for source in explainer.sources
        if (not graded or source.grade.value in graded)
        and finds(words, source.publisher, source.author, source.title)
    )
    pages = -(-len(found) // PER_PAGE)
    at = st.pagination(pages, key="source-page") if pages > 1 else 1
    reader.put_below("source.listed", found[(at - 1) * PER_PAGE : at * PER_PAGE])
    reader.put_below("sources_page.rest", reader.afterwards)

    ui.events(reader)
