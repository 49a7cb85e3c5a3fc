"""Every mistake in the content is reported where it stands, in plain words, with its remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from explainer import content
from explainer.problems import ContentError, Problem

JARGON = re.compile(
    r"pydantic|yaml\b(?<!\.yaml)|\bmapping\b|\bscalar\b|NoneType|validation|\bsequence\b|\btoken\b"
    r"|\btuple\b|\bdict\b|\bstr\b|\bint\b|\bfloat\b|\bnull\b|\bNone\b|schema error|\[key\]"
    r"|Input should|Traceback|Error\b|explainer\.\w+\.",
    re.IGNORECASE,
)
HEIR = "  title: Kim Jong-il is named successor\n"
VETO = "    china: veto\n"


@dataclass(frozen=True)
class Mistake:
    """One text of one file changed, where that must be reported, and in which words."""

    file: str
    was: str
    is_now: str
    at: str
    """The text in the changed file at whose first letter the report must point."""
    words: str
    """Words that the report must contain; « stands before what it must advise."""


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as refused:
        content.load(folder)
    return refused.value.problems


def heir(is_now: str, at: str, words: str) -> Mistake:
    """The title of one event, in the middle of the longest file, changed."""
    return Mistake("events.yaml", HEIR, is_now, at, words)


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
    "a backslash in double quotes": heir('  title: "C:\\Kim"\n', "", "backslash « two backslashes"),
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
        f"  title: {'[' * 60}{']' * 60}\n", "[" * 42, "nested too deeply « indentation"
    ),
    "a character that cannot be printed": heir(
        HEIR + "  \x07note: “beep”\n", "\x07", "cannot be printed « delete it"
    ),
}
"""What a file cannot even be read with."""

WRONG = {
    "an unknown key": heir("  titel: Kim\n", "titel", "“titel” is not a key « did you mean title?"),
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
        "words; at most 20 « ",
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
        "  note: >-\n    The brief does not mention the date.",
        "  note: >-\n    It does not mention the date.",
        "",
        "",
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
        "",
        "",
    ),
    "an event later than the brief as context": Mistake(
        "events.yaml",
        "    A closed briefing, known through what lawmakers and the press passed on.\n  scope: after\n",
        "    A closed briefing, known through what lawmakers and the press passed on.\n  scope: context\n",
        "",
        "",
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
    "a sentence that nothing covers": Mistake(
        "explainer.yaml",
        "sentences: [9, 6]",
        "sentences: [9, 7]",
        "outline:",
        "no claim or event covers implications/2.7 « add a claim",
    ),
}
"""What can be read but not meant."""
