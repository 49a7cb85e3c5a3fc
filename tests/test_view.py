"""An address means one view, however it was sent; what means nothing is ignored with a notice."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from urllib.parse import quote

import pytest
from folders import BRIEF
from hypothesis import given
from hypothesis import strategies as st

from explainer.checks import loader
from explainer.content.events import Scope
from explainer.reading import view
from explainer.reading.view import View

EXPLAINER = loader.load(BRIEF)
STEPS = 6
EVENTS = tuple(event.id for event in EXPLAINER.events)
LATER = tuple(event.id for event in EXPLAINER.events if event.scope is Scope.AFTER)
ACTORS = tuple(actor.id for actor in EXPLAINER.actors)
EVENT = "vote-2024"


def read(address: dict[str, str]) -> tuple[View, tuple[str, ...]]:
    return view.read(address, EXPLAINER, STEPS)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param({}, View(), id="nothing"),
        pytest.param({"event": EVENT}, View(event=EVENT), id="event"),
        pytest.param({"scope": "brief"}, View(scope="brief"), id="only the brief"),
        pytest.param({"scope": "background"}, View(), id="the usual scope"),
        pytest.param({"scope": "afterwards"}, View(scope="afterwards"), id="what came next"),
        pytest.param(
            {"actors": "ostermond,qantara"}, View(actors=("ostermond", "qantara")), id="two actors"
        ),
        pytest.param(
            {"actors": "ostermond,ostermond"}, View(actors=("ostermond",)), id="actor repeated"
        ),
        pytest.param({"actors": ",ostermond,,"}, View(actors=("ostermond",)), id="stray commas"),
        pytest.param({"actors": ","}, View(), id="only a comma"),
        pytest.param({"step": "3"}, View(step=3), id="step"),
        pytest.param({"step": "1"}, View(step=1), id="first step"),
        pytest.param({"step": "0"}, View(step=0), id="whole figure"),
        pytest.param({"step": "6"}, View(step=6), id="last step"),
        pytest.param({"present": "1"}, View(present=True), id="presenter mode"),
        pytest.param({"notes": "1"}, View(notes=True), id="the speaker's page"),
        pytest.param(
            {"event": "", "scope": "", "actors": "", "step": "", "present": ""},
            View(),
            id="all empty",
        ),
        pytest.param({"utm_source": "mail", "embed": "true"}, View(), id="parameters of others"),
        pytest.param(
            {"event": EVENT, "scope": "brief", "actors": "ostermond", "step": "2", "present": "1"},
            View(EVENT, "brief", ("ostermond",), 2, True),
            id="all at once",
        ),
    ],
)
def test_an_address_is_read_without_a_notice(address: dict[str, str], expected: View) -> None:
    assert read(address) == (expected, ())


SENT = {
    "event": EVENT,
    "scope": "brief",
    "actors": "ostermond,qantara",
    "step": "2",
    "present": "1",
}
MEANT = View(EVENT, "brief", ("ostermond", "qantara"), 2, True)


@pytest.mark.parametrize(
    "left",
    [
        pytest.param("{}" + end, id=f"{kind} after it")
        for end, kind in {
            ".": "a full stop",
            ",": "a comma",
            ";": "a semicolon",
            ":": "a colon",
            "!": "an exclamation mark",
            "?": "a question mark",
            "…": "dots",
            "...": "three full stops",
            ")": "a closing bracket",
            "].": "a square bracket and a full stop",
            '"': "a quotation mark",
            "’": "a curly quotation mark",
            "»,": "a quotation mark and a comma",
            "**": "what made it bold",
            "。": "a full stop of another script",
            " ": "a space",
            "\u00a0": "a no-break space",
            "\r\n": "a line break",
            "\u200b": "a space without width",
            "—": "a dash",
            "%20": "an escaped space",
            "%2E": "an escaped full stop",
            "%252E": "a full stop escaped twice",
        }.items()
    ]
    + [
        pytest.param(" {}", id="a space before it"),
        pytest.param("“{}”", id="quotation marks around it"),
        pytest.param("<{}>", id="angle brackets around it"),
        pytest.param("%22{}%22", id="escaped quotation marks around it"),
    ],
)
@pytest.mark.parametrize("name", SENT)
def test_what_a_chat_program_leaves_around_a_value_does_not_matter(name: str, left: str) -> None:
    assert read(SENT | {name: left.format(SENT[name])}) == (MEANT, ())


def percent(text: str) -> str:
    """Every sign escaped, though none need be."""
    return "".join(f"%{byte:02x}" for byte in text.encode())


@pytest.mark.parametrize("name", SENT)
@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(str.upper, id="in capitals"),
        pytest.param(str.capitalize, id="with a capital"),
        pytest.param(percent, id="escaped"),
        pytest.param(lambda text: quote(percent(text)), id="escaped twice"),
        pytest.param(lambda text: text.replace("-", "\u2011"), id="with hyphens that do not break"),
        pytest.param(lambda text: text.replace("-", "–"), id="with dashes for hyphens"),
    ],
)
def test_a_value_means_the_same_in_other_letters(name: str, sent: Callable[[str], str]) -> None:
    assert read(SENT | {name: sent(SENT[name])}) == (MEANT, ())


@pytest.mark.parametrize(
    "actors",
    [
        "ostermond, qantara",
        "ostermond ,qantara",
        "Ostermond, Qantara.",
        "ostermond qantara",
        "ostermond%2C%20qantara",
        "ostermond%2Cqantara",
        "ostermond;qantara",
        "ostermond、qantara",
        "ostermond,\nqantara",
        "(ostermond, qantara)",
        "ostermond, qantara, .",
    ],
)
def test_a_list_of_actors_is_read_whatever_stands_between_them(actors: str) -> None:
    assert read(SENT | {"actors": actors}) == (MEANT, ())


@pytest.mark.parametrize("name", SENT)
@pytest.mark.parametrize(
    "mangled", ["amp;{}", "amp;amp;{}", "amp%3B{}", " {}", "AMP;{}", "\u200b{}"]
)
def test_a_parameter_whose_ampersand_was_escaped_is_read(name: str, mangled: str) -> None:
    address = {key: value for key, value in SENT.items() if key != name}
    assert read(address | {mangled.format(name): SENT[name]}) == (MEANT, ())
    assert read({mangled.format(key): value for key, value in SENT.items()}) == (MEANT, ())


def test_a_parameter_under_its_own_name_goes_before_a_mangled_one() -> None:
    for address in ({"amp;step": "3", "step": "2"}, {"step": "2", "amp;step": "3"}):
        assert read(address) == (View(step=2), ())


def test_a_view_is_written_as_we_write_it_however_it_was_read() -> None:
    found, _ = read(
        {"amp;actors": "Ostermond, Qantara.", "STEP": "2)", "event": f"{EVENT.upper()} "}
    )
    assert found.address() == {"event": EVENT, "actors": "ostermond,qantara", "step": "2"}


def test_a_long_value_of_signs_is_read_at_once() -> None:
    for value in ("[" * 60_000, "-" * 60_000 + "x", "%25" * 20_000, "a," * 30_000, " " * 60_000):
        for name in SENT:
            begun = time.process_time()
            read({name: value})
            assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    "asked", ["Timeline", "TIMELINE", "timeline.", "timeline%20", "timeline),", "“timeline”"]
)
def test_a_page_is_found_in_other_letters_and_with_signs_around_it(asked: str) -> None:
    assert view.page_meant(asked, EXPLAINER.about.pages) == "timeline"


@pytest.mark.parametrize(
    "asked", ["timelin", "timelines", "app.py", "", ".", "../etc", "time line"]
)
def test_no_other_page_is_guessed(asked: str) -> None:
    assert view.page_meant(asked, EXPLAINER.about.pages) is None


def test_an_unknown_page_is_named_without_what_could_be_acted_on() -> None:
    assert view.unknown_page("time%3Cb%3Elin.org") == (
        "There is no page called “time·b·lin·org” here. The menu leads to every page."
    )


@pytest.mark.parametrize(
    ("address", "notice"),
    [
        pytest.param({"event": "no-such-event"}, "no event called “no‑such‑event”", id="event"),
        pytest.param({"event": f"{EVENT},{EVENT}"}, "no event called", id="two events"),
        pytest.param({"event": "<script>alert(1)</script>"}, "script", id="script"),
        pytest.param({"event": "../../etc/passwd"}, "etc", id="path"),
        pytest.param({"event": "a\x00b\nc\x1b[31m"}, "“a·b·c··31m”", id="control characters"),
        pytest.param({"event": "x" * 100_000}, f"“{'x' * 40}…”", id="long value"),
        pytest.param({"event": "__class__"}, "class", id="dunder"),
        pytest.param({"event": "\ud800"}, "no event called “·”", id="half a character"),
        pytest.param({"event": "\u202egnp"}, "“·gnp”", id="right-to-left override"),
        pytest.param({"event": "[" * 9_000}, f"“{'·' * 40}…”", id="nested brackets"),
        pytest.param({"event": "a" + "\u0301" * 9_000}, f"“a{'·' * 39}…”", id="stacked accents"),
        pytest.param({"scope": "everything"}, "“everything” is not a choice", id="scope"),
        pytest.param({"scope": "after"}, "“after” is not a choice", id="scope of the files"),
        pytest.param({"actors": "atlantis"}, "no actor called “atlantis”", id="actor"),
        pytest.param({"actors": "%3Cimg%3E"}, "no actor called “·img·”", id="encoded twice"),
        pytest.param(
            {"actors": "\u043estermond"},
            "no actor called “\u043estermond”",
            id="actor in look-alikes",
        ),
        pytest.param(
            {"actors": ",".join(f"a{number}" for number in range(9_000))},
            "no actor called “a0”",
            id="thousands of actors",
        ),
        pytest.param({"step": "7"}, "no step “7”", id="step after the last"),
        pytest.param({"step": "999"}, "no step “999”", id="step 999"),
        pytest.param({"step": "9" * 5000}, "no step “9999", id="step of 5,000 figures"),
        pytest.param({"step": "-1"}, "no step “‑1”", id="step below nought"),
        pytest.param({"step": "abc"}, "no step “abc”", id="step in letters"),
        pytest.param({"step": "²"}, "no step “²”", id="step as an exponent"),
        pytest.param({"step": "٣"}, "no step “٣”", id="step in another script"),
        pytest.param({"step": "2.5"}, "no step “2·5”", id="half a step"),
        pytest.param({"step": "1e0"}, "no step “1e0”", id="step as a power"),
        pytest.param({"step": "1_0"}, "no step “1 0”", id="step as code writes it"),
        pytest.param({"present": "true"}, "only present=1", id="present in words"),
        pytest.param({"present": "0"}, "only present=1", id="present nought"),
        pytest.param({"notes": "yes"}, "only notes=1", id="notes in words"),
    ],
)
def test_a_value_that_means_nothing_is_ignored_with_one_notice(
    address: dict[str, str], notice: str
) -> None:
    found, notices = read(address)
    assert found == View()
    assert len(notices) == 1
    assert notice in notices[0]
    assert len(notices[0]) < 160


def test_known_actors_are_kept_beside_unknown_ones() -> None:
    found, notices = read({"actors": "atlantis,ostermond,eldorado"})
    assert found == View(actors=("ostermond",))
    assert notices == ("There is no actor called “atlantis” here. It is left out.",)


def test_every_bad_parameter_gets_its_own_notice() -> None:
    found, notices = read(
        {"event": "x", "scope": "x", "actors": "x", "step": "x", "present": "x", "notes": "x"}
    )
    assert found == View()
    assert len(notices) == 6


@pytest.mark.parametrize("event", LATER)
def test_a_link_to_a_later_event_asks_for_what_happened_next(event: str) -> None:
    found, notices = read({"event": event, "scope": "brief"})
    assert found == View(event=event, scope="afterwards")
    assert notices == ("This event came after the brief, so what happened next is shown.",)


views = st.builds(
    View,
    st.none() | st.sampled_from(EVENTS),
    st.sampled_from(view.SCOPES),
    st.lists(st.sampled_from(ACTORS), unique=True).map(tuple),
    st.integers(0, STEPS),
    st.booleans(),
).filter(lambda found: found.event not in LATER or found.scope == "afterwards")


@given(views)
def test_every_view_has_an_address_that_leads_back_to_it(found: View) -> None:
    assert read(found.address()) == (found, ())


@given(views, views)
def test_views_that_differ_have_addresses_that_differ(one: View, other: View) -> None:
    assert (one.address() == other.address()) is (one == other)


def test_the_usual_view_has_an_empty_address() -> None:
    assert View().address() == {}


@given(views)
def test_filters_go_along_to_other_pages_and_nothing_else_does(found: View) -> None:
    there, notices = read(found.elsewhere())
    assert there == View(scope=found.scope, actors=found.actors)
    assert not notices


@given(
    st.dictionaries(
        st.sampled_from(["event", "scope", "actors", "step", "present", "notes"]),
        st.text(max_size=60),
    )
)
def test_no_address_breaks_a_page_or_is_repeated_raw(address: dict[str, str]) -> None:
    found, notices = read(address)
    assert read(found.address()) == (found, ())
    for notice in notices:
        plain = re.sub("(present|notes)=1", "", notice)
        assert not set(plain) & set("<>[](){}*_`~$#|\\!&@/\n\r\x00")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("www.example.org", "“www·example·org”", id="an address stays plain"),
        pytest.param("https://example.org", "“https···example·org”", id="a link stays plain"),
        pytest.param("a@example.org", "“a·example·org”", id="mail stays plain"),
        pytest.param(":material/home:", "“·material·home·”", id="an icon stays plain"),
        pytest.param("**bold**", "“··bold··”", id="bold stays plain"),
        pytest.param("$x$", "“·x·”", id="a formula stays plain"),
        pytest.param("snake_case-id", "“snake case‑id”", id="signs inside words"),
        pytest.param("Müller 習近平", "“Müller 習近平”", id="letters of any script"),
    ],
)
def test_a_notice_never_carries_markup_or_links(typed: str, shown: str) -> None:
    assert view.quote(typed) == shown


@pytest.mark.parametrize(
    ("scope", "shown"),
    [
        pytest.param("brief", {Scope.BRIEF}, id="brief"),
        pytest.param("background", {Scope.BRIEF, Scope.CONTEXT}, id="background"),
        pytest.param("afterwards", set(Scope), id="afterwards"),
    ],
)
def test_a_scope_shows_its_events_and_no_later_ones(scope: str, shown: set[Scope]) -> None:
    passing = {event.scope for event in EXPLAINER.events if View(scope=scope).shows(event)}
    assert passing == shown


@pytest.mark.parametrize("actor", ACTORS)
def test_an_actor_filter_shows_exactly_that_actors_events(actor: str) -> None:
    chosen = View(scope="afterwards", actors=(actor,))
    passing = {event.id for event in EXPLAINER.events if chosen.shows(event)}
    assert passing == {event.id for event in EXPLAINER.events if actor in event.actors}
    assert passing


def test_a_link_outlives_a_change_of_the_event_s_title() -> None:
    """Links carry the id that an author wrote by hand, never words of the title."""
    old = EXPLAINER.events[0]
    new = old.model_copy(update={"title": "Another title altogether"})
    changed = EXPLAINER.model_copy(update={"events": (new, *EXPLAINER.events[1:])})
    vars(changed).pop("event", None)
    seen, notices = view.read(View(event=old.id).address(), changed, STEPS)
    assert changed.event[old.id].title != old.title
    assert seen.event == old.id
    assert not notices
