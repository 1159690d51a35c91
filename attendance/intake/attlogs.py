"""`N_attlog.dat` and the push protocol: PIN, time, and more fields that do not count, parted by TAB; no header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from attendance.intake.machine_lines import Line, Trouble
from attendance.rules.scans import is_pin, same_pin

PROBED = 20
"""How many lines are looked at to tell the kind of file."""

FIELDS = 6
"""PIN, time, machine, state, verify, work code."""

STATES = ("0", "255")
"""No numbers of machines."""

LONGEST = 2000
"""No line of a machine is longer; what is, is something else."""

_FULL = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?", re.ASCII)
_BROKEN = re.compile(r"[\d/-]*-+[\d-]*[ T][\d:-]*:[\d:-]*", re.ASCII)
_CUT = re.compile(r"\d{1,4}(?:-\d{0,2}(?:-\d{0,2}(?: \d{0,2}(?::\d{0,2}(?::\d?)?)?)?)?)?", re.ASCII)
_LOOSE = re.compile(r"[^0-9A-Za-z]{0,12}([0-9A-Za-z]+)\"?[ ]*[ ;,|][ \"]*(?=\d{4}[-/]\d\d?[-/]\d\d? )", re.ASCII)
_LOST = " \"'\ufeff\ufffd»¿þÿ"
"""What may stand before the first PIN: padding, quotes, what is left of a byte order mark of which a byte was lost."""


def mine(lines: Iterable[str]) -> bool:
    """One of the first lines has a PIN and a time, or two numbers that could be the PIN."""
    first = zip(range(1, PROBED + 1), lines, strict=False)
    return any(isinstance(line[1], datetime) or line[1] is Trouble.NUMBERS for line in _read(first))


def read(lines: Iterable[str]) -> Iterator[Line]:
    """Every line that is not blank: the PIN and the time, or what is wrong."""
    return _read(enumerate(lines, 1))


def devices(lines: Iterable[str]) -> list[str]:
    """The machines that the lines name, by number; empty where that field is a state, as in what machines push."""
    named = {line.split("\t", 3)[2].strip() for line in lines if line.count("\t") == FIELDS - 1}
    told = len(named) < PROBED and all(number.isdecimal() and number not in STATES for number in named)
    return sorted(named, key=int) if told else []


def _read(lines: Iterable[tuple[int, str]]) -> Iterator[Line]:
    parse = datetime.fromisoformat
    for row, line in lines:
        pin, _tab, rest = line.partition("\t")
        stamp = rest[:19]
        try:
            if rest[19:20] in ("\t", "") and stamp[10:11] == " " and stamp[16:17] == ":":
                at = parse(stamp)
                pin = pin.strip()
                if pin.isalnum() and pin.strip("0"):
                    yield row, at, pin, line
                    continue
        except ValueError:
            pass
        if line.strip():
            yield _otherwise(row, line)


def _otherwise(row: int, line: str) -> Line:
    """A line that is not as most are: other separators, a name before the time, a time that is none, or no line."""
    loose = _LOOSE.match(line) if "\t" not in line else None
    fields = [loose[1], *_parted(line[loose.end() :])] if loose else line.split("\t")
    pin, *after = (field.strip(_LOST) for field in fields)
    where = next((place for place, field in enumerate(after) if _FULL.fullmatch(field)), None)
    if len(line) > LONGEST or not after or (pin.strip("0") and not is_pin(pin)):
        return row, Trouble.SHAPE, pin, line[:LONGEST]
    if where is None or (after == after[where : where + 1] and _CUT.fullmatch(after[where])):
        broken = _BROKEN.fullmatch(after[0]) and not (len(after) == 1 and _CUT.fullmatch(after[0]))
        return row, Trouble.CLOCK if broken else Trouble.SHAPE, pin, line
    if where and after[0].isdigit() and same_pin(after[0]) != same_pin(pin):
        return row, Trouble.NUMBERS, pin, line
    at = _time(after[where])
    if at is None:
        return row, Trouble.CLOCK, pin, line
    return row, at if is_pin(pin) else Trouble.PIN, pin, line


def _parted(rest: str) -> list[str]:
    """The fields behind the PIN where no TAB parts them: a time, which holds a space itself, and the others."""
    stamp = _FULL.match(rest)
    if stamp and rest[stamp.end() : stamp.end() + 1] == " ":
        return [stamp[0], *rest[stamp.end() :].split()]
    return re.split("[;,|]|  +", rest)


def _time(stamp: str) -> datetime | None:
    """A time written in full, if there is such a one."""
    found = _FULL.fullmatch(stamp)
    assert found is not None
    year, _sign, month, day, hour, minute, second = found.groups()
    try:
        return datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    except ValueError:
        return None
