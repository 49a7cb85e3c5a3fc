"""How to cite the brief and the explainer, in three styles, as Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from explainer.content.about import About
from explainer.language.dates import Precision, When
from explainer.language.other_dates import MONTHS


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

    @property
    def year(self) -> str:
        """The year of publication, or the decade if no more is known."""
        at = self.date.at.year
        return str(at) if self.date.precision > Precision.DECADE else f"{at}s"


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
    at, parts = work.date.at, [work.year]
    if work.date.precision >= Precision.MONTH:
        day = f" {at.day}" if work.date.precision >= Precision.DAY else ""
        parts.append(MONTHS[at.month - 1] + day)
    dated = f"{work.initials} ({', '.join(parts)})"
    return f"{_join(dated, f'*{work.title}*', work.publisher)} {work.url}"


def chicago(work: Work) -> str:
    """Chicago Manual of Style, 18th edition, author-date."""
    said = f"{work.publisher}, {work.date.words()}" if work.publisher else work.date.words()
    title = "“" + _ended(work.title).replace("“", "‘").replace("”", "’") + "”"
    return _join(work.author, work.year, title, said, work.url)


def mla(work: Work) -> str:
    """MLA, 9th edition."""
    place = ", ".join(filter(None, (work.publisher, work.date.words(), work.url)))
    return _join(work.author, f"*{work.title}*", place)


STYLES: dict[str, Callable[[Work], str]] = {"APA": apa, "Chicago": chicago, "MLA": mla}


Cited = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def all_styles(about: About, url: str) -> Cited:
    """Brief and explainer in every style: the key of each work's name, then style and citation."""
    works = {"the-brief": brief(about), "this-explainer": explainer(about, url)}
    return tuple(
        (key, tuple((style, cite(work)) for style, cite in STYLES.items()))
        for key, work in works.items()
    )


def _join(*parts: str) -> str:
    """The parts as sentences."""
    return " ".join(_ended(part) for part in parts if part)


def _ended(part: str) -> str:
    """A part with a full stop, within a closing quotation mark, unless it ends with a mark."""
    if part.rstrip("*”’").endswith((".", "?", "!", "…")):
        return part
    bare = part.rstrip("”")
    return f"{bare}.{part[len(bare) :]}"
