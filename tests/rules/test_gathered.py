"""Sums without days: the same figures as with them."""

from __future__ import annotations

from datetime import date

from rolls_in_words import LINE, agenda, day, history, resolved

from attendance.rules import chronic, gathered, totals
from attendance.rules.chronic import Limits
from attendance.rules.gathered import Gathered
from attendance.rules.periods import Period
from attendance.rules.postings import Posting


def test_units_and_days_add_up_as_with_all_days() -> None:
    moved = [Posting(10, 10, date(2020, 1, 1), day(3)), Posting(20, 10, day(4))]
    histories = [
        resolved(agenda(2, 5), postings=moved, closed={10: [2, 3, 4]}),
        resolved(agenda(2, 5), postings=[Posting(20, 20, day(5))], closed={20: [5]}, person=2),
    ]
    sums = Gathered().all(histories)
    assert sums.by_unit == totals.by_unit(histories)
    assert [(on.day, one.absent, one.unreported) for on, one in sums.by_day.items()] == [
        (2, 1, 0),
        (3, 1, 0),
        (4, 1, 0),
        (5, 1, 1),
    ]
    assert sums.people == 2
    assert sums.missing({10: [day(5)], 30: [day(2)]}) == {10: [day(5)], 30: [day(2)]}
    assert (sums.waiting({10: [day(5)]}), sums.waiting({10: [day(2)]}), sums.waiting({})) == ({20}, {10}, set())


def test_within_units_only_their_days_count_and_only_their_rolls_are_missed() -> None:
    moved = [Posting(10, 10, date(2020, 1, 1), day(3)), Posting(20, 10, day(4))]
    sums = Gathered({20})
    assert sums.add(resolved(agenda(2, 5), postings=moved, closed={10: [2, 3, 4]}))
    assert not sums.add(resolved(agenda(2, 5), postings=[Posting(30, 30, date(2020, 1, 1))], person=2))
    assert {unit: one.scheduled for unit, (_people, one) in sums.by_unit.items()} == {20: 2}
    assert (sums.people, [on.day for on in sums.by_day]) == (1, [4, 5])
    assert sums.missing({10: [day(3), day(5)], 30: [day(2)]}) == {10: [day(5)]}


def test_a_slim_judgment_says_the_same_of_what_was_not_counted() -> None:
    one = chronic.judge(history("H TK S NR . H NR"), Limits())
    slim = gathered.slim(one)
    assert [held.day for held in slim.history.days] == [day(4), day(5), day(6), day(7), day(8)]
    assert (slim.history.unit, slim.totals, slim.run) == (one.history.unit, one.totals, one.run)


def test_a_bare_judgment_keeps_unit_and_figures_but_no_day() -> None:
    one = chronic.judge(history("TK TK TK NR"), Limits())
    bare = gathered.bare(one)
    assert [held.day for held in bare.history.days] == [day(4)]
    assert [(flag.rule, flag.figure, flag.days) for flag in bare.flags] == [
        ("tidak-pernah", 3, ()),
        ("beruntun", 3, ()),
    ]
    assert gathered.bare(chronic.judge(history("NR"), Limits())).history.days == ()


def test_presence_and_absence_by_month() -> None:
    months = (Period(day(1), day(3)), Period(date(2026, 4, 1), date(2026, 4, 30)))
    assert gathered.monthly(history("H TK"), months) == ((1, 1), (0, 0))
    assert gathered.monthly(history("T S"), months) == ((1, 0), (0, 0))


def test_since_when_somebody_is_in_his_unit() -> None:
    moved = [Posting(10, LINE, date(2020, 1, 1), day(3)), Posting(20, LINE, day(4))]
    assert gathered.moved(resolved(agenda(2, 5), postings=moved, closed={LINE: [2, 3, 4, 5]})) == day(4)
    assert gathered.moved(history("H H")) is None
