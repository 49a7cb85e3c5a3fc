"""Every mistake in the content is reported where it stands, in plain words, with its remedy."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from folders import CONTENT, change, copied, edited, place_of

from explainer import content, yamltree
from explainer.problems import ContentError, Problem
from explainer.yamltree import Place, Tree

JARGON = re.compile(
    r"pydantic|yaml\b(?<!\.yaml)|\bmapping\b|\bscalar\b|NoneType|validation|\bsequence\b|\btoken\b"
    r"|\btuple\b|\bdict\b|\bstr\b|\bint\b|\bfloat\b|\bnull\b|\bNone\b|schema error|\[key\]"
    r"|Input should|Traceback|Error\b|explainer\.\w+\.",
    re.IGNORECASE,
)
HEIR = "  title: Kim Jong-il is named successor\n"
VETO = "    china: veto\n"

PARSED: dict[tuple[type, bytes], Tree] = {}


@dataclass(frozen=True)
class Mistake:
    """One text of one file changed, where that must be reported, and in which words."""

    file: str
    was: str
    is_now: str
    at: str
    """The text in the changed file at whose first letter the report must point."""
    words: str
    """Words of what is wrong « words of what to do."""
    alone: bool = True
    """Whether it is one mistake; some make a second one, such as a key that is now missing."""


@pytest.fixture(autouse=True)
def unchanged_files_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests spoil one file of sixteen; the others need not be parsed each time."""

    def read(raw: bytes) -> Tree:
        key = (yamltree.Loader, raw)
        if key not in PARSED:
            PARSED[key] = parse(raw)
        return PARSED[key]

    parse = yamltree.read
    monkeypatch.setattr(yamltree, "read", read)


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as refused:
        content.load(folder)
    return refused.value.problems


def heir(is_now: str, at: str, words: str, alone: bool = True) -> Mistake:
    """The title of one event, in the middle of the longest file, changed."""
    return Mistake("events.yaml", HEIR, is_now, at, words, alone)


UNREADABLE = {
    "a tab as indentation": heir("\ttitle: Heir\n", "\ttitle: Heir", "a tab « spaces only"),
    "a tab after spaces": heir("  \ttitle: Heir\n", "\ttitle: Heir", "a tab « spaces only"),
    "a double quote left open": heir(
        '  title: "Kim\n', '"Kim\n', "quotation mark is opened and not closed « add the closing"
    ),
    "a single quote left open": heir(
        "  title: 'Kim\n", "'Kim\n", "quotation mark is opened and not closed « add the closing"
    ),
    "an open quote at the end of the file": Mistake(
        "sources_page.yaml",
        "undated: Sources",
        'undated: "Sources',
        '"Sources',
        "quotation mark is opened and not closed « add the closing",
    ),
    "text after a quotation": heir(
        '  title: "Kim" is named\n',
        "is named\n",
        "text after a closing quotation mark « quotation marks of the other kind",
    ),
    "a backslash in double quotes": heir(
        '  title: "C:\\Kim"\n', "\\Kim", "backslash begins something « two backslashes"
    ),
    "one space too few": heir(
        " title: Heir\n", "title: Heir", "does not fit the lines above it « indentation"
    ),
    "two spaces too many": heir("    title: Heir\n", ": Heir", "colon « mend the indentation"),
    "a colon in a text": heir("  title: Kim: heir\n", ": heir", "colon « text in quotes"),
    "a key without a colon": heir("  title Heir\n", "title Heir", "colon is missing « name: value"),
    "a dash after a key": heir("  title: - Heir\n", "- Heir", "a dash stands « new line"),
    "a list of one key's level": Mistake(
        "explainer.yaml", "brief:\n", "- brief:\n", "- brief:", "does not fit « its dash"
    ),
    "an open bracket": heir("  title: [Heir\n", "[Heir", "a bracket is opened « close it"),
    "an open brace": heir("  title: {Heir\n", "{Heir", "a bracket is opened « close it"),
    "a closing bracket alone": heir("  title: ]Heir\n", "]Heir", "cannot begin with “]” « quotes"),
    "a text that begins with @": heir("  title: @Heir\n", "@Heir", "begin with “@” « quotes"),
    "a text that begins with %": heir("  title: %Heir\n", "%Heir", "begin with “%” « quotes"),
    "a text that begins with a backtick": heir("  title: `H`\n", "`H`", "begin with “`” « quotes"),
    "a text that begins with a bar": heir("  title: |Heir\n", "|Heir", "begin with | « quotes"),
    "an anchor": heir("  title: &heir Kim\n", "&heir", "begins with & or * « in quotes"),
    "an alias": heir("  title: *heir\n", "*heir", "begins with & or * « in quotes"),
    "bold type": heir("  title: **Heir**\n", "**Heir**", "begins with & or * « in quotes"),
    "a merge of another item": heir("  <<: *heir\n", "*heir", "begins with & or * « in quotes"),
    "a tag": heir("  title: !heir Kim\n", "!heir", "begins with ! « in quotes"),
    "a tag that would run code": heir(
        "  title: !!python/object/apply:os.system [ls]\n", "!!python", "begins with ! « in quotes"
    ),
    "a tag of nobody": heir("  title: !a!b Kim\n", "!a!b", "begins with ! « in quotes"),
    "a key given twice": heir(
        HEIR + "  title: Heir\n", "title: Heir", "“title” is given twice « keep one of the two"
    ),
    "an id given twice in one item": heir(
        "  id: again\n", "id: again", "“id” is given twice « begin a new item with a dash"
    ),
    "a list for a key": heir("  ? [a]\n  : b\n", "[a]", "a key must be one word « name: value"),
    "a second document": Mistake(
        "events.yaml",
        "- id: kim-jong-il-named-1980",
        "---\n- id: kim-jong-il-named-1980",
        "---\n",
        "a second document begins here « three dashes",
    ),
    "a document that ends early": Mistake(
        "events.yaml",
        "- id: kim-jong-il-named-1980",
        "...\n- id: kim-jong-il-named-1980",
        "- id: kim-jong-il-named-1980",
        "a second document begins here « dots",
    ),
    "a directive": Mistake(
        "actors.yaml", "# Who", "%YAML 9.9\n---\n# Who", "%YAML", "cannot begin with % « remove it"
    ),
    "nesting too deep": heir(
        f"  title: {'[' * 60}{']' * 60}\n", "[" * 42 + "]", "nested too deeply « indentation"
    ),
    "a character that cannot be printed": heir(
        HEIR + "  \x07note: “beep”\n", "\x07", "cannot be printed « delete it"
    ),
}
"""What a file cannot even be read with."""

