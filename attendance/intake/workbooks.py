"""Sheets of workbooks and of separated text, with the row numbers that the user sees."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attendance.errors import Place, Refused
from attendance.intake import containers, files, looks, spans, texts
from attendance.intake.cells import Cell, shown, text
from attendance.language import _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Row: TypeAlias = tuple[int, list[Cell]]

NAMED = 10
"""More cells than this are not named."""


class NoSheet(Refused):
    """The sheet that was asked for is not in the file."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows` hold the row number from 1 and the cells, empty text for an empty one; name None for text.

    `merged`: cells (row number, column from 0) that repeat the one above because both are merged; `wide`: by row
    number, the first and last column of cells merged sideways. `source`: where to ask for colours (xlsx only).
    """

    file: str
    name: str | None
    rows: tuple[Row, ...]
    merged: frozenset[tuple[int, int]] = frozenset()
    hidden: bool = False  # not read, unless it is asked for by name
    wide: Mapping[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    source: looks.Source | None = None

    def place(self, row: int | None = None) -> Place:
        """Where a row of this sheet is."""
        return Place(self.file, self.name, row)

    @property
    def blank(self) -> bool:
        """Nothing is written on it."""
        return not any(text(cell) for _number, cells in self.rows for cell in cells)


def sheets(path: Path, only: str | None = None) -> Iterator[Sheet]:
    """The sheets of a file in order, or the one named `only`. Raises Refused for a file that cannot be read."""
    content, sort = files.load(path)
    if sort is containers.Sort.TEXT:
        if only is not None:
            raise NoSheet(_("{file} is a text file and has no sheets; leave out --sheet").format(file=path.name))
        yield Sheet(path.name, None, _separated(path.name, content))
        return
    sources = looks.sources(content) if sort is containers.Sort.XLSX else {}
    areas = spans.merged(content) if sort is containers.Sort.ODS else {}
    for sheet in _calamine(path.name, content, only, areas):
        source = None if sheet.hidden else sources.get(sheet.name or "")
        _computed(sheet, source)
        yield replace(sheet, source=source)


def _computed(sheet: Sheet, source: looks.Source | None) -> None:
    """Refuse formulas that no program has computed: they would be read as empty cells."""
    if source is not None and (empty := source.uncounted()):
        named = ", ".join(empty[:NAMED]) + (", …" if len(empty) > NAMED else "")
        message = _(
            "{file}: formulas that were never computed would be read as empty cells: sheet {sheet}, {cells};"
            " open the file in Excel or LibreOffice, save it, and take that"
        )
        raise Refused(message.format(file=sheet.file, sheet=shown(sheet.name or ""), cells=named))


def _separated(file: str, content: bytes) -> tuple[Row, ...]:
    try:
        return tuple(enumerate((list[Cell](record) for record in texts.rows(texts.decode(content))), 1))
    except csv.Error:
        raise containers.damaged(file) from None


def _calamine(
    file: str, content: bytes, only: str | None, areas: Mapping[str, Sequence[spans.Area]]
) -> Iterator[Sheet]:
    """Sheets of a workbook; whatever the reader stumbles over is one sentence. `areas`: merged, where it tells none."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        names = [meta.name for meta in book.sheets_metadata if meta.typ is SheetTypeEnum.WorkSheet]
        wanted = names if only is None else [name for name in names if text(name).upper() == text(only).upper()]
        shown_ = {meta.name for meta in book.sheets_metadata if meta.visible is SheetVisibleEnum.Visible}
        read = [
            _sheet(file, name, book.get_sheet_by_name(name), areas.get(name, ()))
            if only is not None or name in shown_
            else Sheet(file, name, (), hidden=True)
            for name in wanted
        ]
    except (KeyboardInterrupt, MemoryError):
        raise  # pragma: no cover - cannot be brought about in a test
    except BaseException:  # the reader's own errors, and its panics, which are no Exception
        raise containers.damaged(file) from None
    if only is not None and not read:
        raise NoSheet(
            _("{file} has no sheet {sheet}; its sheets are {names}").format(
                file=file, sheet=shown(only), names=", ".join(map(shown, names))
            )
        )
    yield from read


def _sheet(file: str, name: str, sheet: CalamineSheet, areas: Sequence[spans.Area]) -> Sheet:
    """All rows from the first of the sheet on; cells merged downwards in one column stand in each of their rows."""
    rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
    merged = set()
    wide: dict[int, tuple[tuple[int, int], ...]] = {}
    for (top, left), (lowest, right) in sheet.merged_cell_ranges or areas:
        bottom = min(lowest, len(rows) - 1)
        if top < bottom and left < len(rows[top]):
            for row in range(top + 1, bottom + 1):
                rows[row][left] = rows[top][left]
                merged.add((row + 1, left))
        if left < right:
            for row in range(top, bottom + 1):
                wide[row + 1] = (*wide.get(row + 1, ()), (left, right))
    return Sheet(file, name, tuple(enumerate(rows, 1)), frozenset(merged), wide=wide)
