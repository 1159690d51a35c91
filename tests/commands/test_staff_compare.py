"""apel staff compare: the roster beside an export, and what an officer can do about each difference."""

from __future__ import annotations

import csv
import json

import pytest
from office_acts import journal
from officer import Apel
from openpyxl import load_workbook

OFFICE = """NIP;NAMA;STATUS;GOL;JABATAN;UNIT INDUK;UNIT KERJA
197001011995031001;BAHRUL CONTOH;PNS;IV/c;Kepala Dinas;;DINAS CONTOH
198001012005011001;SITI REKAAN;PNS;III/d;Analis;DINAS CONTOH;SEKRETARIAT
198102022006042002;AHMAD MISALNYA;PNS;III/b;Analis;DINAS CONTOH;SEKRETARIAT
198505052023211005;DEWI IMAJINER;PPPK;IX;Penyuluh;;BADAN MISAL
197806062003121006;HASAN FIKTIF;PNS;III/c;Kepala Bidang;;KANTOR LAIN
"""
EXPORT = """NIP BARU;NAMA;JABATAN NAMA;GOL AKHIR NAMA;UNOR NAMA
197001011995031001;Bahrul Contoh;KEPALA DINAS;IV/d;DINAS CONTOH
198001012005011002;SITI REKAAN;Analis;III/d;SEKRETARIAT - DINAS CONTOH
1,98102E+17;AHMAD MISALNYA;Analis;III/b;SEKRETARIAT - DINAS CONTOH
198505052023211005;DEWI IMAJINER;Penyuluh;IX;DINAS CONTOH
1271010101800001;ORANG LAIN;Analis;III/a;DINAS CONTOH
199303032019031007;ORANG BARU;Analis;III/a;DINAS CONTOH
"""


@pytest.fixture
def office(apel: Apel) -> Apel:
    apel("staff", "import", apel.file("kantor.csv", OFFICE), "--from", "2026-01-01")
    return apel


def sorts(found: dict[str, object]) -> list[tuple[object, ...]]:
    return [(one["sort"], one["name"], one["before"], one["after"]) for one in found["differences"]]  # type: ignore[attr-defined, index]


def test_every_difference_with_its_reason_and_nothing_is_written(office: Apel) -> None:
    before = journal(office)
    found = office.json("staff", "compare", office.file("siasn.csv", EXPORT))
    assert sorts(found) == [
        ("unread", "AHMAD MISALNYA", "", ""),
        ("unread", "", "", ""),
        ("nip", "SITI REKAAN", "198001012005011001", "198001012005011002"),
        ("new", "ORANG BARU", "", "DINAS CONTOH"),
        ("moved", "DEWI IMAJINER", "BADAN MISAL", "DINAS CONTOH"),
        ("changed", "Bahrul Contoh", "IV/c", "IV/d"),
    ]
    assert (found["file"], found["day"], found["read"], found["same"]) == ("siasn.csv", "2026-03-31", 6, 0)
    assert found["counts"]["unread"] == 2 and found["counts"]["missing"] == 0
    reasons = [one["reason"] for one in found["differences"]]
    for reason, words in zip(
        reasons,
        ("--confirm 4=198102022006042002", "NIK", "probably mistyped", "not known on this day", "decree", "rank"),
        strict=True,
    ):
        assert words in reason
    assert "1271010101800001" not in json.dumps(found)
    assert journal(office) == before


def test_a_damaged_row_that_is_confirmed_is_compared(office: Apel) -> None:
    path = office.file("siasn.csv", EXPORT)
    found = office.json("staff", "compare", path, "--confirm", "4=198102022006042002")
    assert found["counts"]["unread"] == 1 and found["same"] == 1


def test_on_screen_with_what_was_not_looked_at(office: Apel) -> None:
    said = office("staff", "compare", office.file("siasn.csv", EXPORT))
    for words in ("changed: rank", "moved: unit", "other NIP", "siasn.csv, row 4"):
        assert words in said
    assert "Not looked at, for the file names nobody of them: 1 people of KANTOR LAIN" in said


