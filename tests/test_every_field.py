"""Every field of every model: left out, of another type or out of bounds, it is reported in place.

The cases are made from the models, so a new field is a new case. They are spoilt together, those of
one depth at a time, because a mistake hides what stands within it.
"""

from __future__ import annotations

import copy
import types
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
import yaml
from annotated_types import Ge, MaxLen, MinLen
from folders import BRIEF, fresh
from pydantic import BaseModel

from explainer.checks import loader, located_yaml
from explainer.checks.located_yaml import Tree
from explainer.checks.messages import ContentError, Problem
from explainer.content.base import Line, Ref, Text, Url
from explainer.content.explainer import Explainer
from explainer.language.dates import When

Place = tuple[str | int, ...]
Dumper: type = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Type:
    """What a field holds: its type without wrapping, and the marks of all the wrapping."""

    held: Any
    marks: tuple[Any, ...]

    def bound(self, kind: type) -> Any:
        """The mark of a kind, such as the least length, if there is one."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)


@dataclass(frozen=True)
class Case:
    """One way to spoil one field: its value instead, and in which words that must be reported."""

    model: str
    key: str
    how: str
    value: Any = field(compare=False)
    """The wrong value; LEFT_OUT if the field is to be left out."""
    words: str

    def __str__(self) -> str:
        return f"{self.model}.{self.key} {self.how}"


LEFT_OUT = object()
ON_ONE_LINE = next(mark for mark in get_args(Line) if mark not in get_args(Text))


def models(model: type[BaseModel] = Explainer) -> dict[str, type[BaseModel]]:
    """Every model that the content is made of, by its name."""
    found = {model.__name__: model}
    for info in model.model_fields.values():
        for inner in models_in(info.annotation):
            if inner.__name__ not in found:
                found |= models(inner)
    return found


def models_in(hint: Any) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for part in get_args(hint):
        yield from models_in(part)


def unwrapped(hint: Any, marks: tuple[Any, ...] = ()) -> Type:
    """The type within ``Annotated`` and ``… | None``, with all marks on the way."""
    if get_origin(hint) is Annotated:
        first, *rest = get_args(hint)
        return unwrapped(first, (*flat(rest), *marks))
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (part for part in get_args(hint) if part is not type(None))
        return unwrapped(inner, marks)
    return Type(hint, marks)


def flat(marks: list[Any]) -> Iterator[Any]:
    """The marks, and those that pydantic has packed into its own."""
    for mark in marks:
        yield mark
        for name, kind in (("min_length", MinLen), ("max_length", MaxLen), ("ge", Ge)):
            if (bound := getattr(mark, name, None)) is not None and not isinstance(mark, kind):
                yield kind(bound)
        if pattern := getattr(mark, "pattern", None):
            yield pattern
        yield from flat(list(getattr(mark, "metadata", ())))


def spoilt(found: Type, name: str) -> Iterator[tuple[str, Any, str]]:
    """Each way to spoil a value of a type: how, with which value, reported in which words."""
    held, origin = found.held, get_origin(found.held)
    if held is str:
        yield "as keys", {"a": "b"}, f"{name} must be text, not an item with fields"
        yield "as a number", 7, f"{name} must be text, not 7"
        if pattern := next((mark for mark in found.marks if isinstance(mark, str)), None):
            known = not any(isinstance(mark, Ref) for mark in found.marks)
            yield "of odd letters", "Ö /", f"{name} cannot be “Ö /”" if known else "“Ö /”"
            assert pattern.startswith("^")
            assert pattern.endswith("$")
        elif found.bound(MinLen):
            yield "empty", " ", f"{name} is empty"
        if (most := found.bound(MaxLen)) and not pattern:
            yield "too long", "x" * (most.max_length + 1), f"{name} is longer than"
        if set(get_args(Url)[1:]) & set(found.marks):
            yield "of another kind", "ftp://example.org", "is not a link that readers can follow"
        elif not pattern:
            yield "with a link to nowhere", "[a](b)", "the link “b” is not a link"
        if ON_ONE_LINE in found.marks:
            yield "of two lines", "one\ntwo", f"{name} has a line break"
    elif held is When:
        yield "as a list", [1980], f"{name} cannot be a list"
        yield "in words", "next week", "“next week” is not a date"
        yield "before the common era", "44 BCE", "“44 BCE” is a year before the common era"
    elif held is bool:
        yield "in words", "perhaps", f"{name} cannot be “perhaps”"
        yield "as a list", [True], f"{name} cannot be a list"
    elif held is int or held is float:
        sort = "a whole number" if held is int else "a number"
        yield "in words", "many", f"{name} must be {sort}, not “many”"
        yield "true", True, f"{name} must be {sort}, not true"
        if least := found.bound(Ge):
            yield "too small", least.ge - 1, f"{name} cannot be {least.ge - 1}"
    elif origin is Literal or (isinstance(held, type) and issubclass(held, Enum)):
        yield "of another choice", "zzz", f"{name} cannot be “zzz”"
        yield "as a list", ["zzz"], f"{name} cannot be a list"
    elif origin is tuple:
        yield "as a text", "words", f"{name} must be a list, not “words”"
        yield "as keys", {"a": "b"}, f"{name} must be a list, not an item with fields"
        if least := found.bound(MinLen):
            yield "empty", [], f"{name} has 0 items"
    elif origin is Mapping:
        yield "as a text", "words", f"{name} must be an item with fields, not “words”"
        yield "as a list", ["a"], f"{name} must be an item with fields, not a list"
    else:
        assert issubclass(held, BaseModel), held
        yield "as a text", "words", f"{name} must be an item with fields, not “words”"
        yield "as a list", ["a"], f"{name} must be an item with fields, not a list"


def cases() -> Iterator[Case]:
    """Every way to spoil every field of every model."""
    for model, parts in models().items():
        for name, info in parts.model_fields.items():
            if parts is Explainer:
                shown = "this file"
            else:
                shown = name
                if info.is_required():
                    yield Case(model, name, "left out", LEFT_OUT, f"“{name}” is missing")
            found = unwrapped(Annotated[info.annotation, *info.metadata, None])
            for how, value, words in spoilt(found, shown):
                yield Case(model, name, how, value, words)
        if parts is not Explainer:
            yield Case(model, "xyzzy", "given although unknown", 1, "“xyzzy” is not a field")


@cache
def plain() -> dict[str, Any]:
    """The plain data of the tests' brief by the fields of Explainer."""
    return {
        part: located_yaml.read((BRIEF / name).read_bytes()).data
        for part, name in loader.FILES.items()
    }


