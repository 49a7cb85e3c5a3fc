"""Whether a text holds the words that somebody looks for, however either of the two is typed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

DROPPED = frozenset("'\"`.„\N{ACUTE ACCENT}\N{PRIME}\N{MODIFIER LETTER APOSTROPHE}")
"""Signs that people leave out or type in several ways, without a space in their place."""


def finds(words: str, *texts: str | None) -> bool:
    """Whether every word that is looked for occurs in the texts, as a whole or as a part.

    Case, accents, order, spaces and signs make no difference, and a text that is missing holds
    no word.
    """
    held = " ".join(map(_folded, filter(None, texts)))
    return all(word in held for word in _folded(words).split())


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """The letters and figures of a text, small and without accents; a space for any other sign."""
    bare = (letter for letter in text.casefold() if letter not in DROPPED)
    return "".join(map(_plain, unicodedata.normalize("NFKD", "".join(bare)))).casefold()


def _plain(letter: str) -> str:
    # Marks that combine and signs that only steer how letters are shown are often not typed.
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Pi", "Pf"):
        return ""
    return letter if unicodedata.category(letter)[0] in "LMN" else " "
