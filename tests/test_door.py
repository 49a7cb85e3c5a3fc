"""In front of Streamlit: it answers what it knows, and leaves everything else as it was."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import brotli
import pytest
from folders import BRIEF, fresh, spoilt
from PIL import Image

from explainer.checks import loader
from explainer.reading.ways import FRONT
from explainer.server import files, painted, preview
from explainer.server.door import Door
from explainer.takeaway.pictures import png

EXPLAINER = loader.load(BRIEF)
PAGES = EXPLAINER.about.pages


@dataclass(frozen=True)
class Answered:
    """What came back: from the door, or from the app behind it."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def is_streamlit_s(self) -> bool:
        return self.body == b"streamlit"


def ask(
    path: str, query: str = "", base: str = "", method: str = "GET", **headers: str
) -> Answered:
    """Ask the door for something; behind it stands an app that says its name."""
    sent: list[Any] = []

    async def behind(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"streamlit"})

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    given = {"host": "example.org", **headers}
    scope = {
        "type": "http",
        "method": method,
        "scheme": "http",
        "path": path,
        "query_string": query.encode(),
        "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in given.items()],
    }
    # In a thread of its own, since the browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        asked = Door(behind, base=lambda: base)(scope, receive, send)
        pool.submit(asyncio.run, asked).result()
    start, *rest = sent
    return Answered(
        start["status"],
        {name.decode(): value.decode() for name, value in start["headers"]},
        b"".join(part["body"] for part in rest),
    )


def address(page: str) -> str:
    return "/" if page == FRONT else f"/{page}"


# ------------------------------------------------------------------ what is answered


@pytest.mark.parametrize("page", PAGES)
def test_a_page_s_address_is_answered_with_the_page(page: str) -> None:
    answered = ask(address(page), "step=2")
    found = EXPLAINER.page(page)
    assert answered.headers["content-type"] == "text/html; charset=utf-8"
    assert f"<title>{found.menu} · {EXPLAINER.about.title}</title>" in answered.text
    body = answered.text[answered.text.index('<div id="painted"') :]
    assert found.title in body
    assert found.steps[1].title in body
    assert body.count("<svg xmlns") == 2, "the figure for a wide screen and for a narrow one"
    for other in PAGES:
        assert f'href="{"./" if other == FRONT else other}"' in body
    assert "data-event=" not in body
    assert "<button" not in body, "nothing can be pressed that does nothing"
    assert "<input" not in body


@pytest.mark.parametrize("page", PAGES)
def test_what_makes_a_browser_load_the_app_comes_after_the_page(page: str) -> None:
    text = ask(address(page)).text
    foot = text.index("st-key-foot")
    assert text.index('<script type="module"') > foot
    assert text.index('rel="modulepreload"') > foot
    assert text.index('<div id="root">') < text.index('<div id="painted"')
    assert text.count("PlotlyChart.") == 1
    for load in painted.LOADS.findall(files.index()):
        assert load in text, "something of Streamlit's is lost"


def test_every_claim_of_a_page_is_there_with_its_evidence_and_record() -> None:
    text = ask("/limits").text
    for section in EXPLAINER.limits.sections:
        for claim in section.claims:
            assert f'id="claim-{claim.id}"' in text
            for event in claim.evidence:
                assert f"event={event}" in text


def test_an_open_event_is_read_in_the_place_of_the_step_s_words() -> None:
    text = ask("/limits", "step=2&event=vote-1987").text
    panel = text[text.index('class="panel st-key-event"') :]
    assert EXPLAINER.event["vote-1987"].title in panel
    assert 'href="limits?step=2">Close' in panel


def test_filters_hold_in_every_link_and_are_links_where_one_looks_around() -> None:
    text = ask("/limits", "scope=brief&actors=ostermond&step=0").text
    assert 'href="reasons?scope=brief&amp;actors=ostermond"' in text
    assert re.search(r'href="limits\?scope=afterwards&amp;actors=ostermond&amp;step=0"', text)
    assert 'href="limits?scope=brief&amp;step=0" aria-current="true"' in text
    assert not re.findall(r":[a-z]+\[.", text), "a label of Streamlit's, with its marks"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("query", ["present=1&step=2", "notes=1"])
def test_a_stage_is_left_to_the_app_and_still_says_what_it_is(page: str, query: str) -> None:
    text = ask(address(page), query).text
    assert 'id="painted"' not in text
    assert 'property="og:title"' in text


HOSTILE = (
    "step=%3Cscript%3Ealert(1)%3C/script%3E",
    "event=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    "actors=%27%22%3E%3Cb%3Ehostile",
    "hostile=hostile&step=99999999999999999999",
    "event=" + "hostile" * 3000,
    "%ff%fe=hostile&event=%ff",
)


@pytest.mark.parametrize("query", HOSTILE)
def test_nothing_of_a_strange_parameter_is_shown(query: str) -> None:
    answered = ask("/timeline", query)
    assert answered.status == 200
    assert not re.search("alert|hostile|onerror", answered.text)
    assert answered.text.replace("\n", "") == ask("/timeline").text.replace("\n", "")


