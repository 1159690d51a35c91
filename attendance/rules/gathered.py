"""Gathered: the sums of many histories, taken one after the other, so that nobody's days are kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from attendance.rules.chronic import Flagged
from attendance.rules.codes import Code, Standing
from attendance.rules.histories import Day, History
from attendance.rules.periods import Period
from attendance.rules.totals import Totals


@dataclass(slots=True)
class Tally:
    """Totals that grow."""

    codes: Counter[Code] = field(default_factory=Counter)
    late: int = 0
    early: int = 0
    people: int = 0

    def add(self, day: Day) -> None:
        """One scheduled day more."""
        self.codes[day.code] += 1
        self.late += day.late_arrival
        self.early += day.early_leave

    @property
    def totals(self) -> Totals:
        """What it has come to."""
        return Totals(self.codes, self.late, self.early)


class Gathered:
    """Sums by unit and by day, each day under the unit of that day; `within`: only days in these units."""

    def __init__(self, within: Collection[int] | None = None) -> None:
        self.within = within
        self.people = 0
        self._units: defaultdict[int, Tally] = defaultdict(Tally)
        self._days: defaultdict[date, Tally] = defaultdict(Tally)
        self._stood: defaultdict[int | None, set[tuple[int | None, date]]] = defaultdict(set)

    def days(self, history: History) -> list[Day]:
        """The scheduled days of somebody that belong here."""
        return [day for day in history.scheduled() if self.within is None or day.unit in self.within]

    def add(self, history: History) -> bool:
        """One person more; whether any of his days belongs here."""
        mine = self.days(history)
        for unit in {day.unit for day in mine if day.unit is not None}:
            self._units[unit].people += 1
        for day in mine:
            if day.unit is not None:
                self._units[day.unit].add(day)
            self._days[day.day].add(day)
            self._stood[day.unit].add((day.line, day.day))
        self.people += bool(mine)
        return bool(mine)

    def all(self, histories: Iterable[History]) -> Gathered:
        """Everybody; itself."""
        for history in histories:
            self.add(history)
        return self

    @property
    def by_unit(self) -> dict[int, tuple[int, Totals]]:
        """For each unit the number of people scheduled there and the totals."""
        return {unit: (tally.people, tally.totals) for unit, tally in self._units.items()}

    @property
    def by_day(self) -> dict[date, Totals]:
        """The totals of each day, in order."""
        return {day: self._days[day].totals for day in sorted(self._days)}

    def waiting(self, silent: Mapping[int, Sequence[date]]) -> frozenset[int]:
        """The units some of whose people stand on a roll that is missing."""
        pairs = {(line, day) for line, days in silent.items() for day in days}
        return frozenset(unit for unit, stood in self._stood.items() if unit is not None and stood & pairs)

    def missing(self, silent: Mapping[int, Sequence[date]]) -> dict[int, list[date]]:
        """Of the rolls that are missing those on which somebody of these stands."""
        if self.within is None:
            return {line: list(days) for line, days in silent.items()}
        stood = set().union(*self._stood.values())
        found = {line: [day for day in days if (line, day) in stood] for line, days in silent.items()}
        return {line: days for line, days in found.items() if days}


def moved(history: History) -> date | None:
    """Since when somebody is in his unit, where he was in another before within the period."""
    units = [(day.day, day.unit) for day in history.scheduled() if day.unit is not None]
    changes = (since for (_, before), (since, unit) in reversed(list(pairwise(units))) if before != unit)
    return next(changes, None)


def monthly(history: History, months: Sequence[Period]) -> tuple[tuple[int, int], ...]:
    """How often somebody was present and absent in each month."""
    counts = [[0, 0] for _ in months]
    place = {(one.first.year, one.first.month): number for number, one in enumerate(months)}
    for day in history.days:
        if day.standing in (Standing.PRESENT, Standing.ABSENT):
            counts[place[day.day.year, day.day.month]][day.standing is Standing.ABSENT] += 1
    return tuple((present, absent) for present, absent in counts)


def bare(one: Flagged) -> Flagged:
    """A judgment without any day but the last, which names the unit."""
    last = next((day for day in reversed(one.history.days) if day.code is not Code.NR), None)
    flags = tuple(replace(flag, days=()) for flag in one.flags)
    return replace(one, history=replace(one.history, days=(last,) if last else ()), flags=flags)


def slim(one: Flagged) -> Flagged:
    """A judgment with only those of its days that a list names: what was not counted, and the last."""
    days = one.history.days
    last = next((day for day in reversed(days) if day.code is not Code.NR), None)
    counted = (Standing.PRESENT, Standing.ABSENT)
    kept = tuple(day for day in days if day is last or day.standing not in counted)
    return replace(one, history=replace(one.history, days=kept))
