"""The frame of every page: tab, style, menu, head and foot."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from explainer import content, palette, wording
from explainer.problems import ContentError
from explainer.ui.reader import WIDTH, Reader, page_link, small_print
from explainer.ui.report import report
from explainer.ui.stage import stage

HERE = Path(__file__).parent


def open_page(name: str) -> Reader:
    """Start a page: its tab, style, menu and head.

    Bad content gets its report instead of the page, and presenter mode its stage; both end the
    script.
    """
    icon = str(HERE / "icon.svg")
    try:
        explainer = content.load()
    except ContentError as error:
        st.set_page_config(page_title="Content report", page_icon=icon, layout="wide")
        report(error)
        st.stop()
    reader = Reader.of(explainer, name)
    page = reader.page
    title = f"{page.menu} · {explainer.about.title}"
    st.set_page_config(page_title=title, page_icon=icon, layout="wide")
    st.html(f"<style>{_style()}</style>")
    if reader.view.present:
        stage(reader)
        st.stop()
    # The page column stays open until the script ends, so that a page reads as a list of parts.
    st.container(horizontal_alignment="center").container(
        width=WIDTH, key="page", gap="medium"
    ).__enter__()
    _menu(reader)
    with st.container(gap="small"):
        for notice in reader.notices:
            st.info(notice)
        st.markdown(f":small[:gray[{wording.plain(page.kicker)}]]")
        st.title(wording.plain(page.title), anchor=False)
        if page.standfirst:
            with st.container(key="dek"):
                st.markdown(wording.plain(page.standfirst), width=600)
    return reader


def close_page(reader: Reader) -> None:
    """End a page: links to the pages before and after it, and the small print."""
    names = reader.explainer.about.pages
    at = names.index(reader.name)
    with st.container(key="foot", gap="small"):
        st.divider()
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            if at:
                page_link(reader, names[at - 1], ":material/arrow_back: {menu}")
            if at + 1 < len(names):
                page_link(reader, names[at + 1], "Next: {menu} :material/arrow_forward:")
        small_print(reader.explainer.about.colophon)


def card(reader: Reader, name: str) -> None:
    """A page's card: its name as the link, what it holds, how long its path is."""
    page = reader.explainer.page(name)
    with st.container(border=True, gap="xsmall", key=f"card-{name}"):
        page_link(reader, name, "{menu}")
        many = f":small[:gray[{len(page.steps)} steps]]"
        st.markdown(f"{wording.plain(page.summary)}\n\n{many}")


def _style() -> str:
    return (HERE / "style.css").read_text("utf-8") + palette.stylesheet('[class*="st-key-chart-"]')


def _menu(reader: Reader) -> None:
    with st.container(horizontal=True, key="menu", gap="xxsmall"):
        for name in reader.explainer.about.pages:
            page_link(reader, name, "**{menu}**" if name == reader.name else "{menu}")
