"""Ids across the whole folder: what refers to nothing, and what is given or listed twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from explainer.checks import left_out
from explainer.checks.located_yaml import KEY, Path, Plain
from explainer.checks.messages import Words, guess, said
from explainer.content.about import OutlineSection, locators
from explainer.content.base import Ref
from explainer.content.explainer import CLAIM_PAGES, Explainer

Finding = tuple[Path, Words]
Reference = tuple[Path, str, str]
"""Where an id is used, of which kind of object, and the id."""
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
MAY_BE_NONE = ("series", "term")
"""The kinds whose file may be an empty list."""
OURS = {("claim", "event"), ("debate", "score")}
"""Ids that would give a part of a page the same name as another part of it."""
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OUTLINE = TypeAdapter(tuple[OutlineSection, ...])


def between(
    data: Data,
    found: Sequence[Reference],
    lost: Sequence[Reference],
    twice: Collection[Repeated],
) -> Iterator[Finding]:
    """Yield (path, words) for ``lost`` references, ids given ``twice`` and ids listed twice.

    ``found`` are all references. Works on plain data, so that these are found beside mistakes of
    any other sort.
    """
    yield from _dangling(data, found, lost, Counter(one.kind for one in twice))
    yield from _listed_twice(found)
    yield from _given_twice(twice)
    yield from _taken(data)


def missing(data: Data, found: Sequence[Reference]) -> list[Reference]:
    """The references to what nothing has as its id, where ids of that kind can be read."""
    names = known(data)
    return [one for one in found if one[2] not in names.get(one[1], {one[2]})]


def givers(kind: str) -> set[str]:
    """The parts of the content that give ids of a kind."""
    return {"about"} if kind == "locator" else {way[0] for way in IDS[kind]}


Plan = Callable[[Plain, Path], Iterator[Reference]]
"""Finds the references in plain data of one type; None stands for a type that holds none."""


def references(data: Data) -> Iterator[Reference]:
    """Every reference in plain data, as (path, kind of object, id)."""
    plan = _plan(Explainer)
    return plan(dict(data), ()) if plan else iter(())


@cache
def _plan(hint: Any) -> Plan | None:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        kinds = [mark.kind for mark in inner[1:] if isinstance(mark, Ref)]
        return partial(_id, kinds[0]) if kinds else _plan(inner[0])
    if origin is tuple:
        return partial(_items, within) if (within := _plan(inner[0])) else None
    if origin is Mapping:
        return partial(_keys, within) if (within := _plan(inner[0])) else None
    if origin in (Union, UnionType):
        return next(filter(None, map(_plan, inner)), None)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        plans = {}
        for name, info in hint.model_fields.items():
            marks = [mark for mark in info.metadata if isinstance(mark, Ref)]
            held: Any = Annotated[info.annotation, *marks] if marks else info.annotation
            if within := _plan(held):
                plans[name] = within
        return partial(_fields, plans) if plans else None
    return None


def _id(kind: str, value: Plain, path: Path) -> Iterator[Reference]:
    if isinstance(value, str):
        yield path, kind, value.strip()


def _items(within: Plan, value: Plain, path: Path) -> Iterator[Reference]:
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from within(part, (*path, index))


def _keys(within: Plan, value: Plain, path: Path) -> Iterator[Reference]:
    if isinstance(value, dict):
        for key in value:
            yield from within(key, (*path, key, KEY))


def _fields(plans: Mapping[str, Plan], value: Plain, path: Path) -> Iterator[Reference]:
    if isinstance(value, dict):
        for name, within in plans.items():
            if name in value:
                yield from within(value[name], (*path, name))


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
    without = left_out.absent(data) or ()
    ways = (way for way in IDS[kind] if way[0] not in without)
    return [found for way in ways for found in _follow(dict(data), way)]


def known(data: Data) -> dict[str, dict[str, None]]:
    """The ids that each kind of reference may use, in their order, where they can be read."""
    found: dict[str, dict[str, None]] = {}
    without = left_out.absent(data) or ()
    for kind, ways in IDS.items():
        names = [name if name and ID.fullmatch(name) else None for _, name in _given(data, kind)]
        may_be_none = kind in MAY_BE_NONE or all(way[0] in without for way in ways)
        if (names or may_be_none) and None not in names:
            found[kind] = dict.fromkeys(filter(None, names))
    about = data.get("about")
    if isinstance(about, dict):
        with suppress(ValidationError):
            found["locator"] = dict.fromkeys(
                locators(OUTLINE.validate_python(about.get("outline")))
            )
    return found


def _dangling(
    data: Data, found: Sequence[Reference], lost: Sequence[Reference], twice: Mapping[str, int]
) -> Iterator[Finding]:
    names = known(data)
    used = {(kind, name) for _, kind, name in found}
    of_kind: dict[str, dict[str, list[Path]]] = {}
    for path, kind, name in lost:
        of_kind.setdefault(kind, {}).setdefault(name, []).append(path)
    for kind, places in of_kind.items():
        # An id given twice has taken the place of another one, which is missed everywhere.
        if len(places) <= twice.get(kind, 0):
            continue
        for name, paths in places.items():
            is_often = len(paths) > 1 and kind in IDS
            meant = guess(name, names[kind]) if is_often else None
            if meant and (kind, meant) not in used:
                at = next(path for path, given in _given(data, kind) if given == meant)
                wrong = f"nothing refers to “{meant}”, but {len(paths)} places to “{name}”"
                yield at, said(wrong, f"write {name} here, or {meant} there")
                continue
            for path in paths:
                yield path, partial(_no_such, kind, name, names[kind])


def _no_such(kind: str, name: str, known: Collection[str]) -> tuple[str, str]:
    parts = re.split(r"[\s,;]+", name)
    if len(parts) > 1 and set(known).issuperset(parts):
        return f"“{name}” is not one id but {len(parts)}", "put a comma and a space between two ids"
    meant = _place_meant(name, known) if kind == "locator" else guess(name, known)
    remedy = f"did you mean {meant}?" if meant else f"use one from {LISTED_IN[kind]}"
    if kind == "locator" and (last := _last_of_paragraphs(name, known)):
        remedy += f"; the paragraphs of this section end with {', '.join(last)}"
    return f"there is no {kind} “{name}”", remedy


def _last_of_paragraphs(name: str, known: Collection[str]) -> Collection[str]:
    """The place of the last sentence of each paragraph in the section that a locator names."""
    section = name.partition("/")[0]
    places = (one.partition("/") for one in known)
    return {
        place.partition(".")[0]: place for there, _, place in places if there == section
    }.values()


def _place_meant(name: str, known: Collection[str]) -> str | None:
    """The locator with the section that a misspelt one was meant to be; numbers are not guessed."""
    section, _, place = name.partition("/")
    meant = guess(section, {locator.partition("/")[0] for locator in known})
    return f"{meant}/{place}" if f"{meant}/{place}" in known else None


def _listed_twice(found: Sequence[Reference]) -> Iterator[Finding]:
    seen: set[tuple[Path, str]] = set()
    for path, _, name in found:
        if isinstance(path[-1], int):
            if (path[:-1], name) in seen:
                wrong = f"“{name}” is listed twice under {path[-2]}"
                yield path, said(wrong, "remove one of the two")
            seen.add((path[:-1], name))


@dataclass(frozen=True)
class Repeated:
    """An id of one kind that is given at several places."""

    kind: str
    name: str
    paths: tuple[Path, ...]


def repeated(data: Data) -> list[Repeated]:
    """The ids that are given more than once."""
    found = []
    for kind in IDS:
        places: dict[str, list[Path]] = {}
        for path, name in _given(data, kind):
            if name is not None:
                places.setdefault(name, []).append(path)
        found += [
            Repeated(kind, name, tuple(paths)) for name, paths in places.items() if len(paths) > 1
        ]
    return found


def _given_twice(twice: Iterable[Repeated]) -> Iterator[Finding]:
    for one in twice:
        for path in one.paths[1:]:
            wrong = f"the id “{one.name}” is given twice"
            yield path, said(wrong, "give one of the two another id")


def _taken(data: Data) -> Iterator[Finding]:
    for kind, name in sorted(OURS):
        for path, given in _given(data, kind):
            if given == name:
                wrong = f"the id “{name}” is one that the pages use themselves"
                yield path, said(wrong, "choose another id")
