"""Deadlines on the national calendar, and the calendar against the joint decrees where they are at hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from attendance.intake import national
from attendance.rules import deadlines, periods
from attendance.rules.days import DayKind, SpecialDay
from attendance.rules.sessions import Calendar

NATIONAL = Calendar(day for year in range(2023, 2028) for day in national.days(year))
DECREES = Path(__file__).parents[2].parent / "shared" / "examples" / "holidays"
SIX_DAYS = range(6)
ELECTIONS = {"2024-02-14", "2024-11-27"}
"""Free by decrees of their own, not by the joint decree."""


@pytest.mark.parametrize(
    ("act", "count", "due"),
    [
        ("2026-07-14", 15, "2026-08-04"),  # received -> in force
        ("2026-03-10", 15, "2026-04-08"),
        ("2026-12-18", 15, "2027-01-14"),
        ("2026-03-16", 14, "2026-04-13"),  # decision -> delivered
        ("2026-03-12", 7, "2026-03-30"),  # call -> examination
        ("2026-07-14", 0, "2026-07-14"),
        ("2026-07-18", 0, "2026-07-18"),  # a Saturday: the day of the act is day 0 whatever it is
        ("2026-07-17", 1, "2026-07-20"),
        ("2026-07-18", 1, "2026-07-20"),
    ],
)
def test_deadlines_are_working_days(act: str, count: int, due: str) -> None:
    assert deadlines.after(NATIONAL, date.fromisoformat(act), count) == date.fromisoformat(due)


def test_an_office_of_six_days_counts_saturdays() -> None:
    assert deadlines.after(NATIONAL, date(2026, 7, 17), 1, SIX_DAYS) == date(2026, 7, 18)


def test_tanpa_apel_is_a_working_day() -> None:
    rain = Calendar([SpecialDay(date(2026, 7, 20), DayKind.TANPA_APEL, "Hujan", "")])
    assert deadlines.working(rain, date(2026, 7, 20))


def count(year: int, weekdays: range) -> int:
    return sum(deadlines.working(NATIONAL, day, weekdays) for day in periods.year(year).days())


@pytest.mark.parametrize(
    ("year", "five", "six", "mondays"), [(2024, 238, 287, 47), (2025, 237, 288, 46), (2026, 240, 291, 48)]
)
def test_the_working_days_of_a_year(year: int, five: int, six: int, mondays: int) -> None:
    assert (count(year, range(5)), count(year, SIX_DAYS), count(year, range(1))) == (five, six, mondays)


def test_the_working_days_of_2023() -> None:
    assert count(2023, range(5)) == 239


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_national_list_is_the_joint_decree(year: int) -> None:
    path = DECREES / f"libur_{year}.json"
    if not path.exists():
        pytest.skip("the decrees are not at hand")
    decree = json.loads(path.read_text("utf-8"))
    for sort, key in ((DayKind.LIBUR, "libur_nasional"), (DayKind.CUTI_BERSAMA, "cuti_bersama")):
        told = {one["tanggal"] for one in decree[key]}
        listed = {str(day.day) for day in national.days(year) if day.sort is sort}
        assert listed - ELECTIONS == told
