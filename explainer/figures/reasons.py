"""Up to four relationships since a chosen year, with a series on the same time axis."""

from __future__ import annotations

from dataclasses import replace

from explainer.content.figures import scale_words
from explainer.figures import line_breaks
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import Form
from explainer.figures.parts.band_columns import PAIR, column_wings, named_states, shades, years_x
from explainer.figures.parts.column import Column
from explainer.figures.parts.draw_rows import draw_rows
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.focused_bands import Bands
from explainer.figures.parts.head import draw_head, head_height
from explainer.figures.parts.narrow_bands import (
    draw_narrow_wings,
    narrow_column,
    narrow_entries,
    narrow_head,
    narrow_wings,
)
from explainer.figures.parts.paired_bands import (
    Heading,
    Layout,
    draw_wing,
    head_of,
    state_names,
    states_height,
    wing,
)
from explainer.figures.parts.row import Row
from explainer.figures.parts.scene import Scene
from explainer.figures.parts.series_bars import (
    draw_bars,
    draw_series,
    drawn_series,
    series_head,
    series_of,
    values_height,
)
from explainer.figures.parts.sheet import Tabs, draw_words, words_height
from explainer.figures.parts.stack import stack_height
from explainer.figures.parts.ticks import draw_ticks
from explainer.figures.parts.wings import Wing, draw_years, end_of, state_rows, wing_rows
from explainer.language.catalogue import say

LAYOUT = Layout(((0.355, 0.368, 0.252, 0.232, 0.208), (0.528, 0.515, 0.632, 0.652, 0.676)), 0.4415)
"""The x of ribbon, state words, marks, gutter and labels, on either side."""
PROJECTED = Layout(
    ((0.318, 0.328, 0.216, 0.198, 0.174), (0.565, 0.555, 0.667, 0.685, 0.709)), 0.4415
)
"""The same with room for the larger words of a projector."""
STEPPED = Layout(((0.306, 0.315, 0.216, 0.198, 0.178), (0.516, 0.507, 0.606, 0.624, 0.644)), 0.411)
"""The same beside the words of a step."""
BETWEEN = " · "
"""Parts the names of two sides."""
BANDS = 0.842
"""Where the labels of the bands end, if bars stand beside them."""
SERIES, NARROW_SERIES = (0.872, 0.999), (0.14, 0.82)
"""Where the bars begin and end."""

SERIES_ALONE = (0.34, 0.362, 0.385, 0.468, 0.48)
"""The x of labels, gutter, marks, years and bars where the series is the main panel."""
SERIES_SMALL = (0.4, 0.415, 0.46, 0.6, 0.62)
"""The same on a phone."""


LAYOUTS = {"wide": LAYOUT, "step": STEPPED}
"""Which of them each form has; a projector's is that of the others."""


def draw(scene: Scene, form: Form) -> FigureDict:
    """The figure of the reasons page in one form."""
    if form.fixed and (scene.focus or form.narrow):
        return _focused(scene, form)
    return _narrow(scene, form) if form.narrow else _wide(scene, form)


def _focused(scene: Scene, form: Form) -> FigureDict:
    """What a step is about, wide: the bands or the series."""
    figure = scene.explainer.reasons.figure
    shorts = [scene.explainer.actor[side.actor].short for side in figure.sides]
    names = [BETWEEN.join(shorts), *(series.title for series in drawn_series(scene))]
    if _is_about_series(scene):
        return _series_sheet(scene, form, Tabs(form, names, 1))
    return Bands(scene, form, figure, Tabs(form, names, 0)).draw()


def _is_about_series(scene: Scene) -> bool:
    """Whether a step is about the series: its actor, and what claims with the series rest on."""
    explainer = scene.explainer
    if not drawn_series(scene):
        return False
    series = series_of(scene)
    claims = [claim for claim in explainer.claims if series.id in claim.series]
    told = {name for claim in claims for name in (*claim.evidence, *claim.bears_on)}
    drawn = scene.focus & scene.shown
    return series.actor in scene.actors and bool(drawn) and drawn <= told


def _series_sheet(scene: Scene, form: Form, tabs: Tabs) -> FigureDict:
    """The series as the main panel, its actor's events beside it on the same scale."""
    figure, paper = scene.explainer.reasons.figure, Paper()
    label, gutter, lane, text, left = SERIES_SMALL if form.narrow else SERIES_ALONE
    series = series_of(scene)
    sides = [side for side in figure.sides if side.actor == series.actor]
    found = narrow_entries(scene, sides or figure.sides)
    approximate = any(value.approximate for value in series.values)
    words = " · ".join([series.unit, *([say("series-approximate")] if approximate else [])])
    top = tabs.height + form.tick * 0.3
    head = top + words_height(form, words) + form.label * 1.2
    column = replace(
        _base(scene, head, max(0.0, form.sheet - form.label - 2 - head)),
        lanes=dict.fromkeys(scene.explainer.actor, lane),
        axis=left,
        gutter=gutter,
        label=label,
        width=form.characters(label * form.width),
        side=-1,
        lane_width=form.x(form.mark),
    )
    rows = event_rows(scene, form, column, found, "day")
    column = column.tall(stack_height(rows) - form.label * 1.8)
    column = column.tall(values_height(scene, form, column, left, 1))
    tabs.draw(paper)
    draw_words(paper, form, words, top)
    draw_ticks(paper, form, column, text=text, shade=(left, 0.999))
    draw_rows(paper, scene, form, column, event_rows(scene, form, column, found, "day"))
    draw_bars(paper, scene, form, column, left, 0.999)
    return paper.figure(max(form.sheet, column.bottom + form.label))


