"""What readers see of content: sources linked where they may be, dates, verdicts, own words."""

from __future__ import annotations

import re

import pytest
from folders import BRIEF
from markup import Part, parse, plain

from explainer.checks import loader
from explainer.content.claims import Claim, Verdict
from explainer.content.events import Attendance, Event
from explainer.content.sources import Grade, Source
from explainer.figures.palette import PROSE
from explainer.figures.parts.row import date_words
from explainer.language.dates import Precision
from explainer.reading import wording
from explainer.reading.words import Words, environment, language_name
from explainer.ui.ways import AppWays

EXPLAINER = loader.load(BRIEF)
WORDS = Words(EXPLAINER, AppWays(EXPLAINER, "timeline", (("scope", "brief"),)))


def said(macro: str, *values: object) -> Part:
    """The HTML of a macro as the app words it, without asking that its values can be remembered."""
    file, _, name = macro.partition(".")
    module = environment().get_template(f"{file}.html").make_module(dict(WORDS.context()))
    return parse(getattr(module, name)(*values))


def links(part: Part) -> list[str]:
    """Where the links of a part lead."""
    return [link.has["href"] for link in part.all("a")]


# ------------------------------------------------------------------ sources


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
    ("changes", "words", "link"),
    [
        pytest.param({}, "The Paper, 3 Sep 2025 (B)", True, id="grade B with its link"),
        pytest.param({"grade": "A"}, "The Paper, 3 Sep 2025 (A)", True, id="grade A"),
        pytest.param(
            {"grade": "C", "url": None}, "The Paper, 3 Sep 2025 (C, no link)", False, id="grade C"
        ),
        pytest.param(
            {"url": None}, "The Paper, 3 Sep 2025 (B, no link)", False, id="grade B, no link"
        ),
        pytest.param(
            {"url": None, "date": None}, "The Paper, no date (B, no link)", False, id="no date"
        ),
        pytest.param(
            {"url": None, "date": "1983-06", "date_is_approximate": True},
            "The Paper, about Jun 1983 (B, no link)",
            False,
            id="approximate date",
        ),
        pytest.param(
            {"publisher": "Cash $5 ~ *6* & [B] a<b &amp;"},
            "Cash $5 ~ *6* & [B] a<b &amp;, 3 Sep 2025 (B)",
            True,
            id="signs that could mean something else",
        ),
    ],
)
def test_a_source_line_says_who_when_and_how_good(
    changes: dict[str, object], words: str, link: bool
) -> None:
    cited = said("source.cited", source(**changes))
    assert cited.words == words
    assert links(cited) == ["https://example.org/a"] * link


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param(
            {"author": "A. Author"},
            "A. Author. The Paper. A title. 3 Sep 2025. (B) https://example.org/a",
            id="grade B",
        ),
        pytest.param(
            {"grade": "C", "url": None, "title_is_ours": True},
            "The Paper. A title (our description). 3 Sep 2025. (C) No link.",
            id="grade C",
        ),
        pytest.param(
            {"url": None, "date": "1983-06", "date_is_approximate": True, "language": "ko"},
            "The Paper. A title. About Jun 1983. In Korean. (B) No link.",
            id="another language",
        ),
        pytest.param(
            {"url": None, "date": None, "language": "en-US"},
            "The Paper. A title. No date. (B) No link.",
            id="another kind of the brief's own language",
        ),
        pytest.param(
            {"accessed": "2026-05-02", "archive_url": "https://example.org/kept"},
            "The Paper. A title. 3 Sep 2025. Seen 2 May 2026. (B) Archived copy. "
            "https://example.org/a",
            id="seen and kept",
        ),
    ],
)
def test_a_reference_gives_a_source_in_full(changes: dict[str, object], words: str) -> None:
    found = source(**changes)
    reference = said("source.reference", found)
    assert reference.words == words
    assert links(reference) == [link for link in (found.url, found.archive_url) if link]
    is_foreign = found.language == "ko"
    assert reference.one("cite").has == ({"lang": "ko"} if is_foreign else {})


def test_only_sources_of_grade_a_or_b_are_linked_and_every_link_leaves_the_page_alone() -> None:
    unlinked = 0
    for found in EXPLAINER.sources:
        for macro in ("source.cited", "source.reference"):
            part = said(macro, found)
            if found.url:
                assert found.grade in (Grade.A, Grade.B)
                assert links(part)[0] == found.url
            else:
                unlinked += 1
                assert not links(part)
                assert not re.search("://|www", part.text)
            for link in part.all("a"):
                assert (link.has["target"], link.has["rel"]) == ("_blank", "noopener")
    assert unlinked


def test_an_address_is_printed_for_paper_and_read_aloud_to_nobody() -> None:
    address = said("source.reference", source()).one(class_="address")
    assert address.has["aria-hidden"] == "true"


