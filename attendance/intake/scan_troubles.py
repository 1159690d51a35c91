"""Why a line of a machine is refused, set apart or doubted: the sentences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from attendance.errors import Fault, Place
from attendance.intake.cells import shown
from attendance.intake.clocks import Wrong
from attendance.intake.machine_lines import Doubt, Trouble
from attendance.intake.workbooks import Sheet
from attendance.language import _
from attendance.rules.scans import same_pin


def reasons() -> dict[Trouble | Doubt, str]:
    """Every reason that needs no day; looked up once a file, for there may be many lines."""
    return {
        Trouble.SHAPE: _("this is no line of the log: {line}; export the log again"),
        Trouble.PIN: _("the machine did not know who this was (PIN 0 or none)"),
        Trouble.CLOCK: _("the machine's clock gave a time that does not exist; check the clock"),
        Trouble.NOBODY: _("there is no PIN in this row: {line}; write it as the machine shows it"),
        Trouble.LONG: _(
            "the PIN was turned into a number by a spreadsheet and has lost digits; write it as text"
            " (format the column as Text first)"
        ),
        Trouble.NUMBERS: _(
            "two numbers stand before the time, and which is the PIN cannot be told: {line};"
            " write a first line with headings, such as NO, PIN, WAKTU"
        ),
        Trouble.WORD: _(
            "where a time belongs stands something else: {line}; write the time as 07:10, or leave the cell empty where"
            " nobody was there"
        ),
        Trouble.UNDATED: _("there is a time and no date in this row: {line}; add a column TANGGAL"),
        Trouble.DATES: _("this row names two different dates: {line}; correct it"),
        Doubt.MIDNIGHT: _("00:00 stands for no scan in many programs; it was not counted"),
        Doubt.NEXT_DAY: _(
            "the leaving scan is earlier than the arriving scan of its row: perhaps it was the morning after"
        ),
    }


def refusal(reason: str, text: str) -> str:
    """The sentence of a line that is refused."""
    return reason.format(line=shown(text))


def wrong(why: Wrong, day: date, today: date) -> str:
    """Why all lines of a day go into quarantine."""
    return {
        Wrong.FUTURE: _("the day {day} is after today, {today}; check the machine's clock"),
        Wrong.FACTORY: _("the day {day} is the machine's factory date: its clock was reset"),
        Wrong.RESET: _("the day {day} lies long before all other lines: the clock seems to have been reset"),
    }[why].format(day=day, today=today)


def astray(day: date, before: date, after: date) -> str:
    """Why a line goes into quarantine that stands in the wrong place."""
    return _("the day {day} stands in the log between {before} and {after}: the clock was wrong for a while").format(
        day=day, before=before, after=after
    )


def backward(file: str, sheet: str | None, row: int, before: date, day: date, times: int) -> Fault:
    """A doubt where the days of lines that are believed go back, told at the first."""
    message = _(
        "after {before} the log goes back to {day} (so it does {times} times): logs were joined, or the clock was wrong"
        " for a while; look at these days, and take the file back with apel undo if they are wrong"
    )
    return Fault(Place(file, sheet, row), message.format(before=before, day=day, times=times))


def several(file: str, machines: Sequence[str]) -> list[Fault]:
    """A doubt where the lines name several machines: a PIN may be one person here and another there."""
    if len(machines) < 2:
        return []
    message = _(
        "the lines are of {count} machines ({names}), and a PIN is taken for the same person on all of them;"
        " if it is not, import the lines of each machine by themselves"
    )
    names = ", ".join(map(shown, machines[:5]))
    return [Fault(Place(file), message.format(count=len(machines), names=names))]


def spellings(file: str, pins: Collection[str]) -> list[Fault]:
    """A doubt where one number is written with and without zeros before it in the same file."""
    by_number: dict[str, list[str]] = {}
    for pin in pins:
        by_number.setdefault(same_pin(pin), []).append(pin)
    message = _("the PINs {pins} are taken for one; if they are two people, give one of them another PIN")
    return [
        Fault(Place(file), message.format(pins=", ".join(map(shown, sorted(each)))))
        for _number, each in sorted(by_number.items())
        if len(each) > 1
    ]


def left_out(sheet: Sheet) -> Fault:
    """A sheet that was not read."""
    if sheet.hidden:
        return Fault(sheet.place(), _("this sheet is hidden and was not read; --sheet with its name reads it"))
    return Fault(sheet.place(), _("this sheet was not read: there are no scans on it"))
