"""The overview's strip: the whole span at true scale, with the focus as one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from explainer.content.actors import Actor
from explainer.content.events import Attendance
from explainer.content.figures import scale_words
from explainer.figures.canvas import PRESENTER, Anchor, FigureDict, Form, Paper
from explainer.figures.label_layout import ADVANCE, LINE_HEIGHT, columns, height, whole_words, wrap
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column, reach
from explainer.figures.parts.draw_rows import draw_rows
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.focus import THIN, draw_focus, focus_rows
from explainer.figures.parts.row import Row, date_words, era_row
from explainer.figures.parts.scene import CONTEXT, Entry, Scene, entries, hue_role, shape
from explainer.figures.parts.stack import stack_height
from explainer.figures.parts.ticks import ROUND, decade_step, draw_decades
from explainer.language.dates import span_words

LEFT, RIGHT = 0.006, 0.985
WIDTHS = (1.0, 0.36, 0.24, 0.16)
"""How wide a label may be, in parts of the width; the next is tried where one finds no row."""
Scale = Callable[[datetime], float]
"""From an instant to the x it is drawn at."""


@dataclass(frozen=True)
class _Flag:
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


@dataclass(frozen=True)
class _Focus:
    """Where the focus stands, and whether its line runs the whole height, past all flags."""

    left: float
    right: float
    tall: bool


def draw(scene: Scene, form: Form) -> FigureDict:
    """The strip: horizontal, or on a narrow screen a column like the others."""
    # On a stage that is less wide than 16:9 the flags would need more height than there is.
    is_column = form.narrow or (form.name == "presenter" and form.width < PRESENTER.width)
    return _narrow(scene, form) if is_column else _wide(scene, form)


def _wide(scene: Scene, form: Form) -> FigureDict:
    form = replace(form, label=form.label + 2)
    figure = scene.explainer.overview.figure
    # While readers guess, all stands where it will stand, but is not drawn.
    laid = scene.as_first_seen() if scene.waits else scene
    start, end = figure.start.at, _end(laid)

    def x(at: datetime) -> float:
        part = (min(max(at, start), end) - start) / (end - start)
        return LEFT + (RIGHT - LEFT) * part

    paper = Paper()
    found = list(entries(laid, figure.marks))
    focus = _focus(scene, form, x, found)
    first = _draw_head(paper, scene, form, focus)
    edge = focus.left - form.x(8) if focus.tall else 1.0
    wanted = [(x(entry.at), _said(entry, end)) for entry in found]
    flags = _pack(wanted, form, form.label, edge)
    tops, below = _row_tops(flags, form)
    bases = _bases(form, found, flags)
    tall = form.mark * 1.25
    most = max((b + len(_lanes(e)) for b, e in zip(bases, found, strict=True)), default=1)
    band = first + below + form.label * 0.65 + most * tall
    bottom = band + form.label * 3
    for entry, flag, base in () if scene.waits else zip(found, flags, bases, strict=True):
        y = first + tops[flag.row] + height(len(flag.lines), form.label) / 2
        _draw_flag(paper, scene, form, entry, flag, y, band - base * tall)
    foot = _draw_band(paper, scene, form, x, focus, (band, bottom))
    if scene.waits:
        return paper.figure(foot, form.sheet)
    if focus.tall:
        paper.line([(focus.left, form.label * 0.4), (focus.left, bottom)], Role.INK, 3.5)
    elif focus.right - focus.left <= form.x(THIN):
        paper.line([(focus.left, band), (focus.left, bottom + form.tick * 0.5)], Role.INK, 3.5)
    else:
        paper.line([(focus.left, bottom), (focus.right, bottom)], Role.INK, form.mark * 0.45)
    return paper.figure(foot, form.sheet)


def _end(scene: Scene) -> datetime:
    figure = scene.explainer.overview.figure
    found = [entry.at for entry in entries(scene, figure.marks)]
    return reach(figure.start.at, figure.end.last, found)


def _focus(scene: Scene, form: Form, x: Scale, found: Sequence[Entry]) -> _Focus:
    """The focus, tall only at the end of the strip: elsewhere its line would strike labels."""
    about = scene.explainer.about
    left, right = x(about.focus.start.at), x(about.focus.end.last)
    thin = right - left <= form.x(THIN)
    last = left > 0.8 and all(x(entry.at) <= left for entry in found)
    return _Focus(left, right, thin and last)


def _draw_head(paper: Paper, scene: Scene, form: Form, focus: _Focus) -> float:
    """The scale and, beside it or below, what the tall line is; returns the px below them."""
    size, middle = form.title + 2, form.label
    scale = wrap(
        scale_words(scene.explainer.overview.figure), form.characters(form.width, form.scale)
    )
    used = max(map(columns, scale)) * ADVANCE * form.scale
    paper.text(
        0.001,
        middle + height(len(scale) - 1, form.scale) / 2,
        "\n".join(scale),
        form.scale,
        Role.MUTED,
    )
    below = height(len(scale) - 1, form.scale)
    if focus.tall:
        room = focus.left * form.width - 8
        words = wrap(scene.explainer.about.focus.line, form.characters(room, size))
        if max(map(columns, words)) * ADVANCE * size + used + 16 > room:
            middle += below + form.label + size * 0.5
            below = middle - form.label
        at = middle + height(len(words) - 1, size) / 2
        below = max(below, at + height(len(words) - 1, size) / 2 - form.label)
        x = focus.left - form.x(8)
        if not scene.waits:
            paper.text(x, at, "\n".join(words), size, Role.INK, "right", bold=True)
    return form.label * 2.95 + below


def _said(entry: Entry, end: datetime) -> tuple[str, str]:
    """An entry's date and label; an arrow tells that it lies beyond the strip."""
    date = entry.date or date_words(entry.events[0], "day")
    if entry.events[0].start.at >= end:
        date = f"→ {date}"
    return date.replace(" ", "\u00a0"), entry.label


