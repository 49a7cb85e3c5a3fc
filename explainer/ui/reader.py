"""One rerun of one page: what its address asks for, and how to change that."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import streamlit as st

from explainer.content import selection
from explainer.content.chronology import moment
from explainer.content.explainer import Explainer
from explainer.content.pages import ArgumentPage
from explainer.content.questions import Question
from explainer.content.steps import Page
from explainer.figures.parts.scene import Scene
from explainer.reading import view
from explainer.reading.view import View
from explainer.reading.words import Words
from explainer.ui.component import component
from explainer.ui.ways import FRONT, AppWays

WIDTH = 1120
"""The width of a page in px."""
_below = component("below", "below")
NAMED = re.compile('data-event="([^"]+)"')
LIST = 'data-origin="list"'
"""What tells the list of events from other parts of a page."""
STORED = 120
"""How many events are ready on a page at most; any other comes from the server when pressed."""


@dataclass(frozen=True)
class Reader:
    """The content, the page, and what its address asks for."""

    explainer: Explainer
    name: str
    page: Page
    view: View
    notices: tuple[str, ...] = ()
    """What the address asks for and cannot mean."""
    put_so_far: list[str] = field(default_factory=list)
    """The HTML of this rerun."""

    @classmethod
    def of(cls, explainer: Explainer, name: str) -> Reader:
        """What the address asks of a page just now."""
        page = explainer.page(name)
        seen, notices = view.read(st.query_params.to_dict(), explainer, len(page.steps))
        return cls(explainer, name, page, seen, notices)

    def put(self, macro: str, *values: Hashable, **look: Any) -> None:
        """Send one part of the page as the templates word it; ``look`` is that of ``st.html``."""
        html = self.words(macro, *values)
        self.put_so_far.append(html)
        st.html(Html(html), **look)

    def put_below(self, macro: str, *values: Hashable, key: str = "") -> None:
        """Send one part that stands below the figure: a browser shows it once that is drawn.

        ``key`` tells parts of one macro apart.
        """
        html = self.words(macro, *values)
        self.put_so_far.append(html)
        # As bytes it is sent as it is; anything else Streamlit looks through for tables.
        _below(key=f"below-{key or macro.replace('.', '-')}", data=html.encode())

    @property
    def words(self) -> Words:
        """The content in words, with links that keep the filters."""
        filters = tuple(self.view.elsewhere().items())
        return Words(self.explainer, AppWays(self.explainer, self.name, filters))

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of the events that what was sent so far can open, at most STORED of them.

        Those of a long list come last and the most important of them first: the rest is few presses
        away, and the server has it.
        """
        parts = [_named(html) for html in self.put_so_far if not _is_list(html)]
        parts += [_by_importance(self.words, html) for html in self.put_so_far if _is_list(html)]
        return tuple(dict.fromkeys(name for names in parts for name in names))[:STORED]

    @property
    def beyond_the_figure(self) -> tuple[object, ...]:
        """What of the address the rest of the page shows; a step, for one, is not of it."""
        return self.is_whole, self.view.scope, self.view.actors, self.view.present

    @property
    def is_whole(self) -> bool:
        """Whether readers look around in the whole figure."""
        return self.view.step == view.WHOLE_FIGURE

    @property
    def at(self) -> int:
        """The number of the step that is shown, the first where none is asked for; 0 for none."""
        return 1 if self.view.step is None else self.view.step

    @property
    def has_card(self) -> bool:
        """Whether the path opens with something to guess; a room is shown the steps at once."""
        return bool(predictions(self.page)) and not (self.view.present or self.view.notes)

    @property
    def guesses(self) -> bool:
        """Whether readers are to guess first: until they have, or have gone on, this session."""
        passed: set[str] = st.session_state.get("passed", set())
        return self.view.step is None and self.has_card and self.name not in passed

    @property
    def afterwards(self) -> bool:
        """Whether what happened after the brief was asked for."""
        return self.view.scope == view.SCOPES[2]

    def shown(self, figure: str | None = None) -> tuple[str, ...]:
        """The ids of the events of a figure, or of all, that pass the filters, in date order."""
        drawn = (figure,) if figure else tuple(self.explainer.figures_of(self.name))
        return _shown(self.words, drawn, self.view.scope, self.view.actors)

    def scene(self, figure: str) -> Scene:
        """What a figure of this page is to show."""
        if self.guesses:
            return Scene(self.explainer, frozenset(), waits=True)
        step = self.page.steps[self.at - 1] if self.at else None
        return Scene(
            self.explainer,
            frozenset(self.shown(figure)),
            frozenset(step.events) if step else frozenset(),
            frozenset(step.actors) if step else frozenset(),
            self.view.event,
            self.afterwards,
            step=self.at,
        )


