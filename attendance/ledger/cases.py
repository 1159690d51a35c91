"""Cases in the ledger: opened, carried on step by step, never edited."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from attendance.ledger.case_models import CaseFact, CaseStepFact
from attendance.ledger.journal import Draft
from attendance.ledger.models import Entry
from attendance.ledger.views import live
from attendance.rules.cases import Case, Done, Origin, Rested, Step
from attendance.rules.law import Level


def cases(session: Session, persons: Collection[int] | None = None) -> list[Case]:
    """The cases with their steps, by the day they were opened; of some people where they are named."""
    query = select(CaseFact).where(live(session, CaseFact)).order_by(CaseFact.opened, CaseFact.id)
    if persons is not None:
        query = query.where(CaseFact.person_id.in_(persons))
    rows = list(session.scalars(query))
    taken = _steps(session, None if persons is None else [row.number for row in rows])
    return [_case(row, tuple(taken.get(row.number, ()))) for row in rows]


def numbers(session: Session) -> set[str]:
    """The numbers that stand on some case: also of those taken back, but not of entries undone."""
    query = select(CaseFact.number).outerjoin(Entry, Entry.id == CaseFact.until)
    return set(session.scalars(query.where(or_(CaseFact.until == 0, Entry.action != "undo"))))


def standing(session: Session, undo: int) -> list[int]:
    """The entries that stand in the way of an undo which leaves a step without its case, or without the step before it.

    Where the undo itself brought the step back, these are the entries that took away what is before it.
    """
    query = select(CaseStepFact.number, CaseStepFact.serial, CaseStepFact.since).where(CaseStepFact.until == 0)
    there = set(session.scalars(select(CaseFact.number).where(CaseFact.until == 0)))
    taken = [(row.number, row.serial, row.since) for row in session.execute(query)]
    known = {(number, serial) for number, serial, _since in taken} | {(number, 0) for number in there}
    found: set[int] = set()
    for number, serial, since in taken:
        lacking = [before for before in range(serial) if (number, before) not in known]
        if lacking:
            found |= {since} if since != undo else {_taken_back(session, number, before) for before in lacking}
    return sorted(found, reverse=True)


def _taken_back(session: Session, number: str, serial: int) -> int:
    """The entry that took a step back last, or with 0 the case itself."""
    query = select(func.max(CaseFact.until)).where(CaseFact.number == number)
    if serial:
        query = select(func.max(CaseStepFact.until))
        query = query.where(CaseStepFact.number == number, CaseStepFact.serial == serial)
    return session.scalar(query) or 0


def _steps(session: Session, wanted: Collection[str] | None) -> dict[str, list[Done]]:
    query = select(CaseStepFact).where(live(session, CaseStepFact))
    if wanted is not None:
        query = query.where(CaseStepFact.number.in_(wanted))
    found: dict[str, list[Done]] = {}
    for row in session.scalars(query.order_by(CaseStepFact.number, CaseStepFact.serial)):
        found.setdefault(row.number, []).append(
            Done(
                step=Step(row.step),
                day=row.day,
                number=row.letter,
                by=row.signed_by,
                meets=row.meets,
                document=row.document,
                sha256=row.sha256,
                note=row.note,
                details=json.loads(row.details),
                serial=row.serial,
                entry=row.entry,
            )
        )
    return found


def _case(row: CaseFact, steps: tuple[Done, ...]) -> Case:
    return Case(
        number=row.number,
        person=row.person_id,
        origin=Origin(row.origin),
        opened=row.opened,
        allegation=row.allegation,
        level=Level(row.level) if row.level else None,
        article=row.article,
        channel=row.channel,
        reference=row.reference,
        binding=bool(row.binding),
        rested=_rested(json.loads(row.rested)) if row.rested else None,
        steps=steps,
        entry=row.entry,
    )


def _rested(kept: dict[str, Any]) -> Rested:
    days = {name: tuple(map(date.fromisoformat, kept[name])) for name in ("days", "run")}
    span = {name: date.fromisoformat(kept[name]) if kept.get(name) else None for name in ("first", "until")}
    return Rested(**{**kept, **days, **span})


def frozen(rested: Rested) -> str:
    """A count as it is kept: canonical JSON."""
    kept = {name: getattr(rested, name) for name in Rested.__slots__}
    days: dict[str, Any] = {name: [day.isoformat() for day in kept[name]] for name in ("days", "run")}
    span = {"first": rested.first, "until": rested.until}
    days |= {name: day.isoformat() if day else None for name, day in span.items()}
    return json.dumps({**kept, **days}, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def open_case(draft: Draft, case: Case) -> None:
    """A case is opened."""
    draft.record(
        CaseFact,
        [
            (
                case.number,
                case.person,
                case.origin.value,
                case.opened.toordinal(),
                case.allegation,
                case.level.value if case.level else "",
                case.article,
                case.channel,
                case.reference,
                int(case.binding),
                frozen(case.rested) if case.rested else "",
            )
        ],
    )


def record(draft: Draft, case: Case, step: Done) -> None:
    """A step of a case was done; it comes after those that are known."""
    draft.record(
        CaseStepFact,
        [
            (
                case.number,
                1 + max((one.serial for one in case.steps), default=0),
                step.step.value,
                step.day.toordinal(),
                step.number,
                step.by,
                step.meets.toordinal() if step.meets else None,
                step.document,
                step.sha256,
                step.note,
                json.dumps(dict(step.details), sort_keys=True, separators=(",", ":"), ensure_ascii=True),
            )
        ],
    )
