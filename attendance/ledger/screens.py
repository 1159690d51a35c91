"""Screens: on which days somebody was present or excused, as bits, for everybody in a few questions."""

from __future__ import annotations

from collections.abc import Collection
from datetime import time
from typing import Any

from sqlalchemy import BigInteger, Integer, Select, case, func, literal, select, type_coerce
from sqlalchemy.orm import Session

from attendance.ledger.models import LinkFact, MarkFact, Person, Pin, ScanFact
from attendance.ledger.numbers import CODES, KINDS, PRESENT_UP_TO
from attendance.ledger.views import live
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind
from attendance.rules.periods import Period
from attendance.rules.screening import Bits, span

BLOCK = 62
"""Days that fit the sum of one question: a signed 64-bit number holds their bits and never overflows."""


def bits(session: Session, kind: Kind, period: Period) -> dict[int, Bits]:
    """For each person with marks of a kind: the days recorded as present or excused, and how many are present.

    Bit 0 is the first day. A person has one live mark a session, so the sum of the bits of his days is their union.
    """
    union: dict[int, int] = {}
    count: dict[int, int] = {}
    first = period.first.toordinal()
    for start in range(first, period.last.toordinal() + 1, BLOCK):
        end = min(start + BLOCK - 1, period.last.toordinal())
        for person, days, present in session.execute(_question(session, kind, start, end)):
            union[person] = union.get(person, 0) | int(days) << (start - first)
            count[person] = count.get(person, 0) + int(present)
    return {person: Bits(days, count[person]) for person, days in union.items()}


def _question(session: Session, kind: Kind, start: int, end: int) -> Select[Any, Any, Any]:
    bit = literal(1, BigInteger).bitwise_lshift(type_coerce(MarkFact.day, Integer) - start)
    return (
        select(
            MarkFact.person_id,
            func.sum(bit),
            func.sum(case((MarkFact.code <= PRESENT_UP_TO, 1), else_=0)),
        )
        .where(
            MarkFact.person_id.in_(select(Person.id)),
            MarkFact.kind == KINDS[kind],
            MarkFact.day.between(start, end),
            MarkFact.code < CODES[Code.TK],
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


def shown(session: Session, period: Period, machines: Collection[int], opens: time) -> dict[int, int]:
    """For each person the days on which one of these machines has a scan of him from `opens` on, as bits."""
    if not machines:
        return {}
    pins: dict[int, int] = {}
    first = period.first.toordinal()
    for start in range(first, period.last.toordinal() + 1, BLOCK):
        end = min(start + BLOCK - 1, period.last.toordinal())
        for pin, days in session.execute(_scans(session, machines, opens, start, end)):
            pins[pin] = pins.get(pin, 0) | int(days) << (start - first)
    found: dict[int, int] = {}
    links = select(LinkFact.pin_id, LinkFact.person_id, LinkFact.first, LinkFact.last).where(live(session, LinkFact))
    for pin, person, begins, ends in session.execute(links):
        if pin in pins:
            found[person] = found.get(person, 0) | pins[pin] & span(begins, ends, period)
    return found


def _scans(session: Session, machines: Collection[int], opens: time, start: int, end: int) -> Select[Any, Any]:
    """The days of each number of these machines, each once, in the order in which scans are kept."""
    second = opens.hour * 3600 + opens.minute * 60 + opens.second
    days = (
        select(ScanFact.pin_id, type_coerce(ScanFact.day, Integer).label("day"))
        .where(
            ScanFact.pin_id.in_(select(Pin.id).where(Pin.device_id.in_(machines))),
            ScanFact.day.between(start, end),
            ScanFact.second >= second,
            live(session, ScanFact),
        )
        .group_by(ScanFact.pin_id, ScanFact.day)
        .subquery()
    )
    bit = literal(1, BigInteger).bitwise_lshift(days.c.day - start)
    return select(days.c.pin_id, func.sum(bit)).group_by(days.c.pin_id)