def items(data: Any, hint: Any, path: Place = ()) -> Iterator[tuple[str, Place]]:
    """Every item of plain data that a model describes: the model's name, and the item's path."""
    held = unwrapped(hint).held
    if get_origin(held) is tuple and isinstance(data, list):
        for index, part in enumerate(data):
            yield from items(part, get_args(held)[0], (*path, index))
    elif isinstance(held, type) and issubclass(held, BaseModel) and isinstance(data, dict):
        yield held.__name__, path
        for name, info in held.model_fields.items():
            if name in data:
                yield from items(data[name], info.annotation, (*path, name))


@cache
def places() -> dict[str, list[Place]]:
    """Where the tests' brief has an item of each model."""
    found: dict[str, list[Place]] = defaultdict(list)
    for model, path in items(plain(), Explainer):
        found[model].append(path)
    return found


CASES = list(cases())


def place_of_case(case: Case) -> Place:
    """The item to spoil: the last of its model that has the field to be left out."""
    found = places()[case.model]
    if case.value is LEFT_OUT:
        found = [path for path in found if case.key in at(plain(), path)]
    return found[-1]


def at(data: Any, path: Place) -> Any:
    for part in path:
        data = data[part]
    return data


def batches() -> dict[str, list[Case]]:
    """Cases that can be spoilt together: of one depth, and no two of one field."""
    found: dict[str, list[Case]] = defaultdict(list)
    used: dict[tuple[Place, str], int] = defaultdict(int)
    for case in CASES:
        path = (*place_of_case(case), case.key)
        how = "left out" if case.value is LEFT_OUT else "spoilt"
        used[(path, how)] += 1
        found[f"{how} at depth {len(path)}, round {used[(path, how)]}"].append(case)
    return found


