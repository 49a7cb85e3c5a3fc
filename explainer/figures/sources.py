"""What was known when: events in rows by the date of their earliest source."""

from __future__ import annotations

from explainer.figures.scene import Scene, hue_role, moment, shape
from explainer.models import Event, KnownRow, Source
from explainer.palette import Role
from explainer.paper import NARROW, FigureDict, Form, Paper


def earliest(scene: Scene, event: Event) -> Source | None:
    """The event's earliest dated source; a day counts as earlier than the month around it."""
    dated = [
        source
        for name in event.sources
        if (source := scene.explainer.source[name]).date is not None
    ]
    return min(dated, key=lambda source: source.date.last if source.date else 0, default=None)


def events_of(scene: Scene, row: KnownRow) -> tuple[Event, ...]:
    """The shown events whose earliest source lies in the row, in their own date order."""
    found = []
    for event in scene.events(event.id for event in scene.explainer.events):
        source = earliest(scene, event)
        if source and source.date and row.start.at < source.date.last <= row.end.last:
            found.append(event)
    return tuple(sorted(found, key=moment))


def draw(scene: Scene, form: Form) -> FigureDict:
    """The figure of the sources page in one form."""
    figure = scene.explainer.sources_page.figure
    paper = Paper()
    paper.text(0.001, form.scale, figure.scale, form.scale, Role.MUTED)
    names = 0.0 if form is NARROW else form.x(form.label * 12)
    dots = names + form.x(form.mark * (1.0 if form is NARROW else 2.2))
    step = form.mark * 1.7
    across = int((1 - dots) * form.width / step)
    y, published = form.scale * 3.2, scene.explainer.about.brief.date
    rows = [(row.label, events_of(scene, row), row.start) for row in figure.rows]
    undated = tuple(
        event
        for event in scene.events(event.id for event in scene.explainer.events)
        if earliest(scene, event) is None
    )
    divided = False
    for label, events, start in [*rows, (figure.undated, undated, None)]:
        if not events:
            continue
        if start and start.at >= published.last and not divided:
            divided = True
            y = _divide(paper, form, figure.divider, y)
        words = f"{label}  ·  {len(events)}"
        if form is NARROW:
            paper.text(0.001, y, words, form.label, bold=True)
            y += form.label * 1.5
        else:
            paper.text(names, y, words, form.label, Role.INK, "right", bold=True)
        for number, event in enumerate(events):
            line, place = divmod(number, across)
            _draw_event(
                paper, scene, form, event, dots + form.x((place + 0.5) * step), y + line * step
            )
        y += ((len(events) - 1) // across) * step + form.label * 2.1
    if not divided:
        y = _divide(paper, form, figure.divider, y)
    return paper.figure(y)


def _divide(paper: Paper, form: Form, words: str, y: float) -> float:
    paper.line([(0, y), (1, y)], Role.INK, 2.5)
    paper.text(0.999, y + form.label * 0.95, words, form.label, Role.INK, "right", bold=True)
    return y + form.label * 2.8


def _draw_event(
    paper: Paper, scene: Scene, form: Form, event: Event, x: float, y: float
) -> None:
    lanes = scene.lanes(event)
    selected = event.id == scene.selected
    grey = scene.greyed((event.id,)) and not selected
    actor = lanes[0] if lanes else None
    role = Role.FADED if grey else hue_role(actor)
    paper.mark(
        x, y, shape(actor), form.mark, role, event.attendance, event=event.id, says=event.label
    )
    if selected:
        paper.ring(x, y, form.mark * 1.9)
