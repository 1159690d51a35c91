"""Checks: facts that do not fit together, for somebody to look at; none of them changes a figure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from attendance.ledger.models import (
    ClosureFact,
    Device,
    LetterFact,
    LinkFact,
    MarkFact,
    Person,
    PostingFact,
    ProfileFact,
    QuarantineFact,
    ScanFact,
)
from attendance.ledger.numbers import CODE_OF, KIND_OF, PRESENT_UP_TO
from attendance.ledger.views import during, live
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind


@dataclass(frozen=True, slots=True)
class Collision:
    """Somebody was present on a day that a letter covers."""

    nip: str
    name: str
    day: date
    kind: Kind
    code: Code
    sort: str
    number: str


def collisions(session: Session, nips: Collection[str] | None = None) -> Iterator[Collision]:
    """Presence against letters: on rolls, and on the machines of the working day; of these people, or of all."""
    whose = true() if nips is None else Person.nip.in_(nips)
    told = (LetterFact.sort, LetterFact.number)
    marks = (
        select(Person.nip, ProfileFact.name, MarkFact.day, MarkFact.kind, MarkFact.code, *told)
        .join(LetterFact, LetterFact.person_id == MarkFact.person_id)
        .join(Person, Person.id == MarkFact.person_id)
        .join(ProfileFact, ProfileFact.person_id == Person.id)
        .where(
            whose,
            live(session, MarkFact, LetterFact, ProfileFact),
            MarkFact.day.between(LetterFact.first, LetterFact.last),
            MarkFact.code <= PRESENT_UP_TO,
        )
        .order_by(MarkFact.day, Person.nip)
    )
    for nip, name, day, kind, code, sort, number in session.execute(marks):
        yield Collision(nip, name, day, KIND_OF[kind], CODE_OF[code], sort, number)
    scans = (
        select(Person.nip, ProfileFact.name, ScanFact.day, *told)
        .distinct()
        .join(LinkFact, LinkFact.pin_id == ScanFact.pin_id)
        .join(LetterFact, LetterFact.person_id == LinkFact.person_id)
        .join(Person, Person.id == LinkFact.person_id)
        .join(ProfileFact, ProfileFact.person_id == Person.id)
        .where(
            whose,
            live(session, ScanFact, LinkFact, LetterFact, ProfileFact),
            ScanFact.day.between(LetterFact.first, LetterFact.last),
            during(LinkFact, ScanFact.day, ScanFact.day),
        )
        .order_by(ScanFact.day, Person.nip)
    )
    for nip, name, day, sort, number in session.execute(scans):
        yield Collision(nip, name, day, Kind.KERJA, Code.H, sort, number)


@dataclass(frozen=True, slots=True)
class Late:
    """A mark that was recorded after the head had signed the line's roll; both by the entry that first did it."""

    nip: str
    name: str
    day: date
    kind: Kind
    code: Code
    entry: int
    by: str
    signed: int


def after_signing(session: Session) -> Iterator[Late]:
    """Marks that are younger than the signature on the roll they belong to."""
    query = (
        select(
            Person.nip,
            ProfileFact.name,
            MarkFact.day,
            MarkFact.kind,
            MarkFact.code,
            MarkFact.entry,
            ClosureFact.signed_by,
            ClosureFact.entry,
        )
        .select_from(ClosureFact)
        .join(PostingFact, PostingFact.line_id == ClosureFact.line_id)
        .join(
            MarkFact,
            (MarkFact.person_id == PostingFact.person_id)
            & (MarkFact.kind == ClosureFact.kind)
            & (MarkFact.day == ClosureFact.day),
        )
        .join(Person, Person.id == MarkFact.person_id)
        .join(ProfileFact, ProfileFact.person_id == Person.id)
        .where(
            live(session, MarkFact, ClosureFact, PostingFact, ProfileFact),
            during(PostingFact, MarkFact.day, MarkFact.day),
            MarkFact.entry > ClosureFact.entry,
        )
        .order_by(MarkFact.day, Person.nip)
    )
    for nip, name, day, kind, code, entry, by, signed in session.execute(query):
        yield Late(nip, name, day, KIND_OF[kind], CODE_OF[code], entry, by, signed)


@dataclass(frozen=True, slots=True)
class Homeless:
    """Marks of a person on days on which he belongs to no unit: they stand in no figure."""

    nip: str
    name: str
    count: int
    first: date
    last: date


def homeless(session: Session) -> Iterator[Homeless]:
    """People on a roster with marks outside their postings."""
    posted = (
        select(PostingFact.id)
        .where(
            live(session, PostingFact),
            PostingFact.person_id == MarkFact.person_id,
            during(PostingFact, MarkFact.day, MarkFact.day),
        )
        .exists()
    )
    query = (
        select(Person.nip, ProfileFact.name, func.count(), func.min(MarkFact.day), func.max(MarkFact.day))
        .join(Person, Person.id == MarkFact.person_id)
        .join(ProfileFact, ProfileFact.person_id == Person.id)
        .where(live(session, MarkFact, ProfileFact), ~posted)
        .group_by(Person.nip, ProfileFact.name)
        .order_by(Person.nip)
    )
    for row in session.execute(query):
        yield Homeless(*row)


@dataclass(frozen=True, slots=True)
class SetApart:
    """A line of a machine whose clock cannot be true."""

    device: str
    line: str
    message: str


def quarantined(session: Session) -> Iterator[SetApart]:
    """All lines that were set apart."""
    query = (
        select(Device.name, QuarantineFact.line, QuarantineFact.message)
        .join(Device, Device.id == QuarantineFact.device_id)
        .where(live(session, QuarantineFact))
        .order_by(QuarantineFact.entry, QuarantineFact.source_row, QuarantineFact.line)
    )
    for row in session.execute(query):
        yield SetApart(*row)
