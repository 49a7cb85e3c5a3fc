"""What readers can take away: five files, each built on its own or all written to a folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from explainer.content.explainer import Explainer
from explainer.takeaway import bibliography, events_csv, handout, write_files


@dataclass(frozen=True)
class Download:
    """One file that a reader can take away."""

    name: str
    mime: str
    text: Callable[[Explainer], str]
    encoding: str = "utf-8"

    def content(self, explainer: Explainer) -> bytes:
        """The file's bytes."""
        return self.text(explainer).encode(self.encoding)


HANDOUT = Download("index.html", "text/html", handout.page)
# Without its mark at the start, spreadsheets do not see that a table is in UTF-8.
EVENTS = Download("events.csv", "text/csv", events_csv.events, "utf-8-sig")
BIBTEX = Download("sources.bib", "application/x-bibtex", bibliography.bibtex)
RIS = Download("sources.ris", "application/x-research-info-systems", bibliography.ris)
CSL = Download("sources.json", "application/vnd.citationstyles.csl+json", bibliography.csl)
DOWNLOADS = (HANDOUT, EVENTS, BIBTEX, RIS, CSL)


def write(explainer: Explainer, folder: Path) -> tuple[str, ...]:
    """Write all files into a folder, made if need be, and return their names.

    Everything is built before anything is written. Raises CannotWrite.
    """
    built = {download.name: download.content(explainer) for download in DOWNLOADS}
    write_files.write(folder, built)
    return tuple(built)
