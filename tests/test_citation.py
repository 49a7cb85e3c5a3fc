"""Citations in three styles, as their handbooks give them."""

from __future__ import annotations

import pytest

from explainer import citation, content
from explainer.citation import Work
from explainer.dates import When

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
            "Mill, Harriet Taylor. 1851. “On votes”. An Institute, 5 July 1851. "
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


def test_the_brief_and_the_explainer_can_be_cited() -> None:
    about = content.load().about
    for style in citation.STYLES.values():
        assert about.brief.title in style(citation.brief(about))
        cited = style(citation.explainer(about, "https://example.org"))
        assert about.title in cited
        assert "?." not in cited
        assert ".." not in cited
