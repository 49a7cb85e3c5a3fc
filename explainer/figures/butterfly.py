"""Two relationships on either side of one time axis; a ribbon's width is its closeness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from explainer import labels
from explainer.figures.column import (
    Column,
    Row,
    draw_rows,
    event_rows,
    text_row,
)
from explainer.figures.scene import Entry, Scene, entries, hue_role
from explainer.figures.ticks import decade_step, draw_ticks
from explainer.models import Actor, Band, Mark, Relationship, Side, State
from explainer.palette import Role
from explainer.paper import Anchor, Form, Paper


@dataclass(frozen=True)
class Wing:
    """One side: its content, and the x of ribbon, words, marks and labels."""

    side: Side
    ribbon: float
    """Where the ribbon begins; it grows outwards."""
    reach: float
    """The width of the widest ribbon."""
    words: float
    column: Column

    @property
    def outwards(self) -> Literal[1, -1]:
        """1 if the wing grows to the right, −1 if to the left."""
        return 1 if self.column.label > self.ribbon else -1


Places = tuple[float, float, float, float, float]
"""The x of ribbon, state words, marks, gutter and labels of one wing."""


def wing(base: Column, form: Form, side: Side, xs: Places, reach: float, edge: float) -> Wing:
    """A wing of a wide figure; labels at the right end before ``edge``."""
    ribbon, words, lane, gutter, label = xs
    outwards: Literal[1, -1] = 1 if label > ribbon else -1
    room = (label if outwards == -1 else edge - label) * form.width
    column = replace(
        base,
        lanes={side.actor: lane},
        axis=ribbon,
        gutter=gutter,
        label=label,
        width=form.characters(room),
        side=outwards,
        lane_width=form.x(form.mark * 1.3),
    )
    return Wing(side, ribbon, reach, words, column)


def side_entries(scene: Scene, side: Side, end: datetime) -> list[Entry]:
    """The entries of one side, in its actor's lane."""
    actor = scene.explainer.actor[side.actor]
    return [
        Entry(entry.events, entry.label, (actor,), entry.date)
        for entry in entries(scene, side.marks)
        if entry.at <= end
    ]


def end_of(scene: Scene, end: datetime, *marks: Sequence[Mark]) -> datetime:
    """The figure's end, moved on to the last event if later events were asked for."""
    found = [entry.at for group in marks for entry in entries(scene, group)]
    return max([end, *found]) if scene.afterwards else end


def wing_rows(scene: Scene, form: Form, wing: Wing) -> list[Row]:
    """The label rows of one side."""
    found = side_entries(scene, wing.side, wing.column.end)
    return event_rows(scene, form, wing.column, found, "day")


def draw_wing(
    paper: Paper, scene: Scene, form: Form, wing: Wing, rows: list[Row], *, words: bool = True
) -> None:
    """One side: name, ribbon, the names of its states, marks and labels."""
    explainer, column = scene.explainer, wing.column
    actor = explainer.actor[wing.side.actor]
    grey = scene.muted(actor.id)
    role = Role.FADED_TEXT if grey else hue_role(actor)
    anchor: Anchor = "left" if wing.outwards == 1 else "right"
    name_y = column.top - form.title * 1.1
    paper.text(wing.ribbon, name_y, wing.side.name, form.title, role, anchor, bold=True)
    draw_ribbon(paper, scene, form, wing)
    if words:
        _draw_states(paper, scene, form, wing)
    draw_rows(paper, scene, form, column, rows)


def draw_ribbon(paper: Paper, scene: Scene, form: Form, wing: Wing) -> None:
    """The bands of one relationship, each as wide as its state is close."""
    actor = scene.explainer.actor[wing.side.actor]
    role = Role.FADED if scene.muted(actor.id) else hue_role(actor)
    for band, top, bottom in visible_bands(scene, wing.side.actor, wing.column):
        state = scene.explainer.state[band.state]
        outer = wing.ribbon + wing.outwards * wing.reach * state.width
        if state.width == 0:
            paper.line([(wing.ribbon, top), (wing.ribbon, bottom)], role, 2, "dot")
        elif state.edge == "solid":
            paper.area(wing.ribbon, top, outer, bottom, role, opacity=0.85)
        elif state.edge == "dashed":
            paper.area(wing.ribbon, top, outer, bottom, role, opacity=0.4)
            paper.area(wing.ribbon, top, outer, bottom, None, edge=role, dash="dash")
        else:
            paper.area(wing.ribbon, top, outer, bottom, None, edge=role, dash="dot")


def visible_bands(scene: Scene, actor: str, column: Column) -> list[tuple[Band, float, float]]:
    """The bands within the column, with the px of both ends."""
    relationship = scene.explainer.relationship[actor]
    return [
        (band, column.y(max(band.start.at, column.start)), column.y(min(end, column.end)))
        for band, end in zip(relationship.bands, _ends(relationship), strict=True)
        if band.start.at < column.end and end > column.start
    ]


