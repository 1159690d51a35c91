"""Lists: a table as a workbook of one sheet that can be filtered, computed with and printed.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter as letter

from attendance.publish.formats import width
from attendance.publish.sheets import LINE, Book, Sheet, letterhead_rows, lines
from attendance.publish.tables import Column, Table, shown
from attendance.rules.offices import Office

WIDEST = 50
PORTRAIT = 110
"""More characters than this in a row are printed on landscape paper."""


def workbook(table: Table, path: Path, office: Office | None = None) -> None:
    """Write the table: letterhead (where there is an office), title, headings with a filter, rows, totals, notes."""
    widths = _widths(table)
    book = Book(table.title)
    sheet = book.sheet("Daftar", widths)
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
    book.save(path)


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
    texts = {"left": "teks", "right": "teks-kanan", "center": "teks-tengah"}
    match cell:
        case None:
            return sheet.value(None, texts[column.align] + after)
        case bool() | tuple() | str():
            return sheet.text(shown(cell, column.sort), texts[column.align] + after)
        case date():
            return sheet.value(cell, f"hari{after}")
        case int() | float() if column.sort == "rate":
            return sheet.value(cell, f"persen{after}")
        case int() if column.sort == "int":
            return sheet.value(cell, f"bulat{after}")
        case int() | float():
            return sheet.value(cell, f"angka{after}")
    raise TypeError(f"a table cannot hold {cell!r}")
