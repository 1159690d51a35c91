"""The tables of discipline: from when on somebody is of another status, cases, and the steps of each."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from attendance.ledger.columns import Fact, Sourced


class AppointmentFact(Sourced):
    """From a day on a person is of this status; `before` is what he was until then. What he is now: the profile."""

    __tablename__ = "appointment"
    __table_args__ = (UniqueConstraint("person_id", "first", "until"),)
    key: ClassVar = ("person_id", "first")

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    first: Mapped[date]
    status: Mapped[str] = mapped_column(String(32))
    before: Mapped[str] = mapped_column(String(32))


class CaseFact(Fact):
    """A discipline case was opened. `rested`: the count it rests on, frozen as canonical JSON; empty where none is."""

    __tablename__ = "case_file"
    __table_args__ = (UniqueConstraint("number", "until"),)
    key: ClassVar = ("number",)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    origin: Mapped[str] = mapped_column(String(32))
    opened: Mapped[date]
    allegation: Mapped[str]
    level: Mapped[str] = mapped_column(String(32))  # empty: not known yet
    article: Mapped[str]
    channel: Mapped[str]
    reference: Mapped[str]
    binding: Mapped[int]  # 1: the clocks of PP 94/2021 bind it; 0: they are shown only
    rested: Mapped[str]


class CaseStepFact(Fact):
    """One step of a case, the `serial`-th from 1 on; `details` is canonical JSON of what only some steps have."""

    __tablename__ = "case_step"
    __table_args__ = (UniqueConstraint("number", "serial", "until"),)
    key: ClassVar = ("number", "serial")

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[str]  # of the case
    serial: Mapped[int]
    step: Mapped[str] = mapped_column(String(32))
    day: Mapped[date]
    letter: Mapped[str]  # number of its document
    signed_by: Mapped[str]
    meets: Mapped[date | None]
    document: Mapped[str]  # name of the file
    sha256: Mapped[str]
    note: Mapped[str]
    details: Mapped[str]


CASES: tuple[type[Fact], ...] = (AppointmentFact, CaseFact, CaseStepFact)
"""These tables, in the order in which an undo goes through them."""
