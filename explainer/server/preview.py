"""The picture that a shared link shows: a page's figure under the finding of its step."""

from __future__ import annotations

from explainer.content.explainer import Explainer
from explainer.server.files import Answer

FOLDER = "preview"


def address(explainer: Explainer, page: str, step: int) -> str:
    """Where the picture of a step lies, below the address of the app."""
    return ""


def picture(name: str) -> Answer | None:
    """The picture at an address; None if there is none."""
    return None
