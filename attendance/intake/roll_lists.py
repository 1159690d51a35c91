"""Rolls as a list: a row for one person on one day (NIP, TANGGAL, KODE, JAM, JENIS, KET)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attendance.intake import dates, titles
from attendance.intake.cells import shown
from attendance.intake.dates import Written
from attendance.intake.entries import Entry, Question, Told, faulty
from attendance.intake.tables import Record, Table
from attendance.intake.words import Said, Word
from attendance.language import _
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
    kind = question.kind_of(table)
    return Told([entry(record, question, order, kind) for record in table.records(("nip", "name"))], [])


def entry(record: Record, question: Question, order: str, kind: Kind | None, above: date | None = None) -> Entry:
    """One row, with all that is wrong with it; `kind` and `above`, the day, are those of the whole list."""
    nip, fault = question.person(record)
    faults = [fault] if fault else []
    day = above or dates.day(record.get("day"), order, faults)
    named, word = _kind(record, faults), _word(record, question, faults)
    if faults or day is None:
        return faulty(record.place, *faults)
    note = record.text("note") if "code" in record.heads.columns or _timed(record) else ""
    return Entry(record.place, nip, named or kind, day, word, note)


def _kind(record: Record, faults: list[str]) -> Kind | None:
    """The kind of the row's own column; None where it has none."""
    named = record.text("kind")
    kind = titles.kind_of(named)
    if named and kind is None:
        choice = ", ".join(kind.value for kind in Kind)
        faults.append(_("{kind} is no kind of session; write one of {choice}").format(kind=shown(named), choice=choice))
    return kind


def _word(record: Record, question: Question, faults: list[str]) -> Word:
    """What the row says: its code, or else its remark, with the time under JAM; a time alone is presence."""
    coded = "code" in record.heads.columns
    if not _timed(record):
        return question.word(record.get("code" if coded else "note"))
    word = question.word(record.get("code")) if coded else Word(Said.BLANK)
    at = dates.clock(record.get("time"))
    if at is None:
        faults.append(_("{time} is no time of day; write it as 07.45").format(time=shown(record.get("time"))))
    elif word.said is Said.BLANK:
        return Word(Said.MARK, Code.H, at, record.get("time"))
    return word._replace(at=at)


def _timed(record: Record) -> bool:
    """Whether a time stands in the row."""
    return record.text("time").strip("-") != ""
