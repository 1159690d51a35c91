"""Parked marks: those under a NIP that no roster knows, and how they find their person."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from attendance.ledger import people
from attendance.ledger.journal import Draft
from attendance.ledger.models import MarkFact
from attendance.ledger.views import live


def give(draft: Draft, source: str, target: str) -> tuple[int, list[date]]:
    """Give all marks of one NIP to another. Answers how many, or the days on which the other has marks of his own."""
    ids = people.numbers(draft.session, [source, target])
    if source not in ids:
        return 0, []
    columns = (
        MarkFact.kind,
        MarkFact.day,
        MarkFact.code,
        MarkFact.second,
        MarkFact.note,
        MarkFact.source_id,
        MarkFact.source_row,
        MarkFact.since,
    )
    query = select(*columns).where(live(draft.session, MarkFact)).order_by(MarkFact.kind, MarkFact.day)
    rows = draft.session.execute(query.where(MarkFact.person_id == ids[source])).all()
    own = draft.session.execute(query.where(MarkFact.person_id == ids[target])).all()
    taken = {(row.kind, row.day) for row in own}
    clashes = [row.day for row in rows if (row.kind, row.day) in taken]
    if clashes:
        return 0, clashes
    draft.void(MarkFact, [(ids[source], row.kind, row.day, row.since) for row in rows])
    draft.record(
        MarkFact,
        [(ids[target], row.kind, row.day.toordinal(), *row[2:7]) for row in rows],
    )
    return len(rows), []
