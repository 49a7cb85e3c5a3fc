"""What is wrong with the content, in words for its author, with a sentence for a reader."""

from __future__ import annotations

from explainer.checks.messages import ContentError
from explainer.language.counting import counted
from explainer.reading.words import environment


def worded(error: ContentError, folder: str) -> str:
    """The report as HTML; ``folder`` is the name of the content's, without where it lies."""
    template = environment().get_template("report.html")
    return template.render(error=error, folder=folder, many=counted(error.number, "mistake"))
