"""Files that are no roster: what they are instead, and which command takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from attendance.errors import Refused
from attendance.intake.cells import Cell, fold, text
from attendance.intake.tables import Table
from attendance.intake.workbooks import Sheet
from attendance.language import _

_ROLL = {
    *("TANDATANGAN", "TTD", "PARAF", "KODE", "KODEABSEN", "JAMMASUK", "JAMPULANG", "ALPA", "TANPAKETERANGAN", "ABSEN"),
    *("ABSENSI", "KEHADIRAN", "HADIR", "STATUSKEHADIRAN", "JAMDATANG", "TANDATANGANPAGI", "TANDATANGANSORE"),
}
_LETTERS = {
    *("MULAI", "SELESAI", "TANGGALMULAI", "TANGGALSELESAI", "TGLMULAI", "TGLSELESAI", "JENISCUTI", "LAMACUTI"),
    *("NOMORSURAT", "NOSURAT", "TANGGALSURAT", "SAMPAI", "LAMANYA", "JENISSURAT", "SAMPAIDENGAN"),
}
_PINS = {"PIN", "PINMESIN", "NOPIN", "NOMORPIN", "IDMESIN", "ACNO", "NOID", "IDFINGER", "PINFINGER"}
_SCANS = {
    "SCANMASUK",
    "SCANPULANG",
    "SCANDATE",
    "ENNO",
    "TMNO",
    "DATETIME",
    "VERIFYMODE",
    "CLOCKIN",
    "CLOCKOUT",
    "SCAN1",
}
_SIGNED = {"PENANDATANGAN", "DISAHKANOLEH"}
_DAYS = 3
"""So many columns headed by a day, and a list is a roll."""

_LINE = re.compile(r"^\s*\d{1,18}\s+\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\b")
_DAY = re.compile(r"^(?:(?:SEN|SEL|RAB|KAM|JUM|SAB|MIN)\w*\W+)?\d{1,2}(?:\W+(?:\d{1,2}|[A-Z]{3,9}))?(?:\W+\d{2,4})?$")
_TITLE = re.compile(r"\b(?:DAFTAR HADIR|ABSENSI|ABSEN|REKAP(?:ITULASI)? (?:KEHADIRAN|APEL|ABSEN\w*))\b")


def stop(file: str, found: Iterable[Table], sheets: Iterable[Sheet], above: Iterable[str]) -> None:
    """Refuse a file that is something else than a roster, where it can be told what."""
    tables = list(found)
    told = _table_is(tables, list(above)) if tables else _sheet_is(sheets)
    if told is not None:
        what, command = told
        message = _("{file} is no roster but {what}; it goes in with {command}")
        raise Refused(message.format(file=file, what=what, command=command))


def _table_is(tables: list[Table], above: list[str]) -> tuple[str, str] | None:
    words = {fold(word) for table in tables for head in table.heads.all for word in (head.whole, *head.levels)}
    words |= {"TANDATANGAN" for word in words if word.startswith(("TANDATANGAN", "PARAFAPEL", "TTDAPEL"))}
    own = {field for table in tables for field in table.heads.columns} - {
        "number",
        "nip",
        "name",
        "position",
        "rank",
        "pangkat",
        "status",
    }
    if words & _SCANS:
        return _("a log of a fingerprint machine"), "apel scan import --device"
    if len(words & _LETTERS) >= 2:
        return _("a list of letters"), "apel leave import"
    days = max(sum(_is_day(head.levels) for head in table.heads.all) for table in tables)
    if days >= _DAYS or len(words & _ROLL) >= 2 or (words & _ROLL and not own):
        return _("a roll"), "apel roll import"
    if not own and any(_TITLE.search(line.upper()) for line in above):
        return _("a roll"), "apel roll import"
    if words & _PINS and not own:
        return _("a list of PINs"), "apel scan link --file"
    return None


def _is_day(levels: Iterable[str]) -> bool:
    """A column under a day: 4, Sen 4, 04/03, 4 Mar 2019."""
    last = list(levels)[-1:]
    return any(_DAY.match(word.upper()) or re.match(r"^\d{4}-\d\d-\d\d", word) for word in last)


def _sheet_is(sheets: Iterable[Sheet]) -> tuple[str, str] | None:
    rows = [cells for sheet in sheets for _number, cells in sheet.rows[:60] if any(map(text, cells))]
    if sum(_is_scan(cells) for cells in rows) * 2 > len(rows) > 0:
        return _("a log of a fingerprint machine"), "apel scan import --device"
    for cells in rows[:30]:
        words = {fold(text(cell)) for cell in cells}
        if words & _SCANS:
            return _("a log of a fingerprint machine"), "apel scan import --device"
        if words & _SIGNED:
            return _("a list of signatures"), "apel roll sign"
        if "TANGGAL" in words and {"JENIS", "NAMA"} <= words:
            return _("a calendar"), "apel calendar import"
        if "NAMA" in words and (sum(map(_dated, cells)) >= _DAYS or len(words & _ROLL) >= 2 or "TANGGAL" in words):
            return _("a roll"), "apel roll import"
    return None


def _is_scan(cells: list[Cell]) -> bool:
    return bool(_LINE.match(" ".join(map(text, cells))))


def _dated(cell: Cell) -> bool:
    return isinstance(cell, date | datetime)