WRONG = {
    "an unknown key": heir(
        "  titel: Kim\n", "titel", "“titel” is not a key « did you mean title?", alone=False
    ),
    "an unknown key like no other": Mistake(
        "actors.yaml",
        "  shape: circle\n",
        "  shape: circle\n  xyzzy: 1\n",
        "xyzzy",
        "“xyzzy” is not a key « use one of hue, id, name, shape, short",
    ),
    "a key missing": Mistake(
        "actors.yaml",
        "- id: china\n  name: China\n",
        "- id: china\n",
        "id: china",
        "“name” is missing « add a line name:",
    ),
    "an empty text": heir("  title: ''\n", "title: ''", "title is empty « write something"),
    "a text of spaces": heir("  title: '  '\n", "title: '  '", "title is empty « write something"),
    "no text at all": heir("  title:\n", "title:\n", "title must be text, not nothing « words"),
    "a list for a text": heir(
        "  title: [Heir]\n", "title: [Heir]", "title must be text, not a list « words"
    ),
    "keys for a text": heir(
        "  title: {a: b}\n", "title: {a", "title must be text, not an item with keys « words"
    ),
    "a number for a text": heir(
        "  title: 1980\n", "title: 1980", "must be text, not 1980 « quotes"
    ),
    "true for a text": heir("  title: true\n", "title: true", "must be text, not true « quotes"),
    "a text for a list": Mistake(
        "events.yaml",
        "  brief:\n    - intro/1.3\n",
        "  brief: intro/1.3\n",
        "brief: intro",
        "brief must be a list, not “intro/1.3” « line with a dash",
    ),
    "a text for an item": Mistake(
        "reasons.yaml",
        "  - title: Five meetings with Xi in fifteen months\n",
        "  - Five meetings\n  - title: Five meetings with Xi in fifteen months\n",
        "Five meetings\n",
        "must be an item with keys, not “Five meetings” « name: value",
    ),
    "words for a number": Mistake(
        "series.yaml",
        "value: 5.06",
        "value: about five",
        "value: about",
        "value must be a number, not “about five” « in figures",
    ),
    "no number at all": Mistake(
        "series.yaml", "value: 5.06", "value: nan", "value: nan", "value « figures"
    ),
    "words for a whole number": Mistake(
        "seminar.yaml",
        "      - minutes: 5\n",
        "      - minutes: five\n",
        "minutes: five",
        "minutes must be a whole number, not “five” « in figures",
    ),
    "a number too small": Mistake(
        "seminar.yaml",
        "      - minutes: 5\n",
        "      - minutes: 0\n",
        "minutes: 0",
        "minutes cannot be 0 « at least 1",
    ),
    "words for true or false": Mistake(
        "events.yaml",
        "  confirmed: false",
        "  confirmed: maybe",
        "confirmed: maybe",
        "confirmed cannot be “maybe” « true or false",
    ),
    "an unknown choice": Mistake(
        "events.yaml",
        "scope: context",
        "scope: contxt",
        "scope: contxt",
        "scope cannot be “contxt” « did you mean context?",
    ),
    "an unknown choice like no other": Mistake(
        "actors.yaml",
        "shape: hexagon",
        "shape: banana",
        "shape: banana",
        "shape cannot be “banana” « use circle, square",
    ),
    "an unknown kind of claim": Mistake(
        "timeline.yaml",
        "kind: judgement",
        "kind: opinion",
        "kind: opinion",
        "kind cannot be “opinion” « use reported, judgement or forecast",
    ),
    "a grade that is not used": Mistake(
        "sources.yaml", "grade: B", "grade: D", "grade: D", "grade cannot be “D” « A, B or C"
    ),
    "an id with capitals": Mistake(
        "glossary.yaml",
        "- id: equidistance",
        "- id: Equi Distance",
        "id: Equi",
        "id cannot be “Equi Distance” « small letters, figures and single hyphens",
    ),
    "a locator without a sentence": Mistake(
        "timeline.yaml",
        "brief: [intro/1.1]",
        "brief: [intro/1]",
        "intro/1]",
        "brief cannot be “intro/1” « section, paragraph, sentence",
    ),
    "an hour that is not one": Mistake(
        "events.yaml",
        'drawn_at: "15:00"',
        "drawn_at: noon",
        "drawn_at: noon",
        "noon « hour such as",
    ),
    "a label too long for a figure": Mistake(
        "events.yaml",
        "  label: Kim Jong-il is named successor\n",
        f"  label: {'x' * 61}\n",
        f"label: {'x' * 61}",
        "label is longer than 60 characters « shorten it",
    ),
    "a step too long to project": Mistake(
        "limits.yaml",
        "    look: >-\n      Six rows",
        f"    look: >-\n      {'word ' * 20}Six rows",
        "title: Both vote for sanctions",
        "look has 34 words « at most 20 fit a projected step",
    ),
    "too few items": Mistake(
        "explainer.yaml",
        "  - id: intro\n    name: Intro\n    sentences: [6]\n",
        "  - id: intro\n    name: Intro\n    sentences: []\n",
        "sentences: []",
        "sentences has 0 items « at least 1",
    ),
    "an impossible month": Mistake(
        "events.yaml", "1980-10", "1980-13", "start: 1980-13", "no such date as 1980-13 « month"
    ),
    "an impossible day": Mistake(
        "events.yaml", "2018-05-26", "2018-02-30", "start: 2018-02-30", "no such date « the day"
    ),
    "a date in words": Mistake(
        "events.yaml",
        "1980-10",
        "next week",
        "start: next",
        "“next week” is not a date « write 1960s",
    ),
    "a date before the common era": Mistake(
        "events.yaml", "1980-10", "-44", "start: -44", "“-44” is not a date « write 1960s"
    ),
    "a year out of reach": Mistake(
        "events.yaml", "1980-10", "2101", "start: 2101", "2101 is out of reach « from 1000 to 2100"
    ),
    "a list for a date": Mistake(
        "events.yaml",
        "1980-10",
        "[1980]",
        "start: [1980]",
        "start cannot be a list « a date such as",
    ),
    "keys for a date": Mistake(
        "events.yaml",
        "start: 1980-10",
        "start: {at: 1980-10-01, precision: 2}",
        "start: {at",
        "start cannot be an item with keys « a date such as",
    ),
    "true for a date": Mistake(
        "events.yaml", "1980-10", "true", "start: true", "start cannot be true « a date such as"
    ),
    "an end before the start": Mistake(
        "events.yaml",
        "  start: 2018-05-07\n  end: 2018-05-08\n",
        "  start: 2018-05-08\n  end: 2018-05-07\n",
        "id: kim-xi-dalian-2018",
        "ends before it starts « swap start and end",
    ),
    "a band that ends before it starts": Mistake(
        "relations.yaml",
        "      - start: 1949\n        end: 1962\n",
        "      - start: 1962\n        end: 1949\n",
        "start: 1962",
        "ends before it starts « swap start and end",
    ),
    "a date sharper than its precision": Mistake(
        "events.yaml",
        "  start: 1980-10\n",
        "  start: 1980-10-10\n",
        "id: kim-jong-il-named-1980",
        "written to the day but precision says month « make the two agree",
    ),
    "a date blunter than its precision": Mistake(
        "events.yaml",
        "  start: 2018-05-26\n",
        "  start: 2018\n",
        "id: inter-korean-may-2018",
        "written to the year but precision says day « make the two agree",
    ),
    "an event of the brief without a locator": Mistake(
        "events.yaml",
        "  brief:\n    - intro/1.3\n  scope: brief\n",
        "  scope: brief\n",
        "id: prc-tenth-anniversary-1959",
        "scope brief needs brief: with at least one locator « mend it",
    ),
    "a link that would run code": Mistake(
        "sources.yaml",
        "url: https://anews",
        "url: javascript:alert(1)//",
        "url: javascript",
        "a link must begin with https:// « ",
    ),
    "a link to a file": Mistake(
        "explainer.yaml",
        "url: https://",
        "url: file:///",
        "url: file",
        "must begin with https:// « ",
    ),
    "a repost with a link": Mistake(
        "sources.yaml",
        "  date: '2025-09-02'\n  language: en\n  grade: C\n",
        "  date: '2025-09-02'\n  url: https://example.org\n  language: en\n  grade: C\n",
        "id: afp-know",
        "grade C is cited without a link « remove url",
    ),
    "two right answers": Mistake(
        "timeline.yaml",
        "          years before the visit and gives neither number.\n",
        "          years before the visit and gives neither number.\n        right: true\n",
        "id: timeline-two-counts",
        "exactly one option needs right: true « ",
    ),
    "a plan that does not add up": Mistake(
        "seminar.yaml",
        "      - minutes: 5\n",
        "      - minutes: 6\n",
        "title: A plan for fifty minutes",
        "the blocks add up to 51 minutes, not 50 « ",
    ),
    "a page listed twice": Mistake(
        "explainer.yaml",
        "  - limits\n",
        "  - seminar\n",
        "title: Why",
        "listed twice « each of the seven",
    ),
    "a dangling event": Mistake(
        "timeline.yaml",
        "events: [prc-tenth-anniversary-1959,",
        "events: [prc-tenth-aniversary-1959,",
        "prc-tenth-aniversary-1959",
        "no event “prc-tenth-aniversary-1959” « did you mean prc-tenth-anniversary-1959?",
    ),
    "a dangling event like no other": Mistake(
        "timeline.yaml",
        "events: [prc-tenth-anniversary-1959,",
        "events: [zzz,",
        "zzz,",
        "no event “zzz” « use one from events.yaml",
    ),
    "a dangling source": Mistake(
        "glossary.yaml",
        "- reuters-0910\n",
        "- reuter-0910\n",
        "reuter-0910",
        "no source « reuters-0910?",
    ),
    "a dangling actor": Mistake(
        "events.yaml",
        "    - china\n",
        "    - chnia\n",
        "chnia",
        "no actor “chnia” « did you mean china?",
    ),
    "a dangling actor among the votes": Mistake(
        "events.yaml", VETO, "    chnia: veto\n", "chnia", "no actor “chnia” « did you mean china?"
    ),
    "a vote that is none": Mistake(
        "events.yaml", VETO, "    china: vetoed\n", "china: vetoed", "cannot be “vetoed” « veto?"
    ),
    "a voter that cannot be an id": Mistake(
        "events.yaml",
        VETO,
        "    Chi na: veto\n",
        "Chi na",
        "this key cannot be “Chi na” « small letters",
    ),
    "a dangling subject": Mistake(
        "explainer.yaml",
        "subject: north-korea",
        "subject: nord-korea",
        "subject: nord",
        "no actor “nord-korea” « did you mean north-korea?",
    ),
    "a dangling claim": Mistake(
        "readings.yaml",
        "- implications-1-6\n",
        "- implications-1-66\n",
        "implications-1-66",
        "no claim « mean",
    ),
    "a dangling term": Mistake(
        "overview.yaml",
        "  - equidistance\n",
        "  - equidistanc\n",
        "equidistanc",
        "no term « equidistance?",
    ),
    "a dangling term in the glossary": Mistake(
        "glossary.yaml",
        "    - readout\n",
        "    - reedout\n",
        "reedout",
        "no term “reedout” « readout?",
    ),
    "a dangling state": Mistake(
        "relations.yaml",
        "state: close\n",
        "state: closer\n",
        "state: closer",
        "no state “closer” « close?",
    ),
    "a dangling series": Mistake(
        "reasons.yaml",
        "series: china-trade",
        "series: trade-china",
        "series: trade-china",
        "no series « ",
    ),
    "a dangling locator": Mistake(
        "events.yaml",
        "- implications/1.8\n",
        "- implications/1.88\n",
        "implications/1.88",
        "no locator « mean",
    ),
    "an id given to two events": Mistake(
        "events.yaml",
        "- id: brief-published-2025\n",
        "- id: kim-returns-pyongyang-2025\n",
        "id: kim-returns-pyongyang-2025\n  title: CSDS",
        "“kim-returns-pyongyang-2025” is given twice « give one of the two another id",
        alone=False,
    ),
    "an id given to two questions": Mistake(
        "limits.yaml",
        "  - id: limits-cold-war-benefit\n",
        "  - id: limits-predict-2024\n",
        "id: limits-predict-2024\n    stem: >-\n      The author holds",
        "“limits-predict-2024” is given twice « give one of the two another id",
    ),
    "an event later than the brief as context": Mistake(
        "events.yaml",
        "  scope: after\n  sources:\n    - wtop-spa\n",
        "  scope: context\n  sources:\n    - wtop-spa\n",
        "scope: context\n  sources:\n    - wtop-spa",
        "“kim-spa-speech-2025” is later than the brief « write scope: after",
    ),
    "an event of the brief's time as later": Mistake(
        "events.yaml",
        "  scope: context\n  sources:\n    - caixin-2018\n",
        "  scope: after\n  sources:\n    - caixin-2018\n",
        "scope: after\n  sources:\n    - caixin-2018",
        "is not later than the brief « write scope: context",
    ),
    "an event of context resting on a repost": Mistake(
        "events.yaml",
        "    - caixin-2018\n    - jd-2015\n",
        "    - afp-know\n",
        "sources:\n    - afp-know",
        "rests on no source of grade A or B « add one, or leave the event out",
    ),
    "a hole between two bands": Mistake(
        "relations.yaml",
        "      - start: 1962\n        end: 1966\n",
        "      - start: 1963\n        end: 1966\n",
        "start: 1963",
        "starts 1963 but the one before it ends 1962 « where the last one ends",
    ),
    "a debate with a reading nobody described": Mistake(
        "seminar.yaml",
        "      - reuters-0910\n",
        "      - columbia\n",
        "columbia",
        "“columbia” is a source but readings.yaml does not describe it « describe it there",
    ),
    "a plan that opens a step too many": Mistake(
        "seminar.yaml",
        "        page: overview\n        step: 1\n",
        "        page: overview\n        step: 9\n",
        "step: 9",
        "no step 9 on the page overview « use a step from 1 to 5",
    ),
    "two answers alike": Mistake(
        "timeline.yaml",
        "      - text: Few at first, then more and more often up to 2025\n",
        "      - text: Fairly evenly, about one in each year\n",
        "text: Fairly evenly, about one in each year\n        feedback: >-\n"
        "          Not that one. It would fit",
        "two answers of “timeline-spacing” have the same text « change one",
    ),
    "a sentence that nothing covers": Mistake(
        "explainer.yaml",
        "sentences: [9, 6]",
        "sentences: [9, 7]",
        "outline:",
        "no claim or event covers implications/2.7 « add a claim",
    ),
}
"""What can be read but not meant."""


