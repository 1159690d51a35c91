"""Screening: whom can a chronic rule reach? Days as bits, so that only few histories have to be looked at closely.

For a person who stood in one line all the time and needs no second look (no exemption, no invitation, no scans),
the days of absence follow from three sets of days alone: the sessions of his line that are closed, the days recorded
as present or excused, and the days that a letter covers. The answer is never smaller than the truth.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from attendance.rules.chronic import Limits
from attendance.rules.histories import Held


class Bits(NamedTuple):
    """The days on which a person is recorded as present or excused, as bits (bit 0 is the first day of the period);
    and on how many of them as present."""

    days: int
    present: int


NOTHING = Bits(0, 0)


@dataclass
class Line:
    """The sessions of a line: all, and those whose roll is closed, as bits counted from `first`."""

    first: date
    sessions: Iterable[date]
    closed: Collection[date]

    @cached_property
    def held(self) -> int:
        """All sessions."""
        return sum(1 << (day - self.first).days for day in self.sessions)

    @cached_property
    def reported(self) -> int:
        """The sessions whose roll is closed: on the others nobody is absent."""
        return sum(1 << (day - self.first).days for day in self.sessions if day in self.closed)

    @cached_property
    def places(self) -> dict[int, int]:
        """The place of each reported session in their order, by its bit."""
        return {bit: place for place, bit in enumerate(bits_of(self.reported))}


def bits_of(days: int) -> list[int]:
    """The single bits of a number, lowest first."""
    found = []
    while days:
        low = days & -days
        found.append(low)
        days ^= low
    return found


def covered(letters: Iterable[Held], first: date, last: date) -> int:
    """The days that some letter covers, as bits counted from `first`."""
    days = 0
    for letter in letters:
        start, end = max(letter.first, first), min(letter.last, last)
        if start <= end:
            days |= ((1 << ((end - start).days + 1)) - 1) << (start - first).days
    return days


def reachable(line: Line, days: Bits, letters: int, limits: Limits) -> bool:
    """Whether some rule may flag a person of a line, given his days and the days that his letters cover."""
    if days.days & ~line.held:
        return True  # marks of days without a session: what is present cannot be told from the count alone
    present = days.present
    missed = line.reported & ~(days.days | letters)
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
    return _in_a_row([line.places[bit] for bit in bits_of(missed)], limits.run_limit)


def _in_a_row(places: Sequence[int], limit: int) -> bool:
    """Whether as many places as the limit follow one another."""
    return any(places[end] - places[end - limit + 1] == limit - 1 for end in range(limit - 1, len(places)))


def select(
    people: Mapping[int, int],
    lines: Mapping[int, Line],
    bits: Mapping[int, Bits],
    letters: Mapping[int, int],
    limits: Limits,
) -> list[int]:
    """The people, given with their lines, whom some rule may flag."""
    return [
        person
        for person, line in people.items()
        if reachable(lines[line], bits.get(person, NOTHING), letters.get(person, 0), limits)
    ]
