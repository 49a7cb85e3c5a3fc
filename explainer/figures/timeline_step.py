"""The timeline where the screen's height is the limit: one panel is told, the others place it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from explainer.content.chronology import moment
from explainer.content.figures import Panel, scale_words
from explainer.figures import line_breaks
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.draw_rows import draw_rows, ring_if_undrawn
from explainer.figures.parts.event_rows import event_rows, labelled
from explainer.figures.parts.focus import draw_focus, focus_rows
from explainer.figures.parts.groups import grouped
from explainer.figures.parts.head import draw_head, head_height
from explainer.figures.parts.row import Row, era_row, text_row
from explainer.figures.parts.scene import Entry, Scene, single
from explainer.figures.parts.stack import stack_height, stacked
from explainer.figures.parts.ticks import decade_step, draw_decades, draw_nights, draw_ticks
from explainer.figures.timeline_panels import (
    alone,
    end_of,
    entries_of,
    has_stay,
    lanes_of_panel,
    longest,
    style_of,
)
from explainer.figures.timeline_spans import draw_gaps, draw_stay, spans
from explainer.figures.timeline_strips import (
    Place,
    draw_locator,
    draw_strip,
    shade_eras,
    strip_head,
    wedge,
)
from explainer.language.dates import span_words, weekday

STRIP, BETWEEN = 7.0, 1.3
"""The width of a strip and of what parts it from the next, in units of the label's size."""
LOCATOR = 34.0
"""The px of the strip above a panel that stands alone."""


def draw(scene: Scene, form: Form) -> FigureDict:
    """The panel of the step at full height; the others as strips, or as one above it."""
    paper, panels = Paper(), scene.explainer.timeline.figure.panels
    active = in_focus(scene)
    if form.narrow:
        head = max(_head(form, panel, 1.0) for panel in panels)
        tall = form.sheet - LOCATOR - head - form.label - 2
        draw_locator(paper, scene, form, active)
        bottom = _draw_active(paper, scene, form, active, (0.0, 1.0), (LOCATOR, head, tall))
        return paper.figure(bottom + form.label + 2)
    strip, between = form.x(form.label * STRIP), form.x(form.label * BETWEEN)
    wide = 1 - (strip + between) * (len(panels) - 1)
    head = max(max(_head(form, panel, wide), strip_head(form, panel, strip)) for panel in panels)
    tall, left = form.panel(820, head), 0.0
    places: list[Place] = []
    for panel in panels:
        places.append((left, left + (wide if panel is active else strip)))
        left = places[-1][1] + between
    bottom = head + tall
    for panel, place in zip(panels, places, strict=True):
        if panel is active:
            bottom = _draw_active(paper, scene, form, panel, place, (0.0, head, tall))
    columns = []
    for panel, place in zip(panels, places, strict=True):
        column = _column(scene, form, panel, place, (head, bottom), whole=panel is active)
        columns.append(column)
        if panel is not active:
            draw_strip(paper, scene, form, panel, place, column)
    for number in range(len(panels) - 1):
        wedge(paper, columns[number], columns[number + 1], places[number][1], places[number + 1][0])
    return paper.figure(bottom + form.label + 6)


def in_focus(scene: Scene) -> Panel:
    """The panel that a step is about; without a step, the longest.

    It is the one whose gap the step is about, else that which draws most of the step's events,
    else that which reaches most of them; the finest of several.
    """
    panels = scene.explainer.timeline.figure.panels
    if not scene.focus:
        return longest(scene)

    def told(panel: Panel) -> tuple[bool, int, int]:
        drawn = {name for entry in entries_of(scene, panel) for name in entry.ids}
        about = [scene.explainer.event[name] for name in scene.focus if name in scene.shown]
        reached = sum(panel.start.at <= moment(event) < panel.end.last for event in about)
        gap = any({gap.after, gap.before} <= scene.focus for gap in panel.gaps)
        return gap, len(scene.focus & drawn), reached

    return max(reversed(panels), key=told)


