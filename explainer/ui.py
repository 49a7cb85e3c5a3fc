"""Draws what pages share. With app.py and pages/, the only code that knows Streamlit."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from explainer import content, figures, palette, view, wording
from explainer.figures.scene import Scene, moment
from explainer.models import (
    Claim,
    Debate,
    Event,
    Explainer,
    Figure,
    Page,
    Plan,
    Question,
    Section,
)
from explainer.paper import NARROW, WIDE
from explainer.problems import ContentError
from explainer.view import View

HERE = Path(__file__).parent
PROSE, SMALL_PROSE, WIDTH = 540, 460, 1120
"""Widths in px: 68 characters of reading type and of small type, and the page."""
FIGURE = "figure"
"""Where an event opens unless it was asked for elsewhere."""


STANCES = {
    "agrees": "= Agrees",
    "sharpens": "> Sharpens",
    "challenges": "≠ Challenges",
    "background": "· Background",
}


@dataclass(frozen=True)
class Reader:
    """One rerun of one page: the content, the page, and what its address asks for."""

    explainer: Explainer
    name: str
    page: Page
    view: View

    @property
    def origin(self) -> str:
        """Where on this page the open event was asked for."""
        page, place = st.session_state.get("origin", (self.name, FIGURE))
        return str(place) if page == self.name else FIGURE

    def events(self, figure: str) -> tuple[Event, ...]:
        """The events of a figure that pass the filters, in date order."""
        found = (self.explainer.event[name] for name in figures.event_ids(self.explainer, figure))
        return tuple(sorted(filter(self.view.shows, found), key=moment))

    def scene(self, figure: str) -> Scene:
        """What a figure of this page is to show."""
        step = self.page.steps[self.view.step - 1] if self.view.step else None
        return Scene(
            self.explainer,
            frozenset(event.id for event in self.events(figure)),
            frozenset(step.events) if step else frozenset(),
            frozenset(step.actors) if step else frozenset(),
            self.view.event,
            self.view.scope == view.SCOPES[2],
        )


def script(name: str) -> str:
    """The script of a page, as Streamlit names it."""
    return "app.py" if name == "overview" else f"pages/{name}.py"


# ------------------------------------------------------------------ the frame of a page


def open_page(name: str) -> Reader:
    """Start a page: its tab, style, menu and head. Bad content gets its report instead."""
    icon = str(HERE / "icon.svg")
    try:
        explainer = content.load()
    except ContentError as error:
        st.set_page_config(page_title="Content report", page_icon=icon, layout="wide")
        _report(error)
        st.stop()
    page = explainer.page(name)
    title = f"{page.menu} · {explainer.about.title}"
    st.set_page_config(page_title=title, page_icon=icon, layout="wide")
    st.html(f"<style>{_style()}</style>")
    seen, notices = view.read(st.query_params.to_dict(), explainer, len(page.steps))
    reader = Reader(explainer, name, page, seen)
    # The page column stays open until the script ends, so that a page reads as a list of parts.
    st.container(horizontal_alignment="center").container(
        width=WIDTH, key="page", gap="medium"
    ).__enter__()
    _menu(reader)
    with st.container(gap="small"):
        for notice in notices:
            st.info(notice)
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.markdown(f":small[:gray[{wording.plain(page.kicker)}]]")
            _copy_view(reader)
        st.title(page.title, anchor=False)
        if page.standfirst:
            with st.container(key="dek", width=PROSE):
                st.markdown(wording.plain(page.standfirst))
    return reader


def close_page(reader: Reader) -> None:
    """End a page: links to the pages before and after it, and the small print."""
    names = reader.explainer.about.pages
    at = names.index(reader.name)
    with st.container(key="foot", gap="small"):
        st.divider()
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            if at:
                _page_link(reader, names[at - 1], ":material/arrow_back: {menu}")
            if at + 1 < len(names):
                _page_link(reader, names[at + 1], "Next: {menu} :material/arrow_forward:")
        small_print(reader.explainer.about.colophon)


def _style() -> str:
    return (HERE / "style.css").read_text("utf-8") + palette.stylesheet(".st-key-figure")


def _copy_view(reader: Reader) -> None:
    """The address of exactly this view, with the copy button that code blocks have."""
    with st.popover("Copy this view", type="tertiary", icon=":material/link:"):
        address = st.context.url or ""
        query = urlencode(reader.view.address(), safe=",")
        st.code(address.partition("?")[0] + (f"?{query}" if query else ""), language=None)


def _menu(reader: Reader) -> None:
    with st.container(horizontal=True, key="menu", gap="xxsmall"):
        for name in reader.explainer.about.pages:
            _page_link(reader, name, "**{menu}**" if name == reader.name else "{menu}")


def _page_link(reader: Reader, name: str, label: str, **more: str) -> None:
    """A link within the app that takes the filters along."""
    menu = wording.plain(reader.explainer.page(name).menu)
    parameters = reader.view.elsewhere() | more
    st.page_link(script(name), label=label.format(menu=menu), query_params=parameters or None)


def card(reader: Reader, name: str) -> None:
    """A page's card: its name as the link, what it holds, how long its path is."""
    page = reader.explainer.page(name)
    with st.container(border=True, gap="xsmall", key=f"card-{name}"):
        _page_link(reader, name, "{menu}")
        st.markdown(wording.plain(page.summary))
        st.markdown(f":small[:gray[{len(page.steps)} steps]]")


