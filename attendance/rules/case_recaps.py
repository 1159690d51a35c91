"""Case recaps: how many cases an agency has, how far they are, which deadlines were kept, how they ended. No names.

A recap tells a period as it stood on its last day (of one that is not over: today): what was done later is not in it,
so that the report of a year says the same whenever it is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from attendance.rules import deadlines, procedure
from attendance.rules.cases import Case, Done, Origin, Outcome, Step
from attendance.rules.clocks import Clock, Whose
from attendance.rules.law import Level
from attendance.rules.periods import Period
from attendance.rules.sessions import Calendar

BOUND = (Whose.ATASAN, Whose.PEJABAT)
"""Whose deadlines an agency answers for. To object is a right of the employee, and BPASN has its own law."""

Key = TypeVar("Key", bound=Hashable)
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Filed:
    """A case, and the unit to which its person belonged on the day it was opened; None where to none."""

    case: Case
    unit: int | None

    @property
    def level(self) -> Level | None:
        """The level that was decided, before that the one alleged."""
        return self.case.decided or self.case.level

    @property
    def step(self) -> Step | None:
        """How far it is; None where nothing was done yet."""
        last = self.case.last()
        return last.step if last else None

    def done(self, step: Step) -> date | None:
        """The day of a step; None where it was not done."""
        found = self.case.last(step)
        return found.day if found else None


@dataclass(frozen=True, slots=True)
class Ran:
    """A deadline that fell due, or still runs: its last day, when it was met, how many working days late.

    `met` None: not by the last day of the recap; `late` counts up to that day then. 0 where it is not missed.
    """

    unit: int | None
    clock: Clock
    by: date
    met: date | None
    late: int
    running: bool = False

    @property
    def kept(self) -> bool:
        """Whether it was met in time."""
        return self.met is not None and not self.late


@dataclass(frozen=True, slots=True)
class Kept:
    """Deadlines together: how many were kept, missed, and run; how late those missed are, in working days."""

    kept: int = 0
    missed: int = 0
    running: int = 0
    late: int = 0
    latest: int = 0

    @property
    def due(self) -> int:
        """Those that had to be met."""
        return self.kept + self.missed

    @property
    def mean(self) -> float | None:
        """The mean of the days late, of those missed."""
        return self.late / self.missed if self.missed else None

    @property
    def share(self) -> float | None:
        """The share of those kept, 0 to 1."""
        return self.kept / self.due if self.due else None


@dataclass(frozen=True, slots=True)
class Figures:
    """Cases together: brought from before, opened, closed in the period; decisions of the period; deadlines."""

    carried: int
    opened: int
    closed: int
    decided: Mapping[Level, int]
    deadlines: Kept

    @property
    def open(self) -> int:
        """Those open on the last day."""
        return self.carried + self.opened - self.closed


@dataclass(frozen=True, slots=True)
class Took:
    """How long cases took, in working days: how many cases, their mean, the longest; None where there are none."""

    count: int
    mean: float | None
    longest: int | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Open cases at one step: how many, and for how many working days the one of them that waits longest."""

    cases: int
    longest: int


@dataclass(frozen=True, slots=True)
class Recap:
    """What a period was, up to its last day or to today. `unbound`: its cases whose clocks bind nobody."""

    period: Period
    upto: date
    total: Figures
    units: Mapping[int | None, Figures]
    levels: Mapping[Level | None, Figures]
    steps: Mapping[Step | None, Waiting]
    origins: Mapping[Origin, int]
    deadlines: tuple[Ran, ...]
    sanctions: Mapping[tuple[Level | None, str], int]
    outcomes: Mapping[Outcome, int]
    to_decision: Took
    to_close: Took
    unbound: int
    cases: tuple[Filed, ...]  # that were open on some day of it, by the day they were opened

    @property
    def over(self) -> bool:
        """Whether the period is over."""
        return self.upto == self.period.last


