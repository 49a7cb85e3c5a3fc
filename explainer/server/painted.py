"""The page that is sent before the app has started: the same view, in words, pictures and links.

It stands beside the place where the app draws itself, and goes when the app's own page is there.
Without JavaScript it is the page.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from threading import Lock
from typing import get_args

from babel import Locale
from markupsafe import Markup, escape

from explainer import figures
from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.content import selection
from explainer.content.about import About
from explainer.content.explainer import Explainer
from explainer.content.pages import ArgumentPage, OverviewPage, SeminarPage, SourcesPage
from explainer.content.steps import Page
from explainer.figures import palette
from explainer.figures.forms import NARROW, POCKET, STEP, WIDE
from explainer.figures.svg import properties, svg
from explainer.language.catalogue import say
from explainer.reading import view, wording, words
from explainer.reading.report import worded
from explainer.reading.seen import Seen, predictions, station
from explainer.reading.ways import FRONT
from explainer.reading.words import Words, environment
from explainer.server.files import Answer, index, named
from explainer.server.head import said_of
from explainer.server.ways import PaintedWays, address
from explainer.takeaway import citation

HERE = Path(__file__).parent / "templates"
UI = Path(__file__).parents[1] / "ui"
KEPT = 300
"""How many views are kept painted."""
CHUNKS = ("PlotlyChart.*.js",)
"""What of Streamlit's the app needs for its figure, and would ask for late."""
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
LOADS = re.compile(
    r'<script type="module"[^>]*></script>'
    r'|<link\s[^>]*rel="(?:modulepreload|stylesheet|preload)"[^>]*>'
)
"""What makes a browser load the app."""
START = re.compile(r'<script type="module"[^>]*></script>|<link\s[^>]*rel="stylesheet"[^>]*>')
"""What of it would keep a browser from showing the page first."""
NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
ROOT = '<div id="root"></div>'
PAGES = get_args(get_args(About.model_fields["pages"].annotation)[0])
"""Every address that is a page's, whatever the content holds."""
REPORT = '<div id="painted" data-testid="stApp"><div data-testid="stMain">{}</div></div>'


@dataclass(frozen=True)
class _Key:
    """What one painted page depends on."""

    edition: int
    page: str
    view: view.View
    home: str


_kept: OrderedDict[_Key, tuple[Explainer, Answer]] = OrderedDict()
_lock = Lock()


def page(name: str, asked: Mapping[str, str], home: str) -> Answer | None:
    """The page at an address below ``home``, with its parameters; None if there is no such page.

    Nothing that a stranger wrote into the address is shown: what it cannot mean is left out here,
    and the app gives its notice.
    """
    name = name or FRONT
    if name not in PAGES:
        return None
    try:
        explainer = loader.load()
    except ContentError as error:
        head = f"<title>{escape(say('content-report'))}</title>"
        report = worded(error, loader.folder())
        return _answer(_sent(index(), head, REPORT.format(report)))
    if name not in explainer.pages:
        return None
    found = explainer.page(name)
    asked_for, _ = view.read(asked, explainer, len(found.steps))
    key = _Key(id(explainer), name, asked_for, home)
    with _lock:
        if key in _kept and _kept[key][0] is explainer:
            _kept.move_to_end(key)
            return _kept[key][1]
    answer = _answer(_whole(Seen(explainer, name, found, asked_for), home))
    with _lock:
        _kept[key] = explainer, answer
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return answer


def _answer(text: str) -> Answer:
    return Answer(text.encode(), "text/html; charset=utf-8", "no-cache", quality=5)


def _whole(seen: Seen, home: str) -> str:
    """Streamlit's own page with the painted one beside its root."""
    about = seen.explainer.about
    shown = environment(HERE).get_template("head.html").render(said_of(seen, home))
    text = index().replace(
        '<html lang="en">',
        f'<html lang="{escape(about.language)}" dir="{_way_of_writing(about.language)}">',
        1,
    )
    # A stage fills the screen with a step alone: what a page shows would only flash there.
    is_staged = seen.view.present or seen.view.notes
    return _sent(text, shown, "" if is_staged else _body(seen))


def _sent(text: str, head: str, body: str) -> str:
    """A page of Streamlit's with another title, and with the painted page if there is one."""
    text = TITLE.sub(lambda _: head, text, count=1)
    if not body:
        return text
    # What the app is made of waits until the words and the figure are on the screen.
    loads = "".join(found[0] for found in LOADS.finditer(text))
    loads += "".join(
        f'<link rel="modulepreload" crossorigin fetchpriority="low" href="./{chunk}">'
        for chunk in filter(None, map(named, CHUNKS))
    )
    starts = "".join(START.findall(loads))
    held = f'{START.sub("", loads)}<template id="loads">{starts}</template>'
    text = NOSCRIPT.sub("", LOADS.sub("", text), count=1)
    text = text.replace("</head>", f"<style>{_style()}</style></head>", 1)
    return text.replace(ROOT, f"{ROOT}{body}{held}<script>{_script()}</script>", 1)


def _way_of_writing(language: str) -> str:
    """The direction that a language is written in, for the attribute ``dir``."""
    order = Locale.parse(language, sep="-").character_order
    return "rtl" if order == "right-to-left" else "ltr"


