"""The command line: ``python -m explainer`` with check, export, new, import, schema or guide."""

from __future__ import annotations

import argparse
import io
import os
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

from explainer.authoring import given_files, new, schemas
from explainer.checks import command, loader
from explainer.checks.messages import ContentError, Problem
from explainer.content.explainer import Explainer
from explainer.takeaway import write_files


def main(arguments: list[str] | None = None) -> int:
    """Run one command: 0 is good, 1 a mistake in the content, or a file not used or written."""
    parser = argparse.ArgumentParser(prog="python -m explainer", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check every content file and say what to mend")
    check.add_argument("folder", nargs="?", type=Path, help="default: the folder in use")
    check.add_argument("file", nargs="?", type=Path, help="one file of it, to look at it alone")
    export = commands.add_parser(
        "export", help="write the offline copy, handouts, slides, figures, events and sources"
    )
    export.add_argument("out", type=Path, metavar="OUT", help="the folder to write to")
    export.add_argument("--content", type=Path, metavar="FOLDER", help="default: the one in use")
    begin = commands.add_parser("new", help="write a small example, or a draft of your own brief")
    begin.add_argument(
        "folder", type=Path, metavar="FOLDER", nargs="?", help="a folder that is not there yet"
    )
    begin.add_argument(
        "--brief",
        type=Path,
        metavar="FILE",
        help="your brief (.txt, .md, .docx or .html); without FOLDER, only number its sentences",
    )
    take = commands.add_parser("import", help="add events or sources from a file to a folder")
    take.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that holds content")
    take.add_argument(
        "file", type=Path, metavar="FILE", help="events: .csv, .xlsx; sources: .bib, .ris, .json"
    )
    describe = commands.add_parser(
        "schema", help="print what each content file may hold (JSON Schema)"
    )
    describe.add_argument(
        "folder", nargs="?", type=Path, help="write it beside the files of this one"
    )
    commands.add_parser("guide", help="print the authors' guide")
    asked = parser.parse_args(arguments)
    if asked.command == "new" and not asked.folder and not asked.brief:
        begin.error("name a folder, or a brief with --brief, or both")
    # A terminal that cannot print a letter gets a question mark, not a traceback.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        code = _run(asked)
        sys.stdout.flush()
    except OSError:
        # Nobody reads any more; what is left must not fail on the way out either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    return code


def _run(asked: argparse.Namespace) -> int:
    try:
        if asked.command == "export":
            return _export(asked.out, asked.content)
        if asked.command == "new":
            return _draft(asked.folder, asked.brief) if asked.brief else _new(asked.folder)
        if asked.command == "import":
            return _import(asked.folder, asked.file)
        if asked.command == "schema":
            return _schema(asked.folder)
        if asked.command == "guide":
            return _guide()
        return _check(asked.folder, asked.file.name if asked.file else "")
    except ContentError as error:
        _tell(error)
    except (write_files.CannotWrite, given_files.CannotRead) as error:
        print(error)
    return 1


def _tell(error: ContentError) -> None:
    """What is wrong, how much that is, what is still to be written, advice, and how far one is."""
    _list(error.problems)
    for line in filter(None, (error.rest, error.count)):
        print(line)
    for problem in error.outstanding:
        print(problem)
    _list(error.advice)
    if error.progress:
        print(error.progress)


def _list(problems: Iterable[Problem]) -> None:
    """Each problem on a line, with the line of the file under it."""
    for problem in problems:
        print(problem)
        if problem.excerpt:
            print(textwrap.indent(problem.excerpt, "  "))


def _check(folder: Path | None, file: str) -> int:
    found = loader.examine(folder, file)
    if not found.are_good:
        raise found.error()
    where = command.from_here(folder or loader.folder())
    advice = f"advice: {len(found.advice)}"
    if file:
        print(f"OK: {where / file}, {advice}")
    else:
        print(f"OK: {where} has {_counts(loader.load(folder))}, {advice}")
    _list(sorted(found.advice))
    if found.progress:
        print(found.progress)
    return 0


def _counts(explainer: Explainer) -> str:
    counts = (
        (len(explainer.events), "events"),
        (len(explainer.claims), "claims"),
        (len(explainer.sources), "sources"),
        (len(explainer.about.locators), "sentences of the brief covered"),
    )
    return ", ".join(f"{number} {noun}" for number, noun in counts)


def _export(out: Path, folder: Path | None) -> int:
    explainer = loader.load(folder)
    # Imported here: only this needs the template engine.
    from explainer.takeaway import export

    for name in export.write(explainer, out):
        print(out / name)
    return 0


def _new(folder: Path) -> int:
    new.write(folder)
    print(new.what_next(folder))
    return 0


def _draft(folder: Path | None, brief: Path) -> int:
    # Imported here: only this needs the readers of documents.
    from explainer.authoring import brief_file, draft

    text = brief_file.read(brief)
    if folder:
        new.write(folder, draft.files(text))
    print(draft.numbered(text))
    if folder:
        print(f"\n{draft.what_next(text, folder)}")
    return 0


def _import(folder: Path, file: Path) -> int:
    # Imported here: only this needs the readers of tables and references.
    from explainer.authoring import importing

    report = importing.run(folder, file)
    print(importing.words(report, folder))
    return 1 if report.told else 0


def _schema(folder: Path | None) -> int:
    if folder is None:
        print(schemas.text({name: schemas.schema(name) for name in loader.FILES.values()}))
        return 0
    if not folder.is_dir():
        raise write_files.CannotWrite(
            f"{folder}: there is no such folder; name one that holds content"
        )
    write_files.write(folder, schemas.files())
    for name in schemas.files():
        print(folder / name)
    return 0


def _guide() -> int:
    # Imported here: only the guide needs the template engine.
    from explainer.authoring import guide

    print(guide.text(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