def cases(*tables: dict[str, Mistake]) -> list[pytest.ParameterSet]:
    return [pytest.param(mistake, id=name) for table in tables for name, mistake in table.items()]


def is_one_plain_line(problem: Problem) -> None:
    line = str(problem)
    assert re.fullmatch(r"[a-z_]+\.yaml:[1-9]\d*:[1-9]\d*: [^;].*; .+", line)
    assert line.isprintable()
    assert not JARGON.search(line), line


def shows_what_it_points_at(problem: Problem, folder: Path) -> None:
    line = (folder / problem.file).read_text("utf-8").splitlines()[problem.place.line - 1]
    assert problem.line == line.rstrip()[:200]
    assert problem.place.column <= len(line) + 1


def reported(mistake: Mistake, folder: Path) -> tuple[Problem, ...]:
    """The problems of a folder with one mistake, which must be among them, all well put."""
    found = problems(folder)
    for problem in found:
        is_one_plain_line(problem)
        shows_what_it_points_at(problem, folder)
    place = Place(*place_of(mistake.file, mistake.at, folder))
    wrong, _, remedy = mistake.words.partition(" « ")
    there = [problem for problem in found if (problem.file, problem.place) == (mistake.file, place)]
    assert [p for p in there if wrong in p.wrong and remedy in p.remedy], [*map(str, found)]
    return found


