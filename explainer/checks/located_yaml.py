"""Reads one YAML file into plain data that remembers where each value stands.

Only what an author needs is read: mappings with text keys, lists, texts, numbers, true, false and
nothing. Dates stay text. Anchors, tags and keys given twice are refused, so that nothing an
author writes is executed, multiplied or silently overridden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]
Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]

KEY = "[key]"
"""Ends the path of a key, as pydantic ends it."""
DEEPEST = 20
LARGEST = 2_000_000
"""The most bytes of a file."""
MOST = 20_000
"""The most values of a file, so that what is wrong with them can be counted and kept."""
# A nought in front is not read as a number, so that 007 is quoted as it was written.
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}")
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
WORDS: dict[str, Plain] = {"": None, "~": None, "null": None}
SWITCHES = {"true": True, "false": False}
NOTE = re.compile(r"[ \t]+(#(?![ #!]|$))")
CURLY = re.compile("[“”„‘’«»]")
NO_SPACE = re.compile(r"\s*(?:- +)*([A-Za-z_]+):(?=[^\s/])")


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file, counted from one as editors do."""

    line: int
    column: int


class Unreadable(Exception):
    """A file that is not the YAML we read: what is wrong, what to do, and where."""

    def __init__(self, wrong: str, remedy: str, place: Place) -> None:
        super().__init__(wrong)
        self.wrong, self.remedy, self.place = wrong, remedy, place


@dataclass
class Tree:
    """The data of a file, and the place of each value and of each key by its path."""

    data: Plain = None
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    under: set[Path] = field(default_factory=set)
    """The values that are empty, or an item or a list on the lines below their key."""
    unread: list[Place] = field(default_factory=list)
    """Where a text goes on after a #, so that its end is lost unless somebody is told."""

    def place(self, path: Path) -> Place:
        """Where an author looks for the thing at ``path``, or for the nearest around it.

        A value stands where it is written; what is empty or begins on a line after its key stands
        at that key, and so does the key itself, whose path ends with KEY.
        """
        named = path[-1:] == (KEY,)
        path = path[:-1] if named else path
        while path and path not in self.places:
            path, named = path[:-1], True
        key = self.keys.get(path)
        if key and (named or path in self.under):
            return key
        return self.places.get(path, Place(1, 1))


def read(raw: bytes) -> Tree:
    """Parse the bytes of one file. Raises Unreadable for anything outside the small YAML above."""
    if len(raw) > LARGEST:
        raise Unreadable(
            f"the file is larger than {LARGEST // 1_000_000} MB",
            "shorten it",
            Place(1, 1),
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        raise Unreadable(
            "there are bytes here that are not text", "save the file as UTF-8", _after(before)
        ) from None
    if unprintable := yaml.reader.Reader.NON_PRINTABLE.search(text):
        raise Unreadable(
            "there is a character here that cannot be printed",
            "delete it",
            _after(text[: unprintable.start()]),
        )
    return _build(text)


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _after(before: str) -> Place:
    """The place of the character that follows a text."""
    lines = (before + "x").splitlines()
    return Place(len(lines), len(lines[-1]))


def _events(text: str) -> Iterator[yaml.Event]:
    """The parser's events, its errors put into an author's words."""
    last: yaml.Event | None = None
    try:
        for event in yaml.parse(text, Loader=Loader):
            yield event
            last = event
    except yaml.MarkedYAMLError as error:
        raise Unreadable(*_explain(error, text.splitlines(), last)) from None


def _build(text: str) -> Tree:
    tree, lines = Tree(), text.splitlines()
    open_nodes: list[tuple[Plain, Path]] = []
    key: tuple[str, Place] | None = None
    for event in _events(text):
        place = _place(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent) and tree.places:
            raise Unreadable(*SECOND, place)
        if isinstance(event, yaml.CollectionEndEvent):
            open_nodes.pop()
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        _refuse_magic(event, place)
        parent, path = open_nodes[-1] if open_nodes else (None, ())
        if isinstance(parent, dict) and key is None:
            key = (_key(event, parent, place), place)
            tree.keys[(*path, key[0])] = place
            continue
        value = _value(event)
        if len(tree.places) >= MOST:
            raise Unreadable(f"the file holds more than {MOST:,} values", "shorten it", place)
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0]:
            tree.unread += _unread(lines, _place(event.end_mark))
        if isinstance(parent, dict) and key is not None:
            path = (*path, key[0])
            parent[key[0]], key = value, None
        elif isinstance(parent, list):
            path = (*path, len(parent))
            parent.append(value)
        else:
            tree.data = value
        tree.places[path] = place
        if isinstance(event, yaml.ScalarEvent):
            below = not event.value and not event.style
        else:
            below = path in tree.keys and tree.keys[path].line < place.line
        if below:
            tree.under.add(path)
        if isinstance(event, yaml.CollectionStartEvent):
            if len(open_nodes) >= DEEPEST:
                raise Unreadable(
                    "this is nested too deeply", "check the indentation of these lines", place
                )
            open_nodes.append((value, path))
    return tree


