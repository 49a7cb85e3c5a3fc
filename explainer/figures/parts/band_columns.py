"""Three or four relationships: each in a column of its own, all on one time axis at the left."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from explainer.content.figures import Side
from explainer.figures import line_breaks
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.row import Row, text_row
from explainer.figures.parts.scene import Scene, hue_role
from explainer.figures.parts.wings import Wing, visible_bands

PAIR = 2
"""Up to so many relationships stand on either side of the years; more stand in columns."""
CONTEXT = 0.42
"""The width of a column that the step is not about, in parts of the others'."""
BAND, WIDEST = 0.24, 0.118
"""The width of the widest ribbon in parts of its column, and at most in parts of the sheet."""
LETTERS = 12
"""The letters that a line of a label should hold at least."""
CONTEXT_BAND = 0.3
"""The width of a ribbon that the step is not about, in parts of what it would be."""
RIBBONS, LANE, GUTTER, LABEL = (0.14, 0.345), 0.034, 0.032, 0.058
"""On a phone: where the ribbons stand, and the steps to a lane, the gutter and the labels."""


def years_x(form: Form) -> float:
    """The x around which the years stand, at the left edge."""
    return form.x(form.tick * 1.4)


def column_wings(
    base: Column,
    form: Form,
    sides: Sequence[Side],
    about: Collection[str],
    right: float = 1.0,
) -> list[Wing]:
    """The relationships side by side up to ``right``, narrow those that the step is not about.

    ``about`` holds the ids of the actors whose columns are wide. All have one scale of widths.
    """
    left, gap = form.x(form.tick * 3.2), form.x(form.label)
    weights = [1.0 if side.actor in about else CONTEXT for side in sides]
    whole = (right - left - gap * (len(sides) - 1)) / sum(weights)
    # Where columns are narrow, words of some length need the room more than ribbons do.
    words = form.x(form.mark * 4.1 + line_breaks.ADVANCE * form.label * LETTERS)
    reach = min(WIDEST, max(BAND / 2 * whole, min(BAND * whole, whole - words)))
    found = []
    for side, weight in zip(sides, weights, strict=True):
        edge = left + whole * weight
        drawn = reach if side.actor in about else reach * CONTEXT_BAND
        lane = left + drawn + form.x(form.mark * 0.9)
        gutter = lane + form.x(form.mark * 1.5)
        label = gutter + form.x(form.mark * 1.7)
        column = replace(
            base,
            lanes={side.actor: lane},
            axis=left,
            gutter=gutter,
            label=label,
            width=form.characters((edge - label) * form.width),
            lane_width=form.x(form.mark * 1.2),
        )
        found.append(Wing(side, left, reach, left, edge, column))
        left = edge + gap
    return found


def shades(form: Form, wings: Sequence[Wing]) -> list[tuple[float, float]]:
    """The x ranges of ribbons and marks, which are shaded; labels stand on white."""
    return [
        (wing.ribbon, wing.column.lanes[wing.side.actor] + form.x(form.mark * 0.9))
        for wing in wings
    ]


def small_wings(
    base: Column, form: Form, sides: Sequence[Side], about: Collection[str]
) -> list[Wing]:
    """The same on a phone: ribbons side by side, then a lane each, and one stack of labels."""
    left, right = RIBBONS
    weights = [1.0 if side.actor in about else CONTEXT for side in sides]
    gap = form.x(4)
    whole = (right - left - gap * (len(sides) - 1)) / sum(weights)
    first = right + LANE * 0.8
    lanes = {side.actor: first + LANE * number for number, side in enumerate(sides)}
    gutter = max(lanes.values()) + GUTTER
    label = gutter + LABEL
    column = replace(
        base,
        lanes=lanes,
        axis=left,
        gutter=gutter,
        label=label,
        width=form.characters((1 - label) * form.width),
        lane_width=form.x(form.mark),
    )
    found = []
    for side, weight in zip(sides, weights, strict=True):
        found.append(Wing(side, left, whole, 0, 1.0, column))
        left += whole * weight + gap
    return found


def small_head(scene: Scene, form: Form, wings: Sequence[Wing]) -> float:
    """The px of the names over such ribbons: each in lines of its own, the first on top."""
    return sum(_tall(form, _name(scene, form, wing)) for wing in wings) + form.label * 0.5


def draw_small_names(
    paper: Paper, scene: Scene, form: Form, wings: Sequence[Wing], about: Collection[str]
) -> None:
    """Each short name on its own line, and a line from its beginning down to its ribbon.

    No line meets a later name: that begins farther to the right.
    """
    bottom = wings[0].column.top
    y = bottom - small_head(scene, form, wings)
    for wing in wings:
        lines, actor = _name(scene, form, wing), scene.explainer.actor[wing.side.actor]
        tall, told = _tall(form, lines), actor.id in about
        role = hue_role(actor) if told else Role.FADED_TEXT
        paper.text(wing.ribbon, y + tall / 2, "\n".join(lines), form.label, role, "left", bold=told)
        y += tall
        x = wing.ribbon + form.x(0.6)
        paper.line([(x, y), (x, bottom)], role if told else Role.FADED, form.line)


def named_states(scene: Scene, form: Form, wing: Wing) -> list[Row]:
    """The names of a relationship's states among its labels, each where its band begins.

    Where the screen limits the height, they make way for what a step is about.
    """
    spare = 1 if form.fixed else 0
    return [
        replace(
            text_row(form, wing.column, top + form.label * 0.6, "", state.name, role=Role.MUTED),
            spare=spare,
        )
        for band, top, _ in visible_bands(scene, wing.side.actor, wing.column)
        if (state := scene.explainer.state[band.state]).width
    ]


def _name(scene: Scene, form: Form, wing: Wing) -> list[str]:
    room = form.characters((1 - wing.ribbon) * form.width)
    return line_breaks.wrap(scene.explainer.actor[wing.side.actor].short, room)


def _tall(form: Form, lines: Sequence[str]) -> float:
    return line_breaks.height(len(lines), form.label)
