"""The pages of the shipped brief: each step, each event and each filter can be opened."""

from __future__ import annotations

import pytest
from folders import CONTENT
from markup import Part, plain
from served import drawn, html, page_at

from explainer.checks import loader
from explainer.content import selection
from explainer.content.events import Scope
from explainer.reading import wording
from explainer.reading.view import SCOPES, View
from explainer.reading.words import ordered

EXPLAINER = loader.load(CONTENT)
PAGES = EXPLAINER.about.pages
AFTERWARDS = [event for event in EXPLAINER.events if event.scope is Scope.AFTER]


def opened_by(part: Part) -> list[str]:
    return [line.has["data-event"] for line in part.all("button", aria_expanded="false")]


@pytest.mark.parametrize("name", PAGES)
def test_every_step_is_shown_with_its_figure(name: str) -> None:
    for number, step in enumerate(EXPLAINER.page(name).steps, 1):
        at = page_at(name, step=str(number))
        assert not at.exception
        page = html(at)
        assert page.one("h1").words == plain(EXPLAINER.page(name).title)
        assert plain(step.title) in [title.words for title in page.all("h2")]
        assert at.get("plotly_chart")


@pytest.mark.parametrize("name", [name for name in PAGES if name != "seminar"])
@pytest.mark.parametrize("scope", SCOPES)
def test_a_figure_draws_what_its_list_names_under_every_filter(name: str, scope: str) -> None:
    figures = EXPLAINER.figures_of(name)
    every = {event for figure in figures for event in selection.event_ids(EXPLAINER, figure)}
    for actor in ("", *EXPLAINER.actor):
        view = View(scope=scope, actors=(actor,) if actor else ())
        wanted = [event.id for event in ordered(EXPLAINER, every) if view.shows(event)]
        at = page_at(name, scope=scope, actors=actor, step="0")
        assert not at.exception
        lists = html(at).all(data_origin="list")
        assert [event for part in lists for event in opened_by(part)] == wanted
        assert set().union(*drawn(at).values()) == set(wanted), actor


@pytest.mark.parametrize("name", PAGES)
def test_nothing_after_the_brief_is_in_sight_and_every_drawn_event_can_be_opened(name: str) -> None:
    page = html(page_at(name))
    for fold in page.all("details"):
        if not fold.fits(class_="next"):
            fold.has["open"] = ""
    seen = page.seen
    assert not [event.title for event in AFTERWARDS if event.title in seen.words]
    assert not {event.id for event in AFTERWARDS} & set(opened_by(seen))
    for step in ("0", "1"):
        at = page_at(name, scope=SCOPES[2], step=step)
        openers = set(opened_by(html(at)))
        assert all(ids <= openers for ids in drawn(at).values())


DATED = {
    "prc-tenth-anniversary-1959": "1 October 1959",
    "kim-jong-il-china-1983": "June 1983",
    "sino-soviet-split-balancing": "1960s",
    "china-dprk-strain-2024": "2024",
    "kim-xi-beijing-march-2018": "25–28 March 2018",
    "china-dprk-thaw-2025": "31 March – 11 July 2025",
    "kim-arrives-beijing-2025": "2 September 2025, about 16:00",
    "victory-day-parade-2025": "3 September 2025, 09:00",
    "kim-xi-summit-2025": "4 September 2025, afternoon or early evening",
    "kim-returns-pyongyang-2025": "5 September 2025, afternoon, expected",
}


def test_events_are_dated_as_sharply_as_their_sources_have_them() -> None:
    assert {name: wording.date(EXPLAINER.event[name]) for name in DATED} == DATED
    panel = html(page_at("timeline", event="kim-xi-summit-2025")).one(class_="st-key-event")
    assert panel.one(class_="when").words == DATED["kim-xi-summit-2025"]


def test_the_author_s_own_words_and_the_verdicts_are_said() -> None:
    own = {name: wording.own_words(EXPLAINER.claim[name]) for name in ("intro-1-3", "reasons-2-2b")}
    assert own == {
        "intro-1-3": ("author’s hedge: “at least publicly”",),
        "reasons-2-2b": ("author’s emphasis: “crucially”",),
    }
    claims = [EXPLAINER.claim[name] for name in ("reasons-2-6a", "intro-1-1a", "intro-1-5a")]
    assert wording.tally(claims).replace("\u00a0", " ") == (
        "Of the claims below, the record confirms 2 (✓) and disputes 1 (≠)."
    )
