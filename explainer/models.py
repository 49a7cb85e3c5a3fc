"""What an author may write: one frozen model per content file, each field described.

Ids of other objects are typed (``EventId``, ``SourceId`` and so on), so that one walk over the
models finds every reference and its place in the file.
"""

from __future__ import annotations

import re
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
    Strict,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from explainer import links
from explainer.dates import SHAPE, Precision, When
from explainer.faults import Fault

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")
"""Control characters, the two that turn letters round, and halves of characters."""


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


def _legible(value: str) -> str:
    if UNPRINTABLE.search(value):
        raise Fault("a character in it cannot be printed", "delete it, or type the text anew")
    if fault := links.fault_of_text(value):
        raise fault
    return value


def _safe_url(value: str) -> str:
    if fault := links.fault_of_address(value):
        raise fault
    return value


# The longest text bounds what drawing it can cost.
Text = Annotated[str, StringConstraints(min_length=1, max_length=5000), AfterValidator(_legible)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Url = Annotated[str, StringConstraints(min_length=1, max_length=2000), AfterValidator(_safe_url)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Hour = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
# Strict, because true and "5" are not numbers to a reader.
Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict()]
Date = Annotated[
    When,
    BeforeValidator(_when),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": f"^{SHAPE.pattern}$",
            "examples": ["2025-09-03", "1983-06", 1961],
        }
    ),
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

    author: Text = Field(description="Who wrote the brief, given names first, as printed on it.")
    author_sorted: Text = Field(description="The same name, surname first, for reference lists.")
    title: Text = Field(description="The title of the brief, word for word.")
    publisher: Text = Field(description="Who published it, in full.")
    date: Date = Field(
        description="Day of publication. What came later is hidden until a reader asks for it."
    )
    url: Url = Field(description="Where to read the brief, which is not part of the explainer.")
    disclaimer: Text = Field(
        description="Whose views the brief says it gives, in your words; beside its citation."
    )


class OutlineSection(Content):
    """One section of the brief, so that every sentence has a locator."""

    id: Slug = Field(description="First part of a locator, such as reasons in reasons/1.4.")
    name: Text = Field(description="How the locator is shown, such as Reasons in “Reasons 1.4”.")
    sentences: tuple[Annotated[Whole, Field(ge=1, le=200)], ...] = Field(
        min_length=1,
        description="How many sentences each paragraph has, in order: [7, 6] is two paragraphs.",
    )


class Era(Content):
    """A named stretch of the long view."""

    id: Slug = Field(description="A short name that no other era has.")
    name: Text = Field(description="Two to six words, shown in the long views.")
    start: Date = Field(description="Its first year, month or day.")
    end: Date = Field(description="Its last year, month or day; the next era begins after it.")


class Focus(Content):
    """The few days that the whole explainer is about."""

    name: Text = Field(description="What to call these days, such as The visit.")
    start: Date = Field(description="The first of these days.")
    end: Date = Field(description="The last of these days.")
    line: Text = Field(description="Said where they are too thin to draw, such as “…is this line”.")


class Signs(Content):
    """What filled, outlined and dotted marks mean, in the legend's words."""

    present: Text = Field(
        description="Legend of filled marks, such as “Filled: the leader took part”."
    )
    absent: Text = Field(description="Legend of outlined marks.")
    expected: Text = Field(
        description="Legend of outlined marks with a dot: expected, not confirmed."
    )


class KindWords(Content):
    """How one kind of claim is named and explained."""

    name: Text = Field(description="What readers see at every claim, such as Reported.")
    meaning: Text = Field(description="One sentence that explains it on the overview.")
    record: Text = Field(description="Heading over what sources say about such a claim.")
    no_record: Text = Field(description="Said when no source settles or disputes it.")


class Kinds(Content):
    """The three kinds of claim, in the words readers see."""

    reported: KindWords = Field(description="What the author states as fact.")
    judgement: KindWords = Field(description="What the author infers.")
    forecast: KindWords = Field(description="What the author expects to happen.")


