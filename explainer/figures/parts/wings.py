"""One relationship in time: a ribbon as wide as it is close, and the events beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from explainer.content.actors import Actor
from explainer.content.figures import Mark, Side
from explainer.content.relations import Band, Relationship, State
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column, reach
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.row import Row, text_row
from explainer.figures.parts.scene import Entry, Scene, entries, hue_role
from explainer.figures.parts.ticks import decade_step, draw_ticks, draw_year, years_of


@dataclass(frozen=True)
class Wing:
    """One side: its content, and the x of ribbon, words, marks and labels."""

    side: Side
    ribbon: float
    """Where the ribbon begins; it grows outwards."""
    reach: float
    """The width of the widest ribbon."""
    words: float
    edge: float
    """The x that its labels do not pass."""
    column: Column

    @property
    def outwards(self) -> Literal[1, -1]:
        """1 if the wing grows to the right, −1 if to the left."""
        return 1 if self.column.label > self.ribbon else -1


def side_entries(scene: Scene, side: Side) -> list[Entry]:
    """The entries of one side, in its actor's lane."""
    actor = scene.explainer.actor[side.actor]
    return [replace(entry, lanes=(actor,)) for entry in entries(scene, side.marks)]


def end_of(scene: Scene, start: datetime, end: datetime, *marks: Sequence[Mark]) -> datetime:
    """The figure's end, moved on to later events."""
    found = (entry.at for group in marks for entry in entries(scene, group))
    return reach(start, end, found)


def wing_rows(scene: Scene, form: Form, wing: Wing) -> list[Row]:
    """The label rows of one side."""
    found = side_entries(scene, wing.side)
    return event_rows(scene, form, wing.column, found, "day")


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
    """The bands within the column, with the px of both ends; none while readers guess."""
    if scene.waits:
        return []
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


def draw_treaties(paper: Paper, scene: Scene, wing: Wing, x: float) -> None:
    """Side bars for the treaties in force; none while readers guess."""
    if scene.waits:
        return
    actor = scene.explainer.actor[wing.side.actor]
    role = Role.FADED if scene.muted(actor.id) else hue_role(actor)
    column = wing.column
    for treaty in () if scene.waits else scene.explainer.relationship[actor.id].treaties:
        end = treaty.end.at if treaty.end else column.end
        if treaty.start.at < column.end and end > column.start:
            paper.line([(x, column.y(treaty.start.at)), (x, column.y(end))], role, 4)


def state_rows(scene: Scene, form: Form, wing: Wing, column: Column) -> list[Row]:
    """The states of one side as rows of a shared label stack, for narrow figures."""
    actor: Actor = scene.explainer.actor[wing.side.actor]
    rows = []
    for band, top, _ in visible_bands(scene, actor.id, wing.column):
        state: State = scene.explainer.state[band.state]
        if state.width:
            y, name = top + form.label * 0.6, f"{actor.short}:"
            rows.append(
                text_row(
                    form, column, y, name, state.name, heavy=True, role=Role.MUTED, between=" "
                )
            )
    return rows


def draw_years(
    paper: Paper,
    form: Form,
    column: Column,
    *,
    text: float,
    shade: tuple[float, float],
    taken: Sequence[tuple[float, float]] = (),
    more: Sequence[tuple[float, float]] = (),
) -> None:
    """Years between or beside the ribbons: each year if there is room, else round ones.

    A year makes way for what is ``taken``: px from the top, and px kept free above and below.
    """
    if (column.end - column.start).days < 365 * 20:
        draw_ticks(
            paper, form, column, text=text, shade=shade, anchor="center", taken=taken, more=more
        )
        return
    for year in years_of(column, decade_step(column, form)):
        draw_year(paper, form, column, year, text=text, anchor="center", taken=taken)
