"""apel recap for the desk of a head: ranks and letters, the table of a day, cuts of TPP, papers to sign."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from office_acts import WEEK, close, roll
from officer import Apel, Roster
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from pypdf import PdfReader

GRADES = """
[grades]
A = 0.9
B = 0.5
E = 0

[signatories.recap]
name = "Dra. RATNA SAMPEL"
position = "Sekretaris Badan"
rank = "Pembina"
nip = "196811121994032002"
capacity = "a.n. SEKRETARIS DAERAH; KEPALA BADAN KEPEGAWAIAN; u.b."
"""
TPP = """
[tpp]
basis = ["Peraturan Wali Kota (rekaan)"]

[[tpp.cuts]]
kind = "apel-pagi"
codes = ["TK"]
percent = 1.5
name = "Tidak ikut apel"

[[tpp.cuts]]
kind = "apel-pagi"
codes = ["T"]
percent = 0.5
most = 0.5

[[tpp.levels]]
kind = "apel-pagi"
codes = ["TK"]
least = 3
percent = 100
"""


def text(book: Workbook) -> str:
    """All texts of a workbook."""
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(value) for value in cells if value is not None)


def pages(path: Path) -> list[str]:
    """The texts of the pages of a PDF."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


@pytest.fixture
def office(apel: Apel, roster: Roster) -> Apel:
    """Three units: SATU comes, DUA comes half of the time, TIGA has not reported."""
    nips = roster("ANI @ SATU", "BUDI @ DUA", "CICI @ DUA", "DEDI @ TIGA")
    roll(apel, nips, "H H T S", "H TK H DL", "TK TK TK H", "H H H H")
    close(apel, WEEK, "SATU", "DUA")
    apel("config", "import", apel.file("nilai.toml", GRADES))
    return apel


def test_units_in_their_order_with_letters(office: Apel) -> None:
    told = office.json("recap", WEEK, "--by", "rank")
    units = [(one["unit"], one["rank"], one["grade"], one["rate"]) for one in told["units"]]
    assert units == [("SATU", 1, "A", 1.0), ("DUA", 2, "E", 0.4286), ("TIGA", None, None, 1.0)]
    assert told["before"] == {"from": "2026-02-23", "to": "2026-02-26"}
    assert told["provisional"]
    said = office("recap", WEEK, "--by", "rank")
    assert "not reported" in said and "A mulai 90,0 %" in said


def test_the_change_to_the_period_before(office: Apel) -> None:
    nips = [one["nip"] for one in office.json("staff", "list")["people"]]
    before = "2026-02-23..2026-02-26"
    for day in range(23, 27):
        for nip in nips:
            present = "H" if nip == nips[1] or day == 23 else "TK"
            office("roll", "mark", nip, present, "--date", f"2026-02-{day}")
    close(office, before)
    by_unit = {one["unit"]: one for one in office.json("recap", WEEK, "--by", "rank")["units"]}
    satu = by_unit["SATU"]
    assert satu["change"] == round(1.0 - satu["rate_before"], 4)
    assert satu["climbed"] == satu["rank_before"] - 1
    said = office("recap", WEEK, "--by", "rank")
    assert "▲" in said or "▼" in said


