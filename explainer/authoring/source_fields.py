"""What a reference manager says of a source, as the fields of a source in our content."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from babel import Locale

from explainer.authoring.add_items import Item, Report, is_usable
from explainer.authoring.slugs import slug
from explainer.checks.marks import MARK
from explainer.content.sources import Source
from explainer.language.other_dates import meant
from explainer.takeaway import bibliography

DECADE = re.compile(r"(\d{3})(?:X|0///(?:about )?(?:\1)0s$)", re.ASCII)
FIGURES = re.compile(
    r"(\d{4})(?:[-/](\d{1,2})(?!\d))?(?:[-/](\d{1,2})(?!\d))?(?:[/~?]|about|$)", re.ASCII
)
ABOUT = re.compile(r"~|\?|\bc\.|\bca\b|\bcirca\b|about", re.IGNORECASE)
A_YEAR = re.compile(r"(?<!\d)(1\d{3}|20\d\d)(?!\d)", re.ASCII)


@dataclass
class Reference:
    """One entry of a file of references, its texts plain but otherwise as they stand there."""

    line: int
    key: str = ""
    title: str = ""
    publisher: str = ""
    authors: list[str] = field(default_factory=list)
    date: str = ""
    url: str = ""
    doi: str = ""
    accessed: str = ""
    language: str = ""
    note: str = ""
    about: bool = False
    """Whether its date is said to be approximate by other means than the date itself."""


def item(reference: Reference, report: Report) -> Item:
    """The fields that a reference fills; tells what of it is no value that a source may have."""
    doi = reference.doi.strip().removeprefix("https://doi.org/")
    found: dict[str, Any] = {
        "id": _id(reference.key),
        "publisher": _one_line(reference.publisher),
        "author": _together([_one_line(name) for name in reference.authors]),
        "title": _one_line(reference.title),
        "date": day(reference.date),
        "date_is_approximate": bool(reference.about or ABOUT.search(reference.date)),
        "url": reference.url.strip() or (f"https://doi.org/{doi}" if doi else ""),
        "accessed": day(reference.accessed),
        "language": code(reference.language),
        **bibliography.of_note(_one_line(reference.note)),
    }
    given = {key: value for key, value in found.items() if value}
    if "date" not in given:
        given.pop("date_is_approximate", None)
    for key in ("date", "url", "archive_url", "accessed", "language"):
        if key in given and not is_usable(Source, key, given[key]):
            wrong = f"its {key} “{given[key]}” was not used"
            report.tell(
                reference.line, wrong, f"write it into the source as the guide says of {key}"
            )
            given.pop(key)
            if key == "language":
                given[key] = MARK
    year = str(given.get("date", ""))[:4]
    named = given.get("publisher") or given.get("author") or given.get("title", "")
    return Item(reference.line, given, f"{slug(named, 40)} {year}")


def line_of(text: str, at: int) -> int:
    """The line of a place in a text."""
    return text.count("\n", 0, at) + 1


def broken(line: int, report: Report, what: str) -> None:
    """Tell of an entry that cannot be read; ``what`` goes on the sentence."""
    report.unused += 1
    report.tell(line, f"this entry cannot be read{what}", "mend it, and import again")


def take(
    reference: Reference, entry: dict[str, Any], fields: dict[str, Any], plain: Callable[[Any], str]
) -> None:
    """Fill a reference with the first text that the entry has for each of its fields."""
    for name, keys in fields.items():
        texts = (plain(entry[key]) for key in keys if entry.get(key))
        setattr(reference, name, next(filter(None, texts), ""))


def _id(key: str) -> str:
    """The key as an id; an address or a number is none."""
    return "" if "://" in key or key.isdigit() else slug(key, 80)


def person(name: str) -> str:
    """A name in the order in which it is said; a body with a comma in its name stays as it is."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 2 and bibliography.is_a_person(" ".join(reversed(parts))):
        return " ".join(reversed(parts))
    return name.strip()


def _together(names: list[str]) -> str:
    """Several authors as one line."""
    *others, last = [name for name in names if name] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def day(said: str) -> str:
    """A date as the content files write it, or the text itself where that cannot be told."""
    said = said.strip()
    if decade := DECADE.match(said):
        return f"{decade[1]}0s"
    if found := FIGURES.match(said):
        return "-".join([found[1], *(f"{int(part):02}" for part in found.groups()[1:] if part)])
    if ours := meant(said):
        return ours
    year = A_YEAR.search(said)
    return year[1] if year else said


def code(language: str) -> str:
    """The code of a language that is given by its code or its English name."""
    said = language.strip().replace("_", "-")
    known = _languages().get(said.casefold())
    if known or not said:
        return known or ""
    first, *rest = said.split("-")
    return "-".join([first.lower(), *rest])


@cache
def _languages() -> dict[str, str]:
    return {name.casefold(): code for code, name in Locale("en").languages.items()} | {
        # As LaTeX calls them.
        "ngerman": "de",
        "american": "en-US",
        "british": "en-GB",
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())
