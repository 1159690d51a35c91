"""Rolls as a signature form for one day: a signed cell is presence, else the code stands in Ket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attendance.errors import Refused
from attendance.intake import titles
from attendance.intake.cells import Cell, fold, shown, text
from attendance.intake.dates import Written
from attendance.intake.entries import Entry, Question, Told, faulty
from attendance.intake.tables import Record, Table
from attendance.intake.words import Said
from attendance.language import _
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

_SIGNED = ("TANDATANGAN", "TTD", "PARAF")
_ORDINAL = re.compile(r"^\d{1,4}\s*(?:[.)](?!\d{2}$)|$)\s*")
_LINE = re.compile(r"^[.…_\s]+$")


def mine(table: Table) -> bool:
    """A signature form has a column to sign in."""
    return bool(_columns(table))


def written(table: Table, question: Question) -> Iterator[Written]:
    """The one date, above the headings."""
    return filter(None, (titles.day(table),))


def entries(table: Table, question: Question, order: str) -> Told:
    """One entry for each person and kind."""
    day = the_day(table, question, order)
    columns: dict[Kind | None, list[int]] = {}
    for kind, places in _columns(table).items():
        columns.setdefault(kind or question.kind_of(table), []).extend(places)
    records = table.records(("nip", "name"))
    return Told([entry for record in records for entry in _person(record, columns, day, question)], [])


def the_day(table: Table, question: Question, order: str) -> date:
    """The one day that a form is about, from above its headings or as the officer said. Raises Refused without one."""
    written = titles.day(table)
    day = written.under(order) if written else question.period[0] if question.period else None
    if day is None:
        raise Refused(
            _(
                "{file}: the day of the form is missing or names a wrong weekday;"
                " write it above the headings, such as HARI/TANGGAL : Senin, 4 Maret 2019"
            ).format(file=table.sheet.file)
        )
    return day


def _person(record: Record, columns: dict[Kind | None, list[int]], day: date, question: Question) -> Iterator[Entry]:
    """The entries of one row, or one fault for it."""
    nip, fault = question.person(record)
    beside = question.word(record.get("note"))
    signed = {kind: question.word(_cell(record, places)) for kind, places in columns.items()}
    missing = [kind for kind, word in signed.items() if word.said is Said.BLANK]
    if not missing and beside.code in set(Code) - {None, Code.H, Code.T}:
        fault = fault or _("signed, and yet Ket. says {code}; one of both is wrong").format(code=shown(beside.cell))
    if fault:
        yield faulty(record.place, fault)
        return
    note = record.text("note") if beside.said is Said.UNKNOWN else ""
    late = beside.code is Code.T and len(missing) < len(signed)  # it is about the first signature
    for kind, word in signed.items():
        if kind not in missing and late:
            word, late = word._replace(code=Code.T), False
        elif kind in missing and (beside.code is not Code.T or len(missing) == len(signed)):
            word = beside
        yield Entry(record.place, nip, kind, day, word, "" if word is beside else note)


def _columns(table: Table) -> dict[Kind | None, list[int]]:
    """The columns to sign in, by kind; one without a heading right of such a column belongs to it (zig-zag forms)."""
    headed = {h.column for h in table.heads.all}
    found: dict[Kind | None, list[int]] = {}
    for heading in table.heads.all:
        if any(word in fold(heading.whole) for word in _SIGNED):
            places = found.setdefault(titles.kind_in(heading.whole), [])
            places.append(heading.column)
            if heading.column + 1 not in headed:
                places.append(heading.column + 1)
    return found


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
