"""The calendar in the ledger: special days with their source, years taken in, sessions called by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import time

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.ledger.journal import Draft
from attendance.ledger.models import CalendarYear, CallFact, DayFact
from attendance.ledger.people import Where
from attendance.ledger.views import live
from attendance.rules.days import DayKind, SpecialDay
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.sessions import Calendar, Call


def years(session: Session) -> frozenset[int]:
    """The years whose national list was taken in."""
    return frozenset(session.scalars(select(CalendarYear.year).where(live(session, CalendarYear))))


def days(session: Session, period: Period | None = None) -> list[tuple[int, SpecialDay]]:
    """The special days in order, each with the number of its row."""
    query = select(DayFact.id, DayFact.day, DayFact.sort, DayFact.name, DayFact.origin, DayFact.kinds)
    query = query.where(live(session, DayFact))
    query = query.order_by(DayFact.day, DayFact.entry, DayFact.sort, DayFact.name, DayFact.kinds)
    if period is not None:
        query = query.where(DayFact.day.between(period.first, period.last))
    return [
        (row.id, SpecialDay(row.day, DayKind(row.sort), row.name, row.origin, kinds(row.kinds)))
        for row in session.execute(query)
    ]


def calendar(session: Session, period: Period | None = None) -> Calendar:
    """The special days as the rules ask for them."""
    return Calendar(special for _, special in days(session, period))


def record(draft: Draft, found: Sequence[tuple[SpecialDay, Where]]) -> int:
    """Take special days in; those that are known stay as they are. Answers how many were new."""
    known = {(row.day, row.sort, row.name, joined(row.kinds)) for _, row in days(draft.session)}
    fresh = {(row.day, row.sort, row.name, joined(row.kinds)): (row, where) for row, where in found}
    fresh = {key: value for key, value in fresh.items() if key not in known}
    draft.record(
        DayFact,
        [
            (row.day.toordinal(), row.sort.value, row.name, row.source, joined(row.kinds), *where)
            for row, where in fresh.values()
        ],
    )
    return len(fresh)


def seed(draft: Draft, year: int, origin: str, found: Sequence[SpecialDay]) -> int:
    """Take in the national list of a year: days that the calendar has under another name are not doubled."""
    taken = {(row.day, row.sort) for _, row in days(draft.session)}
    if year not in years(draft.session):
        draft.record(CalendarYear, [(year, origin)])
    return record(draft, [(row, (None, None)) for row in found if (row.day, row.sort) not in taken])


def void(draft: Draft, numbers: Iterable[int]) -> None:
    """Take special days back."""
    draft.void(DayFact, [(number,) for number in numbers])


def kinds(text: str) -> tuple[Kind, ...]:
    """Kinds out of a column."""
    return tuple(Kind(name) for name in text.split(",") if name)


def joined(found: Iterable[Kind]) -> str:
    """Kinds for a column, each once, in one order."""
    return ",".join(sorted(set(found)))


def calls(session: Session, period: Period) -> list[Call]:
    """The sessions called by hand in a period, by day."""
    query = select(CallFact).where(live(session, CallFact), CallFact.day.between(period.first, period.last))
    return [
        Call(
            day=row.day,
            kind=Kind(row.kind),
            name=row.name,
            starts=time.fromisoformat(row.starts),
            late_after=time.fromisoformat(row.late_after),
            opens=time.fromisoformat(row.opens),
            closes=time.fromisoformat(row.closes),
            units=_set(row.units),
            people=_set(row.people),
        )
        for row in session.scalars(query.order_by(CallFact.day, CallFact.entry, CallFact.id))
    ]


def _set(text: str | None) -> frozenset[int] | None:
    return None if text is None else frozenset(json.loads(text))


def _text(numbers: Iterable[int] | None) -> str | None:
    return None if numbers is None else json.dumps(sorted(numbers))


def call(draft: Draft, one: Call) -> None:
    """Call a session."""
    times = (at.isoformat() for at in (one.starts, one.late_after, one.opens, one.closes))
    row = (one.day.toordinal(), one.kind.value, one.name, *times, _text(one.units), _text(one.people))
    draft.record(CallFact, [row])
