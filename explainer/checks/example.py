"""The example that a new folder begins with: its ids, and whether a file still holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path as FilePath

from explainer.checks import located_yaml, references
from explainer.checks.located_yaml import Plain
from explainer.content.explainer import FILES

FOLDER = FilePath(__file__).parents[1] / "authoring" / "starter"
NEARLY = 0.85
"""The share of a file's values from which it counts as the example: all but a few."""


def still(data: Mapping[str, Plain]) -> set[str]:
    """The parts of a folder that still hold the example."""
    return {part for part, held in data.items() if is_still(part, held)}


def is_still(part: str, held: Plain) -> bool:
    """Whether all but a few values of a file are those that the example has in it."""
    given, ours = Counter(_values(held)), Counter(_values(_data().get(part)))
    return bool(given) and (given & ours).total() >= NEARLY * given.total()


@cache
def ids() -> Mapping[str, Collection[str]]:
    """The ids that the example gives, by the kind of what they name."""
    return references.known(_data())


@cache
def _data() -> Mapping[str, Plain]:
    return {
        part: located_yaml.read((FOLDER / name).read_bytes()).data for part, name in FILES.items()
    }


def _values(held: Plain, key: str = "") -> Iterator[tuple[str, str]]:
    """Every single value in plain data, with the field that it belongs to."""
    if isinstance(held, dict):
        for name, part in held.items():
            yield from _values(part, name)
    elif isinstance(held, list):
        for part in held:
            yield from _values(part, key)
    elif held is not None:
        yield key, str(held)
