"""What authors wrote, shown again: a line with a caret under a place, and texts on one line."""

from __future__ import annotations

import unicodedata

from explainer.checks.place import Place

BEFORE, AFTER = 40, 60
"""How many letters of a long line are shown before the place of a problem, and after it."""


def excerpt(line: str, place: Place) -> str:
    """A line of a file with its number, and a caret under the place that a problem points to.

    A long line is cut on both sides, and what cannot be printed becomes a sign that can.
    """
    before, after = line[: place.column - 1], line[place.column - 1 :].rstrip()
    head = ("…" if len(before) > BEFORE else "") + _printable(before[-BEFORE:])
    tail = _printable(after[:AFTER]) + ("…" if len(after) > AFTER else "")
    number = str(place.line)
    return f"{number} │ {head}{tail}\n{' ' * len(number)} │ {' ' * _width(head)}^"


def tidy(text: str) -> str:
    """One line that any terminal can print, however odd the content it quotes."""
    shown = " ".join(_printable(" ".join(text[:2000].split())).split())
    return shown if len(shown) <= 300 else f"{shown[:299]}…"


def _printable(text: str) -> str:
    """A text of the same length in which spaces are plain and odd characters are shown as such."""
    return "".join(
        letter if letter.isprintable() else " " if letter.isspace() else "\ufffd" for letter in text
    )


def _width(text: str) -> int:
    """How many columns a text takes in type of one width."""
    wide = sum(unicodedata.east_asian_width(letter) in ("W", "F") for letter in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))
