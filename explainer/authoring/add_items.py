"""Adds items to a content file that is a list, and leaves everything that is there as it is.

The new items are written behind the last one, so no comment, no order and no layout changes. What
comes of it is read again before it replaces the file: the same data, and the additions.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, count, pairwise
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from explainer.authoring import yaml_text
from explainer.authoring.given_files import CannotRead
from explainer.authoring.slugs import slug
from explainer.checks import located_yaml, marks
from explainer.checks.excerpts import tidy
from explainer.checks.loader import FILES
from explainer.checks.located_yaml import Plain, Tree
from explainer.checks.marks import MARK
from explainer.checks.messages import Effects, words_of
from explainer.checks.unreadable import Unreadable
from explainer.content.explainer import Explainer
from explainer.takeaway import write_files

EMPTY = re.compile(r"\[\s*\]\s*(#.*)?")


@dataclass
class Item:
    """What a file says of one event or source: plain values by field, and where it says so."""

    line: int
    given: dict[str, Any]
    name: str
    """Words from which an id is made, where none is given."""


@dataclass
class Report:
    """What came of an import."""

    path: Path
    """The file that was read."""
    target: Path = Path()
    added: list[str] = field(default_factory=list)
    """Ids of the new items."""
    known: int = 0
    """How many items were there already, the same."""
    unused: int = 0
    """How many items could not be used, or were there already and differ."""
    marked: dict[str, int] = field(default_factory=dict)
    """In which fields of the new items how often the mark stands."""
    passed_over: Counter[str] = field(default_factory=Counter)
    """What content has no place for, by the names of the fields in the file."""
    told: list[str] = field(default_factory=list)
    """What could not be used, each as ``file:line: what is wrong; what to do``."""
    noted: list[str] = field(default_factory=list)
    """What to look at although nothing was lost, in the same form."""

    def tell(self, line: int, wrong: str, remedy: str) -> None:
        """Tell what could not be used."""
        self.told.append(f"{self.path}:{line}: {tidy(wrong)}; {tidy(remedy)}")

    def note(self, line: int, what: str, remedy: str) -> None:
        """Tell what to look at, where everything was used."""
        self.noted.append(f"{self.path}:{line}: note: {tidy(what)}; {tidy(remedy)}")


def add(folder: Path, part: str, model: type[BaseModel], items: list[Item], report: Report) -> None:
    """Add the items to the file of ``part`` of the content, and report what came of each.

    Raises CannotRead if the content file cannot be added to, CannotWrite if it cannot be written.
    """
    name = FILES[part]
    report.target = path = folder / name
    before, tree = _read(path)
    there = tree.data if isinstance(tree.data, list) else []
    known = {str(one["id"]): one for one in there if isinstance(one, dict) and "id" in one}
    new = list(_new(part, model, items, known, report))
    if not new:
        return
    try:
        after = _with(before, tree, new)
        read = located_yaml.read(after.encode()).data
    except Unreadable as error:
        raise CannotRead(path, error.wrong, error.remedy, error.place.line) from None
    kept = [one for one in there if not _is_blank(one)]
    if read != [*kept, *new]:
        raise CannotRead(path, *ODD)
    write_files.write(folder, {name: after.encode()})


ODD = (
    "nothing can be added behind the last item of this list",
    "begin each item on a line of its own with a dash, and leave nothing behind the list",
)


def _read(path: Path) -> tuple[str, Tree]:
    """The text of a content file, and its tree. Raises CannotRead."""
    try:
        held = path.read_bytes()
    except FileNotFoundError:
        remedy = "name a folder that holds content, or make one: python -m explainer new FOLDER"
        raise CannotRead(path, "there is no such file", remedy) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotRead(path, f"the file cannot be read ({reason})", "let it be read") from None
    try:
        tree = located_yaml.read(held)
    except Unreadable as error:
        remedy = f"{error.remedy}; then import again"
        raise CannotRead(path, error.wrong, remedy, error.place.line) from None
    if not isinstance(tree.data, list | None):
        raise CannotRead(path, "this is not a list", "begin each item with a dash", 1)
    return held.decode("utf-8"), tree


# ------------------------------------------------------------------ which items are new


def _new(
    part: str,
    model: type[BaseModel],
    items: Iterable[Item],
    known: dict[str, Any],
    report: Report,
) -> Iterator[dict[str, Any]]:
    """The items to add, complete, each with an id; ``known`` grows by them."""
    for item in items:
        name = str(item.given.get("id") or _made(part, model, item, known))
        whole = _whole(model, item.given | {"id": name})
        faults = list(_faults(part, model, whole))
        if faults:
            report.unused += 1
            for wrong, remedy in faults:
                report.tell(item.line, f"“{name}” was left out: {wrong}", remedy)
        elif name in known and (differing := _differing(model, known[name], item.given)):
            report.unused += 1
            wrong = f"“{name}” is in {FILES[part]} already, with another {' and '.join(differing)}"
            report.tell(item.line, wrong, "it was left as it is: change it there, or here the id")
        elif name in known:
            report.known += 1
        else:
            known[name] = whole
            report.added.append(name)
            for key, value in whole.items():
                if marks.is_marked(value):
                    report.marked[key] = report.marked.get(key, 0) + 1
            yield whole


def _made(part: str, model: type[BaseModel], item: Item, known: Mapping[str, Any]) -> str:
    """An id for an item that has none: the same at each import, and not that of another item."""
    base = slug(item.name) or part.removesuffix("s")
    names = chain([base], (f"{base}-{number}" for number in count(2)))
    return next(
        name
        for name in names
        if name not in known or not _differing(model, known[name], item.given)
    )


def is_usable(model: type[BaseModel], key: str, value: Plain) -> bool:
    """Whether a field may hold a value."""
    try:
        _reader(model, key).validate_python(value)
    except ValidationError:
        return False
    return True


def _whole(model: type[BaseModel], given: Mapping[str, Any]) -> dict[str, Any]:
    """The item in the order of its fields, with the mark where a needed one is not given.

    What only says what is so anyway is left out.
    """
    whole = {}
    for key, info in model.model_fields.items():
        if key in given and _meaning(model, key, given[key]) != _meaning(model, key, None):
            whole[key] = given[key]
        elif info.is_required():
            many = getattr(info.annotation, "__origin__", None) is tuple
            whole[key] = [MARK] if many else MARK
    return whole


def _faults(part: str, model: type[BaseModel], item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with an item apart from the marks, and what to do."""
    try:
        model.model_validate(item)
    except ValidationError as failed:
        errors = failed.errors(include_url=False)
        effects = Effects(errors, model)
        for error in errors:
            if not marks.is_marked(error["input"]) and error not in effects:
                error["loc"] = (part, 0, *error["loc"])
                yield words_of(error, Explainer)