class ScopeWords(Content):
    """The names of the three scopes a reader can choose from."""

    brief: Text = Field(description="Shows only the events that the brief names.")
    background: Text = Field(description="Adds background; every page starts with it.")
    afterwards: Text = Field(description="Adds what happened after the brief.")


class About(Content):
    """explainer.yaml: what the explainer is called, whose brief it explains, and its outline."""

    title: Text = Field(description="The explainer's own title, in browser tabs and exports.")
    subtitle: Text = Field(
        description="One line that says whose brief is explained; in citations and exports."
    )
    language: Language = Field(description="Language code of your texts, such as en or fr.")
    authors: tuple[Text, ...] = Field(
        min_length=1, description="Who made this explainer; named in its citation."
    )
    checked: Date = Field(
        description="The day up to which you checked the facts; dates the explainer's citation."
    )
    colophon: Text = Field(description="The small print under every page.")
    brief: Brief = Field(description="The policy brief that is explained.")
    subject: ActorId = Field(
        description="Id of the actor whose story it is; it draws no lane of its own."
    )
    pages: tuple[
        Literal["overview", "timeline", "reasons", "implications", "limits", "seminar", "sources"],
        ...,
    ] = Field(min_length=7, max_length=7, description="All seven pages in the order of the menu.")
    outline: tuple[OutlineSection, ...] = Field(
        min_length=1,
        description="The sections of the brief; every sentence needs a claim or an event.",
    )
    eras: tuple[Era, ...] = Field(
        min_length=1, description="Named stretches of time, in order, shaded in the long views."
    )
    focus: Focus = Field(description="The few days that the brief is about.")
    signs: Signs = Field(
        description="What filled, outlined and dotted marks mean, in the legend's words."
    )
    kinds: Kinds = Field(description="How the three kinds of claim are named and explained.")
    scopes: ScopeWords = Field(description="Names of the three choices under Filters.")
    attributions: tuple[Text, ...] = Field(
        default=(),
        description="Words that say whose a judgement is, such as “the author”, for the check.",
    )

    @model_validator(mode="after")
    def _each_page_once(self) -> Self:
        if len(set(self.pages)) != len(self.pages):
            raise Fault("pages lists a page twice", "list each of the seven once", "pages")
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

    id: Slug = Field(description="How other files name it; the name in small letters is good.")
    name: Text = Field(description="Its name in full.")
    short: Text = Field(description="A short name for narrow places: at most six letters or so.")
    hue: Hue = Field(description="Its colour; the less important actors may share one.")
    shape: Shape = Field(
        description="Its marker, so that no actor is told by colour alone; best not shared."
    )


class Grade(StrEnum):
    """How good a source is: A primary, B established, C of unsure text (cited without a link)."""

    A = "A"
    B = "B"
    C = "C"


class Source(Content):
    """One published source; grade C is cited without a link."""

    id: Slug = Field(
        description="How other files name it; outlet and year, such as gazette-2024, is good."
    )
    publisher: Text = Field(description="Outlet or body; name state media as such.")
    author: Text | None = Field(default=None, description="Who wrote it, if it says so.")
    title: Text = Field(description="Its title or headline, word for word.")
    title_is_ours: bool = Field(
        default=False,
        description="true if you have not seen the headline and describe the source instead.",
    )
    date: Date | None = Field(
        default=None, description="Day of publication, if known; a month or a year will do."
    )
    date_is_approximate: bool = Field(
        default=False, description="true writes “about” before the date."
    )
    url: Url | None = Field(default=None, description="Its address, for grades A and B.")
    archive_url: Url | None = Field(
        default=None, description="Address of an archived copy, for grades A and B."
    )
    accessed: Date | None = Field(default=None, description="The day you last saw it.")
    language: Language = Field(
        default="en", description="Language code of the source, such as en or ko."
    )
    grade: Grade = Field(
        description=(
            "A: primary or official; B: an established outlet or research body; C: a "
            "repost or open encyclopedia, no link."
        )
    )

    @model_validator(mode="after")
    def _grade_c_has_no_link(self) -> Self:
        if self.grade is Grade.C and (self.url or self.archive_url):
            name = "url" if self.url else "archive_url"
            raise Fault(f"{name} is given, but grade C is cited without a link", "remove it", name)
        return self


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
    VETO = "veto"
    ABSTAIN = "abstain"


