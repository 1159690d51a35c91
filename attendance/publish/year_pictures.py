"""Year pictures: a calendar of a year on a terminal, three months beside each other, each day with its code."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import click

from attendance.publish.formats import MONTHS, SHORT_WEEKDAYS

BESIDE = 3
GAP = "    "
WIDE = 3 * len(SHORT_WEEKDAYS)
COLOURS: Mapping[str, Mapping[str, Any]] = {
    "TK": {"fg": "red", "bold": True},
    "BL": {"fg": "yellow", "bold": True},
    **{sign: {"dim": True} for sign in (".", "*", "NR")},
}
"""What stands out; every sign can be told without its colour."""


def picture(year: int, signs: Mapping[date, str], today: date, colours: bool) -> Iterator[str]:
    """The months in lines of 71 columns: each day as the sign of at most two letters that it is given.

    A day without a sign stays empty; before today stands `>`. A row of months that has not begun is left out.
    """
    for first in range(1, 13, BESIDE):
        if date(year, first, 1) > today:
            return
        if first > 1:
            yield ""
        months = range(first, first + BESIDE)
        yield GAP.join(MONTHS[month - 1].center(WIDE) for month in months).rstrip()
        yield GAP.join("".join(f" {name}" for name in SHORT_WEEKDAYS) for _month in months)
        weeks = [Calendar().monthdatescalendar(year, month) for month in months]
        for row in range(max(map(len, weeks))):
            cells = (
                _week(found[row], month, signs, today, colours) if row < len(found) else " " * WIDE
                for month, found in zip(months, weeks, strict=True)
            )
            yield GAP.join(cells).rstrip()


def _week(week: list[date], month: int, signs: Mapping[date, str], today: date, colours: bool) -> str:
    return "".join(_cell(day, signs, today, colours) if day.month == month else "   " for day in week)


def _cell(day: date, signs: Mapping[date, str], today: date, colours: bool) -> str:
    sign = signs.get(day, "")
    shown = f"{sign:>2}"
    style = COLOURS.get(sign, {}) if colours else {}
    return (">" if day == today else " ") + (click.style(shown, **style) if style else shown)
