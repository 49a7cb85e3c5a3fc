"""sources.yaml: what is cited, and how good it is."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from explainer.content.base import Content, Date, Language, Line, Slug, Url
from explainer.language.faults import Fault


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
    publisher: Line = Field(description="Outlet or body; name state media as such.")
    author: Line | None = Field(default=None, description="Who wrote it, if it says so.")
    title: Line = Field(description="Its title or headline, word for word.")
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
