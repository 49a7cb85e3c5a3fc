"""Citations in three styles, as their handbooks give them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from folders import BRIEF

from explainer.checks import loader
from explainer.language.dates import When
from explainer.takeaway import citation
from explainer.takeaway.citation import Work

REPORT = Work(
    "Mill, Harriet Taylor",
    "On votes",
    "An Institute",
    When.parse("1851-07-05"),
    "https://example.org/votes",
)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "APA",
            "Mill, H. T. (1851, July 5). *On votes*. An Institute. https://example.org/votes",
        ),
        (
            "Chicago",
            "Mill, Harriet Taylor. 1851. “On votes.” An Institute, 5 July 1851. "
            "https://example.org/votes.",
        ),
        (
            "MLA",
            "Mill, Harriet Taylor. *On votes*. An Institute, 5 July 1851, https://example.org/votes.",
        ),
    ],
)
def test_a_report_is_cited_as_its_style_asks(style: str, expected: str) -> None:
    assert citation.STYLES[style](REPORT) == expected


@pytest.mark.parametrize(
    ("date", "apa", "chicago", "mla"),
    [
        ("1960s", "(1960s).", " 1960s. ", "An Institute, 1960s,"),
        ("1851", "(1851).", " 1851. ", "An Institute, 1851,"),
        ("1851-07", "(1851, July).", " 1851. ", "An Institute, July 1851,"),
        ("1851-07-05", "(1851, July 5).", " 1851. ", "An Institute, 5 July 1851,"),
        ("1851-07-05 09:00", "(1851, July 5).", " 1851. ", "An Institute, 5 July 1851,"),
    ],
)
def test_a_citation_is_dated_as_sharply_as_its_work(
    date: str, apa: str, chicago: str, mla: str
) -> None:
    work = replace(REPORT, date=When.parse(date))
    assert apa in citation.apa(work)
    assert chicago in citation.chicago(work)
    assert mla in citation.mla(work)


@pytest.mark.parametrize(
    ("title", "quoted"),
    [
        ("On votes", "“On votes.” An"),
        ("Votes for all?", "“Votes for all?” An"),
        ("Votes, at last!", "“Votes, at last!” An"),
        ("“Votes?” they said", "“‘Votes?’ they said.” An"),
        ("Votes of the workers’", "“Votes of the workers’.” An"),
        ("On votes etc.", "“On votes etc.” An"),
        ("On “votes”", "“On ‘votes.’” An"),
    ],
)
def test_the_full_stop_stands_within_the_closing_quotation_mark(title: str, quoted: str) -> None:
    assert quoted in citation.chicago(replace(REPORT, title=title))


def test_the_brief_and_the_explainer_can_be_cited() -> None:
    about = loader.load(BRIEF).about
    for style in citation.STYLES.values():
        assert about.brief.title in style(citation.brief(about))
        cited = style(citation.explainer(about, "https://example.org"))
        assert about.title in cited
        assert "?." not in cited
        assert ".." not in cited
