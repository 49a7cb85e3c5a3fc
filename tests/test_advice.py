"""Each piece of advice speaks up where something could be better, and not where all is well."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from folders import BRIEF, change, fresh
from mistakes import NOTES

from explainer.authoring import new
from explainer.checks import advice, loader, named_dates, scales, unshown
from explainer.checks.advice import echoes
from explainer.checks.named_dates import NAMED, Stretch
from explainer.content.claims import Kind

EXAMPLE = Path(__file__).parent.parent / "docs" / "example" / "content"
YEAR, MONTH = 365.2425, 365.2425 / 12


@pytest.mark.parametrize(
    ("scale", "days", "fits"),
    [
        ("this panel = 5 years", 5 * YEAR, True),
        ("this panel = 5 years", 5.9 * YEAR, True),
        ("this panel = 5 years", 50 * YEAR, False),
        ("this panel = five years", 50 * YEAR, False),
        ("this panel = 1 year", 1 * YEAR, True),
        ("this strip = 77 years, true scale; five days would be thinner", 77 * YEAR, True),
        ("this panel = 7 years and 8 months", 92 * MONTH, True),
        ("this panel = 7 years 8 months", 92 * MONTH, True),
        ("this panel = 7 years and 8 months", 99 * MONTH, False),
        ("this panel = 8½ years", 8.4 * YEAR, True),
        ("this panel = 5½ months, at the same scale", 5.5 * MONTH, True),
        ("this panel = 5½ months, at the same scale", 8 * MONTH, False),
        ("this panel = 2.5 years", 2.5 * YEAR, True),
        ("this panel = 3 days; shaded = night", 3, True),
        ("this panel = 3 days; shaded = night", 12, False),
        ("one place = one step", 3, True),
        ("the 1990s at one scale", 3650, True),
    ],
)
def test_a_scale_fits_its_dates(scale: str, days: float, fits: bool) -> None:
    assert scales.fits(scale, timedelta(days=days)) is fits


@pytest.mark.parametrize(
    ("hedge", "text", "kept"),
    [
        ("seems", "The author finds that it seems to hold.", True),
        ("appears to be", "It appears, the author says, to have worked.", True),
        ("appears to be", "It worked.", False),
        ("Arguably", "It is arguably the main one.", True),
        ("would, if, de facto", "It would gain, the author says.", True),
        ("not … entirely", "It has not shut the door.", True),
        ("likely", "An unlikely case.", False),
        ("おそらく", "おそらく正しい。", True),
        ("おそらく", "正しい。", False),
        ("so", "It is so.", True),
    ],
)
def test_a_hedge_is_kept_by_any_form_of_its_words(hedge: str, text: str, kept: bool) -> None:
    assert echoes(hedge, text) is kept


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("On 11 June 2024 it rained.", "11 June 2024"),
        ("On 11 June it rained.", "11 June"),
        ("In June 2024 it rained.", None),
        ("On 9–11 June 2024 it rained.", None),
        ("2011 June bugs", None),
    ],
)
def test_a_day_is_found_in_words(text: str, named: str | None) -> None:
    found = NAMED.search(text)
    assert (found and found[0]) == named


@pytest.mark.parametrize(
    ("day", "holds"), [(10, False), (11, True), (12, True), (13, False)], ids=str
)
def test_a_stretch_holds_its_days(day: int, holds: bool) -> None:
    stretch = Stretch(datetime(2024, 6, 11, 9), datetime(2024, 6, 13))
    assert stretch.holds(date(2024, 6, day)) is holds


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("8 November 2024", False),
        ("8 November", False),
        ("28 October 2024", False),
        ("7 July 1100", False),
        ("18 November 2024", True),
        ("18 November", True),
        ("31 February 2024", True),
    ],
)
def test_a_day_on_which_nothing_falls_is_told(tmp_path: Path, words: str, told: bool) -> None:
    """What lies before the first era is history in passing, and stays as it is."""
    folder = fresh(tmp_path)
    change(folder, "glossary.yaml", "  definition: ", f"  definition: Since {words}. ")
    found = [one.wrong for one in loader.examine(folder).advice if words in one.wrong]
    assert bool(found) is told


@pytest.mark.parametrize(
    ("file", "pattern", "wrong"),
    [
        pytest.param(
            "events.yaml",
            r"\n  (attendance|met): .*",
            "of no event it is said that it was there",
            id="attendance",
        ),
        pytest.param(
            "events.yaml",
            r"\n  met: .*",
            "the figure counts meetings, but no event has one",
            id="met",
        ),
    ],
)
def test_what_no_event_says_although_figures_go_by_it_is_told(
    file: str, pattern: str, wrong: str, tmp_path: Path
) -> None:
    folder = fresh(tmp_path)
    path = folder / file
    assert not [one for one in loader.examine(folder).advice if wrong in one.wrong]
    path.write_text(re.sub(pattern, "", path.read_text("utf-8")), "utf-8")
    assert [one for one in loader.examine(folder).advice if wrong in one.wrong]


def test_an_answer_that_names_nobody_is_told() -> None:
    explainer = loader.load(BRIEF)
    assert not list(advice.unsigned_answers(explainer, {}))
    answers = tuple(
        one.model_copy(update={"kind": Kind.JUDGEMENT, "text": "Probably so."})
        for one in explainer.overview.answers
    )
    overview = explainer.overview.model_copy(update={"answers": answers})
    assert list(advice.unsigned_answers(explainer.model_copy(update={"overview": overview}), {}))


def test_a_relationship_that_no_figure_draws_is_told() -> None:
    explainer = loader.load(BRIEF)
    pages = {
        name: getattr(explainer, name).model_copy(
            update={
                "figure": getattr(explainer, name).figure.model_copy(
                    update={"sides": getattr(explainer, name).figure.sides[:1]}
                )
            }
        )
        for name in ("reasons", "limits")
    }
    ((path, wrong, _),) = unshown.undrawn_relationships(explainer.model_copy(update=pages), {})
    assert path[:2] == ("relations", "relationships")
    assert "no figure has a side for" in wrong
    assert not list(unshown.undrawn_relationships(explainer, {}))


def test_dates_are_looked_for_in_every_part() -> None:
    explainer = loader.load(BRIEF)
    part = {"limits": [{"text": "On 3 March 1999 nothing happened."}]}
    ((path, wrong, _),) = named_dates.unknown_dates("limits", explainer, part)  # type: ignore[arg-type]
    assert path == ("limits", 0, "text", "3 March 1999")
    assert "3 March 1999" in wrong


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        pytest.param("[Compare this, and that]", True, id="a word that goes on"),
        pytest.param("[Compare this, then that]", True, id="a small letter after a capital"),
        pytest.param("[In 2003, Ostermond sued.]", True, id="a full stop at the end alone"),
        pytest.param('["Compare this, and that"]', False, id="one text in quotes"),
        pytest.param('[Compare this, "and that"]', False, id="the second in quotes"),
        pytest.param("[the author, the brief]", False, id="all in small letters"),
        pytest.param("[Compare this., Compare that.]", False, id="two sentences"),
        pytest.param("[Compare this, Compare that]", False, id="two without a full stop"),
        pytest.param("[堰, 水門]", False, id="letters without a size"),
        pytest.param("\n      - Compare this, and that", False, id="a line of its own"),
    ],
)
def test_a_comma_that_cuts_a_text_is_told(notes: str, told: bool, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    change(folder, "seminar.yaml", NOTES, f"    notes: {notes}\n")
    found = [one.wrong for one in loader.examine(folder).advice]
    assert [one for one in found if "a comma makes" in one] == found
    assert bool(found) is told


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        pytest.param("seminar.yaml", "kicker: four steps", False, id="as many as the page has"),
        pytest.param("seminar.yaml", "kicker: 28 steps", False, id="as many as all pages have"),
        pytest.param("seminar.yaml", "kicker: 27 steps", True, id="neither"),
        pytest.param("seminar.yaml", "standfirst: Go two steps on.", False, id="a part of a page"),
        pytest.param("seminar.yaml", "standfirst: In 9 steps.", True, id="more than a page has"),
        pytest.param("seminar.yaml", "standfirst: In 29 steps.", True, id="more than there are"),
        pytest.param("seminar.yaml", "standfirst: Twenty-nine steps.", False, id="a word unknown"),
        pytest.param("seminar.yaml", "standfirst: 9 stepsisters.", False, id="another word"),
        pytest.param("limits.yaml", "standfirst: Two events decide.", False, id="some events"),
        pytest.param("limits.yaml", "standfirst: 26 events decide.", True, id="too many events"),
        pytest.param("limits.yaml", "kicker: 25 events", False, id="all events"),
        pytest.param("limits.yaml", "kicker: 9 claims", False, id="all claims"),
        pytest.param("limits.yaml", "kicker: 7 sources", True, id="too few sources"),
        pytest.param("limits.yaml", "summary: The upper panel.", True, id="a panel above"),
        pytest.param("limits.yaml", "summary: The upper panels.", False, id="several panels"),
        pytest.param("limits.yaml", "summary: The right panel.", False, id="a panel beside"),
    ],
)
def test_what_a_page_says_of_itself_is_counted(
    file: str, line: str, told: bool, tmp_path: Path
) -> None:
    folder, key = fresh(tmp_path), line.partition(":")[0]
    text = (folder / file).read_text("utf-8")
    lines = [one for one in text.splitlines() if not one.startswith(f"{key}:")]
    (folder / file).write_text("\n".join([line, *lines]), "utf-8")
    found = [one.wrong for one in loader.examine(folder).advice]
    assert all(one.startswith("advice: it says “") for one in found)
    assert bool(found) is told


@pytest.mark.parametrize("folder", [new.STARTER, EXAMPLE], ids=lambda one: one.parent.name)
def test_nothing_is_advised_on_the_examples(folder: Path) -> None:
    assert [str(one) for one in loader.examine(folder).advice] == []