@pytest.mark.parametrize("mistake", cases(UNREADABLE))
def test_what_cannot_be_read_is_reported_where_it_begins(tmp_path: Path, mistake: Mistake) -> None:
    folder = edited(tmp_path, mistake.file, mistake.was, mistake.is_now)
    assert len(reported(mistake, folder)) == 1


@pytest.mark.parametrize("mistake", cases(WRONG))
def test_what_cannot_be_meant_is_reported_where_it_stands(tmp_path: Path, mistake: Mistake) -> None:
    found = reported(mistake, edited(tmp_path, mistake.file, mistake.was, mistake.is_now))
    assert len(found) == 1 or not mistake.alone, [*map(str, found)]


@pytest.mark.parametrize("mistake", cases(UNREADABLE))
def test_a_server_without_the_fast_parser_reports_the_same(
    tmp_path: Path, mistake: Mistake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yamltree, "Loader", yaml.SafeLoader)
    folder = edited(tmp_path, mistake.file, mistake.was, mistake.is_now)
    (found,) = problems(folder)
    wrong, _, remedy = mistake.words.partition(" « ")
    assert found.place.line == place_of(mistake.file, mistake.at, folder)[0]
    assert wrong in found.wrong
    assert remedy in found.remedy


# ------------------------------------------------------------------ whole files


