"""HTML as a tree, for tests, read strictly: a tag that is not closed in its turn is a mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
WITHIN_A_LINE = frozenset("a b button cite code em i small span strong sub sup".split())
"""Tags that part no words."""
STEERING = re.compile("[\u2066-\u2069\u2060]")
"""Signs that only say how letters are shown."""


@dataclass
class Part:
    """An element with its attributes and what stands in it."""

    tag: str
    has: dict[str, str] = field(default_factory=dict)
    inside: list[Part | str] = field(default_factory=list)

    def every(self) -> Iterator[Part]:
        """Every element within this one, in the order of the text."""
        for one in self.inside:
            if isinstance(one, Part):
                yield one
                yield from one.every()

    def all(self, tag: str = "", **has: str | bool) -> list[Part]:
        """The elements within this one with a tag and attributes.

        An attribute is named with ``_`` for ``-``; True asks only that it is there. ``class_``
        asks for one class.
        """
        return [one for one in self.every() if one.fits(tag, **has)]

    def one(self, tag: str = "", **has: str | bool) -> Part:
        """The one element of this kind."""
        found = self.all(tag, **has)
        assert len(found) == 1, f"{len(found)} of {tag} {has} in {self.words[:400]!r}"
        return found[0]

    def fits(self, tag: str = "", **has: str | bool) -> bool:
        """Whether this element has a tag and attributes."""
        if tag and self.tag != tag:
            return False
        for key, wanted in has.items():
            name = key.rstrip("_").replace("_", "-")
            if name == "class":
                if wanted not in self.has.get("class", "").split():
                    return False
            elif name not in self.has or (wanted is not True and self.has[name] != wanted):
                return False
        return True

    @property
    def seen(self) -> Part:
        """The same without what is hidden and what is folded away."""
        folded = self.tag == "details" and "open" not in self.has
        kept: list[Part | str] = []
        for one in self.inside:
            if isinstance(one, str):
                kept += [] if folded else [one]
            elif "hidden" not in one.has and (not folded or one.tag == "summary"):
                kept.append(one.seen)
        return Part(self.tag, self.has, kept)

    @property
    def text(self) -> str:
        """Its letters, exactly."""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    @property
    def words(self) -> str:
        """What a reader reads: one space between words, and no sign that only steers."""
        return " ".join(STEERING.sub("", self._spaced()).split())

    def _spaced(self) -> str:
        said = "".join(one if isinstance(one, str) else one._spaced() for one in self.inside)
        return said if self.tag in WITHIN_A_LINE else f" {said} "


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.way = [Part("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        part = Part(tag, {name: value or "" for name, value in attrs})
        self.way[-1].inside.append(part)
        if tag not in VOID:
            self.way.append(part)

    def handle_endtag(self, tag: str) -> None:
        assert self.way[-1].tag == tag, f"</{tag}> closes <{self.way[-1].tag}>"
        self.way.pop()

    def handle_data(self, data: str) -> None:
        self.way[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def parse(html: str) -> Part:
    """A piece of HTML as a tree under an element without a tag."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder.way) == 1, f"<{builder.way[-1].tag}> is not closed"
    return builder.way[0]


def plain(text: str) -> str:
    """A text as ``words`` has it."""
    return " ".join(STEERING.sub("", text).split())
