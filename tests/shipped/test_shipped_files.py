"""The shipped files: schemas beside them, what the check says, nothing of them in the starter."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from folders import CONTENT
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from explainer.__main__ import main
from explainer.authoring import new, schemas
from explainer.checks import loader, located_yaml

FILES = tuple(loader.FILES.values())


def test_the_check_looks_at_the_shipped_content_unless_told_otherwise(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    loaded = loader.load(CONTENT)
    assert said.startswith("OK")
    for count in (len(loaded.events), len(loaded.claims), len(loaded.sources), 34):
        assert re.search(rf"\b{count}\b", said)


@pytest.mark.parametrize("name", FILES)
def test_the_schema_beside_the_content_is_that_of_the_models(name: str) -> None:
    """If not: ``python -m explainer schema content``."""
    path = schemas.path(name)
    assert (CONTENT / path).read_bytes() == schemas.files()[path]


def test_the_shipped_content_has_no_schema_without_a_file() -> None:
    found = {path.name for path in (CONTENT / schemas.FOLDER).iterdir()}
    assert found == {Path(schemas.path(name)).name for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_each_shipped_file_leads_an_editor_to_its_schema(name: str) -> None:
    first = (CONTENT / name).read_text("utf-8").partition("\n")[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    assert json.loads((CONTENT / found[1]).read_bytes())["title"] == name


@pytest.mark.parametrize("name", FILES)
def test_no_schema_underlines_anything_in_a_shipped_file(name: str) -> None:
    judge = Draft202012Validator(schemas.schema(name))
    data = located_yaml.read((CONTENT / name).read_bytes()).data
    assert not [error.message for error in judge.iter_errors(data)]


def test_a_new_brief_names_nothing_of_the_shipped_one() -> None:
    shipped = loader.load(CONTENT)
    names = {actor.name for actor in shipped.actors} | {event.id for event in shipped.events}
    names |= {shipped.about.brief.author, shipped.about.brief.publisher}
    written = "\n".join((new.STARTER / name).read_text("utf-8") for name in FILES)
    assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", written)]
