"""The whole explainer as one HTML file that needs no network and prints as a handout.

The template says what stands where, with the words of the reading room; this module gives it the
figures as SVG, the numbers of the sources and of the questions, and the order of the events.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from markupsafe import Markup

from explainer import figures
from explainer.content import selection
from explainer.content.actors import Actor
from explainer.content.chronology import moment
from explainer.content.events import Scope
from explainer.content.explainer import CLAIM_PAGES, Explainer
from explainer.content.figures import Figure
from explainer.content.questions import Question
from explainer.content.sources import Source
from explainer.figures.forms import WIDE, Form
from explainer.figures.parts.scene import Scene
from explainer.figures.svg import svg
from explainer.reading import words
from explainer.reading.chronicle import Stretch, stretches
from explainer.reading.words import Words, environment
from explainer.takeaway import packed, stylesheet
from explainer.takeaway.stylesheet import TEMPLATES
from explainer.takeaway.ways import HandoutWays, event_here

PRINT = Form("wide", width=880, label=12, tick=11, title=15, scale=11, mark=11)
"""The wide form for paper: larger type on a narrower sheet, scaled down to the width of a page."""


@dataclass(frozen=True)
class Plate:
    """A figure with what is said around it."""

    name: str
    said: Figure
    actors: tuple[Actor, ...]
    signs: tuple[str, ...]
    """What filled and outlined marks mean."""
    stretches: tuple[Stretch, ...]
    """Its events in words."""
    drawing: Markup
    """The figure for paper and wide screens."""


@dataclass(frozen=True)
class Asked:
    """A question with its number in the whole document."""

    number: int
    page: str
    question: Question


def page(explainer: Explainer) -> str:
    """The explainer as the text of one HTML file."""
    scene = Scene(
        explainer,
        frozenset(event.id for event in explainer.events if event.scope is not Scope.AFTER),
    )
    numbers = {source.id: at for at, source in enumerate(references(explainer), 1)}
    worded = Words(explainer, HandoutWays(explainer, numbers))
    script = _script()
    more = packed.contents(scene, {name: sheet(name) for name in explainer.figures})
    text = (
        environment(TEMPLATES)
        .get_template("handout.html")
        .render(
            **worded.context(),
            references=references(explainer),
            before=stretches(explainer, scene.events(explainer.event)),
            after=sorted(
                (event for event in explainer.events if event.scope is Scope.AFTER), key=moment
            ),
            plates={name: _plate(scene, name) for name in explainer.figures},
            questions=_questions(explainer),
            style=Markup(stylesheet.handout(explainer.about.title)),
            script=script,
            packed=packed.packed(more),
            hash=b64encode(sha256(script.encode()).digest()).decode(),
        )
    )
    # What is set in it decides which letters its typefaces need.
    letters = text + "".join(more["parts"]) + str(more)
    return text.replace(stylesheet.TYPEFACES_HERE, stylesheet.typefaces(letters), 1)


@cache
def _script() -> Markup:
    """The one script: what the copy alone does, and what lets questions be answered."""
    quiz = words.QUIZ.read_text("utf-8").replace("export default function", "function quiz")
    return Markup("{}\n{}").format(
        Markup(quiz), Markup((TEMPLATES / "handout.js").read_text("utf-8"))
    )


def references(explainer: Explainer) -> tuple[Source, ...]:
    """Every source in the order of its number: by author or publisher, then by date."""

    def place(source: Source) -> tuple[str, str, str]:
        name = source.author or source.publisher
        when = source.date.at.isoformat() if source.date else ""
        return name.casefold(), when, source.title.casefold()

    return tuple(sorted(explainer.sources, key=place))


# ------------------------------------------------------------------ figures


def sheet(name: str) -> Form:
    """How a figure is drawn for paper and a wide screen."""
    # The strip places its flags for the width of a screen; the others stack their labels.
    return WIDE if name == "overview" else PRINT


def _plate(scene: Scene, name: str) -> Plate:
    explainer = scene.explainer
    said = explainer.figures[name]
    events = scene.events(selection.event_ids(explainer, name))
    actors, signs = selection.legend(explainer, name, events)
    form = sheet(name)
    drawn = figures.declared(name, scene, form)
    drawing = svg(drawn, said.alt, width=form.width, link=event_here)
    return Plate(name, said, actors, signs, stretches(explainer, events), drawing)


# ------------------------------------------------------------------ order and cross-references


def _questions(explainer: Explainer) -> tuple[Asked, ...]:
    """Every question in the order of the pages, predictions first as they stand on a page."""
    asked = [
        (name, question)
        for name in explainer.about.pages
        if name in CLAIM_PAGES
        for question in sorted(
            getattr(explainer, name).questions, key=lambda question: not question.before_figure
        )
    ]
    return tuple(Asked(at, name, question) for at, (name, question) in enumerate(asked, 1))
