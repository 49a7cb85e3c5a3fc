"""SVG as a picture of dots, for what shows no SVG: previews of links, slides of other programs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import resvg_py
from fontTools.ttLib import TTFont

TYPEFACES = {
    "sans-serif": "SourceSansVF-Upright*",
    "serif": "SourceSerifVariable-Rom*",
}
"""The typefaces that Streamlit brings along, by what they are used for."""


def png(svg: str, width: int) -> bytes:
    """SVG of its own size, such as ``figures.svg`` makes with a width, as PNG ``width`` px wide.

    Raises ValueError for what is no SVG.
    """
    files, families = _typefaces()
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            font_files=list(files),
            # For letters that ours lack.
            skip_system_fonts=False,
            sans_serif_family=families.get("sans-serif"),
            serif_family=families.get("serif"),
        )
    )


@cache
def _folder() -> TemporaryDirectory[str] | None:
    """A folder that is there as long as the program runs; None where nothing may be written."""
    try:
        return TemporaryDirectory(prefix="explainer-")
    except OSError:
        return None


@cache
def _typefaces() -> tuple[tuple[str, ...], Mapping[str, str]]:
    """The typefaces unpacked, and their names; where they cannot be, the system's own do."""
    package = find_spec("streamlit")
    folder = _folder()
    if package is None or package.origin is None or folder is None:
        return (), {}
    media = Path(package.origin).parent / "static" / "static" / "media"
    files: list[str] = []
    families: dict[str, str] = {}
    for use, pattern in TYPEFACES.items():
        for packed in sorted(media.glob(pattern))[:1]:
            unpacked = Path(folder.name) / f"{use}.ttf"
            with TTFont(packed, lazy=True) as font:
                font.flavor = None
                font.save(unpacked)
                families[use] = str(font["name"].getBestFamilyName())
            files.append(str(unpacked))
    return tuple(files), families
