"""Content to figure: one module per figure, each a pure function of content, scene and form."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import plotly.graph_objects as go

from explainer.figures import (
    comparison,
    implications,
    limits,
    overview,
    reasons,
    seminar,
    sources,
    timeline,
)
from explainer.figures.canvas import FigureDict, Form
from explainer.figures.parts.scene import Scene

DRAW: dict[str, Callable[[Scene, Form], FigureDict]] = {
    "overview": overview.draw,
    "timeline": timeline.draw,
    "reasons": reasons.draw,
    "comparison": comparison.draw,
    "implications": implications.draw,
    "limits": limits.draw,
    "seminar": seminar.draw,
    "sources": sources.draw,
}
"""The figure of each page, and the second one of the reasons page, by name."""


class Drawn(go.Figure):  # type: ignore[misc]
    """A figure that is shown many times and never changed, so that it is spelt out once.

    Plotly copies and encodes a figure anew each time it is asked for its declaration.
    """

    _declared: FigureDict | None = None

    def to_dict(self) -> FigureDict:
        """The figure's declaration; not to be changed."""
        if self._declared is None:
            self._declared = super().to_dict()
        return self._declared


@lru_cache(maxsize=512)
def draw(figure: str, scene: Scene, form: Form) -> Drawn:
    """A figure of the content, drawn once for all readers who look at the same scene.

    The scene that is kept keeps its content alive, so that its edition stays its own.
    """
    return Drawn(DRAW[figure](scene, form))
