"""Where a sheet turns the page: the signature stands on one page with the name below it."""

from dataclasses import replace

import openpyxl
import pytest
from publish_values import HEAD, OFFICE, recap

from attendance.publish import recap_books, turns
from attendance.publish.tables import Column, Table

COLUMNS = (Column("name", "Nama", wide=True), Column("count", "Kali", "right", "int"))


@pytest.mark.parametrize(
    ("rows", "used"),
    [
        ([], 10),
        ([40], 50),
        ([40, 50], 100),
        ([40, 51], 61),
        ([40, 51, 39], 100),
        ([40, 51, 40], 50),
    ],
)
def test_the_last_page_holds_what_did_not_fit_before_and_the_headings_again(rows, used):
    assert turns.Page(100, (1, 1)).used([10, *rows]) == used


def test_a_wide_sheet_is_shrunk_and_holds_more():
    narrow, wide = (turns.page("A4", True, widths, (1, 1)).room for widths in ([50], [300]))
    assert wide > 2 * narrow
    assert turns.page("F4", False, [50], (1, 1)).room > turns.page("A4", False, [50], (1, 1)).room


@pytest.mark.parametrize(("points", "nearly"), [(100, True), (114.9, True), (115.1, False)])
def test_a_page_is_shrunk_by_a_seventh_at_most(points, nearly):
    assert turns.Page(100, (1, 1)).nearly(points) is nearly


@pytest.mark.parametrize(("rows", "breaks", "pages"), [(3, 0, 0), (27, 0, 1), (73, 1, 0), (90, 0, 0)])
def test_a_signature_that_would_be_torn_is_drawn_to_its_page_or_goes_to_the_next(tmp_path, rows, breaks, pages):
    table = Table("Daftar", COLUMNS, tuple((f"PEGAWAI {number}", number) for number in range(rows)))
    work = replace(recap().work, office=OFFICE, signatory=HEAD)
    recap_books.workbook({"Daftar": table}, work, tmp_path / "d.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "d.xlsx")["Daftar"]
    assert len(sheet.row_breaks.brk) == breaks
    assert (sheet.page_setup.fitToHeight or 0) == pages
