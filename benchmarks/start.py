"""A cold start: from the command to a server that answers, and to the first page that has run.

Rounds start the app and the bare pages in turn, each in a new process, with every file in the
system's cache already. CPU is the whole process's until the first page has run. Imports are counted
apart, as CPU milliseconds of new interpreters, since a start consists of little else.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from benchmarks import servers, tables
from benchmarks.servers import Server
from benchmarks.session import Session
from benchmarks.tables import Part, Table, number

SCRIPTS = {
    "bare page": servers.BARE,
    "bare page with a figure": servers.BARE_CHART,
    "app": servers.APP,
}
STAGES = ("answers ms", "first page ms", "CPU ms", "second tab ms", "memory MiB")
MODULES = ("streamlit.web.cli", "plotly.graph_objects", "pydantic", "yaml", "explainer.ui")
IMPORT = "import time; begun = time.process_time(); import {}; print(time.process_time() - begun)"


Found = defaultdict[tuple[str, str], list[float | None]]
"""All values of a server and a stage, or of a module and its import."""


def _start(script: Path) -> dict[str, float | None]:
    begun = time.perf_counter()

    def passed() -> float:
        return 1000 * (time.perf_counter() - begun)

    with servers.serving(script) as server:
        answers = passed()
        asyncio.run(_open(server))
        first, cpu = passed(), server.cpu()
        asyncio.run(_open(server))
        values = (answers, first, cpu, passed() - first, server.memory())
        return dict(zip(STAGES, values, strict=True))


async def _open(server: Server) -> None:
    async with Session(server.address) as tab:
        await tab.turn("")


def _import(module: str) -> float:
    command = [sys.executable, "-c", IMPORT.format(module)]
    done = subprocess.run(command, cwd=servers.ROOT, check=True, capture_output=True, text=True)
    return 1000 * float(done.stdout)


def measure(addresses: Mapping[str, str], *, quick: bool) -> Part:
    """Start everything several times; the page that is opened is the one at the root."""
    found: Found = defaultdict(list)
    for at in range(-1, 2 if quick else 7):
        for name, script in SCRIPTS.items():
            for stage, value in _start(script).items():
                if at >= 0:  # before that, the disk is not in the system's cache
                    found[name, stage].append(value)
        for module in MODULES if at >= 0 else ():
            found[module, "import"].append(_import(module))
    return summary(found)


def summary(found: Found) -> Part:
    """The starts as tables, medians of all rounds."""

    def cells(name: str, *stages: str) -> list[str]:
        return [number(tables.median(found[name, stage])) for stage in stages]

    rows = []
    for name in SCRIPTS:
        times = tables.ratio(found[name, "first page ms"], found["bare page", "first page ms"])
        rows.append([name, *cells(name, *STAGES), number(times, 2)])
    imports = [[f"`{name}`", *cells(name, "import")] for name in MODULES]
    return Part(
        [
            Table("Cold start", ("server", *STAGES, "first page × bare"), rows),
            Table("Imports", ("module, in a new interpreter", "CPU ms"), imports),
        ]
    )
