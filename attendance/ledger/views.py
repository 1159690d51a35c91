"""What is live: the one clause that every question about facts carries."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import Session

from attendance.ledger.columns import Fact


def live(session: Session, *models: type[Fact]) -> ColumnElement[bool]:
    """The facts that hold in this session: now, or after the entry that `--as-of` names."""
    as_of = session.info["as_of"]
    if as_of is None:
        return and_(*(model.until == 0 for model in models))
    return and_(*(and_(model.since <= as_of, or_(model.until == 0, model.until > as_of)) for model in models))
