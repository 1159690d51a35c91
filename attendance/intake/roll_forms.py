"""Rolls as a signature form for one day: a signed cell is presence, else the code stands in Ket. or is ticked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from attendance.errors import Fault
from attendance.intake import roll_columns, roll_ticks, titles, words
from attendance.intake.cells import Cell, fold, shown, text
from attendance.intake.dates import Written
from attendance.intake.entries import Entry, Question, Told, faulty
from attendance.intake.headings import Heading
from attendance.intake.roll_bodies import Body
from attendance.intake.roll_dates import the_day
from attendance.intake.tables import Record, Table
from attendance.intake.words import Said, Word
from attendance.language import _
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

_SIGNED = ("TANDATANGAN", "TTD", "PARAF")
_KINDS = ("PAGI", "SORE", "APELPAGI", "APELSORE")
_ORDINAL = re.compile(r"^\d{1,4}\s*(?:[.)](?!\d{2}$)|$)\s*")
_LINE = re.compile(r"^[.…_\s]+$")
_OTHERS = ("PULANG", "KELUAR", "ATASAN", "PETUGAS", "PIMPINAN", "PEJABAT")
_ABSENT = set(Code) - {Code.H, Code.T}


def mine(body: Body, question: Question) -> bool:
    """A signature form has a column to sign in, and not one for each day."""
    places = {column for columns in _columns(body).values() for column in columns}
    days = [column for column in roll_columns.columns_of(body.table) if column.at in places]
    return bool(places) and (len(days) < 2 or (len(days) < 3 and all(column.number for column in days)))


def columns(body: Body, question: Question) -> list[int]:
    """The columns that hold marks."""
    return [column for places in _columns(body).values() for column in places]


def written(body: Body, question: Question) -> Iterator[Written]:
    """The one date, above the headings."""
    return filter(None, (titles.day(body.table),))


def entries(body: Body, question: Question, order: str) -> Told:
    """One entry for each person and kind."""
    day = the_day(body.table, question, order)
    ticks = roll_ticks.columns_of(body, question)
    bearers = question.bearers(body.table)
    left = [] if question.kind_of(body.table) is Kind.KERJA else _others(body.table)
    signing = _columns(body, left)
    found: list[Entry] = []
    for record in body.records:
        nip, fault = bearers.of(record)
        faults = [fault] if fault else []
        own = body.kind(record, faults)
        places: dict[Kind | None, list[int]] = {}
        for kind, beside in signing.items():
            places.setdefault(kind or own or question.kind_of(body.table), []).extend(beside)
        remark = roll_ticks.said(record, ticks, question, faults)
        signed = {kind: question.word(_cell(record, columns)) for kind, columns in places.items()}
        found += _person(record, nip, signed, remark, faults, day, places)
    return Told(found, [*(_unread(body.table, heading) for heading in left), *bearers.doubts])


def _others(table: Table) -> list[Heading]:
    """The columns in which somebody else signs, or he who leaves; none where there is no other column to sign in."""
    signed = [h for h in table.heads.all if any(word in fold(h.whole) for word in _SIGNED)]
    others = [h for h in signed if any(word in fold(h.whole) for word in _OTHERS)]
    return others if len(others) < len(signed) else []


def _unread(table: Table, heading: Heading) -> Fault:
    message = _("the column {heading} was not read: who signs there does not sign for having come")
    return Fault(table.sheet.place(table.heads.last), message.format(heading=shown(heading.whole)))


def _person(
    record: Record,
    nip: str,
    signed: dict[Kind | None, Word],
    beside: Word,
    faults: list[str],
    day: date,
    places: dict[Kind | None, list[int]],
) -> Iterator[Entry]:
    """The entries of one row, or one fault for it."""
    missing = [kind for kind, word in signed.items() if _unsigned(word, beside)]
    others = beside.code in _ABSENT and any(word.code is not beside.code for word in signed.values())
    if not missing and (others or words.denied(beside)):
        faults.append(_("signed, and yet Ket. says {code}; one of both is wrong").format(code=shown(beside.cell)))
    if faults:
        yield faulty(record.place, *faults)
        return
    note = record.text("note") if beside.said is Said.UNKNOWN else ""
    late = beside.code is Code.T and len(missing) < len(signed)  # it is about the first signature
    for kind, word in signed.items():
        if kind not in missing and late:
            word, late = word._replace(code=Code.T), False
        elif kind in missing and (beside.code is not Code.T or len(missing) == len(signed)):
            word = beside
        yield Entry(record.place, nip, kind, day, word, "" if kind in missing else note, (), places[kind][0])


def _unsigned(word: Word, beside: Word) -> bool:
    """Nothing stands in the cell, or a stroke beside a code."""
    return word.said is Said.BLANK or (word.said is Said.NOT_HELD and word.cell == "-" and beside.code is not None)


def _columns(body: Body, left: Sequence[Heading] = ()) -> dict[Kind | None, list[int]]:
    """The columns to sign in, by kind; one without a heading right of such a column belongs to it (zig-zag forms)."""
    headed = {h.column for h in body.table.heads.all}
    found: dict[Kind | None, list[int]] = {}
    for heading in body.table.heads.all:
        if heading not in left and (any(word in fold(heading.whole) for word in _SIGNED) or _bare(body, heading)):
            places = found.setdefault(titles.kind_in(heading.whole), [])
            places.append(heading.column)
            if heading.column + 1 not in headed:
                places.append(heading.column + 1)
    return found


def _bare(body: Body, heading: Heading) -> bool:
    """A column of a day's list that is headed PAGI or APEL SORE alone, with marks and no counts under it."""
    if fold(heading.whole) not in _KINDS or roll_columns.columns_of(body.table):
        return False
    under = {r.words[heading.column] for r in body.records if heading.column < len(r.words)} - {""}
    return bool(under) and not any(map(str.isdigit, under))


def _cell(record: Record, columns: list[int]) -> Cell:
    """What was written into the cells to sign in, without the printed number and dotted line; empty text: nothing."""
    for column in columns:
        cell = record.cells[column] if column < len(record.cells) else ""
        if not isinstance(cell, str):
            if text(cell) == record.text("number"):
                continue
            return cell
        rest = _LINE.sub("", _ORDINAL.sub("", text(cell)))
        if rest:
            return rest
    return ""
