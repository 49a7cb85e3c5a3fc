"""What each panel of the timeline holds: its scale, its entries and its lanes, in every form."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache

from explainer.content.actors import Hue
from explainer.content.chronology import moment
from explainer.content.figures import Panel
from explainer.content.selection import HOURS, LANES, shows_subject
from explainer.figures.parts.column import reach
from explainer.figures.parts.row import DateStyle
from explainer.figures.parts.scene import Entry, Scene, entries, single

ALONE = 0.5
"""The part of the width that the lanes of a panel take that has the sheet for itself."""
PACKED = 18.0
"""The most between marks of one event that have no lanes, in units of a mark."""
MONTHS_NAMED_ONCE = timedelta(days=1100)
"""From this span on, events of one month may share their date in words."""


def longest(scene: Scene) -> Panel:
    """The panel of the longest span; what no other panel reaches stands there."""
    panels = scene.explainer.timeline.figure.panels
    return max(panels, key=lambda panel: panel.end.last - panel.start.at)


def style_of(panel: Panel) -> DateStyle:
    """How sharply its labels give dates."""
    span = panel.end.last - panel.start.at
    if span < HOURS:
        return "hour"
    return "month" if MONTHS_NAMED_ONCE < span < LANES else "day"


def end_of(scene: Scene, panel: Panel) -> datetime:
    """The panel's end; that of the longest is moved on if later events were asked for."""
    if panel is not longest(scene):
        return panel.end.last
    later = map(moment, scene.within(panel.end.last, datetime.max))
    return reach(panel.start.at, panel.end.last, later)


def alone(lanes: int, widest: int, mark: float) -> float:
    """The width of a lane in a panel that has the sheet for itself, in parts of it.

    The scale and the marks take the half that labels leave; marks that are packed outwards stay
    near enough to each other to be seen as one event.
    """
    return max(ALONE / lanes, mark * 1.85) if lanes else min(ALONE / widest, mark * PACKED)


@lru_cache(maxsize=64)
def lanes_of_panel(whole: Scene, number: int) -> tuple[tuple[Hue, ...], int]:
    """The hues that have a lane in a panel, and the most marks that stand side by side in it.

    Both are those of the whole content, so that they are the same under every filter; there are no
    lanes where they would be too many.
    """
    panel = whole.explainer.timeline.figure.panels[number]
    parts = [
        single(whole, whole.explainer.event[name]) for mark in panel.marks for name in mark.events
    ]
    every = [*entries_of(whole, panel), *_with_subject(whole, panel, parts)]
    widest = max((len(entry.lanes) for entry in every), default=2)
    if panel.end.last - panel.start.at >= LANES:
        return (), widest
    found = {actor.hue for entry in every for actor in entry.lanes}
    if has_stay(whole, panel):
        found.add(whole.explainer.actor[whole.explainer.about.subject].hue)
    actors = (actor.hue for actor in whole.explainer.actors if actor.hue in found)
    return tuple(dict.fromkeys(actors)), widest


def has_stay(scene: Scene, panel: Panel) -> bool:
    """Whether the stay is drawn behind this panel."""
    figure = scene.explainer.timeline.figure
    span = panel.end.last - panel.start.at
    return figure.stay is not None and panel is figure.panels[-1] and span < LANES


def entries_of(scene: Scene, panel: Panel) -> list[Entry]:
    """What is drawn in a panel under the filters, in date order."""
    start, end = panel.start.at, panel.end.last
    whole = panel is longest(scene)
    found = [entry for entry in entries(scene, panel.marks) if whole or start <= entry.at < end]
    drawn = {name for entry in found for name in entry.ids}
    among = scene.events(scene.explainer.event) if whole else scene.within(start, end)
    rest = [event for event in among if event.id not in drawn]
    if not panel.others:
        elsewhere = [
            (datetime.min, datetime.max)
            if other is longest(scene)
            else (other.start.at, other.end.last)
            for other in scene.explainer.timeline.figure.panels
            if other is not panel and other.others
        ]
        # What no other panel shows, this one does; none is lost.
        rest = [
            event
            for event in rest
            if not any(first <= moment(event) < last for first, last in elsewhere)
        ]
    found += [single(scene, event) for event in rest]
    return sorted(_with_subject(scene, panel, found), key=lambda entry: entry.at)


def _with_subject(scene: Scene, panel: Panel, found: list[Entry]) -> list[Entry]:
    """The entries with a mark in the subject's own lane too, where the panel has one."""
    if not shows_subject(scene.explainer.timeline.figure, panel):
        return found
    subject = scene.explainer.actor[scene.explainer.about.subject]
    return [
        replace(entry, lanes=(subject, *(a for a in entry.lanes if a != subject)))
        if subject.id in {name for e in entry.events for name in e.actors}
        and any(e.attendance.value != "absent" for e in entry.events)
        else entry
        for entry in found
    ]
