"""What a figure could not draw, or would draw falsely: marks, sides, bars, lanes and votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from explainer.checks.consistency import Check, Finding
from explainer.checks.located_yaml import Path
from explainer.checks.periods import marks, outside
from explainer.content.chronology import is_later, moment
from explainer.content.events import Scope
from explainer.content.explainer import Explainer
from explainer.content.figures import Gap, Panel, Period
from explainer.content.selection import LANES, period_events
from explainer.content.series import Value
from explainer.language.dates import When, in_order

LENGTH = "{gap}"
"""Stands for the length of a gap in its text."""


def _placeholders(path: Path, text: str) -> Iterator[Finding]:
    for name in re.findall(r"\{[^{}]*\}", text):
        if name != LENGTH:
            yield path, f"nothing stands for {name}", f"write {LENGTH} for the length of the gap"


# ------------------------------------------------------------------ the strip


def strip(explainer: Explainer) -> Iterator[Finding]:
    """What the overview's strip cannot hold."""
    figure, path = explainer.overview.figure, ("overview", "figure")
    yield from marks(explainer, (*path, "marks"), figure.marks, figure.start, figure.end)
    if not in_order(figure.start, figure.end):
        return
    focus = explainer.about.focus
    for name, start in [
        *((f"the era “{era.name}”", era.start) for era in explainer.about.eras),
        (f"the focus “{focus.name}”", focus.start),
    ]:
        if start.at < figure.start.at:
            wrong = f"{name} begins {start.words()}, which is before the strip does"
            yield (*path, "start"), wrong, "let the strip begin then or earlier"
        elif start.at >= figure.end.last:
            wrong = f"{name} begins {start.words()}, which is after the strip ends"
            yield (*path, "end"), wrong, "let the strip end later"


# ------------------------------------------------------------------ the timeline


def timeline(explainer: Explainer) -> Iterator[Finding]:
    """Panels out of order, what they would draw outside themselves, and what none would draw."""
    figure, path = explainer.timeline.figure, ("timeline", "figure")
    for index, panel in enumerate(figure.panels):
        place: Path = (*path, "panels", index)
        yield from marks(explainer, (*place, "marks"), panel.marks, panel.start, panel.end)
        if index and panel.start.at < figure.panels[index - 1].start.at:
            wrong = f"this panel starts {panel.start.words()}, before the panel above it does"
            yield (*place, "start"), wrong, "list the panels from the longest to the shortest"
        for at, gap in enumerate(panel.gaps):
            yield from _gap(explainer, (*place, "gaps", at), gap, panel)
    yield from _stay(explainer)
    if all(in_order(panel.start, panel.end) for panel in figure.panels):
        yield from _drawn_nowhere(explainer)


def _gap(explainer: Explainer, path: Path, gap: Gap, panel: Panel) -> Iterator[Finding]:
    first, second = explainer.event[gap.after], explainer.event[gap.before]
    yield from _placeholders((*path, "text"), gap.text)
    if second.start.at <= (first.end or first.start).at:
        wrong = f"“{second.id}” is not later than “{first.id}”, after which the gap begins"
        yield (*path, "before"), wrong, "swap after and before, or name other events"
    elif not panel.start.at <= moment(first) <= panel.end.last:
        wrong = f"“{first.id}” is not within this panel, so the gap cannot begin at it"
        yield (*path, "after"), wrong, "move the gap to the panel that shows the event"


def _stay(explainer: Explainer) -> Iterator[Finding]:
    stay, path = explainer.timeline.figure.stay, ("timeline", "figure", "stay")
    if stay is None:
        return
    panel, last = explainer.timeline.figure.panels[-1], None
    if panel.end.last - panel.start.at >= LANES:
        remedy = f"make it shorter than {LANES.days // 365} years, or remove stay"
        yield path, "the last panel is too long to draw the stay in", remedy
    for key in ("before", "start", "end", "after"):
        event = explainer.event[getattr(stay, key)]
        if last and moment(event) < moment(last):
            wrong = f"“{event.id}” is earlier than “{last.id}”"
            remedy = "name events in this order: before, start, end, after"
            yield (*path, key), wrong, remedy
        elif not panel.start.at <= moment(event) <= panel.end.last:
            wrong = f"“{event.id}” is not within the last panel, which draws the stay"
            yield (*path, key), wrong, "let the panel show more time, or name another event"
        last = event


