"""Scans as lines, and whether a block of them can be moved by an offset."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from attendance.errors import Place
from attendance.rules.scans import Doubt, Quarantined, doubt, is_pin, same_pin, stamped

NOW = datetime(2026, 3, 31, 12)
DAY = timedelta(days=1)


def at(day: int, hour: int = 7) -> datetime:
    return datetime(2026, 3, day, hour)


@pytest.mark.parametrize(
    ("times", "offset", "around", "why"),
    [
        ([at(1), at(2)], DAY, (None, None), None),
        ([at(30, 12), at(30, 12)], DAY, (None, None), None),
        ([at(30, 13)], DAY, (None, None), Doubt.FUTURE),
        ([at(2), at(1)], DAY, (None, None), Doubt.RESET),
        ([at(5)], -DAY, (at(5), at(9)), None),  # a day is what may be wrong
        ([at(5)], -DAY, (at(5, 8), at(9)), Doubt.ORDER),
        ([at(8)], 2 * DAY, (at(5), at(9)), None),
        ([at(8, 8)], 2 * DAY, (at(5), at(9)), Doubt.ORDER),
        ([at(8)], DAY, (at(9), at(5)), None),  # the lines around are in no order: they say nothing
        ([at(5)], -DAY, (at(5, 8), None), Doubt.ORDER),
        ([at(5)], 3 * DAY, (at(5), None), None),
        ([at(5)], 3 * DAY, (None, at(5)), None),
        ([datetime(2001, 1, 2)], -DAY, (None, None), None),
        ([datetime(2001, 1, 2)], -2 * DAY, (None, None), Doubt.PAST),
        ([at(5)], -999_999 * DAY, (None, None), Doubt.PAST),
        ([at(5)], 9_999_999 * DAY, (None, None), Doubt.FUTURE),
    ],
)
def test_whether_a_block_can_be_moved(
    times: list[datetime], offset: timedelta, around: tuple[datetime | None, datetime | None], why: Doubt | None
) -> None:
    assert doubt(times, offset, NOW, around) is why


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("  12\t2026-03-01 07:00:00\t1", ("12", at(1))),
        ("12\t2026-03-01 07:00:00", ("12", at(1))),
        ("12\t2026-03-01 07:00:00x", None),
        ("12\t2026-13-01 07:00:00", None),
        ("12 2026-03-01 07:00:00", None),
        ("0\t2026-03-01 07:00:00", None),
    ],
)
def test_what_a_line_begins_with(line: str, found: tuple[str, datetime] | None) -> None:
    assert stamped(line) == found


def test_a_line_is_kept_so_that_its_pin_and_time_are_found_again() -> None:
    place = Place("a")
    assert Quarantined(place, "  12\t2026-03-01 07:00:00\t1", "", "12", at(1)).line == "  12\t2026-03-01 07:00:00\t1"
    assert Quarantined(place, "1\t12\tx", "", "12", at(1)).line == "12\t2026-03-01 07:00:00\t1\t12\tx"
    assert Quarantined(place, "x", "").line == "x"


def test_spellings_of_a_pin() -> None:
    assert same_pin("00012") == same_pin("12") == "12" != same_pin("120")
    assert same_pin("0A1") == "0A1" and is_pin("0A1") and not is_pin("000") and not is_pin("1 2") and not is_pin("")
