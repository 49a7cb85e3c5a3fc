"""explainer.yaml: what the explainer is called, whose brief it explains, and its outline."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from explainer.content.base import (
    ActorId,
    Content,
    Date,
    Language,
    Line,
    PageName,
    Slug,
    Text,
    Url,
    Whole,
)
from explainer.language.faults import Fault

ALWAYS: tuple[PageName, ...] = ("overview", "sources")
"""The pages that are never left out: where one arrives, and who says what."""


class Brief(Content):
    """The policy brief that the explainer is about, as it is to be cited."""

    author: Line = Field(description="Who wrote the brief, given names first, as printed on it.")
    author_sorted: Line = Field(description="The same name, surname first, for reference lists.")
    title: Line = Field(description="The title of the brief, word for word.")
    publisher: Line = Field(description="Who published it, in full.")
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
    name: Line = Field(description="How the locator is shown, such as Reasons in “Reasons 1.4”.")
    sentences: tuple[Annotated[Whole, Field(ge=1, le=200)], ...] = Field(
        min_length=1,
        description="How many sentences each paragraph has, in order: [7, 6] is two paragraphs.",
    )


class Era(Content):
    """A named stretch of the long view."""

    id: Slug = Field(description="A short name that no other era has.")
    name: Line = Field(description="Two to six words, shown in the long views.")
    start: Date = Field(description="Its first year, month or day.")
    end: Date = Field(description="Its last year, month or day; the next era begins after it.")


class Focus(Content):
    """The few days that the whole explainer is about."""

    name: Line = Field(description="What to call these days, such as The visit.")
    start: Date = Field(description="The first of these days.")
    end: Date = Field(description="The last of these days.")
    line: Line = Field(description="Said where they are too thin to draw, such as “…is this line”.")


class Signs(Content):
    """What filled, outlined and dotted marks mean, in the legend's words."""

    present: Line = Field(
        description="Legend of filled marks, such as 'Filled: the leader took part', in quotes."
    )
    absent: Line = Field(description="Legend of outlined marks.")
    expected: Line = Field(
        description="Legend of outlined marks with a dot: expected, not confirmed."
    )


class KindWords(Content):
    """How one kind of claim is named and explained."""

    name: Line = Field(description="What readers see at every claim, such as Reported.")
    meaning: Text = Field(description="One sentence that explains it on the overview.")
    record: Line = Field(description="Heading over what sources say about such a claim.")
    no_record: Text = Field(description="Said when no source settles or disputes it.")


class Kinds(Content):
    """The three kinds of claim, in the words readers see."""

    reported: KindWords = Field(description="What the author states as fact.")
    judgement: KindWords = Field(description="What the author infers.")
    forecast: KindWords = Field(description="What the author expects to happen.")


class ScopeWords(Content):
    """The names of the three scopes a reader can choose from."""

    brief: Line = Field(description="Shows only the events that the brief names.")
    background: Line = Field(description="Adds background; every page starts with it.")
    afterwards: Line = Field(description="Adds what happened after the brief.")


class About(Content):
    """explainer.yaml: what the explainer is called, whose brief it explains, and its outline."""

    title: Line = Field(description="The explainer's own title, in browser tabs and exports.")
    subtitle: Line = Field(
        description="One line that says whose brief is explained; in citations and exports."
    )
    language: Language = Field(description="Language code of your texts, such as en or fr.")
    authors: tuple[Line, ...] = Field(
        min_length=1, description="Who made this explainer; named in its citation."
    )
    checked: Date = Field(
        description="The day up to which you checked the facts; dates the explainer's citation."
    )
    colophon: Text = Field(description="The small print under every page.")
    reuse: Line = Field(
        default="",
        description="Under which terms the figures may be used elsewhere, for their small print.",
    )
    brief: Brief = Field(description="The policy brief that is explained.")
    subject: ActorId = Field(
        description=(
            "Id of the actor whose story it is; only panels of days and hours, and that of the "
            "stay, give it a lane."
        )
    )
    pages: tuple[PageName, ...] = Field(
        min_length=2,
        description=(
            "The pages that there are, in the order of the menu. Each is a file; overview and"
            " sources are always among them."
        ),
    )
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
    attributions: tuple[Line, ...] = Field(
        default=(),
        description="Words that say whose a judgement is, such as “the author”, for the check.",
    )

    @model_validator(mode="after")
    def _each_page_once(self) -> Self:
        if len(set(self.pages)) != len(self.pages):
            raise Fault("pages lists a page twice", "list each page once", "pages")
        for name in ALWAYS:
            if name not in self.pages:
                wrong = f"pages does not list {name}, which every explainer has"
                raise Fault(wrong, "add it", "pages")
        return self

    @cached_property
    def locators(self) -> tuple[str, ...]:
        """Every sentence of the brief, in order."""
        return locators(self.outline)


def locators(outline: Iterable[OutlineSection]) -> tuple[str, ...]:
    """Every sentence of an outline, in order."""
    return tuple(
        f"{section.id}/{paragraph}.{sentence}"
        for section in outline
        for paragraph, count in enumerate(section.sentences, 1)
        for sentence in range(1, count + 1)
    )
