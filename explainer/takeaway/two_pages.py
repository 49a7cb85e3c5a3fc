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
from explainer.content.questions import Question
from explainer.content.steps import Page
from explainer.figures.canvas import NARROW, STEP, STRIP, WIDE, FigureDict
from explainer.figures.svg import svg
from explainer.language.catalogue import listed, many, say
from explainer.reading import wording
from explainer.reading.seen import Seen
from explainer.reading.view import WHOLE_FIGURE, View
from explainer.reading.words import SCORES
from explainer.takeaway import citation
from explainer.takeaway.fitting import Type, balanced, placed, read

WIDTH, HEIGHT = 184.0, 257.0
"""The mm of a page between its margins, on the sheet where they are less."""
COLUMN = 88.0
"""The mm of one of two columns."""
TEXT = 83.0
"""The mm of a text in it, beside its line or its number."""
SHEET = replace(WIDE, width=680, title=15)
"""The whole figure: at this width its smallest type has more than nine points on paper."""
PX = WIDTH / SHEET.width
"""The mm of its px."""
SHORT = replace(STEP, width=SHEET.width, most=18)
"""The same figure in less height, which does not name all events."""
LEAST, MOST = 380, 560
"""The px of height that its short form has, at least and at most."""
ANSWERS = 0.4
"""The part of a page that answers have at most."""
LINE, LINES = 8.0, 2
"""The mm between lines to write on, and how many a question has at least."""
GAP = 3.0
"""The mm between two things."""

TITLES = (Type(20, 1.15, 0.54), Type(17, 1.15, 0.54), Type(15, 1.15, 0.54))
SMALL_TITLE = Type(11, 1.15, 0.54)
HEAD = Type(12, 1.2, 0.54)
LEAD = Type(10.5, 1.35, 0.49)
SERIF = Type(9.5, 1.3, 0.49)
SANS = Type(9, 1.3, 0.47)
BOLD = Type(9, 1.3, 0.5)

Group = tuple[str, tuple[Claim, ...]]
"""Claims under a heading."""
Asked = Question | Discussion


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
    dek = LEAD.cut(read(page.standfirst or ""), WIDTH, 3)
    finding = HEAD.cut(said.finding, WIDTH, 2)
    note = SANS.cut(read(said.note), WIDTH, 3)
    key = " ".join((*(f"● {actor.name} " for actor in actors), *signs))
    used = (
        SANS.tall(page.kicker, WIDTH)
        + size.tall(title, WIDTH)
        + LEAD.tall(dek, WIDTH)
        + HEAD.tall(finding, WIDTH)
        + SANS.tall(key, WIDTH)
        + SANS.tall(note, WIDTH)
        + GAP * 3
    )
    foot = _foot(explainer)
    least = _short(seen, name, LEAST)["layout"]["height"] * PX + GAP
    told = [_answer(explainer, one) for one in matter.answers]
    kept = placed(told, HEIGHT * ANSWERS, passing=True)
    answers = balanced([told[at] for at in kept]) + _heading() if kept else 0.0
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
    """What fits with ``spare`` mm of the front for claims, and ``taken`` mm of the back for other things.

    ``kept`` is for how many rows of questions room is kept, whatever claims there are.
    """
    heading = _heading() + (SANS.tall(wording.tally(matter.claims), WIDTH) if matter.claims else 0)
    titles = {claims[0].id: title for title, claims in matter.groups}
    claims = [
        _claim(explainer, one, has_records, matter.is_scored) + _title(titles.get(one.id, ""))
        for one in matter.claims
    ]
    front = placed(claims, spare - heading)
    used = balanced([claims[at] for at in front]) + heading if front else 0.0
    rest = [at for at in range(len(claims)) if at not in front]
    rows = _rows([_question(one) for one in matter.questions])
    room = HEIGHT - taken - 2 * SANS.line - GAP * 2
    above = 0.0 if front else heading
    below = sum(rows[:kept]) + _heading() if kept else 0.0
    found = placed([claims[at] for at in rest], room - above - below, passing=True)
    back = [rest[at] for at in found]
    free = room - (balanced([claims[at] for at in back]) + above if back else 0) - _heading()
    questions = min(2 * _fitting(rows, free), len(matter.questions))
    return Plan(has_records, front, back, questions, used)


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
            menus = listed([explainer.page(one).menu for one in explainer.about.pages if one in pages])
            said.append(say("more-on-pages", what=many(key, number), pages=menus))
    return say("left-out", what=listed(said)) if said else ""


# ------------------------------------------------------------------ how tall it is, in mm


def _heading() -> float:
    return HEAD.line + 1 + GAP


def _title(words: str) -> float:
    return BOLD.tall(words, COLUMN) + GAP / 2 if words else 0.0


def _answer(explainer: Explainer, one: Answer) -> float:
    kind = getattr(explainer.about.kinds, one.kind).name
    head = f"{kind}   {wording.locators(explainer, one.brief)}"
    return BOLD.tall(head, TEXT) + SERIF.tall(read(one.text), TEXT) + GAP


def _claim(explainer: Explainer, one: Claim, has_record: bool, is_scored: bool) -> float:
    kind, places = getattr(explainer.about.kinds, one.kind).name, wording.locators(explainer, one.brief)
    head = " · ".join((f"{kind}   {places}", *wording.own_words(one)))
    tall = BOLD.tall(head, TEXT) + SERIF.tall(read(one.text), TEXT)
    tall += BOLD.tall(" ".join(wording.verdict(one)), TEXT)
    if has_record and one.record:
        tall += SANS.tall(read(one.record.text), TEXT)
    if is_scored:
        tall += SANS.tall(" ".join(f"☐ {say(name)}" for name in SCORES), TEXT)
    return tall + GAP


def _question(one: Asked) -> float:
    stem, options = (one.question, ()) if isinstance(one, Discussion) else (one.stem, one.options)
    listed_ = sum(SANS.tall(read(option.text), TEXT - 5) for option in options)
    return SERIF.tall(read(stem), TEXT) + listed_ + LINES * LINE + GAP


def _rows(heights: Sequence[float]) -> list[float]:
    """The heights of rows of two."""
    return [max(heights[at : at + 2]) for at in range(0, len(heights), 2)]


def _fitting(rows: Sequence[float], room: float) -> int:
    """How many of the rows fit, one after the other."""
    return sum(sum(rows[: at + 1]) <= room for at in range(len(rows)))


def _foot(explainer: Explainer) -> float:
    brief = citation.brief(explainer.about)
    cited = f"{brief.author} ({brief.date.words()}). {brief.title}. {brief.publisher}. {brief.url}"
    disclaimer = read(explainer.about.brief.disclaimer)
    where = say("sources-of-claims", menu=explainer.sources_page.menu)
    said = sum(SANS.tall(one, WIDTH) for one in (cited, disclaimer, where))
    return said + GAP * 2


# ------------------------------------------------------------------ the figure


def _drawn(seen: Seen, name: str, room: float) -> FigureDict:
    """The figure whole, or as much of it as fits into so many px of height."""
    drawn = figures.declared(name, seen.scene(name), SHEET)
    for tall in range(int(min(room, MOST)), LEAST - 1, -20):
        if drawn["layout"]["height"] <= room:
            break
        drawn = _short(seen, name, tall)
    return drawn


def _short(seen: Seen, name: str, tall: int) -> FigureDict:
    """The figure with fewer names, in about so many px of height."""
    form = replace(SHORT, screen=tall - STRIP, fixed=tall - 2 * STRIP)
    return figures.declared(name, seen.scene(name), form)
