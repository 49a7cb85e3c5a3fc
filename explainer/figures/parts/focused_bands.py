"""Relationships beside a step: bands with the names of their states on them, labels outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from explainer.content.figures import BandsFigure, Mark, Side, scale_words
from explainer.figures import line_breaks
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.band_columns import (
    PAIR,
    column_wings,
    draw_small_names,
    named_states,
    shades,
    small_head,
    small_wings,
    years_x,
)
from explainer.figures.parts.both_sides import both_rows, draw_signs
from explainer.figures.parts.column import Column
from explainer.figures.parts.draw_rows import draw_rows
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.named_ribbons import (
    LEGEND,
    REACH,
    draw_named_ribbon,
    draw_scale,
    place_of_state,
    scale_fits,
)
from explainer.figures.parts.narrow_bands import narrow_entries, narrow_name
from explainer.figures.parts.paired_bands import Layout, name_lines, wing
from explainer.figures.parts.row import Row
from explainer.figures.parts.scene import Scene, entries, hue_role
from explainer.figures.parts.sheet import (
    Tabs,
    draw_words,
    word_lines,
    words_height,
)
from explainer.figures.parts.stack import stack_height
from explainer.figures.parts.stretch import Broken, draw_broken_years, enlarged, stretch_words
from explainer.figures.parts.ticks import draw_ticks
from explainer.figures.parts.wings import (
    Wing,
    draw_treaties,
    draw_years,
    end_of,
    visible_bands,
    wing_rows,
)
from explainer.figures.traces import Anchor

LAYOUT = Layout(((0.458, 0, 0.318, 0.302, 0.278), (0.542, 0, 0.682, 0.698, 0.722)), 0.5)
"""The x of ribbon, state words (they stand on it), marks, gutter and labels, on either side."""
SMALL = ((0.178, 0.193), 0.06, (0.275, 0.308), 0.33, 0.385)
"""On a phone: where the ribbons begin, their reach, the lanes of marks, gutter and labels."""


@dataclass(frozen=True)
class Bands:
    """What of a figure is drawn as bands."""

    scene: Scene
    form: Form
    figure: BandsFigure
    tabs: Tabs
    both: tuple[Mark, ...] = ()
    """Events of both sides at once."""
    treaties: bool = False

    @property
    def sides(self) -> tuple[Side, ...]:
        """The relationships, from left to right."""
        return self.figure.sides

    @property
    def _wide(self) -> frozenset[str]:
        """The actors whose columns are wide: the step is about them, or they have labels."""
        scene = self.scene
        named = {
            side.actor
            for side in self.sides
            for mark in side.marks
            if not scene.greyed(mark.events) or scene.selected in mark.events
        }
        return frozenset(named.union(side.actor for side in self.sides if self.is_about(side)))

    def is_about(self, side: Side) -> bool:
        """Whether the step is about a side; one that is about none is about all."""
        about = [one.actor for one in self.sides if self._is_about(one)]
        return not about or side.actor in about

    def _is_about(self, side: Side) -> bool:
        scene = self.scene
        if scene.muted(side.actor):
            return False
        named = {name for mark in (*side.marks, *self.both) for name in mark.events}
        return not scene.greyed(named)

    @property
    def words(self) -> list[str]:
        """What the width means, the scale, and what of it is enlarged."""
        said = [self.figure.heading, scale_words(self.figure), stretch_words(self._base(0, 1))]
        if self.form.narrow and len(word_lines(self.form, " · ".join(said))) > 1:
            del said[1]
        return [words for words in said if words]

    def _base(self, top: float, bottom: float) -> Column:
        start = self.figure.start.at
        groups = [*(side.marks for side in self.sides), self.both]
        end = end_of(self.scene, start, self.figure.end.last, *groups)
        column = Column(start, end, top, bottom, {}, 0, 0, 0, 22)
        if not self.scene.focus:
            return column
        found = [entry for group in groups for entry in entries(self.scene, group)]
        return enlarged(column, [e.at for e in found if not self.scene.greyed(e.ids)])

    def _wings(self, base: Column) -> list[Wing]:
        form = self.form
        if len(self.sides) > PAIR:
            place = small_wings if form.narrow else column_wings
            return place(base, form, self.sides, self._wide)
        if form.narrow:
            return self._small(base)
        layout = LAYOUT if len(self.sides) == 2 else LAYOUT.alone(0.36)
        pairs = zip(self.sides, layout.places, strict=True)
        return [wing(base, form, side, xs, REACH, 1.0) for side, xs in pairs]

    def _small(self, base: Column) -> list[Wing]:
        """The ribbons of a phone, with one column of marks and labels beside them."""
        ribbons, reach, lanes, gutter, label = SMALL
        form = self.form
        column = replace(
            base,
            lanes={side.actor: x for side, x in zip(self.sides, lanes, strict=False)},
            axis=ribbons[0],
            gutter=gutter,
            label=label,
            width=form.characters((1 - label) * form.width),
            lane_width=form.x(form.mark),
        )
        left, *right = self.sides
        if not right:
            return [Wing(left, 0.13, reach * 1.5, 0, label, column)]
        return [
            Wing(left, ribbons[0], reach, 0, 0.0, replace(column, label=0)),
            *(Wing(side, ribbons[1], reach, 0, label, column) for side in right),
        ]

    def _stacks(self, wings: Sequence[Wing]) -> list[tuple[Column, list[Row]]]:
        """Each column with its labels; on a phone all sides share one."""
        scene, form = self.scene, self.form
        if form.narrow:
            column = wings[-1].column
            rows = event_rows(scene, form, column, narrow_entries(scene, self.sides), "day")
            return [(column, rows + both_rows(scene, form, column, self.both))]
        found = [(side.column, wing_rows(scene, form, side)) for side in wings]
        if len(wings) > PAIR:
            for side, (_, rows) in zip(wings, found, strict=True):
                rows += self._states_beside(side)
            wide = [one.side.actor in self._wide for one in wings]
            first = found[wide.index(True)]
        else:
            first = found[0]
        first[1].extend(both_rows(scene, form, first[0], self.both))
        return found

    def _states_beside(self, side: Wing) -> list[Row]:
        """Names of states among the labels of a column whose ribbon has no room for them all."""
        if not self.is_about(side.side):
            return []
        bands = visible_bands(self.scene, side.side.actor, side.column)
        states = [self.scene.explainer.state[band.state] for band, _, _ in bands]
        fits = all(
            place_of_state(self.form, side, state.name, side.reach * state.width, (top, bottom))
            for state, (_, top, bottom) in zip(states, bands, strict=True)
            if state.width
        )
        return [] if fits else named_states(self.scene, self.form, side)

    def _name(self, side: Wing) -> list[str]:
        """The lines of a name over its ribbon: in short where there is little room."""
        form = self.form
        if form.narrow:
            return narrow_name(self.scene, form, side)
        if len(self.sides) > PAIR and side.side.actor not in self._wide:
            short = self.scene.explainer.actor[side.side.actor].short
            room = (side.edge - side.ribbon) * form.width
            return line_breaks.wrap(short, form.characters(room))
        return name_lines(form, side)

    def draw(self) -> FigureDict:
        """The whole sheet."""
        form, paper, scene = self.form, Paper(), self.scene
        widths = not form.narrow and not scene.waits and scale_fits(scene, form)
        right = LEGEND - 0.02 if widths else 1.0
        words = " · ".join(self.words)
        top = self.tabs.height + form.tick * 0.3
        if widths:
            draw_scale(paper, scene, form, top + form.scale * 0.65)
        below = top + words_height(form, words, right)
        placed = self._wings(self._base(0, 1))
        names = max(len(self._name(side)) for side in placed)
        size = form.label if form.narrow else form.title
        stepped = form.narrow and len(placed) > PAIR
        head = below + size * (1.3 * names + 0.5) + form.label
        if stepped:
            head = below + form.label * 0.3 + small_head(scene, form, placed)
        base = self._base(head, max(form.sheet - form.label - 2, head + form.label * 8))
        wings = self._wings(base)
        stacks = [stack_height(rows) for _, rows in self._stacks(wings)]
        base = base.tall(max(stacks) - form.label * 1.8)
        wings = [replace(w, column=replace(w.column, bottom=base.bottom)) for w in wings]
        self.tabs.draw(paper)
        draw_words(paper, form, words, top, right)
        self._draw_years(paper, base, wings)
        if stepped:
            told = {side.actor for side in self.sides if self.is_about(side)}
            draw_small_names(paper, scene, form, wings, told)
        for side in wings:
            if not stepped:
                self._draw_name(paper, side, head - form.label - size * (0.65 * names + 0.1))
            self._draw_side(paper, side)
        for column, rows in self._stacks(wings):
            draw_rows(paper, scene, form, column, rows)
        return paper.figure(max(form.sheet, base.bottom + form.label))

    def _draw_name(self, paper: Paper, side: Wing, y: float) -> None:
        form, scene = self.form, self.scene
        actor = scene.explainer.actor[side.side.actor]
        about = self.is_about(side.side)
        anchor: Anchor = "left" if side.outwards == 1 else "right"
        lines = self._name(side)
        short = len(self.sides) > PAIR and side.side.actor not in self._wide
        size = form.label if form.narrow or short else form.title
        role = hue_role(actor) if about else Role.FADED_TEXT
        paper.text(side.ribbon, y, "\n".join(lines), size, role, anchor, bold=about)

    def _draw_side(self, paper: Paper, side: Wing) -> None:
        form, scene = self.form, self.scene
        about = self.is_about(side.side)
        beside = len(self.sides) > PAIR and bool(self._states_beside(side))
        draw_named_ribbon(paper, scene, form, side, about=about, named=not beside)
        if self.treaties and not form.narrow:
            draw_treaties(
                paper, scene, side, side.ribbon - side.outwards * form.x(form.mark * 0.45)
            )

    def _draw_years(self, paper: Paper, base: Column, wings: Sequence[Wing]) -> None:
        form, scene = self.form, self.scene
        inner = [side.ribbon for side in wings]
        many = len(wings) > PAIR
        centre = sum(inner) / 2 if len(inner) == 2 else inner[0] - form.x(form.tick * 3)
        if many:
            centre = 0.075 if form.narrow else years_x(form)
        signs = [(base.y(entry.at), form.title * 1.3) for entry in entries(scene, self.both)]
        text = 0.055 if form.narrow else centre
        taken = [] if form.narrow and not many else signs
        outer = [side.ribbon + side.outwards * side.reach for side in wings]
        lines = (min([*outer, text]), max(outer))
        gap = form.x(form.tick * 1.6)
        shade, *more = shades(form, wings) if many else [(centre - gap, centre + gap)]
        if isinstance(base, Broken):
            draw_broken_years(paper, form, base, text=text, lines=lines, taken=taken)
        elif form.narrow:
            draw_ticks(paper, form, base, text=0.105, shade=(min(outer), max(outer)), taken=taken)
        else:
            draw_years(paper, form, base, text=centre, shade=shade, taken=taken, more=more)
        x = inner[0] if form.narrow and len(inner) == 1 else centre
        draw_signs(paper, scene, form, base, x, self.both)
