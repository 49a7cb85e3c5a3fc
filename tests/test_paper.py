"""What the browser prints: drawn figures, ink on white, no controls, claims in one piece."""

from __future__ import annotations

import pytest
from browser import Theme, address_of, show_as, visit
from folders import BRIEF
from playwright.sync_api import BrowserContext, Page, expect

from explainer.checks import loader

pytestmark = pytest.mark.browser

PAGES = loader.load(BRIEF).about.pages
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
  // The lines that open events are read as words; a heading names what stays folded.
  for (const part of page.querySelectorAll('nav, button, input[type=text], summary'))
    if (seen(part) && !part.matches('.lines > li > *, .where > *')
        && !part.querySelector('h3, .stem'))
      faults.push(`to press: ${part.textContent.trim().slice(0, 30)}`);
  const whole = '.claim, .score, .question, .panel, .cards li, .readings > li';
  for (const part of page.querySelectorAll(whole))
    if (seen(part) && getComputedStyle(part).breakInside !== 'avoid')
      faults.push(`what may be cut: ${part.className || part.textContent.trim().slice(0, 30)}`);
  for (const claim of page.querySelectorAll('.claim'))
    if (!seen(claim)) faults.push(`a claim that is folded away: ${claim.id}`);
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
    ("window", "sheet", "theme", "names"),
    [(1280, UPRIGHT, "dark", PAGES), (390, TURNED, "light", ("reasons", "seminar"))],
    ids=["from a laptop", "from a phone"],
)
def test_paper_shows_drawn_figures_whole_claims_and_nothing_to_press(
    window: int,
    sheet: int,
    theme: Theme,
    names: tuple[str, ...],
    server: str,
    context: BrowserContext,
) -> None:
    """With an event open that a mark opened, or a line of the list."""
    page, faults = context.new_page(), {}
    for name in names:
        page.emulate_media(media="screen", color_scheme=theme, reduced_motion="reduce")
        page.set_viewport_size({"width": window, "height": 900})
        visit(page, address_of(server, name, "event=vote-1953"))
        show_as(page)
        if name == "limits":
            page.locator(".st-key-events button[aria-expanded]").first.click()
            expect(page.locator(".st-key-event")).to_be_visible()
            expect(page.locator(".st-key-event")).to_have_count(1)
            show_as(page)
        before = page.evaluate(DRAWN)
        assert min(before) > 5, name
        put_on_paper(page, sheet)
        assert page.evaluate(DRAWN) == before, name
        faults[name] = page.evaluate(FAULTS, sheet)
    said = [f"{name}: {fault}" for name, found in faults.items() for fault in found]
    assert not said, "\n".join(said)
