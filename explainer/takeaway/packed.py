"""What the script of the offline copy adds to it: figures step by step, the stage, what is pressed.

It is in the file once more compressed, as text: JSON, gzip, base64. A browser unpacks all three by
itself, and without a script nothing is lost that is not on paper too.
"""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from explainer import figures
from explainer.content.explainer import Explainer
from explainer.content.questions import Question
from explainer.figures.forms import NARROW, POCKET, PRESENTER, SQUARISH, STEP, Form
from explainer.figures.parts.scene import Scene
from explainer.figures.svg import svg
from explainer.language.catalogue import say
from explainer.reading.seen import Seen, step_after
from explainer.reading.view import SCOPES, View
from explainer.reading.words import Words, environment
from explainer.takeaway.stylesheet import TEMPLATES
from explainer.takeaway.ways import AnsweringWays, event_here

BESIDE = {"step": STEP, "pocket": POCKET}
"""How a step's figure is drawn beside its words, and above them on a narrow screen."""
STAGES = {"stage": PRESENTER, "squarish": SQUARISH}
"""How it is drawn for a room, for a wide screen and for one that is less so."""
CONTROLS = ("path", "start", "opened", "filters", "search", "summary", "stage")
TAGS = re.compile("(?<=>)(?=<)")


def contents(scene: Scene, sheet: Mapping[str, Form]) -> dict[str, Any]:
    """All of it, by what it is.

    ``scene`` is what whole figures show; in its form for a wide screen, ``sheet``, each is drawn
    with what came after the brief as well. Sheets are lists of places in ``parts``, since figures
    of a page share most of what they are made of.
    """
    explainer = scene.explainer
    parts: dict[str, int] = {}
    drawn = {
        name: [parts.setdefault(part, len(parts)) for part in TAGS.split(drawing)]
        for name, drawing in _sheets(scene, sheet)
    }
    return {
        "parts": list(parts),
        "sheets": drawn,
        "stage": dict(_stages(explainer)),
        "questions": dict(_questions(explainer)),
        "controls": _controls(explainer),
    }


def packed(found: Mapping[str, Any]) -> Markup:
    """It as text that a page can hold and a browser unpacks."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return Markup("{}").format(b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode())


def _steps(explainer: Explainer) -> Iterator[tuple[str, Seen]]:
    for name in explainer.about.pages:
        page = explainer.page(name)
        for at in range(1, len(page.steps) + 1):
            yield f"{name}-step-{at}", Seen(explainer, name, page, View(step=at, present=True))


def _sheets(scene: Scene, sheet: Mapping[str, Form]) -> Iterator[tuple[str, str]]:
    explainer = scene.explainer
    for kind, form in (BESIDE | STAGES).items():
        link = event_here if kind in BESIDE else None
        for place, seen in _steps(explainer):
            figure = seen.figure
            drawn = figures.declared(figure, seen.scene(figure), form)
            alt = explainer.figures[figure].alt
            yield f"{kind}/{place}", svg(drawn, alt, width=form.width, link=link)
    later = Scene(explainer, frozenset(explainer.event))
    for name, said in explainer.figures.items():
        for kind, shown, form in (
            ("narrow", scene, NARROW),
            ("narrow-later", later, NARROW),
            ("sheet-later", later, sheet[name]),
        ):
            drawn = figures.declared(name, shown, form)
            yield f"{kind}/{name}", svg(drawn, said.alt, width=form.width, link=event_here)


def _stages(explainer: Explainer) -> Iterator[tuple[str, dict[str, str]]]:
    """What is said on the stage at each step."""
    words = Words(explainer, AnsweringWays(explainer))
    for place, seen in _steps(explainer):
        then = step_after(seen)
        title = explainer.page(then[0]).steps[then[1] - 1].title if then else ""
        yield (
            place,
            {
                "head": words("stage.head", seen.name, seen.at),
                "finding": words("stage.finding", seen.figure, seen.shown(seen.figure)),
                "foot": words("stage.foot", seen.name, seen.at, title),
                "notes": words("stage.notes", seen.name, seen.at),
            },
        )


def _questions(explainer: Explainer) -> Iterator[tuple[str, str]]:
    """Each question as it is answered on a screen, by its id."""
    for name in explainer.about.pages:
        asked: tuple[Question, ...] = getattr(explainer.page(name), "questions", ())
        words = Words(explainer, AnsweringWays(explainer, page_name=name))
        for one in asked:
            head = say("predict-first" if one.before_figure else "check-yourself")
            yield one.id, words("question.question", one, head, "h4", one.before_figure)


def _controls(explainer: Explainer) -> dict[str, str]:
    words = Words(explainer, AnsweringWays(explainer))
    template = environment(TEMPLATES).get_template("controls.html")
    module = template.make_module({**words.context(), "SCOPES": SCOPES})
    return {name: getattr(module, name)() for name in CONTROLS}
