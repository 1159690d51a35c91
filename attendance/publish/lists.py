"""Lists: a table as a workbook of one sheet that can be filtered, computed with and printed.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl.utils import get_column_letter as letter

from attendance.publish import atomic
from attendance.publish.formats import width
from attendance.publish.light import Cell
from attendance.publish.sheets import LINE, Book, Sheet, letterhead_rows, lines
from attendance.publish.tables import Column, Table, shown
from attendance.rules.offices import Office

WIDEST = 50
PORTRAIT = 110
"""More characters than this in a row are printed on landscape paper."""


def workbook(table: Table, path: Path, office: Office | None = None) -> None:
    """Write the table: letterhead (where there is an office), title, headings with a filter, rows, totals, notes."""
    workbook_of({"Daftar": table}, path, office)


def workbook_of(tables: Mapping[str, Table], path: Path, office: Office | None = None) -> None:
    """Write several tables, each on a sheet of its own by its name."""
    with atomic.replacing(path) as beside:
        book = Book(next(iter(tables.values())).title)
        for name, table in tables.items():
            _write(book, name, table, office)
        book.save(beside)


def _write(book: Book, name: str, table: Table, office: Office | None) -> None:
    widths = _widths(table)
    sheet = book.sheet(name, widths)
    top = (letterhead_rows(office) if office else 0) + 3
    sheet.raw.freeze_panes = f"A{top + 1}"
    sheet.raw.auto_filter.ref = f"A{top}:{letter(len(widths))}{top + len(table.rows)}"
    sheet.print_on("A4", landscape=sum(widths) > PORTRAIT, headings=(top, top), columns=0, footer="")
    if office is not None:
        sheet.letterhead(office)
    sheet.line(table.title, "judul", points=16)
    sheet.append([], 8)
    _body(sheet, table)
    if table.notes:
        sheet.append([], 8)
    for note in table.notes:
        sheet.line(note, "catatan")
    sheet.finish()


def _widths(table: Table) -> list[float]:
    found = []
    for i, column in enumerate(table.columns):
        longest = max((width(shown(row[i], column.sort)) for row in table.lines()), default=0)
        words = max(map(width, column.heading.split()), default=0)
        found.append(min(max(longest * 1.05, words + 3, 6) + 2, WIDEST))
    return found


def _body(sheet: Sheet, table: Table) -> None:
    headings = [sheet.text(column.heading, "kepala") for column in table.columns]
    tallest = max(lines(column.heading, room - 3) for column, room in zip(table.columns, sheet.widths, strict=True))
    sheet.append(headings, LINE * tallest + 4)
    for row in table.rows:
        sheet.append(_cells(sheet, table.columns, row, ""), _height(sheet, table.columns, row))
    if table.totals is not None:
        sheet.append(
            _cells(sheet, table.columns, table.totals, "-jumlah"), _height(sheet, table.columns, table.totals) + 3
        )


def _height(sheet: Sheet, columns: Sequence[Column], row: Sequence[object]) -> float:
    needed = (
        lines(shown(cell, column.sort), room) for cell, column, room in zip(row, columns, sheet.widths, strict=True)
    )
    return LINE * max(needed) + 2


def _cells(sheet: Sheet, columns: Sequence[Column], row: Sequence[object], after: str) -> list[Cell]:
    return [_cell(sheet, column, cell, after) for column, cell in zip(columns, row, strict=True)]


def _cell(sheet: Sheet, column: Column, cell: object, after: str) -> Cell:
    if isinstance(cell, date):
        return sheet.value(cell, f"hari{after}")
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        style = {"rate": "persen", "int": "bulat"}.get(column.sort, "angka")
        return sheet.value(cell, f"{style}{after}")
    style = {"left": "teks", "right": "teks-kanan", "center": "teks-tengah"}[column.align]
    if cell is None:
        return sheet.value(None, f"{style}{after}")
    return sheet.text(shown(cell, column.sort), f"{style}{after}")
