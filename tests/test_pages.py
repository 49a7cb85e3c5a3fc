"""Every page as the server builds it: its parts, its parameters, and the report on bad content."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qsl

import pytest
from folders import BRIEF, change, fresh, place_of, spoilt
from markup import Part, plain
from served import drawn, html, known_to_scripts, page_at, press, words
from streamlit.testing.v1 import AppTest

from explainer.checks import loader
from explainer.content import selection
from explainer.content.events import Scope
from explainer.content.explainer import CLAIM_PAGES
from explainer.content.pages import ArgumentPage
from explainer.language.catalogue import say
from explainer.reading import view, wording
from explainer.reading.chronicle import stretches
from explainer.reading.seen import predictions
from explainer.reading.words import FEW, ordered

EXPLAINER = loader.load(BRIEF)
PAGES = EXPLAINER.about.pages
FIGURE_PAGES = [name for name in PAGES if name != "seminar"]
AFTERWARDS = [event for event in EXPLAINER.events if event.scope is Scope.AFTER]


def shown_on(name: str) -> set[str]:
    """The ids of the events that the figures of a page can show."""
    figures = EXPLAINER.figures_of(name)
    return {event for figure in figures for event in selection.event_ids(EXPLAINER, figure)}


def opened_by(part: Part) -> list[str]:
    """The ids of the events that the lines of a part open, in their order."""
    return [line.has["data-event"] for line in part.all("button", aria_expanded="false")]


def listed(at: AppTest) -> list[str]:
    """The ids in the list under the figure, in its order."""
    return [name for part in html(at).all(data_origin="list") for name in opened_by(part)]


def panel(at: AppTest) -> Part:
    """The event that stands open below the figure."""
    return html(at).one("section", class_="st-key-event")


# ------------------------------------------------------------------ what a page holds


@pytest.mark.parametrize("name", PAGES)
def test_page_shows_its_title_the_menu_and_the_pages_beside_it(name: str) -> None:
    """A page runs without an exception, says what it is, and every link has an address too."""
    at = page_at(name)
    assert not at.exception
    page = html(at)
    assert [title.words for title in page.all("h1")] == [EXPLAINER.page(name).title]
    menu = page.one("nav", class_="st-key-menu")
    assert [link.words for link in menu.all("a")] == [EXPLAINER.page(one).menu for one in PAGES]
    assert [link.has["data-page"] for link in menu.all("a")] == list(PAGES)
    assert menu.one("a", aria_current="page").words == EXPLAINER.page(name).menu
    foot = page.one("footer")
    at_page = PAGES.index(name)
    beside = [*PAGES[max(at_page - 1, 0) : at_page], *PAGES[at_page + 1 : at_page + 2]]
    assert [link.has["data-page"] for link in foot.one("nav").all("a")] == beside
    assert plain(EXPLAINER.about.colophon) in foot.words
    for link in page.all("a", data_page=True):
        address = link.has["href"].partition("#")[0]
        path = "./" if link.has["data-page"] == "overview" else link.has["data-page"]
        assert address == path + (f"?{query}" if (query := link.has["data-query"]) else "")


def test_every_link_leads_to_something_that_is_there() -> None:
    """On the page that it stands on or names, also where the part is folded away."""
    pages = {str(name): html(page_at(name)) for name in PAGES}
    ids = {name: {part.has["id"] for part in page.all(id=True)} for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.all("a"):
            if "data-page" in link.has:
                assert link.has["data-arrive"] in {"", *ids[link.has["data-page"]]}, link.has
            elif link.has["href"].startswith("#"):
                assert link.has["href"][1:] in ids[name], link.has
            else:
                assert link.has["target"] == "_blank"


@pytest.mark.parametrize("name", PAGES)
def test_no_id_stands_twice_on_a_page_and_every_name_of_a_part_is_there(name: str) -> None:
    page = html(page_at(name, scope="afterwards", event="vote-2024"))
    ids = [part.has["id"] for part in page.all(id=True)]
    assert len(ids) == len(set(ids))
    origins = [part.has["data-origin"] for part in page.all(data_origin=True)]
    assert len(origins) == len(set(origins))
    assert {part.has["aria-labelledby"] for part in page.all(aria_labelledby=True)} <= set(ids)


def test_a_page_waits_for_its_first_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A step and a filter are answered at once; another page has first words of its own."""
    pauses: list[float] = []
    monkeypatch.setattr("explainer.ui.frame.time", SimpleNamespace(sleep=pauses.append))
    at = page_at("limits")
    assert len(pauses) == 1
    at.button(key="go-next").click().run()
    at.radio(key="scope").set_value("brief").run()
    assert len(pauses) == 1
    at.switch_page("pages/reasons.py").run()
    assert len(pauses) == 2


