"""The events and sources of the shipped explainer can be taken out and in again without loss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from folders import CONTENT, copied

from explainer.__main__ import main
from explainer.checks import loader
from explainer.content.explainer import Explainer
from explainer.takeaway import bibliography, events_csv

EXPLAINER = loader.load(CONTENT)
SOURCES = {
    "sources.bib": bibliography.bibtex,
    "sources.ris": bibliography.ris,
    "sources.json": bibliography.csl,
}


@pytest.mark.parametrize(("name", "written"), SOURCES.items(), ids=SOURCES)
def test_exported_and_imported_the_explainer_is_the_same(
    name: str, written: Callable[[Explainer], str], tmp_path: Path
) -> None:
    folder = copied(tmp_path)
    for emptied in ("events.yaml", "sources.yaml"):
        (folder / emptied).write_text("[]\n", "utf-8")
    (tmp_path / "events.csv").write_text(events_csv.events(EXPLAINER), "utf-8", newline="")
    (tmp_path / name).write_text(written(EXPLAINER), "utf-8", newline="")
    assert main(["import", str(folder), str(tmp_path / name)]) == 0
    assert main(["import", str(folder), str(tmp_path / "events.csv")]) == 0
    assert loader.load(folder) == EXPLAINER
