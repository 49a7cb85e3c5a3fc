"""The plan of a session where the screen's height is the limit: its minutes, and the path."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.content.pages import Plan, PlanBlock
from explainer.content.steps import Page
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import Form
from explainer.figures.line_breaks import height, wrap
from explainer.figures.palette import Role
from explainer.figures.parts.scene import Scene

LETTER = 0.46
"""The width of a letter of running text, a little more than measured, in units of its size."""


def draw(scene: Scene, form: Form) -> FigureDict:
    """The minutes of the first plan, the current part filled, above the steps of the pages."""
    explainer, paper = scene.explainer, Paper()
    plan, names = explainer.seminar.plans[0], explainer.about.pages
    now = _parts(plan, scene.step, len(explainer.seminar.steps))
    linked = {block.page for block in now if block.page}
    pages = [(name, explainer.page(name)) for name in names]
    pages = [(name, page) for name, page in pages if page is not explainer.seminar]
    top = _draw_plan(paper, form, plan, now)
    if form.narrow:
        # A phone has room for the pages that a part opens, or for the names of all.
        some = [page for name, page in pages if name in linked]
        for page in some:
            top = _draw_page(paper, form, page, (0.0, 1.0), top, told=True) + form.label
        if not some:
            for _, page in pages:
                paper.text(0.001, top + form.label, page.menu, form.label)
                top += form.label * 1.9
        return paper.figure(top, form.sheet)
    across = -(-len(pages) // 2)
    for row in (pages[:across], pages[across:]):
        deepest = top
        for number, (name, page) in enumerate(row):
            place = number / across, (number + 0.95) / across
            told = not now or name in linked
            # On a squarish stage only what is told has room for all its steps.
            few = form.single and name not in linked
            drawn = _draw_page(paper, form, page, place, top, told=told, titles=not few)
            deepest = max(deepest, drawn)
        top = deepest + form.label * 0.4
    return paper.figure(top, form.sheet)


def _parts(plan: Plan, step: int, steps: int) -> Sequence[PlanBlock]:
    """The parts of the plan that a step of the page stands for: in order, the last all the rest."""
    if not step:
        return ()
    first = min(step, len(plan.blocks)) - 1
    return plan.blocks[first:] if step >= steps else plan.blocks[first : first + 1]


def _draw_plan(paper: Paper, form: Form, plan: Plan, now: Sequence[PlanBlock]) -> float:
    """The bar of minutes, true to scale, with what is done now below; returns the px below."""
    said = wrap(plan.title, form.characters(form.width, form.title))
    y = form.title * 0.85
    paper.text(
        0.001, y + height(len(said) - 1, form.title) / 2, "\n".join(said), form.title, bold=True
    )
    top = y + height(len(said) - 1, form.title) + form.title
    bottom, left = top + form.mark * 1.4, 0.001
    for block in plan.blocks:
        right = left + 0.998 * block.minutes / plan.minutes
        told = any(block is part for part in now)
        fill = Role.INK if told else Role.PALE
        paper.area(
            left,
            top,
            right - form.x(2),
            bottom,
            fill,
            edge=Role.INK if told else Role.LEADER,
            edge_width=1,
        )
        role = Role.INK if told or not now else Role.FADED_TEXT
        middle = (left + right) / 2 - form.x(1)
        minutes = str(block.minutes)
        paper.text(middle, bottom + form.tick * 0.9, minutes, form.tick, role, "center", bold=told)
        left = right
    y = bottom + form.tick * 2.2
    titles = " · ".join(block.title for block in now)
    lines = wrap(titles, form.characters(form.width, form.label))
    if titles:
        middle = y + height(len(lines), form.label) / 2
        paper.text(0.001, middle, "\n".join(lines), form.label, bold=True)
    # Room for the longest, so that the path below stands still from step to step.
    longest = max(
        len(
            wrap(" · ".join(block.title for block in some), form.characters(form.width, form.label))
        )
        for some in (*((block,) for block in plan.blocks), plan.blocks[-2:])
    )
    return y + height(max(longest, len(lines)), form.label) + form.label * 0.6


def _draw_page(
    paper: Paper,
    form: Form,
    page: Page,
    place: tuple[float, float],
    top: float,
    *,
    told: bool,
    titles: bool = True,
) -> float:
    """A page's name and the titles of its steps with their numbers; returns the px below."""
    left, right = place
    role = Role.INK if told else Role.FADED_TEXT
    menu = wrap(page.menu, form.characters((right - left) * form.width, form.title))
    tall = height(len(menu), form.title)
    paper.text(left + 0.001, top + tall / 2, "\n".join(menu), form.title, role, bold=True)
    # So many titles fit a projector's screen only in the smallest of its type.
    size = form.label if form.label < 20 else form.tick
    y, text = top + tall, left + form.x(size * 1.4)
    width = int((right - text) * form.width / (LETTER * size))
    for number, step in enumerate(page.steps if titles else (), 1):
        lines = wrap(step.title, width)
        first = y + height(1, size) / 2
        paper.text(left + 0.001, first, str(number), form.tick, role, bold=True)
        middle = y + height(len(lines), size) / 2
        paper.text(text, middle, "\n".join(lines), size, role)
        y += height(len(lines), size)
    return y
