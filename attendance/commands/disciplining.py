"""Disciplining: what the working days of people meet in the law, asked of the ledger once for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from attendance.commands.desk import Desk
from attendance.commands.inquiry import Inquiry, inquire
from attendance.ledger import appointments, people, screens
from attendance.ledger.engine import Session
from attendance.rules import discipline, reaching, screening
from attendance.rules.codes import Code, Standing
from attendance.rules.discipline import Judged, Law
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

LOOK_BACK = 120
"""So many days before the year are read of those whose run may have begun in them; longer runs are followed on."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A part of one calendar year, and of everybody who was scheduled in it what his days meet in the law."""

    found: Inquiry
    year: Period
    people: tuple[Judged, ...]


def parts(period: Period) -> Iterator[Period]:
    """The calendar years of a period, each from 1 January to 31 December or to the end of the period."""
    for year in range(period.first.year, period.last.year + 1):
        yield Period(date(year, 1, 1), min(date(year, 12, 31), period.last))


def count(desk: Desk, session: Session, year: Period, law: Law, only: Collection[int] | None = None) -> Counted:
    """What the days of people meet in the law in a part of one calendar year; `only` these people where named.

    Of everybody only those days are kept that a list names; of people who are named all of them, and some of the year
    before.
    """
    found = inquire(desk, session, Kind.KERJA, year, only)
    if only is not None:
        return Counted(found, year, tuple(_judged(desk, found, law, sorted(only), LOOK_BACK)))
    return Counted(found, year, tuple(map(slim, _judged(desk, found, law, found.everyone()))))


def reached(desk: Desk, session: Session, year: Period, law: Law) -> Counted:
    """As `count`, of those only whom a tier may reach: never fewer than those whom it does."""
    found = inquire(desk, session, Kind.KERJA, year)
    return Counted(found, year, tuple(map(slim, _judged(desk, found, law, reachable(found, law)))))


def reachable(found: Inquiry, law: Law) -> list[int]:
    """The people whom a tier may reach in the year of an inquiry; everybody where lateness is made into days."""
    if law.hours:
        return found.everyone()
    held, year = found.held, found.period
    limit = reaching.least(year, law)
    marked = screens.bits(found.session, Kind.KERJA, year)
    shown = screens.shown(found.session, year, found.machines, _latest(found))
    invited = set(found.agenda.invited())
    lines: dict[int, screening.Sessions] = {}
    reached = []
    for person in found.everyone():
        letters = held.letters.get(person, ())
        known = screening.covered(((one.first, one.last) for one in letters), year)
        known |= marked.get(person, screening.NOTHING).days | shown.get(person, 0)
        if person in invited or reaching.reachable(found.concerned(person, lines), known, limit):
            reached.append(person)
    return reached


def _latest(found: Inquiry) -> time:
    """The last moment from which on scans begin to count, of all sessions: a scan after it counts for any of them."""
    opened = (*(one.opens for one in found.agenda.schedules), *(one.opens for one in found.agenda.calls))
    return max(opened, default=time.min)


def slim(one: Judged) -> Judged:
    """A judgment without the days on which he was present, but for the last, which names the unit."""
    days = one.history.days
    last = next((day for day in reversed(days) if day.code is not Code.NR), None)
    kept = tuple(day for day in days if day is last or day.standing is not Standing.PRESENT)
    return replace(one, history=replace(one.history, days=kept))


def _judged(desk: Desk, found: Inquiry, law: Law, wanted: Collection[int], back: int = 0) -> Iterator[Judged]:
    """The judgments, those first whose run is known at once; so many days `back` before the year are read at first."""
    session, year = found.session, found.period
    changes = appointments.appointments(session)
    first = year.first
    while wanted:
        first = date.fromordinal(max(1, first.toordinal() - back))
        asked = inquire(desk, session, Kind.KERJA, Period(first, year.last), wanted) if back else found
        earlier = people.postings(session, Period(date.min, first), wanted)
        further = []
        for history in asked.histories(wanted):
            if discipline.open_run(history) and history.person in earlier and first > date.min:
                further.append(history.person)  # his run may have begun earlier still
            else:
                yield discipline.judge(history, year, law, changes.get(history.person, ()))
        wanted, back = further, LOOK_BACK