def test_the_workbook_of_ranks(office: Apel) -> None:
    file = office.folder / "peringkat.xlsx"
    office("recap", WEEK, "--by", "rank", "-o", file)
    book = load_workbook(file)
    assert book.sheetnames == ["Peringkat", "Per hari", "Grafik", "Asal data"]
    assert [len(sheet._charts) for sheet in book] == [0, 0, 2, 0]
    told = text(book)
    for words in (
        "REKAPITULASI APEL PAGI UNIT KERJA MENURUT PERINGKAT, 2 S.D. 5 MARET 2026",
        "belum lapor",
        "a.n. SEKRETARIS DAERAH\nKEPALA BADAN KEPEGAWAIAN\nu.b.\nSEKRETARIS BADAN",
        "NIP. 19681112 199403 2 002",
        "A mulai 90,0 %; B mulai 50,0 %; E mulai 0,0 %",
    ):
        assert words in told
    sheet = book["Peringkat"]
    assert sheet.oddFooter.left.text.startswith("RAHASIA - TERBATAS")
    assert "TK tanpa keterangan" in sheet.oddHeader.center.text
    assert sheet.auto_filter.ref and sheet.print_title_rows and sheet.print_area


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("F4", (609, 935)), ("F4-210", (595, 935))])
def test_the_evaluation_is_one_page(office: Apel, paper: str, size: tuple[int, int]) -> None:
    file = office.folder / "evaluasi.pdf"
    office("recap", WEEK, "--by", "rank", "--paper", paper, "-o", file)
    (page,) = PdfReader(file).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size
    (told,) = pages(file)
    for words in ("EVALUASI KEHADIRAN UNIT KERJA", "1 SATU", "100,0 %", "belum lapor", "SEMENTARA", "u.b.", "RATNA"):
        assert words in told
    assert "ANI" not in told and "BUDI" not in told


def test_without_grades_and_without_days_there_is_an_evaluation_too(apel: Apel, roster: Roster) -> None:
    roster("ANI @ SATU")
    apel("recap", "2026-03-01", "--by", "rank", "-o", apel.folder / "kosong.pdf")
    assert "Tanpa nilai" in pages(apel.folder / "kosong.pdf")[0]
    apel("recap", "2026-03-01", "--by", "rank", "-o", apel.folder / "kosong.xlsx")
    assert "Grafik" not in load_workbook(apel.folder / "kosong.xlsx").sheetnames


