"""The whole content folder as one object."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import Field

from explainer.content import importance
from explainer.content.about import About
from explainer.content.actors import Actor
from explainer.content.base import Content
from explainer.content.claims import Claim, Kind
from explainer.content.contested import Disagreement
from explainer.content.events import Event
from explainer.content.figures import Figure
from explainer.content.glossary import Term
from explainer.content.pages import (
    ArgumentPage,
    ImplicationsPage,
    LimitsPage,
    OverviewPage,
    ReasonsPage,
    SeminarPage,
    SourcesPage,
    TimelinePage,
)
from explainer.content.readings import Reading
from explainer.content.relations import Relations, Relationship, State
from explainer.content.series import Series
from explainer.content.sources import Source
from explainer.content.steps import Page

CLAIM_PAGES = ("timeline", "reasons", "implications", "limits")
PARTS = {"sources": "sources_page"}
"""The fields of pages whose field has another name."""
LEFT_OUT: Any = None
"""What a page is that the content leaves out."""


class Explainer(Content):
    """The whole content folder as one object: ``explainer.timeline`` is ``timeline.yaml``.

    A page left out is None, and so is ``relations`` where no page draws it. They are typed as if
    they were there, because whoever works on one has it from ``about.pages`` or from ``argument``.
    """

    about: About = Field(
        description=(
            "What the explainer is called, the brief it explains, and words used on every page."
        )
    )
    actors: tuple[Actor, ...] = Field(
        min_length=2, max_length=6, description="Who takes part: states, bodies, groups."
    )
    events: tuple[Event, ...] = Field(
        min_length=1, description="Everything that happened, in order of date."
    )
    sources: tuple[Source, ...] = Field(min_length=1, description="Everything that is cited.")
    glossary: tuple[Term, ...] = Field(default=(), description="Terms that readers may not know.")
    readings: tuple[Reading, ...] = Field(
        default=(), description="What other analysts say, with the claims it bears on."
    )
    contested: tuple[Disagreement, ...] = Field(
        default=(), description="Points on which sources differ, with the claims that show them."
    )
    series: tuple[Series, ...] = Field(
        default=(), description="Small data series, each with its unit and its caution."
    )
    relations: Relations = Field(
        default=LEFT_OUT,
        description=(
            "How close the subject was to others, and since when; for the pages reasons and limits."
        ),
    )
    overview: OverviewPage = Field(
        description=(
            "The first page: the question, the answer in short, terms, and the long strip."
        )
    )
    timeline: TimelinePage = Field(
        default=LEFT_OUT, description="The page on what happened, and in which order."
    )
    reasons: ReasonsPage = Field(default=LEFT_OUT, description="The page on why it happened.")
    implications: ImplicationsPage = Field(
        default=LEFT_OUT, description="The page on what follows from it."
    )
    limits: LimitsPage = Field(default=LEFT_OUT, description="The page on what holds it back.")
    seminar: SeminarPage = Field(
        default=LEFT_OUT,
        description="The page for the class: plans, questions for the room, debates.",
    )
    sources_page: SourcesPage = Field(description="The page on where every statement comes from.")

    @cached_property
    def event(self) -> Mapping[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.events}

    @cached_property
    def actor(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def term(self) -> Mapping[str, Term]:
        """Glossary entries by id."""
        return {term.id: term for term in self.glossary}

    @cached_property
    def state(self) -> Mapping[str, State]:
        """States of a relationship by id."""
        return {state.id: state for state in self.relations.states} if self.relations else {}

    @cached_property
    def relationship(self) -> Mapping[str, Relationship]:
        """Relationships by the id of the actor."""
        found = self.relations.relationships if self.relations else ()
        return {relationship.actor: relationship for relationship in found}

    @cached_property
    def argument(self) -> Mapping[str, ArgumentPage]:
        """The pages with claims, by name, without those left out."""
        every = {page: getattr(self, page) for page in CLAIM_PAGES}
        return {page: found for page, found in every.items() if found}

    @cached_property
    def claim_places(self) -> tuple[tuple[tuple[str | int, ...], Claim], ...]:
        """Every claim with its path in the content."""
        return tuple(
            ((page, "sections", number, "claims", index), claim)
            for page, found in self.argument.items()
            for number, section in enumerate(found.sections)
            for index, claim in enumerate(section.claims)
        )

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of the pages."""
        return tuple(claim for _, claim in self.claim_places)

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def forecasts(self) -> tuple[Claim, ...]:
        """The claims that are about the future, in the order of the pages."""
        return tuple(claim for claim in self.claims if claim.kind is Kind.FORECAST)

    @cached_property
    def points(self) -> Mapping[str, tuple[Disagreement, ...]]:
        """The points on which sources differ, by the id of each claim that hangs on them."""
        return {
            claim.id: tuple(point for point in self.contested if claim.id in point.claims)
            for claim in self.claims
        }

    @cached_property
    def page_of_claim(self) -> Mapping[str, str]:
        """The page on which each claim stands."""
        return {claim.id: str(path[0]) for path, claim in self.claim_places}

    @cached_property
    def importance(self) -> Mapping[str, int]:
        """How much of the argument hangs on each event, by its id; the least number is the most."""
        return importance.ranks(self)

    def page(self, name: str) -> Page:
        """The page of that name. Raises KeyError for any other, and for one left out."""
        return self.pages[name]

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The pages by name, in the order of the menu, without those left out."""
        every = {name: getattr(self, PARTS.get(name, name)) for name in self.about.pages}
        return {name: page for name, page in every.items() if page}

    def figures_of(self, page: str) -> Mapping[str, Figure]:
        """The figures of a page by name, in the order of its fields, without those left out."""
        return {name: figure for name, figure in self.places_for_figures[page].items() if figure}

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The figures of all pages by name, in the order of the menu, without those left out."""
        return {name: figure for name, figure in self.figure.items() if figure}

    @cached_property
    def figure(self) -> Mapping[str, Figure | None]:
        """Every figure that the pages have a place for, by name; None where it is left out."""
        every = self.places_for_figures.values()
        return {name: figure for places in every for name, figure in places.items()}

    @cached_property
    def places_for_figures(self) -> Mapping[str, Mapping[str, Figure | None]]:
        """What stands in the fields of each page that are for a figure, by page and name.

        The page's own figure has the name of the page, any other that of its field.
        """
        return {
            page: {
                page if field == "figure" else field: getattr(found, field)
                for field, info in type(found).model_fields.items()
                if _is_for_a_figure(info.annotation)
            }
            for page, found in self.pages.items()
        }


FILES = {"about": "explainer.yaml"} | {
    field: f"{field}.yaml" for field in Explainer.model_fields if field != "about"
}
"""The name of each file, by the field of Explainer that it fills."""


def _is_for_a_figure(hint: Any) -> bool:
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return any(isinstance(part, type) and issubclass(part, Figure) for part in parts)
