"""One address is one view: the five parameters, read strictly and written back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from explainer.models import Event, Explainer, Scope

SCOPES = ("brief", "background", "afterwards")
DEFAULT_SCOPE = "background"
WHOLE_FIGURE = 0
"""The step that emphasises nothing."""


@dataclass(frozen=True)
class View:
    """What a reader has chosen on one page; equal views have equal addresses."""

    event: str | None = None
    scope: str = DEFAULT_SCOPE
    actors: tuple[str, ...] = ()
    step: int = 1
    present: bool = False

    def address(self) -> dict[str, str]:
        """The parameters of this view; what is at its default is left out."""
        found = {
            "event": self.event,
            "scope": None if self.scope == DEFAULT_SCOPE else self.scope,
            "actors": ",".join(self.actors) or None,
            "step": None if self.step == 1 else str(self.step),
            "present": "1" if self.present else None,
        }
        return {name: value for name, value in found.items() if value is not None}

    def elsewhere(self) -> dict[str, str]:
        """The parameters that go along to another page: the filters."""
        return replace(self, event=None, step=1, present=False).address()

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
    if event := parameters.get("event"):
        if event in explainer.event:
            view = replace(view, event=event)
        else:
            notices.append(f"There is no event called {quote(event)} here. It is left out.")
    if scope := parameters.get("scope"):
        if scope in SCOPES:
            view = replace(view, scope=scope)
        else:
            notices.append(f"{quote(scope)} is not a choice of events. Showing the usual ones.")
    if named := parameters.get("actors"):
        asked = tuple(dict.fromkeys(name for name in named.split(",") if name))
        view = replace(view, actors=tuple(name for name in asked if name in known))
        if unknown := [name for name in asked if name not in known]:
            notices.append(f"There is no actor called {quote(unknown[0])} here. It is left out.")
    if step := parameters.get("step"):
        if step.isascii() and step.isdecimal() and len(step) < 4 and int(step) <= steps:
            view = replace(view, step=int(step))
        else:
            notices.append(f"There is no step {quote(step)} here. Showing the first.")
    if present := parameters.get("present"):
        if present == "1":
            view = replace(view, present=True)
        else:
            notices.append("The page is shown as usual: only present=1 fills the screen.")
    if view.event and explainer.event[view.event].scope is Scope.AFTER and view.scope != SCOPES[2]:
        view = replace(view, scope=SCOPES[2])
        notices.append("This event came after the brief, so what happened next is shown.")
    return view, tuple(notices)


def quote(text: str) -> str:
    """A stranger's text, shortened and without anything that Markdown would act on."""
    plain = "".join(letter if letter.isalnum() or letter in " ,_-" else "·" for letter in text)
    shown = plain.replace("_", " ").replace("-", "‑")
    return f"“{shown[:40]}{'…' if len(shown) > 40 else ''}”"
