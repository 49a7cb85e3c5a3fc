"""The explainer as a presentation: a slide for each step, with its figure in native shapes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import Any

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Pt

from explainer import figures
from explainer.content import selection
from explainer.content.explainer import Explainer
from explainer.content.pages import ArgumentPage
from explainer.content.questions import Question
from explainer.content.steps import Step
from explainer.figures.forms import PRESENTER
from explainer.figures.palette import Role
from explainer.language.catalogue import say
from explainer.reading import markdown, wording
from explainer.reading.seen import Seen
from explainer.reading.view import View
from explainer.takeaway import citation
from explainer.takeaway.drawing import THEME, UNIT, draw
from explainer.takeaway.slide_master import (
    BODY,
    EDGE,
    TITLE_ONLY,
    TITLE_SLIDE,
    WIDE,
    empty_deck,
)

TOP, LOOK = 130, 890
"""Where a figure begins, and where the words below it do."""
SMALLEST = 23
"""The px of the smallest type: 2.1 % of the height."""
CLAIMS_A_SLIDE, SOURCES_NAMED = 4, 4


def slides(explainer: Explainer) -> bytes:
    """The presentation as a .pptx file."""
    deck = empty_deck()
    about = explainer.about
    deck.core_properties.title = about.title
    deck.core_properties.author = "; ".join(about.authors)
    deck.core_properties.language = about.language
    maker = _Maker(explainer, deck)
    maker.front()
    for name in about.pages:
        for number in range(1, len(explainer.page(name).steps) + 1):
            maker.step(name, number)
        page = explainer.page(name)
        if isinstance(page, ArgumentPage):
            maker.claims(name, page)
            for question in page.questions:
                maker.question(name, question)
    maker.sources()
    held = io.BytesIO()
    deck.save(held)
    return held.getvalue()


class _Maker:
    """Adds one slide after the other; every title is its own."""

    def __init__(self, explainer: Explainer, deck: Deck) -> None:
        self.explainer, self.deck = explainer, deck
        self.titles: set[str] = set()

    def _add(self, layout: int, title: str, page: str = "") -> Slide:
        slide: Slide = self.deck.slides.add_slide(self.deck.slide_layouts[layout])
        if title in self.titles and page:
            title = f"{title} ({self.explainer.page(page).menu})"
        again = (f"{title} · {number}" for number in count(2))
        title = next(one for one in chain([title], again) if one not in self.titles)
        self.titles.add(title)
        holder: Any = slide.shapes.title
        holder.text = title
        return slide

    def front(self) -> None:
        """Title, whose brief it is, how to cite it, and the disclaimer."""
        about = self.explainer.about
        slide = self._add(TITLE_SLIDE, about.title)
        brief = about.brief
        cited = citation.apa(citation.brief(about))
        lines = [about.subtitle, _plain(cited), _plain(brief.disclaimer)]
        slide.placeholders[1].text = "\n".join(lines)
        _note(slide, _plain(about.colophon))

    def step(self, name: str, number: int) -> None:
        """A step: title, words to see, figure, what to look at, where it comes from."""
        page = self.explainer.page(name)
        step = page.steps[number - 1]
        seen = Seen(self.explainer, name, page, View(step=number))
        slide = self._add(TITLE_ONLY, step.title, name)
        drawn = figures.declared(seen.figure, seen.scene(seen.figure), PRESENTER)
        room = LOOK - 15 - TOP
        scale = min(1.0, room / drawn["layout"]["height"])
        if scale < 1:
            form = replace(PRESENTER, width=PRESENTER.width / scale)
            drawn = figures.declared(seen.figure, seen.scene(seen.figure), form)
            scale = min(1.0, room / drawn["layout"]["height"])
            width = form.width
        else:
            width = PRESENTER.width
        draw(slide, drawn, self.explainer.figures[seen.figure].alt, width, (EDGE, TOP, scale))
        events = [self.explainer.event[event] for event in step.events]
        legend = " · ".join(self._legend(seen))
        _words(slide, f"{say('in-the-figure')} {_plain(step.look)}", LOOK, 28)
        _words(slide, f"{legend}\n{self._origin(events)}", LOOK + 42, SMALLEST, Role.MUTED)
        _note(slide, self._notes(step, events))

    def _legend(self, seen: Seen) -> Iterator[str]:
        shown = [self.explainer.event[name] for name in seen.shown(seen.figure)]
        who, signs = selection.legend(self.explainer, seen.figure, shown)
        yield from (f"{wording.glyph(one)} {one.name}" for one in who)
        yield from signs

    def _origin(self, events: Sequence[Any]) -> str:
        places = tuple(dict.fromkeys(place for event in events for place in event.brief))
        named = [wording.locators(self.explainer, places)] if places else []
        sources = dict.fromkeys(
            self.explainer.source[name].publisher for event in events for name in event.sources
        )
        some = list(sources)[:SOURCES_NAMED]
        if len(sources) > len(some):
            some.append(say("slides-more-sources"))
        return " · ".join([*named, *some])

    def _notes(self, step: Step, events: Sequence[Any]) -> str:
        """What is said, asked and cited with a step, for the speaker."""
        parts = [_plain(step.text)]
        for one in selection.questions_on(self.explainer, step):
            parts.append(_plain(one.question))
            parts += [f"– {_plain(note)}" for note in one.notes]
        ids = dict.fromkeys(name for event in events for name in event.sources)
        parts += [self._source(name) for name in ids]
        return "\n".join(parts)

    def _source(self, name: str) -> str:
        source = self.explainer.source[name]
        parts = [source.author, source.publisher, source.title, wording.source_date(source)]
        return ". ".join(part for part in (*parts, source.url) if part)

    def claims(self, name: str, page: ArgumentPage) -> None:
        """The author's claims, some to a slide, each with its kind, its hedge and its place."""
        kinds = self.explainer.about.kinds
        for section in page.sections:
            for at in range(0, len(section.claims), CLAIMS_A_SLIDE):
                slide = self._add(BODY, section.title, name)
                frame = slide.placeholders[1].text_frame
                for number, one in enumerate(section.claims[at : at + CLAIMS_A_SLIDE]):
                    paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
                    standing = [getattr(kinds, one.kind.value).name, *wording.own_words(one)]
                    standing.append(wording.locators(self.explainer, one.brief))
                    run = paragraph.add_run()
                    run.text = " · ".join(standing) + ". "
                    run.font.bold = True
                    paragraph.add_run().text = _plain(one.text)
                    paragraph.space_after = Pt(14)

    def question(self, name: str, question: Question) -> None:
        """A question with its options, and on the slide after it the answer."""
        letters = "ABCDE"
        options = [
            f"{letter}. {_plain(option.text)}"
            for letter, option in zip(letters, question.options, strict=False)
        ]
        asked = self._add(BODY, say("slides-question"), name)
        asked.placeholders[1].text = "\n".join([_plain(question.stem), *options])
        told = self._add(BODY, say("slides-answer"), name)
        lines = [
            f"{'✓' if option.right else '✗'} {text.rstrip('.')}. {_plain(option.feedback)}"
            for text, option in zip(options, question.options, strict=False)
        ]
        told.placeholders[1].text = "\n".join(lines)
        for slide in (asked, told):
            for paragraph in slide.placeholders[1].text_frame.paragraphs:
                paragraph.space_after = Pt(14)

    def sources(self) -> None:
        """How to cite the brief and the explainer; every source in the notes."""
        about = self.explainer.about
        slide = self._add(BODY, say("references"))
        lines = [citation.apa(citation.brief(about)), citation.apa(citation.explainer(about, ""))]
        slide.placeholders[1].text = "\n".join(map(_plain, [*lines, say("slides-all-sources")]))
        names = sorted((self._source(one.id) for one in self.explainer.sources), key=str.casefold)
        _note(slide, "\n".join(names))


def _note(slide: Slide, words: str) -> None:
    """What only the speaker sees beside a slide."""
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = words


def _plain(text: str) -> str:
    """Content text without its Markdown."""
    return " ".join(markdown.prose(text).striptags().split())


def _words(slide: Slide, words: str, top: float, px: float, role: Role = Role.INK) -> None:
    """Lines of text across the slide."""
    box = slide.shapes.add_textbox(
        Emu(EDGE * UNIT),
        Emu(round(top * UNIT)),
        Emu((WIDE - 2 * EDGE) * UNIT),
        Emu(round(px * 2.7 * UNIT)),
    )
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, line in enumerate(words.split("\n")):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        run.font.size = Pt(px / 2)
        if role is not Role.INK:
            run.font.color.theme_color = THEME[role]
