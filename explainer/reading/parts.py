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
    left_out = set()
    if isinstance(page, ArgumentPage) and all(one.before_figure for one in page.questions):
        left_out.add("check-yourself")
    if not explainer.contested:
        left_out.add("disagree")
    return tuple((part, say(f"part-{part}")) for part in ids if part not in left_out)
