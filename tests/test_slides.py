"""Slides, figures as files, and the package: native, whole, in order, equal for equal content."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from folders import BRIEF
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from explainer.checks import loader
from explainer.content.explainer import CLAIM_PAGES
from explainer.takeaway import course, plates, slide_master, slides
from explainer.takeaway.drawing import UNIT

EXPLAINER = loader.load(BRIEF)
STEPS = [(name, step) for name in EXPLAINER.about.pages for step in EXPLAINER.page(name).steps]
SMALLEST = 0.021
"""Least size of type as a part of the slide's height."""
STEERING = re.compile("[\u2066-\u2069]")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("slides") / "slides.pptx"
    path.write_bytes(slides.slides(EXPLAINER))
    return path


@pytest.fixture(scope="module")
def deck(file: Path) -> Any:
    return Presentation(str(file))


def figures(deck: Any) -> list[Any]:
    """The slides that show a figure, with the figure's group."""
    return [
        (slide, shape)
        for slide in deck.slides
        for shape in slide.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP
    ]


def every(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every(shape.shapes)


def test_every_step_has_its_slide_in_order_with_its_figure_and_its_words(deck: Any) -> None:
    found = figures(deck)
    assert len(found) == len(STEPS)
    for (slide, group), (_, step) in zip(found, STEPS, strict=True):
        assert slide.shapes.title.text.startswith(step.title)
        assert slide.shapes[0] == slide.shapes.title, "the title is read first"
        assert step.look[:30] in " ".join(
            shape.text_frame.text for shape in slide.shapes if shape.has_text_frame
        ).replace("*", "")
        alt = group._element.nvGrpSpPr.cNvPr.get("descr")
        assert alt in {one.alt for one in EXPLAINER.figures.values()}
        assert slide.notes_slide.notes_text_frame.text.strip()


def test_every_title_is_its_own(deck: Any) -> None:
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert len(set(titles)) == len(titles)


def test_nothing_is_a_picture_and_every_label_is_text_that_can_be_edited(deck: Any) -> None:
    for slide, group in figures(deck):
        kinds = {shape.shape_type for shape in every(slide.shapes)}
        assert MSO_SHAPE_TYPE.PICTURE not in kinds
        labels = [shape for shape in group.shapes if shape.shape_type == MSO_SHAPE_TYPE.TEXT_BOX]
        assert labels
        assert all(label.text_frame.text.strip() for label in labels)


def test_all_type_is_large_enough_for_the_back_row(deck: Any) -> None:
    least = deck.slide_height * SMALLEST / 12700
    for slide in deck.slides:
        for shape in every(slide.shapes):
            if not shape.has_text_frame:
                continue
            for paragraph in shape.text_frame.paragraphs:
                for run in paragraph.runs:
                    assert run.font.size is None or run.font.size.pt >= least - 0.5, run.text


def test_nothing_stands_outside_a_slide(deck: Any) -> None:
    """A line may touch the edge; the room of a label is a little larger than its words."""
    slack = 60 * UNIT
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= -slack, shape.name
            assert shape.top >= -slack, shape.name
            assert shape.left + shape.width <= deck.slide_width + slack, shape.name
            assert shape.top + shape.height <= deck.slide_height + slack, shape.name


def test_colours_and_typefaces_are_the_theme_s_so_that_another_template_takes_over(
    deck: Any, file: Path
) -> None:
    for _, group in figures(deck)[:6]:
        assert b"srgbClr" not in ElementTree.tostring(group._element)
    with zipfile.ZipFile(file) as parts:
        theme = parts.read("ppt/theme/theme1.xml").decode()
    assert all(f'typeface="{face}"' in theme for face in slide_master.FONTS.values())


def test_every_claim_stands_on_a_slide_with_its_kind_and_its_place(deck: Any) -> None:
    text = "\n".join(
        shape.text_frame.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    for claim in EXPLAINER.claims:
        assert slides._plain(claim.text) in text
        assert getattr(EXPLAINER.about.kinds, claim.kind.value).name in text


def test_an_answer_follows_its_question(deck: Any) -> None:
    texts = [
        "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        for slide in deck.slides
    ]
    for name in CLAIM_PAGES:
        for question in EXPLAINER.page(name).questions:  # type: ignore[attr-defined]
            stem, said = slides._plain(question.stem), slides._plain(question.options[0].feedback)
            (at,) = (at for at, text in enumerate(texts) if stem in text)
            assert said not in texts[at]
            assert said in texts[at + 1]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it(file: Path, tmp_path: Path) -> None:
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    assert (tmp_path / "slides.pdf").read_bytes().startswith(b"%PDF")


# ------------------------------------------------------------------ figures as files


def test_every_figure_and_every_step_is_a_file_of_its_own() -> None:
    found = plates.plates(EXPLAINER)
    assert {f"figures/{name}.svg" for name in EXPLAINER.figures} <= set(found)
    numbers = (range(1, len(EXPLAINER.page(page).steps) + 1) for page in EXPLAINER.about.pages)
    for page, steps in zip(EXPLAINER.about.pages, numbers, strict=True):
        assert {f"figures/{page}-step-{number}.svg" for number in steps} <= set(found)
    for name, text in found.items():
        root = ElementTree.fromstring(text)
        title, description = (
            root.find(f"{{http://www.w3.org/2000/svg}}{tag}") for tag in ("title", "desc")
        )
        assert title is not None, name
        assert title.text
        assert description is not None
        assert description.text
        said = STEERING.sub("", "".join(root.itertext()))
        assert EXPLAINER.about.brief.author_sorted in said
        assert EXPLAINER.about.reuse in said
        assert not re.search(r"var\(|url\(|href=|<script|light-dark", text), file


# ------------------------------------------------------------------ a course site's package


def test_the_package_has_a_manifest_that_leads_to_the_copy_and_is_equal_for_equal_content() -> None:
    body = course.package(EXPLAINER)
    assert body == course.package(EXPLAINER)
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        assert parts.namelist() == ["imsmanifest.xml", "index.html"]
        assert parts.testzip() is None
        root = ElementTree.fromstring(parts.read("imsmanifest.xml"))
        copy = parts.read("index.html").decode()
    ims = f"{{{course.IMS}}}"
    said = {one.tag.removeprefix(ims): one.text for one in root.iter()}
    assert (said["schema"], said["schemaversion"]) == ("ADL SCORM", "1.2")
    assert said["title"] == EXPLAINER.about.title
    (item,) = root.iter(f"{ims}item")
    (resource,) = root.iter(f"{ims}resource")
    assert item.get("identifierref") == resource.get("identifier")
    assert resource.get("href") == "index.html"
    assert not re.search("API|LMSInitialize|fetch|XMLHttp", copy.partition("<script>")[2])
