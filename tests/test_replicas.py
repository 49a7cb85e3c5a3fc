"""Two replicas of the app behind a real nginx with the shipped configuration.

The replicas show two editions of the content, so that a page tells which of them it is from.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPMessage
from urllib.error import HTTPError

import pytest
from browser import READY
from editions import FIRST, SECOND, marked, save
from folders import BRIEF
from playwright.sync_api import BrowserContext, expect
from servers import PATIENCE, ROOT, Server, app, free_port, is_healthy
from websocket_readers import Reader, Seen, crowd, done
from websockets.exceptions import InvalidStatus

from explainer.checks import loader

EXPLAINER = loader.load(BRIEF)
EVENT = "settlement-2012"
VIEWS = [
    ("reasons", f"event={EVENT}&step=2"),
    ("timeline", "step=3"),
    ("limits", "step=1"),
    ("", "scope=brief&step=1"),
]
CONFIGURATION = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text("utf-8")


START, CHECK = r"^CMD (\[.*\])$", r"^ +CMD (\[.*\])$"


def command(pattern: str) -> list[str]:
    """A command that the container file gives: how to start the app, or how to check it."""
    found = re.findall(pattern, CONTAINER, re.MULTILINE)
    assert len(found) == 1
    parts: list[str] = json.loads(found[0])
    return parts


@dataclass(frozen=True)
class Site:
    """The proxy and the replicas behind it, by the mark of the edition that each shows."""

    proxy: Server
    replicas: dict[str, Server]

    @property
    def address(self) -> str:
        """Where readers go."""
        return self.proxy.address

    def get(self, path: str, accept: str = "gzip") -> tuple[HTTPMessage, bytes]:
        """What the proxy answers, as it comes over the network."""
        asked = urllib.request.Request(self.address + path, headers={"Accept-Encoding": accept})
        with urllib.request.urlopen(asked, timeout=60) as answer:
            return answer.headers, answer.read()


def configured(replicas: list[Server], port: int) -> str:
    """The shipped configuration, with the ports of this run and the user who runs it."""
    changes = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "127.0.0.1:8500": f"127.0.0.1:{free_port()}",
        "user www-data;": "user root;" if os.geteuid() == 0 else "",
    }
    for number, replica in enumerate(replicas, 8501):
        changes[f"127.0.0.1:{number}"] = replica.address.removeprefix("http://")
    text = CONFIGURATION
    for was, is_now in changes.items():
        assert was in text, f"deploy/nginx.conf does not contain {was!r}"
        text = text.replace(was, is_now)
    return text


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Nginx before two replicas. Without nginx, tests are skipped unless they are required."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        said = "nginx is not on PATH"
        if os.environ.get("EXPLAINER_BROWSER") == "required":
            pytest.fail(f"EXPLAINER_BROWSER=required, but {said}", pytrace=False)
        pytest.skip(said)
    folder = tmp_path_factory.mktemp("site")
    with ExitStack() as running:
        replicas = {}
        for mark in (FIRST, SECOND):
            (folder / mark).mkdir()
            save(folder / mark, marked(mark))
            log = folder / f"{mark}.txt"
            replicas[mark] = running.enter_context(app(log, folder / mark, command(START)))
        port = free_port()
        (folder / "nginx.conf").write_text(configured(list(replicas.values()), port), "utf-8")
        start = [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")]
        yield Site(running.enter_context(Server(start, folder / "nginx.txt", port)), replicas)


def home(seen: Seen) -> str:
    """The mark of the replica that a page is from."""
    marks = [mark for mark in (FIRST, SECOND) if mark.encode() in seen.raw]
    assert len(marks) == 1
    return marks[0]


def words(seen: Seen) -> list[str]:
    """A page's words, whichever replica it is from."""
    assert len(seen.texts) > 5
    return [text.replace(SECOND, FIRST) for text in seen.texts]


