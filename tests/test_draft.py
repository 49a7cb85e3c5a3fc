"""From the text of a brief to a first draft: numbered, marked, without the words of the brief."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import docx
import pytest
from folders import change, fresh, spoilt
from pydantic import BaseModel

from explainer.__main__ import main
from explainer.authoring import brief_file, draft, new, skeleton
from explainer.authoring.brief_text import BriefText, Section
from explainer.checks import loader, located_yaml, marks
from explainer.checks.marks import MARK
from explainer.checks.messages import ContentError
from explainer.content.explainer import CLAIM_PAGES, Explainer

TITLE = "Northland comes to the bridge"
PARTS = [
    ("", ["Nora Field came to Eastport. She met Dr. Stone of the U.S. office."]),
    (
        "What are the main reasons behind her visit to the bridge?",
        ["Trade seems to matter most. It fell by 3.5 percent.", "“Water too,” said Emil Stone."],
    ),
    ("Implications", ["Perhaps an agreement follows. What then? Nobody can tell today."]),
]
OUTLINE = [("intro", [2]), ("what-are-the-main-reasons", [2, 1]), ("implications", [3])]
SENTENCES = 8


def as_text(path: Path) -> Path:
    blocks = [TITLE]
    for heading, paragraphs in PARTS:
        blocks += [*([heading] if heading else []), *paragraphs]
    path = path.with_suffix(".txt")
    path.write_text("\n\n".join(blocks), "utf-8")
    return path


def as_markdown(path: Path) -> Path:
    blocks = [f"# {TITLE}"]
    for heading, paragraphs in PARTS:
        blocks += [*([f"## {heading}"] if heading else []), *paragraphs]
    blocks[2] = blocks[2].replace("main", "*main*")
    path = path.with_suffix(".md")
    front = "---\nauthor: Alex Example\ndate: 14 June 2024\nlang: en_GB\n---\n"
    text = "\n\n".join(blocks).replace("percent.", "[percent](https://example.org).[^1]")
    note = (
        "\n\n[^1]: This is a note. It has two sentences.\n\n| a | b |\n|---|---|\n| One. | Two. |\n"
    )
    path.write_text(front + text + note, "utf-8")
    return path


def as_docx(path: Path) -> Path:
    document = docx.Document()
    said = document.core_properties
    said.title, said.author, said.language = "Draft 3", "Alex Example", "en-GB"
    document.add_paragraph(TITLE, style="Title")
    for heading, paragraphs in PARTS:
        if heading:
            document.add_heading(heading, 1)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
    raised = document.paragraphs[-1].add_run("12")
    raised.font.superscript = True
    document.add_table(1, 1).cell(0, 0).text = "One. Two."
    path = path.with_suffix(".docx")
    document.save(str(path))
    return path


def as_html(path: Path) -> Path:
    blocks = []
    for heading, paragraphs in PARTS:
        blocks += [f"<h2>{heading}</h2>"] if heading else []
        blocks += [f"<div><p>{one}<sup>[3]</sup></p></div>" for one in paragraphs]
    path = path.with_suffix(".html")
    path.write_text(
        '<!doctype html><html lang="en-GB"><head><title>Northland | Example Institute</title>'
        '<meta name="citation_author" content="Example, Alex">'
        '<meta property="article:published_time" content="2024-06-14T09:00:00+02:00">'
        '<meta property="og:site_name" content="Example Institute">'
        '<link rel="canonical" href="https://example.org/bridge">'
        "</head><body><nav><p>Home. About.</p></nav><main>"
        f"<h1>{TITLE}</h1>{''.join(blocks)}<table><tr><td>One.</td></tr></table>"
        "<script>Run. This.</script></main><footer><p>All rights.</p></footer></body></html>",
        "utf-8",
    )
    return path


FORMATS = {"text": as_text, "Markdown": as_markdown, "docx": as_docx, "html": as_html}
Format = Callable[[Path], Path]


def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the check says, without the lines of the files."""
    capsys.readouterr()
    main(["check", str(folder)])
    return [line for line in capsys.readouterr().out.splitlines() if "│" not in line]


# ------------------------------------------------------------------ what is read


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_the_same_text_has_the_same_outline_in_each_format(made: Format, tmp_path: Path) -> None:
    brief = brief_file.read(made(tmp_path / "brief"))
    assert brief.facts["title"] == TITLE
    assert [(one.id, list(map(len, one.paragraphs))) for one in brief.sections] == OUTLINE
    said = [sentence for section in brief.sections for _, sentence in section.numbered]
    assert said[1] == "She met Dr. Stone of the U.S. office."
    assert said[3] == "It fell by 3.5 percent."
    assert said[-1] == "Nobody can tell today."
    assert len(said) == SENTENCES


