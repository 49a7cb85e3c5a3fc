"""A figure as SVG from the marks of its Plotly declaration: for the painted page and for files.

Sizes, symbols and the places of letters are those of Plotly 7, so that one picture can stand for
the other: the first baseline of n lines is (0.75 - (1.3 (n - 1) + 1) / 2) of their size below their
place, and a symbol's outline is that of Plotly's ``symbol_defs``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import unescape
from itertools import pairwise
from typing import Any

from markupsafe import Markup, escape

from explainer.figures import placed
from explainer.figures.canvas import FigureDict
from explainer.figures.palette import Role, colours
from explainer.figures.symbols import STROKES, SYMBOLS
from explainer.figures.traces import FONT
from explainer.language import direction

Colour = Callable[[Role], str]
"""What a role's colour is called: a property of a style, or a value."""
Link = Callable[[str], str]
"""The address that a mark of some events leads to, by their ids with spaces between; or nothing."""
LINE_HEIGHT = 1.3
PLACE = re.compile(r"(-?[\d.]+),")
"""A place along x in the path of an outline."""
TAGS = re.compile(r"(</?[bi]>|<br>)")
CLEAR = "rgba(0,0,0,0)"


@cache
def _roles() -> dict[str, Role]:
    return {value: role for role, value in colours("light").items()}


def in_light(role: Role) -> str:
    """The colour itself, for a file that any program is to open."""
    return colours("light")[role]


def as_property(role: Role) -> str:
    """The property of a style that has the colour for either theme."""
    return f"var(--fig-{role.value.replace(' ', '-')})"


def properties() -> str:
    """Those properties, for both themes, as a part of a style."""
    light, dark = colours("light"), colours("dark")
    return "".join(
        f"{as_property(role)[4:-1]}:light-dark({light[role]},{dark[role]});" for role in Role
    )


def svg(
    drawn: FigureDict,
    alt: str,
    *,
    width: float | None = None,
    colour: Colour = as_property,
    link: Link | None = None,
    more: str = "",
    attributes: str = "",
) -> Markup:
    """A figure as one ``svg`` element, with a text alternative.

    Without ``width`` it is as wide as its place, as a Plotly figure is: places along x are parts of
    the width, those along y px. With ``width``, in px, all is px, as files for other programs need.
    ``more`` is SVG that goes in first; ``attributes`` go on the element.
    """
    sheet = _Sheet(drawn, width, colour, link)
    height = drawn["layout"]["height"]
    size = f'viewBox="0 0 {width:g} {height}" width="{width:g}"' if width else 'width="100%"'
    role = "group" if link else "img"
    said = escape(direction.isolated(alt))
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} height="{height}" role="{role}"'
        f' aria-label="{said}" font-family="{escape(FONT)}" {attributes}>'
        f"{more}{''.join(sheet.parts())}</svg>"
    )
    return Markup(drawing)


