"""The command: ``python -m benchmarks [PART] [--quick] [--write]``, a part being one of PARTS."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import cold, grown, machine, pages, readers, reruns, start, tables, turns
from explainer.checks import loader

README = Path(__file__).parent / "README.md"
PARTS = {
    "pages": pages.measure,
    "cold": cold.measure,
    "turns": turns.measure,
    "reruns": reruns.measure,
    "grown": grown.measure,
    "start": start.measure,
    "readers": readers.measure,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for and print it as Markdown; 1 if a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", nargs="?", default="all", choices=(*PARTS, "all"))
    parser.add_argument("--quick", action="store_true", help="few rounds, to try it out")
    parser.add_argument(
        "--write", action="store_true", help="put the results of all parts into README.md"
    )
    asked = parser.parse_args(arguments)
    if asked.write and asked.part != "all":
        parser.error("--write needs all parts, so that one run gave all results")
    names = loader.load(loader.FOLDER).about.pages
    addresses: dict[str, str] = {name: "" if name == "overview" else name for name in names}
    said = machine.described() + (" A quick run with few rounds." if asked.quick else "")
    found = []
    for name, measure in PARTS.items():
        if asked.part in (name, "all"):
            print(f"measuring {name} …", file=sys.stderr)
            found.append(measure(addresses, quick=asked.quick))
    results = f"{said}\n\n{tables.report(found)}"
    print(results)
    if asked.write:
        README.write_text(tables.replace_results(README.read_text("utf-8"), results), "utf-8")
    return int(any(goal.row()[-1] == "MISS" for part in found for goal in part.goals))


if __name__ == "__main__":
    # Ended from outside, it still ends its servers.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main())
