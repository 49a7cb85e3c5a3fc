"""Votes as a table: a row a vote, a column a voter, a sign and a word for how each voted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from explainer.content.actors import Actor
from explainer.content.events import Attendance, Vote
from explainer.figures import line_breaks
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column
from explainer.figures.parts.row import Row, date_words, text_row
from explainer.figures.parts.scene import Entry, Scene, hue_role, shape
from explainer.figures.parts.sheet import LETTER, Tabs, draw_words
from explainer.language.catalogue import say

LABELS = 0.56
"""The part of the width that dates and labels take, if the voters leave it."""


@dataclass(frozen=True)
class VoteTable:
    """The votes with their voters, and how signs and words are chosen."""

    scene: Scene
    form: Form
    tabs: Tabs
    entries: Sequence[Entry]
    voters: Sequence[Actor]
    words: Mapping[Vote, str]
    sign: Callable[[Entry, str], Attendance | None]

    @property
    def _labels(self) -> float:
        """The part of the width that labels take: what sign, word and name of a voter leave."""
        form = self.form
        said = [*self.words.values(), *(voter.short for voter in self.voters)]
        widest = max(map(line_breaks.columns, said)) * LETTER * form.label
        cell = form.x(widest + form.mark * 2.6)
        return max(0.3, min(LABELS, 1 - cell * len(self.voters)))

    def _x(self, number: int) -> float:
        return self._labels + (1 - self._labels) * number / len(self.voters)

    def draw(self) -> FigureDict:
        """The whole sheet."""
        form, paper, scene = self.form, Paper(), self.scene
        self.tabs.draw(paper)
        top = draw_words(paper, form, say("votes-in-order"), self.tabs.height + form.tick * 0.3)
        for number, voter in enumerate(self.voters):
            role = Role.FADED_TEXT if scene.muted(voter.id) else hue_role(voter)
            x = self._x(number) + form.x(form.mark * 1.7)
            width = int((self._x(1) - self._x(0)) * form.width / (LETTER * form.label)) - 1
            name = line_breaks.wrap(voter.short, max(4, width))
            paper.text(x, top + form.label * 0.9, "\n".join(name), form.label, role, bold=True)
        top += form.label * 1.6
        rows = [self._row(entry) for entry in self.entries]
        lines = [max(2 if len(self.voters) > 1 else 1, len(row.lines)) for row in rows]
        tall = [line_breaks.height(number, self._size) + 2 for number in lines]
        tall = self._fitted(tall, form.sheet - form.label * 0.4 - top)
        for entry, row, px in zip(self.entries, rows, tall, strict=True):
            self._draw_row(paper, entry, row, top, px)
            top += px
        return paper.figure(max(form.sheet, top + 2))

    @property
    def _size(self) -> float:
        return self.form.tick if self.form.narrow else self.form.label

    def _fitted(self, tall: Sequence[float], room: float) -> list[float]:
        """The heights of the rows for so much room; rows of dates alone give way first."""
        if sum(tall) <= room:
            return [px * room / sum(tall) for px in tall]
        short = [self._is_short(entry) for entry in self.entries]
        least = line_breaks.height(1, self._size) + 2
        over = sum(tall) - room
        spare = sum(px - least for px, gives in zip(tall, short, strict=True) if gives)
        by = min(1.0, over / spare) if spare else 0.0
        tall = [px - (px - least) * by * gives for px, gives in zip(tall, short, strict=True)]
        # Lines may come a little closer; a sheet of more words than that is higher.
        return [px * min(1.0, max(0.94, room / sum(tall))) for px in tall]

    def _is_short(self, entry: Entry) -> bool:
        """Whether a vote is told by its date alone: on a phone, where the step is not about it."""
        picked = self.scene.selected in entry.ids
        return self.form.narrow and self.scene.greyed(entry.ids) and not picked

    def _row(self, entry: Entry) -> Row:
        """The date and the label of a vote."""
        form = self.form
        room = (self._labels - form.x(form.label)) * form.width
        width = max(8, int(room / (LETTER * self._size)))
        column = Column(entry.at, entry.at, 0, 1, {}, 0, 0, 0, width)
        date = entry.date or date_words(entry.events[0], "day")
        return text_row(form, column, 0, date, entry.label)

    def _draw_row(self, paper: Paper, entry: Entry, row: Row, top: float, tall: float) -> None:
        form, scene = self.form, self.scene
        picked, y = scene.selected in entry.ids, top + tall / 2
        grey = scene.greyed(entry.ids) and not picked
        paper.line([(0.0, top), (1.0, top)], Role.LEADER, 0.7)
        role = Role.FADED_TEXT if grey else Role.INK
        short = replace(row, lines=(row.date,), words="") if self._is_short(entry) else row
        ids = " ".join(entry.ids)
        paper.markup(0.006, y, short.markup, self._size, role, event=ids)
        if not scene.greyed(entry.ids) and scene.focus:
            paper.area(0.0, top, 1.0, top + tall)
        cast = [voter for voter in self.voters if voter.id in entry.events[0].votes]
        if picked and cast:
            first = self._x(self.voters.index(cast[0])) + form.x(form.mark * 0.8)
            paper.ring(first, y, form.mark * 2.2)
        for number, voter in enumerate(self.voters):
            vote = entry.events[0].votes.get(voter.id)
            if vote is None:
                continue
            x = self._x(number) + form.x(form.mark * 0.8)
            shade = Role.FADED if grey else hue_role(voter)
            size = form.mark * (0.7 if grey else 1.1)
            how = self.sign(entry, voter.id)
            if how is None:
                paper.cross(x, y, size, shade, event=ids, says=entry.label)
            else:
                paper.mark(x, y, shape(voter), size, shade, how, event=ids, says=entry.label)
            words = self.words.get(vote, "")
            bold = not grey and vote is not Vote.FOR
            paper.text(x + form.x(form.mark * 0.9), y, words, self._size, role, bold=bold)
