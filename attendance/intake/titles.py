"""What stands above and below a roll: the days it is about, the kind of apel, what a blank cell means."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, TypeAlias

from attendance.intake import dates
from attendance.intake.cells import Cell, fold, text
from attendance.intake.dates import MONTH, MONTHS, WEEKDAYS, Written, made
from attendance.intake.tables import Table
from attendance.intake.workbooks import Row
from attendance.rules.kinds import Kind

Blank: TypeAlias = Literal["hadir", "tk", "lewati"]
Span: TypeAlias = tuple[date, date]

_TO = r"\s*(?:-|–|—|S\.?\s?/?D\.?|SAMPAI(?:\s+DENGAN)?)\s*"
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_RANGE = re.compile(
    rf"\b(\d{{1,2}})(?:\s*({MONTH}))?(?:\s*(\d{{4}}))?{_TO}(?:(?:{_WEEKDAY})\b[\s,]*)?"
    rf"(\d{{1,2}})\s*({MONTH})[\s,]*(\d{{4}})"
)
_WEEKLY = re.compile(
    rf"\bAPEL(?:\s+PAGI|\s+SORE)?(?:\s+HARI)?\s+({_WEEKDAY})\b(?!\s*(?:[-–—/&,]|DAN\b|S\.?\s?/?D\b|SAMPAI\b))"
)
_YEAR = re.compile(r"\b(?:TAHUN|TH)\b[\s.:]*(\d{4})\b")
_SEVERAL = re.compile(rf"\b(\d{{1,2}})(?:\s*(?:,|/|&|DAN)\s*(\d{{1,2}}))+\s*({MONTH})[\s,]*(\d{{4}})\b")
_DAY = re.compile(rf"\b(\d{{1,2}})\s*({MONTH})[\s,]*(\d{{4}})\b")
_MONTH = re.compile(rf"\b({MONTH})\b[\s,:.]*(?:TAHUN|TH\.?)?[\s,:.]*(\d{{4}})\b")
_NUMBERED = re.compile(r"\bBULAN[\s:]*(\d{1,2})\b[\s,:/]*(?:TAHUN)?[\s,:]*(\d{4})\b")
_SPAN = re.compile(
    rf"\b({MONTH})\b\s*(\d{{4}})?(?:{_TO}|\s+DAN\s+|\s*[&,/]\s*)({MONTH})\b[\s,:.]*(?:TAHUN)?[\s,:.]*(\d{{4}})\b"
)
_ABOUT = re.compile(r"\b(?:HARI|TANGGAL|TGL|BULAN|PERIODE|MINGGU KE)\b")
_ELSEWHERE = re.compile(
    r"\b(?:DICETAK|CETAK|PRINT|DIUNDUH|DIPERBARUI|UPDATE|NOMOR\s*:|PERATURAN|PERDA|PERWAL|PERBUP|KEPUTUSAN"
    r"|SURAT EDARAN|UNDANG-UNDANG)"
)
_OLDEST = 1990
"""The year before which a number in a title is no date: it is a postcode."""
_LEGEND = re.compile(
    r"KOSONG\s*\)?\s*(?:=|:|BERARTI|ARTINYA)\s*"
    r"(TIDAK HADIR|TIDAK APEL|TANPA KETERANGAN|ALPA|ALPHA|TK|HADIR|LIBUR|TIDAK ADA APEL|TIDAK DICATAT)\b"
)
_MEANS: dict[str, Blank] = {"HADIR": "hadir", "LIBUR": "lewati", "TIDAK ADA APEL": "lewati", "TIDAK DICATAT": "lewati"}
_KINDS = (
    ("GABUNGAN", Kind.APEL_GABUNGAN),
    ("SORE", Kind.APEL_SORE),
    ("PAGI", Kind.APEL_PAGI),
    ("UPACARA", Kind.UPACARA),
    ("SENAM", Kind.SENAM),
    ("HARIKERJA", Kind.KERJA),
    ("MASUKKERJA", Kind.KERJA),
)
_MEETINGS = ("RAPAT", "SOSIALISASI", "BIMTEK", "SEMINAR", "WORKSHOP")
"""Words of a title for which nobody can say of which kind it is."""
_WORDS = {
    **{fold(kind.value): kind for kind in Kind},
    **dict(_KINDS),
    **{"APEL": Kind.APEL_PAGI, "APELPETANG": Kind.APEL_SORE, "UPACARABENDERA": Kind.UPACARA},
}


def lines(table: Table) -> list[Cell]:
    """The cells of the title, without those whose dates are not about the roll: when printed, under which decree."""
    return [cell for _number, cell in table.above() if not _ELSEWHERE.search(text(cell).upper())]


def span(table: Table) -> Span | None:
    """First and last day named in the title ("4-8 Maret 2019", "Bulan September, Tahun 2025"), or the sheet's name.

    What a table's own title leaves out holds from the table above it on the same sheet.
    """
    above = " ".join(map(text, lines(table))).upper()
    if (found := _span(above)) or _ABOUT.search(above):
        return found
    return span(table.before) if table.before else _span((table.sheet.name or "").upper())


def _span(words: str) -> Span | None:
    """First and last day named in a text in capitals."""
    if hit := _RANGE.search(words):
        last = made(int(hit[6]), MONTHS[hit[5]], int(hit[4]))
        first = made(int(hit[3] or hit[6]), MONTHS[hit[2] or hit[5]], int(hit[1]))
        return (first, last) if first and last and first <= last else None
    if hit := _SEVERAL.search(words):
        first, last = (made(int(hit[4]), MONTHS[hit[3]], int(day)) for day in (hit[1], hit[2]))
        return (first, last) if first and last and first <= last else None
    if hits := [hit for hit in _DAY.finditer(words) if int(hit[3]) >= _OLDEST]:
        days = [made(int(hit[3]), MONTHS[hit[2]], int(hit[1])) for hit in hits]
        known = sorted(day for day in days if day)
        return (known[0], known[-1]) if len(known) == len(days) else None
    if hit := _SPAN.search(words):
        from_, to = whole(int(hit[2] or hit[4]), MONTHS[hit[1]]), whole(int(hit[4]), MONTHS[hit[3]])
        return (from_[0], to[1]) if from_ and to and from_ < to else None
    if hit := next((hit for hit in _MONTH.finditer(words) if int(hit[2]) >= _OLDEST), None):
        return whole(int(hit[2]), MONTHS[hit[1]])
    if hit := _NUMBERED.search(words):
        return whole(int(hit[2]), int(hit[1]))
    return None


def whole(year: int | None, month: int) -> Span | None:
    """First and last day of a month; None where there is no such month."""
    first = made(year, month, 1)
    return (first, first.replace(day=monthrange(first.year, month)[1])) if first else None


def day(table: Table) -> Written | None:
    """The one day of a form: "HARI/TANGGAL : Senin, 6 Januari 2025", or a date in a cell of its own.

    None where there is none, or several; without any word of a day, that of the table above on the same sheet.
    """
    cells = lines(table)
    read = (dates.read(cell.rpartition(":")[2] if isinstance(cell, str) else cell) for cell in cells)
    if written := [one for one in read if one and (one.day is None or one.day.year >= _OLDEST)]:
        return _one(written)
    above = " ".join(map(text, cells)).upper()
    if table.before and not _ABOUT.search(above) and not _span(above):
        return day(table.before)
    found = span(table)
    return Written(found[0]) if found and found[0] == found[1] else None


def year(table: Table) -> int | None:
    """The year in the title, where no month stands beside it: "TAHUN 2026"."""
    found = {int(hit) for cell in lines(table) for hit in _YEAR.findall(text(cell).upper())}
    return found.pop() if len(found) == 1 else None


def weekday(table: Table) -> int | None:
    """The one weekday on which the apel of the title is, Monday 0: "APEL SENIN"; None where none or several are."""
    found = {WEEKDAYS[hit] for cell in lines(table) for hit in _WEEKLY.findall(text(cell).upper())}
    return found.pop() if len(found) == 1 else None


def dated(table: Table) -> bool:
    """The title has a place for a day or month, whether it is filled in or not."""
    return _ABOUT.search(" ".join(map(text, lines(table))).upper()) is not None


def _one(written: Sequence[Written]) -> Written | None:
    """The one date that all of them may be, with a weekday where one is named; None where they are several."""
    days: set[date | None] = {one.day for one in written if one.day} or {None}
    pairs = {one.pair for one in written if one.pair}
    day = days.pop()
    meant = all(day is None or day in (made(day.year, b, a), made(day.year, a, b)) for a, b in pairs)
    if days or not meant or (day is None and len(pairs) > 1):
        return None
    return max((one for one in written if one.day == day), key=lambda one: one.weekday is not None)


def kind(table: Table, apel: Kind = Kind.APEL_PAGI) -> Kind | None:
    """The kind that the title, or else the sheet's name, tells; None where it tells none or several.

    `apel`: which apel it is where the title says no more than that it is one.
    """
    for words in (fold(" ".join(map(text, lines(table)))), fold(table.sheet.name or "") if not table.before else ""):
        if any(word in words.replace("RUANGRAPAT", "") for word in _MEETINGS):
            return None
        told = {kind for word, kind in _KINDS if word in words}
        if told or "APEL" in words:
            return apel if not told else told.pop() if len(told) == 1 else None
    return kind(table.before, apel) if table.before else None


def kind_of(word: str) -> Kind | None:
    """The kind in a cell of the column JENIS."""
    return _WORDS.get(fold(word))


def kind_in(heading: str) -> Kind | None:
    """The kind that the heading of a column names."""
    return next((kind for word, kind in _KINDS if word in fold(heading)), None)


def legend(rows: Iterable[Row]) -> Blank | None:
    """What a blank cell means, where the form itself says it: "kosong = hadir"."""
    for _number, cells in rows:
        for cell in cells:
            if isinstance(cell, str) and "osong" in cell.lower() and (hit := _LEGEND.search(text(cell).upper())):
                return _MEANS.get(hit[1], "tk")
    return None
