"""Every word of a control, label, notice or count stands in the catalogue, once, and is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from folders import BRIEF
from jinja2 import nodes
from markupsafe import Markup
from servers import ROOT

from explainer.checks import loader, scales
from explainer.checks.said_of_itself import NOUNS
from explainer.content.claims import Verdict
from explainer.content.events import Scope
from explainer.content.readings import Reading
from explainer.content.relations import Band
from explainer.language.catalogue import many, messages, say
from explainer.reading import words
from explainer.reading.parts import PARTS
from explainer.reading.words import SCORES, STANCES, TEMPLATES, environment
from explainer.server import painted
from explainer.takeaway import citation, export
from explainer.takeaway.stylesheet import TEMPLATES as PAPER

PACKAGE = ROOT / "explainer"
PYTHON = [*ROOT.glob("*.py"), *(ROOT / "pages").glob("*.py"), *PACKAGE.rglob("*.py")]
PAGES = [*TEMPLATES.glob("*.html"), *PAPER.glob("*.html"), *painted.HERE.glob("*.html")]
FOR_AUTHORS = ("report.html", "problem.html")
"""Read only by whoever writes the content, in the language of the files' own keys."""

# ------------------------------------------------------------------ what the catalogue has


@dataclass(frozen=True)
class Message:
    """A message in each of its forms, with the names of the values that it asks for."""

    forms: tuple[str, ...]
    counts: bool

    @property
    def values(self) -> set[str]:
        """The names in braces, in any form."""
        parts = (part for form in self.forms for part in Formatter().parse(form))
        return {name for _, name, _, _ in parts if name is not None}


def held() -> dict[str, Message]:
    """Every message by its key."""
    found = {}
    for message in messages():
        counts = not isinstance(message.id, str)
        key = message.id[0] if counts else str(message.id)
        if key:
            said = message.string or ""
            forms = (said,) if isinstance(said, str) else tuple(said)
            found[key] = Message(forms, counts)
    return found


MESSAGES = held()

# ------------------------------------------------------------------ what is asked of it


@dataclass(frozen=True)
class Asked:
    """One call of ``say`` or ``many``: where, for which key or key made of parts, with what."""

    where: str
    key: str
    is_made: bool
    counts: bool
    values: frozenset[str]

    @property
    def keys(self) -> list[str]:
        """Every key that it can ask for."""
        return MADE[f"{self.where}: {self.key}"] if self.is_made else [self.key]


def in_python(path: Path) -> Iterator[Asked]:
    """What a module asks for."""
    tree = ast.parse(path.read_text("utf-8"))
    within = {
        id(node): function.name
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id in ("say", "many"):
            where = ".".join(filter(None, (path.name, within.get(id(node)))))
            values = frozenset(str(word.arg) for word in node.keywords)
            for key in _either(node.args[0]):
                made = not isinstance(key, ast.Constant)
                said = ast.unparse(key) if made else str(ast.literal_eval(key))
                yield Asked(where, said, made, node.func.id == "many", values)


def _either(key: ast.expr) -> list[ast.expr]:
    return [*_either(key.body), *_either(key.orelse)] if isinstance(key, ast.IfExp) else [key]


@cache
def parsed(path: Path) -> nodes.Template:
    return environment(PAPER).parse(path.read_text("utf-8"))


def in_template(path: Path) -> Iterator[Asked]:
    """What a template asks for."""
    tree = parsed(path)
    within = {
        id(call): macro.name
        for macro in tree.find_all(nodes.Macro)
        for call in macro.find_all(nodes.Call)
    }
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in ("say", "many"):
            where = ".".join(filter(None, (path.name, within.get(id(call)))))
            values = frozenset(word.key for word in call.kwargs)
            key, counts = call.args[0], call.node.name == "many"
            yield Asked(where, _read(key), not isinstance(key, nodes.Const), counts, values)


def _read(key: nodes.Node) -> str:
    match key:
        case nodes.Const(value=str(value)):
            return value
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=node, attr=attr):
            return f"{_read(node)}.{attr}"
        case nodes.Concat(nodes=parts):
            return " ~ ".join(map(_read, parts))
    raise AssertionError(f"a key in a form that no test understands: {key}")


