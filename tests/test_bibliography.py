"""The sources in three formats, each read back by a library that is not ours."""

from __future__ import annotations

import json
import re
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from citeproc import NAMES, VARIABLES, types
from citeproc.source.json import CiteProcJSON
from folders import BRIEF
from pylatexenc.latex2text import LatexNodes2Text

from explainer.checks import loader
from explainer.content.explainer import Explainer
from explainer.content.sources import Grade, Source
from explainer.language.dates import When
from explainer.takeaway import bibliography

HARD = "100% of one & “two” = $5 #1 under_score ~tilde^ \\back, 김정은, Путин, Århus"


@pytest.fixture(scope="module")
def explainer() -> Explainer:
    return loader.load(BRIEF)


def with_sources(explainer: Explainer, *sources: Source) -> Explainer:
    return explainer.model_copy(update={"sources": sources})


def a_source(**fields: Any) -> Source:
    said = {"id": "one", "publisher": "An outlet", "title": "A title", "grade": "B"}
    return Source.model_validate(said | fields)


def read_bibtex(text: str) -> dict[str, dict[str, str]]:
    return dict(bibtexparser.loads(text, BibTexParser(common_strings=True)).entries_dict)


def plain(latex: str) -> str:
    text = str(LatexNodes2Text(keep_comments=True).latex_to_text(latex))
    # The reader takes the circumflex for an accent that stands alone.
    return text.replace("\N{MODIFIER LETTER CIRCUMFLEX ACCENT}", "^")


def read_ris(text: str) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in rispy.loads(text)}


# ------------------------------------------------------------------ the sources of a brief


def test_bibtex_gives_every_source_back(explainer: Explainer) -> None:
    entries = read_bibtex(bibliography.bibtex(explainer))
    assert list(entries) == [source.id for source in explainer.sources]
    for source in explainer.sources:
        entry = entries[source.id]
        assert plain(entry["title"]) == source.title
        assert plain(entry["howpublished"]) == source.publisher
        assert entry.get("url") == source.url
        assert entry.get("year") == (str(source.date.at.year) if source.date else None)


def test_ris_gives_every_source_back(explainer: Explainer) -> None:
    entries = read_ris(bibliography.ris(explainer))
    assert list(entries) == [source.id for source in explainer.sources]
    for source in explainer.sources:
        entry = entries[source.id]
        assert entry["title"] == source.title
        assert entry["publisher"] == source.publisher
        assert entry.get("urls") == ([source.url] if source.url else None)
        assert entry["language"] == source.language


READERS = {
    "the older description, as JabRef": ("Y1", "PY", "DA"),
    "the newer description, as Zotero": ("DA", "PY", "Y1"),
    "the first date of an entry, as pandoc": None,
}


@pytest.mark.parametrize("tags", READERS.values(), ids=READERS)
def test_readers_of_ris_keep_as_much_of_a_date_as_is_known(
    explainer: Explainer, tags: tuple[str, ...] | None
) -> None:
    entries = bibliography.ris(explainer).split("ER  - \r\n")[:-1]
    for source, entry in zip(explainer.sources, entries, strict=True):
        lines = [line.split("  - ", 1) for line in entry.strip().splitlines()]
        dated = {tag: value for tag, value in lines if tag in ("Y1", "PY", "DA")}
        if source.date is None:
            assert not dated
            continue
        first = next(tag for tag in tags or dated if tag in dated)
        assert re.fullmatch(r"\d{4}/(\d\d)?/(\d\d)?/(about ?)?(\d{3}0s)?", dated[first])
        known = [int(part) for part in dated[first].split("/")[:3] if part]
        at = source.date.at
        assert known == [at.year, at.month, at.day][: max(source.date.precision, 1)]
        assert dated["PY"] == str(at.year)


def test_csl_json_gives_every_source_back(explainer: Explainer) -> None:
    items = json.loads(bibliography.csl(explainer))
    read = CiteProcJSON(items)
    assert list(read) == [source.id for source in explainer.sources]
    for source, item in zip(explainer.sources, items, strict=True):
        assert "".join(map(str, read[source.id]["title"])) == source.title
        assert item["container-title"] == source.publisher
        assert item.get("URL") == source.url


def test_csl_json_uses_only_names_of_csl(explainer: Explainer) -> None:
    known = {name.replace("_", "-") for name in VARIABLES} | {"id", "type"}
    kinds = {value for name, value in vars(types).items() if name.isupper()}
    for item in json.loads(bibliography.csl(explainer)):
        assert set(item) <= known
        assert item["type"] in kinds
        for name in set(item) & set(NAMES):
            assert all(set(author) <= {"family", "given", "literal"} for author in item[name])


def test_no_format_links_a_repost(explainer: Explainer) -> None:
    reposts = [source for source in explainer.sources if source.grade is Grade.C]
    assert reposts
    some = with_sources(explainer, *reposts)
    for text in (bibliography.bibtex(some), bibliography.ris(some), bibliography.csl(some)):
        assert "http" not in text
        assert text.count("cited without a link") == len(reposts)


# ------------------------------------------------------------------ hard cases


def test_signs_of_the_formats_and_other_alphabets_survive(explainer: Explainer) -> None:
    url = "https://example.org/a_b%20c?d=1&e=~#f"
    one = with_sources(explainer, a_source(title=HARD, publisher=HARD, url=url))
    entry = read_bibtex(bibliography.bibtex(one))["one"]
    assert plain(entry["title"]) == plain(entry["howpublished"]) == HARD
    assert entry["url"] == url
    record = read_ris(bibliography.ris(one))["one"]
    assert (record["title"], record["publisher"], record["urls"]) == (HARD, HARD, [url])
    item = json.loads(bibliography.csl(one))[0]
    assert (item["title"], item["container-title"], item["URL"]) == (HARD, HARD, url)


