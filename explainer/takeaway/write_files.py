"""Files written to a folder, each whole or not at all, or a clear reason why not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


class CannotWrite(Exception):
    """The folder or a file in it cannot be written; the message says which, and what to do."""


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths within a folder; folders are made if need be.

    Files of those names are replaced, each in one move, so that none is ever half written.
    Raises CannotWrite.
    """
    place = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            place = folder / name
            place.parent.mkdir(exist_ok=True)
            _replace(place.resolve(), content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotWrite(
            f"{place}: this cannot be written ({reason}); name a folder that can be"
        ) from None


def _replace(place: Path, content: bytes) -> None:
    """Write beside the file first; the dot in front keeps readers of the folder from looking."""
    beside = place.with_name(f".{place.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(content)
        if place.is_file():
            shutil.copymode(place, beside)
        beside.replace(place)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