@cache
def _style() -> str:
    own = (HERE / "painted.css").read_text("utf-8")
    return "\n".join(
        (
            ":root{color-scheme:light dark}",
            f"#painted{{{palette.variables()}{properties()}}}",
            own.replace("SANS", _font("Sans*Upright")).replace("SERIF", _font("Serif*Roman")),
            words.STYLE.read_text("utf-8"),
            (UI / "style.css").read_text("utf-8"),
        )
    )


def _font(name: str) -> str:
    return "./" + named(f"Source{name}*.woff2")


@cache
def _script() -> str:
    return (HERE / "change.js").read_text("utf-8")


# ------------------------------------------------------------------ what stands on the page


def _body(seen: Seen) -> str:
    """The painted page itself."""
    ways = PaintedWays(seen.explainer, seen.name, seen.view)
    put = Words(seen.explainer, ways)
    at = 0 if seen.guesses else seen.at
    back, following = (_way(seen, key, at + by) for key, by in (("back", -1), ("next", 1)))
    drawn = seen.explainer.figures_of(seen.name) if seen.is_whole else (seen.figure,)
    return (
        environment(HERE)
        .get_template("painted.html")
        .render(
            **put.context(),
            put=put,
            seen=seen,
            drawable=lambda name: selection.event_ids(seen.explainer, name),
            at=at,
            back=back,
            following=following,
            plates={name: _plates(seen, name, ways) for name in drawn},
            filters=_filters(seen, put) if seen.is_whole else (),
            said=wording.count(
                len(seen.shown()),
                seen.view.scope,
                [seen.explainer.actor[name] for name in seen.view.actors],
                seen.explainer,
            ),
            below=tuple(filter(str.strip, (put(*part) for part in _below(seen)))),
        )
    )


def _way(seen: Seen, key: str, step: int) -> tuple[str, str]:
    """Where Back or Next leads, and its words."""
    page, number = station(seen, step)
    menu = "" if page == seen.name else wording.plain(seen.explainer.page(page).menu)
    label = say("way-to-page", way=say(key), menu=menu) if menu else say(key)
    return address(page, replace(seen.view, event=None, step=number)), label


Choice = tuple[str, str, bool]
"""Where a choice leads, what it is called, and whether it is made."""


def _filters(seen: Seen, put: Words) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """The filters as links, each to the view with one choice more or less."""
    found, scopes = seen.view, seen.explainer.about.scopes

    def leads(**changed: object) -> str:
        return address(seen.name, replace(found, event=None, **changed))  # type: ignore[arg-type]

    def turned(name: str) -> tuple[str, ...]:
        kept = tuple(one for one in found.actors if one != name)
        return kept if name in found.actors else (*kept, name)

    return (
        (
            say("filter-events"),
            tuple(
                (leads(scope=scope), getattr(scopes, scope), scope == found.scope)
                for scope in view.SCOPES
            ),
        ),
        (
            say("filter-actors"),
            tuple(
                (leads(actors=turned(one.id)), put("actor.actor", one), one.id in found.actors)
                for one in seen.explainer.actors
            ),
        ),
    )


def _plates(seen: Seen, name: str, ways: PaintedWays) -> tuple[tuple[str, Markup], ...]:
    """A figure in the form for a wide screen and in that for a narrow one."""
    alt = say("figure-waits") if seen.guesses else seen.explainer.figures[name].alt
    forms = (WIDE, NARROW) if seen.is_whole else (STEP, POCKET)
    scene = seen.scene(name)
    return tuple(
        (form.name, svg(figures.declared(name, scene, form), alt, link=partial(_open, seen, ways)))
        for form in forms
    )


def _open(seen: Seen, ways: PaintedWays, events: str) -> str:
    """The address that opens the first of a mark's events, or the one after the open one."""
    ids = events.split()
    at = ids.index(seen.view.event) + 1 if seen.view.event in ids else 0
    return ways.here(replace(seen.view, event=ids[at % len(ids)]))


def _below(seen: Seen) -> Iterator[tuple[str, *tuple[Hashable, ...]]]:
    """What the page has below its figure, in the order in which the app has it."""
    found: Page = seen.page
    if isinstance(found, OverviewPage):
        yield ("page.answer",)
        yield ("page.terms_first",)
    elif isinstance(found, SeminarPage):
        yield ("seminar.plans",)
        yield ("seminar.discussion",)
        yield ("reading.debates",)
        yield "claim.scores", seen.afterwards
        yield ("seminar.take",)
        yield ("seminar.ready",)
    elif isinstance(found, SourcesPage):
        yield "sources_page.brief", citation.all_styles(seen.explainer.about, "")
        yield ("sources_page.method",)
        yield "source.listed", tuple(source.id for source in seen.explainer.sources)
        yield "sources_page.rest", seen.afterwards
    elif isinstance(found, ArgumentPage):
        yield "claim.argument", seen.name, seen.afterwards
        if len(found.questions) > len(predictions(found)):
            yield "question.questions", seen.name
    if shown := seen.shown():
        yield "event.twin_head", ""
        yield "event.chronicle", shown, getattr(found, "selection_rule", "")
    if isinstance(found, OverviewPage):
        yield "page.cards", seen.name
    yield "page.foot", seen.name
