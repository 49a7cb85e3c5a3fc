"""A running app and a browser for the tests that need them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

ROOT = Path(__file__).parent.parent
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60_000
"""Milliseconds until a browser test gives up waiting; only a failing test waits so long."""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(autouse=True)
def _own_content(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests see the shipped content, whatever folder the developer has chosen."""
    monkeypatch.delenv("EXPLAINER_CONTENT", raising=False)
    # Streamlit looks through every installed package for components at each test run of a page.
    monkeypatch.setattr("streamlit.components.v2.manifest_scanner.scan_component_manifests", list)
    monkeypatch.setattr("explainer.ui.frame.PAUSE", 0)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _is_healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


@contextmanager
def _serving(log: Path, port: int, content: Path | None = None) -> Iterator[str]:
    """The app in a process of its own, as the README starts it; gives its address.

    It shows the shipped content, or another folder's.

    The file watcher is off so that somebody's edit does not rerun a page under test.
    """
    address = f"http://127.0.0.1:{port}"
    command = [
        *(sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"),
        *("--server.address=127.0.0.1", f"--server.port={port}", "--server.fileWatcherType=none"),
    ]
    environment = {name: value for name, value in os.environ.items() if name != "EXPLAINER_CONTENT"}
    if content:
        environment["EXPLAINER_CONTENT"] = str(content)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        deadline = time.monotonic() + 30
        while not _is_healthy(address):
            if process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"the app did not start:\n{log.read_text('utf-8', 'replace')}")
            time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one running app, shared by all tests."""
    with _serving(tmp_path_factory.mktemp("server") / "log.txt", _free_port()) as address:
        yield address


@pytest.fixture
def second_server(tmp_path: Path) -> Iterator[str]:
    """The address of an app that shows the second brief."""
    folder = ROOT / "tests" / "second_brief"
    with _serving(tmp_path / "log.txt", _free_port(), folder) as address:
        yield address


@pytest.fixture(scope="session")
def _cold_port() -> int:
    """One port for all cold servers, so that only they are cold and not the browser's cache."""
    return _free_port()


@pytest.fixture
def cold_server(tmp_path: Path, _cold_port: int) -> Iterator[Callable[[], str]]:
    """Each call ends the process of the last one, starts another and gives its address."""
    with ExitStack() as running:

        def start() -> str:
            running.close()
            return running.enter_context(_serving(tmp_path / "log.txt", _cold_port))

        yield start


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the system. Without one, tests are skipped unless a browser is required."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if found is None:
        said = f"none of {', '.join(CHROMIUMS)} is on PATH"
        if os.environ.get("EXPLAINER_BROWSER") == "required":
            pytest.fail(f"EXPLAINER_BROWSER=required, but {said}", pytrace=False)
        pytest.skip(said)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="session")
def _reader(browser: Browser) -> Iterator[BrowserContext]:
    """One browser profile for all tests, so that scripts and fonts are fetched once."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield context
    context.close()


@pytest.fixture
def context(_reader: BrowserContext) -> Iterator[BrowserContext]:
    """The shared profile; every tab that a test opens is closed after it."""
    yield _reader
    for page in _reader.pages:
        page.close()
