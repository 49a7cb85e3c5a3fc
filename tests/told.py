"""What a medium tells its readers: the words of its HTML and of its figures, as they are read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from markup import WITHIN_A_LINE, Part, parse, plain
from streamlit.testing.v1 import AppTest

from explainer.reading import markdown

HEARD = frozenset({"alt", "aria-label", "content", "data-summary", "placeholder", "title"})
"""The attributes whose words reach a reader, or whoever hears the page."""
UNHEARD = frozenset({"script", "style"})


def words(markup: str) -> str:
    """The words of HTML on one line, those that are only heard and where links lead among them."""
    return plain("".join(_said(parse(markup))))


def _said(part: Part) -> Iterator[str]:
    if part.tag in UNHEARD:
        return
    apart = "" if part.tag in WITHIN_A_LINE else " "
    yield apart
    for name, value in part.has.items():
        if name in HEARD or (name == "href" and markdown.LINKS.match(value)):
            yield f" {value} "
    for one in part.inside:
        if isinstance(one, str):
            yield one
        else:
            yield from _said(one)
    yield apart


def rendered(text: str) -> str:
    """A text of the content as readers see it: without the marks of Markdown."""
    return words(str(markdown.prose(text)))


def drawn(figures: Iterable[Any]) -> str:
    """The words drawn in figures, as Plotly has them, without spaces: a line may end anywhere."""
    texts = (text for figure in figures for text in _texts(figure))
    return squeezed(" ".join(html.unescape(re.sub("<[^>]+>", " ", text)) for text in texts))


def squeezed(text: str) -> str:
    """A text without any space."""
    return plain(text).replace(" ", "")


def _texts(part: Any, key: str = "") -> Iterator[str]:
    if isinstance(part, str):
        if key == "text":
            yield part
    elif isinstance(part, dict):
        for name, inner in part.items():
            yield from _texts(inner, name)
    elif isinstance(part, Sequence):
        for inner in part:
            yield from _texts(inner, key)


def labels(at: AppTest) -> list[str]:
    """Every text of Streamlit's own elements on a page: labels, options, alternative texts."""
    return list(_labels(at._tree))


def _labels(node: Any) -> Iterator[str]:
    if node.type == "plotly_chart":
        yield node.proto.alt
    elif node.type not in ("html", "bidi_component"):
        yield from _fields(getattr(node, "proto", None))
    for child in getattr(node, "children", {}).values():
        yield from _labels(child)


def _fields(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif hasattr(value, "ListFields"):
        for _, inner in value.ListFields():
            yield from _fields(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _fields(inner)
