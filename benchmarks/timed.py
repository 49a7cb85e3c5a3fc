"""Streamlit's command line, which also prints the CPU time of each script run.

A line ``run 12.345`` gives the milliseconds of CPU that the script's thread used: callbacks, page
and what Streamlit does for each element. CPU and not wall time, because the machine is shared with
other programs; that thread and not the process, because the server is shared with other readers.
"""

from __future__ import annotations

import time
from typing import Any

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web.cli import main

MARK = "run "

# Streamlit has no public place to hear of the start and the end of a run on the run's own thread.
_run = ScriptRunner._run_script


def _timed_run(runner: ScriptRunner, *data: Any) -> None:
    begun = time.thread_time()
    try:
        _run(runner, *data)
    finally:
        print(f"{MARK}{1000 * (time.thread_time() - begun):.3f}", flush=True)


if __name__ == "__main__":
    ScriptRunner._run_script = _timed_run  # type: ignore[assignment, method-assign]
    main(prog_name="streamlit")
