"""Procedure: how far a case is, what comes next and by when, and which clocks were kept. It reminds, never decides.

What may follow what stands in `paths`, why a step is refused in `breaches`, the days in `clocks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from attendance.rules import deadlines
from attendance.rules.breaches import Breach, Wrong, doubts, examine, passes, unexamined
from attendance.rules.cases import Case, Done, Outcome, Step
from attendance.rules.clocks import (
    CLOCKS,
    DELIVERY,
    EXAMINED,
    IN_FORCE,
    SECOND_NO_SHOW,
    SUPERIOR,
    TEAM,
    Clock,
    Whose,
    ends,
)
from attendance.rules.law import Level
from attendance.rules.paths import AFTER, ENDS, SUMMONS, may, path
from attendance.rules.sessions import Calendar

__all__ = [
    "AFTER",
    "SUMMONS",
    "Breach",
    "Due",
    "Kept",
    "Wrong",
    "doubts",
    "due",
    "ends",
    "examine",
    "in_force",
    "kept",
    "may",
    "passes",
    "pressing",
]


@dataclass(frozen=True, slots=True)
class Due:
    """What comes next: one of `steps`, by a day (None: without delay), by whom; `since` is the day the clock began.

    `earliest`: the day is the first on which it may be done, not the last. `article` is empty where no law binds.
    """

    steps: tuple[Step, ...]
    by: date | None
    article: str
    whose: Whose
    since: date
    earliest: bool = False
    weight: str = "text"

    def lapsed(self, today: date) -> bool:
        """Whether this is a right of the employee whose last day went by: nothing is overdue then."""
        return self.whose is Whose.PEGAWAI and self.by is not None and self.by < today


@dataclass(frozen=True, slots=True)
class Kept:
    """A clock that ran in a case: its last day, and the day on which it was met; None while it is not."""

    clock: Clock
    by: date
    met: date | None

    def missed(self, today: date) -> bool:
        """Whether its last day went by before it was met."""
        return (self.met or today) > self.by


def kept(case: Case, calendar: Calendar) -> tuple[Kept, ...]:
    """The clocks with a last day that have begun to run in a case, and whether and when each was met.

    One that was not met before it was over (the case ended, BPASN decided without an answer) is told only if its last
    day had gone by. What an employee may do and did not do is no clock that anybody missed.
    """
    found = []
    for clock in [clock for clock in CLOCKS if not clock.at_least]:
        begun = clock.begun(case)
        if begun is None:
            continue
        by = deadlines.after(calendar, begun, clock.days)
        met = next((one.day for one in case.steps if one.step in clock.ends), None)
        if met is None and (clock.whose is Whose.PEGAWAI or _over(case, clock) <= by):
            continue
        found.append(Kept(clock if case.bound else replace(clock, article=""), by, met))
    return tuple(found)


def _over(case: Case, clock: Clock) -> date:
    """The day of the step after which a clock that has begun can be met no more; the last of all days while it can."""
    opening = (clock.opened_by,) if clock.opened_by else clock.start
    first = max(number for number, one in enumerate(case.steps, 1) if one.step in opening)
    for number in range(first, len(case.steps) + 1):
        if not set(clock.ends) & set(may(replace(case, steps=case.steps[:number]))):
            return case.steps[number - 1].day
    return date.max


def in_force(case: Case, calendar: Calendar) -> date | None:
    """The day on which the decision is in force: the 15th working day after it was received; None once it is fought."""
    received = case.last(Step.TERIMA)
    if received is None or case.last(Step.KEBERATAN, Step.BANDING) is not None:
        return None
    return deadlines.after(calendar, received.day, IN_FORCE)


def due(case: Case, calendar: Calendar) -> tuple[Due, ...]:
    """What comes next in a case, the most pressing first; nothing in a closed one."""
    if case.closed:
        return ()
    done = path(case)
    if unexamined(case):
        team = case.last(Step.TIM)
        assert team is not None  # it was formed after the examination
        found = [Due((Step.PEMERIKSAAN,), None, TEAM, Whose.PEJABAT, team.day, weight="weak")]
    elif not done:
        found = [Due((Step.PANGGILAN_1,), None, SUPERIOR, Whose.ATASAN, case.opened)]
    else:
        found = [*_called(case, done[-1]), *_clocks(case, done[-1], calendar)]
        if all(one.whose is Whose.PEGAWAI for one in found):
            found = [*_ordinary(case, done[-1]), *found]
    found += _team(case, done)
    return tuple(found if case.bound else (replace(one, article="", weight="text") for one in found))


def _called(case: Case, last: Done) -> Iterator[Due]:
    """What the day asks for to which somebody is called."""
    if last.step in SUMMONS and last.meets is not None:
        handed = last.step is Step.PANGGILAN_KEPUTUSAN
        article, whose = (DELIVERY.article, Whose.PEJABAT) if handed else (EXAMINED, Whose.ATASAN)
        yield Due(AFTER[last.step], last.meets, article, whose, last.day)


def _clocks(case: Case, last: Done, calendar: Calendar) -> Iterator[Due]:
    """What a clock asks for, the employee's own last."""
    if last.step in SUMMONS:
        return
    allowed = may(case)
    for clock in sorted(CLOCKS, key=lambda one: one.whose is Whose.PEGAWAI):
        begun = clock.begun(case)
        steps = tuple(step for step in clock.ends if step in allowed)
        running = last.step in (*clock.start, clock.opened_by, Step.TANGGAPAN_BANDING)  # BPASN's clock runs on
        if begun is not None and steps and running:
            by = deadlines.after(calendar, begun, clock.days)
            yield Due(steps, by, clock.article, clock.whose, begun, clock.at_least, clock.weight)


def _ordinary(case: Case, last: Done) -> Iterator[Due]:
    """What comes next where no clock of the office runs."""
    if last.step is Step.DIJALANI:
        yield Due((Step.SELESAI,), ends(case), "", Whose.PEJABAT, last.day, earliest=True)
        return
    further = (Step.PEMERIKSAAN, Step.BANDING)  # examined anew only if need be; to appeal is no duty
    steps = tuple(step for step in AFTER[last.step] if step not in further)
    if last.step in ENDS[Outcome.DIBATALKAN]:
        steps = (*steps, Step.SELESAI)  # what was answered is not known: the sanction stands, or is annulled
    article = {Step.TIDAK_HADIR_2: SECOND_NO_SHOW, Step.PEMERIKSAAN: SUPERIOR}.get(last.step, "")
    yield Due(steps, None, article, Whose.ATASAN if last.step is Step.PEMERIKSAAN else Whose.PEJABAT, last.day)


def _team(case: Case, done: Sequence[Done]) -> Iterator[Due]:
    """What may become berat is examined by a team: it has to stand before the day of the examination."""
    ahead = not any(one.step in (Step.PEMERIKSAAN, Step.TIDAK_HADIR_2, Step.KEPUTUSAN) for one in done)
    if case.level is Level.BERAT and ahead and case.last(Step.TIM) is None:
        called = done[-1] if done and done[-1].step in SUMMONS else None  # after a no-show the day has gone by
        yield Due((Step.TIM,), called.meets if called else None, TEAM, Whose.PEJABAT, case.opened, weight="weak")


def pressing(found: Sequence[Due], today: date, until: date) -> tuple[Due, ...]:
    """Those that are overdue, or due from today up to a day."""
    last = max(today, until)
    dated = [(one, one.by) for one in found if one.by is not None and not one.earliest and not one.lapsed(today)]
    return tuple(one for one, by in dated if by <= last)