@pytest.mark.parametrize("name", CLAIM_PAGES)
def test_page_shows_all_its_claims(name: str) -> None:
    """Each claim stands in its section's fold, with its text, own words and locators."""
    argument = html(page_at(name)).one(class_="st-key-claims")
    sections = getattr(EXPLAINER, name).sections
    folds = [part for part in argument.inside if isinstance(part, Part) and part.tag == "details"]
    assert ["open" in fold.has for fold in folds] == [at == 0 for at in range(len(sections))]
    for section, fold in zip(sections, folds, strict=True):
        number = len(section.claims)
        noun = "claim" if number == 1 else "claims"
        assert fold.one("h3").words == plain(section.title)
        assert fold.all("summary")[0].words == f"{plain(section.title)} {number} {noun}"
        assert len(fold.all("article", class_="claim")) == number
        for claim in section.claims:
            said = fold.one("article", id=f"claim-{claim.id}").words
            assert plain(claim.text) in said
            assert wording.locators(EXPLAINER, claim.brief) in said
            assert all(word in said for word in wording.own_words(claim))


@pytest.mark.parametrize("name", CLAIM_PAGES)
def test_page_asks_its_questions_each_before_or_after_the_figure_is_seen(name: str) -> None:
    page, content = html(page_at(name)), EXPLAINER.page(name)
    assert isinstance(content, ArgumentPage)
    every = [part.has.get("id") for part in page.every()]
    asked = [part.has["data-question"] for part in page.all(data_question=True)]
    assert sorted(asked) == sorted(question.id for question in content.questions)
    claims = every.index("argument")
    for question in content.questions:
        where = every.index(f"question-{question.id}")
        assert (where < claims) is question.before_figure, question.id
    later = html(page_at(name, step="1")).all(data_question=True)
    assert [part.has["data-question"] for part in later] == [
        question.id for question in content.questions if not question.before_figure
    ]


GUESSED = [name for name in CLAIM_PAGES if predictions(EXPLAINER.page(name))]


@pytest.mark.parametrize("name", GUESSED)
def test_a_page_opens_with_what_is_to_be_guessed_beside_a_figure_that_gives_nothing_away(
    name: str,
) -> None:
    """Neither its finding nor a mark nor the step's words; Next passes it, Back comes to it."""
    at, page = page_at(name), EXPLAINER.page(name)
    shown = html(at)
    assert shown.one(data_status="step").has["data-words"] == "Guess first"
    beside = shown.one(class_="beside")
    assert not beside.all(class_="words")
    assert beside.all("button", data_step="1")[0].words == "See it in the figure"
    (held,) = drawn(at).values()
    assert held == set()
    finding = EXPLAINER.figures[name].finding
    assert plain(finding) not in [title.words for title in shown.all("h2")]
    at.button(key="go-next").click().run()
    assert at.query_params == {"step": "1"}
    assert plain(page.steps[0].title) in html(at).one(class_="beside").words
    assert plain(finding) in [title.words for title in html(at).all("h2")]
    at.button(key="go-back").click().run()
    assert at.query_params == {}
    assert html(at).one(class_="beside").all(data_question=True)


@pytest.mark.parametrize("name", GUESSED)
def test_what_is_to_be_guessed_is_passed_once_a_session_and_by_every_link_to_a_step(
    name: str,
) -> None:
    at = page_at(name)
    press(at, {"step": 1})
    at.query_params.clear()
    assert html(at.run()).one(class_="words"), "passed by its answer"
    at = page_at(name, step="2")
    assert html(at).one(class_="words")
    assert not html(page_at(name, present="1")).all(data_question=True)


