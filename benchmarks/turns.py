"""What going to a page asks of the server: messages of its opening, CPU of a turn to it.

Each visit is a tab of its own that has two runs. It opens the page before, and the messages that
this takes are counted; then it turns to the page, as a reader does who has not seen it yet. CPU is
the whole server process's, so that sending counts and so does work on other threads; it is read
once the server is quiet again. Rounds go through all pages in a random order, the bare pages among
them, so that what slows the machine slows both sides of a ratio.
"""

from __future__ import annotations

import asyncio
import random
import statistics
from collections import defaultdict
from collections.abc import Mapping
from contextlib import ExitStack

from benchmarks import servers, tables
from benchmarks.pages import AGAIN, BARE, CHART
from benchmarks.servers import Server
from benchmarks.session import Session
from benchmarks.tables import Goal, Part, Table, number

ROUNDS = {True: 3, False: 15}
"""How many rounds, by whether the run is a quick one."""
TABS = 4
"""Visits to each bare page in a round: one turn takes so little that chance would show in it."""
QUIET = 0.05
"""Seconds until the server has sent the rest of an answer and put its run away."""
MOST = 45
"""Messages that opening a page may take."""
TIMES = 3.0
"""How often the CPU of a bare page with a figure a turn may take."""

Counts = defaultdict[str, list[int]]
"""The messages of each opening, by the page."""
Spent = defaultdict[str, list[float | None]]
"""The CPU milliseconds of a turn in each round, by the page."""


async def _visit(server: Server, before: str, page: str) -> tuple[int, float | None]:
    """The messages of opening the page before, and the CPU milliseconds of turning to the page."""
    async with Session(server.address) as tab:
        await tab.turn(before)
        messages = tab.messages
        await asyncio.sleep(QUIET)
        begun = server.cpu()
        await tab.turn(page)
        await asyncio.sleep(QUIET)
        ended = server.cpu()
    return messages, None if begun is None or ended is None else ended - begun


def measure(addresses: Mapping[str, str], *, quick: bool) -> Part:
    """Every page of the app among the bare pages."""
    messages: Counts = defaultdict(list)
    spent: Spent = defaultdict(list)
    names = tuple(addresses)
    with ExitStack() as held:
        app, bare, chart = (
            held.enter_context(servers.serving(script))
            for script in (servers.APP, servers.BARE, servers.BARE_CHART)
        )
        targets = {BARE: (bare, ""), CHART: (chart, ""), AGAIN: (chart, "")}
        order = [*names, *TABS * [*targets]]
        before = dict(zip(names, names[-1:] + names[:-1], strict=True))
        targets |= {name: (app, address) for name, address in addresses.items()}
        for at in range(-1, ROUNDS[quick]):
            turns: defaultdict[str, list[float]] = defaultdict(list)
            for name in random.sample(order, len(order)):
                server, page = targets[name]
                opened = before.get(name, name)
                count, cpu = asyncio.run(_visit(server, targets[opened][1], page))
                messages[opened].append(count)
                if cpu is not None:
                    turns[name].append(cpu)
            for name in targets if at >= 0 else ():  # before that, the caches are empty
                spent[name].append(statistics.fmean(turns[name]) if turns[name] else None)
    return summary(messages, spent, names)


def summary(messages: Counts, spent: Spent, names: tuple[str, ...]) -> Part:
    """The pages as a table: the most messages of any opening, medians of the CPU of all rounds."""
    shown = (BARE, CHART, AGAIN, *names)
    most: dict[str, float | None] = {name: max(messages[name], default=None) for name in shown}
    times = {name: tables.ratio(spent[name], spent[CHART]) for name in shown}
    rows = [
        [name, number(most[name]), number(tables.median(spent[name]), 1), number(times[name], 2)]
        for name in shown
    ]
    many, where_many = tables.worst({name: most[name] for name in names})
    slow, where_slow = tables.worst({name: times[name] for name in names})
    within = f"{TIMES:.0f} × a bare page with a figure"
    return Part(
        [Table("Page turns", ("page", "messages", "CPU ms a turn", "× bare figure"), rows)],
        [
            Goal(
                "Messages from the server for a page", f"{MOST}", MOST, many, where_many, digits=0
            ),
            Goal("Server CPU of a page turn", within, TIMES, slow, where_slow),
        ],
    )
