"""A minimal brief to start from: an invented example that fills every page."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from explainer.authoring import schemas
from explainer.checks import command, example
from explainer.checks.loader import FILES
from explainer.takeaway import write_files

STARTER = example.FOLDER


def write(folder: Path, contents: Mapping[str, bytes] | None = None) -> None:
    """Write content files and the schemas they are wired to into a new or empty folder.

    The files are those of the starter, if no others are given. Nothing is ever overwritten.
    Raises CannotWrite.
    """
    if os.path.lexists(folder) and not _is_empty(folder):
        raise write_files.CannotWrite(
            f"{folder}: there is something here already; name a folder that does not exist yet"
        )
    files = contents or {
        name: schemas.modeline(name).encode() + (STARTER / name).read_bytes()
        for name in FILES.values()
    }
    write_files.write(folder, {**files, **schemas.files()})


def _is_empty(folder: Path) -> bool:
    try:
        return not any(folder.iterdir())
    except OSError:
        return False


def what_next(folder: Path) -> str:
    """What to do with the new folder, in commands to copy."""
    return f"""\
{folder} holds an invented example that you replace file by file. Check it, and see it:

  {command.check(folder)}
  {command.show(folder)}

docs/authors.md says what each file is for and in which order to write them."""
