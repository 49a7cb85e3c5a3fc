"""glossary.yaml: terms that readers may not know."""

from __future__ import annotations

from pydantic import Field

from explainer.content.base import Content, Line, Slug, SourceId, TermId, Text


class Term(Content):
    """A glossary entry."""

    id: Slug = Field(description="How the overview and other terms name it.")
    term: Line = Field(description="The word or phrase.")
    definition: Text = Field(description="One or two sentences in common words.")
    see_also: tuple[TermId, ...] = Field(default=(), description="Ids of related terms.")
    sources: tuple[SourceId, ...] = Field(
        default=(), description="Ids of the sources of the definition, if it needs any."
    )
