"""The sources as reference managers read them: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from explainer.content.explainer import Explainer
from explainer.content.sources import Source
from explainer.language.dates import Precision, When

LATEX = {
    # A brace counts for BibTeX even behind a backslash, so braces are named instead.
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {sign: f"\\{sign}" for sign in "&%$#_"}
URL_ESCAPES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
BETWEEN = re.compile(r",? and |, ")
PARTICLES = frozenset("al bin da de del den der di dos du el la le ten ter van von y".split())
BODIES = frozenset(
    "academy affairs agency alliance assembly association authority board bureau cabinet center "
    "centre chamber club college commission committee company conference congress "
    "corporation council court department desk development directorate division editors embassy "
    "fellowship force forum foundation fund government group initiative institute "
    "institution league library ministry mission museum nations network news office organisation "
    "organization parliament party press programme program project relations research school "
    "secretariat security senate service services society staff states studies team the trade "
    "trust union university".split()
)
"""Words in the names of bodies and not of persons, as far as English goes."""
OURS = "the title is a description, the headline was not seen"
ARCHIVED = "archived at "
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(frozen=True)
class Name:
    """An author: family and given name where the content tells them apart, else one whole."""

    family: str
    given: str = ""

    @property
    def inverted(self) -> str:
        """Family name first."""
        return f"{self.family}, {self.given}" if self.given else self.family


def bibtex(explainer: Explainer) -> str:
    """Every source as a ``@misc`` entry under its id, in UTF-8, for BibTeX and biblatex alike."""
    return "\n\n".join(_bibtex(explainer, source) for source in explainer.sources) + "\n"


def ris(explainer: Explainer) -> str:
    """Every source as a web page in RIS."""
    lines = [line for source in explainer.sources for line in _ris(explainer, source)]
    return "".join(f"{line}\r\n" for line in lines)


def csl(explainer: Explainer) -> str:
    """Every source as a web page in CSL-JSON."""
    items = [_csl(explainer, source) for source in explainer.sources]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _names(explainer: Explainer, source: Source) -> list[Name]:
    """The authors of a source; only the brief's author is known to be sortable."""
    if source.author is None:
        return []
    brief = explainer.about.brief
    if source.author == brief.author:
        family, _, given = brief.author_sorted.partition(", ")
        return [Name(family, given)]
    return [Name(whole) for whole in _apart(_one_line(source.author))]


def _apart(author: str) -> list[str]:
    """The names of several persons, or one name: “and” may be a part of what a body is called."""
    names = BETWEEN.split(author)
    return names if all(map(is_a_person, names)) else [author]


def is_a_person(name: str) -> bool:
    """Whether a name has the form of a person’s; bodies have words that persons have not."""
    words = name.split()
    return 2 <= len(words) <= 5 and all(
        word in PARTICLES or (word[0].isupper() and word.casefold() not in BODIES) for word in words
    )


def _note(source: Source) -> str:
    """What the three formats have no field for; ``of_note`` reads it back."""
    said = [f"Grade {source.grade.value}"]
    if not source.url:
        said.append("cited without a link")
    if source.title_is_ours:
        said.append(OURS)
    if source.archive_url:
        said.append(f"{ARCHIVED}{source.archive_url}")
    return "; ".join(said)


def of_note(note: str) -> dict[str, str | bool]:
    """The fields of a source that one of our notes gives; none for any other note."""
    grade, *others = note.split("; ")
    if not re.fullmatch(r"Grade [ABC]", grade):
        return {}
    found: dict[str, str | bool] = {"grade": grade[-1]}
    if OURS in others:
        found["title_is_ours"] = True
    if (at := note.find(f"; {ARCHIVED}")) > 0:
        found["archive_url"] = note[at:].removeprefix(f"; {ARCHIVED}")
    return found


# ------------------------------------------------------------------ BibTeX


