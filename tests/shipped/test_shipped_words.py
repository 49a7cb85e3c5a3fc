"""The shipped brief is nowhere but in content/: another brief's readers see not a word of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from folders import BRIEF, CONTENT
from offline import PACKED, unpacked
from servers import ROOT
from streamlit.testing.v1 import AppTest

from explainer.checks import loader
from explainer.content.explainer import Explainer
from explainer.language.dates import WEEKDAYS
from explainer.language.other_dates import MONTHS
from explainer.takeaway import export

FIRST: Explainer = loader.load(CONTENT)
SECOND: Explainer = loader.load(BRIEF)
PAGES = SECOND.about.pages


@pytest.fixture(autouse=True)
def _second(monkeypatch: pytest.MonkeyPatch, _own_content: None) -> None:
    monkeypatch.setenv("EXPLAINER_CONTENT", str(BRIEF))


def page_at(name: str, **address: str) -> AppTest:
    """A page of the tests' own brief, opened at an address by a new reader."""
    at = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    if name != "overview":
        at.switch_page(f"pages/{name}.py")
    at.query_params.update(address)
    return at.run()


def sent(at: AppTest) -> str:
    """Everything that a page sends to the browser, as it is written."""
    return "\n".join(str(node.proto) for node in at.main if getattr(node, "proto", None))


SHARED = {*MONTHS, *(month[:3] for month in MONTHS), *WEEKDAYS, "APA", "Japanese"}
"""The calendar's words."""
SAID_BY_THE_CODE = {"Facts", "Security"}
"""“Facts checked to …”, and the name of a header; the first brief has the words by chance."""


def texts(part: Any) -> Iterator[str]:
    """Every text in a part of the content."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list | tuple):
        for one in part.values() if isinstance(part, dict) else part:
            yield from texts(one)


def words(text: str) -> set[str]:
    """The words of a text with two letters or more."""
    return set(re.findall(r"[^\W\d_]{2,}", text))


def names(explainer: Explainer) -> set[str]:
    """The words that a content never writes with a small letter."""
    found = {word for text in texts(explainer.model_dump(mode="json")) for word in words(text)}
    prose = [text for text in texts(explainer.model_dump(mode="json")) if " " in text]
    small = {word for text in prose for word in words(text) if word[0].islower()}
    return {word for word in found if word[0].isupper() and word.lower() not in small}


def ids(explainer: Explainer) -> set[str]:
    """The ids that a content gives, of several words or of actors."""
    lists = (
        explainer.events,
        explainer.sources,
        explainer.claims,
        explainer.glossary,
        explainer.contested,
        explainer.series,
        explainer.seminar.discussion,
        explainer.seminar.debates,
        *(getattr(explainer.page(page), "questions", ()) for page in PAGES),
    )
    found = {one.id for some in lists for one in some}
    return {name for name in found if "-" in name} | set(explainer.actor)


def held(body: bytes, encoding: str) -> Iterator[str]:
    """The text of a file, or those of the parts of one that is packed and say something."""
    if not zipfile.is_zipfile(io.BytesIO(body)):
        yield body.decode(encoding)
        return
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        for name in parts.namelist():
            if re.search(r"slides?\d+\.xml$|Slide\d+\.xml$|^index|^ims", name):
                # What a presentation says stands between tags; the rest is its own language.
                text = parts.read(name).decode()
                yield text if name == "index.html" else re.sub("<[^>]+>", " ", text)


def everything() -> str:
    """All that readers of the second brief can get to see, every line of it once."""
    found = [sent(page_at("timeline", event="vote-2024"))]
    for name in PAGES:
        found.append(sent(page_at(name, scope="afterwards")))
        found.append(sent(page_at(name, scope="afterwards", present="1")))
    for download in export.DOWNLOADS:
        text = "\n".join(held(download.content(SECOND), download.encoding))
        if PACKED.search(text):
            text = unpacked(text)
        # Plotly's own script and the typefaces hold words of all sorts.
        found.append(re.sub(r"<script>.*?</script>|base64,[\w+/=]+", "", text, flags=re.DOTALL))
    return "\n".join(dict.fromkeys(line for text in found for line in text.splitlines()))


def test_no_word_of_the_first_brief_appears() -> None:
    seen = everything()
    strangers = names(FIRST) - SHARED - SAID_BY_THE_CODE
    assert len(strangers) > 300
    assert sorted(strangers & words(seen)) == []
    tokens = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", seen))
    assert sorted(ids(FIRST) & tokens) == []
    sentences = {text for text in texts(FIRST.model_dump(mode="json")) if text.count(" ") > 3}
    assert [text for text in sentences if text in seen] == []


def test_the_second_brief_borrows_no_name_from_the_first() -> None:
    assert names(FIRST) & names(SECOND) - SHARED == set()
    assert ids(FIRST) & ids(SECOND) == set()
