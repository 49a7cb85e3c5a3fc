"""One label of a column: its words in lines, and the marks that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from explainer.content.about import Era
from explainer.content.actors import Actor
from explainer.content.events import Event
from explainer.figures import line_breaks
from explainer.figures.canvas import escape
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.scene import Entry
from explainer.language import direction
from explainer.language.dates import Precision, hours, span_words, weekday

DateStyle = Literal["day", "month", "hour"]
GAP = 4.0
"""Least distance in px between two labels."""


TIGHT_GAP, TIGHT_ADVANCE = 1.0, 0.45
"""Least distance in px between labels, and a letter's width in their size, for want of room."""


@dataclass(frozen=True)
class Row:
    """One label of the stack, with the spots it belongs to."""

    y: float
    lines: tuple[str, ...]
    date: str = ""
    """What the lines begin with, in bold."""
    words: str = ""
    """What the lines go on with."""
    role: Role = Role.INK
    italic: bool = False
    entry: Entry | None = None
    heavy: bool = False
    """Whether all of it is bold."""
    size: float = 13
    spots: tuple[tuple[float, Actor | None], ...] = ()
    """Where its marks stand, and its leader begins."""
    scale: float = 1
    """How large its marks are, in units of a mark."""
    named: bool = True
    """Whether the row has a label; if not, only its marks are drawn."""
    spare: int = 0
    """Whether it may be left out where it cannot stand near its mark; the highest goes first."""
    between: str = ""
    """What stands between its date and its words, if they may be wrapped anew."""
    gap: float = GAP
    """The px that it keeps away from its neighbours at least."""

    @property
    def height(self) -> float:
        """Its height in px."""
        return line_breaks.height(len(self.lines), self.size)

    def wrapped(self, room: float) -> Row:
        """The same row in lines of ``room`` px, by how wide its type is measured to be."""
        if not self.between:
            return self
        wide = line_breaks.WIDE_LETTER.search(self.date + self.words)
        letter = (line_breaks.ADVANCE if wide else TIGHT_ADVANCE) * self.size
        width = max(8, int(room / letter))
        whole = line_breaks.columns(self.date) <= width
        date = self.date if whole else self.date.replace("\u00a0", " ")
        return replace(self, date=date, lines=_lines(date, self.between, self.words, width))

    @property
    def markup(self) -> str:
        """Its text as Plotly's markup; bold is closed and opened again at each break."""
        left, lines = _letters(self.date), []
        for line in self.lines:
            cut, left = _after(line, left)
            date, words = _apart(line[:cut], self.date), _apart(line[cut:], self.words)
            bold, rest = (date + words, "") if self.heavy else (date, words)
            text = (f"<b>{bold}</b>" if bold else "") + rest
            lines.append(f"<i>{text}</i>" if self.italic else text)
        return "<br>".join(lines)


def _apart(part: str, whole: str) -> str:
    """A part of a line, escaped, with an isolate around what is not space at its beginning."""
    words = part.lstrip()
    return part[: len(part) - len(words)] + escape(direction.isolated(words, whole))


def _letters(text: str) -> int:
    """How many characters a text has besides spaces, which may be lost at a break."""
    return len(text) - text.count(" ")


def _after(line: str, letters: int) -> tuple[int, int]:
    """Where in a line so many letters end, and how many of them it lacks."""
    for at, letter in enumerate(line):
        if letters == 0:
            return at, 0
        letters -= letter != " "
    return len(line), letters


def date_words(event: Event, style: DateStyle, *, year: bool = True) -> str:
    """An event's date for a figure, as sharp as the scale of the column can show."""
    start, end = event.start, event.end
    if style == "hour" and start.precision >= Precision.DAY:
        one_day = end is None or end.at.date() == start.at.date()
        hour = event.time or hours(start, end if one_day else None)
        words = weekday(start.at) + start.words(year=False, short=True)
        return f"{words}, {hour}" if hour else words
    if style == "month" and start.precision >= Precision.MONTH:
        return start.words(year=year, day=False, short=True)
    return span_words(start, end, short=True, year=year)


def text_row(
    form: Form,
    column: Column,
    y: float,
    date: str,
    words: str,
    *,
    heavy: bool = False,
    italic: bool = False,
    role: Role = Role.INK,
    between: str = "\u00a0 ",
) -> Row:
    """A row of the stack: a bold date and a label, wrapped to the column."""
    # The day stays in one piece; an hour in words may go on to the next line.
    day, comma, hour = date.partition(", ")
    if line_breaks.columns(day) <= column.width:
        day = day.replace(" ", "\u00a0")
    date = day + comma + hour
    lines = _lines(date, between, words, column.width)
    gap = TIGHT_GAP if form.fixed else GAP
    return Row(
        y, lines, date, words, role, italic, None, heavy, form.label, between=between, gap=gap
    )


def _lines(date: str, between: str, words: str, width: int) -> tuple[str, ...]:
    if not (date and words):
        return tuple(line_breaks.wrap(date + words, width))
    # A wide space would take the last letter of a date that fills its line.
    if line_breaks.columns(date.rpartition(" ")[2]) >= width:
        between = " "
    return tuple(line_breaks.wrap(date + between + words, width))


def era_row(form: Form, column: Column, era: Era, offset: float, *, dated: bool = True) -> Row:
    """The name of an era, ``offset`` px below its beginning, with its years if ``dated``."""
    years = f"{era.start.words()}–{era.end.words()}" if dated else ""
    name = f"{era.name}," if dated else era.name
    y = column.y(era.start.at) + offset
    row = text_row(form, column, y, name, years, heavy=True, role=Role.MUTED, between=" ")
    return replace(row, spare=1 if form.fixed else 0)
