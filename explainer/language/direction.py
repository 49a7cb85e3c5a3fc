"""Text that runs from right to left, kept apart from what stands beside it.

Signs that open and close an isolate (Unicode Standard Annex 9) work everywhere: in a figure, in
Markdown, in an attribute. They are added where text is shown, never to what can be taken away as
data.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
OPEN = {"ltr": "\u2066", "rtl": "\u2067"}
CLOSE = "\u2069"
ISOLATE = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")

Direction = Literal["ltr", "rtl"]


def direction(text: str) -> Direction | None:
    """Which way a text runs; None if nothing in it runs from right to left.

    It runs from right to left if it begins so and most of it does: a sentence in English may begin
    with an Arabic name. What is isolated already does not count.
    """
    if not RIGHT_TO_LEFT.search(text):
        return None
    strong = [
        kind != "L"
        for letter in ISOLATE.sub("", text)
        if (kind := unicodedata.bidirectional(letter)) in ("L", "R", "AL")
    ]
    if not any(strong):
        return None
    return "rtl" if strong[0] and 2 * sum(strong) >= len(strong) else "ltr"


def isolated(text: str, like: str | None = None) -> str:
    """The text within an isolate if it needs one, else as it is.

    ``like`` is the whole that a line belongs to: every line of it runs the same way.
    """
    way = direction(text if like is None else like)
    return f"{OPEN[way]}{text}{CLOSE}" if way and text else text
