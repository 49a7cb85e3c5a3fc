"""Every figure of some pages in every form, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from boxes import mistakes, read
from scenes import scene

from explainer import figures
from explainer.content.explainer import Explainer
from explainer.content.figures import Mark
from explainer.figures.canvas import FigureDict
from explainer.figures.forms import NARROW, PRESENTER, STEP, WIDE
from explainer.figures.parts.scene import Scene
from explainer.reading.view import View
from explainer.takeaway import handout

FORMS = {
    "wide": WIDE,
    "narrow": NARROW,
    "step": STEP,
    "presenter": PRESENTER,
    "print": handout.PRINT,
}


def figures_of(explainer: Explainer, pages: Iterable[str]) -> list[str]:
    """The figures that pages of a content folder have."""
    return [name for page in pages for name in explainer.figures_of(page)]


def held(drawn: FigureDict) -> set[str]:
    """The events a figure has a mark of."""
    found = [trace for trace in drawn["data"] if trace.get("name") == "events"]
    return {name for trace in found for (ids,) in trace["customdata"] for name in ids.split()}


def said(drawn: FigureDict) -> list[str]:
    """Every text of a figure without spaces, because it may be broken anywhere."""
    texts = [trace["text"] for trace in drawn["data"] if trace.get("mode") == "text"]
    return [re.sub(r"\s|<br>", "", read(text)) for some in texts for text in some]


def marks_of(part: Any) -> Iterator[Mark]:
    """Every mark in a part of the content."""
    if isinstance(part, Mark):
        yield part
    elif isinstance(part, tuple | list):
        for one in part:
            yield from marks_of(one)
    elif hasattr(type(part), "model_fields"):
        for name in type(part).model_fields:
            yield from marks_of(getattr(part, name))


def faults(explainer: Explainer, pages: Iterable[str], *views: View) -> list[str]:
    """What is wrong with pages' figures: labels that touch or are cut, events lost or not named."""
    found = []
    for name in figures_of(explainer, pages):
        for view in views:
            shown = scene(explainer, name, view)
            for form in FORMS:
                drawn = figures.declared(name, shown, FORMS[form])
                place = f"{name}, {form}, {view.scope} {','.join(view.actors)}"
                found += [f"{place}: {wrong}" for wrong in mistakes(drawn, FORMS[form])]
                if name == "seminar":
                    continue
                if held(drawn) != shown.shown:
                    found.append(f"{place}: marks differ: {held(drawn) ^ shown.shown}")
                if form not in ("presenter", "step"):
                    found += [f"{place}: {one} is not named" for one in _unnamed(shown, drawn)]
                for trace in drawn["data"]:
                    if not all(0 <= x <= 1 for x in trace["x"] if x is not None):
                        found.append(f"{place}: something stands beside the sheet")
    return found


def _unnamed(shown: Scene, drawn: FigureDict) -> list[str]:
    explainer, texts = shown.explainer, " ".join(said(drawn))
    labels = {name: {explainer.event[name].label} for name in shown.shown}
    for page in explainer.pages.values():
        for mark in marks_of(page):
            for name in shown.shown.intersection(mark.events):
                labels[name].add(mark.label or explainer.event[mark.events[0]].label)
    return [
        name
        for name, every in labels.items()
        if not any(re.sub(r"\s", "", label) in texts for label in every)
    ]
