"""The outlines of marks around their middle, by half their size: Plotly's ``symbol_defs``."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt


def _polygon(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points) + "Z"


def _circle(r: float) -> str:
    return f"M{r:.2f},0A{r:.2f},{r:.2f} 0 1,1 0,{-r:.2f}A{r:.2f},{r:.2f} 0 0,1 {r:.2f},0Z"


def _square(r: float) -> str:
    return _polygon((r, r), (r, -r), (-r, -r), (-r, r))


def _diamond(r: float) -> str:
    r *= 1.3
    return _polygon((r, 0), (0, r), (-r, 0), (0, -r))


def _triangle(r: float, way: int) -> str:
    wide = r * 2 / sqrt(3)
    return _polygon((-wide, way * r / 2), (wide, way * r / 2), (0, -way * r))


def _hexagon(r: float) -> str:
    wide = r * sqrt(3) / 2
    return _polygon((wide, -r / 2), (wide, r / 2), (0, r), (-wide, r / 2), (-wide, -r / 2), (0, -r))


def _star(r: float) -> str:
    r *= 1.4
    half = [
        (0.0, -1.0),
        (0.225, -0.309),
        (0.951, -0.309),
        (0.363, 0.118),
        (0.588, 0.809),
        (0, 0.382),
    ]
    return _polygon(
        *((x * r, y * r) for x, y in half), *((-x * r, y * r) for x, y in reversed(half[1:-1]))
    )


SYMBOLS: dict[str, Callable[[float], str]] = {
    "circle": _circle,
    "square": _square,
    "diamond": _diamond,
    "triangle-up": lambda r: _triangle(r, 1),
    "triangle-down": lambda r: _triangle(r, -1),
    "hexagon": _hexagon,
    "star": _star,
    "x-thin": lambda r: f"M{r:.2f},{r:.2f}L{-r:.2f},{-r:.2f}M{r:.2f},{-r:.2f}L{-r:.2f},{r:.2f}",
    "line-ew": lambda r: f"M{r:.2f},0H{-r:.2f}",
}
STROKES = {"x-thin", "line-ew"}
