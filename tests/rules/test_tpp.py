"""Cuts of TPP: counts times percent, levels and mosts at their limits; what is not reported is not cut."""

from __future__ import annotations

import pytest
from rolls_in_words import day, history

from attendance.rules import tpp
from attendance.rules.kinds import Kind
from attendance.rules.tpp import Cut, Level, Table

PAGI, KERJA = Kind.APEL_PAGI, Kind.KERJA
MISSED = Cut("apel", PAGI, ("TK",), 1.0)
DAY = Cut("kerja", KERJA, ("TK",), 3.0)
LATE = Cut("telat", KERJA, ("TM", "T"), 0.5, most=1.5)


def reckoned(table: Table, *, pagi: str = "", kerja: str = "") -> tpp.Reckoned:
    """What is cut for a roll of each kind."""
    days = {kind: history(roll).days for kind, roll in ((PAGI, pagi), (KERJA, kerja)) if roll}
    return tpp.reckon(days, table)


def test_each_item_is_count_times_percent_and_shows_its_days() -> None:
    found = reckoned(Table((MISSED, DAY)), pagi="TK H TK S", kerja="H TK H .")
    assert [(item.cut.name, [one.day for one in item.days], item.percent) for item in found.items] == [
        ("apel", [day(2), day(4)], 2.0),
        ("kerja", [day(3)], 3.0),
    ]
    assert (found.added, found.level, found.percent) == (5.0, 0.0, 5.0)


def test_what_is_excused_not_required_or_not_reported_is_not_cut() -> None:
    assert reckoned(Table((MISSED, DAY)), pagi="H S I C DL TB DK NR .TK .", kerja="H .TK").percent == 0


def test_an_excused_day_is_cut_where_the_table_says_so() -> None:
    assert reckoned(Table((Cut("izin", KERJA, ("I",), 1.5),)), kerja="I S I").percent == 3.0


@pytest.mark.parametrize(("late", "percent"), [(1, 0.5), (2, 1.0), (3, 1.5), (4, 1.5)])
def test_an_item_stops_at_its_own_most(late: int, percent: float) -> None:
    assert reckoned(Table((LATE,)), kerja=" ".join(["T"] * late)).percent == percent


@pytest.mark.parametrize(("absent", "percent"), [(6, 18.0), (7, 100.0), (8, 100.0)])
def test_a_level_holds_from_its_least_on(absent: int, percent: float) -> None:
    table = Table((DAY,), (Level(KERJA, ("TK",), 7, 100.0),))
    found = reckoned(table, kerja=" ".join(["TK"] * absent))
    assert (found.percent, found.added) == (percent, absent * 3.0)


def test_the_highest_level_counts_and_never_makes_it_less() -> None:
    levels = (Level(KERJA, ("TK",), 2, 5.0), Level(KERJA, ("TK",), 4, 10.0))
    assert [reckoned(Table((DAY,), levels), kerja=" ".join(["TK"] * n)).percent for n in (1, 2, 4)] == [3.0, 6.0, 12.0]
    assert reckoned(Table((), levels), kerja="TK TK").percent == 5.0


@pytest.mark.parametrize(("absent", "percent"), [(33, 99.0), (34, 100.0), (40, 100.0)])
def test_no_more_than_the_most_of_a_month(absent: int, percent: float) -> None:
    days = history(" ".join(["TK"] * 25)).days
    assert tpp.reckon({KERJA: (days * 2)[:absent]}, Table((DAY,))).percent == percent


def test_certain_days_are_cut_by_their_own_line_alone() -> None:
    first = Cut("apel perdana", PAGI, ("TK",), 15.0, on=frozenset({day(3)}))
    late = Cut("telat", PAGI, ("T",), 0.5)
    found = reckoned(Table((MISSED, first, late)), pagi="TK TK T")
    assert [(len(item.days), item.percent) for item in found.items] == [(1, 1.0), (1, 15.0), (1, 0.5)]


def test_a_present_day_may_be_late_and_early_too() -> None:
    (one,) = history("H").days
    both = one._replace(late_arrival=True, early_leave=True)
    assert tpp.said(both) == {"H", "TM", "PC"}
    assert tpp.said(one) == {"H"}
    early = Cut("pulang", KERJA, ("PC",), 2.0)
    assert tpp.reckon({KERJA: [both]}, Table((LATE, early))).percent == 2.5


def test_the_kinds_of_a_table_come_once_in_its_order() -> None:
    table = Table((DAY, MISSED, LATE), (Level(Kind.SENAM, ("TK",), 1, 1.0),))
    assert table.kinds == (KERJA, PAGI, Kind.SENAM)