def _ends(relationship: Relationship) -> list[datetime]:
    """Where each band ends: where the next begins, and the last at the end of its last day."""
    starts = [band.start.at for band in relationship.bands[1:]]
    return [*starts, relationship.bands[-1].end.last]


def _draw_states(paper: Paper, scene: Scene, form: Form, wing: Wing) -> None:
    bands = visible_bands(scene, wing.side.actor, wing.column)
    named = [
        (scene.explainer.state[band.state], (top + bottom) / 2)
        for band, top, bottom in bands
        if scene.explainer.state[band.state].width and bottom - top > 3
    ]
    tall = labels.height(1, form.tick)
    centres = labels.spread(
        [y for _, y in named],
        [tall] * len(named),
        wing.column.top,
        max(wing.column.bottom, wing.column.top + tall * len(named) + 1),
    )
    anchor: Anchor = "left" if wing.outwards == -1 else "right"
    for (state, _), y in zip(named, centres, strict=True):
        paper.text(wing.words, y, state.name, form.tick, Role.MUTED, anchor)


def draw_treaties(paper: Paper, scene: Scene, wing: Wing, x: float) -> None:
    """Side bars for the treaties in force."""
    actor = scene.explainer.actor[wing.side.actor]
    role = Role.FADED if scene.muted(actor.id) else hue_role(actor)
    column = wing.column
    for treaty in scene.explainer.relationship[actor.id].treaties:
        end = min(treaty.end.at if treaty.end else column.end, column.end)
        if treaty.start.at < end:
            paper.line([(x, column.y(treaty.start.at)), (x, column.y(end))], role, 4)


def draw_years(
    paper: Paper,
    form: Form,
    column: Column,
    *,
    text: float,
    shade: tuple[float, float],
    taken: Sequence[float] = (),
) -> None:
    """Years between the ribbons: each year if there is room, else round ones.

    A round year makes way for a sign whose px is ``taken``.
    """
    if (column.end - column.start).days < 365 * 20:
        draw_ticks(paper, form, column, text=text, shade=shade, anchor="center")
        return
    every = decade_step(column, form)
    year = -(-column.start.year // every) * every
    while year <= column.end.year:
        y = column.y(datetime(year, 1, 1))
        free = all(abs(y - other) > form.title * 1.6 for other in taken)
        if free and column.top + form.tick <= y <= column.bottom - form.tick:
            paper.text(text, y, str(year), form.tick, Role.MUTED, "center")
        year += every


def state_rows(scene: Scene, form: Form, wing: Wing, column: Column) -> list[Row]:
    """The states of one side as rows of a shared label stack, for narrow figures."""
    actor: Actor = scene.explainer.actor[wing.side.actor]
    rows = []
    for band, top, _ in visible_bands(scene, actor.id, wing.column):
        state: State = scene.explainer.state[band.state]
        if state.width:
            words = f"{actor.short}: {state.name}"
            y = top + form.label * 0.6
            rows.append(text_row(form, column, y, "", words, heavy=True, role=Role.MUTED))
    return rows


def narrow_column(base: Column, form: Form, left: Side, right: Side) -> Column:
    """The one column of a narrow figure: ribbons at the left, all labels at the right."""
    return replace(
        base,
        lanes={left.actor: 0.36, right.actor: 0.4},
        axis=0.13,
        gutter=0.44,
        label=0.51,
        width=form.characters(0.48 * form.width),
        lane_width=form.x(form.mark),
    )


def narrow_wings(column: Column, left: Side, right: Side) -> tuple[Wing, Wing]:
    """Both ribbons of a narrow figure, growing away from each other."""
    return (
        Wing(left, 0.225, 0.08, 0, replace(column, label=0)),
        Wing(right, 0.245, 0.08, 0, column),
    )


def draw_narrow_wings(paper: Paper, scene: Scene, form: Form, wings: tuple[Wing, Wing]) -> None:
    """The ribbons of a narrow figure under the short names of their actors."""
    for wing in wings:
        actor = scene.explainer.actor[wing.side.actor]
        role = Role.FADED_TEXT if scene.muted(actor.id) else hue_role(actor)
        y = wing.column.top - form.title * 0.75
        anchor: Anchor = "left" if wing.outwards == 1 else "right"
        paper.text(wing.ribbon, y, actor.short, form.label, role, anchor, bold=True)
        draw_ribbon(paper, scene, form, wing)


def narrow_entries(scene: Scene, column: Column, left: Side, right: Side) -> list[Entry]:
    """The entries of both sides in one stack."""
    found = [*side_entries(scene, left, column.end), *side_entries(scene, right, column.end)]
    return sorted(found, key=lambda entry: entry.at)
