"""events.yaml: what happened, dated only as sharply as its sources date it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from explainer.content.base import (
    ActorId,
    Content,
    Date,
    Hour,
    Line,
    Locator,
    Slug,
    SourceId,
    Text,
)
from explainer.language.dates import Precision, disorder
from explainer.language.faults import Fault


class Scope(StrEnum):
    """Whether the brief names an event, leaves it as background, or came before it."""

    BRIEF = "brief"
    CONTEXT = "context"
    AFTER = "after"


class Attendance(StrEnum):
    """Whether the subject took part: filled, outlined or dotted in figures."""

    PRESENT = "present"
    ABSENT = "absent"
    EXPECTED = "expected"


class Vote(StrEnum):
    """How an actor voted."""

    FOR = "for"
    AGAINST = "against"
    VETO = "veto"
    ABSTAIN = "abstain"


class Event(Content):
    """Something that happened, dated only as sharply as its sources date it."""

    id: Slug = Field(description="Never changes, even when the title does: links carry it.")
    title: Line = Field(description="What happened, in one line of at most twelve words or so.")
    label: Annotated[Line, StringConstraints(max_length=60)] = Field(
        description="A few words for figures; the figure adds the date."
    )
    start: Date = Field(description="When it happened or began, no sharper than its sources say.")
    end: Date | None = Field(
        default=None,
        description="When it ended, written as sharply as start; not needed for a single day.",
    )
    precision: Literal["minute", "day", "month", "year", "decade"] = Field(
        description="How sharp start and end are; both must be written to it."
    )
    time: Line | None = Field(
        default=None, description="What is known of the hour, such as “about 16:00”."
    )
    drawn_at: Hour | None = Field(
        default=None,
        description=(
            "The hour at which figures draw it, such as 16:00, where the hour is not exact."
        ),
    )
    place: Line = Field(description="Where it happened: town, country.")
    actors: tuple[ActorId, ...] = Field(
        default=(), description="Ids of the actors who take part; readers filter by them."
    )
    lanes: tuple[ActorId, ...] = Field(
        default=(),
        description=(
            "Ids of the actors in whose lanes figures draw it; by default all but the subject."
        ),
    )
    attendance: Attendance = Field(
        default=Attendance.ABSENT,
        description="Whether the subject took part: filled, outlined or dotted marks.",
    )
    met: tuple[ActorId, ...] = Field(
        default=(),
        description=(
            "Ids of the actors whose leader the subject met one to one; meetings are counted."
        ),
    )
    votes: Mapping[ActorId, Vote] = Field(
        default={}, description="How actors voted, a line each, such as westland: veto."
    )
    description: Text = Field(
        description="One to three sentences in neutral words, and no more than the sources say."
    )
    note: Text | None = Field(
        default=None, description="What readers should know about the dating."
    )
    brief: tuple[Locator, ...] = Field(
        default=(), description="Locators of the sentences of the brief that name it."
    )
    scope: Scope = Field(
        description="brief: the brief names it; context: background; after: later than the brief."
    )
    sources: tuple[SourceId, ...] = Field(
        min_length=1,
        description=(
            "Ids of the sources that say so; without the brief, one must be of grade A or B."
        ),
    )
    confirmed: bool = Field(
        default=True, description="false if it was expected but not seen confirmed."
    )

    @model_validator(mode="after")
    def _dates_agree(self) -> Self:
        wanted = Precision[self.precision.upper()]
        for name, when in (("start", self.start), ("end", self.end)):
            if when and when.precision != wanted:
                raise Fault(
                    f"{name} is written to the {when.precision.name.lower()} but precision says "
                    f"{self.precision}",
                    "make the two agree",
                    name,
                )
        ends_later = self.end if self.end != self.start else None
        if ends_later and (fault := disorder(self.start, ends_later)):
            raise fault
        if self.scope is Scope.BRIEF and not self.brief:
            raise Fault(
                "scope is brief, but no sentence is named",
                "add brief: with a locator, or write scope: context",
                "scope",
            )
        return self
