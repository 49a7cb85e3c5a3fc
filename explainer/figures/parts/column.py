"""A column in which time runs down: ticks, marks in lanes, and the stack of their labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from explainer.content.about import Era
from explainer.content.actors import Actor
from explainer.content.chronology import moment
from explainer.content.events import Attendance, Event
from explainer.figures import label_layout
from explainer.figures.canvas import Form, Paper, escape
from explainer.figures.palette import Role
from explainer.figures.parts.scene import Entry, Scene, hue_role, shape
from explainer.language import direction
from explainer.language.dates import Precision, hours, span_words, weekday

DateStyle = Literal["day", "month", "hour"]
GAP = 4.0
"""Least distance in px between two labels."""
NEAR = 40.0
"""The px beside its mark up to which a label is taken to stand at its height."""
IN_ORDER = "Where labels crowd, they stand in order, not to scale: lines lead to their marks."


@dataclass(frozen=True)
class Column:
    """Where things stand: x in parts of the width, y in px from the top."""

    start: datetime
    end: datetime
    top: float
    bottom: float
    lanes: Mapping[str, float]
    """The x of each actor's lane; an empty mapping packs marks outwards from ``axis``."""
    axis: float
    gutter: float
    """Where the horizontal part of a leader ends."""
    label: float
    """Where labels begin, or end if ``side`` is −1."""
    width: int
    """Characters in a line of a label."""
    side: Literal[1, -1] = 1
    lane_width: float = 0.016

    def y(self, at: datetime) -> float:
        """The px at which an instant is drawn; what lies beyond an end stands at that end."""
        part = (min(max(at, self.start), self.end) - self.start) / (self.end - self.start)
        return self.top + part * (self.bottom - self.top)

    def tall(self, needed: float) -> Column:
        """The same column, grown to hold a stack of ``needed`` px."""
        return replace(self, bottom=max(self.bottom, self.top + needed))


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
    named: bool = True
    """Whether the row has a label; if not, only its marks are drawn."""

    @property
    def height(self) -> float:
        """Its height in px."""
        return label_layout.height(len(self.lines), self.size)

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


def event_rows(
    scene: Scene,
    form: Form,
    column: Column,
    found: Iterable[Entry],
    style: DateStyle,
    *,
    every_year: bool = True,
) -> list[Row]:
    """The label rows of entries, their marks stepping aside where a lane is crowded."""
    rows: list[Row] = []
    taken: dict[float, float] = {}
    last_year, found = 0, list(found)
    names = {id(entry) for entry in _named(scene, form, found)}
    for entry in found:
        y = column.y(entry.at)
        spots = []
        for x, actor in _places(column, entry.lanes):
            if y - taken.get(x, -99.0) < form.mark * 1.1:
                x += column.lane_width / 2
            if y - taken.get(x, -99.0) < form.mark * 1.1:
                x -= column.lane_width
            taken[x] = y
            spots.append((x, actor))
        year = entry.at.year
        date = entry.date or date_words(
            entry.events[0], style, year=every_year or year != last_year
        )
        date = _beyond(column, entry) + date
        if id(entry) in names:
            last_year = year
        selected = scene.selected in entry.ids
        grey = scene.greyed(entry.ids) and not selected
        row = text_row(form, column, y, date, entry.label, heavy=selected)
        rows.append(
            replace(
                row,
                entry=entry,
                spots=tuple(spots),
                named=id(entry) in names,
                role=Role.FADED_TEXT if grey else Role.INK,
            )
        )
    return rows


def _beyond(column: Column, entry: Entry) -> str:
    """An arrow before the date of what lies beyond the scale and stands at its end."""
    return "↓\u00a0" if entry.events[0].start.at >= column.end else ""


