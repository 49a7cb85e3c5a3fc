"""Texts that a comma seems to have cut in two, because they stand in brackets without quotes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import pairwise

from explainer.checks.consistency import Finding
from explainer.checks.located_yaml import Path, Plain, Tree
from explainer.language.catalogue import say

STOPS = re.compile(r"[.!?…\u3002\u06d4\u0964][”’»\"')\]]*$")
"""What ends a sentence."""


def cut(part: str, tree: Tree, ids: Container[Path]) -> Iterator[Finding]:
    """The first item of each list in brackets that seems to be the end of the one before it.

    ``ids`` are the paths of what is an id, and no text.
    """
    for path in sorted({path[:-1] for path in tree.bare}, key=str):
        items = _at(tree.data, path)
        if not isinstance(items, list):
            continue
        for number, (before, item) in enumerate(pairwise(items), 1):
            here = (part, *path, number)
            is_text = isinstance(before, str) and isinstance(item, str) and here not in ids
            if is_text and (*path, number) in tree.bare and _goes_on(str(before), str(item)):
                yield (
                    here,
                    f"a comma makes two items of this: “{before}” and “{item}”",
                    "put the text in quotes if they are one",
                )
                break


def _goes_on(before: str, item: str) -> bool:
    """Whether an item reads like the rest of the one before it."""
    if item.split(maxsplit=1)[0].lower() in say("words-that-go-on").split():
        return True
    if before[:1].isupper() and item[:1].islower():
        return True
    return bool(STOPS.search(item)) and not STOPS.search(before)


def _at(held: Plain, path: Path) -> Plain:
    for key in path:
        held = held[key]  # type: ignore[index]
    return held
