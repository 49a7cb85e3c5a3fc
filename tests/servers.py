"""Servers that a test may kill: the app on a port of its own, started again at will."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from urllib.error import URLError

import pytest

ROOT = Path(__file__).parent.parent
PATIENCE = 60
"""Seconds until a test gives up on a server; only a failing test waits so long."""
RUN = ("streamlit", "run", "app.py", "--server.headless=true")


def free_port() -> int:
    """A port that nothing listens on just now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def is_healthy(address: str) -> bool:
    """Whether the app answers at this address."""
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


class Server:
    """A process that listens on a port. As a context it runs until the context ends."""

    def __init__(self, command: Sequence[str], log: Path, port: int, **environment: str) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self._command, self._log, self._environment = command, log, environment
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until the app answers."""
        inherited = {key: value for key, value in os.environ.items() if key != "EXPLAINER_CONTENT"}
        with self._log.open("ab") as output:
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=inherited | self._environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + PATIENCE
        while not is_healthy(self.address):
            if self._process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"{self._command[0]} did not start:\n{self.said}")
            time.sleep(0.05)

    def kill(self) -> None:
        """End it at once, as a machine that fails does: nobody is told."""
        self._end(signal.SIGKILL)

    @property
    def said(self) -> str:
        """Everything that it wrote."""
        return self._log.read_text("utf-8", "replace")

    def _end(self, how: signal.Signals) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(how)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def __enter__(self) -> Server:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end(signal.SIGTERM)


def app(
    log: Path,
    content: Path,
    command: Sequence[str] = RUN,
    *,
    port: int | None = None,
    **environment: str,
) -> Server:
    """The app with this content, on a free port or on this one, run by ``streamlit run …``."""
    port = port or free_port()
    return Server(
        [sys.executable, "-m", *command, "--server.address=127.0.0.1", f"--server.port={port}"],
        log,
        port,
        EXPLAINER_CONTENT=str(content),
        **environment,
    )
