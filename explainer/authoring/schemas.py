"""The JSON Schemas of the content files, with which an editor helps an author while typing."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from explainer.checks.loader import FILES
from explainer.checks.messages import pattern_remedy
from explainer.content.explainer import Explainer
from explainer.language.dates import SHAPES

FOLDER = ".schemas"
"""Where the schemas stand beside the content files; the dot keeps them out of an author's way."""


class _ForEditors(GenerateJsonSchema):
    """Schemas without what would only be noise while typing."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A field is known by its key."""
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """What may be left out is not offered as nothing."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Only a default that an author could write is worth telling."""
        found = super().default_schema(schema)
        if found.get("default") in (None, [], {}):
            found.pop("default", None)
        return found

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """A pair is a list of two, which every editor understands."""
        found = super().tuple_schema(schema)
        parts = found.get("prefixItems", [])
        if parts and all(part == parts[0] for part in parts):
            found["items"] = found.pop("prefixItems")[0]
        return found


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema of one content file, such as ``events.yaml``."""
    field = next(field for field, file in FILES.items() if file == name)
    info = Explainer.model_fields[field]
    held: Any = Annotated[info.annotation, info]
    found = TypeAdapter(held).json_schema(schema_generator=_ForEditors)
    for title, part in found.get("$defs", {}).items():
        part["title"] = words(title)
    _explain(found)
    head = {"$schema": _ForEditors.schema_dialect, "title": name, "description": info.description}
    return {**head, **{key: part for key, part in found.items() if key not in head}}


def _explain(part: Any) -> None:
    """Say in words what a pattern wants, for editors that can show it."""
    if isinstance(part, dict):
        if pattern := part.get("pattern"):
            date = isinstance(part["type"], list)
            part["patternErrorMessage"] = f"write {SHAPES}" if date else pattern_remedy(pattern)
        for inner in part.values():
            _explain(inner)


def words(title: str) -> str:
    """The name of a model as an author would say it: “Votes panel”."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title).capitalize()


def files() -> dict[str, bytes]:
    """Every schema as a file beside the content files, by its path."""
    return {path(name): f"{text(schema(name))}\n".encode() for name in FILES.values()}


def text(found: dict[str, Any]) -> str:
    """Schemas as text."""
    return json.dumps(found, indent=2, ensure_ascii=False)


def path(name: str) -> str:
    """Where the schema of a content file stands, seen from that file."""
    return f"{FOLDER}/{name.removesuffix('.yaml')}.json"


def modeline(name: str) -> str:
    """The comment by which editors find the schema of a content file."""
    return f"# yaml-language-server: $schema={path(name)}\n"