@pytest.mark.parametrize("file", sorted(content.FILES.values()))
def test_a_missing_file_is_named_with_what_to_do(tmp_path: Path, file: str) -> None:
    folder = copied(tmp_path)
    (folder / file).unlink()
    (found,) = problems(folder)
    assert str(found).startswith(f"{file}:1:1: the file is missing; add it")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param(b"", "1:1: the file is empty; fill it", id="empty"),
        pytest.param(b"\n\n  \n", "1:1: the file is empty; fill it", id="blank lines"),
        pytest.param(b"# only a note\n", "1:1: the file is empty; fill it", id="only a comment"),
        pytest.param(b"---\n", "1:1: the file is empty; fill it", id="only dashes"),
        pytest.param(b"just words\n", "1:1: this file must be a list, not “just", id="words"),
        pytest.param(b"3\n", "1:1: this file must be a list, not 3; put each", id="a number"),
        pytest.param(
            b"a: b\n", "1:1: this file must be a list, not an item with keys; put", id="keys"
        ),
        pytest.param(b"[]\n", "1:1: this file has 0 items; it needs at least 3", id="no item"),
        pytest.param(
            bytes(range(32, 256)), "bytes here that are not text; save the file", id="binary"
        ),
        pytest.param(
            b"- id: a\n  title: caf\xe9\n",
            "2:13: there are bytes here that are not text; save the file as UTF-8",
            id="Latin-1",
        ),
        pytest.param(
            "- id: ä\n".encode("utf-16"),
            "1:1: there are bytes here that are not text; save the file as UTF-8",
            id="UTF-16",
        ),
        pytest.param(
            b"- id: a\n  title: \x00\n",
            "2:10: there is a character here that cannot be printed; delete it",
            id="a zero byte",
        ),
        pytest.param(b"[" * 100_000, "1:21: this is nested too deeply", id="brackets"),
        pytest.param(b"- " * 100_000, "this is nested too deeply; check", id="dashes"),
        pytest.param(b"{a: " * 50_000, "this is nested too deeply; check", id="braces"),
        pytest.param(b"? " * 50_000, "1:3: a key must be one word", id="question marks"),
        pytest.param(b"a" * 2_000_001, "1:1: the file is larger than 2 MB; split", id="too large"),
    ],
)
def test_a_file_of_any_bytes_is_reported(tmp_path: Path, raw: bytes, words: str) -> None:
    folder = copied(tmp_path)
    (folder / "events.yaml").write_bytes(raw)
    (found,) = problems(folder)
    assert found.file == "events.yaml"
    assert words in str(found)
    assert not JARGON.search(str(found))


