"""Starts the app and the bare pages, each in a process of its own, and weighs the process.

The bare pages run with the app's configuration, so that only what is on the page differs. Its theme
is left out: a bare page has none.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from benchmarks.timed import MARK

HERE = Path(__file__).parent
ROOT = HERE.parent
APP, BARE, BARE_CHART = ROOT / "app.py", HERE / "bare.py", HERE / "bare_chart.py"
PATIENCE = 60.0
"""Seconds until a server or a page that does not answer is given up."""


@dataclass(frozen=True)
class Server:
    """A running server. What the system does not tell (outside Linux) is None."""

    address: str
    process: subprocess.Popen[str]

    def memory(self) -> float | None:
        """The memory that the process holds, in MiB (resident set)."""
        found = self._proc("status")
        size = next((line.split()[1] for line in found.splitlines() if "VmRSS" in line), None)
        return int(size) / 1024 if size else None

    def cpu(self) -> float | None:
        """The CPU time of the process so far in milliseconds, with all threads it ever had."""
        if sys.platform != "linux":
            return None
        try:
            # The number by which Linux knows the CPU clock of another process, as the C library's
            # clock_getcpuclockid makes it. /proc tells the same to the nearest 10 ms, which is as
            # much as a bare page takes.
            return 1000 * time.clock_gettime(~self.process.pid << 3 | 2)
        except OSError:
            return None

    def runs(self, number: int) -> float:
        """The CPU milliseconds of the next script runs together; only of a timed server."""
        assert self.process.stdout is not None
        spent = 0.0
        while number:
            line = self.process.stdout.readline()
            if not line:
                raise RuntimeError("the server has ended")
            if line.startswith(MARK):
                spent += float(line.removeprefix(MARK))
                number -= 1
        return spent

    def _proc(self, name: str) -> str:
        try:
            return Path("/proc", str(self.process.pid), name).read_text("utf-8")
        except OSError:
            return ""


@contextmanager
def serving(script: Path, *, timed: bool = False, content: Path | None = None) -> Iterator[Server]:
    """A server that answers, ended with the context. ``timed`` tells the CPU time of each run.

    ``content`` is the folder of another brief than the shipped one.
    """
    with ExitStack() as held, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        folder = ROOT if script == APP else held.enter_context(_bare_folder())
        command = [sys.executable, "-m", "benchmarks.timed" if timed else "streamlit", "run"]
        command += [str(script), "--server.headless=true", "--server.address=127.0.0.1"]
        command += [f"--server.port={port}", "--browser.gatherUsageStats=false"]
        command += ["--logger.level=error"]
        kept = {name: value for name, value in os.environ.items() if name != "EXPLAINER_CONTENT"}
        kept |= {"EXPLAINER_CONTENT": str(content)} if content else {}
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=kept | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE if timed else subprocess.DEVNULL,
            text=True,
        )
        held.callback(_end, process)
        address = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + PATIENCE
        while not _answers(address):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{script.name} did not start")
            time.sleep(0.01)
        yield Server(address, process)


@contextmanager
def _bare_folder() -> Iterator[str]:
    """A folder with the app's configuration, without its theme."""
    settings = (ROOT / ".streamlit" / "config.toml").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, ".streamlit", "config.toml")
        bare.parent.mkdir()
        bare.write_text(settings.partition("[theme]")[0], "utf-8")
        Path(folder, "content").mkdir()
        yield folder


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
