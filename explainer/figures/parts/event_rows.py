"""The labels that a column's events get: which are named, which share one, where marks stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from explainer.content.actors import Actor
from explainer.figures import line_breaks
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.beside import set_apart
from explainer.figures.parts.column import Column
from explainer.figures.parts.crowd import merged, thinned
from explainer.figures.parts.groups import grouped, middle
from explainer.figures.parts.row import GAP, DateStyle, Row, date_words, text_row
from explainer.figures.parts.scene import Entry, Scene
from explainer.figures.parts.stack import line_room, stack_height, stacked

NAMED = {"wide": 1200.0, "narrow": 1320.0}
"""The px that the labels of one whole column's events take at most, in type of 13 px."""


def event_rows(
    scene: Scene,
    form: Form,
    column: Column,
    found: Iterable[Entry],
    style: DateStyle,
    *,
    every_year: bool = True,
    groups: bool = True,
) -> list[Row]:
    """The label rows of entries, their marks stepping aside where a lane is crowded.

    Where a sheet has too little room for what a step is about, events of a lane share a label,
    unless the figure sees to ``groups`` itself.
    """
    rows: list[Row] = []
    last_year, found = 0, list(found)
    named = _named(scene, form, column, found, style)
    names = {id(entry) for entry in named}
    if len(names) < len(found):
        rest = [entry for entry in found if id(entry) not in names]
        found = sorted([*named, *merged(scene, form, column.y, rest)], key=lambda entry: entry.at)
    for entry in found:
        y = column.y(entry.at)
        year = entry.at.year
        date = _date(column, entry, style, year=every_year or year != last_year)
        if id(entry) in names:
            last_year = year
        selected = scene.selected in entry.ids
        grey = scene.greyed(entry.ids) and not selected
        row = text_row(form, column, y, date, entry.label, heavy=selected)
        rows.append(
            replace(
                row,
                entry=entry,
                spots=tuple(_places(column, entry.lanes)),
                named=id(entry) in names,
                role=Role.FADED_TEXT if grey else Role.INK,
            )
        )
    rows = set_apart(form, column, rows)
    if not form.fixed:
        return rows
    if groups:
        rows = _grouped(scene, form, column, rows)
    if stack_height(rows) > column.bottom - column.top + form.label:
        rows = [row.wrapped(line_room(form, column)) for row in rows]
    if not scene.focus:
        return [replace(row, spare=0 if row.heavy else 2 + _rank(scene, row)) for row in rows]
    # What needs numbers has less room for its words; the column may have to grow for that.
    room = stacked(form, column, rows).room
    return [row.wrapped(room) for row in rows] if room else rows


def _grouped(scene: Scene, form: Form, column: Column, rows: list[Row]) -> list[Row]:
    """Rows with one label for the events of an actor where a sheet has room for no more."""
    told = [row for row in rows if row.named and row.entry and not row.heavy]
    tall = stack_height(told) > column.bottom - column.top + form.label
    if not scene.focus or not (tall or (form.narrow and len(told) > form.most)):
        return rows
    return labelled(form, column, rows, grouped(scene, [e for r in told if (e := r.entry)], 1, ()))


def labelled(form: Form, column: Column, rows: Sequence[Row], groups: Sequence[Entry]) -> list[Row]:
    """The rows with labels for entries alone, and one for each group at its middle mark."""
    made, alone = list(rows), {id(entry) for entry in groups}
    for number, row in enumerate(made):
        made[number] = replace(row, named=row.heavy or id(row.entry) in alone)
    for group in groups:
        if any(row.entry is group for row in rows):
            continue
        at = middle(group).id
        number = next(n for n, row in enumerate(rows) if row.entry and at in row.entry.ids)
        row = rows[number]
        words = text_row(form, column, row.y, group.date or "", group.label)
        # The group's own actor bears its label; its marks stay where the event has them.
        own = [spot for spot in row.spots if spot[1] in group.lanes]
        rest = [spot for spot in row.spots if spot not in own]
        made[number] = replace(
            words,
            entry=group,
            spots=(*rest, *own),
            scale=row.scale,
            role=Role.INK,
            heavy=row.heavy,
        )
    return made


def _beyond(column: Column, entry: Entry) -> str:
    """An arrow before the date of what lies beyond the scale and stands at its end."""
    return "↓\u00a0" if entry.events[0].start.at >= column.end else ""


def _named(
    scene: Scene, form: Form, column: Column, found: Sequence[Entry], style: DateStyle
) -> Sequence[Entry]:
    """The entries that get a label: all that the step is about; else by importance, then evenly.

    How many there can be is a number where the screen's height is the limit; elsewhere it is as
    many as leave the whole column readable within two screens.
    """
    ranks = [_importance(scene, entry) for entry in found]
    ys = [column.y(entry.at) for entry in found]
    if scene.focus and form.fixed:
        chosen = [entry for entry in found if not scene.greyed(entry.ids)]
    elif form.fixed:
        chosen = [found[at] for at in thinned(ranks, ys, [1.0] * len(found), form.most)]
    else:
        tall = [
            line_breaks.height(len(lines), form.label) + GAP
            for lines in (
                text_row(form, column, 0, _date(column, entry, style), entry.label).lines
                for entry in found
            )
        ]
        most = NAMED[form.name] * form.label / 13
        chosen = [found[at] for at in thinned(ranks, ys, tall, most)]
    picked = [entry for entry in found if scene.selected in entry.ids and entry not in chosen]
    return [*chosen, *picked]


def _importance(scene: Scene, entry: Entry) -> int:
    return min(scene.explainer.importance[name] for name in entry.ids)


def _rank(scene: Scene, row: Row) -> int:
    return _importance(scene, row.entry) if row.entry else 0


def _date(column: Column, entry: Entry, style: DateStyle, *, year: bool = True) -> str:
    """An entry's date in words, with an arrow before it if it lies beyond the scale."""
    return _beyond(column, entry) + (entry.date or date_words(entry.events[0], style, year=year))


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
