"""How tall each thing is that may stand on a handout of two pages, in mm, and its type.

The stylesheet ``two_pages.css`` sets them in these sizes.
"""

from __future__ import annotations

from collections.abc import Sequence

from explainer.content.claims import Claim
from explainer.content.explainer import Explainer
from explainer.content.pages import Answer, Discussion
from explainer.content.questions import Question
from explainer.language.catalogue import say
from explainer.reading import wording
from explainer.reading.words import SCORES
from explainer.takeaway import citation
from explainer.takeaway.fitting import Type, read

WIDTH, HEIGHT = 184.0, 257.0
"""The mm of a page between its margins, on the sheet where they are less."""
COLUMN = 88.0
"""The mm of one of two columns."""
TEXT = 83.0
"""The mm of a text in it, beside its line or its number."""
LINE, LINES = 8.0, 2
"""The mm between lines to write on, and how many a question has at least."""
GAP = 3.0
"""The mm between two things."""

TITLES = (Type(20, 1.15, 0.54), Type(17, 1.15, 0.54), Type(15, 1.15, 0.54))
SMALL_TITLE = Type(11, 1.15, 0.54)
"""The types of a title: the largest in which it takes one line, else the least of the first."""
HEAD = Type(12, 1.2, 0.54)
LEAD = Type(10.5, 1.35, 0.49)
SERIF = Type(9.5, 1.3, 0.49)
SANS = Type(9, 1.3, 0.47)
BOLD = Type(9, 1.3, 0.5)

Asked = Question | Discussion
"""With options to choose from, or for the room to discuss."""


def heading() -> float:
    """A heading, with what is above and below it."""
    return HEAD.line + 1 + GAP


def group_title(words: str) -> float:
    """The title of a group of claims; none of no words."""
    return BOLD.tall(words, COLUMN) + GAP / 2 if words else 0.0


def answer(explainer: Explainer, one: Answer) -> float:
    """A sentence of the answer."""
    kind = getattr(explainer.about.kinds, one.kind).name
    head = f"{kind}   {wording.locators(explainer, one.brief)}"
    return BOLD.tall(head, TEXT) + SERIF.tall(read(one.text), TEXT) + GAP


def claim(explainer: Explainer, one: Claim, *, has_record: bool, is_scored: bool) -> float:
    """A claim with its verdict; if asked, with what its record says and how it may be scored."""
    kind = getattr(explainer.about.kinds, one.kind).name
    said = f"{kind}   {wording.locators(explainer, one.brief)}"
    head = " · ".join((said, *wording.own_words(one)))
    tall = BOLD.tall(head, TEXT) + SERIF.tall(read(one.text), TEXT)
    tall += BOLD.tall(" ".join(wording.verdict(one)), TEXT)
    if has_record and one.record:
        tall += SANS.tall(read(one.record.text), TEXT)
    if is_scored:
        tall += SANS.tall(" ".join(f"☐ {say(name)}" for name in SCORES), TEXT)
    return tall + GAP


def question(one: Asked) -> float:
    """A question with its options and the least room to write."""
    stem, options = (one.question, ()) if isinstance(one, Discussion) else (one.stem, one.options)
    offered = sum(SANS.tall(read(option.text), TEXT - 5) for option in options)
    return SERIF.tall(read(stem), TEXT) + offered + LINES * LINE + GAP


def rows(questions: Sequence[Asked]) -> list[float]:
    """Rows of two questions."""
    talls = [question(one) for one in questions]
    return [max(talls[at : at + 2]) for at in range(0, len(talls), 2)]


def foot(explainer: Explainer) -> float:
    """The citation, the disclaimer, and where the sources are."""
    brief = citation.brief(explainer.about)
    cited = f"{brief.author} ({brief.date.words()}). {brief.title}. {brief.publisher}. {brief.url}"
    disclaimer = read(explainer.about.brief.disclaimer)
    where = say("sources-of-claims", menu=explainer.sources_page.menu)
    return sum(SANS.tall(one, WIDTH) for one in (cited, disclaimer, where)) + GAP * 2
