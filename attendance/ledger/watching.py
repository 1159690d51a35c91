"""Watching: whether an entry speaks of days whose figures somebody has signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from attendance.ledger.case_models import CASES
from attendance.ledger.columns import Base
from attendance.ledger.models import FACTS
from attendance.ledger.paper_models import PAPERS, SignOffFact
from attendance.ledger.views import live

ENDLESS = date.max.toordinal()
_WATCHED = {model.__tablename__: model for model in FACTS if model not in (*PAPERS, *CASES)}


@dataclass(slots=True)
class Watch:
    """The days between the first and the last that are signed, and the spans of those that an entry speaks of.

    A table without days, such as the one of profiles, changes no figure. A fact with an id that is taken back is
    looked up at the end (`spans`).
    """

    first: int
    last: int
    seen: set[tuple[int, int]] = field(default_factory=set)
    voided: dict[str, list[int]] = field(default_factory=dict)

    def see(self, model: type[Base], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Some rows of a table, or the keys of rows that are taken back; days are ordinals."""
        if model.__tablename__ not in _WATCHED:
            return
        if list(names) == ["id"]:
            self.voided.setdefault(model.__tablename__, []).extend(row[0] for row in rows)
        elif "day" in names:
            at = names.index("day")
            self._meet((row[at], row[at]) for row in rows)
        elif "first" in names and "last" in names:
            begins, ends = names.index("first"), names.index("last")
            self._meet((row[begins], ENDLESS if row[ends] is None else row[ends]) for row in rows)

    def _meet(self, spans: Iterable[tuple[int, int]]) -> None:
        self.seen.update((first, last) for first, last in spans if first <= self.last and last >= self.first)

    def spans(self, session: Session) -> set[tuple[int, int]]:
        """First and last ordinal of all days near signed ones that the entry speaks of."""
        for table, ids in self.voided.items():
            model: Any = _WATCHED[table]
            days = [model.day] if hasattr(model, "day") else [model.first, model.last] if hasattr(model, "last") else []
            for start in range(0, len(ids) if days else 0, 500):
                some = select(days[0], days[-1]).where(model.id.in_(ids[start : start + 500]))
                found = ((a.toordinal(), b.toordinal() if b else ENDLESS) for a, b in session.execute(some))
                self._meet(found)
        self.voided.clear()
        return self.seen


def watch(session: Session) -> Watch | None:
    """What an entry has to be watched for; None where nothing is signed."""
    query = select(func.min(SignOffFact.first), func.max(SignOffFact.last)).where(live(session, SignOffFact))
    first, last = session.execute(query).one()
    return None if first is None else Watch(first.toordinal(), last.toordinal())