def _named(scene: Scene, form: Form, found: Sequence[Entry]) -> Sequence[Entry]:
    """The entries that get a label: all that fit, those of the step first, evenly thinned."""
    if len(found) <= form.most and not scene.focus:
        return found
    focused = [entry for entry in found if not scene.greyed(entry.ids)]
    chosen = focused if scene.focus and form.fixed else found
    if len(chosen) > form.most:
        step = len(chosen) / form.most
        chosen = [chosen[int(number * step)] for number in range(form.most)]
    picked = [entry for entry in found if scene.selected in entry.ids]
    return [*chosen, *picked]


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
    if len(day) <= column.width:
        day = day.replace(" ", "\u00a0")
    date = day + comma + hour
    whole = date + between + words if date and words else date + words
    lines = tuple(label_layout.wrap(whole, column.width))
    return Row(y, lines, date, words, role, italic, heavy=heavy, size=form.label)


def _places(column: Column, actors: Sequence[Actor]) -> Sequence[tuple[float, Actor | None]]:
    """Where an entry's marks stand: one in each lane, or packed outwards from the axis.

    An event of no actor, such as a publication, stands on the axis.
    """
    if not actors:
        return [(column.axis + 0.8 * column.lane_width * column.side, None)]
    if column.lanes:
        lanes = {column.lanes[actor.id]: actor for actor in reversed(actors)}
        return list(reversed(lanes.items()))
    return [
        (column.axis + (slot + 0.8) * column.lane_width * column.side, actor)
        for slot, actor in enumerate(actors)
    ]


def era_row(form: Form, column: Column, era: Era, offset: float, *, dated: bool = True) -> Row:
    """The name of an era, ``offset`` px below its beginning, with its years if ``dated``."""
    years = f"{era.start.words()}–{era.end.words()}" if dated else ""
    name = f"{era.name}," if dated else era.name
    y = column.y(era.start.at) + offset
    return text_row(form, column, y, name, years, heavy=True, role=Role.MUTED, between=" ")


def stack_height(rows: Sequence[Row]) -> float:
    """The px that the stacked labels need."""
    rows = [row for row in rows if row.named]
    return sum(row.height for row in rows) + GAP * max(0, len(rows) - 1)


def reach(start: datetime, end: datetime, found: Iterable[datetime]) -> datetime:
    """The end of a scale, moved on to what came later.

    What comes after an empty quarter of the scale, or would make it longer by two thirds, stands
    at its end instead: it would squeeze all the rest.
    """
    span, last = end - start, end
    for at in sorted(found):
        if at > min(last + span / 4, end + span * 2 / 3):
            break
        last = max(last, at)
    return last


Sign = Callable[[Entry, str], Attendance | None]
"""How an entry's mark in an actor's lane is drawn; None means a cross."""


def own_sign(entry: Entry, actor: str) -> Attendance | None:
    """Every mark of an entry as the entry itself."""
    return entry.sign


def draw_rows(
    paper: Paper,
    scene: Scene,
    form: Form,
    column: Column,
    rows: list[Row],
    *,
    sign: Sign = own_sign,
    last: float | None = None,
) -> None:
    """Spread the labels and draw them with their leaders and marks.

    ``last`` is the px below which no label may reach; by default the column's end and a bit.
    """
    for row in rows:
        if row.entry:
            _draw_marks(paper, form, row, row.entry, sign)
    rows = sorted((row for row in rows if row.named), key=lambda row: row.y)
    below = column.bottom + form.label if last is None else last
    last = max(below, column.top - form.label + stack_height(rows) + 1)
    centres = label_layout.spread(
        [row.y for row in rows],
        [row.height for row in rows],
        column.top - form.label,
        last,
        GAP,
    )
    anchor: Literal["left", "right"] = "left" if column.side == 1 else "right"
    placed = list(zip(rows, centres, strict=True))
    if not form.fixed and any(row.spots and abs(centre - row.y) > NEAR for row, centre in placed):
        said = label_layout.wrap(IN_ORDER, form.characters(form.width, form.tick))
        paper.foot("\n".join(said), form.tick)
    for row, centre in placed:
        paper.markup(column.label, centre, row.markup, row.size, row.role, anchor)
        if row.spots:
            _draw_leader(paper, form, column, row, centre)
        if row.entry:
            at_label = column.label - form.x(form.mark * 0.85) * column.side
            _draw_mark(paper, form, row, row.entry, sign, at_label, centre, row.spots[-1][1], 0.75)