ASKED = [
    *(asked for path in PYTHON for asked in in_python(path)),
    *(asked for path in PAGES for asked in in_template(path)),
]

# ------------------------------------------------------------------ keys that are made of parts


def given_to(file: str, function: str, place: int) -> list[str]:
    """Every text that a module gives one of its functions at a place among the arguments."""
    calls = (node for node in ast.walk(ast.parse((PACKAGE / file).read_text("utf-8"))))
    return [
        argument.value
        for call in calls
        if isinstance(call, ast.Call) and ast.unparse(call.func) == function
        for argument in call.args[place : place + 1]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def gone_through(path: Path) -> list[str]:
    """Every text that a template goes through one by one where it names them itself."""
    return [
        item.value
        for loop in parsed(path).find_all(nodes.For)
        if isinstance(loop.iter, nodes.Tuple)
        for item in loop.iter.items
        if isinstance(item, nodes.Const)
    ]


ABOUT = loader.load(BRIEF).about
UNITS = ("months", "years")
MADE: dict[str, list[str]] = {
    "said_of_itself.py._forms: noun": list(NOUNS),
    "wording.py.standing: key": [f"scope-{scope}" for scope in Scope],
    "wording.py.standing: f'{key}-long'": [f"scope-{Scope.CONTEXT}-long"],
    "wording.py.own_words: key": ["authors-hedge", "authors-emphasis"],
    "wording.py._does: f'verdict-{verdict}'": [f"verdict-{verdict}" for verdict in Verdict],
    "downloads.py.downloads: f'file-{download.name}'": [
        f"file-{download.name}" for download in export.DOWNLOADS
    ],
    "presenter.py.way: name": given_to("ui/presenter.py", "way", 1),
    "figure.py._way: key": given_to("ui/figure.py", "_way", 1),
    "painted.py._way: key": ["back", "next"],
    "parts.py.parts_of: f'part-{part}'": [
        f"part-{part}" for part in dict.fromkeys(chain.from_iterable(PARTS.values()))
    ],
    "dates.py.length_words: f'less-than-one-of-{unit}'": [
        f"less-than-one-of-{unit}" for unit in UNITS
    ],
    "dates.py._count: f'length-in-{unit}'": [
        f"length-in-{unit}" for unit in {*UNITS, *given_to("language/dates.py", "_count", 1)}
    ],
    "scales.py._named: f'length-in-{unit}'": [f"length-in-{unit}" for unit in scales.UNITS],
    "event.html.table: column- ~ name": [
        f"column-{name}" for name in gone_through(TEMPLATES / "event.html")
    ],
    "reading.html.reading: stance- ~ one.stance": [
        f"stance-{stance}" for stance in get_args(Reading.model_fields["stance"].annotation)
    ],
    "series.html.relationship: dating- ~ band.dating": [
        f"dating-{dating}"
        for dating in get_args(Band.model_fields["dating"].annotation)
        if dating != "exact"
    ],
    "claim.html.score: name": list(SCORES),
    "claim.html.boxes: name": list(SCORES),
    "heights.py.claim: name": list(SCORES),
    "two_pages.py._left_out: key": ["more-sentences", "more-claims", "more-questions"],
    "sources_page.html.brief: key": [key for key, _ in citation.all_styles(ABOUT, "")],
}
"""Every key that a place can make which does not name its keys."""


def test_every_place_that_makes_a_key_is_known_with_all_that_it_can_make() -> None:
    assert {f"{asked.where}: {asked.key}" for asked in ASKED if asked.is_made} == set(MADE)
    assert all(MADE.values())
    assert set(STANCES) == set(get_args(Reading.model_fields["stance"].annotation))


def test_every_key_that_is_asked_for_has_a_message_and_every_message_is_asked_for() -> None:
    asked = {key for one in ASKED for key in one.keys}
    assert len(ASKED) > 150
    assert sorted(asked - set(MESSAGES)) == []
    assert sorted(set(MESSAGES) - asked) == []


def test_every_message_is_given_the_values_that_it_asks_for_and_no_others() -> None:
    for asked in ASKED:
        for key in asked.keys:
            counted = {"number"} if asked.counts else set()
            wanted = MESSAGES[key].values
            assert MESSAGES[key].counts is asked.counts, asked
            assert wanted - counted == asked.values - counted, (asked, key)


def test_the_browser_fills_in_what_it_counts_itself() -> None:
    """The names that the script knows are those of the message."""
    script = words.QUIZ.read_text("utf-8")
    counts = re.search(r"const counts = \{(.*?)\};", script, re.DOTALL)
    assert counts
    assert set(re.findall(r"(\w+):", counts[1])) == MESSAGES["answered"].values


# ------------------------------------------------------------------ messages and their values


@pytest.mark.parametrize(
    ("key", "number", "words"),
    [
        ("events", 0, "0 events"),
        ("events", 1, "1 event"),
        ("events", 2, "2 events"),
        ("sources", 1200, "1,200 sources"),
        ("all-sources", 1, "The one source"),
        ("all-sources", 9, "All 9 sources"),
        ("steps", 1, "1 step"),
    ],
)
def test_a_number_chooses_the_form_of_a_message(key: str, number: int, words: str) -> None:
    assert many(key, number) == words


def test_every_message_that_counts_has_each_form_of_the_language_and_no_form_is_empty() -> None:
    for key, message in MESSAGES.items():
        assert len(message.forms) == (messages().num_plurals if message.counts else 1), key
        assert all(form.strip() == form != "" for form in message.forms), key
        one, *others = [Message((form,), True).values - {"number"} for form in message.forms]
        assert all(values == one for values in others), key


def test_no_message_can_be_asked_without_its_values() -> None:
    asking = {key: message for key, message in MESSAGES.items() if message.values - {"number"}}
    assert len(asking) > 30
    for key, message in asking.items():
        with pytest.raises(KeyError):
            many(key, 2) if message.counts else say(key)
        with pytest.raises(KeyError):
            many(key, 2, other="x") if message.counts else say(key, other="x")


def test_a_key_without_a_message_is_refused() -> None:
    for key in ("no-such-key", ""):
        with pytest.raises(KeyError, match="the catalogue has no message"):
            say(key)
        with pytest.raises(KeyError, match="the catalogue has no message"):
            many(key, 2)


HOSTILE = '<b>"&{x}'


def test_a_value_that_is_html_stays_so_and_every_other_is_escaped_beside_it() -> None:
    link = Markup('<a href="#x">x</a>')
    kept = say("series-unit", series=link, unit=HOSTILE)
    assert kept == '<a href="#x">x</a>, &lt;b&gt;&#34;&amp;{x}'
    assert isinstance(kept, Markup)
    counted = many("events-shown", 1, scope=link, actors=HOSTILE)
    assert counted == '1 event shown: <a href="#x">x</a> · &lt;b&gt;&#34;&amp;{x}'


def test_a_message_of_plain_values_is_plain_and_escaped_by_the_template_that_says_it() -> None:
    plain = say("series-unit", series=HOSTILE, unit="x")
    assert plain == f"{HOSTILE}, x"
    assert not isinstance(plain, Markup)
    shown = environment().from_string("{{ say('series-unit', series=it, unit='x') }}")
    assert shown.render(it=HOSTILE) == "&lt;b&gt;&#34;&amp;{x}, x"


# ------------------------------------------------------------------ words that stand elsewhere

WORD = re.compile(r"[^\W\d_]{2,}")
SAID = re.compile(r"[a-z]{2,},? [a-z]{2,}|\b[A-Z][a-z]+", re.ASCII)
"""Two words, or one with a capital: what a reader may be meant to read."""
READ_OUT = re.compile(r"""\b(?:aria-label|title|placeholder|alt|content)=["']([^"'{]*[^\W\d_])""")


def template_words(text: str) -> list[str]:
    """What readers of a template's own text would read: outside tags, and in some attributes."""
    bare = re.sub(r"<style>.*?</style>|<!doctype[^>]*>", " ", text, flags=re.S)
    said = re.sub(r"&[a-z]+;", " ", re.sub(r"<[^>]*>", " ", bare))
    return WORD.findall(said) + READ_OUT.findall(re.sub(r"<meta[^>]*>", "", bare))


def literal(path: Path) -> tuple[str, list[str]]:
    """A template's text with each expression as braces, and the texts that expressions hold."""
    tree = parsed(path)
    shown = []
    for output in tree.find_all(nodes.Output):
        shown += [
            node.data if isinstance(node, nodes.TemplateData) else "{}" for node in output.nodes
        ]
    return "".join(shown), [
        const.value for const in tree.find_all(nodes.Const) if isinstance(const.value, str)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<p class="small">{}</p>', []),
        ("<p>Close</p>", ["Close"]),
        ('<nav aria-label="Pages">{}&nbsp;·</nav>', ["Pages"]),
        ('<nav aria-label="{}">≈ {}</nav>', []),
        ("<p>{} of {}</p>", ["of"]),
    ],
)
def test_words_in_a_template_are_found(text: str, words: list[str]) -> None:
    assert template_words(text) == words


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(path: Path) -> None:
    text, held = literal(path)
    said = [*template_words(text), *(one for one in held if SAID.search(one))]
    assert bool(said) is (path.name in FOR_AUTHORS), said