def _head(form: Form, panel: Panel, wide: float) -> float:
    return head_height(form, panel.title, scale_words(panel), wide * form.width) + form.label


def _column(
    scene: Scene, form: Form, panel: Panel, place: Place, sides: tuple[float, float], *, whole: bool
) -> Column:
    """Where a panel's marks and labels stand: the same under every filter and in every step."""
    every = Scene(scene.explainer, frozenset(scene.explainer.event), afterwards=True)
    number = scene.explainer.timeline.figure.panels.index(panel)
    hues, widest = lanes_of_panel(every, number)
    left, right = place
    slots = len(hues) or widest
    if whole:
        pitch = 1.1 if form.narrow else 1.85 if style_of(panel) == "hour" else 1.45
        axis = left + form.x(form.tick * (3.2 if style_of(panel) != "hour" or form.narrow else 3.6))
        lane = form.x(form.mark * pitch)
        if len(scene.explainer.timeline.figure.panels) == 1 and not form.narrow:
            lane = alone(len(hues), widest, form.x(form.mark))
        first = axis + form.x(form.mark * 1.15)
    else:
        axis = left + form.x(2)
        lane = (right - axis) / (slots + 1)
        first = axis + lane * 0.9
    lanes = {
        actor.id: first + hues.index(actor.hue) * lane
        for actor in scene.explainer.actors
        if actor.hue in hues
    }
    inner = max(lanes.values(), default=axis + (widest - 0.2) * lane)
    gutter = inner + form.x(form.mark * (0.9 if form.narrow else 1.1)) if whole else right
    label = gutter + form.x(form.mark * (1.9 if form.narrow else 2.6))
    width = form.characters((right - label) * form.width) if whole else 8
    return Column(
        panel.start.at,
        end_of(scene, panel),
        *sides,
        lanes,
        axis,
        gutter,
        label,
        width,
        lane_width=lane,
    )


def _draw_active(
    paper: Paper,
    scene: Scene,
    form: Form,
    panel: Panel,
    place: Place,
    sizes: tuple[float, float, float],
) -> float:
    """The panel that is told; ``sizes`` are its top, its head and its height."""
    above, head, tall = sizes
    top = above + head
    column = _column(scene, form, panel, place, (top, top + tall), whole=True)
    rows, context = _rows(scene, form, panel, column)
    column = column.tall(stack_height(rows) - 2 * form.label)
    rows, context = _rows(scene, form, panel, column)
    draw_head(paper, form, panel.title, scale_words(panel), *place, above)
    _draw_scale(paper, scene, form, panel, column, place[0])
    if not scene.waits:
        draw_gaps(paper, scene, form, panel, column)
        if has_stay(scene, panel):
            draw_stay(paper, scene, form, column)
    last = None if scene.waits else draw_focus(paper, scene, form, column, place[1])
    draw_rows(paper, scene, form, column, context)
    for span in spans(scene, panel, column):
        ends = column.y(span.start), column.y(span.end)
        tick = column.gutter - form.x(form.mark * 0.4)
        points = [(tick, ends[0]), (column.gutter, ends[0])]
        points += [(column.gutter, ends[1]), (tick, ends[1])]
        paper.line(points, Role.INK if span.told else Role.LEADER, form.line * 1.3)
    draw_rows(paper, scene, form, column, rows, last=last)
    if not scene.waits:
        ring_if_undrawn(paper, scene, form, column, [*rows, *context])
    return column.bottom


def _draw_scale(
    paper: Paper, scene: Scene, form: Form, panel: Panel, column: Column, left: float
) -> None:
    """Axis, names of its parts, and the eras or nights behind it."""
    tick, inner = column.axis - form.x(form.tick * 0.6), column.gutter
    if panel.eras:
        draw_decades(paper, form, column, text=tick, every=decade_step(column, form))
        shade_eras(paper, scene, column, inner)
    elif style_of(panel) == "hour":
        _draw_hours(paper, form, column, tick, inner)
    else:
        draw_ticks(paper, form, column, text=tick, shade=(column.axis, inner), left=left)
    paper.line([(column.axis, column.top), (column.axis, column.bottom)], Role.LEADER, 1.2)


