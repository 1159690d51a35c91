"""Following: what other desks have written since one looked."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.ledger.models import Entry


class Act(NamedTuple):
    """An entry, told briefly."""

    number: int
    actor: str
    action: str
    summary: dict[str, Any]


def since(session: Session, number: int, last: int | None = None) -> list[Act]:
    """The entries after one, in order; up to another where it is given."""
    query = select(Entry.id, Entry.actor, Entry.action, Entry.summary).where(Entry.id > number).order_by(Entry.id)
    if last is not None:
        query = query.where(Entry.id <= last)
    rows = session.execute(query)
    return [Act(found, actor, action, json.loads(summary)) for found, actor, action, summary in rows]
