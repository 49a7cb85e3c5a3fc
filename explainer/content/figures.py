"""What authors say of each figure: its finding, its scale, its marks."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from explainer.content.base import ActorId, Content, Date, EventId, Line, SeriesId, Slug, Text
from explainer.content.events import Vote
from explainer.language.catalogue import say
from explainer.language.dates import extent_words


class Mark(Content):
    """A labelled place in a figure: one event, or several that the figure treats as one."""

    events: tuple[EventId, ...] = Field(
        min_length=1, description="Id of one event, or ids of several that are drawn as one."
    )
    label: Line | None = Field(default=None, description="Words instead of the event's own label.")
    date: Line | None = Field(default=None, description="Words instead of the event's own date.")
    lanes: tuple[ActorId, ...] = Field(
        default=(), description="Ids of actors instead of the event's own lanes."
    )


class Figure(Content):
    """What every figure says around its drawing."""

    finding: Line = Field(description="The heading above it: what the figure shows, as a sentence.")
    alt: Text = Field(description="What somebody who cannot see it should learn.")
    note: Text = Field(description="Small print under it: selection, sources, cautions.")

    @property
    def relationships(self) -> tuple[str, ...]:
        """The actors whose relationships with the subject it draws as bands."""
        return ()

    @property
    def series_drawn(self) -> tuple[str, ...]:
        """The ids of the series that it draws."""
        return ()


class StripFigure(Figure):
    """The overview's strip: the whole span at true scale, the focus as a line."""

    scale: Line | None = Field(
        default=None,
        description="Your own words instead of the scale in ours, “this strip = 60 years”.",
    )
    start: Date = Field(description="Where the strip begins.")
    end: Date = Field(description="Where it ends; normally the day of the brief.")
    marks: tuple[Mark, ...] = Field(
        min_length=1, max_length=9, description="The turning points that it flags."
    )


class Gap(Content):
    """A stretch without something, written out; {gap} stands for its length."""

    after: EventId = Field(description="Id of the event after which it begins.")
    before: EventId = Field(description="Id of the event before which it ends.")
    lane: ActorId = Field(description="Id of the actor whose lane is dotted.")
    text: Line = Field(description="What is written in it; {gap} stands for its length.")


class Panel(Content):
    """One time scale of the timeline."""

    id: Slug = Field(description="A short name that no other panel has.")
    title: Line = Field(description="What it shows.")
    scale: Line | None = Field(
        default=None,
        description="Your own words instead of the scale in ours, such as “this panel = 5 days”.",
    )
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
    text: Line = Field(description="What the stretch is, for the legend.")


class TimelineFigure(Figure):
    """One to three linked scales of the same events."""

    panels: tuple[Panel, ...] = Field(
        min_length=1, max_length=3, description="From the longest stretch of time to the shortest."
    )
    stay: Stay | None = Field(
        default=None,
        description="A stretch drawn in the panel of days, such as the hours in one place.",
    )


class Side(Content):
    """One relationship of a figure, drawn as a band with events beside it."""

    actor: ActorId = Field(
        description="Id of the actor; relations.yaml must hold this relationship."
    )
    name: Line = Field(description="The heading over its band.")
    marks: tuple[Mark, ...] = Field(min_length=1, description="The events beside the band.")


class BandsFigure(Figure):
    """One to four relationships in time, each a band."""

    heading: Line = Field(description="What width means, such as “The wider, the closer”.")
    scale: Line | None = Field(
        default=None,
        description="Your own words instead of the scale in ours, such as “this panel = 5 days”.",
    )
    start: Date = Field(description="Where the figure begins.")
    end: Date = Field(description="Where it ends; normally the day of the brief.")
    sides: tuple[Side, ...] = Field(
        min_length=1,
        max_length=4,
        description="The relationships, from left to right; two stand on either side of the years.",
    )

    @property
    def relationships(self) -> tuple[str, ...]:
        """The actors whose relationships with the subject it draws as bands."""
        return tuple(side.actor for side in self.sides)


