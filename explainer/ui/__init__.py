"""Draws what pages share. With app.py and pages/, the only code that knows Streamlit."""

from explainer.ui.claims import claims
from explainer.ui.downloads import downloads
from explainer.ui.events import events
from explainer.ui.figure import guided_path
from explainer.ui.frame import card, page
from explainer.ui.questions import predictions, questions
from explainer.ui.reader import PROSE, Reader, anew, page_link, small_print
from explainer.ui.tabs import tabs

__all__ = [
    "PROSE",
    "Reader",
    "anew",
    "card",
    "claims",
    "downloads",
    "events",
    "guided_path",
    "page",
    "page_link",
    "predictions",
    "questions",
    "small_print",
    "tabs",
]
