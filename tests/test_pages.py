"""Every page as the server builds it: its parts, its parameters, and the report on bad content."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from folders import change, copied, place_of
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, ButtonGroup

from explainer.checks import loader
from explainer.content import selection
from explainer.content.events import Scope
from explainer.content.explainer import CLAIM_PAGES
from explainer.reading import view, wording

APP = Path(__file__).parent.parent / "app.py"
EXPLAINER = loader.load(loader.FOLDER)
PAGES = EXPLAINER.about.pages
FIGURE_PAGES = [name for name in PAGES if name != "seminar"]
FIGURES = {name: (name,) for name in FIGURE_PAGES} | {"reasons": ("reasons", "comparison")}
AFTERWARDS = [event for event in EXPLAINER.events if event.scope is Scope.AFTER]


def page_at(
    name: str, asked: dict[str, str] | None = None, *, narrow: bool = False, **address: str
) -> AppTest:
    """A page opened at an address by a new reader, through the app's entry script."""
    at = AppTest.from_file(APP, default_timeout=20)
    at.session_state["narrow"] = narrow
    if name != "overview":
        at.switch_page(f"pages/{name}.py")
    at.query_params.update(address | (asked or {}))
    return at.run()


def words(part: AppTest | Block) -> str:
    """All words of a page or a part of it, without the marks that make them literal."""
    found = []
    for node in part.main if isinstance(part, AppTest) else part:
        for text in (getattr(node, "value", None), getattr(node, "label", None)):
            if isinstance(text, str):
                found.append(text)
        if getattr(node, "type", "") == "bidi_component":
            found.append(json.loads(node.proto.json).get("said", ""))
    return literal("\n".join(found))


def literal(markdown: str) -> str:
    return re.sub(r"\\(?=\W)", "", markdown).replace("\u00a0", " ")


def block(at: AppTest, key: str) -> Block:
    """The container of that key."""
    found = at.get_by_key(key)
    assert isinstance(found, Block)
    return found


def lines(part: AppTest | Block) -> dict[str, list[str]]:
    """The ids of the events that the lines of a part open, by the key of their group."""
    known = {
        words: event.id
        for event in EXPLAINER.events
        for words in (wording.entry(EXPLAINER, event), wording.evidence(event))
    }
    return {
        str(group.key): [known[label] for label in group.options]
        for group in part.get("button_group")
        if isinstance(group, ButtonGroup) and str(group.key).startswith("open-")
    }


def shown_on(name: str) -> set[str]:
    """The ids of the events that the figures of a page can show."""
    return {event for figure in FIGURES[name] for event in selection.event_ids(EXPLAINER, figure)}


def listed(at: AppTest) -> list[str]:
    """The ids in the list under the figure, in its order."""
    found = lines(block(at, "events"))
    return [name for key, ids in found.items() for name in ids if key.startswith("open-list-")]


def openers(at: AppTest) -> set[str]:
    """The ids of all events that a line of the page opens."""
    return {name for ids in lines(at).values() for name in ids}


def drawn(at: AppTest) -> dict[str, set[str]]:
    """The ids of the events that each chart of the page draws, by the chart's key."""
    found = {}
    for chart in at.get("plotly_chart"):
        spec = json.loads(chart.proto.spec)
        data = [row[0] for trace in spec["data"] for row in trace.get("customdata", [])]
        found[str(chart.key)] = {name for ids in data for name in ids.split()}
    return found


def headings(at: AppTest) -> list[str]:
    """The texts of all headings, without the marks that make them literal."""
    return [*map(literal, (*at.title.values, *at.header.values, *at.subheader.values))]


# ------------------------------------------------------------------ what a page holds


@pytest.mark.parametrize("name", PAGES)
def test_page_shows_its_title_and_the_menu(name: str) -> None:
    """A page runs without an exception and says what it is."""
    at = page_at(name)
    assert not at.exception
    assert [title.value for title in at.title] == [EXPLAINER.page(name).title]
    menu = [link.proto.label.strip("*") for link in block(at, "menu").get("page_link")]
    assert menu == [EXPLAINER.page(page).menu for page in PAGES]


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
    """Each claim stands in its section's tab, with its text, hedge and locators."""
    at = page_at(name)
    sections = getattr(EXPLAINER, name).sections
    assert sections
    for section in sections:
        if len(sections) > 1:
            at.session_state["sections"] = wording.plain(section.title)
            at.run()
        for claim in section.claims:
            said = words(block(at, f"claim-{claim.id}"))
            assert claim.text in said
            assert wording.locators(EXPLAINER, claim.brief) in said
            assert claim.hedge is None or claim.hedge in said


@pytest.mark.parametrize(
    ("name", "step"),
    [(name, step) for name in PAGES for step in range(1, len(EXPLAINER.page(name).steps) + 1)],
)
def test_address_opens_each_step(name: str, step: int) -> None:
    """``?step=n`` shows the title, the text and the look of the step, and which step it is."""
    at = page_at(name, step=str(step))
    path = EXPLAINER.page(name).steps
    assert not at.exception
    assert not at.info
    assert path[step - 1].title in headings(at)
    said = words(block(at, "steps"))
    assert path[step - 1].text in said
    assert path[step - 1].look in said
    assert f"Step {step} of {len(path)}" in said


