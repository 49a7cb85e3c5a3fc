"""A reader who looks for a source finds it, however it is typed and however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import BRIEF, fresh
from hypothesis import given
from hypothesis import strategies as st
from served import html, page_at

from explainer.checks import loader
from explainer.language.search import finds

EXPLAINER = loader.load(BRIEF)
PUBLISHER, AUTHOR = "The People’s Daily – Weekend", "Sødergran, Zoë"
TITLE = "Beijing’s “Victory Day”: U.S.-Korea talks in Malmö, \uff17\uff10 years on"
TEXTS = (PUBLISHER, AUTHOR, TITLE)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("", id="nothing"),
        pytest.param("   ", id="only spaces"),
        pytest.param("People's Daily", id="a straight apostrophe"),
        pytest.param("People’s Daily", id="a curly apostrophe"),
        pytest.param("People`s Daily", id="a backtick for an apostrophe"),
        pytest.param("Peoples Daily", id="no apostrophe"),
        pytest.param("  Victory Day ", id="spaces before and after"),
        pytest.param("Victory   Day", id="two spaces between"),
        pytest.param("Victory\u00a0Day", id="a no-break space"),
        pytest.param('"Victory Day"', id="straight quotation marks"),
        pytest.param("«Victory Day»", id="quotation marks of another language"),
        pytest.param("VICTORY DAY", id="capitals"),
        pytest.param("malmo", id="an accent left out"),
        pytest.param("Malmo\u0308", id="an accent of its own"),
        pytest.param("malmö ZOË", id="accents and capitals"),
        pytest.param("day victory beijing", id="another order"),
        pytest.param("weekend zoe talks", id="words of publisher, author and title"),
        pytest.param("Daily - Weekend", id="a hyphen for a dash"),
        pytest.param("Daily—Weekend", id="a long dash"),
        pytest.param("Korea talks, Malmö", id="a comma"),
        pytest.param("US Korea", id="no full stops, no hyphen"),
        pytest.param("70 years", id="figures of another width"),
        pytest.param("vict", id="the beginning of a word"),
        pytest.param("Vic\u00adtory", id="a hyphen that cannot be seen"),
    ],
)
def test_what_is_meant_is_found(words: str) -> None:
    assert finds(words, *TEXTS)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("atlantis", id="another word"),
        pytest.param("victory atlantis", id="one word of two"),
        pytest.param("dailysødergran", id="the end of one text and the beginning of the next"),
    ],
)
def test_what_is_not_there_is_not_found(words: str) -> None:
    assert not finds(words, *TEXTS)


def test_a_missing_value_is_not_a_word() -> None:
    assert not finds("none", "An outlet", None, "A title")
    assert finds("outlet title", "An outlet", None, "A title")


@given(st.text(max_size=40), st.text(max_size=40))
def test_every_text_is_found_by_itself_and_by_each_of_its_words(one: str, other: str) -> None:
    assert finds(one, other, one)
    assert all(finds(word, other, one) for word in one.split())


@given(st.text(max_size=40))
def test_capitals_and_spaces_around_never_matter(text: str) -> None:
    assert finds(f" {text.upper()} ", text)
    assert finds(text.lower(), text)


@pytest.mark.parametrize(
    ("typed", "grades", "found"),
    [
        pytest.param("", [], [source.id for source in EXPLAINER.sources], id="nothing typed"),
        pytest.param(" minutes of THE ", [], ["minutes"], id="a title"),
        pytest.param("duikers", [], ["almanac"], id="an author"),
        pytest.param("ostermond", ["A"], ["deed"], id="a publisher of one grade"),
        pytest.param(
            "", ["A", "C"], ["roll", "chronicle", "deed", "minutes", "leaflet"], id="grades"
        ),
        pytest.param("none", [], [], id="the word “none”, which once found what had no author"),
    ],
)
def test_the_page_of_sources_searches_so(typed: str, grades: list[str], found: list[str]) -> None:
    at = page_at("sources")
    at.text_input[0].set_value(typed)
    at.get_by_key("grade").set_value(grades).run()  # type: ignore[union-attr]
    assert not at.exception
    page = html(at)
    listed = [part.has["id"].removeprefix("source-") for part in page.all("li", id=True)]
    assert listed == found
    none = "No source matches. Clear the search or the grades."
    assert (none in page.words) is not bool(found)


def test_many_sources_are_shown_a_page_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fresh(tmp_path)
    with (folder / "sources.yaml").open("a", encoding="utf-8") as file:
        for number in range(30):
            file.write(f"\n- id: kept-{number}\n  publisher: A\n  title: A {number}\n  grade: C\n")
    monkeypatch.setenv("EXPLAINER_CONTENT", str(folder))
    at = page_at("sources")
    pages = []
    for number in (1, 2):
        at.session_state["source-page"] = number
        at.run()
        assert not at.exception
        pages.append([part.has["id"] for part in html(at).all("li", id=True)])
    every = [f"source-{source.id}" for source in loader.load(folder).sources]
    assert pages == [every[:20], every[20:]]
