"""apel case recap: the cases of an agency over a year, without names unless they are asked for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from cases_filed import case, put
from office_acts import journal, spoken
from officer import Apel, Roster
from openpyxl import load_workbook
from pypdf import PdfReader

from attendance.rules.cases import Origin
from attendance.rules.law import Level

BY = ("unit", "level", "step", "deadlines", "sanctions")
ENDED = (
    "panggilan-1 2026-01-12 2026-01-26",
    "pemeriksaan 2026-01-26",
    "keputusan 2026-01-28 sedang potong-tukin-6",
    "terima 2026-02-02",
    "dijalani 2026-02-25",
    "selesai 2026-03-02 dijalani",
)
NAMES = re.compile(r"\b(ANI|BUDI|CICI|DEDI|EKA)\b|\d{18}|PD-\d")
TODAY = "2026-03-31"


@pytest.fixture
def office(apel: Apel, roster: Roster) -> Apel:
    """Five cases of the year, one of the year before; BUDI has moved since, EKA belonged nowhere yet."""
    nips = roster("ANI @ SATU", "BUDI @ SATU", "CICI @ DUA", "DEDI @ DUA", "EKA @ TIGA")
    apel("staff", "move", nips[1], "DUA", "--from", "2026-03-02")
    second = ("panggilan-1 2026-02-02 2026-02-13", "tidak-hadir-1 2026-02-13", "panggilan-2 2026-03-02 2026-03-12")
    put(
        apel,
        (nips[0], case("PD-1/2026", "2026-01-05", *ENDED)),
        (nips[1], case("PD-2/2026", "2026-02-02", *second, origin=Origin.PENGADUAN, level=None)),
        (nips[2], case("PD-3/2026", "2026-03-02", level=Level.BERAT)),
        (nips[3], case("PD-4/2026", "2026-03-03", binding=False, level=None, origin=Origin.APEL)),
        (nips[4], case("PD-1/2025", "2025-12-01", "keputusan 2026-03-10 ringan potongan setempat 5 %")),
    )
    return apel


def test_a_year_for_a_program(office: Apel) -> None:
    told = office.json("case", "recap", "2026")
    assert [told[name] for name in ("carried", "opened", "closed", "open")] == [1, 4, 1, 4]
    assert told["decided"] == {"ringan": 1, "sedang": 1, "berat": 0}
    assert (told["kept"], told["missed"], told["running"], told["days_late"]) == (1, 1, 1, 2)
    assert told["origins"] == {"kehadiran": 2, "pengaduan": 1, "apel": 1}
    assert told["outcomes"] == {"dijalani": 1}
    assert told["to_decision"] == {"cases": 2, "mean": 40.5, "longest": 65}
    assert (told["until"], told["not_bound"]) == (TODAY, 1)
    assert [told["before"][name] for name in ("from", "opened", "open")] == ["2025-01-01", 1, 1]
    units = {one["unit"]: (one["carried"], one["opened"], one["missed"]) for one in told["units"]}
    assert units == {"SATU": (0, 2, 1), "DUA": (0, 2, 0), None: (1, 0, 0)}
    assert {one["level"]: one["open"] for one in told["levels"]} == {"ringan": 1, "sedang": 0, "berat": 1, None: 2}
    assert {one["step"]: one["cases"] for one in told["steps"]} == {None: 2, "panggilan-2": 1, "keputusan": 1}
    late = [one for one in told["deadlines"] if one["late"]]
    assert [(one["step"], one["unit"], one["by"], one["met"]) for one in late] == [
        ("panggilan-2", "SATU", "2026-02-26", "2026-03-02")
    ]
    assert not NAMES.search(json.dumps(told))


def test_every_view_on_screen_and_in_files_has_no_name(office: Apel) -> None:
    before = journal(office)
    for by in (None, *BY):
        words = ["--by", by] if by else []
        assert not NAMES.search(office("case", "recap", "2026", *words))
        for suffix in ("csv", "json", "xlsx", "pdf"):
            path = office.folder / f"{by}.{suffix}"
            office("case", "recap", "2026", *words, "-o", path)
            assert not NAMES.search(read(path)), (by, suffix)
    assert journal(office) == before


def read(path: Path) -> str:
    """All that stands in a file."""
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".xlsx":
        return "\n".join(
            str(cell) for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True) for cell in row
        )
    return path.read_text("utf-8-sig")


def test_the_screen(office: Apel) -> None:
    said = spoken(office, "case", "recap", "2026")
    assert said.startswith("RAHASIA - TERBATAS: Cases, tahun 2026")
    assert "Cases opened 4 1 ▲ 3" in said and "Share of deadlines kept (%) 50 -" in said
    assert "The period (tahun 2026) is not over: this is how it stood on 31 Maret 2026." in said
    assert "Cases of PPPK, or opened before PP 94/2021: 1." in said
    assert "(no unit) 1 0 0 1" in spoken(office, "case", "recap", "2026", "--by", "unit")
    levels = spoken(office, "case", "recap", "2026", "--by", "level")
    assert "not known yet 0 2 0 2" in levels
    assert "From opening to decision: 40,5 working days in the mean, 65 at most (2 cases)." in levels
    steps = spoken(office, "case", "recap", "2026", "--by", "step")
    assert "opened, nobody summoned yet 2 16" in steps and "Panggilan II 1 " in steps
    deadlines = spoken(office, "case", "recap", "2026", "--by", "deadlines")
    assert "Panggilan II, 7 working days (PP 94/2021 Pasal 26 ayat (3)) SATU 0 1 0 2 2" in deadlines
    sanctions = spoken(office, "case", "recap", "2026", "--by", "sanctions")
    assert "ringan potongan setempat 5 % 1" in sanctions
    assert "pemotongan tunjangan kinerja sebesar 25 % selama 6 bulan 1" in sanctions


def test_a_past_year_says_the_same_whenever_it_is_asked(office: Apel) -> None:
    then = office.json("case", "recap", "2025", today="2026-01-01")
    assert then == office.json("case", "recap", "2025", today="2027-05-01")
    assert (then["opened"], then["open"], then["to_decision"]["mean"]) == (1, 1, None)
    assert "not over" not in office("case", "recap", "2025")


def test_nothing_to_tell(apel: Apel) -> None:
    assert apel.json("case", "recap", "2026")["open"] == 0
    for by in BY:
        assert "(none)" in apel("case", "recap", "2025", "--by", by)
    apel("case", "recap", "2025", "-o", apel.folder / "nihil.pdf")
    assert "Nihil." in read(apel.folder / "nihil.pdf")
    assert "has not begun" in apel.refuses("case", "recap", "2027")


def test_names_stand_on_a_sheet_of_their_own(office: Apel) -> None:
    path = office.folder / "rekap.xlsx"
    office("case", "recap", "2026", "--names", "-o", path)
    book = load_workbook(path)
    sheets = ["Ringkasan", "Per unit", "Per tingkat", "Per tahap", "Tenggat", "Hukuman", "Nama", "Asal data"]
    assert book.sheetnames == sheets
    for sheet in book:
        found = "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
        assert "RAHASIA - TERBATAS" in found and sheet.oddFooter.left.text.startswith("RAHASIA - TERBATAS")
        assert bool(NAMES.search(found)) is (sheet.title == "Nama")
    named = {row[0]: row for row in book["Nama"].iter_rows(values_only=True) if str(row[0]).startswith("PD-")}
    assert named["PD-1/2026"][2:4] == ("ANI", "SATU")
    assert named["PD-1/2026"][9] == "hukuman selesai dijalani"
    assert named["PD-3/2026"][7:10] == (None, None, None)
    cases = office.json("case", "recap", "2026", "--names")["cases"]
    assert [(one["number"], one["unit"], one["closed"]) for one in cases][:2] == [
        ("PD-1/2025", None, None),
        ("PD-1/2026", "SATU", "2026-03-02"),
    ]
    for words in (["-o", office.folder / "n.pdf"], ["-o", office.folder / "n.csv"], [], ["--format", "csv"]):
        assert "a sheet of their own" in office.refuses("case", "recap", "2026", "--names", *words)
    office("case", "recap", "2026", "--names", "-o", office.folder / "n.json")
    assert NAMES.search(read(office.folder / "n.json"))


def test_the_papers(office: Apel) -> None:
    config = """
        [office]
        name = "PEMERINTAH KOTA CONTOH"
        place = "Kota Contoh"
        [signatories.recap]
        name = "Dra. RATNA SAMPEL"
        position = "KEPALA BADAN"
    """
    office("config", "import", office.file("c.toml", config))
    path = office.folder / "laporan.pdf"
    office("case", "recap", "2026", "-o", path, "--paper", "F4")
    text = " ".join(read(path).split())
    assert text.startswith("RAHASIA - TERBATAS")
    for words in ("REKAPITULASI PERKARA DISIPLIN", "Tahun 2026", "Perkara per unit kerja", "Dra. RATNA SAMPEL"):
        assert words in text
    assert text.count("Periode ini (tahun 2026) belum berakhir") == 1
    assert round(float(PdfReader(path).pages[0].mediabox.height) / 72 * 25.4) == 330
    office("case", "recap", "2026", "--by", "step", "-o", path)
    assert "Perkara per unit kerja" not in read(path) and "Tahap terakhir" in read(path)
    assert ".docx" in office.refuses("case", "recap", "2026", "-o", office.folder / "x.docx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_formulas_are_the_figures(office: Apel) -> None:
    path = office.folder / "rekap.xlsx"
    office("case", "recap", "2026", "-o", path)
    home = f"-env:UserInstallation={(office.folder / 'lo').as_uri()}"
    words = ["soffice", home, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*words, office.folder / "hasil", path], check=True, capture_output=True, timeout=180)
    book = load_workbook(office.folder / "hasil" / "rekap.xlsx", data_only=True)
    told = office.json("case", "recap", "2026")
    rows = {row[0]: row for row in book["Per unit"].iter_rows(values_only=True)}
    names = ("carried", "opened", "closed", "open")
    levels = ("ringan", "sedang", "berat")
    held = ("kept", "missed", "running", "days_late")
    for unit in told["units"]:
        figures = (
            *(unit[name] for name in names),
            *(unit["decided"][one] for one in levels),
            *(unit[one] for one in held),
        )
        assert rows[unit["unit"] or "(tanpa unit kerja)"][1:] == figures
    assert rows["Jumlah"][1:5] == tuple(told[name] for name in names)
    late = next(row for row in book["Tenggat"].iter_rows(values_only=True) if row[2] == "SATU" and row[4])
    assert late[3:] == (0, 1, 0, 2, 2, 2)
