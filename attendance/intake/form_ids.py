"""What of a workbook is the program's own: the hidden id of a form, its guide, the remarks of an earlier refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from attendance.errors import Refused
from attendance.intake import containers, files, workbooks
from attendance.intake.cells import Cell, text
from attendance.intake.workbooks import Sheet
from attendance.language import _
from attendance.rules import forms, reviews
from attendance.rules.forms import FormId

_DEPTH = 60
"""In so many rows from the top the heading of the remarks is looked for."""


def seen_through(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """The sheets that an office has written: without the program's own, and without its column of remarks."""
    for sheet in sheets:
        if sheet.name == forms.HIDDEN and (sheet.hidden or _first(sheet) == forms.HIDDEN):
            continue
        if forms.own_sheet(sheet.name, _first(sheet)):
            continue
        yield _plain(sheet)


def _first(sheet: Sheet) -> str:
    cells = sheet.rows[0][1] if sheet.rows else []
    return text(cells[0]) if cells else ""


def _plain(sheet: Sheet) -> Sheet:
    """The sheet with nothing in the column of remarks."""
    heads = (
        column
        for _number, cells in sheet.rows[:_DEPTH]
        for column, cell in enumerate(cells)
        if isinstance(cell, str) and forms.remarked(text(cell))
    )
    column = next(heads, None)
    if column is None:
        return sheet
    rows = tuple((number, _without(cells, column)) for number, cells in sheet.rows)
    return replace(sheet, rows=rows)


def _without(cells: list[Cell], column: int) -> list[Cell]:
    return [*cells[:column], "", *cells[column + 1 :]] if column < len(cells) else cells


def read(path: Path) -> FormId | None:
    """The id of a form that has come back; None for what is no form of ours. Raises Refused for one that is broken."""
    content, sort = files.load(path)
    if sort is containers.Sort.TEXT or not holds(content):
        return None
    (sheet,) = workbooks.sheets(path, forms.HIDDEN)
    if sheet.rows and any(text(cell).startswith(reviews.SORT) for cell in sheet.rows[0][1][1:2]):
        raise Refused(
            _("{file}: this is a list for the notice board, and no roll; take it in with apel board confirm").format(
                file=path.name
            )
        )
    try:
        return forms.parse([tuple(text(cell) for cell in cells) for _number, cells in sheet.rows])
    except forms.Later:
        raise Refused(
            _("{file}: this form was made by a later version of apel; install that version").format(file=path.name)
        ) from None
    except (forms.Broken, ValueError):
        raise Refused(
            _(
                "{file}: the hidden part of this form was changed or is damaged, so it cannot be known whose it is;"
                " make it anew with apel roll sheet, or read it as an ordinary roll with --plain"
            ).format(file=path.name)
        ) from None


def holds(content: bytes) -> bool:
    """Whether a workbook has the hidden sheet of a form. One that cannot be opened is left to the reader of rolls."""
    from python_calamine import CalamineWorkbook

    try:
        return forms.HIDDEN in CalamineWorkbook.from_filelike(BytesIO(content)).sheet_names
    except (KeyboardInterrupt, MemoryError):
        raise  # pragma: no cover - cannot be brought about in a test
    except BaseException:  # the reader's own errors, and its panics, which are no Exception
        return False
