"""Signatures: which unit's roll was signed by whom, for which days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from attendance.errors import Place
from attendance.intake import dates, headings, tables, titles, unread
from attendance.intake.cells import shown
from attendance.intake.readings import Met, Reading, gather
from attendance.intake.tables import Record
from attendance.language import _
from attendance.rules.kinds import Kind

FIELDS: headings.Synonyms = {
    "number": headings.PERSON["number"],
    "unit": ("UNIT", "UNITKERJA", "OPD", "SKPD", "PERANGKATDAERAH", "BARISAN"),
    "kind": ("JENIS", "JENISAPEL", "APEL"),
    "first": ("TANGGAL", "TGL", "MULAI", "TANGGALMULAI", "DARI"),
    "last": (
        *("SELESAI", "TANGGALSELESAI", "SAMPAI", "SD", "SAMPAITANGGAL", "SAMPAITGL", "SAMPAIDENGAN", "TGLSELESAI"),
        *("AKHIR", "TANGGALAKHIR", "SDTANGGAL", "HINGGA"),
    ),
    "signed": ("PENANDATANGAN", "DITANDATANGANI", "DITANDATANGANIOLEH", "NAMAPENANDATANGAN", "PENGESAH", "KEPALA"),
    "position": ("JABATAN",),
    "present": ("HADIR", "JUMLAHHADIR"),
    "state": (
        *("STATUS", "KETERANGAN", "KET", "SUDAHLAPOR", "LAPOR", "SUDAH", "SUDAHDISAHKAN", "DISAHKAN", "PENGESAHAN"),
        *("SUDAHDITANDATANGANI", "STATUSPENGESAHAN", "STATUSLAPORAN", "CATATAN"),
    ),
    "total": ("JUMLAH", "JUMLAHASN", "JUMLAHPEGAWAI", "TOTAL"),
}
_NOT_YET = re.compile(r"\b(?:BELUM|TIDAK|DITOLAK|(?:DI)?BATAL(?:KAN)?)\b")
NEEDS = (("unit",), ("kind",), ("first",), ("signed",))


@dataclass(frozen=True, slots=True)
class Signature:
    """The head of a unit signed its roll of one kind from `first` to `last`; the paper's totals where it gives them."""

    unit: tuple[str, ...]
    kind: Kind
    first: date
    last: date
    signed_by: str
    present: int | None
    total: int | None
    place: Place


def read(
    path: Path,
    *,
    date_format: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] = {},
) -> Reading[Signature]:
    """Every signature of a list."""
    opened = tables.need(path, FIELDS, NEEDS, sheet, mapping)
    records = [record for table in opened.tables for record in table.records(("unit", "kind", "signed"))]
    cells = (record.get(field) for record in records for field in ("first", "last"))
    order = dates.order(filter(None, map(dates.read, cells)), path.name, date_format)
    met = [_signature(record, order) for record in records]
    return gather(met, (*opened.warnings, *unread.doubts(opened.tables, records)))


def _signature(record: Record, order: str) -> Met[Signature]:
    """One signature, with all that is wrong with it."""
    faults: list[str] = []
    unit, signed = record.text("unit"), record.text("signed")
    if not unit:
        faults.append(_("no unit is named; write it under UNIT"))
    kind = titles.kind_of(record.text("kind"))
    if kind is None:
        choice = ", ".join(kind.value for kind in Kind)
        faults.append(
            _("{kind} is no kind of session; write one of {choice}").format(
                kind=shown(record.get("kind")), choice=choice
            )
        )
    first = dates.day(record.get("first"), order, faults)
    last = dates.day(record.get("last"), order, faults) if record.text("last").strip("-") else first
    if first and last and last < first:
        faults.append(_("it ends before it begins; correct MULAI or SELESAI"))
    if not signed:
        faults.append(_("nobody signed it; write the name under PENANDATANGAN"))
    if _NOT_YET.search(record.text("state").upper()):
        message = _("the row says {words}; a roll that is not signed stays open: delete the row, or take the words out")
        faults.append(message.format(words=shown(record.text("state").lower())))
    present, total = _count(record, "present", faults), _count(record, "total", faults)
    if faults or kind is None or first is None or last is None:
        return Met(record.place, None, tuple(faults))
    return Met(record.place, Signature((unit,), kind, first, last, signed, present, total, record.place))


def _count(record: Record, field: str, faults: list[str]) -> int | None:
    """A number of people; None where the cell is blank."""
    written = record.text(field).strip("-")
    if written and not (written.isascii() and written.isdigit() and len(written) < 7):
        faults.append(_("{number} is no number of people").format(number=shown(written)))
        return None
    return int(written) if written else None