def _draw_hours(paper: Paper, form: Form, column: Column, tick: float, inner: float) -> None:
    """Days and nights, with noon named too where the day has room for it."""
    days = -(-(column.end - column.start) // timedelta(days=1))
    px = (column.bottom - column.top) / days
    if days <= 2 or px < form.tick * 4.2:
        draw_nights(paper, form, column, text=tick, shade=(column.axis, inner))
        return
    midnight = column.start.replace(hour=0, minute=0)
    for number in range(days):
        day = midnight + timedelta(days=number)
        top, noon, after = (column.y(day + timedelta(hours=hour)) for hour in (0, 12, 24))
        name = f"{weekday(day)}{day.day}"
        paper.text(tick, top + form.tick * 0.9, name, form.tick, Role.INK, "right")
        paper.text(tick, noon, "12:00", form.tick, Role.MUTED, "right")
        for hour in (6, 12, 18):
            y = column.y(day + timedelta(hours=hour))
            paper.line([(column.axis - form.x(form.tick * 0.35), y), (column.axis, y)], width=1)
        if number:
            paper.line([(column.axis, top), (inner, top)], Role.LEADER, 1)
        for begin, end in (
            (top, column.y(day + timedelta(hours=6))),
            (column.y(day + timedelta(hours=18)), after),
        ):
            paper.area(column.axis, begin, inner, end)


def _told(scene: Scene, panel: Panel, column: Column) -> list[Entry]:
    """What the panel draws, and what else the step is about, at the end that is nearest to it."""
    found = entries_of(scene, panel)
    drawn = {name for entry in found for name in entry.ids}
    for event in scene.events(scene.focus - drawn):
        entry = single(scene, event)
        if column.lanes:
            entry = replace(entry, lanes=tuple(a for a in entry.lanes if a.id in column.lanes))
        if moment(event) < column.start:
            entry = replace(entry, date=f"↑ {span_words(event.start, event.end, short=True)}")
        found.append(entry)
    return sorted(found, key=lambda entry: entry.at)


def _rows(scene: Scene, form: Form, panel: Panel, column: Column) -> tuple[list[Row], list[Row]]:
    """The rows of what the step is about, and those of the marks around it."""
    found = _told(scene, panel, column)
    every = event_rows(scene, form, column, found, style_of(panel), groups=False)
    room = column.width * line_breaks.ADVANCE * form.label
    rows = [row.wrapped(room) for row in every]
    about = [entry for entry in found if not scene.greyed(entry.ids)]
    if scene.focus:
        pairs = ({gap.after, gap.before} for gap in panel.gaps)
        apart = {name for pair in pairs if pair <= scene.focus for name in pair}
        rows = labelled(form, column, rows, grouped(scene, about, form.most, apart))
    told = {id(entry) for entry in about} | {
        id(row.entry) for row in rows if row.named and scene.focus
    }
    picked = scene.selected
    context = [
        row
        for row in rows
        if row.entry and id(row.entry) not in told and picked not in row.entry.ids
    ]
    rows = [row for row in rows if row not in context]
    # A phone has room for the labels of the step alone.
    if panel.eras and not form.narrow:
        for era in scene.explainer.about.eras:
            if era.start.at < column.end and era.end.last > column.start:
                rows.append(era_row(form, column, era, form.label * 0.7))
    edge = column.gutter - form.x(form.mark * 0.75)
    for span in spans(scene, panel, column):
        y = (column.y(span.start) + column.y(span.end)) / 2
        if form.narrow and not span.told:
            continue
        role = Role.INK if span.told else Role.MUTED
        row = text_row(form, column, y, "", span.words, heavy=span.told, role=role)
        rows.append(replace(row, spots=((edge, None),)))
    if not (scene.waits or form.narrow):
        # What the step is about comes first where its labels need the room at the line.
        rows += [replace(row, spare=1) for row in focus_rows(scene, form, column)]
    beside = stacked(form, column, rows).room
    return [row.wrapped(beside) if beside else row for row in rows], context