class Event(Content):
    """Something that happened, dated only as sharply as its sources date it."""

    id: Slug = Field(description="Never changes, even when the title does: links carry it.")
    title: Text = Field(description="What happened, in one line of at most twelve words or so.")
    label: Annotated[Text, StringConstraints(max_length=60)] = Field(
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
    time: Text | None = Field(
        default=None, description="What is known of the hour, such as “about 16:00”."
    )
    drawn_at: Hour | None = Field(
        default=None,
        description=(
            "The hour at which figures draw it, such as 16:00, where the hour is not exact."
        ),
    )
    place: Text = Field(description="Where it happened: town, country.")
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
        if self.end and self.end.at < self.start.at:
            raise Fault("end is before start", "swap the two, or correct one of them", "end")
        if self.scope is Scope.BRIEF and not self.brief:
            raise Fault(
                "scope is brief, but no sentence is named",
                "add brief: with a locator, or write scope: context",
                "scope",
            )
        return self


class State(Content):
    """A degree of closeness, given a width and an outline by the editors."""

    id: Slug = Field(description="How bands name it, such as close.")
    name: Text = Field(description="One or two words, shown beside the bands.")
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
    def _is_founded(self) -> Self:
        if self.end.at < self.start.at:
            raise Fault("end is before start", "swap the two, or correct one of them", "end")
        return self


class Treaty(Content):
    """A treaty in force, drawn as a side bar; no end means still in force."""

    name: Text = Field(description="What it is called, with its year.")
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
    name: Text = Field(description="Both sides in two words, such as Northland–Westland.")
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
        max_length=2,
        description="The subject's relationships with one or two others.",
    )


class Value(Content):
    """One value of a series."""

    label: Text = Field(description="What the axis says, such as 2025 or Jan–Jun.")
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
    title: Text = Field(description="What is measured; stands over the bars.")
    unit: Text = Field(description="What is counted, such as million euros.")
    compiler: Text = Field(description="Who compiled the numbers.")
    caution: Text = Field(description="What the numbers do not show.")
    actor: ActorId = Field(description="Id of the actor whose colour the bars have.")
    values: tuple[Value, ...] = Field(min_length=2, description="The numbers in order of time.")


class Term(Content):
    """A glossary entry."""

    id: Slug = Field(description="How the overview and other terms name it.")
    term: Text = Field(description="The word or phrase.")
    definition: Text = Field(description="One or two sentences in common words.")
    see_also: tuple[TermId, ...] = Field(default=(), description="Ids of related terms.")
    sources: tuple[SourceId, ...] = Field(
        default=(), description="Ids of the sources of the definition, if it needs any."
    )


class Reading(Content):
    """Another analyst's view, with the claims it bears on."""

    source: SourceId = Field(description="Id of the publication in sources.yaml.")
    author: Text = Field(description="Who says so, as readers know them.")
    summary: Text = Field(description="What they say, in one to three sentences of your own.")
    stance: Literal["agrees", "sharpens", "challenges", "background"] = Field(
        description="Towards the brief: it agrees, sharpens or challenges it, or gives background."
    )
    point: Text = Field(description="The debate it bears on, in a few words.")
    claims: tuple[ClaimId, ...] = Field(default=(), description="Ids of the claims it bears on.")


class Disagreement(Content):
    """A point on which sources differ, told once and shown at every claim it names."""

    id: Slug = Field(description="A short name that no other point has.")
    question: Text = Field(description="The point as a question.")
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


# ------------------------------------------------------------------ pages


