"""What a class uses: the self-check, the seminar page, and the files to take away."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from streamlit.testing.v1 import AppTest
from test_pages import EXPLAINER, page_at, words

from explainer.content.claims import Kind
from explainer.content.explainer import CLAIM_PAGES
from explainer.content.questions import Question
from explainer.takeaway import export

FORECASTS = [claim for claim in EXPLAINER.claims if claim.kind is Kind.FORECAST]
QUESTIONS = [
    (page, question) for page in CLAIM_PAGES for question in getattr(EXPLAINER, page).questions
]


def answer(at: AppTest, question: Question, option: int) -> AppTest:
    """Choose an option of a question and check it."""
    at.radio(key=f"answer-{question.id}").set_value(
        at.radio(key=f"answer-{question.id}").options[option]
    ).run()
    return at.button(key=f"check-{question.id}").click().run()


@pytest.mark.parametrize("page", CLAIM_PAGES)
def test_each_page_asks_three_or_four_questions_and_none_is_answered_beforehand(page: str) -> None:
    asked = getattr(EXPLAINER, page).questions
    at = page_at(page)
    assert 3 <= len(asked) <= 5
    for question in asked:
        assert at.radio(key=f"answer-{question.id}").value is None
        assert at.button(key=f"check-{question.id}").disabled
        assert not any(option.feedback in words(at) for option in question.options)


def test_an_answer_is_explained_can_be_tried_again_and_is_summed_up() -> None:
    page, question = next(found for found in QUESTIONS if not found[1].before_figure)
    right = next(n for n, option in enumerate(question.options) if option.right)
    wrong = next(n for n, option in enumerate(question.options) if not option.right)
    at = answer(page_at(page), question, wrong)
    said = words(at)
    assert question.options[wrong].feedback in said
    assert "Right at the first try: 0" in said
    at.button(key=f"again-{question.id}").click().run()
    assert at.radio(key=f"answer-{question.id}").value is None
    assert question.options[wrong].feedback not in words(at)
    at = answer(at, question, right)
    said = words(at)
    assert all(option.feedback in said for option in question.options)
    assert "Answered: 1 of" in said
    assert "Right at the first try: 0" in said
    assert not at.exception


def test_what_happened_next_is_shown_only_to_whoever_asks() -> None:
    at = page_at("seminar")
    scored = next(claim for claim in FORECASTS if claim.afterwards)
    event = EXPLAINER.event[scored.afterwards[0]]
    assert event.description not in words(at)
    at.toggle(key=f"next-{scored.id}").set_value(True).run()
    assert event.description in words(at)


def test_every_forecast_can_be_scored() -> None:
    at = page_at("seminar")
    said = words(at)
    for claim in FORECASTS:
        assert claim.text in said
        at.get_by_key(f"score-{claim.id}")


def test_plans_questions_and_rival_readings_stand_on_the_seminar_page() -> None:
    seminar, at = EXPLAINER.seminar, page_at("seminar")
    said = words(at)
    for plan, debate in zip_longest(seminar.plans, seminar.debates, fillvalue=seminar.debates[0]):
        at.session_state["plans"], at.session_state["debates"] = plan.title, debate.title
        said += words(at.run())
    assert not at.exception
    assert {plan.minutes for plan in seminar.plans} == {50, 90}
    for plan in seminar.plans:
        assert all(block.title in said for block in plan.blocks)
    for discussion in seminar.discussion:
        assert discussion.question in said
        assert all(note in said for note in discussion.notes)
    shown = {name for debate in seminar.debates for name in debate.readings}
    for reading in EXPLAINER.readings:
        assert (reading.summary in said) == (reading.source in shown)


@pytest.mark.parametrize(
    ("page", "files"),
    [
        ("seminar", (export.HANDOUT, export.EVENTS)),
        ("sources", (export.BIBTEX, export.RIS, export.CSL, export.EVENTS)),
    ],
)
def test_files_can_be_taken_away(page: str, files: tuple[export.Download, ...]) -> None:
    at = page_at(page)
    keys = {button.key for button in at.get("download_button")}
    assert keys >= {f"download-{file.name}" for file in files}


def test_the_brief_and_the_explainer_are_cited_in_three_styles() -> None:
    said = words(page_at("sources"))
    for style in ("APA", "Chicago", "MLA"):
        assert said.count(f"{style}: ") == 2