def test_one_unit(office: Apel) -> None:
    whole = "NIP;NAMA\n197001011995031001;BAHRUL CONTOH\n198505052023211005;DEWI IMAJINER\n"
    found = office.json("staff", "compare", office.file("d.csv", whole), "--unit", "DINAS CONTOH")
    assert sorts(found) == [
        ("missing", "AHMAD MISALNYA", "DINAS CONTOH / SEKRETARIAT", ""),
        ("missing", "SITI REKAAN", "DINAS CONTOH / SEKRETARIAT", ""),
        ("moved", "DEWI IMAJINER", "BADAN MISAL", "DINAS CONTOH"),
    ]
    export = office.file("siasn.csv", EXPORT)
    assert [one[1] for one in sorts(office.json("staff", "compare", export, "--unit", "BADAN MISAL"))[2:]] == [
        "DEWI IMAJINER"
    ]
    assert "There is no unit" in office.refuses("staff", "compare", export, "--unit", "QWERTY")


def test_the_roster_of_a_day(office: Apel) -> None:
    office("staff", "move", "198505052023211005", "DINAS CONTOH", "--from", "2026-03-10")
    path = office.file("siasn.csv", EXPORT)
    assert "moved" in {one[0] for one in sorts(office.json("staff", "compare", path, "--on", "2026-03-09"))}
    assert "moved" not in {one[0] for one in sorts(office.json("staff", "compare", path, "--from", "2026-03-10"))}


def test_as_a_workbook_of_texts(office: Apel) -> None:
    path, target = office.file("siasn.csv", EXPORT), office.folder / "beda.xlsx"
    assert "Written" in office("staff", "compare", path, "-o", target)
    book = load_workbook(target)
    assert book.sheetnames == ["Summary", "Differences"]
    summary = {row[0]: row[1] for row in book["Summary"].iter_rows(values_only=True) if isinstance(row[1], int)}
    assert summary["cannot be read"] == 2 and summary["missing"] == 0 and summary["read"] == 6
    cells = {cell.value: cell for row in book["Differences"].iter_rows() for cell in row}
    assert cells["198001012005011002"].data_type == "s" and cells["198001012005011002"].number_format == "@"
    assert cells["19800101 200501 1 001"].data_type == "s"  # as in letters, to be compared by eye
    assert book["Differences"].page_setup.orientation == "landscape"


def test_in_other_files_and_forms(office: Apel) -> None:
    path = office.file("siasn.csv", EXPORT)
    office("staff", "compare", path, "-o", office.folder / "beda.json")
    assert json.loads((office.folder / "beda.json").read_text("utf-8"))["read"] == 6
    office("staff", "compare", path, "-o", office.folder / "beda.csv")
    with (office.folder / "beda.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file, delimiter=";"))) == 7
    result = office.run("staff", "compare", path, "--format", "csv")
    assert result.stdout.count("\n") == 7
    assert ".xlsx" in office.refuses("staff", "compare", path, "-o", office.folder / "beda.pdf")


def test_every_sort_has_its_reason(office: Apel) -> None:
    lines = """NIP;NAMA;STATUS;UNIT KERJA
        197001011995031001;BAHRUL CONTOH;PPPK;DINAS CONTOH
        196502021988121007;SITI REKAAN;PNS;SEKRETARIAT
        199303032019031007;ORANG BARU;PNS;DINAS CONTOH
        199303032019031008;ORANG BARU;PNS;DINAS CONTOH
    """
    found = office.json("staff", "compare", office.file("lain.csv", lines))
    reasons = {one["sort"]: one["reason"] for one in found["differences"]}
    assert "a namesake, or a wrong NIP" in reasons["nip"]
    assert "under two NIPs" in reasons["duplicate"]
    assert "those of PNS" in reasons["status"]
    assert "retired, moved away or forgotten" in reasons["missing"]
