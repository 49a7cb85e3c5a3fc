"""The figures' events in words, with the filters."""

from __future__ import annotations

import streamlit as st

from explainer.content.pages import TimelinePage
from explainer.language.catalogue import say
from explainer.reading import view, wording
from explainer.reading.view import View
from explainer.ui.reader import Reader, go


def events(reader: Reader) -> None:
    """The text twin of the page's figures; whoever looks around has it beside them already."""
    if reader.is_whole:
        return
    reader.put_below("event.twin_head", _said(reader))
    # Not a popover: it opens at the end of the document, many presses of Tab from its button.
    folded = st.expander(
        say("filters"),
        icon=":material/tune:",
        type="compact",
        key="controls",
        on_change="rerun",
    )
    if folded.open:
        with folded:
            _controls(reader)
    _list(reader)


def filters(reader: Reader) -> None:
    """The filters and how many events they leave, above whole figures."""
    with st.container(key="controls", horizontal=True, vertical_alignment="bottom", gap="large"):
        _controls(reader, in_a_row=True)
    reader.put("event.count", _said(reader))


def listed(reader: Reader) -> None:
    """The list below whole figures."""
    reader.put_below("event.twin_head", "")
    _list(reader)


def _said(reader: Reader) -> str:
    chosen = [reader.explainer.actor[name] for name in reader.view.actors]
    return wording.count(len(reader.shown()), reader.view.scope, chosen, reader.explainer)


def _list(reader: Reader) -> None:
    shown, page = reader.shown(), reader.page
    if shown:
        rule = page.selection_rule if isinstance(page, TimelinePage) else ""
        reader.put_below("event.chronicle", shown, rule)
    else:
        nothing_shown(reader, "list")


def nothing_shown(reader: Reader, place: str) -> None:
    """Say that the filters leave nothing, and offer the way out."""
    st.markdown(say("nothing-shown"))
    everything = {"actors": (), "scope": view.DEFAULT_SCOPE}
    st.button(
        say("show-all-actors"),
        key=f"all-{place}",
        on_click=go,
        args=(reader,),
        kwargs=everything,
    )


def _controls(reader: Reader, *, in_a_row: bool = False) -> None:
    # The address decides: a link or a button may have changed it since the controls were used.
    st.session_state["scope"] = reader.view.scope
    st.session_state["actors"] = list(reader.view.actors)
    scopes = reader.explainer.about.scopes
    st.radio(
        say("filter-events"),
        view.SCOPES,
        format_func=lambda scope: wording.plain(getattr(scopes, scope)),
        key="scope",
        horizontal=in_a_row,
        on_change=_filtered,
        args=(reader,),
    )
    st.pills(
        say("filter-actors"),
        [actor.id for actor in reader.explainer.actors],
        selection_mode="multi",
        format_func=lambda name: wording.marked(reader.explainer.actor[name]),
        key="actors",
        on_change=_filtered,
        args=(reader,),
    )


def _filtered(reader: Reader) -> None:
    state = st.session_state
    chosen = View(scope=state["scope"], actors=tuple(state["actors"]))
    asked = Reader.of(reader.explainer, reader.name).view.event
    opened = reader.explainer.event[asked] if asked else None
    kept = opened.id if opened and chosen.shows(opened) else None
    go(reader, event=kept, scope=chosen.scope, actors=chosen.actors)
