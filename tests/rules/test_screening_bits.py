"""The quick look: days as bits, and an answer that is never smaller than the truth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rolls_in_words import MONDAY, day, history, letter
from test_properties import ROLLS, letters

from attendance.rules import chronic, screening
from attendance.rules.chronic import Limits
from attendance.rules.histories import Held
from attendance.rules.periods import Period
from attendance.rules.screening import Bits, Sessions

WEEK = Period(day(2), day(8))


def looked(roll: str, limits: Limits, held: list[Held] | None = None) -> bool:
    """What the quick look says of a line of words."""
    cells = roll.split()
    days = [day(number) for number in range(2, 2 + len(cells))]
    told = dict(zip(days, cells, strict=True))
    closed = [on for on, cell in told.items() if not cell.startswith(".")]
    free = [(on, on) for on, cell in told.items() if cell == "NR"]
    known = [on for on, cell in told.items() if cell.lstrip(".-") not in ("", "TK", "NR")]
    period = Period(days[0], days[-1])
    concerned = screening.sessions(days, closed, MONDAY).within(~screening.covered(free, period))
    present = sum(told[on].lstrip(".") in ("H", "T") for on in known)
    marks = Bits(screening.covered([(on, on) for on in known], period), present)
    excused = screening.covered([(one.first, one.last) for one in held or []], period)
    return screening.reachable(concerned, marks, excused, limits)


LIMITS = st.builds(
    Limits,
    st.none() | st.integers(1, 4),
    st.none() | st.integers(1, 4),
    st.none() | st.sampled_from([0.2, 0.5, 1.0]),
    st.integers(1, 6),
    st.none() | st.integers(1, 5),
)


@given(ROLLS, LIMITS, st.lists(letters(), max_size=2))
def test_whom_a_rule_flags_the_quick_look_reaches(roll: str, limits: Limits, held: list[Held]) -> None:
    if chronic.judge(history(roll, letters=held), limits).flags:
        assert looked(roll, limits, held)


@pytest.mark.parametrize(
    ("roll", "reached"),
    [
        ("TK TK TK", True),
        ("TK TK . .TK", False),
        ("H TK TK TK", True),
        ("H TK TK H TK TK H H", False),
        ("H TK TK H TK TK H TK TK H TK", True),  # seven of eleven
        ("TK TK S TK H H H", False),
        ("TK TK NR TK H H H", True),
        (". . . .", False),
    ],
)
def test_the_quick_look_passes_over_most(roll: str, reached: bool) -> None:
    assert looked(roll, Limits()) is reached


def test_a_letter_covers_absences() -> None:
    assert not looked("TK TK TK H H", Limits(), [letter("S", 2, 3)])


def test_no_rule_reaches_anybody_when_all_are_off() -> None:
    assert not looked("TK TK TK TK TK TK", Limits(None, None, None, 1, None))


@pytest.mark.parametrize(
    ("limits", "reached", "passed"),
    [
        (Limits(3, None, None, 1, None), "TK TK TK", "TK TK"),
        (Limits(None, 2, None, 1, None), "H TK TK", "TK H TK"),
        (Limits(None, None, 0.5, 3, None), "H TK TK", "H H TK TK"),
        (Limits(None, None, 0.5, 4, None), "H TK TK TK", "H TK TK"),
        (Limits(None, None, None, 1, 2), "H TK H TK", "H TK"),
    ],
)
def test_each_rule_alone(limits: Limits, reached: str, passed: str) -> None:
    assert (looked(reached, limits), looked(passed, limits)) == (True, False)


def test_marks_of_days_that_do_not_count_want_a_closer_look() -> None:
    assert screening.reachable(Sessions(0b01, 0b01), Bits(0b11, 2), 0, Limits())
    assert not screening.reachable(Sessions(0b11, 0b11), Bits(0b11, 2), 0, Limits())


@pytest.mark.parametrize(
    ("first", "last", "bits"),
    [(2, 8, 0b1111111), (1, 3, 0b11), (8, None, 0b1000000), (4, 4, 0b100), (9, None, 0), (1, 1, 0), (5, 4, 0)],
)
def test_a_span_of_days_as_bits(first: int, last: int | None, bits: int) -> None:
    assert screening.span(day(first), day(last) if last else None, WEEK) == bits


def test_sessions_of_two_lines_are_added() -> None:
    one, other = screening.sessions([day(2), day(3)], [day(3)], day(2)), screening.sessions([day(5)], [], day(2))
    assert one.also(other) == Sessions(0b1011, 0b10)
    assert (screening.bits_of(0b1010), screening.places(0b1010)) == ([2, 8], {2: 0, 8: 1})
