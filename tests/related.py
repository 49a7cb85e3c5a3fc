"""A brief whose figures of relationships have as many sides as are asked: the tests' own, grown."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

MORE = (
    ("harbour", "Harbour League", "League", "plum", "circle", 1950),
    ("islands", "Seven Islands", "Islands", "violet", "triangle-up", 1965),
)
"""Invented actors: id, name, short name, hue, shape, and the year of the break with them."""


def relate(data: dict[str, Any], many: int) -> None:
    """Let both figures draw ``many`` relationships, one to four, each with events and states."""
    for page in ("reasons", "limits"):
        del data[page]["figure"]["sides"][many:]
    for actor, name, short, hue, shape, year in MORE[: max(0, many - 2)]:
        data["actors"].append(
            {"id": actor, "name": name, "short": short, "hue": hue, "shape": shape}
        )
        first = deepcopy(data["relations"]["relationships"][0]["bands"][0])
        states = [state["id"] for state in data["relations"]["states"] if state["width"]]
        bands = [
            first | {"start": 1200, "end": year, "state": states[0]},
            first | {"start": year, "end": "2024-11-08", "state": states[-1]},
        ]
        data["relations"]["relationships"].append(
            {"actor": actor, "name": f"Board–{short}", "bands": bands}
        )
        for page in ("reasons", "limits"):
            sides = data[page]["figure"]["sides"]
            sides.append(
                {"actor": actor, "name": f"The Board and the {name}"}
                | {"marks": deepcopy(sides[0]["marks"])}
            )
