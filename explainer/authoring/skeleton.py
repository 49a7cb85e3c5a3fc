"""A content file with everything still to be written: made from the models, so it cannot drift."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from explainer.authoring import schemas, yaml_text
from explainer.checks.loader import FILES
from explainer.checks.marks import MARK
from explainer.content.explainer import Explainer

NARROW = 86
"""How long a line of explanation becomes, before it is indented."""
Given = Mapping[str, Any]
"""What is known already of an item: plain data by field, or an item's Given, or a list of them."""


def text(name: str, given: Given | list[Any] | None = None) -> str:
    """One content file, such as ``events.yaml``, with what is given and the mark elsewhere.

    Every field is explained where it first stands; those that may be left out are only explained.
    """
    part = next(part for part, file in FILES.items() if file == name)
    info = Explainer.model_fields[part]
    pen = _Pen()
    head = [schemas.modeline(name).rstrip(), f"# {info.description}"]
    if model := _model(info.annotation):
        lines = list(pen.item(model, given if isinstance(given, Mapping) else {}))
    else:
        inner = _model(get_args(info.annotation)[0])
        assert inner is not None
        lines = list(pen.items(inner, info, given if isinstance(given, list) else None))
        # What no item explains is explained here.
        head += ["#", *_all_fields(inner, deep=not lines)]
        lines = lines or ["[]"]
    return "\n".join([*head, "", *lines]) + "\n"


def _all_fields(model: type[BaseModel], *, deep: bool = False) -> Iterator[str]:
    """A line of comment for each field of the items of a list, ``deep`` of what is in them too."""
    for field, info in model.model_fields.items():
        yield from _comment(f"{field}: {_explained(info)}")
        hint = info.annotation
        inner = _model(get_args(hint)[0]) if get_origin(hint) is tuple else _model(hint)
        if deep and inner:
            within = _all_fields(inner, deep=True)
            yield from (f"#   {line.removeprefix('# ')}" for line in within)


def _explained(info: FieldInfo) -> str:
    """What a field is for, what it can be, and whether it may be left out."""
    said = [str(info.description)]
    hint = info.annotation
    choices = get_args(hint) if get_origin(hint) is Literal else ()
    if isinstance(hint, type) and issubclass(hint, Enum):
        choices = tuple(choice.value for choice in hint)
    if not all(choice in said[0] for choice in choices):
        said.append(f"One of {', '.join(choices)}.")
    if not info.is_required():
        said.append("(May be left out.)")
    return " ".join(said)


class _Pen:
    """Writes items, and explains each model once; lists of a file's items are explained above."""

    def __init__(self) -> None:
        self._known: set[type[BaseModel]] = set()

    def items(self, model: type[BaseModel], info: FieldInfo, given: list[Any] | None) -> list[str]:
        """The items of a whole file, which its head has explained."""
        self._known.add(model)
        return list(self._list(model, _least(info), given))

    def item(self, model: type[BaseModel], given: Given) -> Iterator[str]:
        """The fields of one item, each on its line or with what it holds below it."""
        explained = model in self._known
        self._known.add(model)
        for field, info in model.model_fields.items():
            needed = info.is_required() or field in given
            if not explained:
                said = _explained(info)
                yield from _comment(said if needed else f"{field}: {said}")
            if needed:
                yield from self._field(field, info, given)

    def _field(self, field: str, info: FieldInfo, given: Given) -> Iterator[str]:
        held = given.get(field)
        hint = info.annotation
        inner = _model(get_args(hint)[0]) if get_origin(hint) is tuple else None
        if inner and (field not in given or _are_items(held)):
            yield f"{field}:"
            yield from _indented(self._list(inner, _least(info), held))
        elif (model := _model(hint)) and (field not in given or isinstance(held, Mapping)):
            yield f"{field}:"
            yield from _indented(self.item(model, held or {}))
        elif field in given:
            yield from yaml_text.text({field: held}).splitlines()
        elif get_origin(hint) is tuple:
            yield f"{field}: [{', '.join([MARK] * _least(info))}]"
        elif get_origin(hint) is Mapping:
            yield f"{field}:"
            yield from (f"  {key}: {MARK}" for key in _keys(hint))
        else:
            yield f"{field}: {MARK}"

    def _list(self, model: type[BaseModel], least: int, given: Any) -> Iterator[str]:
        known = [{}] * least if given is None else given
        for number, one in enumerate(known):
            lines = list(self.item(model, one))
            first = next(at for at, line in enumerate(lines) if not line.startswith("#"))
            if number:
                yield ""
            yield from (f"  {line}" for line in lines[:first])
            yield f"- {lines[first]}"
            yield from _indented(lines[first + 1 :])


def _are_items(held: Any) -> bool:
    return isinstance(held, list) and all(isinstance(one, Mapping) for one in held)


def _least(info: FieldInfo) -> int:
    """How many items a list needs."""
    hint = info.annotation
    if get_origin(hint) is tuple and Ellipsis not in get_args(hint):
        return len(get_args(hint))
    return next((mark.min_length for mark in info.metadata if isinstance(mark, MinLen)), 0)


def _keys(hint: Any) -> list[str]:
    key = get_args(hint)[0]
    choices = isinstance(key, type) and issubclass(key, Enum)
    return [str(choice.value) for choice in key] if choices else []


def _model(hint: Any) -> type[BaseModel] | None:
    """The model that a field holds one of, if any."""
    if get_origin(hint) is Annotated or get_origin(hint) in (Union, UnionType):
        return next(filter(None, map(_model, get_args(hint))), None)
    return hint if isinstance(hint, type) and issubclass(hint, BaseModel) else None


def _comment(said: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(said, NARROW)]


def _indented(lines: Any) -> Iterator[str]:
    for line in lines:
        yield f"  {line}" if line else ""
