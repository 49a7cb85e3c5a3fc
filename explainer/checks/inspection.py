"""Every check of the files that could be read, in the order in which one rests on another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from operator import itemgetter
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from explainer.checks import (
    commas,
    consistency,
    counsel,
    drawings,
    example,
    left_out,
    marks,
    outstanding,
    periods,
    references,
)
from explainer.checks.findings import File, Findings
from explainer.checks.located_yaml import Path, Plain
from explainer.checks.messages import MOST_SHOWN, Effects, Words, path_of, said, words_of
from explainer.checks.place import Place
from explainer.content.explainer import FILES, Explainer

Files = Mapping[str, File]
"""The files that could be read, by the fields of Explainer."""


def inspect(files: Files, findings: Findings) -> Explainer | None:
    """The model of what was read, if it is sound; adds every mistake and what is outstanding."""
    data = data_of(files)
    unwritten = {path for part, held in data.items() for path in marks.paths(held, (part,))}
    found = [one for one in references.references(data) if one[0] not in unwritten]
    missing = references.missing(data, found)
    still = example.still(data)
    left = outstanding.leftovers(missing, found, still)
    lost = [one for one in missing if one[0] not in left.paths]
    twice = [one for one in references.repeated(data) if not marks.is_marked(one.name)]
    clashes = list(outstanding.clashes(twice, still))
    slips = [one for one in twice if not any(path in one.paths for path, _, _ in clashes)]
    between = list(references.between(data, found, lost, slips))
    spoilt = {str(path[0]) for path in left.paths}

    def add(path: Path, words: Words) -> None:
        spoilt.add(str(path[0]))
        findings.add(*_place(files, path), words, files[str(path[0])].lines)

    explainer = None
    try:
        explainer = Explainer.model_validate(data)
    except ValidationError as failed:
        unknown = {path for path, _, _ in missing}
        spoilt |= {str(one["loc"][0]) for one in failed.errors() if marks.is_marked(one["input"])}
        for path, words in _refusals(failed, files, unknown):
            add(path, words)
    for path, words in between:
        if _place(files, path) not in findings.taken:
            add(path, words)
    sound = files.keys() - spoilt
    known = explainer or _of_the(sound, data)
    without = left_out.absent(data) or frozenset()
    for needed, check in (*consistency.CHECKS, *periods.CHECKS, *drawings.CHECKS):
        if left_out.has_all(needed, sound, without):
            for path, wrong, remedy in check(known):
                if path not in unwritten:
                    add(path, said(wrong, remedy))
    findings.unsound.update(FILES[part] for part in spoilt)
    covered = outstanding.coverage(data, found, still, spoilt, unwritten)
    to_write = marks.findings(unwritten, lambda path: _place(files, path)[1].line)
    for path, wrong, remedy in (*left.findings(), *clashes, *to_write):
        findings.add_outstanding(*_place(files, path), said(wrong, remedy))
    if covered and not findings.only:
        for path, wrong, remedy in covered.findings():
            findings.add_outstanding(*_place(files, path), said(wrong, remedy))
    faulty = {part for part, name in FILES.items() if findings.number[name]}
    unfinished = {str(path[0]) for path, _, _ in left.old}
    if findings.only:
        return explainer
    marked = {str(path[0]) for path in unwritten}
    parts = [part for part in outstanding.ORDER if part not in without]
    findings.progress = outstanding.progress(covered, still, faulty, unfinished, marked, parts)
    return explainer


def advise(files: Files, findings: Findings) -> None:
    """Add what could be better in files without a mistake; ``inspect`` has to come first."""
    data = data_of(files)
    # Beside an author's own files the example's are only waiting to be replaced.
    still = example.still(data)
    if still == data.keys():
        still = set()
    sound = {part for part, file in files.items() if file.name not in findings.unsound} - still
    known = _of_the(sound, data)
    without = left_out.absent(data) or frozenset()
    for needed, piece in counsel.PIECES:
        if left_out.has_all(needed, sound, without):
            for path, better, remedy in piece(known, data):
                _add_advice(files, findings, path, better, remedy)
    ids = {path for path, _, _ in references.references(data)}
    for part in sound:
        for path, better, remedy in commas.cut(part, files[part].tree, ids):
            _add_advice(files, findings, path, better, remedy)


def _add_advice(files: Files, findings: Findings, path: Path, better: str, remedy: str) -> None:
    words = said(f"advice: {better}", remedy)
    findings.add_advice(*_place(files, path), words, files[str(path[0])].lines)


def data_of(files: Files) -> dict[str, Plain]:
    """The plain data of the files."""
    return {part: file.tree.data for part, file in files.items()}


def _place(files: Files, path: Path) -> tuple[str, Place]:
    file = files[str(path[0])]
    return file.name, file.tree.place(path[1:])


def _refusals(
    failed: ValidationError, files: Files, unknown: set[Path]
) -> Sequence[tuple[Path, Words]]:
    """What the models refuse, in the order of its places, without what only follows from it."""
    found = [error for error in failed.errors(include_url=False) if error["loc"][0] in files]
    strays = [error for error in found if error["type"] == "extra_forbidden"]
    effects = Effects(strays[: MOST_SHOWN * len(FILES)], Explainer)
    causes = [
        (_place(files, path_of(error)), error)
        for error in found
        if error not in effects
        and not _is_unknown_id(error, unknown)
        and not marks.is_marked(error["input"])
    ]
    return [
        (path_of(error), partial(words_of, error, Explainer))
        for _, error in sorted(causes, key=itemgetter(0))
    ]


def _is_unknown_id(error: ErrorDetails, unknown: set[Path]) -> bool:
    """Whether an error is only about the letters of an id that names nothing anyway."""
    return error["type"] == "string_pattern_mismatch" and path_of(error) in unknown


def _of_the(sound: Iterable[str], data: Mapping[str, Plain]) -> Explainer:
    """An incomplete explainer of the files in which nothing is wrong."""
    return Explainer.model_construct(
        **{part: _reader(part).validate_python(data[part]) for part in sound}
    )


@cache
def _reader(part: str) -> TypeAdapter[Any]:
    hint: Any = Explainer.model_fields[part].annotation
    return TypeAdapter(hint)
