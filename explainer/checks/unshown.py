"""What is filled in and reaches no reader: it only shows under a condition that is not met."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.checks.consistency import Finding
from explainer.checks.references import Data
from explainer.content.explainer import Explainer


def approximate_without_date(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Sources whose date is said to be about right, and not given."""
    for number, source in enumerate(explainer.sources):
        if source.date_is_approximate and source.date is None:
            path = ("sources", number, "date_is_approximate")
            wrong = "date_is_approximate is given, but no date that it could stand before"
            yield path, wrong, "add date:, or remove it"


def unused_states(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Degrees of closeness that no band has."""
    bands = (band for one in explainer.relations.relationships for band in one.bands)
    used = {band.state for band in bands}
    for number, state in enumerate(explainer.relations.states):
        if state.id not in used:
            wrong = f"no band has the state “{state.id}”, so no figure shows it"
            yield ("relations", "states", number, "id"), wrong, "give it to a band, or remove it"


def undrawn_relationships(explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Relationships that are the side of no figure."""
    figures = [page.figure for page in (explainer.reasons, explainer.limits) if page]
    drawn = {actor for figure in figures for actor in figure.relationships}
    for number, relationship in enumerate(explainer.relations.relationships):
        if relationship.actor not in drawn:
            yield (
                ("relations", "relationships", number, "actor"),
                f"no figure has a side for “{relationship.actor}”, so its bands are not shown",
                "add a side to reasons.yaml or limits.yaml, or remove the relationship",
            )


def idle_actors(page: str, explainer: Explainer, data: Data) -> Iterator[Finding]:
    """Actors of a step on a page whose figure has nothing of theirs to keep in colour."""
    for number, step in enumerate(getattr(explainer, page).steps):
        if step.actors:
            path = (page, "steps", number, "actors")
            wrong = "actors changes nothing here: the figure of this page has no bands or bars"
            yield path, wrong, "remove it, or name events instead"
