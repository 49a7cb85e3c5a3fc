"""What parts of the content say of one another, where each alone is sound: roles, scope, order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from explainer.checks.located_yaml import KEY, Path
from explainer.content.actors import Actor
from explainer.content.chronology import is_later
from explainer.content.claims import Claim, Kind, Verdict
from explainer.content.events import Event, Scope
from explainer.content.explainer import CLAIM_PAGES, Explainer
from explainer.content.sources import Grade
from explainer.language.dates import Precision

Finding = tuple[Path, str, str]
"""Where, what is wrong, what to do."""
Check = Callable[[Explainer], Iterator[Finding]]


def actors(explainer: Explainer) -> Iterator[Finding]:
    """Actors that a reader could not tell apart."""
    shapes: dict[str, Actor] = {}
    for number, actor in enumerate(explainer.actors):
        if other := shapes.get(actor.shape):
            yield (
                ("actors", number, "shape"),
                f"“{actor.id}” has the same shape as “{other.id}”",
                "give it another, so that nobody has to tell them by colour",
            )
        shapes.setdefault(actor.shape, actor)


def subject(explainer: Explainer) -> Iterator[Finding]:
    """Actors in the colour of the subject, whose marks would hide theirs."""
    name = explainer.about.subject
    hue = next(actor.hue for actor in explainer.actors if actor.id == name)
    for number, actor in enumerate(explainer.actors):
        if actor.hue == hue and actor.id != name:
            yield (
                ("actors", number, "hue"),
                f"“{actor.id}” has the same hue as “{name}”, whose story it is",
                "give it another, shared with other actors if need be",
            )


def events(explainer: Explainer) -> Iterator[Finding]:
    """Events that contradict themselves."""
    for number, event in enumerate(explainer.events):
        for key, wrong, remedy in _event(event, explainer.about.subject):
            yield ("events", number, *key), wrong, remedy


def _event(event: Event, subject: str) -> Iterator[tuple[Path, str, str]]:
    for key in ("lanes", "met", "votes"):
        for index, name in enumerate(getattr(event, key)):
            if name not in event.actors:
                yield (
                    (key, name, KEY) if key == "votes" else (key, index),
                    f"“{name}” stands under {key} but not under actors",
                    "add it to actors, or remove it here",
                )
    if event.met and event.attendance.value != "present":
        remedy = "write attendance: present, or remove met"
        yield ("met",), f"there is a meeting, but attendance is {event.attendance.value}", remedy
    if subject in event.met:
        at = event.met.index(subject)
        yield ("met", at), f"“{subject}” is said to meet itself", "name whom its leader met"
    if event.attendance.value != "absent" and subject not in event.actors:
        yield (
            ("attendance",),
            f"attendance is {event.attendance.value} but “{subject}” is not under actors",
            "add it to actors, or remove attendance",
        )
    for key in ("time", "drawn_at"):
        if getattr(event, key) and event.start.precision is not Precision.DAY:
            yield (
                (key,),
                f"{key} is given although precision is {event.precision}",
                f"write precision: day and the days alone, or remove {key}",
            )


def scope(explainer: Explainer) -> Iterator[Finding]:
    """Events whose scope is not that of their date, and background without a good source."""
    grades = {source.id: source.grade for source in explainer.sources}
    for index, event in enumerate(explainer.events):
        path: Path = ("events", index)
        if is_later(explainer, event) and event.scope is not Scope.AFTER:
            yield (
                (*path, "scope"),
                f"“{event.id}” is later than the brief but its scope is {event.scope.value}",
                "write scope: after",
            )
        if event.scope is Scope.AFTER and not is_later(explainer, event):
            yield (
                (*path, "scope"),
                f"“{event.id}” is not later than the brief but its scope is after",
                "write scope: context",
            )
        if event.scope is not Scope.BRIEF and all(
            grades[source] is Grade.C for source in event.sources
        ):
            yield (
                (*path, "sources"),
                f"“{event.id}” rests on no source of grade A or B",
                "add one, or leave the event out",
            )


def later_events(page: str, explainer: Explainer) -> Iterator[Finding]:
    """Claims and steps that would show later events to readers who did not ask for them."""
    part = getattr(explainer, page)
    later = {event.id for event in explainer.events if is_later(explainer, event)}
    for number, section in enumerate(getattr(part, "sections", ())):
        for index, claim in enumerate(section.claims):
            path: Path = (page, "sections", number, "claims", index)
            for key in ("evidence", "bears_on"):
                for at, name in enumerate(getattr(claim, key)):
                    if name in later:
                        wrong = f"“{name}” is later than the brief, but stands under {key}"
                        yield (*path, key, at), wrong, "move it to afterwards"
            for at, name in enumerate(claim.afterwards):
                if name not in later:
                    wrong = f"“{name}” is not later than the brief, but stands under afterwards"
                    yield (*path, "afterwards", at), wrong, "move it to evidence or bears_on"
    for number, step in enumerate(part.steps):
        for at, name in enumerate(step.events):
            if name in later:
                wrong = f"“{name}” is later than the brief, so no figure shows it unasked"
                yield (page, "steps", number, "events", at), wrong, "leave it out of the step"


def verdicts(page: str, explainer: Explainer) -> Iterator[Finding]:
    """Verdicts that the record beside them does not bear out, and events of two minds."""
    contested = {name for point in explainer.contested for name in point.claims}
    for number, section in enumerate(getattr(explainer, page).sections):
        for index, claim in enumerate(section.claims):
            path: Path = (page, "sections", number, "claims", index)
            for key, wrong, remedy in _verdict(claim, contested=claim.id in contested):
                yield (*path, *key), wrong, remedy


def _verdict(claim: Claim, *, contested: bool) -> Iterator[tuple[Path, str, str]]:
    given, sourced = claim.verdict, bool(claim.record and claim.record.sources)
    if given is Verdict.DISPUTES and not sourced and not contested:
        yield (
            ("verdict",),
            "verdict is disputes, but nobody is named who disputes it",
            "name the claim under a point of contested.yaml, or add record: with sources",
        )
    if given in (Verdict.CONFIRMS, Verdict.CONFIRMS_MORE_EXACTLY, Verdict.IN_PART) and not sourced:
        yield (
            ("verdict",),
            f"verdict is {given.value}, but no source is named that does so",
            "add record: with sources, or write verdict: found-nothing",
        )
    if given is Verdict.FOUND_NOTHING and claim.evidence:
        yield (
            ("evidence",),
            "there is evidence, but verdict is found-nothing",
            "move the events to bears_on, or correct the verdict",
        )
    if given is Verdict.CANNOT_SETTLE and claim.kind is Kind.REPORTED:
        yield (
            ("verdict",),
            "verdict is cannot-settle, but what is reported can be checked",
            "write what the record comes to, such as verdict: found-nothing",
        )
    for at, name in enumerate(claim.bears_on):
        if name in claim.evidence:
            yield (
                ("bears_on", at),
                f"“{name}” stands under evidence and under bears_on",
                "keep it where it belongs",
            )


def bands(explainer: Explainer) -> Iterator[Finding]:
    """Two relationships with one actor, and bands that leave a hole or overlap."""
    found = explainer.relations.relationships
    for number, relationship in enumerate(found):
        if any(other.actor == relationship.actor for other in found[:number]):
            yield (
                ("relations", "relationships", number, "actor"),
                f"two relationships are with “{relationship.actor}”",
                "name another actor in one of the two",
            )
        for index, (band, after) in enumerate(pairwise(relationship.bands)):
            if band.end.at != after.start.at:
                yield (
                    ("relations", "relationships", number, "bands", index + 1, "start"),
                    f"this band starts {after.start.words()} but the one before it ends "
                    f"{band.end.words()}",
                    "let each band start where the last one ends",
                )


def debates(explainer: Explainer) -> Iterator[Finding]:
    """Readings of a debate that nothing describes."""
    described = {reading.source for reading in explainer.readings}
    for number, debate in enumerate(explainer.seminar.debates):
        for index, name in enumerate(debate.readings):
            if name not in described:
                yield (
                    ("seminar", "debates", number, "readings", index),
                    f"“{name}” is a source but readings.yaml does not describe it",
                    "describe it there, or leave it out here",
                )


def plans(explainer: Explainer) -> Iterator[Finding]:
    """Blocks of a session that open a step which is not there."""
    for number, plan in enumerate(explainer.seminar.plans):
        for index, block in enumerate(plan.blocks):
            if block.page and block.page not in explainer.pages:
                yield (
                    ("seminar", "plans", number, "blocks", index, "page"),
                    f"there is no page {block.page}, because explainer.yaml does not list it",
                    "name another page, or remove the line",
                )
                continue
            last = len(explainer.page(block.page).steps) if block.page else 0
            if block.step and block.step > last:
                where = f"on the page {block.page}" if block.page else "without a page"
                yield (
                    ("seminar", "plans", number, "blocks", index, "step"),
                    f"there is no step {block.step} {where}",
                    f"use a step from 1 to {last}" if last else "add page:, or remove step:",
                )


def answers(page: str, explainer: Explainer) -> Iterator[Finding]:
    """Answers of a question that cannot be told apart."""
    for number, question in enumerate(getattr(explainer, page).questions):
        texts = [option.text for option in question.options]
        for index, text in enumerate(texts):
            if text in texts[:index]:
                yield (
                    (page, "questions", number, "options", index, "text"),
                    f"two answers of “{question.id}” have the same text",
                    "change one of them",
                )


CHECKS: tuple[tuple[str, Check], ...] = (
    ("actors", actors),
    ("about actors", subject),
    ("about events", events),
    ("about events sources", scope),
    ("relations", bands),
    ("readings seminar", debates),
    (
        "about overview timeline? reasons? implications? limits? seminar sources_page",
        plans,
    ),
    *((page, partial(answers, page)) for page in CLAIM_PAGES),
    *((f"contested {page}", partial(verdicts, page)) for page in CLAIM_PAGES),
    *(
        (f"about events {page}", partial(later_events, page))
        for page in ("overview", *CLAIM_PAGES, "seminar", "sources_page")
    ),
)
"""Each check after the parts of the content that it needs, sound."""