def _drawn_nowhere(explainer: Explainer) -> Iterator[Finding]:
    panels = explainer.timeline.figure.panels
    for number, event in enumerate(explainer.events):
        within = any(panel.start.at <= moment(event) < panel.end.last for panel in panels)
        named = any(event.id in mark.events for panel in panels for mark in panel.marks)
        if not within and not named and not is_later(explainer, event):
            yield (
                ("events", number, "start"),
                f"“{event.id}”, {event.start.words()}, lies in no panel of the timeline",
                "let a panel of timeline.yaml show more time, or leave the event out",
            )


# ------------------------------------------------------------------ relationships and series


def sides(page: str, explainer: Explainer) -> Iterator[Finding]:
    """Sides of a figure without a relationship to draw, and marks outside it."""
    figure = getattr(explainer, page).figure
    path: Path = (page, "figure")
    known = [relationship.actor for relationship in explainer.relations.relationships]
    drawn: set[str] = set()
    for number, side in enumerate(figure.sides):
        place = (*path, "sides", number)
        if side.actor not in known:
            yield (
                (*place, "actor"),
                f"relations.yaml has no relationship with “{side.actor}”",
                f"use {' or '.join(known)}, or describe it there",
            )
        elif side.actor in drawn:
            wrong = f"the relationship with “{side.actor}” is drawn twice"
            yield (*place, "actor"), wrong, "name another relationship, or leave this side out"
        drawn.add(side.actor)
        yield from marks(explainer, (*place, "marks"), side.marks, figure.start, figure.end)


def bars(explainer: Explainer) -> Iterator[Finding]:
    """Values that the bars of the reasons page cannot show, and bars without any."""
    figure, path = explainer.reasons.figure, ("reasons", "figure")
    if not in_order(figure.start, figure.end) or not figure.series:
        return
    first = figure.series_from or figure.start
    if first.at < figure.start.at:
        wrong = f"the bars start {first.words()}, before the figure does"
        yield (*path, "series_from"), wrong, "let them start with the figure or later"
    number, series = next(
        pair for pair in enumerate(explainer.series) if pair[1].id == figure.series
    )
    drawn = [value for value in series.values if value.start.at >= first.at]
    for index, value in enumerate(series.values):
        if value in drawn:
            yield from _bar(("series", number, "values", index), value, figure.end)
    if all(value.scope is Scope.AFTER for value in drawn):
        wrong = f"no value of “{series.id}” begins {first.words()} or later"
        yield (*path, "series_from"), wrong, "let the bars start earlier"
    elif all(value.value == 0 for value in drawn if value.scope is not Scope.AFTER):
        wrong = f"every value of “{series.id}” is 0, so there is no bar to draw"
        yield (*path, "series"), wrong, "use another series, or an earlier series_from"


def _bar(path: Path, value: Value, end: When) -> Iterator[Finding]:
    if value.value < 0:
        wrong = f"“{value.label}” is below 0, which the bars of the reasons page cannot show"
        yield (*path, "value"), wrong, "use a series without such values there"
    if value.start.at >= end.last:
        wrong = f"“{value.label}” begins after the figure of the reasons page ends"
        yield (*path, "start"), wrong, "let the figure end later, or leave the value out"


def columns(explainer: Explainer) -> Iterator[Finding]:
    """What the two columns of the comparison cannot hold."""
    comparison = explainer.reasons.comparison
    for number, column in enumerate(comparison.columns if comparison else ()):
        path: Path = ("reasons", "comparison", "columns", number)
        yield from marks(explainer, (*path, "marks"), column.marks, column.start, column.end)
        yield from _placeholders((*path, "gap"), column.gap)


# ------------------------------------------------------------------ then and now


