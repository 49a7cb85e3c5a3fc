"""The guided steps of all pages in their order: the path of a whole session."""

from __future__ import annotations

from itertools import pairwise

from explainer.content.steps import Page
from explainer.figures import line_breaks, seminar_step
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.scene import Scene


def draw(scene: Scene, form: Form) -> FigureDict:
    """The figure of the seminar page in one form."""
    if form.fixed:
        return seminar_step.draw(scene, form)
    explainer = scene.explainer
    every = map(explainer.page, explainer.about.pages)
    pages = [page for page in every if page is not explainer.seminar]
    paper = Paper()
    scale = "\n".join(
        line_breaks.wrap(explainer.seminar.figure.scale, form.characters(form.width, form.scale))
    )
    more = line_breaks.height(scale.count("\n"), form.scale)
    paper.text(0.001, form.scale + more / 2, scale, form.scale, Role.MUTED)
    top, bottom = form.scale * 3.4 + (more if more > form.scale * 1.3 else 0), 0.0
    if form.narrow and not form.fixed:
        for page in pages:
            top = _draw_page(paper, form, page, 0.0, 1.0, top) + form.label * 1.5
        return paper.figure(top)
    # Two rows of pages: one row of six leaves too little width for the steps' titles.
    half = -(-len(pages) // 2)
    for row in (pages[:half], pages[half:]):
        for number, page in enumerate(row):
            left = number / half
            bottom = max(bottom, _draw_page(paper, form, page, left, left + 0.94 / half, top))
        top = bottom + form.label * 2
    return paper.figure(bottom + form.label, form.sheet)


def _draw_page(
    paper: Paper, form: Form, page: Page, left: float, right: float, top: float
) -> float:
    """One page's steps on a line; returns the px below them."""
    line, text = left + form.x(form.mark), left + form.x(form.mark * 2.6)
    menu = line_breaks.wrap(page.menu, form.characters((right - left) * form.width, form.title))
    more = line_breaks.height(len(menu) - 1, form.title)
    middle = top + form.title * 0.6 + more / 2
    paper.text(left + 0.001, middle, "\n".join(menu), form.title, bold=True)
    y = top + form.title * 2 + more
    width = form.characters((right - text) * form.width)
    centres = []
    for number, step in enumerate(page.steps, 1):
        lines = line_breaks.wrap(step.title, width)
        tall = line_breaks.height(len(lines), form.label)
        first = y + line_breaks.height(1, form.label) / 2
        paper.text(text, y + tall / 2, "\n".join(lines), form.label)
        paper.text(line, first, str(number), form.tick, Role.INK, "center", bold=True)
        centres.append(first)
        y += tall + form.label * 0.7
    for above, below in pairwise(centres):
        reach = form.tick * 0.75
        if below - above > 2 * reach:
            paper.line([(line, above + reach), (line, below - reach)], Role.LEADER, form.line)
    return y
