"""The command line: ``python -m explainer check [FOLDER]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from explainer import content
from explainer.problems import ContentError


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 means good, 1 means the content has mistakes."""
    parser = argparse.ArgumentParser(prog="python -m explainer", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check every content file and say what to mend")
    check.add_argument("folder", nargs="?", type=Path, help="default: the folder in use")
    return _check(parser.parse_args(arguments).folder)


def _check(folder: Path | None) -> int:
    try:
        explainer = content.load(folder)
    except ContentError as error:
        for problem in error.problems:
            print(problem)
        return 1
    counts = (
        (len(explainer.events), "events"),
        (len(explainer.claims), "claims"),
        (len(explainer.sources), "sources"),
        (len(explainer.about.locators), "sentences of the brief covered"),
    )
    print("OK: " + ", ".join(f"{number} {noun}" for number, noun in counts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
