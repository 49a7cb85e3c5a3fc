"""Numbers of things, in the singular or the plural."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """“1 event”, “1,200 events”; ``noun`` is the singular of one whose plural adds an s."""
    return f"{number:,} {noun}{'s' if number != 1 else ''}"