@pytest.mark.parametrize(
    ("newline", "mark"),
    [
        pytest.param("\r\n", "", id="Windows line ends"),
        pytest.param("\r", "", id="old Mac line ends"),
        pytest.param("\n", "\ufeff", id="byte order mark"),
    ],
)
def test_files_of_other_editors_are_read_and_reported_alike(
    tmp_path: Path, newline: str, mark: str
) -> None:
    folder = copied(tmp_path)
    line, column = place_of("events.yaml", "scope: context", folder)
    text = (folder / "events.yaml").read_text("utf-8")
    saved = (mark + text.replace("\n", newline)).encode()
    (folder / "events.yaml").write_bytes(saved)
    assert content.load(folder) == content.load(CONTENT)
    (folder / "events.yaml").write_bytes(saved.replace(b"scope: context", b"scope: contxt", 1))
    (found,) = problems(folder)
    assert found.place == Place(line, column)


def test_a_stray_file_is_reported_with_the_name_it_was_meant_to_have(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "events.yaml").rename(folder / "event.yaml")
    (folder / "notes.yml").write_text("a: b\n", "utf-8")
    stray = "this file is not one the explainer reads"
    assert [(problem.file, problem.wrong) for problem in problems(folder)] == [
        ("event.yaml", stray),
        ("events.yaml", "the file is missing"),
        ("notes.yml", stray),
    ]
    assert problems(folder)[0].remedy == "rename it to events.yaml"


