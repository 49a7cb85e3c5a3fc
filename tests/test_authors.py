"""Authors get a brief to start from, an editor that helps, and a guide that cannot drift."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import docx
import pytest
from folders import BRIEF
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import BaseModel
from served import html, page_at
from servers import ROOT
from streamlit.config import get_config_options

from explainer.__main__ import main
from explainer.authoring import new, schemas
from explainer.checks import loader, located_yaml
from explainer.content.claims import Kind, Verdict
from explainer.content.events import Scope
from explainer.content.explainer import CLAIM_PAGES, Explainer
from explainer.content.sources import Grade
from explainer.language.dates import When
from explainer.takeaway import bibliography, events_csv

GUIDE = ROOT / "docs" / "authors.md"
FILES = tuple(loader.FILES.values())
STARTER = loader.load(new.STARTER)
PAGES = STARTER.about.pages


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief that an author has just begun; tests leave it as it is."""
    folder = tmp_path_factory.mktemp("author") / "my brief"
    new.write(folder)
    return folder


def models(hint: Any) -> Iterator[type[BaseModel]]:
    """Every model that a type is made of."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
        for info in hint.model_fields.values():
            yield from models(info.annotation)
    for part in get_args(hint):
        yield from models(part)


MODELS = {model.__name__: model for model in models(Explainer)}


# ------------------------------------------------------------------ a brief to start from


def test_new_writes_a_brief_that_the_check_passes_and_says_what_to_do_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my brief"
    assert main(["new", str(folder)]) == 0
    said = capsys.readouterr().out
    check, show = (line.strip() for line in said.splitlines() if line.startswith("  "))
    _, _, _, *arguments = shlex.split(check)
    assert main(arguments) == 0
    checked = capsys.readouterr().out
    assert checked.startswith("OK: ")
    ok, progress = checked.splitlines()
    assert ok.endswith(", advice: 0")
    assert progress.endswith(
        "Files done: 0 of 16. Next: explainer.yaml, which still holds the example."
    )
    assert f"EXPLAINER_CONTENT={shlex.quote(str(folder))} " in show
    assert shlex.split(show)[-1] == str(folder)
    assert (ROOT / said.splitlines()[-1].split()[0]) == GUIDE


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_a_new_brief_is_shown(
    brief: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPLAINER_CONTENT", str(brief))
    at = page_at(name, scope="afterwards")
    assert not at.exception
    assert html(at).one("h1").words == STARTER.page(name).title
    assert at.get("plotly_chart")
    presented = page_at(name, present="1", step=str(len(STARTER.page(name).steps)))
    assert not presented.exception
    assert html(presented).one("h1").words == STARTER.page(name).steps[-1].title
    assert presented.get("plotly_chart")


def test_a_new_brief_shows_one_of_everything() -> None:
    """So that an author sees how each thing is written."""
    assert {claim.kind for claim in STARTER.claims} == set(Kind)
    assert {event.scope for event in STARTER.events} == set(Scope)
    assert {source.grade for source in STARTER.sources} == set(Grade)
    assert {STARTER.page_of_claim[claim.id] for claim in STARTER.claims} == set(CLAIM_PAGES)
    asked = [question for page in CLAIM_PAGES for question in getattr(STARTER, page).questions]
    assert {question.before_figure for question in asked} == {True, False}
    assert {claim.verdict for claim in STARTER.claims} == set(Verdict) - {Verdict.IN_PART}
    assert any(claim.hedge for claim in STARTER.claims)
    assert any(claim.emphasis for claim in STARTER.claims)
    assert any(claim.bears_on for claim in STARTER.claims)
    assert any(claim.afterwards for claim in STARTER.claims)
    assert STARTER.readings
    assert any(point.later for point in STARTER.contested)


@pytest.mark.parametrize("name", FILES)
def test_a_new_file_fits_two_screens_and_a_page_has_two_steps(brief: Path, name: str) -> None:
    """So that an author has read it before writing the next one."""
    text = (brief / name).read_text("utf-8")
    assert len(text.splitlines()) <= 106
    assert text.partition("\nsteps:\n")[2].count("\n    look: ") in (0, 2)


@pytest.mark.parametrize("name", FILES)
def test_a_new_file_begins_by_saying_what_it_is_for(brief: Path, name: str) -> None:
    first, second, *_ = (brief / name).read_text("utf-8").splitlines()
    assert first == schemas.modeline(name).strip()
    assert re.fullmatch(r"# [A-Z].{20,}", second)


def a_file_in_it(folder: Path) -> None:
    folder.mkdir()
    (folder / "events.yaml").write_text("mine")


def only_a_hidden_file_in_it(folder: Path) -> None:
    folder.mkdir()
    (folder / ".notes").write_text("mine")


def a_file_of_that_name(folder: Path) -> None:
    folder.write_text("mine")


def a_link_to_nowhere(folder: Path) -> None:
    folder.symlink_to(folder.parent / "nowhere")


@pytest.mark.parametrize(
    "put", [a_file_in_it, only_a_hidden_file_in_it, a_file_of_that_name, a_link_to_nowhere]
)
def test_new_never_writes_where_something_is(
    put: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "taken"
    put(folder)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert main(["new", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{folder}: there is something here already; name a folder that does not exist yet"
    ]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_new_fills_an_empty_folder(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path)]) == 0


def test_new_says_that_a_folder_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    assert main(["new", str(tmp_path / "file" / "my-brief")]) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert re.fullmatch(
        r".*my-brief: this cannot be written \(.+\); name a folder that can be", said
    )
    assert [path.name for path in tmp_path.rglob("*")] == ["file"]


# ------------------------------------------------------------------ an editor that helps


@pytest.mark.parametrize("name", FILES)
def test_each_file_leads_an_editor_to_its_schema(brief: Path, name: str) -> None:
    first = (brief / name).read_text("utf-8").partition("\n")[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    assert json.loads((brief / found[1]).read_bytes())["title"] == name


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_sound_and_agrees_with_the_check(name: str) -> None:
    """What the check passes is not underlined."""
    Draft202012Validator.check_schema(schemas.schema(name))
    judge = Draft202012Validator(schemas.schema(name))
    for folder in (BRIEF, new.STARTER):
        data = located_yaml.read((folder / name).read_bytes()).data
        assert not [error.message for error in judge.iter_errors(data)]


@pytest.mark.parametrize("name", FILES)
def test_a_schema_says_nothing_in_vain(name: str) -> None:
    """No choice between a date and nothing, no names of Python's, no pattern without words."""

    def parts(part: Any) -> Iterator[dict[str, Any]]:
        if isinstance(part, dict):
            yield part
        for inner in part.values() if isinstance(part, dict) else part:
            if isinstance(inner, dict | list):
                yield from parts(inner)

    for part in parts(schemas.schema(name)):
        assert not {"anyOf", "prefixItems"} & set(part)
        assert part.get("type") != "null"
        assert part.get("default", True) not in (None, [], {})
        assert "pattern" not in part or part["patternErrorMessage"]
        assert "properties" not in part or re.fullmatch(r"[A-Z][a-z ]+", part["title"])


