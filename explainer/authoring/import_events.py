"""Events from a table: a .csv file, or the first sheet of an .xlsx file that has our columns."""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.datetime import from_excel

from explainer.authoring import given_files
from explainer.authoring.add_items import Item, Report
from explainer.authoring.given_files import CannotRead
from explainer.authoring.slugs import slug
from explainer.checks.messages import guess
from explainer.content.events import Scope
from explainer.language.dates import Precision, When
from explainer.language.faults import Fault
from explainer.takeaway import events_csv
from explainer.takeaway.events_csv import COLUMNS

Cell = str | datetime
Row = tuple[int, list[Cell]]
"""The line of a row in its file, and its cells."""
OURS_ALONE = "links"
"""A column that says again what sources.yaml says."""
OURS = [column for column in COLUMNS if column != OURS_ALONE]
SEVERAL = re.compile(r"[,/&+]|\band\b")
"""What parts several names in a cell where only semicolons do."""
LONGEST_ID = 80
DELIMITERS = ",;\t"
YES, NO = ("yes", "true", "1"), ("no", "false", "0")
SERIAL = re.compile(r"[1-7]\d{4}(\.\d+)?", re.ASCII)
"""A day as spreadsheets count it, from 1927 to 2119; four figures are a year."""
UNQUOTED = (
    "its quotation marks do not fit",
    "close each, and double those that are meant as such",
)
TOO_LONG = "a cell is far too long", "shorten it, or close its quotation marks"
FIRST_YEAR_OF_SHEETS = 1901
"""What a spreadsheet dates before it is an hour without a day."""
WHOLE_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


@dataclass
class Known:
    """What a content folder holds that a table of events names or goes by."""

    actors: Mapping[str, str]
    """The id of an actor by everything that it is called, in small letters."""
    sources: Container[str]
    published: When | None
    """The date of the brief."""
    missing: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    """Where what is not known is first named, and how, by its kind and the id it is given."""

    def actor(self, name: str, line: int) -> str:
        """The id of an actor, or the one that it will need."""
        known = self.actors.get(name.casefold())
        return known or self._made("actor", name, line)

    def source(self, name: str, line: int) -> str:
        """The id of a source: as it stands, or as the import of sources makes it of a key."""
        return name if name in self.sources else self._made("source", name, line)

    def scope(self, given: Mapping[str, Any]) -> str | None:
        """Whether an event is of the brief or later than it; None where neither is sure."""
        if given.get("brief"):
            return Scope.BRIEF.value
        try:
            start = When.parse(str(given.get("start", "")))
        except Fault:
            return None
        is_later = self.published and start.at >= self.published.last
        return Scope.AFTER.value if is_later else None

    def _made(self, kind: str, name: str, line: int) -> str:
        made = slug(name, LONGEST_ID) or kind if name else ""
        if made and (kind != "source" or made not in self.sources):
            self.missing.setdefault((kind, made), (line, name))
        return made


def read(path: Path, known: Known, report: Report) -> list[Item]:
    """What each row says of an event; tells what of the table cannot be used.

    An actor or a source that is not there yet is noted. Raises CannotRead.
    """
    rows = iter(_sheet(path, report) if path.suffix.lower() == ".xlsx" else _table(path, report))
    line, head = next(rows, (1, []))
    columns = {at: column for at, cell in enumerate(head) if (column := _column(cell))}
    if not {"id", "title", "start"} & set(columns.values()):
        wrong = "no column of events is named in the first row"
        raise CannotRead(path, wrong, f"name the columns {', '.join(OURS)}", line)
    _tell_of_columns(line, head, columns, report)
    items = []
    for line, cells in rows:
        row = {column: cells[at] for at, column in columns.items() if at < len(cells)}
        if any(row.values()):
            given = _event(line, row, known)
            items.append(Item(line, given, str(given.get("title", ""))))
    for (kind, name), (line, said) in known.missing.items():
        wrong = f"no {kind} is called “{said}”, so the events name it {name}"
        parted = "part several with semicolons, or " if SEVERAL.search(said) else ""
        report.note(line, wrong, f"{parted}add {name} to {kind}s.yaml")
    return items


# ------------------------------------------------------------------ tables


def _table(path: Path, report: Report) -> Iterator[Row]:
    """The rows of a table in text, whichever of three signs parts its cells."""
    text = given_files.text(path, partial(report.note, 1))
    first = text.partition("\n")[0]
    sign = max(DELIMITERS, key=lambda sign: sum(map(bool, map(_column, first.split(sign)))))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    line = 1
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            report.unused += 1
            wrong, remedy = TOO_LONG if "limit" in str(error) else UNQUOTED
            report.tell(line, f"from here on the table cannot be read, because {wrong}", remedy)
            return
        yield line, [events_csv.unguarded(cell).strip() for cell in cells]
        line = rows.line_num + 1


