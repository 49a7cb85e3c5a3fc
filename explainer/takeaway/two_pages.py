"""What of a page fits on the two pages of its handout.

It is counted for a page of A4 and of US Letter at once: as wide as the one, as high as the other.
What does not fit is left out whole, and counted, so that the handout can say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from explainer import figures
from explainer.content import selection
from explainer.content.actors import Actor
from explainer.content.claims import Claim
from explainer.content.explainer import Explainer
from explainer.content.pages import Answer, Discussion
from explainer.content.steps import Page
from explainer.figures.canvas import FigureDict
from explainer.figures.forms import NARROW, STEP, STRIP
from explainer.figures.svg import svg
from explainer.language.catalogue import listed, many, say
from explainer.reading import wording
from explainer.reading.seen import Seen
from explainer.reading.view import WHOLE_FIGURE, View
from explainer.takeaway import heights
from explainer.takeaway.fitting import balanced, placed, read
from explainer.takeaway.heights import (
    GAP,
    HEAD,
    HEIGHT,
    LEAD,
    SANS,
    SMALL_TITLE,
    TITLES,
    WIDTH,
    Asked,
)

SHEET = replace(STEP, width=680, most=18)
"""The figure: at this width its smallest type has more than nine points on paper."""
PX = WIDTH / SHEET.width
"""The mm of its px."""
LEAST, MOST = 380, 560
"""The px of height that it is given at least and at most."""
ANSWERS = 0.4
"""The part of a page that answers have at most."""
Group = tuple[str, tuple[Claim, ...]]
"""Claims under a heading."""


@dataclass(frozen=True)
class Matter:
    """What could stand on a handout."""

    answers: tuple[Answer, ...] = ()
    groups: tuple[Group, ...] = ()
    questions: tuple[Asked, ...] = ()
    is_scored: bool = False
    """Whether each claim is to be scored."""

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims in their order."""
        return tuple(claim for _, claims in self.groups for claim in claims)


@dataclass(frozen=True)
class TwoPages:
    """What stands on a handout."""

    page: Page
    matter: Matter
    kicker: str
    title: str
    points: float
    """The size of the title's type."""
    dek: str
    finding: str
    note: str
    actors: tuple[Actor, ...]
    signs: tuple[str, ...]
    drawings: tuple[tuple[str, Markup], ...]
    """The figure for paper and that for a phone, by their names."""
    tall: float
    """The mm of height that the figure has at most."""
    answers: tuple[Answer, ...]
    begins: bool
    """Whether the answers stand on the front; else they begin the back."""
    is_cited: bool
    """Whether the citation stands on the front; else it ends the back."""
    front: tuple[Group, ...]
    back: tuple[Group, ...]
    """The claims of each page; a group that goes on has no heading a second time."""
    has_records: bool
    """Whether there is room for what the sources say, besides the verdict."""
    shown: tuple[Claim, ...]
    """All of them."""
    questions: tuple[Asked, ...]
    left_out: str
    """What did not fit, counted in words; empty if all did."""


@dataclass(frozen=True)
class Plan:
    """One way to share out claims and questions, by their places."""

    has_records: bool
    front: Sequence[int]
    back: Sequence[int]
    questions: int
    used: float
    """The mm of the front that its claims need."""

    @property
    def shown(self) -> int:
        """How many claims and questions it has."""
        return len(self.front) + len(self.back) + self.questions


def fitted(explainer: Explainer, name: str, matter: Matter) -> TwoPages:
    """The most that fits; of two that are as much, the one with records, and a front to look at."""
    page, said = explainer.page(name), explainer.figures[name]
    seen = Seen(explainer, name, page, View(step=WHOLE_FIGURE))
    events = [explainer.event[one] for one in seen.shown(name)]
    actors, signs = selection.legend(explainer, name, events)
    sizes = (one for one in TITLES if len(one.lines(page.title, WIDTH)) == 1)
    size = next(sizes, TITLES[-1] if len(TITLES[-1].lines(page.title, WIDTH)) <= 2 else SMALL_TITLE)
    title = size.cut(page.title, WIDTH, 3)
    kicker = SANS.cut(wording.kicker(explainer, name), WIDTH, 1)
    dek = LEAD.cut(read(page.standfirst or ""), WIDTH, 3)
    finding = HEAD.cut(said.finding, WIDTH, 2)
    note = SANS.cut(read(said.note), WIDTH, 3)
    key = " ".join((*(f"● {actor.name} " for actor in actors), *signs))
    used = (
        SANS.tall(kicker, WIDTH)
        + size.tall(title, WIDTH)
        + LEAD.tall(dek, WIDTH)
        + HEAD.tall(finding, WIDTH)
        + SANS.tall(key, WIDTH)
        + SANS.tall(note, WIDTH)
        + GAP * 3
    )
    foot = heights.foot(explainer)
    least = _sized(seen, name, LEAST)["layout"]["height"] * PX + GAP
    told = [heights.answer(explainer, one) for one in matter.answers]
    kept = placed(told, HEIGHT * ANSWERS, passing=True)
    answers = balanced([told[at] for at in kept]) + heights.heading() if kept else 0.0
    begins = used + answers + least <= HEIGHT
    used += answers if begins else 0
    is_cited = used + foot + least <= HEIGHT
    used += foot if is_cited else 0
    taken = (0 if begins else answers) + (0 if is_cited else foot)
    spare = max(HEIGHT - used - least, 0)
    rows = (len(matter.questions) + 1) // 2
    plans = [
        _plan(explainer, matter, spare if on_front else 0, taken, asked, records)
        for records in (True, False)
        for on_front in ((False, True) if begins else (False,))
        for asked in range(rows, min(rows, 1) - 1, -1)
    ]
    plan = max(plans, key=lambda one: one.shown)
    room = HEIGHT - used - plan.used
    drawn = _drawn(seen, name, room / PX)
    narrow = figures.declared(name, seen.scene(name), NARROW)
    return TwoPages(
        page=page,
        matter=matter,
        kicker=kicker,
        title=title,
        points=size.points,
        dek=dek,
        finding=finding,
        note=note,
        actors=actors,
        signs=signs,
        drawings=(
            ("sheet", svg(drawn, said.alt, width=SHEET.width)),
            ("narrow", svg(narrow, said.alt, width=NARROW.width)),
        ),
        tall=round(room, 1),
        answers=tuple(matter.answers[at] for at in kept),
        begins=begins,
        is_cited=is_cited,
        front=_groups(matter, plan.front, ()),
        back=_groups(matter, plan.back, plan.front),
        shown=tuple(matter.claims[at] for at in sorted((*plan.front, *plan.back))),
        has_records=plan.has_records,
        questions=matter.questions[: plan.questions],
        left_out=_left_out(explainer, name, matter, len(kept), plan),
    )


