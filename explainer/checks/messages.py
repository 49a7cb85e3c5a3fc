"""What is wrong with the content, said to an author: place, mistake, remedy, the line itself."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from explainer.checks.located_yaml import KEY, Path
from explainer.checks.model_paths import fields, fields_within, is_worked_out
from explainer.checks.place import Place
from explainer.content.base import ONE_LINE
from explainer.language.counting import counted
from explainer.language.faults import Fault

Words = Callable[[], tuple[str, str]]
"""Makes what is wrong and what to do, when it is to be told."""
MOST_SHOWN = 100
"""How many problems of one file are told at once; the others are counted."""
NEAR = 0.8
"""How much alike two words must be for one to be taken for a slip of the other, from 0 to 1."""


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file; prints as ``file:line:column: what is wrong; what to do``."""

    file: str
    place: Place
    wrong: str
    remedy: str
    excerpt: str = ""
    """The line with its number, and a caret under the place; empty for a whole file."""

    def __str__(self) -> str:
        return f"{self.file}:{self.place.line}:{self.place.column}: {self.wrong}; {self.remedy}"


class ContentError(Exception):
    """The content cannot be shown; ``problems`` says what is wrong with it.

    ``more`` counts what is not told, by file, where a file has more than MOST_SHOWN problems.
    ``outstanding`` is what is still to be written, ``progress`` says how much is, and ``advice``
    what could be better in files that are sound.
    """

    def __init__(
        self,
        problems: Iterable[Problem],
        more: Mapping[str, int] | None = None,
        outstanding: Iterable[Problem] = (),
        advice: Iterable[Problem] = (),
        progress: str = "",
    ) -> None:
        self.problems = tuple(sorted(set(problems)))
        self.more = dict(more or {})
        self.outstanding, self.advice = tuple(sorted(outstanding)), tuple(sorted(advice))
        self.progress = progress
        said = [*map(str, self.problems), self.rest, self.count, *map(str, self.outstanding)]
        super().__init__("\n".join(filter(None, [*said, progress])))

    @property
    def number(self) -> int:
        """How many mistakes there are, told or not."""
        return len(self.problems) + sum(self.more.values())

    @property
    def count(self) -> str:
        """How many mistakes there are, in how many files, in words."""
        if not self.number:
            return "no mistake in what is written"
        files = len({problem.file for problem in self.problems})
        where = f" in {counted(files, 'file')}" if self.number > 1 else ""
        return f"{counted(self.number, 'mistake')}{where}"

    @property
    def rest(self) -> str:
        """How many mistakes are not told, in which files, in words; empty if all are told."""
        return "".join(
            f"and {many:,} more in {name}, told once some of these are corrected\n"
            for name, many in sorted(self.more.items())
        ).rstrip()


def said(wrong: str, remedy: str) -> Words:
    """Words that are known already."""
    return lambda: (wrong, remedy)