@pytest.mark.parametrize(
    ("code", "words"), [("ko", "Korean"), ("pt-BR", "Portuguese"), ("xx", "xx")]
)
def test_a_language_is_called_by_its_name_if_it_has_one(code: str, words: str) -> None:
    assert language_name(code) == words


# ------------------------------------------------------------------ places in the brief


@pytest.mark.parametrize(
    ("found", "words"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["opening/1.1"], "Opening 1.1", id="one"),
        pytest.param(["opening/1.1", "opening/1.3"], "Opening 1.1, 1.3", id="one section"),
        pytest.param(["opening/1.1", "gate/2.1"], "Opening 1.1, Sluice 2.1", id="two sections"),
        pytest.param(
            ["gate/1.1", "gate/2.1", "purse/1.1"], "Sluice 1.1, 2.1, Purse 1.1", id="two and one"
        ),
    ],
)
def test_locators_name_section_paragraph_and_sentence(found: list[str], words: str) -> None:
    assert wording.locators(EXPLAINER, found) == words


def test_a_place_in_the_brief_leads_to_its_claim_here_or_on_its_page_with_the_filters() -> None:
    here, there = said("place.places", ["opening/1.1", "gate/2.1"]).all("a")
    assert here.has == {"href": "#claim-opening-1"}
    assert here.words == "Opening 1.1"
    assert there.has == {
        "href": "limits?scope=brief#claim-gate-4",
        "data-page": "limits",
        "data-query": "scope=brief",
        "data-arrive": "claim-gate-4",
    }


def test_of_several_claims_at_one_place_one_link_is_said() -> None:
    part = said("place.claim_links", ["opening-1", "gate-2", "opening-1"])
    assert part.words == "Opening 1.1; Sluice 1.2"


# ------------------------------------------------------------------ dates and standing


@pytest.mark.parametrize(
    ("event", "words"),
    [
        pytest.param("bank-begun", "1190s", id="decade"),
        pytest.param("engineers-1555", "1555", id="year"),
        pytest.param("gate-1558", "1558–1560", id="years"),
        pytest.param("flood-1287", "February 1287", id="month"),
        pytest.param("charter-1301", "3 May 1301", id="day"),
        pytest.param("hearing-2024", "30 October 2024, 10:00", id="minute"),
        pytest.param("walk-2024", "28 October 2024, at low water", id="hour in words"),
    ],
)
def test_an_event_is_dated_as_sharply_as_it_is_known(event: str, words: str) -> None:
    assert wording.date(EXPLAINER.event[event]) == words
    assert said("event.event", EXPLAINER.event[event]).one(class_="when").words == words


def test_no_event_gets_a_day_or_an_hour_its_sources_do_not_give() -> None:
    for found in EXPLAINER.events:
        words = wording.date(found)
        if found.start.precision < Precision.DAY:
            assert not re.match(r"\d{1,2} ", words), found.id
        if found.start.precision < Precision.MINUTE and not found.time:
            assert ":" not in words, found.id


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


def test_an_event_of_several_days_names_the_first_and_the_last() -> None:
    assert wording.date(event("2018-03-25", "2018-03-28", "day")) == "25–28 March 2018"
    assert wording.date(event("2025-03-31", "2025-07-11", "day")) == "31 March – 11 July 2025"


@pytest.mark.parametrize(
    ("event", "words", "short"),
    [
        pytest.param("vote-2024", "named in the brief", "", id="brief"),
        pytest.param("vote-1911", "background, not in the brief", "· background", id="background"),
        pytest.param("works-2026", "after the brief", "· after the brief", id="after"),
        pytest.param(
            "lease-2099",
            "after the brief; expected, not seen confirmed",
            "· after the brief; expected",
            id="expected",
        ),
    ],
)
def test_an_event_says_whether_the_brief_names_it_and_a_list_says_it_in_a_word(
    event: str, words: str, short: str
) -> None:
    found = EXPLAINER.event[event]
    assert wording.standing(found) == words
    last = said("event.event", found).all(class_="where")
    assert any(part.words.casefold().startswith(words) for part in last)
    assert said("event.line", found).words.partition(found.title)[2].strip() == short


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        pytest.param("2022-09-03", "2023-09-03", "one year later", id="365 days, a year"),
        pytest.param("2023-09-03", "2024-09-02", None, id="365 days, not a year"),
        pytest.param("2023-09-03", "2024-09-03", "one year later", id="366 days"),
        pytest.param("2019-06-21", "2025-09-04", "six years and two months later", id="both"),
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


