"""An address that is no page's: on to the page that was meant, or a notice above the overview.

Streamlit runs the overview for it, under a dialog of its own.
"""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from explainer.content.about import About
from explainer.reading import view
from explainer.reading.ways import FRONT
from explainer.ui.component import component
from explainer.ui.reader import script

KEY = "lost"
_closer = component("lost", "lost")


def notices(about: About, name: str) -> tuple[str, ...]:
    """What to tell a reader who came to the page ``name`` by an address that is no page's.

    Ends the script and runs another page if the address was meant for that one.
    """
    if asked := _asked_for():
        meant = view.page_meant(asked, about.pages)
        st.session_state[KEY] = (meant or name, "" if meant else view.unknown_page(asked))
        if meant and meant != name:
            st.switch_page(script(meant), query_params=st.query_params.to_dict())
    where, notice = st.session_state.get(KEY, ("", ""))
    if where != name:
        st.session_state.pop(KEY, None)
        return ()
    _close_dialog()
    return (notice,) if notice else ()


def send_home(name: str) -> None:
    """End the script of a page that the content leaves out: on to the overview, with a notice."""
    st.session_state[KEY] = (FRONT, view.unknown_page(name))
    st.switch_page(script(FRONT))


def _asked_for() -> str:
    """The name in the address that Streamlit found no page for; empty if it found one.

    Only Streamlit can tell the name of a page from a folder under which a server offers the app.
    """
    context = get_script_run_ctx()
    if context is None:
        return ""
    pages = context.pages_manager
    asked = "" if pages.intended_page_script_hash else pages.intended_page_name or ""
    return (
        "" if asked in {page.get("url_pathname") for page in pages.get_pages().values()} else asked
    )


def _close_dialog() -> None:
    with st.container(key=KEY):
        _closer()
