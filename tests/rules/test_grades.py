"""Units in their order: rates, letters, the period before; who has not reported has no rank."""

from __future__ import annotations

from collections import Counter

import pytest
from rolls_in_words import history

from attendance.rules import grades, totals
from attendance.rules.codes import Code
from attendance.rules.grades import Standings
from attendance.rules.totals import Totals

TABLE = {"A": 0.95, "B": 0.85, "C": 0.75, "D": 0.6, "E": 0.0}
LABELS = {1: "SATU", 2: "DUA", 3: "TIGA", 4: "EMPAT"}


def sums(**rolls: str) -> dict[int, tuple[int, Totals]]:
    """For each unit one person with a roll, written as `u1="H TK"`."""
    return {int(unit[1:]): (1, totals.of_history(history(roll))) for unit, roll in rolls.items()}


def ranked(now: dict[int, tuple[int, Totals]], before: dict[int, tuple[int, Totals]] | None = None, waiting=()):  # type: ignore[no-untyped-def]
    found = grades.ranked(Standings(now, waiting), Standings(before or {}), TABLE, LABELS)
    return [(one.unit, one.rank, one.grade) for one in found]


@pytest.mark.parametrize(
    ("present", "letter"),
    [(100, "A"), (95, "A"), (94, "B"), (85, "B"), (84, "C"), (75, "C"), (74, "D"), (60, "D"), (59, "E"), (0, "E")],
)
def test_each_letter_at_its_least_and_one_below(present: int, letter: str) -> None:
    found = Totals(Counter({Code.H: present, Code.TK: 100 - present}))
    assert grades.grade(found.rate or 0.0, TABLE) == letter


def test_without_a_table_there_is_no_letter() -> None:
    assert grades.grade(1.0, {}) == ""


def test_equal_rates_stand_on_equal_ranks_by_name() -> None:
    now = sums(u1="H TK", u2="H TK TK H", u3="H H", u4="TK")
    assert ranked(now) == [(3, 1, "A"), (2, 2, "E"), (1, 2, "E"), (4, 4, "E")]


def test_who_has_not_reported_or_was_not_required_has_no_rank_and_stands_last() -> None:
    now = sums(u1="H .", u2="H TK", u3="S S", u4=".TK")
    assert ranked(now, waiting={1, 4}) == [(2, 1, "E"), (4, None, ""), (1, None, ""), (3, None, "")]


def test_the_change_to_the_period_before() -> None:
    now, before = sums(u1="H H", u2="H TK", u3="H"), sums(u1="H TK", u2="H H", u4="H")
    first, third, second = grades.ranked(Standings(now), Standings(before), TABLE, LABELS)
    assert (first.unit, first.change, first.rank_before, first.climbed) == (1, 0.5, 3, 2)
    assert (third.unit, third.change, third.rank_before, third.climbed) == (3, None, None, None)
    assert (second.unit, second.change, second.rank, second.climbed) == (2, -0.5, 3, -2)


def test_a_period_before_that_was_not_reported_is_no_comparison() -> None:
    (one,) = grades.ranked(Standings(sums(u1="H")), Standings(sums(u1="H ."), {1}), TABLE, LABELS)
    assert (one.rate_before, one.rank_before, one.change, one.climbed) == (None, None, None, None)
    (silent,) = grades.ranked(Standings(sums(u1="H ."), {1}), Standings(sums(u1="H")), TABLE, LABELS)
    assert (silent.rate_before, silent.change, silent.climbed) == (1.0, None, None)
