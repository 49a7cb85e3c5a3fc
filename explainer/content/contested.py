"""contested.yaml: points on which sources differ."""

from __future__ import annotations

from pydantic import Field

from explainer.content.base import ClaimId, Content, EventId, Line, Slug, SourceId, Text


class Disagreement(Content):
    """A point on which sources differ, told once and shown at every claim it names."""

    id: Slug = Field(description="A short name that no other point has.")
    question: Line = Field(description="The point as a question.")
    detail: Text = Field(
        description="Who says what, as far as it was known when the brief appeared."
    )
    later: Text | None = Field(
        default=None, description="What became known after the brief; shown only on request."
    )
    claims: tuple[ClaimId, ...] = Field(
        min_length=1, description="Ids of the claims that hang on it; each of them shows the point."
    )
    events: tuple[EventId, ...] = Field(default=(), description="Ids of the events it is about.")
    sources: tuple[SourceId, ...] = Field(default=(), description="Ids of the sources that differ.")
