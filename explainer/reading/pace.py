"""How long the reading of a page takes."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.content.explainer import Explainer
from explainer.content.pages import ArgumentPage, OverviewPage

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults: Brysbaert, M. (2019). How many words do we
read per minute? A review and meta-analysis of reading rate. Journal of Memory and Language, 109,
104047. https://doi.org/10.1016/j.jml.2019.104047"""
SECONDS_A_VIEW = 40
"""To find in a figure what a step asks for, and to read the labels around it: our estimate."""


def minutes(explainer: Explainer, name: str) -> int:
    """The whole minutes, at least one, that a page takes whoever follows its path to the claims.

    Read are the words under its title, those of its steps and each claim’s own; looked at is its
    figure once a step, and any other figure once. Words are what spaces part.
    """
    words = sum(len(text.split()) for text in _met(explainer, name))
    views = len(explainer.page(name).steps) + len(explainer.figures_of(name)) - 1
    return max(1, round(words / WORDS_A_MINUTE + views * SECONDS_A_VIEW / 60))


def _met(explainer: Explainer, name: str) -> Iterator[str]:
    """The texts that a reader of a page’s path meets."""
    page = explainer.page(name)
    yield page.standfirst or ""
    if isinstance(page, OverviewPage):
        yield from (answer.text for answer in page.answers)
    for step in page.steps:
        yield from (step.title, step.text, step.look)
    if isinstance(page, ArgumentPage):
        yield from (claim.text for section in page.sections for claim in section.claims)
