"""The columns of a roll that are about a day: which they are, and of which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from attendance.errors import Fault, Refused
from attendance.intake import dates, titles
from attendance.intake.cells import shown
from attendance.intake.dates import MONTH, MONTHS, WEEKDAYS, Written
from attendance.intake.entries import Question
from attendance.intake.headings import Heading
from attendance.intake.roll_bodies import Body
from attendance.intake.tables import Table
from attendance.intake.titles import Span
from attendance.language import _
from attendance.rules.kinds import Kind

_LEAP = 2000  # any year that has every day of the calendar
_NUMBER = re.compile(
    rf"^(?:({'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b[\s,./]*)?(?:(?:TANGGAL|TGL)\b[\s.]*)?(\d{{1,2}})$"
)
_MONTHLY = re.compile(rf"^(?:(?:TANGGAL|TGL|BULAN)\b[\s.:]*)?({MONTH})\b[\s.,]*(\d{{4}})?$")
_COUNTED = re.compile(r"\b(?:MINGGU|PEKAN|PERTEMUAN|APEL|SESI|KEGIATAN|KALI)\s*-?\s*KE\b|^KE\s*-?$")
_DATELIKE = re.compile(r"^'?\d{1,4}(?:\s*[-/.]\s*\d{1,4}){0,2}\.?$")


class Column(NamedTuple):
    """A column about one day; `said`, of its heading, is a number in the month, a weekday, or a date."""

    heading: Heading
    said: str
    kind: Kind | None

    @property
    def at(self) -> int:
        """Where it stands."""
        return self.heading.column

    @property
    def number(self) -> int:
        """The day of the month where the heading is that alone, else 0."""
        return int(self.said) if self.said.isdigit() else 0

    @property
    def weekday(self) -> int | None:
        """The weekday that stands in a level of the heading by itself, Monday 0."""
        levels = [level.upper().strip(" .,") for level in self.heading.levels]
        beside = [hit[1] for hit in map(_NUMBER.match, levels) if hit and hit[1]]
        return next((WEEKDAYS[word] for word in (*levels, *beside) if word in WEEKDAYS), None)

    @property
    def month(self) -> tuple[int, int] | None:
        """The month and the year, 0 where there is none, that stand over the day."""
        over = (_MONTHLY.match(level.upper().strip(" .,:")) for level in self.heading.levels[:-1])
        return next(((MONTHS[hit[1]], int(hit[2] or 0)) for hit in over if hit), None)

    @property
    def spanning(self) -> bool:
        """Two numbers with a stroke and without a year, which may be several days as well as a date: "2-4"."""
        return "-" in self.said and not self.number and dates.read(self.said) is None

    def written(self, span: Span | None) -> Written | None:
        """The date in the heading; one without a year is of the first day of `span`."""
        return None if self.number else dates.read(self.said, span[0].year if span else None)


def written(body: Body, question: Question) -> Iterator[Written]:
    """Every date among the headings."""
    span = near(body.table, question)
    return filter(None, (column.written(span) for column in columns_of(body.table) if not column.spanning))


def near(table: Table, question: Question) -> Span | None:
    """The days that the roll is about, by its title or else by what the officer said."""
    return titles.span(table) or question.period


def columns_of(table: Table) -> list[Column]:
    """The columns about a day: those whose heading is one and that hold no other field; else those of weekdays."""
    fields = set(table.heads.columns.values())
    free = [h for h in table.heads.all if h.column not in fields]
    found = [column for column in map(_column, free) if column is not None]
    named = [Column(h, "", titles.kind_in(h.whole)) for h in free]
    named = [column for column in named if column.weekday is not None]
    return found or (named if len(named) > 1 else [])


def _column(heading: Heading) -> Column | None:
    """The day in a heading, at any of its levels, or over the last two ("SENIN" above "4/3")."""
    for level in (" ".join(heading.levels[-2:]), *reversed(heading.levels)):
        said = level.lstrip("'").rstrip(". ")
        if beside := _NUMBER.match(said.upper()):
            said = beside[2]
        numbered = said.isascii() and said.isdigit() and 1 <= int(said) <= 31
        if numbered or dates.read(said, _LEAP) is not None:
            return Column(heading, said, titles.kind_in(heading.whole))
    return None


def check(body: Body, found: Sequence[Column]) -> None:
    """Refuse columns among the days that are none, and days of two months under one."""
    _between(body, found)
    _ascending(body.table, found)
    _days(body.table, found)


def _days(table: Table, found: Sequence[Column]) -> None:
    """Refuse headings that count weeks or sessions, and several days in one heading."""
    numbered = any(column.number for column in found)
    for column in found:
        if column.number and any(map(_COUNTED.search, map(str.upper, column.heading.levels[:-1]))):
            message = _("{file}: the headings under {heading} count, they name no day; write the date of each")
            over = shown(" ".join(column.heading.levels[:-1]))
            raise _headed(table, message.format(file=table.sheet.file, heading=over))
        if numbered and column.spanning:
            message = _("{file}: the heading {heading} may be several days; give each day a column of its own")
            raise _headed(table, message.format(file=table.sheet.file, heading=shown(column.heading.whole)))


def _headed(table: Table, message: str) -> Refused:
    return Refused(message, (Fault(table.sheet.place(table.heads.last), message),))


def _between(body: Body, found: Sequence[Column]) -> None:
    """Refuse a column among the days whose heading is like a date and is none: its marks would be left out."""
    known = {column.at for column in found} | set(body.table.heads.columns.values())
    first, last = found[0].at, found[-1].at
    odd = [
        h
        for h in body.table.heads.all
        if h.column not in known and first <= h.column <= last + 1 and _DATELIKE.match(h.levels[-1])
    ]
    headed = {h.column for h in body.table.heads.all}
    bare = [c for c in range(first, last) if c not in headed and _filled(body, c)]
    for heading in odd:
        if _filled(body, heading.column):
            raise no_day(body.table, Column(heading, "", None))
    if bare:
        place = body.table.sheet.place(body.table.heads.last)
        message = _("{file}: among the days there is a column with marks and without a heading; write its day above it")
        raise Refused(message.format(file=body.table.sheet.file), (Fault(place, message.format(file=place.file)),))


def _filled(body: Body, column: int) -> bool:
    """Something stands in a column beside the people."""
    return any(column < len(record.words) and record.words[column] for record in body.records)


def _ascending(table: Table, found: Sequence[Column]) -> None:
    """Refuse numbers of days that begin anew in one month: 26 ... 31, 1 ... 25."""
    span = titles.span(table)
    latest: dict[tuple[Kind | None, tuple[int, int] | None], int] = {}
    for column in found:
        beside = column.kind, column.month
        if column.number and column.number < latest.get(beside, 0) and _one_month(span):
            message = _(
                "{file}: the days of the headings begin anew at {heading}, so they are of two months; write both above"
                ' the headings, such as "26 Februari - 25 Maret 2019"'
            )
            raise _headed(table, message.format(file=table.sheet.file, heading=shown(column.heading.whole)))
        latest[beside] = column.number


def _one_month(span: Span | None) -> bool:
    return span is None or (span[0].year, span[0].month) == (span[1].year, span[1].month)


def day_of(table: Table, column: Column, span: Span | None, order: str) -> date | None:
    """The date of a column; None where the period has no such day, or the title names another weekday."""
    if column.month:
        span, whole = _month(table, column.month, span), span
        if span is None and whole is not None:
            return None
    day = _day(table, column, span, order)
    return day if day is None or titles.weekday(table) in (None, day.weekday()) else None


def _month(table: Table, month: tuple[int, int], span: Span | None) -> Span | None:
    """The month over a heading, in its own year, that of the roll or that of the title; None where it is not in it."""
    years = {month[1]} if month[1] else {d.year for d in span} if span else {titles.year(table) or 0}
    wholes = [whole for year in sorted(years) if (whole := titles.whole(year, month[0]))]
    return next((w for w in wholes if span is None or (w[0] <= span[1] and span[0] <= w[1])), None)


def _day(table: Table, column: Column, span: Span | None, order: str) -> date | None:
    """The date of a column by its heading alone."""
    if span is None and column.written(span) is None:
        raise Refused(
            _(
                "{file}: the headings are days without a month and year; write those above the headings, such as"
                ' "Bulan Maret 2019", or say them with --period 2019-03'
            ).format(file=table.sheet.file)
        )
    if span is not None and not column.said:
        weekdays = (span[0] + timedelta(days=n) for n in range(min((span[1] - span[0]).days + 1, 8)))
        hits = [day for day in weekdays if day.weekday() == column.weekday]
        return hits[0] if len(hits) == 1 and (span[1] - span[0]).days < 7 else None
    if span is None or not column.number:
        return _dated(column, span, order)
    inside = [span[0] + timedelta(days=n) for n in range((span[1] - span[0]).days + 1)]
    hits = [day for day in inside if day.day == column.number and column.weekday in (None, day.weekday())]
    return hits[0] if len(hits) == 1 else None


def _dated(column: Column, span: Span | None, order: str) -> date | None:
    """The date of a heading that is one; without a year, of the year in which it lies within `span`."""
    years = {span[0].year, span[1].year} if span else {None}
    found = (dates.read(column.said, year) for year in sorted(years, key=lambda year: year or 0))
    days = [day for written in found if written and (day := written.under("dmy" if column.spanning else order))]
    days = [day for day in days if column.weekday in (None, day.weekday())]
    if span is None or span[0] == span[1]:
        return next(iter(days), None)
    return next((day for day in days if span[0] <= day <= span[1]), None)


def once(table: Table, first: Column, other: Column) -> None:
    """Refuse two columns of the same day and kind: one of them would take the place of the other."""
    if first is not other:
        message = _(
            "{file}: the headings {first} and {other} are the same day and kind; correct one, write PAGI and"
            " SORE, or take out the times of leaving"
        )
        names = {"first": shown(first.heading.whole), "other": shown(other.heading.whole)}
        raise _headed(table, message.format(file=table.sheet.file, **names))


def no_day(table: Table, column: Column) -> Refused:
    """The answer to a heading that is no day of the roll."""
    return Refused(
        _("{file}: the heading {heading} is no day of the roll's period, or names a wrong weekday; correct it").format(
            file=table.sheet.file, heading=shown(column.heading.whole)
        )
    )
