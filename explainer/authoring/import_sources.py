"""Sources from reference managers: BibTeX, RIS and CSL-JSON, entry by entry.

Each entry is read on its own, so that a broken one costs no other, and its line can be told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import rispy

from explainer.authoring import given_files
from explainer.authoring.add_items import Item, Report
from explainer.authoring.given_files import CannotRead
from explainer.authoring.import_bibtex import bibtex
from explainer.authoring.source_fields import Reference, broken, item, line_of, person, take

RIS_ENTRY = re.compile(r"^TY  ?- ", re.MULTILINE)
RIS_LINE = re.compile(r"^([A-Z][A-Z0-9])\s+-[ ]?", re.MULTILINE)
SPACE = re.compile(r"[\s,]*")

RIS = {
    "key": ("id",),
    "title": ("title", "primary_title"),
    "publisher": (
        "secondary_title journal_name alternate_title3 alternate_title2 publisher"
    ).split(),
    "authors": ("authors", "first_authors"),
    "date": ("date", "publication_year", "year"),
    "url": ("urls",),
    "doi": ("doi",),
    "accessed": ("access_date",),
    "language": ("language",),
    "note": ("notes",),
}
CSL = {
    "key": ("citation-key", "id"),
    "title": ("title",),
    "publisher": ("container-title", "publisher"),
    "url": ("URL",),
    "doi": ("DOI",),
    "language": ("language",),
    "note": ("note",),
}
"""Which fields of each format hold what we take, the best first."""


def read(path: Path, report: Report) -> list[Item]:
    """What each entry says of a source; tells what of the file cannot be used.

    Raises CannotRead.
    """
    text = given_files.text(path, partial(report.note, 1))
    references = list(READERS[path.suffix.lower()](path, text, report))
    if not references and not report.told:
        raise CannotRead(path, "there is no entry in this file", "export it from its program again")
    return [item(reference, report) for reference in references]


# ------------------------------------------------------------------ RIS


def _ris(path: Path, text: str, report: Report) -> Iterator[Reference]:
    starts = [found.start() for found in RIS_ENTRY.finditer(text)]
    for start, after in pairwise([*starts, len(text)]):
        line, part = line_of(text, start), text[start:after]
        body, ended, _ = part.partition("\nER  -")
        if not ended:
            broken(line, report, ": its last line, ER  -, is missing")
            continue
        try:
            (entry,) = rispy.loads(f"{body}\nER  - \n")
        except Exception:  # The library raises whatever odd lines cause.
            broken(line, report, "")
            continue
        found = Reference(line)
        take(found, entry, RIS | {"authors": ()}, _first)
        names = entry.get("authors") or entry.get("first_authors") or []
        found.authors = list(map(person, names))
        taken = {key for keys in RIS.values() for key in keys} | {"type_of_reference"}
        report.passed_over.update(key for key in entry if key not in taken)
        yield found


def _first(held: Any) -> str:
    """A text, or the first of several."""
    return str(held[0]) if isinstance(held, list) and held else str(held or "")


# ------------------------------------------------------------------ CSL-JSON


def _csl(path: Path, text: str, report: Report) -> Iterator[Reference]:
    decoder, at = json.JSONDecoder(object_pairs_hook=_once), 0
    skipped = SPACE.match(text, at)
    at = skipped.end() if skipped else 0
    if text[at : at + 1] == "[":
        at += 1
    while True:
        skipped = SPACE.match(text, at)
        at = skipped.end() if skipped else at
        if at >= len(text) or text[at] == "]":
            return
        line = line_of(text, at)
        try:
            entry, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            wrong = "from here on the file cannot be read"
            report.unused += 1
            report.tell(error.lineno, wrong, "check its brackets, commas and quotes")
            return
        except (ValueError, RecursionError) as error:
            raise CannotRead(path, str(error), "export it from its program again", line) from None
        if not isinstance(entry, dict) or not {"title", "id"} & entry.keys():
            broken(line, report, ": it is no reference in CSL-JSON")
            continue
        yield _of_csl(entry, line, report)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"“{twice}” is given twice in one entry")
    return found


def _of_csl(entry: dict[str, Any], line: int, report: Report) -> Reference:
    found = Reference(line)
    take(found, entry, CSL, lambda held: str(held) if isinstance(held, str | int) else "")
    authors = entry.get("author")
    found.authors = list(map(_csl_name, authors if isinstance(authors, list) else []))
    found.date, found.about = _csl_date(entry.get("issued"))
    found.accessed, _ = _csl_date(entry.get("accessed"))
    taken = {key for keys in CSL.values() for key in keys}
    taken |= {"author", "issued", "accessed", "type"}
    report.passed_over.update(key for key in entry if key not in taken)
    return found


def _csl_name(held: Any) -> str:
    if not isinstance(held, dict):
        return ""
    parts = (held.get(key) for key in ("given", "non-dropping-particle", "family", "suffix"))
    return str(held.get("literal") or " ".join(str(part) for part in parts if part))


def _csl_date(held: Any) -> tuple[str, bool]:
    """A date as text, and whether it is approximate; ten years from a nought are a decade."""
    if not isinstance(held, dict):
        return "", False
    about = bool(held.get("circa"))
    parts = held.get("date-parts")
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], list) or not parts[0]:
        return str(held.get("raw") or held.get("literal") or ""), about
    first = [str(part) for part in parts[0][:3] if part not in (None, "")]
    last = str(parts[1][0]) if len(parts) > 1 and isinstance(parts[1], list) and parts[1] else ""
    if len(first) == 1 and first[0].endswith("0") and last == f"{first[0][:-1]}9":
        return f"{first[0][:-1]}X", about
    return "-".join(first), about


READERS: dict[str, Callable[[Path, str, Report], Iterator[Reference]]] = {
    ".bib": bibtex,
    ".ris": _ris,
    ".json": _csl,
}