def folder_with(some: list[Case], tmp_path: Path) -> tuple[Path, dict[str, Tree]]:
    """A folder in which these fields are spoilt, and the trees of the files that changed."""
    data, trees = copy.deepcopy(plain()), {}
    for case in some:
        item = at(data, place_of_case(case))
        if case.value is LEFT_OUT:
            del item[case.key]
        else:
            item[case.key] = case.value
    folder = fresh(tmp_path)
    for part, name in loader.FILES.items():
        if data[part] != plain()[part]:
            text = yaml.dump(data[part], Dumper=Dumper, allow_unicode=True, sort_keys=False)
            (folder / name).write_text(text, "utf-8")
            trees[part] = located_yaml.read(text.encode())
    return folder, trees


def is_reported(case: Case, problems: tuple[Problem, ...], trees: dict[str, Tree]) -> bool:
    """Whether a problem stands at the place of the spoilt field, in the words expected."""
    path = place_of_case(case)
    if case.value is not LEFT_OUT:
        named = (located_yaml.KEY,) if case.key == "xyzzy" else ()
        path = (*path, case.key, *named)
    part, *inner = path
    where = (loader.FILES[str(part)], trees[str(part)].place(tuple(inner)))
    there = [problem for problem in problems if (problem.file, problem.place) == where]
    return any(case.words in problem.wrong and problem.remedy for problem in there)


@pytest.mark.parametrize("batch", [pytest.param(some, id=name) for name, some in batches().items()])
def test_every_spoilt_field_is_reported_where_it_stands(batch: list[Case], tmp_path: Path) -> None:
    folder, trees = folder_with(batch, tmp_path)
    with pytest.raises(ContentError) as refused:
        loader.load(folder)
    error = refused.value
    assert not error.more
    assert not [str(case) for case in batch if not is_reported(case, error.problems, trees)]


def test_every_field_of_every_model_is_spoilt_in_two_ways_at_least() -> None:
    ways: dict[tuple[str, str], set[str]] = defaultdict(set)
    for case in CASES:
        ways[(case.model, case.key)].add(case.how)
    fields = {(name, field) for name, model in models().items() for field in model.model_fields}
    assert len(fields) > 200
    assert fields <= set(ways)
    assert not [field for field in fields if len(ways[field]) < 2]


def test_the_tests_brief_has_an_item_of_every_model() -> None:
    assert set(places()) == set(models())


def choices(hint: Any) -> Iterator[str]:
    """What may be chosen from, if there is a choice somewhere in a type."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        yield from (choice.value for choice in hint)
    elif get_origin(hint) is Literal:
        yield from get_args(hint)
    else:
        for part in get_args(hint):
            yield from choices(part)


def leaves(data: Any) -> Iterator[str]:
    """Every single value in plain data."""
    if isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from leaves(part)
    else:
        yield str(data)


def test_the_tests_brief_gives_every_field() -> None:
    given = {
        (name, key)
        for name, paths in places().items()
        for path in paths
        for key in at(plain(), path)
    }
    assert (
        not {(name, key) for name, model in models().items() for key in model.model_fields} - given
    )


def test_the_tests_brief_makes_every_choice() -> None:
    """But for hues and shapes, of which each actor has one."""
    made: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for model, parts in models().items():
        for name, info in parts.model_fields.items():
            if name not in ("hue", "shape"):
                items = [at(plain(), path) for path in places()[model]]
                given = leaves([item.get(name, info.default) for item in items])
                made[tuple(choices(info.annotation))] |= set(given)
    assert len(made) > 10
    assert not [set(every) - some for every, some in made.items() if not set(every) <= some]


def test_every_required_field_is_left_out_once() -> None:
    required = {
        (name, field)
        for name, model in models().items()
        for field, info in model.model_fields.items()
        if info.is_required() and model is not Explainer
    }
    left_out = {(case.model, case.key) for case in CASES if case.value is LEFT_OUT}
    assert left_out == required
