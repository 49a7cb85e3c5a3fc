"""The picture that a shared link shows: a page's figure under the title of its step."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from markupsafe import escape

from explainer import figures
from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.content.explainer import Explainer
from explainer.figures.forms import PRESENTER
from explainer.figures.line_breaks import wrap
from explainer.figures.palette import theme
from explainer.figures.svg import in_light, svg
from explainer.reading.seen import Edition, Seen
from explainer.reading.view import View
from explainer.server.files import Answer
from explainer.takeaway.pictures import png

FOLDER = "preview"
SIZE = (1200, 630)
"""The px that programs which show links ask for."""
EDGE = 60
NAME = re.compile(rf"{FOLDER}/([a-z_]+)-([0-9]{{1,2}})\.png")
FORM = replace(PRESENTER, width=1960, fixed=460, screen=655)
"""As on the stage: large type, scaled down."""


def address(page: str, step: int) -> str:
    """Where the picture of a step lies, below the address of the app."""
    return f"{FOLDER}/{page}-{step}.png"


def picture(name: str) -> Answer | None:
    """The picture at an address; None if there is none."""
    found = NAME.fullmatch(name)
    try:
        explainer = loader.load()
    except ContentError:
        return None
    if not found or found[1] not in explainer.about.pages:
        return None
    page, step = found[1], int(found[2])
    if not 1 <= step <= len(explainer.page(page).steps):
        return None
    return _drawn(Edition(explainer), page, step)


@lru_cache(maxsize=64)
def _drawn(edition: Edition, page: str, step: int) -> Answer:
    body = png(card(edition.explainer, page, step), SIZE[0])
    return Answer(body, "image/png", "public, max-age=3600")


def card(explainer: Explainer, page: str, step: int) -> str:
    """The picture as SVG: whose explainer, what the step says, its figure, the brief it is from."""
    wide, high = SIZE
    seen = Seen(explainer, page, explainer.page(page), View(step=step))
    title = seen.page.steps[step - 1].title
    lines = wrap(title, 46)
    size = 46 if len(lines) == 1 else 36
    drawn = figures.declared(seen.figure, seen.scene(seen.figure), FORM)
    top = 76 + len(lines) * size * 1.15
    scale = min((wide - 2 * EDGE) / FORM.width, (high - 52 - top - 14) / drawn["layout"]["height"])
    colours = {name: str(theme("light")[key]) for name, key in _COLOURS.items()}
    brief = explainer.about.brief
    figure = svg(drawn, "", width=FORM.width, colour=in_light)

    def text(y: float, px: float, words: str, more: str) -> str:
        return f'<text x="{EDGE}" y="{y:g}" font-size="{px:g}" {more}>{escape(words)}</text>'

    heading = "".join(
        text(76 + size * (0.85 + 1.15 * at), size, line, 'font-family="serif" font-weight="600"')
        for at, line in enumerate(lines)
    )
    source = f"{brief.author}, {brief.title}, {brief.date.words()}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}"'
        f' viewBox="0 0 {wide} {high}" font-family="sans-serif" fill="{colours["ink"]}">'
        f'<rect width="{wide}" height="{high}" fill="{colours["paper"]}"/>'
        + text(58, 22, f"{explainer.about.title} · {seen.page.menu}", f'fill="{colours["grey"]}"')
        + heading
        + f'<svg x="{EDGE}" y="{top + 14:g}" width="{FORM.width * scale:g}"'
        f' height="{drawn["layout"]["height"] * scale:g}"'
        f' viewBox="0 0 {FORM.width:g} {drawn["layout"]["height"]}">{figure}</svg>'
        + text(high - 24, 20, source, f'fill="{colours["grey"]}"')
        + "</svg>"
    )


_COLOURS = {"paper": "backgroundColor", "ink": "textColor", "grey": "grayTextColor"}
