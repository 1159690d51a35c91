"""What every table shares: the naming convention, the kinds of column, and the three entries of a fact."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import Dialect, ForeignKey, Integer, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix__%(column_0_N_label)s",
    "uq": "uq__%(table_name)s__%(column_0_N_name)s",
    "ck": "ck__%(table_name)s__%(constraint_name)s",
    "fk": "fk__%(table_name)s__%(column_0_N_name)s__%(referred_table_name)s",
    "pk": "pk__%(table_name)s",
}


class Ordinal(TypeDecorator[date]):
    """A day as its proleptic ordinal: three bytes in SQLite, and arithmetic is free."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: date | int | None, dialect: Dialect) -> int | None:
        """A date, or an ordinal that is one already."""
        return value.toordinal() if isinstance(value, date) else value

    def process_result_value(self, value: int | None, dialect: Dialect) -> date | None:
        """The date."""
        return None if value is None else date.fromordinal(value)


class Base(DeclarativeBase):
    """All tables of the ledger."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text(), date: Ordinal()}


class Identity(Base):
    """A row that gives a number to a name of the outside world. It says nothing else, and is never taken back."""

    __abstract__ = True

    entry: Mapped[int] = mapped_column(ForeignKey("entry.id"))


class Fact(Base):
    """A row that holds from the entry `since` on, until the entry `until` takes it back (0: it is live).

    `entry` is the act that first recorded it. It differs from `since` only where an undo brought the fact back:
    then the row is a copy, so that the time in between stays as it was. `key` names the columns in which no two live
    facts may all agree. Live facts that agree in the columns of `apart`, where there are any, may not share a day from
    `first` to `last`, unless they agree in `unless` too.
    """

    __abstract__ = True
    key: ClassVar[tuple[str, ...]]
    apart: ClassVar[tuple[str, ...]] = ()
    unless: ClassVar[tuple[str, ...]] = ()

    entry: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    since: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    until: Mapped[int] = mapped_column(server_default="0", default=0)


class Sourced(Fact):
    """A fact that came from a file: the source and the row in it, both None when typed by hand."""

    __abstract__ = True

    source_id: Mapped[int | None] = mapped_column(ForeignKey("source.id"))
    source_row: Mapped[int | None]
