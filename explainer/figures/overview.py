"""The overview's strip: the whole span at true scale, with the focus as one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from explainer.content.actors import Actor
from explainer.content.events import Attendance
from explainer.content.figures import scale_words
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import PRESENTER, Form
from explainer.figures.line_breaks import ADVANCE, LINE_HEIGHT, columns, height, whole_words, wrap
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column, reach
from explainer.figures.parts.draw_rows import draw_rows
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.flags import Flag, draw_hanging, pack, row_tops
from explainer.figures.parts.focus import THIN, draw_focus, focus_rows
from explainer.figures.parts.row import Row, date_words, era_row
from explainer.figures.parts.scene import CONTEXT, Entry, Scene, entries, hue_role, shape
from explainer.figures.parts.stack import stack_height
from explainer.figures.parts.ticks import ROUND, decade_step, draw_decades
from explainer.language.dates import span_words

LEFT, RIGHT = 0.006, 0.985
Scale = Callable[[datetime], float]
"""From an instant to the x it is drawn at."""


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
    flags = pack(wanted, form, form.label, edge)
    tops, below = row_tops(flags, form)
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


def _bases(form: Form, found: Sequence[Entry], flags: Sequence[Flag]) -> list[int]:
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
    paper: Paper, scene: Scene, form: Form, entry: Entry, flag: Flag, y: float, band: float
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
    return draw_hanging(paper, form, hanging, bottom)


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
