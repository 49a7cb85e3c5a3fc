"""The parts of a page, for the row at its top that leads to them."""

from __future__ import annotations

from collections.abc import Mapping

from explainer.content.explainer import Explainer
from explainer.content.pages import ArgumentPage, OverviewPage, SeminarPage, SourcesPage
from explainer.content.steps import Page
from explainer.language.catalogue import say

PARTS: Mapping[type[Page], tuple[str, ...]] = {
    OverviewPage: ("path", "in-short", "terms-first", "events", "where-to-go"),
    ArgumentPage: ("path", "argument", "check-yourself", "events"),
    SeminarPage: ("path", "plans", "room", "debates", "forecasts", "take"),
    SourcesPage: ("path", "the-brief", "classed", "disagree", "glossary", "events"),
}
"""The ids of the parts of each kind of page, in their order."""


def parts_of(explainer: Explainer, name: str) -> tuple[tuple[str, str], ...]:
    """The parts that a page has, each with its id and its name in the row."""
    page = explainer.page(name)
    ids = next(ids for kind, ids in PARTS.items() if isinstance(page, kind))
    seminar, asked = explainer.seminar, page.questions if isinstance(page, ArgumentPage) else ()
    filled = {
        "terms-first": explainer.overview.terms,
        "check-yourself": [one for one in asked if not one.before_figure],
        "room": seminar and seminar.discussion,
        "debates": seminar and seminar.debates,
        "forecasts": explainer.forecasts,
        "disagree": explainer.contested,
        "glossary": explainer.glossary,
    }
    return tuple((part, say(f"part-{part}")) for part in ids if filled.get(part, True))
