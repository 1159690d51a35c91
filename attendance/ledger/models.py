"""The tables of the ledger: what each row means."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, LargeBinary, PrimaryKeyConstraint, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from attendance.ledger.case_models import CASES
from attendance.ledger.columns import Base, Fact, Identity, Sourced
from attendance.ledger.paper_models import PAPERS


class Entry(Base):
    """One act by one actor: the only way anything gets in. `hash` chains it to the entry before."""

    __tablename__ = "entry"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]  # UTC, ISO 8601, to the second
    actor: Mapped[str]
    action: Mapped[str]  # the command: "roll import"
    summary: Mapped[str]  # JSON: what was said and counted
    reason: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), index=True)
    previous: Mapped[str]
    hash: Mapped[str]


class Seal(Base):
    """What one entry wrote into one table, as digests: the rows it recorded, a check of each, the rows it voided."""

    __tablename__ = "seal"

    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)  # the table
    rows: Mapped[int]
    digest: Mapped[str]
    checks: Mapped[bytes] = mapped_column(LargeBinary)  # CRC-32 of each row, four bytes, in the order of the rows
    voided: Mapped[int]
    void_digest: Mapped[str]


class Source(Identity):
    """A file, or one sheet of it, that facts came from."""

    __tablename__ = "source"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    file: Mapped[str]
    sheet: Mapped[str | None]
    sha256: Mapped[str]


class Person(Identity):
    """A NIP. It may have been met on a roll before any roster knew it: then it has no profile, and is parked."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    nip: Mapped[str] = mapped_column(unique=True)


class UnitName(Identity):
    """A place in the tree of the office, by its name below its parent."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("parent_id", "folded"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    name: Mapped[str]
    folded: Mapped[str]


class Device(Identity):
    """A machine, by the name that the office gives it."""

    __tablename__ = "device"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(unique=True)


class Pin(Identity):
    """A number that a machine knows somebody by."""

    __tablename__ = "pin"
    __table_args__ = (UniqueConstraint("device_id", "pin"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id"))
    pin: Mapped[str]


class Setting(Fact):
    """One section of the configuration, as JSON."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("section", "until"),)
    key: ClassVar = ("section",)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    section: Mapped[str]
    value: Mapped[str]


class ProfileFact(Sourced):
    """What is known of a person apart from where he belongs."""

    __tablename__ = "profile"
    __table_args__ = (UniqueConstraint("person_id", "until"),)
    key: ClassVar = ("person_id",)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    title_before: Mapped[str]
    title_after: Mapped[str]
    status: Mapped[str] = mapped_column(String(32))
    rank: Mapped[str]
    position: Mapped[str]


class PostingFact(Sourced):
    """A person belongs to a unit and stands in a line from one day to another, both counted; last None: still."""

    __tablename__ = "posting"
    __table_args__ = (UniqueConstraint("person_id", "first", "until"),)
    key: ClassVar = ("person_id", "first")
    apart: ClassVar = ("person_id",)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    line_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    first: Mapped[date]
    last: Mapped[date | None]
    reason: Mapped[str]  # why it ended


class UnitFact(Fact):
    """A unit that the office has."""

    __tablename__ = "establishment"
    __table_args__ = (UniqueConstraint("unit_id", "until"),)
    key: ClassVar = ("unit_id",)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))


class HeadFact(Fact):
    """Who signs for a unit from a day on."""

    __tablename__ = "head"
    __table_args__ = (UniqueConstraint("unit_id", "first", "until"),)
    key: ClassVar = ("unit_id", "first")

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    first: Mapped[date]
    name: Mapped[str]
    position: Mapped[str]
    rank: Mapped[str]
    nip: Mapped[str]
    capacity: Mapped[str]


class ExemptionFact(Fact):
    """Sessions of some kinds are not required of a person or a whole line; exactly one of the two is named."""

    __tablename__ = "exemption"
    __table_args__ = (UniqueConstraint("person_id", "unit_id", "kinds", "first", "until"),)
    key: ClassVar = ("person_id", "unit_id", "kinds", "first", "last", "reason", "document")

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    kinds: Mapped[str]  # names, joined by commas, in order
    first: Mapped[date]
    last: Mapped[date | None]
    reason: Mapped[str]
    document: Mapped[str]


class CalendarYear(Fact):
    """The national list of a year has been taken in: until then the year's holidays are unknown."""

    __tablename__ = "calendar_year"
    __table_args__ = (UniqueConstraint("year", "until"),)
    key: ClassVar = ("year",)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    year: Mapped[int]
    origin: Mapped[str]


