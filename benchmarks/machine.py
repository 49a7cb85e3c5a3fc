"""The machine and the versions that a measurement holds for; no names of hosts or folders."""

from __future__ import annotations

import datetime
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from benchmarks.pages import CHROMIUM


def described() -> str:
    """Cores, memory, versions, the date, and how busy the machine already is."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    packages = ", ".join(f"{name} {version(name.lower())}" for name in ("Streamlit", "Plotly"))
    return (
        f"Measured on {datetime.date.today().isoformat()}: {cores} cores ({_processor()}), "
        f"{memory:.0f} GiB of memory, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {packages}, {_chromium()}. "
        f"Load of the machine before the run: {os.getloadavg()[0]:.1f}."
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if "model name" in line), "")


def _chromium() -> str:
    if CHROMIUM is None:
        return "Playwright's Chromium"
    said = subprocess.run([CHROMIUM, "--version"], capture_output=True, text=True, check=False)
    return " ".join(said.stdout.split()[:2]) or "Chromium"
