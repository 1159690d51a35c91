"""Scans in the ledger: raw lines of machines, the numbers they know people by, and whose these are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import ColumnElement, Integer, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from attendance.ledger import people
from attendance.ledger.journal import Draft
from attendance.ledger.models import Device, LinkFact, Person, Pin, ScanFact
from attendance.ledger.numbers import clock
from attendance.ledger.views import during, live
from attendance.rules.periods import Period
from attendance.rules.scans import Scan, same_pin

Span = tuple[date, date | None]
"""From a day to a day, both counted; None: still."""

ALWAYS = date.min
"""The first day of a link that holds for all that the machine ever wrote."""


def devices(session: Session) -> dict[str, int]:
    """The number of each machine, by the office's name for it."""
    return dict(session.execute(select(Device.name, Device.id).order_by(Device.id)).all())


def meet_device(draft: Draft, name: str) -> int:
    """The number of a machine; a new one gets the next."""
    known = devices(draft.session).get(name)
    return draft.name(Device, [(name,)])[0] if known is None else known


def meet_pins(draft: Draft, device: int, pins: Iterable[str]) -> dict[str, int]:
    """The number of each PIN of a machine; new ones get the next. 0012 and 12 are one: the first spelling stays."""
    wanted = dict.fromkeys(pins)
    query = select(Pin.pin, Pin.id).where(Pin.device_id == device).order_by(Pin.id.desc())
    exact = dict(draft.session.execute(query).all())
    alike = {same_pin(pin): number for pin, number in exact.items()}
    fresh: dict[str, str] = {}
    for pin in wanted:
        if pin not in exact and same_pin(pin) not in alike:
            fresh.setdefault(same_pin(pin), pin)
    alike |= dict(zip(fresh, draft.name(Pin, [(device, pin) for pin in fresh.values()]), strict=True))
    return {pin: exact.get(pin) or alike[same_pin(pin)] for pin in wanted}


Key = tuple[int, int, int]
"""A PIN's number, a day's ordinal, a second of the day."""


def record(draft: Draft, device: int, scans: Sequence[Scan], sources: Mapping[str | None, int] = {}) -> list[Key]:
    """Take in the lines of a machine; one that is known already is not doubled. Answers those that were new.

    `sources`: by sheet, None for a text file.
    """
    pins = meet_pins(draft, device, (scan.pin for scan in scans))
    found = {
        (pins[pin], at.toordinal(), at.hour * 3600 + at.minute * 60 + at.second): (sources.get(sheet), row)
        for pin, at, row, sheet in reversed(scans)  # of two that say the same, the first
    }
    for key in known(draft.session, found):
        del found[key]
    fresh = sorted(found)
    draft.record(ScanFact, ((*key, *found[key]) for key in fresh))
    return fresh


def known(session: Session, keys: Collection[Key]) -> list[Key]:
    """Those of some scans that are in the ledger."""
    if not keys:
        return []
    days = {key[1] for key in keys}
    found: list[Key] = []
    for some in people.batches({key[0] for key in keys}):
        query = select(ScanFact.pin_id, type_coerce(ScanFact.day, Integer), ScanFact.second).where(
            live(session, ScanFact), ScanFact.pin_id.in_(some), ScanFact.day.between(min(days), max(days))
        )
        found += [key for pin, day, second in session.execute(query) if (key := (pin, day, second)) in keys]
    return found


def linked(session: Session, pins: Collection[int] | None = None) -> dict[int, list[Span]]:
    """For each PIN, or each of some, the spans of days on which it is somebody's."""
    found: dict[int, list[Span]] = {}
    query = select(LinkFact.pin_id, LinkFact.first, LinkFact.last).where(live(session, LinkFact))
    for some in [None] if pins is None else people.batches(pins):
        within = query if some is None else query.where(LinkFact.pin_id.in_(some))
        for pin, first, last in session.execute(within):
            found.setdefault(pin, []).append((first, last))
    return found


def of_nobody(session: Session, keys: Collection[Key]) -> int:
    """How many of some scans are nobody's on their day."""
    if not keys:
        return 0
    begins, ends = min(day for _pin, day, _second in keys), max(day for _pin, day, _second in keys)
    throughout = or_(LinkFact.last.is_(None), LinkFact.last >= ends)
    always = set(
        session.scalars(select(LinkFact.pin_id).where(live(session, LinkFact), LinkFact.first <= begins, throughout))
    )
    rest = [key for key in keys if key[0] not in always]
    spans = linked(session, {pin for pin, _day, _second in rest})
    days = ((pin, date.fromordinal(day)) for pin, day, _second in rest)
    return sum(not any(a <= day and (b is None or day <= b) for a, b in spans.get(pin, ())) for pin, day in days)


