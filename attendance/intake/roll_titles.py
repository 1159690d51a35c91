"""What the title makes of a list: a plan that is no roll, a list of those who did not come, another month's title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attendance.errors import Fault, Refused
from attendance.intake import titles
from attendance.intake.cells import shown, text
from attendance.intake.dates import MONTH, MONTHS
from attendance.intake.entries import Entry
from attendance.intake.tables import Table
from attendance.intake.titles import Blank
from attendance.intake.words import Said
from attendance.language import _
from attendance.rules.codes import Code

_PLAN = re.compile(r"^(?:JADWAL|ROSTER|RENCANA|(?:DAFTAR\s+|SUSUNAN\s+)?(?:NAMA\s+)?PETUGAS|DAFTAR\s+PIKET)\b[^:]*$")
_LIST = re.compile(r"^(?:LAPORAN|REKAP\w*|DAFTAR|DATA|NAMA|NAMA-NAMA)\b[^=:]*$")
_AWAY = re.compile(
    r"\b(?:KETIDAKHADIRAN|KETERLAMBATAN|TERLAMBAT|MANGKIR"
    r"|TIDAK\s+(?:HADIR|IKUT|MENGIKUTI|MELAKSANAKAN|APEL|MASUK))\b"
)
_PRESENT = re.compile(r"\b(?:DAFTAR\s+HADIR|KEHADIRAN|DAN|DITULIS|DIBERI|DIISI|DITANDAI|HARAP|AGAR)\b")
_SHEET = re.compile(rf"^(?:(?:TGL|TANGGAL|BULAN|APEL|PAGI)[\s.]+)*(\d{{1,2}})?\s*({MONTH})\s*(\d{{4}})?$")


def plan(table: Table) -> str:
    """The line of the title that calls the table a plan of duty; empty text where it is none."""
    return next((line for line in map(text, titles.lines(table)) if _PLAN.match(line.upper())), "")


def away(table: Table) -> str:
    """The line of the title that calls the table a list of those who were not there or late; empty text otherwise."""
    for line in map(text, titles.lines(table)):
        words = line.upper()
        if _LIST.match(words) and _AWAY.search(words) and not _PRESENT.search(words):
            return line
    return ""


def checked(table: Table, entries: list[Entry], policy: Blank | None, days: Sequence[int]) -> list[Entry]:
    """The entries; in a list of those who were not there, what would be read as presence is a fault.

    `days`: columns of days, in which a blank cell may well mean presence.
    """
    line = away(table)
    if not line:
        return entries
    message = _("the title says {title}, and {cell} would be read as present; write the code, such as TK, S or T")
    return [
        e._replace(faults=(message.format(title=shown(line), cell=shown(e.word.cell)),))
        if not e.faults and _present(e, policy, days)
        else e
        for e in entries
    ]


def _present(entry: Entry, policy: Blank | None, days: Sequence[int]) -> bool:
    """The entry would be recorded as presence, though it is not a blank day of a matrix."""
    blank = entry.word.said is Said.BLANK and policy == "hadir" and len(days) < 2
    return blank or (entry.word.code is Code.H and entry.word.at is None)


def named_alike(table: Table) -> None:
    """Raise Refused where the sheet is called after another day or month than the title above its list."""
    hit = _SHEET.match(text(table.sheet.name or "").upper())
    span = titles.span(table)
    if hit is None or span is None or table.before:
        return
    months = {(day.month, day.year) for day in span}
    month = MONTHS[hit[2]]
    between = (span[1].year - span[0].year) * 12 + span[1].month - span[0].month > 1
    same = any(month == m and int(hit[3] or year) == year for m, year in months)
    other_day = hit[1] and span[0] == span[1] and int(hit[1]) != span[0].day
    if between or (same and not other_day):
        return
    message = _("the sheet is called {sheet}, and the title says {title}; one of them is of another day, correct it")
    said = next(text(cell) for cell in titles.lines(table) if re.search(MONTH, text(cell).upper()))
    fault = Fault(table.sheet.place(), message.format(sheet=shown(table.sheet.name or ""), title=shown(said)))
    raise Refused(f"{table.sheet.file}: {fault.message}", (fault,))
