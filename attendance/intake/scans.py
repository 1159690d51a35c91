"""Scans: the logs of fingerprint machines, every line taken, quarantined or refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from attendance.errors import Fault, Place, Refused
from attendance.intake import aglogs, attlogs, files
from attendance.intake.cells import shown
from attendance.intake.clocks import Wrong, wrong_days
from attendance.intake.machine_lines import Line, Trouble
from attendance.language import _
from attendance.rules.scans import Quarantined, Scan


@dataclass(frozen=True, slots=True)
class ScanReading:
    """read == len(rows) + len(quarantined) + len(refused), counted in lines that are not blank, without the header."""

    rows: Sequence[Scan]
    quarantined: tuple[Quarantined, ...]
    refused: tuple[Fault, ...]
    read: int


def read(path: Path, *, date_format: str | None = None, today: date) -> ScanReading:
    """Every line of a machine's log. Raises Refused for what is none, and for an administrators' log.

    `today`: later lines are quarantined. `date_format`: for logs in which day and month could be either.
    """
    lines = files.load_text(path).rstrip("\x1a").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if aglogs.administrative(lines):
        raise Refused(
            _(
                "{file} is the machine's log of what its administrators did, not attendance;"
                " export the attendance log (AGL, GLG or attlog)"
            ).format(file=path.name)
        )
    if aglogs.mine(lines):
        return _sorted(path.name, aglogs.read(lines, path.name, date_format), today)
    if attlogs.mine(lines):
        return _sorted(path.name, attlogs.read(lines), today)
    raise Refused(
        _(
            "{file} is no log of a fingerprint machine: neither attlog.dat (PIN, TAB, time, ...)"
            " nor AGL/GLG text with a header EnNo ... DateTime"
        ).format(file=path.name)
    )


def _sorted(file: str, lines: Iterable[Line], today: date) -> ScanReading:
    """Lines told apart: scans, what goes into quarantine, and what is no line at all."""
    met = list(lines)
    wrong = wrong_days((line[1].date() for line in met if isinstance(line[1], datetime)), today)
    rows: list[Scan] = []
    quarantined: list[Quarantined] = []
    refused: list[Fault] = []
    reasons: dict[Trouble | date, str] = {trouble: _trouble(trouble) for trouble in Trouble}
    reasons |= {day: _wrong(why, day, today) for day, why in wrong.items()}
    for row, at, pin, text in met:
        if at is Trouble.SHAPE:
            refused.append(Fault(Place(file, None, row), reasons[at].format(line=shown(text))))
        elif isinstance(at, Trouble):
            quarantined.append(Quarantined(Place(file, None, row), text, reasons[at]))
        elif wrong and at.date() in wrong:
            quarantined.append(Quarantined(Place(file, None, row), text, reasons[at.date()]))
        else:
            rows.append(Scan(pin, at, row))
    return ScanReading(rows, tuple(quarantined), tuple(refused), len(met))


def _trouble(trouble: Trouble) -> str:
    """Why a single line is refused, with a place for it, or goes into quarantine."""
    if trouble is Trouble.SHAPE:
        return _("this is no line of the log: {line}; export the log again")
    if trouble is Trouble.PIN:
        return _("the machine did not know who this was (PIN 0 or none)")
    return _("the machine's clock gave a time that does not exist; check the clock")


def _wrong(why: Wrong, day: date, today: date) -> str:
    """Why all lines of a day go into quarantine."""
    return {
        Wrong.FUTURE: _("the day {day} is after today, {today}; check the machine's clock"),
        Wrong.FACTORY: _("the day {day} is the machine's factory date: its clock was reset"),
        Wrong.RESET: _("the day {day} lies long before all other lines: the clock seems to have been reset"),
    }[why].format(day=day, today=today)
