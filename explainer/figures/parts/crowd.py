"""What a column does with more events than it has room for: whom it names, which marks it joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from explainer.content.events import Attendance
from explainer.figures.forms import Form
from explainer.figures.parts.scene import Entry, Scene
from explainer.language.catalogue import many

FEW = 60
"""Up to so many marks without a label, only those that coincide are joined."""
SAME, CLOSE = 0.15, 1.0
"""How near, in units of a mark, marks stand that are joined: few of them, and more."""


def thinned(
    ranks: Sequence[int], ys: Sequence[float], sizes: Sequence[float], most: float
) -> list[int]:
    """Which of some things are kept so that their sizes add up to ``most`` at most, in order.

    The lowest ranks go first, each whole; of the first rank that has not room as a whole, those
    that stand farthest from what is kept already, so that the rest is even in time.
    """
    if sum(sizes) <= most:
        return list(range(len(ranks)))
    kept: list[int] = []
    room = most
    for rank in sorted(set(ranks)):
        group = [at for at, one in enumerate(ranks) if one == rank]
        needed = sum(sizes[at] for at in group)
        if needed > room:
            kept += _spread_out(group, [ys[at] for at in kept], ys, sizes, room)
            break
        kept += group
        room -= needed
    return sorted(kept)


def _spread_out(
    group: Sequence[int],
    beside: Sequence[float],
    ys: Sequence[float],
    sizes: Sequence[float],
    room: float,
) -> list[int]:
    """Those of a group that fit, each as far as can be from all that were there before it."""
    away = {at: min((abs(ys[at] - y) for y in beside), default=float("inf")) for at in group}
    found = []
    while away:
        at = max(away, key=away.__getitem__)
        room -= sizes[at]
        if room < 0:
            break
        del away[at]
        found.append(at)
        for other, distance in away.items():
            away[other] = min(distance, abs(ys[other] - ys[at]))
    return found


def merged(
    scene: Scene, form: Form, y: Callable[[datetime], float], rest: Sequence[Entry]
) -> Iterable[Entry]:
    """Entries without a label, those that would be drawn upon each other as one.

    What is joined has the same lanes and the same sign; only in a grey crowd is a mark filled for
    any of its events that is.
    """
    crowd = len(rest) > FEW
    near = form.mark * (CLOSE if crowd else SAME)

    def look(entry: Entry) -> tuple[tuple[str, ...], bool, str]:
        lanes, grey = tuple(actor.id for actor in entry.lanes), scene.greyed(entry.ids)
        return lanes, grey, "" if grey and crowd else entry.sign.value

    for _, alike in groupby(sorted(rest, key=lambda one: (look(one), one.at)), look):
        run: list[Entry] = []
        for entry in alike:
            if run and y(entry.at) - y(run[0].at) > near:
                yield _one(run)
                run = []
            run.append(entry)
        yield _one(run)


def gathered(scene: Scene, every: Sequence[Entry], most: int) -> list[Entry]:
    """Entries in their order, joined where there are more than ``most``.

    What a step is about and what is chosen stays alone; of the rest, those with the same first lane
    and the same sign are joined one after the other, as few together as need be.
    """
    looks: dict[tuple[str, str], list[int]] = defaultdict(list)
    alone = []
    for at, entry in enumerate(every):
        if scene.selected in entry.ids or (scene.focus and not scene.greyed(entry.ids)):
            alone.append(at)
        else:
            looks[entry.lanes[0].id if entry.lanes else "", entry.sign.value].append(at)
    if len(every) <= most:
        return list(every)
    # Each look may end with a mark that is not full.
    room = max(1, most - len(alone) - len(looks))
    size = -(-(len(every) - len(alone)) // room)
    found = {at: every[at] for at in alone}
    for group in looks.values():
        for first in range(0, len(group), size):
            run = [every[at] for at in group[first : first + size]]
            found[group[first]] = _one(run)
    return [found[at] for at in sorted(found)]


def _one(run: Sequence[Entry]) -> Entry:
    if len(run) == 1:
        return run[0]
    first = run[0]
    events = tuple(event for entry in run for event in entry.events)
    label = many("label-and-more", len(run) - 1, label=first.label)
    sign = max((entry.sign for entry in run), key=list(Attendance)[::-1].index)
    return replace(first, events=events, label=label, drawn_as=sign)
