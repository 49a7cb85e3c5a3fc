"""Each figure as an SVG file of its own: whole, and as each step of its page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from explainer import figures
from explainer.content import selection
from explainer.content.actors import Actor
from explainer.content.explainer import Explainer
from explainer.content.steps import Page
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import PRESENTER, STEP, WIDE, Form
from explainer.figures.line_breaks import ADVANCE, columns, wrap
from explainer.figures.palette import Role, theme
from explainer.figures.parts.scene import hue_role, shape
from explainer.figures.svg import in_light, svg
from explainer.figures.traces import FONT
from explainer.reading.seen import Seen
from explainer.reading.view import WHOLE_FIGURE, View
from explainer.takeaway import citation

EDGE = 0.02
"""The margin around a figure, in units of its width."""


def plates(explainer: Explainer) -> dict[str, str]:
    """Every figure by the name of its file, ``figures/NAME.svg`` or ``figures/NAME-step-N.svg``."""
    return dict(_plates(explainer))


def _plates(explainer: Explainer) -> Iterator[tuple[str, str]]:
    for name in explainer.about.pages:
        page = explainer.page(name)
        whole = Seen(explainer, name, page, View(step=WHOLE_FIGURE))
        for figure in explainer.figures_of(name):
            drawn = figures.declared(figure, whole.scene(figure), WIDE)
            title = explainer.figures[figure].finding
            yield f"figures/{figure}.svg", sheet(whole, figure, title, drawn, WIDE)
        for number in range(1, len(page.steps) + 1):
            yield f"figures/{name}-step-{number}.svg", step(explainer, name, page, number)


def step(explainer: Explainer, name: str, page: Page, number: int) -> str:
    """The figure of one step, as the stage has it."""
    seen = Seen(explainer, name, page, View(step=number))
    drawn = figures.declared(seen.figure, seen.scene(seen.figure), PRESENTER)
    return sheet(seen, seen.figure, page.steps[number - 1].title, drawn, PRESENTER)


def seen_as(seen: Seen, figure: str) -> str:
    """A figure as one view of its page shows it on a wide screen."""
    form = WIDE if seen.is_whole else STEP
    drawn = figures.declared(figure, seen.scene(figure), form)
    said = seen.explainer.figures[figure].finding
    title = said if seen.is_whole else seen.page.steps[seen.at - 1].title
    return sheet(seen, figure, title, drawn, form)


def sheet(seen: Seen, figure: str, title: str, drawn: FigureDict, form: Form) -> str:
    """A drawn figure with its title above; below what its marks mean, whose it is, its terms."""
    explainer = seen.explainer
    edge, small = form.width * EDGE, form.tick
    wide = form.width + 2 * edge
    heading = wrap(title, form.characters(form.width, form.title * 1.5))
    top = edge + len(heading) * form.title * 1.9
    brief = citation.brief(explainer.about)
    events = [explainer.event[name] for name in seen.shown(figure)]
    who, signs = selection.legend(explainer, figure, events)
    key = _legend(form, who)
    said = [
        " · ".join(signs),
        f"{brief.author}. {brief.title}. {brief.publisher}, {brief.date.words()}.",
        f"{'; '.join(explainer.about.authors)}. {explainer.about.reuse}".rstrip(),
    ]
    notes = [line for text in said for line in wrap(text, form.characters(form.width, small))]
    keyed = top + drawn["layout"]["height"] + small * 0.6
    below = keyed + key["layout"]["height"]
    high = below + len(notes) * small * 1.4 + edge
    ink, grey = in_light(Role.INK), in_light(Role.MUTED)
    heads = "".join(
        _text(edge, edge + form.title * (1.4 + 1.9 * at), form.title * 1.5, line, ink, "bold")
        for at, line in enumerate(heading)
    )
    feet = "".join(
        _text(edge, below + small * (0.8 + 1.4 * at), small, line, grey)
        for at, line in enumerate(notes)
    )
    alt = explainer.figures[figure].alt
    inner = svg(drawn, alt, width=form.width, colour=in_light)
    return str(
        Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}"'
            ' role="img" font-family="{font}">'
            "<title>{title}</title><desc>{alt}</desc>"
            '<rect width="{w}" height="{h}" fill="{paper}"/>{heads}'
            '<g transform="translate({edge},{top})">{inner}</g>'
            '<g transform="translate({edge},{keyed})">{key}</g>{feet}</svg>\n'
        ).format(
            w=round(wide),
            h=round(high),
            font=FONT,
            title=title,
            alt=alt,
            paper=theme("light")["backgroundColor"],
            heads=Markup(heads),
            inner=inner,
            keyed=round(keyed, 1),
            key=svg(key, "", width=form.width, colour=in_light),
            feet=Markup(feet),
            edge=round(edge, 1),
            top=round(top, 1),
        )
    )


def _legend(form: Form, who: Iterable[Actor]) -> FigureDict:
    """Whose marks are drawn, each beside its name, as wide as a figure."""
    paper, size, x = Paper(), form.tick, 0.0
    y = size
    for actor in who:
        wide = size * (2.2 + ADVANCE * columns(actor.name))
        if x and x + wide > form.width:
            x, y = 0.0, y + size * 1.5
        paper.mark(form.x(x + size / 2), y, shape(actor), size * 0.85, hue_role(actor))
        paper.text(form.x(x + size * 1.2), y, actor.name, size, Role.MUTED)
        x += wide
    return paper.figure(y + size * 0.7)


def _text(x: float, y: float, px: float, words: str, fill: str, weight: str = "normal") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{px:g}" fill="{fill}"'
        f' font-weight="{weight}">{escape(words)}</text>'
    )
