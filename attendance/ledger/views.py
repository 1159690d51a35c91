"""What is live, and on which days: the clauses that the questions about facts share."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import Session

from attendance.ledger.columns import Fact


def live(session: Session, *models: type[Fact]) -> ColumnElement[bool]:
    """The facts that hold in this session: now, or after the entry that `--as-of` names."""
    as_of = session.info["as_of"]
    if as_of is None:
        return and_(*(model.until == 0 for model in models))
    return and_(*(and_(model.since <= as_of, or_(model.until == 0, model.until > as_of)) for model in models))


def during(model: Any, first: Any, last: Any) -> ColumnElement[bool]:
    """The facts that hold on some day from `first` to `last` (days, or columns); one without an end still holds."""
    return and_(model.first <= last, or_(model.last.is_(None), model.last >= first))
