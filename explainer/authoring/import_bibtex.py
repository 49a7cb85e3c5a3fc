"""Sources from BibTeX, entry by entry, with the names of authors and the marks of LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import bibtexparser
from bibtexparser.bparser import BibTexParser
from pylatexenc.latex2text import LatexNodes2Text

from explainer.authoring.add_items import Report
from explainer.authoring.source_fields import Reference, broken, line_of, take
from explainer.takeaway.bibliography import MONTHS

BIB_ENTRY = re.compile(r"^[ \t]*@[ \t]*(\w+)[ \t]*[{(]", re.MULTILINE)
BIB_KEY = re.compile(r"[{(]\s*([^\s,{}()]+)\s*,")
BIB_FIELD = re.compile(r'([A-Za-z][\w:-]*)\s*=|[{}"]')
NO_ENTRY = ("comment", "preamble", "string")
BARE_PERCENT = re.compile(r"(?<!\\)%")
AND = re.compile(r"\s+and\s+", re.IGNORECASE)

BIB = {
    "title": ("title",),
    "publisher": (
        "howpublished journaltitle journal booktitle publisher organization institution school"
    ).split(),
    "url": ("url",),
    "doi": ("doi",),
    "accessed": ("urldate",),
    "language": ("language", "langid"),
    "note": ("note",),
}
BIB_TAKEN = {*(key for keys in BIB.values() for key in keys), *"author date year month day".split()}


def bibtex(path: Path, text: str, report: Report) -> Iterator[Reference]:
    """Every entry that can be read; tells what cannot, and what of an entry is not used."""
    starts = list(BIB_ENTRY.finditer(text))
    edges = pairwise([*(start.start() for start in starts), len(text)])
    parts = [(start, text[at:after]) for start, (at, after) in zip(starts, edges, strict=True)]
    macros = "".join(part for start, part in parts if start[1].lower() == "string")
    for start, part in parts:
        if start[1].lower() in NO_ENTRY:
            continue
        line = line_of(text, start.start() + len(start[0]) - len(start[0].lstrip()))
        try:
            parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
            (entry,) = bibtexparser.loads(macros + part, parser=parser).entries
        except Exception as error:  # The library raises whatever its grammar and its macros cause.
            key = BIB_KEY.search(part)
            name = f" (“{key[1]}”)" if key else ""
            macro = (
                f": there is no macro {error}" if type(error).__name__ == "UndefinedString" else ""
            )
            broken(line, report, f"{name}{macro or ': check its braces, commas and quotes'}")
            continue
        yield _of_bibtex(entry, line, report)
        seen: set[str] = set()
        for at, name in _bib_fields(part):
            if name in seen and name in BIB_TAKEN:
                wrong = f"“{entry['ID']}” has the field {name} twice, and this one was not used"
                report.tell(line_of(text, start.start() + at), wrong, "keep one of the two")
            seen.add(name)


def _bib_fields(part: str) -> Iterator[tuple[int, str]]:
    """Where in an entry of BibTeX each of its fields is named, and how."""
    key, depth, quoted = BIB_KEY.search(part), 0, False
    for found in BIB_FIELD.finditer(part, key.end() if key else 0):
        if found[1]:
            if not depth and not quoted:
                yield found.start(), found[1].lower()
        elif found[0] == '"':
            quoted ^= not depth
        else:
            depth += 1 if found[0] == "{" else -1


def _of_bibtex(entry: dict[str, str], line: int, report: Report) -> Reference:
    found = Reference(line, key=entry["ID"])
    if "://" in (printed := entry.get("howpublished", "")):
        entry = {"url": printed, **entry, "howpublished": ""}
    take(found, entry, BIB, _latex)
    found.url = _address(entry.get("url", ""))
    found.authors = list(map(_bib_name, _apart(entry.get("author", ""))))
    found.date = entry.get("date", "").strip("{} ") or _year_and_month(entry)
    report.passed_over.update(key for key in entry.keys() - {"ID", "ENTRYTYPE"} - BIB_TAKEN)
    return found


def _latex(text: str) -> str:
    """Text without the marks of LaTeX."""
    return str(LatexNodes2Text().latex_to_text(BARE_PERCENT.sub(r"\\%", text))).replace(
        "\u00a0", " "
    )


def _address(text: str) -> str:
    """An address, without the backslashes that LaTeX needs before some signs."""
    bare = re.sub(r"^\{|\}$|\\url\{|\\(?=[_%&#~$])", "", text.strip())
    return bare.rstrip("}")


def _apart(authors: str) -> list[str]:
    """The names of authors, parted at each “and” outside braces."""
    names, depth, begin = [], 0, 0
    for found in re.finditer(r"[{}]|\s+and\s+", authors, re.IGNORECASE):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0 and AND.fullmatch(found[0]):
            names.append(authors[begin : found.start()])
            begin = found.end()
    return [name.strip() for name in [*names, authors[begin:]] if name.strip()]


def _bib_name(name: str) -> str:
    if name.startswith("{") and name.endswith("}"):
        return _latex(name)
    parts = [_latex(part).strip() for part in name.split(",")]
    return f"{parts[-1]} {' '.join(parts[:-1])}" if len(parts) > 1 else parts[0]


def _year_and_month(entry: dict[str, str]) -> str:
    """The date in the two or three fields that BibTeX has for it."""
    year, month = _latex(entry.get("year", "")).strip(), entry.get("month", "").strip()
    short = month[:3].lower()
    number = MONTHS.index(short) + 1 if short in MONTHS else int(month) if month.isdigit() else 0
    day = entry.get("day", "").strip()
    if not number or not re.fullmatch(r"\d{4}", year):
        return year
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day.isdigit() else "")