def _pack(
    wanted: Sequence[tuple[float, tuple[str, str]]], form: Form, size: float, edge: float = 1.0
) -> list[_Flag]:
    """Each text's flag, on the first row where it meets no other flag and no other's pole.

    ``wanted`` are the x of the poles in order, each with a date and words; ``edge`` is the x that
    no text may pass. Row 0 is the one furthest from the poles' feet.
    """
    placed: dict[int, _Flag] = {}
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
    placed: dict[int, _Flag],
    row: int,
) -> _Flag:
    others = placed.values()
    whole = f"{date}\u00a0 {words}" if date and words else date + words
    room, flag = edge - x if x < 0.5 else x, None
    for width in WIDTHS:
        px = min(room, width) * form.width - 14
        lines = tuple(wrap(whole, max(8, int(px / (ADVANCE * size)))))
        length = form.x(max(map(columns, lines)) * ADVANCE * size + 14)
        start, end = (x, x + length) if x < 0.5 else (x - length, x)
        flag = _Flag(x, row, date, words, lines, start, end)
        for down in range(row, row + 2 * len(placed) + 2):
            flag = replace(flag, row=down)
            if not any(_meet(flag, other, form.x(14)) for other in others):
                return flag
    assert flag is not None
    # Where no row is free of poles, one beyond all labels is at least free of them.
    return replace(flag, row=max((other.row for other in others), default=-1) + 1)


def _meet(one: _Flag, other: _Flag, room: float) -> bool:
    """Whether two flags share a row and touch, or the upper one's pole strikes the lower one."""
    if one.row == other.row:
        return one.start < other.end + room and other.start < one.end + room
    upper, lower = sorted((one, other), key=lambda flag: flag.row)
    return lower.start - room / 2 < upper.x < lower.end + room / 2


def _row_tops(flags: Sequence[_Flag], form: Form) -> tuple[list[float], float]:
    """The px from the first row's top to each row's, and the px below the last."""
    tops, used = [], 0.0
    for row in range(max((flag.row + 1 for flag in flags), default=1)):
        lines = max((len(flag.lines) for flag in flags if flag.row == row), default=1)
        tops.append(used)
        used += form.label * (2.15 + LINE_HEIGHT * (lines - 1))
    return tops, used


