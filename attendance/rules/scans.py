"""Scans: raw lines of a fingerprint machine, and what a day's scans say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from attendance.errors import Place


@dataclass(frozen=True, slots=True)
class Scan:
    """One line of a machine: who (its own PIN, text), when (local time, to the second), where it stood in the file."""

    pin: str
    at: datetime
    row: int


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A line whose clock cannot be true: kept word for word with the reason, never dropped, never guessed."""

    place: Place
    text: str
    message: str
