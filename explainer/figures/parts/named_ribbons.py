"""Ribbons with the names of their states on them, and the scale of their widths."""

from __future__ import annotations

from explainer.figures import line_breaks
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.band_columns import CONTEXT_BAND
from explainer.figures.parts.scene import Scene, hue_role
from explainer.figures.parts.sheet import LETTER
from explainer.figures.parts.wings import Wing, visible_bands
from explainer.figures.traces import Anchor

REACH = 0.118
"""The width of the widest ribbon."""
LEGEND = 0.53
"""Where the scale of widths begins."""


def draw_named_ribbon(
    paper: Paper, scene: Scene, form: Form, side: Wing, *, about: bool, named: bool
) -> None:
    """The bands of one side with the names that have room on them; grey and thin as context."""
    role = hue_role(scene.explainer.actor[side.side.actor]) if about else Role.FADED
    for band, top, bottom in visible_bands(scene, side.side.actor, side.column):
        state = scene.explainer.state[band.state]
        wide = side.outwards * side.reach * state.width * (1 if about else CONTEXT_BAND)
        area = (side.ribbon, top, side.ribbon + wide, bottom)
        if state.width == 0:
            paper.line([(side.ribbon, top), (side.ribbon, bottom)], role, form.line, "dot")
            continue
        fill = {"solid": 0.4, "dashed": 0.18, "dotted": 0.0}[state.edge]
        dash = {"solid": "solid", "dashed": "dash", "dotted": "dot"}[state.edge]
        if fill:
            paper.area(*area, role, opacity=fill)
        paper.area(*area, None, edge=role, dash=dash)  # type: ignore[arg-type]
        if about and named and not form.narrow:
            _draw_state(paper, form, side, state.name, abs(wide), (top, bottom))


def _draw_state(
    paper: Paper, form: Form, side: Wing, name: str, wide: float, between: tuple[float, float]
) -> None:
    """The name of a state on its band, or beside one that is narrower, where it has room."""
    if place := place_of_state(form, side, name, wide, between):
        x, lines = place
        inwards: Anchor = "left" if side.outwards == 1 else "right"
        paper.text(x, sum(between) / 2, "\n".join(lines), form.tick, Role.INK, inwards)


def place_of_state(
    form: Form, side: Wing, name: str, wide: float, between: tuple[float, float]
) -> tuple[float, list[str]] | None:
    """The x and the lines of a state's name, if there is room for it."""
    top, bottom = between
    letter, pad = LETTER * form.tick, form.x(form.tick * 0.4)
    for inner, outer in ((0.0, wide), (wide, side.reach + form.x(form.tick * 0.3))):
        room = int((outer - inner - pad) * form.width / letter)
        if room < 1 or not line_breaks.whole_words(name, room):
            continue
        lines = line_breaks.wrap(name, room)
        if line_breaks.height(len(lines), form.tick) * 0.85 < bottom - top:
            return side.ribbon + side.outwards * (inner + pad), lines
    return None


def _notches(scene: Scene) -> list[tuple[str, float]]:
    """The name and width of the widest state, of the narrowest, and of one between."""
    solid = [state for state in scene.explainer.relations.states if state.width]
    solid = [state for state in solid if state.edge == "solid"] or solid
    ranked = sorted(solid, key=lambda state: -state.width)
    if len(ranked) > 3:
        ranked = [ranked[0], ranked[len(ranked) // 2], ranked[-1]]
    return [(state.name, state.width) for state in ranked]


def _scale_px(form: Form, name: str, width: float) -> float:
    letters = line_breaks.columns(name) * LETTER * 1.05 * form.tick
    return letters + width * REACH * form.width + form.tick * 1.7


def scale_fits(scene: Scene, form: Form) -> bool:
    """Whether the scale of widths has room beside the words above the bands."""
    needed = sum(_scale_px(form, *notch) for notch in _notches(scene))
    return needed <= (1 - LEGEND) * form.width


def draw_scale(paper: Paper, scene: Scene, form: Form, y: float) -> None:
    """Three widths as bars with the names of their states, up to the right edge."""
    x = 1 - form.x(sum(_scale_px(form, *notch) for notch in _notches(scene)) - form.tick * 1.2)
    for name, width in _notches(scene):
        wide = width * REACH
        paper.line([(x, y), (x + wide, y)], Role.LEADER, form.tick * 0.55)
        paper.text(x + wide + form.x(form.tick * 0.4), y, name, form.tick, Role.MUTED)
        x += form.x(_scale_px(form, name, width))
