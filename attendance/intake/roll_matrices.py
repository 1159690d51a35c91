"""Rolls as a matrix: a row a person, a column a day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from attendance.errors import Fault, Refused
from attendance.intake import dates, titles
from attendance.intake.cells import Cell, shown, text
from attendance.intake.dates import Written
from attendance.intake.entries import Entry, Question, Told, faulty
from attendance.intake.headings import Heading
from attendance.intake.roll_bodies import Body
from attendance.intake.roll_people import Bearers
from attendance.intake.tables import Record, Table
from attendance.intake.titles import Span
from attendance.intake.words import Said
from attendance.language import _
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

SATURDAY = 5
_EMPTY = {Said.BLANK, Said.NOT_HELD}
_LEAP = 2000  # any year that has every day of the calendar
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
        named = (dates.WEEKDAYS.get(level.upper().strip(" .,")) for level in self.heading.levels)
        return next((day for day in named if day is not None), None)

    def written(self, span: Span | None) -> Written | None:
        """The date in the heading; one without a year is of the first day of `span`."""
        return None if self.number else dates.read(self.said, span[0].year if span else None)


def mine(body: Body, question: Question) -> bool:
    """A matrix has a heading that is a day, or several that are weekdays."""
    return bool(columns_of(body.table))


def columns(body: Body, question: Question) -> list[int]:
    """The columns that hold marks."""
    return [column.at for column in columns_of(body.table)]


def written(body: Body, question: Question) -> Iterator[Written]:
    """Every date among the headings."""
    span = near(body.table, question)
    return filter(None, (column.written(span) for column in columns_of(body.table)))


def near(table: Table, question: Question) -> Span | None:
    """The days that the roll is about, by its title or else by what the officer said."""
    return titles.span(table) or question.period


def entries(body: Body, question: Question, order: str) -> Told:
    """One entry for each person and day, blank cells too; columns on which nothing was held are left out."""
    table = body.table
    span, kind = near(table, question), question.kind_of(table)
    found = columns_of(table)
    _between(body, found)
    _ascending(table, found)
    days: list[tuple[int, date, Kind | None]] = []
    warnings: list[Fault] = []
    down = _down_columns(body.records)
    for column in found:
        day = day_of(table, column, span, order)
        cells = down[column.at] if column.at < len(down) else [""]
        said = {word.said for word in map(question.word, dict.fromkeys(cells))}
        if _holiday(table, column, cells, said):
            warnings.append(_labelled(table, column, cells))
        elif day is None and not said <= _EMPTY:
            raise no_day(table, column)
        elif day is not None and _idle(day, column.kind or kind, said, question):
            warnings.append(_left_out(table, column))
        elif day is not None:
            days.append((column.at, day, column.kind or kind))
            if said == {Said.BLANK} and len(cells) > 1 and question.policy in ("hadir", "tk"):
                warnings.append(_nothing(table, column, question.policy))
    bearers = question.bearers(table)
    made = [entry for record in body.records for entry in _person(body, record, days, question, bearers)]
    return Told(made, [*warnings, *bearers.doubts])


def _down_columns(records: Sequence[Record]) -> list[tuple[Cell, ...]]:
    """The cells of the records by column."""
    width = max((len(record.cells) for record in records), default=0)
    full = (r.cells if len(r.cells) == width else (*r.cells, *[""] * (width - len(r.cells))) for r in records)
    return list(zip(*full, strict=True))


def _idle(day: date, kind: Kind | None, said: set[Said], question: Question) -> bool:
    """A weekend on which nothing is written, and that is not to be read as presence on a day of duty."""
    if day.weekday() < SATURDAY or Said.BLANK not in said or not said <= _EMPTY:
        return False
    return question.policy != "hadir" or kind is None or not question.held(kind, day)


def _holiday(table: Table, column: Column, cells: Sequence[Cell], said: set[Said]) -> bool:
    """One text runs down the column and says that nothing was held: a merged label, or LIBUR letter by letter."""
    few = set(cells) if len(said) > 1 else set()
    if 3 < len(few) < 15 and max(len(text(cell)) for cell in few) < 2 and _down(cells):
        return True
    rows = [row for row, at in table.sheet.merged if at == column.at and row > table.heads.last + 1]
    return len(cells) > 2 and said == {Said.UNKNOWN} and len(rows) >= len(cells) - 1


def _down(cells: Sequence[Cell]) -> bool:
    """Letter by letter the cells are a word for a day without a session."""
    return bool(_DOWN.match("".join(text(cell).upper() for cell in cells)))


_DOWN = re.compile(r"^(?:(?:HARI)?LIBUR(?:NASIONAL)?|MINGGU|SABTU|AHAD|NYEPI|WAISAK|NATAL|IDULFITRI|IDULADHA)+$")


def _person(
    body: Body,
    record: Record,
    days: Sequence[tuple[int, date, Kind | None]],
    question: Question,
    bearers: Bearers,
) -> Iterator[Entry]:
    """The entries of one row; one fault for the whole row where it is not known who it is about."""
    nip, fault = bearers.of(record)
    faults = [fault] if fault else []
    own = body.kind(record, faults)
    if faults:
        yield faulty(record.place, *faults)
        return
    row, cells, word_of = record.place.row or 0, record.cells, question.word
    wide = body.table.sheet.wide.get(row)
    if wide:
        cells = _spread(cells, wide)
    line = own is None and row in body.lines
    width = len(cells)
    if record.text("note") and (doubt := _elsewhere(record, cells, days, question)):
        yield faulty(record.place, doubt)
        return
    for column, day, kind in days:
        word = word_of(cells[column] if column < width else "")
        if not (line and word.said is Said.BLANK):
            yield Entry(record.place, nip, own or kind, day, word, "", (), column)


def _elsewhere(
    record: Record, cells: Sequence[Cell], days: Sequence[tuple[int, date, Kind | None]], question: Question
) -> str:
    """A reason under KET whose days are blank, where blank means something else; empty text where all is well."""
    beside = question.word(record.get("note"))
    said = [question.word(cells[column] if column < len(cells) else "") for column, _day, _kind in days]
    blank = any(word.said is Said.BLANK for word in said) and question.policy in ("hadir", "tk")
    if not blank or beside.code in (None, Code.H, Code.T) or beside.code in {word.code for word in said}:
        return ""
    message = _("Ket. says {code}, and its days are blank; write the code on its days")
    return message.format(code=shown(beside.cell))


def _spread(cells: Sequence[Cell], wide: Sequence[tuple[int, int]]) -> tuple[Cell, ...]:
    """The cells of a row, with what is merged sideways in each of its columns."""
    full = list(cells)
    for left, right in wide:
        for column in range(left + 1, min(right + 1, len(full))):
            full[column] = full[left]
    return tuple(full)


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
        numbered = said.isascii() and said.isdigit() and 1 <= int(said) <= 31
        if numbered or dates.read(said, _LEAP) is not None:
            return Column(heading, said, titles.kind_in(heading.whole))
    return None


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
    bare = [c for c in range(first, last) if c not in headed and any(text(_cell(r, c)) for r in body.records)]
    for heading in odd:
        if any(text(_cell(record, heading.column)) for record in body.records):
            raise no_day(body.table, Column(heading, "", None))
    if bare:
        place = body.table.sheet.place(body.table.heads.last)
        message = _("{file}: among the days there is a column with marks and without a heading; write its day above it")
        raise Refused(message.format(file=body.table.sheet.file), (Fault(place, message.format(file=place.file)),))


def _ascending(table: Table, found: Sequence[Column]) -> None:
    """Refuse numbers of days that begin anew in one month: 26 ... 31, 1 ... 25."""
    span = titles.span(table)
    latest: dict[Kind | None, int] = {}
    for column in found:
        if column.number and column.number < latest.get(column.kind, 0) and _one_month(span):
            message = _(
                "{file}: the days of the headings begin anew at {heading}, so they are of two months; write both above"
                ' the headings, such as "26 Februari - 25 Maret 2019"'
            )
            place = table.sheet.place(table.heads.last)
            words = message.format(file=table.sheet.file, heading=shown(column.heading.whole))
            raise Refused(words, (Fault(place, words),))
        latest[column.kind] = column.number


def _one_month(span: Span | None) -> bool:
    return span is None or (span[0].year, span[0].month) == (span[1].year, span[1].month)


def day_of(table: Table, column: Column, span: Span | None, order: str) -> date | None:
    """The date of a column; None where the period has no such day."""
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
    days = [day for written in found if written and (day := written.under(order))]
    days = [day for day in days if column.weekday in (None, day.weekday())]
    if span is None or span[0] == span[1]:
        return next(iter(days), None)
    return next((day for day in days if span[0] <= day <= span[1]), None)


def _cell(record: Record, column: int) -> Cell:
    return record.cells[column] if column < len(record.cells) else ""


def no_day(table: Table, column: Column) -> Refused:
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


def _labelled(table: Table, column: Column, cells: Sequence[Cell]) -> Fault:
    message = _("{label} runs down the column under {heading}: taken as not held")
    label = next(text(cell) for cell in cells if text(cell))
    return Fault(
        table.sheet.place(table.heads.last), message.format(label=shown(label), heading=shown(column.heading.whole))
    )


def _nothing(table: Table, column: Column, policy: str) -> Fault:
    means = {"hadir": _("present"), "tk": _("absent")}[policy]
    message = _(
        "nothing at all is written under {heading}, and blank means {means}: so everybody is; check that it was held"
    )
    return Fault(table.sheet.place(table.heads.last), message.format(heading=shown(column.heading.whole), means=means))
