"""Reads the text of a brief from a saved web page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lxml.etree
import lxml.html

from explainer.authoring import given_files
from explainer.authoring.brief_text import Reading
from explainer.authoring.given_files import CannotRead

NOT_TEXT = frozenset(
    "script style template noscript svg math nav footer aside form button select iframe object "
    "figure picture video audio head dialog".split()
)
TOLD = {"table": "table", "figure": "figure", "aside": "box beside the text"}
"""What is passed over that could hold text of the brief."""
IN_LINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp "
    "rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
META = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title"),
    "author": ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author"),
    "date": (
        "citation_publication_date",
        "citation_date",
        "dc.date",
        "dcterms.date",
        "article:published_time",
        "date",
    ),
    "publisher": ("citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name"),
    "url": ("og:url",),
}
"""Where pages say what about themselves, the most careful words first."""


def read(path: Path) -> Reading:
    """Paragraphs and headings in order, and what the page says of itself. Raises CannotRead."""
    held = given_files.raw(path)
    try:
        tree = _tree(held)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        remedy = "save the page again from a browser"
        raise CannotRead(path, "this is not a web page", remedy) from None
    reading = Reading()
    _facts(tree, reading)
    mains = tree.xpath("//article[not(ancestor::article)]")
    if len(mains) != 1:
        mains = tree.xpath("//main")
    top = mains[0] if len(mains) == 1 else tree.find("body")
    _walk(tree if top is None else top, reading)
    if not any(block.level == 1 for block in reading.blocks):
        reading.note("title", tree.findtext(".//title"))
    return reading


def _tree(held: bytes) -> Any:
    """The parsed page; UTF-8 is tried first, because many saved pages no longer say what it was."""
    wide = held.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = held.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return lxml.html.document_fromstring(held)
    if "\x00" in text:
        raise ValueError("bytes of something else")
    utf8 = lxml.html.HTMLParser(encoding="utf-8")
    return lxml.html.document_fromstring(text.encode("utf-8"), parser=utf8)


def _facts(tree: Any, reading: Reading) -> None:
    said: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        said.setdefault(name, []).append(meta.get("content") or "")
    for fact, names in META.items():
        for name in names:
            reading.note(fact, "; ".join(dict.fromkeys(filter(None, said.get(name, ())))))
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and "://" in (link.get("href") or ""):
            reading.facts["url"] = link.get("href").strip()
    for time in tree.iter("time"):
        reading.note("date", time.get("datetime"))
    reading.note("language", tree.get("lang"))


def _walk(top: Any, reading: Reading) -> None:
    """Go through a page in order; whatever stands between two edges of blocks is a paragraph."""
    gathered: list[str] = []

    def close(level: int = 0) -> None:
        reading.add("".join(gathered), level)
        gathered.clear()

    def go(element: Any) -> None:
        tag = element.tag if isinstance(element.tag, str) else "script"
        if tag in TOLD:
            reading.left_out[TOLD[tag]] += 1
        if tag in NOT_TEXT or tag in TOLD or _is_note(element):
            return
        if tag == "br":
            gathered.append(" ")
        block = tag not in IN_LINE
        if block:
            close()
        gathered.append(element.text or "")
        for child in element:
            go(child)
            gathered.append(child.tail or "")
        if block:
            close(HEADINGS.get(tag, 0))

    go(top)


def _is_note(element: Any) -> bool:
    """Whether it is the number of a footnote, or hidden."""
    if element.tag == "sup":
        return "".join(element.itertext()).strip(" []()*,").isdigit()
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return bool(hidden)
