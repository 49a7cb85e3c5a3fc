"""One rerun of one page: what its address asks for, and how to change that."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.content.explainer import Explainer
from explainer.reading import view
from explainer.reading.seen import Seen, station
from explainer.reading.ways import FRONT
from explainer.reading.words import Words
from explainer.ui.component import component
from explainer.ui.ways import AppWays

WIDTH = 1120
"""The width of a page in px."""
_below = component("below", "below")
NAMED = re.compile('data-event="([^"]+)"')
LIST = 'data-origin="list"'
"""What tells the list of events from other parts of a page."""
STORED = 120
"""How many events are ready on a page at most; any other comes from the server when pressed."""


@dataclass(frozen=True)
class Reader(Seen):
    """What one reader sees in one rerun, and what was sent to them in it."""

    put_so_far: list[str] = field(default_factory=list)
    """The HTML of this rerun."""

    @classmethod
    def of(cls, explainer: Explainer, name: str) -> Reader:
        """What the address asks of a page just now."""
        page = explainer.page(name)
        seen, notices = view.read(st.query_params.to_dict(), explainer, len(page.steps))
        return cls(explainer, name, page, seen, notices)

    def put(self, macro: str, *values: Hashable, **look: Any) -> None:
        """Send one part of the page as the templates word it; ``look`` is that of ``st.html``.

        A part that the content leaves out has no words, and nothing is sent.
        """
        html = self.words(macro, *values)
        if not html.strip():
            return
        self.put_so_far.append(html)
        st.html(Html(html), **look)

    def put_below(self, macro: str, *values: Hashable, key: str = "") -> None:
        """Send one part that stands below the figure: a browser shows it once that is drawn.

        ``key`` tells parts of one macro apart.
        """
        html = self.words(macro, *values)
        if not html.strip():
            return
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
    def is_current(self) -> bool:
        """Whether the content is still what this reader sees, and nobody has saved it since."""
        try:
            return loader.load() is self.explainer
        except ContentError:
            return False

    @property
    def guesses(self) -> bool:
        """Whether readers are to guess first: until they have, or have gone on, this session."""
        passed: set[str] = st.session_state.get("passed", set())
        return super().guesses and self.name not in passed


class Html(str):
    """HTML that Streamlit takes as it is; of any other text it looks at every line."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return self


@lru_cache(maxsize=512)
def _named(html: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(NAMED.findall(html)))


@lru_cache(maxsize=512)
def _is_list(html: str) -> bool:
    return LIST in html


@lru_cache(maxsize=512)
def _by_importance(words: Words, html: str) -> tuple[str, ...]:
    return tuple(sorted(_named(html), key=words.explainer.importance.__getitem__))


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
    """The script of a page, as Streamlit names it; the front is what it was started with."""
    if name != FRONT:
        return f"pages/{name}.py"
    context = get_script_run_ctx()
    return Path(context.main_script_path).name if context else "overview.py"
