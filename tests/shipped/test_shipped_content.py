"""The shipped explainer keeps its promises: coverage, scope, sources, founded bands, feedback."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from folders import CONTENT
from pydantic import BaseModel

from explainer.checks import loader
from explainer.content.claims import Claim, Kind, Verdict
from explainer.content.events import Event, Scope
from explainer.content.questions import Option, Question
from explainer.content.relations import Band, Relationship
from explainer.content.selection import event_ids
from explainer.content.sources import Grade, Source
from explainer.content.steps import Step

EXPLAINER = loader.load(CONTENT)
AFTERWARDS = datetime(2025, 9, 6)
BANDS = [
    pytest.param(band, id=f"{relationship.actor} {band.start.words()}")
    for relationship in EXPLAINER.relations.relationships
    for band in relationship.bands
]
QUESTIONS = [
    pytest.param(question, id=question.id)
    for page in (
        EXPLAINER.timeline,
        EXPLAINER.reasons,
        EXPLAINER.implications,
        EXPLAINER.limits,
    )
    for question in page.questions
]
STEPS = [
    pytest.param(name, step, id=f"{name} {number}")
    for name in EXPLAINER.about.pages
    for number, step in enumerate(EXPLAINER.page(name).steps, 1)
]
JUDGED = [
    pytest.param(claim, id=claim.id)
    for claim in EXPLAINER.claims
    if claim.kind in (Kind.JUDGEMENT, Kind.FORECAST)
]
SAID = [
    *(pytest.param(claim.text, claim.kind, id=claim.id) for claim in EXPLAINER.claims),
    *(
        pytest.param(answer.text, answer.kind, id=f"answer {number}")
        for number, answer in enumerate(EXPLAINER.overview.answers, 1)
    ),
]
OPTIONS = [
    pytest.param(option, id=f"{question.id} {letter}")
    for page in ("timeline", "reasons", "implications", "limits")
    for question in getattr(EXPLAINER, page).questions
    for letter, option in zip("ABCDE", question.options, strict=False)
]
OUTSIDE_BRIEF = [
    pytest.param(event, id=event.id) for event in EXPLAINER.events if event.scope is not Scope.BRIEF
]
LATER_DATE = re.compile(
    r"\b(?:[6-9]|[12]\d|30) (?:Sep|September),? 2025\b"
    r"|\b(?:Oct|October|Nov|November|Dec|December),? 2025\b"
    r"|\b2026\b",
    re.IGNORECASE,
)


def texts(part: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a part of the content, with the keys that lead to it."""
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name), f"{path}.{name}" if path else name)
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from texts(item, f"{path}[{index}]")
    elif isinstance(part, dict):
        for key, item in part.items():
            yield from texts(item, f"{path}.{key}")


# ------------------------------------------------------------------ the brief is covered


def test_the_outline_has_the_brief_s_34_sentences() -> None:
    outline = {section.id: section.sentences for section in EXPLAINER.about.outline}
    assert outline == {"intro": (6,), "reasons": (7, 6), "implications": (9, 6)}
    assert len(EXPLAINER.about.locators) == 34


@pytest.mark.parametrize("locator", EXPLAINER.about.locators)
def test_a_claim_or_an_event_covers_every_sentence(locator: str) -> None:
    covering = [claim.id for claim in EXPLAINER.claims if locator in claim.brief]
    covering += [event.id for event in EXPLAINER.events if locator in event.brief]
    assert covering


@pytest.mark.parametrize("claim", EXPLAINER.claims, ids=lambda claim: claim.id)
def test_a_claim_s_id_names_the_first_sentence_it_restates(claim: Claim) -> None:
    assert claim.id.startswith(claim.brief[0].replace("/", "-").replace(".", "-"))


# ------------------------------------------------------------------ what came after


@pytest.mark.parametrize("event", EXPLAINER.events, ids=lambda event: event.id)
def test_an_event_is_marked_as_later_exactly_when_it_came_after_the_brief(event: Event) -> None:
    last = (event.end or event.start).last
    assert (event.start.at >= AFTERWARDS) is (event.scope is Scope.AFTER)
    assert event.scope is Scope.AFTER or last <= AFTERWARDS


