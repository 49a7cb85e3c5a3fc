"""Whatever happens to a content file, it is read whole or reported, and nothing in it is run.

Content that is read is also drawn, because what passes the check must not break a page.
"""

from __future__ import annotations

import copy
import itertools
import os
import shutil
import tracemalloc
from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from folders import BRIEF
from hypothesis import given, settings
from hypothesis import strategies as st
from mistakes import is_one_plain_line
from pydantic import BaseModel

from explainer import figures
from explainer.checks import loader, located_yaml
from explainer.checks.located_yaml import Tree
from explainer.checks.messages import MOST_SHOWN, ContentError
from explainer.content.events import Scope
from explainer.content.explainer import Explainer
from explainer.figures.forms import NARROW, PRESENTER, WIDE
from explainer.figures.parts.scene import Scene
from explainer.language.dates import When

Way = tuple[str | int, ...]
"""The keys and numbers that lead to a value."""
Words: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as the text that stands in the file, and knows nothing of ours."""
Dumper: type = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
FILES = {name: part for part, name in loader.FILES.items()}
WHOLE = {name: (BRIEF / name).read_bytes() for name in FILES}
TICKS = itertools.count(1)
EVERY = frozenset(loader.load(BRIEF).figures)
FIGURES = {
    "overview.yaml": {"overview", "seminar"},
    "timeline.yaml": {"timeline", "seminar"},
    "reasons.yaml": {"reasons", "comparison", "seminar"},
    "implications.yaml": {"implications", "seminar"},
    "limits.yaml": {"limits", "seminar"},
    "seminar.yaml": {"seminar"},
    "sources_page.yaml": {"sources", "seminar"},
    "relations.yaml": {"reasons", "limits"},
    "series.yaml": {"reasons"},
    "sources.yaml": {"sources"},
    "glossary.yaml": set(),
    "readings.yaml": set(),
    "contested.yaml": set(),
}
"""The figures that show what a file holds; a file that is not named here shows in all of them."""
DATES = "1000 1190 1950s 1987-04 2023 2024-11 2024-11-03 2024-11-05T09:00 2024-11-08 2026 2100"
TEXTS = ["", "x", "44 BCE", "水門守 " * 60, "y" * 4999, "word " * 40, "{gap}", "{x}", "[a](b)"]
TEXTS += ["<b>", "a\nb", "*", "@", "\x07", "\ud7ff", "1987–1998", "https://", "堰" * 300]
ODD: list[Any] = [None, True, False, 0, -1, 2.5, 10**17, [], {}, ["x"], {"x": "y"}, *TEXTS]


class Desk:
    """A folder on which one file after another is spoilt and put back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def save(self, file: str, raw: bytes) -> None:
        """Save a file at a time of its own, so that it is read again."""
        (self.folder / file).write_bytes(raw)
        tick = next(TICKS)
        os.utime(self.folder / file, ns=(tick, tick))

    def judged(self, file: str, raw: bytes) -> Explainer | None:
        """The content with other bytes in a file, all of which it must hold, or a clear report."""
        self.save(file, raw)
        try:
            explainer = loader.load(self.folder)
        except ContentError as error:
            is_clear(error, WHOLE | {file: raw})
            return None
        finally:
            self.save(file, WHOLE[file])
        written = yaml.load(raw, Loader=Words)
        assert not list(lost(written, getattr(explainer, FILES[file])))
        return explainer


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One folder for all examples; files that did not change are parsed once."""
    parsed: dict[bytes, Tree] = {}
    parse = located_yaml.read

    def read(raw: bytes) -> Tree:
        if raw in WHOLE.values() and raw not in parsed:
            parsed[raw] = parse(raw)
        return parsed.get(raw) or parse(raw)

    folder = Path(shutil.copytree(BRIEF, tmp_path_factory.mktemp("desk") / "content"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(located_yaml, "read", read)
        # Nobody else saves here, so nothing needs to settle.
        patched.setattr(loader, "SETTLED", 0.0)
        yield Desk(folder)


# ------------------------------------------------------------------ what must hold


def is_clear(error: ContentError, files: Mapping[str, bytes]) -> None:
    """Each problem is one plain line with a place within its file; their number is bounded."""
    assert error.problems
    told = [problem.file for problem in error.problems]
    lines = {
        file: files[file].decode("utf-8", "replace").splitlines() or [""] for file in set(told)
    }
    for problem in error.problems:
        is_one_plain_line(problem)
        assert len(str(problem)) < 700
        assert len(problem.excerpt) < 300
        assert problem.excerpt.replace("\n", "").isprintable()
        # A text that ends too soon is missed in the line after the last one.
        line = [*lines[problem.file], ""][problem.place.line - 1]
        assert problem.place.column <= len(line) + 1
    assert all(told.count(file) <= MOST_SHOWN for file in set(told))
    assert all(told.count(file) == MOST_SHOWN for file in error.more)


def lost(written: Any, held: Any, way: Way = ()) -> Iterator[tuple[Way, Any, Any]]:
    """What stands in a file and not in what was read of it."""
    if isinstance(written, dict) and isinstance(held, BaseModel | Mapping):
        found = dict(held)
        for key, value in written.items():
            yield from lost(value, found.get(key, ...), (*way, key))
    elif isinstance(written, list) and isinstance(held, tuple) and len(written) == len(held):
        for index, pair in enumerate(zip(written, held, strict=True)):
            yield from lost(*pair, (*way, index))
    elif not (isinstance(written, str) and is_same(written.strip(), held)):
        yield way, written, held


def is_same(written: str, held: Any) -> bool:
    """Whether a value that was read is what the file says."""
    if held is None:
        return written in ("", "~", "null")
    if isinstance(held, bool):
        return (written.lower() in ("true", "yes", "on", "1", "y", "t")) is held
    if isinstance(held, int | float):
        return float(written) == held
    if isinstance(held, When):
        return When.parse(written) == held
    return bool(written == (held.value if isinstance(held, Enum) else held))


def draw(explainer: Explainer, names: frozenset[str] | set[str]) -> None:
    """Draw figures in every form: all there is, and what is usual with a step's focus."""
    early = [event.id for event in explainer.events if event.scope is not Scope.AFTER]
    everything = Scene(
        explainer, frozenset(explainer.event), selected=explainer.events[-1].id, afterwards=True
    )
    usual = Scene(explainer, frozenset(early), frozenset(early[:3]))
    for name in sorted(names & explainer.figures.keys()):
        for form, scene in ((WIDE, everything), (NARROW, everything), (PRESENTER, usual)):
            assert figures.declared(name, scene, form)["layout"]["height"] > 0


