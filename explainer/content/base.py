"""Ids, texts, dates and addresses as authors write them, and what all content has in common.

Ids of other objects are typed (``EventId``, ``SourceId`` and so on), so that one walk over the
models finds every reference and its place in the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from explainer.language import links
from explainer.language.dates import When
from explainer.language.faults import Fault
from explainer.language.other_dates import SHAPE

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")
"""Control characters, the two that turn letters round, and halves of characters."""
BREAK = re.compile(r"[\n\u2028\u2029]")
"""What ends a line and may stand in a text of several lines; the other breaks are unprintable."""
ONE_LINE = r"^\s*[^\n\u2028\u2029]*\s*$"
"""One line for an editor, which sees what stands around it in the file."""


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


def _on_one_line(value: str) -> str:
    if BREAK.search(value):
        raise PydanticCustomError("line_break", "more than one line")
    return value


def _safe_url(value: str) -> str:
    if fault := links.fault_of_address(value):
        raise fault
    return value


# The longest text bounds what drawing it can cost.
Text = Annotated[str, StringConstraints(min_length=1, max_length=5000), AfterValidator(_legible)]
# What stands in a heading, a row of a table or a label, which a second line would break.
Line = Annotated[Text, AfterValidator(_on_one_line), Field(json_schema_extra={"pattern": ONE_LINE})]
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
PageName = Literal[
    "overview", "timeline", "reasons", "implications", "limits", "seminar", "sources"
]
SeriesId = Annotated[Slug, Ref("series")]
TermId = Annotated[Slug, Ref("term")]
StateId = Annotated[Slug, Ref("state")]
Locator = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[0-9]+\.[0-9]+$"), Ref("locator")]


class Content(BaseModel):
    """Anything an author writes: unknown keys are mistakes, values never change."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False
    )


def every_model() -> dict[str, type[Content]]:
    """All models that have been imported, by name."""
    found: dict[str, type[Content]] = {}
    waiting = Content.__subclasses__()
    while waiting:
        model = waiting.pop()
        found[model.__name__] = model
        waiting += model.__subclasses__()
    return found
