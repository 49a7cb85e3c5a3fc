"""What readers see while content is replaced under them, and when the server dies."""

from __future__ import annotations

import os
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from threading import Barrier, Semaphore
from urllib.parse import parse_qs, urlsplit

import pytest
from browser import READY
from editions import FIRST, SECOND, marked, save, saving
from folders import BRIEF, change, fresh
from playwright.sync_api import Browser, BrowserContext, expect
from servers import app
from websocket_readers import PATIENCE, Reader, Seen, crowd, done

from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.content.explainer import Explainer

EXPLAINER = loader.load(BRIEF)
EVENT = "vote-2024"
PAGES = ["" if name == "overview" else name for name in EXPLAINER.about.pages]
VIEWS = [
    (page, query) for page in PAGES[:5] for query in (f"event={EVENT}&step=2", "present=1&step=3")
]


def letter(shown: bytes) -> str:
    """Which edition this is: the first, the second, or a mixture."""
    marks = FIRST.encode() in shown, SECOND.encode() in shown
    return {(True, False): "f", (False, True): "s"}.get(marks, "mixture")


def edition(seen: Seen) -> str:
    """Which edition a page shows, or that it is a report."""
    return "r" if b"The content has " in seen.raw else letter(seen.raw)


def first_edition(tmp_path: Path) -> Path:
    """A folder that holds the first edition."""
    folder = tmp_path / "content"
    folder.mkdir()
    save(folder, marked(FIRST, BRIEF))
    return folder


def click(reader: Reader) -> Seen:
    """Go one step further, or look again where there is no way on."""
    return reader.click("go-next" if reader.seen.button("go-next") else "go-back")


