"""`N_attlog.dat`: PIN, time, device, state, verify, work code, parted by TAB; no header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from attendance.intake.machine_lines import Line, Trouble, is_pin

PROBED = 20
"""How many lines are looked at to tell the kind of file."""


def mine(lines: Iterable[str]) -> bool:
    """One of the first lines has a PIN and a time."""
    return any(isinstance(line[1], datetime) for line in _read((n, text) for n, text in enumerate(lines) if n < PROBED))


def read(lines: Iterable[str]) -> Iterator[Line]:
    """Every line that is not blank: the PIN and the time, or what is wrong."""
    return _read(enumerate(lines, 1))


def _read(lines: Iterable[tuple[int, str]]) -> Iterator[Line]:
    parse = datetime.fromisoformat
    for row, line in lines:
        pin, _tab, rest = line.partition("\t")
        stamp = rest[:19]
        try:
            if rest[19:20] in ("\t", "") and stamp[10:11] == " " and stamp[16:17] == ":":
                at = parse(stamp)
                pin = pin.strip()
                yield row, (at if is_pin(pin) else Trouble.PIN), pin, line
                continue
        except ValueError:
            pass
        if line.strip():
            yield row, _trouble(pin, rest), pin.strip(), line


def _trouble(pin: str, rest: str) -> Trouble:
    """What is wrong with a line that has no good time: only its clock, or all of it."""
    fields = rest.split("\t")
    clocked = sum(c.isdigit() for c in fields[0]) >= 6 and fields[0].count(":") >= 1
    return Trouble.CLOCK if clocked and pin.strip().isalnum() else Trouble.SHAPE
