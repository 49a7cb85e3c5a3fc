"""What Next costs the server with a brief that has grown: the tests' own with more events added.

One reader at a time goes through the steps of the timeline, with a server for each size of the
brief; rounds go through all sizes, so that what slows the machine slows both sides of a ratio. In
the first round figures are drawn for the first time, which all readers after it are spared.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from benchmarks import servers, tables
from benchmarks.servers import Server
from benchmarks.session import Session
from benchmarks.tables import Goal, Part, Table, number

SIZES = (60, 300, 900)
"""How many events the briefs have."""
STEPS = 4
"""Steps of the timeline in each of them."""
ROUNDS = {True: 3, False: 15}
"""How many rounds, by whether the run is a quick one."""
TIMES = 1.5
"""How often the CPU of the smallest brief a step may take."""

Spent = defaultdict[int, list[float | None]]
"""The CPU milliseconds of a Next in each round, by the size of the brief."""


def _written(folder: Path, events: int) -> Path:
    made = folder / str(events)
    command = [sys.executable, str(servers.ROOT / "tests" / "grown.py"), str(events), str(made)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(servers.ROOT)})
    return made


async def _read(server: Server) -> list[float]:
    """The CPU milliseconds of each Next on the way through the timeline."""
    async with Session(server.address) as tab:
        server.runs(await tab.turn("timeline", "step=1"))
        # Next at the last step would lead to another page.
        return [server.runs(await tab.press("go-next")) for _ in range(1, STEPS)]


def measure(_: Mapping[str, str], *, quick: bool) -> Part:
    """Next with briefs of all sizes."""
    spent: Spent = defaultdict(list)
    first: dict[int, float] = {}
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
        running = {
            size: held.enter_context(
                servers.serving(servers.APP, timed=True, content=_written(folder, size))
            )
            for size in SIZES
        }
        for at in range(-1, ROUNDS[quick]):
            for size, server in running.items():
                used = statistics.fmean(asyncio.run(_read(server)))
                if at < 0:
                    first[size] = used
                else:
                    spent[size].append(used)
    return summary(spent, first)


def summary(spent: Spent, first: Mapping[int, float]) -> Part:
    """The sizes as a table, and whether a large brief is nearly as fast as a small one."""
    times = {size: tables.ratio(spent[size], spent[SIZES[0]]) for size in SIZES}
    rows = [
        [
            str(size),
            number(tables.median(spent[size]), 1),
            number(times[size], 2),
            number(first.get(size), 1),
        ]
        for size in SIZES
    ]
    got, where = tables.worst({f"{size} events": times[size] for size in SIZES[1:]})
    asked = f"{TIMES} × that with {SIZES[0]} events"
    heads = ("events", "Next, CPU ms", f"× {SIZES[0]} events", "figure drawn for the first time")
    return Part(
        [Table("Next with a brief that has grown", heads, rows)],
        [Goal("Next with many events", asked, TIMES, got, where)],
    )
