"""Two relationships on either side of one time axis; a ribbon's width is its closeness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from explainer.content.actors import Actor
from explainer.content.figures import Mark, Side
from explainer.content.relations import Band, Relationship, State
from explainer.figures import label_layout
from explainer.figures.canvas import Anchor, Form, Paper
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column, reach
from explainer.figures.parts.draw_rows import draw_rows
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


Places = tuple[float, float, float, float, float]
"""The x of ribbon, state words, marks, gutter and labels of one wing."""


@dataclass(frozen=True)
class Layout:
    """Where the wings of a wide figure stand, and the years between or beside them."""

    places: tuple[Places, ...]
    centre: float

    def alone(self, by: float, wider: float = 1.0) -> Layout:
        """The layout of one wing: the right one, moved to the left by a part of the width.

        Outwards of where its ribbon begins it is so many times as wide.
        """
        ribbon, words, *outer = self.places[-1]
        lane, gutter, label = (ribbon - by + (x - ribbon) * wider for x in outer)
        return Layout(((ribbon - by, words - by, lane, gutter, label),), self.centre - by)

    def widened(self, by: float) -> Layout:
        """The layout of two wings where nothing stands beside them: so many times as wide."""
        ribbon_to_label = [tuple(x * by for x in xs) for xs in self.places]
        return Layout(tuple((a, b, c, d, e) for a, b, c, d, e in ribbon_to_label), self.centre * by)


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
    return Wing(side, ribbon, reach, words, edge if outwards == 1 else 0.0, column)


def side_entries(scene: Scene, side: Side) -> list[Entry]:
    """The entries of one side, in its actor's lane."""
    actor = scene.explainer.actor[side.actor]
    return [replace(entry, lanes=(actor,)) for entry in entries(scene, side.marks)]


def end_of(scene: Scene, start: datetime, end: datetime, *marks: Sequence[Mark]) -> datetime:
    """The figure's end, moved on to later events."""
    found = (entry.at for group in marks for entry in entries(scene, group))
    return reach(start, end, found)


@dataclass(frozen=True)
class Heading:
    """What the width of the ribbons means and the scale, centred above two wings or over one."""

    form: Form
    words: str
    scale: str
    centre: float
    room: float
    """The px that a line may take."""
    anchor: Anchor = "center"

    @property
    def _lines(self) -> tuple[list[str], list[str]]:
        form = self.form
        return (
            label_layout.wrap(self.words, form.characters(self.room, form.title)),
            label_layout.wrap(self.scale, form.characters(self.room, form.scale)),
        )

    @property
    def height(self) -> float:
        """The px it takes."""
        words, scale = self._lines
        title = self.form.title
        return title * (0.8 + 1.3 * len(words)) + label_layout.height(len(scale), self.form.scale)

    def draw(self, paper: Paper) -> None:
        """Draw it at the top of the sheet."""
        form, (words, scale) = self.form, self._lines
        y = form.title * (0.15 + 0.65 * len(words))
        paper.text(self.centre, y, "\n".join(words), form.title, anchor=self.anchor, bold=True)
        y = (
            form.title * (0.8 + 1.3 * len(words))
            + label_layout.height(len(scale) - 1, form.scale) / 2
        )
        paper.text(self.centre, y, "\n".join(scale), form.scale, Role.MUTED, self.anchor)


def name_lines(form: Form, wing: Wing) -> list[str]:
    """The name of a side, wrapped between its ribbon and the end of its labels."""
    room = wing.ribbon if wing.outwards == -1 else wing.edge - wing.ribbon
    return label_layout.wrap(wing.side.name, form.characters(room * form.width, form.title))


def name_lift(form: Form, wing: Wing) -> float:
    """The px by which a name stands higher that reaches over labels, which may rise to it."""
    widest = max(map(label_layout.columns, name_lines(form, wing)))
    px = widest * label_layout.ADVANCE * form.title
    reaches = px > abs(wing.column.label - wing.ribbon) * form.width
    return form.label * 0.4 if reaches else 0.0


def head_of(form: Form, heading: Heading, wings: Sequence[Wing]) -> float:
    """The px above two wings: their heading and the names of their sides."""
    lines = max(len(name_lines(form, wing)) for wing in wings)
    lift = max(name_lift(form, wing) for wing in wings)
    return heading.height + form.title * (1.3 * lines + 0.75) + lift


def wing_rows(scene: Scene, form: Form, wing: Wing) -> list[Row]:
    """The label rows of one side."""
    found = side_entries(scene, wing.side)
    return event_rows(scene, form, wing.column, found, "day")


