"""readings.yaml: what other analysts say."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from explainer.content.base import ClaimId, Content, Line, SourceId, Text


class Reading(Content):
    """Another analyst's view, with the claims it bears on."""

    source: SourceId = Field(description="Id of the publication in sources.yaml.")
    author: Line = Field(description="Who says so, as readers know them.")
    summary: Text = Field(description="What they say, in one to three sentences of your own.")
    stance: Literal["agrees", "sharpens", "challenges", "background"] = Field(
        description="Towards the brief: it agrees, sharpens or challenges it, or gives background."
    )
    point: Line = Field(description="The debate it bears on, in a few words.")
    claims: tuple[ClaimId, ...] = Field(default=(), description="Ids of the claims it bears on.")
