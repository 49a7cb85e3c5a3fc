"""What readers see of content: sources linked only where they may be, locators, plain letters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.checks import loader
from explainer.content.claims import Claim, Verdict
from explainer.content.events import Event
from explainer.content.sources import Grade, Source
from explainer.figures.parts.column import date_words
from explainer.language.dates import Precision
from explainer.reading import wording

EXPLAINER = loader.load(loader.FOLDER)
LINK = re.compile(r"\]\(|://|www\.|@", re.IGNORECASE)


def source(**changes: object) -> Source:
    given_values: dict[str, object] = {
        "id": "paper",
        "publisher": "The Paper",
        "title": "A title",
        "date": "2025-09-03",
        "url": "https://example.org/a",
        "grade": "B",
    }
    return Source.model_validate(given_values | changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param(
            {}, "[The Paper](https://example.org/a), 3 Sep 2025 (B)", id="grade B with its link"
        ),
        pytest.param(
            {"grade": "A"}, "[The Paper](https://example.org/a), 3 Sep 2025 (A)", id="grade A"
        ),
        pytest.param(
            {"grade": "C", "url": None}, "The Paper, 3 Sep 2025 (C, no link)", id="grade C"
        ),
        pytest.param({"url": None}, "The Paper, 3 Sep 2025 (B, no link)", id="grade B, no link"),
        pytest.param(
            {"url": None, "date": None}, "The Paper, no date (B, no link)", id="without a date"
        ),
        pytest.param(
            {"url": None, "date": "1983-06", "date_is_approximate": True},
            "The Paper, about Jun 1983 (B, no link)",
            id="approximate date",
        ),
        pytest.param(
            {"url": None, "publisher": "Cash $5 ~ $6"},
            "Cash \\$5 \\~ \\$6, 3 Sep 2025 (B, no link)",
            id="signs that would be formulas",
        ),
        pytest.param(
            {"publisher": "A [B]", "url": "https://example.org/a_(b)"},
            "[A (B)](https://example.org/a_%28b%29), 3 Sep 2025 (B)",
            id="brackets in name and link",
        ),
    ],
)
def test_a_source_line_says_who_when_and_how_good(changes: dict[str, object], words: str) -> None:
    assert wording.source(source(**changes)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param(
            {"author": "A. Author"},
            "**B**\u2002 A. Author, The Paper. [A title](https://example.org/a). 3 Sep 2025.",
            id="grade B",
        ),
        pytest.param(
            {"grade": "C", "url": None, "title_is_ours": True},
            "**C**\u2002 The Paper. A title (our description). 3 Sep 2025. No link.",
            id="grade C",
        ),
    ],
)
def test_a_reference_gives_a_source_in_full(changes: dict[str, object], words: str) -> None:
    assert wording.reference(source(**changes)) == words


@pytest.mark.parametrize("found", EXPLAINER.sources, ids=lambda found: found.id)
def test_only_sources_of_grade_a_or_b_are_linked(found: Source) -> None:
    for words in (wording.source(found), wording.reference(found)):
        if found.url:
            assert found.grade in (Grade.A, Grade.B)
            assert words.count("](") == 1
        else:
            assert not LINK.search(words)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["intro/1.1"], "Intro 1.1", id="one"),
        pytest.param(["intro/1.1", "intro/1.4"], "Intro 1.1, 1.4", id="one section, said once"),
        pytest.param(["intro/1.1", "reasons/2.6"], "Intro 1.1, Reasons 2.6", id="two sections"),
        pytest.param(
            ["reasons/1.1", "reasons/1.5", "implications/1.1"],
            "Reasons 1.1, 1.5, Implications 1.1",
            id="two and one",
        ),
    ],
)
def test_locators_name_section_paragraph_and_sentence(found: list[str], words: str) -> None:
    assert wording.locators(EXPLAINER, found) == words


@pytest.mark.parametrize(
    ("event", "words"),
    [
        pytest.param("sino-soviet-split-balancing", "1960s", id="decade"),
        pytest.param("china-dprk-strain-2024", "2024", id="year"),
        pytest.param("kim-jong-il-china-1983", "June 1983", id="month"),
        pytest.param("kim-xi-beijing-march-2018", "25–28 March 2018", id="days"),
        pytest.param("victory-day-parade-2025", "3 September 2025, 09:00", id="minute"),
        pytest.param("kim-departs-beijing-2025", "4 September 2025, about 22:00", id="about"),
    ],
)
def test_an_event_is_dated_as_sharply_as_it_is_known(event: str, words: str) -> None:
    assert wording.date(EXPLAINER.event[event]) == words


@pytest.mark.parametrize("event", EXPLAINER.events, ids=lambda found: found.id)
def test_no_event_gets_a_day_or_an_hour_its_sources_do_not_give(event: Event) -> None:
    words = wording.date(event)
    if event.start.precision < Precision.DAY:
        assert not re.match(r"\d{1,2} ", words)
    if event.start.precision < Precision.MINUTE and not event.time:
        assert ":" not in words


@pytest.mark.parametrize(
    ("event", "words"),
    [
        pytest.param("victory-day-parade-2025", "named in the brief", id="brief"),
        pytest.param("beijing-parade-2015", "background, not in the brief", id="context"),
        pytest.param("nis-assessment-2025", "after the brief", id="after"),
        pytest.param(
            "kim-returns-pyongyang-2025",
            "background, not in the brief; expected, not seen confirmed",
            id="expected",
        ),
    ],
)
def test_an_event_says_whether_the_brief_names_it(event: str, words: str) -> None:
    assert wording.standing(EXPLAINER.event[event]) == words


@pytest.mark.parametrize(
    ("event", "words"),
    [
        pytest.param("victory-day-parade-2025", "", id="brief"),
        pytest.param("beijing-parade-2015", " :gray[· background]", id="context"),
        pytest.param("nis-assessment-2025", " :gray[· after the brief]", id="after"),
        pytest.param("kim-returns-pyongyang-2025", " :gray[· background; expected]", id="expected"),
    ],
)
def test_a_list_of_events_says_in_a_word_where_one_stands(event: str, words: str) -> None:
    found = EXPLAINER.event[event]
    assert wording.entry(EXPLAINER, found).partition(found.title)[2] == words


def event(start: str, end: str | None = None, precision: str = "minute") -> Event:
    given_values = {
        "id": "one",
        "title": "One",
        "label": "One",
        "start": start,
        "end": end,
        "precision": precision,
        "place": "A town",
        "description": "It happened.",
        "scope": "context",
        "sources": ["paper"],
    }
    return Event.model_validate(given_values)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-09-03 09:00", None, "3 September 2025, 09:00"),
        ("2025-09-03 09:00", "2025-09-03 11:30", "3 September 2025, 09:00–11:30"),
        (
            "2025-09-03 21:00",
            "2025-09-04 01:30",
            "3 September 2025, 21:00 – 4 September 2025, 01:30",
        ),
    ],
)
def test_an_event_that_ends_at_an_hour_says_so(start: str, end: str | None, words: str) -> None:
    found = event(start, end)
    assert wording.date(found) == words
    day = found.start.at.date() == (found.end or found.start).at.date()
    drawn = date_words(found, "hour").partition(", ")[2]
    assert drawn == words.partition(", ")[2] if day else drawn == "21:00"


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        pytest.param("2022-09-03", "2023-09-03", "one year later", id="365 days, a year"),
        pytest.param("2023-09-03", "2024-09-02", None, id="365 days, not a year"),
        pytest.param("2023-09-03", "2024-09-03", "one year later", id="366 days"),
        pytest.param("2018-06", "2019-06", "one year later", id="months"),
        pytest.param("2018-06-01", "2020-06", "about two years later", id="a day and a month"),
        pytest.param("2018", "2023-09-03", None, id="a year is too blunt"),
        pytest.param("2023-09-03", "2018-09-03", None, id="the wrong way round"),
    ],
)
def test_a_gap_of_a_year_or_more_is_said(first: str, second: str, words: str | None) -> None:
    def one(text: str) -> Event:
        return event(text, precision={4: "year", 7: "month", 10: "day"}[len(text)])

    assert wording.gap(one(first), one(second)) == words


def test_an_actor_is_never_told_by_colour_alone() -> None:
    marks = {wording.GLYPHS[found.shape] for found in EXPLAINER.actors}
    assert len(marks) == len(EXPLAINER.actors)
    for found in EXPLAINER.actors:
        words = wording.actor(found).replace("\u00a0", " ")
        assert words.endswith(f"[{wording.GLYPHS[found.shape]}] {found.name}")


def test_a_gap_is_said_only_between_dated_events_a_year_or_more_apart() -> None:
    event = EXPLAINER.event
    first, last = event["kim-xi-pyongyang-2019"], event["kim-xi-summit-2025"]
    assert wording.gap(first, last) == "six years and two months later"
    assert wording.gap(event["kim-xi-dalian-2018"], event["kim-xi-pyongyang-2019"]) == (
        "one year and one month later"
    )
    assert wording.gap(last, event["kim-departs-beijing-2025"]) is None
    assert wording.gap(event["sino-soviet-split-balancing"], first) is None


def test_a_table_has_one_line_for_each_event_and_no_stray_column() -> None:
    lines = wording.table(EXPLAINER, EXPLAINER.events).splitlines()
    assert len(lines) == len(EXPLAINER.events) + 2
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {6}


def test_every_verdict_has_a_sign_of_its_own_and_its_words() -> None:
    assert set(wording.VERDICTS) == set(Verdict)
    signs, words = zip(*wording.VERDICTS.values(), strict=True)
    assert len(set(signs)) == len(set(words)) == len(Verdict)
    for claim in EXPLAINER.claims:
        sign, said = wording.verdict(claim)
        told = wording.record(EXPLAINER, claim, later=False)
        assert told.startswith(f"**{sign}\u2002{said}**\n\n")


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        pytest.param(
            ["intro-1-1a"], "Of the claims below, the record confirms 1 (✓).", id="one verdict"
        ),
        pytest.param(
            ["reasons-2-6a", "intro-1-1a", "intro-1-5a"],
            "Of the claims below, the record confirms 2 (✓) and disputes 1 (≠).",
            id="two, in the order of the verdicts",
        ),
        pytest.param(
            ["intro-1-1a", "intro-1-2", "implications-1-7b", "reasons-1-1"],
            "Of the claims below, the record confirms 1 (✓), confirms 1 more exactly (⊕), "
            "finds nothing for or against 1 (∅) and cannot settle 1 (?).",
            id="four",
        ),
    ],
)
def test_a_page_counts_the_verdicts_on_its_claims(ids: list[str], words: str) -> None:
    said = wording.tally(EXPLAINER.claim[name] for name in ids)
    assert said.replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        pytest.param("intro-1-3", ["Events this rests on", "Also bears on it"], id="both"),
        pytest.param("implications-1-4b", ["Events this rests on", "Also bears on it"], id="votes"),
        pytest.param("implications-1-7b", ["Bears on it"], id="nothing that supports it"),
    ],
)
def test_what_supports_a_claim_stands_apart_from_what_bears_on_it(
    claim: str, names: list[str]
) -> None:
    found = EXPLAINER.claim[claim]
    groups = wording.groups(found)
    assert [name for name, events in groups.items() if events] == names
    assert list(groups.values()) == [found.evidence, found.bears_on]


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        pytest.param(
            "intro-1-3", ["author’s hedge: “at least publicly”"], id="a word that softens"
        ),
        pytest.param("reasons-2-2b", ["author’s emphasis: “crucially”"], id="one that strengthens"),
        pytest.param(
            "implications-2-3b",
            ["author’s hedge: “not … entirely”", "author’s emphasis: “particularly”"],
            id="one of each",
        ),
        pytest.param("intro-1-1a", [], id="neither"),
    ],
)
def test_the_author_s_own_words_are_called_by_what_they_do(claim: str, words: list[str]) -> None:
    assert wording.own_words(EXPLAINER.claim[claim]) == words
    head = wording.claim(EXPLAINER, EXPLAINER.claim[claim]).partition("\n")[0]
    assert all(word in head for word in words)
    assert head.count("author’s ") == len(words)


CONTESTED = [claim for claim in EXPLAINER.claims if EXPLAINER.points[claim.id]]


@pytest.mark.parametrize("claim", CONTESTED, ids=lambda claim: claim.id)
def test_a_claim_shows_each_point_it_hangs_on_and_what_came_later_only_if_asked(
    claim: Claim,
) -> None:
    told = {later: wording.record(EXPLAINER, claim, later=later) for later in (False, True)}
    for point in EXPLAINER.points[claim.id]:
        since = [
            wording.source(EXPLAINER.source[name]) for name in wording.cited(EXPLAINER, point)[1]
        ]
        for later, words in told.items():
            assert wording.plain(point.question) in words
            assert wording.plain(point.detail) in words
            assert not point.later or (point.later in words) is later
            # The record itself may cite a later source for something earlier.
            last = words.partition(point.question)[2]
            assert all((name in last) is later for name in since)


def test_a_record_names_the_one_voice_that_speaks_in_it() -> None:
    told = wording.record(EXPLAINER, EXPLAINER.claim["implications-1-8b"], later=False)
    assert f"**{EXPLAINER.about.kinds.judgement.record}, Associated Press**" in told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`", id="emphasis and code"),
        pytest.param("[a](b)", r"\[a\]\(b\)", id="link"),
        pytest.param("![a](b)", r"\!\[a\]\(b\)", id="picture"),
        pytest.param("# a", r"\# a", id="heading"),
        pytest.param("1. a", r"1\. a", id="list"),
        pytest.param("<b>", r"\<b\>", id="tag"),
        pytest.param("&amp;", r"\&amp;", id="entity"),
        pytest.param("$a$ ~b~", r"\$a\$ \~b\~", id="formula and strike"),
        pytest.param(":red[a]", r"\:red\[a\]", id="colour"),
        pytest.param("a|b", r"a\|b", id="table"),
        pytest.param("\\", "\\\\", id="backslash"),
        pytest.param("www.a.org", "www\u2060\\.a\\.org", id="bare address"),
        pytest.param("http://a.org", "http\u2060\\://a\\.org", id="bare link"),
        pytest.param("a@b.org", "a\u2060@b\\.org", id="bare mail"),
        pytest.param(":material/home:", "\\:material\u2060/home\\:", id="icon"),
        pytest.param("a -> b", "a \\-\u2060\\> b", id="arrow"),
        pytest.param("2025-09-03 09:00", r"2025\-09\-03 09\:00", id="a date can be copied"),
        pytest.param("https://, http://", r"https\://, http\://", id="a remedy can be copied"),
    ],
)
def test_escaped_text_appears_letter_by_letter(text: str, shown: str) -> None:
    assert wording.escape(text) == shown


@given(st.text())
def test_escaping_only_adds(text: str) -> None:
    kept = text.replace("\u2060", "")
    assert re.sub(r"\\(.)", r"\1", wording.escape(kept), flags=re.S).replace("\u2060", "") == kept
