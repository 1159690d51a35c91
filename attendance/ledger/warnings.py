"""Warnings in the ledger: which letter was issued to whom, and on which absences it rests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from attendance.ledger.journal import Draft
from attendance.ledger.models import Entry
from attendance.ledger.paper_models import WarningFact
from attendance.ledger.views import live
from attendance.rules.kinds import Kind
from attendance.rules.ladders import Issued


def issued(session: Session, kind: Kind | None = None, person: int | None = None) -> list[Issued]:
    """The warnings that were issued and not taken back, by date and number; of a kind, or of a person."""
    query = select(WarningFact).where(live(session, WarningFact)).order_by(WarningFact.dated, WarningFact.number)
    if kind is not None:
        query = query.where(WarningFact.kind == kind.value)
    if person is not None:
        query = query.where(WarningFact.person_id == person)
    return [
        Issued(
            number=row.number,
            person=row.person_id,
            step=row.step,
            kind=Kind(row.kind),
            rule=row.rule,
            first=row.first,
            last=row.last,
            figure=int(row.figure),
            days=tuple(map(date.fromisoformat, row.days.split(","))),
            dated=row.dated,
            signed_by=row.signed_by,
            entry=row.entry,
        )
        for row in session.scalars(query)
    ]


def numbers(session: Session) -> set[str]:
    """The numbers that stand on some letter: also those of letters taken back, but not of entries undone."""
    query = select(WarningFact.number).outerjoin(Entry, Entry.id == WarningFact.until)
    return set(session.scalars(query.where(or_(WarningFact.until == 0, Entry.action != "undo"))))


def record(draft: Draft, found: Iterable[Issued]) -> None:
    """Remember warnings."""
    draft.record(
        WarningFact,
        [
            (
                one.number,
                one.person,
                one.step,
                one.kind.value,
                one.rule,
                one.first.toordinal(),
                one.last.toordinal(),
                str(one.figure),
                ",".join(day.isoformat() for day in one.days),
                one.dated.toordinal(),
                one.signed_by,
            )
            for one in found
        ],
    )


def void(draft: Draft, number: str) -> None:
    """Take a warning back: its absences may count again."""
    query = select(WarningFact.id).where(live(draft.session, WarningFact), WarningFact.number == number)
    draft.void(WarningFact, [tuple(row) for row in draft.session.execute(query)])
