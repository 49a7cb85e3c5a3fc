"""Content text as safe HTML: Markdown without tags, and with links to the web only."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from explainer.language import direction

LINKS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
# A heading would break the order of the page's own, and a picture would be fetched.
LEFT_OUT = ["heading", "lheading", "hr", "image", "html_block", "html_inline"]


def prose(text: str) -> Markup:
    """Content text as paragraphs of HTML, each running the way its letters do."""
    reader = _reader()
    tokens = reader.parse(text)
    for at, token in enumerate(tokens):
        way = direction.direction(token.content) if token.type == "inline" else None
        if way:
            # The paragraph of a tight list is not written out; its item is.
            block = tokens[at - 1]
            (tokens[at - 2] if block.hidden else block).attrSet("dir", way)
    return Markup(reader.renderer.render(tokens, reader.options, {}))


def phrase(text: str) -> Markup:
    """Content text as HTML within a line, kept apart if it runs from right to left."""
    return Markup(direction.isolated(_reader().renderInline(text), text))


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).disable(LEFT_OUT)
    reader.validateLink = _may_be_linked  # type: ignore[method-assign]
    reader.add_render_rule("link_open", _open_link)
    return reader


def _may_be_linked(url: str) -> bool:
    return LINKS.match(url.strip()) is not None


def _open_link(self: Any, tokens: Any, at: int, options: Any, env: Any) -> str:
    tokens[at].attrSet("target", "_blank")
    tokens[at].attrSet("rel", "noopener")
    return str(self.renderToken(tokens, at, options, env))