def _draw_leader(paper: Paper, form: Form, column: Column, row: Row, centre: float) -> None:
    grey = row.role is Role.FADED_TEXT
    heavy = form.heavy if row.heavy else form.line
    xs = [x for x, _ in row.spots]
    outer = max(xs) if column.side == 1 else min(xs)
    reach = form.x(form.mark * 0.75) * column.side
    at_label = column.label - form.x(form.mark * 0.85) * column.side
    leader = [
        (outer + reach, row.y),
        (column.gutter, row.y),
        (at_label - reach, centre),
    ]
    role = Role.FADED if grey else Role.INK if row.heavy else Role.LEADER
    paper.line(leader, role, heavy)


def _draw_marks(paper: Paper, form: Form, row: Row, entry: Entry, sign: Sign) -> None:
    """The marks of a row in their lanes, joined by a line, with a ring if it is chosen."""
    xs = [x for x, _ in row.spots]
    if len(xs) > 1:
        joint = Role.FADED if row.role is Role.FADED_TEXT else Role.LEADER
        paper.line([(min(xs), row.y), (max(xs), row.y)], joint, form.line)
    if row.heavy:
        paper.ring(row.spots[0][0], row.y, form.mark * 2.2)
    for x, actor in row.spots:
        _draw_mark(paper, form, row, entry, sign, x, row.y, actor, 1)


def _draw_mark(
    paper: Paper,
    form: Form,
    row: Row,
    entry: Entry,
    sign: Sign,
    x: float,
    y: float,
    actor: Actor | None,
    scale: float,
) -> None:
    shade = Role.FADED if row.role is Role.FADED_TEXT else hue_role(actor)
    how = sign(entry, actor.id) if actor else entry.sign
    ids, size = " ".join(entry.ids), form.mark * scale
    if how is None:
        paper.cross(x, y, size, shade, event=ids, says=entry.label)
    else:
        paper.mark(x, y, shape(actor), size, shade, how, event=ids, says=entry.label)


def draw_head(
    paper: Paper, form: Form, title: str, scale: str, left: float, right: float, top: float
) -> None:
    """A panel's title and, under it, its scale in words, within ``left`` to ``right``."""
    room = (right - left) * form.width
    heading = label_layout.wrap(title, form.characters(room, form.title))
    y = top + form.title * (0.15 + 0.65 * len(heading))
    paper.text(left + 0.001, y, "\n".join(heading), form.title, bold=True)
    lines = label_layout.wrap(scale, form.characters(room, form.scale))
    y += form.title * (0.05 + 0.65 * len(heading)) + form.scale * 0.65 * len(lines)
    paper.text(left + 0.001, y, "\n".join(lines), form.scale, Role.MUTED)


def head_height(form: Form, title: str, scale: str, room: float) -> float:
    """The px that a head within ``room`` px takes."""
    heading = label_layout.wrap(title, form.characters(room, form.title))
    lines = label_layout.wrap(scale, form.characters(room, form.scale))
    return form.title * (0.3 + 1.3 * len(heading)) + form.scale * 1.3 * len(lines)


def ring_if_undrawn(
    paper: Paper, scene: Scene, form: Form, column: Column, rows: Sequence[Row]
) -> None:
    """Ring the selected event on the axis where the column draws no mark of it.

    A column that ends where the focus begins rings the events of the focus at its end.
    """
    if scene.selected is None or any(row.heavy and row.entry for row in rows):
        return
    focus = scene.explainer.about.focus
    at = moment(scene.explainer.event[scene.selected])
    if focus.start.at <= at <= focus.end.last:
        at = min(at, column.end)
    if column.start <= at <= column.end:
        paper.ring(column.axis, column.y(at), form.mark * 1.6)