def test_an_unclosed_brace_does_not_swallow_the_next_entry(explainer: Explainer) -> None:
    two = with_sources(explainer, a_source(title="open { brace"), a_source(id="two"))
    assert list(read_bibtex(bibliography.bibtex(two))) == ["one", "two"]


def test_a_line_break_in_a_title_becomes_a_space(explainer: Explainer) -> None:
    source = a_source().model_copy(update={"title": "first\nER  - second"})
    one = with_sources(explainer, source)
    assert read_ris(bibliography.ris(one))["one"]["title"] == "first ER - second"


def test_the_briefs_author_is_sorted_by_surname_and_others_stay_whole(explainer: Explainer) -> None:
    brief = explainer.about.brief
    family, given = brief.author_sorted.split(", ")
    two = with_sources(
        explainer, a_source(author=brief.author), a_source(id="two", author="Ann Bee and Cee Dee")
    )
    entries = read_bibtex(bibliography.bibtex(two))
    assert entries["one"]["author"] == brief.author_sorted
    assert entries["two"]["author"] == "{Ann Bee} and {Cee Dee}"
    records = read_ris(bibliography.ris(two))
    assert records["one"]["authors"] == [brief.author_sorted]
    assert records["two"]["authors"] == ["Ann Bee", "Cee Dee"]
    items = json.loads(bibliography.csl(two))
    assert items[0]["author"] == [{"family": family, "given": given}]
    assert items[1]["author"] == [{"literal": "Ann Bee"}, {"literal": "Cee Dee"}]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Bee", ["Ann Bee"]),
        ("Ann Bee and Cee Dee", ["Ann Bee", "Cee Dee"]),
        ("Ann Bee, Cee Dee and E. F. Gee", ["Ann Bee", "Cee Dee", "E. F. Gee"]),
        ("Ann Bee, Cee Dee, and E. F. Gee", ["Ann Bee", "Cee Dee", "E. F. Gee"]),
        ("Lee Sang-sook and Ludwig van der Gee", ["Lee Sang-sook", "Ludwig van der Gee"]),
        ("Ministry of Health and Welfare", None),
        ("Ministry of Foreign Affairs and Trade", None),
        ("Center for Strategic and International Studies", None),
        ("United Nations Peace and Security Council", None),
        ("American Academy of Arts and Sciences", None),
        ("Food and Agriculture Organization", None),
        ("The Guild and its Friends", None),
        ("Department of Trade, Industry and Energy", None),
        ("Bee, Ann", None),
        ("Commander Ann Bee", None),
    ],
)
def test_only_persons_are_told_apart(
    explainer: Explainer, author: str, names: list[str] | None
) -> None:
    """A body whose name holds “and” is one author in every format."""
    whole = names or [author]
    one = with_sources(explainer, a_source(author=author))
    entry = read_bibtex(bibliography.bibtex(one))["one"]
    assert entry["author"] == " and ".join(f"{{{name}}}" for name in whole)
    assert read_ris(bibliography.ris(one))["one"]["authors"] == whole
    items = json.loads(bibliography.csl(one))
    assert items[0]["author"] == [{"literal": name} for name in whole]


@pytest.mark.parametrize(
    ("written", "about", "bibtex", "ris", "parts"),
    [
        ("2025-09-04", False, "2025-09-04", "2025/09/04/", [[2025, 9, 4]]),
        ("2025-09", False, "2025-09", "2025/09//", [[2025, 9]]),
        ("2025", False, "2025", "2025///", [[2025]]),
        ("2025-09", True, "2025-09~", "2025/09//about", [[2025, 9]]),
        ("1960s", False, "196X", "1960///1960s", [[1960], [1969]]),
    ],
)
def test_a_date_stays_as_sharp_as_it_is_known(
    explainer: Explainer,
    written: str,
    about: bool,
    bibtex: str,
    ris: str,
    parts: list[list[int]],
) -> None:
    source = a_source(date=When.parse(written), date_is_approximate=about)
    one = with_sources(explainer, source)
    entry = read_bibtex(bibliography.bibtex(one))["one"]
    assert entry["date"] == bibtex
    assert ("month" in entry) == (len(parts[0]) > 1)
    record = read_ris(bibliography.ris(one))["one"]
    assert (record["date"], record["publication_year"]) == (ris, ris)
    assert record["year"] == written[:4]
    issued = json.loads(bibliography.csl(one))[0]["issued"]
    assert issued == {"date-parts": parts} | ({"circa": True} if about else {})


def test_a_source_without_a_date_has_none(explainer: Explainer) -> None:
    one = with_sources(explainer, a_source())
    assert not {"date", "year", "month"} & set(read_bibtex(bibliography.bibtex(one))["one"])
    assert "year" not in read_ris(bibliography.ris(one))["one"]
    assert "issued" not in json.loads(bibliography.csl(one))[0]


def test_archive_and_day_of_access_are_kept(explainer: Explainer) -> None:
    fields = {
        "url": "https://example.org/",
        "archive_url": "https://archive.example/1",
        "accessed": When.parse("2026-01-20"),
    }
    one = with_sources(explainer, a_source(**fields))
    entry = read_bibtex(bibliography.bibtex(one))["one"]
    assert (entry["urldate"], "archive.example" in entry["note"]) == ("2026-01-20", True)
    record = read_ris(bibliography.ris(one))["one"]
    assert record["access_date"] == "2026/01/20/"
    item = json.loads(bibliography.csl(one))[0]
    assert item["accessed"] == {"date-parts": [[2026, 1, 20]]}