def test_files_that_are_not_content_are_left_alone(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "README.md").write_text("Notes", "utf-8")
    (folder / "._events.yaml").write_bytes(b"\x00\x05\x16\x07")
    (folder / ".#events.yaml").symlink_to("somebody@somewhere.4711")
    assert content.load(folder) == content.load(CONTENT)
    change(folder, "events.yaml", "scope: context", "scope: contxt")
    assert len(problems(folder)) == 1


@pytest.mark.parametrize("name", ["nowhere", "actors.yaml"])
def test_what_is_not_a_folder_is_reported(tmp_path: Path, name: str) -> None:
    (found,) = problems(copied(tmp_path) / name)
    assert found.wrong == "there is no such folder"


def test_a_folder_in_the_place_of_a_file_is_reported(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "series.yaml").unlink()
    (folder / "series.yaml").mkdir()
    (found,) = problems(folder)
    assert str(found).startswith("series.yaml:1:1: is a directory; ")


# ------------------------------------------------------------------ many mistakes at once


def test_all_mistakes_are_reported_together_in_order(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "series.yaml").unlink()
    (folder / "notes.yaml").write_text("a", "utf-8")
    change(folder, "relations.yaml", "name: mending", "name: [mending")
    change(folder, "events.yaml", "scope: context", "scope: contxt")
    change(folder, "events.yaml", "  start: 1980-10\n", "  start: 1980-13\n")
    change(folder, "glossary.yaml", "- reuters-0910\n", "- reuter-0910\n")
    change(folder, "timeline.yaml", "brief: [intro/1.1]", "brief: [intro/1.9]")
    change(folder, "overview.yaml", "summary:", "sumary:")
    found = problems(folder)
    assert list(found) == sorted(found)
    assert [(problem.file, problem.wrong) for problem in found] == [
        ("events.yaml", "scope cannot be “contxt”"),
        ("events.yaml", "there is no such date as 1980-13"),
        ("glossary.yaml", "there is no source “reuter-0910”"),
        ("notes.yaml", "this file is not one the explainer reads"),
        ("overview.yaml", "“summary” is missing"),
        ("overview.yaml", "“sumary” is not a key of this item"),
        ("relations.yaml", "a bracket is opened and not closed"),
        ("series.yaml", "the file is missing"),
        ("timeline.yaml", "there is no locator “intro/1.9”"),
    ]


