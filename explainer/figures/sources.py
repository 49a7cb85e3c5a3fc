"""What was in print when: events in rows by the first dated source that is held here."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.content.chronology import earliest
from explainer.content.events import Event
from explainer.content.figures import KnownRow
from explainer.figures import label_layout
from explainer.figures.canvas import NARROW, FigureDict, Form, Paper
from explainer.figures.palette import Role
from explainer.figures.parts.column import Row
from explainer.figures.parts.scene import Scene, hue_role, shape
from explainer.language import direction
from explainer.language.dates import Precision, When

Known = tuple[Event, When | None]
"""An event, and the date of its earliest source if it has one."""


def dated(scene: Scene) -> list[Known]:
    """The shown events in their own date order."""
    return [
        (event, source.date if (source := earliest(scene.explainer, event)) else None)
        for event in scene.events(scene.explainer.event)
    ]


def events_of(known: Sequence[Known], row: KnownRow) -> list[Event]:
    """The events whose earliest source lies in the row."""
    start, end = row.start.at, row.end.last
    return [event for event, when in known if when and start < when.last <= end]


def draw(scene: Scene, form: Form) -> FigureDict:
    """The figure of the sources page in one form: each event named, in a grid within its row."""
    figure = scene.explainer.sources_page.figure
    published = scene.explainer.about.brief.date
    before = [row for row in figure.rows if row.start.at < published.last]
    after = [row for row in figure.rows if row not in before]
    known = dated(scene)
    undated = [event for event, when in known if when is None]
    paper = Paper()
    scale = label_layout.wrap(figure.scale, form.characters(form.width, form.scale))
    middle = form.scale * (0.4 + 0.65 * len(scale))
    paper.text(0.001, middle, "\n".join(scale), form.scale, Role.MUTED)
    y = form.scale * (1.7 + 1.3 * len(scale))
    for row in before:
        y = _draw_row(paper, scene, form, row.label, events_of(known, row), y)
    y = _draw_row(paper, scene, form, figure.undated, undated, y)
    paper.line([(0, y), (1, y)], Role.INK, 2.5)
    divider = label_layout.wrap(figure.divider, form.characters(form.width))
    more = label_layout.height(len(divider) - 1, form.label)
    said = "\n".join(divider)
    paper.text(0.001, y + form.label * 1.1 + more / 2, said, form.label, bold=True)
    y += form.label * 3 + more
    for row in after:
        y = _draw_row(paper, scene, form, row.label, events_of(known, row), y)
    return paper.figure(y)


def _draw_row(
    paper: Paper, scene: Scene, form: Form, label: str, events: Sequence[Event], y: float
) -> float:
    """One stretch of publication dates; returns the px below it."""
    if not events:
        return y
    line, across = label_layout.height(1, form.label), 1 if form is NARROW else 4
    names = [row.label for row in scene.explainer.sources_page.figure.rows]
    names.append(scene.explainer.sources_page.figure.undated)
    longest = max(map(label_layout.columns, names)) + 6
    left = 0.0 if form is NARROW else min(0.22, form.x(form.label * label_layout.ADVANCE * longest))
    said = f"{direction.isolated(label)} · {len(events)}"
    lines = label_layout.wrap(said, form.characters((left or 1) * form.width) - 1)
    tall = line * len(lines)
    paper.text(0.001, y + tall / 2, "\n".join(lines), form.label, bold=True)
    if form is NARROW:
        y += tall + line * 0.2
        tall = 0
    below = y + tall + form.label * 0.7
    if form.fixed:
        return max(y + tall + line * 0.25, _draw_marks(paper, scene, form, events, left, y))
    step = (1 - left) / across
    text = form.x(form.mark * 1.6)
    width = form.characters((step - text) * form.width - form.label)
    for first in range(0, len(events), across):
        deepest = 1
        for place, event in enumerate(events[first : first + across]):
            year = _year(event)
            lines = label_layout.wrap(f"{year}\u00a0 {event.label}", width)
            deepest = max(deepest, len(lines))
            x, middle = left + place * step, y + line * len(lines) / 2
            grey = scene.greyed((event.id,)) and event.id != scene.selected
            role = Role.FADED_TEXT if grey else Role.INK
            heavy = event.id == scene.selected
            said = Row(middle, tuple(lines), year, event.label, heavy=heavy).markup
            paper.markup(x + text, middle, said, form.label, role)
            _draw_event(paper, scene, form, event, x + text / 2, y + line / 2, grey=grey)
        y += line * deepest + 2
    return max(below, y + form.label * 0.7)


def _year(event: Event) -> str:
    """The event's own year or decade, which is not that of the row that its source puts it in."""
    return When(event.start.at, min(event.start.precision, Precision.YEAR)).words()


def _draw_marks(
    paper: Paper, scene: Scene, form: Form, events: Sequence[Event], left: float, y: float
) -> float:
    """The events as marks alone, for a projector."""
    across = max(1, int((1 - left) * form.width / (form.mark * 1.6)))
    line = label_layout.height(1, form.label)
    for number, event in enumerate(events):
        x = left + form.x((number % across + 0.5) * form.mark * 1.6)
        middle = y + line * (0.5 + number // across)
        _draw_event(paper, scene, form, event, x, middle, grey=scene.greyed((event.id,)))
    return y + line * (0.25 + -(-len(events) // across))


def _draw_event(
    paper: Paper, scene: Scene, form: Form, event: Event, x: float, y: float, *, grey: bool
) -> None:
    lanes = scene.lanes(event)
    actor = lanes[0] if lanes else None
    role = Role.FADED if grey else hue_role(actor)
    size = form.mark * 0.85
    sign = event.attendance
    paper.mark(
        x, y, shape(actor), size, role, sign, event=event.id, says=f"{_year(event)} {event.label}"
    )
    if event.id == scene.selected:
        paper.ring(x, y, form.mark * 1.8)