# ------------------------------------------------------------------ values changed


@cache
def data(file: str) -> Any:
    return located_yaml.read(WHOLE[file]).data


def ways(value: Any, way: Way = ()) -> Iterator[Way]:
    """The way to every value within plain data."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        yield (*way, key)
        if isinstance(inner, dict | list):
            yield from ways(inner, (*way, key))


@cache
def ways_in(file: str) -> list[Way]:
    return list(ways(data(file)))


def at(value: Any, way: Way) -> Any:
    for key in way:
        value = value[key]
    return value


def kind(file: str, way: Way) -> str:
    """What sort of value stands there: the last key of its way, and whether it is one of many."""
    key = next((part for part in reversed(way) if isinstance(part, str)), file)
    return f"{key}/" if isinstance(way[-1], int) else key


@cache
def others() -> dict[str, list[Any]]:
    """Every value of the tests' brief by its sort."""
    found: dict[str, list[Any]] = defaultdict(list)
    for file in FILES:
        for way in ways_in(file):
            found[kind(file, way)].append(at(data(file), way))
    return found


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file with one to three of its values changed, moved, repeated, renamed or left out."""
    file = draw(st.sampled_from(sorted(FILES)))
    value = copy.deepcopy(data(file))
    for _ in range(draw(st.integers(1, 3))):
        way = draw(st.sampled_from(ways_in(file)))
        try:
            around, old = at(value, way[:-1]), at(value, way)
        except (LookupError, TypeError):
            continue  # An earlier change took it away.
        change = draw(
            st.sampled_from(["other", "other", "date", "odd", "omit", "repeat", "rename"])
        )
        if change == "other":
            around[way[-1]] = copy.deepcopy(draw(st.sampled_from(others()[kind(file, way)])))
        elif change == "date":
            around[way[-1]] = draw(st.sampled_from(DATES.split()))
        elif change == "odd":
            around[way[-1]] = copy.deepcopy(draw(st.sampled_from(ODD)))
        elif change == "omit":
            del around[way[-1]]
        elif isinstance(around, list):
            around.insert(draw(st.integers(0, len(around))), copy.deepcopy(old))
        elif change == "rename":
            name = str(way[-1])
            around[draw(st.sampled_from([name[1:], name + "s", name.upper(), "xyzzy"]))] = old
            del around[way[-1]]
    text = yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100)
    return file, text.encode()


@settings(max_examples=45, derandomize=True, database=None, deadline=None)
@given(change=changed())
def test_a_changed_value_is_reported_or_read_and_drawn(
    desk: Desk, change: tuple[str, bytes]
) -> None:
    file, raw = change
    explainer = desk.judged(file, raw)
    if explainer:
        draw(explainer, FIGURES.get(file, EVERY))


# ------------------------------------------------------------------ bytes changed


HOSTILE = [
    *(
        b"\x00",
        b"\x1b[2J",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\t",
        b"\r",
        b"\xc2\xa0",
        b"\xe2\x80\xae",
    ),
    *(
        b": ",
        b" #",
        b"- ",
        b"'",
        b'"',
        b"|",
        b">",
        b"%",
        b"@",
        b"`",
        b"&a ",
        b"*a ",
        b"!!python/name:os ",
    ),
    *(
        b"{",
        b"[",
        b"]",
        b",",
        b"? ",
        b"<<: *a\n",
        b"---\n",
        b"...\n",
        b"\n",
        b"\xe2\x80\x9c",
        b"\xc3\x28",
    ),
]


DAMAGE = "cut|put in|put in|noise|take out|line twice|line away|right|left|line ends".split("|")


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file cut off, with bytes put in or taken out, or with lines moved, repeated or indented."""
    file = draw(st.sampled_from(sorted(FILES)))
    raw = WHOLE[file]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(raw)))
        start, end = raw.rfind(b"\n", 0, at) + 1, raw.find(b"\n", at) + 1 or len(raw)
        line = raw[start:end]
        match draw(st.sampled_from(DAMAGE)):
            case "cut":
                raw = raw[:at]
            case "put in":
                raw = raw[:at] + draw(st.sampled_from(HOSTILE)) + raw[at:]
            case "noise":
                raw = raw[:at] + draw(st.binary(max_size=8)) + raw[at + 4 :]
            case "take out":
                raw = raw[:at] + raw[at + draw(st.integers(1, 40)) :]
            case "line twice":
                raw = raw[:end] + line + raw[end:]
            case "line away":
                raw = raw[:start] + raw[end:]
            case "right":
                raw = raw[:start] + b"  " + raw[start:]
            case "left":
                raw = raw[:start] + line.lstrip() + raw[end:]
            case "line ends":
                raw = raw.replace(b"\n", b"\r\n")
    return file, raw


