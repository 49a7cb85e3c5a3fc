"""What a text may lead to: the web and mail, and nothing that runs, is fetched or leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from explainer.language.faults import Fault

# What can begin a link, the address of a link elsewhere in the text, a picture or a tag.
SUSPECT = re.compile(r"\]\s*[(:\[]|<[a-z/!?]", re.IGNORECASE)
WEB = re.compile(r"https?://", re.IGNORECASE)
MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
HOST = re.compile(r"[^\W_]([\w-]*\w)?(\.\w([\w-]*\w)?)*\.?|[0-9a-f]*:[0-9a-f:.]*", re.IGNORECASE)
BARE = re.compile(r"(//)?([a-z0-9-]+\.)+[a-z]{2,}(/\S*)?", re.IGNORECASE)
# Only tags that exist, bare or with an = in them: “a<b and c>d” is meant as it stands.
TAG = re.compile(
    r"<!--|</?(?:a|abbr|audio|b|big|blockquote|body|br|button|center|cite|code|dd|del|div|dl|dt|em|"
    r"embed|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|li|link|"
    r"mark|math|meta|object|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|"
    r"svg|table|tbody|td|th|thead|title|tr|tt|u|ul|video)(?:\s[^>]*=[^>]*)?\s*/?>",
    re.IGNORECASE,
)


def fault_of_address(address: str) -> Fault | None:
    """What is wrong with an address, if a reader could not safely follow it."""
    shown = f"“{address}”" if len(address) <= 80 else f"“{address[:77]}…”"
    if MAIL.fullmatch(address) or (WEB.match(address) and _has_host(address)):
        return None
    if WEB.match(address):
        remedy = "write the whole address, such as https://example.org/page"
        return Fault(f"{shown} leads nowhere", remedy)
    remedy = "begin it with https://, http:// or mailto:, or leave it out"
    if BARE.fullmatch(address):
        remedy = f"write https://{address.removeprefix('//')}"
    return Fault(f"{shown} is not a link that readers can follow", remedy)


def fault_of_text(text: str) -> Fault | None:
    """The first link, picture or tag in a text that cannot be shown."""
    if not SUSPECT.search(text):
        return None
    return next(_faults(text), None)


def _has_host(address: str) -> bool:
    if "\\" in address or not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        return HOST.fullmatch(parts.hostname or "") is not None and (parts.port or 1) > 0
    except ValueError:
        return False


def _faults(text: str) -> Iterator[Fault]:
    notes: dict[str, dict[str, dict[str, str]]] = {}
    for token in _inside(_reader(tags=False).parse(text, notes)):
        if token.type == "image":
            yield Fault(
                f"a picture cannot be shown: “{token.attrGet('src')}”",
                "leave it out, or write a link without the !",
            )
        elif token.type == "link_open" and (fault := fault_of_address(str(token.attrGet("href")))):
            yield Fault(f"the link {fault.wrong}", fault.remedy)
    for name, meant in notes.get("references", {}).items():
        if fault := fault_of_address(meant["href"]):
            wrong = f"what stands after “[{name.lower()}]:” is taken for a link, and {fault.wrong}"
            yield Fault(wrong, fault.remedy)
    for token in _inside(_reader(tags=True).parse(text)):
        if token.type in ("html_inline", "html_block") and (found := TAG.search(token.content)):
            remedy = "leave it out, and for italics or bold write *words* or **words**"
            if found[0] == "<!--":
                remedy = "leave it out, or write the note on a line of its own after a #"
            yield Fault(f"“{found[0][:40]}” would be shown to readers as it stands", remedy)


def _inside(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _inside(token.children or [])


@cache
def _reader(*, tags: bool) -> MarkdownIt:
    """A reader that takes every link as written, so that none escapes the check."""
    reader = MarkdownIt("commonmark", {"html": tags})
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return reader