class Step(Content):
    """One station of a page's guided path; at most forty words, so that it can be projected."""

    title: Text = Field(description="What the step shows, in at most eight words or so.")
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

    menu: Text = Field(description="The page's name in the menu: one or two words.")
    title: Text = Field(description="The heading of the page: a question or a finding.")
    kicker: Text = Field(description="One line above the title.")
    standfirst: Text | None = Field(
        default=None, description="One or two sentences under the title."
    )
    summary: Text = Field(description="What the page's card on the overview says.")
    steps: tuple[Step, ...] = Field(
        min_length=4,
        max_length=7,
        description="The guided path that walks readers through the figure.",
    )


class Comment(Content):
    """What the sources, or one named voice, say about a claim."""

    by: Text | None = Field(default=None, description="Who says so, if one voice does.")
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
    hedge: Text | None = Field(
        default=None, description="The author's own word that softens it, if any, such as arguably."
    )
    emphasis: Text | None = Field(
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

    title: Text = Field(description="What these claims have in common; the name of their tab.")
    claims: tuple[Claim, ...] = Field(
        min_length=1, description="The claims in the order in which to read them."
    )


class Option(Content):
    """One answer, with the feedback for whoever chooses it."""

    text: Text = Field(description="One answer, unlike the others.")
    feedback: Text = Field(description="Why it is right or wrong; teach, do not only judge.")
    right: bool = Field(default=False, description="true for the one right answer.")


class Question(Content):
    """A self-check question about inference, not about dates."""

    id: Slug = Field(description="A short name that no other question has.")
    stem: Text = Field(description="The question: about inference, not about dates.")
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


class Mark(Content):
    """A labelled place in a figure: one event, or several that the figure treats as one."""

    events: tuple[EventId, ...] = Field(
        min_length=1, description="Id of one event, or ids of several that are drawn as one."
    )
    label: Text | None = Field(default=None, description="Words instead of the event's own label.")
    date: Text | None = Field(default=None, description="Words instead of the event's own date.")
    lanes: tuple[ActorId, ...] = Field(
        default=(), description="Ids of actors instead of the event's own lanes."
    )


class Figure(Content):
    """What every figure says around its drawing."""

    finding: Text = Field(description="The heading above it: what the figure shows, as a sentence.")
    alt: Text = Field(description="What somebody who cannot see it should learn.")
    note: Text = Field(description="Small print under it: selection, sources, cautions.")


class StripFigure(Figure):
    """The overview's strip: the whole span at true scale, the focus as a line."""

    scale: Text = Field(description="The scale in words, such as “this strip = 60 years”.")
    start: Date = Field(description="Where the strip begins.")
    end: Date = Field(description="Where it ends; normally the day of the brief.")
    marks: tuple[Mark, ...] = Field(
        min_length=2, max_length=9, description="The turning points that it flags."
    )


class Gap(Content):
    """A stretch without something, written out; {gap} stands for its length."""

    after: EventId = Field(description="Id of the event after which it begins.")
    before: EventId = Field(description="Id of the event before which it ends.")
    lane: ActorId = Field(description="Id of the actor whose lane is dotted.")
    text: Text = Field(description="What is written in it; {gap} stands for its length.")


class Panel(Content):
    """One time scale of the timeline."""

    id: Slug = Field(description="A short name that no other panel has.")
    title: Text = Field(description="What it shows.")
    scale: Text = Field(description="The scale in words, such as “this panel = 5 days”.")
    start: Date = Field(description="Where it begins.")
    end: Date = Field(description="Where it ends.")
    eras: bool = Field(default=False, description="true shades and names the eras.")
    marks: tuple[Mark, ...] = Field(
        default=(), description="Marks with a label of their own, or events grouped into one."
    )
    others: bool = Field(
        default=True,
        description="true draws the remaining events of the stretch as well, each with its label.",
    )
    gaps: tuple[Gap, ...] = Field(
        default=(), description="Stretches without something, dotted and written out."
    )


class Stay(Content):
    """A stretch drawn behind the last panel, such as the hours in one place."""

    start: EventId = Field(description="Id of the event that begins it.")
    end: EventId = Field(description="Id of the event that ends it.")
    before: EventId = Field(
        description="Id of an event; a dotted line leads from here to the start."
    )
    after: EventId = Field(description="Id of an event; a dotted line leads from the end to here.")
    text: Text = Field(description="What the stretch is.")


class TimelineFigure(Figure):
    """Two or three linked scales of the same events."""

    panels: tuple[Panel, ...] = Field(
        min_length=2, max_length=3, description="From the longest stretch of time to the shortest."
    )
    stay: Stay | None = Field(
        default=None,
        description="A stretch drawn in the panel of days, such as the hours in one place.",
    )


class Side(Content):
    """One side of a figure of two relationships."""

    actor: ActorId = Field(
        description="Id of the actor; relations.yaml must hold this relationship."
    )
    name: Text = Field(description="The heading of this side.")
    marks: tuple[Mark, ...] = Field(min_length=1, description="The events beside the band.")


class RelationsFigure(Figure):
    """Two relationships side by side in time, with a series on the same axis."""

    heading: Text = Field(description="What width means, such as “The wider, the closer”.")
    scale: Text = Field(description="The scale in words, such as “this panel = 8 years”.")
    start: Date = Field(description="Where the figure begins.")
    end: Date = Field(description="Where it ends; normally the day of the brief.")
    left: Side = Field(description="The relationship on the left.")
    right: Side | None = Field(
        default=None, description="The relationship on the right, if there are two."
    )
    series: SeriesId = Field(description="Id of the data series drawn beside the bands.")
    series_from: Date = Field(description="The first day of the series that is drawn.")


class Course(Content):
    """One column of a comparison."""

    title: Text = Field(description="Whose course it is.")
    scale: Text = Field(
        description="The scale in words; the same stretch of time as in the other column."
    )
    start: Date = Field(description="Where the column begins.")
    end: Date = Field(description="Where it ends.")
    marks: tuple[Mark, ...] = Field(
        min_length=2, description="Its events, from the first to the last."
    )
    gap: Text = Field(
        description="Written between first and last mark; {gap} stands for its length."
    )
    gap_from: Date = Field(description="The day from which that length is counted.")
    gap_to: Date = Field(description="The day up to which it is counted.")


class ComparisonFigure(Figure):
    """Two courses of events at one scale."""

    columns: tuple[Course, Course] = Field(description="The two courses, drawn side by side.")


class Lane(Content):
    """A lane with its own name, such as a capital for a state."""

    actor: ActorId = Field(description="Id of the actor.")
    name: Text = Field(description="What stands over the lane, such as the capital.")


class Period(Content):
    """One of the periods compared."""

    title: Text = Field(description="What the period is called.")
    scale: Text = Field(description="The scale in words; both periods are drawn at the same one.")
    start: Date = Field(description="Its first day, month or year.")
    end: Date = Field(description="Its last one.")
    marks: tuple[Mark, ...] = Field(
        default=(),
        description="Marks with a label of their own; the other events of the period are added.",
    )
    leave_out: tuple[EventId, ...] = Field(
        default=(), description="Ids of events of the period that do not belong to the comparison."
    )


class ThenNowFigure(Figure):
    """Two periods with the same lanes at the same scale, meetings counted."""

    count: Text = Field(description="The words before the counts of meetings, such as met.")
    filled: Text = Field(description="Legend of filled marks, such as “Filled: the leaders met”.")
    outline: Text = Field(description="Legend of outlined marks.")
    lanes: tuple[Lane, ...] = Field(
        min_length=1, max_length=5, description="The lanes of both periods, in order."
    )
    periods: tuple[Period, Period] = Field(description="Then, and now.")


class VotesPanel(Content):
    """The votes beside the long relationships."""

    title: Text = Field(description="What was voted on.")
    scale: Text = Field(description="The scale in words, and what the three signs mean.")
    start: Date = Field(description="Where it begins.")
    end: Date = Field(description="Where it ends.")
    words: Mapping[Vote, Text] = Field(description="How each vote is named.")
    marks: tuple[Mark, ...] = Field(
        min_length=1, description="The votes in order; each of these events needs votes."
    )


class LimitsFigure(Figure):
    """Two relationships over the whole span, with votes at their own scale."""

    heading: Text = Field(description="What width means, such as “The wider, the closer”.")
    scale: Text = Field(description="The scale in words, such as “this panel = 60 years”.")
    start: Date = Field(description="Where the figure begins.")
    end: Date = Field(description="Where it ends; normally the day of the brief.")
    left: Side = Field(description="The relationship on the left.")
    right: Side | None = Field(
        default=None, description="The relationship on the right, if there are two."
    )
    both: tuple[Mark, ...] = Field(
        default=(), description="Events that concern both sides at once, marked ↔ between them."
    )
    votes: VotesPanel = Field(description="The votes beside the bands, at a scale of their own.")


class KnownRow(Content):
    """One stretch of publication dates."""

    label: Text = Field(description="What the row is called, such as 2018–2019.")
    start: Date = Field(description="The first day, month or year of publication.")
    end: Date = Field(description="The last one; the next row begins after it.")


class KnownFigure(Figure):
    """Events by the date of their earliest source."""

    scale: Text = Field(description="What the rows stand for, in words.")
    divider: Text = Field(description="Stands at the line that marks the day of the brief.")
    rows: tuple[KnownRow, ...] = Field(
        min_length=2, description="Stretches of publication dates, in order and without a hole."
    )
    undated: Text = Field(description="Name of the row for events whose sources carry no date.")


class PathFigure(Figure):
    """All pages' steps in their order."""

    scale: Text = Field(description="What one place stands for; it is not a time scale.")


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
        min_length=3, max_length=7, description="The answer to the title, sentence by sentence."
    )
    terms: tuple[TermId, ...] = Field(
        min_length=3, max_length=9, description="Ids of the terms to know first."
    )
    figure: StripFigure = Field(description="The strip of the whole span, with turning points.")