def test_a_list_goes_through_eras_and_days_and_writes_out_each_long_gap_between_them() -> None:
    ids = ("settlement-2012", "vote-1987", "vote-1998", "lawsuit-2003")
    eras = [fold for fold in said("event.chronicle", ids).all("details") if fold.all("ol")]
    assert [era.one("summary").words for era in eras] == [
        "Concrete 2 events",
        "Shared water 共有 2 events",
    ]
    told = [
        part.words
        for era in eras
        for part in era.every()
        if part.has.get("class") in ("gap", "when")
    ]
    assert told == [
        "15 April 1987",
        "↓ eleven years later",
        "12 May 1998",
        "↓ about five years and one month later",
        "June 2003",
        "2012",
    ]


# ------------------------------------------------------------------ actors and marks


def test_an_actor_is_never_told_by_colour_alone() -> None:
    marks = {wording.GLYPHS[found.shape] for found in EXPLAINER.actors}
    assert len(marks) == len(EXPLAINER.actors)
    for found in EXPLAINER.actors:
        part = said("actor.actor", found)
        assert part.words == f"{wording.GLYPHS[found.shape]} {plain(found.name)}"
        assert part.one(aria_hidden="true").has["class"] == found.hue.value
        label = plain(wording.marked(found).replace("\u00a0", " "))
        assert label == f":{PROSE[found.hue]}[{wording.GLYPHS[found.shape]}] {plain(found.name)}"


def test_every_shape_has_a_filled_and_an_outlined_mark_unlike_all_others() -> None:
    assert wording.GLYPHS.keys() == wording.OUTLINED.keys()
    every = [*wording.GLYPHS.values(), *wording.OUTLINED.values()]
    assert len(set(every)) == len(every)


def test_the_marks_of_a_line_are_those_of_the_figure_and_are_named_for_who_does_not_see_them() -> (
    None
):
    def marks(name: str) -> Part:
        return said("actor.marks", EXPLAINER.event[name]).one(class_="marks")

    assert (marks("vote-1911").words, marks("vote-1911").has["role"]) == ("▼◆■", "img")
    assert plain(marks("vote-1911").has["aria-label"]) == (
        "Ostermond, القنطرة (Qantara), 水門組合 (Suimon guild)"
    )
    assert marks("flood-1287").words == "▽"
    assert EXPLAINER.event["flood-1287"].attendance is Attendance.ABSENT
    assert marks("levy-2024").words == "▼"
    assert marks("brief-2024").has == {"class": "marks", "aria-hidden": "true"}


# ------------------------------------------------------------------ claims and their record


def test_every_verdict_has_a_sign_of_its_own_and_its_words() -> None:
    assert set(wording.VERDICTS) == set(Verdict)
    claims = {
        verdict: EXPLAINER.claims[0].model_copy(update={"verdict": verdict}) for verdict in Verdict
    }
    told = [wording.verdict(claim) for claim in claims.values()]
    assert len({sign for sign, _ in told}) == len({words for _, words in told}) == len(Verdict)
    for verdict, claim in claims.items():
        sign, words = wording.verdict(claim)
        shown = said("claim.record", claim).one(class_="verdict")
        assert shown.words == f"{sign} {words}"
        assert shown.one("span").has["aria-hidden"] == "true"
        assert f"({sign})" in wording.tally([claim]), verdict


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        pytest.param(["opening-1"], "the record confirms 1 (✓).", id="one verdict"),
        pytest.param(
            ["gate-2", "opening-1", "gate-1", "gate-3"],
            "the record confirms 1 (✓), disputes 1 (≠) and finds nothing for or against 2 (∅).",
            id="three, in the order of the verdicts",
        ),
        pytest.param(
            ["purse-2", "opening-3", "gate-4", "opening-2"],
            "the record confirms 1 more exactly (⊕), confirms 1 in part (½) "
            "and cannot settle 2 (?).",
            id="three others",
        ),
    ],
)
def test_a_page_counts_the_verdicts_on_its_claims(ids: list[str], words: str) -> None:
    told = wording.tally(EXPLAINER.claim[name] for name in ids)
    assert told.replace("\u00a0", " ") == f"Of the claims below, {words}"


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        pytest.param("opening-1", ["Events this rests on", "Also bears on it"], id="both"),
        pytest.param("opening-2", ["Events this rests on"], id="only what it rests on"),
        pytest.param("gate-1", ["Bears on it"], id="nothing that supports it"),
    ],
)
def test_what_supports_a_claim_stands_apart_from_what_bears_on_it(
    claim: str, names: list[str]
) -> None:
    found = EXPLAINER.claim[claim]
    groups = wording.groups(found)
    assert list(groups.values()) == [found.evidence, found.bears_on]
    statement = said("claim.claim", found).one(class_="statement")
    assert [name.words for name in statement.all(class_="group")] == names
    opened = [button.has["data-event"] for button in statement.all("button")]
    assert opened == [*found.evidence, *found.bears_on]


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        pytest.param("opening-2", ["author’s hedge: “at least once”"], id="a word that softens"),
        pytest.param("gate-2", ["author’s emphasis: “never”"], id="one that strengthens"),
        pytest.param("opening-1", [], id="neither"),
    ],
)
def test_the_author_s_own_words_are_called_by_what_they_do(claim: str, words: list[str]) -> None:
    found = EXPLAINER.claim[claim]
    assert list(wording.own_words(found)) == words
    head = said("claim.claim", found).one(class_="said").one(class_="standing").words
    kind = getattr(EXPLAINER.about.kinds, found.kind.value).name
    assert head == " · ".join([f"{kind} {wording.locators(EXPLAINER, found.brief)}", *words])


