"""Questions with which readers test themselves."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from explainer.content.base import ClaimId, Content, EventId, Line, Slug, Text
from explainer.language.faults import Fault


class Option(Content):
    """One answer, with the feedback for whoever chooses it."""

    text: Line = Field(description="One answer, unlike the others.")
    feedback: Text = Field(description="Why it is right or wrong; teach, do not only judge.")
    right: bool = Field(default=False, description="true for the one right answer.")


class Question(Content):
    """A self-check question about inference, not about dates."""

    id: Slug = Field(description="A short name that no other question has.")
    stem: Line = Field(description="The question: about inference, not about dates.")
    options: tuple[Option, ...] = Field(
        min_length=2, max_length=5, description="The answers, one of them right."
    )
    claims: tuple[ClaimId, ...] = Field(
        min_length=1, description="Ids of the claims it tests; the feedback leads to them."
    )
    events: tuple[EventId, ...] = Field(
        default=(), description="Ids of the events that help; the feedback leads to them."
    )
    before_figure: bool = Field(
        default=False, description="true asks it as a prediction, before the figure is seen."
    )

    @model_validator(mode="after")
    def _one_right(self) -> Self:
        if sum(option.right for option in self.options) != 1:
            raise Fault(
                "options need exactly one right answer",
                "write right: true under it, and only there",
                "options",
            )
        return self
