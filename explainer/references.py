"""What only the whole folder can show to be wrong: dangling ids, ids given twice, bad scope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from explainer.models import Explainer, Grade, Ref, Scope
from explainer.problems import guess
from explainer.yamltree import Path

Finding = tuple[Path, str, str]

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


def check(explainer: Explainer) -> Iterator[Finding]:
    """Yield (path, what is wrong, what to do) for each mistake between objects."""
    yield from _dangling(explainer)
    yield from _given_twice(explainer)
    yield from _scope(explainer)
    yield from _coverage(explainer)
    yield from _bands(explainer)


def references(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Every reference in the content, as (path, kind of object, id)."""
    for name, info in type(model).model_fields.items():
        kinds = [mark for mark in info.metadata if isinstance(mark, Ref)]
        hint: Any = Annotated[info.annotation, *kinds] if kinds else info.annotation
        yield from _within(getattr(model, name), hint, (*path, name))


def _within(value: Any, hint: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    if value is None:
        return
    if isinstance(value, BaseModel):
        yield from references(value, path)
        return
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        for mark in marks:
            if isinstance(mark, Ref) and isinstance(value, str):
                yield path, mark.kind, value
                return
        yield from _within(value, inner, path)
    elif isinstance(value, tuple):
        args = [arg for arg in _union_members(hint) if get_origin(arg) is tuple]
        item = get_args(args[0])[0] if args else Any
        for index, part in enumerate(value):
            yield from _within(part, item, (*path, index))
    elif isinstance(value, dict):
        key_hint = get_args(hint)[0] if get_args(hint) else Any
        for key in value:
            yield from _within(key, key_hint, (*path, str(key)))
    elif isinstance(value, str):
        for member in _union_members(hint):
            if get_origin(member) is Annotated:
                yield from _within(value, member, path)


def _union_members(hint: Any) -> tuple[Any, ...]:
    if get_origin(hint) in (tuple, dict, Annotated) or not get_args(hint):
        return (hint,)
    return get_args(hint)


def known_ids(explainer: Explainer) -> dict[str, set[str]]:
    """The ids that each kind of reference may use."""
    return {
        "event": {event.id for event in explainer.events},
        "actor": {actor.id for actor in explainer.actors},
        "source": {source.id for source in explainer.sources},
        "claim": {claim.id for claim in explainer.claims},
        "series": {series.id for series in explainer.series},
        "term": {term.id for term in explainer.glossary},
        "state": {state.id for state in explainer.relations.states},
        "locator": set(explainer.about.locators),
    }


def _dangling(explainer: Explainer) -> Iterator[Finding]:
    known = known_ids(explainer)
    for path, kind, name in references(explainer):
        if name not in known[kind]:
            meant = guess(name, known[kind])
            wrong = f"there is no {kind} “{name}”"
            remedy = f"did you mean {meant}?" if meant else f"use one from {LISTED_IN[kind]}"
            yield path, wrong, remedy


def _given_twice(explainer: Explainer) -> Iterator[Finding]:
    lists: dict[str, tuple[tuple[Path, str], ...]] = {
        field: tuple(
            ((field, index, "id"), item.id) for index, item in enumerate(getattr(explainer, field))
        )
        for field in ("actors", "events", "sources", "glossary", "contested", "series")
    }
    lists["claims"] = tuple(((*path, "id"), claim.id) for path, claim in explainer.claim_places)
    lists["states"] = tuple(
        (("relations", "states", index, "id"), state.id)
        for index, state in enumerate(explainer.relations.states)
    )
    for found in lists.values():
        counts = Counter(name for _, name in found)
        seen: set[str] = set()
        for path, name in found:
            if counts[name] > 1 and name in seen:
                yield path, f"the id “{name}” is given twice", "give one of the two another id"
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
