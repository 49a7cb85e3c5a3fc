"""What search engines ask for: which pages there are, and that all may be read."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape

from explainer.checks import loader
from explainer.checks.messages import ContentError
from explainer.reading.ways import FRONT
from explainer.server.files import Answer

DAY = "public, max-age=86400"


def _robots(home: str) -> Answer:
    text = f"User-agent: *\nAllow: /\n\nSitemap: {home}sitemap.xml\n"
    return Answer(text.encode(), "text/plain; charset=utf-8", DAY)


def _sitemap(home: str) -> Answer | None:
    try:
        pages = loader.load().about.pages
    except ContentError:
        return None
    places = "".join(
        f"<url><loc>{escape(home + ('' if name == FRONT else name))}</loc></url>" for name in pages
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>\n'
    )
    return Answer(text.encode(), "application/xml; charset=utf-8", DAY)


FILES: dict[str, Callable[[str], Answer | None]] = {
    "robots.txt": _robots,
    "sitemap.xml": _sitemap,
}
"""What makes each file, from the address of the app."""