def by_default() -> Iterator[tuple[str, object]]:
    """What a reader sees who has not asked for what happened next."""
    for claim in EXPLAINER.claims:
        yield f"claim {claim.id}", (claim.text, claim.record)
        yield f"claim {claim.id}, prompt", claim.what_would_change_it
    for name in EXPLAINER.about.pages:
        page = EXPLAINER.page(name)
        yield f"page {name}", (page.menu, page.title, page.kicker, page.standfirst, page.summary)
        for number, step in enumerate(page.steps, 1):
            yield f"step {number} of {name}", (step.title, step.text, step.look)
    for event in EXPLAINER.events:
        if event.scope is not Scope.AFTER:
            yield f"event {event.id}", (event.title, event.label, event.description, event.note)
    for point in EXPLAINER.contested:
        yield f"contested {point.id}", (point.question, point.detail)
    for term in EXPLAINER.glossary:
        yield f"term {term.id}", (term.term, term.definition)
    for discussion in EXPLAINER.seminar.discussion:
        yield f"discussion {discussion.id}", (discussion.question, discussion.notes)
    for relationship in EXPLAINER.relations.relationships:
        for band in relationship.bands:
            yield f"band of {relationship.actor}", band.reading
    for question in [*EXPLAINER.timeline.questions, *EXPLAINER.reasons.questions]:
        yield f"question {question.id}", (question.stem, question.options)
    for question in [*EXPLAINER.implications.questions, *EXPLAINER.limits.questions]:
        yield f"question {question.id}", (question.stem, question.options)
    yield "answers of the overview", EXPLAINER.overview.answers


@pytest.mark.parametrize(
    "text",
    [
        "6 September 2025",
        "on 11 September 2025",
        "30 Sep 2025",
        "October 2025",
        "Dec 2025",
        "in 2026",
    ],
)
def test_the_search_for_later_dates_finds_them(text: str) -> None:
    assert LATER_DATE.search(text)


@pytest.mark.parametrize("text", ["5 September 2025", "3 Sep 2025", "in 2025", "1 October 1959"])
def test_the_search_for_later_dates_finds_nothing_earlier(text: str) -> None:
    assert not LATER_DATE.search(text)


@pytest.mark.parametrize("part", list(by_default()), ids=lambda part: part[0])
def test_nothing_shown_by_default_names_a_later_date(part: tuple[str, object]) -> None:
    found = [(where, text) for where, text in texts(part[1]) if LATER_DATE.search(text)]
    assert not found


@pytest.mark.parametrize("claim", EXPLAINER.claims, ids=lambda claim: claim.id)
def test_a_claim_keeps_later_events_apart_from_its_evidence(claim: Claim) -> None:
    scopes = {EXPLAINER.event[name].scope for name in claim.evidence + claim.bears_on}
    later = {EXPLAINER.event[name].scope for name in claim.afterwards}
    assert Scope.AFTER not in scopes
    assert later <= {Scope.AFTER}


@pytest.mark.parametrize(("name", "step"), STEPS)
def test_no_step_rests_on_a_later_event(name: str, step: Step) -> None:
    assert not [id_ for id_ in step.events if EXPLAINER.event[id_].scope is Scope.AFTER]


# ------------------------------------------------------------------ sources


@pytest.mark.parametrize("event", OUTSIDE_BRIEF)
def test_an_event_the_brief_does_not_name_has_a_good_source(event: Event) -> None:
    grades = {EXPLAINER.source[name].grade for name in event.sources}
    assert grades & {Grade.A, Grade.B}


def test_sources_are_graded_a_b_or_c_and_nothing_else() -> None:
    assert {source.grade.value for source in EXPLAINER.sources} == {"A", "B", "C"}


@pytest.mark.parametrize("source", EXPLAINER.sources, ids=lambda source: source.id)
def test_a_source_of_grade_c_carries_no_link(source: Source) -> None:
    links = [link for link in (source.url, source.archive_url) if link]
    assert source.grade is not Grade.C or not links


@pytest.mark.parametrize("source", EXPLAINER.sources, ids=lambda source: source.id)
def test_no_link_leads_to_a_test_or_mirror_host(source: Source) -> None:
    for link in filter(None, (source.url, source.archive_url)):
        parts = urlsplit(link)
        assert parts.scheme in ("https", "http")
        assert parts.hostname
        for sign in ("dvincitest", "pangea-cms", "prod.", "sv7.", "dev-"):
            assert sign not in parts.hostname