# ------------------------------------------------------------------ steps


@pytest.mark.parametrize(
    ("name", "step"),
    [(name, step) for name in PAGES for step in range(1, len(EXPLAINER.page(name).steps) + 1)],
)
def test_address_opens_each_step(name: str, step: int) -> None:
    """``?step=n`` shows title, text and look of the step, which it is, and one figure beside it."""
    at = page_at(name, step=str(step))
    path = EXPLAINER.page(name).steps
    assert not at.exception
    page = html(at)
    assert not page.all(class_="notice")
    said = page.words
    assert plain(path[step - 1].title) in [title.words for title in page.all("h2")]
    assert plain(path[step - 1].text) in said
    assert f"In the figure. {plain(path[step - 1].look)}" in said
    assert page.one(data_status="step").has["data-words"] == say("step-of", at=step, last=len(path))
    every = page.one("details", class_="all-steps").all("button")
    assert [one.words for one in every] == [
        f"{number} {plain(one.title)}" for number, one in enumerate(path, 1)
    ]
    assert [one.has.get("aria-current") for one in every].index("step") == step - 1
    ((chart, held),) = drawn(at).items()
    assert chart.startswith("chart-step-")
    assert set(path[step - 1].events) <= held <= shown_on(name)


@pytest.mark.parametrize("name", PAGES)
def test_buttons_walk_the_steps(name: str) -> None:
    """Next leads from the first step to the last; the address says where the reader is."""
    at = page_at(name, step="1")
    path = EXPLAINER.page(name).steps

    def titles() -> list[str]:
        return [title.words for title in html(at).all("h2")]

    for number, step in enumerate(path[1:], 2):
        at.button(key="go-next").click().run()
        assert at.query_params == {"step": str(number)}
        assert plain(step.title) in titles()
    after = PAGES[PAGES.index(name) + 1 :]
    beyond = f"Next: {EXPLAINER.page(after[0]).menu}" if after else "Next"
    assert at.button(key="go-next").label == beyond
    assert not at.button(key="go-next").disabled


@pytest.mark.parametrize("name", PAGES)
def test_look_around_leads_to_the_whole_figure_and_back_to_the_same_step(name: str) -> None:
    """With all its figures, the filters and the list; the address says which of the two it is."""
    at = page_at(name, step="3")
    around = html(at).one("button", data_step="0")
    assert around.words == "Look around"
    press(at, {"step": int(around.has["data-step"])})
    assert at.query_params == {"step": "0"}
    assert not at.exception
    page = html(at)
    assert not page.all("button", data_step="0")
    assert not page.all(class_="words")
    assert all(chart.startswith("chart-wide-") for chart in drawn(at))
    assert len(drawn(at)) == len(EXPLAINER.figures_of(name))
    assert at.radio(key="scope").value == "background"
    assert at.button(key="go-back").label == "Back to step 3"
    at.button(key="go-back").click().run()
    assert at.query_params == {"step": "3"}
    assert plain(EXPLAINER.page(name).steps[2].title) in html(at).one(class_="words").words


@pytest.mark.parametrize("at_page", range(len(PAGES)))
def test_next_and_back_lead_from_page_to_page(at_page: int) -> None:
    """Beyond the last step stands the next page's first one, and behind that the last one again."""
    name, last = PAGES[at_page], len(EXPLAINER.page(PAGES[at_page]).steps)
    at = page_at(name, step=str(last), scope="brief", event="vote-2024")
    at.button(key="go-next").click().run()
    assert not at.exception
    if at_page + 1 == len(PAGES):
        assert at.query_params == {"step": str(last), "scope": "brief"}
        return
    following = EXPLAINER.page(PAGES[at_page + 1])
    assert html(at).one("h1").words == following.title
    assert at.query_params == {"scope": "brief"}
    assert at.button(key="go-back").label == f"Back: {EXPLAINER.page(name).menu}"
    at.button(key="go-back").click().run()
    assert html(at).one("h1").words == EXPLAINER.page(name).title
    assert at.query_params == {"step": str(last), "scope": "brief"}