class _Sheet:
    """One figure on its way into SVG."""

    def __init__(
        self, drawn: FigureDict, width: float | None, colour: Colour, link: Link | None
    ) -> None:
        self.drawn, self.width, self.link = drawn, width, link
        self.height = drawn["layout"]["height"]
        self._colour = colour

    def colour(self, value: str) -> str:
        return self._colour(_roles()[value])

    def x(self, part: float) -> str:
        """A place along x."""
        return f"{part * self.width:.1f}" if self.width else f"{part * 100:.2f}%"

    def at(self, x: float, y: float, inner: str) -> str:
        """SVG that is drawn around a place as if around the origin."""
        if self.width:
            return f'<g transform="translate({self.x(x)},{y:g})">{inner}</g>'
        return f'<svg x="{self.x(x)}" y="{y:g}" overflow="visible">{inner}</svg>'

    def parts(self) -> Iterator[str]:
        """Everything, in the order in which Plotly draws it."""
        for shape in self.drawn["layout"]["shapes"]:
            yield self._path(shape) if shape["type"] == "path" else self._rectangle(shape)
        for trace in self.drawn["data"]:
            if trace["mode"] == "lines":
                yield from self._line(trace)
            elif trace["mode"] == "markers":
                yield from self._marks(trace)
            else:
                yield from self._texts(trace)

    def _path(self, shape: dict[str, Any]) -> str:
        fill = self.colour(shape["fillcolor"])
        if not self.width:
            return (
                f'<svg width="100%" height="{self.height}" viewBox="0 0 1 {self.height}"'
                f' preserveAspectRatio="none"><path d="{shape["path"]}" fill="{fill}"/></svg>'
            )
        points = re.sub(
            r"(-?[\d.]+),",
            lambda found: f"{float(found[1]) * (self.width or 1):.1f},",
            shape["path"],
        )
        return f'<path d="{points}" fill="{fill}"/>'

    def _rectangle(self, shape: dict[str, Any]) -> str:
        left, right = sorted((shape["x0"], shape["x1"]))
        top, bottom = sorted((shape["y0"], shape["y1"]))
        edge = shape["line"]
        stroke = ""
        if edge["width"]:
            stroke = (
                f' stroke="{self.colour(edge["color"])}" stroke-width="{edge["width"]:g}"'
                f"{_dashes(edge.get('dash', 'solid'), edge['width'])}"
            )
        fill = shape["fillcolor"]
        filled = "none" if fill == CLEAR else self.colour(fill)
        opacity = f' opacity="{shape["opacity"]:g}"' if shape["opacity"] != 1 else ""
        return (
            f'<rect x="{self.x(left)}" y="{top:g}" width="{self.x(right - left)}"'
            f' height="{bottom - top:.1f}" fill="{filled}"{stroke}{opacity}/>'
        )

    def _line(self, trace: dict[str, Any]) -> Iterator[str]:
        line = trace["line"]
        look = (
            f'stroke="{self.colour(line["color"])}" stroke-width="{line["width"]:g}"'
            f"{_dashes(line['dash'], line['width'])}"
        )
        yield f'<g fill="none" {look}>'
        for run in _runs(trace["x"], trace["y"]):
            if self.width:
                points = " ".join(f"{self.x(x)},{y:g}" for x, y in run)
                yield f'<polyline points="{points}"/>'
                continue
            for (x0, y0), (x1, y1) in pairwise(run):
                yield f'<line x1="{self.x(x0)}" y1="{y0:g}" x2="{self.x(x1)}" y2="{y1:g}"/>'
        yield "</g>"

    def _marks(self, trace: dict[str, Any]) -> Iterator[str]:
        for x, y, symbol, size, colour, line, events, says in placed.marks(trace):
            mark = self.at(x, y, self._symbol(symbol, size, colour, line))
            address = self.link(events) if self.link and events else ""
            if address:
                # What a mark says is escaped where it was drawn.
                said = f' aria-label="{escape(direction.isolated(unescape(says)))}"' if says else ""
                mark = (
                    f'<a href="{escape(address)}" data-events="{escape(events)}"{said}>{mark}</a>'
                )
            yield mark

    def _symbol(self, symbol: str, size: float, colour: str, line: float) -> str:
        name, _, opened = symbol.partition("-open")
        outline, paint = SYMBOLS[name](size / 2), self.colour(colour)
        is_line = name in STROKES
        fill = "none" if is_line or symbol != name else paint
        stroke = f' stroke="{paint}" stroke-width="{line:g}"' if line else ""
        dot = f'<path d="M0,0.5L0.5,0L0,-0.5L-0.5,0Z"{stroke}/>' if opened == "-dot" else ""
        return f'<path d="{outline}" fill="{fill}"{stroke}/>{dot}'

    def _texts(self, trace: dict[str, Any]) -> Iterator[str]:
        anchors = {"right": "start", "center": "middle", "left": "end"}
        for x, y, words, side, size, colour, events in placed.labels(trace):
            lines = list(_lines(words))
            first = y + size * (0.75 - ((len(lines) - 1) * LINE_HEIGHT + 1) / 2)
            anchor = anchors[side]
            said = lines[0] + "".join(
                f'<tspan x="{self.x(x)}" dy="{size * LINE_HEIGHT:g}">{line}</tspan>'
                for line in lines[1:]
            )
            anchored = f' text-anchor="{anchor}"' if anchor != "start" else ""
            named = f' data-names="{escape(events)}"' if events and self.link else ""
            yield (
                f'<text x="{self.x(x)}" y="{first:.1f}" font-size="{size:g}"{anchored}{named}'
                f' fill="{self.colour(colour)}">{said}</text>'
            )


def _runs(xs: Sequence[Any], ys: Sequence[Any]) -> Iterator[list[tuple[float, float]]]:
    """The points of a trace, a list for each stretch without a gap."""
    run: list[tuple[float, float]] = []
    for x, y in zip(xs, ys, strict=True):
        if x is not None:
            run.append((x, y))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _dashes(dash: str, width: float) -> str:
    """The dashes of Plotly: never shorter than three px."""
    unit = max(width, 3)
    length = {"dot": unit, "dash": 3 * unit}.get(dash)
    return f' stroke-dasharray="{length:g},{length:g}"' if length else ""


def _lines(words: str) -> Iterator[str]:
    """Each line of a label as SVG: what is bold or slanted as Plotly's two tags say."""
    bold = slanted = False
    line = ""
    for part in TAGS.split(words):
        if part == "<br>":
            yield line
            line = ""
        elif part in ("<b>", "</b>"):
            bold = part == "<b>"
        elif part in ("<i>", "</i>"):
            slanted = part == "<i>"
        elif part:
            look = (' font-weight="bold"' if bold else "") + (
                ' font-style="italic"' if slanted else ""
            )
            line += f"<tspan{look}>{part}</tspan>" if look else part
    yield line
