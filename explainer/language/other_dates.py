"""Dates that are written in another way than ours, and what they most likely mean."""

from __future__ import annotations

import re

from explainer.language.catalogue import say

MONTHS = say("months").split()
SHAPE = re.compile(r"(\d{1,4})(s?)(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d))?)?)?", re.ASCII)
"""A date in our way: ``1960s``, ``2024``, ``1983-06``, ``2025-09-03`` or ``2025-09-03 09:00``."""
SPAN = re.compile(r"(.*\d{4}s?)\s*(?:-|–|—|/|\bto\b|\buntil\b)\s*(.*\d{4}s?)", re.ASCII)
# What writers put around a date, and the ways in which they write one.
AROUND = re.compile(
    r"^(?:circa|ca?\.?(?=\s*\d)|about|around|approx(?:imately|\.)?|~|a\.?d\.?|early|mid|late)[\s-]*"
    r"|\s*(?:a\.?d\.?|c\.?e\.?|\?)$",
    re.ASCII | re.IGNORECASE,
)
DECADE = re.compile(r"(\d{3}0)\s*['’]?\s*(?:s|ies)", re.ASCII | re.IGNORECASE)
CLOCK = r"(?:[T, ]+(\d{1,2})[:.h](\d\d)(?::\d\d)?Z?)?"
NUMBERS = re.compile(rf"(\d{{4}})([-/. ])(\d{{1,2}})(?:\2(\d{{1,2}}))?{CLOCK}", re.ASCII)
YEAR_LAST = re.compile(rf"(?:(\d{{1,2}})([-/. ]) ?)?(\d{{1,2}})[-/. ] ?(\d{{4}}){CLOCK}", re.ASCII)
RUN_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
DAY_FIRST = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?([a-z]+)\.?,?\s+(\d{4})", re.ASCII | re.I
)
MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII | re.I)


def meant(text: str) -> str | None:
    """The one date that a text says in another way than ours; None if there is none, or two."""
    found = readings(text)
    return found[0] if len(found) == 1 else None


def readings(text: str) -> list[str]:
    """What a text may say as a date, in our way: “5 September 2025” one, “03/04/2024” two."""
    text = AROUND.sub("", AROUND.sub("", text.strip())).strip()
    if SHAPE.fullmatch(text):
        return [text]
    if found := DECADE.fullmatch(text):
        return [f"{found[1]}s"]
    if found := NUMBERS.fullmatch(text):
        year, _, month, day, *hour = found.groups()
        return [_written(year, month, day, *hour)]
    if found := YEAR_LAST.fullmatch(text):
        one, _, other, year, *hour = found.groups()
        if one is None:
            return [_written(year, other, None)]
        # Some write the day first and some the month; there is no thirteenth month.
        pairs = {(other, one): None, (one, other): None}
        likely = [pair for pair in pairs if int(pair[0]) <= 12] or list(pairs)[:1]
        return list(dict.fromkeys(_written(year, *pair, *hour) for pair in likely))
    if found := RUN_TOGETHER.fullmatch(text):
        return ["-".join(found.groups())]
    if found := DAY_FIRST.fullmatch(text):
        return _in_figures(found[1], found[2], found[3])
    if found := MONTH_FIRST.fullmatch(text):
        return _in_figures(found[2], found[1], found[3])
    return []


def span(text: str) -> tuple[str, str] | None:
    """The two dates of a text that is a stretch of time, such as “1960–1970”, in our way."""
    if readings(text) or not (both := SPAN.fullmatch(text)):
        return None
    first, last = map(meant, both.groups())
    return (first, last) if first and last else None


def _written(
    year: str, month: str, day: str | None, hour: str | None = None, minute: str | None = None
) -> str:
    clock = f" {int(hour):02}:{minute}" if hour and day else ""
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "") + clock


def _in_figures(day: str | None, name: str, year: str) -> list[str]:
    months = [month.lower() for month in MONTHS]
    found = [at for at, month in enumerate(months, 1) if month.startswith(name.lower())]
    if len(name) < 3 or not found:
        return []
    return [f"{year}-{found[0]:02}" + (f"-{int(day):02}" if day else "")]
