"""Lists: a table as a workbook of one sheet that can be filtered, computed with and printed.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl.utils import get_column_letter as letter

from attendance.publish import atomic
from attendance.publish.formats import width
from attendance.publish.light import Cell
from attendance.publish.mastheads import PROVISIONAL
from attendance.publish.paperwork import Paperwork
from attendance.publish.sheets import LINE, Book, Sheet, breadth, letterhead_rows, lines, quoted, signed
from attendance.publish.tables import Column, Table, shown
from attendance.rules.offices import Office

WIDEST = 50
NIP = 19
"""Digits are wider than most letters: so wide is a NIP."""
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
            write(book, name, table, office)
        book.save(beside)


@dataclass(frozen=True, slots=True)
class Laid:
    """Where a table lies: its sheet, the first and the last of its rows, and the column of each key."""

    sheet: str
    first: int
    last: int
    columns: Mapping[str, int]

    def cells(self, key: str) -> str:
        """The cells of a column, as formulas and charts name them."""
        column = letter(self.columns[key])
        return f"{quoted(self.sheet)}!${column}${self.first}:${column}${max(self.first, self.last)}"


def write(
    book: Book, name: str, table: Table, office: Office | None, work: Paperwork | None = None, sign: bool = True
) -> Laid:
    """One table on a sheet; with paperwork on its paper, with legend and foot on each page, and signed if wanted."""
    widths = _widths(table)
    sheet = book.sheet(name, widths)
    first = (letterhead_rows(office) if office else 0) + 3 + bool(work and work.silent)
    top = first + table.numbered
    laid = Laid(name, top + 1, top + len(table.rows), {one.key: at for at, one in enumerate(table.columns, 1)})
    sheet.raw.freeze_panes = f"A{top + 1}"
    sheet.raw.auto_filter.ref = f"A{top}:{letter(len(widths))}{top + len(table.rows)}"
    paper, foot, legend = (work.paper, work.foot, work.legend) if work else ("A4", "", "")
    sheet.print_on(
        paper, landscape=sum(widths) > PORTRAIT, headings=(first, top), columns=0, footer=foot, legend=legend
    )
    if office is not None:
        sheet.letterhead(office)
    sheet.line(table.title, "judul", points=16)
    if work and work.silent:
        sheet.line(PROVISIONAL, "judul", points=16)
    sheet.append([], 8)
    _body(sheet, table, laid)
    if table.notes:
        sheet.append([], 8)
    for note in table.notes:
        sheet.line(note, "catatan")
    if work is not None and sign:
        sheet.append([], 8)
        signed(sheet, work.office, work.made, work.signatory)
    sheet.finish()
    return laid


def _widths(table: Table) -> list[float]:
    found = []
    for i, column in enumerate(table.columns):
        longest = max((breadth(shown(row[i], column.sort)) for row in table.lines()), default=0)
        longest = max(longest, NIP if column.sort == "nip" else 0)
        words = max(map(width, column.heading.split()), default=0)
        found.append(min(max(longest, words + 3, 6) + 3, WIDEST))
    return found


def _body(sheet: Sheet, table: Table, laid: Laid) -> None:
    headings = [sheet.text(column.heading, "kepala") for column in table.columns]
    tallest = max(lines(column.heading, room - 3) for column, room in zip(table.columns, sheet.widths, strict=True))
    sheet.append(headings, LINE * tallest + 4)
    if table.numbered:
        sheet.append([sheet.text(str(number), "kepala") for number in range(1, len(headings) + 1)], LINE + 2)
    for row in table.rows:
        sheet.append(_cells(sheet, table.columns, row, laid), _height(sheet, table.columns, row))
    if table.totals is not None:
        cells = _cells(sheet, table.columns, table.totals, laid, "-jumlah")
        for at, column in enumerate(table.columns):
            if column.summed:
                cells[at] = sheet.formula(_summed(letter(at + 1), laid), f"{STYLES.get(column.sort, 'angka')}-jumlah")
        sheet.append(cells, _height(sheet, table.columns, table.totals) + 3)


def _summed(column: str, laid: Laid) -> str:
    return f"SUM({column}{laid.first}:{column}{laid.last})" if laid.last >= laid.first else "0"


def _height(sheet: Sheet, columns: Sequence[Column], row: Sequence[object]) -> float:
    needed = (
        lines(shown(cell, column.sort), room) for cell, column, room in zip(row, columns, sheet.widths, strict=True)
    )
    return LINE * max(needed) + 2


STYLES = {"rate": "persen", "int": "bulat", "points": "poin", "steps": "langkah", "percent": "potongan"}
"""How figures of a sort look."""


def _cells(sheet: Sheet, columns: Sequence[Column], row: Sequence[object], laid: Laid, after: str = "") -> list[Cell]:
    number = sheet.row + 1
    places = {key: f"{letter(column)}{number}" for key, column in laid.columns.items()}
    return [
        sheet.formula(column.formula.format(**places), f"{STYLES.get(column.sort, 'angka')}{after}")
        if column.formula and not isinstance(cell, str)
        else _cell(sheet, column, cell, after)
        for column, cell in zip(columns, row, strict=True)
    ]


def _cell(sheet: Sheet, column: Column, cell: object, after: str) -> Cell:
    if isinstance(cell, date):
        return sheet.value(cell, f"hari{after}")
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return sheet.value(cell, f"{STYLES.get(column.sort, 'angka')}{after}")
    style = {"left": "teks", "right": "teks-kanan", "center": "teks-tengah"}[column.align]
    if cell is None:
        return sheet.value(None, f"{style}{after}")
    return sheet.text(shown(cell, column.sort), f"{style}{after}")
