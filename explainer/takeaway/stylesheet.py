"""Stylesheets of files: the palette of both themes, greys for paper, typefaces inside them."""

from __future__ import annotations

import io
import re
from base64 import b64encode
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from explainer.figures import palette
from explainer.figures.svg import as_property, properties
from explainer.reading import words

TEMPLATES = Path(__file__).parent / "templates"
TYPEFACES = {
    "Source Sans": "SourceSansVF-Upright*.woff2",
    "Source Serif": "SourceSerifVariable-Roman*.woff2",
}
WEIGHTS = (400.0, 700.0)
TYPEFACES_HERE = "/* typefaces */"
"""Where they stand in the stylesheet, once it is known which letters are used."""


def handout(title: str) -> str:
    """That of the offline copy; ``title`` stands at the foot of each printed page."""
    foot = f"@page{{@bottom-left{{content:{_quoted(title)}}}}}"
    return "\n".join((_of(words.STAGE_STYLE, TEMPLATES / "handout.css"), foot))


def two_pages() -> str:
    """That of a handout of two pages."""
    return _of(TEMPLATES / "two_pages.css")


def _of(*files: Path) -> str:
    light = palette.colours("light")
    paper = "".join(f"{as_property(role)[4:-1]}:{grey(value)};" for role, value in light.items())
    return "\n".join(
        (
            TYPEFACES_HERE,
            f":root{{{palette.variables()}{properties()}}}",
            words.STYLE.read_text("utf-8"),
            *(file.read_text("utf-8") for file in files),
            f"@media print{{:root{{{paper}}}}}",
        )
    )


def grey(value: str) -> str:
    """The grey that is as bright as a hex colour, so that it is as legible on white paper."""
    channels = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    drawn = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"#{round(drawn * 255):02x}" + f"{round(drawn * 255):02x}" * 2


def typefaces(text: str) -> str:
    """The typefaces that Streamlit brings along, with the letters of a text alone.

    As rules of a stylesheet; empty without Streamlit, so that other typefaces do.
    """
    return _subset("".join(sorted(set(text))))


@lru_cache(maxsize=16)
def _subset(letters: str) -> str:
    package = find_spec("streamlit")
    if package is None or package.origin is None:
        return ""
    folder = Path(package.origin).parent / "static" / "static" / "media"
    faces = []
    for family, pattern in TYPEFACES.items():
        for file in sorted(folder.glob(pattern))[:1]:
            options = subset.Options(
                flavor="woff2", layout_features=["kern", "liga", "tnum", "mark"]
            )
            with TTFont(file) as font:
                subsetter = subset.Subsetter(options)
                subsetter.populate(text=letters)
                subsetter.subset(font)
                instancer.instantiateVariableFont(font, _kept(font), inplace=True)
                font.flavor = "woff2"
                held = io.BytesIO()
                font.save(held)
            data = b64encode(held.getvalue()).decode()
            faces.append(
                f'@font-face{{font-family:"{family}";font-weight:400 700;'
                f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
            )
    return "\n".join(faces)


def _kept(font: TTFont) -> dict[str, float | tuple[float, float]]:
    """What is kept of each axis: the weights that are used, and one optical size."""
    return {
        axis.axisTag: WEIGHTS if axis.axisTag == "wght" else axis.defaultValue
        for axis in font["fvar"].axes
    }


def _quoted(text: str) -> str:
    """A text as a string of CSS, every sign escaped that could end it or the stylesheet."""
    return '"' + re.sub(r"[^\w .,:;?!’–-]", lambda m: f"\\{ord(m[0]):x} ", text) + '"'
