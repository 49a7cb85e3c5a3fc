"""The command line: ``python -m explainer check [FOLDER]``, ``… export OUT`` and ``… schema``."""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path

from explainer import content
from explainer.problems import ContentError


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 means good, 1 means mistakes in the content or a file not written."""
    parser = argparse.ArgumentParser(prog="python -m explainer", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check every content file and say what to mend")
    check.add_argument("folder", nargs="?", type=Path, help="default: the folder in use")
    export = commands.add_parser("export", help="write the offline copy, events and sources")
    export.add_argument("out", type=Path, metavar="OUT", help="the folder to write to")
    export.add_argument("--content", type=Path, metavar="FOLDER", help="default: the one in use")
    commands.add_parser("schema", help="print the JSON Schemas of the content files")
    asked = parser.parse_args(arguments)
    # A terminal that cannot print a letter gets a question mark, not a traceback.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        if asked.command == "export":
            return _export(asked.out, asked.content)
        if asked.command == "schema":
            print(json.dumps(content.schemas(), indent=2, ensure_ascii=False))
            return 0
        return _check(asked.folder)
    except ContentError as error:
        for problem in error.problems:
            print(problem)
        return 1


def _check(folder: Path | None) -> int:
    explainer = content.load(folder)
    counts = (
        (len(explainer.events), "events"),
        (len(explainer.claims), "claims"),
        (len(explainer.sources), "sources"),
        (len(explainer.about.locators), "sentences of the brief covered"),
    )
    print("OK: " + ", ".join(f"{number} {noun}" for number, noun in counts))
    return 0


def _export(out: Path, folder: Path | None) -> int:
    explainer = content.load(folder)
    # Imported here: a check needs neither the template engine nor the chart library.
    from explainer import export

    try:
        names = export.write(explainer, out)
    except export.CannotWrite as error:
        print(error)
        return 1
    for name in names:
        print(out / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
