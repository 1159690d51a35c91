"""roll sheet as pages to be signed by hand: who stands on them, what they do not tell, and how they are known again."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from officer import Apel, Roster
from pypdf import PdfReader

from attendance.publish import roll_papers

WEEK = "2026-03-02..2026-03-06"
SUNDAY = "2026-03-01"


def pages(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def given(apel: Apel, *words: object, name: str = "lembar.pdf") -> list[str]:
    path = apel.folder / name
    assert f"Written: {path}" in apel("roll", "sheet", *words, "-o", path, today=SUNDAY)
    return pages(path)


@pytest.fixture
def people(roster: Roster) -> list[str]:
    return roster("ANI CONTOH", "BUDI CONTOH", "CICI CONTOH", "DODI LUAR @ BAGIAN LUAR")


def test_a_day_has_its_people_numbers_left_and_right_and_room_for_more(apel: Apel, people: list[str]) -> None:
    apel("unit", "head", "DINAS CONTOH", "--name", "Drs. KEPALA", "--position", "Kepala Dinas", "--capacity", "Plt.")
    (page,) = given(apel, "2026-03-02", "--unit", "DINAS CONTOH")
    for part in (
        "PEMERINTAH KOTA CONTOH DINAS CONTOH",
        "DAFTAR HADIR APEL PAGI DAN SORE HARI/TANGGAL : Senin, 2 Maret 2026",
        "1 ANI CONTOH NIP. 19850101 201001 1 001",
        "1. 1. PNS",
        "6 6. 6.",
        "PNS / CPNS 3",
        "Jumlah 3",
        "Mengetahui, Plt. KEPALA DINAS",
        "Drs. KEPALA",
        "Halaman 1 dari 1",
    ):
        assert part in page, part
    assert "DODI" not in page and "7 7." not in page


def test_a_letter_is_told_without_its_kind_and_who_need_not_come_is_left_out(apel: Apel, people: list[str]) -> None:
    apel("leave", "add", people[0], "S", "--from", "2026-03-02", "--number", "RS/1", today="2026-03-02")
    apel("leave", "add", people[1], "CM", "--from", "2026-03-02", "--number", "C/1", today="2026-03-02")
    apel("exempt", "add", "--nip", people[2], "--kind", "apel-pagi", "--from", "2026-03-02", "--reason", "protokol")
    (page,) = given(apel, "2026-03-02", "--unit", "DINAS CONTOH")
    assert page.count("ada surat") == 2 and "CICI" not in page and "Jumlah 2" in page
    assert "sakit" not in page.casefold() and not re.search(r"\bS\b|\bCM\b|RS/1", page)


def test_a_week_is_a_sheet_a_day(apel: Apel, people: list[str]) -> None:
    made = given(apel, WEEK, "--unit", "DINAS CONTOH")
    assert [re.search(r"HARI/TANGGAL : (\w+)", page)[1] for page in made] == [  # type: ignore[index]
        "Senin",
        "Selasa",
        "Rabu",
        "Kamis",
        "Jumat",
    ]
    assert all("Halaman 1 dari 1" in page for page in made)


def test_a_long_roll_has_its_heading_on_each_page(apel: Apel, roster: Roster) -> None:
    roster(*(f"PEGAWAI {letter}{other}" for letter in "ABCDE" for other in "ABCDEFGHIJ"))
    made = given(apel, "2026-03-02", "--all", "--paper", "F4-210")
    assert len(made) > 1 and all("Nama / NIP" in page and "Tanda tangan" in page for page in made)
    assert [f"Halaman {number} dari {len(made)}" in page for number, page in enumerate(made, 1)] == [True] * len(made)
    box = PdfReader(apel.folder / "lembar.pdf").pages[0].mediabox
    assert [round(float(side) / 72 * 25.4) for side in box[2:]] == [210, 330]


def test_the_id_at_the_foot_is_that_of_the_workbook(apel: Apel, people: list[str]) -> None:
    (page,) = given(apel, "2026-03-02", "--unit", "DINAS CONTOH")
    apel("roll", "sheet", "2026-03-02", "--unit", "DINAS CONTOH", "-o", apel.folder / "f.xlsx", today=SUNDAY)
    kept = openpyxl.load_workbook(apel.folder / "f.xlsx")["apel-formulir"]["C1"].value
    printed = re.search(r"Formulir ((?:[0-9a-f]{4} ?){5}), jurnal nomor (\d+)", page)
    assert printed is not None and printed[1].replace(" ", "") == kept


def test_all_lines_stand_in_one_file_or_in_a_folder(apel: Apel, people: list[str]) -> None:
    made = given(apel, "2026-03-02", "--all")
    assert ["BAGIAN LUAR" in page for page in made] == [True, False]
    apel("roll", "sheet", "2026-03-02", "--all", "--pdf", "-o", apel.folder / "semua", today=SUNDAY)
    names = sorted(path.name for path in (apel.folder / "semua").iterdir())
    assert names == ["BAGIAN LUAR apel-pagi 2026-03-02.pdf", "DINAS CONTOH apel-pagi 2026-03-02.pdf"]


def test_what_is_too_much_for_one_file_goes_into_several(
    apel: Apel, people: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roll_papers, "MOST", 6)
    apel("roll", "sheet", WEEK, "--unit", "DINAS CONTOH", "-o", apel.folder / "minggu.pdf", today=SUNDAY)
    assert [len(pages(apel.folder / f"minggu-{number}.pdf")) for number in (1, 2, 3)] == [2, 2, 1]


def test_lines_of_a_unit_have_headings(apel: Apel, roster: Roster) -> None:
    roster("ANI CONTOH @ DINAS / BIDANG DUA", "BUDI CONTOH @ DINAS / BIDANG SATU")
    (page,) = given(apel, "2026-03-02", "--unit", "DINAS")
    assert re.search("BIDANG DUA 1 ANI.*BIDANG SATU 2 BUDI", page)


@pytest.mark.parametrize(("kind", "heading"), [("kerja", "Datang Pulang"), ("apel-sore", "Pagi Sore")])
def test_what_is_signed_follows_the_kind(apel: Apel, people: list[str], kind: str, heading: str) -> None:
    apel("calendar", "call", "2026-03-02", "--kind", "apel-sore", "--name", "apel sore")
    assert heading in given(apel, "2026-03-02", "--unit", "DINAS CONTOH", "--kind", kind)[0]


def test_a_ceremony_is_signed_once(apel: Apel, people: list[str]) -> None:
    apel("calendar", "call", "2026-03-17", "--kind", "upacara", "--name", "HKN")
    (page,) = given(apel, "2026-03-17", "--unit", "DINAS CONTOH", "--kind", "upacara")
    assert "DAFTAR HADIR UPACARA" in page and "Pagi" not in page and "1. PNS" in page


MALL = """
    NIP;NAMA;STATUS;JABATAN;UNIT KERJA;BARISAN
    198501012010011001;ANI;PNS;Loket A;KANTOR PERTANAHAN;MAL PELAYANAN PUBLIK
    198501012010011002;BUDI;CPNS;Loket B;DINAS SOSIAL;MAL PELAYANAN PUBLIK
    198501012010011003;CICI;PNS;Pengelola;MAL PELAYANAN PUBLIK;MAL PELAYANAN PUBLIK
    198501012010011004;DODI;PNS;Staf;DINAS SOSIAL;DINAS SOSIAL
