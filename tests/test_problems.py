"""Every mistake in the content is reported where it stands, in plain words, with its remedy."""

from __future__ import annotations

import ast
import inspect
import os
import random
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
import yaml
from folders import BRIEF, change, fresh, place_of, spoilt
from markup import plain
from mistakes import (
    DISAGREEING,
    JARGON,
    UNREADABLE,
    WORTH_MENDING,
    WRONG,
    Mistake,
    is_one_plain_line,
    pointed_at,
)
from served import html, page_at, sent
from servers import ROOT

from explainer import content
from explainer.__main__ import main
from explainer.checks import command, example, loader, located_yaml
from explainer.checks.excerpts import excerpt
from explainer.checks.located_yaml import Tree
from explainer.checks.messages import ContentError, Problem
from explainer.checks.place import Place
from explainer.language import dates, links
from explainer.reading.report import worded

MISSING = "the file is missing, and cannot be left out"
PARSED: dict[tuple[type, bytes], Tree] = {}


@pytest.fixture(autouse=True)
def unchanged_files_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests spoil one file of sixteen; the others need not be parsed each time."""

    def read(raw: bytes) -> Tree:
        key = (located_yaml.Loader, raw)
        if key not in PARSED:
            PARSED[key] = parse(raw)
        return PARSED[key]

    parse = located_yaml.read
    monkeypatch.setattr(located_yaml, "read", read)


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as refused:
        loader.load(folder)
    return (*refused.value.problems, *refused.value.outstanding)


def cases(*tables: dict[str, Mistake]) -> list[pytest.ParameterSet]:
    return [pytest.param(mistake, id=name) for table in tables for name, mistake in table.items()]


def shows_what_it_points_at(problem: Problem, folder: Path) -> None:
    """The excerpt holds the line's number and part of it, and its caret stands under the place."""
    line = (folder / problem.file).read_text("utf-8").splitlines()[problem.place.line - 1]
    shown, caret = problem.excerpt.splitlines()
    number, _, text = shown.partition(" │ ")
    assert number == str(problem.place.line)
    assert caret.replace(" ", "") == "│^"
    at = len(caret) - len(f"{number} │ ") - 1
    if line.isprintable() and len(line) < 60 and line.isascii():
        assert text == line.rstrip()
        assert at == problem.place.column - 1
    assert problem.place.column <= len(line) + 1


def reported(mistake: Mistake, folder: Path) -> tuple[Problem, ...]:
    """The problems of a folder with one mistake, which must be among them, all well put."""
    found = problems(folder)
    for problem in found:
        is_one_plain_line(problem)
        if problem.excerpt:
            shows_what_it_points_at(problem, folder)
    file = mistake.seen_in or mistake.file
    text, further = pointed_at(mistake)
    line, column = place_of(file, text, folder)
    place = Place(line, column + further)
    wrong, _, remedy = mistake.words.partition(" « ")
    there = [problem for problem in found if (problem.file, problem.place) == (file, place)]
    assert [p for p in there if wrong in p.wrong and remedy in p.remedy], [*map(str, found)]
    return found


@pytest.mark.parametrize("mistake", cases(UNREADABLE))
def test_what_cannot_be_read_is_reported_where_it_begins(tmp_path: Path, mistake: Mistake) -> None:
    folder = spoilt(tmp_path, mistake.file, mistake.was, mistake.is_now)
    assert len(reported(mistake, folder)) == 1


@pytest.mark.parametrize("mistake", cases(WRONG, DISAGREEING))
def test_what_cannot_be_meant_is_reported_where_it_stands(tmp_path: Path, mistake: Mistake) -> None:
    found = reported(mistake, spoilt(tmp_path, mistake.file, mistake.was, mistake.is_now))
    assert len(found) == 1 or not mistake.alone, [*map(str, found)]


