"""Reads the file of a brief: plain text, Markdown, .docx or .html."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from explainer.authoring import brief_docx, brief_html, given_files
from explainer.authoring.brief_text import FACTS, BriefText, Reading, assembled
from explainer.authoring.given_files import CannotRead
from explainer.checks import located_yaml
from explainer.checks.located_yaml import Plain
from explainer.checks.unreadable import Unreadable

LONGEST_HEADING = 120
FULL_STOP = re.compile(r"[.\u3002\uff0e\u0964\u06d4…!;:,][”’»\"')\]]*$")
"""What a line ends with that is no heading; a question may be one."""
FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
RULE = re.compile(r"\W+")
OTHER_NAMES = {"authors": "author", "lang": "language", "institution": "publisher"}
CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read(path: Path) -> BriefText:
    """The brief in a file. Raises CannotRead."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        given_files.raw(path)
        wrong = f"a brief cannot be read from a file whose name ends in “{path.suffix}”"
        raise CannotRead(path, wrong, f"save it as one of {', '.join(READERS)}")
    reading = reader(path)
    language = reading.facts.get("language", "").replace("_", "-")
    if CODE.fullmatch(language):
        first, *rest = language.split("-")
        reading.facts["language"] = "-".join([first.lower(), *rest])
    else:
        reading.facts.pop("language", None)
    brief = assembled(path, reading)
    if not brief.many:
        wrong = "no sentence was found in this file"
        raise CannotRead(path, wrong, "check that it holds the text of the brief")
    return brief


def _plain(path: Path) -> Reading:
    """Paragraphs parted by empty lines; a short line alone, without a full stop, is a heading."""
    reading, text = Reading(), given_files.text(path).strip()
    apart = r"\n[^\S\n]*\n" if re.search(r"\n[^\S\n]*\n", text) else r"\n"
    for part in re.split(apart, text):
        lines = part.strip().splitlines()
        if len(lines) == 2 and not RULE.sub("", lines[1]):
            lines.pop()
        alone = len(lines) == 1 and len(lines[0]) <= LONGEST_HEADING
        if alone and not FULL_STOP.search(lines[0].rstrip()):
            reading.add(lines[0], 2 if reading.blocks else 1)
        else:
            reading.add(part)
    return reading


def _markdown(path: Path) -> Reading:
    reading, text = Reading(), given_files.text(path)
    if front := FRONT.match(text):
        text = text[front.end() :]
        _front_matter(front[1], reading)
    level, inside = 0, 0
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type in ("table_open", "table_close"):
            inside += token.nesting
            reading.left_out["table"] += token.nesting == 1
        elif token.type in ("fence", "code_block", "html_block"):
            reading.left_out["block of code"] += not token.content.strip().startswith("<!--")
        elif token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "inline" and not inside:
            said = _words(token)
            if not level and FOOTNOTE.match(said):
                reading.left_out["footnote"] += 1
            else:
                reading.add(FOOTNOTE.sub("", said), level)
            level = 0
    return reading


def _words(token: Token) -> str:
    """The words of a paragraph, without marks, pictures and addresses."""
    breaks = ("softbreak", "hardbreak")
    kept = ("text", "code_inline", "text_special")
    return "".join(
        " " if part.type in breaks else part.content if part.type in kept else ""
        for part in token.children or ()
    )


def _front_matter(written: str, reading: Reading) -> None:
    """What stands between two lines of dashes at the top of a Markdown file."""
    try:
        held = located_yaml.read(written.encode()).data
    except Unreadable:
        reading.left_out["head that cannot be read"] += 1
        return
    for name, said in held.items() if isinstance(held, dict) else ():
        fact = OTHER_NAMES.get(name.lower(), name.lower())
        if fact in FACTS:
            reading.note(fact, _said(said))


def _said(held: Plain) -> str:
    """A text, or the names in a list of texts or of items with a name."""
    if isinstance(held, list):
        return ", ".join(filter(None, map(_said, held)))
    if isinstance(held, dict):
        return _said(held.get("name"))
    return "" if held is None or isinstance(held, bool) else str(held)


READERS: dict[str, Callable[[Path], Reading]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".docx": brief_docx.read,
    ".html": brief_html.read,
    ".htm": brief_html.read,
}
