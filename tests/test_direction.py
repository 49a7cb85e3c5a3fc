"""What runs from right to left is kept apart, whole, line by line and in HTML; the rest is not."""

from __future__ import annotations

import pytest

from explainer.language.direction import CLOSE, OPEN, direction, isolated
from explainer.reading.words import environment


@pytest.mark.parametrize(
    ("text", "way"),
    [
        pytest.param("The board meets", None, id="Latin"),
        pytest.param("水門組合", None, id="Chinese"),
        pytest.param("", None, id="nothing"),
        pytest.param("قنطرة", "rtl", id="Arabic"),
        pytest.param("שומרי הסכר", "rtl", id="Hebrew"),
        pytest.param("2024 السنة", "rtl", id="a number does not decide"),
        pytest.param("Engineers from القنطرة", "ltr", id="English with an Arabic name"),
        pytest.param("رسالة: a letter asks for a vote", "ltr", id="English after an Arabic word"),
        pytest.param("قنطرة طويلة (dyke)", "rtl", id="Arabic with an English word"),
        pytest.param("\u2067سنة\u2069 · 8", None, id="what is kept apart already"),
    ],
)
def test_which_way_a_text_runs(text: str, way: str | None) -> None:
    assert direction(text) == way


@pytest.mark.parametrize("text", ["The board meets", "水門", "", "\u2067سنة\u2069 · 8"])
def test_what_needs_no_isolate_stays_as_it_is(text: str) -> None:
    assert isolated(text) == text


def test_every_line_of_a_text_runs_as_the_whole_does() -> None:
    whole = "مهندسو القنطرة 1555 gate"
    lines = ("مهندسو القنطرة", "1555 gate")
    assert direction(whole) == "rtl"
    assert [isolated(line, whole) for line in lines] == [
        f"{OPEN['rtl']}{line}{CLOSE}" for line in lines
    ]


@pytest.mark.parametrize(
    ("template", "text", "html"),
    [
        pytest.param("{{ it }}", "سنة", "\u2067سنة\u2069", id="a value"),
        pytest.param("{{ it }}", "<سنة>", "\u2067&lt;سنة&gt;\u2069", id="and escaped"),
        pytest.param("{{ it }}", "A year", "A year", id="a value in Latin letters"),
        pytest.param(
            "{{ it }}", "https://example.org/سنة", "https://example.org/سنة", id="an address"
        ),
        pytest.param("{{ it | phrase }}", "*سنة*", "\u2067<em>سنة</em>\u2069", id="within a line"),
        pytest.param("{{ it | prose }}", "سنة", '<p dir="rtl">سنة</p>\n', id="a paragraph"),
        pytest.param(
            "{{ it | prose }}",
            "The word سنة\n\nسنة\n\nA year",
            '<p dir="ltr">The word سنة</p>\n<p dir="rtl">سنة</p>\n<p>A year</p>\n',
            id="paragraphs each for itself",
        ),
        pytest.param(
            "{{ it | prose }}",
            "- سنة\n- year",
            '<ul>\n<li dir="rtl">سنة</li>\n<li>year</li>\n</ul>\n',
            id="items of a list",
        ),
    ],
)
def test_on_a_page_it_is_kept_apart_too(template: str, text: str, html: str) -> None:
    assert environment().from_string(template).render(it=text) == html