def _plan(
    explainer: Explainer,
    matter: Matter,
    spare: float,
    taken: float,
    kept: int,
    has_records: bool,
) -> Plan:
    """What fits, with ``spare`` mm of the front for claims, and other things on the back.

    Those take ``taken`` mm of it; for ``kept`` rows of questions there is room before any claim.
    """
    titles = {claims[0].id: title for title, claims in matter.groups}
    talls = [
        heights.claim(explainer, one, has_record=has_records, is_scored=matter.is_scored)
        + heights.group_title(titles.get(one.id, ""))
        for one in matter.claims
    ]
    head = heights.heading()
    begin = head + SANS.tall(wording.tally(matter.claims), WIDTH) if matter.claims else 0.0
    front = placed(talls, spare - begin)
    rest = [at for at in range(len(talls)) if at not in front]
    rows = heights.rows(matter.questions)
    room = HEIGHT - taken - 2 * SANS.line - GAP * 2
    above = 0.0 if front else begin
    below = sum(rows[:kept]) + head if kept else 0.0
    back = [
        rest[at] for at in placed([talls[at] for at in rest], room - above - below, passing=True)
    ]
    free = room - head - (balanced([talls[at] for at in back]) + above if back else 0)
    asked = sum(sum(rows[: at + 1]) <= free for at in range(len(rows)))
    return Plan(
        has_records,
        front,
        back,
        questions=min(2 * asked, len(matter.questions)),
        used=balanced([talls[at] for at in front]) + begin if front else 0.0,
    )


def _groups(matter: Matter, places: Sequence[int], before: Sequence[int]) -> tuple[Group, ...]:
    shown, begun = set(places), set(before)
    groups, at = [], 0
    for title, claims in matter.groups:
        here = range(at, at + len(claims))
        at += len(claims)
        if shown.intersection(here):
            name = "" if begun.intersection(here) else title
            groups.append((name, tuple(matter.claims[one] for one in here if one in shown)))
    return tuple(groups)


def _left_out(explainer: Explainer, name: str, matter: Matter, answers: int, plan: Plan) -> str:
    """How much more there is, and on which pages."""
    shown = {*plan.front, *plan.back}
    more = [one for at, one in enumerate(matter.claims) if at not in shown]
    home = {explainer.page_of_claim[one.id] for one in more}
    asks = "seminar" if isinstance(next(iter(matter.questions), None), Discussion) else name
    missing = {
        "more-sentences": (len(matter.answers) - answers, {"overview"}),
        "more-claims": (len(more), home),
        "more-questions": (len(matter.questions) - plan.questions, {asks}),
    }
    said = []
    for key, (number, pages) in missing.items():
        if number:
            menus = listed(
                [explainer.page(one).menu for one in explainer.about.pages if one in pages]
            )
            said.append(say("more-on-pages", what=many(key, number), pages=menus))
    return say("left-out", what=listed(said)) if said else ""


# ------------------------------------------------------------------ the figure


def _drawn(seen: Seen, name: str, room: float) -> FigureDict:
    """The figure as tall as so many px allow."""
    talls = range(int(min(room, MOST)), LEAST, -20)
    found = (_sized(seen, name, tall) for tall in talls)
    fitting = (drawn for drawn in found if drawn["layout"]["height"] <= room)
    return next(fitting, None) or _sized(seen, name, LEAST)


def _sized(seen: Seen, name: str, tall: int) -> FigureDict:
    """The figure in about so many px of height; in few it does not name all its events."""
    form = replace(SHEET, screen=tall - STRIP, fixed=tall - 2 * STRIP)
    return figures.declared(name, seen.scene(name), form)
