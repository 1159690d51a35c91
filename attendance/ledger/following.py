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
    action: str
    summary: dict[str, Any]


def since(session: Session, number: int) -> list[Act]:
    """The entries after one, in order."""
    query = select(Entry.id, Entry.action, Entry.summary).where(Entry.id > number).order_by(Entry.id)
    return [Act(found, action, json.loads(summary)) for found, action, summary in session.execute(query)]
