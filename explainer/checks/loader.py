"""The content folder as one checked object, read again only when a file was saved."""

from __future__ import annotations

import os
import stat
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from explainer.checks import inspection, left_out, located_yaml
from explainer.checks.findings import File, Findings
from explainer.checks.located_yaml import LARGEST
from explainer.checks.messages import guess, said
from explainer.checks.place import Place
from explainer.checks.unreadable import UNREAD, Unreadable
from explainer.content import explainer as content
from explainer.content.explainer import Explainer

FOLDER = FilePath(__file__).parents[2] / "content"
FILES = content.FILES

Held = bytes | tuple[str, str]
"""What a file holds, or what is wrong with it and what to do."""
MAY_BE_EMPTY = [FILES[name] for name, info in Explainer.model_fields.items() if info.default == ()]
"""The files that may hold an empty list."""
SETTLED = 0.3
"""Seconds without a change after which a save counts as complete."""
LOOKS = 10
"""How often a folder that keeps changing is looked at before readers get the kept edition."""


@dataclass(frozen=True)
class _Edition:
    """What the files held, what came of reading them, and when they were last looked at."""

    held: dict[str, Held]
    read: Explainer | Findings
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
    raise kept.read.error()


def examine(where: FilePath | None = None, only: str = "") -> Findings:
    """Whatever is to be said of a folder, or of the one file named, good or bad.

    For authors alone: the folder is read for it each time, and no reader waits for it.
    """
    where = where or folder()
    findings = Findings(only if where.is_dir() else "")
    files = _files(where, _held(where), findings)
    if findings.only and only not in FILES.values() and not findings.number[only]:
        remedy = f"name one of {', '.join(FILES.values())}"
        findings.add(only, Place(1, 1), said("this file is not one the explainer reads", remedy))
    inspection.inspect(files, findings)
    inspection.advise(files, findings)
    return findings


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


def _read_folder(where: FilePath, held: Mapping[str, Held]) -> Explainer | Findings:
    """The checked content, or what is wrong with it."""
    findings = Findings()
    files = _files(where, held, findings)
    explainer = inspection.inspect(files, findings)
    if explainer and findings.are_good:
        return explainer
    inspection.advise(files, findings)
    return findings


def _files(where: FilePath, held: Mapping[str, Held], findings: Findings) -> dict[str, File]:
    """The files that could be read, by the fields of Explainer; reports the others."""
    try:
        present = set(_names(where))
        beside = set(os.listdir(where))
    except OSError:
        wrong = "this folder cannot be read" if where.is_dir() else "there is no such folder"
        remedy = "name a folder that holds content files"
        findings.add(str(where), Place(1, 1), said(wrong, remedy))
        return {}
    about = _read_file(FILES["about"], held.get(FILES["about"], b""), Findings())
    without = left_out.absent({"about": about.tree.data} if about else {})
    wanted = {part: name for part, name in FILES.items() if part not in (without or ())}
    meant = _misnamed(set(wanted.values()) - present, present, beside)
    for stranger in sorted(meant.keys() | present - set(FILES.values())):
        remedy = "remove it, or move it out of the folder"
        if stranger in meant:
            remedy = f"rename it to {meant[stranger]}"
        words = said("this file is not one the explainer reads", remedy)
        findings.add(stranger, Place(1, 1), words)
    files: dict[str, File] = {}
    for part in without or ():
        if FILES[part] in present:
            wrong = "advice: no page listed under pages: shows this file"
            remedy = "list its page in explainer.yaml, or remove the file"
            findings.add_advice(FILES[part], Place(1, 1), said(wrong, remedy), ())
    for part, name in wanted.items():
        # While it is unknown which pages there are, none is missing.
        if without is None and part in left_out.MAY_BE and name not in present:
            continue
        if name not in meant.values() and (file := _read_file(name, held.get(name, b""), findings)):
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


def _read_file(name: str, held: Held, findings: Findings) -> File | None:
    """A file's tree and lines, if it can be read; reports why not, and what was passed over."""
    lines: list[str] = []
    try:
        if not isinstance(held, bytes):
            raise Unreadable(*held, Place(1, 1))
        lines = held.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
        tree = located_yaml.read(held)
        if tree.data is None and not tree.unread:
            remedy = "write [] in it" if name in MAY_BE_EMPTY else "restore the old one"
            raise Unreadable("the file is empty", f"fill it, or {remedy}", Place(1, 1))
    except Unreadable as error:
        findings.add(name, error.place, said(error.wrong, error.remedy), lines)
        return None
    for place in tree.unread:
        findings.add(name, place, said(*UNREAD), lines)
        findings.lost.add((name, place.line))
    return File(name, tree, lines)


def _bytes(path: FilePath) -> Held:
    """What a file holds, up to one byte more than is read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return "this is not a file", "put a file of that name in its place"
        with path.open("rb", buffering=0) as opened:
            return opened.read(min(status.st_size, LARGEST) + 1)
    except FileNotFoundError:
        return (
            "the file is missing, and cannot be left out",
            "copy the one that came with the explainer, and edit it",
        )
    except OSError as error:
        wrong = f"the file cannot be read ({str(error.strerror or error).lower()})"
        return wrong, "let it be read, or put another in its place"
