"""Rolls in workbooks: merged cells, colours, comments, hidden rows, formulas."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from attendance.errors import Refused
from attendance.intake import letters, looks, rolls
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

A, B, C, D = (f"19800101200501100{n}" for n in range(1, 5))
MONTH = ["DAFTAR HADIR APEL PAGI MARET 2019"]
Make = Callable[..., Path]


@pytest.fixture
def sheet(tmp_path: Path) -> Make:
    """A workbook of one sheet from rows of cells, after `touch` has changed it."""

    def make(rows: Sequence[Sequence[Any]], touch: Callable[[Worksheet], Any] = lambda page: None) -> Path:
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        for row in rows:
            page.append(list(row))
        touch(page)
        book.save(tmp_path / "roll.xlsx")
        return tmp_path / "roll.xlsx"

    return make


def merged(*areas: str) -> Callable[[Worksheet], None]:
    return lambda page: [page.merge_cells(area) for area in areas] and None


def filled(*cells: str) -> Callable[[Worksheet], None]:
    def touch(page: Worksheet) -> None:
        for cell in cells:
            page[cell].fill = PatternFill("solid", start_color="FF0000")

    return touch


def days(reading) -> list[tuple[str, int, Code]]:
    return [(m.nip[-1], m.day.day, m.code) for m in reading.rows]


def test_a_code_merged_over_several_days_holds_for_each(sheet) -> None:
    rows = [MONTH, ["NO", "NAMA", "NIP", 4, 5, 6], [1, "SATU", A, "C", None, None], [2, "DUA", B, "DL", None, "H"]]
    rows += [[3, "TIGA", C, "H", "S", None], [4, "EMPAT", D, "H", None, None]]
    reading = rolls.read(sheet(rows, merged("A1:F1", "D3:F3", "D4:E4", "E5:F6")))
    assert days(reading) == [
        *(("1", 4, Code.C), ("1", 5, Code.C), ("1", 6, Code.C)),
        *(("2", 4, Code.DL), ("2", 5, Code.DL), ("2", 6, Code.H)),
        *(("3", 4, Code.H), ("3", 5, Code.S), ("3", 6, Code.S)),
        *(("4", 4, Code.H), ("4", 5, Code.S), ("4", 6, Code.S)),
    ]


def test_a_holiday_that_runs_down_its_column(sheet) -> None:
    rows = [MONTH, ["NO", "NAMA", "NIP", 4, 7], [1, "SATU", A, "H", "HARI RAYA NYEPI"], [2, "DUA", B, "H", None]]
    rows += [[3, "TIGA", C, "TK", None]]
    reading = rolls.read(sheet(rows, merged("E3:E5")))
    assert days(reading) == [("1", 4, Code.H), ("2", 4, Code.H), ("3", 4, Code.TK)]
    assert [w.message for w in reading.warnings] == [
        '"HARI RAYA NYEPI" runs down the column under "7": taken as not held'
    ]


def test_a_day_off_letter_by_letter(text) -> None:
    rows = "".join(f"{nip};H;{letter}\n" for nip, letter in zip((A, B, C, D, A[:-1] + "5"), "LIBUR", strict=True))
    reading = rolls.read(text("APEL MARET 2019\nNIP;4;7\n" + rows))
    assert (len(reading.rows), reading.refused) == (5, ())
    assert '"L" runs down the column' in reading.warnings[0].message


def test_two_lines_under_one_name(sheet) -> None:
    rows = [MONTH, ["NO", "NAMA", "NIP", "APEL", 4, 5], [1, "SATU", A, "PAGI", "H", "S"]]
    rows += [
        [None, None, None, "SORE", "TK", "S"],
        [2, "DUA", B, "PAGI", "H", "H"],
        [None, None, None, "SORE", "H", "H"],
    ]
    expected = [
        *(("1", Kind.APEL_PAGI, 4, Code.H), ("1", Kind.APEL_PAGI, 5, Code.S)),
        *(("1", Kind.APEL_SORE, 4, Code.TK), ("1", Kind.APEL_SORE, 5, Code.S)),
        *(("2", Kind.APEL_PAGI, 4, Code.H), ("2", Kind.APEL_PAGI, 5, Code.H)),
        *(("2", Kind.APEL_SORE, 4, Code.H), ("2", Kind.APEL_SORE, 5, Code.H)),
    ]
    for areas in ((), ("A3:A4", "B3:B4", "C3:C4", "A5:A6", "B5:B6", "C5:C6")):
        reading = rolls.read(sheet(rows, merged(*areas)))
        assert [(m.nip[-1], m.kind, m.day.day, m.code) for m in reading.rows] == expected


def test_a_second_line_without_a_kind_is_refused_where_it_says_something_else(sheet) -> None:
    rows = [MONTH, ["NO", "NAMA", "NIP", 4, 5], [1, "SATU", A, "H", "H"], [None, None, None, "TK", None]]
    reading = rolls.read(sheet(rows, merged("B3:B4", "C3:C4")))
    assert days(reading) == [("1", 5, Code.H)]
    assert [f.place.row for f in reading.refused] == [3, 4]
    reading = rolls.read(sheet(rows))
    assert [(f.place.row, f.message) for f in reading.refused] == [
        (4, '"TK" stand in a row that names nobody; write the name and NIP into it, or delete it')
    ]


def test_a_second_line_of_a_list(sheet) -> None:
    rows = [["NAMA", "NIP", "TANGGAL", "JENIS", "KODE"], ["SATU", A, "2019-03-04", "Apel Pagi", "H"]]
    rows += [[None, None, "2019-03-04", "Apel Sore", "S"], [None, None, None, None, None], ["DUA", B, None, None, None]]
    reading = rolls.read(sheet(rows, merged("A2:A4", "B2:B4")), kind=Kind.SENAM)
    assert [(m.nip[-1], m.kind, m.code) for m in reading.rows] == [
        ("1", Kind.APEL_PAGI, Code.H),
        ("1", Kind.APEL_SORE, Code.S),
    ]
    assert [f.place.row for f in reading.refused] == [5]


def test_blank_cells_with_a_colour_of_their_own_are_asked_about(sheet) -> None:
    rows = [MONTH, ["NO", "NAMA", "NIP", 4, 5, 6, 9], [1, "SATU", A, "H", None, "H"], [2, "DUA", B, "H", "H", "H"]]
    rows += [[3, "TIGA", C, "H", "H", None]]
    weekend = ("G3", "G4", "G5")
    path = sheet(rows, filled("E3", *weekend))
    with pytest.raises(Refused, match=r"blank cells have a colour of their own: 1 \(E3\); colours are not read"):
        rolls.read(path, blank="tk")
    reading = rolls.read(path, blank="lewati")
    assert [w.message.split(":")[0] for w in reading.warnings] == [
        'nothing is written under "9", a weekend',
        "blank cells have a colour of their own",
    ]
    assert len(rolls.read(sheet(rows, filled("A1", "B3", *weekend)), blank="tk").rows) == 9
    banded = filled("D3", "E3", "F3", "G3", "D5", "E5", "F5", "G5")
    assert len(rolls.read(sheet(rows, banded), blank="tk").rows) == 9


def test_a_comment_on_a_blank_cell_is_asked_about(sheet) -> None:
    def touch(page: Worksheet) -> None:
        page["E3"].comment = Comment("Sakit", "umpeg")
        page["D3"].comment = Comment("terlambat?", "umpeg")

    rows = [MONTH, ["NO", "NAMA", "NIP", 4, 5], [1, "SATU", A, "H", None]]
    with pytest.raises(Refused, match=r"blank cells have a comment: 1 \(E3\)"):
        rolls.read(sheet(rows, touch), blank="hadir")
    assert len(rolls.read(sheet([*rows[:2], [1, "SATU", A, "H", "H"]], touch), blank="hadir").rows) == 2
    (source,) = looks.sources(sheet(rows, touch).read_bytes()).values()
    assert source.comments() == {(3, 4): "Sakit", (3, 3): "terlambat?"}


def test_what_is_hidden_is_read_and_said(sheet) -> None:
    def touch(page: Worksheet) -> None:
        page.row_dimensions[3].hidden = True
        page.column_dimensions["E"].hidden = True

    rows = [MONTH, ["NO", "NAMA", "NIP", 4, 5], [1, "SATU", A, "H", "H"], [2, "DUA", B, "H", "H"]]
    reading = rolls.read(sheet(rows, touch))
    assert len(reading.rows) == 4
    assert [w.message for w in reading.warnings] == [
        "1 rows are hidden in the file, and were read all the same",
        "1 columns of marks are hidden in the file, and were read all the same: E",
    ]


def test_formulas_that_nobody_computed_are_refused(sheet) -> None:
    rows = [
        MONTH,
        ["NO", "NAMA", "NIP", 4],
        [1, "SATU", A, '=IF(1>0,"H","TK")'],
        ["JUMLAH", None, None, '=COUNTIF(D3:D3,"H")'],
    ]
    with pytest.raises(Refused, match=r'never computed .* sheet "Sheet", D3; open the file in Excel'):
        rolls.read(sheet(rows))
    rows = [["NIP", "JENIS", "MULAI", "SELESAI"], *([A, "C", "2019-03-04", f"=C{n}+2"] for n in range(2, 14))]
    with pytest.raises(Refused, match=r"D2, D3, D4, D5, D6, D7, D8, D9, D10, D11, …;"):
        letters.read(sheet(rows))


@pytest.mark.parametrize(
    ("cell", "empty"),
    [
        (b'<c r="D3" t="str"><f>IF(1,"H")</f><v>H</v></c>', []),
        (b'<c r="D3" t="str"><f>IF(1,"")</f><v></v></c>', []),
        (b'<c r="D3"><f>C3</f><v/></c>', ["D3"]),
        (b'<c r="D3"><f t="shared" si="0"/></c>', ["D3"]),
        (b'<x:c r="D3"><x:f>C3</x:f></x:c>', ["D3"]),
        (b'<c r="D3"><f>SUM(C3:C4)</f></c>', []),
        (b'<c r="D3"><v>1</v></c>', []),
    ],
)
def test_which_formulas_are_empty(tmp_path, cell: bytes, empty: list[str]) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b'<row r="3"><c r="C3"><v>1</v></c>' + cell + b"</row>")
    assert looks.Source((tmp_path / "a.xlsx").read_bytes(), "xl/worksheets/sheet1.xml").uncounted() == empty


def test_where_another_program_puts_the_comments(tmp_path) -> None:
    link = b'<Relationship Id="r1" Type="http://x/relationships/comments" Target="../comments1.xml"/>'
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"<sheetData/>")
        packed.writestr("xl/worksheets/_rels/sheet1.xml.rels", b"<Relationships>" + link + b"</Relationships>")
        packed.writestr(
            "xl/comments1.xml", b'<comment ref="AB12" authorId="0"><text><t>Cuti &amp; DL</t></text></comment>'
        )
    source = looks.Source((tmp_path / "a.xlsx").read_bytes(), "xl/worksheets/sheet1.xml")
    assert source.comments() == {(12, 27): "Cuti & DL"}


def test_merged_cells_of_an_open_document(tmp_path) -> None:
    def cell(words: str = "", spans: str = "") -> str:
        value = f'office:value-type="string" {spans}><text:p>{words}</text:p></table:table-cell>'
        return f"<table:table-cell {value}" if words else "<table:table-cell/>"

    covered = '<table:covered-table-cell table:number-columns-repeated="1"/>'
    wide, high = 'table:number-columns-spanned="2" table:number-rows-spanned="1"', 'table:number-rows-spanned="2"'
    rows = [
        cell("APEL PAGI MARET 2019", 'table:number-columns-spanned="4" table:number-rows-spanned="1"') + covered * 3,
        "".join(map(cell, ("NAMA", "NIP", "4", "5", "6"))),
        cell("SATU") + cell(A) + cell("C", wide) + covered + cell("DL", high),
        cell("DUA") + cell(B) + cell("H") + cell("S") + covered,
    ]
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    names = ["office", "text", "table"]
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    sheet = f'<table:table table:name="Absen">{body}</table:table>'
    content = f"<office:document-content {spaces}><office:body><office:spreadsheet>{sheet}"
    content += "</office:spreadsheet></office:body></office:document-content>"
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
        packed.writestr("content.xml", '<?xml version="1.0" encoding="UTF-8"?>' + content)
    reading = rolls.read(tmp_path / "a.ods")
    assert days(reading) == [
        *(("1", 4, Code.C), ("1", 5, Code.C), ("1", 6, Code.DL)),
        *(("2", 4, Code.H), ("2", 5, Code.S), ("2", 6, Code.DL)),
    ]
