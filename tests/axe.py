"""What axe finds on an open page, by the rules of WCAG 2.2 A and AA."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

# Contrast takes axe most of its time and depends on how a text looks, not on what it says: of the
# texts that share colour, size, weight and background one is looked at. Figures count as one part
# each; no rule says anything about the hundreds of parts inside.
_RUN = """
async ([part, tags, colours]) => {
  const inside = {include: [part], exclude: ['.svg-container']};
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
  };
  const looks = new Map();
  for (const text of document.querySelectorAll(`${part} *, ${part}`)) {
    if (!text.checkVisibility() || text.closest('.svg-container, [inert]')) continue;
    if (![...text.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    const {color, fontSize, fontWeight, opacity} = getComputedStyle(text);
    const disabled = Boolean(text.closest(':disabled, label:has(:disabled)'));
    const look = [color, fontSize, fontWeight, opacity, ground(text), disabled].join();
    if (!looks.has(look)) looks.set(look, text);
  }
  const violations = async (where, rules) => (await axe.run(
    where, {...rules, resultTypes: ['violations'], preload: false})).violations;
  const found = [
    ...colours ? [] : await violations(inside, {
      runOnly: {type: 'tag', values: tags}, rules: {'color-contrast': {enabled: false}}}),
    ...await violations({include: [...looks.values()]}, {
      runOnly: {type: 'rule', values: ['color-contrast']}}),
  ];
  return found.flatMap(rule => rule.nodes.map(
    node => [rule.id, `${rule.help}: ${node.html.slice(0, 160)}`]));
}
"""


def faults(page: Page, part: str = "html", *, colours: bool = False) -> list[str]:
    """Each rule that is broken, with what breaks it, on the page or in a part of it.

    ``colours`` looks at nothing but colours: all that another theme changes. Of what is scrolled
    out of sight inside a part of the page, axe sees no colours.
    """
    # While a page is on its way, what is there is pale.
    page.locator("[data-stale=true]").first.wait_for(state="detached")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[list[str]] = page.evaluate(_RUN, [part, WCAG, colours])
    return [f"{rule}: {what}" for rule, what in found]