def small_print(text: str) -> None:
    """A grey paragraph at the measure of small type."""
    with st.container(width=SMALL_PROSE):
        st.markdown(f":small[:gray[{wording.plain(text)}]]")


def _report(error: ContentError) -> None:
    """Say what is wrong with the content, to its author and to a reader who came by."""
    problems = error.problems
    many = f"{len(problems)} mistakes" if len(problems) > 1 else "one mistake"
    with st.container(horizontal_alignment="center"), st.container(width=860, key="report"):
        files = len({problem.file for problem in problems})
        st.markdown(
            f":small[:gray[{content.folder().name}/ · {files} file{'s' if files > 1 else ''}]]"
        )
        st.title(f"The content has {many}, so no page is shown yet", anchor=False)
        st.markdown(
            "Nothing is lost. Correct the lines below and save: this page checks again by itself. "
            "If you came to read, please try again in a few minutes."
        )
        for problem in problems:
            with st.container(border=True, gap="small"):
                st.markdown(
                    f"**{wording.escape(problem.wrong)}**  \n{wording.escape(problem.remedy)}"
                )
                if problem.line:
                    number = str(problem.place.line)
                    caret = " " * (len(number) + 2 + problem.place.column) + "^"
                    st.code(f"{number} │ {problem.line}\n{caret}", language=None)
                place = f"{problem.file}, line {problem.place.line}, column {problem.place.column}"
                st.markdown(f":small[:gray[{wording.escape(place)}]]")
        st.markdown("The same list on the command line:")
        st.code("python -m explainer check", language=None)
    logging.getLogger(__name__).warning("content not shown:\n%s", error)


# ------------------------------------------------------------------ changing the view


def _go(changed: View, origin: str | None = None, page: str = "") -> None:
    """Make the address say the changed view; used as a callback, before the rerun."""
    st.query_params.from_dict(changed.address())
    if origin is not None:
        st.session_state["origin"] = (page, origin)


def _opener(reader: Reader, event: Event, origin: str, label: str, key: str) -> None:
    """A line that opens an event where it stands."""
    st.button(
        label,
        key=key,
        type="tertiary",
        on_click=_go,
        args=(replace(reader.view, event=event.id), origin, reader.name),
    )


# ------------------------------------------------------------------ steps and figure


