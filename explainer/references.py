"""What only the whole folder can show to be wrong: dangling ids, ids given twice, bad scope."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from explainer.models import CLAIM_PAGES, About, Explainer, Grade, Ref, Scope
from explainer.problems import guess
from explainer.yamltree import Path, Plain

Finding = tuple[Path, str, str]
Data = Mapping[str, Plain]
"""The plain data of the files that could be read, by the fields of Explainer."""

LISTED_IN = {
    "event": "events.yaml",
    "actor": "actors.yaml",
    "source": "sources.yaml",
    "claim": "the claims of timeline, reasons, implications and limits",
    "series": "series.yaml",
    "term": "glossary.yaml",
    "state": "the states of relations.yaml",
    "locator": "the outline of explainer.yaml",
}
IDS: dict[str, list[tuple[str, ...]]] = {
    "event": [("events", "id")],
    "actor": [("actors", "id")],
    "source": [("sources", "id")],
    "claim": [(page, "sections", "claims", "id") for page in CLAIM_PAGES],
    "series": [("series", "id")],
    "term": [("glossary", "id")],
    "state": [("relations", "states", "id")],
    "disagreement": [("contested", "id")],
    "question": [(page, "questions", "id") for page in CLAIM_PAGES],
    "discussion": [("seminar", "discussion", "id")],
    "debate": [("seminar", "debates", "id")],
    "section": [("about", "outline", "id")],
    "era": [("about", "eras", "id")],
    "panel": [("timeline", "figure", "panels", "id")],
}
"""Where the ids of each kind are given; the first seven kinds are referred to."""


ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def between(data: Data) -> Iterator[Finding]:
    """Yield (path, what is wrong, what to do) for dangling ids and ids given twice.

    Works on plain data, so that these are found beside mistakes of any other sort.
    """
    yield from _dangling(data)
    yield from _given_twice(data)


def check(explainer: Explainer) -> Iterator[Finding]:
    """Yield the same for mistakes that show only when every object is sound."""
    yield from _scope(explainer)
    yield from _coverage(explainer)
    yield from _bands(explainer)
    yield from _seminar(explainer)
    yield from _answers(explainer)


def references(value: Plain, hint: Any, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Every reference in plain data of the type ``hint``, as (path, kind of object, id)."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        kinds = [mark.kind for mark in inner[1:] if isinstance(mark, Ref)]
        if not kinds:
            yield from references(value, inner[0], path)
        elif isinstance(value, str):
            yield path, kinds[0], value.strip()
    elif origin is tuple and isinstance(value, list):
        for index, part in enumerate(value):
            yield from references(part, inner[0], (*path, index))
    elif origin is Mapping and isinstance(value, dict):
        for key in value:
            yield from references(key, inner[0], (*path, key))
    elif origin in (Union, UnionType):
        for member in inner:
            yield from references(value, member, path)
    elif isinstance(hint, type) and issubclass(hint, BaseModel) and isinstance(value, dict):
        for name, info in hint.model_fields.items():
            marks = [mark for mark in info.metadata if isinstance(mark, Ref)]
            within: Any = Annotated[info.annotation, *marks] if marks else info.annotation
            yield from references(value.get(name), within, (*path, name))


def _follow(
    value: Plain, way: tuple[str, ...], path: Path = ()
) -> Iterator[tuple[Path, str | None]]:
    """Every text at the end of a way of keys, through all lists on it; None where it breaks off."""
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _follow(part, way, (*path, index))
    elif way and isinstance(value, dict) and way[0] in value:
        yield from _follow(value[way[0]], way[1:], (*path, way[0]))
    else:
        yield path, value.strip() if isinstance(value, str) and not way else None


def _given(data: Data, kind: str) -> list[tuple[Path, str | None]]:
    return [found for way in IDS[kind] for found in _follow(dict(data), way)]


def _known(data: Data) -> dict[str, set[str]]:
    """The ids that each kind of reference may use, for the kinds that are listed soundly."""
    known: dict[str, set[str]] = {}
    for kind in IDS:
        names = {name if name and ID.fullmatch(name) else None for _, name in _given(data, kind)}
        if names and None not in names:
            known[kind] = {name for name in names if name}
    with suppress(ValidationError):
        known["locator"] = set(About.model_validate(data.get("about")).locators)
    return known


def _dangling(data: Data) -> Iterator[Finding]:
    known = _known(data)
    for path, kind, name in references(dict(data), Explainer):
        if name not in known.get(kind, {name}):
            meant = guess(name, known[kind])
            wrong = f"there is no {kind} “{name}”"
            remedy = f"did you mean {meant}?" if meant else f"use one from {LISTED_IN[kind]}"
            yield path, wrong, remedy


def _given_twice(data: Data) -> Iterator[Finding]:
    for kind in IDS:
        seen: set[str] = set()
        for path, name in _given(data, kind):
            if name in seen:
                yield path, f"the id “{name}” is given twice", "give one of the two another id"
            elif name is not None:
                seen.add(name)


def _scope(explainer: Explainer) -> Iterator[Finding]:
    published = explainer.about.brief.date
    grades = {source.id: source.grade for source in explainer.sources}
    for index, event in enumerate(explainer.events):
        path: Path = ("events", index)
        if event.start.at >= published.last and event.scope is not Scope.AFTER:
            yield (
                (*path, "scope"),
                f"“{event.id}” is later than the brief but its scope is {event.scope.value}",
                "write scope: after",
            )
        if event.scope is Scope.AFTER and event.start.at < published.last:
            yield (
                (*path, "scope"),
                f"“{event.id}” is not later than the brief but its scope is after",
                "write scope: context",
            )
        if event.scope is not Scope.BRIEF and all(
            grades.get(source) is Grade.C for source in event.sources
        ):
            yield (
                (*path, "sources"),
                f"“{event.id}” rests on no source of grade A or B",
                "add one, or leave the event out",
            )


def _coverage(explainer: Explainer) -> Iterator[Finding]:
    covered = {locator for claim in explainer.claims for locator in claim.brief}
    covered |= {locator for event in explainer.events for locator in event.brief}
    missing = [locator for locator in explainer.about.locators if locator not in covered]
    if missing:
        yield (
            ("about", "outline"),
            f"no claim or event covers {', '.join(missing)}",
            "add a claim with that locator, or correct the outline",
        )


def _bands(explainer: Explainer) -> Iterator[Finding]:
    for number, relationship in enumerate(explainer.relations.relationships):
        for index, (band, after) in enumerate(
            zip(relationship.bands, relationship.bands[1:], strict=False)
        ):
            if band.end.at != after.start.at:
                yield (
                    ("relations", "relationships", number, "bands", index + 1, "start"),
                    f"this band starts {after.start.words()} but the one before it ends "
                    f"{band.end.words()}",
                    "let each band start where the last one ends",
                )


def _seminar(explainer: Explainer) -> Iterator[Finding]:
    described = {reading.source for reading in explainer.readings}
    for number, debate in enumerate(explainer.seminar.debates):
        for index, name in enumerate(debate.readings):
            if name not in described:
                yield (
                    ("seminar", "debates", number, "readings", index),
                    f"“{name}” is a source but readings.yaml does not describe it",
                    "describe it there, or leave it out here",
                )
    for number, plan in enumerate(explainer.seminar.plans):
        for index, block in enumerate(plan.blocks):
            last = len(explainer.page(block.page).steps) if block.page else 0
            if block.step and block.step > last:
                yield (
                    ("seminar", "plans", number, "blocks", index, "step"),
                    f"there is no step {block.step} on the page {block.page or '(none)'}",
                    f"use a step from 1 to {last}" if last else "add page:, or remove step:",
                )


def _answers(explainer: Explainer) -> Iterator[Finding]:
    for page in CLAIM_PAGES:
        for number, question in enumerate(getattr(explainer, page).questions):
            texts = [option.text for option in question.options]
            for index, text in enumerate(texts):
                if text in texts[:index]:
                    yield (
                        (page, "questions", number, "options", index, "text"),
                        f"two answers of “{question.id}” have the same text",
                        "change one of them",
                    )
