"""Rolls as a matrix: a row a person, a column a day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from attendance.errors import Fault, Place
from attendance.intake.cells import Cell, row_of, shown, text
from attendance.intake.entries import Entry, Question, Told, faulty
from attendance.intake.roll_bodies import Body
from attendance.intake.roll_columns import Column, check, columns_of, day_of, near, no_day, once, written
from attendance.intake.roll_people import Bearers
from attendance.intake.tables import Record, Table
from attendance.intake.words import Said, astray, code_before
from attendance.language import _
from attendance.rules.codes import EXCUSING, Code
from attendance.rules.kinds import Kind

__all__ = ["columns", "entries", "mine", "written"]

SATURDAY = 5
NAMED = 3
"""More remarks than this are not named."""
_EMPTY = {Said.BLANK, Said.NOT_HELD}


def mine(body: Body, question: Question) -> bool:
    """A matrix has a heading that is a day, or several that are weekdays."""
    return bool(columns_of(body.table))


def columns(body: Body, question: Question) -> list[int]:
    """The columns that hold marks."""
    return [column.at for column in columns_of(body.table)]


def entries(body: Body, question: Question, order: str) -> Told:
    """One entry for each person and day, blank cells too; columns on which nothing was held are left out."""
    table = body.table
    span, kind = near(table, question), question.kind_of(table)
    found = columns_of(table)
    check(body, found)
    days: list[tuple[int, date, Kind | None]] = []
    warnings: list[Fault] = []
    held: dict[tuple[date, Kind | None], Column] = {}
    down = _down_columns(body.records)
    for column in found:
        day = day_of(table, column, span, order)
        cells = down[column.at] if column.at < len(down) else [""]
        said = {word.said for word in map(question.word, dict.fromkeys(cells))}
        if _holiday(table, column, cells, said):
            warnings.append(_labelled(table, column, cells))
        elif _alone(cells, said):
            warnings.append(_only(table, column, cells))
        elif day is None and not said <= _EMPTY:
            raise no_day(table, column)
        elif day is not None and _idle(day, column.kind or kind, said, question):
            warnings.append(_left_out(table, column))
        elif day is not None:
            days.append((column.at, day, column.kind or kind))
            if not said <= _EMPTY:
                once(table, held.setdefault((day, column.kind or kind), column), column)
            if said == {Said.BLANK} and len(cells) > 1 and question.policy in ("hadir", "tk"):
                warnings.append(_nothing(table, column, question.policy))
    bearers = question.bearers(table)
    made = [entry for record in body.records for entry in _person(body, record, days, question, bearers)]
    return Told(made, [*warnings, *_remarks(body, made, question), *bearers.doubts])


def _remarks(body: Body, entries: Sequence[Entry], question: Question) -> Iterator[Fault]:
    """Remarks that are about a whole row and no code on one of its days: a matrix has no day for them."""
    if "note" not in body.table.heads.columns:
        return
    codes: dict[Place, set[Code | None]] = {}
    for entry in entries:
        if entry.faults:
            continue
        codes.setdefault(entry.place, set()).add(entry.word.code)
    left = [
        (record.place, record.text("note"))
        for record in body.records
        if record.place in codes
        and question.word(record.get("note")).said in (Said.UNKNOWN, Said.MARK)
        and question.word(record.get("note")).code not in codes[record.place] - {None}
    ]
    if left:
        shown_ = ", ".join(f"{row_of(place, place)}: {shown(note)}" for place, note in left[:NAMED])
        message = _("remarks under Ket. belong to no day and were not read: {count} ({remarks})")
        yield Fault(left[0][0], message.format(count=len(left), remarks=shown_ + (", …" if len(left) > NAMED else "")))


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


def _alone(cells: Sequence[Cell], said: set[Said]) -> bool:
    """A word for a day without a session stands beside the first person alone: it is meant for the whole column."""
    first = text(cells[0]) if cells else ""
    return len(cells) > 2 and len(first) > 1 and said == {Said.BLANK, Said.NOT_HELD} and not any(map(text, cells[1:]))


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
    if question.policy == "tk" and (doubt := _overflowing(cells, days, question)):
        yield faulty(record.place, doubt)
        return
    for column, day, kind in days:
        word = word_of(cells[column] if column < width else "")
        if word.at is not None and (doubt := astray(word, day)):
            yield faulty(record.place, doubt)
        elif not (line and word.said is Said.BLANK):
            yield Entry(record.place, nip, own or kind, day, word, "", (), column)


def _elsewhere(
    record: Record, cells: Sequence[Cell], days: Sequence[tuple[int, date, Kind | None]], question: Question
) -> str:
    """A reason under KET whose days are blank, where blank means something else; empty text where all is well."""
    beside = question.word(record.get("note"))
    said = [question.word(cells[column] if column < len(cells) else "") for column, _day, _kind in days]
    blank = any(word.said is Said.BLANK for word in said) and question.policy in ("hadir", "tk")
    code = beside.code or (code_before(beside.cell) if beside.said is Said.UNKNOWN else None)
    if not blank or code in (None, Code.H, Code.T) or code in {word.code for word in said}:
        return ""
    message = _("Ket. says {code}, and its days are blank; write the code on its days")
    return message.format(code=shown(beside.cell))


def _overflowing(cells: Sequence[Cell], days: Sequence[tuple[int, date, Kind | None]], question: Question) -> str:
    """A reason written out in one cell, which on paper runs over the blank ones behind it; else empty text."""
    filled = [cells[column] for column, _day, _kind in days if column < len(cells) and text(cells[column])]
    if len(filled) != 1 or len(days) < 3 or len(text(filled[0])) < 4 or question.word(filled[0]).code not in EXCUSING:
        return ""
    message = _("only {code} stands in this row, and blank means absent; write the code on each of its days")
    return message.format(code=shown(filled[0]))


def _spread(cells: Sequence[Cell], wide: Sequence[tuple[int, int]]) -> tuple[Cell, ...]:
    """The cells of a row, with what is merged sideways in each of its columns."""
    full = list(cells)
    for left, right in wide:
        for column in range(left + 1, min(right + 1, len(full))):
            full[column] = full[left]
    return tuple(full)


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


def _only(table: Table, column: Column, cells: Sequence[Cell]) -> Fault:
    message = _("under {heading} stands only {label}, beside the first person: taken as not held for all")
    return Fault(
        table.sheet.place(table.heads.last), message.format(heading=shown(column.heading.whole), label=shown(cells[0]))
    )


def _nothing(table: Table, column: Column, policy: str) -> Fault:
    means = {"hadir": _("present"), "tk": _("absent")}[policy]
    message = _(
        "nothing at all is written under {heading}, and blank means {means}: so everybody is; check that it was held"
    )
    return Fault(table.sheet.place(table.heads.last), message.format(heading=shown(column.heading.whole), means=means))