def _unread(lines: list[str], end: Place) -> Iterator[Place]:
    """Where a note that may be part of a text begins, after the end of that text."""
    line = lines[end.line - 1] if end.line <= len(lines) else ""
    if found := NOTE.match(line, end.column - 1):
        yield Place(end.line, found.start(1) + 1)


def _refuse_magic(event: yaml.NodeEvent, place: Place) -> None:
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise Unreadable(*SHARED, place)
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        raise Unreadable(*TAGGED, place)


def _key(event: yaml.NodeEvent, parent: dict[str, Plain], place: Place) -> str:
    if not isinstance(event, yaml.ScalarEvent) or not event.value:
        raise Unreadable("a key must be one word", "write it as name: value", place)
    if event.value in parent:
        raise Unreadable(
            f"“{event.value}” is given twice in the same item",
            "keep one of the two, or begin a new item with a dash",
            place,
        )
    return str(event.value)


def _value(event: yaml.NodeEvent) -> Plain:
    if isinstance(event, yaml.MappingStartEvent):
        return {}
    if isinstance(event, yaml.SequenceStartEvent):
        return []
    if not isinstance(event, yaml.ScalarEvent):
        return None
    text = str(event.value)
    if not event.implicit[0]:
        return text
    if text in WORDS:
        return WORDS[text]
    if text.lower() in SWITCHES:
        return SWITCHES[text.lower()]
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text


def _explain(
    error: yaml.MarkedYAMLError, lines: list[str], last: yaml.Event | None
) -> tuple[str, str, Place]:
    """What is wrong, what to do, and where, for an author; ``last`` is what was read before."""
    context, problem = str(error.context), str(error.problem)
    place = _place(error.problem_mark or error.context_mark)
    opened = _place(error.context_mark or error.problem_mark)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    margin = line[: len(line) - len(line.lstrip())]
    if "\t" in margin:
        return "a tab stands where spaces should be", "indent with spaces only", place
    if margin.strip(" "):
        at = Place(place.line, len(margin) - len(margin.lstrip(" ")) + 1)
        return "a space of another kind stands here", "delete the indentation and type it anew", at
    if "alias" in context and line[: place.column - 1].strip(" *-") == "":
        return *BULLET, opened
    if line.startswith("%"):
        return "a line cannot begin with %", "remove it, or put the text in quotes", place
    if isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"'):
        begun, end = _place(last.start_mark), _place(last.end_mark)
        if end.line == place.line and not line[end.column - 1 : place.column - 1].strip():
            if begun.line < end.line:
                return *UNCLOSED, begun
            return (
                "there is text after a closing quotation mark",
                "put the whole text in quotation marks of the other kind",
                place,
            )
    if isinstance(last, yaml.ScalarEvent) and not last.style:
        for unread in _unread(lines, _place(last.end_mark)):
            return *UNREAD, unread
    if "escape" in problem or "hex" in problem:
        return (
            "a backslash begins something unknown here",
            "write two backslashes, or put the text in single quotes",
            place,
        )
    for sign, words in {
        "quoted scalar": UNCLOSED,
        "flow": ("a bracket is opened and not closed", "close it, or put the text in quotes"),
        "alias": SHARED,
        "anchor": SHARED,
        "tag": TAGGED,
        "simple key": _without_colon(lines, opened),
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
            "a dash stands after a key on the same line",
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


def _without_colon(lines: list[str], place: Place) -> tuple[str, str]:
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if found := NO_SPACE.match(line):
        return "a space is missing after the colon", f"write {found[1]}: and then the value"
    remedy = "write it as name: value, or indent the line if it goes on from the one above"
    return "a colon is missing after a key", remedy
