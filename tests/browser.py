"""What the browser tests do with a page: open it, wait until it is drawn, read its figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import (
    BrowserContext,
    Locator,
    Page,
    Request,
    WebSocket,
    WebSocketRoute,
    expect,
)

Theme = Literal["light", "dark"]

SCREENS: tuple[tuple[int, Theme], ...] = (
    (1280, "light"),
    (1920, "dark"),
    (768, "dark"),
    (390, "light"),
)
"""Every width once, and each theme on screens and on small ones: labels stand alike in both."""

READY = (
    # The page that is painted before the app has gone; until then everything is there twice.
    'body:not(:has(#painted)) [data-testid="stApp"][data-test-connection-state="CONNECTED"]'
    '[data-test-script-state="notRunning"]'
)
FIGURES = ".js-plotly-plot:visible"

# Every visible text of every visible figure, its box, and the part of the window that shows it:
# its sheet, cut by whatever around it hides what flows over.
_TEXTS = """
() => [...document.querySelectorAll('.js-plotly-plot')]
  .filter(figure => figure.checkVisibility())
  .flatMap(figure => {
    const chart = figure.closest('[class*="st-key-chart-"]');
    const name = (chart?.className ?? '').match(/st-key-chart-(\\S+)/)?.[1] ?? 'figure';
    let [left, top, right, bottom] = [-Infinity, -Infinity, Infinity, Infinity];
    for (let part = figure.querySelector('svg.main-svg'); part; part = part.parentElement) {
      const overflow = getComputedStyle(part).overflow;
      if (/auto|scroll/.test(overflow)) break;
      if (/hidden|clip/.test(overflow)) {
        const box = part.getBoundingClientRect();
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
      }
    }
    return [...figure.querySelectorAll('svg text')]
      .filter(text => text.textContent.trim() && text.checkVisibility({visibilityProperty: true}))
      .map(text => {
        const box = text.getBoundingClientRect();
        const lines = [...text.querySelectorAll('tspan.line')].map(line => line.textContent);
        return {
          figure: name,
          words: lines.length ? lines.join(' ') : text.textContent,
          fill: getComputedStyle(text).fill,
          left: box.left, top: box.top, right: box.right, bottom: box.bottom,
          frame: [left, top, right, bottom],
        };
      });
  })
"""

# True once every visible figure is as wide as its place and nothing in it moved since last asked.
_STILL = f"""
() => {{
  const figures = [...document.querySelectorAll('.js-plotly-plot')]
    .filter(figure => figure.checkVisibility());
  const fitting = figures.every(figure => {{
    const room = figure.closest('[data-testid="stPlotlyChart"]').offsetWidth;
    const sheet = figure.querySelector('svg.main-svg')?.getAttribute('width');
    return Math.abs(sheet - room) < 1.5;
  }});
  const now = JSON.stringify(({_TEXTS})());
  const same = now === window.seenBefore;
  window.seenBefore = now;
  return figures.length > 0 && fitting && now !== '[]' && same;
}}
"""

_NAME_MARKS = """
() => {
  for (const figure of document.querySelectorAll('.js-plotly-plot')) {
    figure.data.forEach((trace, number) => {
      const group = figure.calcdata?.[number]?.[0]?.node3?.node();
      group?.querySelectorAll('path.point').forEach((path, at) => {
        path.dataset.events = trace.customdata?.[path.__data__?.i ?? at]?.[0] ?? '';
      });
    });
  }
}
"""


AIR = 0.08
"""The part of a line's height, at least, that is above and below all letters of its typeface."""


@dataclass(frozen=True)
class ChartText:
    """One visible text of a figure: its words, its box in px, and the sheet it stands on."""

    figure: str
    words: str
    fill: str
    left: float
    top: float
    right: float
    bottom: float
    frame: tuple[float, float, float, float]
    """Left, top, right and bottom of what shows of the figure."""

    def overlaps(self, other: ChartText, slack: float = 1) -> bool:
        """Whether letters of both share more than ``slack`` px in both directions.

        A box is higher than its letters, by how much differs between versions of a browser.
        """
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        air = AIR * min(self.bottom - self.top, other.bottom - other.top)
        return across > slack and down - air > slack

    def is_clipped(self, slack: float = 1) -> bool:
        """Whether any side reaches more than ``slack`` px out of the sheet."""
        left, top, right, bottom = self.frame
        return (
            self.left < left - slack
            or self.top < top - slack
            or self.right > right + slack
            or self.bottom > bottom + slack
        )


