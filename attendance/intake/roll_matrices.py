"""Rolls as a matrix: a row a person, a column a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from attendance.errors import Fault, Refused
from attendance.intake import dates, titles
from attendance.intake.cells import Cell, shown
from attendance.intake.dates import Written
from attendance.intake.entries import Entry, Question, Told, faulty
from attendance.intake.headings import Heading
from attendance.intake.tables import Record, Table
from attendance.intake.titles import Span
from attendance.intake.words import Said
from attendance.language import _
from attendance.rules.kinds import Kind

SATURDAY = 5
_EMPTY = {Said.BLANK, Said.NOT_HELD}
_LEAP = 2000  # any year that has every day of the calendar


class Column(NamedTuple):
    """A column about one day; `said`, of its heading, is a number in the month or a date with or without year."""

    heading: Heading
    said: str
    kind: Kind | None

    @property
    def number(self) -> int:
        """The day of the month where the heading is that alone, else 0."""
        return int(self.said) if self.said.isdigit() else 0

    def written(self, span: Span | None) -> Written | None:
        """The date in the heading; one without a year is of the first day of `span`."""
        return None if self.number else dates.read(self.said, span[0].year if span else None)


def mine(table: Table) -> bool:
    """A matrix has a heading that is a day."""
    return bool(_columns(table))


def written(table: Table, question: Question) -> Iterator[Written]:
    """Every date among the headings."""
    span = near(table, question)
    return filter(None, (column.written(span) for column in _columns(table)))


def near(table: Table, question: Question) -> Span | None:
    """The days that the roll is about, by its title or else by what the officer said."""
    return titles.span(table) or question.period


def entries(table: Table, question: Question, order: str) -> Told:
    """One entry for each person and day, blank cells too; weekends on which nothing is written are left out."""
    span = near(table, question)
    records = list(table.records(("nip", "name")))
    days: list[tuple[int, date, Kind | None]] = []
    warnings = []
    kind = question.kind_of(table)
    for column in _columns(table):
        day = _day(table, column, span, order)
        if day is not None and day.weekday() < SATURDAY:
            days.append((column.heading.column, day, column.kind or kind))
            continue
        said = {question.word(_cell(record, column.heading.column)).said for record in records}
        if day is None and not said <= _EMPTY:
            raise _no_day(table, column)
        if day is not None and Said.BLANK in said and said <= _EMPTY:
            warnings.append(_left_out(table, column))
        elif day is not None:
            days.append((column.heading.column, day, column.kind or kind))
    return Told([entry for record in records for entry in _person(record, days, question)], warnings)


def _person(record: Record, days: Sequence[tuple[int, date, Kind | None]], question: Question) -> Iterator[Entry]:
    """The entries of one row; one fault for the whole row where it is not known who it is about."""
    nip, fault = question.person(record)
    if fault:
        yield faulty(record.place, fault)
        return
    for column, day, kind in days:
        yield Entry(record.place, nip, kind, day, question.word(_cell(record, column)))


def _columns(table: Table) -> list[Column]:
    """The columns about a day: those whose heading is one and that hold no other field."""
    fields = set(table.heads.columns.values())
    found = (_column(h) for h in table.heads.all if h.column not in fields)
    return [column for column in found if column is not None]


def _column(heading: Heading) -> Column | None:
    """The day in a heading, at any of its levels, or over the last two ("SENIN" above "4/3")."""
    for said in (" ".join(heading.levels[-2:]), *reversed(heading.levels)):
        numbered = said.isascii() and said.isdigit() and 1 <= int(said) <= 31
        if numbered or dates.read(said, _LEAP) is not None:
            return Column(heading, said, titles.kind_in(heading.whole))
    return None


def _day(table: Table, column: Column, span: Span | None, order: str) -> date | None:
    """The date of a column; None where the period has no such day."""
    if span is None and column.written(span) is None:
        raise Refused(
            _(
                "{file}: the headings are days without a month and year; write those above the headings, such as"
                ' "Bulan Maret 2019", or say them with --period 2019-03'
            ).format(file=table.sheet.file)
        )
    if span is None or not column.number:
        return _dated(column, span, order)
    inside = (span[0] + timedelta(days=n) for n in range((span[1] - span[0]).days + 1))
    hits = [day for day in inside if day.day == column.number]
    return hits[0] if len(hits) == 1 else None


def _dated(column: Column, span: Span | None, order: str) -> date | None:
    """The date of a heading that is one; without a year, of the year in which it lies within `span`."""
    years = {span[0].year, span[1].year} if span else {None}
    found = (dates.read(column.said, year) for year in sorted(years, key=lambda year: year or 0))
    days = [day for written in found if written and (day := written.under(order))]
    inside = (day for day in days if span and span[0] <= day <= span[1])
    return next(inside, days[0] if days else None)


def _cell(record: Record, column: int) -> Cell:
    return record.cells[column] if column < len(record.cells) else ""


def _no_day(table: Table, column: Column) -> Refused:
    return Refused(
        _("{file}: the heading {heading} is no day of the roll's period, or names a wrong weekday; correct it").format(
            file=table.sheet.file, heading=shown(column.heading.whole)
        )
    )


def _left_out(table: Table, column: Column) -> Fault:
    return Fault(
        table.sheet.place(table.heads.last),
        _("nothing is written under {heading}, a weekend: taken as not held").format(
            heading=shown(column.heading.whole)
        ),
    )
