"""What an author may write: one frozen model per content file, each field described.

Ids of other objects are typed (``EventId``, ``SourceId`` and so on), so that one walk over the
models finds every reference and its place in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from explainer.dates import Precision, When


@dataclass(frozen=True)
class Ref:
    """Marks a text as the id of something listed elsewhere in the content."""

    kind: str


def _when(value: object) -> object:
    """Read a date an author wrote; a bare year arrives as a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        return When.parse(value)
    if isinstance(value, When):
        return value
    raise PydanticCustomError("date_type", "not a date")


def _safe_url(value: str) -> str:
    if not value.startswith(("https://", "http://", "mailto:")):
        raise ValueError("a link must begin with https://, http:// or mailto:")
    return value


Text = Annotated[str, StringConstraints(min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Url = Annotated[Text, AfterValidator(_safe_url)]
Date = Annotated[
    When,
    BeforeValidator(_when),
    WithJsonSchema({"type": ["string", "integer"], "examples": ["2025-09-03", "1983-06", 1961]}),
]
EventId = Annotated[Slug, Ref("event")]
ActorId = Annotated[Slug, Ref("actor")]
SourceId = Annotated[Slug, Ref("source")]
ClaimId = Annotated[Slug, Ref("claim")]
SeriesId = Annotated[Slug, Ref("series")]
TermId = Annotated[Slug, Ref("term")]
StateId = Annotated[Slug, Ref("state")]
Locator = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[0-9]+\.[0-9]+$"), Ref("locator")]


class Content(BaseModel):
    """Anything an author writes: unknown keys are mistakes, values never change."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False
    )


# ------------------------------------------------------------------ explainer.yaml


class Brief(Content):
    """The policy brief that the explainer is about, as it is to be cited."""

    author: Text = Field(description="Given names first, as on the brief.")
    author_sorted: Text = Field(description="Surname first, for reference lists.")
    title: Text
    publisher: Text
    publisher_short: Text = Field(description="The short form used in captions.")
    date: Date
    url: Url
    disclaimer: Text = Field(description="Whose views the brief says it gives, in our words.")


class OutlineSection(Content):
    """One section of the brief, so that every sentence has a locator."""

    id: Slug = Field(description="First part of a locator, such as reasons in reasons/1.4.")
    name: Text = Field(description="How the locator is shown, such as Reasons in “Reasons 1.4”.")
    sentences: tuple[Annotated[int, Field(ge=1, le=200)], ...] = Field(
        min_length=1, description="How many sentences each paragraph has."
    )


class Era(Content):
    """A named stretch of the long view."""

    id: Slug
    name: Text
    start: Date
    end: Date


class Focus(Content):
    """The few days that the whole explainer is about."""

    name: Text = Field(description="What to call it, such as The visit.")
    start: Date
    end: Date
    line: Text = Field(description="Said where it is too thin to draw, such as “…is this line”.")


class Signs(Content):
    """What filled, outlined and dashed marks mean, in the legend's words."""

    present: Text
    absent: Text
    expected: Text


class KindWords(Content):
    """How one kind of claim is named and explained."""

    name: Text
    meaning: Text
    record: Text = Field(description="Heading over what sources say about such a claim.")
    no_record: Text = Field(description="Said when no source settles or disputes it.")


class Kinds(Content):
    """The three kinds of claim, in the words readers see."""

    reported: KindWords
    judgement: KindWords
    forecast: KindWords


class ScopeWords(Content):
    """The names of the three scopes a reader can choose from."""

    brief: Text
    background: Text
    afterwards: Text


class About(Content):
    """explainer.yaml: what the explainer is called, whose brief it explains, and its outline."""

    title: Text = Field(description="The explainer's own title, in browser tabs and exports.")
    subtitle: Text
    language: Text = Field(description="Language code of the content, such as en.")
    authors: tuple[Text, ...] = Field(min_length=1, description="Who made this explainer.")
    checked: Date = Field(description="The day up to which facts were checked.")
    colophon: Text = Field(description="The small print under every page.")
    brief: Brief
    subject: ActorId = Field(
        description="The actor whose story it is; it draws no lane of its own."
    )
    subject_person: Text = Field(description="The person whose meetings are counted.")
    pages: tuple[
        Literal["overview", "timeline", "reasons", "implications", "limits", "seminar", "sources"],
        ...,
    ] = Field(min_length=7, max_length=7, description="All seven pages in the order of the menu.")
    outline: tuple[OutlineSection, ...] = Field(min_length=1)
    eras: tuple[Era, ...] = Field(min_length=1)
    focus: Focus
    signs: Signs
    kinds: Kinds
    scopes: ScopeWords

    @model_validator(mode="after")
    def _each_page_once(self) -> Self:
        if len(set(self.pages)) != len(self.pages):
            raise ValueError("a page is listed twice under pages; list each of the seven once")
        return self

    @cached_property
    def locators(self) -> tuple[str, ...]:
        """Every sentence of the brief, in order."""
        return tuple(
            f"{section.id}/{paragraph}.{sentence}"
            for section in self.outline
            for paragraph, count in enumerate(section.sentences, 1)
            for sentence in range(1, count + 1)
        )


# ------------------------------------------------------------------ shared lists


class Hue(StrEnum):
    """The four actor colours; .streamlit/config.toml gives each a light and a dark value."""

    VIOLET = "violet"
    BLUE = "blue"
    OCHRE = "ochre"
    PLUM = "plum"


class Shape(StrEnum):
    """Marker shapes, so that no actor is told by colour alone."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE_UP = "triangle-up"
    TRIANGLE_DOWN = "triangle-down"
    HEXAGON = "hexagon"


class Actor(Content):
    """A state or body that takes part in events."""

    id: Slug
    name: Text
    short: Text = Field(description="A short name for narrow places.")
    hue: Hue
    shape: Shape


class Grade(StrEnum):
    """How good a source is: A primary, B established, C a repost (cited without a link)."""

    A = "A"
    B = "B"
    C = "C"


class Source(Content):
    """One published source; grade C is cited without a link."""

    id: Slug
    publisher: Text = Field(description="Outlet or body; name state media as such.")
    author: Text | None = None
    title: Text
    title_is_ours: bool = Field(
        default=False, description="True where the headline was not seen and ours describes it."
    )
    date: Date | None = Field(default=None, description="Day of publication, if known.")
    date_is_approximate: bool = False
    url: Url | None = None
    archive_url: Url | None = None
    accessed: Date | None = None
    language: Text = Field(default="en", description="Language code of the source.")
    grade: Grade

    @model_validator(mode="after")
    def _reposts_have_no_link(self) -> Self:
        if self.grade is Grade.C and (self.url or self.archive_url):
            raise ValueError("a source of grade C is cited without a link; remove url")
        return self


class Scope(StrEnum):
    """Whether the brief names an event, leaves it as background, or came before it."""

    BRIEF = "brief"
    CONTEXT = "context"
    AFTER = "after"


class Attendance(StrEnum):
    """Whether the subject took part: filled, outlined or dashed in figures."""

    PRESENT = "present"
    ABSENT = "absent"
    EXPECTED = "expected"


class Vote(StrEnum):
    """How an actor voted."""

    FOR = "for"
    VETO = "veto"
    ABSTAIN = "abstain"


class Event(Content):
    """Something that happened, dated only as sharply as its sources date it."""

    id: Slug = Field(description="Never changes, even when the title does: links carry it.")
    title: Text
    label: Annotated[Text, StringConstraints(max_length=60)] = Field(
        description="A few words for figures; the figure adds the date."
    )
    start: Date
    end: Date | None = None
    precision: Literal["minute", "day", "month", "year", "decade"]
    time: Text | None = Field(
        default=None, description="What is known of the hour, such as “about 16:00”."
    )
    drawn_at: Annotated[str, StringConstraints(pattern=r"^[0-2][0-9]:[0-5][0-9]$")] | None = Field(
        default=None, description="The hour at which figures draw it, where the hour is not exact."
    )
    place: Text
    actors: tuple[ActorId, ...] = ()
    lanes: tuple[ActorId, ...] = Field(
        default=(), description="Whose lanes figures draw it in; normally all but the subject's."
    )
    attendance: Attendance = Attendance.ABSENT
    met: tuple[ActorId, ...] = Field(
        default=(), description="The actors whose leader the subject met one to one."
    )
    votes: Mapping[ActorId, Vote] = Field(default={}, description="How actors voted, if they did.")
    description: Text
    note: Text | None = Field(
        default=None, description="What readers should know about the dating."
    )
    brief: tuple[Locator, ...] = Field(
        default=(), description="Sentences of the brief that name it."
    )
    scope: Scope
    sources: tuple[SourceId, ...] = Field(min_length=1)
    confirmed: bool = Field(default=True, description="False if expected but not seen confirmed.")

    @model_validator(mode="after")
    def _dates_agree(self) -> Self:
        wanted = Precision[self.precision.upper()]
        for name, when in (("start", self.start), ("end", self.end)):
            if when and when.precision != wanted:
                raise ValueError(
                    f"{name} is written to the {when.precision.name.lower()} but precision says "
                    f"{self.precision}; make the two agree"
                )
        if self.end and self.end.last < self.start.last:
            raise ValueError("it ends before it starts; swap start and end, or mend one of them")
        if self.scope is Scope.BRIEF and not self.brief:
            raise ValueError("scope brief needs brief: with at least one locator")
        return self


class State(Content):
    """A degree of closeness, given a width and an outline by the editors."""

    id: Slug
    name: Text
    width: Annotated[float, Field(ge=0, le=1)] = Field(description="1 is closest.")
    edge: Literal["solid", "dashed", "dotted"] = Field(
        description="solid: filled; dashed: unfinished; dotted: drawn empty."
    )


class Band(Content):
    """A stretch of a relationship in one state, as the editors read the dated events."""

    start: Date
    end: Date
    state: StateId
    reading: Text = Field(description="One sentence: why this state.")
    dating: Literal["exact", "approximate", "editors"] = Field(
        description="How sure the two ends are; editors means they are the editors' choice."
    )
    events: tuple[EventId, ...] = Field(default=(), description="Events that begin or show it.")
    brief: tuple[Locator, ...] = ()
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def _is_founded(self) -> Self:
        if self.end.last < self.start.last:
            raise ValueError("it ends before it starts; swap start and end, or mend one of them")
        return self


class Treaty(Content):
    """A treaty in force, drawn as a side bar; no end means still in force."""

    name: Text
    start: Date
    end: Date | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Relationship(Content):
    """The relationship of the subject with one actor."""

    actor: ActorId
    name: Text
    bands: tuple[Band, ...] = Field(min_length=1)
    treaties: tuple[Treaty, ...] = ()


class Relations(Content):
    """relations.yaml: how close the subject was to whom, and since when."""

    caution: Text = Field(description="Says whose reading the bands are; shown beside figures.")
    states: tuple[State, ...] = Field(min_length=1)
    relationships: tuple[Relationship, ...] = Field(min_length=2, max_length=2)


class Value(Content):
    """One value of a series."""

    label: Text = Field(description="What the axis says, such as 2025 or Jan–Jun.")
    start: Date
    end: Date | None = None
    value: float
    approximate: bool = False
    note: Text | None = None
    scope: Scope = Scope.CONTEXT
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Series(Content):
    """A small data series with its unit, compiler and caution."""

    id: Slug
    title: Text
    unit: Text
    compiler: Text
    caution: Text
    actor: ActorId
    values: tuple[Value, ...] = Field(min_length=2)


class Term(Content):
    """A glossary entry."""

    id: Slug
    term: Text
    definition: Text
    see_also: tuple[TermId, ...] = ()
    sources: tuple[SourceId, ...] = ()


class Reading(Content):
    """Another analyst's view, with the claims it bears on."""

    source: SourceId
    author: Text
    summary: Text
    stance: Literal["agrees", "sharpens", "challenges", "background"]
    point: Text = Field(description="The debate it bears on, in a few words.")
    claims: tuple[ClaimId, ...] = ()


class Disagreement(Content):
    """A point on which sources differ."""

    id: Slug
    question: Text
    detail: Text
    later: Text | None = Field(
        default=None, description="What became known after the brief; shown only on request."
    )
    claims: tuple[ClaimId, ...] = ()
    events: tuple[EventId, ...] = ()
    sources: tuple[SourceId, ...] = ()


# ------------------------------------------------------------------ pages


class Step(Content):
    """One station of a page's guided path; at most forty words, so that it can be projected."""

    title: Text
    text: Text
    look: Text = Field(description="One checkable thing to find in the figure.")
    events: tuple[EventId, ...] = Field(
        default=(), description="What the figure emphasises; the rest turns grey."
    )
    actors: tuple[ActorId, ...] = Field(
        default=(), description="Whose bands and bars stay in colour; none means all."
    )

    @model_validator(mode="after")
    def _can_be_projected(self) -> Self:
        for name, text, most in (("text", self.text, 40), ("look", self.look, 20)):
            if (words := len(text.split())) > most:
                raise ValueError(f"{name} has {words} words; at most {most} fit a projected step")
        return self


class Page(Content):
    """What every page has."""

    menu: Text = Field(description="The page's name in the menu.")
    title: Text
    kicker: Text = Field(description="One line above the title.")
    standfirst: Text | None = None
    summary: Text = Field(description="What the page's card on the overview says.")
    steps: tuple[Step, ...] = Field(min_length=4, max_length=7)


class Comment(Content):
    """What sources, or one named voice, say about a claim."""

    by: Text | None = Field(default=None, description="Who says so, if one voice does.")
    text: Text
    sources: tuple[SourceId, ...] = ()


class Kind(StrEnum):
    """What kind of statement a claim is."""

    REPORTED = "reported"
    JUDGEMENT = "judgement"
    FORECAST = "forecast"


class Claim(Content):
    """One statement of the brief, in our words, with its standing."""

    id: Slug
    text: Text
    kind: Kind
    hedge: Text | None = Field(default=None, description="The author's own cautious word, if any.")
    brief: tuple[Locator, ...] = Field(min_length=1)
    evidence: tuple[EventId, ...] = ()
    series: tuple[SeriesId, ...] = ()
    record: Comment | None = Field(default=None, description="What the record says.")
    contested: tuple[Comment, ...] = Field(default=(), description="Who disputes it, and how.")
    afterwards: tuple[EventId, ...] = Field(
        default=(), description="Later events that bear on it, shown only on request."
    )
    what_would_change_it: Text | None = Field(
        default=None, description="The editors' prompt for discussion."
    )


class Section(Content):
    """A group of claims under one heading."""

    title: Text
    claims: tuple[Claim, ...] = Field(min_length=1)


class Option(Content):
    """One answer, with the feedback for whoever chooses it."""

    text: Text
    feedback: Text
    right: bool = False


class Question(Content):
    """A self-check question about inference, not about dates."""

    id: Slug
    stem: Text
    options: tuple[Option, ...] = Field(min_length=2, max_length=5)
    claims: tuple[ClaimId, ...] = Field(min_length=1)
    events: tuple[EventId, ...] = ()
    before_figure: bool = Field(
        default=False, description="Asked as a prediction, before the figure."
    )

    @model_validator(mode="after")
    def _one_right(self) -> Self:
        if sum(option.right for option in self.options) != 1:
            raise ValueError("exactly one option needs right: true")
        return self


class Mark(Content):
    """A labelled place in a figure: one event, or several that the figure treats as one."""

    events: tuple[EventId, ...] = Field(min_length=1)
    label: Text | None = Field(default=None, description="Instead of the event's own label.")
    date: Text | None = Field(default=None, description="Instead of the event's own date.")
    lanes: tuple[ActorId, ...] = Field(default=(), description="Instead of the events' own lanes.")


class Figure(Content):
    """What every figure says around its drawing."""

    finding: Text = Field(description="The heading above: what the figure shows, as a sentence.")
    alt: Text = Field(description="What a reader who cannot see it should learn.")
    note: Text = Field(description="Under the figure: selection, sources, cautions.")


class StripFigure(Figure):
    """The overview's strip: the whole span at true scale, the focus as a line."""

    scale: Text
    start: Date
    end: Date
    marks: tuple[Mark, ...] = Field(min_length=2, max_length=9)


class Gap(Content):
    """A stretch without something, written out; {gap} stands for its length."""

    after: EventId
    before: EventId
    lane: ActorId
    text: Text


class Panel(Content):
    """One time scale of the timeline."""

    id: Slug
    title: Text
    scale: Text
    start: Date
    end: Date
    eras: bool = Field(default=False, description="Shade and name the eras.")
    marks: tuple[Mark, ...] = Field(
        default=(), description="Marks with their own label, or events grouped into one."
    )
    others: bool = Field(
        default=True, description="Draw the remaining events of the span, each with its label."
    )
    gaps: tuple[Gap, ...] = ()


class Stay(Content):
    """A stretch drawn behind the last panel, such as the hours in one place."""

    start: EventId
    end: EventId
    before: EventId = Field(description="A dotted line leads from here to the start.")
    after: EventId = Field(description="A dotted line leads from the end to here.")
    text: Text


class TimelineFigure(Figure):
    """Two or three linked scales of the same events."""

    panels: tuple[Panel, ...] = Field(min_length=2, max_length=3)
    stay: Stay | None = None


class Side(Content):
    """One side of a figure of two relationships."""

    actor: ActorId
    name: Text
    marks: tuple[Mark, ...] = Field(min_length=1)


class RelationsFigure(Figure):
    """Two relationships side by side in time, with a series on the same axis."""

    heading: Text = Field(description="What width means, such as “The wider, the closer”.")
    scale: Text
    start: Date
    end: Date
    left: Side
    right: Side
    series: SeriesId
    series_from: Date


class Course(Content):
    """One column of a comparison."""

    title: Text
    scale: Text
    start: Date
    end: Date
    marks: tuple[Mark, ...] = Field(min_length=2)
    gap: Text = Field(description="Written between first and last mark; {gap} is its length.")
    gap_from: Date
    gap_to: Date


class ComparisonFigure(Figure):
    """Two courses of events at one scale."""

    columns: tuple[Course, Course]


class Lane(Content):
    """A lane with its own name, such as a capital for a state."""

    actor: ActorId
    name: Text


class Period(Content):
    """One of the periods compared."""

    title: Text
    scale: Text
    start: Date
    end: Date
    marks: tuple[Mark, ...] = Field(
        default=(), description="Marks with their own label; other events of the span are added."
    )
    leave_out: tuple[EventId, ...] = Field(
        default=(), description="Events of the span that do not belong to the comparison."
    )


class ThenNowFigure(Figure):
    """Two periods with the same lanes at the same scale, meetings counted."""

    count: Text = Field(description="Before the counts, such as met.")
    filled: Text
    outline: Text
    lanes: tuple[Lane, ...] = Field(min_length=2, max_length=5)
    periods: tuple[Period, Period]


class VotesPanel(Content):
    """The votes beside the long relationships."""

    title: Text
    scale: Text
    start: Date
    end: Date
    words: Mapping[Vote, Text] = Field(description="How each vote is named.")
    marks: tuple[Mark, ...] = Field(min_length=1)


class LimitsFigure(Figure):
    """Two relationships over the whole span, with votes at their own scale."""

    heading: Text
    scale: Text
    start: Date
    end: Date
    left: Side
    right: Side
    both: tuple[Mark, ...] = Field(default=(), description="Marks between the two: ↔.")
    votes: VotesPanel


class KnownRow(Content):
    """One stretch of publication dates."""

    label: Text
    start: Date
    end: Date


class KnownFigure(Figure):
    """Events by the date of their earliest source."""

    scale: Text
    divider: Text = Field(description="Where the brief was published.")
    rows: tuple[KnownRow, ...] = Field(min_length=2)
    undated: Text = Field(description="The row for events whose sources carry no date.")


class PathFigure(Figure):
    """All pages' steps in their order."""

    scale: Text


class Answer(Content):
    """One sentence of the overview's answer."""

    text: Text
    kind: Kind
    brief: tuple[Locator, ...] = Field(min_length=1)


class OverviewPage(Page):
    """overview.yaml."""

    answers: tuple[Answer, ...] = Field(min_length=3, max_length=7)
    terms: tuple[TermId, ...] = Field(min_length=3, max_length=9)
    figure: StripFigure


class TimelinePage(Page):
    """timeline.yaml."""

    selection_rule: Text = Field(description="Which events are shown, and why these.")
    sections: tuple[Section, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = ()
    figure: TimelineFigure


class ReasonsPage(Page):
    """reasons.yaml."""

    sections: tuple[Section, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = ()
    figure: RelationsFigure
    comparison: ComparisonFigure | None = None


class ImplicationsPage(Page):
    """implications.yaml."""

    sections: tuple[Section, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = ()
    figure: ThenNowFigure


class LimitsPage(Page):
    """limits.yaml."""

    sections: tuple[Section, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = ()
    figure: LimitsFigure


class Discussion(Content):
    """A question for the room, with notes for whoever leads it."""

    id: Slug
    question: Text
    notes: tuple[Text, ...] = Field(min_length=1)
    claims: tuple[ClaimId, ...] = ()
    events: tuple[EventId, ...] = ()


class PlanBlock(Content):
    """One block of a session."""

    minutes: Annotated[int, Field(ge=1, le=180)]
    title: Text
    text: Text
    page: (
        Literal["overview", "timeline", "reasons", "implications", "limits", "seminar", "sources"]
        | None
    ) = None
    step: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="The step that the link opens."
    )


class Plan(Content):
    """A session plan; its blocks add up to its length."""

    title: Text
    minutes: Annotated[int, Field(ge=10, le=300)]
    blocks: tuple[PlanBlock, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        total = sum(block.minutes for block in self.blocks)
        if total != self.minutes:
            raise ValueError(f"the blocks add up to {total} minutes, not {self.minutes}")
        return self


class Debate(Content):
    """A debate in which other readings answer claims of the brief."""

    id: Slug
    title: Text
    claims: tuple[ClaimId, ...] = Field(min_length=1)
    readings: tuple[SourceId, ...] = Field(min_length=1)


class SeminarPage(Page):
    """seminar.yaml."""

    plans: tuple[Plan, ...] = Field(min_length=1)
    discussion: tuple[Discussion, ...] = Field(min_length=1)
    debates: tuple[Debate, ...] = Field(min_length=1)
    figure: PathFigure


class GradeWords(Content):
    """What each grade means."""

    A: Text
    B: Text
    C: Text


class SourcesPage(Page):
    """sources_page.yaml."""

    method: tuple[Text, ...] = Field(min_length=1, description="How claims were classed.")
    grades: GradeWords
    open_points: tuple[Text, ...] = Field(default=(), description="What could not be verified.")
    figure: KnownFigure


# ------------------------------------------------------------------ the whole folder


CLAIM_PAGES = ("timeline", "reasons", "implications", "limits")


class Explainer(Content):
    """The whole content folder as one object: ``explainer.timeline`` is ``timeline.yaml``."""

    about: About
    actors: tuple[Actor, ...] = Field(min_length=2, max_length=6)
    events: tuple[Event, ...] = Field(min_length=3)
    sources: tuple[Source, ...] = Field(min_length=1)
    glossary: tuple[Term, ...] = Field(min_length=3)
    readings: tuple[Reading, ...] = ()
    contested: tuple[Disagreement, ...] = ()
    series: tuple[Series, ...] = Field(min_length=1)
    relations: Relations
    overview: OverviewPage
    timeline: TimelinePage
    reasons: ReasonsPage
    implications: ImplicationsPage
    limits: LimitsPage
    seminar: SeminarPage
    sources_page: SourcesPage

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
        return {state.id: state for state in self.relations.states}

    @cached_property
    def relationship(self) -> Mapping[str, Relationship]:
        """Relationships by the id of the actor."""
        return {relationship.actor: relationship for relationship in self.relations.relationships}

    @cached_property
    def claim_places(self) -> tuple[tuple[tuple[str | int, ...], Claim], ...]:
        """Every claim with its path in the content."""
        return tuple(
            ((page, "sections", number, "claims", index), claim)
            for page in CLAIM_PAGES
            for number, section in enumerate(getattr(self, page).sections)
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
    def page_of_claim(self) -> Mapping[str, str]:
        """The page on which each claim stands."""
        return {claim.id: str(path[0]) for path, claim in self.claim_places}

    def page(self, name: str) -> Page:
        """The page of that name. Raises KeyError for any other."""
        return {
            "overview": self.overview,
            "timeline": self.timeline,
            "reasons": self.reasons,
            "implications": self.implications,
            "limits": self.limits,
            "seminar": self.seminar,
            "sources": self.sources_page,
        }[name]
