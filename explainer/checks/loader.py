"""The content folder as one checked object, read again only when a file was saved."""

from __future__ import annotations

import os
import stat
import threading
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from operator import itemgetter
from pathlib import Path as FilePath
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from explainer.checks import advice, consistency, drawings, located_yaml, periods, references
from explainer.checks.located_yaml import LARGEST, UNREAD, Path, Place, Plain, Tree, Unreadable
from explainer.checks.messages import (
    MOST_SHOWN,
    ContentError,
    Effects,
    Problem,
    Words,
    excerpt,
    guess,
    path_of,
    said,
    tidy,
    words_of,
)
from explainer.content.explainer import Explainer

FOLDER = FilePath(__file__).parents[2] / "content"
FILES = {"about": "explainer.yaml"} | {
    field: f"{field}.yaml" for field in Explainer.model_fields if field != "about"
}

Read = dict[str, tuple[Tree, list[str]]]
Held = bytes | tuple[str, str]
"""What a file holds, or what is wrong with it and what to do."""
SETTLED = 0.3
"""Seconds without a change after which a save counts as complete."""
LOOKS = 10
"""How often a folder that keeps changing is looked at before readers get the kept edition."""


@dataclass(frozen=True)
class _File:
    """A file that could be read: its tree and its lines."""

    tree: Tree
    lines: list[str]


@dataclass
class _Report:
    """Gathers problems, at most MOST_SHOWN of each file; the others are counted."""

    problems: list[Problem] = field(default_factory=list)
    number: Counter[str] = field(default_factory=Counter)
    taken: set[tuple[str, Place]] = field(default_factory=set)
    lost: set[tuple[str, int]] = field(default_factory=set)
    """The lines whose end was not read: whatever else is wrong there follows from that."""

    def add(self, name: str, place: Place, words: Words, lines: Sequence[str] = ()) -> None:
        """Note a problem; the words are made only if it is to be told."""
        if (name, place.line) in self.lost:
            return
        self.taken.add((name, place))
        self.number[name] += 1
        if self.number[name] <= MOST_SHOWN:
            wrong, remedy = words()
            shown = excerpt(lines[place.line - 1], place) if place.line <= len(lines) else ""
            self.problems.append(Problem(name, place, tidy(wrong), tidy(remedy), shown))

    @property
    def more(self) -> dict[str, int]:
        """How many problems of each file are counted only."""
        return {name: many - MOST_SHOWN for name, many in self.number.items() if many > MOST_SHOWN}


@dataclass(frozen=True)
class _Edition:
    """What the files held, what came of reading them, and when they were last looked at."""

    held: dict[str, Held]
    read: Explainer | _Report
    looked: float


_lock = threading.Lock()
_loaded: dict[FilePath, _Edition] = {}


def folder() -> FilePath:
    """The content folder in use: ``EXPLAINER_CONTENT``, or the project's own."""
    return FilePath(os.environ.get("EXPLAINER_CONTENT") or FOLDER)


def load(where: FilePath | None = None) -> Explainer:
    """The checked content of a folder, shared by all readers. Raises ContentError.

    A folder is read again when its files hold something else than at the last reading, good or
    bad. Bytes are compared, because a time of saving may be kept, restored or too coarse. The new
    edition is taken once the folder has rested for SETTLED seconds: until then a file may be half
    written, or some files replaced and others not yet. Readers wait for it.
    """
    where = where or folder()
    asked = time.monotonic()
    kept = _loaded.get(where)
    if kept is None or kept.held != _held(where):
        with _lock:
            kept = _loaded.get(where)
            # Whoever had to wait takes what was found meanwhile, so that waits never add up.
            if kept is None or kept.looked < asked:
                kept = _loaded[where] = _renewed(where, kept)
    if isinstance(kept.read, Explainer):
        return kept.read
    raise ContentError(kept.read.problems, kept.read.more)


def advise(where: FilePath | None = None) -> tuple[Problem, ...]:
    """What in a folder of sound content could be better. Raises ContentError.

    For authors alone: the folder is read for it each time, and no reader waits for it.
    """
    where = where or folder()
    report = _Report()
    files = _files(where, _held(where), report)
    explainer = _check(files, report)
    if report.problems or explainer is None:
        raise ContentError(report.problems, report.more)
    for path, wrong, remedy in advice.advice(explainer, _data(files)):
        file = files[str(path[0])]
        words = said(f"advice: {wrong}", remedy)
        report.add(FILES[str(path[0])], file.tree.place(path[1:]), words, file.lines)
    return tuple(sorted(report.problems))


def _renewed(where: FilePath, kept: _Edition | None) -> _Edition:
    """The folder's edition now, or the kept one if the folder does not come to rest."""
    looked, held = time.monotonic(), _held(where)
    if kept is None:
        return _Edition(held, _read_folder(where, held), looked)
    for _ in range(LOOKS):
        if held == kept.held:
            break
        time.sleep(SETTLED)
        before, looked, held = held, time.monotonic(), _held(where)
        if held == before:
            return _Edition(held, _read_folder(where, held), looked)
    return replace(kept, looked=looked)


def _names(where: FilePath) -> list[str]:
    """The folder's content files; a name with a dot in front is an editor's own."""
    return sorted(
        name
        for name in os.listdir(where)
        if name.endswith((".yaml", ".yml")) and not name.startswith(".")
    )


def _held(where: FilePath) -> dict[str, Held]:
    """What each content file holds; of a file that is none, only that it is there."""
    try:
        strange = dict.fromkeys(_names(where), b"")
    except OSError:
        return {}
    return strange | {name: _bytes(where / name) for name in FILES.values()}


