"""Where one sentence of a brief ends and the next begins."""

from __future__ import annotations

import re

import sentencex

SINGLE_LETTER = re.compile(r"(?:^|[\s(“‘«’'\"-])[^\W\d_]\.$")
"""What ends with an initial or an abbreviation of one letter: “J.”, “M.”, “L’U.”."""
ABBREVIATION = re.compile(r"(?:^|[\s(’'])[^\W\d_]{1,4}\.$")
"""What ends with a short word before a number: “art.”, “para.”, “No.”."""
ENDS = re.compile(r"(^\([^()]+[.!?…]\)|[^\W\d_]…[”’\"]?)\s+(?=[^\W\d_])")
"""Ends that the library passes over: a whole sentence in brackets, and an ellipsis of one sign."""
NO_LETTER = re.compile(r"[\W_]*")


def sentences(paragraph: str, language: str = "en") -> tuple[str, ...]:
    """The sentences of one paragraph, without the spaces around them.

    ``language`` is a BCP 47 code; its first part decides which abbreviations are known, and how a
    sentence ends. Where it is unknown to the library, a related or a common language stands in.
    """
    found: list[str] = []
    known = language.partition("-")[0].lower()
    for part in sentencex.segment(known, " ".join(paragraph.split())):
        for piece in ENDS.sub(r"\1\n", part.strip()).splitlines():
            if found and _goes_on(found[-1], piece):
                found[-1] = f"{found[-1]} {piece}"
            elif piece:
                found.append(piece)
    return tuple(found)


def _goes_on(before: str, piece: str) -> bool:
    """Whether a piece belongs to the sentence before it, which the library took to be at its end.

    It knows no initials of one letter in some languages, and it ends a sentence at any dot that a
    number follows. A sentence does not begin with a small letter, nor is one without any letter.
    """
    first = piece[:1]
    return (
        first.islower()
        or NO_LETTER.fullmatch(piece) is not None
        or SINGLE_LETTER.search(before) is not None
        or (first.isdigit() and ABBREVIATION.search(before) is not None)
    )