@pytest.mark.parametrize(
    ("made", "found"),
    [
        (as_text, {}),
        (as_markdown, {"author": "Alex Example", "date": "2024-06-14", "language": "en-GB"}),
        (as_docx, {"author": "Alex Example", "language": "en-GB"}),
        (
            as_html,
            {
                "author": "Example, Alex",
                "date": "2024-06-14",
                "language": "en-GB",
                "publisher": "Example Institute",
                "url": "https://example.org/bridge",
            },
        ),
    ],
    ids=FORMATS,
)
def test_what_the_file_says_of_itself_is_taken(
    made: Format, found: dict[str, str], tmp_path: Path
) -> None:
    assert brief_file.read(made(tmp_path / "brief")).facts == {"title": TITLE, **found}


@pytest.mark.parametrize(
    ("made", "left_out"),
    [(as_markdown, {"table": 1, "footnote": 1}), (as_docx, {"table": 1}), (as_html, {"table": 1})],
    ids=["Markdown", "docx", "html"],
)
def test_what_is_no_running_text_is_counted(
    made: Format, left_out: dict[str, int], tmp_path: Path
) -> None:
    brief = brief_file.read(made(tmp_path / "brief"))
    assert +brief.left_out == left_out
    assert "Not numbered" in draft.numbered(brief)


def read(tmp_path: Path, name: str, text: str | bytes) -> BriefText:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return brief_file.read(path)


def test_headings_in_another_script_have_ids_and_names_of_their_own(tmp_path: Path) -> None:
    brief = read(tmp_path, "brief.md", "# 标题\n\n## 主要原因\n\n一。二。\n\n## 主要原因\n\n三。\n")
    assert [section.id for section in brief.sections] == ["zhu-yao-yuan-yin", "zhu-yao-yuan-yin-2"]
    assert [section.name for section in brief.sections] == ["主要原因", "主要原因"]


def test_a_heading_without_letters_has_a_number_for_its_id(tmp_path: Path) -> None:
    brief = read(tmp_path, "brief.md", "# T\n\n## One\n\nA.\n\n## ***\n\nB.\n\n## …\n\nC.\n")
    assert [section.id for section in brief.sections] == ["one", "section-2", "section-3"]


def test_sections_that_share_the_highest_level_are_no_title(tmp_path: Path) -> None:
    brief = read(tmp_path, "brief.md", "# Why\n\nA. B.\n\n# What\n\nC.\n")
    assert "title" not in brief.facts
    assert [section.id for section in brief.sections] == ["why", "what"]


def test_changes_that_were_kept_in_a_document_are_read_as_accepted(tmp_path: Path) -> None:
    path = as_docx(tmp_path / "brief")
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    was = b"<w:r><w:t>Nora Field came to Eastport."
    document = parts["word/document.xml"]
    assert was in document
    parts["word/document.xml"] = document.replace(
        was,
        b"<w:del><w:r><w:delText>Gone. </w:delText></w:r></w:del>"
        b"<w:ins><w:r><w:t>It rained. </w:t></w:r></w:ins>" + was,
    )
    with zipfile.ZipFile(path, "w") as packed:
        for name, held in parts.items():
            packed.writestr(name, held)
    first = brief_file.read(path).sections[0].paragraphs[0]
    assert first[:2] == ("It rained.", "Nora Field came to Eastport.")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        pytest.param("Alex Example, Institute for Rivers. 14 June 2024", "2024-06-14", id="all"),
        pytest.param("June 14, 2024", "2024-06-14", id="a date alone"),
        pytest.param("By Alex Example", None, id="an author alone"),
        pytest.param(
            "Policy brief 7\n\nAlex Example\n\n2024-06-14", "2024-06-14", id="three lines"
        ),
    ],
)
def test_the_lines_under_a_title_are_no_sentences_but_may_date_the_brief(
    line: str, date: str | None, tmp_path: Path
) -> None:
    brief = read(tmp_path, "brief.md", f"# T\n\n{line}\n\nOne. Two.\n\n## Why\n\nThree.\n")
    assert brief.facts.get("date") == date
    assert [section.paragraphs for section in brief.sections] == [
        (("One.", "Two."),),
        (("Three.",),),
    ]
    assert brief.left_out["line under the title"] == 1 + line.count("\n\n")


