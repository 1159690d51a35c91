"""The tables of what leaves the office: notices, what heads say of their lists, warnings, signatures under figures."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from attendance.ledger.columns import Fact, Sourced


class NoticeFact(Fact):
    """A notice that was put on the board, frozen as it was: `content` is all that stands on it, as canonical JSON.

    A correction (ralat) names in `corrects` the number of the notice that it corrects; else that is empty.
    """

    __tablename__ = "notice"
    __table_args__ = (UniqueConstraint("number", "until"),)
    key: ClassVar = ("number",)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[str]
    corrects: Mapped[str]
    kind: Mapped[str] = mapped_column(String(32))
    first: Mapped[date]
    last: Mapped[date]
    dated: Mapped[date]
    correct_by: Mapped[date]
    remove_on: Mapped[date]
    content: Mapped[str]
    digest: Mapped[str]  # SHA-256 of the content


class NamedFact(Fact):
    """A person who stands on a notice."""

    __tablename__ = "named"
    __table_args__ = (UniqueConstraint("number", "person_id", "until"),)
    key: ClassVar = ("number", "person_id")

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    figure: Mapped[int]  # sessions missed, as printed


class RetractionFact(Fact):
    """A notice was taken down before its day."""

    __tablename__ = "retraction"
    __table_args__ = (UniqueConstraint("number", "until"),)
    key: ClassVar = ("number",)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[str]
    day: Mapped[date]
    reason: Mapped[str]


class ReviewFact(Sourced):
    """What the head of a line says of one of his people before the list goes up: `verdict` is benar or keberatan."""

    __tablename__ = "review"
    __table_args__ = (UniqueConstraint("kind", "first", "last", "person_id", "until"),)
    key: ClassVar = ("kind", "first", "last", "person_id")

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(32))
    first: Mapped[date]
    last: Mapped[date]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    verdict: Mapped[str] = mapped_column(String(32))
    note: Mapped[str]
    signed_by: Mapped[str]


class WarningFact(Fact):
    """A letter of warning that was issued to a person: the step of the office's ladder, and the figure it rests on."""

    __tablename__ = "warning"
    __table_args__ = (UniqueConstraint("number", "until"),)
    key: ClassVar = ("number",)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    step: Mapped[int]  # 1, 2, 3
    kind: Mapped[str] = mapped_column(String(32))
    rule: Mapped[str] = mapped_column(String(32))
    first: Mapped[date]
    last: Mapped[date]
    figure: Mapped[str]
    days: Mapped[str]  # the dates it rests on, ISO, joined by commas
    dated: Mapped[date]
    signed_by: Mapped[str]


class SignOffFact(Fact):
    """The figures of a period were signed at one level; `figures` is what was signed, as canonical JSON."""

    __tablename__ = "sign_off"
    __table_args__ = (UniqueConstraint("level", "kind", "first", "last", "unit_id", "until"),)
    key: ClassVar = ("level", "kind", "first", "last", "unit_id")

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    level: Mapped[str]
    kind: Mapped[str] = mapped_column(String(32))
    first: Mapped[date]
    last: Mapped[date]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))  # None: the whole office
    signed_by: Mapped[str]
    figures: Mapped[str]
    digest: Mapped[str]


PAPERS: tuple[type[Fact], ...] = (NoticeFact, NamedFact, RetractionFact, ReviewFact, WarningFact, SignOffFact)
"""These tables, in the order in which an undo goes through them."""
