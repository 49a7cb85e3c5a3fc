"""What the browser prints: drawn figures, ink on white, no controls, claims in one piece."""

from __future__ import annotations

import pytest
from browser import Theme, open_page
from playwright.sync_api import BrowserContext, Page

from explainer.checks import loader

pytestmark = pytest.mark.browser

PAGES = loader.load(loader.FOLDER).about.pages
UPRIGHT, TURNED = 703, 1032
"""The px that an A4 sheet has between margins of 12 mm."""

# What stands on paper beyond its right edge, what is no ink on white, and what could be pressed.
FAULTS = r"""
edge => {
  const seen = part => part.checkVisibility({visibilityProperty: true});
  const light = css => {
    const [r, g, b, a = 1] = css.match(/[\d.]+/g).map(Number);
    return a === 0 ? 1 : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };
  const page = document.querySelector('.st-key-page');
  const faults = [];
  for (const part of [document.documentElement, document.body, ...page.querySelectorAll('*')]) {
    if (seen(part) && light(getComputedStyle(part).backgroundColor) < 0.95
        && !part.closest('svg'))
      faults.push(`dark ground: ${part.tagName} ${part.className}`);
  }
  for (const part of page.querySelectorAll('p, li, h1, h2, h3, a, svg text')) {
    if (!part.textContent.trim() || !seen(part)) continue;
    const css = getComputedStyle(part);
    if (light(part.closest('svg') ? css.fill : css.color) > 0.5)
      faults.push(`pale words: ${part.textContent.trim().slice(0, 30)}`);
    if (part.getBoundingClientRect().right > edge + 1)
      faults.push(`off the sheet: ${part.textContent.trim().slice(0, 30)}`);
  }
  for (const part of page.querySelectorAll('button, input[type=text], summary'))
    if (seen(part) && !part.closest('[class*="st-key-open-"], [role=tablist], details'))
      faults.push(`to press: ${part.textContent.trim().slice(0, 30)}`);
  for (const claim of page.querySelectorAll('[class*="st-key-claim-"]'))
    if (getComputedStyle(claim).breakInside !== 'avoid')
      faults.push(`a claim that may be cut: ${claim.className}`);
  return [...new Set(faults)];
}
"""
DRAWN = """
() => [...document.querySelectorAll('.st-key-page .js-plotly-plot')]
  .map(figure => figure.checkVisibility()
    ? [...figure.querySelectorAll('svg text')].filter(text => text.textContent.trim()).length : 0)
"""


def put_on_paper(page: Page, width: int) -> None:
    """Lay the page out as it is printed on a sheet of this width."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": width, "height": 1000})
    # What the page would do about another screen it would have done by then.
    page.wait_for_timeout(500)


@pytest.mark.parametrize(
    ("name", "window", "sheet", "theme"),
    [
        *((name, 1280, UPRIGHT, "dark") for name in PAGES),
        *((name, 390, TURNED, "light") for name in ("reasons", "seminar")),
    ],
    ids=[*PAGES, "reasons from a phone", "seminar from a phone"],
)
def test_paper_shows_drawn_figures_and_nothing_to_press(
    name: str, window: int, sheet: int, theme: Theme, server: str, context: BrowserContext
) -> None:
    page, _ = open_page(
        context, f"{server}/{'' if name == 'overview' else name}", width=window, theme=theme
    )
    before = page.evaluate(DRAWN)
    put_on_paper(page, sheet)
    assert page.evaluate(DRAWN) == before
    assert min(before) > 5
    assert page.evaluate(FAULTS, sheet) == []
