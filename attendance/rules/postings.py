"""Postings and exemptions: where a person belongs from day to day, and who need not stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from attendance.rules.kinds import Kind


@dataclass(frozen=True, slots=True)
class Posting:
    """A person belongs to `unit` and stands in the line of `line`, from `first` to `last` (None: still)."""

    unit: int
    line: int
    first: date
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether this posting holds on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Exemption:
    """Sessions of these kinds are not required from `first` to `last` (None: until it is ended)."""

    kinds: frozenset[Kind]
    first: date
    last: date | None
    reason: str
    document: str = ""

    def covers(self, kind: Kind, day: date) -> bool:
        """Whether a session of this kind on this day is not required."""
        return kind in self.kinds and self.first <= day and (self.last is None or day <= self.last)


def on(postings: Iterable[Posting], day: date) -> Posting | None:
    """The posting that holds on a day; postings of one person never overlap."""
    return next((posting for posting in postings if posting.covers(day)), None)
