"""What readers can take away: each file built on its own, or all written to a folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from explainer.content.explainer import Explainer
from explainer.takeaway import (
    bibliography,
    course,
    events_csv,
    handout,
    handouts,
    plates,
    slides,
    write_files,
)


@dataclass(frozen=True)
class Download:
    """One file that a reader can take away."""

    name: str
    mime: str
    made: Callable[[Explainer], str | bytes]
    encoding: str = "utf-8"

    def content(self, explainer: Explainer) -> bytes:
        """The file's bytes."""
        found = self.made(explainer)
        return found.encode(self.encoding) if isinstance(found, str) else found


HANDOUT = Download("index.html", "text/html", handout.page)
SLIDES = Download(
    "slides.pptx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    slides.slides,
)
COURSE = Download("course.zip", "application/zip", course.package)
HANDOUTS = Download("handouts.zip", "application/zip", handouts.package)
# Without its mark at the start, spreadsheets do not see that a table is in UTF-8.
EVENTS = Download("events.csv", "text/csv", events_csv.events, "utf-8-sig")
BIBTEX = Download("sources.bib", "application/x-bibtex", bibliography.bibtex)
RIS = Download("sources.ris", "application/x-research-info-systems", bibliography.ris)
CSL = Download("sources.json", "application/vnd.citationstyles.csl+json", bibliography.csl)
DOWNLOADS = (HANDOUT, HANDOUTS, SLIDES, COURSE, EVENTS, BIBTEX, RIS, CSL)


def write(explainer: Explainer, folder: Path) -> tuple[str, ...]:
    """Write all files into a folder, made if need be, and return their names.

    Everything is built before anything is written. Raises CannotWrite.
    """
    built = {download.name: download.content(explainer) for download in DOWNLOADS}
    built |= {name: text.encode() for name, text in handouts.handouts(explainer).items()}
    built |= {name: text.encode() for name, text in plates.plates(explainer).items()}
    write_files.write(folder, built)
    return tuple(built)
