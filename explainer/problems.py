"""What is wrong with the content, said to an author: place, mistake, remedy, the line itself."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from explainer.yamltree import Path, Place


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file; prints as ``file:line:column: what is wrong; what to do``."""

    file: str
    place: Place
    wrong: str
    remedy: str
    line: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.place.line}:{self.place.column}: {self.wrong}; {self.remedy}"


class ContentError(Exception):
    """The content cannot be shown; ``problems`` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def guess(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one was probably meant to be."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def tidy(text: str) -> str:
    """One line that any terminal can print, however odd the content it quotes."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    shown = " ".join(printable.split())
    return shown if len(shown) <= 300 else f"{shown[:299]}…"


def is_echo(error: ErrorDetails) -> bool:
    """Whether pydantic counts too few items only because it rejected some, which it reports."""
    enough = error.get("ctx", {}).get("min_length", 0)
    given = error["input"]
    return error["type"] == "too_short" and isinstance(given, list | dict) and len(given) >= enough


def of_validation(error: ErrorDetails, model: type[BaseModel]) -> tuple[Path, str, str]:
    """Turn one of pydantic's errors into (path, what is wrong, what to do).

    ``model`` is the model that the path starts from; its field names serve the did-you-mean.
    """
    path: Path = tuple(part for part in error["loc"] if part != "[key]")
    key = next((str(part) for part in reversed(path[1:]) if isinstance(part, str)), "this file")
    given = error["input"]
    shown = _shown(given)
    context: dict[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return path[:-1], f"“{path[-1]}” is missing", f"add a line {path[-1]}: with its value"
        case "extra_forbidden":
            known = _fields(model, path[:-1])
            meant = guess(str(path[-1]), known)
            remedy = f"did you mean {meant}?" if meant else f"use one of {', '.join(sorted(known))}"
            return path, f"“{path[-1]}” is not a key of this item", remedy
        case "literal_error" | "enum":
            choices = str(context["expected"]).replace("'", "")
            meant = guess(str(given), choices.replace(" or ", ", ").split(", "))
            hint = f"did you mean {meant}? " if meant else ""
            named = "this key" if error["loc"][-1] == "[key]" else key
            return path, f"{named} cannot be {shown}", f"{hint}use {choices}"
        case "string_type":
            return path, f"{key} must be text, not {shown}", "write words, or put it in quotes"
        case "string_too_short":
            return path, f"{key} is empty", "write something, or remove the line"
        case "string_too_long":
            most = context["max_length"]
            return path, f"{key} is longer than {most} characters", "shorten it"
        case "string_pattern_mismatch":
            named = "this key" if error["loc"][-1] == "[key]" else key
            return path, f"{named} cannot be {shown}", _pattern_remedy(str(context["pattern"]))
        case "tuple_type" | "list_type":
            return path, f"{key} must be a list, not {shown}", "put each item on a line with a dash"
        case "model_type" | "model_attributes_type" | "dict_type" | "mapping_type":
            return path, f"{key} must be an item with keys, not {shown}", "write it as name: value"
        case "bool_type" | "bool_parsing":
            return path, f"{key} cannot be {shown}", "write true or false"
        case "int_type" | "int_parsing" | "int_from_float":
            return path, f"{key} must be a whole number, not {shown}", "write it in figures"
        case "float_type" | "float_parsing" | "finite_number":
            return (
                path,
                f"{key} must be a number, not {shown}",
                "write it in figures, without a unit",
            )
        case "too_short":
            least, many = context["min_length"], context["actual_length"]
            return path, f"{key} has {_items(many)}", f"it needs at least {least}"
        case "too_long":
            most, many = context["max_length"], context["actual_length"]
            return path, f"{key} has {_items(many)}", f"it takes at most {most}"
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            side = "at least" if "ge" in context else "at most"
            return path, f"{key} cannot be {shown}", f"use {side} {bound}"
        case "date_type":
            return path, f"{key} cannot be {shown}", "write a date such as 1983-06 or 2025-09-03"
        case "value_error":
            wrong, _, remedy = str(context["error"]).partition("; ")
            return path, wrong, remedy or "mend it"
    return path, f"{key} cannot be {shown}", "compare it with another item of this file"


def _shown(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case str():
            return f"“{value}”" if len(value) <= 60 else f"“{value[:57]}…”"
        case list() | tuple():
            return "a list"
        case dict():
            return "an item with keys"
    return str(value)


def _items(number: int) -> str:
    return f"{number} item{'s' if number != 1 else ''}"


def _pattern_remedy(pattern: str) -> str:
    if "/" in pattern:
        return "write a locator such as reasons/1.4: section, paragraph, sentence"
    if ":" in pattern:
        return "write an hour such as 09:00"
    return "use small letters, figures and single hyphens, such as first-meeting"


def _fields(model: type[BaseModel], path: Sequence[str | int]) -> set[str]:
    """The keys that the item at ``path`` may have."""
    here: Any = model
    for part in path:
        if isinstance(part, str) and isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(part)
            here = field.annotation if field else None
        here = _inner_model(here) or here
    return (
        set(here.model_fields) if isinstance(here, type) and issubclass(here, BaseModel) else set()
    )


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside ``tuple[Model, ...]``, ``Model | None`` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _inner_model(part):
            return found
    return None