def test_no_reader_sees_a_mixture_or_a_crash_while_content_is_replaced(tmp_path: Path) -> None:
    """Fifty readers click on while the content is replaced: good, then broken, then good."""
    folder = first_edition(tmp_path)
    broken = marked(FIRST, BRIEF)
    broken["overview.yaml"] = broken["overview.yaml"][: len(broken["overview.yaml"]) // 2]
    broken["reasons.yaml"] = broken["reasons.yaml"].replace("kind: judgement", "kind: opinion", 1)
    # The broken files are mended first, so that the folder is good long before it is complete.
    second = marked(SECOND, BRIEF)
    mended = {name: second.pop(name) for name in ("overview.yaml", "reasons.yaml")} | second
    clicked = Semaphore(0)
    histories: dict[int, str] = defaultdict(str)
    crashes: list[str] = []

    def note(reader: Reader) -> None:
        histories[id(reader)] += edition(reader.seen)
        crashes.extend(reader.seen.crashes)

    def click_until(awaited: str) -> Callable[[Reader], None]:
        def read_on(reader: Reader) -> None:
            for _ in range(500):
                click(reader)
                note(reader)
                clicked.release()
                if histories[id(reader)].endswith(awaited):
                    return
            pytest.fail(f"a reader saw only {histories[id(reader)]}")

        return read_on

    with app(tmp_path / "log.txt", folder) as server:
        readers = [Reader(server.address, PAGES[n % len(PAGES)]) for n in range(50)]
        with crowd(readers) as begin:
            done(begin(Reader.open))
            for reader in readers:
                note(reader)
            for replacement, awaited in ((broken, "r"), (mended, "s")):
                clicks = begin(click_until(awaited))
                for _ in range(10):
                    clicked.acquire(timeout=PATIENCE)
                save(folder, replacement, pause=0.005)
                done(clicks)
        said = server.said
    assert {seen for seen in histories.values() if not re.fullmatch("f+r+s", seen)} == set()
    assert crashes == []
    assert "Traceback" not in said


def test_after_the_server_was_killed_readers_see_their_view_again(tmp_path: Path) -> None:
    with app(tmp_path / "log.txt", BRIEF) as server:
        readers = [Reader(server.address, page, query) for page, query in VIEWS]
        with crowd(readers) as begin:
            before = done(begin(Reader.open))
            server.kill()
            coming = begin(Reader.come_back)
            server.start()
            after = done(coming)
            changed = [
                view
                for view, was, is_now in zip(VIEWS, before, after, strict=True)
                if was.lasting != is_now.lasting
            ]
            assert changed == []
            assert [reader.query for reader in readers] == [query for _, query in VIEWS]
            assert [seen.crashes for seen in done(begin(click)) if seen.crashes] == []


@pytest.mark.browser
def test_after_the_server_was_killed_a_browser_shows_its_view_again_and_goes_on(
    tmp_path: Path, context: BrowserContext
) -> None:
    """By itself: nobody reloads the page. The other edition tells that the new server was asked."""
    folder, steps = first_edition(tmp_path), EXPLAINER.reasons.steps
    with app(tmp_path / "log.txt", folder) as server:
        tabs = {"go-next": context.new_page(), "stage-next": context.new_page()}
        for key, page in tabs.items():
            more = "&present=1" if key == "stage-next" else ""
            page.goto(f"{server.address}/reasons?event={EVENT}&step=3{more}")
            page.wait_for_selector(READY)
            expect(page.locator(FRAME)).to_contain_text(FIRST)
            expect(page.locator(STEP)).to_contain_text(steps[2].title)
        server.kill()
        save(folder, marked(SECOND, BRIEF))
        server.start()
        for key, page in tabs.items():
            expect(page.locator(FRAME)).to_contain_text(SECOND)
            expect(page.locator(STEP)).to_contain_text(steps[2].title)
            if key == "go-next":
                event = page.locator(".st-key-event h2")
                expect(event).to_contain_text(EXPLAINER.event[EVENT].title)
            page.wait_for_selector(READY)
            page.locator(f".st-key-{key} button").click()
            expect(page.locator(STEP)).to_contain_text(steps[3].title)
            kept = [EVENT] if key == "stage-next" else None
            assert parse_qs(urlsplit(page.url).query).get("event") == kept
        assert "Traceback" not in server.said


FRAME, STEP = ".st-key-stage, .st-key-menu", ".st-key-stage h1, .words h2"


def meanwhile(monkeypatch: pytest.MonkeyPatch, writer: Iterator[object]) -> list[float]:
    """Let a writer go on by one step whenever a reader waits; gives the waits."""
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        next(writer, None)

    monkeypatch.setattr(time, "sleep", wait)
    return waits


def shown(folder: Path) -> str:
    """Which edition a reader gets who comes now."""
    try:
        return letter(loader.load(folder).model_dump_json().encode())
    except ContentError:
        return "r"


@pytest.mark.parametrize("parts", [1, 2, 8])
def test_files_saved_one_by_one_are_shown_together(
    parts: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = first_edition(tmp_path)
    assert shown(folder) == "f"
    changed = {name: text for name, text in marked(SECOND, BRIEF).items() if SECOND in text}
    writer = saving(folder, changed, parts)
    meanwhile(monkeypatch, writer)
    next(writer)
    readers = len(changed) * parts // loader.LOOKS + 2
    assert re.fullmatch("f*s+", "".join(shown(folder) for _ in range(readers)))


@pytest.mark.parametrize("file", ["contested.yaml", "events.yaml"])
def test_a_half_written_file_is_never_kept_as_good(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save that stops anywhere is read again when it goes on, whatever its time says."""
    folder = fresh(tmp_path)
    path, whole = folder / file, (folder / file).read_bytes()
    times = path.stat()
    meanwhile(monkeypatch, iter(()))
    for eighth in range(9):
        path.write_bytes(whole[: len(whole) * eighth // 8])
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert (content_or_report(folder) == EXPLAINER) == (eighth == 8)


def content_or_report(folder: Path) -> Explainer | ContentError:
    """What a reader gets who comes now."""
    try:
        return loader.load(folder)
    except ContentError as report:
        return report


def test_a_change_of_the_same_size_and_time_is_noticed(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    path = folder / "actors.yaml"
    times = path.stat()
    assert loader.load(folder).actor["board"].short == "Board"
    change(folder, "actors.yaml", "short: Board", "short: Baord")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert loader.load(folder).actor["board"].short == "Baord"


def test_nobody_waits_at_the_start_or_for_content_that_rests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fresh(tmp_path)
    waits = meanwhile(monkeypatch, iter(()))
    loader.load(folder)
    loader.load(folder)
    assert waits == []
    change(folder, "actors.yaml", "short: Board", "short: Baord")
    loader.load(folder)
    loader.load(folder)
    assert waits == [loader.SETTLED]


def test_while_a_folder_keeps_changing_readers_wait_together_and_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They go on with the edition that they had, and their waits do not add up."""
    folder = fresh(tmp_path)
    kept = loader.load(folder)
    whole = (folder / "actors.yaml").read_bytes()
    cuts = cycle(range(len(whole)))
    sleep = time.sleep

    def keeps_changing() -> Iterator[None]:
        for cut in cuts:
            (folder / "actors.yaml").write_bytes(whole[:cut])
            sleep(0.01)
            yield

    writer = keeps_changing()
    waits = meanwhile(monkeypatch, writer)
    next(writer)
    together = Barrier(8)

    def read(_: int) -> Explainer:
        together.wait(PATIENCE)
        return loader.load(folder)

    with ThreadPoolExecutor(8) as readers:
        assert all(given is kept for given in readers.map(read, range(8)))
    assert len(waits) <= 2 * loader.LOOKS


# ------------------------------------------------------------------ an author who saves


@pytest.mark.browser
def test_every_report_goes_by_itself_when_the_mend_is_saved(
    tmp_path: Path, context: BrowserContext
) -> None:
    """Without a watcher of files, in every tab: nobody presses or reloads."""
    folder = fresh(tmp_path)
    change(folder, "timeline.yaml", "kind: judgement", "kind: opinion")
    with app(tmp_path / "log.txt", folder) as server:
        tabs = [context.new_page(), context.new_page()]
        for tab, name in zip(tabs, ("timeline", "limits"), strict=True):
            tab.goto(f"{server.address}/{name}")
            tab.wait_for_selector(READY, state="attached")
            expect(tab.locator(".st-key-report")).to_contain_text("“opinion”")
        change(folder, "timeline.yaml", "kind: opinion", "kind: guess")
        for tab in tabs:
            expect(tab.locator(".st-key-report")).to_contain_text("“guess”")
        change(folder, "timeline.yaml", "kind: guess", "kind: judgement")
        for tab, name in zip(tabs, ("timeline", "limits"), strict=True):
            tab.wait_for_selector(READY)
            expect(tab.locator("h1")).to_have_text(EXPLAINER.page(name).title)
        assert "Traceback" not in server.said


@pytest.mark.browser
def test_a_report_painted_without_javascript_says_to_reload(
    tmp_path: Path, browser: Browser
) -> None:
    folder = fresh(tmp_path)
    change(folder, "timeline.yaml", "kind: judgement", "kind: opinion")
    with app(tmp_path / "log.txt", folder) as server:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{server.address}/limits")
        told = page.locator(".st-key-report")
        expect(told).to_contain_text("Where JavaScript is off, reload it.")
        assert str(tmp_path) not in page.content()
        change(folder, "timeline.yaml", "kind: opinion", "kind: judgement")
        page.reload()
        expect(page.locator("h1")).to_have_text(EXPLAINER.limits.title)


@pytest.mark.browser
def test_a_save_shows_at_the_next_press_of_a_step(tmp_path: Path, context: BrowserContext) -> None:
    folder = fresh(tmp_path)
    with app(tmp_path / "log.txt", folder) as server:
        page = context.new_page()
        page.goto(f"{server.address}/timeline?step=1")
        page.wait_for_selector(READY, state="attached")
        title = EXPLAINER.timeline.steps[1].title
        change(folder, "timeline.yaml", f"title: {title}", "title: Saved meanwhile")
        page.locator(".st-key-go-next button").click()
        expect(page.locator("#path h2")).to_have_text("Saved meanwhile")
        change(folder, "timeline.yaml", "kind: judgement", "kind: opinion")
        page.locator(".st-key-go-next button").click()
        expect(page.locator(".st-key-report")).to_contain_text("“opinion”")
