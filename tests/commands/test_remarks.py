"""Handing back: a refused file comes with a remark beside each bad row; mended, the copy itself goes in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from officer import Apel, Roster, saved_as
from openpyxl.styles import Font, PatternFill

ANI, BUDI = "198501012010011001", "198501012010011002"


def book(path: Path, *rows: tuple[Any, ...], title: str = "Data") -> Path:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def mend(path: Path, cell: str, value: Any, sheet: str = "Data") -> None:
    """What the office does with the copy."""
    made = openpyxl.load_workbook(path)
    made[sheet][cell] = value
    made.save(path)


CASES: dict[str, tuple[list[tuple[Any, ...]], tuple[str, Any], list[str]]] = {
    "pegawai": (
        [("NIP", "NAMA", "UNIT KERJA"), ("19850101201001100", "ANI CONTOH", "DINAS CONTOH")],
        ("A2", "198501012010011003"),
        ["staff", "import", "FILE"],
    ),
    "hadir": (
        [("NIP", "TANGGAL", "JENIS", "KODE"), (ANI, date(2026, 3, 2), "apel pagi", "ZZ")],
        ("D2", "H"),
        ["roll", "import", "FILE"],
    ),
    "surat": (
        [("NIP", "JENIS", "MULAI"), (ANI, "XX", date(2026, 3, 2))],
        ("B2", "S"),
        ["leave", "import", "FILE"],
    ),
    "kalender": (
        [("TANGGAL", "JENIS", "NAMA"), (date(2026, 3, 25), "entah", "Hari jadi")],
        ("B2", "lokal"),
        ["calendar", "import", "FILE"],
    ),
    "pin": ([("PIN", "NIP"), ("7", "1985")], ("B2", ANI), ["scan", "link", "--device", "M", "--file", "FILE"]),
    "pengesahan": (
        [("UNIT", "JENIS", "MULAI", "PENANDATANGAN"), ("DINAS CONTOH", "apel", date(2026, 3, 2), "")],
        ("D2", "Rahayu Contoh"),
        ["roll", "sign", "FILE"],
    ),
}


@pytest.mark.parametrize("case", list(CASES))
def test_a_refused_file_is_handed_back_mended_and_taken(apel: Apel, roster: Roster, case: str) -> None:
    roster("ANI CONTOH", "BUDI CONTOH")
    rows, (cell, value), command = CASES[case]
    path = book(apel.folder / f"{case}.xlsx", *rows)
    before = path.read_bytes()

    def words(of: Path) -> list[object]:
        return [of if word == "FILE" else word for word in command]

    said = apel.refuses(*words(path), "--remarks", apel.folder / "kembali")
    copy = apel.folder / "kembali" / f"{case} - catatan.xlsx"
    assert f"With remarks: {copy}" in said and path.read_bytes() == before
    made = openpyxl.load_workbook(copy)
    remark = made["Data"].cell(2, len(rows[0]) + 1)
    assert made["Data"].cell(1, len(rows[0]) + 1).value == "CATATAN APEL"
    assert str(remark.value) in said and remark.fill.start_color.rgb == "00FFD9D9"
    assert made.sheetnames == ["Catatan apel", "Data"]
    mend(copy, cell, value)
    assert "read 1, taken 1" in apel(*words(copy))


def test_the_copy_keeps_its_look_and_holds_what_formulas_gave(apel: Apel, roster: Roster) -> None:
    roster("ANI CONTOH")
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.append(["DAFTAR HADIR APEL PAGI"])
    sheet.append(["NO", "NAMA", "NIP", "TANGGAL", "KODE"])
    sheet.append([1, "ANI CONTOH", ANI, "2026-03-02", "H"])
    sheet.append([2, "BUDI CONTOH", "123", "2026-03-02", "H"])
    sheet.merge_cells("A1:E1")
    sheet["A1"].font, sheet["B4"].fill = Font(bold=True, size=20), PatternFill("solid", start_color="00FF00")
    made.save(apel.folder / "a.xlsx")
    apel.refuses("roll", "import", apel.folder / "a.xlsx", "--remarks", apel.folder / "a-kembali.xlsx")
    copy = openpyxl.load_workbook(apel.folder / "a-kembali.xlsx")["Sheet"]
    assert copy["A1"].font.size == 20 and copy["B4"].fill.start_color.rgb == "0000FF00"
    assert "A1:E1" in map(str, copy.merged_cells.ranges)
    assert copy["F2"].value == "CATATAN APEL" and copy["F3"].value is None  # who is held back has nothing to mend
    assert "has 3 digits" in str(copy["F4"].value)


def test_a_list_without_headings_has_its_remark_in_the_first_row_and_no_more(apel: Apel, roster: Roster) -> None:
    rows = [(nip, name, "III/a", "Analis") for nip, name in ((ANI[:-1], "ANI CONTOH"), (BUDI, "BUDI CONTOH"))]
    path = book(apel.folder / "a.xlsx", *rows)
    words = ["--unit", "DINAS CONTOH", "--from", "2026-01-01", "--remarks", apel.folder]
    apel.refuses("staff", "import", path, *words)
    copy = apel.folder / "a - catatan.xlsx"
    assert str(openpyxl.load_workbook(copy)["Data"]["E1"].value).startswith("CATATAN APEL: ")
    apel.refuses("staff", "import", copy, *words)  # nothing was mended, and nothing more is wrong
    again = openpyxl.load_workbook(apel.folder / "a - catatan 2.xlsx")["Data"]
    assert again.max_column == 5 and again["E1"].value == openpyxl.load_workbook(copy)["Data"]["E1"].value
    mend(copy, "A1", ANI)
    assert "read 2, taken 2" in apel("staff", "import", copy, *words)


def test_the_remarks_stand_right_of_all_that_is_written(apel: Apel, roster: Roster) -> None:
    roster("ANI CONTOH")
    path = book(
        apel.folder / "a.xlsx", ("NIP", "TANGGAL", "JENIS", "KODE", "KET"), (ANI, "2026-03-02", "apel pagi", "ZZ", "")
    )
    made = openpyxl.load_workbook(path)
    made["Data"].merge_cells("E1:F1")
    made["Data"]["AZ2"].fill = PatternFill("solid", start_color="00FF00")  # a format, and nothing written
    made.create_sheet("Lain").append(["x"])
    made.save(path)
    apel.refuses("roll", "import", path, "--remarks", apel.folder / "k")
    copy = openpyxl.load_workbook(apel.folder / "k" / "a - catatan.xlsx")
    assert copy["Data"]["G1"].value == "CATATAN APEL" and copy["Lain"].max_column == 1


def test_a_workbook_whose_looks_are_damaged_comes_back_with_its_values(apel: Apel, roster: Roster) -> None:
    roster("ANI CONTOH")
    rows, (cell, value), _command = CASES["hadir"]
    good, odd = book(apel.folder / "a.xlsx", *rows), apel.folder / "b.xlsx"
    with ZipFile(good) as whole, ZipFile(odd, "w") as broken:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</worksheet>", b'<pageSetup orientation="miring"/></worksheet>')
            broken.writestr(name, content)
    apel.refuses("roll", "import", odd, "--remarks", apel.folder / "k")
    copy = apel.folder / "k" / "b - catatan.xlsx"
    mend(copy, cell, value)
    assert "taken 1" in apel("roll", "import", copy)


def test_a_copy_that_is_refused_again_has_the_new_remarks_only(apel: Apel, roster: Roster) -> None:
    roster("ANI CONTOH")
    path = book(
        apel.folder / "a.xlsx",
        ("NIP", "TANGGAL", "JENIS", "KODE"),
        (ANI, "2026-03-02", "apel pagi", "ZZ"),
        (ANI, "2026-03-03", "apel pagi", "QQ"),
        (ANI, "2026-03-04", "apel pagi", "H"),
    )
    apel.refuses("roll", "import", path, "--remarks", apel.folder)
    first = apel.folder / "a - catatan.xlsx"
    mend(first, "D2", "H")
    apel.refuses("roll", "import", first, "--remarks", apel.folder)
    second = openpyxl.load_workbook(apel.folder / "a - catatan 2.xlsx")
    assert [cell.value for cell in second["Data"]["E"]][:2] == ["CATATAN APEL", None]
    assert '"QQ" is no known code' in str(second["Data"]["E3"].value)
    assert second["Data"].max_column == 5 and second.sheetnames == ["Catatan apel", "Data"]
    everything = apel.folder / "a - catatan 2.xlsx"
    mend(everything, "D3", "H")
    assert "taken 3" in apel("roll", "import", everything, "--remarks", apel.folder)
    assert not (apel.folder / "a - catatan 3.xlsx").exists()


def test_a_text_comes_back_as_a_workbook_in_which_nothing_is_reckoned(apel: Apel, roster: Roster) -> None:
    roster("ANI CONTOH")
    path = apel.file("a.csv", f"NIP;TANGGAL;JENIS;KODE;KET\n{ANI};2026-03-02;apel pagi;=1+1;@jahat\x07")
    apel.refuses("roll", "import", path, "--remarks", apel.folder / "kembali")
    copy = apel.folder / "kembali" / "a - catatan.xlsx"
    sheet = openpyxl.load_workbook(copy)["a"]
    assert [sheet[cell].data_type for cell in ("A2", "D2", "E2", "F2")] == ["s"] * 4
    assert sheet["D2"].value == "=1+1" and sheet["D2"].quotePrefix and sheet["E2"].value == "@jahat\\x07"
    mend(copy, "D2", "T", "a")
    assert "taken 1" in apel("roll", "import", copy)


def test_what_cannot_be_opened_comes_back_as_its_reason(apel: Apel) -> None:
    (apel.folder / "rusak.xlsx").write_bytes(b"PK\x03\x04 bukan")
    (apel.folder / "gambar.csv").write_bytes(b"%PDF-1.4")
    (apel.folder / "lama.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"bukan" * 200)
    files = (apel.folder / name for name in ("rusak.xlsx", "gambar.csv", "lama.xls"))
    apel.refuses("roll", "import", *files, "--remarks", apel.folder / "k")
    for name, reason in (("rusak", "damaged"), ("gambar", "a PDF"), ("lama", "damaged")):
        sheet = openpyxl.load_workbook(apel.folder / "k" / f"{name} - catatan.xlsx").worksheets[0]
        assert sheet.title == "Catatan apel" and sheet["A1"].value == "CATATAN APEL"
        assert reason in str(sheet["A3"].value)


def test_a_question_about_the_whole_file_stands_on_the_first_sheet(apel: Apel, roster: Roster) -> None:
    roster("ANI CONTOH")
    path = book(apel.folder / "a.xlsx", ("NIP", "TANGGAL", "JENIS", "KODE"), (ANI, "2026-03-02", "apel pagi", "TL"))
    apel.refuses("roll", "import", path, "--remarks", apel.folder / "b.xlsx")
    made = openpyxl.load_workbook(apel.folder / "b.xlsx")
    assert "TL has more than one meaning" in str(made["Catatan apel"]["A3"].value)
    assert "TL has more than one meaning" in str(made["Data"]["E2"].value)


def test_nobodys_file_is_written_over(apel: Apel, roster: Roster) -> None:
    roster("ANI CONTOH")
    one, other = (apel.file(f"{name}.csv", f"NIP;TANGGAL;JENIS;KODE\n{ANI};2026-03-02;apel pagi;ZZ") for name in "ab")
    there = book(apel.folder / "ada.xlsx", ("x",))
    assert "is there already" in apel.refuses("roll", "import", one, "--remarks", there)
    assert "name a folder" in apel.refuses("roll", "import", one, other, "--remarks", apel.folder / "satu.xlsx")
    assert "cannot be made" in apel.refuses("roll", "import", one, "--remarks", one / "dalam")
    assert openpyxl.load_workbook(there).worksheets[0]["A1"].value == "x"


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_other_workbooks_come_back_with_their_values(apel: Apel, roster: Roster, suffix: str) -> None:
    roster("ANI CONTOH")
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "Maret (1)"
    for row in (
        ("DAFTAR HADIR APEL PAGI BULAN MARET 2026", "", ""),
        ("NAMA", "NIP", 2, 3),
        ("ANI CONTOH", ANI, "H", "ZZ"),
        ("gelar", "", "", ""),
        ("gelar", "", "", ""),
    ):
        sheet.append(row)
    sheet.merge_cells("B3:B5")
    made.create_sheet("rahasia").sheet_state = "hidden"
    made.save(apel.folder / "a.xlsx")
    saved_as(apel.folder / "a.xlsx", suffix, apel.folder)
    said = apel.refuses("roll", "import", apel.folder / f"a.{suffix}", "--remarks", apel.folder / "k")
    copy = openpyxl.load_workbook(apel.folder / "k" / "a - catatan.xlsx")
    assert "With remarks" in said and copy["rahasia"].sheet_state == "hidden"
    back = copy["Maret (1)"]
    merged = ["B3:B5"]
    assert list(map(str, back.merged_cells.ranges)) == merged and back["B3"].value == ANI
    assert '"ZZ" is no known code' in str(back["E3"].value)


def test_a_form_of_ours_is_known_again_in_its_copy(apel: Apel, roster: Roster) -> None:
    roster("ANI CONTOH")
    form = apel.folder / "form.xlsx"
    apel("roll", "sheet", "2026-03-02..2026-03-06", "--unit", "DINAS CONTOH", "-o", form, today="2026-03-01")
    made = openpyxl.load_workbook(form)
    sheet = made["Daftar hadir"]
    row = next(cell.row for cell in sheet["B"] if cell.value == "ANI CONTOH")
    sheet.cell(row, 5, "ZZ")
    made.save(form)
    for suffix in ("xlsx", "ods"):
        sent = form if suffix == "xlsx" else saved_as(form, suffix, apel.folder)
        apel.refuses("roll", "import", sent, "--remarks", apel.folder / suffix)
        copy = apel.folder / suffix / "form - catatan.xlsx"
        mend(copy, f"E{row}", "H", "Daftar hadir")
        assert "read 1, taken" in apel("roll", "import", copy, "--dry-run")


def test_somebody_at_a_terminal_is_told_of_it(apel: Apel, roster: Roster, monkeypatch: pytest.MonkeyPatch) -> None:
    roster("ANI CONTOH")
    path = apel.file("a.csv", f"NIP;TANGGAL;JENIS;KODE\n{ANI};2026-03-02;apel pagi;ZZ")
    told = "A copy of the file with remarks"
    assert told not in apel.refuses("roll", "import", path)
    monkeypatch.setattr("attendance.commands.desk.Desk.asks", True)
    assert told in apel.refuses("roll", "import", path)
