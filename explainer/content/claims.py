"""The author's statements one by one, and what the record says of each."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from explainer.content.base import (
    Content,
    EventId,
    Line,
    Locator,
    SeriesId,
    Slug,
    SourceId,
    Text,
)


class Comment(Content):
    """What the sources, or one named voice, say about a claim."""

    by: Line | None = Field(default=None, description="Who says so, if one voice does.")
    text: Text = Field(description="What they say, in your words.")
    sources: tuple[SourceId, ...] = Field(default=(), description="Ids of the sources.")


class Kind(StrEnum):
    """What kind of statement a claim is."""

    REPORTED = "reported"
    JUDGEMENT = "judgement"
    FORECAST = "forecast"


class Verdict(StrEnum):
    """What the record, as it stood on the day of the brief, comes to about a claim."""

    CONFIRMS = "confirms"
    CONFIRMS_MORE_EXACTLY = "confirms-more-exactly"
    IN_PART = "in-part"
    DISPUTES = "disputes"
    FOUND_NOTHING = "found-nothing"
    CANNOT_SETTLE = "cannot-settle"


class Claim(Content):
    """One statement of the brief, in our words, with its standing."""

    id: Slug = Field(
        description="Never changes: links carry it. The locator, such as reasons-1-4, is good."
    )
    text: Text = Field(
        description="One statement of the brief, in your words, with the author's caution kept."
    )
    kind: Kind = Field(
        description=(
            "reported: stated as fact; judgement: the author's inference; forecast: "
            "about what comes next."
        )
    )
    hedge: Line | None = Field(
        default=None, description="The author's own word that softens it, if any, such as arguably."
    )
    emphasis: Line | None = Field(
        default=None, description="The author's own word that strengthens it, such as crucially."
    )
    brief: tuple[Locator, ...] = Field(
        min_length=1, description="Locators of the sentences that it restates."
    )
    evidence: tuple[EventId, ...] = Field(
        default=(), description="Ids of the events that it rests on: they support it."
    )
    bears_on: tuple[EventId, ...] = Field(
        default=(), description="Ids of events that bear on it without supporting it."
    )
    series: tuple[SeriesId, ...] = Field(
        default=(), description="Ids of the data series that bear on it."
    )
    record: Comment | None = Field(default=None, description="What the sources say about it.")
    verdict: Verdict = Field(
        description="What the record comes to, as it stood on the day of the brief."
    )
    afterwards: tuple[EventId, ...] = Field(
        default=(), description="Ids of later events that bear on it, shown only on request."
    )
    what_would_change_it: Text | None = Field(
        default=None, description="Your prompt for discussion: what evidence would change it."
    )


class Section(Content):
    """A group of claims under one heading."""

    title: Line = Field(description="What these claims have in common; the heading over them.")
    claims: tuple[Claim, ...] = Field(
        min_length=1, description="The claims in the order in which to read them."
    )
