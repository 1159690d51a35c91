"""Rolls with a column for each code and a tick in one of them: HADIR, SAKIT, IZIN, CUTI, DL, TK."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from attendance.intake import dates, roll_columns, titles, words
from attendance.intake.cells import Cell, fold, shown, text
from attendance.intake.dates import Written
from attendance.intake.entries import Entry, Question, Told, faulty
from attendance.intake.headings import Heading
from attendance.intake.roll_bodies import Body
from attendance.intake.roll_dates import the_day
from attendance.intake.tables import Record
from attendance.intake.words import Said, Word
from attendance.language import _
from attendance.rules.codes import Code

_ABSENT = ("TIDAKHADIR", "TIDAKMASUK", "TIDAKAPEL", "TIDAK", "ABSEN")
_EMPTY = ("", "-", "–", "—", "0", "FALSE")
_TICKS = ("V", "√", "✓", "✔", "☑", "X", "1", "•", ".", "TRUE", "*")
_OTHERS = ("GOL", "PANGKAT", "KELAMIN", "PENDIDIKAN", "STATUS", "JUMLAH", "REKAP", "TOTAL")
_FIELDS = ("nip", "name", "number", "day", "kind", "note", "time")


class Column(NamedTuple):
    """A column of one code; `group` is the heading over it, with the day and kind that it names."""

    heading: Heading
    word: Word
    group: tuple[str, ...]

    @property
    def at(self) -> int:
        """Where it stands."""
        return self.heading.column


def mine(body: Body, question: Question) -> bool:
    """A tick form has columns of several codes side by side, and in them ticks, not counts; and no columns of days."""
    found = columns_of(body, question)
    groups = {column.group: {c.word.cell for c in found if c.group == column.group} for column in found}
    if not groups or any(len(codes) < 2 for codes in groups.values()):
        return False
    dated = {column.heading.column for column in roll_columns.columns_of(body.table)}
    inside = {column.at for column in found}
    return dated <= inside and not any(_counted(_cell(r, at)) for r in body.records for at in inside)


def columns(body: Body, question: Question) -> list[int]:
    """The columns that hold marks."""
    return [column.at for column in columns_of(body, question)]


def columns_of(body: Body, question: Question) -> list[Column]:
    """The columns whose lowest heading is a code, and those right of them that hold ticks under another word."""
    heads = body.table.heads
    taken = {heads.columns[field] for field in _FIELDS if field in heads.columns}
    found: list[Column] = []
    for heading in heads.all:
        over = fold(" ".join(heading.levels[:-1]))
        if heading.column in taken or any(other in over for other in _OTHERS):
            continue
        word = _code(heading.levels[-1], question)
        if word is None and found and _ticked(body, heading.column):
            word = Word(Said.UNKNOWN, None, None, heading.levels[-1])
        if word is not None:
            found.append(Column(heading, word, () if over in _ABSENT else heading.levels[:-1]))
    return found


def _code(heading: str, question: Question) -> Word | None:
    """The code that a heading is, with or without brackets: "S", "Sakit", "SAKIT (S)"; None where it is none."""
    if fold(heading) in _ABSENT:
        return Word(Said.MARK, Code.TK, None, heading)
    if fold(heading) == "YA":
        return Word(Said.MARK, Code.H, None, heading)
    for said_ in (heading, heading.partition("(")[0]):
        word = question.word(said_.strip())
        if word.code or (word.said is Said.OPEN and str(word.cell).isalpha()):
            return word._replace(at=None, cell=word.cell if word.said is Said.OPEN else heading)
    return None


def _ticked(body: Body, column: int) -> bool:
    """Whether ticks stand in a column, and nothing else."""
    cells = {_plain(_cell(record, column)) for record in body.records} - {*_EMPTY}
    return bool(cells) and cells <= {*_TICKS} - {"1"}


def _counted(cell: Cell) -> bool:
    """A number above 1: a count, as in the recap of a month."""
    return not isinstance(cell, bool) and text(cell).isdigit() and int(text(cell)) > 1


def _plain(cell: Cell) -> str:
    return text(cell).upper().translate(words.CROSSES)


def _cell(record: Record, column: int) -> Cell:
    return record.cells[column] if column < len(record.cells) else ""


def written(body: Body, question: Question) -> Iterator[Written]:
    """The dates of the title, of the rows, or of the headings."""
    yield from filter(None, (titles.day(body.table),))
    if "day" in body.table.heads.columns:
        yield from filter(None, (dates.read(record.get("day")) for record in body.records))
    yield from roll_columns.written(body, question)


def entries(body: Body, question: Question, order: str) -> Told:
    """One entry for each person and group of columns."""
    groups: dict[tuple[str, ...], list[Column]] = {}
    for column in columns_of(body, question):
        groups.setdefault(column.group, []).append(column)
    dated = "day" in body.table.heads.columns
    days = {} if dated else {group: _day(body, columns, question, order) for group, columns in groups.items()}
    bearers = question.bearers(body.table)
    found: list[Entry] = []
    for record in body.records:
        nip, fault = bearers.of(record)
        faults = [fault] if fault else []
        own = body.kind(record, faults)
        above = dates.day(record.get("day"), order, faults) if dated else None
        ticked = [(group, said(record, columns, question, faults)) for group, columns in groups.items()]
        if faults:
            found.append(faulty(record.place, *faults))
            continue
        for group, word in ticked:
            kind = own or titles.kind_in(" ".join(group)) or question.kind_of(body.table)
            note = record.text("note") if question.word(record.get("note")).said is Said.UNKNOWN else ""
            found.append(Entry(record.place, nip, kind, above or days[group], word, note))
    return Told(found, bearers.doubts)


def _day(body: Body, columns: list[Column], question: Question, order: str) -> date:
    """The day of a group of columns: of the heading over them, or else of the whole form."""
    dated = [one for one in roll_columns.columns_of(body.table) if one.heading.column == columns[0].at]
    if not dated:
        return the_day(body.table, question, order)
    span = roll_columns.near(body.table, question)
    day = roll_columns.day_of(body.table, dated[0], span, order)
    if day is None:
        raise roll_columns.no_day(body.table, dated[0])
    return day


def said(record: Record, columns: list[Column], question: Question, faults: list[str]) -> Word:
    """The code that is ticked, or else the one under KET; what contradicts is added to `faults`."""
    found: list[Word] = []
    for column in columns:
        cell = _cell(record, column.at)
        own = question.word(cell)
        if _plain(cell) in _EMPTY:
            continue
        if _plain(cell) in _TICKS or own.code is column.word.code is not None or own.at is not None:
            found.append(column.word._replace(at=own.at))
        else:
            message = _("{cell} stands under {heading}, where a tick belongs; write v, or clear it")
            faults.append(message.format(cell=shown(cell), heading=shown(column.heading.levels[-1])))
    if len(found) > 1:
        named = ", ".join(shown(word.cell) for word in found)
        faults.append(_("ticked more than once: {named}; keep the right one").format(named=named))
    beside = question.word(record.get("note"))
    if not found or beside.code is None or faults:
        return found[0] if found else Word(Said.BLANK) if beside.said is Said.NOT_HELD else beside
    return words.joined(found[0], beside, faults, soft=fold(str(found[0].cell)) in _ABSENT)
