"""What the models allow at a path: the fields of the item there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from pydantic import BaseModel


def fields(model: type[BaseModel], path: Sequence[str | int]) -> set[str]:
    """The keys that the item at ``path`` may have."""
    here = _at(model, path)
    return set(here.model_fields) if here else set()


def is_worked_out(model: type[BaseModel], path: Sequence[str | int]) -> bool:
    """Whether what stands at ``path`` is no field, but follows from the other fields there."""
    here = _at(model, path[:-1])
    return isinstance(getattr(here, str(path[-1]), None), property | cached_property)


def fields_within(model: type[BaseModel], path: Sequence[str | int]) -> set[str]:
    """The keys that the items directly within the item at ``path`` may have."""
    here = _at(model, path)
    parts = [_inner_model(info.annotation) for info in here.model_fields.values()] if here else []
    return {name for part in parts if part for name in part.model_fields}


def _at(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel] | None:
    """The model of the item at ``path``, if it is an item with fields."""
    here: Any = model
    for part in path:
        if isinstance(part, str) and isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(part)
            here = field.annotation if field else None
        here = _inner_model(here) or here
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside ``tuple[Model, ...]``, ``Model | None`` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _inner_model(part):
            return found
    return None
