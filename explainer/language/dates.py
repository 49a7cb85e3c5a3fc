"""Dates that are only as sharp as their source: parsing, wording, and the length of a gap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from functools import cached_property

from explainer.language import other_dates
from explainer.language.catalogue import many, say
from explainer.language.faults import Fault
from explainer.language.other_dates import MONTHS, SHAPE

FIRST_YEAR, LAST_YEAR = 1000, 2100
SHORT_MONTHS = say("months-short").split()
LONE_MONTHS = say("months-short-without-day").split()
WEEKDAYS = say("weekdays-short").split()
NEW_STYLE = datetime(1582, 10, 15)
"""Before the calendar of this day other calendars gave a date another weekday."""
MONTH = timedelta(days=365.2425 / 12)
SMALL = say("numbers").split()
SHAPES = "1960s, 2024, 1983-06, 2025-09-03 or 2025-09-03 09:00"
BEFORE_OUR_ERA = re.compile(r"-\s*\d+|.*\d\s*b\.?\s*c\.?(\s*e\.?)?", re.ASCII | re.IGNORECASE)
YEARS = f"use a year from {FIRST_YEAR} to {LAST_YEAR}"


class Precision(IntEnum):
    """How much of a date its source gives; a larger value is sharper."""

    DECADE = 0
    YEAR = 1
    MONTH = 2
    DAY = 3
    MINUTE = 4


@dataclass(frozen=True, order=True)
class When:
    """A moment known to a stated precision; ``at`` is its first instant."""

    at: datetime
    precision: Precision

    @classmethod
    def parse(cls, text: str) -> When:
        """Read ``1960s``, ``2024``, ``1983-06``, ``2025-09-03`` or ``2025-09-03 09:00``.

        Raises Fault for anything else.
        """
        found = SHAPE.fullmatch(text)
        if not found:
            raise _refusal(text)
        year, decade, month, day, hour, minute = found.groups()
        if not FIRST_YEAR <= int(year) <= LAST_YEAR:
            raise Fault(f"the year {year} is out of reach", YEARS)
        if decade and (month or int(year) % 10):
            raise Fault(f"“{text}” is not a decade", "write it like 1960s")
        try:
            at = datetime(
                int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0)
            )
        except ValueError:
            raise Fault(
                f"there is no such date as {text}", "check the month, the day and the hour"
            ) from None
        sharpness = sum(part is not None for part in (month, day, hour))
        precision = Precision.DECADE if decade else Precision(min(sharpness + 1, 4))
        return cls(at, precision)

    @cached_property
    def last(self) -> datetime:
        """The first instant after this date, so that ``at`` to ``last`` is all it can mean."""
        start = self.at
        match self.precision:
            case Precision.DECADE:
                return start.replace(year=start.year + 10)
            case Precision.YEAR:
                return start.replace(year=start.year + 1)
            case Precision.MONTH:
                return (start + timedelta(days=31)).replace(day=1)
            case Precision.DAY:
                return start + timedelta(days=1)
            case _:
                return start

    @property
    def final(self) -> date:
        """The last day that it can mean."""
        return max(self.at, self.last - timedelta.resolution).date()

    @cached_property
    def middle(self) -> datetime:
        """The instant at which a figure draws it."""
        return self.at + (self.last - self.at) / 2

    def words(self, *, year: bool = True, day: bool = True, short: bool = False) -> str:
        """Say it as sharply as it is known: “June 1983”, never a false 1 June."""
        names = (SHORT_MONTHS if day else LONE_MONTHS) if short else MONTHS
        month = names[self.at.month - 1]
        match self.precision:
            case Precision.DECADE:
                return say("decade", year=self.at.year)
            case Precision.YEAR:
                return str(self.at.year)
            case Precision.MONTH:
                parts = [month]
            case _:
                parts = [str(self.at.day), month] if day else [month]
        return " ".join([*parts, str(self.at.year)] if year else parts)


def _refusal(text: str) -> Fault:
    """What is wrong with a text that is not written as a date, and what to write instead."""
    shown = text if len(text) <= 40 else f"{text[:39]}…"
    wrong = f"“{shown}” is not a date this file can use"
    if len(text) > 60:
        return Fault(wrong, f"write {SHAPES}")
    if BEFORE_OUR_ERA.fullmatch(text):
        return Fault(f"“{shown}” is a year before the common era", YEARS)
    if both := other_dates.span(text):
        return Fault(f"{wrong}, because it is two", f"write start: {both[0]} and end: {both[1]}")
    refused = None
    for ours in (found := other_dates.readings(text)):
        try:
            When.parse(ours)
        except Fault as fault:
            refused = fault
    if refused or not found:
        return refused or Fault(wrong, f"write {SHAPES}")
    if len(found) > 1:
        wrong = f"{wrong}, because it may be one of two days"
    return Fault(wrong, f"write {' or '.join(found)}")


def span_words(start: When, end: When | None, *, year: bool = True, short: bool = False) -> str:
    """Say a span without repeating what both ends share: “25–28 March 2018”."""
    if end is None or end == start:
        return start.words(year=year, short=short)
    final = end.words(year=year, short=short)
    known = min(start.precision, end.precision)
    if known >= Precision.DAY:
        if start.at.date() == end.at.date():
            return final
        if (start.at.year, start.at.month) == (end.at.year, end.at.month):
            return f"{start.at.day}–{final}"
    shared = known >= Precision.MONTH and start.at.year == end.at.year
    first = start.words(year=year and not shared, short=short)
    tight = start.precision == end.precision and " " not in first
    return f"{first}–{final}" if tight else f"{first} – {final}"


def weekday(at: datetime) -> str:
    """“Mon ” for a Monday, with the space after it; nothing for days of the old calendars."""
    return f"{WEEKDAYS[at.weekday()]} " if at >= NEW_STYLE else ""


def hours(start: When, end: When | None) -> str:
    """The hours of one day: “09:00”, “09:00–11:30”; empty for what has no hour."""
    if start.precision < Precision.MINUTE:
        return ""
    last = f"–{end.at:%H:%M}" if end and end.at != start.at else ""
    return f"{start.at:%H:%M}{last}"


def in_order(start: When, end: When) -> bool:
    """Whether a stretch of time has a length, and does not end in something that began before it.

    “2025 to 5 September 2025” has one; “1965 to the 1960s” does not say which years it holds.
    """
    return end.at >= start.at and end.last > start.at


def disorder(start: When, end: When, names: tuple[str, str] = ("start", "end")) -> Fault | None:
    """What is wrong with a stretch of time that does not run from its start to its end."""
    if in_order(start, end):
        return None
    first, last = names
    begins, ends = (
        ", ".join(filter(None, [when.words(), hours(when, None)])) for when in (start, end)
    )
    # What began before the start holds it: only its sharpness is amiss, not the order.
    remedy = (
        f"make {last} as sharp as {first}"
        if end.last > start.at
        else "swap the two, or correct one of them"
    )
    return Fault(f"{last} is {ends}, but {first} is {begins}", remedy, last)


def length_words(earlier: When, later: When) -> str:
    """Write out the time between two dates, true wherever in them the two moments lie.

    It does not matter which of the two is given first.
    """
    if later.at < earlier.at:
        earlier, later = later, earlier
    known = min(earlier.precision, later.precision)
    if known >= Precision.DAY:
        return gap_words(earlier.at.date(), later.at.date())
    unit, months = ("months", 1) if known is Precision.MONTH else ("years", 12)
    shortest = _months(earlier.final, max(later.at.date(), earlier.final)) // months
    longest = _months(earlier.at.date(), later.final) // months
    if shortest < 1:
        if not longest:
            return say(f"less-than-one-of-{unit}")
        if _months(earlier.at.date(), later.final - timedelta(days=1)) // months < longest:
            return say("at-most", length=_count(longest, unit))
        return say("less-than", length=_count(longest + 1, unit))
    if known is Precision.DECADE:
        return say("number-to-length", number=_number(shortest), length=_count(longest, unit))
    if known is Precision.YEAR:
        years = round((later.middle - earlier.middle) / MONTH / 12)
        return say("about-length", length=_count(years, unit))
    length = _years_and_months(months_apart(earlier, later))
    return length if earlier.precision == later.precision else say("about-length", length=length)


def months_apart(earlier: When, later: When) -> int:
    """How many months lie between two dates: whole ones, or the likeliest number of them.

    Below nought if the second date is the first of the two.
    """
    if min(earlier.precision, later.precision) >= Precision.DAY:
        return _months(earlier.at.date(), later.at.date())
    return round((later.middle - earlier.middle) / MONTH)


def gap_words(earlier: date, later: date) -> str:
    """Write out the time between two days: “six years and two months”, “the same day”.

    Years and months from a month upwards, weeks never: readers compare years and days. It does
    not matter which of the two is given first.
    """
    earlier, later = sorted((earlier, later))
    days, months = (later - earlier).days, _months(earlier, later)
    if months >= 1:
        return _years_and_months(months)
    return _count(days, "days") if days else say("same-day")


def extent_words(start: When, end: When) -> str:
    """How much time there is from the start of one date to the end of another, as scales say it.

    Days up to two months, years and months up to twenty years, whole years beyond; rounded.
    """
    length = end.last - start.at
    if length < 2 * MONTH:
        days = max(1, round(length / timedelta(days=1)))
        return many("length-in-days", days, words=days)
    months = round(length / MONTH)
    if months >= 240:
        return many("length-in-years", round(months / 12), words=round(months / 12))
    years, rest = divmod(months, 12)
    parts = [many("length-in-years", years, words=years)] if years else []
    if not rest:
        return parts[0]
    last = many("length-in-months", rest, words=rest)
    return say("years-and-months", years=parts[0], months=last) if parts else last


def _months(earlier: date, later: date) -> int:
    """The whole months from one day to another."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)


def _years_and_months(months: int) -> str:
    years, rest = divmod(months, 12)
    if years and rest:
        return say("years-and-months", years=_count(years, "years"), months=_count(rest, "months"))
    return _count(years, "years") if years else _count(rest, "months")


def _count(number: int, unit: str) -> str:
    return many(f"length-in-{unit}", number, words=_number(number))


def _number(number: int) -> str:
    return SMALL[number] if number < len(SMALL) else str(number)
