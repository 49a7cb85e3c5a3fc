"""A reader who looks for a source finds it, however it is typed and however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from servers import ROOT
from streamlit.testing.v1 import AppTest

from explainer.checks import loader
from explainer.language.search import finds

EXPLAINER = loader.load(loader.FOLDER)
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


def test_the_page_of_sources_searches_so() -> None:
    """The word “none” found whatever had no author."""
    none = "No source matches. Clear the search or the grades."
    app = AppTest.from_file(ROOT / "app.py", default_timeout=30).run()
    app.switch_page("pages/sources.py").run()
    for typed in ("none", f" {EXPLAINER.sources[0].title.upper()} "):
        app.text_input[0].set_value(typed).run()
        found = any(finds(typed, one.publisher, one.title) for one in EXPLAINER.sources)
        assert found is (typed != "none")
        assert any(none in text.value for text in app.markdown) is not found
