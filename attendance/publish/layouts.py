"""Layouts: which sheet, row and column of the recap holds what, known before anything is written.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from openpyxl.utils import get_column_letter as letter

from attendance.publish import mastheads
from attendance.publish.formats import SHORT_MONTHS, safe
from attendance.publish.recaps import Matrix, UnitMatrix
from attendance.rules import periods
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

COUNTED = (Code.H, Code.T, Code.S, Code.I, Code.C, Code.DL, Code.TB, Code.DK, Code.TK, Code.BL)
"""The codes that have a column of counts, in its order."""

LONGEST = 31
"""A sheet holds at most so many days; longer periods get a sheet for each month."""

FIRST_DAY = 4  # after No, Nama / NIP, Gol
SUMMARY, DAILY = "Ringkasan", "Per hari"
OURS = (SUMMARY, DAILY, "Grafik", "Asal data")
NAME_LIMIT = 31  # of Excel
TAKEN = ("history",)  # names that Excel keeps for itself


@dataclass(frozen=True)
class Layout:
    """One sheet: the unit and the days it shows, its name, and the row of its headings."""

    recap: Matrix
    unit: UnitMatrix
    period: Period
    name: str

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that have a column."""
        return tuple(self.period.days())

    @property
    def heading(self) -> int:
        """The first of the three rows of headings: below letterhead, title, unit, period, and the word SEMENTARA."""
        return mastheads.rows(self.recap, 2) + 1

    @property
    def first(self) -> int:
        """The row of the first person."""
        return self.heading + 3

    @property
    def last(self) -> int:
        """The row of the last person; one empty row stands where there is nobody."""
        return self.first + max(1, len(self.unit.people)) - 1

    @property
    def total(self) -> int:
        """The row of the sums."""
        return self.last + 1

    @property
    def last_day(self) -> int:
        """The column of the last day; of a recap by months that of the last month, each of which has two."""
        return FIRST_DAY + (2 * len(self.recap.months) or len(self.days)) - 1

    def count(self, code: Code) -> int:
        """The column of the counts of a code."""
        return self.last_day + 1 + COUNTED.index(code)

    @property
    def late(self) -> int:
        """The column of TM; PC stands after it. Only the working day has them."""
        return self.count(COUNTED[-1]) + 1

    @property
    def rate(self) -> int:
        """The column of the percentage; the remarks stand after it."""
        return self.late + (2 if self.recap.kind is Kind.KERJA else 0)

    @property
    def last_column(self) -> int:
        """The column of the remarks."""
        return self.rate + 1

    def days_of(self, row: int) -> str:
        """The range of the days in a row."""
        return f"${letter(FIRST_DAY)}{row}:${letter(self.last_day)}{row}"

    def down(self, column: int) -> str:
        """The range of all people in a column."""
        return f"{letter(column)}{self.first}:{letter(column)}{self.last}"


def plan(recap: Matrix) -> tuple[tuple[Layout, ...], ...]:
    """For each unit its sheets, in order."""
    months = (recap.period,) if recap.months else tuple(_months(recap.period))
    labels = [(unit, span) for unit in recap.units for span in months]
    names = iter(sheet_names((unit.label, _suffix(span, months)) for unit, span in labels))
    return tuple(tuple(Layout(recap, unit, span, next(names)) for span in months) for unit in recap.units)


def _months(period: Period) -> Iterator[Period]:
    if (period.last - period.first).days < LONGEST:
        yield period
        return
    yield from periods.months(period)


def _suffix(span: Period, months: tuple[Period, ...]) -> str:
    if len(months) == 1:
        return ""
    several = months[0].first.year != months[-1].first.year
    return f" {SHORT_MONTHS[span.first.month - 1]}" + (f" {span.first.year}" if several else "")


def sheet_names(labels: Iterable[tuple[str, str]]) -> Iterator[str]:
    """For each label and its suffix a name that Excel takes: 31 characters, no []:*?/\\, no other sheet's."""
    used = {name.casefold() for name in OURS} | {*TAKEN}
    for label, suffix in labels:
        bare = re.sub(r"\s+", " ", re.sub(r"[\[\]:*?/\\]", " ", safe(label).replace("\\", " "))).strip(" '") or "Unit"
        number, name = 1, _fitted(bare, suffix)
        while name.casefold() in used:
            number += 1
            name = _fitted(bare, f"{suffix} ({number})")
        used.add(name.casefold())
        yield name


def _fitted(bare: str, suffix: str) -> str:
    return bare[: NAME_LIMIT - len(suffix)].rstrip(" '") + suffix
