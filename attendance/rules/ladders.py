"""Ladders: which letter of warning is due to whom, and which absences have been answered by one already.

The ladder is the office's own. It speaks of assemblies only and has nothing to do with the tiers of the discipline law.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from attendance.rules import runs
from attendance.rules.codes import Code
from attendance.rules.histories import Day, History, Known
from attendance.rules.kinds import Kind
from attendance.rules.offices import Signatory
from attendance.rules.periods import ONE_DAY, Period
from attendance.rules.rosters import Profile


@dataclass(frozen=True, slots=True)
class Step:
    """One step: due at so many absences in a row, or so many at all; `within_days` after the step before it."""

    beruntun: int | None = None
    sering: int | None = None
    within_days: int | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps I, II, III, and how many months a warning holds, so that the next step may follow it."""

    steps: tuple[Step, ...] = (Step(3, 5), Step(3, 3, 90), Step(3, 3, 90))
    valid_months: int = 6
    title: str = "Surat Peringatan"
    number: str = "R.800.1.6.2/{n}/{tahun}"
    basis: tuple[str, ...] = ()
    correction_days: int = 3


@dataclass(frozen=True, slots=True)
class Issued:
    """A warning that was issued: `days` are the absences on which it rests, `figure` what its rule had reached."""

    number: str
    person: int
    step: int
    kind: Kind
    rule: str
    first: date
    last: date
    figure: int
    days: tuple[date, ...]
    dated: date
    signed_by: str
    entry: int = 0


