"""Light cells: what a sheet that is only written needs of a cell, without what openpyxl keeps for editing it.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl.utils import get_column_letter as letter
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.hyperlink import Hyperlink


class Cell:
    """A value with the number of its style; openpyxl's writer asks for these names and no others.

    Its place is known when it is written, so that one cell may stand in thousands of places.
    """

    __slots__ = ("_value", "column", "data_type", "leads_to", "row", "style_id")
    has_style = True
    hyperlink = _comment = None  # a link is handed to the sheet instead

    def __init__(self, value: str | float | date | None, data_type: str, style_id: int) -> None:
        self._value = to_excel(value) if isinstance(value, date) else value  # type: ignore[no-untyped-call]
        self.data_type = data_type
        self.style_id = style_id
        self.leads_to: Hyperlink | None = None
        self.row = self.column = 0

    @property
    def coordinate(self) -> str:
        """Where it stands: B7."""
        return f"{letter(self.column)}{self.row}"


class Rows(WriteOnlyWorksheet):
    """A sheet to which rows of light cells are written; openpyxl would first try each of them as a value."""

    def __init__(self, book: Workbook, name: str) -> None:
        super().__init__(book, name)
        book._add_sheet(self)  # type: ignore[attr-defined]

    def _values_to_row(self, values: Sequence[Cell | None], row_idx: int) -> Iterator[Cell]:
        for column, cell in enumerate(values, 1):
            if cell is not None:
                cell.row, cell.column = row_idx, column
                if cell.leads_to is not None:
                    cell.leads_to.ref = cell.coordinate
                    self._hyperlinks.append(cell.leads_to)  # type: ignore[attr-defined]
                yield cell
