"""The offline copy of the shipped brief in a browser: no label is cut or lies on another."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import CONTENT
from offline import crowded, opening
from playwright.sync_api import Browser, expect

from explainer.checks import loader
from explainer.takeaway import handout


@pytest.mark.browser
def test_labels_of_every_figure_on_a_phone_a_laptop_and_paper(
    browser: Browser, tmp_path: Path
) -> None:
    explainer = loader.load(CONTENT)
    file = tmp_path / "index.html"
    file.write_text(handout.page(explainer), "utf-8")
    with opening(browser, file) as opened:
        page = opened(390)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            expect(page.locator(".chart > svg:visible")).to_have_count(len(explainer.figures))
            assert crowded(page, ".chart") == []
            for path in page.locator(".path").all():
                for step in path.locator(".steps > li").all():
                    page.evaluate("id => { location.hash = id }", step.get_attribute("id"))
                    expect(step).to_be_visible()
                    assert crowded(page, f"#{path.get_attribute('data-page')} .picture") == []
        page.set_viewport_size({"width": 700, "height": 900})
        page.emulate_media(media="print")
        expect(page.locator(".chart > svg:visible")).to_have_count(len(explainer.figures))
        assert crowded(page, ".chart") == []


def test_the_whole_copy_is_less_than_a_megabyte() -> None:
    """With its figures and typefaces, so that a course site or a mail takes it."""
    assert len(handout.page(loader.load(CONTENT)).encode()) < 1_000_000
