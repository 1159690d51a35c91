"""Told: what is said of somebody at a roll call, and of how many are here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from attendance.commands.gate import Gate
from attendance.commands.inquiry import origin
from attendance.language import _
from attendance.publish.formats import clock
from attendance.rules.codes import Code, Standing
from attendance.rules.histories import Day, Held, Recorded


def where(gate: Gate, person: int) -> str:
    """The unit of somebody on this day, and the line in which he stands if it is another."""
    posting = gate.posting(person)
    if posting is None:
        return _("(belongs to no unit on this day)")
    unit = gate.label(posting.unit)
    if posting.line == posting.unit:
        return unit
    return _("{unit} (stands in {line})").format(unit=unit, line=gate.label(posting.line))


def notes(gate: Gate, person: int, before: Recorded | None, at: time | None) -> list[str]:
    """What the rules say of somebody who was recorded, besides that he is here."""
    return [
        *_of_the_day(gate, person),
        *_of_what_was(before),
        *_of_the_line(gate, person),
        *_of_the_gate(gate, person, at),
    ]


def _of_the_day(gate: Gate, person: int) -> Iterator[str]:
    day = gate.days.get(person)
    if day is None:
        yield _("not expected today: recorded, and stands in no figure")
        return
    if day.code is Code.NR:
        yield _("{reason}: recorded, and stands in no figure").format(reason=gate.inquiry.reason(day))
    for letter in day.beaten:
        if isinstance(letter, Held):
            yield _("has a letter {sort} {number}, {first} to {last}: presence goes before it").format(
                sort=letter.sort, number=letter.number or "-", first=letter.first, last=letter.last
            )


def _of_what_was(before: Recorded | None) -> Iterator[str]:
    if before is not None:
        yield _("was recorded as {code} ({origin})").format(code=before.code, origin=origin(before))


def _of_the_line(gate: Gate, person: int) -> Iterator[str]:
    posting = gate.posting(person)
    if posting is None:
        return
    if not gate.ours(posting.line):
        yield _("ANOTHER LINE: {line}").format(line=gate.label(posting.line))
    if gate.signed(posting.line):
        yield _("the roll of {unit} is signed already; tell the head").format(unit=gate.label(posting.line))


def _of_the_gate(gate: Gate, person: int, at: time | None) -> Iterator[str]:
    day = gate.days.get(person)
    if day is None or at is None:
        return
    if at > day.session.closes:
        yield _("the gate closed at {time}").format(time=clock(day.session.closes))
    elif at < day.session.opens:
        yield _("the gate opens at {time}").format(time=clock(day.session.opens))


def counted(gate: Gate, person: int | None = None) -> str:
    """Present and expected: in the line of somebody, and in all."""
    lines = gate.lines()
    present, required = sum(gate.present[one] for one in lines), sum(gate.required[one] for one in lines)
    whole = _("in all {present} of {required}").format(present=present, required=required)
    posting = gate.posting(person) if person is not None else None
    if posting is None:
        return whole
    here = f"{gate.present[posting.line]} / {gate.required[posting.line]}"
    return f"{gate.label(posting.line)} {here}   {whole}"


def is_open(day: Day) -> bool:
    """Whether nothing is known of a day yet."""
    return day.code in (Code.BL, Code.TK) and not isinstance(day.evidence, Recorded)


def table(gate: Gate, columns: int) -> str:
    """How the day stands, by line: who is expected, and what is known of them."""
    from attendance.publish.tables import Column, Table
    from attendance.publish.terminal import render

    headings = (
        Column("unit", _("Unit"), wide=True),
        Column("required", _("Expected"), "right", "int"),
        Column("present", _("Present"), "right", "int"),
        Column("excused", _("Excused"), "right", "int"),
        Column("absent", _("TK"), "right", "int"),
        Column("open", _("Not yet"), "right", "int"),
    )
    figures: dict[int | None, list[int]] = {line: [0] * 5 for line in gate.lines()}
    for day in gate.days.values():
        if day.line in figures and day.code is not Code.NR:
            counts = figures[day.line]
            counts[0] += 1
            counts[1 + _place(day)] += 1
    rows = tuple((gate.label(line), *counts) for line, counts in figures.items())
    totals = (_("Total"), *(sum(counts[place] for counts in figures.values()) for place in range(5)))
    return render(Table("", headings, rows, totals=totals), columns).strip("\n")


def _place(day: Day) -> int:
    """Present, excused, absent by the roll, or open."""
    if day.standing in (Standing.PRESENT, Standing.EXCUSED):
        return 0 if day.standing is Standing.PRESENT else 1
    return 3 if is_open(day) else 2


def close(gate: Gate) -> str:
    """What is to be done when the roll call is over."""
    if not gate.keep:
        return _("Rehearsal only (--dry-run): nothing was written.")
    unit = f'"{gate.unit}"' if gate.unit else "UNIT"
    return _("When the head signs: apel roll close {day} --kind {kind} --unit {unit} --signed-by NAME").format(
        day=gate.day, kind=gate.kind.value, unit=unit
    )
