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
SUIT = "  title: Ostermond sues over the lease\n"
VETO = "    ostermond: veto\n"


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


def suit(is_now: str, at: str, words: str, alone: bool = True) -> Mistake:
    """The title of one event, in the middle of the longest file, changed."""
    return Mistake("events.yaml", SUIT, is_now, at, words, alone)


def _notes(written: str, at: str, words: str) -> Mistake:
    """The notes on a question for the room, in another way of writing."""
    return Mistake("seminar.yaml", NOTES, f"    notes: {written}\n", at, words)


NOTES = """    notes:
      - Whoever paid for it, or whoever opens it.
      - "As the gazette has it: “البوّابة لمن يفتحها”."
"""
ACTORS = "  actors:\n    - board\n    - ostermond\n"


def start(written: str, words: str) -> Mistake:
    """The date of the same event, written in another way."""
    return Mistake("events.yaml", "start: 2003-06", f"start: {written}", f"start: {written}", words)


UNREADABLE = {
    "a tab as indentation": suit("\ttitle: Suit\n", "\ttitle: Suit", "a tab « spaces only"),
    "a tab after spaces": suit("  \ttitle: Suit\n", "\ttitle: Suit", "a tab « spaces only"),
    "a double quote left open": suit(
        '  title: "Reeve\n', '"Reeve\n', "quotation mark is opened and not closed « add the closing"
    ),
    "a single quote left open": suit(
        "  title: 'Reeve\n", "'Reeve\n", "quotation mark is opened and not closed « add the closing"
    ),
    "a path of Windows in double quotes": suit(
        '  title: "C:\\users"\n', "sers", "backslash begins something « two backslashes"
    ),
    "an open quote at the end of the file": Mistake(
        "sources_page.yaml",
        "undated: Nobody",
        'undated: "Nobody',
        '"Nobody',
        "quotation mark is opened and not closed « add the closing",
    ),
    "text after a quotation": suit(
        '  title: "Reeve" is named\n',
        "is named\n",
        "text after a closing quotation mark « quotation marks of the other kind",
    ),
    "a backslash in double quotes": suit(
        '  title: "C:\\Reeve"\n', "\\Reeve", "backslash begins something « two backslashes"
    ),
    "one space too few": suit(
        " title: Suit\n", KEY + "title: Suit", "does not fit the lines above it « indentation"
    ),
    "two spaces too many": suit("    title: Suit\n", ": Suit", "colon « correct the indentation"),
    "a colon in a text": suit("  title: Reeve: suit\n", ": suit", "colon « text in quotes"),
    "a key without a colon": suit("  title Suit\n", "title Suit", "colon is missing « name: value"),
    "no space after a colon": suit(
        "  title:Suit\n", "Suit\n  label", "a space is missing after the colon « title: and then"
    ),
    "a colon within curly quotes": suit(
        "  title: “Reeve: suit”\n", ": suit", "colon with a space « straight quotes"
    ),
    "a space from a web page as indentation": suit(
        "\u00a0 title: Suit\n", "\u00a0", "a space of another kind « type it anew"
    ),
    "a star for a hyphen": Mistake(
        "events.yaml",
        ACTORS,
        ACTORS.replace("-", "*"),
        "* board",
        "a star stands where a hyphen should be « with a hyphen",
    ),
    "a hyphen without a space": Mistake(
        "events.yaml",
        "- id: lawsuit-2003",
        "-id: lawsuit-2003",
        KEY + "id: lawsuit-2003",
        "a space is missing after the hyphen « write - id: and then",
    ),
    "a long dash for a hyphen": Mistake(
        "events.yaml",
        "- id: lawsuit-2003",
        "– id: lawsuit-2003",
        "– id: lawsuit-2003",
        "“–” stands where a hyphen should be « a hyphen and a space",
    ),
    "a hyphen without a space in the first item": Mistake(
        "actors.yaml",
        "- id: board",
        "-id: board",
        KEY + "id: board",
        "a space is missing after the hyphen « write - id: and then",
    ),
    "a longer dash for the first hyphen": Mistake(
        "actors.yaml",
        "- id: board",
        "— id: board",
        "— id: board",
        "“—” stands where a hyphen should be « a hyphen and a space",
    ),
    "a long dash for a hyphen in a list of ids": Mistake(
        "events.yaml",
        ACTORS,
        ACTORS.replace("    - ostermond", "  – ostermond"),
        "– ostermond",
        "“–” stands where a hyphen should be « a hyphen and a space",
    ),
    "a comma in a one-line item": Mistake(
        "reasons.yaml",
        "  - title: The charter\n",
        "  - {title: The charter, sealed}\n  - title: The charter\n",
        "sealed}",
        "a comma ends the text before this « put the text in quotes",
    ),
    "a dash after a key": suit("  title: - Suit\n", "- Suit", "a dash stands « new line"),
    "a number sign in a text of two lines": suit(
        "  title: Suit #1\n    of two\n", "#1", "is not read, because « in quotes"
    ),
    "a list of one key's level": Mistake(
        "explainer.yaml", "brief:\n", "- brief:\n", "- brief:", "does not fit « its dash"
    ),
    "an open bracket": suit("  title: [Suit\n", "[Suit", "a bracket is opened « close it"),
    "an open brace": suit("  title: {Suit\n", "{Suit", "a bracket is opened « close it"),
    "a closing bracket alone": suit("  title: ]Suit\n", "]Suit", "cannot begin with “]” « quotes"),
    "a text that begins with @": suit("  title: @Suit\n", "@Suit", "begin with “@” « quotes"),
    "a text that begins with %": suit("  title: %Suit\n", "%Suit", "begin with “%” « quotes"),
    "a text that begins with a backtick": suit("  title: `H`\n", "`H`", "begin with “`” « quotes"),
    "a text that begins with a bar": suit("  title: |Suit\n", "|Suit", "begin with | « quotes"),
    "an anchor": suit("  title: &suit Reeve\n", "&suit", "begins with & or * « in quotes"),
    "an alias": suit("  title: *suit\n", "*suit", "begins with & or * « in quotes"),
    "bold type": suit("  title: **Suit**\n", "**Suit**", "begins with & or * « in quotes"),
    "a merge of another item": suit("  <<: *suit\n", "*suit", "begins with & or * « in quotes"),
    "a tag": suit("  title: !suit Reeve\n", "!suit", "begins with ! « in quotes"),
    "a tag that would run code": suit(
        "  title: !!python/object/apply:os.system [ls]\n", "!!python", "begins with ! « in quotes"
    ),
    "a tag of nobody": suit("  title: !a!b Reeve\n", "!a!b", "begins with ! « in quotes"),
    "a key given twice": suit(
        SUIT + "  title: Suit\n",
        KEY + "title: Suit",
        "“title” is given twice « keep one of the two",
    ),
    "an id given twice in one item": suit(
        "  id: again\n", KEY + "id: again", "“id” is given twice « begin a new item with a dash"
    ),
    "a list for a key": suit(
        "  ? [a]\n  : b\n", "[a]", "the name of a field must be one word « name: value"
    ),
    "a second document": Mistake(
        "events.yaml",
        "- id: lawsuit-2003",
        "---\n- id: lawsuit-2003",
        "---\n",
        "a second document begins here « three dashes",
    ),
    "a document that ends early": Mistake(
        "events.yaml",
        "- id: lawsuit-2003",
        "...\n- id: lawsuit-2003",
        "- id: lawsuit-2003",
        "a second document begins here « dots",
    ),
    "a directive": Mistake(
        "actors.yaml",
        "# Four",
        "%YAML 9.9\n---\n# Four",
        "%YAML",
        "cannot begin with % « remove it",
    ),
    "nesting too deep": suit(
        f"  title: {'[' * 60}{']' * 60}\n", "[" * 42 + "]", "nested too deeply « indentation"
    ),
    "a character that cannot be printed": suit(
        SUIT + "  \x07note: “beep”\n", "\x07", "cannot be printed « delete it"
    ),
}
"""What a file cannot even be read with."""