def periods(explainer: Explainer) -> Iterator[Finding]:
    """Lanes given twice, periods too short to draw, and marks that would be passed over."""
    figure, path = explainer.implications.figure, ("implications", "figure")
    lanes = [lane.actor for lane in figure.lanes]
    for number, name in enumerate(lanes):
        if name in lanes[:number]:
            wrong = f"“{name}” has two lanes"
            yield (*path, "lanes", number, "actor"), wrong, "remove one, or name another actor"
        if name == explainer.about.subject:
            wrong = f"“{name}” is the subject, which has no lane of its own"
            yield (*path, "lanes", number, "actor"), wrong, "name whom its leader met"
    for number, period in enumerate(figure.periods):
        place: Path = (*path, "periods", number)
        yield from marks(explainer, (*place, "marks"), period.marks, period.start, period.end)
        if (period.end.last - period.start.at).days < 1:
            if in_order(period.start, period.end):
                wrong, remedy = "this period is shorter than a day", "let it end later"
                yield (*place, "end"), wrong, remedy
        else:
            yield from _passed_over(explainer, place, period)


def _passed_over(explainer: Explainer, path: Path, period: Period) -> Iterator[Finding]:
    figure = explainer.implications.figure
    lanes = {lane.actor for lane in figure.lanes}
    allowed = period_events(explainer, figure, period)
    for number, mark in enumerate(period.marks):
        for at, name in enumerate(mark.events):
            place = (*path, "marks", number, "events", at)
            if name in period.leave_out:
                yield (
                    place,
                    f"“{name}” is marked, but also under leave_out",
                    "remove one of the two",
                )
            elif name not in allowed and not outside(
                explainer, explainer.event[name], period.start, period.end
            ):
                wrong = f"“{name}” belongs to no lane of this figure"
                yield place, wrong, "leave it out, or add a lane for one of its actors"
        for at, name in enumerate(mark.lanes):
            if name not in lanes:
                wrong = f"“{name}” is no lane of this figure"
                yield (*path, "marks", number, "lanes", at), wrong, "add the lane, or name another"


# ------------------------------------------------------------------ votes


def votes(explainer: Explainer) -> Iterator[Finding]:
    """Marks between the sides and among the votes, and votes that nobody is said to have cast."""
    figure, path = explainer.limits.figure, ("limits", "figure")
    panel, place = figure.votes, ("limits", "figure", "votes")
    yield from marks(explainer, (*path, "both"), figure.both, figure.start, figure.end)
    if not panel:
        return
    yield from marks(explainer, (*place, "marks"), panel.marks, panel.start, panel.end)
    if in_order(figure.start, figure.end) and in_order(panel.start, panel.end):
        if panel.start.at < figure.start.at:
            wrong = "the votes start before the relationships beside them"
            yield (*place, "start"), wrong, "let them start with those or later"
        if panel.end.last > figure.end.last:
            wrong = "the votes end after the relationships beside them"
            yield (*place, "end"), wrong, "let them end with those or earlier"
    events = [explainer.event[name] for mark in panel.marks for name in mark.events]
    voters = dict.fromkeys(name for event in events for name in event.votes)
    for number, mark in enumerate(panel.marks):
        first = explainer.event[mark.events[0]]
        for at, name in enumerate(mark.events):
            event = explainer.event[name]
            spot = (*place, "marks", number, "events", at)
            silent = [voter for voter in voters if voter not in event.votes]
            if not event.votes:
                wrong = f"“{name}” says nothing of votes"
                yield spot, wrong, "add votes: to it in events.yaml, or leave it out"
            elif silent:
                wrong = f"“{name}” does not say how “{silent[0]}” voted"
                yield spot, wrong, "add it under votes: in events.yaml, or leave the event out"
            elif event.votes != first.votes:
                wrong = f"“{name}” was not voted on like “{first.id}” beside it"
                yield spot, wrong, "give it a mark of its own"


CHECKS: tuple[tuple[str, Check], ...] = (
    ("about events actors overview", strip),
    ("about events actors timeline", timeline),
    ("about events actors relations reasons", partial(sides, "reasons")),
    ("about events actors relations limits", partial(sides, "limits")),
    ("series reasons", bars),
    ("about events actors reasons", columns),
    ("about events actors implications", periods),
    ("about events actors limits", votes),
)
"""Each check after the parts of the content that it needs, sound."""
