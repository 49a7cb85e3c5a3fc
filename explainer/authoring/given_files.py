"""Files that an author hands over: what they hold, or a clear reason why they cannot be read."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

LARGEST = 50_000_000
"""The most bytes of a file, also when it is unpacked."""
READ_AS_WINDOWS = (
    "the file is not in UTF-8, so it was read as Windows-1252, as Excel on Windows saves it",
    "look whether letters with accents are right; if not, save it as UTF-8 (CSV UTF-8)",
)


class CannotRead(Exception):
    """A file cannot be used at all; the message says which, where, why, and what to do."""

    def __init__(self, path: Path, wrong: str, remedy: str, line: int | None = None) -> None:
        where = f"{path}:{line}" if line else str(path)
        super().__init__(f"{where}: {wrong}; {remedy}")


def raw(path: Path) -> bytes:
    """What a file holds. Raises CannotRead."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise CannotRead(path, "this is not a file", "name a file")
        if status.st_size > LARGEST:
            limit = f"{LARGEST // 1_000_000} MB"
            raise CannotRead(path, f"the file is larger than {limit}", "name a smaller one")
        held = path.read_bytes()
    except FileNotFoundError:
        raise CannotRead(path, "there is no such file", "check its name and its folder") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotRead(path, f"the file cannot be read ({reason})", "let it be read") from None
    if not held.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
        raise CannotRead(path, "the file is empty", "name another, or save it again")
    return held


def text(path: Path, note: Callable[[str, str], None] | None = None) -> str:
    """A file of text in UTF-8, or in UTF-16 with the mark that says so. Raises CannotRead.

    With ``note``, text in neither is read as Windows in the West writes it, and that is noted.
    """
    held = raw(path)
    wide = held.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        found = held.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        guessed = None if wide or note is None else _of_windows(held)
        if guessed is None or note is None:
            line = held.count(b"\n", 0, error.start) + 1
            wrong = "there are bytes here that are not text in UTF-8"
            raise CannotRead(path, wrong, "save the file as UTF-8 (CSV UTF-8)", line) from None
        note(*READ_AS_WINDOWS)
        found = guessed
    if "\x00" in found:
        line = found.count("\n", 0, found.index("\x00")) + 1
        raise CannotRead(path, "this is not a file of text", "save it in the format it names", line)
    return found.replace("\r\n", "\n").replace("\r", "\n")


def _of_windows(held: bytes) -> str | None:
    """Text in Windows-1252, as Excel saves a plain CSV; None for what cannot be that."""
    # What is UTF-8 in other places is damaged here, and would be misread as a whole.
    if b"\x00" in held or not held.decode("utf-8", "ignore").isascii():
        return None
    try:
        return held.decode("cp1252")
    except UnicodeDecodeError:
        return None


def package(path: Path, kind: str) -> io.BytesIO:
    """The bytes of a .docx or .xlsx file, which is a packed folder. Raises CannotRead."""
    held = io.BytesIO(raw(path))
    try:
        with zipfile.ZipFile(held) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        raise broken(path, kind) from None
    if size > LARGEST:
        raise CannotRead(path, "unpacked, the file is far too large", "name a smaller one")
    held.seek(0)
    return held


def broken(path: Path, kind: str) -> CannotRead:
    """What to raise for a packed file of which a part is missing or damaged."""
    remedy = f"open it in the program that made it, and save it again as {kind}"
    return CannotRead(path, f"this is not a whole {kind} file", remedy)