def recap(filed: Iterable[Filed], calendar: Calendar, period: Period, today: date) -> Recap:
    """The recap of a period; what was opened or done after its last day, or after today, is not in it."""
    upto = min(period.last, today)
    known = [Filed(until(one.case, upto), one.unit) for one in filed if one.case.opened <= upto]
    concerned = [one for one in known if (one.done(Step.SELESAI) or upto) >= period.first]
    ran = tuple(sorted(_ran(known, calendar, period, today), key=lambda one: (one.by, one.unit or 0)))
    decided = [one for one in concerned if _within(one.done(Step.KEPUTUSAN), period)]
    closed = [one for one in concerned if _within(one.done(Step.SELESAI), period)]
    waiting = [one for one in concerned if not one.case.closed]
    by_level = _grouped(concerned, lambda one: one.level)
    return Recap(
        period=period,
        upto=upto,
        total=_figures(concerned, ran, period),
        units=_by_unit(concerned, ran, period),
        levels={level: _figures(by_level[level], (), period) for level in (*Level, None) if level in by_level},
        steps=_waiting(waiting, calendar, upto),
        origins=Counter(one.case.origin for one in concerned if one.case.opened in period),
        deadlines=ran,
        sanctions=Counter((one.case.decided, one.case.sanction) for one in decided),
        outcomes=Counter(Outcome(_closing(one).details["outcome"]) for one in closed),
        to_decision=_took(decided, Step.KEPUTUSAN, calendar),
        to_close=_took(closed, Step.SELESAI, calendar),
        unbound=sum(not one.case.bound for one in concerned),
        cases=tuple(sorted(concerned, key=lambda one: (one.case.opened, one.case.number))),
    )


def until(case: Case, day: date) -> Case:
    """A case as far as it had come on a day."""
    return replace(case, steps=tuple(step for step in case.steps if step.day <= day))


def _closing(one: Filed) -> Done:
    found = one.case.last(Step.SELESAI)
    assert found is not None  # asked of closed cases only
    return found


def _within(day: date | None, period: Period) -> bool:
    return day is not None and day in period


def _ran(known: Iterable[Filed], calendar: Calendar, period: Period, today: date) -> Iterable[Ran]:
    """The deadlines of the agency whose last day lies in the period; those not met by its end were missed."""
    upto = min(period.last, today)
    for one in known:
        for found in procedure.kept(one.case, calendar) if one.case.bound else ():
            if found.clock.whose not in BOUND or found.by not in period:
                continue
            running = found.met is None and found.by >= today
            late = max(1, deadlines.between(calendar, found.by, found.met or upto))
            missed = not running and (found.met is None or found.met > found.by)
            yield Ran(one.unit, found.clock, found.by, found.met, late if missed else 0, running)


def _by_unit(cases: Sequence[Filed], ran: Sequence[Ran], period: Period) -> dict[int | None, Figures]:
    """The figures of each unit, those of its deadlines too whose case was closed before the period."""
    held, own = _grouped(cases, lambda one: one.unit), _grouped(ran, lambda one: one.unit)
    return {unit: _figures(held.get(unit, ()), own.get(unit, ()), period) for unit in {**held, **own}}


def _grouped(found: Iterable[One], key: Callable[[One], Key]) -> dict[Key, list[One]]:
    groups: dict[Key, list[One]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return groups


def _figures(cases: Sequence[Filed], ran: Sequence[Ran], period: Period) -> Figures:
    decided = (one.case.decided for one in cases if _within(one.done(Step.KEPUTUSAN), period))
    return Figures(
        carried=sum(one.case.opened < period.first for one in cases),
        opened=sum(one.case.opened in period for one in cases),
        closed=sum(one.case.closed for one in cases),
        decided=Counter(level for level in decided if level is not None),
        deadlines=together(ran),
    )


def together(ran: Iterable[Ran]) -> Kept:
    """Deadlines added up."""
    found = list(ran)
    missed = [one.late for one in found if one.late]
    running = sum(one.running for one in found)
    kept = sum(one.kept for one in found)
    return Kept(kept, len(missed), running, sum(missed), max(missed, default=0))


def _waiting(cases: Iterable[Filed], calendar: Calendar, upto: date) -> dict[Step | None, Waiting]:
    groups = _grouped(cases, lambda one: one.step)
    return {step: _wait(groups[step], calendar, upto) for step in (None, *Step) if step in groups}


def _wait(cases: Sequence[Filed], calendar: Calendar, upto: date) -> Waiting:
    since = [last.day if (last := one.case.last()) else one.case.opened for one in cases]
    return Waiting(len(cases), max(deadlines.between(calendar, day, upto) for day in since))


def _took(cases: Iterable[Filed], step: Step, calendar: Calendar) -> Took:
    spans = [deadlines.between(calendar, one.case.opened, day) for one in cases if (day := one.done(step))]
    return Took(len(spans), sum(spans) / len(spans) if spans else None, max(spans, default=None))
