"""Recaps: what the monthly Excel recap is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from attendance.publish.paperwork import Paperwork
from attendance.rules import periods
from attendance.rules.chronic import Flagged, Limits
from attendance.rules.kinds import Kind
from attendance.rules.offices import Office, Signatory
from attendance.rules.periods import Period

QUARTER = 92
"""The days of the longest quarter: a recap of more days has its months as columns instead of its days."""


def long(period: Period) -> bool:
    """Whether a recap of the period is by months."""
    return (period.last - period.first).days >= QUARTER


@dataclass(frozen=True, slots=True)
class UnitMatrix:
    """One unit: its people in the order in which they are printed, and the days its roll is not closed.

    A person stands in the unit of his last scheduled day, with all his days, those in another unit too.
    """

    label: str
    people: tuple[Flagged, ...]
    signatory: Signatory | None = None
    silent_days: tuple[date, ...] = ()
    folded: tuple[Folded, ...] = ()  # of each of the people, where the recap is by months


@dataclass(frozen=True, slots=True)
class Folded:
    """A person's days by month: how often present and how often absent; and since when he is in his unit, if moved."""

    months: tuple[tuple[int, int], ...]
    moved: date | None = None


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
    signatory: Signatory | None = None  # of the whole
    limits: Limits = Limits()
    silent: tuple[tuple[str, tuple[date, ...]], ...] = ()  # the lines that have not reported, and the days

    @property
    def months(self) -> tuple[Period, ...]:
        """The months that have columns, where the period is too long for a column a day; else none."""
        return tuple(periods.months(self.period)) if long(self.period) else ()

    @property
    def work(self) -> Paperwork:
        """What stands around it on paper."""
        return Paperwork(
            self.office,
            (self.kind,),
            self.period,
            self.made,
            self.entry,
            self.head,
            self.limits,
            self.silent,
            self.signatory,
            self.paper,
        )

    def off(self, day: date) -> bool:
        """Whether a day is shaded: a weekend or a holiday on which there was no session."""
        return day not in self.session_days and (day.weekday() >= 5 or day in self.special)