MISTAKES = {
    "a misspelt field": ("  title: Northland and Eastland sign", "  titel: Northland and"),
    "a missing field": ("  place: Eastport, Eastland\n", ""),
    "a value that is none of the choices": ("precision: month", "precision: months"),
    "a date in words": ("start: 1964-05", "start: May 1964"),
    "a date that is nothing": ("start: 1964-05", "start: true"),
    "an id with a capital": ("- id: river-treaty", "- id: River treaty"),
    "a label that is too long": ("label: River treaty", f"label: {'River ' * 12}"),
    "a title of two lines": ("title: Northland and", "title: |\n    Northland\n    and"),
    "no source": ("sources: [treaty-1964, marsh-1998]", "sources: []"),
    "a text for a list": ("actors: [northland, eastland]", "actors: northland"),
}


@pytest.mark.parametrize(("was", "is_now"), MISTAKES.values(), ids=MISTAKES)
def test_an_editor_underlines(was: str, is_now: str) -> None:
    text = (new.STARTER / "events.yaml").read_text("utf-8")
    assert was in text
    data = located_yaml.read(text.replace(was, is_now, 1).encode()).data
    errors = list(Draft202012Validator(schemas.schema("events.yaml")).iter_errors(data))
    assert errors
    assert {error.absolute_path[0] for error in errors} == {0}


@pytest.mark.parametrize("sign", [">", ">-", "|", "|-", ""])
def test_an_editor_does_not_underline_a_title_below_its_key(sign: str) -> None:
    text = (new.STARTER / "events.yaml").read_text("utf-8")
    data = located_yaml.read(text.replace("title: ", f"title: {sign}\n    ", 1).encode()).data
    assert not list(Draft202012Validator(schemas.schema("events.yaml")).iter_errors(data))


