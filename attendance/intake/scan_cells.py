"""Times of scans as cells of spreadsheets hold them: a day, a clock, both in one cell, several in one."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from attendance.intake import dates
from attendance.intake.cells import Cell, text

NONE = {"", "-", "--", "---", "--:--", "-:-", "--:--:--", "NULL", "N/A", "NAN", "NONE"}
"""What stands in a cell, in capitals, where nothing was scanned."""

_BROKEN = re.compile(r"[\d\s:.,;/-]*\d\s*[:.]\s*-?\d\d[\d\s:.,;/-]*(?:[AP]M)?", re.IGNORECASE | re.ASCII)
_DOTTED = re.compile(r"\d{1,2}\.\d{2}\.\d{2}", re.ASCII)
_GLUE = re.compile(r"^T(?=\d)|(?<=:\d{2})\.\d{3,7}$", re.ASCII)
"""What databases write between day and clock, and behind the seconds."""

_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_CLOCK = re.compile(r"(?<![\d:.])\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[AP]M)?(?=$|[\s,;/|-])", re.IGNORECASE)
_GLUED = re.compile(r"(?:\d{2}:\d{2})+")
_MANY = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?", re.IGNORECASE)


def empty(cell: Cell) -> bool:
    """Nothing was scanned."""
    return isinstance(cell, str) and text(cell).upper() in NONE


def impossible(cell: Cell) -> bool:
    """A time in its form, though there is no such time; else the cell says something else."""
    return _BROKEN.fullmatch(text(cell)) is not None


def day_of(cell: Cell, beside: bool = False) -> str:
    """The day that a cell names, as text; empty where it names none. Cells that are dates already give ISO text.

    `beside`: another cell of the row names the day, so that 07.10.33 is a clock.
    """
    if beside and dotted(cell):
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.year >= 1905 else ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        found = dates.read(cell)
        return found.day.isoformat() if found and found.day else ""
    if not isinstance(cell, str):
        return ""
    words = text(cell)
    numbers = _DAY.search(words)
    if numbers:
        return numbers[0]
    return _CLOCK.sub("", words).strip() if dates.read(_CLOCK.sub("", words).strip()) else ""


def dotted(cell: Cell) -> bool:
    """A clock such as 07.10.33, which could be a day too."""
    return isinstance(cell, str) and _DOTTED.fullmatch(text(cell)) is not None and dates.clock(cell) is not None


def times_of(cell: Cell, beside: bool = False) -> list[time] | None:
    """The clocks of a cell in their order, several where they are glued or listed; None: it holds something else."""
    if isinstance(cell, str):
        found = dates.clock(cell) if beside and dotted(cell) else None
        return _written(cell) if found is None else [found]
    if isinstance(cell, datetime):
        return [_to_second(cell).time()]
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if cell != 0 and not (0 < cell < 1 or cell > 20_000):
            return None
        cell = float(cell % 1)
    if isinstance(cell, float) and cell == 0:
        return [time()]
    found = dates.clock(cell)
    return [found.replace(microsecond=0)] if found else None


def _to_second(at: datetime) -> datetime:
    """A spreadsheet counts in fractions of a day: what it calls 07:15:35.9999 was 07:15:36."""
    whole = at.replace(microsecond=0) + timedelta(seconds=at.microsecond >= 500_000)
    return whole if whole.date() == at.date() else at.replace(microsecond=0)


def _written(cell: str) -> list[time] | None:
    words = _GLUE.sub("", _DAY.sub(" ", text(cell)).strip())
    squeezed = words.replace(" ", "")
    if len(squeezed) > 5 and _GLUED.fullmatch(squeezed):
        parts = [squeezed[start : start + 5] for start in range(0, len(squeezed), 5)]
    else:
        parts = _MANY.findall(words) if len(_MANY.findall(words)) > 1 else [words]
        if len(parts) > 1 and _MANY.sub("", words).strip(" ,;/|-"):
            return None
    clocks = [dates.clock(part.strip()) for part in parts]
    return None if None in clocks else [clock for clock in clocks if clock is not None]
