"""Flags: labels in rows of their own, each on a pole from its place on a horizontal axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.line_breaks import ADVANCE, LINE_HEIGHT, columns, height, wrap
from explainer.figures.palette import Role
from explainer.figures.parts.row import Row
from explainer.figures.traces import Anchor

WIDTHS = (1.0, 0.36, 0.24, 0.16)
"""How wide a label may be, in parts of the width; the next is tried where one finds no row."""


@dataclass(frozen=True)
class Flag:
    """A label on its own row, reading towards the middle, and the place it belongs to."""

    x: float
    row: int
    date: str
    words: str
    lines: tuple[str, ...]
    start: float
    end: float

    @property
    def anchor(self) -> Anchor:
        """The side of its text on which its pole stands."""
        return "left" if self.x < 0.5 else "right"


def pack(
    wanted: Sequence[tuple[float, tuple[str, str]]], form: Form, size: float, edge: float = 1.0
) -> list[Flag]:
    """Each text's flag, on the first row where it meets no other flag and no other's pole.

    ``wanted`` are the x of the poles in order, each with a date and words; ``edge`` is the x that
    no text may pass. Row 0 is the one furthest from the poles' feet.
    """
    placed: dict[int, Flag] = {}
    left = [number for number, (x, _) in enumerate(wanted) if x < 0.5]
    right = [number for number, (x, _) in reversed(list(enumerate(wanted))) if x >= 0.5]
    for group in (left, right):
        row = 0
        for number in group:
            x, (date, words) = wanted[number]
            flag = _flag(x, date, words, form, size, edge, placed, row)
            placed[number] = flag
            row = flag.row + 1
    return [placed[number] for number in range(len(wanted))]


def _flag(
    x: float,
    date: str,
    words: str,
    form: Form,
    size: float,
    edge: float,
    placed: dict[int, Flag],
    row: int,
) -> Flag:
    others = placed.values()
    whole = f"{date}\u00a0 {words}" if date and words else date + words
    room, flag = edge - x if x < 0.5 else x, None
    for width in WIDTHS:
        px = min(room, width) * form.width - 14
        lines = tuple(wrap(whole, max(8, int(px / (ADVANCE * size)))))
        length = form.x(max(map(columns, lines)) * ADVANCE * size + 14)
        start, end = (x, x + length) if x < 0.5 else (x - length, x)
        flag = Flag(x, row, date, words, lines, start, end)
        for down in range(row, row + 2 * len(placed) + 2):
            flag = replace(flag, row=down)
            if not any(_meet(flag, other, form.x(14)) for other in others):
                return flag
    assert flag is not None
    # Where no row is free of poles, one beyond all labels is at least free of them.
    return replace(flag, row=max((other.row for other in others), default=-1) + 1)


def _meet(one: Flag, other: Flag, room: float) -> bool:
    """Whether two flags share a row and touch, or the upper one's pole strikes the lower one."""
    if one.row == other.row:
        return one.start < other.end + room and other.start < one.end + room
    upper, lower = sorted((one, other), key=lambda flag: flag.row)
    return lower.start - room / 2 < upper.x < lower.end + room / 2


def row_tops(flags: Sequence[Flag], form: Form) -> tuple[list[float], float]:
    """The px from the first row's top to each row's, and the px below the last."""
    tops, used = [], 0.0
    for row in range(max((flag.row + 1 for flag in flags), default=1)):
        lines = max((len(flag.lines) for flag in flags if flag.row == row), default=1)
        tops.append(used)
        used += form.label * (2.15 + LINE_HEIGHT * (lines - 1))
    return tops, used


def draw_hanging(
    paper: Paper, form: Form, hanging: Sequence[tuple[float, tuple[str, str]]], bottom: float
) -> float:
    """Names below the years, each on a pole that hangs from the band; returns the px below."""
    below = bottom + form.tick * 2
    if not hanging:
        return below
    flags = pack(hanging, form, form.tick)
    rows = max(flag.row for flag in flags) + 1
    tall = [
        form.tick * (0.5 + LINE_HEIGHT * max(len(f.lines) for f in flags if f.row == row))
        for row in range(rows)
    ]
    for flag in flags:
        foot = below + sum(tall[flag.row :])
        y = foot - height(len(flag.lines), form.tick) / 2
        row = Row(y, flag.lines, flag.date, flag.words, Role.INK if flag.date else Role.MUTED)
        gap = form.x(5) if flag.anchor == "left" else -form.x(5)
        paper.markup(flag.x + gap, y, row.markup, form.tick, row.role, flag.anchor)
        paper.line([(flag.x, bottom), (flag.x, foot - form.tick * 0.3)], Role.LEADER, form.line)
    return below + sum(tall) + form.tick * 0.5
