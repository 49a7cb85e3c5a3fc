"""Days and months that a text names and nothing in the content falls on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from pydantic import BaseModel

from explainer.checks.advice import texts
from explainer.checks.consistency import Finding
from explainer.checks.place import Within
from explainer.checks.references import Data
from explainer.content.events import Event
from explainer.content.explainer import Explainer
from explainer.language.dates import Precision, When
from explainer.language.other_dates import MONTHS

NAMED = re.compile(
    rf"(?<![\d–-])(?P<day>\d{{1,2}})\.?\s(?P<month>{'|'.join(MONTHS)})(?:\s(?P<year>\d{{4}}))?(?!\w)"
)
"""“11 June 2024”, or “11 June”, which may be of any year."""
SHORT = timedelta(days=62)
"""An event that lasts longer does not say on which of its days something was."""


@dataclass(frozen=True)
class Stretch:
    """What one date of the content can mean, or the days of a short event."""

    first: datetime
    after: datetime

    def holds(self, day: date) -> bool:
        """Whether a day falls in it."""
        return self.first.date() <= day < max(self.after, self.first + timedelta(days=1)).date()


def unknown_dates(part: str, explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Days that a text of a part names, and no date of the whole content falls on."""
    known, begun = list(_stretches(explainer)), explainer.about.eras[0].start.at.date()
    for path, text in texts(data[part], (part,)):
        for found in NAMED.finditer(text):
            days = list(_days(found, known))
            # What lies before the first era is told of only in passing.
            if found["year"] and any(day < begun for day in days):
                continue
            if not any(stretch.holds(day) for day in days for stretch in known):
                wrong = f"no event or other date of the content falls on {found[0]}"
                yield (
                    (*path, Within(found[0])),
                    wrong,
                    "correct it, or add the event that it is about",
                )


def _days(found: re.Match[str], known: list[Stretch]) -> Iterator[date]:
    """The days that may be meant: of the year that is named, or of every year in the content."""
    month = MONTHS.index(found["month"]) + 1
    years = {int(found["year"])} if found["year"] else {one.first.year for one in known}
    for year in years:
        try:
            yield date(year, month, int(found["day"]))
        except ValueError:
            continue


def _stretches(held: Any) -> Iterator[Stretch]:
    """What every date in the content can mean, if it is of a month or sharper."""
    if isinstance(held, When):
        if held.precision >= Precision.MONTH:
            yield Stretch(held.at, held.last)
    elif isinstance(held, BaseModel):
        if isinstance(held, Event) and held.end and held.end.last - held.start.at <= SHORT:
            yield Stretch(held.start.at, held.end.last)
        for value in vars(held).values():
            yield from _stretches(value)
    elif isinstance(held, tuple):
        for value in held:
            yield from _stretches(value)
