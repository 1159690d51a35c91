"""Disciplining: what the working days of people meet in the law, asked of the ledger once for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from attendance.commands.desk import Desk
from attendance.commands.inquiry import Inquiry, inquire
from attendance.ledger import appointments, people
from attendance.ledger.engine import Session
from attendance.rules import discipline
from attendance.rules.discipline import Judged, Law
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

LOOK_BACK = 120
"""So many days before the year are read at first; a run that had begun before them is followed further back."""


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
    """What the days of people meet in the law in a part of one calendar year; `only` these people where named."""
    found = inquire(desk, session, Kind.KERJA, year, only)
    judged = _judged(desk, session, year, law, found.everyone() if only is None else sorted(only))
    return Counted(found, year, tuple(judged))


def _judged(desk: Desk, session: Session, year: Period, law: Law, wanted: Collection[int]) -> list[Judged]:
    changes = appointments.appointments(session)
    judged: list[Judged] = []
    first = year.first
    while wanted:
        first = date.fromordinal(max(1, first.toordinal() - LOOK_BACK))
        longer = Period(first, year.last)
        earlier = people.postings(session, Period(date.min, first), wanted)
        further = []
        for history in inquire(desk, session, Kind.KERJA, longer, wanted).histories(wanted):
            if discipline.open_run(history) and history.person in earlier and first > date.min:
                further.append(history.person)  # his run may have begun earlier still
            else:
                judged.append(discipline.judge(history, year, law, changes.get(history.person, ())))
        wanted = further
    return judged