def test_the_table_of_the_city(office: Apel) -> None:
    told = office.json("recap", "2026-03-05", "--by", "city")
    assert [(one["unit"], one["scheduled"], one["absent"], one["excused"], one["share"]) for one in told["units"]] == [
        ("DUA", 2, 0, 1, 0.5),
        ("SATU", 1, 0, 1, 0.0),
        ("TIGA", 1, 0, 0, None),
    ]
    file = office.folder / "harian.pdf"
    office("recap", "2026-03-05", "--by", "city", "-o", file)
    (page,) = pages(file)
    for words in (
        "TANPA KETERANGAN",
        "TUGAS LUAR/",
        "PERSENTASE",
        "1 2 3 4 5 6 7 8",
        "Kamis, 5 Maret 2026",
        "TOTAL 4 0 2 2 2",
    ):
        assert words in page
    office("recap", "2026-03-05", "--by", "city", "-o", office.folder / "harian.xlsx")
    sheet = load_workbook(office.folder / "harian.xlsx")["Harian"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(number for number, row in enumerate(rows) if row[0] == "NO")
    assert rows[top + 1] == [str(number) for number in range(1, 9)]
    assert [row[:5] for row in rows[top + 2 : top + 5]] == [
        [1, "DUA", 2, 0, 1],
        [2, "SATU", 1, 0, 1],
        [3, "TIGA", 1, 0, 0],
    ]
    assert "one day" in office.refuses("recap", WEEK, "--by", "city")
    assert ".xlsx" in office.refuses("recap", WEEK, "--by", "tpp", "-o", office.folder / "x.pdf")


def test_cuts_want_a_table_and_one_month(office: Apel) -> None:
    assert "tpp.cuts" in office.refuses("recap", "2026-03", "--by", "tpp")
    office("config", "import", office.file("tpp.toml", TPP))
    assert "month by month" in office.refuses("recap", "2026-02..2026-03", "--by", "tpp")


def test_cuts_with_their_counting(office: Apel) -> None:
    office("config", "import", office.file("tpp.toml", TPP))
    told = office.json("recap", WEEK, "--by", "tpp")
    assert {one["name"]: (one["added"], one["level"], one["percent"], one["unreported"]) for one in told["people"]} == {
        "ANI": (0.5, 0.0, 0.5, 0),
        "BUDI": (1.5, 0.0, 1.5, 0),
        "CICI": (4.5, 100.0, 100.0, 0),
        "DEDI": (0.0, 0.0, 0.0, 0),
    }
    cici = next(one for one in told["people"] if one["name"] == "CICI")
    assert cici["items"][0] == {
        "name": "Tidak ikut apel",
        "kind": "apel-pagi",
        "codes": ["TK"],
        "count": 3,
        "each": 1.5,
        "percent": 4.5,
        "dates": ["2026-03-02", "2026-03-03", "2026-03-04"],
    }
    assert told["provisional"] and told["unreported"][0]["unit"] == "TIGA"
    assert "PROVISIONAL" in office("recap", WEEK, "--by", "tpp")
    only = office.json("recap", WEEK, "--by", "tpp", "--unit", "SATU")
    assert [one["name"] for one in only["people"]] == ["ANI"] and not only["provisional"]
    office("recap", WEEK, "--by", "tpp", "-o", office.folder / "tpp.xlsx")
    book = load_workbook(office.folder / "tpp.xlsx")
    assert book.sheetnames == ["Potongan", "Rincian", "Asal data"]
    told = text(book)
    for words in (
        "2, 3, 4/3/2026",
        "TPP: ambang",
        "Peraturan Wali Kota (rekaan)",
        "1,5 % sekali",
        "paling banyak 0,5 %",
    ):
        assert words in told
    assert all(sheet.oddFooter.left.text.startswith("RAHASIA - TERBATAS") for sheet in book)
    office("recap", WEEK, "--by", "tpp", "-o", office.folder / "tpp.json")
    assert json.loads((office.folder / "tpp.json").read_text("utf-8")) == office.json("recap", WEEK, "--by", "tpp")


def test_certain_days_are_named_in_the_sources(office: Apel) -> None:
    special = TPP.replace('name = "Tidak ikut apel"', 'name = "Apel perdana"\non = ["2026-03-03"]')
    office("config", "import", office.file("tpp.toml", special))
    cici = office.json("recap", WEEK, "--by", "tpp", "--unit", "DUA")["people"][1]
    assert [item["dates"] for item in cici["items"]] == [["2026-03-03"], []]
    office("recap", WEEK, "--by", "tpp", "-o", office.folder / "tpp.xlsx")
    assert "hanya 3/3/2026" in text(load_workbook(office.folder / "tpp.xlsx"))


def test_the_papers_of_a_year_have_months_and_the_office_signs(office: Apel) -> None:
    office("config", "set", "recap.paper", "F4-210")
    file = office.folder / "tahun.xlsx"
    office("recap", "2026", "-o", file)
    book = load_workbook(file)
    assert book.sheetnames == ["Ringkasan", "DUA", "SATU", "TIGA", "Grafik", "Asal data"]
    assert "SEKRETARIS BADAN" in text(book)
    row = next(row for row in book["DUA"].iter_rows(values_only=True) if str(row[1]).startswith("CICI"))
    assert row[3:9] == (0, 0, 0, 0, 1, 3)
    assert (book["DUA"].page_setup.paperWidth, book["DUA"].page_setup.paperHeight) == ("210mm", "330mm")
    office("recap", "2026", "--kind", "kerja", "--paper", "A4", "-o", office.folder / "kerja.xlsx")
    assert {sheet.page_setup.paperSize for sheet in load_workbook(office.folder / "kerja.xlsx")} == {"9", 9} & {9}


def test_who_was_invited_and_belongs_nowhere_is_in_the_workbook(apel: Apel, roster: Roster) -> None:
    ani, _budi = roster("ANI", "BUDI")
    file = apel.file("u.csv", f"NIP\n{ani}")
    apel("calendar", "call", "2026-03-03", "--kind", "kegiatan", "--name", "Rapat", "--people", file)
    apel("staff", "end", ani, "--from", "2026-03-01", "--reason", "pindah")
    apel("recap", WEEK, "--kind", "kegiatan", "-o", apel.folder / "k.xlsx")
    assert "ANI" in text(load_workbook(apel.folder / "k.xlsx"))
    assert "TANPA UNIT KERJA" in load_workbook(apel.folder / "k.xlsx").sheetnames
