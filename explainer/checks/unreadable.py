"""A file that is not the YAML we read: what is wrong with it, in an author's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from explainer.checks.place import Place

SECOND = "a second document begins here", "remove the line of three dashes or dots"
SHARED = (
    "a value that begins with & or * is not allowed here",
    "put the text in quotes, or write the value out where it is needed",
)
BULLET = "a star stands where a hyphen should be", "begin each line of a list with a hyphen"
UNCLOSED = "a quotation mark is opened and not closed", "add the closing mark"
TAGGED = "a value that begins with ! is not allowed here", "put the text in quotes"
UNREAD = (
    "what stands after this # is not read, because a # after a space begins a note",
    "put the whole text in quotes, or write a space after the # of a note",
)
NOTE = re.compile(r"[ \t]+(#(?![ #!]|$))")
CURLY = re.compile("[“”„‘’«»]")
NO_SPACE = re.compile(r"\s*(?:- +)*([A-Za-z_]+):(?=[^\s/])")
NO_SPACE_AFTER_DASH = re.compile(r"(\s*-)([A-Za-z_]\w*:)(?=\s|$)")
OTHER_DASH = re.compile(r"\s*([–—−•·])\s*\w")
"""What is written for the hyphen of a list: long dashes, a minus sign, dots."""
COMMA = "a comma ends the text before this", "put the text in quotes"


class Unreadable(Exception):
    """A file that is not the YAML we read: what is wrong, what to do, and where."""

    def __init__(self, wrong: str, remedy: str, place: Place) -> None:
        super().__init__(wrong)
        self.wrong, self.remedy, self.place = wrong, remedy, place


def place_of(mark: Any) -> Place:
    """The place of one of the parser's marks."""
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def unread_after(lines: list[str], end: Place) -> Iterator[Place]:
    """Where a note that may be part of a text begins, after the end of that text."""
    line = lines[end.line - 1] if end.line <= len(lines) else ""
    if found := NOTE.match(line, end.column - 1):
        yield Place(end.line, found.start(1) + 1)


def explain(
    error: yaml.MarkedYAMLError, lines: list[str], last: yaml.Event | None
) -> tuple[str, str, Place]:
    """What is wrong, what to do, and where, for an author; ``last`` is what was read before."""
    context, problem = str(error.context), str(error.problem)
    place = place_of(error.problem_mark or error.context_mark)
    opened = place_of(error.context_mark or error.problem_mark)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    margin = line[: len(line) - len(line.lstrip())]
    if "\t" in margin:
        return "a tab stands where spaces should be", "indent with spaces only", place
    if margin.strip(" "):
        at = Place(place.line, len(margin) - len(margin.lstrip(" ")) + 1)
        return "a space of another kind stands here", "delete the indentation and type it anew", at
    for mark in (opened, place):
        if mark.line <= len(lines) and (found := list_mark(lines[mark.line - 1], mark.line)):
            return found
    if "alias" in context and line[: place.column - 1].strip(" *-") == "":
        return *BULLET, opened
    if line.startswith("%"):
        return "a line cannot begin with %", "remove it, or put the text in quotes", place
    if isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"'):
        begun, end = place_of(last.start_mark), place_of(last.end_mark)
        if end.line == place.line and not line[end.column - 1 : place.column - 1].strip():
            if begun.line < end.line:
                return *UNCLOSED, begun
            return (
                "there is text after a closing quotation mark",
                "put the whole text in quotation marks of the other kind",
                place,
            )
    if isinstance(last, yaml.ScalarEvent) and not last.style:
        for unread in unread_after(lines, place_of(last.end_mark)):
            return *UNREAD, unread
    if "escape" in problem or "hex" in problem:
        return (
            "a backslash begins something unknown here",
            "write two backslashes, or put the text in single quotes",
            place,
        )
    if "simple key" in context:
        return _without_colon(lines, opened)
    for sign, words in {
        "quoted scalar": UNCLOSED,
        "flow": ("a bracket is opened and not closed", "close it, or put the text in quotes"),
        "alias": SHARED,
        "anchor": SHARED,
        "tag": TAGGED,
        "block scalar": ("a text cannot begin with | or >", "put the text in quotes"),
    }.items():
        if sign in context:
            return *words, opened
    if "undefined tag" in problem:
        return *TAGGED, place
    if "mapping values are not allowed" in problem:
        quotes = 'straight quotes (")' if CURLY.search(line) else "quotes"
        return (
            "a colon with a space after it stands inside a text",
            f"put the whole text in {quotes}, or correct the indentation",
            place,
        )
    if "entries are not allowed" in problem:
        return (
            "a dash stands after a field on the same line",
            "begin a new line before it, or put the text in quotes",
            place,
        )
    if "document start" in problem:
        return *SECOND, place
    if "cannot start any token" in problem or "block node" in context:
        sign = line[place.column - 1 : place.column]
        return f"a text cannot begin with “{sign}”", "put the text in quotes", place
    if "block" in context:
        return (
            "this line does not fit the lines above it",
            "check its indentation, its dash and its colon against the item before",
            place,
        )
    return (
        "this line cannot be read",
        "check indentation, quotation marks, brackets and colons around it",
        place,
    )


def list_mark(line: str, number: int) -> tuple[str, str, Place] | None:
    """What is wrong with how an item of a list begins on a line, and where; None if nothing is."""
    if found := NO_SPACE_AFTER_DASH.match(line):
        return (
            "a space is missing after the hyphen",
            f"write - {found[2]} and then the value",
            Place(number, found.end(1) + 1),
        )
    if found := OTHER_DASH.match(line):
        return (
            f"“{found[1]}” stands where a hyphen should be",
            "begin the item with a hyphen and a space",
            Place(number, found.start(1) + 1),
        )
    return None


def _without_colon(lines: list[str], place: Place) -> tuple[str, str, Place]:
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if found := NO_SPACE.match(line):
        missing = "a space is missing after the colon"
        return missing, f"write {found[1]}: and then the value", Place(place.line, found.end() + 1)
    remedy = "write it as name: value, or indent the line if it goes on from the one above"
    return "a colon is missing after the name of a field", remedy, place
