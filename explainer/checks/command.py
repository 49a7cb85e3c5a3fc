"""The project's commands as an author types them, in the folder and on the system it runs on."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

IS_WINDOWS = os.name == "nt"


def line(*arguments: str, windows: bool = IS_WINDOWS) -> str:
    """``python`` with these arguments, quoted, by the interpreter that is running now."""
    python = str(from_here(Path(sys.executable)))
    words = [python if not Path(python).is_absolute() else "python", *arguments]
    return subprocess.list2cmdline(words) if windows else shlex.join(words)


def check(folder: Path) -> str:
    """The command that checks a folder."""
    return line("-m", "explainer", "check", str(from_here(folder)))


def show(folder: Path, *, windows: bool = IS_WINDOWS) -> str:
    """The command that shows a folder, and each change of it when it is saved."""
    watching = ("--server.fileWatcherType", "auto", "--server.folderWatchList", str(folder))
    run = line("-m", "streamlit", "run", "app.py", *watching, windows=windows)
    if windows:
        # As PowerShell takes it, where a quotation mark in quotes is written twice.
        value = str(folder).replace("'", "''")
        return f"$env:EXPLAINER_CONTENT = '{value}'; {run}"
    return f"EXPLAINER_CONTENT={shlex.quote(str(folder))} {run}"


def from_here(path: Path) -> Path:
    """A path as it is written from the folder that this runs in, if it lies below it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
