"""Procedure: which step of a case may follow which, on which day, and what is due next and by when."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from attendance.rules import deadlines
from attendance.rules.cases import Case, Done, Outcome, Step
from attendance.rules.clocks import CLOCKS, EXAMINED, IN_FORCE, MONTHS, SECOND_NO_SHOW, SUPERIOR, TEAM, Clock, Whose
from attendance.rules.law import Level, Sanction
from attendance.rules.periods import ONE_DAY
from attendance.rules.sessions import Calendar

AFTER: dict[Step | None, tuple[Step, ...]] = {
    None: (Step.PANGGILAN_1,),
    Step.PANGGILAN_1: (Step.PEMERIKSAAN, Step.TIDAK_HADIR_1),
    Step.TIDAK_HADIR_1: (Step.PANGGILAN_2,),
    Step.PANGGILAN_2: (Step.PEMERIKSAAN, Step.TIDAK_HADIR_2),
    Step.TIDAK_HADIR_2: (Step.LAPORAN, Step.KEPUTUSAN),
    Step.PEMERIKSAAN: (Step.PEMERIKSAAN, Step.LAPORAN, Step.KEPUTUSAN),
    Step.LAPORAN: (Step.KEPUTUSAN,),
    Step.KEPUTUSAN: (Step.PANGGILAN_KEPUTUSAN, Step.TERIMA, Step.TIDAK_HADIR_KEPUTUSAN),
    Step.PANGGILAN_KEPUTUSAN: (Step.TERIMA, Step.TIDAK_HADIR_KEPUTUSAN),
    Step.TIDAK_HADIR_KEPUTUSAN: (Step.KIRIM,),
    Step.KIRIM: (Step.TERIMA,),
    Step.TERIMA: (Step.DIJALANI, Step.KEBERATAN, Step.BANDING),
    Step.KEBERATAN: (Step.PUTUSAN_KEBERATAN,),
    Step.PUTUSAN_KEBERATAN: (Step.DIJALANI, Step.BANDING),
    Step.BANDING: (Step.TANGGAPAN_BANDING, Step.PUTUSAN_BANDING),
    Step.TANGGAPAN_BANDING: (Step.PUTUSAN_BANDING,),
    Step.PUTUSAN_BANDING: (Step.DIJALANI,),
    Step.DIJALANI: (),
}
"""The one legal path: what may follow each step. A team may be formed at any time before the examination."""

SUMMONS = (Step.PANGGILAN_1, Step.PANGGILAN_2, Step.PANGGILAN_KEPUTUSAN)
"""The steps that call somebody to a day."""

_ENDS: dict[Outcome, tuple[Step, ...]] = {
    Outcome.DIJALANI: (Step.DIJALANI,),
    Outcome.TIDAK_TERBUKTI: (Step.PEMERIKSAAN, Step.LAPORAN, Step.TIDAK_HADIR_2),
    Outcome.DIBATALKAN: (Step.PUTUSAN_KEBERATAN, Step.PUTUSAN_BANDING),
}
"""After which step an outcome may come; `dihentikan` after any."""


class Wrong(StrEnum):
    """What is wrong with a step."""

    ORDER = "order"  # it does not follow the last
    BEFORE = "before"  # its day is before that of the last, or of the case
    AHEAD = "ahead"  # its day has not come
    MEETING = "meeting"  # it lacks the day to which it calls, or that is before the summons
    EARLY = "early"  # a clock has not run down
    LATE = "late"  # a clock has run out
    TEAM = "team"  # berat needs a team, ringan has none
    OUTCOME = "outcome"  # the outcome does not fit the last step


@dataclass(frozen=True, slots=True)
class Breach:
    """Why a step is refused: `limit` is the day from which or up to which it could be done, `may` what could follow."""

    wrong: Wrong
    article: str = ""
    limit: date | None = None
    days: int = 0
    may: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """What comes next: one of `steps`, by a day (None: without delay), by whom; `since` is the day the clock began.

    `earliest`: the day is the first on which it may be done, not the last.
    """

    steps: tuple[Step, ...]
    by: date | None
    article: str
    whose: Whose
    since: date
    earliest: bool = False
    weight: str = "text"


@dataclass(frozen=True, slots=True)
class Kept:
    """A clock that ran in a case: its last day, and the day on which it was met; None while it is not."""

    clock: Clock
    by: date
    met: date | None

    def missed(self, today: date) -> bool:
        """Whether its last day went by before it was met."""
        return (self.met or today) > self.by


def may(case: Case) -> tuple[Step, ...]:
    """The steps that may come next, the ordinary one first."""
    if case.closed:
        return ()
    path = [one for one in case.steps if one.step is not Step.TIM]
    following = AFTER[path[-1].step if path else None]
    examined = any(one.step in (Step.PEMERIKSAAN, Step.LAPORAN, Step.KEPUTUSAN) for one in path)
    team = () if examined or case.last(Step.TIM) or case.level is Level.RINGAN else (Step.TIM,)
    return (*following, *team, Step.SELESAI)


def examine(case: Case, step: Done, calendar: Calendar, today: date) -> tuple[Breach, ...]:
    """Everything that is wrong with a step as the next of a case; nothing where it may be taken."""
    allowed = may(case)
    if step.step not in allowed:
        return (Breach(Wrong.ORDER, may=allowed),)
    return tuple(
        breach
        for look in (_day, _meeting, _team, _outcome, _examination)
        for breach in look(case, step, calendar, today)
    ) + tuple(_clocks(case, step, calendar))


def _day(case: Case, step: Done, calendar: Calendar, today: date) -> Iterator[Breach]:
    last = max((case.opened, *(one.day for one in case.steps)))
    if step.day < last:
        yield Breach(Wrong.BEFORE, limit=last)
    if step.day > today:
        yield Breach(Wrong.AHEAD, limit=today)


def _meeting(case: Case, step: Done, calendar: Calendar, today: date) -> Iterator[Breach]:
    if step.step in SUMMONS and (step.meets is None or step.meets <= step.day):
        yield Breach(Wrong.MEETING, limit=step.day + ONE_DAY)


def _team(case: Case, step: Done, calendar: Calendar, today: date) -> Iterator[Breach]:
    """Berat is examined and decided with a team; a case that may only become ringan has none."""
    heavy = case.level is Level.BERAT and step.step is Step.PEMERIKSAAN
    decided = step.step is Step.KEPUTUSAN and step.details.get("level") == Level.BERAT
    if (heavy or decided) and case.last(Step.TIM) is None:
        yield Breach(Wrong.TEAM, TEAM)


def _outcome(case: Case, step: Done, calendar: Calendar, today: date) -> Iterator[Breach]:
    if step.step is not Step.SELESAI:
        return
    last = case.last()
    ends = _ENDS.get(Outcome(step.details["outcome"]))
    if ends is not None and (last is None or last.step not in ends):
        yield Breach(Wrong.OUTCOME, may=ends)


def _examination(case: Case, step: Done, calendar: Calendar, today: date) -> Iterator[Breach]:
    """Nobody is examined, or found missing, before the day to which he was summoned."""
    missing = {Step.TIDAK_HADIR_1: "26 ayat (3)", Step.TIDAK_HADIR_2: "26 ayat (4)", Step.PEMERIKSAAN: "26 ayat (2)"}
    called = case.last(Step.PANGGILAN_1, Step.PANGGILAN_2)
    if step.step is Step.TIDAK_HADIR_KEPUTUSAN:
        called = case.last(Step.PANGGILAN_KEPUTUSAN)
        missing[step.step] = "37 ayat (3)"
    if step.step in missing and called is not None and called.meets is not None and step.day < called.meets:
        yield Breach(Wrong.EARLY, f"PP 94/2021 Pasal {missing[step.step]}", called.meets)


def _clocks(case: Case, step: Done, calendar: Calendar) -> Iterator[Breach]:
    after = replace(case, steps=(*case.steps, step))
    for clock in CLOCKS:
        if step.step not in clock.ends:
            continue
        begun = _begun(after, clock)
        end = step.meets if clock.to_meeting else step.day
        if begun is None or end is None:
            continue
        limit = deadlines.after(calendar, begun, clock.days)
        if clock.at_least and end < limit:
            yield Breach(Wrong.EARLY, clock.article, limit, clock.days)
        if not clock.at_least and end > limit and not _met_before(case, clock):
            yield Breach(Wrong.LATE, clock.article, limit, clock.days)


def _begun(case: Case, clock: Clock) -> date | None:
    """The day on which a clock of a case began to run; None while it has not."""
    if clock.opened_by is not None and case.last(clock.opened_by) is None:
        return None
    start = case.last(*clock.start)
    if start is None:
        return None
    return start.meets if clock.from_meeting else start.day


def _met_before(case: Case, clock: Clock) -> bool:
    """Whether another of its steps has met a clock already."""
    return case.last(*clock.ends) is not None


def kept(case: Case, calendar: Calendar) -> tuple[Kept, ...]:
    """The clocks with a last day that have begun to run in a case, and whether and when each was met."""
    found = []
    for clock in [clock for clock in CLOCKS if not clock.at_least]:
        begun = _begun(case, clock)
        if begun is None:
            continue
        met = next((one for one in case.steps if one.step in clock.ends), None)
        if met is None and (case.closed or not _open(case, clock)):
            continue  # it was never called for: no objection came, or the case has ended
        found.append(Kept(clock, deadlines.after(calendar, begun, clock.days), met.day if met else None))
    return tuple(found)


def _open(case: Case, clock: Clock) -> bool:
    """Whether a clock still waits for its step."""
    allowed = may(case)
    return any(step in allowed for step in clock.ends) and clock.whose is not Whose.PEGAWAI


def in_force(case: Case, calendar: Calendar) -> date | None:
    """The day on which the decision is in force if nobody objects: the 15th working day after it was received."""
    received = case.last(Step.TERIMA)
    return deadlines.after(calendar, received.day, IN_FORCE) if received else None


def ends(case: Case) -> date | None:
    """The last day of a sanction that ends by itself; None before it began and for the others."""
    begun = case.last(Step.DIJALANI)
    known = case.sanction in set(Sanction)
    months = MONTHS.get(Sanction(case.sanction)) if known else None
    return _months_after(begun.day, months) - ONE_DAY if begun and months else None


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due(case: Case, calendar: Calendar) -> tuple[Due, ...]:
    """What comes next in a case, the most pressing first; nothing in a closed one."""
    if case.closed:
        return ()
    last = next((one for one in reversed(case.steps) if one.step is not Step.TIM), None)
    if last is None:
        return (Due((Step.PANGGILAN_1,), None, SUPERIOR, Whose.ATASAN, case.opened),)
    return tuple(_next(case, last, calendar)) or tuple(_ordinary(case, last, calendar))


def _next(case: Case, last: Done, calendar: Calendar) -> Iterator[Due]:
    """What a clock, or a day to which somebody is called, asks for."""
    if last.step in SUMMONS and last.meets is not None:
        whose = Whose.PEJABAT if last.step is Step.PANGGILAN_KEPUTUSAN else Whose.ATASAN
        article = "PP 94/2021 Pasal 37 ayat (3)" if whose is Whose.PEJABAT else EXAMINED
        yield Due(AFTER[last.step], last.meets, article, whose, last.day)
        return
    for clock in CLOCKS:
        begun = _begun(case, clock)
        steps = tuple(step for step in clock.ends if step in may(case))
        running = last.step in clock.start or last.step is clock.opened_by
        running = running or (last.step is Step.TANGGAPAN_BANDING and Step.BANDING in clock.start)
        if begun is not None and steps and running:
            by = deadlines.after(calendar, begun, clock.days)
            yield Due(steps, by, clock.article, clock.whose, begun, clock.at_least, clock.weight)


def _ordinary(case: Case, last: Done, calendar: Calendar) -> Iterator[Due]:
    """What comes next where no clock runs."""
    article = {Step.TIDAK_HADIR_2: SECOND_NO_SHOW, Step.PEMERIKSAAN: SUPERIOR}.get(last.step, "")
    if last.step is Step.DIJALANI:
        yield Due((Step.SELESAI,), ends(case), article, Whose.PEJABAT, last.day, earliest=True)
        return
    steps = tuple(step for step in AFTER[last.step] if step is not last.step)
    yield Due(steps, None, article, Whose.PEJABAT, last.day)


def pressing(found: Sequence[Due], today: date, until: date) -> tuple[Due, ...]:
    """Those that are overdue, or due from today up to a day."""
    return tuple(one for one in found if one.by is not None and not one.earliest and one.by <= max(today, until))