class Html(str):
    """HTML that Streamlit takes as it is; of any other text it looks at every line."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return self


@lru_cache(maxsize=512)
def _shown(
    words: Words, drawn: tuple[str, ...], scope: str, actors: tuple[str, ...]
) -> tuple[str, ...]:
    explainer, filters = words.explainer, View(scope=scope, actors=actors)
    every = (name for one in drawn for name in selection.event_ids(explainer, one))
    found = (explainer.event[name] for name in dict.fromkeys(every))
    return tuple(event.id for event in sorted(filter(filters.shows, found), key=moment))


@lru_cache(maxsize=512)
def _named(html: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(NAMED.findall(html)))


@lru_cache(maxsize=512)
def _is_list(html: str) -> bool:
    return LIST in html


@lru_cache(maxsize=512)
def _by_importance(words: Words, html: str) -> tuple[str, ...]:
    return tuple(sorted(_named(html), key=words.explainer.importance.__getitem__))


def predictions(page: Page) -> tuple[Question, ...]:
    """The questions of a page that are asked before its figure is seen."""
    asked = page.questions if isinstance(page, ArgumentPage) else ()
    return tuple(question for question in asked if question.before_figure)


def go(reader: Reader, **changed: Any) -> None:
    """Change what the address says just now; a callback, so it runs before the rerun.

    What changes is named as the fields of View are.
    """
    now = Reader.of(reader.explainer, reader.name).view
    st.query_params.from_dict(replace(now, **changed).address())
    passed: set[str] = st.session_state.setdefault("passed", set())
    if changed.get("step"):
        passed.add(reader.name)
    elif "step" in changed and changed["step"] is None:
        passed.discard(reader.name)


def station(reader: Reader, step: int) -> tuple[str, int | None]:
    """The page and the step that a step of this page's path, or one beyond its ends, leads to.

    All paths together are one; beyond its two ends one stays where one is. Before the first step
    stands what is to be guessed, where there is something, as step 0; None is how a page opens.
    """
    names, last = reader.explainer.about.pages, len(reader.page.steps)
    first = 0 if reader.has_card else 1
    at = names.index(reader.name) + (step > last) - (step < first)
    if not 0 <= at < len(names) or names[at] == reader.name:
        return reader.name, min(max(step, first), last) or None
    return names[at], None if step > last else len(reader.explainer.page(names[at]).steps)


def step_after(reader: Reader) -> tuple[str, int] | None:
    """The page and number of the step that comes next when presenting; None at the very end."""
    page, step = station(reader, reader.at + 1)
    return None if (page, step) == (reader.name, reader.at) else (page, step or 1)


def turn(reader: Reader, step: int) -> None:
    """Go to a step, of another page if need be; a callback, so it runs before the rerun."""
    page, at = station(reader, step)
    if page == reader.name:
        go(reader, step=at, event=reader.view.event if reader.view.present else None)
    else:
        turn_to(page, replace(reader.view, event=None, step=at).address())


def turn_to(page: str, address: dict[str, str]) -> None:
    """Go to a page with these parameters; a callback, so it runs before the rerun."""
    st.session_state["turn to"] = page, address


def is_turning() -> bool:
    """Whether another page was asked for and the script has still to go there."""
    return "turn to" in st.session_state


def finish_turning() -> None:
    """Go to the page that was asked for; only a script, not a callback, can."""
    if is_turning():
        page, address = st.session_state.pop("turn to")
        st.switch_page(script(page), query_params=address)


def script(name: str) -> str:
    """The script of a page, as Streamlit names it."""
    return "app.py" if name == FRONT else f"pages/{name}.py"
