"""Remarks: a file that was refused, handed back with a remark beside each row that is to be mended."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from attendance.errors import Fault
from attendance.language import _
from attendance.publish import atomic
from attendance.publish.formats import FORMULA, safe
from attendance.rules.forms import REMARK, REMARKS, REMARKS_SAYS, remarked

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta

TONE, WIDTH, LINE, LONGEST, FAR = "FFD9D9", 60, 15, 32_000, 500
_DEPTH = 60


@dataclass(frozen=True, slots=True)
class Read:
    """A sheet as it was read: its rows with their numbers; cells (row, column from 0) that repeat the one above."""

    name: str
    rows: Sequence[tuple[int, Sequence[Cell]]]
    merged: frozenset[tuple[int, int]] = frozenset()
    hidden: bool = False


def copy(path: Path, target: Path, message: str, faults: Sequence[Fault]) -> bool:
    """Copy a workbook as it looks, with remarks. Formulas stand in the copy as what they gave: nothing is reckoned.

    False, and nothing written, where a part of the workbook that is not about its values cannot be read.
    """
    from openpyxl import load_workbook  # takes a while to load

    content = BytesIO(path.read_bytes())  # the library leaves a file open that it stumbles over
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a copy leaves out, such as sketches
            book = load_workbook(content, data_only=True, keep_vba=path.suffix.lower() == ".xlsm")
    except Exception:  # styles, names and drawings as other programs write them: whatever the library stumbles over
        return False
    _finish(book, target, message, faults)
    return True


def fresh(sheets: Iterable[Read], target: Path, message: str, faults: Sequence[Fault]) -> None:
    """A new workbook with the values of another file, or with nothing but the remarks where it could not be read."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(_unlike(book, sheet.name)), sheet)
    _finish(book, target, message, faults)


def _unlike(book: Workbook, name: str) -> str:
    """A name that a sheet may have."""
    plain = "".join(" " if sign in r"\/*?:[]" else sign for sign in safe(name)).strip("' ")[:31]
    return plain or f"Sheet{len(book.sheetnames) + 1}"


def _fill(sheet: Worksheet, read: Read) -> None:
    for number, cells in read.rows:
        for column, value in enumerate(cells):
            if value == "" or (number, column) in read.merged:
                continue
            _put(sheet.cell(number, column + 1), value)
    for row, column in sorted(read.merged):
        if (row - 1, column) not in read.merged:
            last = row
            while (last + 1, column) in read.merged:
                last += 1
            sheet.merge_cells(None, row - 1, column + 1, last, column + 1)
    if read.hidden:
        sheet.sheet_state = "hidden"


def _put(cell: Any, value: Cell) -> None:
    """Write a value; a text stays one, whatever sign it begins with."""
    if not isinstance(value, str):
        cell.value = value
        return
    shown = "\n".join(safe(line) for line in value.split("\n"))[:LONGEST]
    cell.value = shown
    cell.data_type, cell.number_format = "s", "@"
    cell.quotePrefix = shown.startswith(FORMULA)


def _finish(book: Workbook, target: Path, message: str, faults: Sequence[Fault]) -> None:
    """Put the remarks in, and save."""
    if REMARKS in book.sheetnames:
        del book[REMARKS]
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    only = next(iter(sheets.values())) if len(sheets) == 1 else None
    rows: dict[str, dict[int, list[str]]] = {}
    for fault in faults:
        sheet = sheets.get(fault.place.sheet or "", only if fault.place.sheet is None else None)
        if sheet is not None and fault.place.row is not None:
            rows.setdefault(sheet.title, {}).setdefault(fault.place.row, []).append(fault.message)
    for sheet in sheets.values():
        _beside(sheet, rows.get(sheet.title, {}))
    _whole(book, message, faults)
    with atomic.replacing(target) as beside:
        book.save(beside)