def guess(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one was probably meant to be."""
    names = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), names, n=1, cutoff=NEAR)
    return names[close[0]] if close else None


class Effects:
    """Tells the errors that only follow from others: mend those, and these are gone.

    A key that is missing only because it is misspelt, or stands too far to the left or right, is
    one; so is a list that is too short only because items of it were rejected.
    """

    def __init__(self, errors: Iterable[ErrorDetails], model: type[BaseModel]) -> None:
        """``errors`` are the causes to look at, ``model`` is what their paths start from."""
        self._strays: dict[str, list[Path]] = {}
        for error in errors:
            if error["type"] == "extra_forbidden":
                around, key = error["loc"][:-1], str(error["loc"][-1])
                for name in {key, guess(key, fields(model, around)) or key}:
                    self._strays.setdefault(name, []).append(around)

    def __contains__(self, error: ErrorDetails) -> bool:
        """Whether the error is only an effect."""
        if error["type"] == "too_short":
            given = error["input"]
            enough = error.get("ctx", {}).get("min_length", 0)
            return isinstance(given, list | dict) and len(given) >= enough
        if error["type"] != "missing":
            return False
        *item, name = error["loc"]
        return any(
            all(one == other for one, other in zip(item, around, strict=False))
            for around in self._strays.get(str(name), ())
        )


def path_of(error: ErrorDetails) -> Path:
    """Where one of pydantic's errors is best shown: at the key or the value it is about."""
    path: Path = error["loc"]
    if error["type"] == "missing":
        return path[:-1]
    if error["type"] == "extra_forbidden":
        return (*path, KEY)
    fault = error.get("ctx", {}).get("error")
    if isinstance(fault, Fault) and fault.key is not None:
        return (*path, fault.key)
    return path


def words_of(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """Turn one of pydantic's errors into what is wrong and what to do.

    ``model`` is the model that the path starts from; its field names serve the did-you-mean.
    """
    path: Path = tuple(part for part in error["loc"] if part != KEY)
    key = next((str(part) for part in reversed(path[1:]) if isinstance(part, str)), "this file")
    named = "this field" if error["loc"][-1] == KEY else key
    given = error["input"]
    shown = _shown(given)
    context: dict[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f"“{path[-1]}” is missing", f"add a line {path[-1]}: with its value"
        case "extra_forbidden" if is_worked_out(model, path):
            return f"“{path[-1]}” is worked out from the rest of this item", "remove the line"
        case "extra_forbidden":
            return f"“{path[-1]}” is not a field of this item", _key_remedy(model, path)
        case "literal_error" | "enum":
            choices = str(context["expected"]).replace("'", "")
            meant = guess(str(given), choices.replace(" or ", ", ").split(", "))
            hint = f"did you mean {meant}? " if meant else ""
            return f"{named} cannot be {shown}", f"{hint}use {choices}"
        case "string_type" | "string_unicode":
            return f"{named} must be text, not {shown}", _text_remedy(given)
        case "string_too_short":
            return f"{key} is empty", "write something, or remove the line"
        case "line_break":
            return f"{named} has a line break", pattern_remedy(ONE_LINE)
        case "string_pattern_mismatch":
            return f"{named} cannot be {shown}", pattern_remedy(str(context["pattern"]))
        case "tuple_type" | "list_type":
            return f"{key} must be a list, not {shown}", _list_remedy(given)
        case "model_type" | "model_attributes_type" | "dict_type" | "mapping_type":
            return f"{key} must be an item with fields, not {shown}", "write it as name: value"
        case "bool_type" | "bool_parsing":
            return f"{key} cannot be {shown}", "write true or false"
        case "int_type" | "int_parsing" | "int_from_float":
            remedy = "write it in figures, without quotes"
            return f"{key} must be a whole number, not {shown}", remedy
        case "float_type" | "float_parsing" | "finite_number":
            remedy = "write it in figures such as 2.5, without a unit, a comma or quotes"
            return f"{key} must be a number, not {shown}", remedy
        case "string_too_long" | "too_long" if isinstance(given, str):
            most = context["max_length"]
            return f"{named} is longer than {most:,} characters", "shorten it"
        case "too_short":
            least, many = context["min_length"], len(given)
            return f"{key} has {counted(many, 'item')}", f"it needs at least {least}"
        case "too_long":
            most, many = context["max_length"], len(given)
            return f"{key} has {counted(many, 'item')}", f"it takes at most {most}"
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            side = "at least" if "ge" in context else "at most"
            return f"{key} cannot be {shown}", f"use {side} {bound:g}"
        case "date_type":
            return f"{key} cannot be {shown}", "write a date such as 1983-06 or 2025-09-03"
        case "value_error" if isinstance(fault := context["error"], Fault):
            return fault.wrong, fault.remedy
    return f"{key} cannot be {shown}", "compare it with another item of this file"


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
            return "an item with fields"
    return str(value)


def pattern_remedy(pattern: str) -> str:
    """What an author should write instead of a text that does not fit the pattern."""
    if pattern == ONE_LINE:
        return "write it on one line, or after >- with no empty line"
    if "/" in pattern:
        return "write a locator such as reasons/1.4: section, paragraph, sentence"
    if ":" in pattern:
        return "write an hour such as 09:00"
    if "A-Z" in pattern:
        return "write the code of a language, such as en or pt-BR"
    return "use small letters, figures and single hyphens, such as first-meeting"


def _text_remedy(given: object) -> str:
    if given is None:
        return "write words after the colon, or remove the line if it may be left out"
    if isinstance(given, list | dict):
        return "write words, and put the text in quotes if it holds brackets, commas or colons"
    return "put it in quotes"


def _list_remedy(given: object) -> str:
    if given is None:
        return "write [] for an empty list, or each item on a line of its own after a hyphen"
    first = given.lstrip()[:1] if isinstance(given, str) else ""
    if first == "-":
        return "write a space after each hyphen"
    if isinstance(given, str) and ", " in given:
        return "put it in [square brackets], or each item on a line of its own after a hyphen"
    if first and first in "–—−•·*":
        return f"begin each line of it with a hyphen and a space, not with {first}"
    return "put each item on a line of its own that begins with a hyphen and a space"


def _key_remedy(model: type[BaseModel], path: Path) -> str:
    key, around = str(path[-1]), path[:-1]
    known = fields(model, around)
    typed = "".join(letter for letter in key if letter.isprintable() and not letter.isspace())
    if typed != key and typed in known:
        return f"a sign that cannot be seen stands in it: type {typed} anew"
    if any(key in fields(model, path[:cut]) for cut in range(1, len(around))):
        return "indent it less, so that it belongs to an item further up"
    if key in fields_within(model, around):
        return "indent it more, so that it belongs to the item above it"
    if meant := guess(key, known):
        return f"did you mean {meant}?"
    return f"use one of {', '.join(sorted(known))}"
