"""The content folder as one checked object, read again only when a file was saved."""

from __future__ import annotations

import os
import threading
from pathlib import Path as FilePath

from pydantic import ValidationError

from explainer import references, yamltree
from explainer.models import Explainer
from explainer.problems import ContentError, Problem, guess, of_validation
from explainer.yamltree import Path, Place, Tree, Unreadable

FOLDER = FilePath(__file__).parent.parent / "content"
FILES = {"about": "explainer.yaml"} | {
    field: f"{field}.yaml" for field in Explainer.model_fields if field != "about"
}

Stamp = tuple[tuple[str, int, int], ...]
_lock = threading.Lock()
_loaded: dict[FilePath, tuple[Stamp, Explainer | ContentError]] = {}


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
    if isinstance(kept[1], ContentError):
        raise kept[1]
    return kept[1]


def _stamp(where: FilePath) -> Stamp:
    found = []
    try:
        for entry in os.scandir(where):
            if entry.name.endswith((".yaml", ".yml")):
                status = entry.stat()
                found.append((entry.name, status.st_mtime_ns, status.st_size))
    except OSError:
        return ()
    return tuple(sorted(found))


def _read_folder(where: FilePath) -> Explainer | ContentError:
    try:
        return _check(where, _read_files(where))
    except ContentError as error:
        return error


def _read_files(where: FilePath) -> dict[str, tuple[Tree, list[str]]]:
    """Each field's tree and lines. Raises ContentError with every file that cannot be read."""
    if not where.is_dir():
        raise ContentError(
            [
                Problem(
                    str(where),
                    Place(1, 1),
                    "there is no such folder",
                    "name a folder that holds content files",
                )
            ]
        )
    problems, read = [], {}
    present = {path.name for path in where.iterdir() if path.suffix in (".yaml", ".yml")}
    for extra in sorted(present - set(FILES.values())):
        meant = guess(extra, set(FILES.values()) - present)
        remedy = f"rename it to {meant}" if meant else "remove it, or move it out of the folder"
        problems.append(
            Problem(extra, Place(1, 1), "this file is not one the explainer reads", remedy)
        )
    for field, name in FILES.items():
        try:
            raw = (where / name).read_bytes()
        except OSError as error:
            wrong = "the file is missing" if name not in present else str(error.strerror)
            remedy = "add it; python -m explainer schema says what it holds"
            problems.append(Problem(name, Place(1, 1), wrong, remedy))
            continue
        lines = raw.decode("utf-8", "replace").splitlines()
        try:
            tree = yamltree.read(raw)
        except Unreadable as error:
            problems.append(_problem(name, lines, error.place, error.wrong, error.remedy))
            continue
        if tree.data is None:
            problems.append(
                Problem(name, Place(1, 1), "the file is empty", "fill it, or restore the old one")
            )
            continue
        read[field] = (tree, lines)
    if problems:
        raise ContentError(problems)
    return read


def _check(where: FilePath, read: dict[str, tuple[Tree, list[str]]]) -> Explainer:
    def at(path: Path, wrong: str, remedy: str) -> Problem:
        field, inner = str(path[0]), path[1:]
        tree, lines = read[field]
        return _problem(FILES[field], lines, tree.place(inner), wrong, remedy)

    data = {field: tree.data for field, (tree, _) in read.items()}
    try:
        explainer = Explainer.model_validate(data)
    except ValidationError as error:
        raise ContentError(
            at(*of_validation(detail, Explainer)) for detail in error.errors(include_url=False)
        ) from None
    if found := [at(*finding) for finding in references.check(explainer)]:
        raise ContentError(found)
    return explainer


def _problem(name: str, lines: list[str], place: Place, wrong: str, remedy: str) -> Problem:
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return Problem(name, place, wrong, remedy, line.rstrip()[:200])
