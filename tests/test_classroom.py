"""What a class uses: the self-check, the seminar page, and the files to take away."""

from __future__ import annotations

from itertools import chain
from xml.etree import ElementTree

import pytest
from browser import Wire, address_of, open_page, visit, wait_until_drawn
from folders import BRIEF
from markup import plain
from playwright.sync_api import BrowserContext, Locator, Page, expect
from served import page_at, sent

from explainer.checks import loader
from explainer.content.claims import Kind
from explainer.content.explainer import CLAIM_PAGES
from explainer.content.questions import Question
from explainer.language import direction
from explainer.reading.words import Words
from explainer.takeaway import export
from explainer.ui.ways import AppWays

EXPLAINER = loader.load(BRIEF)
QUESTIONS = {name: getattr(EXPLAINER, name).questions for name in CLAIM_PAGES}


def html_of(name: str) -> str:
    """All the HTML of a page, as the server puts it."""
    at = page_at(name)
    assert not at.exception
    return sent(at)


def asked(page: Page, question: Question) -> Locator:
    """A question as it stands on its page."""
    return page.locator(f"#question-{question.id}")


def choose(question: Locator, option: int) -> None:
    """Choose an answer and check it."""
    question.locator("label").nth(option).click()
    question.get_by_role("button", name="Check my answer").click()


def right_and_wrong(question: Question) -> tuple[int, int]:
    """The numbers of the right option and of a wrong one."""
    right = next(at for at, option in enumerate(question.options) if option.right)
    return right, 1 if right == 0 else 0


# ------------------------------------------------------------------ the self-check


@pytest.mark.browser
def test_an_answer_is_explained_here_and_nobody_is_told(
    server: str, context: BrowserContext
) -> None:
    """Checked without a choice it hints; the feedback is said aloud; the first try counts."""
    first, second = QUESTIONS["limits"]
    right, wrong = right_and_wrong(first)
    page = context.new_page()
    wire = Wire(page)
    visit(page, address_of(server, "limits"))
    question = asked(page, first)
    aloud, summary = question.locator("[role=status]"), page.locator("[data-summary]")
    feedback = [option.feedback for option in first.options]
    sent = wire.sent
    expect(question.locator("[role=status] :visible")).to_have_count(0)
    expect(summary).to_be_hidden()

    question.get_by_role("button", name="Check my answer").click()
    expect(aloud.get_by_text("Choose an answer first.")).to_be_visible()
    expect(summary).to_be_hidden()

    choose(question, wrong)
    expect(aloud.get_by_text("Choose an answer first.")).to_be_hidden()
    told = aloud.locator(".given:visible")
    expect(told).to_have_count(1)
    expect(told).to_contain_text(feedback[wrong])
    expect(told).to_contain_text(feedback[right])
    expect(question.get_by_role("link", name="Sluice 2.1")).to_be_visible()
    expect(question.locator("button[data-event=vote-2024]")).to_be_visible()
    expect(summary).to_contain_text("Answered: 1 of 2. Right at the first try: 0.")

    question.get_by_role("button", name="Try again").click()
    expect(question.locator("input:checked")).to_have_count(0)
    expect(told).to_have_count(0)
    choose(question, right)
    expect(told).to_contain_text(feedback[right])
    told.locator("summary").click()
    expect(told.get_by_text(feedback[wrong])).to_be_visible()
    expect(summary).to_contain_text("Answered: 1 of 2. Right at the first try: 0.")

    choose(asked(page, second), right_and_wrong(second)[0])
    expect(summary).to_contain_text("Answered: 2 of 2. Right at the first try: 1.")
    page.wait_for_timeout(300)
    assert wire.sent == sent


