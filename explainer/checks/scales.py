"""Scales in words that do not fit their dates: “this panel = 5 years” over fifty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from pydantic import BaseModel

from explainer.checks.consistency import Finding
from explainer.checks.located_yaml import Path
from explainer.checks.references import Data
from explainer.content.explainer import Explainer
from explainer.language.catalogue import many
from explainer.language.dates import SMALL, When, gap_words, in_order

UNITS = {
    "years": timedelta(days=365.2425),
    "months": timedelta(days=365.2425 / 12),
    "days": timedelta(days=1),
}
NUMBER = rf"(?P<whole>\d+(?:[.,]\d+)?)?\s?(?P<part>[½¼¾])?(?P<word>{'|'.join(SMALL)})?"
PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
APART = 6
"""So many letters may stand between years and the months that belong to them."""
SLACK = 0.05
"""By what share of its length a scale may be rounded, or else by one of its smallest unit."""


def scales(part: str, explainer: Explainer, data: Data) -> Iterator[Finding]:
    """The scales of a part's figures that say another length than their dates have."""
    for path, item in _items(getattr(explainer, part), (part,)):
        scale, start, end = (getattr(item, name, None) for name in ("scale", "start", "end"))
        if not (isinstance(scale, str) and isinstance(start, When) and isinstance(end, When)):
            continue
        if in_order(start, end) and not fits(scale, end.last - start.at):
            # From the first day to the last, both of them counted.
            after = (end.last - timedelta.resolution).date() + timedelta(days=1)
            length = gap_words(start.at.date(), after)
            wrong = f"the scale says another length than start and end, which are {length} apart"
            yield (*path, "scale"), wrong, f"write {length}, or correct the dates"


def fits(scale: str, length: timedelta) -> bool:
    """Whether a scale in words fits a length of time, as far as it names one."""
    said = _said(scale)
    if said is None:
        return True
    named, unit = said
    return abs(named - length) <= max(unit, SLACK * length)


def _said(scale: str) -> tuple[timedelta, timedelta] | None:
    """The first length of time that a text names, and the smallest unit in which it does."""
    found = sorted((*match, unit) for unit in UNITS for match in _named(scale, unit))
    if not found:
        return None
    _, end, total, unit = found[0]
    for start, after, length, smaller in found[1:]:
        if not 0 <= start - end <= APART or UNITS[smaller] >= UNITS[unit]:
            break
        total, end, unit = total + length, after, smaller
    return total, UNITS[unit]


def _named(scale: str, unit: str) -> Iterator[tuple[int, int, timedelta]]:
    """Each length in one unit that a text names: where it begins, where it ends, how long it is."""
    for form in {many(f"length-in-{unit}", number, words="#") for number in (1, 2, 5, 11, 100)}:
        before, _, after = map(re.escape, form.partition("#"))
        for match in re.finditer(rf"(?<!\w){before}{NUMBER}{after}(?!\w)", scale, re.IGNORECASE):
            if (number := _number(match)) is not None:
                yield match.start(), match.end(), number * UNITS[unit]


def _number(match: re.Match[str]) -> float | None:
    whole, part, word = match["whole"], match["part"], match["word"]
    if word:
        return SMALL.index(word.lower())
    if whole or part:
        return float((whole or "0").replace(",", ".")) + PARTS.get(part, 0)
    return None


def _items(held: object, path: Path) -> Iterator[tuple[Path, BaseModel]]:
    """Every item within another, with its path."""
    if isinstance(held, BaseModel):
        yield path, held
        for name, value in vars(held).items():
            yield from _items(value, (*path, name))
    elif isinstance(held, tuple):
        for index, value in enumerate(held):
            yield from _items(value, (*path, index))