class RelationsFigure(BandsFigure):
    """Relationships since a chosen year, and a series on the same axis if there is one."""

    series: SeriesId | None = Field(
        default=None, description="Id of a data series to draw beside the bands."
    )
    series_from: Date | None = Field(
        default=None, description="The first day of the series that is drawn, if not all of it is."
    )

    @property
    def series_drawn(self) -> tuple[str, ...]:
        """The ids of the series that it draws."""
        return (self.series,) if self.series else ()


class Course(Content):
    """One column of a comparison."""

    title: Line = Field(description="Whose course it is.")
    scale: Line | None = Field(
        default=None,
        description="Your own words instead of the scale in ours, such as “this panel = 5 days”.",
    )
    start: Date = Field(description="Where the column begins.")
    end: Date = Field(description="Where it ends.")
    marks: tuple[Mark, ...] = Field(
        min_length=2, description="Its events, from the first to the last."
    )
    gap: Line = Field(
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
    name: Line = Field(description="What stands over the lane, such as the capital.")


class Period(Content):
    """One of the periods compared."""

    title: Line = Field(description="What the period is called.")
    scale: Line | None = Field(
        default=None,
        description="Your own words instead of the scale in ours, such as “this panel = 5 days”.",
    )
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
    """Periods with the same lanes at the same scale, meetings counted; two are a comparison."""

    count: Line = Field(description="The words before the counts of meetings, such as met.")
    filled: Line = Field(
        description="Legend of filled marks, such as 'Filled: the leaders met', in quotes."
    )
    outline: Line = Field(description="Legend of outlined marks.")
    lanes: tuple[Lane, ...] = Field(
        min_length=1, max_length=5, description="The lanes of both periods, in order."
    )
    periods: tuple[Period, ...] = Field(
        min_length=1, max_length=3, description="Then, and now; or one period, or three."
    )


class VotesPanel(Content):
    """The votes beside the long relationships."""

    title: Line = Field(description="What was voted on.")
    scale: Line | None = Field(
        default=None,
        description="Your own words for the scale, and for what the three signs mean.",
    )
    start: Date = Field(description="Where it begins.")
    end: Date = Field(description="Where it ends.")
    words: Mapping[Vote, Line] = Field(description="How each vote is named.")
    marks: tuple[Mark, ...] = Field(
        min_length=1, description="The votes in order; each of these events needs votes."
    )


class LimitsFigure(BandsFigure):
    """Relationships over the whole span, and votes at their own scale if there are any."""

    both: tuple[Mark, ...] = Field(
        default=(),
        description="Events that concern several sides at once, marked ↔ among the years.",
    )
    votes: VotesPanel | None = Field(
        default=None, description="The votes beside the bands, at a scale of their own."
    )


class KnownRow(Content):
    """One stretch of publication dates."""

    label: Line = Field(description="What the row is called, such as 2018–2019.")
    start: Date = Field(description="The first day, month or year of publication.")
    end: Date = Field(description="The last one; the next row begins after it.")


class KnownFigure(Figure):
    """Events by the date of their earliest source."""

    scale: Line = Field(description="What the rows stand for, in words.")
    divider: Line = Field(description="Stands at the line that marks the day of the brief.")
    rows: tuple[KnownRow, ...] = Field(
        min_length=1, description="Stretches of publication dates, in order and without a hole."
    )
    undated: Line = Field(description="Name of the row for events whose sources carry no date.")


class PathFigure(Figure):
    """All pages' steps in their order."""

    scale: Line = Field(description="What one place stands for; it is not a time scale.")


Scaled = StripFigure | Panel | BandsFigure | Course | Period | VotesPanel
"""What is drawn to a scale of time."""


def scale_words(part: Scaled) -> str:
    """The scale in the author's words, or the length of what is drawn in ours."""
    if part.scale:
        return part.scale
    length = extent_words(part.start, part.end)
    if isinstance(part, StripFigure):
        return say("scale-of-strip", length=length)
    return say("scale-of-panel", length=length)
