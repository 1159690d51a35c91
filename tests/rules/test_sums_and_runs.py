"""Sums, rates and runs, for one person and for units."""

from __future__ import annotations

from datetime import date

import pytest
from rolls_in_words import LINE, agenda, called, codes, dates, day, history, letter, resolved, schedule

from attendance.rules import runs, totals
from attendance.rules.codes import EXCUSING, RECORDED, Code, Standing
from attendance.rules.kinds import Kind
from attendance.rules.postings import Posting


def test_the_worked_example() -> None:
    sums = totals.of_history(history("H T TK TK"))
    assert (sums.scheduled, sums.present, sums.late, sums.absent) == (4, 2, 1, 2)
    assert (sums.required, sums.rate) == (4, 0.5)
    sums = totals.of_history(history("H T - TK", letters=[letter("S", 4, 4)]))
    assert (sums.excused, sums.required, sums.rate) == (1, 3, 2 / 3)
    sums = totals.of_history(history("H T - .", letters=[letter("S", 4, 4)]))
    assert (sums.unreported, sums.required, sums.rate, sums.absent) == (1, 2, 1.0, 0)


def test_the_class_of_every_code() -> None:
    sums = totals.of_history(history("H T S I C DL TB DK TK . NR"))
    assert (sums.scheduled, sums.present, sums.excused, sums.absent, sums.unreported) == (10, 2, 6, 1, 1)
    assert {code for code in Code if code.standing is Standing.EXCUSED} == set(EXCUSING)
    assert set(Code) - set(RECORDED) == {Code.NR, Code.BL}


@pytest.mark.parametrize(
    ("roll", "rate", "missed"),
    [
        ("H TK", 0.5, 0.5),
        ("S I", None, 1.0),
        (". .", None, None),
        ("NR", None, None),
        ("H S TK .", 0.5, 2 / 3),
        ("TK TK", 0.0, 1.0),
        ("H H .", 1.0, 0.0),
    ],
)
def test_rate_and_missed_for_any_reason(roll: str, rate: float | None, missed: float | None) -> None:
    sums = totals.of_history(history(roll))
    assert (sums.rate, sums.missed_any_reason) == (rate, missed)


@pytest.mark.parametrize(
    ("roll", "lengths", "open_"),
    [
        ("TK TK TK", [3], 3),
        ("TK H TK TK", [1, 2], 2),
        ("TK S TK", [1, 1], 1),
        ("TK TK T", [2], 0),
        ("TK NR TK . TK", [3], 3),
        ("TK TK . NR", [2], 2),
        ("H S .", [], 0),
        ("", [], 0),
    ],
)
def test_presence_and_excuse_break_a_run_but_nr_and_bl_do_not(roll: str, lengths: list[int], open_: int) -> None:
    days = history(roll).days if roll else ()
    assert [len(run) for run in runs.runs(days)] == lengths
    assert len(runs.last(days)) == open_


def test_a_weekend_neither_counts_nor_breaks() -> None:
    weekdays = agenda(2, 10, schedule(weekdays=frozenset(range(5))))
    found = resolved(weekdays, closed={LINE: range(2, 11)})
    assert dates(runs.longest(found.days)) == [2, 3, 4, 5, 6, 9, 10]


def test_the_longest_run_is_the_earliest_of_equals() -> None:
    assert dates(runs.longest(history("TK TK H TK TK H TK").days)) == [2, 3]
    assert runs.longest(history("H").days) == ()


def test_sums_of_units_take_each_day_under_the_unit_of_that_day() -> None:
    moved = [Posting(10, 10, date(2020, 1, 1), day(3)), Posting(20, 10, day(4))]
    first = resolved(agenda(2, 5), postings=moved, closed={10: [2, 3, 4]})
    second = resolved(agenda(2, 5), postings=[Posting(20, 20, day(5))], closed={20: [5]}, person=2)
    assert (codes(first), codes(second)) == ("TK TK TK BL", "NR NR NR TK")
    found = totals.by_unit([first, second])
    assert {unit: (people, sums.absent, sums.unreported) for unit, (people, sums) in found.items()} == {
        10: (1, 2, 0),
        20: (2, 2, 1),
    }


def test_a_day_without_a_unit_stands_in_no_sum_of_units() -> None:
    invited = agenda(2, 5, calls=[called(4, people=frozenset({1}))], kind=Kind.KEGIATAN)
    assert totals.by_unit([resolved(invited, postings=[])]) == {}