KEYBOARD = {"Left", "Right", "PageUp", "PageDown", "Home", "End", "Escape", "N"}
FOR_PROGRAMS = {"Reader", "Mobi", "User-Agent", "turn to"}
"""What code exports, what a browser sends, and a name in a session's memory."""


def python_words(source: str) -> list[str]:
    """The texts of a module that could be meant for readers."""
    tree = ast.parse(source)
    silent = {
        id(inner)
        for node in ast.walk(tree)
        if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        or (isinstance(node, ast.Call) and "logging.getLogger" in ast.unparse(node.func))
        for inner in ast.walk(node)
    }
    found = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent
    )
    known = KEYBOARD | FOR_PROGRAMS
    return [
        text for text in found if text not in known and SAID.search(re.sub("<[^>]*>", " ", text))
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('"""Documented."""\nst.button("Close")', ["Close"]),
        ('st.button(f"{way}: go on")', [": go on"]),
        ("st.button(say('close'), shortcut='Left')", []),
        ("logging.getLogger(__name__).warning('Nobody reads this but us')", []),
        ("LINK = '<a href=\"{}\">{}</a>'", []),
    ],
)
def test_words_in_code_are_found(source: str, words: list[str]) -> None:
    assert python_words(source) == words


def shown_by() -> Iterable[Path]:
    """The modules that show something."""
    yield ROOT / "overview.py"
    yield from (ROOT / "pages").glob("*.py")
    for room in ("ui", "reading"):
        yield from (path for path in (PACKAGE / room).glob("*.py") if path.name != "component.py")


def test_no_code_that_shows_a_page_has_words_of_its_own() -> None:
    found = {path.name: python_words(path.read_text("utf-8")) for path in shown_by()}
    assert len(found) > 20
    assert {name: said for name, said in found.items() if said} == {}


def test_no_script_has_words_of_its_own() -> None:
    scripts = list((PACKAGE / "ui").glob("*.js")) + list(PAPER.glob("*.js"))
    assert len(scripts) > 4
    for path in scripts:
        code = re.sub(r"^\s*//.*|\s//.*", "", path.read_text("utf-8"), flags=re.MULTILINE)
        texts = re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`", code)
        said = [
            text
            for three in texts
            for text in three
            if re.search(r"^(?!Escape$)[A-Z][a-z]+\b", text)
        ]
        assert not said, path.name
