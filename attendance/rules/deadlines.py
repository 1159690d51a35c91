"""Deadlines: days counted on the office's own calendar; the day of the act is day 0."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from attendance.rules.periods import ONE_DAY, Period
from attendance.rules.sessions import Calendar

FIVE_DAYS = (0, 1, 2, 3, 4)
"""Monday to Friday."""


def working(calendar: Calendar, day: date, weekdays: Collection[int] = FIVE_DAYS) -> bool:
    """Whether the office works on a day."""
    return day.weekday() in weekdays and calendar.holiday(day) is None


def after(calendar: Calendar, act: date, count: int, weekdays: Collection[int] = FIVE_DAYS) -> date:
    """The `count`-th working day after an act; with 0 the day of the act itself."""
    day = act
    while count > 0:
        day += ONE_DAY
        count -= working(calendar, day, weekdays)
    return day


def between(calendar: Calendar, act: date, day: date, weekdays: Collection[int] = FIVE_DAYS) -> int:
    """How many working days lie after an act, up to and with a day; 0 where the day is not later."""
    return sum(working(calendar, one, weekdays) for one in Period(act + ONE_DAY, day).days())
