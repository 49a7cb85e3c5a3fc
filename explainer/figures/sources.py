"""What was in print when: events in rows by the first dated source that is held here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from explainer.content.chronology import earliest
from explainer.content.events import Event
from explainer.content.figures import KnownRow
from explainer.figures import line_breaks, sources_step
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.crowd import gathered, thinned
from explainer.figures.parts.draw_rows import count_unnamed
from explainer.figures.parts.row import Row
from explainer.figures.parts.scene import Entry, Scene, hue_role, shape, single
from explainer.figures.sources_step import Stretch, own_year
from explainer.language import direction
from explainer.language.dates import When

NAMED = 100
"""How many events a whole form names at most."""
LINES = 2
"""How many lines of marks alone a row has at most."""
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
    # While readers guess, the rows stand where they will stand, but hold nothing.
    laid = scene.as_first_seen() if scene.waits and form.fixed else scene
    known = dated(laid)
    undated = [event for event, when in known if when is None]
    if form.fixed:
        told = [
            *(Stretch(row.label, tuple(events_of(known, row))) for row in before),
            Stretch(figure.undated, tuple(undated)),
            *(Stretch(row.label, tuple(events_of(known, row)), after=True) for row in after),
        ]
        return sources_step.draw(scene, form, [row for row in told if row.events])
    paper = Paper()
    scale = line_breaks.wrap(figure.scale, form.characters(form.width, form.scale))
    middle = form.scale * (0.4 + 0.65 * len(scale))
    paper.text(0.001, middle, "\n".join(scale), form.scale, Role.MUTED)
    y = form.scale * (1.7 + 1.3 * len(scale))
    for row in before:
        y = _draw_row(paper, scene, form, row.label, events_of(known, row), y)
    y = _draw_row(paper, scene, form, figure.undated, undated, y)
    paper.line([(0, y), (1, y)], Role.INK, 2.5)
    divider = line_breaks.wrap(figure.divider, form.characters(form.width))
    more = line_breaks.height(len(divider) - 1, form.label)
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
    line, across = line_breaks.height(1, form.label), 1 if form.narrow else 4
    names = [row.label for row in scene.explainer.sources_page.figure.rows]
    names.append(scene.explainer.sources_page.figure.undated)
    longest = max(map(line_breaks.columns, names)) + 6
    left = 0.0 if form.narrow else min(0.22, form.x(form.label * line_breaks.ADVANCE * longest))
    said = f"{direction.isolated(label)} · {len(events)}"
    lines = line_breaks.wrap(said, form.characters((left or 1) * form.width) - 1)
    tall = line * len(lines)
    paper.text(0.001, y + tall / 2, "\n".join(lines), form.label, bold=True)
    if form.narrow:
        y += tall + line * 0.2
        tall = 0
    below = y + tall + form.label * 0.7
    crowd = [event for event in events if event.id not in _named(scene)]
    events = [event for event in events if event.id in _named(scene)]
    step = (1 - left) / across
    text = form.x(form.mark * 1.6)
    width = form.characters((step - text) * form.width - form.label)
    for first in range(0, len(events), across):
        deepest = 1
        for place, event in enumerate(events[first : first + across]):
            year = own_year(event)
            lines = line_breaks.wrap(f"{year}\u00a0 {event.label}", width)
            deepest = max(deepest, len(lines))
            x, middle = left + place * step, y + line * len(lines) / 2
            grey = scene.greyed((event.id,)) and event.id != scene.selected
            role = Role.FADED_TEXT if grey else Role.INK
            heavy = event.id == scene.selected
            said = Row(middle, tuple(lines), year, event.label, heavy=heavy).markup
            paper.markup(x + text, middle, said, form.label, role, event=event.id)
            middle, entry = y + line / 2, single(scene, event)
            _draw_event(paper, scene, form, entry, x + text / 2, middle, grey=grey)
        y += line * deepest + 2
    if crowd:
        y = _draw_marks(paper, scene, form, crowd, left, y) + line * 0.25
        count_unnamed(paper, form, named=_named(scene), unnamed=(event.id for event in crowd))
    return max(below, y + form.label * 0.7)


@lru_cache(maxsize=64)
def _named(scene: Scene) -> frozenset[str]:
    """The ids of the events that have a label in a whole form: the most important, then evenly."""
    events = scene.events(scene.shown)
    ranks = [scene.explainer.importance[event.id] for event in events]
    chosen = thinned(ranks, [float(at) for at in range(len(events))], [1.0] * len(events), NAMED)
    picked = {scene.selected} & scene.shown if scene.selected else set()
    return frozenset({events[at].id for at in chosen} | picked)


def _draw_marks(
    paper: Paper, scene: Scene, form: Form, events: Sequence[Event], left: float, y: float
) -> float:
    """The events as marks alone; of more than fill some lines, those that look alike are joined."""
    across = max(1, int((1 - left) * form.width / (form.mark * 1.6)))
    line = line_breaks.height(1, form.label)
    drawn = gathered(scene, [single(scene, event) for event in events], across * LINES)
    for number, entry in enumerate(drawn):
        x = left + form.x((number % across + 0.5) * form.mark * 1.6)
        middle = y + line * (0.5 + number // across)
        _draw_event(paper, scene, form, entry, x, middle, grey=scene.greyed(entry.ids))
    return y + line * (0.25 + -(-len(drawn) // across))


def _draw_event(
    paper: Paper, scene: Scene, form: Form, entry: Entry, x: float, y: float, *, grey: bool
) -> None:
    actor = entry.lanes[0] if entry.lanes else None
    role = Role.FADED if grey else hue_role(actor)
    says, ids = f"{own_year(entry.events[0])} {entry.label}", " ".join(entry.ids)
    paper.mark(x, y, shape(actor), form.mark * 0.85, role, entry.sign, event=ids, says=says)
    if scene.selected in entry.ids:
        paper.ring(x, y, form.mark * 1.8)
