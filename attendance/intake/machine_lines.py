"""Lines of a machine's log, whatever their form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from typing import NamedTuple, TypeAlias


class Trouble(Enum):
    """What is wrong with a line."""

    SHAPE = "shape"  # not a line of this file: cut off, or something else
    CLOCK = "clock"  # a line, but its time cannot be one
    PIN = "pin"  # PIN 0 or none: the machine did not know who it was
    NOBODY = "nobody"  # a row of a sheet that does not say whose it is
    LONG = "long"  # a PIN that a spreadsheet turned into a number too long for it
    NUMBERS = "numbers"  # two numbers before the time: which is the PIN is not to be guessed
    WORD = "word"  # where a time belongs stands something else
    UNDATED = "undated"  # a time without a day
    DATES = "dates"  # two days in one row that contradict each other


class Doubt(Enum):
    """Why a time that can be one is not taken for true."""

    MIDNIGHT = "midnight"  # 00:00 in a sheet: many programs write it for none
    NEXT_DAY = "next day"  # leaving before arriving: perhaps the morning after


class Doubtful(NamedTuple):
    """A time that is kept, and not believed."""

    at: datetime
    why: Doubt


Line: TypeAlias = tuple[int, "datetime | Trouble | Doubtful", str, str]
"""Row from 1, the time or what is wrong, the PIN, the line word for word. A bare tuple, for there are many."""


class Log(NamedTuple):
    """The lines of a text file, or of one sheet. `in_order`: they may stand as the machine wrote them down."""

    sheet: str | None
    lines: Iterable[Line]
    in_order: bool = True
