"""What was in print when, where the screen's height is the limit: names of what is told alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.content.events import Event
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import Form
from explainer.figures.line_breaks import columns, height, wrap
from explainer.figures.palette import Role
from explainer.figures.parts.crowd import gathered
from explainer.figures.parts.groups import grouped
from explainer.figures.parts.row import Row
from explainer.figures.parts.scene import CONTEXT, Entry, Scene, hue_role, shape, single
from explainer.language import direction
from explainer.language.dates import Precision, When

LETTER = 0.46
"""The width of a letter of running text, a little more than measured, in units of its size."""
ROWS = 0.75
"""The part of a sheet that rows may take to stand still; what else there is needs the rest."""
ALONE = 4
"""So many events of a row are named one by one; more are grouped."""
MARKS_BEGIN = 0.55
"""Where the marks of a phone's rows begin at the latest, unless a row's own words are longer."""


@dataclass(frozen=True)
class Stretch:
    """A row: what it is called, its events, and whether it comes after the brief."""

    label: str
    events: tuple[Event, ...]
    after: bool = False


@dataclass(frozen=True)
class _Label:
    """A name beside its mark, in lines, at its place in a row."""

    entry: Entry
    row: Row
    x: float


def draw(scene: Scene, form: Form, rows: Sequence[Stretch]) -> FigureDict:
    """The rows with a mark for each event; what the step is about has its name beside them."""
    paper, figure = Paper(), scene.explainer.sources_page.figure
    if form.narrow:
        return _draw_pocket(paper, scene, form, rows)
    left = form.x(form.label * (LETTER * max(columns(row.label) for row in rows) + 2.6))
    widest = max((len(row.events) for row in rows), default=1)
    text = left + form.x(form.mark * (1.15 * widest + 1.2))
    scale = wrap(figure.scale, form.characters(form.width, form.scale))
    middle = form.scale * (0.4 + 0.65 * len(scale))
    paper.text(0.001, middle, "\n".join(scale), form.scale, Role.MUTED)
    y, divided = form.scale * (1.3 + 1.3 * len(scale)), False
    line = height(1, form.label)
    steps = [frozenset(step.events) for step in scene.explainer.sources_page.steps]
    needed = [
        [_lines(_named(scene, form, row, focus, text, 1.0)) for row in rows]
        for focus in (*steps, scene.focus)
    ]
    # Rows stand still from step to step, unless the sheet has no room for what others need.
    still, lines = list(map(max, zip(*needed, strict=True))), needed[-1]
    spare = (max(map(sum, needed)) - sum(lines)) * line
    if sum(still) * line < form.sheet * ROWS:
        spare, lines = 0.0, still
    for row, number in zip(rows, lines, strict=True):
        if row.after and not divided:
            y, divided = _draw_divider(paper, scene, form, y), True
        _draw_row(paper, scene, form, row, (left, text), y)
        y += number * line + form.label * 0.18
    if not divided:
        y = _draw_divider(paper, scene, form, y)
    return paper.figure(y + spare, form.sheet)


def _draw_divider(paper: Paper, scene: Scene, form: Form, y: float) -> float:
    paper.line([(0, y), (1, y)], Role.INK, form.heavy)
    said = wrap(scene.explainer.sources_page.figure.divider, form.characters(form.width))
    tall = height(len(said), form.label)
    middle = y + form.label * 0.4 + tall / 2
    paper.text(0.001, middle, "\n".join(said), form.label, bold=True)
    return y + tall + form.label * 0.9


def _lines(labels: Sequence[_Label]) -> int:
    return max(1, round(max((at.row.y for at in labels), default=0)))


def _entries(scene: Scene, row: Stretch, focus: frozenset[str]) -> list[Entry]:
    about = [
        single(scene, event)
        for event in row.events
        if event.id in focus or event.id == scene.selected
    ]
    return grouped(scene, about, ALONE, ())


def _named(
    scene: Scene,
    form: Form,
    row: Stretch,
    focus: frozenset[str],
    text: float,
    right: float,
) -> list[_Label]:
    """The labels of a row one after the other; the y of each is the number of its last line."""
    size, found = form.label, []
    indent, x, line = form.x(form.mark * 1.5), text, 1
    for entry in _entries(scene, row, focus):
        date = entry.date or own_year(entry.events[0])
        whole = f"{date}\u00a0 {entry.label}"
        wide = form.x(columns(whole) * LETTER * size) + indent
        if x > text and x + wide > right:
            x, line = text, line + 1
        room = max(8, int((right - x - indent) * form.width / (LETTER * size)))
        lines = tuple(wrap(whole, room))
        line += len(lines) - 1
        heavy = scene.selected in entry.ids
        said = Row(line, lines, date, entry.label, heavy=heavy, size=size)
        found.append(_Label(entry, said, x))
        x = x + wide + form.x(size * 0.8) if len(lines) == 1 else right
    return found


def _said(scene: Scene, row: Stretch) -> str:
    """A row's name, with the number of its events if that may be known."""
    name = direction.isolated(row.label)
    return name if scene.waits else f"{name} · {len(row.events)}"


