"""What is wrong with a whole file stands on the first sheet; a name of a sheet is made to fit."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from attendance.errors import Fault, Place
from attendance.publish import remarks
from attendance.publish.remarks import Read


def test_a_fault_without_a_row_stands_in_the_list_alone(tmp_path: Path) -> None:
    faults = [Fault(Place("a.csv"), "tanpa tanggal"), Fault(Place("a.csv", "lain", 2), "di lembar lain")]
    remarks.fresh([Read("a", [(1, ["NIP", "NAMA"]), (2, [True, 7.5])])], tmp_path / "a.xlsx", "", faults)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book["a"].max_column == 2 and [cell.value for cell in book["a"][2]] == [True, 7.5]
    told = [[cell.value for cell in row] for row in book["Catatan apel"].iter_rows(min_row=6)]
    assert told == [[None, None, "tanpa tanggal"], ["lain", 2, "di lembar lain"]]


def test_a_sheet_has_a_name_that_it_may_have(tmp_path: Path) -> None:
    sheet = Read("[1/2]:" + "x" * 40, [(1, ["1985", "ANI"])])
    nameless = Read("[]", [(1, ["x"])])
    remarks.fresh([sheet, nameless], tmp_path / "a.xlsx", "", [])
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Catatan apel", "1 2  " + "x" * 26, "Sheet2"]