@pytest.mark.parametrize("name", ["overview", "limits"])
def test_a_link_to_another_page_leads_there_in_the_same_session(name: str) -> None:
    """With the filters, to the part that it names; what was opened or presented stays behind."""
    at = page_at(name, scope="brief", actors="ostermond", step="2", event="vote-2024")
    link = next(
        link for link in html(at).all("a", data_page=True) if link.has["data-page"] == "sources"
    )
    session = at.session_state["opened"]
    press(at, {"page": "sources", "query": link.has["data-query"], "arrive": "term-sill"})
    assert not at.exception
    assert html(at).one("h1").words == EXPLAINER.sources_page.title
    assert at.query_params == {"scope": "brief", "actors": "ostermond"}
    assert dict(parse_qsl(link.has["data-query"])) == at.query_params
    assert known_to_scripts(at)["arrive"] == "term-sill"
    assert (session, at.session_state["opened"]) == (name, "sources")
    assert known_to_scripts(at.run())["arrive"] == "", "it is arrived at once"


# ------------------------------------------------------------------ events

DATED = {
    "flood-1287": "February 1287",
    "charter-1301": "3 May 1301",
    "engineers-1555": "1555",
    "gate-1558": "1558–1560",
    "steam-pump": "1790s",
    "walk-2024": "28 October 2024, at low water",
    "vote-2024": "5 November 2024, 16:40",
    "lease-2099": "1 June 2099",
}


@pytest.mark.parametrize(
    ("name", "event"),
    [(PAGES[number % len(PAGES)], event) for number, event in enumerate(DATED)],
)
def test_address_opens_an_event(name: str, event: str) -> None:
    """``?event=id`` opens the panel: title, date as sharp as known, place, actors, sources."""
    at = page_at(name, event=event, scope="afterwards")
    assert not at.exception
    found, shown = EXPLAINER.event[event], panel(at)
    assert shown.one("h2").words == plain(found.title)
    assert shown.has["data-panel"] == event
    assert html(at).one(class_="beside").one("section", class_="st-key-event")
    said = shown.words
    assert f"{DATED[event]} · {plain(found.place)}" in said
    assert plain(found.description) in said
    assert not found.note or f"Note. {plain(found.note)}" in said
    for actor in found.actors:
        assert plain(EXPLAINER.actor[actor].name) in said
    for source in found.sources:
        assert plain(EXPLAINER.source[source].publisher) in said
    assert wording.locators(EXPLAINER, found.brief) in said


def test_a_vote_says_who_voted_how_and_a_meeting_who_met() -> None:
    said = panel(page_at("limits", event="vote-1953")).words
    votes = EXPLAINER.limits.figure.votes
    words = votes.words if votes else {}
    told = [
        f"{plain(EXPLAINER.actor[actor].name)}: {words.get(vote, vote.value)}"
        for actor, vote in EXPLAINER.event["vote-1953"].votes.items()
    ]
    assert f"Votes. {'; '.join(told)}" in said
    assert "Met one to one. ▼ Ostermond ◆ القنطرة (Qantara)" in said


@pytest.mark.parametrize("name", PAGES)
def test_every_event_that_a_line_can_open_is_ready_and_nothing_else_is(name: str) -> None:
    page = html(page_at(name, scope="afterwards"))
    (store,) = page.all(data_store=True)
    assert "hidden" in store.has
    ready = [part.has["data-panel"] for part in store.inside if isinstance(part, Part)]
    assert len(ready) == len(set(ready))
    assert set(ready) == set(opened_by(page))


def test_a_line_pressed_anywhere_opens_its_event_beside_the_figure_and_close_leads_back() -> None:
    """The step is still the same, and its words stand there again."""
    at = page_at("limits", step="2", scope="brief")
    words = html(at).one(class_="words").words
    press(at, {"event": "vote-2024"})
    assert at.query_params == {"event": "vote-2024", "scope": "brief", "step": "2"}
    assert panel(at).one("h2").words == plain(EXPLAINER.event["vote-2024"].title)
    press(at, {"event": ""})
    assert at.query_params == {"scope": "brief", "step": "2"}
    assert html(at).one(class_="words").words == words
    assert not html(at).all(class_="st-key-event")


