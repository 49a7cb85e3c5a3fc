"""What a reader waits for in a browser: first text, figure drawn, bytes, requests, CPU.

Each round visits all pages in a random order, each in a browser profile of its own: with an empty
cache (cold), then unmeasured so that the browser keeps compiled scripts, and once more (warm).
Times are milliseconds from the start of navigation, seen at the next frame. CPU is that of the
tab's main thread until text and figure are seen: other programs on the machine slow it down less
than the clock. Bytes and requests are what crossed the network until it was quiet.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page, TimeoutError, sync_playwright

from benchmarks import servers, tables
from benchmarks.tables import Goal, Part, Table, number

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
TEXT = "#root :is(h1, h2, p)"
FIGURE = "#root .js-plotly-plot .main-svg :is(.point, .textpoint)"
"""What the app itself has drawn, and not the page that is painted before it."""
CACHES = ("warm", "cold")
ROUNDS = {True: 2, False: 5}
"""How many rounds, by whether the run is a quick one."""
BARE, CHART, AGAIN = "bare page", "bare page with a figure", "bare page with a figure, again"
WATCH = """
(() => {
  const wanted = %s, seen = window.seen = {};
  const shows = part => part.checkVisibility({opacityProperty: true, visibilityProperty: true})
    && part.getBoundingClientRect().width > 0;
  const look = () => {
    for (const [name, selector] of Object.entries(wanted))
      if (!seen[name] && [...document.querySelectorAll(selector)].some(shows))
        seen[name] = performance.now();
    seen.all = Object.keys(wanted).every(name => seen[name]);
    if (!seen.all) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()
"""


@dataclass
class Visit:
    """One visit: milliseconds, thousands of bytes, and the addresses on other hosts."""

    text: float = 0
    figure: float | None = None
    cpu: float = 0
    kilobytes: float = 0
    requests: int = 0
    elsewhere: set[str] = field(default_factory=set)

    def listen(self, page: Page, devtools: CDPSession, host: str) -> None:
        """Count from now on what crosses the network."""

        def asked(address: str) -> None:
            parts = urlsplit(address)
            if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != host:
                self.elsewhere.add(address)

        def count(size: float, request: int) -> None:
            self.kilobytes += size / 1000
            self.requests += request

        page.on("request", lambda request: asked(request.url))
        page.on("websocket", lambda socket: asked(socket.url))
        # What comes from the browser's cache has no encoded length.
        devtools.on(
            "Network.loadingFinished",
            lambda event: count(event["encodedDataLength"], int(event["encodedDataLength"] > 0)),
        )
        devtools.on(
            "Network.webSocketFrameReceived",
            lambda event: count(len(event["response"]["payloadData"]) * 3 / 4, 0),
        )


def visit(browser: Browser, address: str, *, figure: bool) -> dict[str, Visit]:
    """A cold and a warm visit in a new browser profile."""
    found = {}
    with browser.new_context(viewport={"width": 1280, "height": 800}) as profile:
        for cache in ("cold", "between", "warm"):
            page, seen = profile.new_page(), Visit()
            devtools = profile.new_cdp_session(page)
            seen.listen(page, devtools, urlsplit(address).netloc)
            devtools.send("Network.enable")
            devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
            wanted = {"text": TEXT} | ({"figure": FIGURE} if figure else {})
            page.add_init_script(WATCH % json.dumps(wanted))
            page.goto(address, wait_until="commit")
            page.wait_for_function("window.seen?.all", polling=20, timeout=1000 * servers.PATIENCE)
            metrics = devtools.send("Performance.getMetrics")["metrics"]
            seen.cpu = 1000 * next(m["value"] for m in metrics if m["name"] == "TaskDuration")
            page.wait_for_load_state("networkidle")
            times = page.evaluate("window.seen")
            seen.text, seen.figure = times["text"], times.get("figure")
            found[cache] = seen
            page.close()
    return found


def measure(addresses: Mapping[str, str], *, quick: bool) -> Part:
    """Every page of the app beside the bare pages."""
    rounds: list[dict[str, dict[str, Visit]]] = []
    with ExitStack() as held:
        app, bare, chart = (
            held.enter_context(servers.serving(script)).address
            for script in (servers.APP, servers.BARE, servers.BARE_CHART)
        )
        targets = {BARE: bare, CHART: chart, AGAIN: chart}
        targets |= {name: f"{app}/{address}" for name, address in addresses.items()}
        playwright = held.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        held.callback(browser.close)
        # The first use of a server and of the browser is not counted: see start.py.
        for at in range(-1, ROUNDS[quick]):
            order = random.sample(list(targets), len(targets))
            try:
                found = {one: visit(browser, targets[one], figure=one != BARE) for one in order}
            except TimeoutError as error:
                print(f"a round is given up: {error.message}", file=sys.stderr)
                continue
            if at >= 0:
                rounds.append(found)
    return summary(rounds, tuple(addresses))


def summary(rounds: list[dict[str, dict[str, Visit]]], names: tuple[str, ...]) -> Part:
    """The rounds as tables; every value a median, every ratio a median of paired ratios."""
    ratios: dict[str, dict[str, float | None]] = {}

    def values(name: str, cache: str, what: str) -> list[float | None]:
        return [getattr(found[name][cache], what) for found in rounds]

    def row(name: str, cache: str) -> list[str]:
        cells = []
        for what, floor in (("text", BARE), ("figure", CHART), ("cpu", CHART)):
            mine = values(name, cache, what)
            times = tables.ratio(mine, values(floor, cache, what))
            if name in names:
                ratios.setdefault(f"{what} {cache}", {})[name] = times
            cells += [number(tables.median(mine)), number(times, 2)]
        sizes = (tables.median(values(name, cache, what)) for what in ("kilobytes", "requests"))
        return [name, *cells, *map(number, sizes)]

    header = "page,text ms,× bare,figure ms,× bare figure,CPU ms,× bare figure,kB,requests"
    shown = [
        Table(
            f"Pages in a browser, {cache} cache, {len(rounds)} rounds",
            header.split(","),
            [row(name, cache) for name in (BARE, CHART, AGAIN, *names)],
        )
        for cache in CACHES
    ]
    elsewhere = {
        address
        for found in rounds
        for both in found.values()
        for one in both.values()
        for address in one.elsewhere
    }
    text, where_text = tables.worst(ratios.get("text warm", {}))
    figure, where_figure = tables.worst(ratios.get("figure warm", {}))
    within = "1.15 × a bare page"
    goals = [
        Goal("First text, warm cache", within, 1.15, text, where_text),
        Goal("Figure drawn, warm cache", f"{within} with a figure", 1.15, figure, where_figure),
        Goal("Requests to another host", "none", 0, len(elsewhere) if rounds else None, digits=0),
    ]
    return Part(shown, goals)