@pytest.mark.parametrize(
    ("headings", "pages"),
    [
        pytest.param(
            ["Background", "Two reasons", "Three implications", "The limits", "Conclusion"],
            {
                "timeline": ["background"],
                "reasons": ["two-reasons"],
                "implications": ["three-implications"],
                "limits": ["the-limits", "conclusion"],
            },
            id="named as the pages are",
        ),
        pytest.param(
            ["One", "Two", "Three", "Four"],
            {
                "timeline": ["one"],
                "reasons": ["two"],
                "implications": ["three"],
                "limits": ["four"],
            },
            id="named otherwise",
        ),
    ],
)
def test_a_section_named_like_a_page_is_on_it(
    headings: list[str], pages: dict[str, list[str]], tmp_path: Path
) -> None:
    text = "".join(f"## {heading}\n\nIt is so.\n\n" for heading in headings)
    found = draft.on_pages(read(tmp_path, "brief.md", f"# T\n\n{text}").sections)
    assert {page: [one.id for one in held] for page, held in found.items()} == pages


def test_bold_lines_of_a_document_without_styles_are_headings(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("One. Two.")
    document.add_paragraph().add_run("Reasons").bold = True
    document.add_paragraph("Three.")
    document.save(str(tmp_path / "brief.docx"))
    brief = brief_file.read(tmp_path / "brief.docx")
    assert [section.id for section in brief.sections] == ["intro", "reasons"]


@pytest.mark.parametrize(
    ("name", "held", "words"),
    [
        ("brief.txt", b"", "the file is empty"),
        ("brief.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF", "not text in UTF-8"),
        ("brief.md", b"MZ\x00\x01\x02", "not a file of text"),
        ("brief.md", b"# Only a title\n", "no sentence was found"),
        ("brief.docx", b"", "the file is empty"),
        ("brief.docx", b"PK\x03\x04 cut off", "not a whole .docx file"),
        ("brief.docx", b"plain text", "not a whole .docx file"),
        ("brief.html", b"\x00\x01\x02", "not a web page"),
        ("brief.html", b"<!-- nothing -->", "not a web page|no sentence was found"),
        ("brief.pdf", b"%PDF-1.7", "cannot be read from a file whose name ends in “.pdf”"),
        ("brief", b"One. Two.", "whose name ends in “”"),
    ],
)
def test_what_is_no_brief_is_refused_with_a_remedy_and_nothing_is_written(
    name: str, held: bytes, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(held)
    assert main(["new", str(tmp_path / "my-brief"), "--brief", str(path)]) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert re.fullmatch(rf"{re.escape(str(path))}(:\d+)?: .*({words}).*; .+", said)
    assert not (tmp_path / "my-brief").exists()


def test_a_document_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    whole = as_docx(tmp_path / "brief").read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        path = tmp_path / "cut.docx"
        path.write_bytes(whole[: int(len(whole) * share)])
        assert main(["new", str(tmp_path / "my-brief"), "--brief", str(path)]) == 1
    assert not (tmp_path / "my-brief").exists()


def test_a_document_without_its_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("notes.txt", "One. Two.")
    assert main(["new", str(tmp_path / "my-brief"), "--brief", str(path)]) == 1


@pytest.mark.parametrize("missing", ["nowhere.docx", "."])
def test_a_brief_that_is_not_there_is_named(
    missing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / missing
    assert main(["new", str(tmp_path / "my-brief"), "--brief", str(path)]) == 1
    assert capsys.readouterr().out.startswith(f"{path}: ")


# ------------------------------------------------------------------ what is written


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_nothing_is_wrong_with_a_draft_but_what_is_still_to_be_written(
    made: Format, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my brief"
    assert main(["new", str(folder), "--brief", str(made(tmp_path / "brief"))]) == 0
    with pytest.raises(ContentError) as failed:
        loader.load(folder)
    assert not failed.value.problems
    for problem in failed.value.outstanding:
        assert problem.wrong.startswith("still to be written: ")
    first, *_, last = check(folder, capsys)
    assert first == "no mistake in what is written"
    assert last.startswith("Sentences covered: 0 of 8. Files done: 4 of 16. Next: explainer.yaml")


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_no_sentence_of_the_brief_is_in_the_folder(made: Format, tmp_path: Path) -> None:
    path = made(tmp_path / "brief")
    folder = tmp_path / "my-brief"
    assert main(["new", str(folder), "--brief", str(path)]) == 0
    written = "\n".join(
        file.read_text("utf-8") for file in tmp_path.rglob("*") if file.suffix in (".yaml", ".json")
    )
    assert set(tmp_path.iterdir()) == {path, folder}
    for section in brief_file.read(path).sections:
        for _, sentence in section.numbered:
            assert sentence not in written
            for part in re.findall(r"\w+ \w+ \w+", sentence):
                assert part not in written
    assert PARTS[1][0] not in written


def test_each_sentence_has_a_claim_on_the_page_of_its_section(tmp_path: Path) -> None:
    folder = tmp_path / "my-brief"
    main(["new", str(folder), "--brief", str(as_text(tmp_path / "brief"))])
    found = {}
    for page in CLAIM_PAGES:
        data: Any = located_yaml.read((folder / f"{page}.yaml").read_bytes()).data
        found[page] = [claim for section in data["sections"] for claim in section["claims"]]
    assert [claim["brief"] for claim in found["reasons"]] == [
        ["what-are-the-main-reasons/1.1"],
        ["what-are-the-main-reasons/1.2"],
        ["what-are-the-main-reasons/2.1"],
    ]
    assert [claim["id"] for claim in found["timeline"]] == ["intro-1-1", "intro-1-2"]
    assert [claim["id"] for claim in found["implications"]][-1] == "implications-1-3"
    assert {claim["text"] for claims in found.values() for claim in claims} == {MARK}
    assert [claim["id"] for claim in found["limits"]] == [MARK]


def test_many_sections_are_spread_over_the_pages_in_order() -> None:
    for many in range(1, 12):
        sections = tuple(Section(f"part-{number}", "Part", (("One.",),)) for number in range(many))
        placed = draft.on_pages(sections)
        assert [one for page in CLAIM_PAGES for one in placed[page]] == list(sections)
        assert sum(map(bool, placed.values())) == min(many, len(CLAIM_PAGES))


def test_the_sentences_are_said_on_the_screen_with_their_locators(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = as_docx(tmp_path / "brief")
    assert main(["new", str(tmp_path / "my-brief"), "--brief", str(path)]) == 0
    said = capsys.readouterr().out
    assert "  what-are-the-main-reasons/2.1  “Water too,” said Emil Stone.\n" in said
    assert said.startswith(f"{path}: {SENTENCES} sentences, numbered\n")
    assert f"language: en-GB. Correct it in {tmp_path / 'my-brief' / 'explainer.yaml'}" in said


def test_without_a_folder_the_sentences_are_only_numbered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = as_text(tmp_path / "brief")
    assert main(["new", "--brief", str(path)]) == 0
    assert "  intro/1.1  Nora Field came to Eastport.\n" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [path]


def test_neither_a_folder_nor_a_brief_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["new"])
    assert ended.value.code == 2
    assert "name a folder, or a brief with --brief" in capsys.readouterr().err


def test_a_draft_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "events.yaml").write_text("mine")
    path = as_text(tmp_path / "brief")
    assert main(["new", str(tmp_path / "mine"), "--brief", str(path)]) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert "there is something here already" in said
    assert (tmp_path / "mine" / "events.yaml").read_text() == "mine"


def test_words_in_english_are_given_only_to_a_brief_in_english(tmp_path: Path) -> None:
    english = draft.files(read(tmp_path, "brief.md", "---\nlang: en\n---\nOne. Two.\n"))
    french = draft.files(read(tmp_path, "brief.md", "---\nlang: fr\n---\nUn. Deux.\n"))
    assert b"menu: Reasons" in english["reasons.yaml"]
    assert b"menu: TO WRITE" in french["reasons.yaml"]
    assert b"language: fr" in french["explainer.yaml"]
    assert b"Stated as fact" not in french["explainer.yaml"]


# ------------------------------------------------------------------ the mark


def test_the_check_says_how_much_is_to_be_written_and_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = fresh(tmp_path)
    path = folder / "glossary.yaml"
    lines = path.read_text("utf-8").splitlines()
    held = [at for at, line in enumerate(lines) if line.startswith(("  term: ", "  definition: "))]
    first, second = held[0], held[2]
    for at in (first, second):
        lines[at] = f"{lines[at].partition(':')[0]}: TO WRITE"
    path.write_text("\n".join(lines), "utf-8")
    said = check(folder, capsys)
    column = lines[first].index(MARK) + 1
    assert said == [
        "no mistake in what is written",
        f"glossary.yaml:{first + 1}:{column}: still to be written: 2 places, "
        f"lines {first + 1}, {second + 1}; put your own words in place of each TO WRITE",
        "Sentences covered: 9 of 9. Files done: 15 of 16. Next: glossary.yaml, which is still to "
        "be written.",
    ]


@pytest.mark.parametrize(
    ("file", "was", "is_now"),
    [
        ("reasons.yaml", "kind: judgement", "kind: TO WRITE"),
        ("events.yaml", "scope: brief", "scope: TO WRITE"),
        ("sources.yaml", "grade: B", "grade: TO WRITE"),
        ("explainer.yaml", "\nsubtitle: ", "\nsubtitle: TO WRITE "),
        ("timeline.yaml", "start: ", "start: TO WRITE # "),
    ],
)
def test_nothing_with_the_mark_can_be_published(
    file: str, was: str, is_now: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = spoilt(tmp_path, file, was, is_now)
    assert main(["check", str(folder)]) == 1
    assert main(["export", str(tmp_path / "out"), "--content", str(folder)]) == 1
    assert "still to be written: 1 place, line" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_a_mistake_beside_a_mark_is_told_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = spoilt(tmp_path, "reasons.yaml", "kind: judgement", "kind: judgment")
    change(folder, "reasons.yaml", "verdict: ", "verdict: TO WRITE # ")
    mistake, count, mark, progress = check(folder, capsys)
    assert "did you mean judgement?" in mistake
    assert count == "1 mistake"
    assert "still to be written: 1 place, line" in mark
    assert progress.endswith("Next: correct the mistakes above, then reasons.yaml.")


def test_a_sentence_is_covered_when_its_claim_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my-brief"
    main(["new", str(folder), "--brief", str(as_text(tmp_path / "brief"))])
    for _ in range(3):
        change(folder, "implications.yaml", "        text: TO WRITE", "        text: Mine")
    assert "covered: 0 of 8" in check(folder, capsys)[-1]
    change(folder, "implications.yaml", "        kind: TO WRITE", "        kind: forecast")
    change(folder, "implications.yaml", "        verdict: TO WRITE", "        verdict: disputes")
    assert "covered: 1 of 8" in check(folder, capsys)[-1]


def test_a_mark_in_a_text_hides_no_other_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = spoilt(tmp_path, "explainer.yaml", "\nsubtitle: ", "\nsubtitle: TO WRITE ")
    change(folder, "events.yaml", "scope: after", "scope: context")
    assert any("is later than the brief but its scope" in line for line in check(folder, capsys))


def test_what_a_file_says_of_itself_is_taken_only_if_a_brief_may_say_so(tmp_path: Path) -> None:
    brief = read(
        tmp_path,
        "brief.html",
        "<html lang='??'><head><meta name='date' content='soon'><meta property='og:url' "
        "content='/bridge'><title>A [b](javascript:c)</title></head><body>"
        "<h2>[d](javascript:e)</h2><p>One.</p></body></html>",
    )
    new.write(tmp_path / "my-brief", draft.files(brief))
    with pytest.raises(ContentError) as failed:
        loader.load(tmp_path / "my-brief")
    assert failed.value.number == 0


def test_words_that_only_resemble_the_mark_are_none() -> None:
    assert marks.is_marked("TO WRITE")
    assert marks.is_marked("More TO WRITE here")
    assert not marks.is_marked("what to write")
    assert not marks.is_marked("TO WRITERS")


def test_runs_of_lines_are_told_as_runs() -> None:
    assert marks.words([3, 4, 5, 9, 9])[0] == "still to be written: 5 places, lines 3–5, 9"
    assert marks.words([7])[0] == "still to be written: 1 place, line 7"
    assert marks.words(range(1, 60, 2))[0].endswith("21, 23 and 18 more")


# ------------------------------------------------------------------ a skeleton of every file


def needed(hint: Any) -> Iterator[type[BaseModel]]:
    """Every model that a file cannot do without."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
        for info in hint.model_fields.values():
            if info.is_required():
                yield from needed(info.annotation)
    for part in get_args(hint):
        yield from needed(part)


@pytest.mark.parametrize(("part", "name"), loader.FILES.items())
def test_an_unwritten_file_explains_every_field_that_it_may_have(part: str, name: str) -> None:
    plain = re.sub(r"\s*\n\s*# ", " ", skeleton.text(name))
    found = list(needed(Explainer.model_fields[part].annotation))
    assert found
    for model in found:
        for info in model.model_fields.values():
            assert str(info.description) in plain, (model, info)


def test_what_a_field_can_be_is_said_where_its_description_does_not() -> None:
    plain = re.sub(r"\s*\n\s*# ", " ", skeleton.text("actors.yaml"))
    assert "One of violet, blue, ochre, plum." in plain
    assert "One of reported" not in skeleton.text("reasons.yaml")