class DayFact(Sourced):
    """A day that is not ordinary, with the decree or decision that says so."""

    __tablename__ = "special_day"
    __table_args__ = (UniqueConstraint("day", "sort", "name", "kinds", "until"),)
    key: ClassVar = ("day", "sort", "name", "kinds")

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date]
    sort: Mapped[str] = mapped_column(String(32))
    name: Mapped[str]
    origin: Mapped[str]
    kinds: Mapped[str]  # names, joined by commas; empty: as the sort of day says


class CallFact(Fact):
    """A session called by hand; units and people are JSON lists of ids, None where the call does not name any."""

    __tablename__ = "call"
    __table_args__ = (UniqueConstraint("day", "kind", "name", "until"),)
    key: ClassVar = ("day", "kind", "name")

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date]
    kind: Mapped[str] = mapped_column(String(32))
    name: Mapped[str]
    starts: Mapped[str]
    late_after: Mapped[str]
    opens: Mapped[str]
    closes: Mapped[str]
    units: Mapped[str | None]
    people: Mapped[str | None]


class MarkFact(Sourced):
    """What a roll recorded for a person at a session. Kind and code are the numbers of `numbers.py`."""

    __tablename__ = "mark"
    __table_args__ = (
        PrimaryKeyConstraint("person_id", "kind", "day", "until"),
        Index("ix__mark__until", "until", sqlite_where=text("until <> 0"), postgresql_where=text("until <> 0")),
        {"sqlite_with_rowid": False},
    )
    key: ClassVar = ("person_id", "kind", "day")

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[int]
    day: Mapped[date]
    code: Mapped[int]
    second: Mapped[int | None]  # of the day, where the roll gave a time
    note: Mapped[str | None]


class ClosureFact(Fact):
    """The head of a unit has signed a line's roll for one session."""

    __tablename__ = "closure"
    __table_args__ = (PrimaryKeyConstraint("line_id", "kind", "day", "until"), {"sqlite_with_rowid": False})
    key: ClassVar = ("line_id", "kind", "day")

    line_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    kind: Mapped[int]
    day: Mapped[date]
    signed_by: Mapped[str]


class LetterFact(Sourced):
    """A letter that excuses a person from one day to another, both counted."""

    __tablename__ = "letter"
    __table_args__ = (UniqueConstraint("person_id", "sort", "first", "last", "number", "until"),)
    key: ClassVar = ("person_id", "sort", "first", "last", "number")
    apart: ClassVar = ("person_id",)
    unless: ClassVar = ("sort",)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    code: Mapped[str] = mapped_column(String(32))
    sort: Mapped[str] = mapped_column(String(32))
    first: Mapped[date]
    last: Mapped[date]
    number: Mapped[str]
    dated: Mapped[date | None]
    note: Mapped[str]


class ScanFact(Sourced):
    """A raw line of a machine: this number was shown at this second. Never edited."""

    __tablename__ = "scan"
    __table_args__ = (
        PrimaryKeyConstraint("pin_id", "day", "second", "until"),
        Index("ix__scan__until", "until", sqlite_where=text("until <> 0"), postgresql_where=text("until <> 0")),
        {"sqlite_with_rowid": False},
    )
    key: ClassVar = ("pin_id", "day", "second")

    pin_id: Mapped[int] = mapped_column(ForeignKey("pin.id"))
    day: Mapped[date]
    second: Mapped[int]


class LinkFact(Sourced):
    """From one day (the first of all days: always) to another a number of a machine is a person; last None: still."""

    __tablename__ = "link"
    __table_args__ = (UniqueConstraint("pin_id", "first", "until"),)
    key: ClassVar = ("pin_id", "first")
    apart: ClassVar = ("pin_id",)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    pin_id: Mapped[int] = mapped_column(ForeignKey("pin.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    first: Mapped[date]
    last: Mapped[date | None]


class QuarantineFact(Sourced):
    """A line of a machine whose clock cannot be true, word for word."""

    __tablename__ = "quarantine"
    __table_args__ = (UniqueConstraint("device_id", "line", "until"),)
    key: ClassVar = ("device_id", "line")

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id"))
    line: Mapped[str]
    message: Mapped[str]


FACTS: tuple[type[Fact], ...] = (
    Setting,
    ProfileFact,
    PostingFact,
    UnitFact,
    HeadFact,
    ExemptionFact,
    CalendarYear,
    DayFact,
    CallFact,
    MarkFact,
    ClosureFact,
    LetterFact,
    ScanFact,
    LinkFact,
    QuarantineFact,
    *PAPERS,
    *CASES,
)
"""Every table of facts, in the order in which an undo goes through them."""

IDENTITIES: tuple[type[Identity], ...] = (Source, Person, UnitName, Device, Pin)
"""Every table that gives numbers to names."""
