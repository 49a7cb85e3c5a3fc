"""Where ribbons stand on a wide sheet: one alone, or two on either side of one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from explainer.content.figures import Side
from explainer.figures import label_layout, line_breaks
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.draw_rows import draw_rows
from explainer.figures.parts.row import Row
from explainer.figures.parts.scene import Scene, hue_role
from explainer.figures.parts.wings import Wing, draw_ribbon, visible_bands
from explainer.figures.traces import Anchor

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
            line_breaks.wrap(self.words, form.characters(self.room, form.title)),
            line_breaks.wrap(self.scale, form.characters(self.room, form.scale)),
        )

    @property
    def height(self) -> float:
        """The px it takes."""
        words, scale = self._lines
        title = self.form.title
        return title * (0.8 + 1.3 * len(words)) + line_breaks.height(len(scale), self.form.scale)

    def draw(self, paper: Paper) -> None:
        """Draw it at the top of the sheet."""
        form, (words, scale) = self.form, self._lines
        y = form.title * (0.15 + 0.65 * len(words))
        paper.text(self.centre, y, "\n".join(words), form.title, anchor=self.anchor, bold=True)
        y = (
            form.title * (0.8 + 1.3 * len(words))
            + line_breaks.height(len(scale) - 1, form.scale) / 2
        )
        paper.text(self.centre, y, "\n".join(scale), form.scale, Role.MUTED, self.anchor)


def name_lines(form: Form, wing: Wing) -> list[str]:
    """The name of a side, wrapped between its ribbon and the end of its labels."""
    room = wing.ribbon if wing.outwards == -1 else wing.edge - wing.ribbon
    width = form.characters(room * form.width, form.title)
    name = wing.side.name
    if any(line_breaks.columns(word) > width for word in name.split()):
        name = name.replace("–", "– ")  # two names, rather apart than cut
    return line_breaks.wrap(name, width)


def name_lift(form: Form, wing: Wing) -> float:
    """The px by which a name stands higher that reaches over labels, which may rise to it."""
    widest = max(map(line_breaks.columns, name_lines(form, wing)))
    px = widest * line_breaks.ADVANCE * form.title
    reaches = px > abs(wing.column.label - wing.ribbon) * form.width
    return form.label * 0.4 if reaches else 0.0


def head_of(form: Form, heading: Heading, wings: Sequence[Wing]) -> float:
    """The px above two wings: their heading and the names of their sides."""
    lines = max(len(name_lines(form, wing)) for wing in wings)
    lift = max(name_lift(form, wing) for wing in wings)
    return heading.height + form.title * (1.3 * lines + 0.75) + lift


@dataclass(frozen=True)
class StateName:
    """The name of a state beside its ribbon, and the px around which it stands."""

    y: float
    lines: tuple[str, ...]

    def height(self, form: Form) -> float:
        """The px it takes."""
        return line_breaks.height(len(self.lines), form.tick)


def state_names(scene: Scene, form: Form, wing: Wing, centre: float) -> list[StateName]:
    """The names of one side's states, between its ribbon and the ``centre``."""
    # Measured names of states are narrower than the labels' safe width.
    room = max(4, int(abs(centre - wing.words) * form.width / (0.47 * form.tick)))
    named = [
        StateName((top + bottom) / 2, tuple(line_breaks.wrap(state.name, room)))
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
