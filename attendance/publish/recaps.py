"""Recaps: what the monthly Excel recap is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from attendance.rules.chronic import Flagged
from attendance.rules.kinds import Kind
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period


@dataclass(frozen=True, slots=True)
class UnitMatrix:
    """One unit: its people in the order in which they are printed, and the days its roll is not closed.

    A person stands in the unit of his last scheduled day, with all his days, those in another unit too.
    """

    label: str
    people: tuple[Flagged, ...]
    signatory: Signatory | None = None
    silent_days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """A recap of one kind over a period. `entry` and `head`: the last entry of the journal that was read, its hash."""

    office: Office
    kind: Kind
    period: Period
    units: tuple[UnitMatrix, ...]
    special: Mapping[date, str]  # names of holidays and of days without apel
    session_days: frozenset[date]
    entry: int
    head: str
    provisional: bool
    made: date
    paper: str = "A4"  # A4, F4 or F4-210

    def off(self, day: date) -> bool:
        """Whether a day is shaded: a weekend or a holiday on which there was no session."""
        return day not in self.session_days and (day.weekday() >= 5 or day in self.special)
