"""Lines of a machine's log, whatever their form."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TypeAlias


class Trouble(Enum):
    """What is wrong with a line."""

    SHAPE = "shape"  # not a line of this file: cut off, or something else
    CLOCK = "clock"  # a line, but its time cannot be one
    PIN = "pin"  # PIN 0 or none: the machine did not know who it was


Line: TypeAlias = tuple[int, "datetime | Trouble", str, str]
"""Row from 1, the time or what is wrong, the PIN, the line word for word. A bare tuple, for there are many."""


def is_pin(pin: str) -> bool:
    """Whether a PIN names anybody: letters and digits, not all of them 0."""
    return pin.isalnum() and pin.strip("0") != ""
