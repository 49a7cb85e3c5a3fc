"""Votes at a scale of their own: a lane for each voter, a sign for each vote."""

from __future__ import annotations

from dataclasses import replace

from explainer.content.events import Attendance, Vote
from explainer.content.figures import Mark, VotesPanel, scale_words
from explainer.figures.canvas import Paper
from explainer.figures.forms import Form
from explainer.figures.palette import Role
from explainer.figures.parts.column import Column, reach
from explainer.figures.parts.draw_rows import draw_rows
from explainer.figures.parts.event_rows import event_rows
from explainer.figures.parts.head import draw_head, head_height
from explainer.figures.parts.lanes import LaneName, LaneNames
from explainer.figures.parts.row import Row
from explainer.figures.parts.scene import Entry, Scene, entries, hue_role
from explainer.figures.parts.ticks import draw_ticks

LABELS = 0.42
"""The part of their width that labels keep."""


def _lanes(scene: Scene, form: Form, left: float) -> dict[str, float]:
    """The x of each voter's lane: well apart, or closer so that labels keep their room."""
    voters = voters_of(scene)
    first = left + form.x(form.tick * 3.4)
    ends = first + form.x(form.mark * 4) + (1 - left) * LABELS
    between = (1 - ends) / max(1, len(voters) - 1)
    step = max(form.x(form.mark), min(form.x(form.label * 3.4), between))
    return {name: first + number * step for number, name in enumerate(voters)}


def _names(scene: Scene, form: Form, left: float) -> LaneNames:
    found = []
    for name, x in _lanes(scene, form, left).items():
        actor = scene.explainer.actor[name]
        role = Role.FADED_TEXT if scene.muted(name) else hue_role(actor)
        found.append(LaneName(x, actor.short, role))
    return LaneNames(form, found, 1.0)


def votes_head(scene: Scene, form: Form, panel: VotesPanel, left: float) -> float:
    """The px above the votes: title, scale and the voters' names."""
    said = head_height(form, panel.title, scale_words(panel), (1 - left) * form.width)
    names = _names(scene, form, left).height + form.title * 1.1
    return max(form.title * 5.2, said + form.title * 0.4 + names)


def votes_column(
    scene: Scene, form: Form, panel: VotesPanel, top: float, bottom: float, left: float
) -> Column:
    """The column of the votes: a lane for each voter, labels beside them."""
    lanes = _lanes(scene, form, left)
    gutter = max(lanes.values(), default=left) + form.x(form.mark * 1.6)
    label = gutter + form.x(form.mark * 2.4)
    found = [entry.at for entry in vote_entries(scene)]
    return Column(
        panel.start.at,
        reach(panel.start.at, panel.end.last, found),
        top,
        bottom,
        lanes,
        left,
        gutter,
        label,
        form.characters((1 - label) * form.width),
        lane_width=form.x(form.mark),
    )


def vote_marks(scene: Scene) -> tuple[Mark, ...]:
    """The marks of the votes; none without the panel."""
    votes = scene.explainer.limits.figure.votes
    return votes.marks if votes else ()


def voters_of(scene: Scene) -> list[str]:
    """The ids of who cast any of the votes, in the order of the actors."""
    marks = vote_marks(scene)
    events = [scene.explainer.event[name] for mark in marks for name in mark.events]
    cast = {name for event in events for name in event.votes}
    return [actor.id for actor in scene.explainer.actors if actor.id in cast]


def vote_entries(scene: Scene) -> list[Entry]:
    """The votes that are shown, each in the lanes of all voters."""
    voters = [scene.explainer.actor[name] for name in voters_of(scene)]
    return [replace(entry, lanes=tuple(voters)) for entry in entries(scene, vote_marks(scene))]


def vote_rows(scene: Scene, form: Form, column: Column) -> list[Row]:
    """The label rows of the votes."""
    return event_rows(scene, form, column, vote_entries(scene), "day")


def draw_votes(
    paper: Paper, scene: Scene, form: Form, panel: VotesPanel, column: Column, left: float
) -> None:
    """The whole panel: title, scale, years, the voters' lanes, votes and labels."""
    at = column.axis
    head = column.top - votes_head(scene, form, panel, at)
    draw_head(paper, form, panel.title, scale_words(panel), left, 1, head)
    xs = list(column.lanes.values()) or [column.gutter]
    edge = form.x(form.mark * 1.4)
    draw_ticks(
        paper,
        form,
        column,
        text=min(xs) - edge - form.x(5),
        shade=(min(xs) - edge, max(xs) + edge),
        left=column.axis,
    )
    _names(scene, form, at).draw(paper, column.top - form.title * 1.1, column.top)
    for name, x in column.lanes.items():
        shade = Role.FADED if scene.muted(name) else hue_role(scene.explainer.actor[name])
        half = form.x(0.8)
        paper.area(x - half, column.top, x + half, column.bottom, shade, opacity=0.55)
    draw_rows(paper, scene, form, column, vote_rows(scene, form, column), sign=sign)


def sign(entry: Entry, actor: str) -> Attendance | None:
    """Filled for a vote in favour, outlined for an abstention, else none: a cross."""
    vote = entry.events[0].votes.get(actor)
    if vote in (Vote.AGAINST, Vote.VETO):
        return None
    return Attendance.PRESENT if vote is Vote.FOR else Attendance.ABSENT
