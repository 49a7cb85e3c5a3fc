"""Content to figure: one module a type of figure, each a pure function of scene and form."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import plotly.graph_objects as go

from explainer.content.figures import (
    ComparisonFigure,
    Figure,
    KnownFigure,
    LimitsFigure,
    PathFigure,
    RelationsFigure,
    StripFigure,
    ThenNowFigure,
    TimelineFigure,
)
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
from explainer.figures.canvas import FigureDict
from explainer.figures.forms import Form
from explainer.figures.parts.scene import Scene

DRAW: dict[type[Figure], Callable[[Scene, Form], FigureDict]] = {
    StripFigure: overview.draw,
    TimelineFigure: timeline.draw,
    RelationsFigure: reasons.draw,
    ComparisonFigure: comparison.draw,
    ThenNowFigure: implications.draw,
    LimitsFigure: limits.draw,
    PathFigure: seminar.draw,
    KnownFigure: sources.draw,
}
"""What draws each type of figure; which figures there are, the pages of the content say."""


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


def declared(figure: str, scene: Scene, form: Form) -> FigureDict:
    """The declaration of a figure of the content, drawn anew.

    Raises KeyError for a name of no figure, and for a figure that the content leaves out.
    """
    return DRAW[type(scene.explainer.figures[figure])](scene, form)


@lru_cache(maxsize=512)
def draw(figure: str, scene: Scene, form: Form) -> Drawn:
    """A figure of the content, drawn once for all readers who look at the same scene.

    The scene that is kept keeps its content alive, so that its edition stays its own.
    """
    return Drawn(declared(figure, scene, form))
