"""Ids made from words: small letters, figures and hyphens, in whatever script the words are."""

from __future__ import annotations

from collections.abc import Container

from slugify import slugify

APOSTROPHES = [("’", ""), ("'", "")]


def slug(words: str, longest: int = 60) -> str:
    """Words as an id, cut between two words; empty where they hold no letter and no figure."""
    return slugify(
        words, max_length=longest, word_boundary=True, save_order=True, replacements=APOSTROPHES
    )


def free(name: str, taken: Container[str]) -> str:
    """The name itself, or with the first number behind it that is not taken."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found