@settings(max_examples=70, derandomize=True, database=None, deadline=None)
@given(damage=damaged())
def test_a_damaged_file_is_reported_or_read_whole(desk: Desk, damage: tuple[str, bytes]) -> None:
    desk.judged(*damage)


# ------------------------------------------------------------------ files made to do harm


RUN = {
    "a call": "- !!python/object/apply:os.system ['touch {mark}']\n",
    "a call by keywords": "- !!python/object/apply:os.system {{args: ['touch {mark}']}}\n",
    "an object": "- !!python/object/new:os.system ['touch {mark}']\n",
    "a file that is opened": "- !!python/object/apply:builtins.open ['{mark}', w]\n",
    "a tag in full": "- !<tag:yaml.org,2002:python/object/apply:os.system> ['touch {mark}']\n",
    "a tag cut short": "%TAG !p! tag:yaml.org,2002:python/object/apply:\n---\n"
    "- !p!os.system ['touch {mark}']\n",
    "a key": "? !!python/object/apply:os.system ['touch {mark}']\n: 1\n",
    "a module": "- !!python/module:antigravity\n",
    "a merge": "- &a !!python/object/apply:os.system ['touch {mark}']\n- <<: *a\n",
}
HUGE = {
    "one value that is doubled thirty times": b"a: &a [x, x]\n"
    + b"".join(b"b%d: &b%d [*a, *a]\n" % (at, at) for at in range(30)),
    "brackets in brackets": b"[" * 500_000,
    "braces in braces": b"{a: " * 300_000,
    "lists in lists": b"- " * 500_000,
    "keys in keys": b"? " * 500_000,
    "one endless line": b"- id: " + b"x" * 1_900_000,
    "one endless text": b"- id: a\n  title: >-\n" + b"    words and words\n" * 90_000,
    "one endless quotation": b'- title: "' + b"\\x41" * 400_000 + b'"\n',
    "one endless key": b"- " + b"k" * 1_900_000 + b": 1\n",
    "more than two megabytes": b"# note\n" * 300_000,
    "thousands of keys": b"".join(b"key-%d: 1\n" % at for at in range(19_000)),
    "more keys than are read": b"".join(b"key-%d: 1\n" % at for at in range(100_000)),
    "the same key again and again": b"key: 1\n" * 100_000,
    "thousands of items that lack everything": b"- {a: 1}\n" * 4_000,
    "thousands of empty items": b"-\n" * 9_000,
    "thousands of ids of nothing": b"- id: a\n  events: [" + b"no-such-evnt, " * 19_000 + b"x]\n",
    "thousands of ids of nothing, all different": b"- id: a\n  events: ["
    + b"".join(b"no-such-%d-event, " % at for at in range(19_000))
    + b"x]\n",
    "thousands of ids alike": b"- id: same\n" * 2_000,
    "a text of brackets": b"- title: '" + b"[a](" * 400_000 + b"'\n",
    "a text of tags": b"- title: '" + b"<b " * 600_000 + b"'\n",
    "nothing but zeroes": b"\x00" * 1_900_000,
    "nothing but tabs": b"\t" * 1_900_000,
    "nothing but line ends": b"\n" * 1_900_000,
    "nothing but quotation marks": b"'" * 1_900_001,
    "nothing but number signs": b"a #b\n" * 300_000,
}


