"""Exemptions in the ledger: people and lines who need not stand, with the document that says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from attendance.ledger.calendars import joined, kinds
from attendance.ledger.journal import Draft
from attendance.ledger.models import ExemptionFact
from attendance.ledger.views import during, live
from attendance.rules.periods import Period
from attendance.rules.postings import Exemption


@dataclass(frozen=True, slots=True)
class Granted:
    """An exemption with the number of its row, and the person or the unit that it is for."""

    number: int
    person: int | None
    unit: int | None
    exemption: Exemption


def granted(session: Session, period: Period | None = None) -> list[Granted]:
    """All exemptions that touch the period, oldest first."""
    order = (ExemptionFact.first, ExemptionFact.entry, ExemptionFact.kinds, ExemptionFact.reason, ExemptionFact.id)
    query = select(ExemptionFact).where(live(session, ExemptionFact)).order_by(*order)
    if period is not None:
        query = query.where(during(ExemptionFact, period.first, period.last))
    return [
        Granted(
            row.id,
            row.person_id,
            row.unit_id,
            Exemption(frozenset(kinds(row.kinds)), row.first, row.last, row.reason, row.document),
        )
        for row in session.scalars(query)
    ]


def of_people(found: Iterable[Granted]) -> dict[int, list[Exemption]]:
    """The exemptions of single people, by number."""
    people: dict[int, list[Exemption]] = {}
    for one in found:
        if one.person is not None:
            people.setdefault(one.person, []).append(one.exemption)
    return people


def of_lines(found: Iterable[Granted], within: dict[int, frozenset[int]]) -> dict[int, list[Exemption]]:
    """The exemptions of whole lines; `within` gives the units at and below each unit."""
    lines: dict[int, list[Exemption]] = {}
    for one in found:
        for line in within[one.unit] if one.unit is not None else ():
            lines.setdefault(line, []).append(one.exemption)
    return lines


def grant(draft: Draft, exemption: Exemption, person: int | None, unit: int | None) -> bool:
    """Exempt a person or a unit; the same exemption again changes nothing, and the answer is False."""
    same = [one for one in granted(draft.session) if (one.person, one.unit, one.exemption) == (person, unit, exemption)]
    if same:
        return False
    first, last = exemption.first.toordinal(), exemption.last and exemption.last.toordinal()
    row = (person, unit, joined(exemption.kinds), first, last, exemption.reason, exemption.document)
    draft.record(ExemptionFact, [row])
    return True


def end(draft: Draft, one: Granted, first: date) -> None:
    """From `first` on this exemption no longer holds; one that had not begun by then is gone."""
    draft.void(ExemptionFact, [(one.number,)])
    if one.exemption.first < first:
        grant(draft, replace(one.exemption, last=first - timedelta(days=1)), one.person, one.unit)
