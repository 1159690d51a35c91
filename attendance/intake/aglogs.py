"""AGL, GLG, ALOG text: a header with EnNo and DateTime, parted by TAB; header and data may differ in their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from attendance.intake import dates
from attendance.intake.cells import fold
from attendance.intake.dates import Written
from attendance.intake.machine_lines import Line, Trouble, is_pin


def mine(lines: Sequence[str]) -> bool:
    """The first line that is not blank names EnNo and a time."""
    names = _header(lines)
    return "ENNO" in names and bool({"DATETIME", "TIME"} & set(names))


def administrative(lines: Sequence[str]) -> bool:
    """The log of what administrators did at the machine, which looks alike and is no attendance."""
    return bool({"SENNO", "GENNO", "MANI"} & set(_header(lines)))


def read(lines: Sequence[str], file: str, date_format: str | None) -> Iterator[Line]:
    """Every line below the header; raises Refused when day and month stay open over the whole file."""
    column = _header(lines).index("ENNO")
    first = next(row for row, line in enumerate(lines) if line.strip())
    body = [(row, line) for row, line in enumerate(lines[first + 1 :], first + 2) if line.strip()]
    stamps = [line.rstrip().rpartition("\t")[2].strip() for _row, line in body]
    known: dict[str, Written | None] = {}
    for stamp in stamps:
        day = stamp.partition(" ")[0]
        if day not in known:
            known[day] = dates.read(day)
    order = dates.order(filter(None, known.values()), file, date_format)
    days = {day: written.under(order) if written else None for day, written in known.items()}
    for (row, line), stamp in zip(body, stamps, strict=True):
        fields = line.split("\t")
        pin = fields[column].strip() if len(fields) > column else ""
        day, _space, clock = stamp.partition(" ")
        yield row, _judged(fields, column, days[day], clock, pin), pin, line


def _judged(fields: Sequence[str], column: int, day: date | None, clock: str, pin: str) -> datetime | Trouble:
    """The time of a line, or what is wrong with it."""
    if len(fields) < column + 2 or ":" not in clock:
        return Trouble.SHAPE
    at = _clock(clock)
    if day is None or at is None:
        return Trouble.CLOCK
    return datetime.combine(day, at) if is_pin(pin) else Trouble.PIN


def _clock(clock: str) -> time | None:
    """07:14:47 or 12:15:44PM; plain times the short way, for there are many."""
    if len(clock) == 8 and clock[2] == clock[5] == ":":
        try:
            return time.fromisoformat(clock)
        except ValueError:
            return None
    return dates.clock(clock)


def _header(lines: Sequence[str]) -> list[str]:
    """The folded column names of the first line that is not blank."""
    first = next((line for line in lines if line.strip()), "")
    return [fold(name) for name in first.split("\t")]
