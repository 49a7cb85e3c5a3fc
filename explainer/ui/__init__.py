"""Draws what pages share. With app.py and pages/, the only code that knows Streamlit."""

from explainer.ui.argument import claims, questions
from explainer.ui.downloads import downloads
from explainer.ui.events import events
from explainer.ui.figure import guided_path
from explainer.ui.frame import page
from explainer.ui.reader import Reader

__all__ = [
    "Reader",
    "claims",
    "downloads",
    "events",
    "guided_path",
    "page",
    "questions",
]