def test_a_hedge_and_an_emphasis_are_both_said() -> None:
    both = EXPLAINER.claim["gate-2"].model_copy(update={"hedge": "perhaps"})
    assert wording.own_words(both) == ("author’s hedge: “perhaps”", "author’s emphasis: “never”")


def test_a_claim_shows_each_point_it_hangs_on_and_what_came_later_only_if_asked() -> None:
    later = EXPLAINER.contested[0].later
    contested = [claim for claim in EXPLAINER.claims if EXPLAINER.points[claim.id]]
    assert later
    assert len(contested) > 1
    for claim in contested:
        for point in EXPLAINER.points[claim.id]:
            known, since = wording.cited(EXPLAINER, point)
            for asked in (False, True):
                record = said("claim.record", claim, asked)
                assert f"Where sources differ: {point.question}" in record.seen.words
                assert plain(point.detail) in record.seen.words
                if point.later:
                    assert (plain(point.later) in record.seen.words) is asked
                    assert plain(point.later) in record.words
                folds = record.all("details", class_="next")
                last = folds[-1] if point.later else Part("")
                assert [link in links(last) for link in urls(since)] == [True] * len(since)
                assert not set(urls(known)) & set(links(last))


def urls(ids: list[str]) -> list[str]:
    return [url for name in ids if (url := EXPLAINER.source[name].url)]


def test_only_a_point_that_tells_what_became_known_later_has_later_sources() -> None:
    point = EXPLAINER.contested[0]
    assert wording.cited(EXPLAINER, point) == (["roll", "chronicle"], ["almanac"])
    bare = point.model_copy(update={"later": None})
    assert wording.cited(EXPLAINER, bare) == (["roll", "chronicle", "almanac"], [])


def test_a_record_names_the_one_voice_that_speaks_in_it() -> None:
    told = said("claim.record", EXPLAINER.claim["gate-4"]).all(class_="label")[0]
    assert told.words == f"{EXPLAINER.about.kinds.reported.record}, سلمى الجسر"


@pytest.mark.parametrize(
    "claim",
    [claim for claim in EXPLAINER.claims if not claim.record and not EXPLAINER.points[claim.id]],
    ids=lambda claim: claim.id,
)
def test_where_no_source_settles_a_claim_the_record_says_so(claim: Claim) -> None:
    kind = getattr(EXPLAINER.about.kinds, claim.kind.value)
    assert kind.no_record in said("claim.record", claim).words


def test_what_happened_next_is_folded_until_it_is_asked_for() -> None:
    for asked in (False, True):
        fold = said("claim.record", EXPLAINER.claim["purse-2"], asked).one("details", class_="next")
        assert ("open" in fold.has) is asked
        assert fold.one("summary").words == EXPLAINER.about.scopes.afterwards
        opened = [button.has["data-event"] for button in fold.all("button")]
        assert opened == ["works-2026", "lease-2099"]


# ------------------------------------------------------------------ tables and labels


def test_a_table_has_one_row_for_each_event_and_a_cell_for_each_column() -> None:
    table = said("event.table", tuple(EXPLAINER.event)).one("table")
    columns = [cell.words for cell in table.one("thead").all("th")]
    assert columns == ["Date", "Event", "Place", "Actors", "Standing"]
    rows = table.one("tbody").all("tr")
    assert [row.one("th", scope="row").words for row in rows] == [
        plain(event.title) for event in EXPLAINER.events
    ]
    for row, found in zip(rows, EXPLAINER.events, strict=True):
        date, place, actors, standing = (cell.words for cell in row.all("td"))
        assert (date, standing) == (plain(wording.date(found)), wording.standing(found))
        assert place == plain(found.place)
        names = (plain(EXPLAINER.actor[name].name) for name in found.actors)
        assert actors == ", ".join(names)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("The brief alone", "The brief alone", id="words"),
        pytest.param("$5 and $6", r"\$5 and \$6", id="signs that would be a formula"),
        pytest.param("~b~", r"\~b\~", id="signs that would strike out"),
        pytest.param("قنطرة", "\u2067قنطرة\u2069", id="words that run from right to left"),
    ],
)
def test_a_label_of_streamlit_s_shows_a_text_as_it_is(text: str, label: str) -> None:
    assert wording.plain(text) == label