@pytest.mark.parametrize("payload", [pytest.param(text, id=name) for name, text in RUN.items()])
@pytest.mark.parametrize("file", ["events.yaml", "explainer.yaml"])
def test_nothing_in_a_file_is_run(desk: Desk, file: str, payload: str) -> None:
    mark = desk.folder / "run"
    assert desk.judged(file, payload.format(mark=mark).encode()) is None
    assert not mark.exists()


@pytest.mark.parametrize("raw", [pytest.param(raw, id=name) for name, raw in HUGE.items()])
def test_a_file_made_to_exhaust_is_reported_within_bounds(desk: Desk, raw: bytes) -> None:
    """What is read, checked and told is bounded by size, depth and number, whatever the bytes."""
    assert desk.judged("contested.yaml", raw) is None


@pytest.mark.parametrize("name", ["one value that is doubled thirty times", "lists in lists"])
def test_the_bounds_keep_memory_small(desk: Desk, name: str) -> None:
    tracemalloc.start()
    try:
        assert desk.judged("contested.yaml", HUGE[name]) is None
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 100_000_000


@pytest.mark.parametrize("file", ["events.yaml", "timeline.yaml"])
@pytest.mark.parametrize(
    ("mark", "newline"),
    [(b"", b"\r\n"), (b"\xef\xbb\xbf", b"\n"), (b"\xef\xbb\xbf", b"\r\n"), (b"", b"\r")],
)
def test_a_file_saved_by_another_editor_is_read_whole(
    desk: Desk, file: str, mark: bytes, newline: bytes
) -> None:
    assert desk.judged(file, mark + WHOLE[file].replace(b"\n", newline))
