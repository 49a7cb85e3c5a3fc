"""What a content folder leaves out: pages that explainer.yaml does not list, and what they need."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import get_args

from explainer.checks.located_yaml import Plain
from explainer.content.about import ALWAYS
from explainer.content.base import PageName
from explainer.content.explainer import LEFT_OUT, Explainer

MAY_BE = frozenset(
    name for name, info in Explainer.model_fields.items() if info.get_default() is LEFT_OUT
)
"""The parts whose files a folder may lack: every other file is always there."""
DRAW_RELATIONS = frozenset({"reasons", "limits"})
"""The pages that need relations.yaml."""


def absent(data: Mapping[str, Plain]) -> frozenset[str] | None:
    """The parts of the content that the list of pages leaves out; None if it is not sound."""
    about = data.get("about")
    listed = about.get("pages") if isinstance(about, dict) else None
    if not isinstance(listed, list) or not all(name in get_args(PageName) for name in listed):
        return None
    if len(set(listed)) < len(listed) or not set(ALWAYS) <= set(listed):
        return None
    parts = MAY_BE.difference(listed)
    return parts if parts >= DRAW_RELATIONS else parts - {"relations"}


def has_all(needed: str, sound: Collection[str], without: Collection[str]) -> bool:
    """Whether all parts that a check needs are sound.

    One with a question mark is one that it can do without, if the content leaves it out.
    """
    return all(
        part in sound or (part.endswith("?") and part[:-1] in (*sound, *without))
        for part in needed.split()
    )
