"""Postings and exemptions: where a person belongs from day to day, and who need not stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from attendance.rules.kinds import Kind
from attendance.rules.periods import ONE_DAY


class Posting(NamedTuple):
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


def moved(postings: Iterable[Posting], unit: int, line: int, first: date) -> list[Posting]:
    """The postings of a person who belongs to another unit from `first` on, for as long as he belonged at all.

    Where nothing holds on that day, the new posting runs until the next one begins.
    """
    held = sorted(postings, key=lambda posting: posting.first)
    now = on(held, first)
    later = [posting.first for posting in held if posting.first > first]
    last = now.last if now is not None else (min(later) - ONE_DAY if later else None)
    kept = [posting for posting in held if posting is not now]
    if now is not None and now.first < first:
        kept.append(now._replace(last=first - ONE_DAY))
    return sorted([*kept, Posting(unit, line, first, last)], key=lambda posting: posting.first)


def ended(postings: Iterable[Posting], first: date) -> list[Posting]:
    """The postings of a person who belongs nowhere from `first` on."""
    held = sorted((posting for posting in postings if posting.first < first), key=lambda posting: posting.first)
    return [
        posting._replace(last=first - ONE_DAY) if posting.last is None or posting.last >= first else posting
        for posting in held
    ]