class TimelinePage(Page):
    """timeline.yaml."""

    selection_rule: Text = Field(description="Which events are shown, and why these.")
    sections: tuple[Section, ...] = Field(
        min_length=1, description="Claims about what happened, in groups."
    )
    questions: tuple[Question, ...] = Field(
        default=(), description="Questions for readers to test themselves."
    )
    figure: TimelineFigure = Field(description="The same events at two or three scales.")


class ReasonsPage(Page):
    """reasons.yaml."""

    sections: tuple[Section, ...] = Field(
        min_length=1, description="Claims about why it happened, in groups."
    )
    questions: tuple[Question, ...] = Field(
        default=(), description="Questions for readers to test themselves."
    )
    figure: RelationsFigure = Field(
        description="Two relationships in recent years, with a data series beside them."
    )
    comparison: ComparisonFigure | None = Field(
        default=None,
        description="Two courses of events side by side, if the brief draws a parallel.",
    )


class ImplicationsPage(Page):
    """implications.yaml."""

    sections: tuple[Section, ...] = Field(
        min_length=1, description="Claims about what follows, in groups."
    )
    questions: tuple[Question, ...] = Field(
        default=(), description="Questions for readers to test themselves."
    )
    figure: ThenNowFigure = Field(description="Two periods compared, with meetings counted.")


