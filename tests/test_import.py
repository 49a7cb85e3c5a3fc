"""Events and sources come into a folder from files: without loss, and with nothing else changed."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from folders import BRIEF, fresh

from explainer.__main__ import main
from explainer.authoring import importing
from explainer.authoring.add_items import Report
from explainer.authoring.given_files import CannotRead
from explainer.checks import loader, located_yaml
from explainer.checks.marks import MARK
from explainer.content.events import Event
from explainer.content.explainer import Explainer
from explainer.content.sources import Grade, Source
from explainer.language.dates import When
from explainer.takeaway import bibliography, events_csv

EXPLAINER = loader.load(BRIEF)
EMPTY = "# Mine.\n\n[]  # nothing yet\n"


def emptied(tmp_path: Path, *names: str) -> Path:
    """A copy of the tests' own brief in which some lists are empty."""
    folder = fresh(tmp_path)
    for name in names:
        (folder / name).write_text(EMPTY, "utf-8")
    return folder


def items(folder: Path, name: str) -> list[Any]:
    found = located_yaml.read((folder / name).read_bytes()).data
    assert isinstance(found, list)
    return found


def took(folder: Path, name: str, held: str | bytes) -> Report:
    """What came of importing a file that holds this."""
    path = folder.parent / name
    path.write_bytes(held if isinstance(held, bytes) else held.encode())
    return importing.run(folder, path)


def told(report: Report) -> list[str]:
    """What was told, by the lines of the file."""
    return [line.removeprefix(f"{report.path}:") for line in report.told]


def noted(report: Report) -> list[str]:
    """What was noted although all of it was used, by the lines of the file."""
    return [line.removeprefix(f"{report.path}:") for line in report.noted]


# ------------------------------------------------------------------ out and in again


def sheet(text: str) -> bytes:
    """A table as a spreadsheet saves it after opening it: every cell as text."""
    book = openpyxl.Workbook()
    for row in csv.reader(io.StringIO(text, newline="")):
        book.active.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def semicolons(text: str) -> bytes:
    """A table as spreadsheets save it where the comma is for decimals."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(csv.reader(io.StringIO(text, newline="")))
    return out.getvalue().encode("utf-8-sig")


def tabs(text: str) -> bytes:
    """A table as spreadsheets save it as “Unicode text”."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t").writerows(csv.reader(io.StringIO(text, newline="")))
    return out.getvalue().encode("utf-16")


TABLES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "csv": ("events.csv", str.encode),
    "csv with the mark of UTF-8": ("events.csv", lambda text: text.encode("utf-8-sig")),
    "csv in UTF-16": ("events.csv", lambda text: text.encode("utf-16")),
    "csv with semicolons": ("events.csv", semicolons),
    "text of a spreadsheet, with tabs": ("events.csv", tabs),
    "xlsx": ("events.xlsx", sheet),
}


@pytest.mark.parametrize(("name", "saved"), TABLES.values(), ids=TABLES)
def test_events_come_back_as_they_went(
    name: str, saved: Callable[[str], bytes], tmp_path: Path
) -> None:
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, name, saved(events_csv.events(EXPLAINER)))
    assert not report.told
    assert loader.load(folder) == EXPLAINER


REFERENCES = {
    "sources.bib": bibliography.bibtex,
    "sources.ris": bibliography.ris,
    "sources.json": bibliography.csl,
}


@pytest.mark.parametrize(("name", "written"), REFERENCES.items(), ids=REFERENCES)
def test_sources_come_back_as_they_went(
    name: str, written: Callable[[Explainer], str], tmp_path: Path
) -> None:
    folder = emptied(tmp_path, "sources.yaml")
    report = took(folder, name, written(EXPLAINER))
    assert not report.told
    assert not report.passed_over
    assert loader.load(folder) == EXPLAINER


ODD = "=1+1; ‘a’, \"b\" 'c'\nline two: # no note, @x"


def test_an_event_with_everything_in_it_comes_back_as_it_went(tmp_path: Path) -> None:
    event = EXPLAINER.events[0]
    names = [actor.id for actor in EXPLAINER.actors]
    whole = Event.model_validate(
        {
            **event.model_dump(mode="json", exclude={"start", "end"}),
            "title": "'=SUM(A1), -1",
            "label": "''+ and",
            "start": "1903-06-01",
            "end": "1903-06-02",
            "precision": "day",
            "time": "+ 3 hours; about",
            "drawn_at": "07:30",
            "actors": names,
            "lanes": names[1:],
            "met": names[1:2],
            "votes": {names[0]: "veto", names[1]: "abstain"},
            "attendance": "present",
            "description": ODD,
            "note": "1,5; 2",
            "confirmed": False,
        }
    )
    changed = EXPLAINER.model_copy(update={"events": (whole, *EXPLAINER.events[1:])})
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, "events.csv", events_csv.events(changed))
    assert not report.told
    first, *_ = items(folder, "events.yaml")
    assert Event.model_validate(first) == whole


