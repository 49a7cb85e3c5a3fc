"""The benchmark's sums are right and its results have their place; nothing here is timed."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import cast

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection

from benchmarks import __main__ as command
from benchmarks import cold, grown, pages, readers, reruns, start, tables, turns
from benchmarks.pages import Visit
from benchmarks.readers import CLASS, Crowd
from benchmarks.session import SOON, Session
from benchmarks.tables import Goal, Table


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([], 50, None),
        ([7], 95, 7),
        ([3, 1, 2], 50, 2),
        ([4, 3, 2, 1], 50, 2),
        (range(1, 101), 95, 95),
        (range(1, 22), 95, 20),
        ([1, 9], 100, 9),
    ],
)
def test_a_percentile_is_a_value_that_was_measured(
    values: list[float], percent: float, expected: float | None
) -> None:
    assert tables.percentile(values, percent) == expected


@pytest.mark.parametrize(
    ("values", "floor", "expected"),
    [
        pytest.param([2, 3, 4], [1, 1, 1], 3, id="the median of the rounds"),
        pytest.param([20, 3, 30], [10, 1, 10], 3, id="a round that is slow for both cancels out"),
        pytest.param([2, None, 9], [1, 1, None], 2, id="a round that lacks a value does not count"),
        pytest.param([None], [1], None, id="nothing was measured"),
    ],
)
def test_a_ratio_compares_within_each_round(
    values: tables.Values, floor: tables.Values, expected: float | None
) -> None:
    assert tables.ratio(values, floor) == expected


@pytest.mark.parametrize(
    ("got", "verdict"), [(1.15, "PASS"), (0.9, "PASS"), (1.16, "MISS"), (None, "MISS")]
)
def test_a_goal_is_reached_at_its_limit_and_missed_when_not_measured(
    got: float | None, verdict: str
) -> None:
    assert Goal("text", "1.15 times", 1.15, got).row()[-1] == verdict


def test_the_worst_page_decides_and_a_page_without_a_value_is_the_worst() -> None:
    assert tables.worst({"one": 1.1, "two": 1.3}) == (1.3, "two")
    assert tables.worst({"one": 1.1, "two": None}) == (None, "two")
    assert tables.worst({}) == (None, "")


def test_a_table_has_its_title_and_a_line_for_each_row() -> None:
    assert Table("Title", ("page", "ms"), [("one", "2")]).markdown() == (
        "### Title\n\n| page | ms |\n| --- | --: |\n| one | 2 |"
    )


def _round(text: float, figure: float, cpu: float = 1) -> dict[str, Visit]:
    seen = Visit(text=text, figure=figure, cpu=cpu, kilobytes=10, requests=3)
    return {"cold": seen, "warm": seen}


def test_pages_are_compared_with_the_bare_page_for_text_and_with_its_figure_for_figures() -> None:
    bare = {
        pages.BARE: _round(100, 0),
        pages.CHART: _round(150, 200),
        pages.AGAIN: _round(150, 200),
    }
    rounds = [bare | {"one": _round(110, 220), "two": _round(130, 210)}] * 3
    part = pages.summary(rounds, ("one", "two"))
    rows = {row[0]: row[1:5] for row in part.tables[0].rows}
    assert rows["one"] == ["110", "1.10", "220", "1.10"]
    assert [goal.row()[2:] for goal in part.goals] == [
        ("1.30 (two)", "MISS"),
        ("1.10 (one)", "PASS"),
        ("0", "PASS"),
    ]


START, REFERENCE = ForwardMsg(), ForwardMsg(ref_hash="kept")
START.new_session.SetInParent()
END = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
AGAIN = ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN)
PART = ForwardMsg(script_finished=ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


def _text(words: str) -> ForwardMsg:
    said = ForwardMsg()
    said.delta.new_element.markdown.body = words
    return said


def _by_itself(fragment: str, seconds: float) -> ForwardMsg:
    said = ForwardMsg()
    said.auto_rerun.fragment_id, said.auto_rerun.interval = fragment, seconds
    return said


class _Line:
    """A connection over which these messages come, and no others."""

    def __init__(self, messages: list[ForwardMsg]) -> None:
        self.messages = messages
        self.asked: list[str] = []

    async def send(self, data: bytes) -> None:
        self.asked.append(BackMsg.FromString(data).rerun_script.fragment_id)

    async def recv(self, *, decode: bool) -> bytes:
        return bytes(self.messages.pop(0).SerializeToString())


@pytest.mark.parametrize(
    ("sent", "runs", "asked"),
    [
        pytest.param([START, _text("one"), END], 1, [""], id="a page"),
        pytest.param([START, REFERENCE, END], 1, [""], id="a reference is a message"),
        pytest.param([START, AGAIN, START, _text("one"), END], 2, [""], id="a script run twice"),
        pytest.param(
            [START, _by_itself("rest", 0.1), END, START, _text("one"), PART],
            *(2, ["", "rest"]),
            id="the rest of a page comes by itself",
        ),
        pytest.param(
            [START, _by_itself("clock", SOON), END, START, _by_itself("clock", SOON), PART],
            *(2, ["", "clock"]),
            id="what goes on by itself counts once",
        ),
        pytest.param(
            [START, _by_itself("day", 86400), END], 1, [""], id="tomorrow is not waited for"
        ),
    ],
)
def test_all_messages_of_an_answer_count_and_what_it_soon_asks_for_by_itself(
    sent: list[ForwardMsg], runs: int, asked: list[str]
) -> None:
    many, line = len(sent), _Line([*sent, *sent, _text("of nobody's answer")])
    tab = Session("http://nowhere")
    tab._socket = cast("ClientConnection", line)
    with ThreadPoolExecutor(1) as beside:  # a browser of other tests has this thread's own loop
        for _ in range(2):
            assert (beside.submit(asyncio.run, tab.turn("")).result(), tab.messages) == (runs, many)
    assert line.asked == 2 * asked


def test_the_page_with_most_messages_and_the_page_with_most_cpu_decide() -> None:
    messages = turns.Counts(list, {pages.CHART: [6], "one": [45, 44], "two": [30, 30]})
    spent = turns.Spent(list, dict.fromkeys((pages.BARE, pages.AGAIN), [None] * 3))
    spent |= {pages.CHART: [10, 20, None], "one": [20, 40, 20], "two": [40, 60, 30]}
    part = turns.summary(messages, spent, ("one", "two"))
    rows = {row[0]: row[1:] for row in part.tables[0].rows}
    assert rows[pages.BARE] == ["–", "–", "–"]
    assert rows[pages.CHART] == ["6", "15.0", "1.00"]
    assert rows["one"] == ["45", "20.0", "2.00"]
    assert [goal.row()[2:] for goal in part.goals] == [
        ("45 (one)", "PASS"),
        ("3.50 (two)", "MISS"),
    ]


def test_the_slowest_step_or_filter_decides_and_opening_does_not() -> None:
    spent = reruns.Spent(list, {("one", "open"): [90], ("one", "step"): [9, 8, 24]})
    part = reruns.summary(spent, ("bare", "one"), ("one",))
    assert part.tables[0].rows == [["bare", *"–––––"], ["one", "90.0", "9.0", "–", "–", "–"]]
    spent["one", "filter"] += [25, 26, 27]
    assert [goal.row()[2:] for goal in part.goals] == [("9.0 (step, one)", "PASS")]
    goals = reruns.summary(spent, (), ("one",)).goals
    assert [goal.row()[2:] for goal in goals] == [("26.0 (filter, one)", "MISS")]


def test_the_largest_brief_is_compared_with_the_smallest_round_by_round() -> None:
    spent = grown.Spent(list, {60: [10, 20, 10], 300: [11, 22, 11], 900: [16, 30, 15]})
    part = grown.summary(spent, {60: 40.0, 900: 300.0})
    assert part.tables[0].rows == [
        ["60", "10.0", "1.00", "40.0"],
        ["300", "11.0", "1.10", "–"],
        ["900", "16.0", "1.50", "300.0"],
    ]
    assert [goal.row()[2:] for goal in part.goals] == [("1.50 (900 events)", "PASS")]


def test_the_class_of_the_goal_decides_and_its_errors_are_told() -> None:
    small = Crowd(10, [10.0, 20.0], memory=9)
    whole = Crowd(CLASS, [*[100.0] * 95, *[9000.0] * 5], memory=1.5, cpu=20)
    whole.errors["FaultyPageError: gone"] += 2
    part = readers.summary({("app", 10): small, ("app", CLASS): whole})
    assert part.tables[0].rows[1] == (
        ["app", str(CLASS), "100", "100", "100", "9,000", "2", "20.0", "1.50"]
    )
    assert part.tables[1].rows == [["FaultyPageError: gone", "2"]]
    assert [goal.row()[-1] for goal in part.goals] == ["PASS", "MISS", "PASS"]


def test_results_replace_only_what_is_between_the_marks() -> None:
    text = f"before\n{tables.START}\nold\n{tables.END}\nafter"
    once = tables.replace_results(text, "new")
    assert once == f"before\n{tables.START}\n\nnew\n\n{tables.END}\nafter"
    assert tables.replace_results(once, "new") == once
    with pytest.raises(ValueError, match="not both there"):
        tables.replace_results("no marks", "new")


def test_the_readme_has_a_place_for_results_and_explains_every_table() -> None:
    text = command.README.read_text("utf-8")
    assert "new results" in tables.replace_results(text, "new results")
    explained = {line[2:].partition("**")[0] for line in text.splitlines() if line[:2] == "**"}
    nothing = (
        pages.summary([], ()),
        cold.summary({network: [] for network in cold.NETWORKS}, ()),
        turns.summary(turns.Counts(list), turns.Spent(list), ()),
        reruns.summary(reruns.Spent(list), (), ()),
        grown.summary(grown.Spent(list), {}),
        start.summary(start.Found(list)),
        readers.summary({}),
    )
    results = tables.report(nothing).splitlines()
    assert explained == {line[4:].partition(",")[0] for line in results if line[:4] == "### "}


def test_what_was_not_measured_is_not_reached() -> None:
    nothing = (
        pages.summary([], ()),
        cold.summary({network: [] for network in cold.NETWORKS}, ()),
        turns.summary(turns.Counts(list), turns.Spent(list), ()),
        reruns.summary(reruns.Spent(list), (), ()),
        grown.summary(grown.Spent(list), {}),
        readers.summary({}),
    )
    goals = [goal for part in nothing for goal in part.goals]
    assert len(goals) == 14
    assert {goal.row()[-1] for goal in goals} == {"MISS"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--help"], 0, "{pages,cold,turns,reruns,grown,start,readers,all}"),
        (["pages", "--write"], 2, "--write needs all parts"),
        (["everything"], 2, "invalid choice"),
    ],
)
def test_the_command_says_what_it_can_measure(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(arguments)
    assert ended.value.code == code
    printed = capsys.readouterr()
    assert said in printed.out + printed.err
