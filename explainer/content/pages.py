"""The pages, a file each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from explainer.content.base import (
    ClaimId,
    Content,
    EventId,
    Line,
    Locator,
    PageName,
    Slug,
    SourceId,
    TermId,
    Text,
    Whole,
)
from explainer.content.claims import Kind, Section
from explainer.content.figures import (
    ComparisonFigure,
    KnownFigure,
    LimitsFigure,
    PathFigure,
    RelationsFigure,
    StripFigure,
    ThenNowFigure,
    TimelineFigure,
)
from explainer.content.questions import Question
from explainer.content.steps import Page


class Answer(Content):
    """One sentence of the overview's answer."""

    text: Text = Field(description="One sentence, with the author's caution kept.")
    kind: Kind = Field(
        description="Whether it is reported, a judgement or a forecast, as for claims."
    )
    brief: tuple[Locator, ...] = Field(
        min_length=1, description="Locators of the sentences that it sums up."
    )


class OverviewPage(Page):
    """overview.yaml."""

    answers: tuple[Answer, ...] = Field(
        min_length=1, max_length=7, description="The answer to the title, sentence by sentence."
    )
    terms: tuple[TermId, ...] = Field(
        default=(), max_length=9, description="Ids of the terms to know first."
    )
    figure: StripFigure = Field(description="The strip of the whole span, with turning points.")


class ArgumentPage(Page):
    """What every page of the argument has: claims, and questions on them."""

    sections: tuple[Section, ...] = Field(min_length=1, description="The page's claims, in groups.")
    questions: tuple[Question, ...] = Field(
        default=(), description="Questions for readers to test themselves."
    )


class TimelinePage(ArgumentPage):
    """timeline.yaml."""

    selection_rule: Text = Field(description="Which events are shown, and why these.")
    figure: TimelineFigure = Field(description="The same events at one to three scales.")


class ReasonsPage(ArgumentPage):
    """reasons.yaml."""

    figure: RelationsFigure = Field(
        description="Relationships in recent years, and a data series beside them."
    )
    comparison: ComparisonFigure | None = Field(
        default=None,
        description="Two courses of events side by side, if the brief draws a parallel.",
    )


class ImplicationsPage(ArgumentPage):
    """implications.yaml."""

    figure: ThenNowFigure = Field(description="Periods compared, with meetings counted.")


class LimitsPage(ArgumentPage):
    """limits.yaml."""

    figure: LimitsFigure = Field(description="Relationships over the whole span, and votes.")


class Discussion(Content):
    """A question for the room, with notes for whoever leads it."""

    id: Slug = Field(description="A short name that no other question for the room has.")
    question: Line = Field(description="A question with more than one good answer.")
    notes: tuple[Line, ...] = Field(
        min_length=1,
        description=(
            "Hints for whoever leads the discussion; when presenting, the keys N and S show them."
        ),
    )
    claims: tuple[ClaimId, ...] = Field(default=(), description="Ids of the claims it is about.")
    events: tuple[EventId, ...] = Field(
        default=(),
        description="Ids of the events it is about; presenting a step on one of them offers it.",
    )


class PlanBlock(Content):
    """One block of a session."""

    minutes: Annotated[Whole, Field(ge=1, le=180)] = Field(description="How long it takes.")
    title: Line = Field(description="What the block is called.")
    text: Text = Field(description="What the class does.")
    page: PageName | None = Field(default=None, description="The page that it links to.")
    step: Annotated[Whole, Field(ge=1)] | None = Field(
        default=None, description="The step of that page that the link opens."
    )


class Plan(Content):
    """A session plan, as long as its blocks together."""

    title: Line = Field(description="What the plan is called; the heading over it.")
    blocks: tuple[PlanBlock, ...] = Field(min_length=2, description="What happens, in order.")

    @property
    def minutes(self) -> int:
        """How long the session is."""
        return sum(block.minutes for block in self.blocks)


class Debate(Content):
    """A debate in which other readings answer claims of the brief."""

    id: Slug = Field(description="A short name that no other debate has.")
    title: Line = Field(description="The question that divides them; the heading over it.")
    claims: tuple[ClaimId, ...] = Field(
        min_length=1, description="Ids of the author's claims that are debated."
    )
    readings: tuple[SourceId, ...] = Field(
        min_length=1,
        description="Ids of the sources that answer them; readings.yaml must describe each.",
    )


class SeminarPage(Page):
    """seminar.yaml."""

    plans: tuple[Plan, ...] = Field(min_length=1, description="Session plans, one after the other.")
    discussion: tuple[Discussion, ...] = Field(default=(), description="Questions for the room.")
    debates: tuple[Debate, ...] = Field(
        default=(), description="The author's claims beside other readings."
    )
    figure: PathFigure = Field(description="The steps of all pages in their order.")


class GradeWords(Content):
    """What each grade means."""

    A: Text = Field(description="What the grade means for primary and official texts.")
    B: Text = Field(description="What it means for established outlets and research bodies.")
    C: Text = Field(description="What it means for reposts, mirrors and open encyclopedias.")


class SourcesPage(Page):
    """sources_page.yaml."""

    method: tuple[Text, ...] = Field(
        min_length=1, description="How claims were classed, a paragraph each."
    )
    grades: GradeWords = Field(description="What each grade means, in your words.")
    open_points: tuple[Line, ...] = Field(
        default=(), description="What could not be verified, a sentence each."
    )
    figure: KnownFigure = Field(
        description="Events by the day on which their earliest source appeared."
    )