def test_schema_prints_all_or_writes_them_beside_the_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == {name: schemas.schema(name) for name in FILES}
    assert main(["schema", str(tmp_path)]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert written == [tmp_path / schemas.path(name) for name in FILES]
    assert {path.read_bytes() for path in written} == set(schemas.files().values())
    assert main(["schema", str(tmp_path / "nowhere")]) == 1
    assert "there is no such folder" in capsys.readouterr().out


# ------------------------------------------------------------------ a guide that cannot drift


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_every_field_is_described_in_plain_words(model: type[BaseModel]) -> None:
    jargon = re.compile(
        r"\b(None|null|str|string|tuple|mapping|boolean|int|float|pydantic|YAML|JSON|regex|model)\b"
    )
    for name, info in model.model_fields.items():
        assert info.description, name
        assert 8 <= len(info.description) <= 120, name
        assert info.description.endswith("."), name
        assert not jargon.search(info.description), name
        assert "|" not in info.description, name


def test_the_guide_is_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    """If not: ``python -m explainer guide > docs/authors.md``."""
    assert main(["guide"]) == 0
    assert capsys.readouterr().out == GUIDE.read_text("utf-8")


def sections() -> dict[str, str]:
    """The guide's parts by their headings."""
    text = GUIDE.read_text("utf-8")
    parts = re.split(r"^#+ (.+)$", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_the_guide_describes_every_file_with_an_example() -> None:
    found = sections()
    for name in FILES:
        assert "```yaml\n" in found[name], name


@pytest.mark.parametrize(
    "model",
    [model for name, model in MODELS.items() if name != "Explainer"],
    ids=lambda m: m.__name__,
)
def test_the_guide_describes_every_field_once(model: type[BaseModel]) -> None:
    found = sections()
    own = found[schemas.words(model.__name__)]
    shared = found["Every page"] + found["Every figure"]
    for name, info in model.model_fields.items():
        row = f"| `{name}` | {'yes' if info.is_required() else 'no'} | {info.description} | "
        assert (own + shared).count(row) == 1, name


def test_the_headings_of_the_guide_are_unlike() -> None:
    """Or a link would lead to the wrong one."""
    headings = re.findall(r"^#+ (.+)$", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert len(set(map(anchor, headings))) == len(headings)


def anchor(heading: str) -> str:
    """Where a heading can be linked to, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_every_link_of_the_guide_leads_somewhere() -> None:
    links = re.findall(
        r"\]\(([^)]+)\)", re.sub(r"```.*?```", "", GUIDE.read_text("utf-8"), flags=re.S)
    )
    assert len(links) > 50
    for link in links:
        path, _, place = link.partition("#")
        file = (GUIDE.parent / path).resolve() if path else GUIDE
        assert file.is_file(), link
        headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
        assert not place or place in map(anchor, headings), link


def test_every_command_of_the_guide_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    document.add_paragraph("One sentence. Another one.")
    document.save("brief.docx")
    Path("events.csv").write_text(events_csv.events(STARTER), "utf-8")
    Path("sources.bib").write_text(bibliography.bibtex(STARTER), "utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    commands = [shlex.split(line) for block in blocks for line in block.splitlines()]
    asked = [command[3:] for command in commands if command[0].endswith("python")]
    names = "new new import import check check schema export".split()
    assert [arguments[0] for arguments in asked] == names
    # The actors of the table are not in the draft yet, and the import says so.
    shutil.copy(new.STARTER / "actors.yaml", "actors.yaml")
    for arguments in asked:
        if arguments[0] == "import":
            shutil.copy("actors.yaml", "my-draft/actors.yaml")
        assert main(arguments) == 0, arguments
    options = [word[2:] for command in commands for word in command if word.startswith("--server")]
    assert options == ["server.fileWatcherType", "server.folderWatchList"]
    assert set(options) <= set(get_config_options())


def test_the_readme_begins_with_the_same_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "README.md").read_text("utf-8")
    section = text.partition("## Use your own brief")[2].partition("\n## ")[0]
    commands = re.findall(r"`\.venv/bin/python -m explainer ([^`]+)`", section)
    assert [command.split()[0] for command in commands] == ["new", "check"]
    for command in commands:
        assert main(command.split()) == 0
    assert "(docs/authors.md)" in section


def test_the_report_in_the_guide_is_what_the_check_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said, _ = re.findall(r"^```text\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    folder = tmp_path / "my-brief"
    new.write(folder)
    reasons = folder / "reasons.yaml"
    text = reasons.read_text("utf-8").replace("kind: judgement", "kind: judgment", 1)
    reasons.write_text(text, "utf-8")
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out.startswith(said)


def test_the_dates_in_the_guide_are_as_sharp_as_it_says() -> None:
    rows = re.findall(r"^\| `(.+)` \| `(.+)` \| (.+) \|$", sections()["Dates"], re.MULTILINE)
    assert len(rows) == 5
    for written, precision, shown in rows:
        when = When.parse(written)
        assert when.precision.name.lower() == precision
        assert shown.startswith(when.words())
