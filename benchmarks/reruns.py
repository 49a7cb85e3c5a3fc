"""The server's work for one answer: CPU milliseconds of a script run, page by page.

One reader at a time over a real websocket, the content cached; rounds go through all pages, and all
values are medians. "Open" is a new tab. A step and a filter are what a reader presses, and a step
reruns only its fragment; "whole page" is a step that comes as an address, from a link or Back.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from contextlib import ExitStack

from benchmarks import servers, tables
from benchmarks.servers import Server
from benchmarks.session import Session
from benchmarks.tables import Goal, Part, Table, number
from explainer.checks import loader

FIRST = "step, figure drawn for the first time"
ASKED = ("open", "step", FIRST, "step, whole page", "filter")
MOST = 25.0
"""Milliseconds that a step or a filter may take."""

Spent = defaultdict[tuple[str, str], list[float]]


async def _read(
    server: Server, name: str, page: str, steps: int, spent: Spent, *, first: bool
) -> None:
    """What a reader does on one page; in the first round only the steps' first figures count."""
    async with Session(server.address) as tab:

        async def note(what: str, runs: int) -> None:
            used = server.runs(runs)
            if first == (what == FIRST):
                spent[name, what].append(used)

        await note("open", await tab.turn(page))
        server.runs(await tab.turn(page, "step=1"))
        for _ in range(1, steps):  # Next at the last step would lead to another page
            await note(FIRST if first else "step", await tab.press("go-next"))
        await note("step, whole page", await tab.turn(page, "step=1"))
        for option in (0, 1) if tab.has("radio", "scope") else ():
            await note("filter", await tab.choose("scope", option))


def measure(addresses: Mapping[str, str], *, quick: bool) -> Part:
    """Every page of the app, and the bare pages in the same units."""
    spent: Spent = defaultdict(list)
    explainer = loader.load(loader.FOLDER)
    steps = {name: len(explainer.page(name).steps) for name in addresses}
    with ExitStack() as held:
        app, bare, chart = (
            held.enter_context(servers.serving(script, timed=True))
            for script in (servers.APP, servers.BARE, servers.BARE_CHART)
        )
        targets = {"bare page": (bare, ""), "bare page with a figure": (chart, "")}
        targets |= {name: (app, address) for name, address in addresses.items()}
        for at in range(4 if quick else 12):
            for name, (server, page) in targets.items():
                read = _read(server, name, page, steps.get(name, 0), spent, first=at == 0)
                asyncio.run(read)
    return summary(spent, tuple(targets), tuple(addresses))


def summary(spent: Spent, targets: tuple[str, ...], names: tuple[str, ...]) -> Part:
    """The CPU times as a table, and whether the slowest page is fast enough."""
    rows = [
        [name, *(number(tables.median(spent[name, what]), 1) for what in ASKED)] for name in targets
    ]
    medians = {
        f"{what}, {name}": tables.median(spent[name, what])
        for name in names
        for what in ("step", "filter")
        if spent[name, what]
    }
    got, where = tables.worst(medians)
    return Part(
        [Table("One rerun on the server, CPU ms", ("page", *ASKED), rows)],
        [Goal("One rerun on the server", f"{MOST:.0f} ms of CPU", MOST, got, where, digits=1)],
    )
