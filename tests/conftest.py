"""A running app and a browser for the tests that need them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from folders import BRIEF, CONTENT
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from servers import app, free_port

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
settings.register_profile("no deadline on a shared machine", deadline=None)
settings.load_profile("no deadline on a shared machine")
PATIENCE = 15_000
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
def _own_content(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests see their own brief, those of the shipped one that, whatever a developer has chosen."""
    shown = CONTENT if request.path.parent.name == "shipped" else BRIEF
    monkeypatch.setenv("EXPLAINER_CONTENT", str(shown))
    # Streamlit looks through every installed package for components at each test run of a page.
    monkeypatch.setattr("streamlit.components.v2.manifest_scanner.scan_component_manifests", list)
    monkeypatch.setattr("explainer.ui.frame.PAUSE", 0)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one running app with the tests' own brief, shared by all tests."""
    with app(tmp_path_factory.mktemp("server") / "log.txt", BRIEF) as running:
        yield running.address


@pytest.fixture(scope="session")
def shipped_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one running app with the shipped brief, for the tests that are about it."""
    with app(tmp_path_factory.mktemp("shipped") / "log.txt", CONTENT) as running:
        yield running.address


@pytest.fixture(scope="session")
def _cold_port() -> int:
    """One port for all cold servers, so that only they are cold and not the browser's cache."""
    return free_port()


@pytest.fixture
def cold_server(tmp_path: Path, _cold_port: int) -> Iterator[str]:
    """The address of an app that nobody has asked for anything."""
    with app(tmp_path / "log.txt", BRIEF, port=_cold_port) as running:
        yield running.address


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