class State(IntEnum):
    """What is to be said of a person, the most pressing first."""

    DUE = 1
    BEYOND = 2  # the limit of the last step is reached again: the ladder has no further step
    HELD = 3  # the limit is reached, but his line has not reported
    NEAR = 4  # one short of the limit
    HAD = 5  # his absences are answered by a warning already


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands on the ladder: the step in question, the rule with limit and figure, the absences counted.

    `before` are his warnings that still hold, the oldest first; `missing` the days that his line has not reported.
    """

    history: History
    state: State
    step: int
    rule: str
    limit: int
    figure: int
    days: tuple[Day, ...]
    before: tuple[Issued, ...]
    missing: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """An absence as a letter tells it: the day, how it is known and who signed that roll. No other code has a place."""

    day: date
    known: Known
    by: str


@dataclass(frozen=True, slots=True)
class Warned:
    """A letter of warning: to whom, for which absences, by whom. Nothing else of his attendance stands in it."""

    step: int
    number: str
    dated: date
    kind: Kind
    period: Period
    profile: Profile
    unit: str
    days: tuple[Counted, ...]
    rule: str
    figure: int
    before: tuple[Issued, ...]
    correct_by: date
    signatory: Signatory
    letterhead: str  # the unit whose head signs


ROMAN = ("I", "II", "III", "IV", "V")
"""The steps as they are written; no ladder is longer."""


def holds_until(one: Issued, ladder: Ladder) -> date:
    """The last day on which a warning holds: the day before the same day some months later."""
    year, month = divmod(one.dated.year * 12 + one.dated.month - 1 + ladder.valid_months, 12)
    return date(year, month + 1, min(one.dated.day, monthrange(year, month + 1)[1])) - ONE_DAY


def holding(issued: Iterable[Issued], ladder: Ladder, today: date) -> tuple[Issued, ...]:
    """The warnings that hold on a day, the oldest first."""
    held = (one for one in issued if today <= holds_until(one, ladder))
    return tuple(sorted(held, key=lambda one: (one.dated, one.step, one.number)))


def since(period: Period, issued: Iterable[Issued], ladder: Ladder, today: date) -> Period:
    """The days that a judgment of a period needs: from the day after the oldest warning that holds, if earlier."""
    begins = [one.dated + ONE_DAY for one in holding(issued, ladder, today)]
    return Period(min(period.first, *begins, period.last), period.last)


def judge(
    history: History,
    period: Period,
    ladder: Ladder,
    issued: Collection[Issued],
    today: date,
    silent: Mapping[int, Collection[date]],
) -> Standing | None:
    """Where a person stands; None where there is nothing to say. `issued`: all his warnings of this kind.

    A day on which a warning rests never counts again. `silent`: the days that each line has not reported.
    """
    held = holding(issued, ladder, today)
    used = {day for one in issued for day in one.days}
    found = [
        standing
        for number, window in _windows(period, ladder, held)
        if (standing := _step(history, ladder, number, window, used, held, silent)) is not None
        and (standing.state is not State.NEAR or window.last >= min(period.last, today))
    ]
    return min(found, key=lambda one: one.state, default=None) or _answered(history, period, issued, held)


def _windows(period: Period, ladder: Ladder, held: Sequence[Issued]) -> Iterator[tuple[int, Period]]:
    """The steps that may be due, each with the days that count for it.

    After a warning the next step counts from the day after it, also before the period; once the days in which it
    must follow are over, absences begin the same step anew.
    """
    if not held:
        yield 1, period
        return
    above = max(held, key=lambda one: (one.step, one.dated))
    within = ladder.steps[above.step].within_days if above.step < len(ladder.steps) else None
    end = period.last if within is None else min(period.last, above.dated + timedelta(days=within))
    yield above.step + 1, Period(above.dated + ONE_DAY, end)
    if end < period.last:
        yield min(above.step, len(ladder.steps)), Period(max(period.first, end + ONE_DAY), period.last)


def _step(
    history: History,
    ladder: Ladder,
    number: int,
    window: Period,
    used: Collection[date],
    held: tuple[Issued, ...],
    silent: Mapping[int, Collection[date]],
) -> Standing | None:
    step = ladder.steps[min(number, len(ladder.steps)) - 1]
    days = [day for day in history.scheduled() if day.day in window and day.day not in used]
    absences = tuple(day for day in days if day.code is Code.TK)
    missing = tuple(day.day for day in days if day.code is Code.BL or day.day in silent.get(day.line or 0, ()))
    if reached := _reached(step, days):
        beyond = State.BEYOND if number > len(ladder.steps) else State.DUE
        state = State.HELD if missing else beyond
        return Standing(history, state, number, *reached, absences, held, missing)
    if number <= len(ladder.steps) and (short := _short(step, days)):
        return Standing(history, State.NEAR, number, *short, absences, held, missing)
    return None


def _reached(step: Step, days: Sequence[Day]) -> tuple[str, int, int] | None:
    """The first rule whose limit is reached: rule, limit, figure."""
    figures = {"beruntun": len(runs.longest(days)), "sering": _absent(days)}
    return next((one for one in _limits(step, figures) if one[2] >= one[1]), None)


def _short(step: Step, days: Sequence[Day]) -> tuple[str, int, int] | None:
    """The first rule of which one more absence would reach the limit."""
    figures = {"beruntun": len(runs.last(days)), "sering": _absent(days)}
    return next((one for one in _limits(step, figures) if one[2] == one[1] - 1 > 0), None)


def _limits(step: Step, figures: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    for rule, limit in (("beruntun", step.beruntun), ("sering", step.sering)):
        if limit is not None:
            yield rule, limit, figures[rule]


def _absent(days: Iterable[Day]) -> int:
    return sum(day.code is Code.TK for day in days)


def _answered(
    history: History, period: Period, issued: Collection[Issued], held: tuple[Issued, ...]
) -> Standing | None:
    """The last warning that rests on absences of the period."""
    resting = [one for one in issued if any(day in period for day in one.days)]
    if not resting:
        return None
    last = max(resting, key=lambda one: (one.dated, one.step))
    days = tuple(day for day in history.days if day.day in last.days)
    return Standing(history, State.HAD, last.step, last.rule, last.figure, last.figure, days, held or (last,))


@dataclass(frozen=True, slots=True)
class Fallen:
    """A warning of whose absences some are none any more; `left` are those that still are. `stands`: its limit too."""

    issued: Issued
    gone: tuple[Day, ...]
    left: tuple[date, ...]
    stands: bool


def fallen(one: Issued, history: History, ladder: Ladder) -> Fallen | None:
    """What has fallen away under a warning since it was issued; None where each of its days is an absence still.

    A day that is no session any more has fallen away too; it is in neither list.
    """
    days = [day for day in history.days if day.day in one.days]
    left = tuple(day.day for day in days if day.code is Code.TK)
    if len(left) == len(one.days):
        return None
    step = ladder.steps[min(one.step, len(ladder.steps)) - 1]
    within = (day for day in history.scheduled() if one.days[0] <= day.day <= one.days[-1])
    span = [day for day in within if day.code is not Code.TK or day.day in one.days]
    stands = bool(left) and _reached(step, span) is not None
    return Fallen(one, tuple(day for day in days if day.code is not Code.TK), left, stands)