def draw_wing(
    paper: Paper,
    scene: Scene,
    form: Form,
    wing: Wing,
    rows: list[Row],
    states: Sequence[StateName] = (),
) -> None:
    """One side: name, ribbon, the names of its states, marks and labels."""
    explainer, column = scene.explainer, wing.column
    actor = explainer.actor[wing.side.actor]
    grey = scene.muted(actor.id)
    role = Role.FADED_TEXT if grey else hue_role(actor)
    anchor: Anchor = "left" if wing.outwards == 1 else "right"
    lines = name_lines(form, wing)
    name_y = column.top - form.title * (0.6 + 0.65 * len(lines)) - name_lift(form, wing)
    paper.text(wing.ribbon, name_y, "\n".join(lines), form.title, role, anchor, bold=True)
    draw_ribbon(paper, scene, form, wing)
    inwards: Anchor = "left" if wing.outwards == -1 else "right"
    for state in states:
        words = "\n".join(state.lines)
        paper.text(wing.words, state.y, words, form.tick, Role.MUTED, inwards)
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


@dataclass(frozen=True)
class StateName:
    """The name of a state beside its ribbon, and the px around which it stands."""

    y: float
    lines: tuple[str, ...]

    def height(self, form: Form) -> float:
        """The px it takes."""
        return label_layout.height(len(self.lines), form.tick)


def state_names(scene: Scene, form: Form, wing: Wing, centre: float) -> list[StateName]:
    """The names of one side's states, between its ribbon and the ``centre``."""
    # Measured names of states are narrower than the labels' safe width.
    room = max(4, int(abs(centre - wing.words) * form.width / (0.47 * form.tick)))
    named = [
        StateName((top + bottom) / 2, tuple(label_layout.wrap(state.name, room)))
        for band, top, bottom in visible_bands(scene, wing.side.actor, wing.column)
        if (state := scene.explainer.state[band.state]).width and bottom - top > 3
    ]
    tall = [name.height(form) for name in named]
    column = wing.column
    below = max(column.bottom, column.top + sum(tall) + 1)
    centres = label_layout.spread([name.y for name in named], tall, column.top, below)
    return [replace(name, y=y) for name, y in zip(named, centres, strict=True)]


def states_height(form: Form, names: Sequence[StateName]) -> float:
    """The px that the stacked names of one side need."""
    return sum(name.height(form) for name in names)


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


def draw_years(
    paper: Paper,
    form: Form,
    column: Column,
    *,
    text: float,
    shade: tuple[float, float],
    taken: Sequence[tuple[float, float]] = (),
) -> None:
    """Years between the ribbons: each year if there is room, else round ones.

    A year makes way for what is ``taken``: px from the top, and px kept free above and below.
    """
    if (column.end - column.start).days < 365 * 20:
        draw_ticks(paper, form, column, text=text, shade=shade, anchor="center", taken=taken)
        return
    for year in years_of(column, decade_step(column, form)):
        draw_year(paper, form, column, year, text=text, anchor="center", taken=taken)


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


def narrow_column(base: Column, form: Form, sides: Sequence[Side]) -> Column:
    """The one column of a narrow figure: ribbons at the left, all labels at the right."""
    return replace(
        base,
        lanes={side.actor: x for side, x in zip(sides, (0.36, 0.4), strict=False)},
        axis=0.13,
        gutter=0.44,
        label=0.51,
        width=form.characters(0.48 * form.width),
        lane_width=form.x(form.mark),
    )


def narrow_wings(column: Column, sides: Sequence[Side]) -> list[Wing]:
    """The ribbons of a narrow figure, two of them growing away from each other."""
    left, *right = sides
    return [
        Wing(left, 0.225, 0.08, 0, 0.0, replace(column, label=0)),
        *(Wing(side, 0.245, 0.08, 0, column.label, column) for side in right),
    ]


def narrow_name(scene: Scene, form: Form, wing: Wing) -> list[str]:
    """The short name of a side, wrapped before the labels or the sheet's end."""
    room = abs(wing.edge - wing.ribbon) * form.width
    return label_layout.wrap(scene.explainer.actor[wing.side.actor].short, form.characters(room))


def narrow_head(scene: Scene, form: Form, wings: Sequence[Wing]) -> float:
    """The px between a heading and the ribbons: the names of the sides and some air."""
    lines = max(len(narrow_name(scene, form, wing)) for wing in wings)
    return form.title * 1.6 + label_layout.height(lines - 1, form.label)


def draw_narrow_wings(paper: Paper, scene: Scene, form: Form, wings: Sequence[Wing]) -> None:
    """The ribbons of a narrow figure under the short names of their actors."""
    for wing in wings:
        actor = scene.explainer.actor[wing.side.actor]
        role = Role.FADED_TEXT if scene.muted(actor.id) else hue_role(actor)
        lines = narrow_name(scene, form, wing)
        y = (
            wing.column.top
            - form.title * 0.75
            - label_layout.height(len(lines) - 1, form.label) / 2
        )
        anchor: Anchor = "left" if wing.outwards == 1 else "right"
        paper.text(wing.ribbon, y, "\n".join(lines), form.label, role, anchor, bold=True)
        draw_ribbon(paper, scene, form, wing)


def narrow_entries(scene: Scene, sides: Sequence[Side]) -> list[Entry]:
    """The entries of all sides in one stack."""
    found = [entry for side in sides for entry in side_entries(scene, side)]
    return sorted(found, key=lambda entry: entry.at)
