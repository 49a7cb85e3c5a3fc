"""Reads one YAML file into plain data that remembers where each value stands.

Only what an author needs is read: mappings with text keys, lists, texts, numbers, true, false and
nothing. Dates stay text. Anchors, tags and keys given twice are refused, so that nothing an
author writes is executed, multiplied or silently overridden.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]
Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]

DEEPEST = 20
LARGEST = 2_000_000
WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
DECIMAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}")
WORDS: dict[str, Plain] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True)
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

    def place(self, path: Path) -> Place:
        """Where the value at ``path`` stands, or the nearest thing around it that has a place."""
        while path and path not in self.places:
            path = path[:-1]
        return self.keys.get(path) or self.places.get(path, Place(1, 1))


def read(raw: bytes) -> Tree:
    """Parse the bytes of one file. Raises Unreadable for anything outside the small YAML above."""
    if len(raw) > LARGEST:
        raise Unreadable(
            f"the file is larger than {LARGEST // 1_000_000} MB",
            "split it or shorten it",
            Place(1, 1),
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = Place(before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        raise Unreadable(
            "there are bytes here that are not text", "save the file as UTF-8", place
        ) from None
    try:
        return _build(text)
    except yaml.reader.ReaderError as error:
        before_text = text[: error.position]
        place = Place(before_text.count("\n") + 1, error.position - before_text.rfind("\n"))
        raise Unreadable(
            "there is a character here that cannot be printed", "delete it", place
        ) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        raise Unreadable(*_explain(str(error.problem or error.context), text, place)) from None


def _build(text: str) -> Tree:
    tree = Tree()
    open_nodes: list[tuple[Plain, Path]] = []
    key: tuple[str, Place] | None = None
    for event in yaml.parse(text, Loader=Loader):
        place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent) and tree.places:
            raise Unreadable(
                "a second document begins here", "remove the line of three dashes", place
            )
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
        if isinstance(parent, dict) and key is not None:
            path = (*path, key[0])
            parent[key[0]], key = value, None
        elif isinstance(parent, list):
            path = (*path, len(parent))
            parent.append(value)
        else:
            tree.data = value
        tree.places[path] = place
        if isinstance(event, yaml.CollectionStartEvent):
            if len(open_nodes) >= DEEPEST:
                raise Unreadable(
                    "this is nested too deeply", "check the indentation of these lines", place
                )
            open_nodes.append((value, path))
    return tree


def _refuse_magic(event: yaml.NodeEvent, place: Place) -> None:
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise Unreadable(
            "a value that begins with & or * is not allowed here",
            "put the text in quotes, or write the value out where it is needed",
            place,
        )
    if event.tag:
        raise Unreadable(
            "a value that begins with ! is not allowed here", "put the text in quotes", place
        )


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
    text = str(event.value)
    if not event.implicit[0]:
        return text
    if text.lower() in WORDS:
        return WORDS[text.lower()]
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text


def _explain(problem: str, text: str, place: Place) -> tuple[str, str, Place]:
    """Put the parser's own words into an author's; the place is where reading failed."""
    lines = text.splitlines()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if "\\t" in problem or line.startswith("\t"):
        return "a tab stands where spaces should be", "indent with spaces only", place
    if "mapping values are not allowed" in problem:
        return (
            "a colon with a space after it stands inside a text",
            "put the whole text in quotes",
            place,
        )
    if "quoted scalar" in problem:
        return "a quotation mark is opened and not closed", "add the closing mark", place
    if "did not find expected key" in problem or "block" in problem:
        return (
            "this line does not fit the lines above it",
            "check its indentation, its dash and its colon against the item before",
            place,
        )
    if "could not find expected ':'" in problem:
        return "a colon is missing after a key", "write it as name: value", place
    return (
        "this line cannot be read",
        "check indentation, quotation marks, brackets and colons around it",
        place,
    )
