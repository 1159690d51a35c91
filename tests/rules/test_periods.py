"""Periods: every form that names one, and every text that names none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attendance.rules import periods
from attendance.rules.periods import Period

TODAY = date(2026, 3, 31)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019-03-04", "2019-03-04", "2019-03-04"),
        ("2019-03-04..2019-03-08", "2019-03-04", "2019-03-08"),
        ("2019-01..2019-03", "2019-01-01", "2019-03-31"),
        ("2019-03-04..today", "2019-03-04", "2026-03-31"),
        ("2019-03", "2019-03-01", "2019-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2019-W10", "2019-03-04", "2019-03-10"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2019-w1", "2018-12-31", "2019-01-06"),
        ("2019-Q1", "2019-01-01", "2019-03-31"),
        ("2019-q4", "2019-10-01", "2019-12-31"),
        ("2019-S1", "2019-01-01", "2019-06-30"),
        ("2019-s2", "2019-07-01", "2019-12-31"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        (" Today ", "2026-03-31", "2026-03-31"),
        ("hari-ini", "2026-03-31", "2026-03-31"),
        ("yesterday", "2026-03-30", "2026-03-30"),
        ("kemarin", "2026-03-30", "2026-03-30"),
        ("this-week", "2026-03-30", "2026-04-05"),
        ("minggu-ini", "2026-03-30", "2026-04-05"),
        ("last-week", "2026-03-23", "2026-03-29"),
        ("minggu-lalu", "2026-03-23", "2026-03-29"),
        ("this-month", "2026-03-01", "2026-03-31"),
        ("bulan-ini", "2026-03-01", "2026-03-31"),
        ("last-month", "2026-02-01", "2026-02-28"),
        ("bulan-lalu", "2026-02-01", "2026-02-28"),
        ("this-year", "2026-01-01", "2026-12-31"),
        ("tahun-ini", "2026-01-01", "2026-12-31"),
        ("last-year", "2025-01-01", "2025-12-31"),
        ("tahun-lalu", "2025-01-01", "2025-12-31"),
    ],
)
def test_every_form(text: str, first: str, last: str) -> None:
    assert periods.parse(text, TODAY) == Period(date.fromisoformat(first), date.fromisoformat(last))


def test_last_month_in_january_is_december() -> None:
    assert periods.parse("last-month", date(2026, 1, 15)) == periods.month(2025, 12)


@pytest.mark.parametrize(
    "text",
    [
        *("", "..", "2019..", "..2019", "2019-03-08..2019-03-04", "2019..2018", "2019..x"),
        *("2019-13", "2019-00", "2019-02-30", "2019-W54", "2019-W00", "2021-W53", "2019-Q5", "2019-S3", "0000"),
        *("9999-W52", "19", "201903", "2019-3-4", "besok", "tomorrow", "２０１９", "2019-03-04T07:30"),
    ],
)
def test_what_names_no_period(text: str) -> None:
    assert periods.parse(text, TODAY) is None


@given(st.text(alphabet="0123456789-.wqsWQS "))
def test_any_text_names_a_period_or_none(text: str) -> None:
    found = periods.parse(text, TODAY)
    assert found is None or found.first <= found.last


@given(st.dates(), st.dates())
def test_what_is_printed_is_read_again(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))
    assert periods.parse(str(period), TODAY) == period


@given(st.dates())
def test_every_form_around_a_day_holds_the_day(day: date) -> None:
    year, month = str(day)[:4], str(day)[:7]
    forms = [f"{day}", month, year, f"{year}-Q{(day.month + 2) // 3}", f"{year}-S{(day.month + 5) // 6}"]
    for form in forms:
        found = periods.parse(form, TODAY)
        assert found is not None and day in found


def test_a_period_knows_its_days() -> None:
    assert list(Period(date(2026, 2, 27), date(2026, 3, 2)).days()) == [
        date(2026, 2, 27),
        date(2026, 2, 28),
        date(2026, 3, 1),
        date(2026, 3, 2),
    ]
    assert list(Period(date.max, date.max).days()) == [date.max]
    edge = Period(date(2026, 3, 2), date(2026, 3, 6))
    outside = (edge.first - timedelta(days=1), edge.last + timedelta(days=1))
    assert edge.first in edge and edge.last in edge and not any(day in edge for day in outside)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2019-03", "2019-02"),
        ("2019-01", "2018-12"),
        ("2019-Q1", "2018-Q4"),
        ("2019-S2", "2019-S1"),
        ("2019", "2018"),
        ("2019-01..2019-02", "2018-11..2018-12"),
        ("2019-03-04", "2019-02-25"),
        ("2019-03-04..2019-03-08", "2019-02-25..2019-03-01"),
        ("2019-W10", "2019-W09"),
        ("2019-03-04..2019-03-13", "2019-02-18..2019-02-27"),
        ("2019-03-01..2019-03-30", "2019-01-25..2019-02-23"),
    ],
)
def test_the_period_before(period: str, before: str) -> None:
    found, expected = periods.parse(period, TODAY), periods.parse(before, TODAY)
    assert found is not None
    assert periods.before(found) == expected


def test_the_months_of_a_period() -> None:
    found = periods.parse("2018-11-15..2019-02-03", TODAY)
    assert found is not None
    assert [str(one) for one in periods.months(found)] == [
        "2018-11-15..2018-11-30",
        "2018-12-01..2018-12-31",
        "2019-01-01..2019-01-31",
        "2019-02-01..2019-02-03",
    ]