def _read_folder(where: FilePath, held: Mapping[str, Held]) -> Explainer | _Report:
    """The checked content, or what is wrong with it."""
    report = _Report()
    explainer = _check(_files(where, held, report), report)
    return report if report.problems or explainer is None else explainer


def _files(where: FilePath, held: Mapping[str, Held], report: _Report) -> dict[str, _File]:
    """The files that could be read, by the fields of Explainer; reports the others."""
    try:
        present = set(_names(where))
        beside = set(os.listdir(where))
    except OSError:
        wrong = "this folder cannot be read" if where.is_dir() else "there is no such folder"
        remedy = "name a folder that holds content files"
        report.add(str(where), Place(1, 1), said(wrong, remedy))
        return {}
    meant = _misnamed(set(FILES.values()) - present, present, beside)
    for stranger in sorted(meant.keys() | present - set(FILES.values())):
        remedy = "remove it, or move it out of the folder"
        if stranger in meant:
            remedy = f"rename it to {meant[stranger]}"
        words = said("this file is not one the explainer reads", remedy)
        report.add(stranger, Place(1, 1), words)
    files: dict[str, _File] = {}
    for part, name in FILES.items():
        if name not in meant.values() and (file := _read_file(name, held.get(name, b""), report)):
            files[part] = file
    return files


def _misnamed(missing: set[str], present: set[str], beside: set[str]) -> dict[str, str]:
    """The files that are missing only because of how they are named, by the name they have."""
    stems = {name.partition(".")[0]: name for name in missing}
    meant = {}
    for name in sorted(beside):
        stem = name.partition(".")[0]
        if name in present - set(FILES.values()):
            stem = guess(stem, stems) or stem
        if stem.lower() in stems:
            meant[name] = stems.pop(stem.lower())
    return meant


def _read_file(name: str, held: Held, report: _Report) -> _File | None:
    """A file's tree and lines, if it can be read; reports why not, and what was passed over."""
    lines: list[str] = []
    try:
        if not isinstance(held, bytes):
            raise Unreadable(*held, Place(1, 1))
        lines = held.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
        tree = located_yaml.read(held)
        if tree.data is None and not tree.unread:
            raise Unreadable("the file is empty", "fill it, or restore the old one", Place(1, 1))
    except Unreadable as error:
        report.add(name, error.place, said(error.wrong, error.remedy), lines)
        return None
    for place in tree.unread:
        report.add(name, place, said(*UNREAD), lines)
        report.lost.add((name, place.line))
    return _File(tree, lines)


def _bytes(path: FilePath) -> Held:
    """What a file holds, up to one byte more than is read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return "this is not a file", "put a file of that name in its place"
        with path.open("rb", buffering=0) as opened:
            return opened.read(min(status.st_size, LARGEST) + 1)
    except FileNotFoundError:
        return "the file is missing", "copy the one that came with the explainer, and edit it"
    except OSError as error:
        wrong = f"the file cannot be read ({str(error.strerror or error).lower()})"
        return wrong, "let it be read, or put another in its place"


def _check(files: Mapping[str, _File], report: _Report) -> Explainer | None:
    """The model of what was read, if it is sound; reports every mistake."""

    def place(path: Path) -> tuple[str, Place]:
        return FILES[str(path[0])], files[str(path[0])].tree.place(path[1:])

    def add(path: Path, words: Words) -> None:
        spoilt.add(str(path[0]))
        report.add(*place(path), words, files[str(path[0])].lines)

    spoilt: set[str] = set()
    data = _data(files)
    between = list(references.between(data))
    unknown = {path for path, _ in between}
    explainer = None
    try:
        explainer = Explainer.model_validate(data)
    except ValidationError as failed:
        found = [error for error in failed.errors(include_url=False) if error["loc"][0] in files]
        strays = [error for error in found if error["type"] == "extra_forbidden"]
        effects = Effects(strays[: MOST_SHOWN * len(FILES)], Explainer)
        causes = [
            (place(path_of(error)), error)
            for error in found
            if error not in effects and not _is_unknown_id(error, unknown)
        ]
        for _, error in sorted(causes, key=itemgetter(0)):
            add(path_of(error), partial(words_of, error, Explainer))
    for path, words in between:
        if place(path) not in report.taken:
            add(path, words)
    sound = files.keys() - spoilt
    known = explainer or _of_the(sound, data)
    for needed, check in (*consistency.CHECKS, *periods.CHECKS, *drawings.CHECKS):
        if sound >= set(needed.split()):
            for path, wrong, remedy in check(known):
                add(path, said(wrong, remedy))
    return explainer


def _data(files: Mapping[str, _File]) -> dict[str, Plain]:
    """The plain data of the files."""
    return {part: file.tree.data for part, file in files.items()}


def _is_unknown_id(error: ErrorDetails, unknown: set[Path]) -> bool:
    """Whether an error is only about the letters of an id that names nothing anyway."""
    return error["type"] == "string_pattern_mismatch" and path_of(error) in unknown


def _of_the(sound: Iterable[str], data: Mapping[str, Plain]) -> Explainer:
    """An incomplete explainer of the files in which nothing is wrong."""
    return Explainer.model_construct(
        **{part: _reader(part).validate_python(data[part]) for part in sound}
    )


@cache
def _reader(part: str) -> TypeAdapter[Any]:
    hint: Any = Explainer.model_fields[part].annotation
    return TypeAdapter(hint)
