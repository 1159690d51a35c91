"""Blank forms: what is filled in below their headings goes in without a question."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from officer import Apel, Roster

from attendance.publish.blanks import BLANKS, TWINS

ANI = "198501012010011001"


def blank(apel: Apel, kind: str) -> Path:
    path = apel.folder / f"{kind}.xlsx"
    assert f"Written: {path}" in apel("template", kind, "-o", path)
    return path


def fill(path: Path, *rows: dict[str, Any]) -> Path:
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, 2):
        for heading, value in row.items():
            sheet.cell(number, headings[heading], value)
    book.save(path)
    return path


FILLED: dict[str, tuple[dict[str, Any], list[str]]] = {
    "roster": (
        {"NIP": "19850101 201001 1 002", "NAMA": "Budi Contoh, S.E.", "STATUS": "PNS", "GOLONGAN": "III/d"}
        | {"JABATAN": "Analis", "UNIT KERJA": "BAGIAN UMUM", "APEL DI": "MAL PELAYANAN PUBLIK"},
        ["staff", "import", "FILE", "--from", "2026-01-01"],
    ),
    "roll": (
        {"NIP": ANI, "NAMA": "ANI CONTOH", "TANGGAL": date(2026, 3, 2), "JENIS": "apel-sore", "KODE": "H"}
        | {"JAM": "07.41", "KET": "paraf menyusul"},
        ["roll", "import", "FILE"],
    ),
    "letters": (
        {"NIP": ANI, "NAMA": "ANI CONTOH", "JENIS": "CT", "MULAI": date(2026, 3, 2), "SELESAI": date(2026, 3, 4)}
        | {"NOMOR": "800/1", "TANGGAL SURAT": date(2026, 3, 1), "KETERANGAN": "cuti"},
        ["leave", "import", "FILE"],
    ),
    "calendar": (
        {"TANGGAL": date(2026, 3, 25), "JENIS": "lokal", "NAMA": "Hari jadi", "SUMBER": "SE 1/2026"},
        ["calendar", "import", "FILE"],
    ),
    "links": (
        {"PIN": "17", "NIP": ANI, "NAMA": "ANI CONTOH"},
        ["scan", "link", "--device", "Mesin 1", "--file", "FILE"],
    ),
    "signatures": (
        {"UNIT": "DINAS CONTOH", "JENIS": "apel-pagi", "MULAI": date(2026, 3, 2), "SELESAI": date(2026, 3, 2)}
        | {"PENANDATANGAN": "Rahayu Contoh", "HADIR": 0, "JUMLAH": 1},
        ["roll", "sign", "FILE"],
    ),
}


@pytest.mark.parametrize("kind", list(BLANKS))
def test_a_blank_that_is_filled_in_goes_in_without_a_question(apel: Apel, roster: Roster, kind: str) -> None:
    assert roster("ANI CONTOH") == [ANI]
    row, command = FILLED[kind]
    path = fill(blank(apel, kind), row)
    assert {*row} <= {field.heading for field in BLANKS[kind].fields}
    run = apel.run(*(path if word == "FILE" else word for word in command))
    assert run.exit_code == 0 and "read 1, taken 1" in run.stdout, run.output
    assert "! " not in run.stderr.replace("nothing is recorded", "") or kind == "signatures", run.stderr


@pytest.mark.parametrize("kind", list(BLANKS))
def test_a_blank_as_it_is_holds_nobody(apel: Apel, roster: Roster, kind: str) -> None:
    roster("ANI CONTOH")
    path = blank(apel, kind)
    run = apel.run(*(path if word == "FILE" else word for word in FILLED[kind][1]))
    assert "read 0, taken 0" in run.stdout and run.stderr == "", run.output


@pytest.mark.parametrize(("twin", "kind"), TWINS.items())
def test_a_kind_may_be_called_in_indonesian(apel: Apel, twin: str, kind: str) -> None:
    headings = [cell.value for cell in openpyxl.load_workbook(blank(apel, twin)).worksheets[0][1]]
    assert headings == [field.heading for field in BLANKS[kind].fields]


def test_headings_are_locked_words_are_offered_and_numbers_stay_texts(apel: Apel) -> None:
    book = openpyxl.load_workbook(blank(apel, "roster"))
    sheet, guide = book.worksheets
    assert sheet.protection.sheet and sheet["A1"].protection.locked and not sheet["A2"].protection.locked
    assert sheet["A2"].number_format == "@" and sheet.column_dimensions["A"].number_format == "@"
    assert sheet.freeze_panes == "A2" and sheet.print_title_rows == "$1:$1"
    offered = {str(rule.formula1) for rule in sheet.data_validations.dataValidation}
    assert '"PNS,CPNS,PPPK,PPPK Paruh Waktu"' in offered
    assert guide.title == "Petunjuk" and str(guide["A1"].value).startswith("PETUNJUK PENGISIAN")
    assert "198003142005011901" in {cell.value for row in guide.iter_rows() for cell in row}


def test_a_sheet_of_the_office_that_is_called_petunjuk_is_not_passed_over(apel: Apel) -> None:
    path = fill(blank(apel, "roster"), FILLED["roster"][0])
    book = openpyxl.load_workbook(path)
    del book["Petunjuk"]
    for row in (("NIP", "NAMA", "UNIT KERJA"), (ANI, "ANI CONTOH", "BAGIAN UMUM")):
        (book["Petunjuk"] if "Petunjuk" in book.sheetnames else book.create_sheet("Petunjuk")).append(row)
    book.save(path)
    assert "read 2, taken 2" in apel("staff", "import", path, "--from", "2026-01-01")


def test_a_template_is_a_workbook_on_known_paper(apel: Apel) -> None:
    assert ".xlsx" in apel.refuses("template", "roster", "-o", "x.csv")
    path = apel.folder / "f4.xlsx"
    apel("template", "surat", "-o", path, "--paper", "F4")
    assert openpyxl.load_workbook(path).worksheets[0].page_setup.paperSize == 14
