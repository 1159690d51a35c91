"""The docket: what every command of a case asks first: which case, whose, on which calendar, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from attendance.commands import disciplining, inquiry
from attendance.commands.desk import Desk, settings
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import cases, people, units
from attendance.ledger.engine import Session
from attendance.rules.cases import Case, Rested
from attendance.rules.codes import Code
from attendance.rules.discipline import Count, Judged
from attendance.rules.histories import History
from attendance.rules.kinds import Kind
from attendance.rules.law import Tier
from attendance.rules.periods import Period
from attendance.rules.postings import on
from attendance.rules.rosters import Profile
from attendance.rules.sessions import Calendar
from attendance.rules.units import fold


def find(session: Session, number: str) -> Case:
    """The case of a number, however it is typed. Errors: Refused, with the numbers that are near."""
    known = {fold(one.number): one for one in cases.cases(session)}
    if fold(number) in known:
        return known[fold(number)]
    near = [known[one].number for one in get_close_matches(fold(number), known, 3, 0.5)]
    if near:
        raise Refused(
            _("There is no case {number}. Did you mean: {near}? See: apel case list --all").format(
                number=number, near="; ".join(near)
            )
        )
    raise Refused(_("There is no case {number}. See: apel case list --all").format(number=number))


def calendar(session: Session, today: date, *some: Case) -> Calendar:
    """The office's calendar over the years in which clocks of these cases run; the national list where it has none."""
    days = [today, *(day for case in some for day in _days(case))]
    return inquiry.calendar(session, Period(min(days), date(max(days).year + 1, 12, 31)))


def _days(case: Case) -> Iterable[date]:
    yield case.opened
    for step in case.steps:
        yield from (step.day, step.meets or step.day)


@dataclass(frozen=True, slots=True)
class Who:
    """The person of a case, and the unit to which he belonged on a day (empty where to none)."""

    profile: Profile
    unit: int | None
    label: str


def whose(session: Session, some: Iterable[Case], day: date) -> dict[int, Who]:
    """The people of cases by their numbers, with the unit of a day or, where there is none, the last one."""
    wanted = {case.person for case in some}
    tree = units.tree(session)
    held = people.postings(session, people=wanted)
    found = {}
    for person, profile in people.profiles(session, wanted).items():
        known = held.get(person, ())
        posting = on(known, day) or next(iter(reversed(known)), None)
        unit = posting.unit if posting else None
        found[person] = Who(profile, unit, tree.label(unit) if unit is not None else "")
    return found


@dataclass(frozen=True, slots=True)
class Gone:
    """A day on which a case rests that is no absence any more: what it is now, and how that is known.

    Days that lie further back than what is read of the year before are not looked at again.
    """

    day: date
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The count under a case beside that of today: what fell away, what came in late, what was added since.

    `total` and `tier` are those of today, over the whole year.
    """

    rested: Rested
    total: int
    run: int
    tier: Tier | None
    gone: tuple[Gone, ...]
    late: tuple[date, ...]  # within the days that were judged, known only afterwards
    since: tuple[date, ...]

    @property
    def loud(self) -> bool:
        """Whether the count itself is another now, not only longer."""
        return bool(self.gone or self.late)


def changed(desk: Desk, session: Session, case: Case) -> Changed | None:
    """What became of the count that a case rests on; None where it rests on none."""
    rested = case.rested
    if rested is None:
        return None
    year = Period(date(rested.year, 1, 1), date(rested.year, 12, 31))
    if rested.kind != Kind.KERJA:
        found = inquiry.inquire(desk, session, Kind(rested.kind), year, [case.person])
        histories = list(found.histories([case.person]))
        missed = tuple(day.day for one in histories for day in one.days if day.code is Code.TK)
        return _compared(found, histories, rested, missed, len(missed), None)
    counted = disciplining.count(desk, session, year, settings(session).discipline.law, [case.person])
    judged = list(counted.people)
    count = next((one for one in _counts(judged) if _law(one) == rested.law), Count(None, ()))
    missed = tuple(day.day for day in count.days)
    histories = [one.history for one in judged]
    return _compared(counted.found, histories, rested, missed, len(count.run), count.tier, count.converted)


def _counts(judged: list[Judged]) -> Iterable[Count]:
    return (count for one in judged for count in one.counts)


def _law(one: Count) -> str:
    return one.regulation.name if one.regulation else ""


def _compared(
    found: inquiry.Inquiry,
    histories: list[History],
    rested: Rested,
    missed: tuple[date, ...],
    run: int,
    tier: Tier | None,
    converted: int = 0,
) -> Changed:
    known = {day.day: day for one in histories for day in one.days}
    first = date(rested.year, 1, 1) - timedelta(disciplining.LOOK_BACK)
    gone = []
    for day in sorted({*rested.days, *rested.run}):
        now = known.get(day)
        if day >= first and (now is None or now.code is not Code.TK):
            gone.append(Gone(day, now.code.value if now else "-", found.reason(now) if now else ""))
    until = rested.until or max(rested.days, default=date.min)
    more = [day for day in missed if day not in rested.days]
    late = tuple(day for day in more if day <= until)
    since = tuple(day for day in more if day > until)
    return Changed(rested, len(missed) + converted, run, tier, tuple(gone), late, since)
