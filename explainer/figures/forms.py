"""The forms in which a figure is drawn: their sizes, for each place where one is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

STRIP = 26.0
"""The px of a sheet besides what a head and its panel have together."""


@dataclass(frozen=True)
class Form:
    """The sizes of one way to draw a figure; all in px, text widths counted at ``width``."""

    name: Literal["wide", "narrow", "presenter", "step", "pocket"]
    width: float
    label: float
    tick: float
    title: float
    scale: float
    mark: float
    line: float = 1.2
    heavy: float = 2.2
    fixed: float | None = None
    """The height in px that every panel has, where the screen's height is the limit."""
    screen: float = 732.0
    """The px that a head and its panel have together, where the screen's height is the limit."""
    least: float = 240.0
    """The px that a panel keeps of what it has together with its head."""
    most: int = 1000
    """How many events a figure names at most; the marks of the others stay without a name."""

    @property
    def narrow(self) -> bool:
        """Whether parts stand below each other, for want of width."""
        return self.width < 400

    @property
    def sheet(self) -> float:
        """The px of a whole figure where the screen is the limit, so that nothing moves; else 0."""
        return self.screen + STRIP if self.fixed else 0.0

    @property
    def single(self) -> bool:
        """Whether there is room for no more than the panel that a step is about."""
        return self.fixed is not None and self.width < 50 * self.label

    def panel(self, px: float, head: float = 0) -> float:
        """The height of a panel that would like to be ``px`` high under a head of ``head`` px."""
        return max(self.least, min(self.fixed, self.screen - head)) if self.fixed else px

    def x(self, px: float) -> float:
        """A distance in px as a part of the width."""
        return px / self.width

    def characters(self, px: float, size: float | None = None) -> int:
        """How many characters of label type surely fit into ``px``."""
        return max(8, int(px / (0.5 * (size or self.label))))


WIDE = Form("wide", width=1030, label=13, tick=12, title=16, scale=12, mark=12)
NARROW = Form("narrow", width=300, label=13, tick=12, title=16, scale=12, mark=11)
PRESENTER = Form(
    "presenter",
    width=1820,
    label=27,
    tick=24,
    title=31,
    scale=24,
    mark=24,
    line=2,
    heavy=4,
    fixed=425,
    screen=640,
    most=8,
)


BROAD = replace(PRESENTER, width=2420)
"""For a projector of 21:9: as high and with type as large, so that nothing is scaled down."""
TALLER = replace(PRESENTER, width=1640)
"""For one of 16:10."""
SQUARISH = replace(PRESENTER, width=1340)
"""For one of 4:3."""


STEP = Form(
    "step",
    width=756,
    label=13,
    tick=12,
    title=15,
    scale=12,
    mark=12,
    fixed=390,
    screen=430,
    most=14,
)
"""Beside the words of a step, whole on a laptop's first screen."""

POCKET = replace(NARROW, name="pocket", title=14, fixed=300, screen=312, least=200, most=5)
"""Above the words of a step, on a phone's first screen with them: the part that it is about."""
