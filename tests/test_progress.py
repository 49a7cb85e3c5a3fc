"""Whoever replaces the example file by file is told what is wrong apart from what is to come."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from folders import BRIEF, change, fresh, spoilt
from servers import ROOT

from explainer.__main__ import main
from explainer.authoring import new
from explainer.checks import example, loader, located_yaml, outstanding
from explainer.checks.outstanding import Coverage, progress
from explainer.content.explainer import FILES

ORDER = [FILES[part] for part in outstanding.ORDER]


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A folder that an author has just begun."""
    folder = tmp_path / "my-brief"
    new.write(folder)
    return folder


def replaced(folder: Path, *names: str) -> Path:
    """The folder with some files of another brief, which is whole."""
    for name in names:
        shutil.copy(BRIEF / name, folder / name)
    return folder


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = main(["check", *arguments])
    return code, capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("done", range(1, len(ORDER)))
def test_what_speaks_of_the_example_is_a_line_a_file_and_no_mistake(
    begun: Path, done: int, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = checked(capsys, str(replaced(begun, *ORDER[:done])))
    assert code == 1
    assert lines[0] == "no mistake in what is written"
    for line in lines[1:-1]:
        assert re.match(
            r"\S+\.yaml:\d+:\d+: (this file still|this file speaks|no claim or event)", line
        )
    files = [line.partition(":")[0] for line in lines[1:-1] if "this file still speaks" in line]
    assert len(set(files)) == len(files)
    assert set(files) <= set(ORDER[done:])
    last = f"Files done: {done} of 16. Next: {ORDER[done]}, which still holds the example."
    assert lines[-1].endswith(last)


def test_when_every_file_is_replaced_nothing_is_left_to_say(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = checked(capsys, str(replaced(begun, *ORDER)))
    assert code == 0
    assert [line[:4] for line in lines] == ["OK: "]


def test_a_mistake_comes_before_what_is_still_to_be_written(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(begun, *ORDER[:4])
    change(begun, "events.yaml", "scope: context", "scope: contxt")
    change(begun, "events.yaml", "[opening/1.2]", "[opening/1.9]")
    code, lines = checked(capsys, str(begun))
    assert code == 1
    found = [line for line in lines if re.match(r"\S+:\d+:\d+: ", line)]
    assert "scope cannot be “contxt”" in found[0] or "opening/1.9" in found[0]
    assert lines.index("2 mistakes in 1 file") == 6
    assert all(lines.index(line) > 6 for line in found[2:])
    assert lines[-1].endswith("Next: correct the mistakes above, then series.yaml.")


def test_the_sentences_are_named_from_the_first_file_on(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, lines = checked(capsys, str(replaced(begun, "explainer.yaml")))
    every = ", ".join(loader.load(BRIEF).about.locators)
    assert any(f"no claim or event covers {every}; name each" in line for line in lines)
    change(begun, "explainer.yaml", "language: en-GB", "language: English")
    _, lines = checked(capsys, str(begun))
    assert lines[0].startswith("explainer.yaml:")
    assert any(f"no claim or event covers {every}; name each" in line for line in lines)


def test_what_waits_for_a_file_of_the_example_is_to_be_written_there(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, lines = checked(capsys, str(replaced(begun, "explainer.yaml")))
    (line,) = [line for line in lines if "this file speaks of" in line]
    assert line.startswith("explainer.yaml:")
    assert "1 actor that is not in actors.yaml: board; write it there" in line


def test_an_id_that_the_example_has_too_is_nobody_s_mistake(begun: Path) -> None:
    replaced(begun, *ORDER[:9])
    change(begun, "timeline.yaml", "id: opening-1\n", "id: implications-1-3\n")
    found = loader.examine(begun)
    assert not [one for one in found.problems if "given twice" in one.wrong]
    (clash,) = [one for one in found.outstanding if "still gives the id" in one.wrong]
    assert "“implications-1-3”, which timeline.yaml has now" in clash.wrong


def test_a_copy_of_a_whole_brief_is_replaced_as_quietly(tmp_path: Path) -> None:
    """Its ids are not the example's, but a file of which none is left speaks of what was there."""
    folder = fresh(tmp_path)
    shutil.copy(example.FOLDER / "events.yaml", folder / "events.yaml")
    still = [one for one in loader.examine(folder).outstanding if "events" in one.wrong]
    assert {"timeline.yaml", "reasons.yaml", "overview.yaml"} <= {one.file for one in still}


# ------------------------------------------------------------------ one mistake, one message


def test_an_id_given_twice_is_not_echoed_where_the_lost_one_is_used(tmp_path: Path) -> None:
    folder = spoilt(tmp_path, "events.yaml", "- id: brief-2024\n", "- id: home-2024\n")
    (found,) = loader.examine(folder).problems
    assert "given twice" in found.wrong


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("flod-1287", "did you mean flood-1287?"),
        ("charter-1301s", "did you mean charter-1301?"),
        ("vote-1988", "did you mean vote-1998?"),
        ("riverbank", "use one from events.yaml"),
        ("flow-1920", "use one from events.yaml"),
    ],
)
def test_only_what_is_near_is_suggested(tmp_path: Path, written: str, meant: str) -> None:
    was = "events: [flood-1287, charter-1301]"
    folder = spoilt(tmp_path, "timeline.yaml", was, f"events: [{written}]")
    (found,) = loader.examine(folder).problems
    assert found.remedy == meant


# ------------------------------------------------------------------ one file


def test_one_file_is_looked_at_alone(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(begun, *ORDER[:3])
    assert checked(capsys, str(begun), "sources.yaml") == (
        0,
        [f"OK: {begun / 'sources.yaml'}, advice: 0"],
    )
    code, lines = checked(capsys, str(begun), str(begun / "events.yaml"))
    assert code == 1
    assert [line.partition(":")[0] for line in lines[1:]] == ["events.yaml"]
    change(begun, "sources.yaml", "grade: B", "grade: D")
    code, lines = checked(capsys, str(begun), "sources.yaml")
    assert code == 1
    assert lines[0].startswith("sources.yaml:")
    assert lines[-1] == "1 mistake"
    assert checked(capsys, str(begun), "actors.yaml")[0] == 0


@pytest.mark.parametrize(
    ("folder", "file", "said"),
    [
        ("", "event.yaml", "event.yaml:1:1: this file is not one the explainer reads; name one of"),
        ("/nowhere", "events.yaml", "/nowhere:1:1: there is no such folder; name a folder"),
    ],
)
def test_a_file_that_there_is_none_of_is_told(
    folder: str, file: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = checked(capsys, folder or str(BRIEF), file)
    assert code == 1
    assert [line.startswith(said) for line in lines] == [True, False]


# ------------------------------------------------------------------ still the example


def test_a_file_is_the_example_until_more_than_a_few_values_are_the_author_s() -> None:
    for part, name in FILES.items():
        held = located_yaml.read((example.FOLDER / name).read_bytes()).data
        assert example.is_still(part, held)
        assert not example.is_still(part, located_yaml.read((BRIEF / name).read_bytes()).data)
    text = (example.FOLDER / "events.yaml").read_text("utf-8")
    one_changed = text.replace("Northland and Eastland sign", "Two states sign", 1)
    assert one_changed != text
    assert example.is_still("events", located_yaml.read(one_changed.encode()).data)


@pytest.mark.parametrize(
    ("found", "still", "wrong", "unfinished", "said"),
    [
        (Coverage(("a/1.1",), ()), set(), set(), set(), ""),
        (None, set(), set(), set(), ""),
        (
            Coverage(("a/1.1", "a/1.2"), ("a/1.2",)),
            set(),
            set(),
            set(),
            "Sentences covered: 1 of 2. Files done: 16 of 16. "
            "Next: cover the sentences that are left.",
        ),
        (
            None,
            set(),
            {"limits"},
            set(),
            "Files done: 15 of 16. Next: correct the mistakes above.",
        ),
        (
            None,
            {"seminar"},
            set(),
            {"limits"},
            "Files done: 14 of 16. Next: limits.yaml, which speaks of what is not there.",
        ),
    ],
)
def test_progress_says_how_far_one_is_and_what_comes_next(
    found: Coverage | None, still: set[str], wrong: set[str], unfinished: set[str], said: str
) -> None:
    assert progress(found, still, wrong, unfinished) == said


def test_the_guide_names_the_files_in_the_same_order() -> None:
    guide = (ROOT / "docs" / "authors.md").read_text("utf-8")
    steps = guide.partition("## In which order to write")[2].partition("\n## ")[0]
    # Only what stands before a colon is what the step is about.
    heads = re.findall(r"^\d+\. ((?:`[\w.]+`(?:, | and )?)+):", steps, re.MULTILINE)
    assert re.findall(r"`([\w.]+)`", " ".join(heads)) == ORDER