@pytest.mark.parametrize("mistake", cases(WORTH_MENDING))
def test_what_could_be_better_is_advised_where_it_stands_and_stops_nothing(
    tmp_path: Path, mistake: Mistake, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = spoilt(tmp_path, mistake.file, mistake.was, mistake.is_now)
    assert loader.load(folder)
    text, further = pointed_at(mistake)
    line, column = place_of(mistake.file, text, folder)
    place = Place(line, column + further)
    wrong, _, remedy = mistake.words.partition(" « ")
    found = loader.examine(folder).advice
    (there,) = [one for one in found if (one.file, one.place) == (mistake.file, place)]
    assert there.wrong.startswith(f"advice: {wrong}")
    assert remedy in there.remedy
    is_one_plain_line(there)
    shows_what_it_points_at(there, folder)
    assert len(found) == len(loader.examine(BRIEF).advice) + 1
    assert main(["check", str(folder)]) == 0
    first, *others = capsys.readouterr().out.splitlines()
    assert first.startswith(f"OK: {folder} has ")
    assert first.endswith(f", advice: {len(found)}")
    assert str(there) in others


@pytest.mark.parametrize(
    ("file", "was", "is_now"),
    [
        pytest.param(
            "implications.yaml",
            "the author argues",
            "Vantongeren argues",
            id="surname",
        ),
        pytest.param(
            "implications.yaml",
            "Whoever pays, the author argues,",
            "The author argues that whoever pays",
            id="capital",
        ),
        pytest.param(
            "glossary.yaml",
            "  term: Upkeep\n",
            "  term: Upkeeping\n",
            id="another ending of a word",
        ),
        pytest.param(
            "explainer.yaml", "example.org/sluice", "example.org/o'neill-sluice", id="an address"
        ),
    ],
)
def test_what_is_well_said_is_not_advised_on(
    tmp_path: Path, file: str, was: str, is_now: str
) -> None:
    folder = spoilt(tmp_path, file, was, is_now)
    assert len(loader.examine(folder).advice) == len(loader.examine(BRIEF).advice)


def test_straight_marks_alone_are_nobody_s_slip(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    text = (folder / "readings.yaml").read_text("utf-8")
    for curly, straight in {"‘": "'", "’": "'", "“": "'", "”": "'"}.items():
        text = text.replace(curly, straight)
    (folder / "readings.yaml").write_text(text, "utf-8")
    assert not [one for one in loader.examine(folder).advice if one.file == "readings.yaml"]


def test_advice_stands_beside_mistakes_for_the_files_that_have_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = spoilt(tmp_path, "contested.yaml", "Whose is the first gate?", 'Whose is "it"?')
    change(folder, "timeline.yaml", "kind: judgement", "kind: opinion")
    change(folder, "timeline.yaml", "To the author the reeve’s", "To the author the reeve's")
    with pytest.raises(ContentError) as refused:
        loader.load(folder)
    (advice,) = refused.value.advice
    assert str(advice).startswith("contested.yaml:")
    assert main(["check", str(folder)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said.index("1 mistake") < said.index(str(advice))


@pytest.mark.parametrize("mistake", cases(UNREADABLE))
def test_a_server_without_the_fast_parser_reports_the_same(
    tmp_path: Path, mistake: Mistake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(located_yaml, "Loader", yaml.SafeLoader)
    folder = spoilt(tmp_path, mistake.file, mistake.was, mistake.is_now)
    (found,) = problems(folder)
    wrong, _, remedy = mistake.words.partition(" « ")
    assert found.place.line == place_of(mistake.file, pointed_at(mistake)[0], folder)[0]
    assert wrong in found.wrong
    assert remedy in found.remedy


@pytest.mark.parametrize(
    ("path", "at"),
    [
        pytest.param(("word",), "kept", id="a word"),
        pytest.param(("word", located_yaml.KEY), "word:", id="the key of a word"),
        pytest.param(("quoted",), '""', id="an empty text in quotes"),
        pytest.param(("empty",), "\nbelow", id="nothing"),
        pytest.param(("below",), "a text", id="a text on the next line"),
        pytest.param(("folded",), ">", id="a folded text"),
        pytest.param(("short",), "[one", id="a list on the line of its key"),
        pytest.param(("short", 1), "two", id="an item of that list"),
        pytest.param(("long",), "long:", id="a list below its key"),
        pytest.param(("long", 0), "three", id="an item of that list below"),
        pytest.param(("item",), "item:", id="an item below its key"),
        pytest.param(("item", "word"), "inner", id="a word within an item"),
        pytest.param(("item", "lost"), "item:", id="what is not there"),
        pytest.param(("word", "lost"), "word:", id="what is not in a word"),
    ],
)
def test_a_value_is_pointed_at_and_a_key_where_only_a_key_is_seen(
    path: tuple[str | int, ...], at: str
) -> None:
    text = (
        'word: kept\nquoted: ""\nempty:\nbelow:\n  a text\nfolded: >\n  of lines\n'
        "short: [one, two]\nlong:\n  - three\nitem:\n  word: inner\n"
    )
    before = text[: text.index(at)]
    place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert located_yaml.read(text.encode()).place(path) == place


def test_every_check_of_the_models_says_in_parts_what_is_wrong_and_what_to_do() -> None:
    """A message in one piece would have to be taken apart, and a value may hold what parts it."""
    models = [path.read_text("utf-8") for path in Path(content.__file__).parent.glob("*.py")]
    for source in (*models, inspect.getsource(links), inspect.getsource(dates)):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                assert ast.unparse(node.exc.func) in ("Fault", "_refusal", "PydanticCustomError")


# ------------------------------------------------------------------ whole files


@pytest.mark.parametrize("file", sorted(loader.FILES.values()))
def test_a_missing_file_is_named_with_what_to_do(tmp_path: Path, file: str) -> None:
    folder = fresh(tmp_path)
    (folder / file).unlink()
    (found,) = problems(folder)
    assert str(found).startswith(
        f"{file}:1:1: the file is missing, and cannot be left out; copy the one"
    )


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param(b"", "1:1: the file is empty; fill it", id="empty"),
        pytest.param(b"\n\n  \n", "1:1: the file is empty; fill it", id="blank lines"),
        pytest.param(b"# only a note\n", "1:1: the file is empty; fill it", id="only a comment"),
        pytest.param(b"---\n", "1:1: the file is empty; fill it", id="only dashes"),
        pytest.param(b"just words\n", "1:1: this file must be a list, not “just", id="words"),
        pytest.param(b"3\n", "1:1: this file must be a list, not 3; put each", id="a number"),
        pytest.param(
            b"a: b\n", "1:1: this file must be a list, not an item with fields; put", id="keys"
        ),
        pytest.param(b"[]\n", "1:1: this file has 0 items; it needs at least 1", id="no item"),
        pytest.param(
            bytes(range(32, 256)), "bytes here that are not text; save the file", id="binary"
        ),
        pytest.param(
            b"- id: a\n  title: caf\xe9\n",
            "2:13: there are bytes here that are not text; save the file as UTF-8",
            id="Latin-1",
        ),
        pytest.param(
            "- id: ä\n".encode("utf-16"),
            "1:1: there are bytes here that are not text; save the file as UTF-8",
            id="UTF-16",
        ),
        pytest.param(
            b"- id: a\n  title: \x00\n",
            "2:10: there is a character here that cannot be printed; delete it",
            id="a zero byte",
        ),
        pytest.param(b"[" * 100_000, "1:21: this is nested too deeply", id="brackets"),
        pytest.param(b"- " * 100_000, "this is nested too deeply; check", id="dashes"),
        pytest.param(b"{a: " * 50_000, "this is nested too deeply; check", id="braces"),
        pytest.param(b"? " * 50_000, "1:3: the name of a field must be", id="question marks"),
        pytest.param(
            b"a" * 2_000_001, "1:1: the file is larger than 2 MB; shorten", id="too large"
        ),
    ],
)
def test_a_file_of_any_bytes_is_reported(tmp_path: Path, raw: bytes, words: str) -> None:
    folder = fresh(tmp_path)
    (folder / "events.yaml").write_bytes(raw)
    (found,) = problems(folder)
    assert found.file == "events.yaml"
    assert words in str(found)
    assert not JARGON.search(str(found))


@pytest.mark.parametrize(
    ("file", "remedy"),
    [
        ("readings.yaml", "fill it, or write [] in it"),
        ("contested.yaml", "fill it, or write [] in it"),
        ("events.yaml", "fill it, or restore the old one"),
        ("limits.yaml", "fill it, or restore the old one"),
    ],
)
def test_only_what_may_hold_nothing_can_be_emptied(tmp_path: Path, file: str, remedy: str) -> None:
    folder = fresh(tmp_path)
    (folder / file).write_text("# nothing yet\n", "utf-8")
    (found,) = problems(folder)
    assert found.remedy == remedy


@pytest.mark.parametrize(
    ("newline", "mark"),
    [
        pytest.param("\r\n", "", id="Windows line ends"),
        pytest.param("\r", "", id="old Mac line ends"),
        pytest.param("\n", "\ufeff", id="byte order mark"),
    ],
)
def test_files_of_other_editors_are_read_and_reported_alike(
    tmp_path: Path, newline: str, mark: str
) -> None:
    folder = fresh(tmp_path)
    line, column = place_of("events.yaml", "context", folder)
    text = (folder / "events.yaml").read_text("utf-8")
    saved = (mark + text.replace("\n", newline)).encode()
    (folder / "events.yaml").write_bytes(saved)
    assert loader.load(folder) == loader.load(BRIEF)
    (folder / "events.yaml").write_bytes(saved.replace(b"scope: context", b"scope: contxt", 1))
    (found,) = problems(folder)
    assert found.place == Place(line, column)


@pytest.mark.parametrize(
    "given",
    ["event.yaml", "Events.yaml", "events.yml", "events.yaml.txt", "events.txt", "EVENTS.YAML"],
)
def test_a_file_of_a_wrong_name_is_told_its_name_and_not_missed_as_well(
    tmp_path: Path, given: str
) -> None:
    folder = fresh(tmp_path)
    (folder / "events.yaml").rename(folder / given)
    (found,) = problems(folder)
    assert str(found) == (
        f"{given}:1:1: this file is not one the explainer reads; rename it to events.yaml"
    )


def test_a_file_that_nothing_is_missing_for_is_to_be_removed(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "series.yaml").unlink()
    (folder / "notes.yml").write_text("a: b\n", "utf-8")
    (folder / "events copy.yaml").write_text("a: b\n", "utf-8")
    assert [(problem.file, problem.remedy[:9]) for problem in problems(folder)] == [
        ("events copy.yaml", "remove it"),
        ("notes.yml", "remove it"),
        ("series.yaml", "copy the "),
    ]


def test_files_that_are_not_content_are_left_alone(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "README.md").write_text("Notes", "utf-8")
    (folder / "._events.yaml").write_bytes(b"\x00\x05\x16\x07")
    (folder / ".#events.yaml").symlink_to("somebody@somewhere.4711")
    assert loader.load(folder) == loader.load(BRIEF)
    change(folder, "events.yaml", "scope: context", "scope: contxt")
    assert len(problems(folder)) == 1


@pytest.mark.parametrize("name", ["nowhere", "actors.yaml"])
def test_what_is_not_a_folder_is_reported(tmp_path: Path, name: str) -> None:
    (found,) = problems(fresh(tmp_path) / name)
    assert found.wrong == "there is no such folder"


def test_a_folder_in_the_place_of_a_file_is_reported(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "series.yaml").unlink()
    (folder / "series.yaml").mkdir()
    (found,) = problems(folder)
    assert str(found).startswith("series.yaml:1:1: this is not a file; ")


# ------------------------------------------------------------------ many mistakes at once


def test_all_mistakes_are_reported_together_in_order(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "series.yaml").unlink()
    (folder / "notes.yaml").write_text("a", "utf-8")
    change(folder, "relations.yaml", "name: in court", "name: [in court")
    change(folder, "events.yaml", "scope: context", "scope: contxt")
    change(folder, "events.yaml", "  start: 2003-06\n", "  start: 2003-13\n")
    change(folder, "glossary.yaml", "[newsletter]", "[newslettr]")
    change(folder, "timeline.yaml", "brief: [opening/1.1]", "brief: [opening/1.9]")
    change(folder, "overview.yaml", "summary:", "sumary:")
    found = problems(folder)
    assert list(found) == sorted(found)
    assert [(problem.file, problem.wrong) for problem in found] == [
        ("events.yaml", "scope cannot be “contxt”"),
        ("events.yaml", "there is no such date as 2003-13"),
        ("glossary.yaml", "there is no source “newslettr”"),
        ("notes.yaml", "this file is not one the explainer reads"),
        ("overview.yaml", "“sumary” is not a field of this item"),
        ("relations.yaml", "a bracket is opened and not closed"),
        ("series.yaml", MISSING),
        ("timeline.yaml", "there is no locator “opening/1.9”"),
    ]


def test_every_mistake_of_a_kind_is_reported_with_its_own_place(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    text = (folder / "events.yaml").read_text("utf-8")
    (folder / "events.yaml").write_text(text.replace("scope: context", "scope: contxt"), "utf-8")
    found = problems(folder)
    assert len(found) == text.count("scope: context") > 10
    assert len({problem.place for problem in found}) == len(found)
    assert all("  scope: contxt\n" in problem.excerpt for problem in found)


def full_of_mistakes(folder: Path) -> int:
    """Give the sources of a folder a hundred and more mistakes, and say how many there are."""
    text = (folder / "sources.yaml").read_text("utf-8")
    more = (f"- id: kept-{at}\n  publisher: A\n  title: A\n  grade: B\n" for at in range(120))
    text = "\n".join([text, *more]).replace("  grade: ", "  greade: ")
    (folder / "sources.yaml").write_text(text, "utf-8")
    return text.count("  greade: ")


def test_a_file_full_of_mistakes_tells_the_first_hundred_and_counts_the_others(
    tmp_path: Path,
) -> None:
    folder = fresh(tmp_path)
    many = full_of_mistakes(folder)
    change(folder, "timeline.yaml", "kind: judgement", "kind: opinion")
    with pytest.raises(ContentError) as refused:
        loader.load(folder)
    error = refused.value
    assert [problem.file for problem in error.problems].count("sources.yaml") == 100
    assert [problem.file for problem in error.problems].count("timeline.yaml") == 1
    lines = [problem.place.line for problem in error.problems[:100]]
    spoilt = (folder / "sources.yaml").read_text("utf-8").splitlines()
    assert lines == [at for at, line in enumerate(spoilt, 1) if "greade" in line][:100]
    assert error.more == {"sources.yaml": many - 100}
    assert error.rest.startswith(f"and {many - 100} more in sources.yaml")
    assert error.count == f"{many + 1} mistakes in 2 files"


@pytest.mark.parametrize(
    "file", ["sources.yaml", "events.yaml", "actors.yaml", "glossary.yaml", "relations.yaml"]
)
@pytest.mark.parametrize("how", ["missing", "unreadable", "empty"])
def test_a_file_that_others_refer_to_is_one_problem_and_no_flood(
    tmp_path: Path, file: str, how: str
) -> None:
    folder = fresh(tmp_path)
    if how == "missing":
        (folder / file).unlink()
    else:
        (folder / file).write_text("- [" if how == "unreadable" else "", "utf-8")
    (found,) = problems(folder)
    assert found.file == file


def test_a_mistake_in_one_file_hides_none_of_how_the_others_disagree(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    change(folder, "glossary.yaml", "[newsletter]", "[newslettr]")
    change(folder, "explainer.yaml", "    start: 2000\n", "    start: 1998\n")
    change(folder, "relations.yaml", "- start: 1555\n", "- start: 1556\n")
    change(folder, "overview.yaml", "  end: 2024-11-08\n", "  end: 2024-09-08\n")
    assert [problem.file for problem in problems(folder)] == [
        "explainer.yaml",
        "glossary.yaml",
        "overview.yaml",
        "relations.yaml",
    ]


def test_a_key_missing_because_it_is_misspelt_is_one_problem(tmp_path: Path) -> None:
    folder = spoilt(tmp_path, "actors.yaml", "  short: Board\n", "  shrot: Board\n")
    change(folder, "actors.yaml", "  name: Ostermond\n", "")
    assert [problem.wrong for problem in problems(folder)] == [
        "“shrot” is not a field of this item",
        "“name” is missing",
    ]


@pytest.mark.parametrize(
    ("file", "was", "is_now"),
    [
        pytest.param("events.yaml", "- id: flood", "- idd: flood", id="an id misspelt"),
        pytest.param("limits.yaml", "sections:\n", "sektions:\n", id="all claims misspelt"),
        pytest.param("explainer.yaml", "outline:\n", "outlin:\n", id="the outline misspelt"),
    ],
)
def test_one_slip_does_not_make_everything_that_refers_to_it_wrong(
    tmp_path: Path, file: str, was: str, is_now: str
) -> None:
    found = problems(spoilt(tmp_path, file, was, is_now))
    assert [problem.file for problem in found] == [file]
    assert found[0].remedy.startswith("did you mean ")


def test_a_long_text_is_quoted_only_in_part(tmp_path: Path) -> None:
    long = "kind: " + "x" * 5000
    (found,) = problems(spoilt(tmp_path, "timeline.yaml", "kind: judgement", long))
    assert len(str(found)) < 300
    assert max(map(len, found.excerpt.splitlines())) < 120
    assert "kind: xxxxxxxx" in found.excerpt


def test_odd_characters_in_a_value_cannot_break_the_report(tmp_path: Path) -> None:
    odd = 'kind: "a\\n\\e[31mb\\u202Ec"'
    (found,) = problems(spoilt(tmp_path, "timeline.yaml", "kind: judgement", odd))
    assert "kind cannot be “a \ufffd[31mb\ufffdc”" in str(found)


@pytest.mark.parametrize(
    ("line", "column", "shown", "under"),
    [
        pytest.param("scope: contxt", 1, "scope: contxt", "s", id="the first letter"),
        pytest.param("  scope: contxt  ", 10, "  scope: contxt", "c", id="within"),
        pytest.param("名: x", 4, "名: x", "x", id="wide letters before it"),
        pytest.param("e\u0301: x", 5, "e\u0301: x", "x", id="an accent of its own before it"),
        pytest.param("\ta: x", 2, " a: x", "a", id="a tab before it"),
        pytest.param("a:\x1b[1m\u202ex", 8, "a:\ufffd[1m\ufffdx", "x", id="signs of a terminal"),
        pytest.param("y" * 500, 400, f"…{'y' * 40}{'y' * 60}…", "y", id="a long line"),
        pytest.param("short", 6, "short", "", id="the end of the line"),
    ],
)
def test_an_excerpt_points_at_the_place(line: str, column: int, shown: str, under: str) -> None:
    first, second = excerpt(line, Place(12, column)).splitlines()
    assert first == f"12 │ {shown}"
    width = 0
    for letter in first:
        if width == second.index("^") and not unicodedata.combining(letter):
            assert letter == under
            break
        wide = unicodedata.east_asian_width(letter) == "W"
        width += 0 if unicodedata.combining(letter) else 2 if wide else 1
    else:
        assert not under
        assert width == second.index("^")


# ------------------------------------------------------------------ the command


def check(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m explainer check`` as an author does."""
    kept = {name: value for name, value in os.environ.items() if name != "EXPLAINER_CONTENT"}
    return subprocess.run(
        [sys.executable, "-m", "explainer", "check", *arguments],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        check=False,
    )


def test_the_command_says_ok_with_counts() -> None:
    done = check(str(BRIEF))
    assert (done.returncode, done.stderr) == (0, "")
    loaded = loader.load(BRIEF)
    assert done.stdout.startswith("OK")
    for count in (len(loaded.events), len(loaded.claims), len(loaded.sources), 9):
        assert re.search(rf"\b{count}\b", done.stdout)


@pytest.mark.parametrize("named", ["argument", "environment"])
def test_the_command_prints_every_problem_and_fails(tmp_path: Path, named: str) -> None:
    folder = spoilt(tmp_path, "timeline.yaml", "kind: judgement", "kind: opinion")
    change(folder, "glossary.yaml", "[newsletter]", "[newslettr]")
    done = check(str(folder)) if named == "argument" else check(EXPLAINER_CONTENT=str(folder))
    assert (done.returncode, done.stderr) == (1, "")
    first, second = problems(folder)
    line, column = place_of("glossary.yaml", "newslettr", folder)
    assert done.stdout.splitlines() == [
        str(first),
        f"  {line} │   sources: [newslettr]",
        f"  {' ' * len(str(line))} │ {' ' * (column - 1)}^",
        str(second),
        *(f"  {line}" for line in second.excerpt.splitlines()),
        "2 mistakes in 2 files",
        "Sentences covered: 9 of 9. Files done: 14 of 16. Next: correct the mistakes above.",
    ]


def test_the_lines_to_search_for_are_those_that_begin_with_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = spoilt(tmp_path, "timeline.yaml", "kind: judgement", "kind: opinion")
    many = full_of_mistakes(folder)
    assert main(["check", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    found = [line for line in lines if re.match(r"\S+:\d+:\d+: ", line)]
    assert found == [str(problem) for problem in problems(folder)]
    others = [line for line in lines if line not in found]
    assert all(line.startswith("  ") for line in others[:-3])
    assert others[-3].startswith(f"and {many - 100} more in sources.yaml, ")
    assert others[-2] == f"{many + 1} mistakes in 2 files"


def test_a_reader_who_has_seen_enough_causes_no_traceback(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    full_of_mistakes(folder)
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "explainer", "check", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="empty"),
        pytest.param(random.Random(4711).randbytes(4096), id="random bytes"),
        pytest.param(b"\x00" * 4096, id="zeroes"),
        pytest.param(b"[" * 100_000, id="brackets"),
        pytest.param(b"&a [*a, *a]\n", id="a value that holds itself"),
        pytest.param(b"!!python/object/apply:os.abort []\n", id="code"),
        pytest.param("- id: 水門\n".encode(), id="another script"),
        pytest.param(b'- id: "\\ud800"\n', id="half a character"),
        pytest.param(b"- [a, {b: [c]}, ~, 1.5, true]\n" * 50, id="odd values"),
    ],
)
def test_the_command_reports_files_of_any_bytes(
    tmp_path: Path, raw: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = fresh(tmp_path)
    spoilt = ("events.yaml", "explainer.yaml", "timeline.yaml")
    for name in spoilt:
        (folder / name).write_bytes(raw)
    assert main(["check", str(folder)]) == 1
    said = capsys.readouterr()
    assert not said.err
    for name in spoilt:
        assert re.search(rf"^{name}:\d+:\d+: .+; .+$", said.out, re.MULTILINE)


def test_the_command_works_in_a_terminal_that_knows_only_ascii(tmp_path: Path) -> None:
    folder = spoilt(tmp_path, "timeline.yaml", "kind: judgement", "kind: 水門")
    done = check(str(folder), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("timeline.yaml:")


def test_the_command_reports_a_folder_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert capsys.readouterr().out == (
        f"{tmp_path / 'nowhere'}:1:1: there is no such folder; "
        "name a folder that holds content files\n1 mistake\n"
    )


# ------------------------------------------------------------------ the app


def test_the_app_tells_the_same_with_the_lines_and_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = spoilt(tmp_path, "timeline.yaml", "kind: judgement", "kind: opinion")
    many = full_of_mistakes(folder)
    change(folder, "contested.yaml", "Whose is the first gate?", 'Whose is "it"?')
    shutil.copy(example.FOLDER / "explainer.yaml", folder / "explainer.yaml")
    monkeypatch.setenv("EXPLAINER_CONTENT", str(folder))
    monkeypatch.setattr(st, "context", SimpleNamespace(ip_address=None, headers={}))
    at = page_at("limits")
    assert not at.exception
    with pytest.raises(ContentError) as refused:
        loader.load(folder)
    error = refused.value
    report = html(at).one(class_="st-key-report")
    assert report.one("h1").words.startswith(f"The content has {many + 1} mistakes")
    assert report.one(class_="kicker").words == f"{folder.name}/ · {error.count}"
    assert f"and {many - 100} more in sources.yaml" in report.words
    boxes = report.all("section")
    assert len(error.problems) == 101
    assert len(error.advice) == 1
    for box, problem in zip(boxes, (*error.problems, *error.advice), strict=True):
        head, place = (part.words for part in box.all("p"))
        assert head == plain(f"{problem.wrong} {problem.remedy}")
        line, column = problem.place.line, problem.place.column
        assert place == f"{problem.file}, line {line}, column {column}"
        assert box.one("pre").text == problem.excerpt
    assert [item.words for item in report.all("li")] == [
        plain(f"{one.file}, line {one.place.line}: {one.wrong}; {one.remedy}")
        for one in error.outstanding
    ]
    parts = [report.words.index(words) for words in ("Still to write", "Advice,", error.progress)]
    assert parts == sorted(parts)
    assert report.all("pre")[-1].text == command.check(folder)


@pytest.mark.parametrize(
    ("address", "headers", "tells"),
    [
        pytest.param(None, {}, True, id="the author"),
        pytest.param("203.0.113.7", {}, False, id="somebody elsewhere"),
        pytest.param(None, {"X-Forwarded-For": "203.0.113.7"}, False, id="through a server"),
    ],
)
def test_where_a_folder_lies_is_told_to_its_author_alone(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    address: str | None,
    headers: dict[str, str],
    tells: bool,
) -> None:
    folder = spoilt(tmp_path, "timeline.yaml", "kind: judgement", "kind: opinion")
    monkeypatch.setenv("EXPLAINER_CONTENT", str(folder))
    context = SimpleNamespace(ip_address=address, headers=headers)
    monkeypatch.setattr(st, "context", context)
    assert (str(tmp_path) in sent(page_at("limits"))) is tells


def test_what_lies_below_the_app_is_named_to_anybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    error = ContentError([Problem("a.yaml", Place(1, 1), "wrong", "mend")])
    assert command.check(Path("tests/brief")) in worded(error, BRIEF)
    assert "explainer check" not in worded(error, Path("/elsewhere/brief"))
    assert "explainer check" in worded(error, Path("/elsewhere/brief"), is_at_home=True)


@pytest.mark.parametrize(
    ("folder", "windows", "end"),
    [
        ("my-brief", False, " -m explainer check my-brief"),
        ("my brief", False, " -m explainer check 'my brief'"),
        ("it's", False, " -m explainer check 'it'\"'\"'s'"),
        ("my-brief", True, " -m explainer check my-brief"),
        ("C:\\My Brief", True, ' -m explainer check "C:\\My Brief"'),
    ],
)
def test_a_command_can_be_copied_on_the_system_that_it_is_for(
    folder: str, windows: bool, end: str
) -> None:
    assert command.line("-m", "explainer", "check", folder, windows=windows).endswith(end)


def test_the_command_that_shows_a_folder_is_one_for_each_system() -> None:
    folder = Path("it's mine")
    assert command.show(folder, windows=False).startswith("EXPLAINER_CONTENT='it'\"'\"'s mine' ")
    shown = command.show(folder, windows=True)
    assert shown.startswith("$env:EXPLAINER_CONTENT = 'it''s mine'; ")
    assert shown.endswith('--server.folderWatchList "it\'s mine"')


# ------------------------------------------------------------------ saving


def saved_later(path: Path, text: str, seconds: int) -> None:
    """Save a file with a later time, as an editor does."""
    path.write_text(text, "utf-8")
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + seconds * 1_000_000_000))


def test_a_save_is_read_without_a_restart_and_a_bad_one_can_be_mended(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    file = folder / "actors.yaml"
    text = file.read_text("utf-8")
    first = loader.load(folder)
    saved_later(file, text.replace("short: Board", "short: The board"), 1)
    assert loader.load(folder).actor["board"].short == "The board"
    saved_later(file, text.replace("short: Board", "short: []"), 2)
    assert [problem.file for problem in problems(folder)] == ["actors.yaml"]
    assert [problem.file for problem in problems(folder)] == ["actors.yaml"]
    saved_later(file, text, 3)
    assert loader.load(folder) == first


def test_a_save_of_the_same_length_is_noticed_by_its_time(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    text = (folder / "actors.yaml").read_text("utf-8")
    assert loader.load(folder).actor["board"].short == "Board"
    saved_later(folder / "actors.yaml", text.replace("short: Board", "short: Baord"), 1)
    assert loader.load(folder).actor["board"].short == "Baord"


def test_unchanged_content_is_read_once_and_shared(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    assert loader.load(folder) is loader.load(folder)


def test_a_file_removed_and_put_back_is_noticed(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    loader.load(folder)
    text = (folder / "series.yaml").read_text("utf-8")
    (folder / "series.yaml").unlink()
    assert [problem.wrong for problem in problems(folder)] == [MISSING]
    (folder / "series.yaml").write_text(text, "utf-8")
    assert loader.load(folder).series


def test_reporting_the_same_mistakes_again_keeps_nothing_alive(tmp_path: Path) -> None:
    folder = spoilt(tmp_path, "timeline.yaml", "kind: judgement", "kind: opinion")
    depths = []
    for _ in range(3):
        with pytest.raises(ContentError) as refused:
            loader.load(folder)
        depths.append(len(refused.traceback))
    assert len(set(depths)) == 1