def test_every_mistake_of_a_kind_is_reported_with_its_own_place(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    text = (folder / "events.yaml").read_text("utf-8")
    (folder / "events.yaml").write_text(text.replace("scope: context", "scope: contxt"), "utf-8")
    found = problems(folder)
    assert len(found) == text.count("scope: context") > 20
    assert len({problem.place for problem in found}) == len(found)
    assert {problem.line for problem in found} == {"  scope: contxt"}


@pytest.mark.parametrize(
    ("file", "was", "is_now"),
    [
        pytest.param("events.yaml", "- id: kim-jong", "- idd: kim-jong", id="an id misspelt"),
        pytest.param("limits.yaml", "sections:\n", "sektions:\n", id="all claims misspelt"),
        pytest.param("explainer.yaml", "outline:\n", "outlin:\n", id="the outline misspelt"),
    ],
)
def test_one_slip_does_not_make_everything_that_refers_to_it_wrong(
    tmp_path: Path, file: str, was: str, is_now: str
) -> None:
    found = problems(edited(tmp_path, file, was, is_now))
    assert len(found) == 2
    assert {problem.file for problem in found} == {file}


def test_a_long_text_is_quoted_only_in_part(tmp_path: Path) -> None:
    long = "kind: " + "x" * 5000
    (found,) = problems(edited(tmp_path, "timeline.yaml", "kind: judgement", long))
    assert len(str(found)) < 300
    assert len(found.line) == 200


def test_odd_characters_in_a_value_cannot_break_the_report(tmp_path: Path) -> None:
    odd = 'kind: "a\\n\\e[31mb\\u202Ec"'
    (found,) = problems(edited(tmp_path, "timeline.yaml", "kind: judgement", odd))
    assert "kind cannot be “a [31mb c”" in str(found)


# ------------------------------------------------------------------ the command


def check(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m explainer check`` as an author does."""
    kept = {name: value for name, value in os.environ.items() if name != "EXPLAINER_CONTENT"}
    return subprocess.run(
        [sys.executable, "-m", "explainer", "check", *arguments],
        cwd=CONTENT.parent,
        env=kept | environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        check=False,
    )


def test_the_command_says_ok_with_counts() -> None:
    done = check()
    assert (done.returncode, done.stderr) == (0, "")
    loaded = content.load(CONTENT)
    assert done.stdout.startswith("OK")
    for count in (len(loaded.events), len(loaded.claims), len(loaded.sources), 34):
        assert re.search(rf"\b{count}\b", done.stdout)


@pytest.mark.parametrize("named", ["argument", "environment"])
def test_the_command_prints_every_problem_and_fails(tmp_path: Path, named: str) -> None:
    folder = edited(tmp_path, "timeline.yaml", "kind: judgement", "kind: opinion")
    change(folder, "glossary.yaml", "- reuters-0910\n", "- reuter-0910\n")
    done = check(str(folder)) if named == "argument" else check(EXPLAINER_CONTENT=str(folder))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [str(problem) for problem in problems(folder)]
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="empty"),
        pytest.param(random.Random(4711).randbytes(4096), id="random bytes"),
        pytest.param(b"\x00" * 4096, id="zeroes"),
        pytest.param(b"[" * 100_000, id="brackets"),
        pytest.param(b"&a [*a, *a]\n", id="a value that holds itself"),
        pytest.param(b"!!python/object/apply:os.abort []\n", id="code"),
        pytest.param("- id: 習近平\n".encode(), id="another script"),
        pytest.param(b'- id: "\\ud800"\n', id="half a character"),
        pytest.param(b"- [a, {b: [c]}, ~, 1.5, true]\n" * 50, id="odd values"),
    ],
)
def test_the_command_never_shows_a_traceback(tmp_path: Path, raw: bytes) -> None:
    folder = copied(tmp_path)
    spoilt = ("events.yaml", "explainer.yaml", "timeline.yaml")
    for name in spoilt:
        (folder / name).write_bytes(raw)
    done = check(str(folder))
    assert (done.returncode, done.stderr) == (1, "")
    for name in spoilt:
        assert re.search(rf"^{name}:\d+:\d+: .+; .+$", done.stdout, re.MULTILINE)


def test_the_command_works_in_a_terminal_that_knows_only_ascii(tmp_path: Path) -> None:
    folder = edited(tmp_path, "timeline.yaml", "kind: judgement", "kind: 習近平")
    done = check(str(folder), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("timeline.yaml:")


def test_the_command_reports_a_folder_that_is_not_there(tmp_path: Path) -> None:
    done = check(str(tmp_path / "nowhere"))
    assert done.returncode == 1
    assert done.stdout == (
        f"{tmp_path / 'nowhere'}:1:1: there is no such folder; "
        "name a folder that holds content files\n"
    )


# ------------------------------------------------------------------ saving


def saved_later(path: Path, text: str, seconds: int) -> None:
    """Save a file with a later time, as an editor does."""
    path.write_text(text, "utf-8")
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + seconds * 1_000_000_000))


def test_a_save_is_read_without_a_restart_and_a_bad_one_can_be_mended(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    file = folder / "actors.yaml"
    text = file.read_text("utf-8")
    first = content.load(folder)
    saved_later(file, text.replace("short: US", "short: U.S."), 1)
    assert content.load(folder).actor["united-states"].short == "U.S."
    saved_later(file, text.replace("short: US", "short: []"), 2)
    assert [problem.file for problem in problems(folder)] == ["actors.yaml"]
    assert [problem.file for problem in problems(folder)] == ["actors.yaml"]
    saved_later(file, text, 3)
    assert content.load(folder) == first


def test_a_save_of_the_same_length_is_noticed_by_its_time(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    text = (folder / "actors.yaml").read_text("utf-8")
    assert content.load(folder).actor["united-states"].short == "US"
    saved_later(folder / "actors.yaml", text.replace("short: US", "short: SU"), 1)
    assert content.load(folder).actor["united-states"].short == "SU"


def test_unchanged_content_is_read_once_and_shared(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    assert content.load(folder) is content.load(folder)


def test_a_file_removed_and_put_back_is_noticed(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    content.load(folder)
    text = (folder / "series.yaml").read_text("utf-8")
    (folder / "series.yaml").unlink()
    assert [problem.wrong for problem in problems(folder)] == ["the file is missing"]
    (folder / "series.yaml").write_text(text, "utf-8")
    assert content.load(folder).series


def test_reporting_the_same_mistakes_again_keeps_nothing_alive(tmp_path: Path) -> None:
    folder = edited(tmp_path, "timeline.yaml", "kind: judgement", "kind: opinion")
    depths = []
    for _ in range(3):
        with pytest.raises(ContentError) as refused:
            content.load(folder)
        depths.append(len(refused.traceback))
    assert len(set(depths)) == 1