def _differing(model: type[BaseModel], there: Any, given: Mapping[str, Any]) -> list[str]:
    """The given fields in which an item that is there says something else."""
    if not isinstance(there, dict):
        return ["id"]
    return [
        key
        for key, value in given.items()
        if _meaning(model, key, value) != _meaning(model, key, there.get(key))
    ]


def _meaning(model: type[BaseModel], key: str, value: Plain) -> Any:
    """A value as the model reads it, however it is written; what is left out has its default."""
    if value is None:
        info = model.model_fields[key]
        return None if info.is_required() else info.get_default()
    try:
        return _reader(model, key).validate_python(value)
    except ValidationError:
        return value


@cache
def _reader(model: type[BaseModel], key: str) -> TypeAdapter[Any]:
    info = model.model_fields[key]
    held: Any = Annotated[info.annotation, info]
    return TypeAdapter(held)


# ------------------------------------------------------------------ where they are written


def _is_blank(item: Plain) -> bool:
    """Whether nothing of an item is written yet: it gives way to items that are."""
    leaves = item.values() if isinstance(item, dict) else [item]
    return all(leaf in (MARK, [MARK]) for leaf in leaves) and bool(leaves)


def _with(text: str, tree: Tree, new: list[dict[str, Any]]) -> str:
    """The text of a list with items behind the last one, and without those that are blank."""
    end = "\r\n" if "\r\n" in text else "\n"
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).replace("\r\n", "\n").split("\n")
    there = tree.data if isinstance(tree.data, list) else []
    starts = [tree.places[(number,)].line - 1 for number in range(len(there))]
    margin = ""
    for start in starts:
        if not lines[start].lstrip().startswith("-"):
            raise Unreadable(*ODD, tree.place(()))
        margin = lines[start][: lines[start].index("-")]
    if isinstance(tree.data, list) and not there:
        at = tree.places[()].line - 1
        if not EMPTY.fullmatch(lines[at].strip()):
            raise Unreadable(*ODD, tree.place(()))
        lines[at] = ""
    blank = [
        range(start, after)
        for item, (start, after) in zip(there, pairwise([*starts, len(lines)]), strict=True)
        if _is_blank(item)
    ]
    kept = [
        line
        for number, line in enumerate(lines)
        if line.lstrip()[:1] in ("", "#") or not any(number in stretch for stretch in blank)
    ]
    head = "\n".join(kept).rstrip()
    body = "\n".join(textwrap.indent(yaml_text.text([item]), margin) for item in new)
    return mark + (f"{head}\n\n{body}" if head else body).replace("\n", end)
