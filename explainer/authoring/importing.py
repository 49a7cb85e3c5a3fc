"""Takes events or sources from a file into a content folder, and says what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from explainer.authoring import add_items, given_files, import_events, import_sources
from explainer.authoring.add_items import Report
from explainer.authoring.given_files import CannotRead
from explainer.authoring.import_events import Known
from explainer.checks import command, located_yaml
from explainer.checks.loader import FILES
from explainer.checks.marks import MARK
from explainer.checks.unreadable import Unreadable
from explainer.content.events import Event
from explainer.content.sources import Source
from explainer.language.counting import counted
from explainer.language.dates import When
from explainer.language.faults import Fault

TABLES = (".csv", ".xlsx")


def run(folder: Path, path: Path) -> Report:
    """Add what a file holds to ``events.yaml`` or ``sources.yaml`` of a folder.

    Nothing that is there changes. Raises CannotRead, CannotWrite.
    """
    ending = path.suffix.lower()
    if ending not in (*TABLES, *import_sources.READERS):
        given_files.raw(path)
        wrong = f"nothing can be imported from a file whose name ends in “{path.suffix}”"
        remedy = "save events as .csv or .xlsx, sources as .bib, .ris or .json (CSL-JSON)"
        raise CannotRead(path, wrong, remedy)
    if not folder.is_dir():
        wrong, remedy = "there is no such folder", "name one that holds content"
        raise CannotRead(folder, wrong, f"{remedy}, or make one: python -m explainer new {folder}")
    report = Report(path)
    if ending in TABLES:
        items = import_events.read(path, _known(folder), report)
        add_items.add(folder, "events", Event, items, report)
    else:
        items = import_sources.read(path, report)
        add_items.add(folder, "sources", Source, items, report)
    return report


def _known(folder: Path) -> Known:
    about, sources = _held(folder, "about"), _items(folder, "sources")
    brief = about.get("brief") if isinstance(about, dict) else None
    try:
        published = When.parse(str(brief.get("date"))) if isinstance(brief, dict) else None
    except Fault:
        published = None
    return Known(_actors(folder), {str(one.get("id")) for one in sources}, published)


def _held(folder: Path, part: str) -> Any:
    """What a content file holds; None where it cannot be read."""
    try:
        return located_yaml.read((folder / FILES[part]).read_bytes()).data
    except (OSError, Unreadable):
        return None


def _items(folder: Path, part: str) -> list[dict[str, Any]]:
    """The items of a list in the content, without one that is still to be written."""
    listed = _held(folder, part)
    found = listed if isinstance(listed, list) else []
    return [one for one in found if isinstance(one, dict) and one.get("id") != MARK]


def _actors(folder: Path) -> dict[str, str]:
    """The ids of actors by everything that they are called, where that is no other's name."""
    actors = _items(folder, "actors")
    found: dict[str, str] = {}
    for key in ("short", "name", "id"):
        said = [str(one.get(key, "")).strip().casefold() for one in actors]
        found |= {
            name: str(one.get("id"))
            for name, one in zip(said, actors, strict=True)
            if said.count(name) == 1
        }
    return found


def words(report: Report, folder: Path) -> str:
    """What came of an import, line by line, and what to do next."""
    noun = "event" if report.path.suffix.lower() in TABLES else "source"
    lines = [*report.told, *report.noted]
    said = [f"{counted(len(report.added), noun)} added to {report.target}"]
    if report.known:
        said.append(f"{report.known} there already")
    if report.unused:
        said.append(f"{report.unused} not used")
    lines.append(", ".join(said))
    if report.passed_over:
        fields = ", ".join(f"{name} ({many})" for name, many in sorted(report.passed_over.items()))
        lines.append(f"Passed over, because a {noun} has no place for it: {fields}")
    if report.marked:
        fields = ", ".join(f"{name} ({many})" for name, many in report.marked.items())
        lines.append(f"Still to be written, marked {MARK}: {fields}")
    if report.unused and not report.added:
        again = command.line("-m", "explainer", "import", str(folder), str(report.path))
        return "\n".join(
            [*lines, "", "Next, mend the file, and import it again:", "", f"  {again}"]
        )
    return "\n".join([*lines, "", "Next, check the folder:", "", f"  {command.check(folder)}"])
