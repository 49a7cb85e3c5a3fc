"""Files written to a folder, or a clear reason why not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class CannotWrite(Exception):
    """The folder or a file in it cannot be written; the message says which, and what to do."""


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths within a folder; folders are made if need be.

    Files of those names are replaced. Raises CannotWrite.
    """
    place = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            place = folder / name
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotWrite(
            f"{place}: this cannot be written ({reason}); name a folder that can be"
        ) from None
