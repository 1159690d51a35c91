"""Rolls that a reader could take for something else than their people meant: read rightly, refused, or said aloud."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.styles import Font

from attendance.errors import Refused
from attendance.intake import rolls
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

A, B, C = (f"19800101200501100{n}" for n in range(1, 4))


def days(reading) -> list[tuple[int, int, str]]:
    return [(m.day.month, m.day.day, m.code.value) for m in reading.rows]


def matrix(title: str, head: str, *rows: str, below: str = "") -> str:
    lines = "".join(
        f"{n};{nip};ORANG {n};{row}\n" for n, (nip, row) in enumerate(zip((A, B, C), rows, strict=False), 1)
    )
    return f"{title}\nNO;NIP;NAMA;{head}\n{lines}{below}"


def daily(head: str, *rows: str, title: str = "APEL PAGI") -> str:
    return matrix(f"{title}\nHARI/TANGGAL : Senin, 4 Maret 2019", head, *rows)


# the headings


@pytest.mark.parametrize(
    ("title", "head", "expected"),
    [
        ("APEL MARET 2019", "Senin 4;Selasa, 5", [(3, 4, "H"), (3, 5, "S")]),
        ("APEL MARET 2019", "Tgl 4;Tanggal 5", [(3, 4, "H"), (3, 5, "S")]),
        ("APEL TAHUN 2019", "FEB;MARET\n;;;28;1", [(2, 28, "H"), (3, 1, "S")]),
        ("APEL", "Bulan Februari 2019;Maret 2019\n;;;28;1", [(2, 28, "H"), (3, 1, "S")]),
        ("APEL 26 FEBRUARI - 25 MARET 2019", "FEB;MARET\n;;;28;1", [(2, 28, "H"), (3, 1, "S")]),
        ("APEL Senin, 4 Maret 2019 s.d. Jumat, 8 Maret 2019", "Senin;Selasa", [(3, 4, "H"), (3, 5, "S")]),
        ("APEL 4, 5 DAN 6 MARET 2019", "4;5", [(3, 4, "H"), (3, 5, "S")]),
        ("LAPANGAN 17 AGUSTUS 1945\nAPEL MARET 2019", "4;5", [(3, 4, "H"), (3, 5, "S")]),
        ("APEL MARET 2019", "26/3;27", [(3, 26, "H"), (3, 27, "S")]),
        ("APEL SENIN - KAMIS MARET 2019", "4;5", [(3, 4, "H"), (3, 5, "S")]),
        ("APEL SENIN MARET 2019", "4;11", [(3, 4, "H"), (3, 11, "S")]),
    ],
)
def test_headings_that_are_days(text, title: str, head: str, expected: list[tuple[int, int, str]]) -> None:
    assert days(rolls.read(text(matrix(title, head, "H;S")))) == expected


@pytest.mark.parametrize(
    ("title", "head", "says"),
    [
        ("APEL MARET 2019", "4-6;7", 'the heading "4-6" may be several days'),
        ("APEL MARET 2019", "Selasa 4;5", 'the heading "Selasa 4" is no day'),
        ("APEL MARET 2019", "Minggu ke;\n;;;1;2", 'the headings under "Minggu ke" count, they name no day'),
        ("APEL MARET 2019", "Apel ke-;\n;;;1;2", 'the headings under "Apel ke-" count, they name no day'),
        ("APEL MARET 2019", "APRIL;\n;;;1;2", 'the heading "APRIL 1" is no day'),
        ("APEL SENIN MARET 2019", "1;2", 'the heading "1" is no day'),
        ("APEL", "MARET;\n;;;1;2", "the headings are days without a month and year"),
        ("APEL MARET 2019", "4 P;4", 'under "4 P" stand marks such as "H"'),
        ("APEL MARET 2019", "4;\n;;;P;S", 'the headings "4 P" and "4 S" are the same day and kind'),
        ("APEL MARET 2019", "4;5 & 6", 'under "5 & 6" stand marks such as "S"'),
    ],
)
def test_headings_that_are_none(text, title: str, head: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        rolls.read(text(matrix(title, head, "H;S", "H;S")))


def test_two_numbers_with_a_stroke_are_no_month_with_its_day(text) -> None:
    with pytest.raises(Refused, match='the heading "3-4" is no day'):
        rolls.read(text(matrix("APEL MARET 2019", "3-4", "H")))


def test_a_day_that_stands_twice_and_is_filled_once_is_one(text) -> None:
    reading = rolls.read(text(matrix("APEL MARET 2019", "4;5;5", "H;S;", "H;H;")), blank="lewati")
    assert len(reading.rows) == 4


# columns that no form reads


def test_columns_that_were_not_read_are_named(text) -> None:
    reading = rolls.read(text(matrix("APEL MARET 2019", "SHIFT;PJ;4;5;;KELAS", "S;H;H;S;H;A", "S;;H;H;;A")))
    assert [w.message for w in reading.warnings] == [
        'under "PJ" stand marks such as "H"; the column was not read',
        'under H stand marks such as "H"; the column was not read',
    ]
    assert len(reading.rows) == 4


def test_answers_to_a_question_of_the_heading_are_no_empty_cells(text) -> None:
    reading = rolls.read(text(daily("Kehadiran;;Ket\n;;;Ya;Tidak;", "v;;", ";v;Sakit", ";v;")))
    assert [m.code for m in reading.rows] == [Code.H, Code.S, Code.TK]
    with pytest.raises(Refused) as refused:
        rolls.read(text(daily("Pagi hadir;Pagi alpa;Ket", "v;;", ";v;Sakit")), blank="hadir")
    assert [f.message.split(",")[0] for f in refused.value.faults] == [
        'under "Pagi hadir" stand marks such as "v"',
        'under "Pagi alpa" stand marks such as "v"',
    ]
    answers = {"YA": Code.H, "TIDAK": Code.TK}
    reading = rolls.read(text(daily("Hadir/Tidak;Ket", "Ya;", "Tidak;")), codes=answers)
    assert [m.code for m in reading.rows] == [Code.H, Code.TK]


def test_codes_below_tidak_hadir_belong_to_the_ticks(text) -> None:
    reading = rolls.read(text(daily("Hadir;Tidak Hadir;;Ket\n;;;;S;A;", "v;;;", ";v;;", ";;v;")))
    assert [m.code for m in reading.rows] == [Code.H, Code.S, Code.TK]
    both = text(daily("Apel Pagi;;Apel Sore;\n;;;Hadir;Tidak;Hadir;Tidak", "v;;;v", title="APEL"))
    assert [(m.kind, m.code) for m in rolls.read(both).rows] == [
        (Kind.APEL_PAGI, Code.H),
        (Kind.APEL_SORE, Code.TK),
    ]


def test_columns_of_pagi_and_sore_are_read(text) -> None:
    reading = rolls.read(text(daily("Pagi;Apel Sore;Ket", "v;v;", "H;TK;", ";;Sakit", title="APEL")), blank="tk")
    assert [(m.nip, m.kind, m.code) for m in reading.rows] == [
        (A, Kind.APEL_PAGI, Code.H),
        (A, Kind.APEL_SORE, Code.H),
        (B, Kind.APEL_PAGI, Code.H),
        (B, Kind.APEL_SORE, Code.TK),
        (C, Kind.APEL_PAGI, Code.S),
        (C, Kind.APEL_SORE, Code.S),
    ]
    with pytest.raises(Refused, match="this is no roll"):
        rolls.read(text(matrix("REKAP APEL MARET 2019", "Pagi;Sore", "20;19")))
    same = rolls.read(text(daily("Pagi;Ket", "S;Sakit", "S;Cuti")))
    assert [m.code for m in same.rows] == [Code.S]
    assert same.refused[0].message == 'signed, and yet Ket. says "Cuti"; one of both is wrong'


# titles


@pytest.mark.parametrize(
    "title", ["JADWAL APEL PAGI", "DAFTAR PETUGAS APEL PAGI", "DAFTAR PIKET APEL", "RENCANA APEL PAGI"]
)
def test_a_plan_is_no_roll(text, title: str) -> None:
    with pytest.raises(Refused, match="a plan, no roll"):
        rolls.read(text(matrix(f"{title} MARET 2019", "4;5", "v;v")))


def test_a_plan_beside_a_roll_is_left_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for sheet, title in (
        (book.active, "JADWAL APEL MARET 2019"),
        (book.create_sheet("B"), "DAFTAR HADIR APEL MARET 2019"),
    ):
        for row in ([title], ["NO", "NIP", "NAMA", 4], [1, A, "ORANG", "H"]):
            sheet.append(row)
    book.save(tmp_path / "rol.xlsx")
    reading = rolls.read(tmp_path / "rol.xlsx")
    assert [w.message for w in reading.warnings] == ["this sheet was not read: it is no roll"]
    assert len(reading.rows) == 1


@pytest.mark.parametrize(
    "title",
    [
        "REKAP KETIDAKHADIRAN APEL",
        "DAFTAR YANG TIDAK IKUT APEL",
        "DATA PEGAWAI TERLAMBAT APEL",
    ],
)
def test_a_tick_in_a_list_of_the_absent_is_no_presence(text, title: str) -> None:
    reading = rolls.read(text(matrix(f"{title} MARET 2019", "4;5", "v;", ";TK")), blank="hadir")
    assert days(reading) == [(3, 5, "H"), (3, 4, "H"), (3, 5, "TK")]
    said = [f.message for f in reading.refused]
    assert [message.partition(", and ")[2] for message in said] == [
        '"v" would be read as present; write the code, such as TK, S or T'
    ]
    assert said[0].startswith(f'the title says "{title}')


def test_blank_in_a_list_of_the_absent_of_one_day_is_no_presence(text) -> None:
    one = text(daily("KETERANGAN", "Sakit", "", "07.50", title="DAFTAR TIDAK HADIR APEL"))
    reading = rolls.read(one, blank="hadir")
    assert [(m.nip, m.code) for m in reading.rows] == [(A, Code.S), (C, Code.H)]
    assert "would be read as present" in reading.refused[0].message
    for title in (
        "REKAP KEHADIRAN DAN KETIDAKHADIRAN APEL",
        "APEL\nNama yang tidak hadir ditulis TK",
        "APEL\nPetugas : SATU",
    ):
        assert len(rolls.read(text(daily("KODE", "H", title=title))).rows) == 1


@pytest.mark.parametrize("title", ["DAFTAR HADIR RAPAT APEL PAGI", "SOSIALISASI APEL PAGI"])
def test_a_meeting_about_apel_is_none(text, title: str) -> None:
    with pytest.raises(Refused, match="the roll does not say which kind it is"):
        rolls.read(text(daily("KODE", "H", title=title)))
    assert rolls.read(text(daily("KODE", "H", title="APEL PAGI, TEMPAT : RUANG RAPAT"))).rows


@pytest.mark.parametrize(
    ("sheet", "title", "other"),
    [
        ("FEBRUARI 2019", "APEL MARET 2019", True),
        ("FEBRUARI", "APEL MARET 2019", True),
        ("Maret 2018", "APEL MARET 2019", True),
        ("5 Maret", "APEL 4 MARET 2019", True),
        ("4 Maret", "APEL 4 MARET 2019", False),
        ("Tgl 4 Maret 2019", "APEL 4 MARET 2019", False),
        ("Februari", "APEL 26 FEBRUARI - 25 MARET 2019", False),
        ("Februari", "APEL JANUARI - MARET 2019", False),
        ("Rekap", "APEL MARET 2019", False),
        ("Februari", "APEL", False),
    ],
)
def test_a_sheet_is_called_as_its_title(book, sheet: str, title: str, other: bool) -> None:
    path = book([[title], ["NO", "NIP", "NAMA", "4/3/2019"], [1, A, "ORANG", "H"]], sheet=sheet)
    if other:
        with pytest.raises(Refused, match="one of them is of another day, correct it"):
            rolls.read(path, date_format="DD/MM/YYYY")
    else:
        assert len(rolls.read(path, date_format="DD/MM/YYYY").rows) == 1


# words


def test_midnight_is_no_arrival(text, book) -> None:
    reading = rolls.read(text(matrix("APEL MARET 2019", "4;5", "00.00;07.20")))
    assert [m.at for m in reading.rows] == [time(7, 20)]
    assert reading.refused[0].message.endswith("--code 00.00=TK")
    cells = book([["APEL MARET 2019"], ["NO", "NIP", "NAMA", 4], [1, A, "ORANG", time(0)]])
    assert rolls.read(cells).refused[0].message.startswith('"00:00:00" is no known code')


@pytest.mark.parametrize(
    ("word", "answer"), [("S*", '"S*=S"'), ("Tidak Hadir", '"TIDAK HADIR=TK"'), ("WFH", "WFH=H"), ("?", '"?=H"')]
)
def test_the_answer_that_is_shown_is_the_likely_one(text, word: str, answer: str) -> None:
    reading = rolls.read(text(daily("KODE", "H", word)))
    assert reading.refused[0].message.endswith(f"--code {answer}")


def test_a_remark_that_denies_contradicts(text) -> None:
    reading = rolls.read(text(daily("KODE;KET", "H;Sakit perut, tidak ikut", "H;titip absen", "TK;tidak hadir")))
    assert [m.code for m in reading.rows] == [Code.TK]
    assert {f.message.rpartition(";")[2] for f in reading.refused} == {" one of both is wrong"}
    signed = rolls.read(text(daily("PARAF;KET", "v;tidak ikut apel", "v;")))
    assert [m.nip for m in signed.rows] == [B]


def test_remarks_about_a_whole_row_are_said(text) -> None:
    rows = ["H;H;Cuti tgl 3", "H;S;Sakit", "H;H;Sakit"]
    reading = rolls.read(text(matrix("APEL MARET 2019", "4;5;KET", *rows)))
    assert [w.message for w in reading.warnings] == [
        'remarks under Ket. belong to no day and were not read: 2 (row 3: "Cuti tgl 3", row 5: "Sakit")'
    ]
    assert rolls.read(text(matrix("APEL MARET 2019", "4;5;KET", "H;H;"))).warnings == ()


@pytest.mark.parametrize("note", ["Cuti melahirkan s.d. Mei", "Sakit, surat menyusul", "DL ke Jakarta"])
def test_a_reason_that_a_remark_begins_with_is_not_passed_over(text, note: str) -> None:
    reading = rolls.read(text(matrix("APEL MARET 2019", "4;5;KET", f"H;;{note}", "H;;SK baru")), blank="tk")
    assert [f.message for f in reading.refused] == [
        f'Ket. says "{note}", and its days are blank; write the code on its days'
    ]
    assert len(reading.rows) == 2


def test_who_is_gone_is_not_absent(text) -> None:
    lines = f"APEL MARET 2019\nNIP;NAMA;4;5;KET\n{A};SATU (alm);;;\n{B};DUA;H;;Pensiun\n{C};TIGA (pindah);H;H;\n"
    reading = rolls.read(text(lines.replace("SATU (alm)", "SATU - pensiun")), blank="tk")
    assert [f.place.row for f in reading.refused] == [3, 4]
    reading = rolls.read(text(lines), blank="tk")
    assert [(f.place.row, f.message.partition(";")[0]) for f in reading.refused] == [
        (3, 'the row says "alm", and its days are blank'),
        (4, 'the row says "pensiun", and its days are blank'),
    ]
    assert [m.nip for m in reading.rows] == [C, C]
    assert not rolls.read(text(lines), blank="lewati").refused


def test_libur_beside_the_first_person_is_for_all(text) -> None:
    reading = rolls.read(text(matrix("APEL MARET 2019", "4;5", "LIBUR;H", ";H", ";TK")), blank="tk")
    assert days(reading) == [(3, 5, "H"), (3, 5, "H"), (3, 5, "TK")]
    assert reading.warnings[0].message == (
        'under "4" stands only "LIBUR", beside the first person: taken as not held for all'
    )


def test_a_time_with_another_date_is_refused(book) -> None:
    head = ["NO", "NIP", "NAMA", 4, 5]
    times = [datetime(2019, 3, 4, 7, 20), datetime(2019, 3, 6, 7, 20)]
    reading = rolls.read(book([["APEL MARET 2019"], head, [1, A, "SATU", *times]]))
    assert [m.at for m in reading.rows] == [time(7, 20)]
    assert reading.refused[0].message == "the time carries the date 2019-03-06, which is another day; correct it"
    rows = [["APEL PAGI"], ["NIP", "TANGGAL", "JAM"], *([A, date(2019, 3, 5), at] for at in times)]
    assert len(rolls.read(book(rows)).refused) == 2


def test_a_reason_written_out_runs_over_the_blank_cells(text) -> None:
    path = text(matrix("APEL MARET 2019", "4;5;6", "CUTI;;", "C;;", "CUTI;H;"))
    reading = rolls.read(path, blank="tk")
    assert [f.message for f in reading.refused] == [
        'only "CUTI" stands in this row, and blank means absent; write the code on each of its days'
    ]
    assert len(reading.rows) == 6
    assert len(rolls.read(path, blank="hadir").rows) == 9


def test_two_people_in_one_cell(book) -> None:
    both = f"SATU ORANG\n{A}\nDUA ORANG\n{B[:8]} {B[8:14]} {B[14]} {B[15:]}"
    reading = rolls.read(
        book([["APEL MARET 2019"], ["NO", "NAMA/NIP", 4], [1, both, "H"], [2, f"TIGA ORANG\n{C}", "H"]])
    )
    assert [m.nip for m in reading.rows] == [C]
    assert reading.refused[0].message == "two people stand in one cell; give each a row of his own"


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("MARET 2019", "4 Maret;5 Maret\n;;;Paraf;Paraf"),
        ("MARET 2019", "Tanda Tangan;\n;;;4/3;5/3"),
        ("4 - 8 MARET 2019", "Tanda Tangan;\n;;;Senin;Selasa"),
    ],
)
def test_signatures_for_several_days(text, title: str, head: str) -> None:
    assert days(rolls.read(text(matrix(f"APEL {title}", head, "v;TK")))) == [(3, 4, "H"), (3, 5, "TK")]


def test_numbers_over_two_places_to_sign_are_no_days(text) -> None:
    assert [m.code for m in rolls.read(text(daily("Paraf;\n;;;1;2", "v;", ";v"))).rows] == [Code.H, Code.H]


# legends without a sign


@pytest.mark.parametrize(
    "below",
    [
        ";;H;Hadir\n;;T;Tugas Luar\n",
        "Keterangan :\nH;Hadir;T;Tugas Luar\n",
        "Ket: H (Hadir), T (Tugas Luar)\n",
        "H - Hadir\nT - Tugas Luar\n",
        ";H;Hadir\n;T;Tugas Luar\n",
    ],
)
def test_legends_in_cells_of_their_own(text, below: str) -> None:
    reading = rolls.read(text(matrix("APEL MARET 2019", "4;5", "H;T", below=below)))
    assert days(reading) == [(3, 4, "H"), (3, 5, "DL")]
    assert reading.warnings[0].message == 'T is read as DL, as the form says itself: "TUGAS LUAR"'


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("APEL MARET 2019\nT;Tugas Luar;H;Hadir", ["H;T"]),
        ("APEL MARET 2019", ["H;T;;H;Hadir", "S;S;;T;Tugas Luar"]),
        ("APEL MARET 2019", ["H;T;;H = Hadir", "S;S;;T = Tugas Luar"]),
    ],
)
def test_legends_above_and_beside_the_list(text, title: str, rows: Sequence[str]) -> None:
    assert days(rolls.read(text(matrix(title, "4;5", *rows))))[:2] == [(3, 4, "H"), (3, 5, "DL")]


def test_a_legend_that_is_no_code_is_asked(text) -> None:
    below = "\nH;Hadir\nA;Apel di tempat lain\n"
    with pytest.raises(Refused, match='the form says A = "APEL DI TEMPAT LAIN", which is no code'):
        rolls.read(text(matrix("APEL MARET 2019", "4;5", "H;A", below=below)))
    signed = ";;T;Kepala Bagian\n;;NIP;198001012005011001\n"
    assert days(rolls.read(text(matrix("APEL MARET 2019", "4;5", "H;T", below=signed))))[1] == (3, 5, "T")


def test_names_below_the_end_are_not_lost(text) -> None:
    below = "Keterangan : H = Hadir\n;;ORANG LAIN;H;S\n;;BUKAN ORANG;H;S\n"
    path = text(matrix("APEL MARET 2019", "4;5", "H;T", below=below))
    reading = rolls.read(path, people={"ORANG LAIN": (B,)})
    assert [(f.place.row, f.message.split(";")[0]) for f in reading.refused] == [
        (5, "this row stands below the end of the list")
    ]


# what a workbook shows besides its values


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Path]:
    """A matrix of two people as a workbook, the sheet handed to `change` before it is saved."""

    def write(
        change: Callable[[openpyxl.worksheet.worksheet.Worksheet], None], rows: Sequence[str] = ("HS", "HH")
    ) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        for row in (["APEL MARET 2019"], ["NO", "NIP", "NAMA", 4, 5]):
            sheet.append(row)
        for number, (nip, codes) in enumerate(zip((A, B, C), rows, strict=False), 1):
            sheet.append([number, nip, f"ORANG {number}", *(code.strip() or None for code in codes)])
        change(sheet)
        book.save(tmp_path / "rol.xlsx")
        return tmp_path / "rol.xlsx"

    return write


def test_crossed_out_is_not_read(made) -> None:
    def cross(sheet) -> None:
        sheet["C3"].font = sheet["E3"].font = sheet["D4"].font = sheet["E5"].font = Font(strike=True)

    reading = rolls.read(made(cross, ("HS", "HH", "H ")), blank="tk")
    assert [(f.place.row, f.message) for f in reading.refused] == [
        (3, "this row is crossed out; delete it, or take the line away"),
        (4, 'the code "H" is crossed out; correct it, or take the line away'),
    ]
    assert days(reading) == [(3, 5, "H"), (3, 4, "H"), (3, 5, "TK")]
    plain = rolls.read(made(lambda sheet: setattr(sheet["D4"], "font", Font(strike=False, bold=True))))
    assert len(plain.rows) == 4


def test_an_error_of_a_formula_is_no_empty_cell(made) -> None:
    path = made(lambda sheet: setattr(sheet["D4"], "value", "#N/A"))
    with pytest.raises(Refused, match=r"blank cells are formulas with an error: 1 \(D4\)"):
        rolls.read(path, blank="hadir")
    assert "formulas with an error" in rolls.read(path, blank="lewati").warnings[0].message


_DRAWING = """<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">
<xdr:{sort}><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row></xdr:from>{to}
<xdr:pic/></xdr:{sort}></xdr:wsDr>"""
_TO = "<xdr:to><xdr:col>3</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>3</xdr:row></xdr:to>"
_RELATED = """<Relationships><Relationship Id="rId9" Target="../drawings/drawing1.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"/></Relationships>"""


@pytest.mark.parametrize(("sort", "to"), [("twoCellAnchor", _TO), ("oneCellAnchor", "")])
def test_a_picture_is_no_empty_cell(made, sort: str, to: str) -> None:
    path = made(lambda sheet: None, ("HS", " H"))
    with ZipFile(path, "a") as packed:
        packed.writestr("xl/drawings/drawing1.xml", _DRAWING.format(sort=sort, to=to))
        packed.writestr("xl/worksheets/_rels/sheet1.xml.rels", _RELATED)
    with pytest.raises(Refused, match=r"pictures or text boxes lie on blank cells: 1 \(D4\)"):
        rolls.read(path, blank="tk")
    assert "pictures or text boxes" in rolls.read(path, blank="lewati").warnings[0].message


@pytest.mark.parametrize(
    "title",
    [
        "HARI Senin, 4 Maret 2019 s.d. Jumat, 8 Maret 2019",
        "TANGGAL 4, 11, 18 MARET 2019",
        "TANGGAL 4 DAN 5 MARET 2019",
        "PADA 4 MARET 2019 DAN 11 MARET 2019",
        "TANGGAL 5, 4 MARET 2019",
    ],
)
def test_a_day_of_several_is_no_day_of_a_form(text, title: str) -> None:
    title = f"APEL PAGI\n{title}"
    with pytest.raises(Refused, match="the day of the form is missing"):
        rolls.read(text(matrix(title, "PARAF", "v")))
    assert rolls.read(text(daily("PARAF", "v"))).rows[0].day == date(2019, 3, 4)
