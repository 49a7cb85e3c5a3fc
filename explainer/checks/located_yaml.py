"""Reads one YAML file into plain data that remembers where each value stands.

Only what an author needs is read: mappings with text keys, lists, texts, numbers, true, false and
nothing. Dates stay text. Anchors, tags and keys given twice are refused, so that nothing an
author writes is executed, multiplied or silently overridden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from explainer.checks.place import Place, Within
from explainer.checks.unreadable import (
    COMMA,
    SECOND,
    SHARED,
    TAGGED,
    Unreadable,
    explain,
    list_mark,
    place_of,
    unread_after,
)

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
WORDS: dict[str, Plain] = {"": None, "~": None, "null": None}
SWITCHES = {"true": True, "false": False}


@dataclass
class Tree:
    """The data of a file, and the place of each value and of each key by its path."""

    data: Plain = None
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    under: set[Path] = field(default_factory=set)
    """The values that are an item or a list on the lines below their key."""
    lines: list[str] = field(default_factory=list)
    bare: set[Path] = field(default_factory=set)
    """The items without quotes of lists in brackets, which a comma ends wherever it stands."""
    unread: list[Place] = field(default_factory=list)
    """Where a text goes on after a #, so that its end is lost unless somebody is told."""

    def place(self, path: Path) -> Place:
        """Where an author looks for the thing at ``path``, or for the nearest around it.

        A value stands where it is written, and what is empty where it should be; an item or a list
        that begins on a line after its key stands at that key, and so does the key itself, whose
        path ends with KEY. Words in a text are found where the path ends with Within.
        """
        if path and isinstance(path[-1], Within):
            return self._within(path[:-1], path[-1])
        named = path[-1:] == (KEY,)
        path = path[:-1] if named else path
        while path and path not in self.places:
            path, named = path[:-1], True
        key = self.keys.get(path)
        if key and (named or path in self.under):
            return key
        return self.places.get(path, Place(1, 1))

    def _within(self, path: Path, words: str) -> Place:
        """Where words stand in the text at ``path``, or its begin if they run over a line's end."""
        start = self.place(path)
        following = min((one for one in self.keys.values() if one > start), default=None)
        last = following.line - 1 if following else len(self.lines)
        for number in range(start.line, max(last, start.line) + 1):
            begin = start.column - 1 if number == start.line else 0
            if (at := self.lines[number - 1].find(words, begin)) >= 0:
                return Place(number, at + 1)
        return start


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
        raise Unreadable(*explain(error, text.splitlines(), last)) from None


def _build(text: str) -> Tree:
    lines = text.splitlines()
    tree = Tree(lines=lines)
    open_nodes: list[tuple[Plain, Path]] = []
    bracketed: set[Path] = set()
    key: tuple[str, yaml.NodeEvent] | None = None
    for event in _events(text):
        place = place_of(event.start_mark)
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
            key = (_key(event, parent, place), event)
            tree.keys[(*path, key[0])] = place
            continue
        if key and isinstance(parent, dict):
            _refuse_comma(lines, key[1], event)
        value = _value(event)
        if len(tree.places) >= MOST:
            raise Unreadable(f"the file holds more than {MOST:,} values", "shorten it", place)
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0]:
            tree.unread += unread_after(lines, place_of(event.end_mark))
        if isinstance(parent, dict) and key is not None:
            path = (*path, key[0])
            parent[key[0]], key = value, None
        elif isinstance(parent, list):
            if path in bracketed and isinstance(event, yaml.ScalarEvent) and event.implicit[0]:
                tree.bare.add((*path, len(parent)))
            path = (*path, len(parent))
            parent.append(value)
        else:
            tree.data = value
        tree.places[path] = place
        is_below = path in tree.keys and tree.keys[path].line < place.line
        if is_below and not isinstance(event, yaml.ScalarEvent):
            tree.under.add(path)
        if isinstance(event, yaml.CollectionStartEvent):
            if len(open_nodes) >= DEEPEST:
                raise Unreadable(
                    "this is nested too deeply", "check the indentation of these lines", place
                )
            open_nodes.append((value, path))
            if event.flow_style:
                bracketed.add(path)
    return tree


def _refuse_magic(event: yaml.NodeEvent, place: Place) -> None:
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise Unreadable(*SHARED, place)
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        raise Unreadable(*TAGGED, place)


def _refuse_comma(lines: list[str], key: yaml.NodeEvent, value: yaml.NodeEvent) -> None:
    """Raise Unreadable for what a comma in braces has made a field without a colon."""
    end = place_of(key.end_mark)
    if place_of(value.start_mark) == end == place_of(value.end_mark):
        line = lines[end.line - 1] if end.line <= len(lines) else ""
        if line[end.column - 1 :].lstrip()[:1] in (",", "}"):
            raise Unreadable(*COMMA, place_of(key.start_mark))


def _key(event: yaml.NodeEvent, parent: dict[str, Plain], place: Place) -> str:
    if not isinstance(event, yaml.ScalarEvent) or not event.value:
        raise Unreadable("the name of a field must be one word", "write it as name: value", place)
    if fault := list_mark(f"{' ' * (place.column - 1)}{event.value}:", place.line):
        raise Unreadable(*fault)
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
