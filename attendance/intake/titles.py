"""What stands above and below a roll: the days it is about, the kind of apel, what a blank cell means."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal, TypeAlias

from attendance.intake import dates
from attendance.intake.cells import fold, text
from attendance.intake.dates import MONTH, MONTHS, Written, made
from attendance.intake.tables import Table
from attendance.intake.workbooks import Sheet
from attendance.rules.kinds import Kind

Blank: TypeAlias = Literal["hadir", "tk", "lewati"]
Span: TypeAlias = tuple[date, date]

_TO = r"\s*(?:-|–|—|S\.?\s?/?D\.?|SAMPAI(?:\s+DENGAN)?)\s*"
_RANGE = re.compile(rf"\b(\d{{1,2}})(?:\s*({MONTH}))?(?:\s*(\d{{4}}))?{_TO}(\d{{1,2}})\s*({MONTH})[\s,]*(\d{{4}})")
_DAY = re.compile(rf"\b(\d{{1,2}})\s*({MONTH})[\s,]*(\d{{4}})\b")
_MONTH = re.compile(rf"\b({MONTH})\b[\s,:.]*(?:TAHUN|TH\.?)?[\s,:.]*(\d{{4}})\b")
_NUMBERED = re.compile(r"\bBULAN[\s:]*(\d{1,2})\b[\s,:/]*(?:TAHUN)?[\s,:]*(\d{4})\b")
_LEGEND = re.compile(
    r"KOSONG\s*\)?\s*(?:=|:|BERARTI|ARTINYA)\s*"
    r"(TIDAK HADIR|TANPA KETERANGAN|ALPA|ALPHA|TK|HADIR|LIBUR|TIDAK ADA APEL)\b"
)
_MEANS: dict[str, Blank] = {"HADIR": "hadir", "LIBUR": "lewati", "TIDAK ADA APEL": "lewati"}
_KINDS = (
    ("GABUNGAN", Kind.APEL_GABUNGAN),
    ("SORE", Kind.APEL_SORE),
    ("PAGI", Kind.APEL_PAGI),
    ("UPACARA", Kind.UPACARA),
    ("SENAM", Kind.SENAM),
    ("HARIKERJA", Kind.KERJA),
    ("MASUKKERJA", Kind.KERJA),
)
_WORDS = {
    **{fold(kind.value): kind for kind in Kind},
    **dict(_KINDS),
    **{"APEL": Kind.APEL_PAGI, "APELPETANG": Kind.APEL_SORE, "UPACARABENDERA": Kind.UPACARA},
}


def span(table: Table) -> Span | None:
    """First and last day named in the title ("4-8 Maret 2019", "Bulan September, Tahun 2025"), or the sheet's name."""
    above = " ".join(text(cell) for _number, cell in table.above())
    return _span(above.upper()) or _span((table.sheet.name or "").upper())


def _span(words: str) -> Span | None:
    """First and last day named in a text in capitals."""
    if hit := _RANGE.search(words):
        last = made(int(hit[6]), MONTHS[hit[5]], int(hit[4]))
        first = made(int(hit[3] or hit[6]), MONTHS[hit[2] or hit[5]], int(hit[1]))
        return (first, last) if first and last and first <= last else None
    if hit := _DAY.search(words):
        day = made(int(hit[3]), MONTHS[hit[2]], int(hit[1]))
        return (day, day) if day else None
    if hit := _MONTH.search(words):
        return _whole(int(hit[2]), MONTHS[hit[1]])
    if hit := _NUMBERED.search(words):
        return _whole(int(hit[2]), int(hit[1]))
    return None


def _whole(year: int, month: int) -> Span | None:
    first = made(year, month, 1)
    return (first, first.replace(day=monthrange(year, month)[1])) if first else None


def day(table: Table) -> Written | None:
    """The one day of a form: "HARI/TANGGAL : Senin, 6 Januari 2025", or a date in a cell of its own."""
    for _number, cell in table.above():
        written = dates.read(cell.rpartition(":")[2] if isinstance(cell, str) else cell)
        if written is not None:
            return written
    found = span(table)
    return Written(found[0]) if found and found[0] == found[1] else None


def kind(table: Table) -> Kind | None:
    """The kind that the title, or else the sheet's name, tells; None where it tells none or several."""
    for words in (fold(" ".join(text(cell) for _number, cell in table.above())), fold(table.sheet.name or "")):
        told = {kind for word, kind in _KINDS if word in words}
        if told or "APEL" in words:
            return Kind.APEL_PAGI if not told else told.pop() if len(told) == 1 else None
    return None


def kind_of(word: str) -> Kind | None:
    """The kind in a cell of the column JENIS."""
    return _WORDS.get(fold(word))


def kind_in(heading: str) -> Kind | None:
    """The kind that the heading of a column names."""
    return next((kind for word, kind in _KINDS if word in fold(heading)), None)


def legend(sheet: Sheet) -> Blank | None:
    """What a blank cell means, where the form itself says it: "kosong = hadir"."""
    for _number, cells in sheet.rows:
        for cell in cells:
            if isinstance(cell, str) and "osong" in cell.lower() and (hit := _LEGEND.search(text(cell).upper())):
                return _MEANS.get(hit[1], "tk")
    return None
