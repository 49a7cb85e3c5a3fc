"""The text of a brief, whatever the file: its facts, its sections, their numbered sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from explainer.authoring.sentences import sentences
from explainer.authoring.slugs import free, slug
from explainer.language.dates import When
from explainer.language.faults import Fault
from explainer.language.other_dates import meant

LONGEST_NAME = 30
"""How many letters of a heading become the name of a section, cut between two words."""
LONGEST_BYLINE, MOST_BYLINES = 160, 4
"""How many letters a line with the author, the body or the date has at most, and how many are."""
DATED = re.compile(r"\d{1,2}\.? [^\W\d]+ \d{4}$|[^\W\d]+ \d{1,2}, \d{4}$|\d{4}-\d\d-\d\d$")
ENDED = re.compile(r"[.!?…:;\u3002\uff01\uff1f\u06d4\u061f\u0964][”’»\"')\]]*$")
"""What ends a sentence, or says that more of it follows."""
FACTS = ("title", "author", "date", "language", "publisher", "url")
"""What a file may say about the brief, as texts."""


@dataclass(frozen=True)
class Block:
    """A heading, by its level from 1 for the highest, or with level 0 a paragraph."""

    text: str
    level: int = 0


@dataclass
class Reading:
    """What a reader of one format found: facts by their names, blocks, what it passed over."""

    facts: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    """How often each kind of thing that is not text of the brief was met, such as “table”."""

    def note(self, fact: str, said: str | None) -> None:
        """Keep the first thing that the file says for a fact."""
        said = " ".join((said or "").split())
        if said:
            self.facts.setdefault(fact, said)

    def add(self, text: str, level: int = 0) -> None:
        """Keep a heading or a paragraph, unless it is empty."""
        text = " ".join(text.split())
        if text:
            self.blocks.append(Block(text, level))


@dataclass(frozen=True)
class Section:
    """A section of the brief: its id, its short name, its sentences by paragraph."""

    id: str
    name: str
    paragraphs: tuple[tuple[str, ...], ...]

    @property
    def numbered(self) -> Iterator[tuple[str, str]]:
        """Every sentence with its locator."""
        for number, paragraph in enumerate(self.paragraphs, 1):
            for place, sentence in enumerate(paragraph, 1):
                yield f"{self.id}/{number}.{place}", sentence


@dataclass(frozen=True)
class BriefText:
    """A brief that was read: what its file says about it, and its text in sections."""

    path: Path
    facts: dict[str, str]
    sections: tuple[Section, ...]
    left_out: Counter[str]

    @property
    def many(self) -> int:
        """How many sentences it has."""
        return sum(len(part) for section in self.sections for part in section.paragraphs)


def assembled(path: Path, reading: Reading) -> BriefText:
    """The brief as its title, its facts and its sections."""
    blocks = list(reading.blocks)
    facts = {name: reading.facts[name] for name in FACTS if name in reading.facts}
    if _is_title(blocks):
        facts["title"] = blocks.pop(0).text
        for line in takewhile(_is_byline, blocks[:MOST_BYLINES]):
            reading.left_out["line under the title"] += 1
            blocks.remove(line)
            if dated := DATED.search(line.text):
                facts["date"] = dated[0]
    if "date" in facts and (day := _date(facts.pop("date"))):
        facts["date"] = day
    return BriefText(path, facts, tuple(_sections(blocks, facts)), reading.left_out)


def _is_title(blocks: list[Block]) -> bool:
    """Whether the first block is a heading over everything that follows."""
    if not blocks or not blocks[0].level:
        return False
    first, *others = blocks
    alike = any(0 < other.level <= first.level for other in others)
    return not alike or bool(others[0].level)


def _is_byline(block: Block) -> bool:
    """Whether a paragraph names who wrote the brief, where or when, and is no sentence of it."""
    return not block.level and len(block.text) <= LONGEST_BYLINE and not ENDED.search(block.text)


def _date(said: str) -> str | None:
    """A date as the content files write it, without the hour, or None for what is no date."""
    whole = said[:10] if said[4:5] == "-" and said[10:11] in ("T", " ") else said
    found = meant(whole)
    try:
        return str(found) if found and When.parse(found) else None
    except Fault:
        return None


def _sections(blocks: Iterable[Block], facts: dict[str, str]) -> Iterator[Section]:
    """The sections in order; a heading without a paragraph of its own makes none."""
    taken: set[str] = set()
    heading, paragraphs = "", list[tuple[str, ...]]()

    def section() -> Section:
        number = len(taken) + 1
        name = _short(heading) or ("Intro" if number == 1 else f"Section {number}")
        found = free(slug(heading, LONGEST_NAME) or slug(name) or f"section-{number}", taken)
        taken.add(found)
        return Section(found, name, tuple(paragraphs))

    for block in blocks:
        if not block.level:
            if split := sentences(block.text, facts.get("language", "en")):
                paragraphs.append(split)
            continue
        if paragraphs:
            yield section()
        heading, paragraphs = block.text, []
    if paragraphs:
        yield section()


def _short(heading: str) -> str:
    """The first words of a heading, as many as fit; the text of the brief is not ours to keep."""
    if len(heading) <= LONGEST_NAME:
        return heading.rstrip(".:")
    head = heading[: LONGEST_NAME + 1]
    return head.rpartition(" ")[0].rstrip(" ,.:;–—-") or heading[:LONGEST_NAME]
