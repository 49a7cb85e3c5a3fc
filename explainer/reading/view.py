"""One address is one view: the six parameters, read as they were meant and written back.

Chat and mail programs take the full stop after a link for a part of it, write the first letter of
a word as a capital, or escape an address once too often. Whoever follows such a link means what
was sent.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from explainer.content.events import Event, Scope
from explainer.content.explainer import Explainer
from explainer.language.catalogue import say

SCOPES = ("brief", "background", "afterwards")
DEFAULT_SCOPE = "background"
WHOLE_FIGURE = 0
"""The step that emphasises nothing."""
OFTEN = 3
"""How many times an address may have been escaped."""
ESCAPED = "amp;"
"""What is left of an ampersand that was escaped, before the name of the next parameter."""
DASHES = re.compile(r"[\u2010-\u2015\u2212]")
BETWEEN = re.compile(r"[\s,;\u060c\u3001\uff0c\uff1b]+")
"""What stands between two names of a list."""


@dataclass(frozen=True)
class View:
    """What a reader has chosen on one page; equal views have equal addresses."""

    event: str | None = None
    scope: str = DEFAULT_SCOPE
    actors: tuple[str, ...] = ()
    step: int | None = None
    """None as a page opens: with what is to be guessed first, else with its first step."""
    present: bool = False
    notes: bool = False
    """Whether it is the page for the speaker alone."""

    def address(self) -> dict[str, str]:
        """The parameters of this view; what is at its default is left out."""
        found = {
            "event": self.event,
            "scope": None if self.scope == DEFAULT_SCOPE else self.scope,
            "actors": ",".join(self.actors) or None,
            "step": None if self.step is None else str(self.step),
            "present": "1" if self.present else None,
            "notes": "1" if self.notes else None,
        }
        return {name: value for name, value in found.items() if value is not None}

    def elsewhere(self) -> dict[str, str]:
        """The parameters that go along to another page: the filters."""
        return replace(self, event=None, step=None, present=False, notes=False).address()

    def shows(self, event: Event) -> bool:
        """Whether the event passes the filters."""
        widest = {"brief": (Scope.BRIEF,), "background": (Scope.BRIEF, Scope.CONTEXT)}
        in_scope = event.scope in widest.get(self.scope, tuple(Scope))
        return in_scope and (not self.actors or bool(set(self.actors) & set(event.actors)))


def read(
    parameters: Mapping[str, str], explainer: Explainer, steps: int
) -> tuple[View, tuple[str, ...]]:
    """The view that an address asks for, and a short notice for each value it cannot mean."""
    view, notices = View(), []
    known = {actor.id for actor in explainer.actors}
    given = _by_name(parameters)
    if event := given.get("event"):
        if _meant(event) in explainer.event:
            view = replace(view, event=_meant(event))
        else:
            notices.append(say("no-such-event", asked=quote(event)))
    if scope := given.get("scope"):
        if _meant(scope) in SCOPES:
            view = replace(view, scope=_meant(scope))
        else:
            notices.append(say("no-such-scope", asked=quote(scope)))
    if named := given.get("actors"):
        asked = {_meant(name): name for name in BETWEEN.split(_unescaped(named)) if _meant(name)}
        view = replace(view, actors=tuple(name for name in asked if name in known))
        if unknown := [name for meant, name in asked.items() if meant not in known]:
            notices.append(say("no-such-actor", asked=quote(unknown[0])))
    if step := given.get("step"):
        number = _meant(step)
        if number.isascii() and number.isdecimal() and len(number) < 4 and int(number) <= steps:
            view = replace(view, step=int(number))
        else:
            notices.append(say("no-such-step", asked=quote(step)))
    if present := given.get("present"):
        view = replace(view, present=_meant(present) == "1")
        if not view.present:
            notices.append(say("present-as-usual"))
    if notes := given.get("notes"):
        view = replace(view, notes=_meant(notes) == "1")
        if not view.notes:
            notices.append(say("notes-as-usual"))
    if view.event and explainer.event[view.event].scope is Scope.AFTER and view.scope != SCOPES[2]:
        view = replace(view, scope=SCOPES[2])
        notices.append(say("event-came-later"))
    return view, tuple(notices)


def page_meant(asked: str, pages: Collection[str]) -> str | None:
    """The page whose name stands in an address in other letters or with signs around it."""
    meant = _meant(asked)
    return meant if meant in pages else None


def unknown_page(asked: str) -> str:
    """The notice that no page has the name that stands in an address."""
    return say("no-such-page", asked=quote(_unescaped(asked)))


def _by_name(parameters: Mapping[str, str]) -> dict[str, str]:
    """The parameters that say something, by their names; a name as it should be goes first."""
    found: dict[str, str] = {}
    for typed in sorted(parameters, key=lambda typed: typed != _name(typed)):
        if parameters[typed].strip():
            found.setdefault(_name(typed), parameters[typed])
    return found


def _name(typed: str) -> str:
    return _meant(typed).rpartition(ESCAPED)[2]


def _unescaped(text: str) -> str:
    for _ in range(OFTEN):
        text = unquote(text)
    return text


def _meant(text: str) -> str:
    """A name or number without what a program or a sentence put around it, in small letters.

    A hyphen in front stays: it makes another number.
    """
    text = DASHES.sub("-", _unescaped(text))
    first = next((at for at, sign in enumerate(text) if sign == "-" or sign.isalnum()), len(text))
    last = next((at for at in range(len(text), first, -1) if text[at - 1].isalnum()), first)
    return text[first:last].casefold()


def quote(text: str) -> str:
    """A stranger's text, shortened and without anything that Markdown would act on."""
    plain = "".join(letter if letter.isalnum() or letter in " ,_-" else "·" for letter in text)
    shown = plain.replace("_", " ").replace("-", "‑")
    return f"“{shown[:40]}{'…' if len(shown) > 40 else ''}”"
