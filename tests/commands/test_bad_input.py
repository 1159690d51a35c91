"""What offices really send: each row of the table of bad input, through the program."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from office_acts import close, journal, rows
from officer import Apel, Roster
from openpyxl import Workbook, load_workbook

ANI = "198501012010011001"


def book(apel: Apel, name: str, *lines: list[object]) -> Path:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for line in lines:
        sheet.append(line)
    made.save(apel.folder / name)
    return apel.folder / name


def imports(file: Path) -> list[list[object]]:
    """Every import of the program, for one file."""
    return [
        ["staff", "import", file],
        ["roll", "import", file, "--kind", "apel-pagi"],
        ["roll", "sign", file],
        ["leave", "import", file],
        ["calendar", "import", file],
        ["scan", "import", file, "--device", "M"],
        ["scan", "link", "--file", file, "--device", "M"],
        ["calendar", "call", "2026-03-03", "--kind", "kegiatan", "--name", "X", "--people", file],
    ]


@pytest.mark.parametrize("number", [198501012010011001, 1.98501012010011e17])
def test_a_nip_that_is_a_number(apel: Apel, roster: Roster, number: float) -> None:
    roster("ANI")
    file = book(apel, "daftar.xlsx", ["NIP", "NAMA", "UNIT KERJA"], [number, "ANI", "DINAS CONTOH"])
    before = journal(apel)
    said = apel.refuses("staff", "import", file)
    assert "row 2" in said and "number" in said
    assert journal(apel) == before


def test_a_nip_in_scientific_notation(apel: Apel) -> None:
    said = apel.refuses("staff", "import", apel.file("d.csv", "NIP;NAMA;UNIT KERJA\n1.98501E+17;ANI;DINAS"))
    assert "row 2" in said


def test_the_same_person_twice_with_two_codes(apel: Apel, roster: Roster) -> None:
    nips = roster("ANI")
    file = apel.file("a.csv", "\n".join(["NIP;TANGGAL;KODE", *rows(nips, "H"), *rows(nips, "TK")]))
    said = apel.refuses("roll", "import", file, "--kind", "apel-pagi")
    assert "row 2:" in said and "row 3:" in said and "another code" in said


def test_a_date_in_the_future_outside_the_posting_and_before_the_appointment(apel: Apel) -> None:
    text = "NIP;NAMA;UNIT KERJA\n200001012026031001;EKA;DINAS"
    apel("staff", "import", apel.file("r.csv", text), "--from", "2026-01-01")
    lines = ["200001012026031001;2026-02-27;H", "200001012026031001;2026-03-02;H", "200001012026031001;2026-04-01;H"]
    file = apel.file("a.csv", "\n".join(["NIP;TANGGAL;KODE", *lines]))
    said = apel.refuses("roll", "import", file, "--kind", "apel-pagi")
    assert "row 2: " in said and "belongs to no unit on 2026-02-27" in said
    assert "row 4: 2026-04-01 is in the future" in said and "row 3" not in said


def test_day_and_month_that_could_be_either(apel: Apel, roster: Roster) -> None:
    (ani,) = roster("ANI")
    file = apel.file("a.csv", f"NIP;TANGGAL;KODE\n{ani};02/03/2026;H\n{ani};03/03/2026;H")
    before = journal(apel)
    assert "--date-format" in apel.refuses("roll", "import", file, "--kind", "apel-pagi")
    assert journal(apel) == before
    apel("roll", "import", file, "--kind", "apel-pagi", "--date-format", "DD/MM/YYYY")
    assert apel.json("roll", "show", "2026-03-02..2026-03-03")[0]["2026-03-02"] == "H"


def test_an_administrators_log(apel: Apel) -> None:
    file = apel.folder / "ASL_0001.TXT"
    head = "No\tMchn\tSEnNo\tGEnNo\tMani\tDateTime\n"
    file.write_text(head + "1\t1\t1\t0\t3\t2026/03/02 07:00:00\n")
    before = journal(apel)
    assert "administrators" in apel.refuses("scan", "import", file, "--device", "M")
    assert journal(apel) == before


def sealed(apel: Apel) -> dict[str, bytes]:
    """Contents that are no table, by what they are."""
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<x/>")
        packed.writestr("[Content_Types].xml", "<x/>")
        with packed.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(320):
                part.write(b" " * (1 << 20))
    whole = book(apel, "whole.xlsx", ["NIP"], [ANI]).read_bytes()
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    return {
        "empty (0 bytes)": b"",
        "password": ole + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600,
        "damaged": whole[: len(whole) // 2],
        "MB": bomb.getvalue(),
        "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        "database": apel.database.read_bytes()[:4096],
        "archive": b"Rar!\x1a\x07\x01\x00" + b"\0" * 50,
    }


def test_files_that_are_no_table_are_told_in_one_sentence(apel: Apel) -> None:
    before = journal(apel)
    for what, content in sealed(apel).items():
        file = apel.folder / "kiriman.xlsx"
        file.write_bytes(content)
        for words in imports(file):
            run = apel.run(*words)
            assert run.exit_code == 1, words
            assert what in run.stderr, (what, words, run.stderr)
    assert journal(apel) == before


def test_a_file_that_is_not_there_and_a_folder(apel: Apel) -> None:
    for path in (apel.folder / "tiada.xlsx", apel.folder, apel.database / "x.csv"):
        for words in imports(path):
            assert apel.run(*words).exit_code == 1


def test_a_wrong_suffix_is_seen_through_or_named(apel: Apel) -> None:
    good = book(apel, "daftar.xlsx", ["NIP", "NAMA", "UNIT KERJA"], [ANI, "ANI", "DINAS"])
    wrong = apel.folder / "daftar.csv"
    wrong.write_bytes(good.read_bytes())
    said = apel.run("staff", "import", wrong, "--from", "2026-01-01")
    assert said.exit_code in (0, 1)
    if said.exit_code:
        assert ".xlsx" in said.stderr
    else:
        assert len(apel.json("staff", "list")["people"]) == 1


def test_a_table_of_something_else(apel: Apel) -> None:
    before = journal(apel)
    for words in imports(apel.file("belanja.csv", "BARANG;HARGA\nkertas;50000\ntinta;90000")):
        assert apel.run(*words).exit_code == 1
    assert journal(apel) == before


def test_many_faults_are_shown_at_once(apel: Apel) -> None:
    text = f"NIP;NAMA;UNIT KERJA\n123;A;DINAS\n;B;DINAS\n{ANI};ANI;DINAS\nabc;C;DINAS"
    said = apel.refuses("staff", "import", apel.file("d.csv", text))
    for row in (2, 3, 5):
        assert f"row {row}:" in said


def test_formulas_are_text(apel: Apel) -> None:
    text = f'NIP;NAMA;JABATAN;UNIT KERJA\n{ANI};ANI;"=HYPERLINK(""http://x"")";"@SUM(1)"'
    apel("staff", "import", apel.file("d.csv", text), "--from", "2026-01-01")
    apel("staff", "list", "-o", apel.folder / "p.xlsx")
    sheet = load_workbook(apel.folder / "p.xlsx").active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    dangerous = [cell for cell in cells if cell.value.startswith(("=", "@"))]
    assert {cell.value for cell in dangerous} == {'=HYPERLINK("http://x")', "@SUM(1)"}
    assert all(cell.data_type == "s" for cell in dangerous)
    listed = apel("staff", "list", "--format", "csv")
    assert "'=HYPERLINK" in listed and "'@SUM" in listed
    close(apel, "2026-03-02..2026-03-05")
    apel("recap", "2026-03", "-o", apel.folder / "r.xlsx")
    for page in load_workbook(apel.folder / "r.xlsx"):
        for row in page.iter_rows():
            for cell in row:
                assert not (cell.data_type == "f" and "HYPERLINK" in str(cell.value))


def test_names_with_escape_sequences(apel: Apel) -> None:
    text = f"NIP;NAMA;UNIT KERJA\n{ANI};ANI \x1b]0;X\x07 \u202eXX;DINAS \x9b31m"
    file = apel.file("d.csv", text.replace("0;X", "0,X"))
    said = apel("staff", "import", file, "--from", "2026-01-01")
    listed = [
        *(apel("staff", "list"), apel("staff", "show", ANI), apel("unit", "list"), apel("roll", "show", "2026-03-02")),
        *(apel("flag", "2026-03", "--all"), apel("flag", "2026-03-02", "--explain", ANI), apel("status", "2026-03-02")),
        *(apel("roll", "missing", "2026-03-02"), apel("staff", "list", "--format", "csv")),
        *(json.dumps(apel.json("staff", "list"), ensure_ascii=True), apel("staff", "list", "--format", "json")),
    ]
    for shown in (said, *listed):
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(shown), shown


def test_a_nik_is_never_repeated(apel: Apel) -> None:
    said = apel.refuses("staff", "import", apel.file("d.csv", "NIP;NAMA;UNIT KERJA\n1271010101850001;ANI;DINAS"))
    assert "1271010101850001" not in said and "row 2" in said
