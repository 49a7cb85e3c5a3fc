"""The self-check: choose, then read why. Answers stay in the session and go nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st

from explainer.content.questions import Option, Question
from explainer.reading import wording
from explainer.ui.claims import show_claim
from explainer.ui.events import openers
from explainer.ui.reader import Reader, anew, announce, page_link


@dataclass(frozen=True)
class Given:
    """What a reader answered: the option checked last, and whether the first try was right."""

    option: int
    first_was_right: bool


def predictions(reader: Reader, asked: tuple[Question, ...]) -> None:
    """The questions to answer before the figure is read."""
    for question in asked:
        if question.before_figure:
            _question(reader, question, "Predict first")


def questions(reader: Reader, asked: tuple[Question, ...]) -> None:
    """The questions after the argument, and a summary of the answers so far."""
    after = [question for question in asked if not question.before_figure]
    if not after:
        return
    with st.container(key="questions", gap="small"):
        st.header("Check yourself", anchor=False)
        for number, question in enumerate(after, 1):
            _question(reader, question, f"Question {number} of {len(after)}")
        answers = [given for question in asked if (given := _given(question))]
        if answers:
            right = sum(given.first_was_right for given in answers)
            st.markdown(
                f"Answered: {len(answers)} of {len(asked)}. Right at the first try: {right}. "
                "Nothing is stored; a reload forgets it."
            )


def _given(question: Question) -> Given | None:
    given: Given | None = st.session_state.get(f"given-{question.id}")
    return given


def _question(reader: Reader, question: Question, head: str) -> None:
    given, key = _given(question), f"answer-{question.id}"
    with st.container(border=True, width=680, gap="small", key=f"question-{question.id}"):
        st.markdown(f":small[:gray[{head}]]\n\n**{wording.plain(question.stem)}**")
        options = [wording.plain(option.text) for option in question.options]
        chosen = st.radio(question.stem, options, index=None, label_visibility="collapsed", key=key)
        st.button(
            "Check my answer",
            key=f"check-{question.id}",
            disabled=chosen is None,
            on_click=_check,
            args=(question, options.index(chosen) if chosen else 0),
        )
        if given:
            _feedback(reader, question, given)
            st.button(
                "Try again",
                key=f"again-{question.id}",
                type="tertiary",
                on_click=_again,
                args=(key, question),
            )


def _check(question: Question, option: int) -> None:
    before = _given(question)
    first = before.first_was_right if before else question.options[option].right
    st.session_state[f"given-{question.id}"] = Given(option, first)


def _again(key: str, question: Question) -> None:
    before = _given(question)
    st.session_state[key] = None
    if before:
        st.session_state[f"given-{question.id}"] = Given(-1, before.first_was_right)


def _feedback(reader: Reader, question: Question, given: Given) -> None:
    if given.option < 0:
        return
    chosen = question.options[given.option]
    right = next(option for option in question.options if option.right)
    sign = "✓" if chosen is right else "✗"
    announce(question.id, f"{sign} You chose: {chosen.text}. {chosen.feedback}")
    with anew(f"given-{question.id}-{given.option}"):
        if chosen is not right:
            st.markdown(f"**✓ The right one:** {wording.plain(right.text)}. {_why(right)}")
        with st.expander("Why not the others?", type="compact"):
            for option in question.options:
                if option not in (chosen, right):
                    st.markdown(f"✗ *{wording.plain(option.text)}*  \n{_why(option)}")
    found = [reader.explainer.claim[name] for name in question.claims]
    elsewhere: dict[str, list[str]] = {}
    for claim in found:
        elsewhere.setdefault(reader.explainer.page_of_claim[claim.id], []).extend(claim.brief)
    for page, places in elsewhere.items():
        words = wording.locators(reader.explainer, dict.fromkeys(places))
        if page == reader.name:
            first = next(claim for claim in found if claim.brief[0] in places)
            st.button(
                f"See {words} on this page",
                key=f"see-{question.id}",
                icon=":material/arrow_upward:",
                type="tertiary",
                on_click=show_claim,
                args=(reader, first.id),
            )
        else:
            page_link(reader, page, f"See {words} on {{menu}}")
    events = [reader.explainer.event[name] for name in question.events]
    entry = partial(wording.entry, reader.explainer)
    seen = [event for event in events if reader.view.shows(event)]
    openers(reader, seen, f"question-{question.id}", entry, "Events this is about")


def _why(option: Option) -> str:
    return wording.plain(option.feedback)
