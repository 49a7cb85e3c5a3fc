"""What is still to be written: what speaks of the example, and sentences that nothing covers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from explainer.checks import example, left_out
from explainer.checks.consistency import Finding
from explainer.checks.located_yaml import Path, Plain
from explainer.checks.references import LISTED_IN, Data, Reference, Repeated, givers, known
from explainer.content.explainer import CLAIM_PAGES, FILES
from explainer.language.counting import counted

NAMED = 3
"""How many ids of a kind are named; the others are counted."""
SENTENCES = 10
"""How many sentences are named; the others are counted."""
SEVERAL = 3
"""From so many ids on, a file of which none exists speaks of what was there before."""


@dataclass(frozen=True)
class Leftovers:
    """References to what is missing because one of two files has not been replaced yet."""

    old: tuple[Reference, ...]
    """Those of files that still speak of what has been replaced."""
    awaited: tuple[Reference, ...]
    """Those to what a file that still holds the example is going to give."""

    @cached_property
    def paths(self) -> set[Path]:
        """Where they stand."""
        return {path for path, _, _ in (*self.old, *self.awaited)}

    def findings(self) -> Iterator[Finding]:
        """One finding a file, at the first of its references, for each of the two."""
        for path, them, said in _by_file(self.old):
            wrong = f"this file still speaks of {said}"
            yield path, wrong, f"replace {them} when you come to this file"
        for path, them, said in _by_file(self.awaited):
            remedy = f"write {them} there when you come to it, in place of the example"
            yield path, f"this file speaks of {said}", remedy


def leftovers(
    missing: Sequence[Reference], found: Iterable[Reference], still: AbstractSet[str]
) -> Leftovers:
    """Tell them from slips: ``missing`` are all that lead nowhere, of all that are ``found``.

    ``still`` are the parts whose files still hold the example.
    """
    together = _lost_together(missing, found)
    old, awaited = [], []
    for reference in missing:
        path, kind, name = reference
        if name in example.ids().get(kind, ()) or (path[0], kind) in together:
            old.append(reference)
        elif givers(kind) & still:
            awaited.append(reference)
    return Leftovers(tuple(old), tuple(awaited))


def _lost_together(
    missing: Sequence[Reference], found: Iterable[Reference]
) -> set[tuple[str | int, str]]:
    """The files, each with a kind, that refer to several of that kind, of which none exists."""
    lost = {(path, kind) for path, kind, _ in missing}
    some = {(path[0], kind) for path, kind, _ in found if (path, kind) not in lost}
    names: dict[tuple[str | int, str], set[str]] = defaultdict(set)
    for path, kind, name in missing:
        names[path[0], kind].add(name)
    return {at for at, held in names.items() if len(held) >= SEVERAL and at not in some}


def _by_file(references: Iterable[Reference]) -> Iterator[tuple[Path, str, str]]:
    """For each file its first reference, “it” or “them”, and what all of them name, in words."""
    files: dict[str | int, list[Reference]] = defaultdict(list)
    for reference in references:
        files[reference[0][0]].append(reference)
    for held in files.values():
        kinds: dict[str, dict[str, None]] = defaultdict(dict)
        for _, kind, name in held:
            kinds[kind][name] = None
        said = [
            f"{_counted(len(names), kind)} not in {LISTED_IN[kind]}: {_named(list(names))}"
            for kind, names in kinds.items()
        ]
        several = sum(map(len, kinds.values())) > 1
        yield held[0][0], "them" if several else "it", ", and ".join(said)


def _counted(number: int, kind: str) -> str:
    noun = "sentence" if kind == "locator" else kind
    several = f"{number} series" if kind == "series" else counted(number, noun)
    return f"{several} that {'is' if number == 1 else 'are'}"


def _named(names: Sequence[str], most: int = NAMED) -> str:
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def clashes(repeated: Iterable[Repeated], still: AbstractSet[str]) -> Iterator[Finding]:
    """Ids that a file has only because it still holds the example, and another file has now."""
    for one in repeated:
        ours = [path for path in one.paths if path[0] in still]
        others = [path for path in one.paths if path[0] not in still]
        if others:
            for path in ours:
                there = FILES[str(others[0][0])]
                wrong = f"this file still gives the id “{one.name}”, which {there} has now"
                yield path, wrong, "replace it when you come to this file"


# ------------------------------------------------------------------ sentences of the brief


@dataclass(frozen=True)
class Coverage:
    """Which of the brief's sentences a claim or an event covers."""

    locators: tuple[str, ...]
    uncovered: tuple[str, ...]
    begun: tuple[str, ...] = ()
    """Those that are covered only by claims and events in which something is to be written."""

    def findings(self) -> Iterator[Finding]:
        """The sentences that nothing covers, in one finding."""
        if self.uncovered:
            wrong = f"no claim or event covers {_named(self.uncovered, SENTENCES)}"
            yield ("about", "outline"), wrong, "name each under brief: of a claim or an event"