def test_the_next_step_closes_an_open_event() -> None:
    at = page_at("limits", step="2", event="vote-2024")
    at.button(key="go-next").click().run()
    assert at.query_params == {"step": "3"}
    assert not html(at).all(class_="st-key-event")


@pytest.mark.parametrize("name", PAGES)
def test_the_row_at_the_top_leads_to_every_part_of_a_page(name: str) -> None:
    """In the page's own order; what stands under a heading with an id is in the row."""
    page = html(page_at(name))
    row = [link.has["href"][1:] for link in page.one("nav", class_="parts").all("a")]
    ids = [part.has["id"] for part in page.all(id=True) if part.has["id"] in row]
    assert ids == row
    assert row[0] == "path"
    assert len(row) >= 3


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("event", "no-such-event"),
        ("event", "<script>alert(1)</script>"),
        ("scope", "everything"),
        ("actors", "atlantis"),
        ("actors", "ostermond,atlantis"),
        ("step", "99"),
        ("step", "-1"),
        ("step", "two"),
        ("present", "yes"),
    ],
)
def test_unknown_value_gives_a_notice(parameter: str, value: str) -> None:
    """A value that means nothing is named in a notice and ignored; the page is shown."""
    at = page_at("reasons", {parameter: value})
    assert not at.exception
    page = html(at)
    notice = page.one("p", class_="notice")
    assert notice.has["role"] == "status"
    assert notice.words
    assert page.one("h1").words == EXPLAINER.reasons.title
    assert not page.all(class_="st-key-event")


def test_event_after_the_brief_widens_the_scope() -> None:
    """A link to a later event shows it, and says why more is shown than usual."""
    event = AFTERWARDS[0]
    at = page_at("timeline", event=event.id)
    assert html(at).one("p", class_="notice").words.startswith("This event came after the brief")
    assert event.title in panel(at).words
    assert event.id in listed(at)


def test_earlier_and_later_keep_to_the_order_of_dates() -> None:
    """Each leads to the neighbour in time of what is shown; at the ends it stays."""
    at = page_at("timeline", event="vote-2024")
    order = listed(at)
    begin = order.index("vote-2024")
    assert panel(at).one(data_status="place").words == f"Event {begin + 1} of {len(order)}"
    for way, name, place in (("later", "Later", begin + 1), ("earlier", "Earlier", begin)):
        button = panel(at).one("button", data_way=way)
        assert button.words == f"{name} event"
        press(at, {"event": button.has["data-event"], "origin": "figure"})
        assert at.query_params["event"] == order[place]
    close = panel(at).one("button", data_way="close")
    assert (close.words, close.has["data-event"]) == ("Close", "")
    press(at, {"event": "", "origin": "figure"})
    assert at.query_params == {}
    for end, way in ((0, "earlier"), (-1, "later")):
        last = panel(page_at("timeline", event=order[end])).one("button", data_way=way)
        assert last.has["data-event"] == order[end]


def test_an_event_outside_the_filters_says_so_and_has_no_neighbours() -> None:
    shown = panel(page_at("timeline", event="vote-1911", scope="brief"))
    assert shown.one(data_status="place").words == "Outside what is shown here"
    assert [button.has["data-way"] for button in shown.all("button", data_way=True)] == ["close"]


# ------------------------------------------------------------------ filters


@pytest.mark.parametrize(
    ("scope", "actors"),
    [
        *((scope, "") for scope in view.SCOPES),
        *(("background", actor) for actor in EXPLAINER.actor),
        ("brief", "qantara"),
        ("afterwards", "ostermond,suimon"),
    ],
)
@pytest.mark.parametrize("name", FIGURE_PAGES)
def test_figure_draws_what_the_list_names(name: str, scope: str, actors: str) -> None:
    """Under every filter the whole figure of any screen holds exactly the events of the list."""
    chosen = set(actors.split(",")) - {""}
    allowed = {"brief": {"brief"}, "background": {"brief", "context"}}
    wanted = [
        event.id
        for event in ordered(EXPLAINER, shown_on(name))
        if event.scope.value in allowed.get(scope, {"brief", "context", "after"})
        and (not chosen or chosen & set(event.actors))
    ]
    noun = "event" if len(wanted) == 1 else "events"
    for form in ("wide", "narrow"):
        at = page_at(name, narrow=form == "narrow", scope=scope, actors=actors, step="0")
        assert not at.exception
        assert listed(at) == wanted
        shown = drawn(at)
        assert set(shown) <= {f"chart-{form}-{figure}" for figure in EXPLAINER.figures_of(name)}
        assert set().union(*shown.values()) == set(wanted), form
        count = html(at).one(data_status="count")
        assert count.words == plain(count.has["data-words"])
        assert count.words.startswith(f"{len(wanted)} {noun} shown")


