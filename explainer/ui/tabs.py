"""Tabs of which only the open one is made: a page costs what it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import streamlit as st

from explainer.reading import wording


class Titled(Protocol):
    """Anything with a title of its own."""

    @property
    def title(self) -> str:
        """What its tab is called."""


T = TypeVar("T", bound=Titled)


def tabs(every: Sequence[T], show: Callable[[T], None], *, key: str) -> None:
    """One tab for each, by its title; ``show`` draws the open one."""
    titles = [wording.plain(one.title) for one in every]
    for tab, one in zip(st.tabs(titles, key=key, on_change="rerun"), every, strict=True):
        if tab.open:
            with tab:
                show(one)


def open_tab(key: str, one: Titled) -> None:
    """Have a tab open at the next run; from a callback."""
    st.session_state[key] = wording.plain(one.title)
