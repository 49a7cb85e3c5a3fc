"""Reads the text of a brief from a .docx file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import docx
import lxml.etree
from docx.document import Document
from docx.text.paragraph import Paragraph

from explainer.authoring import given_files
from explainer.authoring.brief_text import Reading

HEADING = re.compile(r"heading (\d)")
LONGEST_HEADING = 120
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
PARAGRAPHS = lxml.etree.XPath(
    ".//w:p[not(ancestor::w:tbl | ancestor::w:txbxContent)]", namespaces=NAMES
)
WRITTEN = lxml.etree.XPath(".//w:t | .//w:tab | .//w:br | .//w:noBreakHyphen", namespaces=NAMES)
"""The words of a paragraph, those that were put in while changes were kept among them."""
PASSED_OVER = lxml.etree.XPath(
    "ancestor::w:txbxContent | ancestor::mc:Fallback | ancestor::w:del", namespaces=NAMES
)
RAISED = lxml.etree.XPath(
    "ancestor::w:r[1]/w:rPr/w:vertAlign[@w:val='superscript']", namespaces=NAMES
)
LEFT_OUT = {
    "table": ".//w:tbl[not(ancestor::w:tbl)]",
    "footnote": ".//w:footnoteReference | .//w:endnoteReference",
    "text box": ".//w:txbxContent[not(ancestor::w:pict)]",
}


def read(path: Path) -> Reading:
    """Paragraphs and headings in order, and what the properties say. Raises CannotRead."""
    held = given_files.package(path, ".docx")
    try:
        document = docx.Document(held)
        return _reading(document)
    except Exception:  # The library raises whatever the parts of a broken file cause.
        raise given_files.broken(path, ".docx") from None


def _reading(document: Document) -> Reading:
    reading = Reading()
    said = document.core_properties
    reading.note("title", said.title)
    reading.note("author", said.author)
    reading.note("language", said.language)
    # When a file was begun or saved is not when the brief came out: that has to be written.
    body: Any = document.element.body
    for element in PARAGRAPHS(body):
        paragraph = Paragraph(element, document._body)
        if not _style(paragraph).startswith("toc"):
            reading.add(_words(element), _level(paragraph))
    for thing, way in LEFT_OUT.items():
        reading.left_out[thing] += len(lxml.etree.XPath(way, namespaces=NAMES)(body))
    return reading


def _words(paragraph: Any) -> str:
    found = []
    for part in WRITTEN(paragraph):
        kind = part.tag.rpartition("}")[2]
        text = {"t": part.text or "", "noBreakHyphen": "-"}.get(kind, " ")
        number_of_a_note = text.strip(" ,").isdigit() and RAISED(part)
        if not PASSED_OVER(part) and not number_of_a_note:
            found.append(text)
    return "".join(found)


def _style(paragraph: Paragraph) -> str:
    return str(paragraph.style.name).lower() if paragraph.style else ""


def _level(paragraph: Paragraph) -> int:
    """The level of a heading; 0 for a paragraph."""
    if _style(paragraph) == "title":
        return 1
    if found := HEADING.match(_style(paragraph)):
        # Below the style for the title of the whole.
        return int(found[1]) + 1
    return 2 if _is_all_bold(paragraph) else 0


def _is_all_bold(paragraph: Paragraph) -> bool:
    """Whether a short line is set as a heading by hand."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    text = paragraph.text.strip()
    short = 0 < len(text) <= LONGEST_HEADING and not text.endswith((".", "。", ":", ";"))
    return short and bool(runs) and all(run.bold for run in runs)