def _bases(form: Form, found: Sequence[Entry], flags: Sequence[_Flag]) -> list[int]:
    """How many marks of others stand below an entry's own, where the entries share a place."""
    bases: list[int] = []
    for flag in flags:
        near = (
            base + len(_lanes(found[other]))
            for other, base in enumerate(bases)
            if abs(flags[other].x - flag.x) < form.x(form.mark * 1.1)
        )
        bases.append(max(near, default=0))
    return bases


def _lanes(entry: Entry) -> tuple[Actor | None, ...]:
    """Whose marks stand above each other; what has no actor has a mark of its own."""
    return entry.lanes or (None,)


def _draw_flag(
    paper: Paper, scene: Scene, form: Form, entry: Entry, flag: _Flag, y: float, band: float
) -> None:
    ids = " ".join(entry.ids)
    selected = scene.selected in entry.ids
    grey = scene.greyed(entry.ids) and not selected
    role = Role.FADED_TEXT if grey else Role.INK
    gap = form.x(7) if flag.anchor == "left" else -form.x(7)
    row = Row(y, flag.lines, flag.date, flag.words, role, heavy=selected, size=form.label)
    paper.markup(flag.x + gap, y, row.markup, form.label, role, flag.anchor, event=ids)
    tall = form.mark * 1.25
    size = form.mark * (CONTEXT if grey and form.fixed else 1)
    top = band - len(_lanes(entry)) * tall
    paper.line(
        [(flag.x, y - row.height / 2 + form.label * 0.15), (flag.x, top)],
        Role.FADED if grey else Role.INK if selected else Role.LEADER,
        form.heavy if selected else form.line,
    )
    for number, actor in enumerate(_lanes(entry)):
        mark_y = band - (number + 0.5) * tall
        shade = Role.FADED if grey else hue_role(actor)
        sign = entry.sign if len(entry.events) == 1 else Attendance.PRESENT
        paper.mark(flag.x, mark_y, shape(actor), size, shade, sign, event=ids, says=entry.label)
    if selected:
        paper.ring(flag.x, band - tall / 2, form.mark * 2.2)


def _draw_band(
    paper: Paper, scene: Scene, form: Form, x: Scale, focus: _Focus, sides: tuple[float, float]
) -> float:
    """The eras with the years below them; returns the px below all that hangs under the band.

    Under it hang the names of eras that are too short to hold them, and that of the focus if no
    tall line bears it.
    """
    about, (band, bottom) = scene.explainer.about, sides
    hanging: list[tuple[float, tuple[str, str]]] = []
    for number, era in enumerate(about.eras):
        left, right = x(era.start.at), x(era.end.last)
        if right <= left:
            continue
        paper.area(left, band, right, bottom, Role.PALE)
        if number:
            paper.line([(left, band), (left, bottom)], Role.LEADER, 1)
        shown = min(right, focus.left) if focus.tall else right
        room = int((shown - left) * form.width / (ADVANCE * form.tick)) - 1
        lines = wrap(era.name, max(1, room))
        if whole_words(era.name, room) and len(lines) * LINE_HEIGHT * form.tick < bottom - band:
            middle = (band + bottom) / 2
            paper.text(left + form.x(8), middle, "\n".join(lines), form.tick, Role.MUTED)
        else:
            hanging.append(((left + shown) / 2, ("", era.name)))
    if not (focus.tall or scene.waits):
        thin = focus.right - focus.left <= form.x(THIN)
        words = about.focus.line if thin else about.focus.name
        dates = span_words(about.focus.start, about.focus.end).replace(" ", "\u00a0")
        said = (words, "") if thin else (dates, words)
        hanging.append(((focus.left + focus.right) / 2, said))
    paper.line([(LEFT, bottom), (RIGHT, bottom)], Role.LEADER, 1.2)
    hanging.sort(key=lambda item: item[0])
    _draw_ticks(paper, scene, form, x, bottom, [at for at, _ in hanging])
    return _draw_hanging(paper, form, hanging, bottom)


