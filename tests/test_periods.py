"""No stretch of time in any content file may end before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from folders import BRIEF, fresh
from pydantic import BaseModel

from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.content.base import every_model
from explainer.content.events import Event
from explainer.language.dates import When

EXPLAINER = loader.load(BRIEF)
ENDS = (("start", "end"), ("gap_from", "gap_to"))
Way = tuple[str | int, ...]
WORDS = {
    "2019-05-02": "2 May 2019",
    "2019-05-01": "1 May 2019",
    "2019-05-01 10:00": "1 May 2019, 10:00",
    "2019-05-01 09:30": "1 May 2019, 09:30",
}
"""How a message names the dates."""


def stretches(found: Any, path: Way = ()) -> Iterator[tuple[type, tuple[str, str], Way]]:
    """Every item with two dates that are the ends of a stretch of time, and its path."""
    if isinstance(found, tuple):
        for index, item in enumerate(found):
            yield from stretches(item, (*path, index))
    elif isinstance(found, BaseModel):
        for ends in ENDS:
            if all(isinstance(vars(found).get(name), When) for name in ends):
                yield type(found), ends, path
        for name, value in vars(found).items():
            if isinstance(value, tuple | BaseModel):
                yield from stretches(value, (*path, name))


FIRST = {(model, ends): path for model, ends, path in reversed(list(stretches(EXPLAINER)))}
"""One item of each model that has a stretch of time."""


def test_every_model_with_a_stretch_of_time_is_looked_at() -> None:
    every = {
        (model, ends)
        for model in every_model().values()
        if not model.__subclasses__()
        for ends in ENDS
        if all(
            name in model.model_fields and "When" in str(model.model_fields[name].annotation)
            for name in ends
        )
    }
    assert every == set(FIRST)


@pytest.mark.parametrize(
    ("first", "last", "remedy"),
    [
        pytest.param("2019-05-02", "2019-05-01", "swap the two", id="days reversed"),
        pytest.param("1965", "1960s", "make ", id="a decade that had begun"),
        pytest.param("2019-05-01 10:00", "2019-05-01 09:30", "swap the two", id="hours reversed"),
    ],
)
@pytest.mark.parametrize(
    ("model", "ends", "path"),
    [
        pytest.param(model, ends, path, id=f"{model.__name__} {' '.join(ends)}")
        for (model, ends), path in FIRST.items()
    ],
)
def test_a_stretch_of_time_that_ends_before_it_begins_is_reported(
    model: type,
    ends: tuple[str, str],
    path: Way,
    first: str,
    last: str,
    remedy: str,
    tmp_path: Path,
) -> None:
    folder = fresh(tmp_path)
    file = folder / loader.FILES[str(path[0])]
    data = yaml.safe_load(file.read_text("utf-8"))
    item = data
    for part in path[1:]:
        item = item[part]
    item |= dict(zip(ends, (first, last), strict=True))
    if model is Event:
        # Both must be as sharp as the event says.
        item["precision"] = {5: "decade", 10: "day", 16: "minute"}[len(last)]
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    with pytest.raises(ContentError) as refused:
        loader.load(folder)
    there = [problem for problem in refused.value.problems if problem.file == file.name]
    assert any(
        problem.wrong.startswith(ends) and problem.remedy.startswith(remedy) for problem in there
    ), [*map(str, there)]
    if remedy.startswith("swap"):
        assert any(WORDS[first] in one.wrong and WORDS[last] in one.wrong for one in there)