@pytest.mark.browser
def test_answers_and_scores_stay_on_the_way_through_the_pages_until_a_reload(
    server: str, context: BrowserContext
) -> None:
    """Predictions, too; a rerun of the page leaves them as they are."""
    question = QUESTIONS["limits"][0]
    prediction = QUESTIONS["timeline"][0]
    page, _ = open_page(context, address_of(server, "limits"))
    to = page.locator(".st-key-menu")
    choose(asked(page, question), right_and_wrong(question)[0])
    page.keyboard.press("ArrowRight")
    expect(page.locator(".st-key-steps")).to_contain_text(EXPLAINER.limits.steps[1].title)
    expect(asked(page, question).locator(".given:visible")).to_have_count(1)

    to.get_by_role("link", name=EXPLAINER.timeline.menu).click()
    expect(page.locator("h1")).to_have_text(EXPLAINER.timeline.title)
    wait_until_drawn(page)
    before_figure = asked(page, prediction)
    assert before_figure.evaluate(
        "part => !!(part.compareDocumentPosition(document.querySelector('.st-key-figure'))"
        " & Node.DOCUMENT_POSITION_FOLLOWING)"
    )
    choose(before_figure, right_and_wrong(prediction)[1])

    to.get_by_role("link", name=EXPLAINER.seminar.menu).click()
    score = page.get_by_role("group", name="How does it stand?")
    score.get_by_label("Too early").check()

    to.get_by_role("link", name=EXPLAINER.limits.menu).click()
    expect(asked(page, question).locator(".given:visible")).to_contain_text("Indeed it did.")
    expect(asked(page, question).locator("input:checked")).to_have_count(1)
    expect(page.locator("[data-summary]")).to_contain_text("Answered: 1 of 2")
    to.get_by_role("link", name=EXPLAINER.timeline.menu).click()
    expect(asked(page, prediction).locator(".given:visible")).to_contain_text("There were four.")
    page.get_by_role("button", name="See it in the figure").click()
    expect(page.locator(".words h2")).to_have_text(EXPLAINER.timeline.steps[0].title)
    to.get_by_role("link", name=EXPLAINER.seminar.menu).click()
    expect(score.get_by_label("Too early")).to_be_checked()

    page.reload()
    wait_until_drawn(page)
    expect(score.locator("input")).to_have_count(3)
    expect(score.locator("input:checked")).to_have_count(0)
    to.get_by_role("link", name=EXPLAINER.limits.menu).click()
    expect(asked(page, question).locator("input")).to_have_count(2)
    expect(asked(page, question).locator("input:checked")).to_have_count(0)
    expect(page.locator("[data-summary]")).to_be_hidden()


@pytest.mark.parametrize("name", CLAIM_PAGES)
def test_each_question_of_a_page_is_put_once_with_all_its_options(name: str) -> None:
    html = html_of(name)
    for question in QUESTIONS[name]:
        assert html.count(f'data-question="{question.id}"') == 1
        for option in question.options:
            assert html.count(direction.isolated(option.text)) >= 1
            assert direction.isolated(option.feedback) in html


# ------------------------------------------------------------------ the seminar page


@pytest.mark.browser
def test_what_happened_next_is_shown_only_to_whoever_asks(
    server: str, context: BrowserContext
) -> None:
    """Fold by fold, or all of it with the scope that is called so."""
    forecast = next(claim for claim in EXPLAINER.claims if claim.kind is Kind.FORECAST)
    later = EXPLAINER.event[forecast.afterwards[0]]
    page, _ = open_page(context, address_of(server, "seminar"))
    score = page.locator(f"#score-{forecast.id}")
    line = score.get_by_role("button", name=later.title)
    expect(score).to_contain_text(forecast.text)
    expect(line).to_be_hidden()
    score.get_by_text(EXPLAINER.about.scopes.afterwards).click()
    expect(line).to_be_visible()
    visit(page, address_of(server, "seminar", "scope=afterwards"))
    expect(line).to_be_visible()


def test_plans_questions_rival_readings_and_forecasts_stand_on_the_seminar_page() -> None:
    seminar, said = EXPLAINER.seminar, html_of("seminar")
    words = Words(EXPLAINER, AppWays(EXPLAINER, "seminar"))
    parts = chain(
        (words("seminar.plan", plan) for plan in seminar.plans),
        (words("seminar.notes", discussion) for discussion in seminar.discussion),
        (words("reading.debate", debate) for debate in seminar.debates),
        (
            words("claim.score", claim, False)
            for claim in EXPLAINER.claims
            if claim.kind is Kind.FORECAST
        ),
    )
    for part in parts:
        assert part.strip() in said
    shown = {name for debate in seminar.debates for name in debate.readings}
    assert 0 < len(shown) < len(EXPLAINER.readings)
    for reading in EXPLAINER.readings:
        assert (words("reading.reading", reading).strip() in said) == (reading.source in shown)


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
    said = html_of("sources")
    for style in ("APA", "Chicago", "MLA"):
        assert said.count(f"{style}: ") == 2


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "file", "says"),
    [
        ("step=2", "reasons-step-2", EXPLAINER.reasons.steps[1].title),
        ("step=0&scope=brief", "reasons", EXPLAINER.figures["reasons"].finding),
    ],
    ids=["a step", "the whole figure"],
)
def test_what_a_figure_shows_is_saved_from_under_it(
    query: str, file: str, says: str, server: str, context: BrowserContext
) -> None:
    """As lines and as a picture, with title, source line and terms; on a phone in the same form."""
    page, _ = open_page(context, f"{server}/reasons?{query}")
    figure = page.locator(".st-key-figure")
    saved = {}
    for kind in ("SVG", "PNG"):
        with page.expect_download() as found:
            figure.get_by_role("button", name=f"Save as {kind}").click()
        assert found.value.suggested_filename == f"{file}.{kind.lower()}"
        saved[kind] = found.value.path().read_bytes()
    root = ElementTree.fromstring(saved["SVG"])
    said = plain("".join(root.itertext())).replace(" ", "")
    for words in (says, EXPLAINER.about.reuse, EXPLAINER.about.brief.author_sorted):
        assert plain(words).replace(" ", "") in said
    assert saved["PNG"].startswith(b"\x89PNG")
