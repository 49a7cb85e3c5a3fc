"""What pages of the argument have besides a figure: claims and questions."""

from __future__ import annotations

from explainer.content.pages import ArgumentPage
from explainer.reading.seen import predictions
from explainer.ui.reader import Reader


def claims(reader: Reader) -> None:
    """All claims of the page, each beside its record."""
    reader.put_below("claim.argument", reader.name, reader.afterwards)


def questions(reader: Reader) -> None:
    """The questions after the argument."""
    asked = reader.page.questions if isinstance(reader.page, ArgumentPage) else ()
    if len(asked) > len(predictions(reader.page)):
        reader.put_below("question.questions", reader.name)
