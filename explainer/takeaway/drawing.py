"""A figure as native shapes of a slide: each mark, line, area and label by itself, in one group.

Colours are those of the presentation's theme, so that another template changes them. Places and
sizes are those of the figure's Plotly declaration, brought to the slide's own units.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from itertools import pairwise
from math import sqrt
from typing import Any

from pptx.dml.color import ColorFormat
from pptx.dml.line import LineFormat
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.shapetree import SlideShapes
from pptx.slide import Slide
from pptx.util import Emu, Pt

from explainer.figures import placed
from explainer.figures.canvas import FigureDict
from explainer.figures.line_breaks import columns
from explainer.figures.palette import Role, colours
from explainer.language.catalogue import say

UNIT = 6350
"""The EMU of one px of a slide of 1920 x 1080 px."""
PRESENTATION = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LETTER = 0.52
"""The width of a letter in units of its size, at most."""
LINE_HEIGHT = 1.3
TAGS = re.compile(r"(</?[bi]>)")
THEME: Mapping[Role, MSO_THEME_COLOR] = {
    Role.VIOLET: MSO_THEME_COLOR.ACCENT_1,
    Role.BLUE: MSO_THEME_COLOR.ACCENT_2,
    Role.OCHRE: MSO_THEME_COLOR.ACCENT_3,
    Role.PLUM: MSO_THEME_COLOR.ACCENT_4,
    Role.INK: MSO_THEME_COLOR.TEXT_1,
    Role.MUTED: MSO_THEME_COLOR.TEXT_2,
    Role.LEADER: MSO_THEME_COLOR.ACCENT_5,
    Role.PALE: MSO_THEME_COLOR.BACKGROUND_2,
    Role.FADED: MSO_THEME_COLOR.ACCENT_6,
    Role.FADED_TEXT: MSO_THEME_COLOR.TEXT_2,
}
"""Which of a theme's colours stands for each role."""
SHAPES = {
    "circle": (MSO_SHAPE.OVAL, 1.0, 1.0, 0.0),
    "square": (MSO_SHAPE.RECTANGLE, 1.0, 1.0, 0.0),
    "diamond": (MSO_SHAPE.DIAMOND, 1.3, 1.3, 0.0),
    "triangle-up": (MSO_SHAPE.ISOSCELES_TRIANGLE, 2 / sqrt(3), 0.75, -0.125),
    "triangle-down": (MSO_SHAPE.FLOWCHART_MERGE, 2 / sqrt(3), 0.75, 0.125),
    "hexagon": (MSO_SHAPE.OCTAGON, 0.95, 1.0, 0.0),
    "star": (MSO_SHAPE.STAR_5_POINT, 1.4, 1.4, 0.0),
}
"""A symbol's shape, its width and height in units of its size, and how far it stands lower."""


def draw(
    slide: Slide, figure: FigureDict, alt: str, width: float, place: tuple[float, float, float]
) -> None:
    """Put a figure ``width`` px wide on a slide, as one group; ``place`` is its x, y and scale."""
    # Otherwise the library counts all shapes again for each new one.
    slide.shapes.turbo_add_enabled = True
    before = len(slide.shapes)
    pen = _Pen(slide.shapes, width, *place)
    for shape in figure["layout"]["shapes"]:
        if shape["type"] == "path":
            pen.path(shape)
        else:
            pen.area(shape)
    for trace in figure["data"]:
        {"lines": pen.lines, "markers": pen.marks, "text": pen.labels}[trace["mode"]](trace)
    group = slide.shapes.add_group_shape(list(slide.shapes)[before:])
    group.name = say("slides-figure")
    named: Any = group._element.nvGrpSpPr.cNvPr
    named.set("descr", alt)


