"""Measurements to Markdown: percentiles, paired ratios, tables, and what was to be reached."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

START, END = "<!-- results: written by python -m benchmarks all --write -->", "<!-- end -->"
NOTHING = "–"

Values = Sequence[float | None]


def percentile(values: Iterable[float], percent: float) -> float | None:
    """The smallest value that at least ``percent`` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(1, -int(-len(ordered) * percent // 100)) - 1] if ordered else None


def median(values: Iterable[float | None]) -> float | None:
    """The median of what was measured."""
    found = [value for value in values if value is not None]
    return statistics.median(found) if found else None


def ratio(values: Values, floor: Values) -> float | None:
    """The median of the ratios of each round.

    What slows the whole machine for a while slows both of a round, so it cancels out; it would not
    in the ratio of two medians.
    """
    pairs = zip(values, floor, strict=True)
    return median(value / least for value, least in pairs if value is not None and least)


def number(value: float | None, digits: int = 0) -> str:
    """A number as a table shows it."""
    return NOTHING if value is None else f"{value:,.{digits}f}"


@dataclass(frozen=True)
class Table:
    """A table with a title; the first column is text, the others are numbers."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]

    def markdown(self) -> str:
        """The table, its title above it."""
        rule = ["---", *("--:" for _ in self.header[1:])]
        lines = (f"| {' | '.join(row)} |" for row in (self.header, rule, *self.rows))
        return "\n".join((f"### {self.title}", "", *lines))


@dataclass(frozen=True)
class Goal:
    """What was to be reached: at most ``most``, in the unit that ``reach`` names."""

    what: str
    reach: str
    most: float
    got: float | None
    where: str = ""
    """Where it was furthest from it."""
    digits: int = 2

    def row(self) -> tuple[str, str, str, str]:
        """The goal, what was reached, and whether it is enough; not measured is not enough."""
        met = self.got is not None and self.got <= self.most
        got = number(self.got, self.digits) + (f" ({self.where})" if self.where else "")
        return self.what, self.reach, got, "PASS" if met else "MISS"


@dataclass(frozen=True)
class Part:
    """What one part of the benchmark found."""

    tables: Sequence[Table]
    goals: Sequence[Goal] = field(default=())


def worst(values: dict[str, float | None]) -> tuple[float | None, str]:
    """The largest value and its name; None if any is missing."""
    missing = [name for name, value in values.items() if value is None]
    if missing or not values:
        return None, ", ".join(missing)
    name = max(values, key=lambda one: values[one] or 0)
    return values[name], name


def report(parts: Iterable[Part]) -> str:
    """All tables of all parts, first of all what was to be reached."""
    every = list(parts)
    goals = [goal.row() for part in every for goal in part.goals]
    reached = Table("What it must reach", ("what", "reach", "measured", ""), goals)
    tables = (table.markdown() for part in every for table in part.tables)
    return "\n\n".join((*([reached.markdown()] if goals else []), *tables))


def replace_results(text: str, results: str) -> str:
    """A text with new results between its marks. Raises ValueError if it has no marks."""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError(f"the lines {START!r} and {END!r} are not both there")
    return f"{before}{START}\n\n{results}\n\n{END}{after}"
