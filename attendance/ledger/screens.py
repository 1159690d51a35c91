"""Screens: who was present and who was excused on which days, as bits, for everybody in a few questions."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import BigInteger, Select, and_, case, cast, func, literal, select
from sqlalchemy.orm import Session

from attendance.ledger.models import MarkFact, Person, Pin, ScanFact
from attendance.ledger.numbers import CODES, KINDS, PRESENT_UP_TO
from attendance.ledger.views import live
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.screening import Bits

BLOCK = 62
"""Days that fit the sum of one question: a signed 64-bit number holds their bits and never overflows."""


def bits(session: Session, kind: Kind, period: Period) -> dict[int, Bits]:
    """For each person with marks of a kind: the days recorded as present, and as excused; bit 0 is the first day.

    A person has one live mark a session, so the sum of the bits of his days is their union.
    """
    found: dict[int, list[int]] = {}
    first = period.first.toordinal()
    for start in range(first, period.last.toordinal() + 1, BLOCK):
        end = min(start + BLOCK - 1, period.last.toordinal())
        for person, present, excused in session.execute(_question(session, kind, start, end)):
            held = found.setdefault(person, [0, 0])
            held[0] |= int(present) << (start - first)
            held[1] |= int(excused) << (start - first)
    return {person: Bits(present, excused) for person, (present, excused) in found.items()}


def _question(session: Session, kind: Kind, start: int, end: int) -> Select[Any, Any, Any]:
    day = cast(MarkFact.day, BigInteger)
    bit = cast(literal(1), BigInteger).bitwise_lshift(day - start)
    return (
        select(
            MarkFact.person_id,
            func.sum(case((MarkFact.code <= PRESENT_UP_TO, bit), else_=0)),
            func.sum(case((and_(MarkFact.code > PRESENT_UP_TO, MarkFact.code < CODES[Code.TK]), bit), else_=0)),
        )
        .where(
            MarkFact.person_id.in_(select(Person.id)),
            MarkFact.kind == KINDS[kind],
            MarkFact.day.between(start, end),
            live(session, MarkFact),
        )
        .group_by(MarkFact.person_id)
    )


def scanned(session: Session, period: Period, machines: Collection[int]) -> bool:
    """Whether any of these machines has a scan in the period."""
    if not machines:
        return False
    query = select(ScanFact.pin_id).join(Pin, Pin.id == ScanFact.pin_id)
    where = (live(session, ScanFact), Pin.device_id.in_(machines), ScanFact.day.between(period.first, period.last))
    return session.execute(query.where(*where).limit(1)).first() is not None
