"""The offline copy: what its script unpacks, and how it is in a browser that has no network."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request

Open = Callable[..., Page]
PACKED = re.compile(r'<script type="application/gzip" id="packed">(.*?)</script>')

# Every text of each figure with its box on the sheet, and the size of the sheet.
_TEXTS = """selector => [...document.querySelectorAll(selector)].map(chart => {
  const sheet = chart.querySelector('svg').getBoundingClientRect();
  return [...chart.querySelectorAll('svg text')].map(text => {
    const box = text.getBoundingClientRect();
    return [text.textContent, box.left - sheet.left, box.top - sheet.top,
            box.right - sheet.left, box.bottom - sheet.top, sheet.width, sheet.height];
  }).filter(([words]) => words.trim());
})"""


def held(page: str) -> dict[str, Any]:
    """What the copy's script adds to it."""
    (packed,) = PACKED.findall(page)
    found: dict[str, Any] = json.loads(gzip.decompress(b64decode(packed)))
    return found


def unpacked(page: str) -> str:
    """The copy with all that its script may put up, where it is held."""
    found = held(page)
    words = [said for step in found["stage"].values() for said in step.values()]
    words += [*found["questions"].values(), *found["controls"].values(), *drawings(page).values()]
    return PACKED.sub(lambda _: "".join(words), page)


def drawings(page: str) -> dict[str, str]:
    """The figures that its script puts up, by form and step or name."""
    found = held(page)
    return {
        name: "".join(found["parts"][at] for at in places)
        for name, places in found["sheets"].items()
    }


@contextmanager
def opening(browser: Browser, file: Path) -> Iterator[Open]:
    """Opens the copy without a network; any request or complaint fails the test."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith("data:"):
            wrong.append(request.url)

    def opened(width: int = 1280, theme: str = "light", place: str = "") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce",
            offline=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", asked)
        page.goto(f"{file.as_uri()}{place}")
        assert wrong.pop(0) == file.as_uri()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def crowded(page: Page, selector: str) -> list[str]:
    """The texts of figures that overlap another or reach out of the sheet."""
    found = []
    for texts in page.evaluate(_TEXTS, selector):
        assert texts
        for words, left, top, right, bottom, wide, tall in texts:
            # A text's box is some px higher than its letters.
            if left < -1 or top < -3 or right > wide + 1 or bottom > tall + 3:
                found.append(f"{words} is clipped: {left:.0f} {top:.0f} {right:.0f} {bottom:.0f}")
        for one, other in combinations(texts, 2):
            across = min(one[3], other[3]) - max(one[1], other[1])
            down = min(one[4], other[4]) - max(one[2], other[2])
            if across > 1 and down > 2:
                found.append(f"{one[0]} × {other[0]}")
    return found
