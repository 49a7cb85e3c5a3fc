"""The frame of every page: tab, style, menu, head and foot."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import streamlit as st

from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.figures import palette
from explainer.reading import wording
from explainer.ui import lost
from explainer.ui.device import watch_device
from explainer.ui.fault import guarded
from explainer.ui.presenter import stage
from explainer.ui.reader import WIDTH, Reader, finish_turning, page_link, small_print
from explainer.ui.report import report

HERE = Path(__file__).parent
PAUSE = 0.05
"""Seconds. On a slow machine the first words came 0.4 s earlier by it, the figure no later."""


@contextmanager
def page(name: str) -> Iterator[Reader]:
    """The frame around a page: tab, style, menu and head before it, the foot after it.

    Bad content gets its report instead of the page, and presenter mode its stage; both end the
    script, and so does a fault before the page has begun.
    """
    with guarded():
        reader = _open(name)
        column = st.container(horizontal_alignment="center")
        with column.container(width=WIDTH, key="page", gap="medium"):
            _menu(reader)
            _head(reader)
            _first_words(reader)
            with guarded():
                yield reader
            _foot(reader)
        return
    st.stop()


def _open(name: str) -> Reader:
    finish_turning()
    icon = str(HERE / "icon.svg")
    try:
        explainer = loader.load()
    except ContentError as error:
        st.set_page_config(page_title="Content report", page_icon=icon, layout="wide")
        report(error)
        st.stop()
    reader = Reader.of(explainer, name)
    title = f"{reader.page.menu} · {explainer.about.title}"
    st.set_page_config(page_title=title, page_icon=icon, layout="wide")
    st.html(f"<style>{_style()}</style>")
    _come_back()
    watch_device()
    reader = replace(reader, notices=(*lost.notices(explainer.about, name), *reader.notices))
    if reader.view.present:
        stage(reader)
        st.stop()
    return reader


@st.fragment(run_every=timedelta(days=1))
def _come_back() -> None:
    """Makes a browser that lost its server ask for the whole page when it finds one again.

    It does so only if some part of the page runs by itself. Without, the new server would know
    nothing of what is on the screen, and would not answer the first press.
    """


def _head(reader: Reader) -> None:
    """Notices about the address, then what the page is called and what it is about."""
    with st.container(gap="small"):
        for notice in reader.notices:
            st.info(notice)
        st.markdown(f":small[:gray[{wording.plain(reader.page.kicker)}]]")
        st.title(wording.plain(reader.page.title), anchor=False)
        if reader.page.standfirst:
            with st.container(key="dek"):
                st.markdown(wording.plain(reader.page.standfirst), width=600)


def _first_words(reader: Reader) -> None:
    """Let a page that is opened show its head while the rest is on its way.

    A browser draws what has come as one piece: without the pause the head waits for all the rest.
    """
    if st.session_state.get("opened") != reader.name:
        st.session_state["opened"] = reader.name
        time.sleep(PAUSE)


def _foot(reader: Reader) -> None:
    """Links to the pages before and after this one, and the small print."""
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


@cache
def _style() -> str:
    ours = (HERE / name for name in ("style.css", "print.css"))
    drawn = palette.stylesheet('[class*="st-key-chart-"]')
    return "\n".join([*(file.read_text("utf-8") for file in ours), drawn, palette.on_paper()])


def _menu(reader: Reader) -> None:
    with st.container(horizontal=True, key="menu", gap="xxsmall"):
        for name in reader.explainer.about.pages:
            page_link(reader, name, "**{menu}**" if name == reader.name else "{menu}")
