"""Rolls as a list: a row for one person on one day (NIP, TANGGAL, KODE, JAM, JENIS, KET)."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from attendance.intake import dates, titles
from attendance.intake.cells import shown, text
from attendance.intake.dates import Written
from attendance.intake.entries import Entry, Question, Told, faulty
from attendance.intake.tables import Record, Table
from attendance.intake.words import Said, Word
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind


def mine(table: Table) -> bool:
    """A list has a column for the day and one for what was on it."""
    return "day" in table.heads.columns and bool({"code", "time", "note"} & set(table.heads.columns))


def written(table: Table, question: Question) -> Iterator[Written]:
    """Every date on it."""
    return filter(None, (dates.read(record.get("day")) for record in table.records(("nip", "name"))))


def entries(table: Table, question: Question, order: str) -> Told:
    """One entry a row."""
    return Told([_entry(record, question, order) for record in table.records(("nip", "name"))], [])


def _entry(record: Record, question: Question, order: str) -> Entry:
    """One row, with all that is wrong with it."""
    nip, fault = question.person(record)
    faults = [fault] if fault else []
    day = dates.day(record.get("day"), order, faults)
    kind, word = _kind(record, faults), _word(record, question, faults)
    if faults or day is None:
        return faulty(record.place, *faults)
    note = record.text("note") if {"code", "time"} & set(record.heads.columns) else ""
    return Entry(record.place, nip, kind, day, word, note)


def _kind(record: Record, faults: list[str]) -> Kind | None:
    """The kind of the row's own column; None where it has none."""
    named = record.text("kind")
    kind = titles.kind_of(named)
    if named and kind is None:
        choice = ", ".join(kind.value for kind in Kind)
        faults.append(_("{kind} is no kind of session; write one of {choice}").format(kind=shown(named), choice=choice))
    return kind


def _word(record: Record, question: Question, faults: list[str]) -> Word:
    """What the row says: its code, with the time of the column JAM; a time alone is presence."""
    columns = record.heads.columns
    word = question.word(record.get("code" if "code" in columns or "time" in columns else "note"))
    cell = record.get("time")
    if text(cell).strip("-") == "":
        return word
    at = dates.clock(cell)
    if at is None:
        faults.append(_("{time} is no time of day; write it as 07.45").format(time=shown(cell)))
    elif word.said is Said.BLANK:
        return Word(Said.MARK, Code.H, at, cell)
    return word._replace(at=at)