def test_no_text_carries_a_link_of_its_own() -> None:
    links = [
        (where, text)
        for where, text in texts(EXPLAINER)
        if "://" in text and not where.endswith(("url", "archive_url"))
    ]
    assert not links


def test_every_reading_of_a_debate_is_described() -> None:
    described = {reading.source for reading in EXPLAINER.readings}
    asked = {name for debate in EXPLAINER.seminar.debates for name in debate.readings}
    assert asked <= described


# ------------------------------------------------------------------ bands, steps, claims, questions


@pytest.mark.parametrize("band", BANDS)
def test_every_band_is_founded_on_something(band: Band) -> None:
    assert band.events or band.sources or band.brief


@pytest.mark.parametrize(
    "relationship", EXPLAINER.relations.relationships, ids=lambda found: found.actor
)
def test_bands_join_without_a_hole_up_to_the_brief(relationship: Relationship) -> None:
    bands = relationship.bands
    for before, after in pairwise(bands):
        assert before.end.at == after.start.at
    assert bands[0].start.at == datetime(1949, 1, 1)
    assert bands[-1].end.last == AFTERWARDS


@pytest.mark.parametrize("band", BANDS)
def test_no_band_rests_on_what_happened_outside_it(band: Band) -> None:
    for name in band.events:
        event = EXPLAINER.event[name]
        assert event.start.at < band.end.last
        assert (event.end or event.start).last >= band.start.at


def test_both_ties_are_close_only_up_to_1962_as_the_limits_figure_says() -> None:
    russia, china = (found.bands for found in EXPLAINER.relations.relationships)
    both = [
        (max(one.start.at, other.start.at).year, min(one.end.at, other.end.at).year)
        for one in russia
        for other in china
        if one.state == other.state == "close"
        and max(one.start.at, other.start.at) < min(one.end.at, other.end.at)
    ]
    assert both == [(1949, 1962)]
    assert "both until about 1962" in EXPLAINER.limits.figure.finding


@pytest.mark.parametrize(("name", "step"), STEPS)
def test_a_step_is_about_events_that_its_figure_shows(name: str, step: Step) -> None:
    shown = set(event_ids(EXPLAINER, name))
    if name == "reasons":
        shown |= set(event_ids(EXPLAINER, "comparison"))
    assert set(step.events) <= shown


@pytest.mark.parametrize("name", EXPLAINER.about.pages)
def test_a_guided_path_has_four_to_seven_steps(name: str) -> None:
    assert 4 <= len(EXPLAINER.page(name).steps) <= 7


def test_every_verdict_is_given_and_rests_on_what_the_record_holds() -> None:
    given: dict[Verdict, list[Claim]] = {verdict: [] for verdict in Verdict}
    for claim in EXPLAINER.claims:
        given[claim.verdict].append(claim)
    assert all(given.values())
    assert not [claim.id for claim in given[Verdict.FOUND_NOTHING] if claim.evidence]
    assert all(EXPLAINER.points[claim.id] for claim in given[Verdict.DISPUTES])


def test_no_word_that_strengthens_is_called_a_hedge() -> None:
    strong = {"yet further proof", "crucially", "most notably", "noticeable", "particularly"}
    assert {claim.emphasis for claim in EXPLAINER.claims} == strong | {None}
    assert not [c.id for c in EXPLAINER.claims if c.hedge and any(w in c.hedge for w in strong)]


@pytest.mark.parametrize(
    ("point", "claims"),
    [
        pytest.param(
            "ties-with-xi",
            ["reasons-1-4b", "reasons-1-7b", "implications-1-5b"],
            id="ties repaired?",
        ),
        pytest.param("chinese-support", ["implications-2-4"], id="Chinese support"),
        pytest.param("door-to-seoul", ["implications-2-3a", "implications-2-3b"], id="Seoul"),
        pytest.param("sanctions-relief", ["implications-2-6b"], id="sanctions relief"),
        pytest.param("president-or-premier", ["reasons-2-4a"], id="the premier slip"),
    ],
)
def test_a_contested_point_is_shown_at_the_claims_that_hang_on_it(
    point: str, claims: list[str]
) -> None:
    found = [name for name, points in EXPLAINER.points.items() if point in {p.id for p in points}]
    assert sorted(found) == sorted(claims)