@pytest.mark.parametrize("name", PAGES)
def test_buttons_walk_the_steps(name: str) -> None:
    """Next leads from the first step to the last; the address says where the reader is."""
    at = page_at(name)
    path = EXPLAINER.page(name).steps
    for number, step in enumerate(path[1:], 2):
        at.button(key="go-next").click().run()
        assert at.query_params == {"step": str(number)}
        assert step.title in headings(at)
    after = PAGES[PAGES.index(name) + 1 :]
    beyond = f"Next: {EXPLAINER.page(after[0]).menu}" if after else "Next"
    assert at.button(key="go-next").label == beyond
    assert not at.button(key="go-next").disabled
    at.button(key="go-whole-figure").click().run()
    assert at.query_params == {"step": "0"}
    assert not at.exception
    at.get_by_key("step").set_value(1).run()  # type: ignore[union-attr]
    assert at.query_params == {}
    assert path[0].title in headings(at)


# ------------------------------------------------------------------ events


@pytest.mark.parametrize(
    ("name", "event", "date"),
    [
        ("overview", "prc-tenth-anniversary-1959", "1 October 1959"),
        ("overview", "kim-jong-il-china-1983", "June 1983"),
        ("timeline", "sino-soviet-split-balancing", "1960s"),
        ("timeline", "kim-arrives-beijing-2025", "2 September 2025, about 16:00"),
        ("timeline", "victory-day-parade-2025", "3 September 2025, 09:00"),
        ("reasons", "china-dprk-strain-2024", "2024"),
        ("reasons", "kim-jong-il-named-1980", "October 1980"),
        ("implications", "inter-korean-september-2018", "18–20 September 2018"),
        ("limits", "china-dprk-thaw-2025", "31 March – 11 July 2025"),
        ("limits", "unsc-2397", "22 December 2017"),
        ("seminar", "kim-xi-summit-2025", "4 September 2025, afternoon or early evening"),
        ("sources", "kim-returns-pyongyang-2025", "5 September 2025, afternoon, expected"),
    ],
)
def test_address_opens_an_event(name: str, event: str, date: str) -> None:
    """``?event=id`` opens the panel: title, date as sharp as known, place, actors, sources."""
    at = page_at(name, event=event)
    assert not at.exception
    assert not at.info
    found, panel = EXPLAINER.event[event], block(at, "event")
    assert [heading.value for heading in panel.subheader] == [found.title]
    said = words(panel)
    assert f"**{date}** · {found.place}" in said
    assert found.description in said
    for actor in found.actors:
        assert EXPLAINER.actor[actor].name in said
    for source in found.sources:
        assert literal(wording.source(EXPLAINER.source[source])) in said
    assert wording.locators(EXPLAINER, found.brief) in said


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("event", "no-such-event"),
        ("event", "<script>alert(1)</script>"),
        ("scope", "everything"),
        ("actors", "atlantis"),
        ("actors", "china,atlantis"),
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
    assert len(at.info) == 1
    assert [title.value for title in at.title] == [EXPLAINER.reasons.title]
    with pytest.raises(KeyError):
        at.get_by_key("event")


def test_event_after_the_brief_widens_the_scope() -> None:
    """A link to a later event shows it, and says why more is shown than usual."""
    event = AFTERWARDS[0]
    at = page_at("timeline", event=event.id)
    assert len(at.info) == 1
    assert event.title in words(block(at, "event"))
    assert event.id in listed(at)


def test_earlier_and_later_keep_to_the_order_of_dates() -> None:
    """Later and Earlier walk to the neighbour in time and back."""
    at = page_at("timeline", event="kim-xi-summit-2025")
    order = listed(at)
    at_first = order.index("kim-xi-summit-2025")
    for label, place in (("Later event", at_first + 1), ("Earlier event", at_first)):
        button = next(button for button in block(at, "event").button if button.label == label)
        button.click().run()
        assert at.query_params["event"] == order[place]
    close = next(button for button in block(at, "event").button if button.label == "Close")
    close.click().run()
    assert at.query_params == {}


# ------------------------------------------------------------------ filters


@pytest.mark.parametrize(
    ("scope", "actors"),
    [
        *((scope, "") for scope in view.SCOPES),
        *(("background", actor) for actor in EXPLAINER.actor),
        ("brief", "russia"),
        ("afterwards", "russia,south-korea"),
    ],
)
@pytest.mark.parametrize("name", FIGURE_PAGES)
def test_figure_draws_what_the_list_names(name: str, scope: str, actors: str) -> None:
    """Under every filter the figure of any screen holds exactly the events of the list."""
    chosen = set(actors.split(",")) - {""}
    allowed = {"brief": {"brief"}, "background": {"brief", "context"}}
    wanted = [
        event.id
        for event in EXPLAINER.events
        if event.id in shown_on(name)
        and event.scope.value in allowed.get(scope, {"brief", "context", "after"})
        and (not chosen or chosen & set(event.actors))
    ]
    noun = "event" if len(wanted) == 1 else "events"
    for form in ("wide", "narrow"):
        at = page_at(name, narrow=form == "narrow", scope=scope, actors=actors)
        assert not at.exception
        assert sorted(listed(at)) == sorted(wanted)
        shown = drawn(at)
        assert set(shown) <= {f"chart-{form}-{figure}" for figure in FIGURES[name]}
        assert set().union(*shown.values()) == set(wanted), form
        assert f"{len(wanted)} {noun} shown" in words(at)