def _sheet(path: Path, report: Report) -> Iterator[Row]:
    """The rows of the first sheet that has a column of ours, or else of the first sheet."""
    held = given_files.package(path, ".xlsx")
    try:
        with warnings.catch_warnings():
            # Of styles, charts and rules for cells that it does not know; they hold no event.
            warnings.simplefilter("ignore")
            sheets = openpyxl.load_workbook(held, data_only=True).worksheets
        sheet = next((one for one in sheets if any(map(_column, _texts(one[1])))), sheets[0])
        rows = list(sheet.iter_rows())
    except Exception:  # The library raises whatever the parts of a broken file cause.
        raise given_files.broken(path, ".xlsx") from None
    for cells in rows:
        found: list[Cell] = []
        for cell in cells:
            if cell.data_type == "e":
                wrong = f"cell {cell.coordinate} holds an error, {cell.value}"
                report.tell(cell.row, wrong, "mend it in the spreadsheet, and import again")
            found.append("" if cell.data_type == "e" else _value(cell))
        yield cells[0].row, found


def _texts(cells: Iterable[Any]) -> list[str]:
    return [str(cell.value or "") for cell in cells]


def _value(cell: Any) -> Cell:
    """What a cell of a spreadsheet holds: a text, or a date as sharp as it is shown."""
    held = cell.value
    match held:
        case None:
            return ""
        case bool():
            return "yes" if held else "no"
        case datetime():
            return _as_shown(held, str(cell.number_format))
        case date():
            return _as_shown(datetime.combine(held, time()), str(cell.number_format))
        case time():
            return f"{held:%H:%M}"
        case float() if held.is_integer():
            return str(int(held))
    return events_csv.unguarded(str(held)).strip()


def _as_shown(held: datetime, shown: str) -> Cell:
    """A date as the content files write it, without the parts that the spreadsheet hides."""
    signs = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", shown).lower()
    if "d" not in signs and "h" not in signs and "y" in signs:
        return f"{held:%Y-%m}" if "m" in signs else f"{held:%Y}"
    return held


def _column(cell: object) -> str:
    """The column of ours that a cell of the first row names; empty for none."""
    name = re.sub(r"[\s_-]+", "_", str(cell).strip().lower())
    return name if name in COLUMNS else ""


def _tell_of_columns(
    line: int, head: list[Cell], columns: Mapping[int, str], report: Report
) -> None:
    for at, cell in enumerate(head):
        if at not in columns and cell:
            close = guess(str(cell), COLUMNS)
            remedy = f"did you mean {close}?" if close else f"use one of {', '.join(OURS)}"
            report.tell(line, f"the column “{cell}” was not used", remedy)
    named = list(columns.values())
    for column in sorted({column for column in named if named.count(column) > 1}):
        report.tell(line, f"the column {column} is there twice", "the last one was used")


# ------------------------------------------------------------------ one event


def _event(line: int, row: Mapping[str, Cell], known: Known) -> dict[str, Any]:
    """The fields of an event that a row fills, and those that follow from them."""
    given: dict[str, Any] = {}
    precision = str(row.get("precision", "")).strip().lower()
    for column, cell in row.items():
        text = _text(cell)
        parts = [part.strip() for part in text.split(";") if part.strip()]
        if not text or column == OURS_ALONE:
            continue
        match column:
            case "start" | "end":
                given[column] = _date(cell, precision)
            case "precision":
                given[column] = precision
            case "confirmed":
                said = text.lower()
                given[column] = True if said in YES else False if said in NO else text
            case "votes":
                pairs = (part.rpartition(":") for part in parts)
                given[column] = {
                    known.actor(name.strip(), line): vote.strip() for name, _, vote in pairs
                }
            case "actors" | "lanes" | "met":
                given[column] = [known.actor(part, line) for part in parts]
            case "sources":
                given[column] = [known.source(part, line) for part in parts]
            case "brief":
                given[column] = parts
            case _:
                given[column] = text
    if "start" in given and not precision and (sharp := _sharpness(given["start"])):
        given["precision"] = sharp
    if "scope" not in given and (scope := known.scope(given)):
        given["scope"] = scope
    return given


def _text(cell: Cell) -> str:
    """A cell as text; a date of which only the hour counts is that hour."""
    if isinstance(cell, str):
        return cell
    return f"{cell:%H:%M}" if cell.year < FIRST_YEAR_OF_SHEETS else f"{cell:%Y-%m-%d}"


def _date(cell: Cell, precision: str) -> str | int:
    """A date as the content files write it.

    A spreadsheet makes a whole day of a month; it becomes a month again where ``precision`` says
    so.
    """
    if isinstance(cell, str) and SERIAL.fullmatch(cell):
        found = from_excel(float(cell))
        cell = found if isinstance(found, datetime) else cell
    if isinstance(cell, datetime):
        clock = bool(cell.hour or cell.minute)
        wanted = Precision.__members__.get(precision.upper(), Precision.DAY)
        sharp = Precision.MINUTE if clock else wanted
        cell = events_csv.written(When(_begin(cell, sharp), sharp))
    return int(cell) if WHOLE_YEAR.fullmatch(cell) else cell


def _begin(at: datetime, sharp: Precision) -> datetime:
    return at.replace(year=at.year // 10 * 10) if sharp is Precision.DECADE else at


def _sharpness(start: str | int) -> str | None:
    try:
        return When.parse(str(start)).precision.name.lower()
    except Fault:
        return None
