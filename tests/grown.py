"""A brief that has grown: the tests' own with invented events added to it, as many as are asked.

The same number gives the same brief. Most of what is added lies in recent years, as in a record
that is kept up: ``PYTHONPATH=. python tests/grown.py 300 FOLDER`` writes one.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from folders import BRIEF

from explainer.checks import loader

SPANS = (
    (0.08, date(1200, 1, 1), date(1599, 12, 31), "year"),
    (0.12, date(1600, 1, 1), date(1899, 12, 31), "year"),
    (0.2, date(1900, 1, 1), date(1986, 12, 31), "month"),
    (0.46, date(1987, 1, 1), date(2023, 10, 31), "day"),
    (0.04, date(2023, 11, 10), date(2024, 10, 26), "day"),
    (0.06, date(2024, 10, 28), date(2024, 11, 7), "day"),
    (0.04, date(2024, 11, 9), date(2026, 4, 30), "day"),
)
"""Of the events added, the part that falls between two days, and how sharp its dates are."""
SHAPES = {"year": '"%Y"', "month": "%Y-%m", "day": "%Y-%m-%d"}
ACTORS = ("ostermond", "qantara", "suimon")
DEEDS = (
    "A letter about silt",
    "Barges wait at the lower gate",
    "The keys are counted again",
    "A meeting on the tolls of spring",
    "The clerk copies the roll",
    "New planks for the footbridge",
    "A complaint about eels",
)
NAMED = 9
"""One of so many is named by the brief."""


def grow(folder: Path, number: int) -> Path:
    """Write a brief of ``number`` events into a folder, which must not be there yet."""
    shutil.copytree(BRIEF, folder)
    events = loader.load(BRIEF).events
    texts = (BRIEF / "events.yaml").read_text("utf-8").split("\n\n")
    dated = [(event.start.at.date(), text) for event, text in zip(events, texts, strict=True)]
    dated += _added(number - len(events))
    written = "\n\n".join(text.strip("\n") for _, text in sorted(dated, key=lambda one: one[0]))
    (folder / "events.yaml").write_text(f"{written}\n", "utf-8")
    return folder


def _added(number: int) -> Iterator[tuple[date, str]]:
    chance, at = random.Random(number), 0
    for place, (part, first, last, precision) in enumerate(SPANS):
        share = round(part * number) if place < len(SPANS) - 1 else number - at
        for _ in range(share):
            at += 1
            day = first + timedelta(days=chance.randrange((last - first).days))
            actors = sorted(chance.sample(ACTORS, chance.choice((1, 1, 1, 2))))
            yield day, _event(at, day, precision, actors, is_later=place == len(SPANS) - 1)


def _event(at: int, day: date, precision: str, actors: list[str], *, is_later: bool) -> str:
    said = f"{DEEDS[at % len(DEEDS)]}, no. {at}"
    by_brief = not is_later and at % NAMED == 0
    scope = "after" if is_later else "brief" if by_brief else "context"
    return "\n".join(
        [
            f"- id: added-{at}",
            f"  title: {said}",
            f"  label: {said}",
            f"  start: {day.strftime(SHAPES[precision])}",
            f"  precision: {precision}",
            f"  place: {('Dyke house', 'Lower gate', 'Vethmarsh')[at % 3]}",
            f"  actors: [board, {', '.join(actors)}]",
            f"  attendance: {'present' if at % 2 else 'absent'}",
            "  description: Somebody wrote it down on the same evening, and it was kept.",
            *(["  brief: [opening/1.2]"] if by_brief else []),
            f"  scope: {scope}",
            f"  sources: [{'almanac' if is_later else 'minutes'}]",
        ]
    )


if __name__ == "__main__":
    grow(Path(sys.argv[2]), int(sys.argv[1]))
