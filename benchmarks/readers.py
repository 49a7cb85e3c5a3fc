"""Many readers at once: how long a page turn takes, what fails, what each reader costs.

So many open tabs without browsers, each over a websocket of its own, each turning a page every
five seconds through all pages, at moments of its own. A turn counts from when it is due, so that a
late turn does not hide that the next is late too. The readers are in one process, the server in
another, which is new for each crowd: memory that earlier readers left behind would be used again.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from benchmarks import servers, tables
from benchmarks.servers import Server
from benchmarks.session import Session
from benchmarks.tables import Goal, Part, Table, number

EVERY = 5.0
"""Seconds between two page turns of a reader."""
CLASS = 100
"""The number of readers that the goals are for."""


@dataclass
class Crowd:
    """What happened to so many readers: milliseconds of each turn, and MiB and CPU ms for each."""

    readers: int
    turns: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    memory: float | None = None
    cpu: float | None = None

    def row(self, name: str) -> list[str]:
        """One line of the table."""
        waits = (tables.percentile(self.turns, percent) for percent in (50, 95, 100))
        errors = str(self.errors.total())
        return [
            *(name, str(self.readers), str(len(self.turns)), *map(number, waits), errors),
            *(number(self.cpu, 1), number(self.memory, 2)),
        ]


async def _reader(
    server: Server,
    pages: Sequence[str],
    crowd: Crowd,
    done: asyncio.Semaphore,
    leave: asyncio.Event,
) -> None:
    """One reader turns so many pages, says so, and keeps the tab open until told to leave."""
    due = time.perf_counter() + EVERY * random.random()
    try:
        await asyncio.sleep(due - time.perf_counter())
        async with Session(server.address) as tab:
            for page in pages:
                await asyncio.sleep(max(0, due - time.perf_counter()))
                await tab.turn(page)
                crowd.turns.append(1000 * (time.perf_counter() - due))
                due += EVERY
            done.release()
            await leave.wait()
    except Exception as error:  # whatever goes wrong for a reader is a result
        crowd.errors[f"{type(error).__name__}: {error}"] += 1
        done.release()


async def _crowd(server: Server, pages: Sequence[str], readers: int) -> Crowd:
    """All readers at once, each through all pages, each from another one on."""
    async with Session(server.address) as tab:  # content and figures are cached from here on
        for page in pages:
            await tab.turn(page)
    crowd, done, leave = Crowd(readers), asyncio.Semaphore(0), asyncio.Event()
    memory, cpu = server.memory(), server.cpu()
    tasks = []
    for number_of_reader in range(readers):
        at = number_of_reader % len(pages)
        path = (*pages[at:], *pages[:at])
        tasks.append(asyncio.create_task(_reader(server, path, crowd, done, leave)))
    for _ in tasks:
        await done.acquire()
    now, spent = server.memory(), server.cpu()
    if memory is not None and now is not None:
        crowd.memory = (now - memory) / readers
    if cpu is not None and spent is not None and crowd.turns:
        crowd.cpu = (spent - cpu) / len(crowd.turns)
    leave.set()
    await asyncio.gather(*tasks)
    return crowd


def measure(addresses: Mapping[str, str], *, quick: bool) -> Part:
    """Crowds of all sizes, on the app and on a bare page with a figure."""
    turns = tuple(addresses.values())[: 3 if quick else None]
    scripts = {
        "app": (servers.APP, turns),
        "bare page with a figure": (servers.BARE_CHART, ("",) * len(turns)),
    }
    crowds: dict[tuple[str, int], Crowd] = {}
    for readers in (1, 20) if quick else (1, 10, 50, CLASS, 200):
        for name, (script, path) in scripts.items():
            with servers.serving(script) as server:
                crowds[name, readers] = asyncio.run(_crowd(server, path, readers))
    return summary(crowds)


def summary(crowds: dict[tuple[str, int], Crowd]) -> Part:
    """The crowds as a table, and whether a class of 100 is served well enough."""
    header = "server,readers,page turns,p50 ms,p95 ms,slowest ms,errors,CPU ms a turn,MiB a reader"
    found = [
        Table(
            "Readers at once",
            header.split(","),
            [crowd.row(name) for (name, _), crowd in crowds.items()],
        )
    ]
    errors = chain.from_iterable(crowd.errors.items() for crowd in crowds.values())
    wrong = [[text, str(number)] for text, number in errors]
    if wrong:
        found.append(Table("What went wrong", ("error", "times"), wrong))
    whole = crowds.get(("app", CLASS)) or Crowd(CLASS)
    p95 = tables.percentile(whole.turns, 95)
    failed = whole.errors.total() if whole.turns else None
    who = f"{CLASS} readers"
    return Part(
        found,
        [
            Goal(f"{who}: p95 of a page turn", "1,500 ms", 1500, p95, digits=0),
            Goal(f"{who}: errors", "none", 0, failed, digits=0),
            Goal(f"{who}: memory a reader", "2 MiB", 2, whole.memory),
        ],
    )