def steps(reader: Reader) -> None:
    """The guided path: the step's text, what to look at, and the way on."""
    path, at = reader.page.steps, reader.view.step
    with st.container(key="steps"):
        words, ways = st.columns([7, 5], gap="large")
        with words, st.container(gap="small", width=PROSE):
            if at:
                step = path[at - 1]
                st.markdown(f":small[:gray[Step {at} of {len(path)}]]")
                st.subheader(step.title, anchor=False)
                st.markdown(wording.plain(step.text))
                st.markdown(f"**In the figure.** {wording.plain(step.look)}")
            else:
                st.markdown(f":small[:gray[The whole figure, nothing greyed · {len(path)} steps]]")
        with ways, st.container(gap="small"):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                if at:
                    _step_button(reader, "Back", at - 1, at == 1, "arrow_back", "Left")
                    _step_button(reader, "Next", at + 1, at == len(path), "arrow_forward", "Right")
                    whole = view.WHOLE_FIGURE
                    _step_button(reader, "Whole figure", whole, False, "select_all", None)
                else:
                    _step_button(reader, "Start the steps", 1, False, "arrow_forward", "Right")
            with st.expander("All steps", type="compact"):
                for number, step in enumerate(path, 1):
                    st.button(
                        f"{number}\u2002 {wording.plain(step.title)}",
                        key=f"step-{number}",
                        type="tertiary",
                        on_click=_go,
                        args=(replace(reader.view, step=number),),
                    )


def _step_button(
    reader: Reader, label: str, step: int, disabled: bool, icon: str, shortcut: str | None
) -> None:
    st.button(
        label,
        key=f"go-{label.lower().replace(' ', '-')}",
        icon=f":material/{icon}:",
        disabled=disabled,
        shortcut=shortcut,
        on_click=_go,
        args=(replace(reader.view, step=max(step, 0)),),
    )


def figure(reader: Reader, name: str, said: Figure) -> None:
    """A figure under its finding, with legend and note, in a wide and a narrow form."""
    scene = reader.scene(name)
    with st.container(key="figure" if name == reader.name else f"figure-{name}", gap="small"):
        st.header(said.finding, anchor=False)
        shown = reader.events(name)
        if shown:
            st.markdown(f":small[{wording.legend(reader.explainer, name, shown)}]")
        if not shown and name != "seminar":
            _nothing_shown(reader)
        else:
            for form in (WIDE, NARROW):
                key = f"{form.name}-{name}"
                with st.container(key=key):
                    st.plotly_chart(
                        figures.DRAW[name](scene, form),
                        key=f"chart-{key}",
                        theme=None,
                        config={"displayModeBar": False},
                        alt=said.alt,
                        on_select=_chosen(reader, f"chart-{key}"),
                        selection_mode="points",
                    )
        small_print(said.note)
    if reader.origin == FIGURE and name == reader.name:
        event_panel(reader)


def _chosen(reader: Reader, key: str) -> Callable[[], None]:
    def choose() -> None:
        points = st.session_state[key]["selection"]["points"]
        ids = str(points[0].get("customdata", [""])[0]).split() if points else []
        if ids:
            # A mark that stands for several events opens the one after the open one.
            at = ids.index(reader.view.event) + 1 if reader.view.event in ids else 0
            event = ids[at % len(ids)]
            _go(replace(reader.view, event=event), FIGURE, reader.name)

    return choose


def _nothing_shown(reader: Reader) -> None:
    st.markdown("No event passes these filters, so nothing is drawn.")
    st.button("Show all actors", on_click=_go, args=(replace(reader.view, actors=()),))


# ------------------------------------------------------------------ events


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
        with st.container(key="events", gap="xxsmall"):
            if not shown:
                _nothing_shown(reader)
            elif form == "Table":
                st.markdown(wording.table(reader.explainer, shown))
            else:
                with st.container(key="list", gap="xxsmall"):
                    _list(reader, shown)