def _draw_hanging(
    paper: Paper, form: Form, hanging: Sequence[tuple[float, tuple[str, str]]], bottom: float
) -> float:
    """Names below the years, each on a pole that hangs from the band; returns the px below."""
    below = bottom + form.tick * 2
    if not hanging:
        return below
    flags = _pack(hanging, form, form.tick)
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


def _draw_ticks(
    paper: Paper, scene: Scene, form: Form, x: Scale, y: float, taken: Sequence[float]
) -> None:
    """Round years below the band; one makes way for a pole at an x that is ``taken``."""
    start, end = scene.explainer.overview.figure.start.at, _end(scene)
    years = end.year - start.year
    every = next((step for step in ROUND if years / step <= 12), ROUND[-1])
    year = -(-start.year // every) * every
    while year <= end.year:
        at = x(datetime(year, 1, 1))
        if 0.02 < at < 0.97:
            paper.line([(at, y), (at, y + form.tick * 0.4)], Role.LEADER, 1)
            if all(abs(at - other) > form.x(form.tick * 1.7) for other in taken):
                paper.text(at, y + form.tick * 1.1, str(year), form.tick, Role.MUTED, "center")
        year += every


def _foot(form: Form, top: float) -> float:
    """The px where a column ends."""
    if form.narrow:
        return form.sheet - form.label * 2 if form.fixed else 560
    return top + form.panel(560, top)


def _narrow(scene: Scene, form: Form) -> FigureDict:
    figure, about = scene.explainer.overview.figure, scene.explainer.about
    axis = form.x(form.tick * 3.2)
    lane = form.x(form.mark * 1.3)
    widest = max((len(e.lanes) for e in entries(scene, figure.marks)), default=2)
    gutter = axis + lane * (widest + 0.6)
    scale = wrap(scale_words(figure), form.characters(form.width, form.scale))
    top = form.scale * (0.4 + LINE_HEIGHT * len(scale)) + form.label * 1.6
    top = top if form.fixed else max(top, form.title * 3.6)
    column = Column(
        figure.start.at,
        _end(scene),
        top,
        _foot(form, top),
        {},
        axis,
        gutter,
        gutter + form.x(26),
        form.characters(form.width - (gutter * form.width + 26)),
        lane_width=lane,
    )

    def rows(column: Column) -> list[Row]:
        found = event_rows(scene, form, column, entries(scene, figure.marks), "day")
        if not scene.waits:
            spare = 1 if form.fixed else 0
            found += [replace(row, spare=spare) for row in focus_rows(scene, form, column)]
        # Beside a step there is room for what the step is about alone.
        if form.fixed:
            return found
        eras = [e for e in about.eras if e.start.at < column.end and e.end.last > column.start]
        found += [era_row(form, column, era, form.label * 0.6) for era in eras]
        return found

    column = column.tall(stack_height(rows(column)) - form.label + THIN)
    paper = Paper()
    middle = form.scale * (0.4 + 0.65 * len(scale))
    paper.text(0.001, middle, "\n".join(scale), form.scale, Role.MUTED)
    for number, era in enumerate(about.eras):
        if not number % 2 and era.start.at < column.end:
            paper.area(axis, column.y(era.start.at), gutter, column.y(era.end.last))
    draw_decades(paper, form, column, text=axis - form.x(6), every=decade_step(column, form))
    paper.line([(axis, column.top), (axis, column.bottom)], Role.LEADER, 1.2)
    last = None if scene.waits else draw_focus(paper, scene, form, column, 1.0)
    drawn = rows(column)
    context = [row for row in drawn if form.fixed and row.role is Role.FADED_TEXT]
    draw_rows(paper, scene, form, column, context)
    told = [row for row in drawn if row not in context]
    draw_rows(paper, scene, form, column, told, last=last)
    stacked = column.top - form.label + stack_height(drawn)
    return paper.figure(
        max(column.bottom, stacked) + form.label * (1 if form.fixed else 2), form.sheet
    )