class LimitsPage(Page):
    """limits.yaml."""

    sections: tuple[Section, ...] = Field(
        min_length=1, description="Claims about what holds it back, in groups."
    )
    questions: tuple[Question, ...] = Field(
        default=(), description="Questions for readers to test themselves."
    )
    figure: LimitsFigure = Field(description="Two relationships over the whole span, and votes.")


class Discussion(Content):
    """A question for the room, with notes for whoever leads it."""

    id: Slug = Field(description="A short name that no other question for the room has.")
    question: Text = Field(description="A question with more than one good answer.")
    notes: tuple[Text, ...] = Field(
        min_length=1,
        description=(
            "Hints for whoever leads the discussion; the key N shows them when presenting."
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
    title: Text = Field(description="What the block is called.")
    text: Text = Field(description="What the class does.")
    page: (
        Literal["overview", "timeline", "reasons", "implications", "limits", "seminar", "sources"]
        | None
    ) = Field(default=None, description="The page that it links to.")
    step: Annotated[Whole, Field(ge=1)] | None = Field(
        default=None, description="The step of that page that the link opens."
    )


class Plan(Content):
    """A session plan; its blocks add up to its length."""

    title: Text = Field(description="What the plan is called; the name of its tab.")
    minutes: Annotated[Whole, Field(ge=10, le=300)] = Field(
        description="Its whole length; the blocks must add up to it."
    )
    blocks: tuple[PlanBlock, ...] = Field(min_length=2, description="What happens, in order.")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        total = sum(block.minutes for block in self.blocks)
        if total != self.minutes:
            raise Fault(
                f"minutes is {self.minutes}, but the blocks add up to {total}",
                "correct one of them",
                "minutes",
            )
        return self


class Debate(Content):
    """A debate in which other readings answer claims of the brief."""

    id: Slug = Field(description="A short name that no other debate has.")
    title: Text = Field(description="The question that divides them; the name of its tab.")
    claims: tuple[ClaimId, ...] = Field(
        min_length=1, description="Ids of the author's claims that are debated."
    )
    readings: tuple[SourceId, ...] = Field(
        min_length=1,
        description="Ids of the sources that answer them; readings.yaml must describe each.",
    )


class SeminarPage(Page):
    """seminar.yaml."""

    plans: tuple[Plan, ...] = Field(min_length=1, description="Session plans, a tab each.")
    discussion: tuple[Discussion, ...] = Field(min_length=1, description="Questions for the room.")
    debates: tuple[Debate, ...] = Field(
        min_length=1, description="The author's claims beside other readings, a tab each."
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
    open_points: tuple[Text, ...] = Field(
        default=(), description="What could not be verified, a sentence each."
    )
    figure: KnownFigure = Field(
        description="Events by the day on which their earliest source appeared."
    )


# ------------------------------------------------------------------ the whole folder


CLAIM_PAGES = ("timeline", "reasons", "implications", "limits")


class Explainer(Content):
    """The whole content folder as one object: ``explainer.timeline`` is ``timeline.yaml``."""

    about: About = Field(
        description=(
            "What the explainer is called, the brief it explains, and words used on every page."
        )
    )
    actors: tuple[Actor, ...] = Field(
        min_length=2, max_length=6, description="Who takes part: states, bodies, groups."
    )
    events: tuple[Event, ...] = Field(
        min_length=3, description="Everything that happened, in order of date."
    )
    sources: tuple[Source, ...] = Field(min_length=1, description="Everything that is cited.")
    glossary: tuple[Term, ...] = Field(min_length=3, description="Terms that readers may not know.")
    readings: tuple[Reading, ...] = Field(
        default=(), description="What other analysts say, with the claims it bears on."
    )
    contested: tuple[Disagreement, ...] = Field(
        default=(), description="Points on which sources differ, with the claims that show them."
    )
    series: tuple[Series, ...] = Field(
        min_length=1, description="Small data series, each with its unit and its caution."
    )
    relations: Relations = Field(
        description="How close the subject was to two others, and since when."
    )
    overview: OverviewPage = Field(
        description=(
            "The first page: the question, the answer in short, terms, and the long strip."
        )
    )
    timeline: TimelinePage = Field(description="The page on what happened, and in which order.")
    reasons: ReasonsPage = Field(description="The page on why it happened.")
    implications: ImplicationsPage = Field(description="The page on what follows from it.")
    limits: LimitsPage = Field(description="The page on what holds it back.")
    seminar: SeminarPage = Field(
        description="The page for the class: plans, questions for the room, debates."
    )
    sources_page: SourcesPage = Field(description="The page on where every statement comes from.")

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
    def points(self) -> Mapping[str, tuple[Disagreement, ...]]:
        """The points on which sources differ, by the id of each claim that hangs on them."""
        return {
            claim.id: tuple(point for point in self.contested if claim.id in point.claims)
            for claim in self.claims
        }

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