def _base(scene: Scene, top: float, tall: float) -> Column:
    figure = scene.explainer.reasons.figure
    start = figure.start.at
    end = end_of(scene, start, figure.end.last, *(side.marks for side in figure.sides))
    return Column(start, end, top, top + tall, {}, 0, 0, 0, 22)


def _columns(scene: Scene, form: Form) -> FigureDict:
    """More than two relationships, whole: a column each, and the bars on the same axis."""
    figure, paper = scene.explainer.reasons.figure, Paper()
    edge = BANDS if figure.series else 1.0
    heading = Heading(
        form, figure.heading, scale_words(figure), 0.001, form.width * (edge - 0.01), "left"
    )

    def wings_of(base: Column) -> list[Wing]:
        return column_wings(base, form, figure.sides, set(figure.relationships), edge)

    def rows(side: Wing) -> list[Row]:
        return wing_rows(scene, form, side) + named_states(scene, form, side)

    head = head_of(form, heading, wings_of(_base(scene, 0, 1)))
    top = max(head, series_head(scene, form, *SERIES))
    base = _base(scene, top, form.panel(660, top))
    base = base.tall(values_height(scene, form, base, *SERIES))
    base = base.tall(max(stack_height(rows(side)) for side in wings_of(base)) - form.label)
    wings = wings_of(base)
    heading.draw(paper)
    first, *more = shades(form, wings)
    draw_years(paper, form, base, text=years_x(form), shade=first, more=more)
    for side in wings:
        draw_wing(paper, scene, form, side, rows(side))
    if figure.series:
        draw_series(paper, scene, form, base, *SERIES)
    return paper.figure(base.bottom + form.label * 2, form.sheet)


def _wide(scene: Scene, form: Form) -> FigureDict:
    figure = scene.explainer.reasons.figure
    if len(figure.sides) > PAIR:
        return _columns(scene, form)
    paper = Paper()
    sides, layout = figure.sides, LAYOUTS.get(form.name, PROJECTED)
    edge, wider = (BANDS, 1.0) if figure.series else (1.0, 1 / BANDS)
    room, said = form.width * 0.83 * wider, scale_words(figure)
    if len(sides) == 1:
        layout = layout.alone(0.3, wider)
        at = layout.places[0][0]
        room = form.width * (edge - at)
        heading = Heading(form, figure.heading, said, at, room, "left")
    else:
        layout = layout.widened(wider)
        heading = Heading(form, figure.heading, said, layout.centre, room)
    centre = layout.centre
    pair = list(zip(sides, layout.places, strict=True))

    def wings_of(base: Column) -> list[Wing]:
        return [wing(base, form, side, xs, reach=0.083 * wider, edge=edge) for side, xs in pair]

    head = head_of(form, heading, wings_of(_base(scene, 0, 1)))
    top = max(form.title * 5.6, head, series_head(scene, form, *SERIES))
    base = _base(scene, top, form.panel(660, top))
    base = base.tall(values_height(scene, form, base, *SERIES))
    for side in wings_of(base):
        base = base.tall(stack_height(wing_rows(scene, form, side)) - form.label)
        base = base.tall(states_height(form, state_names(scene, form, side, centre)))
    wings = wings_of(base)
    heading.draw(paper)
    states = [state_names(scene, form, side, centre) for side in wings]
    # Half a year's name is kept free at the centre.
    near = abs(centre - wings[0].words) * form.width - form.tick * 1.3
    taken = [
        (name.y, name.height(form) / 2 + form.tick * 0.6)
        for names in states
        for name in names
        if max(map(line_breaks.columns, name.lines)) * 0.47 * form.tick > near
    ]
    inner = layout.places[-1][2]
    shade = (2 * centre - inner, inner)
    draw_years(paper, form, base, text=centre, shade=shade, taken=taken)
    for side, names in zip(wings, states, strict=True):
        draw_wing(paper, scene, form, side, wing_rows(scene, form, side), names)
    if figure.series:
        draw_series(paper, scene, form, base, *SERIES)
    return paper.figure(base.bottom + form.label * 2, form.sheet)


def _narrow(scene: Scene, form: Form) -> FigureDict:
    figure = scene.explainer.reasons.figure
    paper, sides = Paper(), figure.sides
    head = narrow_column(_base(scene, 0, 1), form, sides)
    top = head_height(form, figure.heading, scale_words(figure), form.width)
    top += narrow_head(scene, form, narrow_wings(head, form, sides))
    base = narrow_column(_base(scene, top, 1100), form, sides)

    def rows(column: Column) -> list[Row]:
        found = narrow_entries(scene, sides)
        rows = event_rows(scene, form, column, found, "day")
        for side in narrow_wings(column, form, sides):
            rows += state_rows(scene, form, side, column)
        return rows

    base = base.tall(stack_height(rows(base)))
    draw_head(paper, form, figure.heading, scale_words(figure), 0, 1, 0)
    draw_ticks(paper, form, base, text=0.12, shade=(0.13, 0.42))
    draw_narrow_wings(paper, scene, form, narrow_wings(base, form, sides))
    draw_rows(paper, scene, form, base, rows(base))
    if not figure.series:
        return paper.figure(max(base.bottom, base.top + stack_height(rows(base))) + form.label)
    head_px = series_head(scene, form, *NARROW_SERIES)
    below = base.bottom + max(form.title * 6.5, head_px + form.title * 2)
    tall = min(44 * ((base.end - base.start).days / 365.25), 620)
    series = replace(base, top=below, bottom=below + max(tall, 120))
    series = series.tall(values_height(scene, form, series, *NARROW_SERIES))
    draw_ticks(paper, form, series, text=0.12, shade=None)
    draw_series(paper, scene, form, series, *NARROW_SERIES)
    return paper.figure(series.bottom + form.label)
