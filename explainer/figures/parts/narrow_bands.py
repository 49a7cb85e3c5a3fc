"""Relationships on a phone: ribbons at the left, the labels of all in one stack beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from explainer.content.figures import Side
from explainer.figures import line_breaks
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.band_columns import PAIR, draw_small_names, small_head, small_wings
from explainer.figures.parts.column import Column
from explainer.figures.parts.scene import Entry, Scene, hue_role
from explainer.figures.parts.wings import Wing, draw_ribbon, side_entries
from explainer.figures.traces import Anchor


def narrow_column(base: Column, form: Form, sides: Sequence[Side]) -> Column:
    """The one column of a narrow figure: ribbons at the left, all labels at the right."""
    if len(sides) > PAIR:
        return small_wings(base, form, sides, _all(sides))[0].column
    return replace(
        base,
        lanes={side.actor: x for side, x in zip(sides, (0.36, 0.4), strict=False)},
        axis=0.13,
        gutter=0.44,
        label=0.51,
        width=form.characters(0.48 * form.width),
        lane_width=form.x(form.mark),
    )


def narrow_wings(column: Column, form: Form, sides: Sequence[Side]) -> list[Wing]:
    """The ribbons of a narrow figure, two of them growing away from each other."""
    if len(sides) > PAIR:
        return small_wings(column, form, sides, _all(sides))
    left, *right = sides
    return [
        Wing(left, 0.225, 0.08, 0, 0.0, replace(column, label=0)),
        *(Wing(side, 0.245, 0.08, 0, column.label, column) for side in right),
    ]


def narrow_name(scene: Scene, form: Form, wing: Wing) -> list[str]:
    """The short name of a side, wrapped before the labels or the sheet's end."""
    room = abs(wing.edge - wing.ribbon) * form.width
    return line_breaks.wrap(scene.explainer.actor[wing.side.actor].short, form.characters(room))


def narrow_head(scene: Scene, form: Form, wings: Sequence[Wing]) -> float:
    """The px between a heading and the ribbons: the names of the sides and some air."""
    if len(wings) > PAIR:
        return form.title * 0.6 + small_head(scene, form, wings)
    lines = max(len(narrow_name(scene, form, wing)) for wing in wings)
    return form.title * 1.6 + line_breaks.height(lines - 1, form.label)


def draw_narrow_wings(paper: Paper, scene: Scene, form: Form, wings: Sequence[Wing]) -> None:
    """The ribbons of a narrow figure under the short names of their actors."""
    if len(wings) > PAIR:
        told = {wing.side.actor for wing in wings if not scene.muted(wing.side.actor)}
        draw_small_names(paper, scene, form, wings, told)
        for wing in wings:
            draw_ribbon(paper, scene, form, wing)
        return
    for wing in wings:
        actor = scene.explainer.actor[wing.side.actor]
        role = Role.FADED_TEXT if scene.muted(actor.id) else hue_role(actor)
        lines = narrow_name(scene, form, wing)
        y = wing.column.top - form.title * 0.75 - line_breaks.height(len(lines) - 1, form.label) / 2
        anchor: Anchor = "left" if wing.outwards == 1 else "right"
        paper.text(wing.ribbon, y, "\n".join(lines), form.label, role, anchor, bold=True)
        draw_ribbon(paper, scene, form, wing)


def narrow_entries(scene: Scene, sides: Sequence[Side]) -> list[Entry]:
    """The entries of all sides in one stack."""
    found = [entry for side in sides for entry in side_entries(scene, side)]
    return sorted(found, key=lambda entry: entry.at)


def _all(sides: Sequence[Side]) -> frozenset[str]:
    return frozenset(side.actor for side in sides)
