"""What is wrong with the content, in words for its author, with a sentence for a reader."""

from __future__ import annotations

from pathlib import Path

from explainer.checks import command
from explainer.checks.messages import ContentError
from explainer.language.counting import counted
from explainer.reading.words import environment


def worded(error: ContentError, folder: Path, *, is_at_home: bool = False) -> str:
    """The report as HTML, with the command that says the same.

    Where the folder lies is told only to somebody who ``is_at_home``, on the machine that has it;
    what lies below the folder of the app can be named to anybody.
    """
    tells = is_at_home or not command.from_here(folder).is_absolute()
    return (
        environment()
        .get_template("report.html")
        .render(
            error=error,
            folder=folder.name,
            many=counted(error.number, "mistake"),
            command=command.check(folder) if tells else "",
        )
    )