WRONG = {
    "a date with a semicolon": start(
        "'1980; or 1981'", "“1980; or 1981” is not a date « write 1960s"
    ),
    "an address with a semicolon": Mistake(
        "sources.yaml",
        "url: https://example",
        "url: ask us; https://example",
        "url: ask us",
        "“ask us; https://example « begin it with https://",
    ),
    "a link with a semicolon": suit(
        "  title: '[Reeve](</a; b>)'\n",
        "title: '[Reeve",
        "the link “/a; b” is not a link « begin it",
    ),
    "a picture with a semicolon": suit(
        "  title: '![Reeve](</a; b>)'\n", "title: '![R", "cannot be shown: “/a; b” « leave it out"
    ),
    "an unknown key": suit(
        "  titel: Reeve\n", "titel", "“titel” is not a field « did you mean title?"
    ),
    "an unknown key like no other": Mistake(
        "actors.yaml",
        "  shape: hexagon\n",
        "  shape: hexagon\n  xyzzy: 1\n",
        "xyzzy",
        "“xyzzy” is not a field « use one of hue, id, name, shape, short",
    ),
    "a key missing": Mistake(
        "actors.yaml",
        "- id: ostermond\n  name: Ostermond\n",
        "- id: ostermond\n",
        KEY + "id: ostermond",
        "“name” is missing « add a line name:",
    ),
    "a text in brackets with a comma": suit(
        "  title: [a text, with comma]\n",
        "title: [a text",
        "title must be text, not a list « put the text in quotes",
    ),
    "no list at all": Mistake(
        "events.yaml",
        "  brief: [opening/1.2]\n",
        "  brief:\n",
        "\n  scope: brief",
        "brief must be a list, not nothing « write [] for an empty list",
    ),
    "a page that cannot be left out": Mistake(
        "explainer.yaml",
        "  - sources\n",
        "",
        "pages:",
        "pages does not list sources, which every explainer has « add it",
    ),
    "an empty text": suit("  title: ''\n", "title: ''", "title is empty « write something"),
    "a text of spaces": suit("  title: '  '\n", "title: '  '", "title is empty « write something"),
    "no text at all": suit(
        "  title:\n", "\n  label: Ostermond sues", "title must be text, not nothing « words"
    ),
    "a list for a text": suit(
        "  title: [Suit]\n", "title: [Suit]", "title must be text, not a list « words"
    ),
    "keys for a text": suit(
        "  title: {a: b}\n", "title: {a", "title must be text, not an item with fields « words"
    ),
    "a number for a text": suit(
        "  title: 1980\n", "title: 1980", "must be text, not 1980 « quotes"
    ),
    "true for a text": suit("  title: true\n", "title: true", "must be text, not true « quotes"),
    "a text for a list": Mistake(
        "events.yaml",
        "  brief: [opening/1.2]\n",
        "  brief: opening/1.2\n",
        "brief: opening",
        "brief must be a list, not “opening/1.2” « a hyphen and a space",
    ),
    "a text for an item": Mistake(
        "reasons.yaml",
        "  - title: The charter\n",
        "  - The charter\n  - title: The charter\n",
        "The charter\n",
        "must be an item with fields, not “The charter” « name: value",
    ),
    "words for a number": Mistake(
        "series.yaml",
        "value: 12\n",
        "value: about twelve\n",
        "value: about",
        "value must be a number, not “about twelve” « in figures",
    ),
    "no number at all": Mistake(
        "series.yaml",
        "value: 12\n",
        "value: nan\n",
        "value: nan",
        "value must be a number « figures",
    ),
    "words for a whole number": Mistake(
        "seminar.yaml",
        "      - minutes: 20\n",
        "      - minutes: twenty\n",
        "minutes: twenty",
        "minutes must be a whole number, not “twenty” « in figures",
    ),
    "a number too small": Mistake(
        "seminar.yaml",
        "      - minutes: 20\n",
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
        "- id: sill",
        "- id: The Sill",
        "id: The",
        "id cannot be “The Sill” « small letters, figures and single hyphens",
    ),
    "a locator without a sentence": Mistake(
        "timeline.yaml",
        "brief: [opening/1.1]",
        "brief: [opening/1]",
        "opening/1]",
        "there is no locator “opening/1” « use one from the outline",
    ),
    "an hour that is not one": Mistake(
        "events.yaml",
        'drawn_at: "07:30"',
        "drawn_at: dawn",
        "drawn_at: dawn",
        "dawn « hour such as",
    ),
    "a label too long for a figure": Mistake(
        "events.yaml",
        "  label: Ostermond sues\n",
        f"  label: {'x' * 61}\n",
        f"label: {'x' * 61}",
        "label is longer than 60 characters « shorten it",
    ),
    "a step too long to project": Mistake(
        "limits.yaml",
        "    look: The sign",
        f"    look: {'word ' * 20}The sign",
        "look: word",
        "look has 25 words « at most 20 fit a projected step",
    ),
    "too few items": Mistake(
        "explainer.yaml",
        "    sentences: [3, 1]\n",
        "    sentences: []\n",
        "sentences: []",
        "sentences has 0 items « at least 1",
    ),
    "an impossible month": Mistake(
        "events.yaml",
        "2003-06",
        "2003-13",
        "start: 2003-13",
        "no such date as 2003-13 « month",
    ),
    "an impossible day": Mistake(
        "events.yaml",
        "2024-10-28",
        "2024-02-30",
        "start: 2024-02-30",
        "no such date « the day",
    ),
    "a date in words": Mistake(
        "events.yaml",
        "2003-06",
        "next week",
        "start: next",
        "“next week” is not a date « write 1960s",
    ),
    "a date before the common era": Mistake(
        "events.yaml",
        "2003-06",
        "-44",
        "start: -44",
        "“-44” is a year before the common era « from 1000 to 2100",
    ),
    "a year out of reach": Mistake(
        "events.yaml",
        "2003-06",
        "2101",
        "start: 2101",
        "2101 is out of reach « from 1000 to 2100",
    ),
    "a list for a date": Mistake(
        "events.yaml",
        "2003-06",
        "[2003]",
        "start: [2003]",
        "start cannot be a list « a date such as",
    ),
    "keys for a date": Mistake(
        "events.yaml",
        "start: 2003-06",
        "start: {at: 2003-06-01, precision: 2}",
        "start: {at",
        "start cannot be an item with fields « a date such as",
    ),
    "true for a date": Mistake(
        "events.yaml",
        "2003-06",
        "true",
        "start: true",
        "start cannot be true « a date such as",
    ),
    "an end before the start": Mistake(
        "events.yaml",
        '  start: "1558"\n  end: "1560"\n',
        '  start: "1560"\n  end: "1558"\n',
        'end: "1558"',
        "end is 1558, but start is 1560 « swap the two",
    ),
    "a band that ends before it starts": Mistake(
        "relations.yaml",
        "      - start: 1190\n        end: 1555\n",
        "      - start: 1555\n        end: 1190\n",
        "end: 1190",
        "end is 1190, but start is 1555 « swap the two",
    ),
    "a date sharper than its precision": Mistake(
        "events.yaml",
        "  start: 2003-06\n",
        "  start: 2003-06-10\n",
        "start: 2003-06-10",
        "written to the day but precision says month « make the two agree",
    ),
    "a date blunter than its precision": Mistake(
        "events.yaml",
        "  start: 2024-10-28\n",
        "  start: 2024\n",
        "start: 2024\n  precision: day",
        "written to the year but precision says day « make the two agree",
    ),
    "an event of the brief without a locator": Mistake(
        "events.yaml",
        "  brief: [opening/1.2]\n  scope: brief\n",
        "  scope: brief\n",
        "scope: brief",
        "scope is brief, but no sentence is named « add brief: with a locator",
    ),
    "a link that would run code": Mistake(
        "sources.yaml",
        "url: https://example",
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
        "  title_is_ours: true\n  grade: C\n",
        "  title_is_ours: true\n  url: https://example.org/leaflet\n  grade: C\n",
        "url: https://example.org/leaflet",
        "url is given, but grade C is cited without a link « remove it",
    ),
    "two right answers": Mistake(
        "timeline.yaml",
        "        feedback: There were four.\n",
        "        feedback: There were four.\n        right: true\n",
        "options:\n      - text: Four",
        "options need exactly one right answer « right: true",
    ),
    "the minutes of a plan, which its blocks give": Mistake(
        "seminar.yaml",
        "  - title: Sixty minutes\n",
        "  - title: Sixty minutes\n    minutes: 60\n",
        KEY + "minutes: 60",
        "“minutes” is worked out from the rest of this item « remove the line",
    ),
    "a point that names no claim": Mistake(
        "contested.yaml",
        "  claims: [gate-2]\n",
        "  claims: []\n",
        "claims: []",
        "claims has 0 items « it needs at least 1",
    ),
    "a point without its claims": Mistake(
        "contested.yaml",
        "  claims: [gate-2]\n",
        "",
        KEY + "id: whose-gate",
        "“claims” is missing « add a line claims:",
    ),
    "a claim without a verdict": Mistake(
        "timeline.yaml",
        "        verdict: confirms\n",
        "",
        KEY + "id: opening-1",
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
        "“contested” is not a field of this item « use one of",
    ),
    "a page listed twice": Mistake(
        "explainer.yaml",
        "  - limits\n",
        "  - seminar\n",
        "pages:",
        "pages lists a page twice « list each page once",
    ),
    "a dangling event": Mistake(
        "timeline.yaml",
        "events: [flood-1287, charter-1301]",
        "events: [flod-1287, charter-1301]",
        "flod-1287",
        "no event “flod-1287” « did you mean flood-1287?",
    ),
    "a dangling event like no other": Mistake(
        "timeline.yaml",
        "events: [flood-1287, charter-1301]",
        "events: [zzz, charter-1301]",
        "zzz,",
        "no event “zzz” « use one from events.yaml",
    ),
    "a dangling source": Mistake(
        "glossary.yaml",
        "[newsletter]",
        "[newslettr]",
        "newslettr",
        "no source « newsletter?",
    ),
    "a dangling actor": Mistake(
        "events.yaml",
        "    - ostermond\n",
        "    - ostermnod\n",
        "ostermnod",
        "no actor “ostermnod” « did you mean ostermond?",
    ),
    "a dangling actor among the votes": Mistake(
        "events.yaml",
        VETO,
        "    ostermnod: veto\n",
        "ostermnod",
        "no actor “ostermnod” « did you mean ostermond?",
    ),
    "a vote that is none": Mistake(
        "events.yaml",
        VETO,
        "    ostermond: vetoed\n",
        "ostermond: vetoed",
        "cannot be “vetoed” « veto?",
    ),
    "a voter that cannot be an id": Mistake(
        "events.yaml",
        VETO,
        "    Oster mond: veto\n",
        "Oster mond",
        "there is no actor “Oster mond” « did you mean ostermond?",
    ),
    "a dangling subject": Mistake(
        "explainer.yaml",
        "subject: board",
        "subject: bord",
        "subject: bord",
        "no actor “bord” « did you mean board?",
    ),
    "a dangling claim": Mistake(
        "readings.yaml",
        "[gate-1]",
        "[gate-11]",
        "gate-11",
        "no claim « mean",
    ),
    "a dangling term": Mistake(
        "overview.yaml",
        "[reeve, qanat, suimon-term]",
        "[reeve, qanat, suimon-trem]",
        "suimon-trem",
        "no term « suimon-term?",
    ),
    "a dangling term in the glossary": Mistake(
        "glossary.yaml",
        "    - reeve\n",
        "    - reev\n",
        "reev\n",
        "no term “reev” « reeve?",
    ),
    "a dangling state": Mistake(
        "relations.yaml",
        "state: one-purse\n",
        "state: one-purses\n",
        "state: one-purses",
        "no state “one-purses” « one-purse?",
    ),
    "a dangling series": Mistake(
        "reasons.yaml",
        "series: dues",
        "series: fees",
        "series: fees",
        "no series « ",
    ),
    "a dangling locator of a misspelt section": Mistake(
        "events.yaml",
        "[opening/1.2]",
        "[openin/1.2]",
        "openin/1.2",
        "no locator “openin/1.2” « did you mean opening/1.2?",
    ),
    "a dangling event in capitals": Mistake(
        "timeline.yaml",
        "events: [flood-1287, charter-1301]",
        "events: [FLOOD-1287, charter-1301]",
        "FLOOD",
        "no event “FLOOD-1287” « did you mean flood-1287?",
    ),
    "two events without a comma": Mistake(
        "timeline.yaml",
        "events: [flood-1287, charter-1301]",
        "events: [flood-1287 charter-1301]",
        "flood-1287 charter",
        "is not one id but 2 « a comma and a space between",
    ),
    "a list without brackets": Mistake(
        "timeline.yaml",
        "events: [flood-1287, charter-1301]",
        "events: flood-1287, charter-1301",
        "events: flood",
        "events must be a list « [square brackets]",
    ),
    "a dangling locator": Mistake(
        "events.yaml",
        "[gate/2.1]",
        "[gate/2.11]",
        "gate/2.11",
        "no locator “gate/2.11” « use one from the outline of explainer.yaml; "
        "the paragraphs of this section end with 1.",
    ),
    "an id given to two events": Mistake(
        "events.yaml",
        "- id: brief-2024\n",
        "- id: home-2024\n",
        "id: home-2024\n  title: The brief",
        "“home-2024” is given twice « give one of the two another id",
    ),
    "an id misspelt where it is given": Mistake(
        "events.yaml",
        "- id: brief-2024\n",
        "- id: breif-2024\n",
        "id: breif-2024",
        "nothing refers to “breif-2024”, but « write brief-2024 here",
    ),
    "an id given to two questions": Mistake(
        "limits.yaml",
        "  - id: doubts-lease\n",
        "  - id: doubts-refusal\n",
        "id: doubts-refusal\n    stem: Until",
        "“doubts-refusal” is given twice « give one of the two another id",
    ),
    "an event later than the brief as context": Mistake(
        "events.yaml",
        "  scope: after\n  sources: [almanac]\n",
        "  scope: context\n  sources: [almanac]\n",
        "scope: context\n  sources: [almanac]",
        "“works-2026” is later than the brief « write scope: after",
    ),
    "an event of the brief's time as later": Mistake(
        "events.yaml",
        "  scope: context\n  sources: [minutes]\n",
        "  scope: after\n  sources: [minutes]\n",
        "scope: after\n  sources: [minutes]",
        "is not later than the brief « write scope: context",
    ),
    "an event of context resting on a repost": Mistake(
        "events.yaml",
        "  scope: context\n  sources: [deed]\n",
        "  scope: context\n  sources: [leaflet]\n",
        "sources: [leaflet]\n\n- id: settlement",
        "rests on no source of grade A or B « add one, or leave the event out",
    ),
    "a hole between two bands": Mistake(
        "relations.yaml",
        "      - start: 1555\n        end: 1953\n",
        "      - start: 1556\n        end: 1953\n",
        "start: 1556",
        "starts 1556 but the one before it ends 1555 « where the last one ends",
    ),
    "a debate with a reading nobody described": Mistake(
        "seminar.yaml",
        "readings: [gazette]",
        "readings: [almanac]",
        "almanac",
        "“almanac” is a source but readings.yaml does not describe it « describe it there",
    ),
    "a plan that opens a step too many": Mistake(
        "seminar.yaml",
        "        page: timeline\n        step: 2\n",
        "        page: timeline\n        step: 9\n",
        "step: 9",
        "no step 9 on the page timeline « use a step from 1 to 4",
    ),
    "two answers alike": Mistake(
        "timeline.yaml",
        "      - text: None\n",
        "      - text: Four\n",
        "text: Four\n        feedback: There",
        "two answers of “calendar-first” have the same text « change one",
    ),
    "a sentence that nothing covers": Mistake(
        "explainer.yaml",
        "sentences: [3, 1]",
        "sentences: [3, 2]",
        "outline:",
        "no claim or event covers gate/2.2 « under brief: of a claim",
    ),
    "the rest of a text after a number sign": suit(
        "  title: Suit #1 of two\n", "#1 of two", "not read, because « in quotes"
    ),
    "a text that is all after a number sign": suit(
        "  title: #1 of two\n", "#1 of two", "not read, because « in quotes"
    ),
    "long dashes for hyphens": Mistake(
        "events.yaml",
        ACTORS,
        ACTORS.replace("-", "–"),
        "– board",
        "actors must be a list « a hyphen and a space, not with –",
    ),
    "hyphens without a space": Mistake(
        "events.yaml",
        ACTORS,
        ACTORS.replace("- ", "-"),
        "-board",
        "actors must be a list « a space after each hyphen",
    ),
    "a list without hyphens": Mistake(
        "glossary.yaml",
        "  see_also:\n    - ",
        "  see_also:\n    ",
        "reeve\n    - sill",
        "see_also must be a list « a hyphen and a space",
    ),
    "an item without its hyphen": Mistake(
        "relations.yaml",
        "states:\n  - id: one-purse\n",
        "states:\n    id: one-purse\n",
        "- id: two-purses",
        "does not fit « dash",
    ),
    "a key too far to the left": Mistake(
        "timeline.yaml",
        "    events: [vote-2024, brief-2024]",
        "events: [vote-2024, brief-2024]",
        KEY + "events: [vote-2024, brief-2024]",
        "“events” is not a field of this item « indent it more",
    ),
    "a key too far to the right": Mistake(
        "timeline.yaml",
        "          sources: [minutes, gazette]\n",
        "          sources: [minutes, gazette]\n          hedge: perhaps\n",
        KEY + "hedge: perhaps",
        "“hedge” is not a field of this item « indent it less",
    ),
    "a key with a capital": suit(
        "  Title: Reeve\n", "Title", "“Title” is not a field « did you mean title?"
    ),
    "a key with a sign that cannot be seen": suit(
        "  ti\u200btle: Reeve\n", "ti\u200btle", "is not a field « type title anew"
    ),
    "true for a number": Mistake(
        "series.yaml",
        "value: 12\n",
        "value: true\n",
        "value: true",
        "value must be a number, not true « in figures",
    ),
    "a number in quotes": Mistake(
        "series.yaml",
        "value: 12\n",
        "value: '12'\n",
        "value: '12",
        "value must be a number, not “12” « a comma or quotes",
    ),
    "a number with a comma": Mistake(
        "series.yaml",
        "value: 12\n",
        "value: 12,5\n",
        "value: 12,5",
        "not “12,5” « a comma",
    ),
    "a half minute": Mistake(
        "seminar.yaml",
        "      - minutes: 20\n",
        "      - minutes: 20.5\n",
        "minutes: 20.5",
        "minutes must be a whole number, not 20.5 « in figures",
    ),
    "the 25th hour": Mistake(
        "events.yaml",
        'drawn_at: "07:30"',
        'drawn_at: "25:00"',
        'drawn_at: "25:00"',
        "drawn_at cannot be “25:00” « an hour such as",
    ),
    "the name of a language": Mistake(
        "explainer.yaml",
        "language: en-GB",
        "language: English",
        "language: English",
        "language cannot be “English” « the code of a language, such as en",
    ),
    "a text longer than anybody reads": suit(
        f"  title: {'long ' * 1001}\n", "title: long", "longer than 5,000 characters « shorten it"
    ),
    "a title of two lines": suit(
        "  title: |\n    Reeve is\n    named\n",
        "|\n    Reeve is",
        "title has a line break « on one line",
    ),
    "a title with an empty line in it": suit(
        "  title: >-\n    Reeve is\n\n    named\n",
        ">-\n    Reeve is",
        "a line break « no empty line",
    ),
    "a title with a line break of another kind": suit(
        '  title: "Reeve\\LHan"\n', '"Reeve\\LHan"', "title has a line break « on one line"
    ),
    "a title with a paragraph break": suit(
        '  title: "Reeve\\PHan"\n', '"Reeve\\PHan"', "title has a line break « on one line"
    ),
    "a title with a next line": suit(
        '  title: "Reeve\\NHan"\n',
        'title: "Reeve',
        "a character in it cannot be printed « delete it",
    ),
    "an author of two lines": Mistake(
        "explainer.yaml",
        "authors:\n",
        'authors:\n  - "One\\nTwo"\n',
        '"One\\nTwo"',
        "authors has a line break « on one line",
    ),
    "the word for a vote in two lines": Mistake(
        "limits.yaml",
        "      veto: refuses",
        '      veto: "ve\\nto"',
        '"ve\\nto"',
        "veto has a line break « on one line",
    ),
    "a sign that cannot be printed": suit(
        '  title: "Reeve\\e[31m"\n',
        'title: "Reeve',
        "a character in it cannot be printed « delete it",
    ),
    "a letter that turns others round": suit(
        '  title: "Reeve\\u202E"\n',
        'title: "Reeve',
        "a character in it cannot be printed « delete it",
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
    "a date about right, cut short": start("c. 2022", "“c. 2022” is not a date « write 2022"),
    "a date about right, cut shorter": start("c2022", "“c2022” is not a date « write 2022"),
    "a decade with an apostrophe": start("1960's", "is not a date « write 1960s"),
    "two dates in one": start("1979–1980", "because it is two « start: 1979 and end: 1980"),
    "a month and a year with a point": start("1980.10", "start cannot be 1980.1 « a date such as"),
    "a link in a text that would run code": suit(
        "  title: '[Reeve](javascript:alert(1))'\n",
        "title: '[Reeve",
        "the link “javascript:alert(1)” is not a link « begin it with https://",
    ),
    "a link in capitals that would run code": suit(
        "  title: '[Reeve]( JavaScript:alert(1))'\n",
        "title: '[Reeve",
        "“JavaScript:alert(1)” « begin",
    ),
    "a link in a text to a file": suit(
        "  title: '[Reeve](file:///etc/passwd)'\n",
        "title: '[Reeve",
        "“file:///etc/passwd” « begin it",
    ),
    "a link to another service": suit(
        "  title: See <ftp://example.org>\n", "title: See", "the link “ftp://example.org” « begin"
    ),
    "a link to another page": suit(
        "  title: '[Reeve](reasons)'\n",
        "title: '[Reeve",
        "the link “reasons” is not « begin it with",
    ),
    "a link by reference": suit(
        '  title: "[Reeve][1]\\n\\n[1]: data:text/html,x"\n',
        'title: "[Reeve',
        "“data:text/html,x” « begin",
    ),
    "a link without its beginning": suit(
        "  title: '[Reeve](www.example.org/reeve)'\n",
        "title: '[Reeve",
        "is not a link that readers can follow « write https://www.example.org/reeve",
    ),
    "a link to no host": suit(
        "  title: '[Reeve](https://)'\n",
        "title: '[Reeve",
        "“https://” leads nowhere « whole address",
    ),
    "a text that is taken for an address": suit(
        "  title: '[Editors]: unsure'\n", "title: '[Ed", "taken for a link, and “unsure” « begin it"
    ),
    "a picture": suit(
        "  title: '![Reeve](https://example.org/reeve.png)'\n",
        "title: '![",
        "a picture cannot be shown « leave it out",
    ),
    "a tag for bold type": suit(
        "  title: Reeve is <b>named</b>\n", "title: Reeve is <", "“<b>” would be shown « **words**"
    ),
    "a tag of a script": suit(
        "  title: <script>alert(1)</script>\n", "title: <s", "“<script>” would be shown « leave"
    ),
    "a note in a text": suit(
        "  title: Reeve <!-- check -->\n", "title: Reeve <", "“<!--” would be shown « after a #"
    ),
    "an address that is no address": Mistake(
        "explainer.yaml",
        "url: https://example",
        "url: https://#example",
        "url: https://#",
        "leads nowhere « the whole address",
    ),
    "an address without its beginning": Mistake(
        "sources.yaml",
        "url: https://",
        "url: ",
        "url: example",
        "is not a link that readers can follow « write https://",
    ),
    "an id listed twice": Mistake(
        "events.yaml",
        ACTORS,
        ACTORS + "    - ostermond\n",
        "ostermond\n  description",
        "“ostermond” is listed twice under actors « remove one of the two",
    ),
    "an id that a page uses itself": Mistake(
        "seminar.yaml",
        "debates:\n  - id: ",
        "debates:\n  - id: score\n    title: Score\n    claims: [gate-1]\n"
        "    readings: [gazette]\n  - id: ",
        "id: score",
        "“score” is one that the pages use themselves « choose another id",
    ),
}
"""What can be read but not meant."""

DISAGREEING = {
    "two actors of one shape": Mistake(
        "actors.yaml",
        "shape: square",
        "shape: hexagon # too",
        "shape: hexagon # too",
        "“suimon” has the same shape as “board” « by colour",
    ),
    "an actor in the subject's colour": Mistake(
        "actors.yaml",
        "hue: blue",
        "hue: ochre",
        "hue: ochre\n  shape: triangle-down",
        "“ostermond” has the same hue as “board” « give it another",
    ),
    "a lane of an actor that took no part": Mistake(
        "events.yaml",
        "  lanes: [ostermond]\n",
        "  lanes: [suimon] # not there\n",
        "suimon] # not",
        "“suimon” stands under lanes but not under actors « add it to actors",
    ),
    "a meeting with an actor that took no part": Mistake(
        "events.yaml",
        "  met: [ostermond]\n",
        "  met: [suimon] # not there\n",
        "suimon] # not",
        "“suimon” stands under met but not under actors « add it to actors",
    ),
    "a meeting at which the subject was absent": Mistake(
        "events.yaml",
        "  attendance: present\n  met: [ostermond]\n",
        "  met: [ostermond]\n",
        "met: [ostermond]",
        "there is a meeting, but attendance is absent « write attendance: present",
    ),
    "a subject that meets itself": Mistake(
        "events.yaml",
        "  met: [ostermond]\n",
        "  met: [board] # itself\n",
        "board] # itself",
        "“board” is said to meet itself « name whom",
    ),
    "a vote of an actor that took no part": Mistake(
        "events.yaml",
        ", qantara, suimon]\n  votes:\n",
        ", qantara]\n  votes:\n",
        KEY + "suimon: for\n",
        "“suimon” stands under votes but not under actors « add it to actors",
    ),
    "a subject present at what it took no part in": Mistake(
        "events.yaml",
        "  actors: [board, ostermond]\n  attendance: present\n",
        "  actors: [ostermond]\n  attendance: present\n",
        "attendance: present",
        "attendance is present but “board” is not under actors « add it",
    ),
    "an hour of a whole month": suit(
        SUIT + "  time: noon\n", "time: noon", "time is given although precision is month « day"
    ),
    "a place within the day of a whole month": suit(
        SUIT + '  drawn_at: "12:00"\n',
        'drawn_at: "12:00"',
        "drawn_at is given although « precision: day",
    ),
    "a later event as evidence": Mistake(
        "timeline.yaml",
        "evidence: [walk-2024]",
        "evidence: [works-2026]",
        "works-2026",
        "later than the brief, but stands under evidence « move it to afterwards",
    ),
    "a later event that bears on a claim": Mistake(
        "timeline.yaml",
        "bears_on: [bank-begun]",
        "bears_on: [works-2026]",
        "works-2026",
        "later than the brief, but stands under bears_on « move it to afterwards",
    ),
    "an event that both supports a claim and only bears on it": Mistake(
        "timeline.yaml",
        "bears_on: [bank-begun]",
        "bears_on: [walk-2024]",
        "walk-2024]\n        record",
        "stands under evidence and under bears_on « keep it where it belongs",
    ),
    "evidence for what the record finds nothing on": Mistake(
        "reasons.yaml",
        "        bears_on: [charter-1301]\n",
        "        evidence: [charter-1301]\n",
        "evidence: [charter-1301]",
        "there is evidence, but verdict is found-nothing « move the events to bears_on",
    ),
    "a dispute that no point and no source is named for": Mistake(
        "implications.yaml",
        "        verdict: cannot-settle\n",
        "        verdict: disputes\n",
        "verdict: disputes",
        "verdict is disputes, but nobody is named « under a point of contested.yaml",
    ),
    "a point that no longer names the claim it disputes": Mistake(
        "contested.yaml",
        "[gate-2]",
        "[gate-1]",
        "verdict: disputes",
        "verdict is disputes, but nobody is named « contested.yaml",
        seen_in="reasons.yaml",
    ),
    "a confirmation without a source": Mistake(
        "timeline.yaml",
        "          sources: [minutes, gazette]\n",
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
        "limits.yaml",
        "afterwards: [works-2026,",
        "afterwards: [letter-2023,",
        "letter-2023,",
        "is not later than the brief, but stands under afterwards « move it to evidence or",
    ),
    "a step about what came later": Mistake(
        "timeline.yaml",
        "events: [flood-1287, charter-1301]",
        "events: [works-2026, charter-1301]",
        "works-2026",
        "is later than the brief, so no figure shows it unasked « leave it out",
    ),
    "two relationships with one actor": Mistake(
        "relations.yaml",
        "  - actor: ostermond\n",
        "  - actor: qantara\n    # once more\n",
        "actor: qantara\n    # once",
        "two relationships are with “qantara” « another actor",
        alone=False,
    ),
    "a step without a page": Mistake(
        "seminar.yaml",
        "        page: timeline\n        step: 2\n",
        "        step: 2\n",
        "step: 2",
        "there is no step 2 without a page « add page:",
    ),
    "an era before the last one ends": Mistake(
        "explainer.yaml",
        "    start: 2000\n",
        "    start: 1998\n",
        "start: 1998",
        "this era starts 1998, but the one before it ends 1999 « in order",
    ),
    "an event before the first era": Mistake(
        "explainer.yaml",
        "    start: 1190s\n",
        "    start: 1250\n",
        "start: 1250",
        "“bank-begun”, 1190s, is earlier than the first era « earlier",
    ),
    "an era that ends before it starts": Mistake(
        "explainer.yaml",
        "    start: 1190s\n    end: 1286\n",
        "    start: 1190s\n    end: 1180\n",
        "end: 1180",
        "end is 1180, but start is 1190s « swap the two",
    ),
    "a focus that ends before it starts": Mistake(
        "explainer.yaml",
        "  start: 2024-10-28\n  end: 2024-11-08\n",
        "  start: 2024-11-08\n  end: 2024-10-28\n",
        "end: 2024-10-28",
        "end is 28 October 2024, but start is 8 November 2024 « swap the two",
        alone=False,
    ),
    "a focus outside the strip": Mistake(
        "overview.yaml",
        "  end: 2024-11-08\n",
        "  end: 2024-09-08\n",
        "end: 2024-09-08",
        "the focus “The twelve days” begins 28 October 2024, which is after the strip « end later",
    ),
    "an era outside the strip": Mistake(
        "overview.yaml",
        "  start: 1190\n",
        "  start: 1200\n",
        "start: 1200",
        "the era “Monks’ bank” begins 1190s, which is before the strip does « begin then",
    ),
    "a strip that ends before it starts": Mistake(
        "overview.yaml",
        "  start: 1190\n  end: 2024-11-08\n",
        "  start: 2024-11-08\n  end: 1190\n",
        "end: 1190",
        "end is 1190, but start is 8 November 2024 « swap the two",
    ),
    "a mark earlier than its figure": Mistake(
        "reasons.yaml",
        "- events: [vote-1987]\n",
        "- events: [charter-1301] # early\n",
        "charter-1301] # early",
        "“charter-1301” is earlier than this figure begins, 1900 « more time",
    ),
    "a mark later than its figure": Mistake(
        "limits.yaml",
        "    start: 1900\n    end: 2024-12-31\n",
        "    start: 1900\n    end: 2023-12-31\n",
        "vote-2024]\nsteps",
        "“vote-2024” is later than this figure ends, 31 December 2023 « more time",
    ),
    "an event marked twice": Mistake(
        "overview.yaml",
        "- events: [gate-1964]\n",
        "- events: [flood-1287]\n      label: Twice\n    - events: [gate-1964]\n",
        "flood-1287]\n      label: Twice",
        "“flood-1287” stands in two marks of this figure « remove one",
    ),
    "a panel that ends before it starts": Mistake(
        "timeline.yaml",
        "      start: 1987-01-01\n      end: 2024-10-27\n",
        "      start: 2024-10-27\n      end: 1987-01-01\n",
        "end: 1987-01-01",
        "end is 1 January 1987, but start is 27 October 2024 « swap the two",
        alone=False,
    ),
    "panels in the wrong order": Mistake(
        "timeline.yaml",
        "      start: 1987-01-01\n",
        "      start: 1180-01-01\n",
        "start: 1180-01-01",
        "this panel starts 1 January 1180, before the panel above it does « the longest",
    ),
    "an event in no panel": Mistake(
        "events.yaml",
        "start: 2003-06",
        "start: 1180-06",
        "start: 1180-06",
        "“lawsuit-2003”, June 1180, lies in no panel of the timeline « let a panel",
        alone=False,
    ),
    "a gap that ends before it begins": Mistake(
        "timeline.yaml",
        "        - after: settlement-2012\n          before: vote-2024\n",
        "        - after: vote-2024\n          before: settlement-2012\n",
        "before: settlement-2012",
        "“settlement-2012” is not later than “vote-2024” « swap after and before",
    ),
    "a gap outside its panel": Mistake(
        "timeline.yaml",
        "        - after: settlement-2012\n",
        "        - after: charter-1301\n",
        "after: charter-1301",
        "“charter-1301” is not within this panel « the panel that shows the event",
    ),
    "a placeholder of no meaning": Mistake(
        "timeline.yaml",
        "Ostermond for {gap}",
        "Ostermond for {length}",
        "text: No word",
        "nothing stands for {length} « write {gap}",
    ),
    "a placeholder of no meaning in a comparison": Mistake(
        "reasons.yaml",
        '"{gap} of drawing"',
        '"{gaps} of drawing"',
        'gap: "{gaps}',
        "nothing stands for {gaps} « write {gap}",
    ),
    "a gap of the comparison that ends before it begins": Mistake(
        "reasons.yaml",
        "gap_to: 1558",
        "gap_to: 1549",
        "gap_to: 1549",
        "gap_to is 1549, but gap_from is 1555 « swap the two",
    ),
    "a column that ends before it starts": Mistake(
        "reasons.yaml",
        "end: 1561",
        "end: 1541",
        "end: 1541",
        "end is 1541, but start is 1550 « swap the two",
    ),
    "a stay out of order": Mistake(
        "timeline.yaml",
        "    start: hearing-2024\n    end: vote-2024\n",
        "    start: vote-2024\n    end: hearing-2024\n",
        "end: hearing-2024",
        "“hearing-2024” is earlier than “vote-2024” « in this order",
    ),
    "a stay that begins outside its panel": Mistake(
        "timeline.yaml",
        "    before: walk-2024\n",
        "    before: letter-2023\n",
        "before: letter-2023",
        "“letter-2023” is not within the last panel, which draws the stay « more time",
    ),
    "a stay in a panel too long to draw it": Mistake(
        "timeline.yaml",
        "      start: 2024-10-28\n      end: 2024-11-08\n",
        "      start: 2001-10-28\n      end: 2024-11-08\n",
        "stay:",
        "the last panel is too long to draw the stay in « shorter than 20 years",
        alone=False,
    ),
    "a side without a relationship": Mistake(
        "limits.yaml",
        "    - actor: ostermond\n",
        "    - actor: suimon\n",
        "actor: suimon",
        "relations.yaml has no relationship with “suimon” « use qantara or ostermond",
    ),
    "two sides of one relationship": Mistake(
        "limits.yaml",
        "    - actor: ostermond\n",
        "    - actor: qantara # again\n",
        "actor: qantara # again",
        "the relationship with “qantara” is drawn twice « name another relationship",
    ),
    "a figure of relationships that ends before it starts": Mistake(
        "reasons.yaml",
        "  end: 2024-11-08\n",
        "  end: 1824-11-08\n",
        "end: 1824",
        "end is 8 November 1824, but start is 1900 « swap the two",
    ),
    "a treaty that ends before it starts": Mistake(
        "relations.yaml",
        "        start: 1301-05-03\n        end: 2003-06\n",
        "        start: 1301-05-03\n        end: 1300-06\n",
        "end: 1300-06",
        "end is June 1300, but start is 3 May 1301 « swap the two",
    ),
    "values that overlap": Mistake(
        "series.yaml",
        "      start: 1950s\n",
        "      start: 1911-06\n",
        "start: 1911-06",
        "“1950s” overlaps “1911” in time « after the last one ends",
    ),
    "a value that ends before it starts": Mistake(
        "series.yaml",
        "      end: 2024-06\n",
        "      end: 2023-06\n",
        "end: 2023-06",
        "end is June 2023, but start is January 2024 « swap the two",
    ),
    "bars that start before their figure": Mistake(
        "reasons.yaml",
        "series_from: 1900",
        "series_from: 1899",
        "series_from: 1899",
        "the bars start 1899, before the figure does « with the figure or later",
    ),
    "bars that start after the last value": Mistake(
        "reasons.yaml",
        "series_from: 1900",
        "series_from: 2024-11",
        "series_from: 2024-11",
        "no value of “dues” begins November 2024 or later « start earlier",
    ),
    "a bar below nothing": Mistake(
        "series.yaml",
        "value: 640.5",
        "value: -640.5",
        "value: -640.5",
        "“1987” is below 0, which the bars of the reasons page cannot show « a series without",
    ),
    "a bar after its figure": Mistake(
        "series.yaml",
        '    - label: "2024"\n      start: 2024\n',
        '    - label: "2026"\n      start: 2026\n',
        "start: 2026",
        "“2026” begins after the figure of the reasons page ends « end later",
    ),
    "a lane given twice": Mistake(
        "implications.yaml",
        "    - actor: qantara\n",
        "    - actor: ostermond # again\n",
        "actor: ostermond # again",
        "“ostermond” has two lanes « remove one",
        alone=False,
    ),
    "a lane of the subject": Mistake(
        "implications.yaml",
        "    - actor: suimon\n",
        "    - actor: board\n",
        "actor: board",
        "“board” is the subject, which has no lane of its own « whom its leader met",
        alone=False,
    ),
    "a period that ends before it starts": Mistake(
        "implications.yaml",
        "      end: 1953\n",
        "      end: 1943\n",
        "end: 1943",
        "end is 1943, but start is 1953 « swap the two",
    ),
    "a period of an hour": Mistake(
        "implications.yaml",
        "      start: 1953\n      end: 1953\n",
        '      start: "1953-02-01 09:00"\n      end: "1953-02-01 10:00"\n',
        'end: "1953-02-01 10:00"',
        "this period is shorter than a day « end later",
        alone=False,
    ),
    "a mark that is left out": Mistake(
        "implications.yaml",
        "        - events: [levy-2024]\n",
        "        - events: [home-2024]\n",
        "home-2024]\n",
        "“home-2024” is marked, but also under leave_out « remove one of the two",
    ),
    "a mark in no lane": Mistake(
        "implications.yaml",
        "    - actor: ostermond\n      name: Ostermond\n",
        "",
        "levy-2024]\n          label",
        "“levy-2024” belongs to no lane of this figure « add a lane",
    ),
    "a mark in a lane that is not there": Mistake(
        "implications.yaml",
        "          label: A levy, face to face\n",
        "          label: A levy, face to face\n          lanes: [board]\n",
        "board]\n",
        "“board” is no lane of this figure « add the lane",
    ),
    "votes that start before the relationships": Mistake(
        "limits.yaml",
        "    start: 1900\n    end: 2024-12-31\n",
        "    start: 1180\n    end: 2024-12-31\n",
        "start: 1180",
        "the votes start before the relationships beside them « or later",
    ),
    "votes that end after the relationships": Mistake(
        "limits.yaml",
        "    start: 1900\n    end: 2024-12-31\n",
        "    start: 1900\n    end: 2026-12-31\n",
        "end: 2026",
        "the votes end after the relationships beside them « or earlier",
    ),
    "an event among the votes on which nobody voted": Mistake(
        "limits.yaml",
        "      - events: [vote-1911]\n",
        "      - events: [vote-1911]\n      - events: [gate-1964]\n",
        "gate-1964]",
        "“gate-1964” says nothing of votes « add votes: to it in events.yaml",
    ),
    "a vote that is not given": Mistake(
        "events.yaml",
        VETO,
        "",
        "vote-1987]\n      - events",
        "“vote-1987” does not say how “ostermond” voted « add it under votes:",
        seen_in="limits.yaml",
    ),
    "votes that differ under one mark": Mistake(
        "limits.yaml",
        "      - events: [vote-1987]\n      - events: [vote-1998]\n",
        "      - events: [vote-1987, vote-1998] # together\n",
        "vote-1998] # together",
        "“vote-1998” was not voted on like “vote-1987” beside it « of its own",
    ),
    "a row over another": Mistake(
        "sources_page.yaml",
        "start: 1900\n",
        "start: 1880\n",
        "start: 1880",
        "this row starts 1880, before the row above it ends « after the last one ends",
    ),
    "a row on both sides of the brief": Mistake(
        "sources_page.yaml",
        "      end: 2024-11-08\n",
        "      end: 2024-11-09\n",
        "end: 2024-11-09",
        "this row holds days before and after the brief, 8 November 2024 « end it there",
        alone=False,
    ),
    "a row that ends before it starts": Mistake(
        "sources_page.yaml",
        "      end: 2024-11-08\n",
        "      end: 2023-11-08\n",
        "end: 2023-11-08",
        "end is 8 November 2023, but start is 2024 « swap the two",
        alone=False,
    ),
    "a time in no row": Mistake(
        "sources_page.yaml",
        "    - label: 1900 to 2023\n      start: 1900\n      end: 2023\n",
        "",
        "rows:",
        "no row holds April 1987, the first source of “ « add a row",
    ),
}
"""What is sound in each of its parts, and cannot all be true or drawn."""

WORTH_MENDING = {
    "a source cited nowhere": Mistake(
        "sources.yaml",
        "- id: deed\n",
        "- id: unread\n  publisher: Nobody\n  title: Nothing\n  grade: C\n\n- id: deed\n",
        KEY + "id: unread",
        "“unread” is cited nowhere « cite it, or remove it",
    ),
    "a term that no text uses": Mistake(
        "glossary.yaml",
        "  term: Sill\n",
        "  term: Jentacular\n",
        "term: Jentacular",
        "the term “Jentacular” is used nowhere « use it in a text",
    ),
    "a straight apostrophe among curly ones": Mistake(
        "timeline.yaml",
        "To the author the reeve’s walk",
        "To the author the reeve's walk",
        "'s walk",
        "a straight quotation mark or apostrophe stands among curly ones « write ‘",
    ),
    "a straight quotation mark among curly ones": Mistake(
        "contested.yaml",
        "Whose is the first gate?",
        'Whose is the "first" gate?',
        '"first',
        "a straight quotation mark or apostrophe stands among curly ones « write ‘",
    ),
    "a judgement that would read as a fact": Mistake(
        "implications.yaml",
        "Whoever pays, the author argues,",
        "Whoever pays, in short,",
        "text: Whoever pays, in short",
        "“purse-1” does not say in its own words whose judgement it is « name the author",
    ),
    "a hedge that the claim does not keep": Mistake(
        "implications.yaml",
        "hedge: in the end",
        "hedge: conceivably",
        "hedge: conceivably",
        "the text of “purse-1” does not contain the hedge “conceivably” « keep a word of it",
    ),
    "a scale that says another length than its dates": Mistake(
        "timeline.yaml",
        "scale: this panel = 12 days",
        "scale: this panel = 5 years",
        "scale: this panel = 5 years",
        "the scale says another length than start and end, which are twelve days apart « write",
    ),
    "a day on which nothing falls": Mistake(
        "glossary.yaml",
        "  definition: ",
        "  definition: Built on 31 March 2019. ",
        "31 March 2019",
        "no event or other date of the content falls on 31 March 2019 « correct it",
    ),
    "an event of the brief with later sources alone": Mistake(
        "events.yaml",
        "  scope: brief\n  sources: [roll]\n",
        "  scope: brief\n  sources: [almanac]\n",
        "sources: [almanac]\n\n- id: engineers",
        "the brief names “charter-1301”, but every source of it is later « that the brief could",
    ),
    "an event listed too late": Mistake(
        "events.yaml",
        "start: 2003-06",
        "start: 1990-06",
        "start: 1990-06",
        "“lawsuit-2003” is listed after “",
    ),
    "a last band that ends before the brief": Mistake(
        "relations.yaml",
        "        end: 2024-11-08\n",
        "        end: 2024-10-08\n",
        "end: 2024-10-08",
        "the last band ends 8 October 2024, before the brief, 8 November 2024 « add a band",
    ),
    "a last band that goes on after the brief": Mistake(
        "relations.yaml",
        "        end: 2024-11-08\n",
        "        end: 2024-12-08\n",
        "end: 2024-12-08",
        "the last band ends 8 December 2024, after the brief, 8 November 2024 « with the brief",
    ),
    "a hole between two rows of the sources": Mistake(
        "sources_page.yaml",
        "      end: 1899\n",
        "      end: 1879\n",
        "start: 1900",
        "this row starts 1900, but the one before it ends 1879, so « begin on the day after",
    ),
    "a comma in an answer of one line": _notes(
        "[Compare this, and that]",
        "and that",
        "a comma makes two items of this: “Compare this” and “and that” « put the text in quotes",
    ),
    "a comma before a word that goes on": _notes(
        "[a gate, but whose]", "but whose", "a comma makes two items of this: “a gate” « quotes"
    ),
    "a comma in a sentence": _notes(
        "[In 2003, Ostermond sued.]",
        "Ostermond sued",
        "a comma makes two items of this: “In 2003” and “Ostermond sued.” « quotes",
    ),
    "a comma in a name": Mistake(
        "explainer.yaml",
        "authors:\n  - Two wardens of the dyke\n  - שומרי הסכר\n",
        "authors: [Two wardens of the dyke, both retired]\n",
        "both retired",
        "a comma makes two items of this: “Two wardens of the dyke” and “both « in quotes",
    ),
    "steps that there are not, above the title": Mistake(
        "seminar.yaml",
        "kicker: For a class\n",
        "kicker: For a class · six steps\n",
        "six steps",
        "it says “six steps”, but this page has 4, all pages together 28 « correct the number",
    ),
    "steps that there are not, in a finding": Mistake(
        "seminar.yaml",
        "  finding: One walk through all steps\n",
        "  finding: Sixteen steps from here to there\n",
        "Sixteen steps",
        "it says “Sixteen steps”, but this page has 4, all pages together 28 « correct the number",
    ),
    "claims that there are not": Mistake(
        "reasons.yaml",
        "standfirst: ",
        "standfirst: 99 claims. ",
        "99 claims",
        "it says “99 claims”, but this page has 3, all pages together 9 « or leave it out",
    ),
    "events that there are not": Mistake(
        "timeline.yaml",
        "kicker: What took place\n",
        "kicker: Twelve events\n",
        "Twelve events",
        "it says “Twelve events”, but there are 25 « or leave it out",
    ),
    "sources that there are not": Mistake(
        "sources_page.yaml",
        "    text: Two of the sources are",
        "    text: 12 sources. Two are",
        "12 sources",
        "it says “12 sources”, but there are 8 « or leave it out",
    ),
    "a panel by a place that it has not": Mistake(
        "timeline.yaml",
        "    look: The foot of the third panel.\n",
        "    look: The foot of the lower panel.\n",
        "lower panel",
        "it says “lower panel”, but panels stand side by side « name the panel by its title",
    ),
    "a date about right that is not there": Mistake(
        "sources.yaml",
        "  title_is_ours: true\n",
        "  title_is_ours: true\n  date_is_approximate: true\n",
        "date_is_approximate: true\n  grade: C",
        "date_is_approximate is given, but no date « add date:",
    ),
    "a state of no band": Mistake(
        "relations.yaml",
        "states:\n",
        "states:\n  - id: feud\n    name: Feud\n    width: 0.1\n    edge: dotted\n",
        "id: feud",
        "no band has the state “feud”, so no figure shows it « give it to a band",
    ),
    "actors of a step where nothing is theirs": Mistake(
        "overview.yaml",
        "    look: ",
        "    actors: [board]\n    look: ",
        "actors: [board]",
        "actors changes nothing here: the figure of this page has no bands « remove it",
    ),
}
"""What is not wrong, and reported as advice."""
