"""Draws what pages share. With app.py and pages/, the only code that knows Streamlit."""

from explainer.ui.claims import claims, said
from explainer.ui.downloads import downloads
from explainer.ui.events import events, opener
from explainer.ui.figure import figure, steps
from explainer.ui.frame import card, close_page, open_page
from explainer.ui.questions import predictions, questions
from explainer.ui.reader import PROSE, Reader, page_link, small_print

__all__ = [
    "PROSE",
    "Reader",
    "card",
    "claims",
    "close_page",
    "downloads",
    "events",
    "figure",
    "open_page",
    "opener",
    "page_link",
    "predictions",
    "questions",
    "said",
    "small_print",
    "steps",
]
