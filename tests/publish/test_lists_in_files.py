"""Lists written to files: for Excel, for programs."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from publish_values import OFFICE

from attendance.errors import Refused
from attendance.publish import files, sheets
from attendance.publish.tables import Column, Table

COLUMNS = (
    Column("nip", "NIP", sort="nip"),
    Column("name", "Nama", wide=True),
    Column("absent", "Tanpa keterangan", "right", "int"),
    Column("rate", "%", "right", "rate"),
    Column("since", "Sejak", "center", "date"),
    Column("dates", "Tanggal"),
    Column("active", "Aktif", "center"),
    Column("year", "Tahun", "right"),
)
BUDI = ("198001012005011001", "BUDI", 4, 1 / 3, date(2019, 3, 4), (date(2019, 3, 5), "TK"), True, 2019)
ANI = ("198001012005012002", "=1+1", None, None, None, (), False, 0.125)
TABLE = Table("Daftar", COLUMNS, (BUDI, ANI), ("Catatan.",), (None, "Jumlah", 4, 0.5, None, None, None, None))


def sheet_of(path):
    return openpyxl.load_workbook(path).active


def cells(row):
    return [cell.value for cell in row]


def test_csv_opens_in_an_indonesian_excel(tmp_path):
    files.write(TABLE, tmp_path / "daftar.csv")
    raw = (tmp_path / "daftar.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";")) == [
        ["NIP", "Nama", "Tanpa keterangan", "%", "Sejak", "Tanggal", "Aktif", "Tahun"],
        ["198001012005011001", "BUDI", "4", "0,3333", "2019-03-04", "2019-03-05, TK", "ya", "2019"],
        ["198001012005012002", "'=1+1", "", "", "", "", "tidak", "0,125"],
    ]


@pytest.mark.parametrize("name", ["=1+1", "+62", "-1", "@SUM(A1)"])
def test_what_could_be_a_formula_gets_an_apostrophe_in_csv(name):
    assert files.to_csv(Table("", (Column("a", "Nama"),), ((name,),))) == f"Nama\r\n'{name}\r\n"


def test_control_characters_are_shown_in_csv():
    table = Table("", (Column("a", "Nama"),), (("\x1b[2J\tx",),))
    assert files.to_csv(table) == "Nama\r\n\\x1b[2J\\tx\r\n"


def test_json_is_a_list_of_objects(tmp_path):
    files.write(TABLE, tmp_path / "daftar.JSON")
    assert json.loads((tmp_path / "daftar.JSON").read_text(encoding="utf-8")) == [
        {
            "nip": "198001012005011001",
            "name": "BUDI",
            "absent": 4,
            "rate": 0.3333,
            "since": "2019-03-04",
            "dates": ["2019-03-05", "TK"],
            "active": True,
            "year": 2019,
        },
        {
            "nip": "198001012005012002",
            "name": "=1+1",
            "absent": None,
            "rate": None,
            "since": None,
            "dates": [],
            "active": False,
            "year": 0.125,
        },
    ]


def test_json_cannot_steer_a_terminal_and_loses_nothing():
    name = "a\x1bb\x9bc\u202ed é"
    text = files.to_json(Table("", (Column("a", "A"),), ((name,),)))
    assert "é" in text
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)
    assert json.loads(text) == [{"a": name}]


def test_a_workbook_keeps_numbers_as_numbers_and_the_rest_as_text(tmp_path):
    files.write(TABLE, tmp_path / "daftar.xlsx")
    sheet = sheet_of(tmp_path / "daftar.xlsx")
    assert sheet["A1"].value == "Daftar"
    assert cells(sheet[3]) == ["NIP", "Nama", "Tanpa keterangan", "%", "Sejak", "Tanggal", "Aktif", "Tahun"]
    assert [cell.data_type for cell in sheet[4]] == ["s", "s", "n", "n", "d", "s", "s", "n"]
    assert [cell.number_format for cell in sheet[4]][:5] == [
        "@",
        "@",
        "[$-421]#,##0",
        '[$-421]0.0" "%',
        "[$-421]d mmm yyyy",
    ]
    assert cells(sheet[4])[:4] == ["198001012005011001", "BUDI", 4, pytest.approx(1 / 3)]
    assert cells(sheet[4])[5:] == ["5 Mar 2019, TK", "ya", 2019]
    assert cells(sheet[6])[:4] == [None, "Jumlah", 4, 0.5]
    assert sheet["A8"].value == "Catatan."


@pytest.mark.parametrize("name", ["=1+1", "+62", "-1", "@SUM(A1)"])
def test_a_name_is_never_a_formula_in_a_workbook(tmp_path, name):
    files.write(Table("=1", (Column("a", "=2"),), ((name,),), ("=3",)), tmp_path / "a.xlsx")
    sheet = sheet_of(tmp_path / "a.xlsx")
    assert [sheet[at].value for at in ("A1", "A3", "A4", "A6")] == ["=1", "=2", name, "=3"]
    assert {sheet[at].data_type for at in ("A1", "A3", "A4", "A6")} == {"s"}
    assert sheet["A4"].quotePrefix


def test_the_workbook_is_ready_to_filter_and_to_print(tmp_path):
    files.write(TABLE, tmp_path / "daftar.xlsx", office=OFFICE)
    sheet = sheet_of(tmp_path / "daftar.xlsx")
    assert [sheet.cell(row, 1).value for row in range(1, 5)] == [OFFICE.name, OFFICE.agency, *OFFICE.address]
    assert sheet["A8"].value == "NIP"
    assert sheet.freeze_panes == "A9"
    assert sheet.auto_filter.ref == "A8:H10"
    assert sheet.print_title_rows == "$8:$8"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.oddFooter.right.text == "Halaman &P dari &N"
    assert sheet.print_area == "'Daftar'!$A$1:$H$13"


def test_an_office_of_one_line_heads_the_sheet(tmp_path):
    files.write(
        replace(TABLE, rows=(), notes=(), totals=None),
        tmp_path / "a.xlsx",
        office=replace(OFFICE, agency="", address=()),
    )
    sheet = sheet_of(tmp_path / "a.xlsx")
    assert sheet["A1"].value == OFFICE.name
    assert sheet["A6"].value == "NIP"
    assert sheet.max_row == 6


def test_a_wide_list_is_printed_on_its_side(tmp_path):
    columns = tuple(Column(str(i), "Nama") for i in range(3))
    files.write(Table("", columns, (("x" * 70,) * 3,)), tmp_path / "a.xlsx")
    sheet = sheet_of(tmp_path / "a.xlsx")
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.row_dimensions[4].height == pytest.approx(2 * sheets.LINE + 2)


def test_a_cell_of_no_known_kind_is_a_mistake_of_ours(tmp_path):
    with pytest.raises(TypeError, match="cannot hold"):
        files.write(Table("", (Column("a", "A"),), ((b"x",),)), tmp_path / "a.xlsx")


def test_an_unknown_ending_names_the_known_ones(tmp_path):
    with pytest.raises(Refused, match=r"daftar\.pdf: lists are written as \.csv, \.json, \.xlsx"):
        files.write(TABLE, tmp_path / "daftar.pdf")
