"""Streamlit's own files, compressed once by type and kept, and where its pieces lie.

Nothing of Streamlit's is changed on disk. Names that carry a hash never mean another file, so a
browser may keep them for good.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import cache, cached_property
from hashlib import blake2b
from importlib.util import find_spec
from mimetypes import guess_type
from pathlib import Path
from threading import Lock

import brotli

FOR_GOOD = "public, max-age=31536000, immutable"
TEXTS = (".js", ".css", ".html", ".json", ".svg", ".txt", ".map")
"""What compresses; pictures and fonts are compressed already."""
QUALITY = 9
"""Of eleven: the last two halve the speed again and again for a twentieth of the bytes."""


@dataclass(frozen=True)
class Answer:
    """A body in each encoding that was asked for, and what a browser is told about it."""

    body: bytes
    kind: str
    caching: str
    quality: int = QUALITY
    changed: float | None = None
    _encoded: dict[str, bytes] = field(default_factory=dict, compare=False)
    _lock: Lock = field(default_factory=Lock, compare=False)

    @cached_property
    def tag(self) -> str:
        """What tells this body from any other."""
        return blake2b(self.body, digest_size=12).hexdigest()

    def encoded(self, accepted: str) -> tuple[bytes, str]:
        """The body as a browser takes it, and the name of the encoding; compressed once."""
        wanted = {part.partition(";")[0].strip() for part in accepted.split(",")}
        name = next((name for name in ("br", "gzip") if name in wanted), "")
        if not name or not self.is_text:
            return self.body, ""
        with self._lock:
            if name not in self._encoded:
                self._encoded[name] = (
                    brotli.compress(self.body, quality=self.quality)
                    if name == "br"
                    else gzip.compress(self.body, 6, mtime=0)
                )
        return self._encoded[name], name

    @property
    def is_text(self) -> bool:
        """Whether it is worth compressing."""
        return self.kind.startswith("text/") or self.kind.partition("/")[2].partition(";")[0] in (
            "javascript",
            "json",
            "xml",
            "svg+xml",
            "ld+json",
        )

    def headers(self, encoding: str) -> dict[str, str]:
        """What goes before the body."""
        found = {
            "content-type": self.kind,
            "cache-control": self.caching,
            "etag": f'W/"{self.tag}{"-" + encoding if encoding else ""}"',
            "vary": "Accept-Encoding",
        }
        if encoding:
            found["content-encoding"] = encoding
        if self.changed is not None:
            found["last-modified"] = formatdate(self.changed, usegmt=True)
        return found


def folder() -> Path:
    """Where the files lie that Streamlit sends to a browser."""
    package = find_spec("streamlit")
    if package is None or package.origin is None:
        raise FileNotFoundError("Streamlit is not installed")
    return Path(package.origin).parent / "static"


@cache
def _files() -> Mapping[str, Path]:
    """Every file that can be asked for, by its address; nothing else is ever read."""
    root = folder()
    return {
        path.relative_to(root).as_posix(): path
        for path in (root / "static").rglob("*")
        if path.is_file()
    }


@cache
def static(name: str) -> Answer | None:
    """One of Streamlit's files by its address, ``static/…``; None if it has none there."""
    path = _files().get(name)
    if path is None:
        return None
    kind = guess_type(path.name)[0] or "application/octet-stream"
    if kind == "text/javascript" or kind.startswith("text/"):
        kind += "; charset=utf-8"
    return Answer(path.read_bytes(), kind, FOR_GOOD, changed=path.stat().st_mtime)


@cache
def index() -> str:
    """The page of Streamlit's that every address gets."""
    return (folder() / "index.html").read_text("utf-8")


@cache
def named(pattern: str) -> str:
    """The address of the one file whose name fits a pattern; empty if there is none."""
    return next((name for name, path in sorted(_files().items()) if path.match(pattern)), "")
