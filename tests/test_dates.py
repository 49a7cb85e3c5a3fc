"""Dates are read, said and compared no more sharply than their sources give them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.language.dates import (
    SMALL,
    Precision,
    When,
    gap_words,
    hours,
    in_order,
    length_words,
    span_words,
    weekday,
)
from explainer.language.other_dates import meant
from explainer.takeaway.events_csv import SHAPES


def when(text: str | None) -> When | None:
    return None if text is None else When.parse(text)


@pytest.mark.parametrize(
    ("text", "at", "precision", "last"),
    [
        pytest.param("1960s", (1960, 1, 1), Precision.DECADE, (1970, 1, 1), id="decade"),
        pytest.param("2024", (2024, 1, 1), Precision.YEAR, (2025, 1, 1), id="year"),
        pytest.param("1983-06", (1983, 6, 1), Precision.MONTH, (1983, 7, 1), id="month"),
        pytest.param("2024-02", (2024, 2, 1), Precision.MONTH, (2024, 3, 1), id="leap February"),
        pytest.param("2025-12", (2025, 12, 1), Precision.MONTH, (2026, 1, 1), id="December"),
        pytest.param("2025-09-03", (2025, 9, 3), Precision.DAY, (2025, 9, 4), id="day"),
        pytest.param("2024-02-29", (2024, 2, 29), Precision.DAY, (2024, 3, 1), id="leap day"),
        pytest.param("2025-12-31", (2025, 12, 31), Precision.DAY, (2026, 1, 1), id="last day"),
        pytest.param(
            "2025-09-03 09:30",
            (2025, 9, 3, 9, 30),
            Precision.MINUTE,
            (2025, 9, 3, 9, 30),
            id="minute",
        ),
        pytest.param(
            "2025-09-03T00:00", (2025, 9, 3), Precision.MINUTE, (2025, 9, 3), id="midnight with a T"
        ),
        pytest.param("1000", (1000, 1, 1), Precision.YEAR, (1001, 1, 1), id="earliest year"),
        pytest.param("2100", (2100, 1, 1), Precision.YEAR, (2101, 1, 1), id="latest year"),
    ],
)
def test_a_date_keeps_the_precision_it_is_written_with(
    text: str, at: tuple[int, ...], precision: Precision, last: tuple[int, ...]
) -> None:
    found = When.parse(text)
    assert found == When(datetime(*at), precision)  # type: ignore[arg-type]
    assert found.last == datetime(*last)  # type: ignore[arg-type]
    assert found.at <= found.middle <= found.last


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("2025-13", "there is no such date as 2025-13", id="month 13"),
        pytest.param("2025-00", "there is no such date as 2025-00", id="month 0"),
        pytest.param("2025-02-30", "there is no such date as 2025-02-30", id="30 February"),
        pytest.param("2025-02-29", "there is no such date", id="29 February in a common year"),
        pytest.param("2025-09-03 24:00", "there is no such date", id="hour 24"),
        pytest.param("2025-09-03 09:60", "there is no such date", id="minute 60"),
        pytest.param(
            "-44", "“-44” is a year before the common era; use a year from", id="minus 44"
        ),
        pytest.param("-0044", "“-0044” is a year before the common era", id="minus 0044"),
        pytest.param("44 BCE", "“44 BCE” is a year before the common era", id="BCE"),
        pytest.param("1200 b.c.", "“1200 b.c.” is a year before the common era", id="BC"),
        pytest.param("0044", "the year 0044 is out of reach; use a year from 1000", id="0044"),
        pytest.param("44", "the year 44 is out of reach", id="two-digit year"),
        pytest.param("33 AD", "the year 33 is out of reach", id="AD"),
        pytest.param("12 March 0044", "the year 0044 is out of reach", id="in words, too early"),
        pytest.param("31 June 2020", "there is no such date as 2020-06-31", id="31 June in words"),
        pytest.param("2025-31-12", "there is no such date as 2025-31-12", id="day before month"),
        pytest.param("999", "the year 999 is out of reach", id="three-digit year"),
        pytest.param("0999", "the year 0999 is out of reach", id="year with a nought in front"),
        pytest.param("2101", "the year 2101 is out of reach", id="year too late"),
        pytest.param("1965s", "“1965s” is not a decade", id="not a round decade"),
        pytest.param("1960s-05", "“1960s-05” is not a decade", id="month of a decade"),
        pytest.param("next week", "is not a date this file can use", id="words"),
        pytest.param("", "is not a date this file can use", id="nothing"),
        pytest.param("3 September 2025", "is not a date this file can use", id="written out"),
        pytest.param("03/09/2025", "is not a date this file can use", id="slashes"),
        pytest.param("2025-9-3", "is not a date this file can use", id="single figures"),
        pytest.param("2025-09-03 9:00", "is not a date this file can use", id="short hour"),
        pytest.param("2025-09-03 09:00:00", "is not a date this file can use", id="seconds"),
        pytest.param("2025-09-03\n", "is not a date this file can use", id="line break"),
        pytest.param(" 2025", "is not a date this file can use", id="space in front"),
        pytest.param("٢٠٢٥", "is not a date this file can use", id="figures of another script"),
        pytest.param("20250903", "is not a date this file can use", id="figures only"),
    ],
)
def test_what_is_no_date_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        When.parse(text)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        pytest.param("5 September 2025", "2025-09-05", id="day, month, year"),
        pytest.param("September 5, 2025", "2025-09-05", id="month, day, year"),
        pytest.param("5th Sept. 2025", "2025-09-05", id="an ordinal, a month cut short"),
        pytest.param("June 1983", "1983-06", id="month and year"),
        pytest.param("2025-9-5", "2025-09-05", id="no noughts"),
        pytest.param("2025/09/05", "2025-09-05", id="slashes, year first"),
        pytest.param("2025.09", "2025-09", id="a point"),
        pytest.param("20250905", "2025-09-05", id="run together"),
        pytest.param("2025-09-03 9:00", "2025-09-03 09:00", id="a short hour"),
        pytest.param("2025-09-03T09:00:00Z", "2025-09-03 09:00", id="seconds"),
        pytest.param("1960's", "1960s", id="an apostrophe"),
        pytest.param("late 1950s", "1950s", id="late in a decade"),
        pytest.param("c. 1950", "1950", id="about a year"),
        pytest.param("1950?", "1950", id="doubt"),
        pytest.param("2025 AD", "2025", id="our era"),
        pytest.param("14.03.2024", "2024-03-14", id="day, month and year"),
        pytest.param("03/14/2024", "2024-03-14", id="month, day and year"),
        pytest.param("14-3-2024", "2024-03-14", id="hyphens, the year last"),
        pytest.param("14 March 2024", "2024-03-14", id="a day in words"),
        pytest.param("March 2024", "2024-03", id="a month in words"),
        pytest.param("03/2024", "2024-03", id="month and year"),
        pytest.param("4.4.2024", "2024-04-04", id="a day and a month alike"),
        pytest.param("14.03.2024, 9:30", "2024-03-14 09:30", id="day, month, year and hour"),
        pytest.param("2018–2019", "start: 2018 and end: 2019", id="two years"),
        pytest.param(
            "1 May 2018 to June 2019", "start: 2018-05-01 and end: 2019-06", id="two dates in words"
        ),
    ],
)
def test_a_date_in_other_ways_of_writing_is_told_in_ours(text: str, instead: str) -> None:
    with pytest.raises(ValueError, match="is not a date this file can use") as refused:
        When.parse(text)
    assert str(refused.value).endswith(f"; write {instead}")


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        pytest.param("05/09/2025", "2025-09-05 or 2025-05-09", id="slashes"),
        pytest.param("5.9.2025", "2025-09-05 or 2025-05-09", id="full stops"),
        pytest.param("3. 4. 2024", "2024-04-03 or 2024-03-04", id="full stops and spaces"),
        pytest.param("03/04/2024 9:30", "2024-04-03 09:30 or 2024-03-04 09:30", id="with the hour"),
    ],
)
def test_of_two_days_that_may_be_meant_both_are_told(text: str, instead: str) -> None:
    with pytest.raises(ValueError, match="because it may be one of two days") as refused:
        When.parse(text)
    assert str(refused.value).endswith(f"; write {instead}")
    assert meant(text) is None


@pytest.mark.parametrize("text", ["14.3.24", "spring 2020", "2020-Q1", "Mayday 2020"])
def test_no_date_is_guessed_where_it_could_be_another(text: str) -> None:
    with pytest.raises(ValueError, match=r"; write 1960s, 2024, 1983-06, 2025-09-03 or"):
        When.parse(text)


@given(st.text(max_size=80) | st.from_regex(r"[0-9a-zA-Z –/.,:-]{1,40}", fullmatch=True))
def test_any_text_is_a_date_or_refused_with_what_to_write(text: str) -> None:
    try:
        When.parse(text)
    except ValueError as refused:
        wrong, _, remedy = str(refused).rpartition("; ")
        assert wrong
        assert remedy.startswith(("write ", "use a year ", "check the month"))


def test_a_refusal_quotes_only_the_beginning_of_a_long_text() -> None:
    with pytest.raises(ValueError, match="is not a date this file can use") as refused:
        When.parse("soon " * 1000)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("text", "words", "short"),
    [
        pytest.param("1960s", "1960s", "1960s", id="decade"),
        pytest.param("2024", "2024", "2024", id="year"),
        pytest.param("1983-06", "June 1983", "Jun 1983", id="month, never a false 1 June"),
        pytest.param("2025-09-03", "3 September 2025", "3 Sep 2025", id="day"),
        pytest.param("2025-09-03 09:00", "3 September 2025", "3 Sep 2025", id="minute"),
    ],
)
def test_words_are_as_sharp_as_the_date_and_no_sharper(text: str, words: str, short: str) -> None:
    found = When.parse(text)
    assert found.words() == words
    assert found.words(short=True) == short


@given(
    st.datetimes(datetime(1000, 1, 1), datetime(2100, 12, 31, 23, 59)), st.sampled_from(Precision)
)
def test_every_date_survives_being_written_and_read(at: datetime, precision: Precision) -> None:
    text = {
        Precision.DECADE: f"{at.year // 10 * 10}s",
        Precision.YEAR: f"{at:%Y}",
        Precision.MONTH: f"{at:%Y-%m}",
        Precision.DAY: f"{at:%Y-%m-%d}",
        Precision.MINUTE: f"{at:%Y-%m-%d %H:%M}",
    }[precision]
    found = When.parse(text)
    assert found.precision is precision
    minute = at.replace(second=0, microsecond=0)
    assert found.at <= minute <= found.last
    assert (str(at.day) in found.words().split()) is (precision >= Precision.DAY)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        pytest.param("2018-03-25", "2018-03-28", "25–28 March 2018", id="days of one month"),
        pytest.param("2025-04-26", "2025-04-28", "26–28 April 2025", id="days in April"),
        pytest.param("1954-09-29", "1954-10-05", "29 September – 5 October 1954", id="two months"),
        pytest.param(
            "2023-12-15", "2024-01-25", "15 December 2023 – 25 January 2024", id="across years"
        ),
        pytest.param(
            "2018-03-25", "2019-03-28", "25 March 2018 – 28 March 2019", id="same month, other year"
        ),
        pytest.param("2025-09-03", None, "3 September 2025", id="one day"),
        pytest.param("2025-09-03", "2025-09-03", "3 September 2025", id="ends the same day"),
        pytest.param(
            "2025-09-03 09:00", "2025-09-03 11:00", "3 September 2025", id="hours of one day"
        ),
        pytest.param("2025-09-03 09:00", "2025-09-04 11:00", "3–4 September 2025", id="two hours"),
        pytest.param("2025-04", "2025-05", "April–May 2025", id="months of one year"),
        pytest.param("2020-01", "2023-08", "January 2020 – August 2023", id="months across years"),
        pytest.param("2025-04", "2025-04", "April 2025", id="one month"),
        pytest.param("2012", "2025", "2012–2025", id="years"),
        pytest.param("1960s", "1980s", "1960s–1980s", id="decades"),
        pytest.param("1999", "2002-05", "1999 – May 2002", id="a year and a month"),
        pytest.param("2020-01", "2023-08-22", "January 2020 – 22 August 2023", id="month and day"),
        pytest.param("2020-01", "2020-08-22", "January – 22 August 2020", id="month and day, 2020"),
    ],
)
def test_a_span_says_once_what_its_ends_share(start: str, end: str | None, words: str) -> None:
    assert span_words(When.parse(start), when(end)) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        pytest.param("2018-03-25", "2018-03-28", "25–28 March", id="days of one month"),
        pytest.param("1954-09-29", "1954-10-05", "29 September – 5 October", id="two months"),
        pytest.param("2025-04", "2025-05", "April–May", id="months of one year"),
        pytest.param("2012", "2025", "2012–2025", id="years stay"),
    ],
)
def test_a_span_can_leave_out_a_year_that_is_said_elsewhere(
    start: str, end: str, words: str
) -> None:
    assert span_words(When.parse(start), When.parse(end), year=False) == words


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        pytest.param((2019, 6, 21), (2025, 9, 4), "six years and two months", id="Xi to Xi"),
        pytest.param((2025, 9, 3), (2025, 9, 4), "one day", id="one day"),
        pytest.param((2025, 9, 3), (2025, 9, 3), "the same day", id="the same day"),
        pytest.param((2018, 5, 1), (2019, 7, 1), "one year and two months", id="14 months"),
        pytest.param((2025, 9, 1), (2025, 9, 5), "four days", id="four days"),
        pytest.param((2025, 8, 5), (2025, 9, 4), "30 days", id="a day short of a month"),
        pytest.param((2025, 8, 4), (2025, 9, 4), "one month", id="exactly a month"),
        pytest.param((2024, 9, 4), (2025, 9, 3), "eleven months", id="a day short of a year"),
        pytest.param((2024, 9, 4), (2025, 9, 4), "one year", id="exactly a year"),
        pytest.param((2022, 11, 18), (2025, 9, 2), "two years and nine months", id="the heirs"),
        pytest.param((1959, 10, 1), (2025, 9, 3), "65 years and eleven months", id="the leaders"),
        pytest.param((2024, 2, 29), (2025, 2, 28), "eleven months", id="from a leap day"),
        pytest.param((2025, 1, 31), (2025, 2, 28), "28 days", id="from a 31st"),
        pytest.param((2023, 12, 31), (2024, 1, 1), "one day", id="across new year"),
    ],
)
def test_a_gap_is_written_out(
    earlier: tuple[int, int, int], later: tuple[int, int, int], words: str
) -> None:
    assert gap_words(date(*earlier), date(*later)) == words


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("2019-06-21", "2025-09-04", "six years and two months"),
        ("1980-10", "1983-06", "two years and eight months"),
        ("2012", "2024-11-05", "about twelve years"),
        ("2012", "2019", "about seven years"),
        ("2018-12-31", "2020", "about two years"),
        ("1190s", "1287-02", "87 to 97 years"),
        ("1960s", "1980s", "ten to 29 years"),
        ("1980-10-31", "1983-06", "about two years and seven months"),
        ("2023-09", "2024-09", "one year"),
        ("2018-12-31", "2019", "at most one year"),
        ("2018", "2019", "less than two years"),
        ("2024", "2024-11-05", "less than a year"),
        ("1965", "1960s", "less than six years"),
        ("1960s", "1965", "less than six years"),
        ("1960s", "1960s", "less than ten years"),
        ("1980-10-31", "1980-11", "less than a month"),
        ("1980-10-30", "1980-11", "at most one month"),
        ("1980-10", "1980-11", "less than two months"),
        ("1953-09", "1953-09-20", "less than a month"),
        ("2025-09-03", "2025-09-22", "nineteen days"),
        ("2025-09-22", "2025-09-03", "nineteen days"),
        ("2024-11-05 09:00", "2024-11-05 16:40", "the same day"),
    ],
)
def test_a_length_is_no_sharper_than_its_two_dates(earlier: str, later: str, words: str) -> None:
    assert length_words(When.parse(earlier), When.parse(later)) == words


MOMENTS = st.datetimes(datetime(1000, 1, 1), datetime(2099, 12, 31, 23, 59))


def dated(at: datetime, precision: Precision) -> When:
    """A moment as a source gives it that is so sharp."""
    year = at.year // 10 * 10 if precision is Precision.DECADE else at.year
    return When.parse(at.replace(year=year, day=min(at.day, 28)).strftime(SHAPES[precision]))


DATES = st.builds(dated, MOMENTS, st.sampled_from(Precision))
NEAR = st.builds(
    lambda at, days, *sharp: (dated(at, sharp[0]), dated(moved(at, days), sharp[1])),
    MOMENTS,
    st.integers(-800, 800),
    st.sampled_from(Precision),
    st.sampled_from(Precision),
)


def moved(at: datetime, days: int) -> datetime:
    return min(max(at + timedelta(days), datetime(1000, 1, 1)), datetime(2099, 12, 31))


def whole_months(earlier: date, later: date) -> int:
    """The months between two days, counted one by one as on a calendar."""
    months = (later.year * 12 + later.month) - (earlier.year * 12 + earlier.month)
    return months if later.day >= earlier.day else months - 1


def is_true(words: str, earlier: date, later: date) -> bool:
    """Whether what is said of a length holds for two days."""
    number = {word: at for at, word in enumerate(SMALL)}
    told = [number.get(word, int(word) if word.isdecimal() else -1) for word in words.split()]
    told = [1 if word == "a" else at for word, at in zip(words.split(), told, strict=True)]
    figures = [at for at in told if at >= 0]
    months, days = whole_months(earlier, later), (later - earlier).days
    per = 12 if "year" in words else 1
    match words.split()[0]:
        case "the":
            return days == 0
        case "less":
            return months // per < figures[0]
        case "at":
            return whole_months(earlier, later - timedelta(1)) // per < figures[0]
        case _ if " to " in words:
            return figures[0] <= months // 12 <= figures[1]
        case _ if "day" in words:
            return days == figures[0] and months == 0
    said = figures[0] * per + (figures[1] if len(figures) > 1 else 0)
    # So many or about so many: off by one month, or by a year and a month, at the most.
    slack = 31 if "month" in words else 366 + 31
    return abs(days - said * 365.2425 / 12) <= slack + 2


@given(NEAR | st.tuples(DATES, DATES))
def test_a_length_is_true_wherever_in_the_two_dates_the_moments_lie(
    both: tuple[When, When],
) -> None:
    first, second = sorted(both, key=lambda date: date.at)
    words = length_words(first, second)
    assert words == length_words(second, first) or first.at == second.at
    for earlier in (first.at.date(), first.final):
        for later in (second.at.date(), second.final):
            if earlier <= later:
                assert is_true(words, earlier, later), words


@given(st.dates(), st.dates())
def test_days_in_either_order_are_as_far_apart(one: date, other: date) -> None:
    assert gap_words(one, other) == gap_words(other, one)
    assert "-" not in gap_words(one, other)


@pytest.mark.parametrize(
    ("start", "end", "fits"),
    [
        pytest.param("2018", "2019", True, id="years"),
        pytest.param("2018", "2018", True, id="one year"),
        pytest.param("2025", "2025-09-05", True, id="from the beginning of a year"),
        pytest.param("1960s", "1965", True, id="from the beginning of a decade"),
        pytest.param("1965", "1970s", True, id="into another decade"),
        pytest.param("2025-09-03 09:00", "2025-09-03 11:30", True, id="hours"),
        pytest.param("2025-09-03 09:00", "2025-09-03 09:00", False, id="no time at all"),
        pytest.param("2019", "2018", False, id="years reversed"),
        pytest.param("2018-03-25", "2018-03-24", False, id="days reversed"),
        pytest.param("2025-09-03 11:30", "2025-09-03 09:00", False, id="hours reversed"),
        pytest.param("1965", "1960s", False, id="into a decade that had begun"),
        pytest.param("2018-03-25", "2018", False, id="into a year that had begun"),
        pytest.param("2018-03-25", "2018-03", False, id="into a month that had begun"),
    ],
)
def test_a_stretch_of_time_is_in_order_or_not(start: str, end: str, fits: bool) -> None:
    assert in_order(When.parse(start), When.parse(end)) is fits


@given(DATES, DATES)
def test_no_two_different_dates_are_in_order_both_ways(one: When, other: When) -> None:
    if one.at != other.at:
        assert not (in_order(one, other) and in_order(other, one))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-09-03", None, ""),
        ("2025-09-03 09:00", None, "09:00"),
        ("2025-09-03 09:00", "2025-09-03 09:00", "09:00"),
        ("2025-09-03 09:00", "2025-09-03 11:30", "09:00–11:30"),
    ],
)
def test_the_hours_of_a_day_are_said_to_their_end(start: str, end: str | None, words: str) -> None:
    assert hours(When.parse(start), when(end)) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [("2024-11-05", "Tue "), ("1582-10-15", "Fri "), ("1582-10-14", ""), ("1287-12-14", "")],
)
def test_weekdays_are_those_of_our_calendar_only(day: str, words: str) -> None:
    assert weekday(When.parse(day).at) == words
