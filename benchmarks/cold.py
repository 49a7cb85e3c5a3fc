"""What a first visit waits for: words, figure, the app itself, bytes; on a slow network or a fast.

Each visit is in a browser profile of its own with an empty cache. Words and figure count from the
painted page on, since they can be read there; what the app draws itself is shown beside them.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from urllib.parse import urlsplit

from playwright.sync_api import Browser, TimeoutError, sync_playwright

from benchmarks import servers, tables
from benchmarks.pages import BARE, CHART, CHROMIUM, FIGURE, QUIET, TEXT, WATCH, Visit
from benchmarks.tables import Goal, Part, Table, number

SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 180_000,
    "uploadThroughput": 180_000,
}
NETWORKS = {"slow network": SLOW, "network not slowed": None}
ROUNDS = {True: 1, False: 3}
"""How many rounds, by whether the run is a quick one."""
SEEN = {
    "words": "h1, h2, p",
    "figure": f'#painted [class*="st-key-chart-"] svg path, {FIGURE}',
    "own words": TEXT,
    "own figure": FIGURE,
}
Times = dict[str, float]


def visit(
    browser: Browser, address: str, network: Mapping[str, object] | None, *, figure: bool
) -> Times:
    """When each thing was seen, in ms from the start of navigation, and the kB that it took."""
    with browser.new_context(viewport={"width": 1366, "height": 768}) as profile:
        page, counted = profile.new_page(), Visit()
        page.set_default_timeout(3000 * servers.PATIENCE)
        devtools = profile.new_cdp_session(page)
        counted.listen(page, devtools, urlsplit(address).netloc)
        devtools.send("Network.enable")
        if network:
            devtools.send("Network.emulateNetworkConditions", dict(network))
        wanted = {what: part for what, part in SEEN.items() if figure or "figure" not in what}
        page.add_init_script(WATCH % json.dumps(wanted))
        page.goto(address, wait_until="commit")
        page.wait_for_function("window.seen?.all", polling=50)
        page.wait_for_load_state("networkidle")
        times: Times = page.evaluate("({...window.seen})")
        return {what: times[what] for what in wanted} | {"kB": counted.kilobytes}


def measure(addresses: Mapping[str, str], *, quick: bool) -> Part:
    """Pages of the app at their second step beside the bare pages, on each network."""
    found: dict[str, list[dict[str, Times]]] = {network: [] for network in NETWORKS}
    with ExitStack() as held:
        app, bare, chart = (
            held.enter_context(servers.serving(script)).address
            for script in (servers.APP, servers.BARE, servers.BARE_CHART)
        )
        pages = list(addresses)[: 2 if quick else None]
        targets = {BARE: bare, CHART: chart}
        targets |= {name: f"{app}/{addresses[name]}?step=2" for name in pages}
        playwright = held.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        held.callback(browser.close)
        for name, address in targets.items():
            visit(browser, address, None, figure=name != BARE)
        for _ in range(ROUNDS[quick]):
            for network, limits in NETWORKS.items():
                order = random.sample(list(targets), len(targets))
                try:
                    found[network].append(
                        {
                            one: visit(browser, targets[one], limits, figure=one != BARE)
                            for one in order
                        }
                    )
                except TimeoutError as error:
                    print(f"a round is given up: {error.message}", file=sys.stderr)
    return summary(found, tuple(pages))


def summary(found: Mapping[str, list[dict[str, Times]]], names: tuple[str, ...]) -> Part:
    """The rounds as tables; every value a median, every ratio a median of paired ratios."""
    ratios: dict[tuple[str, str], dict[str, float | None]] = {}
    shown = []
    for network, rounds in found.items():

        def values(
            name: str, what: str, rounds: list[dict[str, Times]] = rounds
        ) -> list[float | None]:
            return [one[name].get(what) for one in rounds]

        rows = []
        for name in (BARE, CHART, *names):
            cells = []
            for what, floor in (("words", BARE), ("figure", CHART)):
                times = tables.ratio(values(name, what), values(floor, what))
                if name in names:
                    ratios.setdefault((network, what), {})[name] = times
                cells += [number(tables.median(values(name, what))), number(times, 2)]
            own = [tables.median(values(name, what)) for what in ("own words", "own figure", "kB")]
            rows.append([name, *cells, *map(number, own)])
            if name in names:
                ratios.setdefault((network, "kB"), {})[name] = own[-1]
        header = "page,words ms,× bare,figure ms,× bare figure,own words ms,own figure ms,kB"
        title = f"A first visit, {network}, {len(rounds)} rounds"
        shown.append(Table(title, header.split(","), rows))
    slow, fast = NETWORKS
    goals = [
        Goal(what, reach, most, *tables.worst(ratios.get(key, {})), digits=digits)
        for what, reach, most, key, digits in (
            ("First visit, slow network: words", "0.15 × a bare page", 0.15, (slow, "words"), 2),
            (
                "First visit, slow network: figure",
                "0.15 × a bare page with a figure",
                0.15,
                (slow, "figure"),
                2,
            ),
            ("First visit, not slowed: words", "0.3 × a bare page", 0.3, (fast, "words"), 2),
            ("First visit: bytes", "3,200 kB", 3200, (fast, "kB"), 0),
        )
    ]
    return Part(shown, goals)
