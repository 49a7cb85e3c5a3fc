"""How to cite the brief and the explainer, in three styles, as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from explainer.dates import MONTHS, Precision, When
from explainer.models import About


@dataclass(frozen=True)
class Work:
    """What a citation needs to know."""

    author: str
    """Surname first, or the name of a body."""
    title: str
    publisher: str
    date: When
    url: str

    @property
    def initials(self) -> str:
        """The author with initials instead of given names."""
        surname, comma, given = self.author.partition(", ")
        letters = " ".join(f"{name[0]}." for name in given.split())
        return f"{surname}{comma}{letters}"


def brief(about: About) -> Work:
    """The brief that is explained."""
    found = about.brief
    return Work(found.author_sorted, found.title, found.publisher, found.date, found.url)


def explainer(about: About, url: str) -> Work:
    """This explainer, at the address where the reader found it."""
    title = f"{about.title} {about.subtitle}"
    return Work(" and ".join(about.authors), title, "", about.checked, url)


def apa(work: Work) -> str:
    """APA, 7th edition."""
    at = work.date
    parts = [str(at.at.year)]
    if at.precision >= Precision.DAY:
        parts.append(f"{MONTHS[at.at.month - 1]} {at.at.day}")
    dated = f"{work.initials} ({', '.join(parts)})"
    return f"{_join(dated, f'*{work.title}*', work.publisher)} {work.url}"


def chicago(work: Work) -> str:
    """Chicago Manual of Style, 18th edition, author-date."""
    said = f"{work.publisher}, {work.date.words()}" if work.publisher else work.date.words()
    return _join(work.author, str(work.date.at.year), f"“{work.title}”", said, work.url)


def mla(work: Work) -> str:
    """MLA, 9th edition."""
    place = ", ".join(filter(None, (work.publisher, work.date.words(), work.url)))
    return _join(work.author, f"*{work.title}*", place)


STYLES: dict[str, Callable[[Work], str]] = {"APA": apa, "Chicago": chicago, "MLA": mla}


def _join(*parts: str) -> str:
    """The parts as sentences, without a second full stop after a question mark or an initial."""
    said = [part for part in parts if part]
    ended = [part if part.rstrip("*”").endswith((".", "?", "!")) else f"{part}." for part in said]
    return " ".join(ended)
