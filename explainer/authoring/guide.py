"""The authors' guide: a frame of hand-written text, with fields and examples filled in.

What it says of a field is what the models say, and its examples are parts of the starter, so
neither can drift from what the explainer accepts.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from explainer.authoring import schemas
from explainer.authoring.import_events import OURS_ALONE
from explainer.authoring.new import STARTER
from explainer.checks import located_yaml
from explainer.checks.loader import FILES
from explainer.content.base import ONE_LINE, every_model
from explainer.content.figures import Figure
from explainer.content.steps import Page
from explainer.takeaway.events_csv import COLUMNS

TEMPLATES = Path(__file__).parent / "templates"
BASES = (Page, Figure)
"""What several models have in common is described once."""
ANY_LENGTH = 1000
"""A text that may be longer than this needs no word about its length."""
PATTERNS = (("/", "locator"), (":", "hour such as 16:00"), ("A-Z", "language code"), ("", "id"))
"""What a text of a certain shape is called, by a sign that only its pattern has."""
HEAD = "| Field | Needed | What it is for | What it holds |\n|---|---|---|---|\n"
Part = dict[str, Any]


def text() -> str:
    """The whole guide as Markdown."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    frame = environment.get_template("authors.md")
    return frame.render(
        columns=_columns, about=_about, file=_file, model=_model, base=_base, example=_example
    )


def _columns() -> str:
    """The columns of a table of events; the links are made from the sources."""
    return ", ".join(f"`{name}`" for name in COLUMNS if name != OURS_ALONE)


def _about(name: str) -> str:
    """What a content file is for, and how many items it takes if it is a list."""
    found = schemas.schema(name)
    many = f" A {_holds(found)}." if "type" in found else ""
    return f"{found['description']}{many}"


def _file(name: str) -> str:
    """The models that only this file holds, in the order of its keys."""
    holders = [schemas.schema(other)["$defs"] for other in FILES.values()]
    own = [title for title in _within(name) if sum(title in held for held in holders) == 1]
    whole = schemas.schema(name).get("$ref", "").rpartition("/")[2]
    return "\n\n".join(_model(title, said=title != whole) for title in own)


def _within(name: str) -> Iterator[str]:
    """The names of the models in a file, outer before inner, each once."""
    found, seen = schemas.schema(name), set()

    def walk(part: Any) -> Iterator[str]:
        for inner in part if isinstance(part, list) else part.values():
            if isinstance(inner, dict | list):
                yield from walk(inner)
        title = part.get("$ref", "").rpartition("/")[2] if isinstance(part, dict) else ""
        if title and title not in seen and "properties" in found["$defs"][title]:
            seen.add(title)
            yield title
            yield from walk(found["$defs"][title])

    yield from walk({key: part for key, part in found.items() if key != "$defs"})


@cache
def _parts() -> dict[str, Part]:
    """The schema of every model and every list of choices, by its name."""
    return {
        title: part
        for name in FILES.values()
        for title, part in schemas.schema(name)["$defs"].items()
    }


def _model(title: str, *, said: bool = True) -> str:
    """A model under its heading: what it is, unless that was said, and its fields."""
    model, part = every_model()[title], _parts()[title]
    base = next((base for base in BASES if issubclass(model, base)), None)
    found = [f"#### {schemas.words(title)}", *([part["description"]] if said else [])]
    if base:
        kind = base.__name__.lower()
        found.append(f"It also has the fields that [every {kind}](#every-{kind}) has.")
    return "\n\n".join([*found, _table(part, base.model_fields if base else ())])


def _base(title: str) -> str:
    """The fields of every page, or of every figure."""
    any_of_them = next(name for name in _parts() if name.endswith(title))
    own = every_model()[title].model_fields
    part = _parts()[any_of_them]
    return _table(part, [name for name in part["properties"] if name not in own])


def _table(part: Part, known: Collection[str]) -> str:
    """A row for each field that is not described elsewhere."""
    rows = [
        f"| `{name}` | {'yes' if name in part.get('required', ()) else 'no'} "
        f"| {_said(field)} | {_holds(field)}{_default(field)} |"
        for name, field in part["properties"].items()
        if name not in known
    ]
    return HEAD + "\n".join(rows)


def _said(field: Part) -> str:
    """The field's own description; a schema leaves it out where its model says the same."""
    said = field.get("description") or _parts()[field["$ref"].rpartition("/")[2]]["description"]
    return str(said)


def _default(field: Part) -> str:
    if "default" not in field:
        return ""
    value = field["default"]
    return f"; if left out, `{value if isinstance(value, str) else json.dumps(value)}`"


def _holds(part: Part, many: str = "") -> str:
    """What an author may write there, in words; ``many`` makes them plural."""
    if ref := part.get("$ref"):
        title = ref.rpartition("/")[2]
        inner = _parts()[title]
        if "enum" in inner:
            return _holds(inner)
        name = schemas.words(title)
        link = f"[{name.lower()}](#{name.lower().replace(' ', '-')})"
        return f"{link} items" if many else link
    if choices := part.get("enum"):
        *others, last = [f"`{choice}`" for choice in choices]
        return f"{', '.join(others)} or {last}"
    match part["type"]:
        case "array":
            return f"list of {_holds(part['items'], 's')}{_limits(part, 'minItems', 'maxItems')}"
        case "object":
            by_id = part.get("patternProperties")
            inner = next(iter(by_id.values())) if by_id else part["additionalProperties"]
            return f"a line for each: {_holds(inner)}"
        case "boolean":
            return "`true` or `false`"
        case "integer":
            return f"whole number{many}{_limits(part, 'minimum', 'maximum')}"
        case "number":
            return f"number{many}{_limits(part, 'minimum', 'maximum')}"
        case "string":
            return _text(part, many)
    return f"date{many}"


def _text(part: Part, many: str) -> str:
    pattern = part.get("pattern", ONE_LINE)
    if pattern != ONE_LINE:
        return next(name for sign, name in PATTERNS if sign in pattern) + many
    most = part.get("maxLength", ANY_LENGTH)
    name = f"line{many} of text" if "pattern" in part else f"text{many}"
    return name + (f", at most {most} letters" if most < ANY_LENGTH else "")


def _limits(part: Part, least: str, most: str) -> str:
    """The bounds of a number or of a list's length."""
    low, high = (f"{part[key]:g}" if key in part else None for key in (least, most))
    if low == high:
        return f", exactly {low}" if low else ""
    if low and high:
        return f", {low} to {high}"
    return f", at least {low}" if low else f", at most {high}"


def _example(name: str, *path: str | int) -> str:
    """One part of a file of the starter, as it stands there."""
    raw = (STARTER / name).read_bytes()
    lines = raw.decode("utf-8").splitlines()
    first = located_yaml.read(raw).place(path).line - 1
    outside = _indent(lines[first])
    after = range(first + 1, len(lines))
    last = next((n for n in after if lines[n] and _indent(lines[n]) <= outside), len(lines))
    part = textwrap.dedent("\n".join(lines[first:last])).strip()
    return f"```yaml\n{part}\n```"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
