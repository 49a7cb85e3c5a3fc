"""Places labels along one axis so that none overlap and none is clipped.

Python cannot measure text, so a label is wrapped at a fixed number of characters and stacked by its
height. The stack is spread by isotonic regression (pool adjacent violators: Ayer et al., 1955,
Annals of Mathematical Statistics 26), which moves labels by the least total of squared distances
that keeps their order. Where that moves a label farther than a reader would look for it, its run of
labels becomes a key: a list in order, whose heights say nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise


class DoesNotFit(Exception):
    """The labels need more room than they were given."""

    def __init__(self, needed: float, given: float) -> None:
        super().__init__(f"the labels need {needed:.0f} px, the panel has {given:.0f} px")
        self.needed = needed


def spread(
    ideals: Sequence[float], heights: Sequence[float], top: float, bottom: float, gap: float = 0
) -> list[float]:
    """The centres in px of stacked labels, each as near its ideal as the others allow.

    ``ideals`` must be in order. Raises DoesNotFit if the stack is taller than ``bottom - top``.
    """
    if not ideals:
        return []
    needed = sum(heights) + gap * (len(heights) - 1)
    if needed > bottom - top + 1e-6:
        raise DoesNotFit(needed, bottom - top)
    offsets, used = [], 0.0
    for tall in heights:
        offsets.append(used + tall / 2)
        used += tall + gap
    free = isotonic([ideal - offset for ideal, offset in zip(ideals, offsets, strict=True)])
    return [
        min(max(value, top), bottom - needed) + offset
        for value, offset in zip(free, offsets, strict=True)
    ]


def isotonic(values: Sequence[float]) -> list[float]:
    """The non-decreasing sequence nearest to ``values`` in the sum of squares."""
    blocks: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean = (before * many + mean * count) / (many + count)
            count += many
        blocks.append((mean, count))
    return [mean for mean, count in blocks for _ in range(count)]


@dataclass(frozen=True)
class Place:
    """Where a label of a stack stands."""

    centre: float
    keyed: bool = False
    """Whether its height says nothing, so that a number has to tell its mark."""


def near_or_keyed(
    ideals: Sequence[float],
    heights: Sequence[float],
    keyable: Sequence[bool],
    limits: tuple[float, float],
    gap: float,
    near: float,
) -> list[Place]:
    """Each label within ``near`` px of its ideal, or keyed with the run of labels it stands in.

    ``ideals`` must be in order, and keyed labels keep theirs. What is not ``keyable`` stays near
    its ideal, so that keyed labels may change places with it; only where such labels leave each
    other no room do they stand farther off. Raises DoesNotFit as ``spread`` does.
    """
    order, keyed, found = list(range(len(ideals))), set[int](), list(ideals)
    # A round keys labels or has one step aside; two that cannot agree do not go on for ever.
    for _ in range(4 * len(ideals)):
        free = [ideals[at] for at in order]
        found = spread(free, [heights[at] for at in order], *limits, gap)
        bound = [near if at not in keyed else float("inf") for at in order]
        pulled = _pulled(free, [heights[at] for at in order], found, bound, limits, gap)
        if pulled:
            found = pulled
            break
        far = [
            slot
            for slot, at in enumerate(order)
            if at not in keyed and abs(found[slot] - ideals[at]) > near
        ]
        runs = {
            order[slot]
            for first in far
            for slot in _run(found, [heights[at] for at in order], gap, first)
        }
        more = {at for at in runs if keyable[at]} - keyed
        if more:
            keyed |= more
        elif not _stepped_aside(order, keyed, far, found, ideals):
            break
    at_slot = dict(zip(order, found, strict=True))
    return [Place(at_slot[at], at in keyed) for at in range(len(ideals))]


def _pulled(
    ideals: Sequence[float],
    heights: Sequence[float],
    found: Sequence[float],
    near: Sequence[float],
    limits: tuple[float, float],
    gap: float,
) -> list[float] | None:
    """A stack in which each label is as near as it must be, made from a spread one, if any is."""
    top, bottom = limits
    before = list(accumulate((tall + gap for tall in heights), initial=0.0))
    offsets = [used + tall / 2 for used, tall in zip(before, heights, strict=False)]
    last = bottom - (before[-1] - gap)
    # Without the room of the labels before, only the order counts: so do the limits of each.
    least = [
        max(top, ideal - most - offset)
        for ideal, most, offset in zip(ideals, near, offsets, strict=True)
    ]
    most = [
        min(last, ideal + reach - offset)
        for ideal, reach, offset in zip(ideals, near, offsets, strict=True)
    ]
    least = list(accumulate(least, max))
    most = list(accumulate(reversed(most), min))[::-1]
    if any(low > high + 1e-6 for low, high in zip(least, most, strict=True)):
        return None
    return [
        min(max(centre - offset, low), high) + offset
        for centre, offset, low, high in zip(found, offsets, least, most, strict=True)
    ]


def _run(found: Sequence[float], heights: Sequence[float], gap: float, at: int) -> range:
    """The labels that touch each other, one of which is that ``at``."""

    def touch(slot: int) -> bool:
        between = found[slot + 1] - found[slot]
        return between < (heights[slot] + heights[slot + 1]) / 2 + gap + 0.5

    first = last = at
    while first > 0 and touch(first - 1):
        first -= 1
    while last + 1 < len(found) and touch(last):
        last += 1
    return range(first, last + 1)


def _stepped_aside(
    order: list[int],
    keyed: Collection[int],
    far: Sequence[int],
    found: Sequence[float],
    ideals: Sequence[float],
) -> bool:
    """Whether a label that is too far off could change places with a keyed one beside it."""
    for slot in far:
        other = slot - 1 if found[slot] > ideals[order[slot]] else slot + 1
        if 0 <= other < len(order) and order[other] in keyed:
            order[slot], order[other] = order[other], order[slot]
            return True
    return False


@dataclass(frozen=True)
class Numbers:
    """The numbers of marks that are too near each other to be told apart, and where they stand."""

    first: int
    last: int
    marks: tuple[float, ...]
    """The px of the marks, in order."""
    y: float = 0.0

    @property
    def words(self) -> str:
        """One number or a range."""
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"


def numbered(
    marks: Sequence[float], first: int, size: float, limits: tuple[float, float]
) -> list[Numbers]:
    """The numbers beside marks at these px, in order, in type of ``size``.

    Marks share a range where each number beside its own would be farther off than it is high.
    """
    found = [Numbers(first + at, first + at, (y,)) for at, y in enumerate(marks)]
    close = size * 0.4
    while True:
        middles = [(group.marks[0] + group.marks[-1]) / 2 for group in found]
        apart = [after - before for before, after in pairwise(middles)]
        nearest = min(range(len(apart)), key=apart.__getitem__, default=-1)
        tall = size * 1.35
        room = limits[1] - limits[0] >= tall * len(found)
        # What nearly coincides comes together first, then as much as numbers need for their room.
        if room and (nearest < 0 or apart[nearest] > close):
            ys = spread(middles, [tall] * len(found), *limits)
            if all(abs(y - at) <= size * 0.9 for y, at in zip(ys, middles, strict=True)):
                return [
                    Numbers(group.first, group.last, group.marks, y)
                    for group, y in zip(found, ys, strict=True)
                ]
        if nearest < 0:
            return [
                Numbers(g.first, g.last, g.marks, y) for g, y in zip(found, middles, strict=True)
            ]
        one, other = found[nearest : nearest + 2]
        found[nearest : nearest + 2] = [Numbers(one.first, other.last, (*one.marks, *other.marks))]