def own_year(event: Event) -> str:
    """The event's own year or decade, which is not that of the row that its source puts it in."""
    return When(event.start.at, min(event.start.precision, Precision.YEAR)).words()


def _draw_row(
    paper: Paper, scene: Scene, form: Form, row: Stretch, places: tuple[float, float], y: float
) -> None:
    left, text = places
    middle = y + height(1, form.label) / 2
    told = any(event.id in scene.focus for event in row.events)
    role = Role.FADED_TEXT if scene.focus and not told else Role.INK
    said = _said(scene, row)
    paper.text(0.001, middle, said, form.label, role, bold=role is Role.INK)
    most = max(1, int((1.0 - left) * form.width / (form.mark * 1.15)) - 1)
    held = gathered(scene, [single(scene, event) for event in row.events], most)
    for number, entry in enumerate(() if scene.waits else held):
        x = left + form.x(form.mark * (0.7 + 1.15 * number))
        _draw_event(paper, scene, form, entry, x, middle)
    if scene.focus or scene.selected:
        _draw_labels(paper, scene, form, _named(scene, form, row, scene.focus, text, 1.0), y)


def _draw_labels(
    paper: Paper, scene: Scene, form: Form, labels: Sequence[_Label], y: float
) -> None:
    line = height(1, form.label)
    for label in labels:
        last = y + line * label.row.y
        middle = last - line * len(label.row.lines) / 2
        text = label.x + form.x(form.mark * 1.5)
        paper.markup(text, middle, label.row.markup, form.label, Role.INK)
        first = last - line * (len(label.row.lines) - 0.5)
        _draw_event(paper, scene, form, label.entry, label.x + form.x(form.mark * 0.7), first)


def _draw_event(paper: Paper, scene: Scene, form: Form, entry: Entry, x: float, y: float) -> None:
    actor = entry.lanes[0] if entry.lanes else None
    picked = scene.selected in entry.ids
    grey = scene.greyed(entry.ids) and not picked
    role = Role.FADED if grey else hue_role(actor)
    size = form.mark * (CONTEXT if grey else 0.9)
    says = f"{entry.date or own_year(entry.events[0])} {entry.label}"
    paper.mark(x, y, shape(actor), size, role, entry.sign, event=" ".join(entry.ids), says=says)
    if picked:
        paper.ring(x, y, form.mark * 1.8)


def _draw_pocket(paper: Paper, scene: Scene, form: Form, rows: Sequence[Stretch]) -> FigureDict:
    """Rows as small marks one below the other; under each that is told, its names.

    The others are there where they find room.
    """
    line, thin = height(1, form.label), height(1, form.tick) + 2
    every = [_named(scene, form, row, scene.focus, 0.0, 1.0) for row in rows]
    pairs = [pair for pair in zip(rows, every, strict=True) if pair[1]]
    needed = sum(line * (1 + _lines(told)) + 4 for _, told in pairs)
    rest = thin * (len(rows) - len(pairs))
    if not scene.focus or needed + rest <= form.sheet:
        pairs, needed = list(zip(rows, every, strict=True)), needed + rest
    apart = min(line, max(0.0, form.sheet - needed - line) / max(1, len(pairs)))
    ends = [
        form.x((form.label if told else form.tick) * (LETTER * columns(_said(scene, row)) + 1.6))
        for row, told in pairs
    ]
    aligned = min(max(ends, default=0.0), MARKS_BEGIN)
    y = 2.0
    for (row, told), end in zip(pairs, ends, strict=True):
        size = form.label if told else form.tick
        tall, said = (line if told else thin), _said(scene, row)
        role = Role.INK if told or not scene.focus else Role.FADED_TEXT
        paper.text(0.001, y + tall / 2, said, size, role, bold=bool(told))
        start = max(aligned, end)
        most = max(1, int((1.0 - start) * form.width / (form.mark * 1.15)))
        held = gathered(scene, [single(scene, event) for event in row.events], most)
        for number, entry in enumerate(() if scene.waits else held):
            x = start + form.x(form.mark * 1.15 * (number + 0.5))
            _draw_event(paper, scene, form, entry, x, y + tall / 2)
        _draw_labels(paper, scene, form, told, y + line)
        y += (line * (1 + _lines(told)) + 4 if told else thin) + apart
    return paper.figure(y, form.sheet)
