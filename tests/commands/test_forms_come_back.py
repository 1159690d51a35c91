"""The form that comes back: given out with people and days, filled in, sent back, taken in without a question."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from officer import Apel, Roster, saved_as
from openpyxl.worksheet.worksheet import Worksheet

WEEK = "2026-03-02..2026-03-06"
UNIT = "DINAS CONTOH"


def give(apel: Apel, *words: object, name: str = "form.xlsx", today: str = "2026-03-01") -> Path:
    path = apel.folder / name
    assert f"Written: {path}" in apel("roll", "sheet", *words, "-o", path, today=today)
    return path


def change(path: Path, how: Callable[[Worksheet], Any], name: str = "kembali.xlsx") -> Path:
    """The form as it is sent back."""
    book = openpyxl.load_workbook(path)
    how(book["Daftar hadir"])
    book.save(path.with_name(name))
    return path.with_name(name)


def row_of(sheet: Worksheet, name: str) -> int:
    return next(cell.row for cell in sheet["B"] if str(cell.value).startswith(name))


def find(sheet: Worksheet, words: str) -> Any:
    return next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(words))


def say(sheet: Worksheet, words: str, instead: str) -> None:
    """Write something else into the cell that begins with these words."""
    find(sheet, words).value = instead


def codes(sheet: Worksheet, **rows: str) -> None:
    """Write codes beside people, `.` for a cell that is left as it is."""
    for name, written in rows.items():
        for column, code in enumerate(written.split(), 5):
            if code != ".":
                sheet.cell(row_of(sheet, name), column, code)


@pytest.fixture
def people(roster: Roster) -> list[str]:
    return roster("ANI CONTOH", "BUDI CONTOH", "CICI CONTOH", "DODI LUAR @ BAGIAN LUAR")


def shown(apel: Apel, name: str, period: str = WEEK) -> str:
    rows = apel.json("recap", period, "--by", "matrix")["people"]
    return " ".join(next(one for one in rows if one["name"] == name)["days"].values())


def test_a_form_that_is_filled_in_goes_in_and_again_changes_nothing(apel: Apel, people: list[str]) -> None:
    form = give(apel, WEEK, "--unit", UNIT)
    back = change(form, lambda sheet: codes(sheet, ANI="H H T H H", BUDI="TK . S DL H", CICI="H H H H H"))
    run = apel.run("roll", "import", back)
    assert run.exit_code == 0 and "read 14, taken 14" in run.stdout and run.stderr == "", run.output
    assert shown(apel, "ANI CONTOH") == "H H T H H" and shown(apel, "BUDI CONTOH") == "BL BL S DL H"
    assert "taken 0, unchanged 14" in apel("roll", "import", back)


def test_a_form_that_comes_back_in_the_middle_of_its_days_is_taken_as_far_as_it_goes(
    apel: Apel, people: list[str]
) -> None:
    form = give(apel, WEEK, "--unit", UNIT)
    back = change(form, lambda sheet: (codes(sheet, BUDI="H"), say(sheet, "Kosong", "Kosong = hadir")))
    assert "read 6, taken 6" in apel("roll", "import", back, today="2026-03-03")
    written = change(form, lambda sheet: codes(sheet, BUDI=". . . H"), "besok.xlsx")
    assert "2026-03-05 is in the future" in apel.refuses("roll", "import", written, today="2026-03-03")


@pytest.mark.parametrize(
    ("words", "code"), [("Kosong = hadir", "H"), ("kosong  = TANPA keterangan", "BL"), ("Kosong = tidak dicatat", "BL")]
)
def test_the_unit_says_what_its_blank_cells_mean(apel: Apel, people: list[str], words: str, code: str) -> None:
    form = give(apel, WEEK, "--unit", UNIT)
    back = change(form, lambda sheet: (codes(sheet, ANI="T"), say(sheet, "Kosong", words)))
    apel("roll", "import", back)
    assert shown(apel, "BUDI CONTOH") == " ".join([code] * 5)
    odd = change(form, lambda sheet: say(sheet, "Kosong", "Kosong = entah"), "b.xlsx")
    assert '"Kosong = entah" is none of the sentences' in apel.refuses("roll", "import", odd)


def test_what_is_known_is_printed_and_is_no_news_when_it_comes_back(apel: Apel, people: list[str]) -> None:
    apel("leave", "add", people[0], "S", "--from", "2026-03-03", "--to", "2026-03-04", "--number", "RS/1")
    apel("exempt", "add", "--nip", people[1], "--kind", "apel-pagi", "--from", "2026-03-05", "--reason", "protokol")
    apel("roll", "mark", people[2], "T", "--date", "2026-03-02")
    apel("roll", "mark", people[2], "TK", "--date", "2026-03-03")
    form = give(apel, WEEK, "--unit", UNIT)
    sheet = openpyxl.load_workbook(form)["Daftar hadir"]
    told = {
        name: [sheet.cell(row_of(sheet, name), column).value for column in range(5, 10)]
        for name in ("ANI", "BUDI", "CICI")
    }
    assert told["ANI"] == [None, "S", "S", None, None]
    assert told["BUDI"] == [None, None, None, "-", "-"]
    assert told["CICI"] == ["T", "TK", None, None, None]
    apel("leave", "void", "1")  # the form is out, and the letter is taken back: its S was never the unit's word
    back = change(form, lambda sheet: codes(sheet, ANI="H . H . ."))
    assert "read 5, taken 2, unchanged 3" in apel("roll", "import", back)
    assert shown(apel, "ANI CONTOH") == "H BL H BL BL"


def test_a_letter_that_covers_a_day_gives_way_to_presence_as_ever(apel: Apel, people: list[str]) -> None:
    apel("leave", "add", people[0], "S", "--from", "2026-03-03")
    form = give(apel, WEEK, "--unit", UNIT)
    apel("roll", "import", change(form, lambda sheet: codes(sheet, ANI="H H")))
    assert shown(apel, "ANI CONTOH") == "H H BL BL BL"


def test_a_list_of_one_day_has_code_time_and_remark(apel: Apel, people: list[str]) -> None:
    form = give(apel, "2026-03-02", "--unit", UNIT)

    def filled(sheet: Worksheet) -> None:
        for name, code, at, note in (
            ("ANI", "H", "07.21", None),
            ("BUDI", None, "07.41", None),
            ("CICI", "TK", None, "izin lisan"),
        ):
            row = row_of(sheet, name)
            sheet.cell(row, 5, code), sheet.cell(row, 6, at), sheet.cell(row, 7, note)

    back = change(form, filled)
    assert "read 3, taken 3" in apel("roll", "import", back)
    assert [shown(apel, name, "2026-03-02") for name in ("ANI CONTOH", "BUDI CONTOH")] == ["H", "T"]
    loose = change(form, lambda sheet: sheet.cell(row_of(sheet, "ANI"), 7, "sakit"), "c.xlsx")
    assert 'beside an empty KODE stands "sakit"' in apel.refuses("roll", "import", loose)
    inked = change(form, lambda sheet: sheet.cell(row_of(sheet, "ANI"), 8, "v"), "d.xlsx")
    assert 'beside an empty KODE stands "v"' in apel.refuses("roll", "import", inked)
    other = change(
        form,
        lambda sheet: say(sheet, "Hari/Tanggal", "Hari/Tanggal : Selasa, 3 Maret 2026"),
        "e.xlsx",
    )
    assert "no longer says so" in apel.refuses("roll", "import", other)


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_a_form_is_known_again_however_it_was_saved(apel: Apel, people: list[str], suffix: str) -> None:
    back = change(give(apel, WEEK, "--unit", UNIT), lambda sheet: codes(sheet, ANI="H T TK S ."))
    run = apel.run("roll", "import", saved_as(back, suffix, apel.folder / "disimpan"))
    assert run.exit_code == 0 and "read 4, taken 4" in run.stdout and run.stderr == "", run.output


@pytest.mark.parametrize("words", ["Kosong = hadir", "Kosong = tanpa keterangan"])
@pytest.mark.parametrize("period", ["2026-03-02", WEEK])
def test_the_sums_of_a_form_count_what_is_read(apel: Apel, people: list[str], period: str, words: str) -> None:
    apel("leave", "add", people[2], "S", "--from", "2026-03-02")
    form = give(apel, period, "--unit", UNIT)
    back = change(form, lambda sheet: (codes(sheet, ANI="T"), say(sheet, "Kosong", words)))
    if period != WEEK:
        back = change(back, lambda sheet: sheet.cell(row_of(sheet, "BUDI"), 6, "07.20"))
    run = apel.run("roll", "import", saved_as(back, "xlsx", apel.folder / "disimpan"))
    assert run.exit_code == 0 and "is printed as" not in run.stderr, run.output


def test_what_was_changed_on_a_form_is_noticed(apel: Apel, people: list[str]) -> None:
    form = give(apel, WEEK, "--unit", UNIT)

    def refused(how: Callable[[Worksheet], Any]) -> str:
        return apel.refuses("roll", "import", change(form, how))

    assert '"Sen 9 Mar 2026" was not on the form' in refused(lambda sheet: say(sheet, "Sen\n", "Sen\n9 Mar\n2026"))

    def swapped(sheet: Worksheet) -> None:
        one, other = find(sheet, "Sen\n"), find(sheet, "Sel\n")
        one.value, other.value = other.value, one.value

    assert "do not stand in the order of the form" in refused(swapped)
    said = refused(lambda sheet: say(sheet, UNIT, "BAGIAN LUAR"))
    assert f"was given out for {UNIT}, apel-pagi, {WEEK}" in said and f'"{UNIT}" is missing' in said
    apart = refused(lambda sheet: (codes(sheet, ANI="H H"), sheet.cell(row_of(sheet, "ANI"), 2, "BUDI CONTOH")))
    assert f'on the form {people[0]} is "ANI CONTOH", and here "BUDI CONTOH"' in apart


def test_another_sheet_in_the_workbook_is_held_against_the_form_too(apel: Apel, people: list[str]) -> None:
    book = openpyxl.load_workbook(give(apel, WEEK, "--unit", UNIT))
    other = book.create_sheet("Susulan")
    for row in (("NAMA", "NIP", "TANGGAL", "KODE"), ("ANI CONTOH", people[0], "2026-03-10", "H")):
        other.append(row)
    book.save(apel.folder / "dua.xlsx")
    assert "Susulan, row 2: 2026-03-10 is not a day of this form" in apel.refuses(
        "roll", "import", apel.folder / "dua.xlsx"
    )


def test_a_form_whose_words_about_blank_cells_are_gone_means_by_them_nothing(apel: Apel, people: list[str]) -> None:
    form = give(apel, WEEK, "--unit", UNIT)
    back = change(form, lambda sheet: (codes(sheet, ANI="H"), say(sheet, "Kosong", "")))
    assert "read 1, taken 1" in apel("roll", "import", back)


def test_rows_that_come_and_go_are_told(apel: Apel, people: list[str]) -> None:
    form = give(apel, WEEK, "--unit", UNIT)

    def altered(sheet: Worksheet) -> None:
        last = row_of(sheet, "CICI")
        sheet.cell(last + 1, 2, "DODI LUAR"), sheet.cell(last + 1, 3, people[3]), sheet.cell(last + 1, 5, "H")
        sheet.delete_cols(9)
        for cell in sheet[last - 1]:
            cell.value = None

    said = apel("roll", "import", change(form, altered))
    assert f"DODI LUAR ({people[3]}) was added to the form" in said
    assert f"BUDI CONTOH ({people[1]}) was on the form, and his row is gone" in said
    assert 'the column "Jum 6 Mar 2026" is gone' in said and "read 1, taken 1" in said


def test_who_came_and_left_since_the_form_was_made_is_told(apel: Apel, people: list[str]) -> None:
    form = give(apel, WEEK, "--unit", UNIT)
    new = apel.file("baru.csv", f"NIP;NAMA;UNIT KERJA\n198501012010011044;EKA BARU;{UNIT}")
    apel("staff", "import", new, "--from", "2026-01-01")
    apel("staff", "end", people[1], "--from", "2026-02-01", "--reason", "pensiun")
    said = apel("roll", "import", change(form, lambda sheet: codes(sheet, ANI="H")))
    assert "EKA BARU (198501012010011044) stands in this line since the form was made, and is not on it" in said
    assert f"BUDI CONTOH ({people[1]}) no longer stands in this line" in said


def test_a_form_of_another_database_and_a_broken_one_are_refused(apel: Apel, people: list[str], tmp_path: Path) -> None:
    form = give(apel, WEEK, "--unit", UNIT)
    other = Apel(tmp_path / "lain.db", tmp_path)
    other("init", "--office", "PEMERINTAH LAIN")
    back = change(form, lambda sheet: codes(sheet, ANI="H"))
    assert "was made with another database of apel" in other.refuses("roll", "import", back)
    for cell, value, message in (
        ("B6", "apel-sore", "was changed or is damaged"),
        ("A1", "lain", "was changed or is damaged"),
        ("B1", "x", "was changed or is damaged"),
        ("B1", "2", "a later version of apel"),
    ):
        book = openpyxl.load_workbook(back)
        book["apel-formulir"][cell] = value
        book.save(tmp_path / "rusak.xlsx")
        assert message in apel.refuses("roll", "import", tmp_path / "rusak.xlsx"), cell
    assert "taken 1" in apel("roll", "import", "--plain", "--blank", "lewati", tmp_path / "rusak.xlsx")


def test_a_form_from_before_a_backup_came_back_says_so(apel: Apel, people: list[str]) -> None:
    apel("backup", apel.folder / "cadangan.db")
    apel("unit", "add", "UNIT BARU")
    form = give(apel, WEEK, "--unit", UNIT)
    apel("restore", apel.folder / "cadangan.db")
    assert "which this database does not have" in apel("roll", "import", change(form, lambda s: codes(s, ANI="H")))


def test_the_kind_is_known_and_another_is_not_believed(apel: Apel, people: list[str]) -> None:
    apel("calendar", "call", "2026-03-03", "--kind", "kegiatan", "--name", "Pelatihan")
    form = give(apel, "2026-03", "--kind", "kegiatan", "--unit", UNIT)
    back = change(form, lambda sheet: sheet.cell(row_of(sheet, "ANI"), 5, "H"))
    assert "is of kegiatan, and --kind says apel-pagi" in apel.refuses("roll", "import", back, "--kind", "apel-pagi")
    assert "taken 1" in apel("roll", "import", back, "--kind", "kegiatan")


def test_a_unit_with_others_below_it_has_their_people_on_its_form(apel: Apel) -> None:
    rows = "198501012010011001;ANI;DINAS INDUK;\n198501012010011002;BUDI;UPT BAWAH;DINAS INDUK"
    apel("staff", "import", apel.file("r.csv", f"NIP;NAMA;UNIT KERJA;OPD\n{rows}"), "--from", "2026-01-01")
    form = give(apel, WEEK, "--unit", "DINAS INDUK")
    sheet = openpyxl.load_workbook(form)["Daftar hadir"]
    assert find(sheet, "UNIT KERJA") and find(sheet, "UPT BAWAH")
    back = change(form, lambda sheet: [sheet.cell(row_of(sheet, name), 6, "H") for name in ("ANI", "BUDI")])
    assert "read 2, taken 2" in apel("roll", "import", back)


def test_a_folder_gets_a_workbook_for_each_line(apel: Apel, people: list[str]) -> None:
    said = apel("roll", "sheet", WEEK, "--all", "-o", apel.folder / "semua")
    made = sorted(path.name for path in (apel.folder / "semua").iterdir())
    assert made == [f"BAGIAN LUAR apel-pagi {WEEK}.xlsx", f"DINAS CONTOH apel-pagi {WEEK}.xlsx"]
    assert said.count("Written: ") == 2
    apel("roll", "sheet", WEEK, "--unit", UNIT, "--unit", "BAGIAN LUAR", "-o", apel.folder / "dua")
    assert len([*(apel.folder / "dua").iterdir()]) == 2
    assert "name a folder" in apel.refuses("roll", "sheet", WEEK, "--all", "-o", apel.folder / "satu.xlsx")
    assert "written as .xlsx" in apel.refuses("roll", "sheet", WEEK, "--all", "-o", apel.folder / "satu.docx")
    (apel.folder / "berkas").write_text("x")
    assert "cannot be made" in apel.refuses("roll", "sheet", WEEK, "--all", "-o", apel.folder / "berkas")


def test_units_of_like_names_have_files_of_their_own(apel: Apel, roster: Roster) -> None:
    long = "BIDANG " + "PANJANG " * 12
    roster("ANI CONTOH @ UPT A?B", "BUDI CONTOH @ UPT A*B", f"CICI CONTOH @ {long}SATU", f"DODI CONTOH @ {long}DUA")
    apel("roll", "sheet", "2026-03-02", "--all", "-o", apel.folder / "f")
    names = sorted(path.name for path in (apel.folder / "f").iterdir())
    assert len(names) == 4 and names[-2:] == [
        "UPT A B (2) apel-pagi 2026-03-02.xlsx",
        "UPT A B apel-pagi 2026-03-02.xlsx",
    ]
    people = [openpyxl.load_workbook(apel.folder / "f" / name)["apel-formulir"]["B4"].value for name in names]
    assert len(set(people)) == 4


def test_there_is_no_form_without_people_or_days(apel: Apel, people: list[str]) -> None:
    words = ("roll", "sheet", "2026-03-07", "--unit", UNIT, "-o", apel.folder / "x.xlsx")  # a Saturday
    assert "Nobody is expected for apel-pagi in 2026-03-07" in apel.refuses(*words)
    assert apel.run("roll", "sheet", "2026-03-07", "-o", apel.folder / "x.xlsx").exit_code == 2
    long = apel.refuses("roll", "sheet", "2026", "--unit", UNIT, "-o", apel.folder / "x.xlsx")
    assert "A form has room for 62 days" in long and not (apel.folder / "x.xlsx").exists()


def test_somebody_who_stood_there_for_some_days_only_is_not_required_on_the_others(
    apel: Apel, people: list[str]
) -> None:
    apel("staff", "move", people[2], "BAGIAN LUAR", "--from", "2026-03-04")
    sheet = openpyxl.load_workbook(give(apel, WEEK, "--unit", UNIT))["Daftar hadir"]
    row = row_of(sheet, "CICI")
    assert [sheet.cell(row, column).value for column in range(5, 10)] == [None, None, "-", "-", "-"]


def test_a_form_is_locked_but_where_it_is_filled_in_and_is_signed(apel: Apel, people: list[str]) -> None:
    apel("unit", "head", UNIT, "--name", "Rahayu Contoh, S.H.", "--position", "KEPALA DINAS CONTOH")
    book = openpyxl.load_workbook(give(apel, WEEK, "--unit", UNIT))
    sheet = book["Daftar hadir"]
    row = row_of(sheet, "ANI")
    assert sheet.protection.sheet and sheet.cell(row, 3).protection.locked and not sheet.cell(row, 5).protection.locked
    assert sheet.cell(row, 3).data_type == "s" and re.fullmatch(r"\d{18}", str(sheet.cell(row, 3).value))
    assert find(sheet, "Rahayu Contoh") and find(sheet, "KEPALA DINAS CONTOH") and find(sheet, "Mengetahui")
    offered = [str(rule.formula1) for rule in sheet.data_validations.dataValidation]
    assert offered == ['"H,T,S,I,C,DL,TB,DK,TK,-"', '"Kosong = tidak dicatat,Kosong = hadir,Kosong = tanpa keterangan"']
    assert book["apel-formulir"].sheet_state == "veryHidden"


def test_an_id_that_somebody_has_made_visible_is_no_list(apel: Apel, people: list[str]) -> None:
    book = openpyxl.load_workbook(give(apel, WEEK, "--unit", UNIT))
    codes(book["Daftar hadir"], ANI="H")
    book["apel-formulir"].sheet_state = "visible"
    book.save(apel.folder / "tampak.xlsx")
    run = apel.run("roll", "import", apel.folder / "tampak.xlsx")
    assert "taken 1" in run.stdout and run.stderr == "", run.output


def test_an_address_with_a_date_in_it_misleads_nobody(apel: Apel, people: list[str]) -> None:
    apel("config", "set", "office.address", '["Jalan 17 Agustus 1945 Nomor 3"]')
    form = give(apel, WEEK, "--unit", UNIT)
    assert "taken 1" in apel("roll", "import", change(form, lambda sheet: codes(sheet, ANI="H")))
    assert shown(apel, "ANI CONTOH") == "H BL BL BL BL"


def test_a_form_that_has_lost_its_id_is_an_ordinary_roll_that_says_all_it_must(apel: Apel, people: list[str]) -> None:
    book = openpyxl.load_workbook(give(apel, WEEK, "--unit", UNIT))
    codes(book["Daftar hadir"], ANI="H H T H H")
    del book["apel-formulir"]
    book.save(apel.folder / "lepas.xlsx")
    assert "read 5, taken 5" in apel("roll", "import", apel.folder / "lepas.xlsx")
    assert shown(apel, "ANI CONTOH") == "H H T H H"


def test_what_stands_beside_the_columns_of_a_form_is_said(apel: Apel, people: list[str]) -> None:
    form = give(apel, WEEK, "--unit", UNIT)

    def noted(sheet: Worksheet) -> None:
        codes(sheet, ANI="TK")
        sheet.cell(row_of(sheet, "ANI"), 11, "surat sakit menyusul")

    said = apel("roll", "import", change(form, noted))
    assert 'beside the columns of the form stands "surat sakit menyusul"; it was not read' in said


def test_whose_nip_is_gone_from_a_form_is_not_gone_himself(apel: Apel, people: list[str]) -> None:
    form = give(apel, WEEK, "--unit", UNIT)

    def unnumbered(sheet: Worksheet) -> None:
        codes(sheet, ANI="H")
        sheet.cell(row_of(sheet, "ANI"), 3).value = None

    said = apel.refuses("roll", "import", change(form, unnumbered))
    assert "there is no NIP" in said and "his row is gone" not in said
