"""Events: the figure's text twin with its filters, and the panel of the open event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from explainer.content.chronology import moment
from explainer.content.claims import Claim
from explainer.content.events import Event
from explainer.reading import view, wording
from explainer.reading.view import View
from explainer.ui.reader import Reader, anew, announce, go, page_link

OPENS = ":material/chevron_right: "
"""Before the words of a line that opens something or leads somewhere.

Without an icon of ours, Streamlit looks through every emoji for one at the start of the line.
"""


def events(reader: Reader, *figures: str) -> None:
    """The figures' text twin: filters, then the same events as a list or as a table."""
    shown = reader.events(*figures)
    with st.container(gap="small"):
        st.header("Look around", anchor=False)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            form = st.segmented_control(
                "Show as",
                ("List", "Table"),
                default="List",
                required=True,
                label_visibility="collapsed",
                key="twin",
            )
            chosen = [reader.explainer.actor[name] for name in reader.view.actors]
            said = wording.count(len(shown), reader.view.scope, chosen, reader.explainer)
            announce("count", said)
        # Not a popover: it opens at the end of the document, many presses of Tab from its button.
        with st.expander("Filters", icon=":material/tune:", type="compact", key="filters"):
            _controls(reader)
        listed = {event.id for event in shown} if form == "List" else set()
        if reader.origin == "list" and reader.view.event not in listed:
            event_panel(reader)
        with st.container(key="events", gap="xxsmall"):
            if not shown:
                nothing_shown(reader, "list")
            elif form == "Table":
                st.markdown(wording.table(reader.explainer, shown))
            else:
                _list(reader, shown)


def nothing_shown(reader: Reader, place: str) -> None:
    """Say that the filters leave nothing, and offer the way out."""
    st.markdown("No event passes these filters, so nothing is drawn.")
    everything = {"actors": (), "scope": view.DEFAULT_SCOPE}
    st.button("Show all actors", key=f"all-{place}", on_click=go, args=(reader,), kwargs=everything)


def _controls(reader: Reader) -> None:
    # The address decides: a link or a button may have changed it since the controls were used.
    st.session_state["scope"] = reader.view.scope
    st.session_state["actors"] = list(reader.view.actors)
    with st.container(key="controls"):
        scopes = reader.explainer.about.scopes
        st.radio(
            "Events",
            view.SCOPES,
            format_func=lambda scope: wording.plain(getattr(scopes, scope)),
            key="scope",
            on_change=_filtered,
            args=(reader,),
        )
        st.pills(
            "Actors",
            [actor.id for actor in reader.explainer.actors],
            selection_mode="multi",
            format_func=lambda name: wording.actor(reader.explainer.actor[name]),
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


def _list(reader: Reader, shown: tuple[Event, ...]) -> None:
    """Era, then day, then event; long gaps are written out, and the open event opens in place."""
    eras = list(reader.explainer.about.eras)
    era, run = "", list[Event]()
    entry = partial(wording.entry, reader.explainer)

    def flush() -> None:
        openers(reader, run, "list", entry, f"Events: {era}" if era else "Events")
        run.clear()

    for before, event in zip((None, *shown), shown, strict=False):
        entered = None
        while eras and event.start.at >= eras[0].start.at:
            entered = eras.pop(0)
        gap = before and wording.gap(before, event)
        if entered or gap:
            flush()
        if entered:
            era = wording.plain(entered.name)
            st.subheader(era, anchor=False)
        if gap:
            st.markdown(f":small[:gray[↓ {gap}]]")
        run.append(event)
        if event.id == reader.view.event and reader.origin == "list":
            flush()
            event_panel(reader, shown)
    flush()


def openers(
    reader: Reader,
    found: Sequence[Event],
    origin: str,
    label: Callable[[Event], str],
    name: str,
    *,
    named: bool = False,
) -> None:
    """Lines that each open an event where they stand; choosing the open one again closes it.

    ``label`` words an event, ``name`` is what the lines are called, for whoever cannot see them
    unless they are to be ``named`` on screen as well.
    """
    if not found:
        return
    key = f"open-{origin}-{found[0].id}"
    labels = wording.distinct({event.id: OPENS + label(event) for event in found})
    is_open = reader.view.event in labels and reader.origin == origin
    # The address decides which line is the chosen one.
    st.session_state[key] = reader.view.event if is_open else None
    st.pills(
        name,
        list(labels),
        format_func=labels.__getitem__,
        label_visibility="visible" if named else "collapsed",
        width="stretch",
        key=key,
        on_change=_open,
        args=(reader, key, origin),
    )


def _open(reader: Reader, key: str, origin: str) -> None:
    go(reader, origin, event=st.session_state[key])


def event_panel(reader: Reader, among: Sequence[Event] = ()) -> None:
    """The open event: what, when, where, who says so, what it bears on, and its neighbours.

    ``among`` are the events that earlier and later lead through; by default all that pass the
    filters.
    """
    explainer, opened = reader.explainer, reader.view.event
    if opened is None:
        return
    event = explainer.event[opened]
    every = among or sorted(filter(reader.view.shows, explainer.events), key=moment)
    order = [found.id for found in every]
    at = order.index(opened) if opened in order else -1
    with st.container(key="event", border=True, gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            place = f"Event {at + 1} of {len(order)}" if at >= 0 else "Outside the filters"
            announce("place", place)
            _button(reader, "Close", None, icon=":material/close:", type="tertiary")
        with anew(f"event-{event.id}"):
            left, right = st.columns([7, 5], gap="large")
            with left:
                st.subheader(wording.plain(event.title), anchor=False)
                st.markdown(wording.event(explainer, event))
            with right, st.container(key="record-event", gap="small"):
                st.markdown(wording.who_says(explainer, event))
                _bears_on(reader, event)
        if at >= 0:
            with st.container(horizontal=True):
                # At an end the button leads nowhere, but it keeps the focus of whoever pressed it.
                _button(reader, "Earlier event", order[max(at - 1, 0)])
                _button(reader, "Later event", order[min(at + 1, len(order) - 1)])


def _button(reader: Reader, label: str, event: str | None, **look: Any) -> None:
    st.button(label, on_click=go, args=(reader,), kwargs={"event": event}, **look)


def _bears_on(reader: Reader, event: Event) -> None:
    """The claims that rest on the event or that it bears on, each with a link to its page."""
    found: dict[str, list[Claim]] = {}
    for claim in reader.explainer.claims:
        later = claim.afterwards if reader.afterwards else ()
        if event.id in claim.evidence + claim.bears_on + later:
            found.setdefault(reader.explainer.page_of_claim[claim.id], []).append(claim)
    if not found:
        return
    st.markdown("**Bears on**")
    for page, claims in found.items():
        places = wording.places(reader.explainer, claims)
        if page == reader.name:
            st.markdown(f"{places}, on this page")
        else:
            page_link(reader, page, f"{places}, on {{menu}}", event=event.id)