def test_when_a_replica_dies_its_readers_go_on_with_the_other(site: Site) -> None:
    readers = [Reader(site.address, page, query) for page, query in VIEWS * 4]
    with crowd(readers) as begin:
        before = done(begin(Reader.open))
        views = [reader.query for reader in readers]
        homes = [home(seen) for seen in before]
        assert set(homes) == {FIRST, SECOND}
        site.replicas[FIRST].kill()
        after = done(begin(lambda reader: reader.go_on("go-next")))
        assert {home(seen) for seen in after} == {SECOND}
        assert [reader.outages for reader in readers] == [int(mark == FIRST) for mark in homes]
        for reader, mark, view, one, other in zip(
            readers, homes, views, before, after, strict=True
        ):
            if mark == FIRST:
                assert (reader.query, words(other)) == (view, words(one))
        assert {home(seen) for seen in done(begin(lambda reader: reader.click("go-next")))} == {
            SECOND
        }
    assert [reader.seen.crashes for reader in readers if reader.seen.crashes] == []
    assert is_healthy(site.address)
    with crowd([Reader(site.address, page, query) for page, query in VIEWS * 2]) as begin:
        assert {home(seen) for seen in done(begin(Reader.open))} == {SECOND}
    site.replicas[FIRST].start()


def test_every_tab_of_a_reader_is_on_the_same_replica(site: Site) -> None:
    readers = [Reader(site.address) for _ in range(8)]
    with crowd(readers) as begin:
        homes = [home(seen) for seen in done(begin(Reader.open))]
    tabs = [Reader(site.address, "limits", cookies=dict(reader.cookies)) for reader in readers]
    with crowd(tabs) as begin:
        assert [home(seen) for seen in done(begin(Reader.open))] == homes
    assert [tab.cookies["replica"] for tab in tabs] == [one.cookies["replica"] for one in readers]


def test_pages_and_scripts_are_compressed_and_scripts_are_kept(site: Site) -> None:
    headers, page = site.get("/timeline?step=2")
    assert headers["Content-Encoding"] == "gzip"
    script = re.search(r'src="\.(/static/js/[^"]+\.js)"', gzip.decompress(page).decode())
    assert script
    plain_headers, plain = site.get(script[1], accept="identity")
    assert plain_headers["Content-Encoding"] is None
    for _ in range(2):
        headers, packed = site.get(script[1])
        assert headers["Content-Encoding"] == "gzip"
        assert "immutable" in headers["Cache-Control"]
        assert gzip.decompress(packed) == plain
        assert len(packed) < len(plain) / 2


def test_nothing_is_said_of_servers_and_sessions(site: Site) -> None:
    headers, _ = site.get("/")
    assert headers["Server"] == "nginx"
    with pytest.raises(HTTPError, match="404"):
        site.get("/_stcore/metrics")


def test_a_page_of_another_site_is_not_connected(site: Site) -> None:
    """Nor does a replica hear of it: it would call a third host before it refuses."""
    with pytest.raises(InvalidStatus, match="403"):
        Reader(site.address, origin="https://elsewhere.example").open()
    assert not any("elsewhere" in replica.said for replica in site.replicas.values())


def test_a_replica_is_started_and_checked_as_the_container_file_says(site: Site) -> None:
    user = re.search(r"^USER (\d+)", CONTAINER, re.MULTILINE)
    assert user
    assert int(user[1]) > 0
    port = site.replicas[SECOND].address.rpartition(":")[2]
    for now, expected in ((port, True), (str(free_port()), False)):
        asked = [part.replace("8501", now) for part in command(CHECK)[1:]]
        found = subprocess.run([sys.executable, *asked], capture_output=True, check=False)
        assert (found.returncode == 0) == expected


@pytest.mark.browser
def test_a_browser_whose_replica_dies_shows_the_same_step_and_goes_on(
    site: Site, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(f"{site.address}/reasons?event={EVENT}&step=3")
    step, event = page.locator(".words h2"), page.locator(".st-key-event h2")
    steps, opened = EXPLAINER.reasons.steps, EXPLAINER.event[EVENT].title
    page.wait_for_selector(READY)
    expect(step).to_contain_text(steps[2].title)
    menu = page.locator(".st-key-menu")
    expect(menu).to_contain_text(re.compile(f"{re.escape(FIRST)}|{re.escape(SECOND)}"))
    mark = FIRST if FIRST in menu.inner_text() else SECOND
    with page.expect_websocket(timeout=PATIENCE * 1000):
        site.replicas[mark].kill()
    page.wait_for_selector(READY)
    expect(step).to_contain_text(steps[2].title)
    expect(menu).to_contain_text(SECOND if mark == FIRST else FIRST)
    expect(event).to_contain_text(opened)
    page.locator(".st-key-go-next button").click()
    expect(step).to_contain_text(steps[3].title)
    site.replicas[mark].start()