@pytest.mark.parametrize(
    "host", ["evil.org/x", 'a"><script>', "a b", "", "exa_mple.org", "[::1", "a:999999"]
)
def test_a_name_of_the_server_that_is_none_is_said_nowhere(host: str) -> None:
    answered = ask("/limits", host=host)
    assert answered.status == 200
    assert "canonical" not in answered.text
    assert "og:url" not in answered.text
    assert "preview/" not in answered.text


# ------------------------------------------------------------------ what is left to Streamlit

RESERVED = (
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/stream",
    "/_stcore/upload_file/a/b",
    "/_stcore/script-health-check",
    "/_stcore/agent/openapi.json",
    "/media/0123.png",
    "/component/x/index.html",
    "/favicon.png",
    "/static/../../../etc/passwd",
    "/static/%2e%2e/%2e%2e/etc/passwd",
    "/static/js/nothing.js",
    "/static/",
    "//example.org",
    "/timeline/foo",
    "/timelin",
    "/preview/timeline-99.png",
    "/preview/../app.py",
    "/preview/timeline-1.svg",
    "/\x00",
    "/\udcff".encode("utf-8", "surrogateescape").decode("latin-1"),
)


@pytest.mark.parametrize("path", RESERVED)
def test_every_other_address_is_streamlit_s(path: str) -> None:
    assert ask(path).is_streamlit_s


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_reading_is_answered(method: str) -> None:
    assert ask("/timeline", method=method).is_streamlit_s


