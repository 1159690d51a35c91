"""Signed periods in the ledger: whose figures were signed at which level, by whom, and what they were."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.ledger.journal import Draft
from attendance.ledger.models import Entry
from attendance.ledger.paper_models import SignOffFact
from attendance.ledger.views import live
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period

Figures = Mapping[str, tuple[int, ...]]
"""By NIP: scheduled, present, late, excused, absent, unreported."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """The figures of a period under one signature; `unit` None: of the whole office. `number`, `entry`: where it is."""

    level: str
    kind: Kind
    period: Period
    unit: int | None
    by: str
    figures: Figures
    number: int = 0
    entry: int = 0
    at: datetime = datetime.min


def canonical(figures: Figures) -> str:
    """Figures as they are frozen."""
    return json.dumps(figures, sort_keys=True, separators=(",", ":"))


def record(draft: Draft, signed: SignOff) -> bool:
    """Freeze the figures under a signature; an older one of the same level gives way. Answers whether it is new."""
    content = canonical(signed.figures)
    same = (
        live(draft.session, SignOffFact),
        SignOffFact.level == signed.level,
        SignOffFact.kind == signed.kind.value,
        SignOffFact.first == signed.period.first,
        SignOffFact.last == signed.period.last,
        SignOffFact.unit_id.is_not_distinct_from(signed.unit),
    )
    older = draft.session.execute(select(SignOffFact.id, SignOffFact.signed_by, SignOffFact.figures).where(*same)).all()
    if any((row.signed_by, row.figures) == (signed.by, content) for row in older):
        return False
    draft.void(SignOffFact, [(row.id,) for row in older])
    span = signed.period.first.toordinal(), signed.period.last.toordinal()
    digest = sha256(content.encode()).hexdigest()
    draft.record(SignOffFact, [(signed.level, signed.kind.value, *span, signed.unit, signed.by, content, digest)])
    return True


def signed(session: Session) -> list[SignOff]:
    """All signatures that stand, by period, unit and the order in which they were given."""
    query = (
        select(SignOffFact, Entry.at)
        .join(Entry, Entry.id == SignOffFact.entry)
        .where(live(session, SignOffFact))
        .order_by(SignOffFact.first, SignOffFact.last, SignOffFact.kind, SignOffFact.unit_id, SignOffFact.entry)
    )
    return [
        SignOff(
            level=row.level,
            kind=Kind(row.kind),
            period=Period(row.first, row.last),
            unit=row.unit_id,
            by=row.signed_by,
            figures={nip: tuple(counts) for nip, counts in json.loads(row.figures).items()},
            number=row.id,
            entry=row.entry,
            at=datetime.fromisoformat(at),
        )
        for row, at in session.execute(query)
    ]