def link(draft: Draft, device: int, pairs: Iterable[tuple[str, str]], first: date, last: date | None) -> int:
    """From `first` to `last` these PINs are these NIPs. What held before gives way. Answers how many are new."""
    wanted = dict(pairs)
    pins = meet_pins(draft, device, wanted)
    ids = people.meet(draft, wanted.values())
    held = {
        (row.pin_id, row.person_id, row.first, row.last): row.id
        for row in draft.session.execute(
            select(LinkFact.id, LinkFact.pin_id, LinkFact.person_id, LinkFact.first, LinkFact.last).where(
                live(draft.session, LinkFact)
            )
        )
    }
    asked = {(pins[pin], ids[nip], first, last) for pin, nip in wanted.items()}
    fresh = asked - held.keys()
    renewed = {pin for pin, *_ in fresh}
    gone: list[tuple[int]] = []
    kept: list[tuple[int, int, date, date | None]] = []
    for (pin, person, begins, ends), number in held.items():
        if pin in renewed and _overlap((begins, ends), (first, last)):
            gone.append((number,))
            kept += _rest(pin, person, (begins, ends), (first, last))
    draft.void(LinkFact, gone)
    rows = sorted((*fresh, *kept), key=lambda row: (row[0], row[2]))
    ordinal = [(pin, person, a.toordinal(), None if b is None else b.toordinal()) for pin, person, a, b in rows]
    draft.record(LinkFact, [(*row, None, None) for row in ordinal])
    return len(fresh)


def _overlap(one: Span, other: Span) -> bool:
    return (other[1] is None or one[0] <= other[1]) and (one[1] is None or other[0] <= one[1])


def _rest(pin: int, person: int, old: Span, new: Span) -> list[tuple[int, int, date, date | None]]:
    """What is left of an old link beside a new one."""
    rest: list[tuple[int, int, date, date | None]] = []
    if old[0] < new[0]:
        rest.append((pin, person, old[0], date.fromordinal(new[0].toordinal() - 1)))
    if new[1] is not None and (old[1] is None or new[1] < old[1]):
        rest.append((pin, person, date.fromordinal(new[1].toordinal() + 1), old[1]))
    return rest


@dataclass(frozen=True, slots=True)
class ParkedPin:
    """A number of a machine that is nobody's, with what it has recorded."""

    device: str
    pin: str
    count: int
    first: date
    last: date
    days: int


def parked(session: Session) -> list[ParkedPin]:
    """The numbers with scans on days on which they are linked to nobody."""
    linked = (
        select(LinkFact.id)
        .where(
            live(session, LinkFact),
            LinkFact.pin_id == ScanFact.pin_id,
            during(LinkFact, ScanFact.day, ScanFact.day),
        )
        .exists()
    )
    query = (
        select(Device.name, Pin.pin, func.count(), *_days())
        .join(Pin, Pin.id == ScanFact.pin_id)
        .join(Device, Device.id == Pin.device_id)
        .where(live(session, ScanFact), ~linked)
        .group_by(Device.name, Pin.pin)
        .order_by(Device.name, Pin.pin)
    )
    return [ParkedPin(*row) for row in session.execute(query)]


def _days() -> tuple[ColumnElement[Any], ...]:
    return func.min(ScanFact.day), func.max(ScanFact.day), func.count(ScanFact.day.distinct())


def of_people(
    session: Session, period: Period, some: Collection[int], only: Collection[int] | None = None
) -> dict[int, dict[date, list[time]]]:
    """The scans of some people (at most a batch) by person and day, in order; `only` names the machines that count."""
    query = (
        select(LinkFact.person_id, ScanFact.day, ScanFact.second)
        .join(LinkFact, LinkFact.pin_id == ScanFact.pin_id)
        .where(
            LinkFact.person_id.in_(some),
            live(session, LinkFact, ScanFact),
            ScanFact.day.between(period.first, period.last),
            during(LinkFact, ScanFact.day, ScanFact.day),
        )
        .order_by(LinkFact.person_id, ScanFact.day, ScanFact.second)
    )
    if only is not None:
        query = query.join(Pin, Pin.id == ScanFact.pin_id).where(Pin.device_id.in_(only))
    found: dict[int, dict[date, list[time]]] = {}
    for person, day, at in session.execute(query):
        found.setdefault(person, {}).setdefault(day, []).append(clock(at))
    return found


def pairs(session: Session, device: str, first: date, last: date | None) -> set[tuple[str, str]]:
    """The PINs of a machine and the NIPs they are linked to for just these days."""
    query = (
        select(Pin.pin, Person.nip)
        .join(LinkFact, LinkFact.pin_id == Pin.id)
        .join(Device, Device.id == Pin.device_id)
        .join(Person, Person.id == LinkFact.person_id)
        .where(
            live(session, LinkFact),
            Device.name == device,
            LinkFact.first == first,
            LinkFact.last.is_not_distinct_from(last),
        )
    )
    return set(session.execute(query))
