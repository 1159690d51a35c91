"""The docket: what every command of a case asks first: which case, whose, on which calendar, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from difflib import get_close_matches

from attendance.commands import disciplining, inquiry
from attendance.commands.desk import Desk, settings
from attendance.errors import Refused
from attendance.language import _
from attendance.ledger import cases, people, units
from attendance.ledger.engine import Session
from attendance.rules import deadlines
from attendance.rules.cases import Case, Rested
from attendance.rules.clocks import CLOCKS
from attendance.rules.codes import Code
from attendance.rules.discipline import Count
from attendance.rules.dockets import Changed, Docket, Gone, Who, docket
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


def whose(session: Session, some: Iterable[Case], day: date) -> dict[int, Who]:
    """The people of cases by their numbers, with the unit of a day or, where there is none, the last one."""
    wanted = {case.person for case in some}
    tree = units.tree(session)
    held = people.postings(session, people=wanted)
    profiles = people.profiles(session, wanted)
    nips = people.nips(session, wanted - profiles.keys())
    found = {}
    for person in wanted:
        known = held.get(person, ())
        posting = on(known, day) or next(iter(reversed(known)), None)
        unit = posting.unit if posting else None
        profile = profiles.get(person) or Profile(nips[person], "?")  # the roster that named him was undone
        found[person] = Who(profile, unit, tree.label(unit) if unit is not None else "")
    return found


def dockets(session: Session, some: Iterable[Case], today: date) -> list[Docket]:
    """Some cases with all that is said of them on a day, in their order."""
    known = list(some)
    listed = calendar(session, today, *known)
    people = whose(session, known, today)
    return [docket(case, people[case.person], listed, today) for case in known]


def earliest(session: Session, case: Case, day: date) -> date:
    """The first day to which a summons of a day may call."""
    return deadlines.after(calendar(session, day, case), day, _CALL.days)


def call_by(session: Session, case: Case, meets: date) -> date:
    """The last working day on which a summons to a day may be made."""
    listed = calendar(session, meets - timedelta(31), case)
    day = meets
    while not deadlines.working(listed, day) or deadlines.after(listed, day, _CALL.days) > meets:
        day -= timedelta(1)
    return day


_CALL = next(clock for clock in CLOCKS if clock.to_meeting)


def changed(desk: Desk, session: Session, case: Case) -> Changed | None:
    """What became of the count that a case rests on; None where it rests on none."""
    return changes(desk, session, [case]).get(case.number)


def changes(desk: Desk, session: Session, some: Iterable[Case]) -> dict[str, Changed]:
    """What became of the counts that cases rest on, by their numbers; a year of a kind is asked for once."""
    asked: dict[tuple[str, int], list[tuple[Case, Rested]]] = {}
    for case in some:
        if case.rested is not None:
            asked.setdefault((case.rested.kind, case.rested.year), []).append((case, case.rested))
    found: dict[str, Changed] = {}
    for (kind, year), its in asked.items():
        look = _work if kind == Kind.KERJA else _assemblies
        span = Period(date(year, 1, 1), date(year, 12, 31))
        found.update(look(desk, session, Kind(kind), span, its))
    return found


_Its = list[tuple[Case, Rested]]


def _work(desk: Desk, session: Session, _kind: Kind, year: Period, its: _Its) -> Iterator[tuple[str, Changed]]:
    law = settings(session).discipline.law
    counted = disciplining.count(desk, session, year, law, {case.person for case, _rested in its})
    judged = {one.history.person: one for one in counted.people}
    for case, rested in its:
        one = judged[case.person]
        count = next((count for count in one.counts if _law(count) == rested.law), Count(None, ()))
        missed = tuple(day.day for day in count.days)
        now = count.tier, len(count.run), count.converted
        yield case.number, _compared(counted.found, one.history, rested, missed, *now)


def _assemblies(desk: Desk, session: Session, kind: Kind, year: Period, its: _Its) -> Iterator[tuple[str, Changed]]:
    wanted = {case.person for case, _rested in its}
    found = inquiry.inquire(desk, session, kind, year, wanted)
    histories = {one.person: one for one in found.histories(wanted)}
    for case, rested in its:
        missed = tuple(day.day for day in histories[case.person].days if day.code is Code.TK)
        yield case.number, _compared(found, histories[case.person], rested, missed)


def _law(one: Count) -> str:
    return one.regulation.name if one.regulation else ""


def _compared(
    found: inquiry.Inquiry,
    history: History,
    rested: Rested,
    missed: tuple[date, ...],
    tier: Tier | None = None,
    run: int = 0,
    converted: int = 0,
) -> Changed:
    known = {day.day: day for day in history.days}
    first = date(rested.year, 1, 1) - timedelta(disciplining.LOOK_BACK)
    gone = []
    for day in sorted({*rested.days, *rested.run}):
        now = known.get(day)
        if day >= first and (now is None or now.code is not Code.TK):
            gone.append(Gone(day, now.code.value if now else "-", found.reason(now) if now else ""))
        elif day in rested.days and day not in missed:
            gone.append(Gone(day, Code.TK.value, _("another regulation counts it, by the status of the day")))
    since, until = rested.first or date.min, rested.until or max(rested.days, default=date.min)
    more = [day for day in missed if day not in rested.days and day >= since]
    late = tuple(day for day in more if day <= until)
    later = tuple(day for day in more if day > until)
    total = sum(day >= since for day in missed) + converted
    return Changed(rested, total, run, converted, tier, tuple(gone), late, later)
