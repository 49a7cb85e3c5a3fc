"""A brief's sentences are counted as a reader would count them, in many languages."""

# ruff: noqa: RUF001  # Full stops and letters of other scripts are what this is about.

from __future__ import annotations

import pytest

from explainer.authoring.sentences import sentences

ONE = {
    "an abbreviation of a state": ("en", "The U.S. Army met the U.K. envoy."),
    "titles": ("en", "Dr. Field met Mr. Stone, Prof. Brook and Gen. Quill at St. Mary’s."),
    "initials": ("en", "J. K. Marsh wrote to A. Quill."),
    "for example": ("en", "It bought goods, e.g. water, i.e. what it lacked, etc. from others."),
    "an hour": ("en", "It began at 9 a.m. on Monday."),
    "a decimal number": ("en", "It fell by 3.5 percent, to 1.2 million."),
    "pages and articles": ("en", "See art. 5, para. 3, pp. 4-6 and Fig. 2."),
    "a quotation with a question within": ("en", "He asked: “Will they go?” and left."),
    "an ellipsis within": ("en", "He left... and then came back."),
    "an ellipsis of one sign": ("en", "He left … and then came back."),
    "a month": ("en", "He left in Jan. 2020."),
    "an address": ("en", "The list stands at www.example.org/a.b today."),
    "a German date": ("de", "Am 3. September kam Dr. Müller, z. B. nach Berlin."),
    "a French title of one letter": ("fr", "M. Dupont a vu M. Durand, cf. p. 3."),
    "a Spanish title": ("es", "El Sr. García llegó a EE. UU. en 2020."),
    "a Russian year": ("ru", "В 2025 г. он приехал в Пекин."),
    "the number of a note": ("en", "It was lifted. [2]"),
    "a language without full stops": ("th", "เขาไปปักกิ่ง"),
}

SEVERAL = {
    "plain": ("en", "She came.", "She left."),
    "questions and exclamations": ("en", "Really?!", "Yes.", "Go!"),
    "a whole quotation": ("en", "“We will not yield.”", "He said so."),
    "a state at the end": ("en", "They met in the U.S.", "Then they left."),
    "a decimal number at the end": ("en", "It fell by 3.5.", "It rose again."),
    "a sentence in brackets": ("en", "(This is a note.)", "This is not."),
    "an ellipsis at the end": ("en", "He left…", "She stayed."),
    "Chinese": ("zh", "他去了北京。", "他为什么去？", "因为贸易！"),
    "Japanese": ("ja", "彼は北京に行った。", "なぜか？"),
    "Arabic": ("ar", "ذهب إلى بكين.", "لماذا ذهب؟", "لأنه أراد."),
    "Urdu": ("ur", "وہ بیجنگ گیا۔", "کیوں گیا؟"),
    "Hindi": ("hi", "वह बीजिंग गया।", "क्यों गया?"),
    "Greek": ("el", "Πήγε στο Πεκίνο.", "Γιατί πήγε;", "Για το εμπόριο."),
    "Korean": ("ko", "그는 베이징에 갔다.", "왜 갔을까?"),
    "Armenian": ("hy", "Նա գնաց Պեկին։", "Ինչո՞ւ։"),
    "German": ("de", "Er ging am 5. Oktober.", "Der 1. Mai ist frei."),
    "a code with a country": ("pt-BR", "O Sr. Silva foi a Lisboa.", "Fim."),
    "an unknown language": ("tlh", "She came.", "She left."),
}
NO_SPACE_BETWEEN = ("zh", "ja")


@pytest.mark.parametrize(("language", "text"), ONE.values(), ids=ONE)
def test_this_is_one_sentence(language: str, text: str) -> None:
    assert sentences(text, language) == (text,)


@pytest.mark.parametrize("case", SEVERAL.values(), ids=SEVERAL)
def test_these_are_several(case: tuple[str, ...]) -> None:
    language, *parts = case
    between = "" if language in NO_SPACE_BETWEEN else " "
    assert sentences(between.join(parts), language) == tuple(parts)


def test_line_breaks_and_doubled_spaces_part_nothing() -> None:
    assert sentences("She came\nhome.  Then\tshe left.") == ("She came home.", "Then she left.")


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_has_no_sentence(text: str) -> None:
    assert sentences(text) == ()
