"""Sheets: a workbook written row by row in flat memory, on paper that prints as it looks.

Loads openpyxl: to be imported inside functions only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, NamedStyle
from openpyxl.utils import get_column_letter as letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from attendance.publish import signatures, styles
from attendance.publish.formats import FORMULA, plain_day, safe
from attendance.publish.light import Cell, Rows
from attendance.publish.turns import page
from attendance.rules.offices import Office, Signatory

PAPERS = {"A4": 9, "F4": 14, "F4-210": 14}
"""Excel's numbers of paper; F4 is what its list calls Folio (216 x 330 mm)."""

MEASURES = {"F4-210": ("210mm", "330mm")}
"""Paper that Excel's list does not have."""

LINE = 13.5
"""Height of one line of a table in points."""


class Book:
    """A workbook to be filled sheet by sheet, and saved at the end."""

    def __init__(self, title: str, more: Iterable[NamedStyle] = ()) -> None:
        self._book = Workbook(write_only=True)
        # Widths of columns are reckoned in the first font of a workbook.
        fonts = IndexedList([Font(name=styles.FACE, sz=10, family=2)])
        self._book._fonts = fonts  # type: ignore[attr-defined]
        for style in (*styles.named(), *more):
            self._book.add_named_style(style)
        self._book.properties.title = safe(title)
        self._book.properties.creator = "apel"
        self._book.calculation.fullCalcOnLoad = True
        self._styles: dict[tuple[str, bool], int] = {}

    def sheet(self, name: str, widths: Sequence[float]) -> Sheet:
        """A new sheet at the end, its columns as wide as said (in characters)."""
        return Sheet(Rows(self._book, name), widths, self._style)

    def _style(self, name: str, quoted: bool) -> int:
        """The number of one of our styles in this workbook; `quoted`: what begins as a formula is a text."""
        if (name, quoted) not in self._styles:
            cell = WriteOnlyCell(self._book.worksheets[0])
            cell.style = f"apel {name}"
            cell.quotePrefix = quoted
            self._styles[name, quoted] = cell.style_id
        return self._styles[name, quoted]

    def tag(self, mark: str) -> None:
        """A mark by which the workbook is known again, among its properties."""
        self._book.properties.keywords = safe(mark)

    def save(self, path: Path) -> None:
        """Put the workbook at a path; better beside the one that it is for, see `atomic`."""
        self._book.save(path)


