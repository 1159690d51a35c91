"""Periods: a day, a span of days, or the words and short forms that name one."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `first` to `last`, both counted."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}..{self.last}"

    def days(self) -> Iterator[date]:
        """Each day in order."""
        return map(date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))


def month(year: int, number: int) -> Period:
    """A whole calendar month."""
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def quarter(year: int, number: int) -> Period:
    """A whole quarter, 1 to 4."""
    return Period(month(year, 3 * number - 2).first, month(year, 3 * number).last)


def semester(year: int, number: int) -> Period:
    """A whole half-year, 1 or 2."""
    return Period(month(year, 6 * number - 5).first, month(year, 6 * number).last)


def year(number: int) -> Period:
    """A whole calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


def week(containing: date) -> Period:
    """Monday to Sunday around a day."""
    monday = containing - timedelta(days=containing.weekday())
    return Period(monday, monday + timedelta(days=6))


def next_month(day: date) -> date:
    """The first day of the month after that of a day."""
    return month(day.year, day.month).last + ONE_DAY


def before(period: Period) -> Period:
    """The period that one is compared with: as many whole months before whole months, else the same weekdays before.

    The month before a month, the quarter before a quarter; the Monday before a Monday, the week before a week.
    """
    first, last = period.first, period.last
    if first.day == 1 and (last + ONE_DAY).day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        return Period(_month_at(first, -months).first, first - ONE_DAY)
    weeks = timedelta(days=((last - first).days // 7 + 1) * 7)
    return Period(first - weeks, last - weeks)


def months(period: Period) -> Iterator[Period]:
    """The calendar months of a period, the first and the last only as far as they lie in it."""
    first = period.first
    while first <= period.last:
        end = month(first.year, first.month).last
        yield Period(first, min(end, period.last))
        first = end + ONE_DAY


def _month_at(today: date, step: int) -> Period:
    count = today.year * 12 + today.month - 1 + step
    return month(count // 12, count % 12 + 1)


def _words(today: date) -> dict[str, Period]:
    yesterday = today - ONE_DAY
    week_ago = today - timedelta(days=7)
    english = {
        "today": Period(today, today),
        "yesterday": Period(yesterday, yesterday),
        "this-week": week(today),
        "last-week": week(week_ago),
        "this-month": _month_at(today, 0),
        "last-month": _month_at(today, -1),
        "this-year": year(today.year),
        "last-year": year(today.year - 1),
    }
    return english | {INDONESIAN[word]: period for word, period in english.items()}


INDONESIAN = {
    "today": "hari-ini",
    "yesterday": "kemarin",
    "this-week": "minggu-ini",
    "last-week": "minggu-lalu",
    "this-month": "bulan-ini",
    "last-month": "bulan-lalu",
    "this-year": "tahun-ini",
    "last-year": "tahun-lalu",
}
"""The words for a period and their twins."""


def parse(text: str, today: date) -> Period | None:
    """The period that a text names on a given day; None where it names none.

    Known: 2019-03-04, 2019-03-04..2019-03-08, 2019-03, 2019-W10, 2019-Q1, 2019-S1, 2019, and the words.
    Either side of `..` may be any of these: 2019-01..2019-03 runs from 1 January to 31 March.
    """
    text = text.strip().lower()
    if ".." in text:
        left, _, right = text.partition("..")
        start, end = parse(left, today), parse(right, today)
        if start is None or end is None or start.first > end.last:
            return None
        return Period(start.first, end.last)
    if text in (words := _words(today)):
        return words[text]
    try:
        return _dated(text)
    except (ValueError, OverflowError):
        return None


def _dated(text: str) -> Period | None:
    if match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII):
        day = date(*map(int, match.groups()))
        return Period(day, day)
    if match := re.fullmatch(r"(\d{4})-w(\d{1,2})", text, re.ASCII):
        return week(date.fromisocalendar(int(match[1]), int(match[2]), 1))
    if match := re.fullmatch(r"(\d{4})-(\d{2})", text, re.ASCII):
        return month(date(int(match[1]), int(match[2]), 1).year, int(match[2]))
    if match := re.fullmatch(r"(\d{4})-q([1-4])", text, re.ASCII):
        return quarter(int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(\d{4})-s([12])", text, re.ASCII):
        return semester(int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(\d{4})", text, re.ASCII):
        return year(date(int(match[1]), 1, 1).year)
    return None
