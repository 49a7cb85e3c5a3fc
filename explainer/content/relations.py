"""relations.yaml: how close the subject was to others, and since when."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from explainer.content.base import (
    ActorId,
    Content,
    Date,
    EventId,
    Line,
    Locator,
    Number,
    Slug,
    SourceId,
    StateId,
    Text,
)
from explainer.language.dates import disorder


class State(Content):
    """A degree of closeness, given a width and an outline by the editors."""

    id: Slug = Field(description="How bands name it, such as close.")
    name: Line = Field(description="One or two words, shown beside the bands.")
    width: Annotated[Number, Field(ge=0, le=1)] = Field(
        description="How close: 1 is closest and widest, 0 is only a dotted line."
    )
    edge: Literal["solid", "dashed", "dotted"] = Field(
        description="solid: filled; dashed: unfinished; dotted: drawn empty."
    )


class Band(Content):
    """A stretch of a relationship in one state, as the editors read the dated events."""

    start: Date = Field(description="Where it begins: exactly where the band before it ends.")
    end: Date = Field(description="Where it ends; the last band ends with the brief.")
    state: StateId = Field(description="Id of one of the states above.")
    reading: Text = Field(description="One sentence: why this state.")
    dating: Literal["exact", "approximate", "editors"] = Field(
        description="How sure the two ends are; editors means that you chose them."
    )
    events: tuple[EventId, ...] = Field(
        default=(), description="Ids of the events that begin or show it."
    )
    brief: tuple[Locator, ...] = Field(
        default=(), description="Locators of the sentences of the brief that it rests on."
    )
    sources: tuple[SourceId, ...] = Field(
        default=(), description="Ids of the sources that it rests on."
    )

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if fault := disorder(self.start, self.end):
            raise fault
        return self


class Treaty(Content):
    """A treaty in force, drawn as a side bar; no end means still in force."""

    name: Line = Field(description="What it is called, with its year.")
    start: Date = Field(description="When it was signed or came into force.")
    end: Date | None = Field(
        default=None, description="When it ended; leave it out while the treaty is in force."
    )
    sources: tuple[SourceId, ...] = Field(
        min_length=1, description="Ids of the sources that date it."
    )


class Relationship(Content):
    """The relationship of the subject with one actor."""

    actor: ActorId = Field(description="Id of the other side.")
    name: Line = Field(description="Both sides in two words, such as Northland–Westland.")
    bands: tuple[Band, ...] = Field(
        min_length=1, description="Stretches of time in order, without a hole between them."
    )
    treaties: tuple[Treaty, ...] = Field(
        default=(), description="Treaties, drawn as bars beside the bands while they are in force."
    )


class Relations(Content):
    """relations.yaml: how close the subject was to whom, and since when."""

    caution: Text = Field(description="Says whose reading the bands are.")
    states: tuple[State, ...] = Field(
        min_length=1, description="The degrees of closeness that a band may have."
    )
    relationships: tuple[Relationship, ...] = Field(
        min_length=1,
        description="The subject's relationships with others; a figure draws one to four of them.",
    )