class Requests:
    """Every address that a page asks for, web sockets included, and every script error."""

    def __init__(self, page: Page) -> None:
        """Listen from now on."""
        self.addresses: list[str] = []
        self.errors: list[str] = []

        def note(asked: Request | WebSocket) -> None:
            self.addresses.append(asked.url)

        page.on("request", note)
        page.on("websocket", note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def elsewhere(self, server: str) -> list[str]:
        """The addresses on any other host or port than the server's."""
        parts = (urlsplit(address) for address in self.addresses)
        return [
            part.geturl()
            for part in parts
            if part.scheme not in ("data", "blob") and part.netloc != urlsplit(server).netloc
        ]


class Wire:
    """What a page says to the server: counted, and kept back for as long as a test asks."""

    def __init__(self, page: Page) -> None:
        """Stand between the page and the server; before the page is opened."""
        self.sent = 0
        self._is_held = False
        self._kept: list[Callable[[], None]] = []
        page.route_web_socket("**/_stcore/stream", self._connect)

    def hold(self) -> None:
        """From now on the server hears nothing, and so answers nothing."""
        self._is_held = True

    def let_go(self) -> None:
        """The server hears everything that it has missed."""
        self._is_held = False
        for send in self._kept:
            send()
        self._kept.clear()

    def _connect(self, page: WebSocketRoute) -> None:
        server = page.connect_to_server()

        def carry(message: str | bytes) -> None:
            self.sent += 1
            if self._is_held:
                self._kept.append(lambda: server.send(message))
            else:
                server.send(message)

        page.on_message(carry)


def address_of(server: str, name: str, query: str = "") -> str:
    """The address of a page, as a reader gets it in a message."""
    path = "" if name == "overview" else name
    return f"{server}/{path}{'?' if query else ''}{query}"


def asked(page: Page) -> dict[str, str]:
    """The parameters of the address just now."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def expect_parameters(page: Page, **wanted: str) -> None:
    """Wait until the address has exactly these parameters."""
    for name, value in wanted.items():
        expect(page).to_have_url(re.compile(rf"[?&]{name}={re.escape(value)}(&|$)"))
    page.wait_for_function(
        "many => [...new URLSearchParams(location.search)].length === many", arg=len(wanted)
    )
    assert asked(page) == wanted


def open_page(
    context: BrowserContext,
    address: str,
    *,
    width: int = 1280,
    height: int = 900,
    theme: Theme = "light",
) -> tuple[Page, Requests]:
    """A new tab on an address, once its figure is drawn, and the log of what it asked for."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    requests = Requests(page)
    page.goto(address)
    wait_until_drawn(page)
    return page, requests


def visit(page: Page, address: str) -> None:
    """Another address in a tab that is open, once its figure is drawn."""
    page.goto(address)
    wait_until_drawn(page)


def wait_until_drawn(page: Page) -> None:
    """Wait until the script has ended and the texts of every visible figure stand still."""
    page.wait_for_selector(READY)
    page.locator(f"{FIGURES} svg text").first.wait_for()
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.wait_for_function(_STILL, polling=150)
    page.wait_for_selector(READY)


def show_as(
    page: Page, *, width: int | None = None, height: int = 900, theme: Theme | None = None
) -> None:
    """Resize the window or switch the theme of a page that is open, and wait for its figures."""
    if width:
        page.set_viewport_size({"width": width, "height": height})
    if theme:
        page.emulate_media(color_scheme=theme)
    wait_until_drawn(page)


def show_whole_figure(page: Page) -> None:
    """Leave the steps of a page that is open, unless that was done, and wait for its figures."""
    around = page.get_by_role("button", name="Look around")
    if around.count():
        around.click()
        page.locator(".st-key-whole").wait_for()
    wait_until_drawn(page)


def chart_texts(page: Page) -> list[ChartText]:
    """Every visible text of every visible figure."""
    found = page.evaluate(_TEXTS)
    return [ChartText(**text | {"frame": tuple(text["frame"])}) for text in found]


def shown(title: str) -> re.Pattern[str]:
    """A title as a page shows it: within an isolate, if it runs from right to left."""
    return re.compile(f"^[\u2066\u2067]?{re.escape(title)}\u2069?$")


def label_faults(texts: list[ChartText]) -> list[str]:
    """Each pair that overlaps and each text that is cut, in words."""
    found = [
        f"{text.figure}: “{text.words}” lies on “{other.words}”"
        for number, text in enumerate(texts)
        for other in texts[:number]
        if text.overlaps(other)
    ]
    for text in filter(ChartText.is_clipped, texts):
        left, top, right, bottom = text.frame
        free = (text.left - left, text.top - top, right - text.right, bottom - text.bottom)
        room = ", ".join(f"{px:.0f}" for px in free)
        found.append(
            f"{text.figure}: “{text.words}” is cut; px free left, top, right, bottom: {room}"
        )
    return found


def faults_on_screens(
    page: Page, screens: Iterable[tuple[int, Theme]] = SCREENS, *, figures: int
) -> list[str]:
    """What is wrong with an open page on each screen: its labels, how many figures, its width."""
    found = []
    for width, theme in screens:
        show_as(page, width=width, theme=theme)
        texts = chart_texts(page)
        said = label_faults(texts) + [f"scrolls sideways: {part}" for part in sideways(page)]
        if page.locator(FIGURES).count() != figures or len(texts) <= 3:
            said.append(f"has not its {figures} figures with their texts")
        found += [f"{width} px, {theme}: {mistake}" for mistake in said]
    return found


def mark(page: Page, event: str) -> Locator:
    """The marks that stand for an event in the visible figures."""
    page.evaluate(_NAME_MARKS)
    return page.locator(f'{FIGURES} path.point[data-events~="{event}"]')


def click_mark(page: Page, event: str) -> None:
    """Click the first mark of an event, as a reader with a mouse does."""
    found = mark(page, event).first
    found.scroll_into_view_if_needed()
    box = found.bounding_box()
    assert box is not None, f"the mark of {event} is not on screen"
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def sideways(page: Page) -> list[str]:
    """What is wider than the window: the document or the part of it that scrolls."""
    found: list[str] = page.evaluate(
        """() => [document.documentElement, ...document.querySelectorAll('[data-testid="stMain"]')]
          .filter(part => part.scrollWidth > part.clientWidth + 1)
          .map(part => `${part.tagName} ${part.scrollWidth} > ${part.clientWidth} px`)"""
    )
    return found
