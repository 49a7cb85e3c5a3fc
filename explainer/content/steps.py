"""The guided path of a page, and what every page has."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from explainer.content.base import ActorId, Content, EventId, Line, Text
from explainer.language.faults import Fault


class Step(Content):
    """One station of a page's guided path; at most forty words, so that it can be projected."""

    title: Line = Field(description="What the step shows, in at most eight words or so.")
    text: Text = Field(
        description=(
            "Two or three sentences to read out; at most 40 words, so that they can be projected."
        )
    )
    look: Text = Field(description="One checkable thing to find in the figure; at most 20 words.")
    events: tuple[EventId, ...] = Field(
        default=(), description="Ids of the events that the figure emphasises; the rest turns grey."
    )
    actors: tuple[ActorId, ...] = Field(
        default=(),
        description="Ids of the actors whose bands and bars stay in colour; by default all.",
    )

    @model_validator(mode="after")
    def _can_be_projected(self) -> Self:
        for name, text, most in (("text", self.text, 40), ("look", self.look, 20)):
            if (words := len(text.split())) > most:
                wrong, remedy = f"{name} has {words} words", f"at most {most} fit a projected step"
                raise Fault(wrong, remedy, name)
        return self


class Page(Content):
    """What every page has."""

    menu: Line = Field(description="The page's name in the menu: one or two words.")
    title: Line = Field(description="The heading of the page: a question or a finding.")
    kicker: Line | None = Field(
        default=None,
        description="Your own line above the title; left out, it counts parts, steps and minutes.",
    )
    standfirst: Text | None = Field(
        default=None, description="One or two sentences under the title."
    )
    summary: Text = Field(description="What the page's card on the overview says.")
    steps: tuple[Step, ...] = Field(
        min_length=1,
        max_length=7,
        description="The guided path that walks readers through the figure.",
    )
