"""Discipline: what a person's working days without a valid reason meet in the law. A count, never a sentence on anyone.

Of the working day only (kind `kerja`): an assembly missed is no day of work missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from attendance.rules import runs
from attendance.rules.codes import Code
from attendance.rules.histories import Day, History
from attendance.rules.law import REGULATIONS, Regulation, Tier
from attendance.rules.periods import Period, next_month
from attendance.rules.rosters import Status


@dataclass(frozen=True, slots=True)
class Appointment:
    """From `first` on a person is of this status; `before` is what he was until then."""

    first: date
    status: Status
    before: Status


def status_on(day: date, now: Status, appointments: Iterable[Appointment]) -> Status:
    """The status of a person on a day; `now` is what the roster says, where no appointment is known."""
    known = sorted(appointments, key=lambda one: one.first)
    past = [one for one in known if one.first <= day]
    if past:
        return past[-1].status
    return known[0].before if known else now


@dataclass(frozen=True, slots=True)
class Law:
    """What a judgment goes by: the local table for PPPK where there is one, and the hours of lateness that make a day.

    `hours` None: lateness is never a day (the setting is off), not under PP 53/2010 either, which says so itself:
    what it would have added is told apart (`Count.offered`), and a person decides.
    """

    local: Regulation | None = None
    hours: float | None = None

    @property
    def minutes(self) -> int | None:
        """The minutes of lateness that make a day; None where they never do."""
        return max(1, round(self.hours * 60)) if self.hours else None

    def on(self, day: date, status: Status) -> Regulation | None:
        """The regulation that judges a day; None where none of those known does."""
        known = (*REGULATIONS, *((self.local,) if self.local else ()))
        return next((one for one in known if one.covers(day, status)), None)


@dataclass(frozen=True, slots=True)
class Count:
    """The days that one regulation judges, each for itself: the days, those made of lateness, and the tier they reach.

    `regulation` None: nothing national judges them (PPPK without a local table). `made` are the days on which lateness
    had grown into one day more, `late_minutes` the lateness itself. `run` are the days in a row, which may have begun
    in the year before; `reached` is the day on which a row, `row`, first reached the limit, `ongoing` the length
    of the row that the last day has not broken. `current`: it judges the last day too, so that more days may come.
    """

    regulation: Regulation | None
    days: tuple[Day, ...]
    made: tuple[date, ...] = ()
    run: tuple[Day, ...] = ()
    reached: date | None = None
    row: tuple[Day, ...] = ()
    ongoing: int = 0
    current: bool = True
    late_minutes: int = 0

    @property
    def converted(self) -> int:
        """How many days were made of lateness."""
        return len(self.made)

    @property
    def total(self) -> int:
        """What is held against the tiers."""
        return len(self.days) + self.converted

    @property
    def tier(self) -> Tier | None:
        """The heaviest tier that the days or their row reach."""
        if self.regulation is None:
            return None
        found = self.regulation.tier(self.total)
        row = self.regulation.in_a_row
        if row is None or self.reached is None or (found is not None and found.slug is row.tier.slug):
            return found
        return row.tier  # the heaviest sanction that the regulation has

    @property
    def by_row(self) -> bool:
        """Whether it is the row that reaches `tier`, not the days of the year."""
        row = self.regulation.in_a_row if self.regulation else None
        return row is not None and self.tier is row.tier

    @property
    def reaches(self) -> tuple[tuple[date, Tier], ...]:
        """Every tier that was reached and the day on which it was, in the order of the days."""
        if self.regulation is None:
            return ()
        grew = sorted((*(day.day for day in self.days), *self.made))
        found = [(grew[tier.least - 1], tier) for tier in self.regulation.tiers if tier.least <= len(grew)]
        if self.reached is not None and self.regulation.in_a_row is not None:
            found.append((self.reached, self.regulation.in_a_row.tier))
        return tuple(sorted(found, key=lambda one: one[0]))

    @property
    def since(self) -> date | None:
        """The day on which `tier` was reached."""
        tier = self.tier
        return next((day for day, one in self.reaches if one is tier), None)

    @property
    def next_tier(self) -> Tier | None:
        """The tier that more days reach; None at the heaviest, where a row has reached it, and where none can come."""
        if self.regulation is None or self.reached is not None or not self.current:
            return None
        return self.regulation.above(self.total)

    @property
    def lacking(self) -> int | None:
        """How many days more reach `next_tier`."""
        return self.next_tier.least - self.total if self.next_tier else None

    @property
    def row_lacking(self) -> int | None:
        """How many days more, one after the other from now on, make a row of the limit; None where none can."""
        if self.regulation is None or self.regulation.in_a_row is None or self.next_tier is None:
            return None
        return self.regulation.in_a_row.tier.least - self.ongoing

    @property
    def offered(self) -> int:
        """The days that the regulation's own words make of lateness, and the setting does not count."""
        if self.regulation is None or self.regulation.hours is None:
            return 0
        return max(0, self.late_minutes // round(self.regulation.hours * 60) - self.converted)


@dataclass(frozen=True, slots=True)
class Judged:
    """A person's year up to a day: what each regulation says of it, and the longest run, which may cross a year's end.

    `history` begins where that run does, at the latest on 1 January; `year` is the year that is counted.
    """

    history: History
    year: Period
    status: Status  # on the last day judged
    counts: tuple[Count, ...]
    run: tuple[Day, ...]
    late_minutes: int

    @property
    def days(self) -> tuple[Day, ...]:
        """The absences of the year, in order."""
        return tuple(day for day in self.history.days if day.code is Code.TK and day.day in self.year)

    @property
    def unreported(self) -> tuple[Day, ...]:
        """The days of the year of which the line has not reported: with any of them the count is provisional."""
        return tuple(day for day in self.history.days if day.code is Code.BL and day.day in self.year)

    @property
    def decisive(self) -> Count | None:
        """The count whose tier is the heaviest, the later regulation of equals; None without a tier."""
        reached = [one for one in self.counts if one.tier is not None]
        return max(reached, key=_weight, default=None)

    @property
    def tier(self) -> Tier | None:
        """The heaviest tier."""
        return self.decisive.tier if self.decisive else None

    @property
    def salary_stop(self) -> date | None:
        """The first day of the month from which the salary stops, ten days in a row having been reached."""
        reached = [one.reached for one in self.counts if one.reached is not None]
        return next_month(min(reached)) if reached else None

    @property
    def crosses(self) -> bool:
        """Whether the longest run began before the year: its days of last year are in the run, not in the count."""
        return bool(self.run) and self.run[0].day < self.year.first


def _weight(one: Count) -> tuple[tuple[int, int], date]:
    assert one.tier is not None and one.regulation is not None  # asked of those only that reach a tier
    return one.regulation.heaviness(one.tier), one.regulation.first


def open_run(history: History) -> bool:
    """Whether the first thing that a history tells is an absence: the run may have begun before it."""
    first = next((day for day in history.days if day.code not in (Code.NR, Code.BL)), None)
    return first is not None and first.code is Code.TK


def judge(history: History, year: Period, law: Law, appointments: Sequence[Appointment] = ()) -> Judged:
    """What a person's days meet in the law, from the first to the last day of `year` (part of one calendar year).

    `history` may begin earlier, so that a run is known that began before the year; it ends with `year`.
    """
    now = history.profile.status
    absences = [day for day in history.days if day.code is Code.TK and day.day in year]
    late = [day for day in history.days if minutes(day) and day.day in year]
    found = [run for run in runs.runs(history.days) if run[-1].day >= year.first]
    status, ongoing = status_on(year.last, now, appointments), runs.last(history.days)
    told = {day.day for some in (absences, late, ongoing, *found) for day in some}
    by = {day: law.on(day, status_on(day, now, appointments)) for day in told}
    counts = [_count(regulation, absences, late, found, by, law) for regulation in _ordered(set(by.values()))]
    current = law.on(year.last, status)
    return Judged(
        history,
        year,
        status,
        tuple(
            replace(
                one, current=one.regulation is current, ongoing=sum(by[day.day] is one.regulation for day in ongoing)
            )
            for one in counts
            if one.days or one.made or one.run or one.offered
        ),
        max(found, key=len, default=()),
        sum(map(minutes, late)),
    )


def _ordered(regulations: Iterable[Regulation | None]) -> list[Regulation | None]:
    """Regulations, each once, in the order of their years, the unknown last."""
    return sorted(regulations, key=lambda one: (one is None, one.first if one else date.max, one.name if one else ""))


def _count(
    regulation: Regulation | None,
    absences: Sequence[Day],
    late: Sequence[Day],
    found: Sequence[tuple[Day, ...]],
    by: Mapping[date, Regulation | None],
    law: Law,
) -> Count:
    days = tuple(day for day in absences if by[day.day] is regulation)
    lateness = [(day.day, minutes(day)) for day in late if by[day.day] is regulation]
    made = _made(lateness, law.minutes) if regulation is not None else ()
    own = [run for run in (tuple(day for day in run if by[day.day] is regulation) for run in found) if run]
    run = max(own, key=len, default=())
    limit = regulation.in_a_row.tier.least if regulation is not None and regulation.in_a_row else None
    row = next((one for one in own if limit and len(one) >= limit), ())
    reached = row[limit - 1].day if limit and row else None
    return Count(regulation, days, made, run, reached, row, late_minutes=sum(one for _day, one in lateness))


def _made(lateness: Sequence[tuple[date, int]], limit: int | None) -> tuple[date, ...]:
    """The days on which lateness, added up, had grown into one day more."""
    if limit is None:
        return ()
    found: list[date] = []
    gathered = 0
    for day, lacking in lateness:
        gathered += lacking
        found += [day] * (gathered // limit - len(found))
    return tuple(found)


def minutes(day: Day) -> int:
    """The minutes that a present day lacks: late after the start, gone before the end; a missing scan lacks none."""
    lacking = 0
    if (day.late_arrival or day.code is Code.T) and day.at is not None:
        lacking += max(0, _between(day.session.starts, day.at))
    if day.early_leave and day.left is not None:
        lacking += max(0, _between(day.left, day.session.closes))
    return lacking


def _between(first: time, last: time) -> int:
    span = datetime.combine(date.min, last) - datetime.combine(date.min, first)
    return int(span.total_seconds() // 60)
