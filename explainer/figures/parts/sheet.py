"""The head of a sheet whose height the screen limits: its panels as tabs, and small words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.figures import line_breaks
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role

LETTER = 0.47
"""A letter's measured width in units of its size, where the words are short and known."""


@dataclass(frozen=True)
class Tabs:
    """The names of a figure's panels on one strip, the one that is shown marked.

    A figure of one panel has no strip.
    """

    form: Form
    names: Sequence[str]
    active: int

    @property
    def _size(self) -> float:
        return self.form.tick if self.form.narrow else self.form.label

    @property
    def _rooms(self) -> list[float]:
        """The px of each tab: as long as its words, or its share of the sheet."""
        between = self._size * 1.6
        wide = [line_breaks.columns(name) * LETTER * 1.06 * self._size for name in self.names]
        whole = self.form.width - between * (len(self.names) - 1)
        by = min(1.0, whole / sum(wide))
        return [px * by for px in wide]

    @property
    def _lines(self) -> list[list[str]]:
        return [
            line_breaks.wrap(name, max(6, int(room / (LETTER * self._size)) + 1))
            for name, room in zip(self.names, self._rooms, strict=True)
        ]

    @property
    def height(self) -> float:
        """The px of the strip."""
        if len(self.names) < 2:
            return 0.0
        return line_breaks.height(max(map(len, self._lines)), self._size) + self._size * 0.7

    def draw(self, paper: Paper) -> None:
        """Draw it at the top of the sheet."""
        if len(self.names) < 2:
            return
        form, size, x = self.form, self._size, 0.001
        foot = self.height - size * 0.35
        for number, (lines, room) in enumerate(zip(self._lines, self._rooms, strict=True)):
            active = number == self.active
            role = Role.INK if active else Role.MUTED
            y = foot - size * 0.2 - line_breaks.height(len(lines), size) / 2
            paper.text(x, y, "\n".join(lines), size, role, bold=active)
            end = x + form.x(room)
            width = form.heavy * 1.2 if active else form.line
            paper.line([(x, foot), (end, foot)], Role.INK if active else Role.LEADER, width)
            x = end + form.x(size * 1.6)


def draw_words(paper: Paper, form: Form, words: str, top: float, right: float = 1.0) -> float:
    """Small words from the left edge, wrapped; hands back the px below them."""
    lines = word_lines(form, words, right)
    tall = line_breaks.height(len(lines), form.scale)
    if words:
        paper.text(0.001, top + tall / 2, "\n".join(lines), form.scale, Role.MUTED)
    return top + words_height(form, words, right)


def words_height(form: Form, words: str, right: float = 1.0) -> float:
    """The px that such words take."""
    return line_breaks.height(len(word_lines(form, words, right)), form.scale) if words else 0


def word_lines(form: Form, words: str, right: float = 1.0) -> list[str]:
    """The lines of such words."""
    return line_breaks.wrap(words, max(8, int(right * form.width / (LETTER * form.scale))))
