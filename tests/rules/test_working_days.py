"""The working day: when he came and left, late arrivals (TM) and early leaves (PC)."""

from __future__ import annotations

from datetime import time

import pytest
from rolls_in_words import LINE, agenda, codes, day, letter, mark, resolved, schedule

from attendance.rules import totals
from attendance.rules.histories import Day
from attendance.rules.kinds import Kind

WORK = schedule(Kind.KERJA, late_after=time(7, 45), min_stay=60)


def one(scans: str, **words: object) -> Day:
    (only,) = resolved(agenda(2, 2, WORK), scans={2: scans} if scans else {}, **words).days  # type: ignore[arg-type]
    return only


@pytest.mark.parametrize(("at", "late"), [("07:30:00", False), ("07:45:59", False), ("07:46:00", True)])
def test_tm_is_after_the_start_and_the_tolerance(at: str, late: bool) -> None:
    found = one(f"{at} 16:00:00")
    assert (found.code, found.late_arrival, found.at) == ("H", late, time.fromisoformat(at))


@pytest.mark.parametrize(("at", "early"), [("15:59:59", True), ("16:00:00", False), ("19:00:00", False)])
def test_pc_is_before_the_end_of_the_day(at: str, early: bool) -> None:
    found = one(f"07:00:00 {at}")
    assert (found.early_leave, found.left) == (early, time.fromisoformat(at))


@pytest.mark.parametrize(
    ("last", "left"), [("16:29:59", None), ("16:30:00", time(16, 30)), ("16:30:01", time(16, 30, 1))]
)
def test_a_scan_counts_as_leaving_once_he_stayed_long_enough(last: str, left: time | None) -> None:
    found = one(f"15:30:00 {last}")
    assert (found.left, found.early_leave) == (left, left is None)


def test_one_scan_is_no_leaving() -> None:
    found = one("07:00:00")
    assert (found.left, found.early_leave, found.late_arrival) == (None, True, False)


def test_only_the_first_and_the_last_scan_speak() -> None:
    found = one("07:00:00 07:00:03 09:00:00 12:00:00 16:10:00")
    assert (found.at, found.left, found.early_leave) == (time(7), time(16, 10), False)


@pytest.mark.parametrize(("at", "code"), [("04:59:59", "TK"), ("05:00:00", "H")])
def test_the_day_begins_with_day_starts(at: str, code: str) -> None:
    assert one(at, closed={LINE: [2]}).code == code


def test_a_night_scan_is_not_the_arrival() -> None:
    assert one("00:10:00 07:20:00 16:00:00").at == time(7, 20)


def test_no_scan_no_mark_no_letter() -> None:
    assert one("", closed={LINE: [2]}).code == "TK"
    assert one("").code == "BL"
    assert one("", closed={LINE: [2]}, letters=[letter("DL", 2, 2)]).code == "DL"


@pytest.mark.parametrize(("scan", "early"), [("16:05:00", False), ("15:59:59", True), ("08:19:59", True)])
def test_who_signed_in_on_paper_may_leave_by_the_machine(scan: str, early: bool) -> None:
    found = one(scan, marks={2: mark("H", "07:20")})
    assert (found.at, found.late_arrival, found.early_leave) == (time(7, 20), False, early)


def test_a_mark_without_scans_says_nothing_of_leaving() -> None:
    found = one("", marks={2: mark("H", "08:00")})
    assert (found.code, found.late_arrival, found.early_leave) == ("H", True, False)


def test_a_recorded_t_is_late_and_t() -> None:
    found = one("07:00:00 16:00:00", marks={2: mark("T")})
    assert (found.code, found.late_arrival) == ("T", False)  # T is counted as T, not once more as TM


def test_tm_and_pc_are_counted_apart_from_the_codes() -> None:
    scans = {2: "07:00:00 16:00:00", 3: "07:50:00 16:00:00", 4: "07:50:00"}
    found = resolved(agenda(2, 5, WORK), scans=scans, closed={LINE: [5]})
    sums = totals.of_history(found)
    assert codes(found) == "H H H TK"
    assert (sums.present, sums.late, sums.absent, sums.late_arrivals, sums.early_leaves) == (3, 0, 1, 2, 1)


def test_hours_of_ramadan_follow_the_schedule_that_covers_the_day() -> None:
    ramadan = schedule(Kind.KERJA, late_after=time(8), closes=time(15), first=day(3), last=day(4))
    scans = dict.fromkeys(range(2, 6), "08:00:00 15:00:00")
    found = resolved(agenda(2, 5, WORK, ramadan), scans=scans)
    assert [(one.late_arrival, one.early_leave) for one in found.days] == [
        (True, True),
        (False, False),
        (False, False),
        (True, True),
    ]
