"""The frame of every page: tab, style, menu, head and foot."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import streamlit as st

from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.figures import palette
from explainer.language.catalogue import say
from explainer.reading import words
from explainer.ui import lost
from explainer.ui.fault import guarded
from explainer.ui.presenter import stage
from explainer.ui.reader import WIDTH, Reader, finish_turning
from explainer.ui.report import report
from explainer.ui.scripts import run_scripts
from explainer.ui.speaker import speaker

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
        with st.container(width=WIDTH, key="page", gap="medium"):
            reader.put("page.top", name)
            reader.put("page.head", name, reader.notices)
            _first_words(reader)
            with guarded():
                yield reader
            # Ready below the page, out of sight: every event that something on it can open.
            reader.put_below("page.foot", name, reader.named, reader.shown())
        return
    st.stop()


def _open(name: str) -> Reader:
    finish_turning()
    icon = str(HERE / "icon.svg")
    try:
        explainer = loader.load()
    except ContentError as error:
        st.set_page_config(page_title=say("content-report"), page_icon=icon, layout="wide")
        st.html(f"<style>{_style()}</style>")
        report(error)
        st.stop()
    if name not in explainer.pages:
        lost.send_home(name)
    reader = Reader.of(explainer, name)
    menu = reader.page.menu
    tab = say("speaker-title", menu=menu) if reader.view.notes else menu
    st.set_page_config(page_title=f"{tab} · {explainer.about.title}", page_icon=icon, layout="wide")
    st.html(f"<style>{_style()}</style>")
    reader = replace(reader, notices=(*lost.notices(explainer.about, name), *reader.notices))
    run_scripts(reader)
    if reader.view.notes or reader.view.present:
        speaker(reader) if reader.view.notes else stage(reader)
        st.stop()
    return reader


def _first_words(reader: Reader) -> None:
    """Let a page that is opened show its head while the rest is on its way.

    A browser draws what has come as one piece: without the pause the head waits for all the rest.
    """
    if st.session_state.get("opened") != reader.name:
        st.session_state["opened"] = reader.name
        time.sleep(PAUSE)


@cache
def _style() -> str:
    files = (words.STYLE, HERE / "style.css", words.STAGE_STYLE, HERE / "print.css")
    colours = f'[data-testid="stApp"]{{{palette.variables()}}}'
    drawn = palette.stylesheet('[class*="st-key-chart-"]')
    return "\n".join([colours, *(file.read_text("utf-8") for file in files), drawn])