def _bibtex(explainer: Explainer, source: Source) -> str:
    def braced(text: str) -> str:
        return "{" + "".join(LATEX.get(sign, sign) for sign in _one_line(text)) + "}"

    names = [
        f"{_latex(name.family)}, {_latex(name.given)}" if name.given else braced(name.family)
        for name in _names(explainer, source)
    ]
    fields = {
        "author": "{" + " and ".join(names) + "}" if names else "",
        # The inner braces keep the capitals.
        "title": "{" + braced(source.title) + "}",
        "howpublished": braced(source.publisher),
        **_bibtex_date(source),
        "url": "{" + source.url.translate(URL_ESCAPES) + "}" if source.url else "",
        "urldate": "{" + _edtf(source.accessed) + "}" if source.accessed else "",
        "language": braced(source.language),
        "note": braced(_note(source)),
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{source.id},", *lines, "}"])


def _latex(text: str) -> str:
    return "".join(LATEX.get(sign, sign) for sign in _one_line(text))


def _bibtex_date(source: Source) -> dict[str, str]:
    """Year and month for BibTeX, which has no day, and the whole date for biblatex."""
    if source.date is None:
        return {}
    about = "~" if source.date_is_approximate else ""
    found = {
        "date": "{" + _edtf(source.date) + about + "}",
        "year": "{" + str(source.date.at.year) + "}",
    }
    if source.date.precision >= Precision.MONTH:
        found["month"] = MONTHS[source.date.at.month - 1]
    return found


def _edtf(when: When) -> str:
    """A date in the extended ISO form that biblatex reads: ``2025-09``, ``196X``."""
    if when.precision is Precision.DECADE:
        return f"{when.at.year // 10}X"
    return "-".join(f"{part:02}" for part in _parts(when))


# ------------------------------------------------------------------ RIS


def _ris(explainer: Explainer, source: Source) -> Iterator[str]:
    yield "TY  - ELEC"
    yield f"ID  - {source.id}"
    for name in _names(explainer, source):
        yield f"AU  - {_one_line(name.inverted)}"
    yield f"TI  - {_one_line(source.title)}"
    # Reference managers differ in which of the two names a web page's outlet.
    yield f"T2  - {_one_line(source.publisher)}"
    yield f"PB  - {_one_line(source.publisher)}"
    if source.date:
        # The older description of the format knows Y1 and no DA, the newer one the opposite, and
        # PY is a year to some readers and the one date that others look at. So the whole date
        # comes first, and under both names.
        # What follows the last slash is free; there is no other place for a decade.
        decade = f"{source.date.at.year}s" if source.date.precision is Precision.DECADE else ""
        about = " ".join(filter(None, ["about" * source.date_is_approximate, decade]))
        yield f"Y1  - {_ris_date(source.date)}{about}"
        yield f"PY  - {source.date.at.year}"
        yield f"DA  - {_ris_date(source.date)}{about}"
    if source.url:
        yield f"UR  - {source.url}"
    if source.accessed:
        yield f"Y2  - {_ris_date(source.accessed)}"
    yield f"LA  - {_one_line(source.language)}"
    yield f"N1  - {_one_line(_note(source))}"
    yield "ER  - "
    yield ""


def _ris_date(when: When) -> str:
    """Year, month and day, each followed by a slash, known or not."""
    known = [f"{part:02}" for part in _parts(when)]
    return "/".join([*known, "", "", ""][:3]) + "/"


# ------------------------------------------------------------------ CSL-JSON


def _csl(explainer: Explainer, source: Source) -> dict[str, Any]:
    names = _names(explainer, source)
    issued = _csl_date(source.date) if source.date else None
    if issued and source.date_is_approximate:
        issued["circa"] = True
    item = {
        "id": source.id,
        "type": "webpage",
        "title": source.title,
        "author": [
            {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
            for name in names
        ],
        "container-title": source.publisher,
        "issued": issued,
        "accessed": _csl_date(source.accessed) if source.accessed else None,
        "URL": source.url,
        "language": source.language,
        "note": _note(source),
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(when: When) -> dict[str, Any]:
    parts = [_parts(when)]
    if when.precision is Precision.DECADE:
        parts.append([when.at.year + 9])
    return {"date-parts": parts}


# ------------------------------------------------------------------ shared


def _parts(when: When) -> list[int]:
    """As many of year, month and day as are known."""
    sharpness = min(max(when.precision, Precision.YEAR), Precision.DAY)
    return [when.at.year, when.at.month, when.at.day][:sharpness]


def _one_line(text: str) -> str:
    return " ".join(text.split())
