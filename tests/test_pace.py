"""How long a page or a session takes is worked out, and said alike wherever its title stands."""

from __future__ import annotations

from typing import Any

import pytest
from folders import BRIEF
from offline import unpacked
from told import words as plain

from explainer.checks import loader
from explainer.content.explainer import Explainer
from explainer.content.pages import Plan
from explainer.reading import pace, wording
from explainer.takeaway import handout, handouts

EXPLAINER = loader.load(BRIEF)
LIMITS = EXPLAINER.limits
STEP = LIMITS.steps[0]
CLAIM = LIMITS.sections[0].claims[0]


def with_page(name: str, page: Any) -> Explainer:
    """The tests' own brief with another page, and nothing kept of what was worked out before."""
    return Explainer.model_construct(**dict(EXPLAINER) | {name: page})


def with_limits(**changes: Any) -> Explainer:
    """The tests' own brief with other words on one page; nothing but these counts."""
    bare = {"standfirst": None, "kicker": None, "steps": (step(""),), "sections": ()}
    page = LIMITS.model_copy(update=bare | changes)
    return with_page("limits", page)


def step(text: str) -> Any:
    return STEP.model_copy(update={"title": "", "text": text, "look": ""})


def words(many: int) -> str:
    return "word " * many


@pytest.mark.parametrize(
    ("changes", "minutes"),
    [
        pytest.param({}, 1, id="never less than a minute"),
        pytest.param({"standfirst": words(238)}, 2, id="words under the title"),
        pytest.param({"steps": (step(words(714)),)}, 4, id="words of a step"),
        pytest.param({"steps": (step(""),) * 6}, 4, id="six views of the figure"),
        pytest.param({"summary": words(2380)}, 1, id="words of the page's card elsewhere"),
        pytest.param(
            {
                "sections": (
                    LIMITS.sections[0].model_copy(
                        update={"claims": (CLAIM.model_copy(update={"text": words(476)}),)}
                    ),
                )
            },
            3,
            id="a claim's own words",
        ),
    ],
)
def test_the_minutes_of_a_page_are_those_of_its_words_and_of_the_views_of_its_figure(
    changes: dict[str, Any], minutes: int
) -> None:
    assert pace.minutes(with_limits(**changes), "limits") == minutes


def test_the_answers_of_the_overview_are_read_as_well() -> None:
    answers = tuple(
        one.model_copy(update={"text": words(2380)}) for one in EXPLAINER.overview.answers[:1]
    )
    longer = EXPLAINER.overview.model_copy(update={"answers": answers})
    found = with_page("overview", longer)
    assert pace.minutes(found, "overview") > pace.minutes(EXPLAINER, "overview") + 8


def a_plan(*blocks: int) -> Plan:
    one = EXPLAINER.seminar.plans[0].blocks[0]
    return EXPLAINER.seminar.plans[0].model_copy(
        update={"blocks": tuple(one.model_copy(update={"minutes": many}) for many in blocks)}
    )


@pytest.mark.parametrize(
    ("plans", "line"),
    [
        ((a_plan(20, 25),), "45 minutes · 4 steps"),
        ((a_plan(20, 70), a_plan(20, 30)), "50 or 90 minutes · 4 steps"),
        ((a_plan(20, 30), a_plan(10, 40)), "50 minutes · 4 steps"),
        ((a_plan(1, 1), a_plan(1, 2), a_plan(1, 3)), "2, 3 or 4 minutes · 4 steps"),
    ],
)
def test_above_the_title_of_the_seminar_stands_the_length_of_its_plans(
    plans: tuple[Plan, ...], line: str
) -> None:
    seminar = EXPLAINER.seminar.model_copy(update={"kicker": None, "plans": plans})
    found = with_page("seminar", seminar)
    assert wording.kicker(found, "seminar") == line


def test_one_step_and_one_minute_are_said_as_one() -> None:
    assert wording.kicker(with_limits(), "limits").endswith(" · 1 step, about 1 minute")


def test_a_line_of_the_authors_own_stays() -> None:
    assert wording.kicker(with_limits(kicker="Mine"), "limits") == "Mine"


def test_the_offline_copy_and_the_handouts_say_it_as_the_pages_do() -> None:
    found = with_limits(standfirst=words(238), steps=LIMITS.steps, sections=LIMITS.sections)
    said = wording.kicker(found, "limits")
    assert said == "Part 1 of 4 · 4 steps, about 4 minutes"
    assert said in plain(unpacked(handout.page(found)))
    (sheet,) = [text for name, text in handouts.handouts(found).items() if "limits" in name]
    assert said in plain(sheet)