def coverage(
    data: Data,
    found: Iterable[Reference],
    still: AbstractSet[str],
    spoilt: AbstractSet[str],
    unwritten: Iterable[Path] = (),
) -> Coverage | None:
    """What is covered; None where the outline, or a file that would cover it, cannot be read.

    Only an outline that is the example's, too, is covered by files that still are. In ``spoilt``
    files every text that is a locator counts, so that no slip around one is told twice.
    """
    covering = {"events", *CLAIM_PAGES}.difference(left_out.absent(data) or ())
    locators = known(data).get("locator")
    if locators is None or not covering <= data.keys():
        return None
    counting = covering if "about" in still else covering - still
    naming = [
        (_item(path), name)
        for path, kind, name in found
        if kind == "locator" and path[0] in counting and (path[0] == "events" or "claims" in path)
    ]
    items = set(map(_item, unwritten))
    written = {name for item, name in naming if item not in items}
    covered = {name for _, name in naming}
    for part in counting & spoilt:
        covered.update(_texts(data[part]))
    return Coverage(
        tuple(locators),
        tuple(one for one in locators if one not in covered),
        tuple(one for _, one in dict.fromkeys(naming) if one not in written),
    )


def _item(path: Path) -> Path:
    """The claim or the event that a path leads into."""
    return path[: path.index("claims") + 2] if "claims" in path else path[:2]


def _texts(held: Plain) -> Iterator[str]:
    if isinstance(held, str):
        yield held.strip()
    elif isinstance(held, list | dict):
        for part in held.values() if isinstance(held, dict) else held:
            yield from _texts(part)


# ------------------------------------------------------------------ how far an author is


ORDER = (
    "about sources actors events series relations glossary timeline reasons implications limits "
    "overview readings contested seminar sources_page"
).split()
"""The parts in the order in which the guide says to write them."""


def progress(
    found: Coverage | None,
    still: AbstractSet[str],
    wrong: AbstractSet[str],
    unfinished: AbstractSet[str],
    marked: AbstractSet[str] = frozenset(),
    order: Sequence[str] = ORDER,
) -> str:
    """How much is written, and what comes next, in words; empty if nothing is left to do.

    ``order`` are the parts that there are, in the order in which to write them.
    ``still`` are the parts that hold the example, ``wrong`` those with mistakes, ``unfinished``
    those that speak of what is not there, ``marked`` those in which the mark of what is to be
    written stands.
    """
    left = [part for part in order if part in still | wrong | unfinished | marked]
    if not left and not (found and found.uncovered):
        return ""
    said = []
    if found:
        covered = len(found.locators) - len(found.uncovered) - len(set(found.begun))
        said.append(f"Sentences covered: {covered} of {len(found.locators)}.")
    said.append(f"Files done: {len(order) - len(left)} of {len(order)}.")
    return " ".join([*said, f"Next: {_next(still, wrong, unfinished, marked)}."])


def _next(
    still: AbstractSet[str],
    wrong: AbstractSet[str],
    unfinished: AbstractSet[str],
    marked: AbstractSet[str],
) -> str:
    first = "correct the mistakes above" if wrong else ""
    to_do = next((part for part in ORDER if part in still | unfinished | marked), None)
    if to_do is None:
        return first or "cover the sentences that are left"
    holds = "still holds the example" if to_do in still else "speaks of what is not there"
    if to_do not in still | unfinished:
        holds = "is still to be written"
    return f"{first}, then {FILES[to_do]}" if first else f"{FILES[to_do]}, which {holds}"