@pytest.mark.parametrize("name", PAGES)
def test_every_drawn_event_has_a_button(name: str) -> None:
    """What can be clicked in any figure, whole or beside a step, can be opened without one."""
    for step in ("0", "1", "4"):
        at = page_at(name, scope=view.SCOPES[2], step=step)
        openers = set(opened_by(html(at)))
        for key, ids in drawn(at).items():
            assert ids <= openers, key


@pytest.mark.parametrize("name", FIGURE_PAGES)
def test_table_holds_the_events_of_the_list_and_is_folded(name: str) -> None:
    """The table names the same events in the same order."""
    at = page_at(name)
    titles = [plain(EXPLAINER.event[event].title) for event in listed(at)]
    twin = html(at).one("details", class_="twin")
    assert "open" not in twin.has
    assert [cell.words for cell in twin.all("th", scope="row")] == titles


@pytest.mark.parametrize(("name", "scope"), [("timeline", "background"), ("limits", "background")])
def test_a_long_list_shows_one_era_and_a_short_one_every_era(name: str, scope: str) -> None:
    """The era in focus is open at first: the one in which the days fall that it is all about."""
    at = page_at(name, scope=scope)
    events = ordered(EXPLAINER, listed(at))
    eras = [part for part in html(at).one(data_origin="list").all("details") if part.all("ol")]
    found = stretches(EXPLAINER, events)
    assert [era.one("h3").words for era in eras] == [stretch.era.name for stretch in found]
    unfolded = [stretch.era.id for stretch, era in zip(found, eras, strict=True) if era.has]
    every = [stretch.era.id for stretch in found]
    assert unfolded == (["shared"] if len(events) > FEW else every)


def test_both_kinds_of_list_are_tested() -> None:
    assert len(shown_on("limits") - {event.id for event in AFTERWARDS}) <= FEW
    assert len(shown_on("timeline")) > FEW


def test_the_rule_of_the_timeline_stands_below_its_list() -> None:
    listing = html(page_at("timeline")).one(data_origin="list")
    assert listing.words.endswith(EXPLAINER.timeline.selection_rule)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_after_the_brief_unless_asked_for(name: str) -> None:
    """Later events are in no figure, list or sentence in sight until ``?scope=afterwards``."""
    at = page_at(name)
    later = {event.id for event in AFTERWARDS}
    page = html(at)
    for fold in page.all("details"):
        if not fold.fits(class_="next"):
            fold.has["open"] = ""
    said = page.seen
    assert not [event.title for event in AFTERWARDS if event.title in said.words]
    told_later = [point.later for point in EXPLAINER.contested if point.later]
    assert told_later
    assert not [told for told in told_later if told in said.words]
    assert not later & set(opened_by(said))
    assert not later & set(listed(at))
    assert not any(later & ids for ids in drawn(at).values())


@pytest.mark.parametrize("name", ["timeline", "sources"])
def test_what_happened_next_is_shown_when_asked_for(name: str) -> None:
    """``?scope=afterwards`` lists and draws every later event, and opens what is folded for it."""
    at = page_at(name, scope=view.SCOPES[2], step="0")
    later = {event.id for event in AFTERWARDS}
    assert later <= set(listed(at))
    assert later <= drawn(at)[f"chart-wide-{name}"]
    folds = html(at).all("details", class_="next")
    assert folds
    assert all("open" in fold.has for fold in folds)