def test_nothing_rests_on_an_open_encyclopedia_alone() -> None:
    good = {source.id for source in EXPLAINER.sources if source.grade is not Grade.C}
    wikis = {source.id for source in EXPLAINER.sources if "Wikipedia" in source.publisher}
    assert wikis
    assert not wikis & good
    cited = [event.sources for event in EXPLAINER.events]
    cited += [term.sources for term in EXPLAINER.glossary]
    cited += [claim.record.sources for claim in EXPLAINER.claims if claim.record]
    cited += [one.sources for tie in EXPLAINER.relations.relationships for one in tie.treaties]
    assert all(good.intersection(some) for some in cited if wikis.intersection(some))


@pytest.mark.parametrize("claim", JUDGED)
def test_a_judgement_or_forecast_says_what_would_change_it(claim: Claim) -> None:
    assert claim.what_would_change_it


@pytest.mark.parametrize(("said", "kind"), SAID)
def test_a_judgement_quoted_alone_still_says_whose_it_is(said: str, kind: Kind) -> None:
    assert kind is Kind.REPORTED or re.search(r"\bauthor\b|\bthe brief\b", said)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_explains_every_answer_and_has_one_right(question: Question) -> None:
    assert all(option.feedback.strip() for option in question.options)
    assert [option.right for option in question.options].count(True) == 1
    assert len({option.text for option in question.options}) == len(question.options)
    assert len({option.feedback for option in question.options}) == len(question.options)


@pytest.mark.parametrize("option", OPTIONS)
def test_feedback_says_whether_an_option_is_right_and_more_than_that(option: Option) -> None:
    opening = "Yes, that one. " if option.right else "Not that one. "
    assert option.feedback.startswith(opening)
    assert len(re.findall(r"[.:;](?:\s|$)", option.feedback)) >= 3
    assert option.feedback.endswith(".")


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_is_a_phrase_without_a_full_stop(option: Option) -> None:
    assert option.text[-1].isalnum()


def test_every_page_with_claims_has_questions() -> None:
    asked = {page: len(getattr(EXPLAINER, page).questions) for page in EXPLAINER.about.pages[1:5]}
    assert min(asked.values()) >= 2


def test_plans_lead_to_steps_that_exist() -> None:
    for plan in EXPLAINER.seminar.plans:
        for block in plan.blocks:
            if block.page and block.step:
                assert block.step <= len(EXPLAINER.page(block.page).steps)


# ------------------------------------------------------------------ names


def test_xi_is_president_everywhere() -> None:
    wrong = re.compile(r"\bpremier,? xi\b|\bxi,? (?:the )?(?:chinese )?premier\b", re.IGNORECASE)
    assert not [(where, text) for where, text in texts(EXPLAINER) if wrong.search(text)]


def test_state_media_are_named_as_such() -> None:
    outlets = ("KCNA", "Xinhua", "TASS", "Sputnik", "Global Times")
    named = [source for source in EXPLAINER.sources if source.publisher.startswith(outlets)]
    assert named
    assert not [source.publisher for source in named if "state" not in source.publisher.lower()]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(r"'", id="a typographic apostrophe"),
        pytest.param(r"\b\d{4}[-–]\d{2}\b(?!-)", id="2018–2019"),
        pytest.param(r"(?<!Kim )\bJu-ae\b", id="Kim Ju-ae"),
        pytest.param(r"(?<!“)\bpremiers?\b", id="Premier"),
        pytest.param(r"\bPIIE\b|\bPRC\b|\bIFANS\b(?!, K)|\bAJP\b(?! \()", id="names in full"),
    ],
)
def test_there_is_one_way_to_write(other: str) -> None:
    found = [
        (where, text)
        for where, text in texts(EXPLAINER)
        if not where.endswith(("url", ".id")) and re.search(other, text)
    ]
    assert not found


def test_no_text_has_stray_spaces_or_straight_double_quotes() -> None:
    stray = re.compile(r"\s{2,}|^\s|\s$|\s[,.;:!?](?:\s|$)")
    found = [
        (where, text)
        for where, text in texts(EXPLAINER)
        if not where.startswith("sources[") and (stray.search(text) or '"' in text)
    ]
    assert not found


def test_the_shipped_content_needs_no_advice() -> None:
    assert loader.examine(CONTENT).advice == []