@pytest.mark.parametrize("name", PAGES)
def test_every_drawn_event_has_a_button(name: str) -> None:
    """What can be clicked in any figure can be opened without one."""
    at = page_at(name, scope=view.SCOPES[2])
    for key, ids in drawn(at).items():
        assert ids <= openers(at), key


@pytest.mark.parametrize("name", FIGURE_PAGES)
def test_table_holds_the_events_of_the_list(name: str) -> None:
    """The table names the same events in the same order."""
    at = page_at(name)
    titles = [EXPLAINER.event[event].title for event in listed(at)]
    at.get_by_key("twin").set_value("Table").run()  # type: ignore[union-attr]
    assert not at.exception
    rows = words(block(at, "events")).splitlines()[2:]
    assert [row.split(" | ")[1] for row in rows if row.startswith("|")] == titles


@pytest.mark.parametrize("name", PAGES)
def test_nothing_after_the_brief_unless_asked_for(name: str) -> None:
    """Later events are in no figure, list, button or sentence until ``?scope=afterwards``."""
    at = page_at(name)
    said, later = words(at), {event.id for event in AFTERWARDS}
    assert not [event.title for event in AFTERWARDS if event.title in said]
    assert not later & openers(at)
    assert not any(later & ids for ids in drawn(at).values())


@pytest.mark.parametrize("name", ["timeline", "sources"])
def test_what_happened_next_is_shown_when_asked_for(name: str) -> None:
    """``?scope=afterwards`` lists and draws every later event."""
    at = page_at(name, scope=view.SCOPES[2])
    later = {event.id for event in AFTERWARDS}
    assert later <= set(listed(at))
    assert later <= drawn(at)[f"chart-wide-{name}"]


def test_filters_write_the_address() -> None:
    """Choosing a scope and actors changes the address; an event they hide is closed."""
    at = page_at("timeline", event="kim-xi-dalian-2018")
    at.radio(key="scope").set_value("brief").run()
    assert at.query_params == {"scope": "brief"}
    at.get_by_key("actors").set_value(["russia"]).run()  # type: ignore[union-attr]
    assert at.query_params == {"scope": "brief", "actors": "russia"}
    assert not at.exception
    for event in listed(at):
        assert "russia" in EXPLAINER.event[event].actors


def test_showing_all_again_clears_the_filters() -> None:
    """The way out of filters that leave nothing clears them in the controls as well."""
    at = page_at("reasons", actors="united-nations")
    assert not listed(at)
    next(button for button in at.button if button.label == "Show all actors").click().run()
    assert "actors" not in at.query_params
    everything = listed(at)
    assert everything
    at.radio(key="scope").set_value("afterwards").run()
    assert at.query_params == {"scope": "afterwards"}
    assert set(listed(at)) >= set(everything)


# ------------------------------------------------------------------ bad content

MISTAKES = [
    pytest.param("events.yaml", "precision: decade", "precision: decades", id="value"),
    pytest.param("limits.yaml", "kim-cancels-moscow-2015", "kim-cancels-moskow", id="reference"),
    pytest.param("timeline.yaml", "menu: Timeline", "menu: [Timeline", id="syntax"),
    pytest.param("seminar.yaml", "kicker:", "kickr:", id="key"),
]


@pytest.mark.parametrize(("file", "was", "is_now"), MISTAKES)
def test_bad_content_is_reported_on_every_address_until_mended(
    file: str, was: str, is_now: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake shows as file and line instead of each page; the mended file shows the page."""
    folder = copied(tmp_path)
    monkeypatch.setenv("EXPLAINER_CONTENT", str(folder))
    change(folder, file, was, is_now)
    line, _ = place_of(file, is_now, folder)
    readers = {name: page_at(name) for name in PAGES}
    for name, at in readers.items():
        assert not at.exception
        assert not at.get("plotly_chart")
        assert [title.value for title in at.title] != [EXPLAINER.page(name).title]
        assert re.search(rf"^.*\b{file}, line {line}\b", words(at), re.MULTILINE), words(at)
    change(folder, file, is_now, was)
    for name, at in readers.items():
        at.run()
        assert not at.exception
        assert [title.value for title in at.title] == [EXPLAINER.page(name).title]


@pytest.mark.parametrize("name", PAGES)
def test_missing_folder_is_reported(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that does not exist is named in the report."""
    monkeypatch.setenv("EXPLAINER_CONTENT", str(tmp_path / "nowhere"))
    at = page_at(name)
    assert not at.exception
    assert "nowhere" in words(at)
    assert "there is no such folder" in words(at)