"""


def test_at_a_mall_the_agency_stands_beside_each_name(apel: Apel) -> None:
    apel("staff", "import", apel.file("mpp.csv", MALL), "--from", "2026-01-01")
    (page,) = given(apel, "2026-03-02", "--all", "--by", "counter")  # the line of DINAS SOSIAL has no guests
    assert re.search("DINAS SOSIAL 1 BUDI .*KANTOR PERTANAHAN 2 ANI .*MAL PELAYANAN PUBLIK 3 CICI", page)
    assert "KANTOR PERTANAHAN Loket A" in page and "Instansi asal / Jabatan" in page
    said = apel.refuses("roll", "sheet", "2026-03-02", "--all", "--by", "counter", "-o", apel.folder / "x")
    assert "for paper only" in said
    said = apel.refuses(
        *("roll", "sheet", "2026-03-02", "--unit", "DINAS SOSIAL", "--by", "counter", "-o", apel.folder / "x.pdf")
    )
    assert "Nobody is expected" in said


def test_a_workbook_is_no_paper(apel: Apel, people: list[str]) -> None:
    words = ("roll", "sheet", "2026-03-02", "--unit", "DINAS CONTOH", "--pdf", "-o", apel.folder / "x.xlsx")
    assert "written as .pdf" in apel.refuses(*words)


def test_names_without_end_and_with_markup(apel: Apel, roster: Roster) -> None:
    roster("RADEN AJENG " + "KUSUMANINGTYAS " * 4 + "W", "*BUDI* #let _x_ $y$ @ DINAS CONTOH")
    (page,) = given(apel, "2026-03-02", "--all")
    assert "*BUDI* #let _x_ $y$" in page and page.count("KUSUMANINGTYAS") == 4
