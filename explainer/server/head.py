"""What is said about a page to whoever shows a link to it: title, description, picture, data."""

from __future__ import annotations

import json

from markupsafe import Markup

from explainer.reading import markdown, view
from explainer.reading.seen import Seen
from explainer.reading.ways import FRONT
from explainer.server import preview
from explainer.server.ways import address


def said_of(seen: Seen, home: str) -> dict[str, object]:
    """Title, description, picture and citation of the page, for whoever shows a link to it."""
    about, step = seen.explainer.about, seen.page.steps[max(seen.at, 1) - 1]
    has_step = bool(seen.view.step)
    title = f"{seen.page.menu} · {about.title}"
    said = step.text if has_step else (seen.page.standfirst or seen.page.summary)
    description = " ".join(markdown.prose(said).striptags().split())
    kept = view.View(scope=seen.view.scope, step=seen.view.step if has_step else None)
    place = "" if seen.name == FRONT and not kept.address() else address(seen.name, kept)
    url = home + place.removeprefix("./") if home.startswith("http") else ""
    picture = preview.address(seen.name, max(seen.at, 1))
    return {
        "title": title,
        "heading": f"{step.title} · {seen.page.menu}" if has_step else seen.page.title,
        "site": about.title,
        "description": description[:300],
        "locale": about.language.replace("-", "_"),
        "url": url,
        "picture": home + picture if url else "",
        "alt": seen.explainer.figures[seen.figure].alt,
        "data": Markup(_linked_data(seen, title, description, url)),
    }


def _linked_data(seen: Seen, title: str, description: str, url: str) -> str:
    """The page as a learning resource (schema.org), as JSON that leads out of no element."""
    about = seen.explainer.about
    found = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": title,
        "description": description,
        "inLanguage": about.language,
        "author": [{"@type": "Organization", "name": name} for name in about.authors],
        "dateModified": about.checked.at.date().isoformat(),
        "isAccessibleForFree": True,
        "isBasedOn": {
            "@type": "Article",
            "name": about.brief.title,
            "author": {"@type": "Person", "name": about.brief.author},
            "publisher": {"@type": "Organization", "name": about.brief.publisher},
            "url": about.brief.url,
        },
        **({"url": url} if url else {}),
    }
    text = json.dumps(found, ensure_ascii=False)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
