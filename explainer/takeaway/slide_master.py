"""An empty presentation: the size of its slides, and what a school's template may replace."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from explainer.figures.palette import Role, colours, theme
from explainer.takeaway.drawing import UNIT

WIDE, HIGH, EDGE = 1920, 1080, 50
"""The px of a slide, and of its margin."""
TITLE_ONLY, TITLE_SLIDE, BODY = 5, 0, 1
"""The layouts of the presentation that are used, by their numbers."""
FONTS = {"majorFont": "Georgia", "minorFont": "Calibri"}
"""Typefaces that programs for slides have, or have another of the same widths for."""
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def empty_deck() -> Deck:
    """A presentation without slides, with our colours, typefaces and places in its master."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(WIDE * UNIT), Emu(HIGH * UNIT)
    _set_theme(deck)
    _set_layouts(deck)
    return deck


def _set_theme(deck: Deck) -> None:
    """Our colours and typefaces as the theme's, so that a school's template takes their place."""
    master = deck.slide_masters[0]
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(part.blob)
    light, look = colours("light"), theme("light")
    values = {
        "dk1": look["textColor"],
        "lt1": look["backgroundColor"],
        "dk2": light[Role.FADED_TEXT],
        "lt2": light[Role.PALE],
        "accent1": light[Role.VIOLET],
        "accent2": light[Role.BLUE],
        "accent3": light[Role.OCHRE],
        "accent4": light[Role.PLUM],
        "accent5": light[Role.LEADER],
        "accent6": light[Role.FADED],
        "hlink": look["textColor"],
        "folHlink": look["textColor"],
    }
    for name, value in values.items():
        (slot,) = root.iter(f"{DRAWING}{name}")
        for inner in list(slot):
            slot.remove(inner)
        etree.SubElement(slot, f"{DRAWING}srgbClr", val=str(value).removeprefix("#"))
    for name, face in FONTS.items():
        (fonts,) = root.iter(f"{DRAWING}{name}")
        fonts.find(f"{DRAWING}latin").set("typeface", face)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_layouts(deck: Deck) -> None:
    """Titles and bodies where a slide of 16:9 has them, in type that the back row can read."""
    wide = WIDE - 2 * EDGE
    places = {
        TITLE_SLIDE: {0: (300, 220, 72), 1: (560, 400, 32)},
        TITLE_ONLY: {0: (30, 100, 52)},
        BODY: {0: (30, 100, 52), 1: (160, 840, 34)},
    }
    for number, holders in places.items():
        layout = deck.slide_layouts[number]
        for holder in list(layout.placeholders):
            at = holder.placeholder_format.idx
            if at not in holders:
                holder._element.getparent().remove(holder._element)
                continue
            top, high, px = holders[at]
            holder.left, holder.width = Emu(EDGE * UNIT), Emu(wide * UNIT)
            holder.top, holder.height = Emu(top * UNIT), Emu(high * UNIT)
            _set_type(holder, px)


def _set_type(holder: Any, px: int) -> None:
    """The size of a placeholder's type, at the left, without bullets."""
    body = holder._element.txBody
    styles = body.find(f"{DRAWING}lstStyle")
    for inner in list(styles):
        styles.remove(inner)
    level = etree.SubElement(styles, f"{DRAWING}lvl1pPr", algn="l", marL="0", indent="0")
    etree.SubElement(level, f"{DRAWING}buNone")
    etree.SubElement(level, f"{DRAWING}defRPr", sz=str(px * 50))
    properties = body.find(f"{DRAWING}bodyPr")
    properties.set("anchor", "t")
    for inner in list(properties):
        properties.remove(inner)
    etree.SubElement(properties, f"{DRAWING}normAutofit")
