"""The second example in the documentation: its files still give what its page says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from folders import change

from explainer.__main__ import main
from explainer.authoring import brief_file
from explainer.checks import loader, located_yaml

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "second-example.md").read_text("utf-8")
FINISHED = DOCS / "example" / "content"
FROM_THE_FILES = {
    "events": "id start title label place actors attendance description sources".split(),
    "sources": "id title author date url".split(),
}
"""What the spreadsheet and the reference manager know of each item."""
AT_MOST = 7
"""So many words in a row may be those of the brief: names and dates."""


def written(folder: Path, name: str) -> Any:
    """What a file of a folder holds."""
    return located_yaml.read((folder / f"{name}.yaml").read_bytes()).data


def reported() -> list[str]:
    """What the page says that the check said."""
    return re.findall(r"^```text\n(.+)\n```$", PAGE, re.MULTILINE)


def on_one_line(text: str) -> str:
    """A text without line breaks, in small letters."""
    return " ".join(text.split()).casefold()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place with the three files, and the name of the folder that the page makes."""
    shutil.copytree(DOCS / "example", tmp_path / "docs" / "example")
    monkeypatch.chdir(tmp_path)
    return Path("my-ferry")


def follow() -> None:
    """Give the commands of the page's first step."""
    step = PAGE.partition("## 1. ")[2].partition("\n## ")[0]
    commands = re.findall(r"^\.venv/bin/python -m explainer (.+)$", step, re.MULTILINE)
    assert [command.split()[0] for command in commands] == ["new", "import", "import", "check"]
    # Actors that are still to be listed are only noted; the check finds all to be written.
    assert [main(shlex.split(command)) for command in commands] == [0, 0, 0, 1]


def test_the_first_step_gives_the_outline_the_events_and_the_sources_of_the_finished_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    follow()
    assert reported()[0] == capsys.readouterr().out.splitlines()[-1]
    outlines = [written(where, "explainer")["outline"] for where in (folder, FINISHED)]
    assert outlines[0] == outlines[1]
    for name, fields in FROM_THE_FILES.items():
        drafted, finished = (
            [[str(item.get(field)) for field in fields] for item in written(where, name)]
            for where in (folder, FINISHED)
        )
        assert drafted == finished


def test_the_same_files_add_nothing_to_the_finished_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(FINISHED, folder)
    before = {path: path.read_bytes() for path in folder.glob("*.yaml")}
    for name in ("events.xlsx", "sources.bib"):
        assert main(["import", str(folder), f"docs/example/{name}"]) == 0
    assert {path: path.read_bytes() for path in folder.glob("*.yaml")} == before
    assert "12 there already" in capsys.readouterr().out


def test_the_check_of_the_finished_folder_says_what_the_page_says(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(FINISHED, folder)
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [reported()[-1]]


@pytest.mark.parametrize(
    ("number", "file", "was", "is_now"),
    [
        pytest.param(1, "contested.yaml", "closed-2-1", "closed-2-2", id="nobody disputes"),
        pytest.param(2, "sources_page.yaml", "end: 2024-12-31", "end: 2024", id="a year, a day"),
    ],
)
def test_a_mistake_on_the_way_is_told_as_the_page_says(
    number: int,
    file: str,
    was: str,
    is_now: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(FINISHED, folder)
    change(folder, file, was, is_now)
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines()[0] == reported()[number]


def test_no_sentence_of_the_brief_stands_in_the_finished_folder() -> None:
    """Nor any longer run of its words."""
    texts = on_one_line(" ".join(path.read_text("utf-8") for path in FINISHED.glob("*.yaml")))
    sections = brief_file.read(DOCS / "example" / "brief.docx").sections
    sentences = [on_one_line(one) for section in sections for _, one in section.numbered]
    assert len(sentences) == 13
    for sentence in sentences:
        assert sentence not in texts
        words = sentence.split()
        for at in range(len(words) - AT_MOST):
            assert " ".join(words[at : at + AT_MOST + 1]) not in texts


def test_the_example_has_every_file_and_small_pictures() -> None:
    assert {path.name for path in FINISHED.iterdir()} == set(loader.FILES.values())
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", PAGE)
    assert pictures
    for name in pictures:
        assert (DOCS / name).stat().st_size < 100_000
