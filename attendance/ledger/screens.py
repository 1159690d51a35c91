"""Screening: whom can a chronic rule reach at all? Counts in the database, so that few need a closer look."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.orm import Session

from attendance.ledger.dossiers import Files
from attendance.rules.chronic import Limits
from attendance.rules.sessions import Agenda


def reachable(
    session: Session, held: Files, agenda: Agenda, limits: Limits, machines: Collection[int] | None
) -> list[int]:
    """The people whom some rule might flag: never fewer than those whom it does."""
    return sorted({*held.everyone(), *agenda.invited()})
