"""AGL, GLG, ALOG text: a header with EnNo and DateTime, parted by TAB; header and data may differ in their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from attendance.intake import dates, machine_dates
from attendance.intake.cells import fold
from attendance.intake.machine_lines import Line, Trouble
from attendance.rules.scans import is_pin

_BEFORE = re.compile(r"^((?:NO|O)?)((?:TMNO|MCHN|MACHINE|DEVNO|DN)?)$")
"""What stands before EnNo when the cells of the header are merged; the first byte of the file may be lost."""


ACTS = ("SENNO", "GENNO", "SMNO", "MANI", "ADMIN")
"""How headings of what administrators did at a machine begin; no log of attendance has them."""


def mine(lines: Sequence[str]) -> bool:
    """The first line that is not blank names EnNo and a time, and does not part the day from it."""
    names = _header(lines)
    return (
        _column(lines) is not None
        and any(name.endswith(("DATETIME", "TIME")) for name in names)
        and "DATE" not in names
    )


def administrative(lines: Sequence[str]) -> bool:
    """The log of what administrators did at the machine, which looks alike and is no attendance."""
    header = "".join(_header(lines))
    return any(name in header for name in ACTS) and "TIME" in header


def devices(lines: Sequence[str]) -> list[str]:
    """The machines that the lines name beside the PIN, in order of appearance."""
    column = (_column(lines) or 0) - 1
    fields = (line.split("\t") for line in _body(lines))
    return list(dict.fromkeys(each[column].strip() for each in fields if 0 <= column < len(each)))


def read(lines: Sequence[str], file: str, date_format: str | None) -> Iterator[Line]:
    """Every line below the header; raises Refused when day and month stay open over the whole file."""
    column = _column(lines)
    assert column is not None
    first = next(row for row, line in enumerate(lines) if line.strip())
    body = [(row, line, line.split("\t")) for row, line in enumerate(lines[first + 1 :], first + 2) if line.strip()]
    stamps = [next((field.strip() for field in reversed(fields) if ":" in field), "") for _row, _line, fields in body]
    days = machine_dates.settle((stamp.partition(" ")[0] for stamp in stamps), file, date_format)
    for (row, line, fields), stamp in zip(body, stamps, strict=True):
        pin = fields[column].strip() if len(fields) > column else ""
        day, _space, clock = stamp.partition(" ")
        yield row, _judged(fields, column, days[day], clock, pin), pin, line


def _judged(fields: Sequence[str], column: int, day: date | None, clock: str, pin: str) -> datetime | Trouble:
    """The time of a line, or what is wrong with it."""
    if len(fields) < column + 2 or ":" not in clock or (pin.strip("0") and not is_pin(pin)):
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


def _column(lines: Sequence[str]) -> int | None:
    """Where EnNo stands in the lines: its place in the header, or, of merged cells, as many names as come before it."""
    names = _header(lines)
    before, found, _after = "".join(names).partition("ENNO")
    merged = _BEFORE.match(before) if found else None
    if "ENNO" in names and (merged is None or "" in names[: names.index("ENNO")]):
        return names.index("ENNO")
    return sum(map(bool, merged.groups())) if merged else None


def _body(lines: Sequence[str]) -> Iterator[str]:
    found = (line for line in lines if line.strip())
    next(found, None)
    return found
