"""The first draft of an explainer: a brief's outline, a claim for each sentence, the rest marked.

The brief's own text stays out of the folder: it is somebody else's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from explainer.authoring import new, skeleton
from explainer.authoring.add_items import is_usable
from explainer.authoring.brief_text import BriefText, Section
from explainer.checks import command, located_yaml
from explainer.checks.loader import FILES
from explainer.checks.marks import MARK
from explainer.content.about import About, Brief, OutlineSection
from explainer.content.explainer import CLAIM_PAGES
from explainer.language.counting import counted

KEPT = {
    "explainer.yaml": ("pages", "kinds", "scopes", "attributions"),
    "relations.yaml": ("states",),
    "sources_page.yaml": ("menu", "method", "grades"),
    **{f"{page}.yaml": ("menu",) for page in ("overview", *CLAIM_PAGES, "seminar")},
}
"""What of the starter fits most briefs, as far as its language goes."""
ANY_LANGUAGE = ("pages",)


def files(brief: BriefText) -> dict[str, bytes]:
    """Every content file of the draft, by its name."""
    return {name: skeleton.text(name, _given(name, brief)).encode() for name in FILES.values()}


def _given(name: str, brief: BriefText) -> dict[str, Any]:
    """What of a file is known: from the starter, and from the brief."""
    started: Any = located_yaml.read((new.STARTER / name).read_bytes()).data
    english = brief.facts.get("language", "en").startswith("en")
    kept = [key for key in KEPT.get(name, ()) if english or key in ANY_LANGUAGE]
    given = {key: started[key] for key in kept}
    page = name.removesuffix(".yaml")
    if page in CLAIM_PAGES and (sections := on_pages(brief.sections)[page]):
        given["sections"] = [{"claims": _claims(section)} for section in sections]
    if name == FILES["about"]:
        given |= _about(brief)
    return given


def _about(brief: BriefText) -> dict[str, Any]:
    facts = {
        fact: said
        for fact, said in brief.facts.items()
        if is_usable(About if fact == "language" else Brief, fact, said)
    }
    language = {"language": facts.pop("language")} if "language" in facts else {}
    family, comma, names = facts.get("author", "").partition(", ")
    if comma and ", " not in names and ";" not in names:
        facts |= {"author": f"{names} {family}", "author_sorted": facts["author"]}
    outline = [
        {
            "id": section.id,
            "name": section.name if is_usable(OutlineSection, "name", section.name) else MARK,
            "sentences": list(map(len, section.paragraphs)),
        }
        for section in brief.sections
    ]
    return language | {"brief": facts, "outline": outline}


def _claims(section: Section) -> list[dict[str, Any]]:
    return [
        {"id": locator.replace("/", "-").replace(".", "-"), "brief": [locator]}
        for locator, _ in section.numbered
    ]


def on_pages(sections: tuple[Section, ...]) -> dict[str, list[Section]]:
    """The sections whose claims stand on each page.

    A section whose heading has the name of a page is on it, and those that follow it too. Where no
    heading has one, they are in order, and spread evenly if there are many. A claim may be moved
    to any other of these pages.
    """
    placed: dict[str, list[Section]] = {page: [] for page in CLAIM_PAGES}
    many = max(len(sections), len(CLAIM_PAGES))
    named = list(map(_page_named, sections))
    at = CLAIM_PAGES[0]
    for number, section in enumerate(sections):
        spread = CLAIM_PAGES[number * len(CLAIM_PAGES) // many]
        at = named[number] or at
        placed[at if any(named) else spread].append(section)
    return placed


def _page_named(section: Section) -> str | None:
    """The page whose name is in the heading of a section, in the plural or not."""
    words = section.name.casefold()
    return next((page for page in CLAIM_PAGES if page.removesuffix("s") in words), None)


def numbered(brief: BriefText) -> str:
    """The brief's sentences with their locators, and what was left out, to be read by the author.

    For the screen alone.
    """
    lines = [f"{brief.path}: {counted(brief.many, 'sentence')}, numbered"]
    for section in brief.sections:
        lines += ["", f"{section.id} ({section.name})"]
        lines += [f"  {locator}  {sentence}" for locator, sentence in section.numbered]
    missing = [counted(many, thing) for thing, many in sorted(brief.left_out.items()) if many]
    if missing:
        lines += ["", f"Not numbered, because it is no running text: {', '.join(missing)}."]
    return "\n".join(lines)


def what_next(brief: BriefText, folder: Path) -> str:
    """What the draft holds, what of it to look at, and what to do with it."""
    lines = []
    if brief.facts:
        said = "; ".join(f"{name}: {value}" for name, value in brief.facts.items())
        about = folder / FILES["about"]
        lines += [f"The file says of itself: {said}. Correct it in {about}.", ""]
    for page, sections in on_pages(brief.sections).items():
        names = ", ".join(section.id for section in sections)
        lines.append(f"{folder / page}.yaml: {f'claims of {names}' if names else 'no claim yet'}")
    lines += ["Move a claim to another of these pages as you like.", ""]
    name = str(folder)
    return "\n".join(
        [
            *lines,
            f"{folder} holds the outline and a claim for each sentence; what is to be written",
            f"is marked {MARK}. Add the events and sources that you have, and see what is left:",
            "",
            f"  {command.line('-m', 'explainer', 'import', name, 'EVENTS.xlsx')}",
            f"  {command.line('-m', 'explainer', 'import', name, 'SOURCES.bib')}",
            f"  {command.check(folder)}",
            "",
            "docs/authors.md says what each file is for and in which order to write them.",
        ]
    )
