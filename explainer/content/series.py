"""series.yaml: small data series, each with its unit and its caution."""

from __future__ import annotations

from pydantic import Field

from explainer.content.base import ActorId, Content, Date, Line, Number, Slug, SourceId, Text
from explainer.content.events import Scope


class Value(Content):
    """One value of a series."""

    label: Line = Field(description="What the axis says, such as 2025 or Jan–Jun.")
    start: Date = Field(description="The first day, month or year that it covers.")
    end: Date | None = Field(
        default=None, description="The last one, where it covers more than start says."
    )
    value: Number = Field(description="The number, in the unit of the series.")
    approximate: bool = Field(
        default=False, description="true draws the bar dashed and writes ≈ before the number."
    )
    note: Text | None = Field(
        default=None, description="What readers should know about this number."
    )
    scope: Scope = Field(
        default=Scope.CONTEXT,
        description="after hides it until a reader asks for what happened next.",
    )
    sources: tuple[SourceId, ...] = Field(
        min_length=1, description="Ids of the sources that give it."
    )


class Series(Content):
    """A small data series with its unit, compiler and caution."""

    id: Slug = Field(description="How claims and the reasons page name it.")
    title: Line = Field(description="What is measured; stands over the bars.")
    unit: Line = Field(description="What is counted, such as million euros.")
    compiler: Line = Field(description="Who compiled the numbers.")
    caution: Text = Field(description="What the numbers do not show.")
    actor: ActorId = Field(description="Id of the actor whose colour the bars have.")
    values: tuple[Value, ...] = Field(min_length=2, description="The numbers in order of time.")