class _Pen:
    """Draws on one slide in the px of a figure."""

    def __init__(
        self, shapes: SlideShapes, width: float, left: float, top: float, scale: float
    ) -> None:
        self.shapes, self.width = shapes, width
        self.left, self.top, self.scale = left, top, scale

    def x(self, part: float) -> Emu:
        return Emu(round((self.left + part * self.width * self.scale) * UNIT))

    def y(self, px: float) -> Emu:
        return Emu(round((self.top + px * self.scale) * UNIT))

    def far(self, px: float) -> Emu:
        return Emu(max(1, round(px * self.scale * UNIT)))

    def _stroke(self, ends: tuple[Emu, Emu, Emu, Emu]) -> LineFormat:
        """A straight line, its look still to be set, without what a theme would add to it."""
        stroke = self.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        element: Any = stroke._element
        element.remove(element.find(f"{PRESENTATION}style"))
        line: LineFormat = stroke.line
        return line

    def _line(self, line: LineFormat, colour: str, width: float, dash: str = "solid") -> None:
        _paint(line.color, colour)
        line.width = self.far(width)
        if dash != "solid":
            line.dash_style = {"dot": MSO_LINE.SQUARE_DOT, "dash": MSO_LINE.DASH}[dash]

    def path(self, shape: dict[str, Any]) -> None:
        points = [
            (self.x(float(x)), self.y(float(y)))
            for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape["path"])
        ]
        builder = self.shapes.build_freeform(*points[0])
        builder.add_line_segments(points[1:], close=True)
        drawn = builder.convert_to_shape()
        drawn.fill.solid()
        _paint(drawn.fill.fore_color, shape["fillcolor"])
        drawn.line.fill.background()
        drawn.shadow.inherit = False

    def area(self, shape: dict[str, Any]) -> None:
        left, right = sorted((shape["x0"], shape["x1"]))
        top, bottom = sorted((shape["y0"], shape["y1"]))
        drawn = self.shapes.add_shape(
            MSO_SHAPE.RECTANGLE,
            self.x(left),
            self.y(top),
            self.far((right - left) * self.width),
            self.far(bottom - top),
        )
        drawn.shadow.inherit = False
        if shape["fillcolor"].startswith("#"):
            drawn.fill.solid()
            _paint(drawn.fill.fore_color, shape["fillcolor"])
            if shape["opacity"] < 1:
                # Lighter by as much: a theme's colour has no opacity in python-pptx.
                drawn.fill.fore_color.brightness = 1 - shape["opacity"]
        else:
            drawn.fill.background()
        edge = shape["line"]
        if edge["width"]:
            self._line(drawn.line, edge["color"], edge["width"], edge.get("dash", "solid"))
        else:
            drawn.line.fill.background()

    def lines(self, trace: dict[str, Any]) -> None:
        line = trace["line"]
        points = list(zip(trace["x"], trace["y"], strict=True))
        for (x0, y0), (x1, y1) in pairwise(points):
            if x0 is not None and x1 is not None:
                ends = (self.x(x0), self.y(y0), self.x(x1), self.y(y1))
                self._line(self._stroke(ends), line["color"], line["width"], line["dash"])

    def marks(self, trace: dict[str, Any]) -> None:
        for x, y, symbol, size, colour, line, _, _ in placed.marks(trace):
            self._mark(x, y, symbol, size, colour, line)

    def _mark(self, x: float, y: float, symbol: str, size: float, colour: str, line: float) -> None:
        name, _, opened = symbol.partition("-open")
        half = size / 2 / self.width
        if name in ("x-thin", "line-ew"):
            rises = (0.0,) if name == "line-ew" else (size / 2, -size / 2)
            for rise in rises:
                ends = (self.x(x - half), self.y(y - rise), self.x(x + half), self.y(y + rise))
                self._line(self._stroke(ends), colour, line or 2)
            return
        shape, wide, high, lower = SHAPES[name]
        drawn = self.shapes.add_shape(
            shape,
            self.x(x - half * wide),
            self.y(y + size * (lower - high / 2)),
            self.far(size * wide),
            self.far(size * high),
        )
        drawn.shadow.inherit = False
        if symbol == name:
            drawn.fill.solid()
            _paint(drawn.fill.fore_color, colour)
        else:
            drawn.fill.background()
        if line:
            self._line(drawn.line, colour, line)
        else:
            drawn.line.fill.background()
        if opened == "-dot":
            self._mark(x, y, "circle", size / 4, colour, 0)

    def labels(self, trace: dict[str, Any]) -> None:
        for x, y, words, side, size, colour, _ in placed.labels(trace):
            self._label(x, y, words, side, size, colour)

    def _label(self, x: float, y: float, words: str, side: str, size: float, colour: str) -> None:
        lines = words.split("<br>")
        widest = max(columns(unescape(TAGS.sub("", line))) for line in lines)
        wide = (widest + 2) * LETTER * size
        left = {"right": 0.0, "center": wide / 2, "left": wide}[side]
        high = len(lines) * LINE_HEIGHT * size
        box = self.shapes.add_textbox(
            self.x(x - left / self.width), self.y(y - high / 2), self.far(wide), self.far(high)
        )
        frame = box.text_frame
        # Without, some programs centre what stands in the box, whatever its paragraphs say.
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        points = size * self.scale / 2
        bold = slanted = False
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            sides = {"right": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "left": PP_ALIGN.RIGHT}
            paragraph.alignment = sides[side]
            paragraph.line_spacing = Pt(points * LINE_HEIGHT)
            for part in TAGS.split(line):
                if part in ("<b>", "</b>"):
                    bold = part == "<b>"
                elif part in ("<i>", "</i>"):
                    slanted = part == "<i>"
                elif part:
                    run = paragraph.add_run()
                    run.text = unescape(part)
                    run.font.size = Pt(points)
                    run.font.bold, run.font.italic = bold, slanted
                    _paint(run.font.color, colour)


def _paint(colour: ColorFormat, value: str) -> None:
    """Give something the colour of the theme that stands for a figure's."""
    roles = {shade: role for role, shade in colours("light").items()}
    colour.theme_color = THEME[roles[value]]
