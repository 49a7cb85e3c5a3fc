"""The handout's stylesheet: the palette of both themes, greys for paper, typefaces inside it."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from explainer.figures import palette
from explainer.reading import words

TEMPLATES = Path(__file__).parent / "templates"
TYPEFACES = {
    "Source Sans": "SourceSansVF-Upright*.woff2",
    "Source Serif": "SourceSerifVariable-Roman*.woff2",
}


def handout(title: str) -> str:
    """The whole stylesheet; ``title`` stands at the foot of each printed page."""
    light = palette.colours("light")
    paper = "\n".join(
        f'.chart svg [style*="{what}: {palette.rgb(value)}"]{{{what}:{grey(value)}!important}}'
        for value in light.values()
        for what in ("fill", "stroke")
    )
    return "\n".join(
        (
            _typefaces(),
            f":root{{{palette.variables()}}}",
            words.STYLE.read_text("utf-8"),
            (TEMPLATES / "handout.css").read_text("utf-8"),
            palette.stylesheet(".chart"),
            f"@media print{{{paper}}}",
            f"@page{{@bottom-left{{content:{_quoted(title)}}}}}",
        )
    )


def grey(value: str) -> str:
    """The grey that is as bright as a hex colour, so that it is as legible on white paper."""
    channels = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    drawn = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"#{round(drawn * 255):02x}" + f"{round(drawn * 255):02x}" * 2


@cache
def _typefaces() -> str:
    """The typefaces that Streamlit brings along, inside the stylesheet; without them, others do."""
    package = find_spec("streamlit")
    if package is None or package.origin is None:
        return ""
    folder = Path(package.origin).parent / "static" / "static" / "media"
    faces = []
    for family, pattern in TYPEFACES.items():
        for file in sorted(folder.glob(pattern))[:1]:
            data = b64encode(file.read_bytes()).decode()
            faces.append(
                f'@font-face{{font-family:"{family}";font-weight:200 900;'
                f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
            )
    return "\n".join(faces)


def _quoted(text: str) -> str:
    """A text as a string of CSS, every sign escaped that could end it or the stylesheet."""
    return '"' + re.sub(r"[^\w .,:;?!’–-]", lambda m: f"\\{ord(m[0]):x} ", text) + '"'
