"""Summaries: the first sheet of the recap, a row a unit, with sums that follow the sheets of the units.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from openpyxl.utils import get_column_letter as letter

from attendance.publish import formats, mastheads, provenances
from attendance.publish.charts import Chart
from attendance.publish.layouts import COUNTED, SUMMARY, Layout
from attendance.publish.light import Cell
from attendance.publish.recaps import Matrix
from attendance.publish.sheets import LINE, Book, Sheet, lines, quoted, signed
from attendance.rules.codes import Code, Standing

SUMS: tuple[tuple[str, tuple[Code, ...]], ...] = (
    ("Terjadwal", COUNTED),
    ("Hadir", (Code.H, Code.T)),
    ("Terlambat", (Code.T,)),
    ("Dengan ket.", tuple(code for code in COUNTED if code.standing is Standing.EXCUSED)),
    ("Tanpa keterangan", (Code.TK,)),
    ("Belum lapor", (Code.BL,)),
)
"""The columns of figures and the codes that they add; the codes of each stand side by side in a unit's sheet."""

HEADINGS = ("No", "Unit kerja", "Pegawai", *(heading for heading, codes in SUMS), "%", "Ket.")
WIDTHS = (5, 46, 11, 12, 11, 12, 12, 13, 11, 10, 30)
RATE = len(WIDTHS) - 1
FEW = 8
"""More days than these are only counted."""


def write(book: Book, recap: Matrix, planned: Sequence[Sequence[Layout]]) -> Chart:
    """The sheet of the whole office; and the bars that are drawn of it."""
    sheet = book.sheet(SUMMARY, WIDTHS)
    top = mastheads.rows(recap, 1) + 1
    sheet.raw.freeze_panes = f"C{top + 1}"
    sheet.print_on(recap.paper, landscape=True, headings=(top, top), columns=0, footer=mastheads.footer(recap))
    mastheads.write(sheet, recap, formats.titled(recap.period))
    sheet.append([sheet.text(heading, "kepala") for heading in HEADINGS], 2 * LINE + 4)
    for number, layouts in enumerate(planned, 1):
        _unit(sheet, number, layouts)
    last = max(top + 1, sheet.row)
    sheet.raw.auto_filter.ref = f"A{top}:{letter(len(WIDTHS))}{last}"
    _total(sheet, top + 1, sheet.row)
    sheet.append([], 6)
    for style, note in _notes(recap):
        sheet.line(note, style)
    sheet.append([], 6)
    signed(sheet, recap.office, recap.made, recap.signatory)
    sheet.finish()
    names, rates = (f"{quoted(SUMMARY)}!${letter(column)}${top + 1}:${letter(column)}${last}" for column in (2, RATE))
    return Chart("Persentase hadir per unit kerja", names, rates, len(planned))


def _unit(sheet: Sheet, number: int, layouts: Sequence[Layout]) -> None:
    unit, row = layouts[0].unit, sheet.row + 1
    people = f"COUNT({quoted(layouts[0].name)}!{layouts[0].down(1)})"
    remark = f"Belum lapor: {_days(unit.silent_days)}" if unit.silent_days else ""
    cells: list[Cell] = [
        sheet.value(number, "hitungan"),
        sheet.link(unit.label, "teks", layouts[0].name),
        sheet.formula(people, "bulat"),
        *(sheet.formula(_sum(layouts, codes), "bulat") for _, codes in SUMS),
        sheet.formula(_rate(row), "persen-tengah"),
        sheet.text(remark, "teks"),
    ]
    sheet.append(cells, LINE * max(lines(unit.label, WIDTHS[1]), lines(remark, WIDTHS[-1])) + 3)


def _days(silent: tuple[date, ...]) -> str:
    return formats.days(silent) if len(silent) <= FEW else f"{len(silent)} hari, lihat lembar {provenances.NAME}"


def _sum(layouts: Sequence[Layout], codes: Sequence[Code]) -> str:
    ranges = (
        f"{quoted(layout.name)}!{letter(layout.count(codes[0]))}{layout.total}:"
        f"{letter(layout.count(codes[-1]))}{layout.total}"
        for layout in layouts
    )
    return f"SUM({','.join(ranges)})"


def _rate(row: int) -> str:
    """Present of required; empty where nothing was required, no share where a signature and so every TK is wanting."""
    present, absent, silent = (
        f"{letter(4 + [name for name, _ in SUMS].index(key))}{row}"
        for key in ("Hadir", "Tanpa keterangan", "Belum lapor")
    )
    share = f"{present}/({present}+{absent})"
    return f'IF({present}+{absent}=0,"",IF(AND({absent}=0,{silent}>0),"belum lapor",{share}))'


def _total(sheet: Sheet, first: int, last: int) -> None:
    row = sheet.row + 1
    sums = (f"SUM({letter(column)}{first}:{letter(column)}{max(first, last)})" for column in range(3, RATE))
    sheet.append(
        [
            sheet.kept(None, "teks-jumlah"),
            sheet.text("JUMLAH", "teks-jumlah"),
            *(sheet.formula(text if last >= first else "0", "bulat-jumlah") for text in sums),
            sheet.formula(_rate(row), "persen-tengah-jumlah"),
            sheet.kept(None, "teks-jumlah"),
        ],
        LINE + 5,
    )


def _notes(recap: Matrix) -> list[tuple[str, str]]:
    notes = [
        ("catatan", "% = hadir dibagi (hadir + tanpa keterangan); hadir termasuk terlambat."),
        ("catatan", "Pegawai yang pindah dihitung seluruhnya pada unit hari terjadwalnya yang terakhir."),
        ("catatan", f"Dibuat {formats.plain_day(recap.made)}. {mastheads.provenance(recap)}."),
    ]
    silent = [unit.label for unit in recap.units if unit.silent_days]
    if silent:
        notes.insert(0, ("peringatan", f"SEMENTARA: belum lapor lengkap {formats.listed(silent)}."))
    return notes
