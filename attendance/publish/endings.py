"""Endings: what stands below the codes of a unit: what is not reported, the legend, the signature.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attendance.publish import formats, mastheads, provenances
from attendance.publish.layouts import SUMMARY, Layout
from attendance.publish.sheets import Sheet, signed
from attendance.rules.kinds import Kind

LEGEND = (
    "H hadir; T terlambat; S sakit; I izin; C cuti; DL dinas luar; TB tugas belajar; DK diklat; "
    "TK tanpa keterangan; BL belum lapor; NR tidak wajib (tidak masuk hitungan)."
)
WORKING_DAY = "TM telat masuk; PC pulang cepat atau tanpa rekaman pulang (dihitung di samping hadir)."
RATE = "% = (H + T) / (H + T + TK)."


FEW = 31
"""More days than these are only counted."""


def write(sheet: Sheet, layout: Layout) -> None:
    """Everything below the sums."""
    sheet.append([], 6)
    for style, note in _notes(layout):
        sheet.line(note, style)
    sheet.append([], 6)
    signed(sheet, layout.recap.office, layout.recap.made, layout.unit.signatory)


def _days(silent: tuple[date, ...]) -> str:
    return formats.days(silent) if len(silent) <= FEW else f"{len(silent)} hari (lembar {provenances.NAME})"


def _notes(layout: Layout) -> Iterator[tuple[str, str]]:
    recap = layout.recap
    silent = tuple(day for day in layout.unit.silent_days if day in layout.period)
    if silent:
        yield "peringatan", f"{mastheads.PROVISIONAL}: daftar hadir belum disahkan untuk {_days(silent)}."
    elif recap.provisional:
        yield "peringatan", f"{mastheads.PROVISIONAL}: ada daftar hadir yang belum disahkan; lihat lembar {SUMMARY}."
    yield "catatan", f"Keterangan: {LEGEND}"
    yield "catatan", f"{WORKING_DAY} {RATE}" if recap.kind is Kind.KERJA else RATE
    if not recap.months:
        special = [f"{formats.short_day(day)} {recap.special[day]}" for day in layout.days if day in recap.special]
        yield "catatan", "Kolom abu-abu: akhir pekan dan hari libur" + (f" ({'; '.join(special)})." if special else ".")
    yield "catatan", f"Dibuat {formats.plain_day(recap.made)}. {mastheads.provenance(recap)}."
