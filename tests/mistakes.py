"""The catalogue of mistakes: what authors get wrong, where it must be reported, in which words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainer.checks.messages import Problem

JARGON = re.compile(
    r"pydantic|yaml\b(?<!\.yaml)|\bmapping\b|\bscalar\b|NoneType|validation|\bsequence\b|\btoken\b"
    r"|\btuple\b|\bdict\b|\bstr\b|\bint\b|\bfloat\b|\bnull\b|\bNone\b|schema error|\[key\]"
    r"|Input should|Traceback|Error\b|explainer\.\w+\.",
    re.IGNORECASE,
)
KEY = "[key]"
HEIR = "  title: Kim Jong-il is named successor\n"
VETO = "    china: veto\n"


@dataclass(frozen=True)
class Mistake:
    """One text of one file changed, where that must be reported, and in which words."""

    file: str
    was: str
    is_now: str
    at: str
    """The text in the changed file at whose first letter the report must point.

    If it is a key with its value, the value is meant. KEY before it means that the key is.
    """
    words: str
    """Words of what is wrong « words of what to do."""
    alone: bool = True
    """Whether it is one mistake; some make a second one, such as a mark of a time not shown."""
    seen_in: str = ""
    """The file in which it is reported, if that is another one."""


def pointed_at(mistake: Mistake) -> tuple[str, int]:
    """The text to look for, and how far into it the report must point."""
    if mistake.at.startswith(KEY):
        return mistake.at.removeprefix(KEY), 0
    value = re.match(r"[\w-]+: +(?=\S)", mistake.at)
    return mistake.at, value.end() if value else 0


def is_one_plain_line(problem: Problem) -> None:
    """A problem as editors and searches take it: file, line, column, mistake; remedy; no jargon."""
    line = str(problem)
    assert re.fullmatch(r"\S[^:]*\.y\w+:[1-9]\d*:[1-9]\d*: [^;].*; .+", line)
    assert line.isprintable()
    # What is quoted is the author's own.
    assert not JARGON.search(re.sub("“[^”]*”", "", line)), line


def heir(is_now: str, at: str, words: str, alone: bool = True) -> Mistake:
    """The title of one event, in the middle of the longest file, changed."""
    return Mistake("events.yaml", HEIR, is_now, at, words, alone)


ACTORS = "  actors:\n    - north-korea\n    - china\n"
FIRST_VOTE = '      - events:\n          - unsc-2270\n        label: "Res. 2270: both for"\n'


def start(written: str, words: str) -> Mistake:
    """The date of the same event, written in another way."""
    return Mistake("events.yaml", "start: 1980-10", f"start: {written}", f"start: {written}", words)


UNREADABLE = {
    "a tab as indentation": heir("\ttitle: Heir\n", "\ttitle: Heir", "a tab « spaces only"),
    "a tab after spaces": heir("  \ttitle: Heir\n", "\ttitle: Heir", "a tab « spaces only"),
    "a double quote left open": heir(
        '  title: "Kim\n', '"Kim\n', "quotation mark is opened and not closed « add the closing"
    ),
    "a single quote left open": heir(
        "  title: 'Kim\n", "'Kim\n", "quotation mark is opened and not closed « add the closing"
    ),
    "a path of Windows in double quotes": heir(
        '  title: "C:\\users"\n', "sers", "backslash begins something « two backslashes"
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
        " title: Heir\n", KEY + "title: Heir", "does not fit the lines above it « indentation"
    ),
    "two spaces too many": heir("    title: Heir\n", ": Heir", "colon « correct the indentation"),
    "a colon in a text": heir("  title: Kim: heir\n", ": heir", "colon « text in quotes"),
    "a key without a colon": heir("  title Heir\n", "title Heir", "colon is missing « name: value"),
    "no space after a colon": heir(
        "  title:Heir\n", "title:Heir", "a space is missing after the colon « title: and then"
    ),
    "a colon within curly quotes": heir(
        "  title: “Kim: heir”\n", ": heir", "colon with a space « straight quotes"
    ),
    "a space from a web page as indentation": heir(
        "\u00a0 title: Heir\n", "\u00a0", "a space of another kind « type it anew"
    ),
    "a star for a hyphen": Mistake(
        "events.yaml",
        "  actors:\n    - north-korea\n    - china\n",
        "  actors:\n    * north-korea\n    * china\n",
        "* north-korea",
        "a star stands where a hyphen should be « with a hyphen",
    ),
    "a dash after a key": heir("  title: - Heir\n", "- Heir", "a dash stands « new line"),
    "a number sign in a text of two lines": heir(
        "  title: Heir #1\n    of two\n", "#1", "is not read, because « in quotes"
    ),
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
        HEIR + "  title: Heir\n",
        KEY + "title: Heir",
        "“title” is given twice « keep one of the two",
    ),
    "an id given twice in one item": heir(
        "  id: again\n", KEY + "id: again", "“id” is given twice « begin a new item with a dash"
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
    "a date with a semicolon": start(
        "'1980; or 1981'", "“1980; or 1981” is not a date « write 1960s"
    ),
    "an address with a semicolon": Mistake(
        "sources.yaml",
        "url: https://anews",
        "url: ask us; https://anews",
        "url: ask us",
        "“ask us; https://anews « begin it with https://",
    ),
    "a link with a semicolon": heir(
        "  title: '[Kim](</a; b>)'\n", "title: '[Kim", "the link “/a; b” is not a link « begin it"
    ),
    "a picture with a semicolon": heir(
        "  title: '![Kim](</a; b>)'\n", "title: '![K", "cannot be shown: “/a; b” « leave it out"
    ),
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
        KEY + "id: china",
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
        "brief must be a list, not “intro/1.3” « a hyphen and a space",
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
        "series.yaml", "value: 5.06", "value: nan", "value: nan", "value must be a number « figures"
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
        "there is no locator “intro/1” « use one from the outline",
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
        "look: >-\n      word",
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
        "events.yaml",
        "1980-10",
        "-44",
        "start: -44",
        "“-44” is a year before the common era « from 1000 to 2100",
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
        "end: 2018-05-07",
        "end is before start « swap the two",
    ),
    "a band that ends before it starts": Mistake(
        "relations.yaml",
        "      - start: 1949\n        end: 1962\n",
        "      - start: 1962\n        end: 1949\n",
        "end: 1949",
        "end is before start « swap the two",
    ),
    "a date sharper than its precision": Mistake(
        "events.yaml",
        "  start: 1980-10\n",
        "  start: 1980-10-10\n",
        "start: 1980-10-10",
        "written to the day but precision says month « make the two agree",
    ),
    "a date blunter than its precision": Mistake(
        "events.yaml",
        "  start: 2018-05-26\n",
        "  start: 2018\n",
        "start: 2018\n  precision: day\n  place: Panmunjom (northern",
        "written to the year but precision says day « make the two agree",
    ),
    "an event of the brief without a locator": Mistake(
        "events.yaml",
        "  brief:\n    - intro/1.3\n  scope: brief\n",
        "  scope: brief\n",
        "scope: brief",
        "scope is brief, but no sentence is named « add brief: with a locator",
    ),
    "a link that would run code": Mistake(
        "sources.yaml",
        "url: https://anews",
        "url: javascript:alert(1)//",
        "url: javascript",
        "not a link that readers can follow « begin it with https://",
    ),
    "a link to a file": Mistake(
        "explainer.yaml",
        "url: https://",
        "url: file:///",
        "url: file",
        "not a link that readers can follow « begin it with https://",
    ),
    "a repost with a link": Mistake(
        "sources.yaml",
        "  date: '2025-09-02'\n  language: en\n  grade: C\n",
        "  date: '2025-09-02'\n  url: https://example.org\n  language: en\n  grade: C\n",
        "url: https://example.org",
        "url is given, but grade C is cited without a link « remove it",
    ),
    "two right answers": Mistake(
        "timeline.yaml",
        "          trip to China, in January 2019.\n",
        "          trip to China, in January 2019.\n        right: true\n",
        "options:\n      - text: One of them counts",
        "options need exactly one right answer « right: true",
    ),
    "a plan that does not add up": Mistake(
        "seminar.yaml",
        "      - minutes: 5\n",
        "      - minutes: 6\n",
        "minutes: 50",
        "minutes is 50, but the blocks add up to 51 « correct one of them",
    ),
    "a point that names no claim": Mistake(
        "contested.yaml",
        "  claims:\n    - implications-2-6b\n",
        "  claims: []\n",
        "claims: []",
        "claims has 0 items « it needs at least 1",
    ),
    "a point without its claims": Mistake(
        "contested.yaml",
        "  claims:\n    - implications-2-6b\n",
        "",
        KEY + "id: sanctions-relief",
        "“claims” is missing « add a line claims:",
    ),
    "a claim without a verdict": Mistake(
        "timeline.yaml",
        "        verdict: confirms\n",
        "",
        KEY + "id: intro-1-1a",
        "“verdict” is missing « add a line verdict:",
    ),
    "a verdict that is none": Mistake(
        "timeline.yaml",
        "        verdict: confirms\n",
        "        verdict: confirmed\n",
        "verdict: confirmed",
        "verdict cannot be “confirmed” « did you mean confirms?",
    ),
    "who disputes a claim, told at the claim": Mistake(
        "timeline.yaml",
        "        verdict: confirms\n",
        "        verdict: confirms\n        contested: []\n",
        KEY + "contested: []",
        "“contested” is not a key of this item « use one of",
    ),
    "a page listed twice": Mistake(
        "explainer.yaml",
        "  - limits\n",
        "  - seminar\n",
        "pages:",
        "pages lists a page twice « each of the seven",
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
        "there is no actor “Chi na” « did you mean china?",
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
    "a dangling locator of a misspelt section": Mistake(
        "events.yaml",
        "- implications/1.8\n",
        "- implication/1.8\n",
        "implication/1.8\n",
        "no locator “implication/1.8” « did you mean implications/1.8?",
    ),
    "a dangling event in capitals": Mistake(
        "timeline.yaml",
        "events: [prc-tenth-anniversary-1959,",
        "events: [PRC-tenth-anniversary-1959,",
        "PRC-tenth",
        "no event “PRC-tenth-anniversary-1959” « did you mean prc-tenth-anniversary-1959?",
    ),
    "two events without a comma": Mistake(
        "timeline.yaml",
        "events: [prc-tenth-anniversary-1959, victory-day-parade-2025]",
        "events: [prc-tenth-anniversary-1959 victory-day-parade-2025]",
        "prc-tenth-anniversary-1959 victory",
        "is not one id but 2 « a comma and a space between",
    ),
    "a list without brackets": Mistake(
        "timeline.yaml",
        "events: [prc-tenth-anniversary-1959, victory-day-parade-2025]",
        "events: prc-tenth-anniversary-1959, victory-day-parade-2025",
        "events: prc",
        "events must be a list « [square brackets]",
    ),
    "a dangling locator": Mistake(
        "events.yaml",
        "- implications/1.8\n",
        "- implications/1.88\n",
        "implications/1.88",
        "no locator “implications/1.88” « use one from the outline of explainer.yaml",
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
    "the rest of a text after a number sign": heir(
        "  title: Heir #1 of two\n", "#1 of two", "not read, because « in quotes"
    ),
    "a text that is all after a number sign": heir(
        "  title: #1 of two\n", "#1 of two", "not read, because « in quotes"
    ),
    "long dashes for hyphens": Mistake(
        "events.yaml",
        "  actors:\n    - north-korea\n    - china\n",
        "  actors:\n    – north-korea\n    – china\n",
        "– north-korea",
        "actors must be a list « a hyphen and a space, not with –",
    ),
    "hyphens without a space": Mistake(
        "events.yaml",
        "  actors:\n    - north-korea\n    - china\n",
        "  actors:\n    -north-korea\n    -china\n",
        "-north-korea",
        "actors must be a list « a space after each hyphen",
    ),
    "a list without hyphens": Mistake(
        "glossary.yaml",
        "  see_also:\n    - ",
        "  see_also:\n    ",
        "trilateral-summit\n    - multi",
        "see_also must be a list « a hyphen and a space",
    ),
    "an item without its hyphen": Mistake(
        "relations.yaml",
        "states:\n  - id: close\n",
        "states:\n    id: close\n",
        "- id: working",
        "does not fit « dash",
    ),
    "a key too far to the left": Mistake(
        "timeline.yaml",
        "    events: [kim-xi-beijing-january-2019, inter-korean-september-2018,",
        "events: [kim-xi-beijing-january-2019, inter-korean-september-2018,",
        KEY + "events: [kim-xi-beijing-january-2019, inter",
        "“events” is not a key of this item « indent it more",
    ),
    "a key too far to the right": Mistake(
        "timeline.yaml",
        "        record:\n          text: The parade opened at 09:00 Beijing time.\n",
        "        record:\n          text: The parade opened at 09:00 Beijing time.\n"
        "          hedge: perhaps\n",
        KEY + "hedge: perhaps",
        "“hedge” is not a key of this item « indent it less",
    ),
    "a key with a capital": heir(
        "  Title: Kim\n", "Title", "“Title” is not a key « did you mean title?"
    ),
    "a key with a sign that cannot be seen": heir(
        "  ti\u200btle: Kim\n", "ti\u200btle", "is not a key « type title anew"
    ),
    "true for a number": Mistake(
        "series.yaml",
        "value: 5.06",
        "value: true",
        "value: true",
        "value must be a number, not true « in figures",
    ),
    "a number in quotes": Mistake(
        "series.yaml",
        "value: 5.06",
        "value: '5.06'",
        "value: '5",
        "value must be a number, not “5.06” « a comma or quotes",
    ),
    "a number with a comma": Mistake(
        "series.yaml", "value: 5.06", "value: 5,06", "value: 5,06", "not “5,06” « a comma"
    ),
    "a half minute": Mistake(
        "seminar.yaml",
        "      - minutes: 5\n",
        "      - minutes: 5.5\n",
        "minutes: 5.5",
        "minutes must be a whole number, not 5.5 « in figures",
    ),
    "the 25th hour": Mistake(
        "events.yaml",
        'drawn_at: "15:00"',
        'drawn_at: "25:00"',
        'drawn_at: "25:00"',
        "drawn_at cannot be “25:00” « an hour such as",
    ),
    "the name of a language": Mistake(
        "explainer.yaml",
        "language: en",
        "language: English",
        "language: English",
        "language cannot be “English” « the code of a language, such as en",
    ),
    "a text longer than anybody reads": heir(
        f"  title: {'long ' * 1001}\n", "title: long", "longer than 5,000 characters « shorten it"
    ),
    "a sign that cannot be printed": heir(
        '  title: "Kim\\e[31m"\n', 'title: "Kim', "a character in it cannot be printed « delete it"
    ),
    "a letter that turns others round": heir(
        '  title: "Kim\\u202E"\n', 'title: "Kim', "a character in it cannot be printed « delete it"
    ),
    "a date of 44 BCE": start("44 BCE", "is a year before the common era « from 1000 to 2100"),
    "a date of minus 44": start("-0044", "is a year before the common era « from 1000 to 2100"),
    "a date of the year 44": start("0044", "year 0044 is out of reach « from 1000 to 2100"),
    "a date of 33 AD": start("33 AD", "year 33 is out of reach « from 1000 to 2100"),
    "a date in words of English": start("5 September 2025", "is not a date « write 2025-09-05"),
    "a date in words of American": start("September 5, 2025", "is not a date « write 2025-09-05"),
    "a date without noughts": start("2025-9-5", "is not a date « write 2025-09-05"),
    "a date with slashes": start("2025/09/05", "is not a date « write 2025-09-05"),
    "a date about right": start("circa 1980", "is not a date « write 1980"),
    "a decade with an apostrophe": start("1960's", "is not a date « write 1960s"),
    "two dates in one": start("1979–1980", "because it is two « start: 1979 and end: 1980"),
    "a month and a year with a point": start("1980.10", "start cannot be 1980.1 « a date such as"),
    "a link in a text that would run code": heir(
        "  title: '[Kim](javascript:alert(1))'\n",
        "title: '[Kim",
        "the link “javascript:alert(1)” is not a link « begin it with https://",
    ),
    "a link in capitals that would run code": heir(
        "  title: '[Kim]( JavaScript:alert(1))'\n", "title: '[Kim", "“JavaScript:alert(1)” « begin"
    ),
    "a link in a text to a file": heir(
        "  title: '[Kim](file:///etc/passwd)'\n", "title: '[Kim", "“file:///etc/passwd” « begin it"
    ),
    "a link to another service": heir(
        "  title: See <ftp://example.org>\n", "title: See", "the link “ftp://example.org” « begin"
    ),
    "a link to another page": heir(
        "  title: '[Kim](reasons)'\n", "title: '[Kim", "the link “reasons” is not « begin it with"
    ),
    "a link by reference": heir(
        '  title: "[Kim][1]\\n\\n[1]: data:text/html,x"\n',
        'title: "[Kim',
        "“data:text/html,x” « begin",
    ),
    "a link without its beginning": heir(
        "  title: '[Kim](www.example.org/kim)'\n",
        "title: '[Kim",
        "is not a link that readers can follow « write https://www.example.org/kim",
    ),
    "a link to no host": heir(
        "  title: '[Kim](https://)'\n", "title: '[Kim", "“https://” leads nowhere « whole address"
    ),
    "a text that is taken for an address": heir(
        "  title: '[Editors]: unsure'\n", "title: '[Ed", "taken for a link, and “unsure” « begin it"
    ),
    "a picture": heir(
        "  title: '![Kim](https://example.org/kim.png)'\n",
        "title: '![",
        "a picture cannot be shown « leave it out",
    ),
    "a tag for bold type": heir(
        "  title: Kim is <b>named</b>\n", "title: Kim is <", "“<b>” would be shown « **words**"
    ),
    "a tag of a script": heir(
        "  title: <script>alert(1)</script>\n", "title: <s", "“<script>” would be shown « leave"
    ),
    "a note in a text": heir(
        "  title: Kim <!-- check -->\n", "title: Kim <", "“<!--” would be shown « after a #"
    ),
    "an address that is no address": Mistake(
        "explainer.yaml",
        "url: https://csds",
        "url: https://#csds",
        "url: https://#",
        "leads nowhere « the whole address",
    ),
    "an address without its beginning": Mistake(
        "sources.yaml",
        "url: https://",
        "url: ",
        "url: anews",
        "is not a link that readers can follow « write https://",
    ),
    "an id listed twice": Mistake(
        "events.yaml",
        "  actors:\n    - north-korea\n    - china\n",
        "  actors:\n    - north-korea\n    - china\n    - china\n",
        "china\n  lanes",
        "“china” is listed twice under actors « remove one of the two",
    ),
    "an id that a page uses itself": Mistake(
        "seminar.yaml",
        "debates:\n  - id: ",
        "debates:\n  - id: score\n    title: Score\n    claims: [implications-1-6]\n"
        "    readings: [reuters-0910]\n  - id: ",
        "id: score",
        "“score” is one that the pages use themselves « choose another id",
    ),
}
"""What can be read but not meant."""

DISAGREEING = {
    "two actors of one shape": Mistake(
        "actors.yaml",
        "shape: hexagon",
        "shape: circle # too",
        "shape: circle # too",
        "“united-nations” has the same shape as “north-korea” « by colour",
    ),
    "an actor in the subject's colour": Mistake(
        "actors.yaml",
        "hue: blue",
        "hue: violet",
        "hue: violet\n  shape: square",
        "“china” has the same hue as “north-korea” « give it another",
    ),
    "a lane of an actor that took no part": Mistake(
        "events.yaml",
        "  lanes:\n    - china\n",
        "  lanes:\n    - russia\n",
        "russia",
        "“russia” stands under lanes but not under actors « add it to actors",
    ),
    "a meeting with an actor that took no part": Mistake(
        "events.yaml",
        "  met:\n    - china\n",
        "  met:\n    - russia # not there\n",
        "russia # not",
        "“russia” stands under met but not under actors « add it to actors",
    ),
    "a meeting at which the subject was absent": Mistake(
        "events.yaml",
        "  attendance: present\n  met:\n",
        "  met:\n",
        "met:",
        "there is a meeting, but attendance is absent « write attendance: present",
    ),
    "a subject that meets itself": Mistake(
        "events.yaml",
        "  met:\n    - china\n",
        "  met:\n    - north-korea # itself\n",
        "north-korea # itself",
        "“north-korea” is said to meet itself « name whom",
    ),
    "a vote of an actor that took no part": Mistake(
        "events.yaml",
        VETO,
        VETO + "    south-korea: for\n",
        KEY + "south-korea: for",
        "“south-korea” stands under votes but not under actors « add it to actors",
        alone=False,
    ),
    "a subject present at what it took no part in": Mistake(
        "events.yaml",
        ACTORS,
        "  actors:\n    - china\n",
        "attendance: present",
        "attendance is present but “north-korea” is not under actors « add it",
    ),
    "an hour of a whole month": heir(
        HEIR + "  time: noon\n", "time: noon", "time is given although precision is month « day"
    ),
    "a place within the day of a whole month": heir(
        HEIR + '  drawn_at: "12:00"\n',
        'drawn_at: "12:00"',
        "drawn_at is given although « precision: day",
    ),
    "a later event as evidence": Mistake(
        "timeline.yaml",
        "evidence: [victory-day-parade-2025]",
        "evidence: [kim-spa-speech-2025]",
        "kim-spa-speech-2025",
        "later than the brief, but stands under evidence « move it to afterwards",
    ),
    "a later event that bears on a claim": Mistake(
        "timeline.yaml",
        "bears_on: [attendance-announced-2025,",
        "bears_on: [kim-spa-speech-2025,",
        "kim-spa-speech-2025",
        "later than the brief, but stands under bears_on « move it to afterwards",
    ),
    "an event that both supports a claim and only bears on it": Mistake(
        "timeline.yaml",
        "bears_on: [attendance-announced-2025,",
        "bears_on: [victory-day-parade-2025,",
        "victory-day-parade-2025, train",
        "stands under evidence and under bears_on « keep it where it belongs",
    ),
    "evidence for what the record finds nothing on": Mistake(
        "limits.yaml",
        "        bears_on:\n          - trump-conspire-post-2025\n",
        "        evidence:\n          - trump-conspire-post-2025\n",
        "evidence:\n          - trump-conspire-post-2025",
        "there is evidence, but verdict is found-nothing « move the events to bears_on",
    ),
    "a dispute that no point and no source is named for": Mistake(
        "implications.yaml",
        "        verdict: cannot-settle\n        what_would_change_it",
        "        verdict: disputes\n        what_would_change_it",
        "verdict: disputes\n        what",
        "verdict is disputes, but nobody is named « under a point of contested.yaml",
    ),
    "a point that no longer names the claim it disputes": Mistake(
        "contested.yaml",
        "    - implications-1-9\n",
        "    - implications-1-8b\n",
        "verdict: disputes\n        evidence:\n          - putin-pyongyang-treaty-2024",
        "verdict is disputes, but nobody is named « contested.yaml",
        seen_in="limits.yaml",
    ),
    "a confirmation without a source": Mistake(
        "timeline.yaml",
        "          sources: [jd-0903, kbs-0903]\n",
        "",
        "verdict: confirms",
        "verdict is confirms, but no source is named that does so « record: with sources",
    ),
    "a report that nothing can settle": Mistake(
        "timeline.yaml",
        "        verdict: confirms\n",
        "        verdict: cannot-settle\n",
        "verdict: cannot-settle",
        "what is reported can be checked « such as verdict: found-nothing",
    ),
    "an earlier event as what came afterwards": Mistake(
        "implications.yaml",
        "          - nis-assessment-2025\n",
        "          - border-closure-2020\n",
        "border-closure-2020",
        "is not later than the brief, but stands under afterwards « move it to evidence or",
    ),
    "a step about what came later": Mistake(
        "timeline.yaml",
        "events: [prc-tenth-anniversary-1959, victory",
        "events: [kim-spa-speech-2025, victory",
        "kim-spa-speech-2025",
        "is later than the brief, so no figure shows it unasked « leave it out",
    ),
    "two relationships with one actor": Mistake(
        "relations.yaml",
        "  - actor: china\n",
        "  - actor: russia\n    # once more\n",
        "actor: russia\n    # once",
        "both relationships are with “russia” « another actor",
        alone=False,
    ),
    "a step without a page": Mistake(
        "seminar.yaml",
        "        page: overview\n        step: 1\n",
        "        step: 1\n",
        "step: 1",
        "there is no step 1 without a page « add page:",
    ),
    "an era before the last one ends": Mistake(
        "explainer.yaml",
        "    start: 1992\n",
        "    start: 1990\n",
        "start: 1990",
        "this era starts 1990, but the one before it ends 1991 « in order",
    ),
    "an event before the first era": Mistake(
        "explainer.yaml",
        "    start: 1949\n",
        "    start: 1955\n",
        "start: 1955",
        "“kim-il-sung-beijing-1954”, 29 September 1954, is earlier than the first era « earlier",
    ),
    "an era that ends before it starts": Mistake(
        "explainer.yaml",
        "    start: 1949\n    end: 1991\n",
        "    start: 1949\n    end: 1948\n",
        "end: 1948",
        "end is 1948, but start is 1949 « swap the two",
    ),
    "a focus that ends before it starts": Mistake(
        "explainer.yaml",
        "  start: 2025-09-01\n  end: 2025-09-05\n",
        "  start: 2025-09-05\n  end: 2025-09-01\n",
        "end: 2025-09-01",
        "end is 1 September 2025, but start is 5 September 2025 « swap the two",
        alone=False,
    ),
    "a focus outside the strip": Mistake(
        "overview.yaml",
        "  end: 2025-09-05\n",
        "  end: 2025-08-05\n",
        "end: 2025-08-05",
        "the focus “The visit” begins 1 September 2025, which is after the strip « end later",
    ),
    "an era outside the strip": Mistake(
        "overview.yaml",
        "  start: 1949-01-01\n",
        "  start: 1951-01-01\n",
        "start: 1951-01-01",
        "the era “Cold War: two patrons” begins 1949, which is before the strip does « begin then",
    ),
    "a strip that ends before it starts": Mistake(
        "overview.yaml",
        "  start: 1949-01-01\n  end: 2025-09-05\n",
        "  start: 2025-09-05\n  end: 1949-01-01\n",
        "end: 1949-01-01",
        "end is 1 January 1949, but start is 5 September 2025 « swap the two",
    ),
    "a mark earlier than its figure": Mistake(
        "reasons.yaml",
        "- events: [kim-putin-vladivostok-2019]\n        label: Kim first meets",
        "- events: [kim-cancels-moscow-2015]\n        label: Kim first meets",
        "kim-cancels-moscow-2015]\n        label: Kim first meets",
        "“kim-cancels-moscow-2015” is earlier than this figure begins, 1 January 2018 « more time",
    ),
    "a mark later than its figure": Mistake(
        "limits.yaml",
        "    start: 2016-01-01\n    end: 2024-12-31\n",
        "    start: 2016-01-01\n    end: 2023-12-31\n",
        'panel-veto-2024\n        label: "Panel ends',
        "“panel-veto-2024” is later than this figure ends, 31 December 2023 « more time",
    ),
    "an event marked twice": Mistake(
        "overview.yaml",
        "- events: [kim-jong-il-china-1983]\n",
        "- events: [sino-soviet-split-balancing]\n      label: Twice\n"
        "    - events: [kim-jong-il-china-1983]\n",
        "sino-soviet-split-balancing]\n      label: Twice",
        "“sino-soviet-split-balancing” stands in two marks of this figure « remove one",
    ),
    "a panel that ends before it starts": Mistake(
        "timeline.yaml",
        "      start: 2018-01-01\n      end: 2025-08-31\n",
        "      start: 2025-08-31\n      end: 2018-01-01\n",
        "end: 2018-01-01",
        "end is 1 January 2018, but start is 31 August 2025 « swap the two",
        alone=False,
    ),
    "panels in the wrong order": Mistake(
        "timeline.yaml",
        "      start: 2018-01-01\n",
        "      start: 1948-01-01\n",
        "start: 1948-01-01",
        "this panel starts 1 January 1948, before the panel above it does « the longest",
    ),
    "an event in no panel": Mistake(
        "events.yaml",
        "start: 1980-10",
        "start: 1948-10",
        "start: 1948-10",
        "“kim-jong-il-named-1980”, October 1948, lies in no panel of the timeline « let a panel",
        alone=False,
    ),
    "a gap that ends before it begins": Mistake(
        "timeline.yaml",
        "        - after: kim-xi-pyongyang-2019\n          before: kim-xi-summit-2025\n",
        "        - after: kim-xi-summit-2025\n          before: kim-xi-pyongyang-2019\n",
        "before: kim-xi-pyongyang-2019",
        "“kim-xi-pyongyang-2019” is not later than “kim-xi-summit-2025” « swap after and before",
    ),
    "a gap outside its panel": Mistake(
        "timeline.yaml",
        "        - after: kim-xi-pyongyang-2019\n",
        "        - after: beijing-parade-2015\n",
        "after: beijing-parade-2015",
        "“beijing-parade-2015” is not within this panel « the panel that shows the event",
    ),
    "a placeholder of no meaning": Mistake(
        "timeline.yaml",
        "do not meet for {gap}",
        "do not meet for {length}",
        "text: Kim and Xi do not",
        "nothing stands for {length} « write {gap}",
    ),
    "a placeholder of no meaning in a comparison": Mistake(
        "reasons.yaml",
        '"{gap} between being named',
        '"{gaps} between being named',
        'gap: "{gaps}',
        "nothing stands for {gaps} « write {gap}",
    ),
    "a gap of the comparison that ends before it begins": Mistake(
        "reasons.yaml",
        'gap_to: "1983-06"',
        'gap_to: "1979-06"',
        'gap_to: "1979',
        "gap_to is June 1979, but gap_from is October 1980 « swap the two",
    ),
    "a column that ends before it starts": Mistake(
        "reasons.yaml",
        'end: "1983-12-31"',
        'end: "1973-12-31"',
        'end: "1973',
        "end is 31 December 1973, but start is 1 January 1980 « swap the two",
    ),
    "a stay out of order": Mistake(
        "timeline.yaml",
        "    start: kim-arrives-beijing-2025\n    end: kim-departs-beijing-2025\n",
        "    start: kim-departs-beijing-2025\n    end: kim-arrives-beijing-2025\n",
        "end: kim-arrives-beijing-2025",
        "“kim-arrives-beijing-2025” is earlier than “kim-departs-beijing-2025” « in this order",
    ),
    "a stay that begins outside its panel": Mistake(
        "timeline.yaml",
        "    before: train-departs-2025\n",
        "    before: beijing-parade-2015\n",
        "before: beijing-parade-2015",
        "“beijing-parade-2015” is not within the last panel, which draws the stay « more time",
    ),
    "a stay in a panel too long to draw it": Mistake(
        "timeline.yaml",
        "      start: 2025-09-01\n      end: 2025-09-05\n",
        "      start: 2001-09-01\n      end: 2025-09-05\n",
        "stay:",
        "the last panel is too long to draw the stay in « shorter than 20 years",
        alone=False,
    ),
    "a side without a relationship": Mistake(
        "limits.yaml",
        "    actor: russia\n",
        "    actor: united-states\n",
        "actor: united-states",
        "relations.yaml has no relationship with “united-states” « use russia or china",
    ),
    "two sides of one relationship": Mistake(
        "limits.yaml",
        "    actor: china\n",
        "    actor: russia # again\n",
        "actor: russia # again",
        "both sides are “russia” « the other relationship",
    ),
    "a figure of relationships that ends before it starts": Mistake(
        "reasons.yaml",
        'end: "2025-09-05"',
        'end: "2015-09-05"',
        'end: "2015',
        "end is 5 September 2015, but start is 1 January 2018 « swap the two",
    ),
    "a treaty that ends before it starts": Mistake(
        "relations.yaml",
        "end: 1995-09\n",
        "end: 1959-09\n",
        "end: 1959-09",
        "end is September 1959, but start is 6 July 1961 « swap the two",
    ),
    "values that overlap": Mistake(
        "series.yaml",
        "      start: 2018\n",
        "      start: 2017-06\n",
        "start: 2017-06",
        "“2018” overlaps “2017” in time « after the last one ends",
    ),
    "a value that ends before it starts": Mistake(
        "series.yaml",
        "      end: 2025-06\n",
        "      end: 2024-06\n",
        "end: 2024-06",
        "end is June 2024, but start is January 2025 « swap the two",
    ),
    "bars that start before their figure": Mistake(
        "reasons.yaml",
        'series_from: "2018-01-01"',
        'series_from: "2017-01-01"',
        'series_from: "2017',
        "the bars start 1 January 2017, before the figure does « with the figure or later",
    ),
    "bars that start after the last value": Mistake(
        "reasons.yaml",
        'series_from: "2018-01-01"',
        'series_from: "2025-06-01"',
        'series_from: "2025',
        "no value of “china-trade” begins 1 June 2025 or later « start earlier",
    ),
    "a bar below nothing": Mistake(
        "series.yaml",
        "value: 0.539",
        "value: -0.539",
        "value: -0.539",
        "“2020” is below 0, which the bars of the reasons page cannot show « a series without",
    ),
    "a bar after its figure": Mistake(
        "series.yaml",
        '    - label: "2025"\n      start: 2025\n',
        '    - label: "2026"\n      start: 2026\n',
        "start: 2026",
        "“2026” begins after the figure of the reasons page ends « end later",
    ),
    "a lane given twice": Mistake(
        "implications.yaml",
        "    - actor: russia\n",
        "    - actor: china # again\n",
        "actor: china # again",
        "“china” has two lanes « remove one",
        alone=False,
    ),
    "a lane of the subject": Mistake(
        "implications.yaml",
        "    - actor: united-states\n",
        "    - actor: north-korea\n",
        "actor: north-korea",
        "“north-korea” is the subject, which has no lane of its own « whom its leader met",
        alone=False,
    ),
    "a period that ends before it starts": Mistake(
        "implications.yaml",
        'end: "2019-12-31"',
        'end: "2009-12-31"',
        'end: "2009',
        "end is 31 December 2009, but start is 1 January 2018 « swap the two",
    ),
    "a period of an hour": Mistake(
        "implications.yaml",
        'start: "2018-01-01"\n      end: "2019-12-31"\n',
        'start: "2019-12-31 09:00"\n      end: "2019-12-31 10:00"\n',
        'end: "2019-12-31 10:00"',
        "this period is shorter than a day « end later",
        alone=False,
    ),
    "a mark that is left out": Mistake(
        "implications.yaml",
        "        - events: [kim-putin-beijing-2025]\n",
        "        - events: [msmt-report-2025]\n",
        "msmt-report-2025]",
        "“msmt-report-2025” is marked, but also under leave_out « remove one of the two",
    ),
    "a mark in no lane": Mistake(
        "implications.yaml",
        "    - actor: south-korea\n      name: Seoul\n",
        "",
        "inter-korean-april-2018]\n          label",
        "“inter-korean-april-2018” belongs to no lane of this figure « add a lane",
    ),
    "a mark in a lane that is not there": Mistake(
        "implications.yaml",
        '          label: "Moon, Panmunjom: first meeting"\n',
        '          label: "Moon, Panmunjom: first meeting"\n          lanes: [united-nations]\n',
        "united-nations]",
        "“united-nations” is no lane of this figure « add the lane",
    ),
    "votes that start before the relationships": Mistake(
        "limits.yaml",
        "    start: 2016-01-01\n    end: 2024-12-31\n",
        "    start: 1946-01-01\n    end: 2024-12-31\n",
        "start: 1946",
        "the votes start before the relationships beside them « or later",
    ),
    "votes that end after the relationships": Mistake(
        "limits.yaml",
        "    start: 2016-01-01\n    end: 2024-12-31\n",
        "    start: 2016-01-01\n    end: 2026-12-31\n",
        "end: 2026",
        "the votes end after the relationships beside them « or earlier",
    ),
    "an event among the votes on which nobody voted": Mistake(
        "limits.yaml",
        FIRST_VOTE,
        FIRST_VOTE + "      - events: [kim-putin-vostochny-2023]\n",
        "kim-putin-vostochny-2023]",
        "“kim-putin-vostochny-2023” says nothing of votes « add votes: to it in events.yaml",
    ),
    "a vote that is not given": Mistake(
        "events.yaml",
        VETO,
        "",
        'china-russia-veto-2022\n        label: "New sanctions',
        "“china-russia-veto-2022” does not say how “china” voted « add it under votes:",
        seen_in="limits.yaml",
    ),
    "votes that differ under one mark": Mistake(
        "limits.yaml",
        '          - china-russia-veto-2022\n        label: "New sanctions blocked: both veto"\n'
        "      - events:\n          - panel-veto-2024\n",
        "          - china-russia-veto-2022\n          - panel-veto-2024 # together\n",
        "panel-veto-2024 # together",
        "“panel-veto-2024” was not voted on like “china-russia-veto-2022” beside it « of its own",
    ),
    "a row over another": Mistake(
        "sources_page.yaml",
        "start: '2016'\n",
        "start: '2014'\n",
        "start: '2014'",
        "this row starts 2014, before the row above it ends « after the last one ends",
    ),
    "a row on both sides of the brief": Mistake(
        "sources_page.yaml",
        "      end: '2025-09-05'\n",
        "      end: '2025-09-06'\n",
        "end: '2025-09-06'",
        "this row holds days before and after the brief, 5 September 2025 « end it there",
        alone=False,
    ),
    "a row that ends before it starts": Mistake(
        "sources_page.yaml",
        "      end: '2025-09-05'\n",
        "      end: '2025-08-05'\n",
        "end: '2025-08-05'",
        "end is 5 August 2025, but start is 5 September 2025 « swap the two",
        alone=False,
    ),
    "a time in no row": Mistake(
        "sources_page.yaml",
        "    - label: 2 September 2025\n      start: '2025-09-02'\n      end: '2025-09-02'\n",
        "",
        "rows:",
        "no row holds 2 September 2025, the first source of “ « add a row",
    ),
}
"""What is sound in each of its parts, and cannot all be true or drawn."""

WORTH_MENDING = {
    "a source cited nowhere": Mistake(
        "sources.yaml",
        "- id: abd-0905\n",
        "- id: unread\n  publisher: Nobody\n  title: Nothing\n  grade: C\n\n- id: abd-0905\n",
        KEY + "id: unread",
        "“unread” is cited nowhere « cite it, or remove it",
    ),
    "a term that no text uses": Mistake(
        "glossary.yaml",
        "  term: Hedging\n",
        "  term: Jentacular\n",
        "term: Jentacular",
        "the term “Jentacular” is used nowhere « use it in a text",
    ),
    "a straight apostrophe among curly ones": Mistake(
        "timeline.yaml",
        "Kim’s previous visit",
        "Kim's previous visit",
        "text: Kim's previous visit",
        "a straight quotation mark or apostrophe stands among curly ones « write ‘",
    ),
    "a straight quotation mark among curly ones": Mistake(
        "contested.yaml",
        "Is it a realignment, or tactics?",
        'Is it a "realignment", or tactics?',
        'question: Is it a "realign',
        "a straight quotation mark or apostrophe stands among curly ones « write ‘",
    ),
    "a judgement that would read as a fact": Mistake(
        "implications.yaml",
        "In the author’s view Kim’s rift",
        "In short, Kim’s rift",
        "text: In short, Kim’s rift",
        "“implications-1-5a” does not say in its own words whose judgement it is « name the author",
    ),
}
"""What is not wrong, and reported as advice."""
