"""What was known when: events in rows by the date of their earliest source."""

from __future__ import annotations

from collections.abc import Sequence

from explainer import labels
from explainer.figures.scene import Scene, hue_role, moment, shape
from explainer.models import Event, KnownRow, Source
from explainer.palette import Role
from explainer.paper import NARROW, FigureDict, Form, Paper


def earliest(scene: Scene, event: Event) -> Source | None:
    """The event's earliest dated source; a day counts as earlier than the month around it."""
    dated = [
        (source.date.last, source)
        for source in (scene.explainer.source[name] for name in event.sources)
        if source.date is not None
    ]
    return min(dated, key=lambda pair: pair[0])[1] if dated else None


def events_of(scene: Scene, row: KnownRow) -> tuple[Event, ...]:
    """The shown events whose earliest source lies in the row, in their own date order."""
    found = []
    for event in scene.events(scene.explainer.event):
        source = earliest(scene, event)
        if source and source.date and row.start.at < source.date.last <= row.end.last:
            found.append(event)
    return tuple(sorted(found, key=moment))


def draw(scene: Scene, form: Form) -> FigureDict:
    """The figure of the sources page in one form: each event named, in a grid within its row."""
    figure = scene.explainer.sources_page.figure
    published = scene.explainer.about.brief.date
    before = [row for row in figure.rows if row.start.at < published.last]
    after = [row for row in figure.rows if row not in before]
    undated = [event for event in scene.events(scene.explainer.event) if not earliest(scene, event)]
    paper = Paper()
    scale = labels.wrap(figure.scale, form.characters(form.width, form.scale))
    middle = form.scale * (0.4 + 0.65 * len(scale))
    paper.text(0.001, middle, "\n".join(scale), form.scale, Role.MUTED)
    y = form.scale * (1.7 + 1.3 * len(scale))
    for row in before:
        y = _draw_row(paper, scene, form, row.label, events_of(scene, row), y)
    y = _draw_row(paper, scene, form, figure.undated, undated, y)
    paper.line([(0, y), (1, y)], Role.INK, 2.5)
    paper.text(0.001, y + form.label * 1.1, figure.divider, form.label, bold=True)
    y += form.label * 3
    for row in after:
        y = _draw_row(paper, scene, form, row.label, events_of(scene, row), y)
    return paper.figure(y)


def _draw_row(
    paper: Paper, scene: Scene, form: Form, label: str, events: Sequence[Event], y: float
) -> float:
    """One stretch of publication dates; returns the px below it."""
    if not events:
        return y
    line, across = labels.height(1, form.label), 1 if form is NARROW else 4
    names = [row.label for row in scene.explainer.sources_page.figure.rows]
    names.append(scene.explainer.sources_page.figure.undated)
    longest = max(map(labels.columns, names)) + 6
    left = 0.0 if form is NARROW else form.x(form.label * labels.ADVANCE * longest)
    paper.text(0.001, y + line / 2, f"{label} · {len(events)}", form.label, bold=True)
    if form is NARROW:
        y += line * 1.2
    if form.fixed:
        return _draw_marks(paper, scene, form, events, left, y)
    step = (1 - left) / across
    text = form.x(form.mark * 1.6)
    width = form.characters((step - text) * form.width - form.label)
    for first in range(0, len(events), across):
        deepest = 1
        for place, event in enumerate(events[first : first + across]):
            lines = labels.wrap(event.label, width)
            deepest = max(deepest, len(lines))
            x, middle = left + place * step, y + line * len(lines) / 2
            grey = scene.greyed((event.id,)) and event.id != scene.selected
            role = Role.FADED_TEXT if grey else Role.INK
            bold = event.id == scene.selected
            paper.text(x + text, middle, "\n".join(lines), form.label, role, bold=bold)
            _draw_event(paper, scene, form, event, x + text / 2, y + line / 2, grey=grey)
        y += line * deepest + 2
    return y + form.label * 0.7


def _draw_marks(
    paper: Paper, scene: Scene, form: Form, events: Sequence[Event], left: float, y: float
) -> float:
    """The events as marks alone, for a projector."""
    middle = y + labels.height(1, form.label) / 2
    for number, event in enumerate(events):
        x = left + form.x((number + 0.5) * form.mark * 1.6)
        _draw_event(paper, scene, form, event, x, middle, grey=scene.greyed((event.id,)))
    return y + labels.height(1, form.label) * 1.25


def _draw_event(
    paper: Paper, scene: Scene, form: Form, event: Event, x: float, y: float, *, grey: bool
) -> None:
    lanes = scene.lanes(event)
    actor = lanes[0] if lanes else None
    role = Role.FADED if grey else hue_role(actor)
    size = form.mark * 0.85
    sign = event.attendance
    paper.mark(x, y, shape(actor), size, role, sign, event=event.id, says=event.label)
    if event.id == scene.selected:
        paper.ring(x, y, form.mark * 1.8)
