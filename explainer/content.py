"""The content folder as one checked object, read again only when a file was saved."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from explainer import references, yamltree
from explainer.models import Explainer
from explainer.problems import ContentError, Problem, guess, is_echo, of_validation, tidy
from explainer.yamltree import Path, Place, Tree, Unreadable

FOLDER = FilePath(__file__).parent.parent / "content"
FILES = {"about": "explainer.yaml"} | {
    field: f"{field}.yaml" for field in Explainer.model_fields if field != "about"
}

Read = dict[str, tuple[Tree, list[str]]]
Stamp = tuple[tuple[str, int, int], ...]
_lock = threading.Lock()
_loaded: dict[FilePath, tuple[Stamp, Explainer | tuple[Problem, ...]]] = {}


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each content file by its name, for editors."""
    held: dict[str, Any] = {name: info.annotation for name, info in Explainer.model_fields.items()}
    return {name: TypeAdapter(held[field]).json_schema() for field, name in FILES.items()}


def folder() -> FilePath:
    """The content folder in use: ``EXPLAINER_CONTENT``, or the project's own."""
    return FilePath(os.environ.get("EXPLAINER_CONTENT") or FOLDER)


def load(where: FilePath | None = None) -> Explainer:
    """The checked content of a folder, shared by all readers. Raises ContentError.

    A folder is read again when a file in it is added, removed or saved. A good reading and a bad
    one are both kept until then; the files are stamped before they are read, so a save during the
    reading leads to another reading.
    """
    where = where or folder()
    stamp = _stamp(where)
    with _lock:
        kept = _loaded.get(where)
        if kept is None or kept[0] != stamp:
            kept = (stamp, _read_folder(where))
            _loaded[where] = kept
    if isinstance(kept[1], Explainer):
        return kept[1]
    raise ContentError(kept[1])


def _names(where: FilePath) -> list[str]:
    """The folder's content files; a name with a dot in front is an editor's own."""
    return sorted(
        name
        for name in os.listdir(where)
        if name.endswith((".yaml", ".yml")) and not name.startswith(".")
    )


def _stamp(where: FilePath) -> Stamp:
    found = []
    try:
        for name in _names(where):
            status = (where / name).stat()
            found.append((name, status.st_mtime_ns, status.st_size))
    except OSError:
        return ()
    return tuple(found)


def _read_folder(where: FilePath) -> Explainer | tuple[Problem, ...]:
    """The checked content, or everything that is wrong with it."""
    try:
        present = set(_names(where))
    except OSError:
        wrong = "this folder cannot be read" if where.is_dir() else "there is no such folder"
        remedy = "name a folder that holds content files"
        return (Problem(str(where), Place(1, 1), wrong, remedy),)
    problems = list(_strangers(present))
    read: Read = {}
    for field, name in FILES.items():
        found = _read_file(where / name, name in present)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            read[field] = found
    explainer = _check(read, problems)
    return explainer if explainer and not problems else tuple(problems)


def _strangers(present: set[str]) -> Iterator[Problem]:
    for extra in sorted(present - set(FILES.values())):
        meant = guess(extra, set(FILES.values()) - present)
        remedy = f"rename it to {meant}" if meant else "remove it, or move it out of the folder"
        yield Problem(extra, Place(1, 1), "this file is not one the explainer reads", remedy)


def _read_file(file: FilePath, present: bool) -> tuple[Tree, list[str]] | Problem:
    """A file's tree and lines, or why it cannot be read."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        wrong = str(error.strerror).lower() if present else "the file is missing"
        remedy = "add it; python -m explainer schema says what it holds"
        return Problem(file.name, Place(1, 1), wrong, remedy)
    lines = raw.decode("utf-8", "replace").splitlines()
    try:
        tree = yamltree.read(raw)
    except Unreadable as error:
        return _problem(file.name, lines, error.place, error.wrong, error.remedy)
    if tree.data is None:
        remedy = "fill it, or restore the old one"
        return Problem(file.name, Place(1, 1), "the file is empty", remedy)
    return tree, lines


def _check(read: Read, problems: list[Problem]) -> Explainer | None:
    """The model of what was read, if it is sound; adds every mistake to ``problems``."""

    def at(path: Path, wrong: str, remedy: str) -> Problem:
        field, inner = str(path[0]), path[1:]
        tree, lines = read[field]
        return _problem(FILES[field], lines, tree.place(inner), wrong, remedy)

    data = {field: tree.data for field, (tree, _) in read.items()}
    explainer = None
    try:
        explainer = Explainer.model_validate(data)
    except ValidationError as error:
        problems += [
            at(*of_validation(detail, Explainer))
            for detail in error.errors(include_url=False)
            if detail["loc"][0] in read and not is_echo(detail)
        ]
    taken = {(problem.file, problem.place) for problem in problems}
    between = [at(*finding) for finding in references.between(data)]
    problems += [found for found in between if (found.file, found.place) not in taken]
    if explainer and len(read) == len(FILES):
        problems += [at(*finding) for finding in references.check(explainer)]
    return explainer


def _problem(name: str, lines: list[str], place: Place, wrong: str, remedy: str) -> Problem:
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return Problem(name, place, tidy(wrong), tidy(remedy), line.rstrip()[:200])