def test_a_fault_in_painting_is_logged_and_the_app_comes_all_the_same(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("spilt paint")

    monkeypatch.setattr(painted, "page", fail)
    assert ask("/timeline").is_streamlit_s
    assert "spilt paint" in caplog.text


def test_content_with_mistakes_gets_its_report_instead_of_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPLAINER_CONTENT", str(spoilt(tmp_path, "actors.yaml", "id:", "ix:")))
    for page in PAGES:
        text = ask(address(page)).text
        assert "st-key-report" in text
        assert "actors.yaml, line" in text
        assert str(tmp_path) not in text
        assert EXPLAINER.about.title not in text
    assert ask("/timelin").is_streamlit_s
    assert ask("/sitemap.xml").is_streamlit_s
    assert ask("/preview/timeline-1.png").is_streamlit_s


def test_content_that_changes_is_painted_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = fresh(tmp_path)
    monkeypatch.setenv("EXPLAINER_CONTENT", str(content))
    monkeypatch.setattr(loader, "SETTLED", 0)
    before, title = ask("/limits", "step=1").text, EXPLAINER.limits.title
    assert title in before
    file = content / "limits.yaml"
    file.write_text(file.read_text("utf-8").replace(title, "Another title"), "utf-8")
    after = ask("/limits", "step=1").text
    assert title not in after
    assert "Another title" in after


def test_a_view_is_painted_once_and_no_more_than_some_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made, whole = [], painted._whole

    def painting(*given: Any) -> str:
        made.append(given)
        return whole(*given)

    monkeypatch.setattr(painted, "_whole", painting)
    painted._kept.clear()
    for _ in range(3):
        ask("/limits", "step=3")
        ask("/limits", "step=3&utm_source=mail")
    assert len(made) == 1
    monkeypatch.setattr(painted, "KEPT", 2)
    for step in (1, 2, 3):
        ask("/limits", f"step={step}")
    assert len(painted._kept) == 2


# ------------------------------------------------------------------ under a folder, behind a proxy


@pytest.mark.parametrize("base", ["course/week-3", "/course/week-3/"])
def test_under_a_path_of_its_own_everything_is_found_there_and_only_there(base: str) -> None:
    assert "<h1>" in ask("/course/week-3/limits", base=base).text
    assert "<h1>" in ask("/course/week-3", base=base).text
    assert ask("/course/week-3/sitemap.xml", base=base).text.count("<loc>") == len(PAGES)
    assert ask("/limits", base=base).is_streamlit_s
    assert ask("/course/week-33/limits", base=base).is_streamlit_s
    canonical = 'rel="canonical" href="http://example.org/course/week-3/limits"'
    assert canonical in ask("/course/week-3/limits", base=base).text


def test_behind_a_proxy_links_name_the_address_that_readers_know() -> None:
    text = ask(
        "/limits", "step=2", x_forwarded_proto="https", x_forwarded_host="brief.example"
    ).text
    assert '<meta property="og:url" content="https://brief.example/limits?step=2">' in text
    assert "https://brief.example/preview/limits-2.png" in text


# ------------------------------------------------------------------ bytes


def largest() -> str:
    return "/" + files.named("PlotlyChart.*.js")


def test_a_file_of_streamlit_s_is_compressed_once_and_kept_for_good() -> None:
    plain = ask(largest())
    small = ask(largest(), accept_encoding="gzip, deflate, br")
    other = ask(largest(), accept_encoding="gzip")
    assert small.headers["content-encoding"] == "br"
    assert other.headers["content-encoding"] == "gzip"
    assert plain.body == brotli.decompress(small.body) == gzip.decompress(other.body)
    assert plain.body == (files.folder() / largest()[1:]).read_bytes()
    assert len(small.body) < 0.3 * len(plain.body)
    for answered in (plain, small, other):
        assert answered.headers["cache-control"] == files.FOR_GOOD
        assert answered.headers["vary"] == "Accept-Encoding"
        assert answered.headers["content-type"].startswith("text/javascript")
        assert answered.headers["content-length"] == str(len(answered.body))
    assert len({answered.headers["etag"] for answered in (plain, small, other)}) == 3


def test_what_is_compressed_already_is_sent_as_it_is() -> None:
    font = "/" + files.named("SourceSansVF-Upright*.woff2")
    assert "content-encoding" not in ask(font, accept_encoding="br, gzip").headers


@pytest.mark.parametrize("path", ["/limits", "/robots.txt", "/preview/limits-2.png"])
def test_who_has_it_already_is_told_so(path: str) -> None:
    first = ask(path, accept_encoding="br")
    again = ask(path, accept_encoding="br", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert ask(path, method="HEAD").body == b""


def test_a_page_is_asked_for_each_time_and_small() -> None:
    for page in PAGES:
        answered = ask(address(page), accept_encoding="br")
        assert answered.headers["cache-control"] == "no-cache"
        assert len(answered.body) < 40_000


# ------------------------------------------------------------------ links that show themselves


@pytest.mark.parametrize("page", PAGES)
def test_a_shared_link_shows_the_step_with_a_picture_of_its_figure(page: str) -> None:
    for step, one in enumerate(EXPLAINER.page(page).steps, 1):
        text = ask(address(page), f"step={step}").text
        said = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', text))
        assert one.title in said["og:title"].replace("&#39;", "'").replace("&amp;", "&")
        assert said["twitter:card"] == "summary_large_image"
        picture = said["og:image"].removeprefix("http://example.org")
        assert picture == f"/{preview.address(page, step)}"
        assert said["og:description"]


def test_the_picture_has_the_size_that_is_asked_for_and_is_drawn_once(tmp_path: Path) -> None:
    answered = ask("/preview/limits-2.png")
    file = tmp_path / "picture.png"
    file.write_bytes(answered.body)
    with Image.open(file) as picture:
        assert picture.size == preview.SIZE
        assert len(picture.convert("RGB").getcolors(200_000) or ()) > 50, "it is not empty"
    assert preview.picture("preview/limits-2.png") is preview.picture("preview/limits-2.png")


@pytest.mark.parametrize("family", ["sans-serif", "serif", "&quot;Source Sans&quot;, sans-serif"])
@pytest.mark.parametrize("words", ["Kim", "水門組合", "القنطرة"])
def test_letters_of_every_script_are_drawn_in_a_picture(
    words: str, family: str, tmp_path: Path
) -> None:
    """A picture whose typeface is not found would have no letters at all."""
    said = f'<text x="5" y="40" font-size="24" font-family="{family}">{words}</text>'
    sheet = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">{}</svg>'
    file = tmp_path / "picture.png"
    file.write_bytes(png(sheet.format(said), 200))
    with Image.open(file) as picture:
        assert picture.getbbox() is not None


def test_the_picture_says_title_page_and_brief() -> None:
    card = preview.card(EXPLAINER, "limits", 2)
    words = " ".join(
        "".join(text.itertext())
        for text in ElementTree.fromstring(card).iter()
        if text.tag.endswith("}text")
    )
    for said in (
        EXPLAINER.limits.steps[1].title,
        EXPLAINER.limits.menu,
        EXPLAINER.about.brief.title,
        EXPLAINER.about.brief.author,
    ):
        assert said in words


def test_the_page_says_what_it_is_to_machines() -> None:
    text = ask("/limits", "step=2").text
    (data,) = re.findall('<script type="application/ld\\+json">(.*?)</script>', text)
    found = json.loads(data)
    assert found["@type"] == "LearningResource"
    assert found["url"] == "http://example.org/limits?step=2"
    assert found["isBasedOn"]["name"] == EXPLAINER.about.brief.title


def test_search_engines_find_every_page() -> None:
    root = ElementTree.fromstring(ask("/sitemap.xml").body)
    found = [place.text for place in root.iter() if place.tag.endswith("}loc")]
    assert found == [f"http://example.org{address(page)}" for page in PAGES]
    assert "Sitemap: http://example.org/sitemap.xml" in ask("/robots.txt").text


def test_links_into_other_parts_point_at_something() -> None:
    """A place within the page is there; another page is one of the seven."""
    for page in PAGES:
        text = ask(address(page), "step=1").text
        ids = set(re.findall(r'\bid="([^"]+)"', text))
        for place in re.findall(r'href="#([^"]+)"', text):
            assert place in ids, (page, place)
        for there in re.findall(r'<a href="([a-z_]+)[?#"]', text):
            assert there in PAGES, (page, there)
