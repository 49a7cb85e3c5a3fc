"""Breaks text into lines by counting, because Python cannot measure it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ADVANCE = 0.5
"""Width of a character in units of the font size; measured text is 0.39 to 0.45."""
LINE_HEIGHT = 1.3
"""Distance between lines in units of the font size, as Plotly breaks them."""

WIDE = (
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"
    r"\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
OPENS = r"\u3008\u300a\u300c\u300e\u3010\u3014\uff08\uff3b\uff5b"
CLOSES = (
    r"\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u30fc"
    r"\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d"
)
"""Wide signs that may not end a line, and those that may not begin one."""
WORD = re.compile(rf"[{OPENS}]*(?:{WIDE}|(?:(?!{WIDE})[^ ])+)[{CLOSES}]* *| +")
WIDE_LETTER = re.compile(WIDE)
UNCOMMON = re.compile(r"[^\x00-\u02ff\u2010-\u2027\u202f-\u205f\u20a0-\u20cf\u2190-\u2bff]")
"""What is not a letter or sign of one width; most labels hold none of it."""


def columns(text: str) -> int:
    """How many character widths a text takes; a wide East Asian character takes two.

    Capitals are wider than other letters: six of them take the room of seven.
    """
    capitals = sum(map(str.isupper, text)) // 6
    if not UNCOMMON.search(text):
        return len(text) + capitals
    return sum(map(_columns, text)) + capitals


def _columns(letter: str) -> int:
    # Marks that combine and signs that only steer the direction take no room.
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    return 2 if WIDE_LETTER.match(letter) else 1


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most ``width`` characters.

    Lines break at spaces, never at hyphens or no-break spaces, and between wide East Asian
    characters, which have no spaces; their full stops, commas and closing brackets begin no line.
    Only a word wider than a whole line is cut.
    """
    return list(_wrapped(text, width))


@lru_cache(maxsize=8192)
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    # The same labels are wrapped for every step, filter and reader.
    lines, line = [], ""
    for word in _words(text, width):
        if line and columns(line + word.rstrip(" ")) > width:
            lines.append(line.rstrip(" "))
            line = ""
        line += word
    return (*lines, line.rstrip(" "))


def _words(text: str, width: int) -> list[str]:
    words = []
    for word in WORD.findall(text):
        piece = word
        while columns(piece.rstrip(" ")) > width and len(piece) > 1:
            cut = _fitting(piece, width)
            words.append(piece[:cut])
            piece = piece[cut:]
        words.append(piece)
    return words


def _fitting(word: str, width: int) -> int:
    """How many letters of a word fit into a line: at least one, and none without its marks."""
    cut = 1
    while cut < len(word) and (columns(word[: cut + 1]) <= width or not _columns(word[cut])):
        cut += 1
    return cut


def whole_words(text: str, width: int) -> bool:
    """Whether every word of a text fits into a line of ``width`` characters uncut."""
    return all(columns(word.rstrip(" ")) <= width for word in WORD.findall(text))


def height(lines: int, size: float) -> float:
    """Height in px of so many lines of type of ``size`` px."""
    return lines * LINE_HEIGHT * size