class Sheet:
    """A sheet that grows by rows; `row` is the number of the last one written."""

    def __init__(self, sheet: Rows, widths: Sequence[float], style: Callable[[str, bool], int]) -> None:
        # A write-only sheet has all parts of a sheet but its cells; the stubs do not know.
        self.raw = raw = cast(Worksheet, sheet)
        self.widths = widths
        self.row = 0
        self._heights: list[float] = []
        self._page = page("A4", False, widths, (1, 1))
        self._style = style
        self._kept: dict[tuple[str, str | None], Cell] = {}
        for number, room in enumerate(widths, 1):
            raw.column_dimensions[letter(number)].width = room

    def text(self, value: str, style: str) -> Cell:
        """A text that stays one, whatever sign it begins with. Line breaks of `value` are kept."""
        shown = "\n".join(map(safe, value.split("\n"))) if "\n" in value else safe(value)
        if not shown:  # an empty text is an empty cell
            return Cell(None, "n", self._style(style, False))
        return Cell(shown, "s", self._style(style, shown.startswith(FORMULA)))

    def value(self, value: float | date | None, style: str) -> Cell:
        """A number, a day, or an empty cell that has its borders."""
        return Cell(value, "n", self._style(style, False))

    def formula(self, text: str, style: str) -> Cell:
        """A formula of our own, without the `=`."""
        return Cell(f"={text}", "f", self._style(style, False))

    def kept(self, value: str | None, style: str) -> Cell:
        """A cell that is the same in thousands of places: made once."""
        key = (style, value)
        if key not in self._kept:
            self._kept[key] = self.value(None, style) if value is None else self.text(value, style)
        return self._kept[key]

    def link(self, value: str, style: str, sheet: str) -> Cell:
        """A text that leads to the top of another sheet."""
        cell = self.text(value, style)
        cell.leads_to = Hyperlink(ref="", location=f"{quoted(sheet)}!A1", display=value)
        return cell

    def append(self, cells: Sequence[Cell | None], height: float | None = None) -> int:
        """One row; the number it has got."""
        self.row += 1
        self._heights.append(LINE if height is None else height)
        if height is not None:
            self.raw.row_dimensions[self.row].height = height
        self.raw.append(list(cells))
        return self.row

    def line(self, text: str, style: str, *, first: int = 1, last: int | None = None, points: float = LINE) -> None:
        """A text over the columns `first` to `last` (None: all), as high as its lines need."""
        last = last or len(self.widths)
        blank = self.kept(None, style)
        self.append(
            [*[None] * (first - 1), self.text(text, style), *[blank] * (last - first)],
            points * lines(text, sum(self.widths[first - 1 : last]) * LINE / points),
        )
        self.merge(self.row, first, self.row, last)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Make one cell of several; their borders have to be written cell by cell."""
        if (top, left) != (bottom, right):
            self.raw.merged_cells.add(f"{letter(left)}{top}:{letter(right)}{bottom}")

    def letterhead(self, office: Office) -> None:
        """The kop: the government over its agency, the address, a double rule, a blank line."""
        if office.agency:
            self.line(office.name, "kop", points=15)
        self.line(office.agency or office.name, "kop-besar", points=19)
        *others, last = office.address or ("",)
        for address in others:
            self.line(address, "kop-alamat", points=12)
        self.line(last, "kop-garis", points=12)
        self.append([], 8)

    def print_on(
        self, paper: str, *, landscape: bool, headings: tuple[int, int], columns: int, footer: str, legend: str = ""
    ) -> None:
        """One page wide; each has the rows of `headings`, the first `columns` columns, footer, legend, number."""
        sheet = self.raw
        sheet.page_setup.orientation = "landscape" if landscape else "portrait"
        sheet.page_setup.paperSize = PAPERS[paper]
        self._page = page(paper, landscape, self.widths, headings)
        if paper in MEASURES:
            sheet.page_setup.paperWidth, sheet.page_setup.paperHeight = MEASURES[paper]
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_options.horizontalCentered = True
        for side in ("left", "right", "top"):
            setattr(sheet.page_margins, side, 0.4)
        sheet.page_margins.bottom, sheet.page_margins.footer = 0.7, 0.35
        sheet.print_title_rows = f"{headings[0]}:{headings[1]}"
        if columns:
            sheet.print_title_cols = f"A:{letter(columns)}"
        for place, text in (("left", footer), ("right", "Halaman &P dari &N")):
            part = getattr(sheet.oddFooter, place)
            part.text, part.size, part.font = text, 8, f"{styles.FACE},Regular"
        if legend:
            sheet.page_margins.top, sheet.page_margins.header = 0.55, 0.25
            head = cast(Any, sheet.oddHeader).center
            head.text, head.size, head.font = legend.replace("&", "&&"), 7, f"{styles.FACE},Regular"

    def together(self, points: float, *, last: bool = False) -> None:
        """Turn the page where what comes next, so many points high, would be torn.

        What comes `last` is kept on the only page, a little smaller, where it lacks little: a signature alone on a
        page is none of its letter.
        """
        if self._page.used(self._heights) + points <= self._page.room:
            return
        if last and self._page.nearly(sum(self._heights) + points):
            self.raw.page_setup.fitToHeight = 1
        else:
            self.raw.row_breaks.append(Break(id=self.row))

    def finish(self) -> None:
        """Print what has been written, and nothing else."""
        self.raw.print_area = f"A1:{letter(len(self.widths))}{self.row}"


SIGNATURE = 46
"""The signature block takes the last columns that are together at least so many characters wide."""


def signed(sheet: Sheet, office: Office, made: date, signatory: Signatory | None) -> None:
    """Place and date, capacity and position, room for the hand, name, rank, NIP: at the right."""
    above, below = signatures.above(signatory), signatures.below(signatory)
    sheet.together(15 * (len(above) + len(below) + 2) + 3 * 16, last=True)
    first = _right(sheet)
    place = safe(office.place) or "." * 12
    for text in (f"{place}, {plain_day(made)}", *above):
        sheet.line(text, "ttd", first=first, points=15)
    for _ in range(3):
        sheet.append([], 16)
    sheet.line(signatures.name(signatory), "ttd-nama" if signatory else "ttd", first=first, points=15)
    for text in below:
        sheet.line(text, "ttd", first=first, points=15)


def _right(sheet: Sheet) -> int:
    """The first column of the signature block."""
    first, room = len(sheet.widths), 0.0
    while room < SIGNATURE and first > 0:
        room += sheet.widths[first - 1]
        first -= 1
    return first + 1


def letterhead_rows(office: Office) -> int:
    """How many rows the letterhead takes: what is frozen and filtered has to be known before the first is written."""
    return (2 if office.agency else 1) + max(1, len(office.address)) + 1


def lines(text: str, room: float) -> int:
    """How many lines a text needs in a column of so many characters, on the safe side: capitals are wide."""
    return sum(max(1, ceil(breadth(part) / max(room - 2, 1))) for part in text.split("\n"))


def breadth(text: str) -> float:
    """How wide a text is, in characters of a column: capitals are wide."""
    return sum(1.2 if sign.isupper() else 0.9 for sign in text)


def quoted(sheet: str) -> str:
    """A sheet's name as formulas write it."""
    return "'" + sheet.replace("'", "''") + "'"
