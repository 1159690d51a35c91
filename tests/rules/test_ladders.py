"""Ladders: who is due for which warning, and what counts only once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from rolls_in_words import LINE, dates, day, history, letter

from attendance.rules.kinds import Kind
from attendance.rules.ladders import (
    Issued,
    Ladder,
    Standing,
    State,
    Step,
    fallen,
    holding,
    holds_until,
    judge,
    since,
)
from attendance.rules.periods import Period

END = day(31)
MARCH = Period(day(1), END)
LADDER = Ladder((Step(3, 5), Step(2, 3, 20), Step(None, 2)), valid_months=6)


def warned(step: int, dated: date, *numbers: int, rule: str = "beruntun") -> Issued:
    days = tuple(map(day, numbers))
    return Issued(f"{step}/{dated}", 1, step, Kind.APEL_PAGI, rule, day(1), day(31), len(days), days, dated, "KEPALA")


def stands(
    words: str,
    *issued: Issued,
    ladder: Ladder = LADDER,
    period: Period = MARCH,
    today: date = END,
    silent: Mapping[int, Sequence[date]] | None = None,
) -> Standing | None:
    return judge(history(words), period, ladder, issued, today, silent or {})


def told(one: Standing | None) -> tuple[object, ...] | None:
    return None if one is None else (one.state.name, one.step, one.rule, one.figure, one.limit, dates(one.days))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("H H H H", None),
        ("TK H TK", None),
        ("H TK TK", ("NEAR", 1, "beruntun", 2, 3, [3, 4])),
        ("TK TK H", None),  # the run is over: one more absence makes no three in a row
        ("TK TK TK", ("DUE", 1, "beruntun", 3, 3, [2, 3, 4])),
        ("TK TK S TK", None),
        ("TK TK NR TK", ("DUE", 1, "beruntun", 3, 3, [2, 3, 5])),
        ("TK H TK H TK H TK", ("NEAR", 1, "sering", 4, 5, [2, 4, 6, 8])),
        ("TK H TK H TK H TK H TK", ("DUE", 1, "sering", 5, 5, [2, 4, 6, 8, 10])),
        ("TK H TK TK TK", ("DUE", 1, "beruntun", 3, 3, [2, 4, 5, 6])),  # a letter rests on all that count
        ("TK TK TK .", ("HELD", 1, "beruntun", 3, 3, [2, 3, 4])),
        (". TK TK", ("NEAR", 1, "beruntun", 2, 3, [3, 4])),
    ],
)
def test_the_first_step(words: str, expected: tuple[object, ...] | None) -> None:
    assert told(stands(words)) == expected


def test_only_the_days_of_the_period_count() -> None:
    assert told(stands("TK TK TK", period=Period(day(3), day(31)))) == ("NEAR", 1, "beruntun", 2, 3, [3, 4])


def test_of_a_line_that_has_not_reported_nobody_is_proposed() -> None:
    held = stands("TK TK TK H", silent={LINE: [day(5)]})  # his own day is known, the roll of his line is not closed
    assert told(held) == ("HELD", 1, "beruntun", 3, 3, [2, 3, 4])
    assert held is not None and held.missing == (day(5),)
    assert told(stands("TK TK TK H", silent={LINE + 1: [day(5)]})) == ("DUE", 1, "beruntun", 3, 3, [2, 3, 4])
    assert told(stands("TK TK TK", silent={LINE: [day(9)]})) == ("DUE", 1, "beruntun", 3, 3, [2, 3, 4])


def test_the_same_days_are_answered_once() -> None:
    first = warned(1, day(5), 2, 3, 4)
    assert told(stands("TK TK TK", first)) == ("HAD", 1, "beruntun", 3, 3, [2, 3, 4])
    over = day(31).replace(month=12)  # the warning holds no more; its days are used up all the same
    assert told(stands("TK TK TK", first, today=over)) == ("HAD", 1, "beruntun", 3, 3, [2, 3, 4])
    again = stands("TK TK TK TK TK TK", first, today=over)
    assert told(again) == ("DUE", 1, "beruntun", 3, 3, [5, 6, 7])
    assert again is not None and again.before == ()


def test_the_next_step_counts_from_the_day_after_the_warning() -> None:
    first = warned(1, day(5), 2, 3, 4)
    words = "TK TK TK TK H TK H"  # 5 March is the day of the letter itself
    assert told(stands(words, first)) == ("HAD", 1, "beruntun", 3, 3, [2, 3, 4])
    assert told(stands(f"{words} TK", first, today=day(25))) == ("NEAR", 2, "beruntun", 1, 2, [7, 9])
    assert told(stands(f"{words} TK", first, today=day(26))) == ("HAD", 1, "beruntun", 3, 3, [2, 3, 4])
    due = stands(f"{words} TK TK", first)
    assert told(due) == ("DUE", 2, "beruntun", 2, 2, [7, 9, 10])
    assert due is not None and due.before == (first,)


def test_the_next_step_counts_days_before_the_period_too() -> None:
    first = warned(1, day(5), 2, 3, 4)
    late = Period(day(9), day(31))
    assert since(late, [first], LADDER, day(31)) == Period(day(6), day(31))
    assert since(late, [first], LADDER, date(2027, 1, 1)) == late
    assert since(late, [], LADDER, day(31)) == late
    assert since(MARCH, [warned(1, date(2026, 4, 9), 2)], LADDER, day(31)) == MARCH
    assert since(Period(day(2), day(3)), [warned(1, day(20), 2)], LADDER, day(31)) == Period(day(2), day(3))
    assert told(stands("TK TK TK H TK TK H TK", first, period=late)) == ("DUE", 2, "beruntun", 2, 2, [6, 7, 9])


def test_within_the_days_of_the_step_and_after_them() -> None:
    first = warned(1, day(4), 2, 3, 4)  # step II must follow by 24 March
    quiet = "TK TK TK " + "H " * 19
    assert told(stands(f"{quiet} TK TK", first)) is not None
    assert told(stands(f"{quiet[:-2]} TK TK", first)) == ("DUE", 2, "beruntun", 2, 2, [23, 24])
    assert told(stands(f"{quiet} TK TK TK", first)) == ("NEAR", 1, "beruntun", 2, 3, [25, 26])
    assert told(stands(f"{quiet} H TK TK TK", first)) == ("DUE", 1, "beruntun", 3, 3, [25, 26, 27])


def test_the_end_of_the_ladder() -> None:
    issued = (warned(1, day(4), 2, 3, 4), warned(2, day(8), 5, 6), warned(3, day(12), 9, 10))
    start = "TK TK TK TK TK H H TK TK H H"
    assert told(stands(start, *issued)) == ("HAD", 3, "beruntun", 2, 2, [9, 10])
    assert told(stands(f"{start} TK", *issued)) == ("HAD", 3, "beruntun", 2, 2, [9, 10])
    assert told(stands(f"{start} TK TK", *issued)) == ("BEYOND", 4, "sering", 2, 2, [13, 14])
    assert told(stands(f"{start} TK TK .", *issued)) == ("HELD", 4, "sering", 2, 2, [13, 14])


def test_a_ladder_that_became_shorter() -> None:
    issued = (warned(3, day(5), 2, 3, 4),)
    short = Ladder((Step(3, None),))
    assert told(stands("TK TK TK H TK TK TK", *issued, ladder=short)) == ("BEYOND", 4, "beruntun", 3, 3, [6, 7, 8])


@pytest.mark.parametrize(
    ("dated", "months", "last"),
    [
        (date(2026, 3, 5), 6, date(2026, 9, 4)),
        (date(2026, 8, 31), 6, date(2027, 2, 27)),
        (date(2026, 12, 1), 1, date(2026, 12, 31)),
    ],
)
def test_how_long_a_warning_holds(dated: date, months: int, last: date) -> None:
    one, ladder = warned(1, dated, 2), Ladder(valid_months=months)
    assert holds_until(one, ladder) == last
    assert holding([one], ladder, last) == (one,)
    assert holding([one], ladder, date.fromordinal(last.toordinal() + 1)) == ()


def test_a_limit_of_one_has_nothing_before_it() -> None:
    once = Ladder((Step(None, 1),))
    assert stands("H H", ladder=once) is None
    assert told(stands("TK", ladder=once)) == ("DUE", 1, "sering", 1, 1, [2])


def test_what_falls_away_under_a_warning() -> None:
    one = warned(1, day(6), 2, 3, 4, 5)
    assert fallen(one, history("TK TK TK TK"), LADDER) is None
    sick = fallen(one, history("TK TK TK TK", letters=[letter("S", 5, 5)]), LADDER)
    assert sick is not None and sick.stands and sick.left == (day(2), day(3), day(4))
    assert [(lost.day, lost.code.value) for lost in sick.gone] == [(day(5), "S")]
    ruin = fallen(one, history("TK TK TK TK", letters=[letter("S", 4, 4)]), LADDER)
    assert ruin is not None and not ruin.stands
    other = fallen(warned(1, day(8), 2, 3, 6), history("TK TK TK TK H"), LADDER)  # 4 and 5 March belong to no letter
    assert other is not None and not other.stands and other.gone[0].day == day(6)
    nothing = fallen(one, history("H"), LADDER)
    assert nothing is not None and not nothing.stands and nothing.left == ()


def test_the_most_pressing_comes_first() -> None:
    assert list(State) == [State.DUE, State.BEYOND, State.HELD, State.NEAR, State.HAD]
