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
([parts, drawings, rules]) => axe.run(
  {include: parts, exclude: [drawings]},
  {runOnly: rules, resultTypes: ['violations'], preload: false},
).then(found => found.violations.flatMap(rule => rule.nodes.map(
  node => [rule.id, `${rule.help}: ${node.html.slice(0, 160)}`])))
"""


def faults(
    page: Page, *parts: str, only: tuple[str, ...] = (), but: frozenset[str] = frozenset()
) -> list[str]:
    """Each rule that is broken, with what breaks it, on the page or in some parts of it.

    Figures count as one part each. ``only`` names the rules to look at, otherwise all of WCAG;
    ``but`` names rules to leave out. Of what is scrolled out of sight, axe sees no colours.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    rules = {"type": "rule", "values": only} if only else {"type": "tag", "values": WCAG}
    found: list[list[str]] = page.evaluate(_RUN, [parts or ["html"], DRAWINGS, rules])
    return [f"{rule}: {what}" for rule, what in found if rule not in but]
