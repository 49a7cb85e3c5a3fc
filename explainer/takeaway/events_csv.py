"""The events as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io

from explainer.content.events import Event
from explainer.content.explainer import Explainer
from explainer.language.dates import Precision, When

COLUMNS = (
    "start end precision time title place actors attendance scope confirmed description note "
    "brief sources links id label drawn_at lanes met votes"
).split()
"""Everything that an event has, and the links of its sources: a table can be read back whole."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
SHAPES = {
    Precision.DECADE: "%Ys",
    Precision.YEAR: "%Y",
    Precision.MONTH: "%Y-%m",
    Precision.DAY: "%Y-%m-%d",
    Precision.MINUTE: "%Y-%m-%d %H:%M",
}


def events(explainer: Explainer) -> str:
    """Every event as one row of CSV, lists parted by semicolons; names its sources by their ids."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    table.writerows(map(guarded, _row(explainer, event)) for event in explainer.events)
    return text.getvalue()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula: an apostrophe goes before one that could be."""
    return f"'{cell}" if _is_risky(cell) else cell


def unguarded(cell: str) -> str:
    """A cell as it was before it was guarded."""
    return cell[1:] if cell.startswith("'") and _is_risky(cell) else cell


def _is_risky(cell: str) -> bool:
    """Whether a formula could begin here, also behind apostrophes: so the guard can be told."""
    return cell.lstrip("'").startswith(FORMULA_SIGNS)


def written(when: When | None) -> str:
    """A date as the content files write it, so that it can be read back: ``1983-06``."""
    return when.at.strftime(SHAPES[when.precision]) if when else ""


def _row(explainer: Explainer, event: Event) -> map[str]:
    sources = [explainer.source[name] for name in event.sources]
    lists = {
        "actors": [_named(explainer, name) for name in event.actors],
        "lanes": event.lanes,
        "met": event.met,
        "votes": [f"{actor}: {vote.value}" for actor, vote in event.votes.items()],
        "brief": event.brief,
        "sources": event.sources,
        "links": [source.url for source in sources if source.url],
    }
    row = {
        **event.model_dump(mode="json", include=set(COLUMNS), exclude={"start", "end"}),
        **{name: "; ".join(parts) for name, parts in lists.items()},
        "start": written(event.start),
        "end": written(event.end),
        "confirmed": "yes" if event.confirmed else "no",
    }
    return map(str, ("" if row[name] is None else row[name] for name in COLUMNS))


def _named(explainer: Explainer, name: str) -> str:
    """What readers call an actor, or its id where that could be taken for something else."""
    said = explainer.actor[name].name
    unlike = sum(actor.name == said for actor in explainer.actors) == 1
    return said if unlike and ";" not in said else name
