"""Places labels along one axis so that none overlap and none is clipped.

Python cannot measure text, so a label is wrapped at a fixed number of characters and stacked by its
height. The stack is spread by isotonic regression (pool adjacent violators: Ayer et al., 1955,
Annals of Mathematical Statistics 26), which moves labels by the least total of squared distances
that keeps their order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

ADVANCE = 0.5
"""Width of a character in units of the font size; measured text is 0.39 to 0.45."""
LINE_HEIGHT = 1.3
"""Distance between lines in units of the font size, as Plotly breaks them."""

WIDE = re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")
WORD = re.compile(rf"{WIDE.pattern} *|(?:(?!{WIDE.pattern})[^ ])+ *")
UNCOMMON = re.compile(r"[^\x00-\u02ff\u2000-\u20cf\u2190-\u2bff]")
"""What is not a letter or sign of one width; most labels hold none of it."""


class DoesNotFit(Exception):
    """The labels need more room than they were given."""

    def __init__(self, needed: float, given: float) -> None:
        super().__init__(f"the labels need {needed:.0f} px, the panel has {given:.0f} px")
        self.needed = needed


def columns(text: str) -> int:
    """How many character widths a text takes; a wide East Asian character takes two."""
    if not UNCOMMON.search(text):
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if WIDE.match(letter) else 1 for letter in text
    )


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most ``width`` characters.

    Lines break at spaces, never at hyphens or no-break spaces, and between wide East Asian
    characters, which have no spaces. Only a word wider than a whole line is cut.
    """
    lines, line = [], ""
    for word in _words(text, width):
        if line and columns(line) + columns(word.rstrip(" ")) > width:
            lines.append(line.rstrip(" "))
            line = ""
        line += word
    return [*lines, line.rstrip(" ")]


def _words(text: str, width: int) -> list[str]:
    words = []
    for word in WORD.findall(text):
        piece = word
        while columns(piece.rstrip(" ")) > width and len(piece) > width:
            words.append(piece[:width])
            piece = piece[width:]
        words.append(piece)
    return words


def height(lines: int, size: float) -> float:
    """Height in px of so many lines of type of ``size`` px."""
    return lines * LINE_HEIGHT * size


def spread(
    ideals: Sequence[float], heights: Sequence[float], top: float, bottom: float, gap: float = 0
) -> list[float]:
    """The centres in px of stacked labels, each as near its ideal as the others allow.

    ``ideals`` must be in order. Raises DoesNotFit if the stack is taller than ``bottom - top``.
    """
    if not ideals:
        return []
    needed = sum(heights) + gap * (len(heights) - 1)
    if needed > bottom - top + 1e-6:
        raise DoesNotFit(needed, bottom - top)
    offsets, used = [], 0.0
    for tall in heights:
        offsets.append(used + tall / 2)
        used += tall + gap
    free = isotonic([ideal - offset for ideal, offset in zip(ideals, offsets, strict=True)])
    return [
        min(max(value, top), bottom - needed) + offset
        for value, offset in zip(free, offsets, strict=True)
    ]


def isotonic(values: Sequence[float]) -> list[float]:
    """The non-decreasing sequence nearest to ``values`` in the sum of squares."""
    blocks: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean = (before * many + mean * count) / (many + count)
            count += many
        blocks.append((mean, count))
    return [mean for mean, count in blocks for _ in range(count)]
