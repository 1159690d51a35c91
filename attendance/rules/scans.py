"""Scans: raw lines of a fingerprint machine, and what a day's scans say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from attendance.errors import Place

FACTORY = date(2001, 1, 1)
"""Machines wake up in the year 2000: no scan before this day is true."""


class Scan(NamedTuple):
    """One line of a machine: who (its own PIN, text), when (local time, to the second), where it stood in the file."""

    pin: str
    at: datetime
    row: int
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A line whose clock cannot be true: kept word for word with the reason, never dropped, never guessed.

    `pin` and `at`: what the machine wrote, where it is a number and a time at all.
    """

    place: Place
    text: str
    message: str
    pin: str = ""
    at: datetime | None = None

    @property
    def line(self) -> str:
        """The line as it is kept: it begins with PIN, TAB, time, as an attlog does, wherever there are both."""
        if self.at is None or stamped(self.text) == (self.pin, self.at):
            return self.text
        return f"{self.pin}\t{self.at}\t{self.text}"


def is_pin(pin: str) -> bool:
    """Whether a PIN names anybody: letters and digits, not all of them 0."""
    return pin.isalnum() and pin.strip("0") != ""


def same_pin(pin: str) -> str:
    """What two spellings of one PIN have in common: 000000012 and 12 are one, for machines count; letters stay."""
    return pin.lstrip("0") if pin.isdigit() else pin


def stamped(line: str) -> tuple[str, datetime] | None:
    """The PIN and the time with which a line begins; None where it does not."""
    pin, _tab, rest = line.partition("\t")
    if not _STAMP.match(rest) or not is_pin(pin.strip()):
        return None
    try:
        return pin.strip(), datetime.fromisoformat(rest[:19])
    except ValueError:
        return None


_STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\t|$)", re.ASCII)


class Doubt(Enum):
    """Why lines cannot have happened at the times to which somebody wants to move them."""

    FUTURE = "future"  # after now
    PAST = "past"  # before there were machines
    ORDER = "order"  # outside the lines between which they stand in their file
    RESET = "reset"  # the clock went back within them: they are several blocks


SLACK = timedelta(days=1)
"""So far a stated offset may be wrong against the lines around a block."""


def doubt(
    times: Sequence[datetime], offset: timedelta, now: datetime, around: tuple[datetime | None, datetime | None]
) -> Doubt | None:
    """Why a block of lines, its times in the order of its file, cannot be moved by `offset`; None: it can.

    `around`: the times of the lines before and after the block in the same file, where they are known and in order.
    """
    if any(later < earlier for earlier, later in pairwise(times)):
        return Doubt.RESET
    try:
        first, last = times[0] + offset, times[-1] + offset
    except OverflowError:
        return Doubt.PAST if offset < timedelta() else Doubt.FUTURE
    if last > now:
        return Doubt.FUTURE
    if first.date() < FACTORY:
        return Doubt.PAST
    before, after = around
    if before is not None and after is not None and before <= after:
        if first < before - SLACK or last > after + SLACK:
            return Doubt.ORDER
    elif before is not None and after is None and first < before - SLACK:
        return Doubt.ORDER
    return None
