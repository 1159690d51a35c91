"""Days in the logs of machines: which of day and month stands first is settled once for a whole file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from attendance.errors import Refused
from attendance.intake import dates
from attendance.intake.cells import Cell, shown
from attendance.intake.dates import Written
from attendance.intake.kept import Kept
from attendance.language import _

_SHORT = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}", re.ASCII)


def settle(days: Iterable[str], file: str, date_format: str | None) -> Mapping[str, date | None]:
    """Each text and its day, None where it is none. Raises Refused where day, month or year could be either."""
    known: dict[str, Written | None] = {}
    for day in days:
        if day not in known:
            known[day] = None if day.isdigit() and len(day) < 8 else dates.read(day)
    short = [day for day in known if _SHORT.fullmatch(day)]
    if short and date_format is None:
        raise Refused(
            _(
                "{file}: dates such as {example} write the year with two digits, and day, month and year could be any"
                " of them; say which with --date-format DD/MM/YY, MM/DD/YY or YY/MM/DD"
            ).format(file=file, example=shown(short[0]))
        )
    if short and dates.asked(date_format) == "ymd":
        return {day: _year_first(day) if day in short else _fixed(written) for day, written in known.items()}
    order = dates.order(filter(None, known.values()), file, date_format)
    return {day: written.under(order) if written else None for day, written in known.items()}


def unturned(cells: Iterable[Cell], file: str, date_format: str | None) -> None:
    """Refuse days that a spreadsheet has turned round, unless it is said that they are right."""
    if date_format is None or isinstance(date_format, Kept):
        read = [found for found in map(dates.read, cells) if found]
        dates.unturned((w.day for w in read if w.made and w.day), (w.pair for w in read if w.pair), file)


def _year_first(day: str) -> date | None:
    year, month, number = map(int, re.split("[-/.]", day))
    return dates.made(2000 + year, month, number)


def _fixed(written: Written | None) -> date | None:
    return written.day if written else None
