"""A handout of two pages for each page that is argued or discussed, and one for the whole.

The front has the page's figure and the answer, the back claims and questions with room to write.
``two_pages`` says what of it fits; the template says where it stands, in the words of the reading
room.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from explainer.content.explainer import Explainer
from explainer.content.pages import Answer, ArgumentPage, OverviewPage, SeminarPage
from explainer.reading.words import Words, environment
from explainer.takeaway import stylesheet, two_pages
from explainer.takeaway.course import BEGAN
from explainer.takeaway.stylesheet import TEMPLATES
from explainer.takeaway.two_pages import Group, Matter
from explainer.takeaway.ways import PaperWays

FOLDER = "handouts/"


def handouts(explainer: Explainer) -> dict[str, str]:
    """Each handout by the path of its file, ``handouts/NAME.html``: HTML that asks for no other."""
    texts = {f"{FOLDER}{name}.html": _worded(explainer, name) for name in names(explainer)}
    # What is set in them decides which letters their typefaces need.
    faces = stylesheet.typefaces("".join(texts.values()))
    return {path: text.replace(stylesheet.TYPEFACES_HERE, faces, 1) for path, text in texts.items()}


def package(explainer: Explainer) -> bytes:
    """All handouts as one .zip file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in handouts(explainer).items():
            name = zipfile.ZipInfo(path.removeprefix(FOLDER), BEGAN)
            archive.writestr(name, text, zipfile.ZIP_DEFLATED, 9)
    return held.getvalue()


def names(explainer: Explainer) -> tuple[str, ...]:
    """The pages that have a handout: those with a figure, and something to argue or to discuss."""

    def has_one(name: str) -> bool:
        found = matter(explainer, name)
        return name in explainer.figures_of(name) and bool(found.groups or found.questions)

    return tuple(filter(has_one, explainer.about.pages))


def _worded(explainer: Explainer, name: str) -> str:
    words = Words(explainer, PaperWays(explainer))
    return (
        environment(TEMPLATES)
        .get_template("two_pages.html")
        .render(
            **words.context(),
            sheet=two_pages.fitted(explainer, name, matter(explainer, name)),
            style=Markup(stylesheet.two_pages()),
        )
    )


def matter(explainer: Explainer, name: str) -> Matter:
    """What could stand on the handout of a page."""
    page, answers = explainer.page(name), explainer.overview.answers
    room = explainer.seminar.discussion if explainer.seminar else ()
    if isinstance(page, OverviewPage):
        return Matter(answers, tuple(_behind(explainer, answers)), room)
    if isinstance(page, SeminarPage):
        # No answer: the class is to vote before it reads one.
        forecasts = explainer.forecasts
        return Matter((), (("", forecasts),) if forecasts else (), room, is_scored=True)
    if isinstance(page, ArgumentPage):
        groups = tuple((section.title, section.claims) for section in page.sections)
        places = {place for _, claims in groups for claim in claims for place in claim.brief}
        about = tuple(one for one in answers if places.intersection(one.brief))
        asked = sorted(page.questions, key=lambda question: not question.before_figure)
        return Matter(about, groups, tuple(asked))
    return Matter()


def _behind(explainer: Explainer, answers: Sequence[Answer]) -> Iterator[Group]:
    """The claims that the answers sum up, by the pages on which they stand."""
    places = {place for answer in answers for place in answer.brief}
    behind = [claim for claim in explainer.claims if places.intersection(claim.brief)]
    for name in explainer.about.pages:
        claims = tuple(one for one in behind if explainer.page_of_claim[one.id] == name)
        if claims:
            yield explainer.page(name).menu, claims
