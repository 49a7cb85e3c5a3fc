"""Content text as safe HTML: Markdown without tags, and with links to the web only."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

LINKS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
# A heading would break the order of the page's own, and a picture would be fetched.
LEFT_OUT = ["heading", "lheading", "hr", "image", "html_block", "html_inline"]


def prose(text: str) -> Markup:
    """Content text as paragraphs of HTML."""
    return Markup(_reader().render(text))


def phrase(text: str) -> Markup:
    """Content text as HTML within a line."""
    return Markup(_reader().renderInline(text))


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).disable(LEFT_OUT)
    reader.validateLink = _may_be_linked  # type: ignore[method-assign]
    reader.add_render_rule("link_open", _open_link)
    return reader


def _may_be_linked(url: str) -> bool:
    return LINKS.match(url.strip()) is not None


def _open_link(self: Any, tokens: Any, at: int, options: Any, env: Any) -> str:
    tokens[at].attrSet("rel", "noopener")
    return str(self.renderToken(tokens, at, options, env))
