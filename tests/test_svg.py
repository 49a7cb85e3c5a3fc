"""A figure as SVG is the same picture as Plotly's, and its marks may be links."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from html import unescape
from xml.etree import ElementTree

import pytest
import scenes
from folders import BRIEF
from PIL import Image, ImageChops
from playwright.sync_api import Browser
from plotly.offline import get_plotlyjs

from explainer.checks import loader
from explainer.figures import svg
from explainer.figures.canvas import FigureDict, Paper
from explainer.figures.forms import NARROW, POCKET, PRESENTER, STEP, WIDE, Form
from explainer.figures.palette import Role
from explainer.server.files import folder

EXPLAINER = loader.load(BRIEF)
FORMS = (STEP, POCKET, WIDE, NARROW, PRESENTER)
FAR = 80
"""Levels of 255 by which a pixel has to differ to count."""


def drawings(form: Form) -> Iterator[tuple[str, FigureDict]]:
    """Every figure at every step of its page, or as a whole."""
    for page in EXPLAINER.about.pages:
        steps = [(), *(step.events for step in EXPLAINER.page(page).steps)]
        for figure in EXPLAINER.figures_of(page):
            for number, focus in enumerate(steps if form.fixed else steps[:1]):
                drawn = scenes.draw(
                    EXPLAINER, figure, form, focus=frozenset(focus), step=number, selected=None
                )
                yield f"{figure} {number}", drawn


@pytest.mark.browser
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_it_is_the_same_picture_as_plotly_s(form: Form, browser: Browser) -> None:
    """Less than two pixels in a hundred differ: the edges of letters and marks, at most."""
    page = browser.new_page()
    (face,) = folder().glob("static/media/SourceSansVF-Upright*")
    data = base64.b64encode(face.read_bytes()).decode()
    page.set_content(
        f'<style>@font-face{{font-family:"Source Sans";font-weight:200 900;'
        f"src:url(data:font/woff2;base64,{data})}}"
        f':root{{color-scheme:light;{svg.properties()}}}body{{margin:0}}</style><div id="a"></div>'
    )
    page.add_script_tag(content=get_plotlyjs())
    page.evaluate("() => document.fonts.load('16px \"Source Sans\"')")
    found = {}
    for name, drawn in drawings(form):
        high, wide = int(drawn["layout"]["height"]), int(form.width)
        page.set_viewport_size({"width": wide, "height": high})
        pictures = []
        for draw, given in (
            ("d => Plotly.newPlot(a, d.data, d.layout, {displayModeBar: false})", drawn),
            ("s => { Plotly.purge(a); a.className = ''; a.innerHTML = s; }", svg.svg(drawn, "")),
        ):
            page.evaluate(draw, given)
            pictures.append(Image.open(io.BytesIO(page.screenshot())).convert("L"))
        far = sum(ImageChops.difference(*pictures).histogram()[FAR:])
        found[name] = far / (wide * high)
    page.close()
    assert len(found) > 7
    assert {name: part for name, part in found.items() if part > 0.02} == {}


def paper() -> FigureDict:
    sheet = Paper()
    sheet.text(0.5, 20, "Fish & <b>chips</b>\nbelow", 12, anchor="center", bold=True)
    sheet.mark(0.25, 40, "diamond", 12, Role.BLUE, event="one two", says='A "quoted" <mark>')
    sheet.line([(0, 5), (1, 5)], Role.INK, 2, "dash")
    sheet.area(0.1, 10, 0.3, 30, Role.PALE, edge=Role.OCHRE)
    sheet.wedge([(0, 0), (0.5, 50), (1, 0)])
    return sheet.figure(60)


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


NAME = "{http://www.w3.org/2000/svg}"


def lines_of(text: ElementTree.Element) -> list[str]:
    """Each line of a text: a part with a place of its own begins a new one."""
    lines = [text.text or ""]
    for part in text:
        if part.get("dy"):
            lines.append("".join(part.itertext()))
        else:
            lines[-1] += "".join(part.itertext()) + (part.tail or "")
    return lines


def test_text_is_text_whatever_it_holds_and_every_line_is_its_own() -> None:
    root = parsed(svg.svg(paper(), 'Alt "with" <signs>'))
    assert root.get("aria-label") == 'Alt "with" <signs>'
    assert root.get("role") == "img"
    (text,) = root.iter(f"{NAME}text")
    assert lines_of(text) == ["Fish & <b>chips</b>", "below"]
    assert text.get("text-anchor") == "middle"
    assert text[0].get("font-weight") == "bold"


def test_a_mark_is_a_link_that_says_what_it_is_where_links_are_asked_for() -> None:
    assert not list(parsed(svg.svg(paper(), "")).iter(f"{NAME}a"))
    root = parsed(svg.svg(paper(), "", link=lambda events: f"?event={events.split()[0]}&step=1"))
    (link,) = root.iter(f"{NAME}a")
    assert link.get("href") == "?event=one&step=1"
    assert link.get("aria-label") == 'A "quoted" <mark>'
    assert root.get("role") == "group", "links within a picture would not be found"


def test_with_a_width_all_is_in_px_and_in_colours_that_any_program_knows() -> None:
    text = str(svg.svg(paper(), "", width=400, colour=svg.in_light))
    assert "%" not in text
    assert "var(" not in text
    assert "translate(100.0,40)" in text
    assert re.search(r'<rect x="40.0" y="10" width="80.0"', text)
    assert "M0.0,0.0L200.0,50.0L400.0,0.0Z" in text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_figure_says_the_same_as_plotly_s(form: Form) -> None:
    """The words in the same order, and as many marks."""
    for name, drawn in drawings(form):
        root = parsed(svg.svg(drawn, "", link=lambda events: f"?event={events}"))
        texts = root.iter(f"{NAME}text")
        said = [" ".join(lines_of(text)) for text in texts]
        wanted = (text.replace("<br>", " ") for text in scenes.trace(drawn, "labels")["text"])
        assert said == [unescape(re.sub("<[^>]+>", "", text)) for text in wanted], name
        marked = [link.get("data-events") for link in root.iter(f"{NAME}a")]
        assert marked == [events for events in scenes.held(drawn) if events]
