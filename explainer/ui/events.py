"""Events: the figure's text twin with its filters, and the panel of the open event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from explainer import view, wording
from explainer.figures.scene import moment
from explainer.models import Claim, Event
from explainer.ui.reader import Reader, go, page_link


def events(reader: Reader, figure: str) -> None:
    """The figure's text twin: filters, then the same events as a list or as a table."""
    shown = reader.events(figure)
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
            with st.popover("Filters", icon=":material/tune:"):
                _controls(reader)
            chosen = [reader.explainer.actor[name] for name in reader.view.actors]
            said = wording.count(len(shown), reader.view.scope, chosen, reader.explainer)
            st.markdown(f":gray[{said}]")
        listed = {event.id for event in shown} if form == "List" else set()
        if reader.origin == "list" and reader.view.event not in listed:
            event_panel(reader)
        with st.container(key="events", gap="xxsmall"):
            if not shown:
                nothing_shown(reader, "list")
            elif form == "Table":
                st.markdown(wording.table(reader.explainer, shown))
            else:
                with st.container(key="list", gap="xxsmall"):
                    _list(reader, shown)


def nothing_shown(reader: Reader, place: str) -> None:
    """Say that the filters leave nothing, and offer the way out."""
    st.markdown("No event passes these filters, so nothing is drawn.")
    everything = replace(reader.view, actors=(), scope=view.DEFAULT_SCOPE)
    st.button("Show all actors", key=f"all-{place}", on_click=go, args=(everything,))


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
    changed = replace(reader.view, scope=state["scope"], actors=tuple(state["actors"]))
    if changed.event and not changed.shows(reader.explainer.event[changed.event]):
        changed = replace(changed, event=None)
    go(changed)


def _list(reader: Reader, shown: tuple[Event, ...]) -> None:
    """Era, then day, then event; long gaps are written out."""
    eras = list(reader.explainer.about.eras)
    before: Event | None = None
    for event in shown:
        entered = None
        while eras and event.start.at >= eras[0].start.at:
            entered = eras.pop(0)
        if entered:
            st.subheader(wording.plain(entered.name), anchor=False)
        if before and (gap := wording.gap(before, event)):
            st.markdown(f":small[:gray[↓ {gap}]]")
        before = event
        opener(reader, event, "list", wording.entry(reader.explainer, event))
        if event.id == reader.view.event and reader.origin == "list":
            event_panel(reader, shown)


def opener(reader: Reader, event: Event, origin: str, label: str) -> None:
    """A line that opens an event where it stands."""
    st.button(
        label,
        key=f"open-{origin}-{event.id}",
        type="tertiary",
        on_click=go,
        args=(replace(reader.view, event=event.id), origin, reader.name),
    )


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
            st.markdown(f":small[:gray[{place}]]")
            closed = replace(reader.view, event=None)
            st.button(
                "Close", icon=":material/close:", type="tertiary", on_click=go, args=(closed,)
            )
        left, right = st.columns([7, 5], gap="large")
        with left, st.container(gap="small"):
            st.subheader(wording.plain(event.title), anchor=False)
            st.markdown(f"**{wording.date(event)}** · {wording.plain(event.place)}")
            if event.actors:
                st.markdown(wording.actors(explainer, event.actors))
            st.markdown(wording.plain(event.description))
            if event.note:
                st.markdown(f":small[**Note.** {wording.plain(event.note)}]")
        with right, st.container(key="record-event", gap="small"):
            said = "\n".join(f"- {wording.source(explainer.source[n])}" for n in event.sources)
            standing = wording.standing(event)
            if event.brief:
                standing += f": {wording.locators(explainer, event.brief)}"
            st.markdown(f"**Who says so**\n\n{said}\n\n:small[:gray[{standing}]]")
            _bears_on(reader, event)
        with st.container(horizontal=True):
            for label, step in (("Earlier event", -1), ("Later event", 1)):
                free = at >= 0 and 0 <= at + step < len(order)
                target = replace(reader.view, event=order[at + step]) if free else reader.view
                st.button(label, disabled=not free, on_click=go, args=(target,))


def _bears_on(reader: Reader, event: Event) -> None:
    """The claims that name the event as evidence, each with a link to its page."""
    found: dict[str, list[Claim]] = {}
    for claim in reader.explainer.claims:
        if event.id in claim.evidence or (reader.afterwards and event.id in claim.afterwards):
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