def _beside(sheet: Worksheet, rows: Mapping[int, Sequence[str]]) -> None:
    """The remarks of one sheet in a column of their own, in place of those of an earlier time."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter as letter

    place = _heading(sheet)
    if place is None and not rows:
        return
    row, column = place or (_head_row(sheet, min(rows)), _width(sheet) + 1)
    for number in range(row + 1, sheet.max_row + 1) if place else ():
        old = sheet.cell(number, column)
        if old.value is not None:
            old.value, old.fill = None, PatternFill()
    fill, top = PatternFill("solid", start_color=TONE), Alignment(vertical="top", wrap_text=True)
    sheet.column_dimensions[letter(column)].width = WIDTH
    if sheet.print_area:
        sheet.print_area = f"A1:{letter(column)}{sheet.max_row}"
    head = sheet.cell(row, column)
    head.value, head.font, head.fill, head.alignment = REMARK, Font(bold=True), fill, top
    for number, messages in rows.items():
        cell = sheet.cell(number, column)
        words = "; ".join(dict.fromkeys(messages))
        _put(cell, f"{REMARK}: {words}" if number == row else words)
        cell.fill, cell.alignment = fill, top
        high = sheet.row_dimensions[number]
        high.height = max(high.height or LINE, LINE * (1 + len(words) // (WIDTH - 5)))


def _heading(sheet: Worksheet) -> tuple[int, int] | None:
    """Where the column of remarks of an earlier time begins."""
    for cells in sheet.iter_rows(max_row=min(_DEPTH, sheet.max_row)):
        for cell in cells:
            if isinstance(cell.value, str) and remarked(cell.value):
                return cell.row, cell.column
    return None


def _width(sheet: Worksheet) -> int:
    """The last column that holds something, or is part of a merged cell; formats alone reach much further."""
    filled = (
        max((column for column, cell in enumerate(cells, 1) if cell is not None), default=0)
        for cells in sheet.iter_rows(values_only=True)
    )
    return max((*filled, *(merged.max_col for merged in sheet.merged_cells.ranges if merged.max_col < FAR)), default=0)


def _head_row(sheet: Worksheet, first: int) -> int:
    """The row of the headings, as it seems: the topmost of those that are fullest, above the first bad row."""
    filled = {
        number: sum(cell is not None for cell in cells)
        for number, cells in enumerate(sheet.iter_rows(max_row=max(1, min(_DEPTH, first - 1)), values_only=True), 1)
    }
    return max(filled, key=lambda number: (filled[number], -number), default=1)


def _whole(book: Workbook, message: str, faults: Sequence[Fault]) -> None:
    """The first sheet: what is wrong with the whole file, and a list of all remarks."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet = book.create_sheet(REMARKS, 0)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False
    lines = [
        _("The file was not taken in. Nothing was recorded of the rows named here."),
        *([message] if message else []),
        _("Mend the rows, save, and import this copy; this sheet and the column {column} are not read.").format(
            column=REMARK
        ),
    ]
    _put(sheet["A1"], REMARKS_SAYS)
    sheet["A1"].font = Font(bold=True, size=14)
    for number, line in enumerate(lines, 2):
        _put(sheet.cell(number, 1), line)
        sheet.merge_cells(None, number, 1, number, 3)
        sheet.cell(number, 1).alignment = Alignment(vertical="top", wrap_text=True)
        sheet.row_dimensions[number].height = 15 * (1 + len(line) // 105)
    start = len(lines) + 3
    for column, (word, width) in enumerate(((_("Sheet"), 24), (_("Row"), 8), (_("Remark"), 90)), 1):
        sheet.cell(start, column, word).font = Font(bold=True)
        sheet.column_dimensions["ABC"[column - 1]].width = width
    for number, fault in enumerate(faults, start + 1):
        _put(sheet.cell(number, 1), fault.place.sheet or "")
        sheet.cell(number, 2).value = fault.place.row
        _put(sheet.cell(number, 3), fault.message)
        sheet.cell(number, 3).alignment = Alignment(vertical="top", wrap_text=True)