def _controls(reader: Reader) -> None:
    with st.container(key="controls"):
        scopes = reader.explainer.about.scopes
        st.radio(
            "Events",
            view.SCOPES,
            index=view.SCOPES.index(reader.view.scope),
            format_func=lambda scope: getattr(scopes, scope),
            key="scope",
            on_change=_filtered,
            args=(reader,),
        )
        st.pills(
            "Actors",
            [actor.id for actor in reader.explainer.actors],
            default=list(reader.view.actors),
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
    _go(changed)


def _list(reader: Reader, shown: tuple[Event, ...]) -> None:
    """Era, then day, then event; long gaps are written out."""
    eras = list(reader.explainer.about.eras)
    before: Event | None = None
    for event in shown:
        while eras and event.start.at >= eras[0].start.at:
            era = eras.pop(0)
            if not eras or event.start.at < eras[0].start.at:
                st.subheader(wording.plain(era.name), anchor=False)
        if before and (gap := wording.gap(before, event)):
            st.markdown(f":small[:gray[↓ {gap}]]")
        before = event
        lanes = event.lanes or event.actors
        mark = wording.actor(reader.explainer.actor[lanes[0]]).split("\u00a0")[0] if lanes else "☆"
        label = f"{mark} **{wording.date(event)}**\u2002 {wording.plain(event.title)}"
        if event.scope.value != "brief":
            label += f" :gray[· {wording.standing(event).split(',')[0]}]"
        _opener(reader, event, "list", label, f"open-list-{event.id}")
        if event.id == reader.view.event and reader.origin == "list":
            event_panel(reader)


def event_panel(reader: Reader) -> None:
    """The open event: what, when, where, who says so, what it bears on, and its neighbours."""
    explainer, opened = reader.explainer, reader.view.event
    if opened is None:
        return
    event = explainer.event[opened]
    every = sorted(filter(reader.view.shows, explainer.events), key=moment)
    order = [found.id for found in every]
    with st.container(key="event", border=True, gap="small"):
        at = order.index(opened) if opened in order else -1
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            place = f"Event {at + 1} of {len(order)}" if at >= 0 else "Outside the filters"
            st.markdown(f":small[:gray[{place}]]")
            closed = replace(reader.view, event=None)
            st.button(
                "Close", icon=":material/close:", type="tertiary", on_click=_go, args=(closed,)
            )
        left, right = st.columns([7, 5], gap="large")
        with left:
            st.subheader(event.title, anchor=False)
            st.markdown(f"**{wording.date(event)}** · {wording.plain(event.place)}")
            st.markdown(wording.actors(explainer, event.actors))
            st.markdown(wording.plain(event.description))
            if event.note:
                st.markdown(f":small[**Note.** {wording.plain(event.note)}]")
        with right:
            lines = "\n".join(f"- {wording.source(explainer.source[n])}" for n in event.sources)
            standing = wording.standing(event)
            if event.brief:
                standing += f": {wording.locators(explainer, event.brief)}"
            st.markdown(f"**Who says so**\n\n{lines}\n\n:small[:gray[{standing}]]")
            _bears_on(reader, event)
        with st.container(horizontal=True):
            for label, step in (("Earlier event", -1), ("Later event", 1)):
                there = at + step
                free = at >= 0 and 0 <= there < len(order)
                target = replace(reader.view, event=order[there]) if free else reader.view
                st.button(label, disabled=not free, on_click=_go, args=(target,))


def _bears_on(reader: Reader, event: Event) -> None:
    """The claims that name the event as evidence, each with a link to its page."""
    afterwards = reader.view.scope == view.SCOPES[2]
    claims = [
        claim
        for claim in reader.explainer.claims
        if event.id in claim.evidence or (afterwards and event.id in claim.afterwards)
    ]
    if not claims:
        return
    st.markdown("**Bears on**")
    for page, found in _by_page(reader.explainer, claims).items():
        places = wording.locators(
            reader.explainer, dict.fromkeys(place for claim in found for place in claim.brief)
        )
        if page == reader.name:
            st.markdown(f"{places}, below on this page")
        else:
            _page_link(reader, page, f"{places}, on {{menu}}", event=event.id)


def _by_page(explainer: Explainer, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(explainer.page_of_claim[claim.id], []).append(claim)
    return found


# ------------------------------------------------------------------ claims and questions


def claims(reader: Reader, sections: tuple[Section, ...]) -> None:
    """The argument claim by claim: the author on the left, the record on the right."""
    with st.container(key="claims", gap="small"):
        st.header("The argument, claim by claim", anchor=False)
        with st.container(width=PROSE):
            st.markdown(
                "Each entry restates one statement of the brief in our words and says what kind of "
                "statement it is. The hedge is the author's own word."
            )
        if len(sections) == 1:
            _section(reader, sections[0])
            return
        for tab, section in zip(
            st.tabs([wording.plain(section.title) for section in sections]), sections, strict=True
        ):
            with tab:
                _section(reader, section)


def _section(reader: Reader, section: Section) -> None:
    with st.container(gap="medium"):
        for claim in section.claims:
            _claim(reader, claim)


def kind_line(explainer: Explainer, claim: Claim) -> str:
    """Kind, locator and hedge of a claim in words."""
    words = getattr(explainer.about.kinds, claim.kind.value)
    hedge = f" · hedge kept: “{wording.plain(claim.hedge)}”" if claim.hedge else ""
    return f"`{words.name}`\u2002:gray[{wording.locators(explainer, claim.brief)}{hedge}]"


def _claim(reader: Reader, claim: Claim) -> None:
    explainer, kind = reader.explainer, claim.kind.value
    words = getattr(explainer.about.kinds, kind)
    origin = f"claim-{claim.id}"
    with st.container(key=origin, gap="small"):
        left, right = st.columns([7, 5], gap="large")
        with left, st.container(key=f"kind-{kind}-{claim.id}", gap="xsmall"):
            with st.container(key=f"say-{claim.id}", width=PROSE):
                st.markdown(f"{kind_line(explainer, claim)}\n\n{wording.plain(claim.text)}")
            _evidence(reader, claim, origin)
        with right, st.container(key=f"record-{claim.id}", gap="xsmall"):
            said = []
            if claim.record:
                said.append(f"**{words.record}**  \n{wording.plain(claim.record.text)}")
                said.append(_cited(explainer, claim.record.sources))
            for comment in claim.contested:
                by = f" by {wording.plain(comment.by)}" if comment.by else ""
                said.append(f"**Contested{by}**  \n{wording.plain(comment.text)}")
                said.append(_cited(explainer, comment.sources))
            if not said:
                said.append(f"**{words.record}**  \n{wording.plain(words.no_record)}")
            st.markdown("\n\n".join(filter(None, said)))
            if claim.what_would_change_it:
                with st.expander("What would change it? Editors’ prompt", type="compact"):
                    st.markdown(wording.plain(claim.what_would_change_it))
        if reader.origin == origin:
            event_panel(reader)


def _cited(explainer: Explainer, sources: tuple[str, ...]) -> str:
    return f":small[{wording.sources(explainer, sources)}]" if sources else ""


def _evidence(reader: Reader, claim: Claim, origin: str) -> None:
    afterwards = reader.view.scope == view.SCOPES[2]
    names = claim.evidence + (claim.afterwards if afterwards else ())
    if not names and not claim.series:
        return
    with st.container(key=f"evidence-{claim.id}", gap="xxsmall"):
        for name in names:
            event = reader.explainer.event[name]
            label = f"{wording.plain(event.title)} :gray[· {wording.date(event)}]"
            _opener(reader, event, origin, f":material/event: {label}", f"open-{claim.id}-{name}")
        for series in reader.explainer.series:
            if series.id in claim.series:
                words = f":material/bar_chart: {wording.plain(series.title)}"
                if reader.name == "reasons":
                    st.markdown(f":small[{words}: the bars in the figure above]")
                else:
                    _page_link(reader, "reasons", f"{words}: the bars on {{menu}}")


def questions(reader: Reader, asked: tuple[Question, ...]) -> None:
    """The self-check: choose, then read why; nothing leaves the session."""
    if not asked:
        return
    with st.container(key="questions", gap="small"):
        st.header("Check yourself", anchor=False)
        for number, question in enumerate(asked, 1):
            with st.container(border=True, width=660, gap="small"):
                st.markdown(f":small[:gray[Question {number} of {len(asked)}]]")
                st.markdown(f"**{wording.plain(question.stem)}**")
                answers = {wording.plain(option.text): option for option in question.options}
                chosen = st.radio(
                    question.stem,
                    list(answers),
                    index=None,
                    label_visibility="collapsed",
                    key=f"answer-{question.id}",
                )
                if chosen is not None:
                    tested = [reader.explainer.claim[name] for name in question.claims]
                    places = dict.fromkeys(place for claim in tested for place in claim.brief)
                    st.markdown(wording.plain(answers[chosen].feedback))
                    see = wording.locators(reader.explainer, places)
                    st.markdown(f":small[:gray[See {see}.]]")


# ------------------------------------------------------------------ seminar and sources


def plan(reader: Reader, found: Plan) -> None:
    """A session plan: minutes, what the class does, and a link to the very view."""
    begun = 0
    for block in found.blocks:
        with st.container(gap="xxsmall"):
            clock = f":gray[{begun}–{begun + block.minutes} min]"
            with st.container(width=PROSE):
                st.markdown(
                    f"{clock}\u2002 **{wording.plain(block.title)}**  \n{wording.plain(block.text)}"
                )
            if block.page:
                more = {"step": str(block.step)} if block.step and block.step > 1 else {}
                where = f", step {block.step}" if block.step else ""
                _page_link(reader, block.page, f"Open {{menu}}{where}", **more)
        begun += block.minutes


def debate(reader: Reader, found: Debate) -> None:
    """The author's claims, and what other analysts make of them, by their stance."""
    explainer = reader.explainer
    for name in found.claims:
        claim = explainer.claim[name]
        with (
            st.container(key=f"kind-{claim.kind.value}-{found.id}-{name}"),
            st.container(key=f"say-{found.id}-{name}", width=PROSE),
        ):
            st.markdown(f"{kind_line(explainer, claim)}\n\n{wording.plain(claim.text)}")
    readings = [reading for reading in explainer.readings if reading.source in found.readings]
    with st.grid(3, min_column_width=280):
        for stance, words in STANCES.items():
            some = [reading for reading in readings if reading.stance == stance]
            if some:
                with st.container(gap="small"):
                    st.markdown(f"**{words}**")
                    for reading in some:
                        with st.container(border=True, gap="xxsmall"):
                            st.markdown(
                                f"**{wording.plain(reading.author)}**  \n"
                                f"{wording.plain(reading.summary)}"
                            )
                            cited = wording.source(explainer.source[reading.source])
                            st.markdown(f":small[{cited}]")


def source_list(reader: Reader) -> None:
    """Every source, to be searched and narrowed by grade, twenty at a time."""
    explainer = reader.explainer
    used: dict[str, set[str]] = {}
    for event in explainer.events:
        for name in event.sources:
            used.setdefault(name, set()).update(event.brief)
    with st.container(gap="small"):
        st.header(f"All {len(explainer.sources)} sources", anchor=False)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            words = st.text_input(
                "Find a source", placeholder="publisher, author or title", width=320
            )
            grades = st.pills("Grade", ("A", "B", "C"), selection_mode="multi", key="grade")
        found = [
            source
            for source in explainer.sources
            if (not grades or source.grade.value in grades)
            and words.lower() in f"{source.publisher} {source.author} {source.title}".lower()
        ]
        pages = max(1, -(-len(found) // 20))
        page = st.pagination(pages, key="source-page") if pages > 1 else 1
        with st.container(width=760, gap="xsmall"):
            for source in found[(page - 1) * 20 : page * 20]:
                st.markdown(wording.reference(source))
            if not found:
                st.markdown("No source matches. Clear the search or the grades.")