def test_actors_of_one_name_are_told_apart(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    path = folder / "actors.yaml"
    one, two = EXPLAINER.actors[:2]
    path.write_text(path.read_text("utf-8").replace(f"name: {two.name}", f"name: {one.name}"))
    same = tuple(actor.model_copy(update={"name": one.name}) for actor in EXPLAINER.actors[:2])
    alike = Explainer.model_construct(
        **{**dict(EXPLAINER), "actors": (*same, *EXPLAINER.actors[2:])}
    )
    report = took(folder, "events.csv", events_csv.events(alike))
    assert not report.told
    found = [Event.model_validate(one) for one in items(folder, "events.yaml")]
    assert tuple(found) == EXPLAINER.events


@pytest.mark.parametrize("cell", ["=1", "'=1", "''=1", "'a", "'", "-", "a=1", "@", "''"])
def test_the_apostrophe_before_a_formula_comes_off_again(cell: str) -> None:
    assert events_csv.unguarded(events_csv.guarded(cell)) == cell


# ------------------------------------------------------------------ what is there stays


def test_comments_order_and_layout_stay_byte_for_byte(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    path = folder / "events.yaml"
    before = path.read_text("utf-8") + "\n# A last word.\n"
    path.write_text(before, "utf-8")
    report = took(folder, "events.csv", "title,start\nA new dam,2001\n")
    assert report.added == ["a-new-dam"]
    after = path.read_text("utf-8")
    assert after.startswith(before.rstrip() + "\n\n- id: a-new-dam\n")
    assert items(folder, "events.yaml")[:-1] == located_yaml.read(before.encode()).data


@pytest.mark.parametrize(
    ("held", "kept"),
    [
        ("", ""),
        ("# Mine.\n", "# Mine.\n"),
        ("[]", ""),
        (EMPTY, "# Mine.\n"),
        ("- TO WRITE\n", ""),
        ("# Mine.\n- id: TO WRITE\n  # Of grade.\n  grade: TO WRITE\n", "# Mine.\n  # Of grade.\n"),
    ],
)
def test_a_list_without_items_is_filled(held: str, kept: str, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "sources.yaml").write_text(held, "utf-8")
    took(folder, "new.json", '[{"id": "a", "title": "T"}]')
    text = (folder / "sources.yaml").read_text("utf-8")
    assert text.startswith(kept)
    assert [one["id"] for one in items(folder, "sources.yaml")] == ["a"]


def test_a_begun_item_is_kept(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    held = "- id: TO WRITE\n  title: TO WRITE\n\n- id: TO WRITE\n  title: Begun\n"
    (folder / "sources.yaml").write_text(held, "utf-8")
    took(folder, "new.json", '[{"id": "a", "title": "T"}]')
    assert [one["title"] for one in items(folder, "sources.yaml")] == ["Begun", "T"]


@pytest.mark.parametrize("margin", ["", "  "])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_layout_of_the_list_is_followed(margin: str, end: str, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    path = folder / "sources.yaml"
    held = f"{margin}- id: old{end}{margin}  title: Old{end}"
    path.write_bytes(b"\xef\xbb\xbf" + held.encode())
    took(folder, "new.json", '[{"id": "a", "title": "T"}]')
    text = path.read_bytes().decode("utf-8-sig")
    assert text.startswith(held)
    assert f"{end}{margin}- id: a{end}{margin}  publisher: TO WRITE{end}" in text
    assert text.count("\n") == text.count(end)


@pytest.mark.parametrize(
    "held",
    ["[{id: a}]\n", "- id: a\n...\n", "id: a\n", "just words\n", "- id: [\n", "- {id: a}\n  - b\n"],
)
def test_a_file_that_cannot_be_added_to_is_left_alone(
    held: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = fresh(tmp_path)
    path = folder / "sources.yaml"
    path.write_text(held, "utf-8")
    (tmp_path / "new.json").write_text('[{"id": "b", "title": "T"}]')
    assert main(["import", str(folder), str(tmp_path / "new.json")]) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert re.fullmatch(rf"{re.escape(str(path))}:\d+: .+; .+", said)
    assert path.read_text("utf-8") == held


def test_what_is_there_already_is_counted_and_not_repeated(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    before = (folder / "events.yaml").read_bytes()
    report = took(folder, "events.csv", events_csv.events(EXPLAINER))
    assert (report.known, report.added, report.told) == (len(EXPLAINER.events), [], [])
    assert (folder / "events.yaml").read_bytes() == before


def test_what_an_author_has_written_since_does_not_make_it_another(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "sources.yaml")
    held = '[{"title": "One", "publisher": "Post"}, {"title": "Two", "publisher": "Post"}]'
    assert took(folder, "new.json", held).added == ["post", "post-2"]
    path = folder / "sources.yaml"
    path.write_text(path.read_text("utf-8").replace("grade: TO WRITE", "grade: B"), "utf-8")
    again = took(folder, "new.json", held)
    assert (again.known, again.added, again.told) == (2, [], [])


def test_another_item_of_an_id_that_is_taken_is_told_and_left_out(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    before = (folder / "events.yaml").read_bytes()
    name = EXPLAINER.events[0].id
    report = took(folder, "events.csv", f"id,title,place\n{name},Another,Elsewhere\n")
    assert told(report) == [
        f"2: “{name}” is in events.yaml already, with another title and place; it was left as it "
        "is: change it there, or here the id"
    ]
    assert (folder / "events.yaml").read_bytes() == before


def test_an_id_twice_in_one_file_is_told_with_its_line(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "sources.yaml")
    held = "@misc{a, title={One}}\n\n@misc{a, title={Two}}\n\n@misc{a, title={One}}\n"
    report = took(folder, "new.bib", held)
    assert report.added == ["a"]
    assert report.known == 1
    assert [line.partition(":")[0] for line in told(report)] == ["3"]


# ------------------------------------------------------------------ what a file does not say


def test_what_the_file_cannot_know_is_marked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = fresh(tmp_path)
    (tmp_path / "new.csv").write_text("title,start\nA new dam,2001-05\n")
    assert main(["import", str(folder), str(tmp_path / "new.csv")]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"1 event added to {folder / 'events.yaml'}"
    assert said[1] == (
        "Still to be written, marked TO WRITE: label (1), place (1), description (1), scope (1), "
        "sources (1)"
    )
    assert said[-1].endswith(f" -m explainer check {folder}")
    assert items(folder, "events.yaml")[-1] == {
        "id": "a-new-dam",
        "title": "A new dam",
        "label": "TO WRITE",
        "start": "2001-05",
        "precision": "month",
        "place": "TO WRITE",
        "description": "TO WRITE",
        "scope": "TO WRITE",
        "sources": ["TO WRITE"],
    }
    assert main(["check", str(folder)]) == 1
    first, mark, *_ = capsys.readouterr().out.splitlines()
    assert first == "no mistake in what is written"
    assert mark.startswith("events.yaml:")
    assert "still to be written: 5 places, lines" in mark


def test_ids_are_made_from_words_in_any_script(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, "new.csv", "title\n河流条约\nRiver treaty\nRiver treaty!\n…\n")
    assert report.added == ["he-liu-tiao-yue", "river-treaty", "river-treaty-2", "event"]


# ------------------------------------------------------------------ dates of spreadsheets


def book(*rows: tuple[Any, ...], **shown: str) -> bytes:
    """A spreadsheet; ``shown`` gives the number formats of cells."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for cell, form in shown.items():
        made.active[cell].number_format = form
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


DAY, MINUTE, MONTH = datetime(2016, 4, 12), datetime(2016, 4, 12, 9, 5), datetime(1964, 5, 1)
DATES: dict[str, tuple[Any, str, Any, str, str]] = {
    "a day": (DAY, "yyyy-mm-dd", None, "2016-04-12", "day"),
    "a day as a date": (date(2016, 4, 12), "dd/mm/yyyy", None, "2016-04-12", "day"),
    "an hour of a day": (MINUTE, "yyyy-mm-dd h:mm", None, "2016-04-12 09:05", "minute"),
    "midnight that is meant": (DAY, "yyyy-mm-dd", "minute", "2016-04-12 00:00", "minute"),
    "a month that became a day": (MONTH, "mmm-yy", None, "1964-05", "month"),
    "a month by its precision": (MONTH, "yyyy-mm-dd", "month", "1964-05", "month"),
    "a year shown alone": (MONTH, "yyyy", None, "1964", "year"),
    "a decade by its precision": (MONTH, "yyyy-mm-dd", "decade", "1960s", "decade"),
    "the number of a day": (42472, "General", None, "2016-04-12", "day"),
    "the number of a minute": (42472.5, "General", None, "2016-04-12 12:00", "minute"),
    "a year as a number": (1964, "General", None, "1964", "year"),
    "a year with a fraction of nothing": (1964.0, "0", None, "1964", "year"),
    "a text": ("1960s", "@", None, "1960s", "decade"),
    "a text of a day": (" 2016-04-12 ", "@", None, "2016-04-12", "day"),
}


@pytest.mark.parametrize("case", DATES.values(), ids=DATES)
def test_a_date_of_a_spreadsheet_is_as_sharp_as_it_is_shown(
    case: tuple[Any, str, Any, str, str], tmp_path: Path
) -> None:
    cell, form, precision, start, sharp = case
    folder = emptied(tmp_path, "events.yaml")
    head = ("title", "start", "precision")
    report = took(folder, "new.xlsx", book(head, ("Dam", cell, precision), B2=form))
    assert not report.told
    (event,) = items(folder, "events.yaml")
    assert When.parse(str(event["start"])) == When.parse(start)
    assert event["precision"] == sharp


def test_hours_of_a_spreadsheet_are_hours(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    took(folder, "new.xlsx", book(("title", "drawn_at", "time"), ("Dam", time(9, 5), time(16, 0))))
    (event,) = items(folder, "events.yaml")
    assert (event["drawn_at"], event["time"]) == ("09:05", "16:00")


def test_the_number_of_a_day_in_a_table_is_that_day(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    took(folder, "new.csv", "title;start\nDam;42472\n")
    assert items(folder, "events.yaml")[0]["start"] == "2016-04-12"


def test_the_sheet_with_our_columns_is_found(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active.append(("Read me",))
    other = made.create_sheet("Events")
    other.append(("Title", "START"))
    other.append(("Dam", "2001"))
    other.append((None, None))
    held = io.BytesIO()
    made.save(held)
    folder = emptied(tmp_path, "events.yaml")
    assert took(folder, "new.xlsx", held.getvalue()).added == ["dam"]


def test_an_error_in_a_cell_is_told(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active.append(("title", "place"))
    made.active.append(("Dam", "#REF!"))
    made.active["B2"].data_type = "e"
    held = io.BytesIO()
    made.save(held)
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, "new.xlsx", held.getvalue())
    assert told(report) == [
        "2: cell B2 holds an error, #REF!; mend it in the spreadsheet, and import again"
    ]
    assert items(folder, "events.yaml")[0]["place"] == "TO WRITE"


# ------------------------------------------------------------------ what a table has wrong

ROWS = {
    "a date of another form": ("11/06/2024", "start", "2: “dam” was left out: “11/06/"),
    "a date in words": ("5 May 2020", "start", "write 2020-05-05"),
    "no such day": ("2020-02-30", "start", "there is no such date"),
    "an unknown scope": ("contexts", "scope", "did you mean context?"),
    "an unknown answer": ("maybe", "confirmed", "write true or false"),
    "an id with spaces": ("My Dam", "id", "use small letters, figures and single hyphens"),
    "a locator of another form": ("intro 1.2", "brief", "write a locator such as"),
    "a vote without a name": ("veto", "votes", "was left out"),
    "an unknown precision": ("century", "precision", "use minute, day, month"),
}


@pytest.mark.parametrize(("cell", "column", "words"), ROWS.values(), ids=ROWS)
def test_a_row_that_cannot_be_used_is_told_and_the_others_are_taken(
    cell: str, column: str, words: str, tmp_path: Path
) -> None:
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, "new.csv", f"title,{column}\nDam,{cell}\nBridge,\n")
    assert any(words in line for line in told(report)), told(report)
    assert report.added == ["bridge"]
    assert report.unused == 1


def test_the_line_of_a_row_is_that_on_which_it_begins(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    held = 'title,description,start\nOne,"two\nlines",2001\n\nBad,"a\nb",soon\nTwo,,2002\n'
    report = took(folder, "new.csv", held)
    assert [line.partition(":")[0] for line in told(report)] == ["5"]
    assert report.added == ["one", "two"]


def test_actors_that_are_not_listed_are_named_once(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    held = "title,actors\nOne,Far League\nTwo,far league; Near League\n"
    report = took(folder, "new.csv", held)
    assert not report.told
    assert [line.partition(", so")[0] for line in noted(report)] == [
        "2: note: no actor is called “Far League”",
        "3: note: no actor is called “Near League”",
    ]
    assert items(folder, "events.yaml")[1]["actors"] == ["far-league", "near-league"]


def test_several_names_in_a_cell_are_to_be_parted_with_semicolons(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, "new.csv", 'title,actors\nOne,"Far, Near"\nTwo,Here/There\nThree,Else\n')
    assert [line.partition("; ")[2] for line in noted(report)] == [
        "part several with semicolons, or add far-near to actors.yaml",
        "part several with semicolons, or add here-there to actors.yaml",
        "add else to actors.yaml",
    ]


def test_sources_are_known_by_their_ids_and_by_the_keys_that_became_ids(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    known = EXPLAINER.sources[0].id
    report = took(folder, "new.csv", f"title,sources\nOne,{known.upper()}\nTwo,The Post 2024\n")
    assert not report.told
    assert noted(report) == [
        "3: note: no source is called “The Post 2024”, so the events name it the-post-2024; "
        "add the-post-2024 to sources.yaml"
    ]
    assert [one["sources"] for one in items(folder, "events.yaml")] == [[known], ["the-post-2024"]]


def test_a_value_that_is_refused_has_one_message(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, "new.csv", "title,brief\nOne,intro 1.2\n")
    assert len(told(report)) == 1


@pytest.mark.parametrize(
    ("cells", "scope"),
    [
        pytest.param("2001,intro/1.1", "brief", id="it has a sentence"),
        pytest.param("2001,", MARK, id="before the brief"),
        pytest.param("2099,", "after", id="after the brief"),
    ],
)
def test_the_scope_of_an_event_is_worked_out_where_it_can_be(
    cells: str, scope: str, tmp_path: Path
) -> None:
    folder = emptied(tmp_path, "events.yaml")
    took(folder, "new.csv", f"title,start,brief\nOne,{cells}\n")
    assert items(folder, "events.yaml")[0]["scope"] == scope


def test_where_nothing_was_taken_the_file_is_to_be_mended_first(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, "new.csv", "title,brief\nOne,intro 1.2\n")
    assert "Next, mend the file, and import it again" in importing.words(report, folder)


def test_actors_are_known_by_id_name_and_short_name_in_any_case(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    actor = EXPLAINER.actors[0]
    held = f"title;actors\nA;{actor.id}\nB;{actor.name.upper()}\nC;{actor.short}\n"
    assert not took(folder, "new.csv", held).told
    assert [one["actors"] for one in items(folder, "events.yaml")] == [[actor.id]] * 3


def test_a_column_that_is_not_ours_is_told(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, "new.csv", "title,plac,Drawn at,Mood\nDam,Here,09:00,Good\n")
    first, second = told(report)
    assert first == "1: the column “plac” was not used; did you mean place?"
    assert second.startswith("1: the column “Mood” was not used; use one of start, end, ")
    assert items(folder, "events.yaml")[0]["drawn_at"] == "09:00"


def test_a_table_with_an_open_quotation_says_where(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, "new.csv", 'title,place\nOne,Here\nTwo,"There\nThree,Here\n')
    assert report.added == ["one"]
    assert told(report)[0].startswith("3: from here on the table cannot be read")


ENDS = {
    "all is used": ("title\nDam\n", 0),
    "an actor is not listed yet": ("title,actors\nDam,Far League\n", 0),
    "a column is not used": ("title,mood\nDam,Good\n", 1),
    "a date is none": ("title,start\nDam,soon\n", 1),
}


@pytest.mark.parametrize(("held", "code"), ENDS.values(), ids=ENDS)
def test_an_import_ends_with_1_only_where_something_was_not_used(
    held: str, code: int, tmp_path: Path
) -> None:
    folder, path = emptied(tmp_path, "events.yaml"), tmp_path / "new.csv"
    path.write_text(held, "utf-8")
    assert main(["import", str(folder), str(path)]) == code


WRITTEN = "title,place\nDîner à l’hôtel – “là”,Málaga\n"
ENCODINGS = {
    "UTF-8": ("utf-8", False),
    "UTF-8 with its mark": ("utf-8-sig", False),
    "UTF-16 with its mark": ("utf-16", False),
    "Windows-1252": ("cp1252", True),
}


@pytest.mark.parametrize(("encoding", "guessed"), ENCODINGS.values(), ids=ENCODINGS)
def test_a_table_is_read_in_any_encoding_of_spreadsheets_and_a_guess_is_told(
    encoding: str, guessed: bool, tmp_path: Path
) -> None:
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, "new.csv", WRITTEN.encode(encoding))
    (event,) = items(folder, "events.yaml")
    assert (event["title"], event["place"]) == ("Dîner à l’hôtel – “là”", "Málaga")
    assert not report.told
    assert [line.partition(",")[0] for line in noted(report)] == (
        ["1: note: the file is not in UTF-8"] if guessed else []
    )


# ------------------------------------------------------------------ reference managers

ENTRY = """@string{post = {The Post}}
@comment{nothing}

@article{Marsh:2024,
  author = {Marsh, Ada and van der Berg, Jan and {Ministry of Trade, Industry and Energy}},
  title = {A {B}ridge: 100% of \\'{e}tat \\& more},
  journal = post,
  year = 2024, month = sep, day = {3},
  doi = {10.1000/xyz_1},
  langid = {ngerman},
  abstract = {Long.},
}
"""


TWICE = {
    "the same name": ("  title = {One},\n  title = {Two},\n", ["3: “a” has the field title twice"]),
    "another case": ("  title = {One},\n  TITLE = {Two},\n", ["3: “a” has the field title twice"]),
    "three times": (
        "  title = {One},\n\n  title = {Two}, year = 2001,\n  title = {Three},\n",
        ["4: “a” has the field title twice", "5: “a” has the field title twice"],
    ),
    "within a text": ("  title = {One},\n  note = {so title = {Two}},\n", []),
    "within quotes": ('  title = {One},\n  note = "so title = {"}Two{"}",\n', []),
    "a field that has no place": ("  title = {One},\n  file = {x},\n  file = {y},\n", []),
}


@pytest.mark.parametrize(("fields", "words"), TWICE.values(), ids=TWICE)
def test_a_field_that_an_entry_has_twice_is_told_with_its_line(
    fields: str, words: list[str], tmp_path: Path
) -> None:
    folder = emptied(tmp_path, "sources.yaml")
    report = took(folder, "new.bib", f"@misc{{a,\n{fields}}}\n")
    assert source(folder)["title"] == "One"
    assert [line.partition(", and")[0] for line in told(report)] == words


def source(folder: Path) -> dict[str, Any]:
    (found,) = items(folder, "sources.yaml")
    assert isinstance(found, dict)
    return found


def test_bibtex_of_others_is_read(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "sources.yaml")
    report = took(folder, "new.bib", ENTRY)
    assert not report.told
    assert report.passed_over == {"abstract": 1}
    assert source(folder) == {
        "id": "marsh-2024",
        "publisher": "The Post",
        "author": "Ada Marsh, Jan van der Berg and Ministry of Trade, Industry and Energy",
        "title": "A Bridge: 100% of état & more",
        "date": "2024-09-03",
        "url": "https://doi.org/10.1000/xyz_1",
        "language": "de",
        "grade": "TO WRITE",
    }


def test_ris_of_others_is_read(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "sources.yaml")
    held = (
        "TY  - JOUR\r\nT1  - A bridge\r\nA1  - Marsh, Ada\r\nA1  - Ministry of Trade, Industry\r\n"
        "JO  - The Post\r\nY1  - 2024/09//\r\nUR  - https://example.org/a\r\nKW  - x\r\nER  - \r\n"
    )
    report = took(folder, "new.ris", held)
    assert report.passed_over == {"keywords": 1}
    assert source(folder) == {
        "id": "the-post-2024",
        "publisher": "The Post",
        "author": "Ada Marsh and Ministry of Trade, Industry",
        "title": "A bridge",
        "date": "2024-09",
        "url": "https://example.org/a",
        "grade": "TO WRITE",
    }


def test_csl_json_of_others_is_read(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "sources.yaml")
    held = {
        "id": "http://zotero.org/users/1/items/X",
        "type": "webpage",
        "title": "A bridge",
        "author": [
            {"family": "Marsh", "given": "Ada"},
            {"literal": "The Council"},
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
        ],
        "container-title": "The Post",
        "issued": {"date-parts": [["2024", "9", 3]], "circa": True},
        "accessed": {"date-parts": [[2024, 10]]},
        "language": "English",
        "DOI": "10.1/x",
    }
    report = took(folder, "new.json", json.dumps([held], indent=1))
    assert not report.told
    assert source(folder) == {
        "id": "the-post-2024",
        "publisher": "The Post",
        "author": "Ada Marsh, The Council and Jan van der Berg",
        "title": "A bridge",
        "date": "2024-09-03",
        "date_is_approximate": True,
        "url": "https://doi.org/10.1/x",
        "accessed": "2024-10",
        "grade": "TO WRITE",
    }


PUBLISHED = {
    "a decade": ("196X", "1960s", False),
    "about a month": ("2024-05~", "2024-05", True),
    "a stretch": ("2019-05-01/2019-06-02", "2019-05-01", False),
    "years": ("2019/2020", "2019", False),
    "in words": ("3 September 2024", "2024-09-03", False),
    "about a year": ("c. 1998", "1998", True),
    "a season": ("Spring 2020", "2020", False),
}


@pytest.mark.parametrize(("written", "found", "about"), PUBLISHED.values(), ids=PUBLISHED)
def test_the_date_of_a_source_is_read_however_it_is_written(
    written: str, found: str, about: bool, tmp_path: Path
) -> None:
    folder = emptied(tmp_path, "sources.yaml")
    took(folder, "new.bib", f"@misc{{a, title={{T}}, date={{{written}}}}}")
    one = source(folder)
    assert When.parse(str(one["date"])) == When.parse(found)
    assert one.get("date_is_approximate", False) is about


ONE_BIB, THREE_BIB = "@misc{a, title={T}}\n", "\n@misc{c, title={V}}\n"
ONE_RIS, THREE_RIS = "TY  - A\nID  - a\nTI  - T\nER  - \n\n", "TY  - A\nID  - c\nTI  - V\nER  - \n"
BROKEN = {
    "bib without a comma": ("new.bib", f"{ONE_BIB}@misc{{b title={{U}}}}{THREE_BIB}", 2),
    "bib with an open brace": ("new.bib", f"{ONE_BIB}@misc{{b, title={{U}}{THREE_BIB}", 2),
    "bib with an unknown macro": ("new.bib", f"{ONE_BIB}\n@misc{{b, title=xyz}}{THREE_BIB}", 3),
    "ris without an end": ("new.ris", f"{ONE_RIS}TY  - A\nTI  - U\n{THREE_RIS}", 6),
    "json with another thing": (
        "new.json",
        '[{"id": "a", "title": "T"},\n 7,\n {"id": "c", "title": "V"}]',
        2,
    ),
}


@pytest.mark.parametrize(("name", "held", "line"), BROKEN.values(), ids=BROKEN)
def test_a_broken_entry_is_told_with_its_line_and_the_others_are_taken(
    name: str, held: str, line: int, tmp_path: Path
) -> None:
    folder = emptied(tmp_path, "sources.yaml")
    report = took(folder, name, held)
    assert report.added == ["a", "c"]
    (said,) = told(report)
    assert said.startswith(f"{line}: this entry cannot be read")


def test_json_that_breaks_off_says_where(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "sources.yaml")
    report = took(folder, "new.json", '[{"id": "a", "title": "T"},\n {"id": "b", "ti')
    assert report.added == ["a"]
    assert told(report)[0].startswith("2: from here on the file cannot be read; ")


def test_what_a_source_cannot_hold_is_told_and_the_rest_is_taken(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "sources.yaml")
    held = "\n@misc{a, title={T}, date={soon}, url={javascript:alert}, language={Klingonese}}"
    report = took(folder, "new.bib", held)
    assert [line.partition(" was")[0] for line in told(report)] == [
        "2: its date “soon”",
        "2: its url “javascript:alert”",
        "2: its language “klingonese”",
    ]
    assert source(folder)["language"] == "TO WRITE"


def test_only_our_own_note_gives_a_grade() -> None:
    assert bibliography.of_note("Grade B") == {"grade": "B"}
    assert bibliography.of_note("Grade Boston; a note") == {}
    assert bibliography.of_note("see also Grade A") == {}


@pytest.mark.parametrize("grade", Grade)
def test_a_note_is_read_back(grade: Grade) -> None:
    whole = Source.model_validate(
        {
            "id": "a",
            "publisher": "P",
            "title": "T",
            "title_is_ours": True,
            "grade": grade.value,
            **({} if grade is Grade.C else {"archive_url": "https://example.org/a;%20b"}),
        }
    )
    alone = EXPLAINER.model_copy(update={"sources": (whole,)})
    (item,) = json.loads(bibliography.csl(alone))
    found = bibliography.of_note(item["note"])
    assert Source.model_validate({"id": "a", "publisher": "P", "title": "T", **found}) == whole


# ------------------------------------------------------------------ files that are no such files

NOTHING = {
    "an empty table": ("new.csv", b"", "the file is empty"),
    "an empty table with a mark": ("new.csv", b"\xef\xbb\xbf", "the file is empty"),
    "a damaged byte in UTF-8": ("new.csv", b"title\nD\xc3\xaener \xe9\n", "not text in UTF-8"),
    "a byte of no letter": ("new.csv", b"title\nD\x81ner\n", "not text in UTF-8"),
    "a picture": ("new.csv", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "not text in UTF-8"),
    "zeros": ("new.csv", b"title\x00\x01", "not a file of text"),
    "a table of something else": ("new.csv", b"a,b\n1,2\n", "no column of events is named"),
    "a spreadsheet cut off": ("new.xlsx", book(("title",))[:-200], "not a whole .xlsx file"),
    "text named as a spreadsheet": ("new.xlsx", b"title\nDam\n", "not a whole .xlsx file"),
    "references without any": ("new.bib", b"nothing here\n", "there is no entry in this file"),
    "RIS without any": ("new.ris", b"nothing here\n", "there is no entry in this file"),
    "an empty list": ("new.json", b"[]", "there is no entry in this file"),
    "a key given twice": ("new.json", b'[{"id": "a", "id": "b"}]', "“id” is given twice"),
    "deep brackets": ("new.json", b"[" * 100_000, "cannot be read|recursion"),
    "an old spreadsheet": ("new.xls", b"\xd0\xcf\x11\xe0", "whose name ends in “.xls”"),
    "a text": ("new.txt", b"words", "whose name ends in “.txt”"),
}


@pytest.mark.parametrize(("name", "held", "words"), NOTHING.values(), ids=NOTHING)
def test_a_file_that_is_no_such_file_is_refused_and_changes_nothing(
    name: str, held: bytes, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = fresh(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    path = tmp_path / name
    path.write_bytes(held)
    assert main(["import", str(folder), str(path)]) == 1
    said = capsys.readouterr().out.splitlines()[0]
    assert re.fullmatch(rf"{re.escape(str(path))}(:\d+)?: .*({words}).*; .+", said), said
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_packed_file_without_a_spreadsheet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("notes.txt", "title")
    assert main(["import", str(fresh(tmp_path)), str(path)]) == 1


def test_a_spreadsheet_damaged_anywhere_is_refused_or_read_and_never_fails(tmp_path: Path) -> None:
    whole = sheet(events_csv.events(EXPLAINER))
    refusals = []
    for at in range(0, len(whole), 197):
        folder = tmp_path / str(at)
        folder.mkdir()
        for name in ("events.yaml", "actors.yaml"):
            (folder / name).write_text("[]\n", "utf-8")
        path = tmp_path / "new.xlsx"
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            importing.run(folder, path)
        except CannotRead as refused:
            refusals.append(str(refused))
    assert refusals
    for said in refusals:
        assert re.fullmatch(r".+new\.xlsx(:\d+)?: [^;]+; .+", said)


def test_a_cell_that_is_far_too_long_is_told(tmp_path: Path) -> None:
    folder = emptied(tmp_path, "events.yaml")
    report = took(folder, "new.csv", f"title\nDam\n{'x' * 200_000}\n")
    assert report.added == ["dam"]
    assert told(report)[0].startswith("3: from here on the table cannot be read, because a cell")


def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "new.csv").write_text("title\nDam\n")
    assert main(["import", str(tmp_path / "nowhere"), str(tmp_path / "new.csv")]) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert said.startswith(f"{tmp_path / 'nowhere'}: there is no such folder; ")
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_without_the_list_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "new.csv").write_text("title\nDam\n")
    (tmp_path / "empty").mkdir()
    assert main(["import", str(tmp_path / "empty"), str(tmp_path / "new.csv")]) == 1
    assert "there is no such file; name a folder that holds content" in capsys.readouterr().out
    assert not list((tmp_path / "empty").iterdir())


@pytest.mark.parametrize("fails", ["write", "replace"])
def test_a_write_that_fails_leaves_the_old_file_whole(
    fails: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = fresh(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    (tmp_path / "new.csv").write_text("title\nDam\n")

    def half(path: Path, held: bytes) -> int:
        with path.open("wb") as opened:
            opened.write(held[: len(held) // 2])
        raise OSError(28, os.strerror(28))

    def never(path: Path, target: Path) -> Path:
        raise OSError(13, os.strerror(13))

    if fails == "write":
        monkeypatch.setattr(Path, "write_bytes", half)
    else:
        monkeypatch.setattr(Path, "replace", never)
    assert main(["import", str(folder), str(tmp_path / "new.csv")]) == 1
    monkeypatch.undo()
    (said,) = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r".*events\.yaml: this cannot be written \(.+\); .+", said)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_who_could_read_the_file_still_can_and_a_link_stays_a_link(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    path, real = folder / "events.yaml", tmp_path / "elsewhere.yaml"
    path.rename(real)
    real.chmod(0o640)
    path.symlink_to(real)
    took(folder, "new.csv", "title\nDam\n")
    assert path.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert items(folder, "events.yaml")[-1]["id"] == "dam"
