"""Screening: whom can a chronic rule reach? Days as bits, so that only few histories have to be looked at closely.

For a person of whom only rolls and letters speak (no scans, no invitation), the days of absence follow from three sets
of days alone: the sessions required of him that are closed, the days recorded as present or excused, and the days that
a letter covers. The answer is never smaller than the truth.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from attendance.rules.chronic import Limits
from attendance.rules.periods import Period


class Bits(NamedTuple):
    """The days on which a person is recorded as present or excused, as bits (bit 0 is the first day of the period);
    and on how many of them as present."""

    days: int
    present: int


NOTHING = Bits(0, 0)


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions that concern somebody, as bits: all of them, and those whose roll is closed."""

    held: int
    reported: int  # on the others nobody is absent

    def within(self, days: int) -> Sessions:
        """Only the sessions on these days."""
        return Sessions(self.held & days, self.reported & days)

    def also(self, other: Sessions) -> Sessions:
        """These sessions and those."""
        return Sessions(self.held | other.held, self.reported | other.reported)


def sessions(days: Iterable[date], closed: Collection[date], first: date) -> Sessions:
    """The sessions of a line, bits counted from `first`."""
    held = reported = 0
    for day in days:
        bit = 1 << (day - first).days
        held |= bit
        reported |= bit if day in closed else 0
    return Sessions(held, reported)


def span(start: date, end: date | None, period: Period) -> int:
    """The days from `start` to `end` (None: for ever) that lie in a period, as bits."""
    start, end = max(start, period.first), min(end or period.last, period.last)
    if start > end:
        return 0
    return ((1 << ((end - start).days + 1)) - 1) << (start - period.first).days


def covered(spans: Iterable[tuple[date, date | None]], period: Period) -> int:
    """The days that some span covers, as bits."""
    days = 0
    for start, end in spans:
        days |= span(start, end, period)
    return days


@cache
def places(reported: int) -> dict[int, int]:
    """The place of each session in their order, by its bit."""
    return {bit: place for place, bit in enumerate(bits_of(reported))}


def bits_of(days: int) -> list[int]:
    """The single bits of a number, lowest first."""
    found = []
    while days:
        low = days & -days
        found.append(low)
        days ^= low
    return found


def reachable(concerned: Sessions, days: Bits, letters: int, limits: Limits) -> bool:
    """Whether some rule may flag a person, given his sessions, his days and the days that his letters cover."""
    if days.days & ~concerned.held:
        return True  # marks of days that do not count: what is present cannot be told from the count alone
    present = days.present
    missed = concerned.reported & ~(days.days | letters)
    absent = missed.bit_count()
    if limits.never_min is not None and present == 0 and absent >= limits.never_min:
        return True
    if limits.often_limit is not None and absent >= limits.often_limit:
        return True
    required = present + absent
    below = limits.rare_below
    if below is not None and required >= max(1, limits.rare_min) and present / required < below:
        return True
    if limits.run_limit is None or absent < limits.run_limit:
        return False
    place = places(concerned.reported)
    return _in_a_row([place[bit] for bit in bits_of(missed)], limits.run_limit)


def _in_a_row(found: Sequence[int], limit: int) -> bool:
    """Whether as many places as the limit follow one another."""
    return any(found[end] - found[end - limit + 1] == limit - 1 for end in range(limit - 1, len(found)))
