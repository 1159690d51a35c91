"""Rolls as a list: a row for one person on one day (NIP, TANGGAL, KODE, JAM, JENIS, KET)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from attendance.errors import Fault
from attendance.intake import dates, words
from attendance.intake.cells import fold, shown
from attendance.intake.dates import Written
from attendance.intake.entries import Entry, Question, Told, faulty
from attendance.intake.roll_bodies import Body
from attendance.intake.roll_people import Bearers
from attendance.intake.tables import Record
from attendance.intake.words import Said, Word
from attendance.language import _
from attendance.rules.codes import Code, Standing
from attendance.rules.kinds import Kind

SAYING = ("code", "time", "note")
_LEAVING = ("PULANG", "JAMPULANG", "JAMKELUAR", "WAKTUPULANG", "PUKULPULANG")


def mine(body: Body, question: Question) -> bool:
    """A list has a column for the day and one for what was on it."""
    heads = body.table.heads.columns
    return "day" in heads and bool(set(SAYING) & set(heads))


def columns(body: Body, question: Question) -> list[int]:
    """The columns that hold marks."""
    heads = body.table.heads.columns
    return [heads[field] for field in SAYING if field in heads]


def written(body: Body, question: Question) -> Iterator[Written]:
    """Every date on it."""
    return filter(None, (dates.read(record.get("day")) for record in body.records))


def entries(body: Body, question: Question, order: str) -> Told:
    """One entry a row."""
    return told(body, question, order, None)


def told(body: Body, question: Question, order: str, above: date | None) -> Told:
    """One entry a row; `above`: the day of the whole list."""
    bearers, kind = question.bearers(body.table), question.kind_of(body.table)
    made = [_entry(body, record, question, order, bearers, kind, above) for record in body.records]
    return Told(list(filter(None, made)), [*_leaving(body), *bearers.doubts])


def _leaving(body: Body) -> Iterator[Fault]:
    """A column of times of leaving, which no roll can record: those come in as the lines of a machine."""
    for heading in body.table.heads.all:
        if fold(heading.whole) in _LEAVING:
            message = _("the column {heading} was not read: times of leaving go in with apel scan import")
            place = body.table.sheet.place(body.table.heads.last)
            yield Fault(place, message.format(heading=shown(heading.whole)))


def _entry(
    body: Body, record: Record, question: Question, order: str, bearers: Bearers, kind: Kind | None, above: date | None
) -> Entry | None:
    """One row, with all that is wrong with it; None for a further line on which nothing is written."""
    nip, fault = bearers.of(record)
    faults = [fault] if fault else []
    day = above or dates.day(record.get("day"), order, faults)
    named, word = body.kind(record, faults), _word(record, question, faults)
    if word.said is Said.BLANK and named is None and record.place.row in body.lines:
        return None
    if day and word.at and (doubt := words.astray(word, day)):
        faults.append(doubt)
    if faults or day is None:
        return faulty(record.place, *faults)
    own = record.text("note")
    note = own if word.cell != record.get("note") or _timed(record) else ""
    return Entry(record.place, nip, named or kind, day, word, note, (), record.heads.columns.get("code", -1))


def _word(record: Record, question: Question, faults: list[str]) -> Word:
    """What the row says: its code, or else its remark, with the time under JAM; a time alone is presence."""
    beside = question.word(record.get("note"))
    coded = "code" in record.heads.columns
    word = question.word(record.get("code")) if coded else Word(Said.BLANK)
    if _timed(record):
        word = _at(record, word, faults)
    if word.said is Said.BLANK or (word.said is Said.NOT_HELD and word.cell == "-" and beside.code):
        return word if coded and beside.said in (Said.BLANK, Said.NOT_HELD) else beside
    return words.joined(word, beside, faults)


def _at(record: Record, word: Word, faults: list[str]) -> Word:
    """The code with the time under JAM; a time beside an absence contradicts it."""
    at = dates.clock(record.get("time"))
    if at is None or at == time():
        faults.append(_("{time} is no time of day; write it as 07.45").format(time=shown(record.get("time"))))
    elif word.said is Said.BLANK:
        return Word(Said.MARK, Code.H, at, record.get("time"))
    elif word.code is not None and word.code.standing is not Standing.PRESENT:
        message = _("the code says {code}, and yet a time of arrival stands beside it: {time}; one of both is wrong")
        faults.append(message.format(code=shown(word.cell), time=shown(record.get("time"))))
    return word._replace(at=at)


def _timed(record: Record) -> bool:
    """Whether a time stands in the row."""
    return record.text("time").strip("-–—. ") != ""
