"""What axe finds on an open page, by the rules of WCAG 2.2 A and AA."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
DRAWINGS = ".svg-container"
"""The inside of a figure: hundreds of parts that no rule of axe says anything about."""
CHANGING = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
"""The rules whose findings may differ between two themes or widths of the same elements."""

_RUN = """
([part, drawings, run]) => axe.run(
  {include: [part], exclude: [drawings]},
  {runOnly: run, resultTypes: ['violations']},
).then(found => found.violations.flatMap(rule => rule.nodes.map(
  node => [rule.id, `${rule.help}: ${node.html.slice(0, 160)}`])))
"""


def faults(
    page: Page, part: str = "html", *, only: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """Each rule that is broken in a part of the page, with what breaks it.

    Figures count as one part each. ``only`` names the rules to look at; without it all of WCAG.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    run = {"type": "rule", "values": only} if only else {"type": "tag", "values": WCAG}
    found: list[list[str]] = page.evaluate(_RUN, [part, DRAWINGS, run])
    return [(rule, what) for rule, what in found]