def test_filters_write_the_address() -> None:
    """Choosing a scope and actors changes the address; an event they hide is closed."""
    at = page_at("timeline", event="vote-1998")
    at.radio(key="scope").set_value("brief").run()
    assert at.query_params == {"scope": "brief"}
    at.get_by_key("actors").set_value(["qantara"]).run()  # type: ignore[union-attr]
    assert at.query_params == {"scope": "brief", "actors": "qantara"}
    assert not at.exception
    assert listed(at)
    for event in listed(at):
        assert "qantara" in EXPLAINER.event[event].actors


def test_filters_keep_an_event_that_they_show() -> None:
    at = page_at("timeline", event="vote-2024", origin="list")
    at.radio(key="scope").set_value("brief").run()
    assert at.query_params == {"event": "vote-2024", "scope": "brief"}


def test_a_figure_of_which_nothing_is_left_says_so_in_its_place() -> None:
    """And the other figure of the page is drawn."""
    at = page_at("reasons", actors="ostermond", step="0")
    assert not at.exception
    assert set(drawn(at)) == {"chart-wide-reasons"}
    assert words(at).count("No event passes these filters") == 1
    at.button(key="all-comparison").click().run()
    assert at.query_params == {"step": "0"}
    assert set(drawn(at)) == {"chart-wide-reasons", "chart-wide-comparison"}


def test_showing_all_again_clears_the_filters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way out of filters that leave nothing clears them in the controls as well."""
    folder = spoilt(tmp_path, "overview.yaml", "    - events: [gate-1964]\n", "")
    change(folder, "overview.yaml", "    events: [gate-1964]\n", "")
    change(folder, "overview.yaml", "vote-1911, vote-1953", "vote-1911")
    monkeypatch.setenv("EXPLAINER_CONTENT", str(folder))
    for way_out in ("all-list", "all-overview"):
        at = page_at("overview", actors="suimon", scope="brief")
        assert not at.exception
        assert not listed(at)
        assert not drawn(at)
        assert words(at).count("No event passes these filters") == 2
        assert at.button(key=way_out).label == "Show all actors"
        at.button(key=way_out).click().run()
        assert at.query_params == {}
        everything = listed(at)
        assert everything
        at.radio(key="scope").set_value("afterwards").run()
        assert at.query_params == {"scope": "afterwards"}
        assert set(listed(at)) > set(everything)


# ------------------------------------------------------------------ bad content

MISTAKES = [
    pytest.param("events.yaml", "precision: decade", "precision: decades", id="value"),
    pytest.param("limits.yaml", "[lawsuit-2003]", "[lawsuit-2004]", id="reference"),
    pytest.param("timeline.yaml", "menu: Calendar", "menu: [Calendar", id="syntax"),
    pytest.param("seminar.yaml", "kicker:", "kickr:", id="key"),
]


@pytest.mark.parametrize(("file", "was", "is_now"), MISTAKES)
def test_bad_content_is_reported_on_every_address_until_mended(
    file: str, was: str, is_now: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake shows as file and line instead of each page; the mended file shows the page."""
    folder = fresh(tmp_path)
    monkeypatch.setenv("EXPLAINER_CONTENT", str(folder))
    change(folder, file, was, is_now)
    line, _ = place_of(file, is_now, folder)
    readers = {name: page_at(name) for name in PAGES}
    for at in readers.values():
        assert not at.exception
        assert not at.get("plotly_chart")
        report = html(at).one(class_="st-key-report")
        assert report.one("h1").words == "The content has 1 mistake, so no page is shown yet"
        assert f"{file}, line {line}, column " in report.words
    change(folder, file, is_now, was)
    for name, at in readers.items():
        at.run()
        assert not at.exception
        assert html(at).one("h1").words == EXPLAINER.page(name).title


def test_missing_folder_is_reported_on_every_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that does not exist is named in the report."""
    monkeypatch.setenv("EXPLAINER_CONTENT", str(tmp_path / "nowhere"))
    for name in PAGES:
        at = page_at(name)
        assert not at.exception
        report = html(at).one(class_="st-key-report")
        assert "nowhere" in report.words
        assert "there is no such folder" in report.words
