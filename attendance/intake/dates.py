"""Dates and times as offices write them; which of day and month stands first is settled once for a whole file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from attendance.errors import Refused
from attendance.intake.cells import Cell, shown, text
from attendance.intake.kept import Kept
from attendance.language import _

_NAMES = (
    "JANUARI FEBRUARI MARET APRIL MEI JUNI JULI AGUSTUS SEPTEMBER OKTOBER NOVEMBER DESEMBER",
    "JAN FEB MAR APR MEI JUN JUL AGU SEP OKT NOV DES",
    "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER",
    "JAN PEB MRT APR MAY JUN JUL AGS SEPT OCT NOP DEC",
    "JAN PEBRUARI MAR APR MEI JUN JUL AGT SEP OKT NOPEMBER DES",
    "JAN FEB MAR APR MEI JUN JUL AUG SEP OKT NOV DES",
)
MONTHS = {name: number for names in _NAMES for number, name in enumerate(names.split(), 1)}
"""Names of months and their short forms, Indonesian and English, in capitals."""

WEEKDAYS = {
    **{name: day for day, name in enumerate(("SENIN", "SELASA", "RABU", "KAMIS", "JUMAT", "SABTU", "MINGGU"))},
    **{name: day for day, name in enumerate(("SEN", "SEL", "RAB", "KAM", "JUM", "SAB", "MIN"))},
    **{"JUM'AT": 4, "JUM’AT": 4, "JUM`AT": 4, "AHAD": 6},
}
"""Names of weekdays, Monday 0, in capitals."""

ORDERS = ("dmy", "mdy")
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = re.compile(rf"^({'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b[\s,./]*(.*)$")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}[:.]\d{2}.*)?$")
_PAIR = re.compile(r"^(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}|\d{2}))?(?: +\d{1,2}[:.]\d{2}.*)?$")
_WORDED = re.compile(rf"^(\d{{1,2}})[\s\-/.]*({MONTH})\b[\s\-/.,]*(\d{{4}}|\d{{2}})?$")
_TIME = re.compile(r"^(\d{1,2})\s*[.:]\s*(\d{2})(?:\s*[.:]\s*(\d{2}))?\s*(AM|PM)?(?:\s*WI(?:B|T|TA))?$")
_EPOCH = date(1899, 12, 30)


class Written(NamedTuple):
    """A date as it stands in a cell: fixed, or two numbers whose order is open; `weekday` where one is named.

    `made`: no text, but a date that a spreadsheet made of it.
    """

    day: date | None = None
    pair: tuple[int, int] | None = None
    year: int | None = None
    weekday: int | None = None
    made: bool = False

    def under(self, order: str, year: int | None = None) -> date | None:
        """The date when `order` is "dmy" or "mdy"; None where there is none, or the weekday says otherwise."""
        found = self.day
        if self.pair is not None:
            first, second = self.pair
            day, month = (first, second) if order == "dmy" else (second, first)
            found = made(self.year or year, month, day)
        if found is not None and self.weekday is not None and found.weekday() != self.weekday:
            return None
        return found


def made(year: int | None, month: int, day: int) -> date | None:
    """A date, or None where there is no such day."""
    try:
        return None if year is None else date(year, month, day)
    except ValueError:
        return None


def read(cell: Cell, year: int | None = None) -> Written | None:
    """A date in a cell; `year` is taken where the cell names none. None: this is no date."""
    if isinstance(cell, datetime):
        return Written(cell.date(), made=True)
    if isinstance(cell, date):
        return Written(cell, made=True)
    if isinstance(cell, bool | time | timedelta):
        return None
    if isinstance(cell, int | float):
        return _serial(cell)
    return _words(text(cell).upper(), year)


def _serial(number: float) -> Written | None:
    """A spreadsheet's day number whose format was lost (1954-2119), or YYYYMMDD."""
    if 20_000 <= number < 80_000:
        return Written(_EPOCH + timedelta(days=int(number)))
    whole = int(number) if 19_000_000 < number < 21_000_000 else 0
    found = made(whole // 10_000, whole // 100 % 100, whole % 100) if whole else None
    return Written(found) if found else None


def _words(words: str, year: int | None) -> Written | None:
    """A date in a text in capitals."""
    weekday = None
    if named := _WEEKDAY.match(words):
        weekday, words = WEEKDAYS[named[1]], named[2].strip("() ")
    if iso := _ISO.match(words):
        found = made(int(iso[1]), int(iso[2]), int(iso[3]))
        return Written(found, weekday=weekday) if found else None
    if worded := _WORDED.match(words):
        found = made(_century(worded[3]) or year, MONTHS[worded[2]], int(worded[1]))
        return Written(found, weekday=weekday) if found else None
    if (pair := _PAIR.match(words)) and (pair[3] or (year and "." not in words)):
        written = Written(None, (int(pair[1]), int(pair[2])), _century(pair[3]) or year, weekday)
        return written if any(Written.under(written._replace(weekday=None), order) for order in ORDERS) else None
    if len(words) == 8 and words.isascii() and words.isdigit():
        return _serial(int(words))
    return None


def _century(year: str | None) -> int | None:
    """A year of two digits is one of this century."""
    return None if not year else int(year) + (2000 if len(year) == 2 else 0)


def day(cell: Cell, order: str, faults: list[str]) -> date | None:
    """The date in a cell under the file's order; None, with what is wrong added to `faults`, where there is none."""
    found = read(cell)
    settled = found.under(order) if found else None
    if found is None and not text(cell):
        faults.append(_("there is no date; write it as 2019-03-04"))
    elif found is None:
        faults.append(_("{date} is no date; write it as 2019-03-04").format(date=shown(cell)))
    elif settled is None:
        faults.append(_("{date} does not exist, or names a wrong weekday; correct it").format(date=shown(cell)))
    return settled


def asked(date_format: str | None) -> str | None:
    """The order in "DD/MM/YYYY" or "MM/DD/YYYY"; None when nothing was asked."""
    if date_format is None:
        return None
    order = "".join(dict.fromkeys(c for c in date_format.lower() if c in "dmy"))
    if order not in (*ORDERS, "ymd"):
        raise Refused(
            _("{format} is no date format; write DD/MM/YYYY or MM/DD/YYYY after --date-format").format(
                format=shown(date_format)
            )
        )
    return order


def order(
    written: Iterable[Written],
    file: str,
    date_format: str | None = None,
    near: tuple[date, date] | None = None,
) -> str:
    """Which of day and month stands first in a file: as asked, else as its dates and weekdays settle it.

    `near`: first and last day between which the dates should lie. Raises Refused when it stays open. What was kept of
    a sender is only asked when the dates leave it open.
    """
    known = "dmy" if (said := asked(date_format)) == "ymd" else said
    if known and not isinstance(date_format, Kept):
        return known
    written = tuple(written)
    unturned((w.day for w in written if w.made and w.day), (w.pair for w in written if w.pair), file)
    pairs = {w for w in written if w.pair is not None and (w.pair[0] != w.pair[1])}
    possible = [o for o in ORDERS if all(w.under(o) for w in pairs)]
    if near is not None and len(possible) == 2:
        inside = [o for o in possible if all(near[0] <= (w.under(o) or date.min) <= near[1] for w in pairs)]
        possible = inside or possible
    if len(possible) == 1 or not pairs:
        return possible[0]
    if known in possible:
        return known
    example = "/".join(f"{n:02}" for n in min(w.pair for w in pairs if w.pair))
    if possible:
        raise Refused(
            _(
                "{file}: in dates such as {example} day and month could be either;"
                " say which with --date-format DD/MM/YYYY or --date-format MM/DD/YYYY"
            ).format(file=file, example=shown(example))
        )
    raise Refused(
        _(
            "{file}: some dates have the day first and others the month, or name a wrong weekday (one is {example});"
            " correct them, or say which holds with --date-format DD/MM/YYYY"
        ).format(file=file, example=shown(example))
    )


def unturned(made: Iterable[date], pairs: Iterable[tuple[int, int]], file: str) -> None:
    """Refuse dates of which a spreadsheet has turned those that it could: 2 November became 11 February, and what could
    not be turned, 13/11, stayed text. It shows where only the turned ones lie in the months of the text."""
    days, texts = set(made), set(pairs)
    if not days or not texts or not all(max(pair) > 12 for pair in texts):
        return
    months = {min(pair) for pair in texts}
    if all(day.day in months for day in days) and not all(day.month in months for day in days):
        strange = min(day for day in days if day.month not in months)
        raise Refused(
            _(
                "{file}: a spreadsheet seems to have turned day and month round in a part of the dates ({made} beside"
                " {text}); correct them, or ask for the file once more, and open it in no other program. If {made} is"
                " right, say so with --date-format DD/MM/YYYY"
            ).format(file=file, made=strange, text=shown("/".join(map(str, min(texts)))))
        )


def clock(cell: Cell) -> time | None:
    """A time of day: 07.45, 7:45 AM, 07:45:30 WIB, a time cell, or a spreadsheet's fraction of a day. None: no time."""
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    if isinstance(cell, timedelta):
        return (datetime.min + cell).time() if timedelta() <= cell < timedelta(days=1) else None
    if isinstance(cell, float) and 0 < cell < 1:
        return (datetime.min + timedelta(seconds=min(round(cell * 86_400), 86_399))).time()
    if not isinstance(cell, str) or not (found := _TIME.match(text(cell).upper())):
        return None
    hour, half = int(found[1]), found[4]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "PM" else 0)
    try:
        return time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        return None
