"""The report that machines write to a stick (StandardReport.xls): a grid of days, under each day all times of a person.

Above the grid stands its period, in a row of its own the days 1 2 3 ...; each person has a row `ID: 12 Name: ...` and
below it a row with his times, glued (`07:1416:02`) or one under the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from attendance.errors import Fault, Refused
from attendance.intake import machine_dates, scan_cells
from attendance.intake.cells import Cell, fold, shown, text
from attendance.intake.machine_lines import Line, Trouble
from attendance.intake.workbooks import Sheet
from attendance.language import _
from attendance.rules.scans import is_pin

LABELS = {"ID", "IDNO", "NOID", "USERID", "PIN", "ACNO", "工号", "NO"}
"""What stands before a person's PIN, with a colon."""

_LABEL = re.compile(r"^([^:：]{1,12})\s*[:：]\s*(.*)$")
_SPAN = re.compile(r"(\d[\d/.-]+\d)\s*(?:~|～|–|—|\bs\.?\s*/?d\.?|\bto\b|\bsampai\b)\s*(\d[\d/.-]+\d)", re.IGNORECASE)
_WHOLE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")

Columns = Mapping[int, date]
"""The day of each column."""


def mine(sheet: Sheet) -> bool:
    """It has a period, a row of days, and below them somebody's PIN."""
    days = next((place for place, (_number, cells) in enumerate(sheet.rows) if len(_numbers(cells)) > 0), None)
    return _span(sheet) is not None and days is not None and any(_person(cells) for _row, cells in sheet.rows[days:])


def read(sheet: Sheet, date_format: str | None) -> Iterator[Line]:
    """Every time of the grid as a line. Raises Refused where the days above the columns are not those of the period."""
    first, last = _period(sheet, date_format)
    columns: Columns = {}
    pin: str | None = None
    for number, cells in sheet.rows:
        person, days = _person(cells), _numbers(cells)
        if person is not None:
            pin = person
        elif days:
            columns = _columns(sheet, number, days, first, last)
        elif pin is not None:
            yield from _lines(number, cells, pin, columns)


def _person(cells: Sequence[Cell]) -> str | None:
    """The PIN that a row names behind `ID:`, in the same cell or the next filled one; None: it is no such row."""
    filled = [text(cell) for cell in cells if text(cell)]
    label = _LABEL.match(filled[0]) if filled else None
    if label is None or (fold(label[1]) or label[1].strip()) not in LABELS:
        return None
    following = filled[1] if len(filled) > 1 and not _LABEL.match(filled[1]) else ""
    return label[2].strip() or following


def _numbers(cells: Sequence[Cell]) -> dict[int, int]:
    """The days 1 to 31 of a row by column, if it holds nothing else, one after the other."""
    filled = [(column, text(cell)) for column, cell in enumerate(cells) if text(cell)]
    if not filled or not all(word.isascii() and word.isdigit() and 1 <= int(word) <= 31 for _column, word in filled):
        return {}
    numbers = [int(word) for _column, word in filled]
    follows = all(b == a + 1 or b == 1 for a, b in pairwise(numbers))
    return {column: int(word) for column, word in filled} if follows else {}


def _span(sheet: Sheet) -> tuple[str, str] | None:
    """The first and last day of the report as they stand above the grid."""
    for _number, cells in sheet.rows[:12]:
        for cell in cells:
            if found := _SPAN.search(text(cell)):
                first, last = found.groups()
                return first, last if _WHOLE.fullmatch(last) else f"{first[:4]}-{last}"
    return None


def _period(sheet: Sheet, date_format: str | None) -> tuple[date, date]:
    span = _span(sheet)
    assert span is not None
    days = machine_dates.settle(span, sheet.file, date_format)
    first, last = days[span[0]], days[span[1]]
    if first is not None and last is not None and last < first and span[0][:4] == span[1][:4]:
        last = last.replace(year=last.year + 1)  # 2025/12/26 ~ 01/25
    if first is None or last is None or not timedelta() <= last - first < timedelta(days=62):
        raise Refused(
            _("{file}: the period {first} to {last} is none; export the report again").format(
                file=sheet.file, first=shown(span[0]), last=shown(span[1])
            )
        )
    return first, last


def _columns(sheet: Sheet, row: int, numbers: Mapping[int, int], first: date, last: date) -> Columns:
    """The day of each column: the days of the period, in order, none left out."""
    days = [first + timedelta(days=count) for count in range(len(numbers))]
    if [day.day for day in days] != list(numbers.values()) or days[-1] > max(last, _end(first)):
        fault = Fault(
            sheet.place(row), _("these days are not those from {first} to {last}").format(first=first, last=last)
        )
        raise Refused(
            _("{file}: the days above the columns do not fit the period of the report; export it again").format(
                file=sheet.file
            ),
            (fault,),
        )
    return dict(zip(numbers, days, strict=True))


def _end(first: date) -> date:
    """The last day of a month: some machines print all its days, whatever the period."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _lines(number: int, cells: Sequence[Cell], pin: str, columns: Columns) -> Iterator[Line]:
    """The times of a row, each as a line; a cell that holds something else is refused."""
    for column, cell in enumerate(cells):
        if not scan_cells.empty(cell):
            day, clocks = columns.get(column), scan_cells.times_of(cell)
            said = f"{pin}\t{day or ''}\t{text(cell)}"
            if day is None or clocks is None:
                yield number, Trouble.SHAPE, pin, said
            else:
                who = None if is_pin(pin) else Trouble.NOBODY if pin.strip("0") or not pin else Trouble.PIN
                for clock in clocks:
                    yield number, who or datetime.combine(day, clock), pin, said
