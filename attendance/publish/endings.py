"""Endings: what stands below the codes of a unit: what is not reported, the legend, the signature.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Iterator

from attendance.publish import formats, mastheads, signatures
from attendance.publish.layouts import SUMMARY, Layout
from attendance.publish.sheets import Sheet
from attendance.rules.kinds import Kind

LEGEND = (
    "H hadir; T terlambat; S sakit; I izin; C cuti; DL dinas luar; TB tugas belajar; DK diklat; "
    "TK tanpa keterangan; BL belum lapor; NR tidak wajib (tidak masuk hitungan)."
)
WORKING_DAY = "TM telat masuk; PC pulang cepat atau tanpa rekaman pulang (dihitung di samping hadir)."
RATE = "% = (H + T) / (H + T + TK)."
SIGNATURE = 46
"""The signature block takes the last columns that are together at least so many characters wide."""


def write(sheet: Sheet, layout: Layout) -> None:
    """Everything below the sums."""
    sheet.append([], 6)
    for style, note in _notes(layout):
        sheet.line(note, style)
    sheet.append([], 6)
    _signature(sheet, layout)


def _notes(layout: Layout) -> Iterator[tuple[str, str]]:
    recap = layout.recap
    silent = tuple(day for day in layout.unit.silent_days if day in layout.period)
    if silent:
        yield "peringatan", f"{mastheads.PROVISIONAL}: daftar hadir belum disahkan untuk {formats.days(silent)}."
    elif recap.provisional:
        yield "peringatan", f"{mastheads.PROVISIONAL}: ada daftar hadir yang belum disahkan; lihat lembar {SUMMARY}."
    yield "catatan", f"Keterangan: {LEGEND}"
    yield "catatan", f"{WORKING_DAY} {RATE}" if recap.kind is Kind.KERJA else RATE
    special = [f"{formats.short_day(day)} {recap.special[day]}" for day in layout.days if day in recap.special]
    yield "catatan", "Kolom abu-abu: akhir pekan dan hari libur" + (f" ({'; '.join(special)})." if special else ".")
    yield "catatan", f"Dibuat {formats.plain_day(recap.made)}. {mastheads.provenance(recap)}."


def _signature(sheet: Sheet, layout: Layout) -> None:
    """Place and date, capacity and position, room for the hand, name, rank, NIP: at the right."""
    recap, signatory = layout.recap, layout.unit.signatory
    first = _first(sheet)
    place = formats.safe(recap.office.place) or "." * 12
    for text in (f"{place}, {formats.plain_day(recap.made)}", *signatures.above(signatory)):
        sheet.line(text, "ttd", first=first, points=15)
    for _ in range(3):
        sheet.append([], 16)
    sheet.line(signatures.name(signatory), "ttd-nama" if signatory else "ttd", first=first, points=15)
    for text in signatures.below(signatory):
        sheet.line(text, "ttd", first=first, points=15)


def _first(sheet: Sheet) -> int:
    """The first column of the signature block."""
    first, room = len(sheet.widths), 0.0
    while room < SIGNATURE:
        room += sheet.widths[first - 1]
        first -= 1
    return first + 1
