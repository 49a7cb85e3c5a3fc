"""Labels keep their order, never overlap, stay inside, move least, and lose no character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from scipy.optimize import isotonic_regression

from explainer.figures.label_layout import DoesNotFit, isotonic, near_or_keyed, numbered, spread
from explainer.figures.line_breaks import columns, height, wrap

SLACK = 1e-6


@dataclass(frozen=True)
class Stack:
    """Labels with ideal places and heights, and the gap between any two."""

    ideals: tuple[float, ...]
    heights: tuple[float, ...]
    gap: float

    @property
    def needed(self) -> float:
        """The height of the whole stack."""
        return sum(self.heights) + self.gap * (len(self.heights) - 1)

    @property
    def offsets(self) -> list[float]:
        """How far below the top of the stack each centre is when nothing lies between."""
        return [
            sum(self.heights[:index]) + self.gap * index + tall / 2
            for index, tall in enumerate(self.heights)
        ]

    def reference(self) -> list[float]:
        """The tops that the least total of squared displacements asks for, by SciPy."""
        wanted = [i - o for i, o in zip(self.ideals, self.offsets, strict=True)]
        return [float(value) for value in isotonic_regression(wanted).x]


places = st.floats(-2000, 2000, allow_nan=False)
sizes = st.floats(1, 80, allow_nan=False)


@st.composite
def stacks(draw: st.DrawFn) -> Stack:
    count = draw(st.integers(1, 25))
    ideals = sorted(draw(st.lists(places, min_size=count, max_size=count)))
    heights = draw(st.lists(sizes, min_size=count, max_size=count))
    return Stack(tuple(ideals), tuple(heights), draw(st.floats(0, 12)))


@st.composite
def stacks_with_room(draw: st.DrawFn) -> tuple[Stack, float, float]:
    stack = draw(stacks())
    top = draw(st.floats(-1000, 1000))
    return stack, top, top + stack.needed + draw(st.floats(0.01, 1500))


@given(stacks_with_room())
def test_labels_keep_their_order_and_never_overlap(case: tuple[Stack, float, float]) -> None:
    stack, top, bottom = case
    centres = spread(stack.ideals, stack.heights, top, bottom, stack.gap)
    for index in range(1, len(centres)):
        room = (stack.heights[index - 1] + stack.heights[index]) / 2 + stack.gap
        assert centres[index] - centres[index - 1] >= room - SLACK


@given(stacks_with_room())
def test_no_label_leaves_the_panel(case: tuple[Stack, float, float]) -> None:
    stack, top, bottom = case
    for centre, tall in zip(
        spread(stack.ideals, stack.heights, top, bottom, stack.gap), stack.heights, strict=True
    ):
        assert top - SLACK <= centre - tall / 2
        assert centre + tall / 2 <= bottom + SLACK


@given(stacks())
def test_labels_move_by_the_least_total_of_squares_where_the_panel_is_roomy(stack: Stack) -> None:
    centres = spread(stack.ideals, stack.heights, -1e6, 1e6, stack.gap)
    least = [top + o for top, o in zip(stack.reference(), stack.offsets, strict=True)]
    assert centres == pytest.approx(least, abs=1e-6)


@given(stacks_with_room())
def test_a_tight_panel_clips_that_solution_and_nothing_else(
    case: tuple[Stack, float, float],
) -> None:
    stack, top, bottom = case
    centres = spread(stack.ideals, stack.heights, top, bottom, stack.gap)
    clipped = np.clip(stack.reference(), top, bottom - stack.needed)
    assert centres == pytest.approx(clipped + np.array(stack.offsets), abs=1e-6)


@given(stacks_with_room(), st.data())
def test_no_other_arrangement_in_the_panel_moves_labels_less(
    case: tuple[Stack, float, float], data: st.DataObject
) -> None:
    stack, top, bottom = case
    spare = bottom - top - stack.needed
    many = len(stack.ideals)
    shares = sorted(data.draw(st.lists(st.floats(0, 1), min_size=many, max_size=many)))
    other = [top + spare * share + o for share, o in zip(shares, stack.offsets, strict=True)]
    ours = spread(stack.ideals, stack.heights, top, bottom, stack.gap)

    def moved(centres: list[float]) -> float:
        return sum((c - ideal) ** 2 for c, ideal in zip(centres, stack.ideals, strict=True))

    assert moved(ours) <= moved(other) * (1 + 1e-9) + SLACK


@given(st.integers(1, 12), sizes, st.floats(0, 12), places)
def test_labels_that_fit_where_they_belong_do_not_move(
    count: int, tall: float, gap: float, first: float
) -> None:
    ideals = [first + (tall + gap + 1) * index for index in range(count)]
    assert spread(ideals, [tall] * count, -1e6, 1e6, gap) == pytest.approx(ideals, abs=1e-6)


@given(stacks(), st.floats(-1000, 1000), st.floats(-300, 300))
def test_a_stack_is_refused_exactly_when_it_is_taller_than_the_panel(
    stack: Stack, top: float, spare: float
) -> None:
    assume(abs(spare) > 1e-3)
    if spare > 0:
        assert spread(stack.ideals, stack.heights, top, top + stack.needed + spare, stack.gap)
        return
    with pytest.raises(DoesNotFit) as refused:
        spread(stack.ideals, stack.heights, top, top + stack.needed + spare, stack.gap)
    assert refused.value.needed == pytest.approx(stack.needed)


def test_a_stack_that_fits_to_the_pixel_is_placed() -> None:
    assert spread([50, 50], [20, 20], 0, 44, 4) == [10, 34]


@given(stacks_with_room(), st.floats(0, 120))
def test_every_label_is_near_its_mark_or_keyed_and_none_overlaps(
    room: tuple[Stack, float, float], near: float
) -> None:
    stack, top, bottom = room
    places = near_or_keyed(
        stack.ideals, stack.heights, [True] * len(stack.ideals), (top, bottom), stack.gap, near
    )
    for place, ideal in zip(places, stack.ideals, strict=True):
        assert place.keyed or abs(place.centre - ideal) <= near + 1e-3
    tall = stack.heights
    for (one, before), (other, after) in pairwise(zip(places, tall, strict=True)):
        assert other.centre - one.centre >= (before + after) / 2 + stack.gap - 1e-3
    assert places[0].centre - tall[0] / 2 >= top - 1e-3
    assert places[-1].centre + tall[-1] / 2 <= bottom + 1e-3


def test_labels_that_all_fit_near_their_marks_are_not_keyed() -> None:
    places = near_or_keyed([50, 50, 50], [20, 20, 20], [True] * 3, (0, 400), 4, 40)
    assert [place.centre for place in places] == [26, 50, 74]
    assert not any(place.keyed for place in places)


def test_only_the_run_that_is_too_long_is_keyed() -> None:
    ideals = [50.0] * 8 + [350.0]
    places = near_or_keyed(ideals, [20.0] * 9, [True] * 9, (0, 400), 4, 40)
    assert [place.keyed for place in places] == [True] * 8 + [False]
    assert places[-1].centre == 350


def test_words_that_have_no_mark_to_number_stay_in_place_among_keyed_labels() -> None:
    keyable = [True] * 8 + [False]
    places = near_or_keyed([50.0] * 8 + [100.0], [20.0] * 9, keyable, (0, 400), 4, 40)
    assert abs(places[-1].centre - 100) <= 40
    assert not places[-1].keyed
    keyed = [place.centre for place in places[:-1]]
    assert keyed == sorted(keyed)


@given(st.lists(st.floats(0, 400), min_size=1, max_size=40).map(sorted))
def test_each_mark_has_one_number_that_stands_beside_it_and_no_two_numbers_touch(
    marks: list[float],
) -> None:
    found = numbered(marks, 1, 13, (-13, 413))
    held = [n for group in found for n in range(group.first, group.last + 1)]
    assert held == list(range(1, len(marks) + 1))
    for one, other in pairwise(found):
        assert other.y - one.y >= 13 * 1.3
    for group in found:
        assert abs(group.y - (group.marks[0] + group.marks[-1]) / 2) <= 13


def test_marks_that_nearly_coincide_share_a_range() -> None:
    assert [n.words for n in numbered([10, 12, 13, 80], 1, 13, (0, 200))] == ["1\u20133", "4"]


def test_no_labels_need_no_room() -> None:
    assert spread([], [], 0, 0) == []


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60))
def test_isotonic_agrees_with_scipy(values: list[float]) -> None:
    found = isotonic(values)
    assert found == sorted(found)
    assert found == pytest.approx(isotonic_regression(values).x.tolist(), abs=1e-6)


def test_height_grows_with_the_number_of_lines() -> None:
    assert height(3, 10) == pytest.approx(39)
    assert height(0, 10) == 0


LATIN = st.text("abcdefgXYZ-‑–’\u00a0", min_size=1, max_size=12)
WIDE = st.text("北京天安門広場のパレード조선중앙통신、。「」𠮷", min_size=1, max_size=12)
TEXTS = st.lists(LATIN | WIDE | st.builds("".join, st.tuples(LATIN, WIDE)), max_size=12).map(
    " ".join
)


@given(TEXTS, st.integers(2, 30))
@example("ab漢字漢字漢字漢字 x", 8)
@example("xx漢字 yyyy", 5)
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(columns(line) <= width for line in wrap(text, width))


@given(TEXTS, st.integers(2, 30))
@example("a  b   c", 3)
def test_no_character_is_lost_except_spaces_at_breaks(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert re.fullmatch(" *".join(map(re.escape, lines)), text)


@given(st.lists(LATIN, min_size=1, max_size=12), st.integers(14, 30))
def test_lines_break_at_spaces_never_at_a_hyphen_or_a_no_break_space(
    words: list[str], width: int
) -> None:
    assert " ".join(wrap(" ".join(words), width)) == " ".join(words)


@given(st.lists(LATIN, min_size=1, max_size=12), st.integers(12, 30))
def test_a_line_ends_only_where_the_next_word_does_not_fit(words: list[str], width: int) -> None:
    lines = wrap(" ".join(words), width)
    for line, following in pairwise(lines):
        assert columns(f"{line} {following.split(' ')[0]}") > width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("Kim and Xi meet", 8, ["Kim and", "Xi meet"], id="at a space"),
        pytest.param("North-South talks", 7, ["North-S", "outh", "talks"], id="a word too wide"),
        pytest.param("five-day visit", 9, ["five-day", "visit"], id="not at the hyphen"),
        pytest.param("3\u00a0September 2025", 12, ["3\u00a0September", "2025"], id="no-break"),
        pytest.param("北京閱兵式", 4, ["北京", "閱兵", "式"], id="Chinese"),
        pytest.param("조선중앙통신", 6, ["조선중", "앙통신"], id="Korean without spaces"),
        pytest.param("Xi在北京 today", 6, ["Xi在北", "京", "today"], id="two scripts"),
        pytest.param("水門、堰。", 4, ["水", "門、", "堰。"], id="no full stop begins a line"),
        pytest.param("水門「堰」", 6, ["水門", "「堰」"], id="brackets stay with what they hold"),
        pytest.param("gate。x", 4, ["gate", "。x"], id="unless it does not fit"),
        pytest.param("fits", 4, ["fits"], id="exactly"),
        pytest.param("", 4, [""], id="nothing"),
    ],
)
def test_where_lines_break(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        pytest.param("Kim", 3, id="Latin"),
        pytest.param("金正恩", 6, id="Chinese"),
        pytest.param("김정은", 6, id="Korean"),
        pytest.param("カ", 2, id="Japanese"),
        pytest.param("SLUICE GATE", 12, id="capitals are wider"),
        pytest.param("𠮷", 2, id="a rare Chinese character"),
        pytest.param("🌊", 2, id="a picture sign"),
        pytest.param("e\u0301", 1, id="a combined accent takes no room"),
        pytest.param("بوّابة", 5, id="nor does an Arabic mark of doubling"),
        pytest.param("\u2067سد\u2069", 2, id="nor do signs that steer the direction"),
    ],
)
def test_columns_count_a_wide_character_twice(text: str, wide: int) -> None:
    assert columns(text) == wide
