"""Templates: blank forms as workbooks, with headings that are locked and words to choose from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attendance.publish import atomic, blanks
from attendance.publish.blanks import Blank, Field
from attendance.rules.forms import GUIDE, GUIDE_SAYS

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

    from attendance.publish.sheets import Book, Sheet

ROWS = 300
"""So many rows are drawn; those below can be filled in as well."""


def workbook(blank: Blank, paper: str, path: Path) -> None:
    """Write a blank form: the list first, then how it is filled in."""
    from attendance.publish import form_styles, sheets  # openpyxl takes a while to load

    with atomic.replacing(path) as beside:
        book = sheets.Book(blank.title.capitalize(), form_styles.named())
        _list(book, blank, paper)
        _guide(book, blank, paper)
        book.save(beside)


def _list(book: Book, blank: Blank, paper: str) -> None:
    """The list itself: its headings in the first row, and room below them."""
    from openpyxl.styles import Protection
    from openpyxl.utils import get_column_letter as letter

    sheet = book.sheet(blank.title.capitalize(), [field.width for field in blank.fields])
    for number, field in enumerate(blank.fields, 1):
        column = sheet.raw.column_dimensions[letter(number)]
        column.number_format = "yyyy-mm-dd" if field.sort == blanks.DAY else "@"
        column.protection = Protection(locked=False)
        for rule in _rules(field):
            rule.add(f"{letter(number)}2:{letter(number)}5000")
            sheet.raw.data_validations.append(rule)
    sheet.print_on(paper, landscape=True, headings=(1, 1), columns=0, footer="")
    sheet.raw.freeze_panes = "A2"
    lock(sheet)
    sheet.append([sheet.text(field.heading, "kepala") for field in blank.fields], 24)
    styles = ["isian-teks" if field.sort == blanks.NIP else field.sort for field in blank.fields]
    for _number in range(ROWS):
        sheet.append([sheet.kept(None, style) for style in styles])


def lock(sheet: Sheet) -> None:
    """Lock what is not to be filled in; without a password, so that an officer can undo it."""
    guard = sheet.raw.protection
    guard.sheet = True
    guard.formatCells = guard.formatColumns = guard.formatRows = False  # False: allowed
    guard.insertRows = guard.sort = guard.autoFilter = False


def _rules(field: Field) -> list[DataValidation]:
    """What may be written under a heading; a warning, since an office may know better."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if field.choices:
        return [choice(field.choices)]
    if field.sort == blanks.NIP:
        rule = DataValidation(type="textLength", operator="between", formula1="18", formula2="21", allow_blank=True)
        return [_told(rule, "NIP", "NIP terdiri atas 18 angka.")]
    if field.sort == blanks.DAY:
        rule = DataValidation(type="date", operator="greaterThan", formula1="18264", allow_blank=True)
        return [_told(rule, "Tanggal", "Tulis tanggal, misalnya 2026-01-05.")]
    return []


def choice(words: tuple[str, ...]) -> DataValidation:
    """A list to choose from."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    return _told(rule, "Pilihan", "Pilih dari daftar: " + ", ".join(words)[:180])


def _told(rule: DataValidation, title: str, words: str) -> DataValidation:
    rule.showErrorMessage, rule.errorStyle = True, "warning"
    rule.errorTitle, rule.error = title, words
    return rule


def _guide(book: Book, blank: Blank, paper: str) -> None:
    """How the list is filled in: each heading, an example, the codes."""
    sheet = book.sheet(GUIDE, [20, 52, 34])
    sheet.print_on(paper, landscape=False, headings=(1, 1), columns=0, footer="")
    lock(sheet)
    sheet.line(f"{GUIDE_SAYS}: {blank.title}", "judul", points=18)
    sheet.append([], 6)
    for note in (
        f"Isilah lembar pertama mulai baris 2, lalu masukkan dengan: {blank.command} BERKAS.xlsx",
        "Jangan mengubah judul kolom. Kolom yang tidak dipakai biarkan kosong. Contoh di bawah ini tidak ikut dibaca.",
        *blank.notes,
    ):
        sheet.line(note, "catatan")
    sheet.append([], 6)
    sheet.append([sheet.text(word, "kepala") for word in ("Kolom", "Isinya", "Contoh")], 18)
    for field in blank.fields:
        about = f"{'WAJIB. ' if field.needed else ''}{field.about}"
        if field.choices:
            about += f" Pilihan: {', '.join(field.choices)}."
        cells = [sheet.text(field.heading, "teks"), sheet.text(about, "teks"), sheet.text(field.example, "teks")]
        sheet.append(cells, _height(about, 50))
    if blank.meanings:
        sheet.append([], 6)
        sheet.append([sheet.text(word, "kepala") for word in ("Kode", "Artinya")], 18)
        for code, meaning in blank.meanings:
            sheet.append([sheet.text(code, "teks-tengah"), sheet.text(meaning, "teks")], 15)
    sheet.finish()


def _height(words: str, room: float) -> float:
    from attendance.publish.sheets import LINE, lines

    return LINE * lines(words, room) + 3
