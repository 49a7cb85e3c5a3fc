"""Numbers and names in sentences: the right plural, and a capital where a name has one."""

from __future__ import annotations

import pytest
from folders import BRIEF

from explainer.checks import loader, periods
from explainer.checks.outstanding import Coverage
from explainer.content.explainer import Explainer
from explainer.language.counting import counted
from explainer.reading import wording

EXPLAINER = loader.load(BRIEF)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (1200, "1,200 events")]
)
def test_one_thing_is_singular_and_every_other_number_plural(number: int, words: str) -> None:
    assert counted(number, "event") == words


@pytest.mark.parametrize(
    ("uncovered", "end"), [(1, "/1.1"), (10, "/1.10"), (11, "and 1 more"), (12, "and 2 more")]
)
def test_sentences_that_nothing_covers_are_counted(uncovered: int, end: str) -> None:
    extra = tuple(f"extra/1.{number}" for number in range(1, uncovered + 1))
    ((_, wrong, _),) = Coverage(("gate/1.1", *extra), extra).findings()
    assert wrong.endswith(end)


def lost(number: int) -> Explainer:
    """The explainer with so many events and no row that holds any of them."""
    figure = EXPLAINER.sources_page.figure
    page = EXPLAINER.sources_page.model_copy(
        update={"figure": figure.model_copy(update={"rows": ()})}
    )
    dated = [
        event
        for event in EXPLAINER.events
        if all(EXPLAINER.source[name].date for name in event.sources)
    ]
    found = EXPLAINER.model_copy(update={"events": tuple(dated[:number]), "sources_page": page})
    vars(found).pop("event", None)
    return found


@pytest.mark.parametrize(
    ("number", "end"), [(1, "”"), (2, "” and 1 more event"), (3, "2 more events")]
)
def test_events_that_no_row_holds_are_counted(number: int, end: str) -> None:
    ((_, wrong, _),) = periods.rows(lost(number))
    assert wrong.endswith(end)


@pytest.mark.parametrize(
    ("events", "names", "words"),
    [
        (1, [], "1 event shown: Only Vantongeren’s brief (VRR) · all actors"),
        (
            24,
            ["board", "ostermond"],
            "24 events shown: Only Vantongeren’s brief (VRR) · Vethmarsh Water Board, Ostermond",
        ),
    ],
)
def test_what_is_shown_is_said_with_every_name_as_it_is_written(
    events: int, names: list[str], words: str
) -> None:
    scopes = EXPLAINER.about.scopes.model_copy(update={"brief": "Only Vantongeren’s brief (VRR)"})
    about = EXPLAINER.about.model_copy(update={"scopes": scopes})
    explainer = EXPLAINER.model_copy(update={"about": about})
    chosen = [EXPLAINER.actor[name] for name in names]
    assert wording.count(events, "brief", chosen, explainer) == words
