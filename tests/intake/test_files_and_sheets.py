"""What a file really is, and its sheets with the rows as the user sees them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attendance.errors import Refused
from attendance.intake import (
    calendars,
    containers,
    invitations,
    letters,
    links,
    rolls,
    rosters,
    scans,
    signatures,
    workbooks,
)
from attendance.intake.texts import decode, separator

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def refusal(path: Path, only: str | None = None) -> str:
    with pytest.raises(Refused) as caught:
        list(workbooks.sheets(path, only))
    return caught.value.message


def packed(tmp_path: Path, name: str, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return tmp_path / name


def bytes_of(tmp_path: Path, name: str, content: bytes) -> Path:
    (tmp_path / name).write_bytes(content)
    return tmp_path / name


def test_rows_are_numbered_as_in_the_spreadsheet(book) -> None:
    (sheet,) = workbooks.sheets(book([[], [], [None, "NIP"], [None, date(2019, 3, 4), time(7, 45)]]))
    assert sheet.rows[2] == (3, ["", "NIP", ""])
    assert sheet.rows[3] == (4, ["", date(2019, 3, 4), time(7, 45)])
    assert sheet.place(3).sheet == "Sheet1"
    assert not sheet.blank


def test_cells_merged_downwards_stand_in_every_row(book) -> None:
    rows = [["UNIT", "NAMA"], ["DINAS A", "X"], ["", "Y"], ["", "Z"]]
    (sheet,) = workbooks.sheets(book(rows, merge=["A2:A3", "A4:B4", "B8:B9"]))
    assert [cells[0] for _row, cells in sheet.rows] == ["UNIT", "DINAS A", "DINAS A"]
    assert sheet.merged == {(3, 0)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_separated_text_in_any_encoding(text, encoding: str, sign: str) -> None:
    lines = f'NIP{sign}NAMA\n1{sign}"RENÉ, S.E"\n2{sign}BUDI\n'
    (sheet,) = workbooks.sheets(text(lines, encoding=encoding))
    assert sheet.rows == ((1, ["NIP", "NAMA"]), (2, ["1", "RENÉ, S.E"]), (3, ["2", "BUDI"]))
    assert sheet.name is None


def test_a_quoted_cell_may_hold_a_line_break_and_excel_names_its_separator(text) -> None:
    (sheet,) = workbooks.sheets(text('sep=;\nNIP;NAMA\n1;"A\nB"\n'))
    assert sheet.rows[2] == (3, ["1", "A\nB"])
    assert separator("satu kata") == ","
    assert decode(b"\x93\xff") == "“ÿ"


def test_only_the_named_sheet(book, text) -> None:
    path = book([["NIP"]], sheet="Data")
    assert [sheet.name for sheet in workbooks.sheets(path, "data")] == ["Data"]
    assert refusal(path, "Rekap") == 'berkas.xlsx has no sheet "Rekap"; its sheets are "Data"'
    assert "has no sheets" in refusal(text("NIP\n"), "Data")


def test_charts_are_no_sheets(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.create_chartsheet("Grafik")
    workbook.save(tmp_path / "a.xlsx")
    assert [sheet.name for sheet in workbooks.sheets(tmp_path / "a.xlsx")] == ["Sheet"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xlsx", b"", "is empty (0 bytes)"),
        ("a.xlsx", b"NIP;NAMA\n1;2\n", "is really separated text (CSV)"),
        ("a.xls", b"NIP,NAMA\n1,2\n", "rename it to end in .csv"),
        ("a.xls", b"\r\n<html><body><table>", "is a web page (HTML)"),
        ("a.xls", b"<TABLE><tr>", "is a web page (HTML)"),
        (
            "a.xls",
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "is an XML spreadsheet of 2003",
        ),
        ("a.csv", b"%PDF-1.7", "is a PDF"),
        ("a.csv", b"\x89PNG\r\n", "is a picture"),
        ("a.csv", b"\xff\xd8\xff\xe0", "is a picture"),
        ("a.csv", b"SQLite format 3\x00", "is a database"),
        ("a.csv", b"{\\rtf1", "is a text document (RTF)"),
        ("a.csv", b'NIP;"' + b"x" * 200_000, "is damaged"),
        ("a.csv", b"\x1f\x8b\x08", "is a packed archive"),
        ("a.csv", bytes(range(32)) * 20, "is no table, or damaged"),
        ("a.dat", bytes(range(32)) * 20, "is damaged; export it from the machine again"),
        ("a.xlsx", b"PK\x03\x04 cut off", "is damaged"),
        ("a.xls", OLE, "is damaged"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        ("a.xls", OLE + b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12) + b"\x2f\x00\x02\x00", "by a password"),
        ("a.xls", OLE + b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(100), "is damaged"),
        ("a.xls", OLE + b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12), "is damaged"),
        ("a.xls", OLE + "WordDocument".encode("utf-16-le"), "is a text document (Word)"),
    ],
)
def test_what_is_no_table_is_named_in_one_sentence(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    message = refusal(bytes_of(tmp_path, name, content))
    assert message.startswith(f"{name} ")
    assert says in message


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "tidak ada.xlsx")
    assert "is a folder" in refusal(tmp_path)
    assert "does not exist" in refusal(bytes_of(tmp_path, "a.csv", b"x") / "b.csv")
    assert "cannot be opened" in refusal(Path("a\0b.csv")) or "does not exist" in refusal(Path("a\0b.csv"))


def test_a_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(tmp_path / ("a" * 5000))


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"word/document.xml": b"x"}, "is a text document (Word)"),
        ({"ppt/presentation.xml": b"x"}, "is a presentation"),
        ({"a.txt": b"x"}, "is a packed archive without a workbook in it"),
        ({"mimetype": b"application/epub+zip"}, "is a packed archive without a workbook in it"),
        ({"xl/workbook.xml": b"no xml at all"}, "is damaged"),
        ({"xl/workbook.bin": b"\x00\x01"}, "is a binary workbook (.xlsb)"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "is really a workbook of type ods"),
    ],
)
def test_a_zip_is_a_workbook_or_said_to_be_none(tmp_path: Path, parts: dict[str, bytes], says: str) -> None:
    assert says in refusal(packed(tmp_path, "a.xlsx", parts))


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "LARGEST", 1 << 20)
    bomb = packed(tmp_path, "a.xlsx", {"xl/workbook.xml": bytes(2 << 20)})
    assert bomb.stat().st_size < 10_000
    assert "unpacks to more than 1 MB" in refusal(bomb)
    assert "is larger than 1 MB" in refusal(bytes_of(tmp_path, "b.csv", b"x" * (2 << 20)))


def test_a_size_that_lies_is_damage(tmp_path: Path) -> None:
    honest = packed(tmp_path, "a.xlsx", {"xl/workbook.xml": b"x" * 5000}).read_bytes()
    at = honest.index(b"PK\x01\x02") + 24
    assert "is damaged" in refusal(bytes_of(tmp_path, "b.xlsx", honest[:at] + b"\x05\0\0\0" + honest[at + 4 :]))
    half = honest.index(b"xl/workbook.xml") + 20
    broken = honest[:half] + b"\xff\xff\xff" + honest[half + 3 :]
    assert "is damaged" in refusal(bytes_of(tmp_path, "c.xlsx", broken))


def test_a_zip_with_a_password(tmp_path: Path) -> None:
    content = bytearray(packed(tmp_path, "a.xlsx", {"xl/workbook.xml": b"x"}).read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "is protected by a password" in refusal(bytes_of(tmp_path, "b.xlsx", bytes(content)))


def test_a_filled_cell_far_away_is_refused_before_room_is_made_for_it(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.active
    assert page is not None
    page["A1"], page["XFD1048576"] = "NIP", "x"
    workbook.save(tmp_path / "a.xlsx")
    assert "far outside its table" in refusal(tmp_path / "a.xlsx")


MANIFEST = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
XML = (
    '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>'
    '<table:table table:name="A">{}</table:table></office:spreadsheet></office:body></office:document-content>'
)
EMPTY = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>'
FULL = '<table:table-cell office:value-type="string"><text:p>NIP</text:p></table:table-cell>'


WIDE = FULL.replace(" ", ' table:number-columns-repeated="9999" ', 1)
GAP = '<table:table-cell table:number-columns-repeated="9999"/>'


@pytest.mark.parametrize(
    "rows",
    [
        f'<table:table-row table:number-rows-repeated="100000">{FULL}</table:table-row>',
        f"<table:table-row>{WIDE}</table:table-row>",
        f"<table:table-row>{GAP}{FULL}</table:table-row>",
        f"{EMPTY}<table:table-row>{FULL}</table:table-row>",
    ],
)
def test_cells_far_away_are_refused_in_an_ods_too(tmp_path: Path, rows: str) -> None:
    parts = {"mimetype": ODS, "META-INF/manifest.xml": MANIFEST, "content.xml": XML.format(rows).encode()}
    assert "far outside its table" in refusal(packed(tmp_path, "a.ods", parts))


def test_empty_cells_repeated_are_common_in_an_ods(tmp_path: Path) -> None:
    near = XML.format(f"<table:table-row>{FULL}</table:table-row>{EMPTY}")
    parts = {"mimetype": ODS, "META-INF/manifest.xml": MANIFEST, "content.xml": near.encode()}
    (sheet,) = workbooks.sheets(packed(tmp_path, "a.ods", parts))
    assert sheet.rows == ((1, ["NIP"]),)


def test_an_encrypted_ods_is_named(tmp_path: Path) -> None:
    manifest = (
        b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        b'<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
        b"</manifest:manifest>"
    )
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": manifest,
        "content.xml": b"\x01\x02",
    }
    assert "is protected by a password" in refusal(packed(tmp_path, "a.ods", parts))


def test_a_workbook_is_no_log_of_a_machine(book) -> None:
    with pytest.raises(Refused, match="is no log of a fingerprint machine"):
        scans.read(book([["PIN"]]), today=date(2026, 1, 1))


def test_an_escape_sequence_is_shown_and_never_sent(book) -> None:
    path = book([["NIP", "NAMA"], ["1\u202e2", "x"]])
    (fault,) = invitations.read(path).refused
    assert "\u202e" not in fault.message
    assert "1\\u202e2" in fault.message


READERS = (
    invitations.read,
    letters.read,
    rolls.read,
    rosters.read,
    lambda path: scans.read(path, today=date(2026, 1, 1)),
)
STARTS = (
    b"",
    b"PK\x03\x04",
    OLE,
    b"NIP;NAMA;TANGGAL;KODE\n",
    b"1\t2019-03-04 07:00:00\t1\n",
    b"\xff\xfe",
    b"NIP,1,2\n",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=300), st.sampled_from([".xlsx", ".xls", ".csv", ".ods", ".dat", ""]))
def test_any_bytes_are_read_or_refused(tmp_path: Path, start: bytes, content: bytes, suffix: str) -> None:
    path = bytes_of(tmp_path, "x" + suffix, start + content)
    for read in READERS:
        try:
            reading = read(path)
        except Refused as refused:
            assert refused.message
        else:
            quarantined = getattr(reading, "quarantined", ())
            assert reading.read == len(reading.rows) + len(reading.refused) + len(quarantined)


VOCABULARY = """
NO NIP NAMA TANGGAL KODE JAM JENIS KET UNIT MULAI SELESAI PENANDATANGAN PIN TTD 1 2 3 4 4/3 04/03/2019 2019-03-04 H S TL
TK - A 07.15 198001012005011001 3173010101800001 1980 BUDI APEL 2019 MARET Mengetahui, JUMLAH
"""
PHRASES = ("", "APEL PAGI MARET 2019", "II. DINAS X", "BUDI\n19800101 200501 1 001", "Senin, 4 Maret 2019", "NIP. 1")
WORDS = st.sampled_from([*VOCABULARY.split(), *PHRASES])
LISTS = (calendars.read, invitations.read, letters.read, links.read, rolls.read, rosters.read, signatures.read)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=7), max_size=8))
def test_any_table_is_read_or_refused_and_nothing_is_lost(tmp_path: Path, rows: list[list[str]]) -> None:
    content = "".join(";".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    path = bytes_of(tmp_path, "a.csv", content.encode() or b" ")
    for read in LISTS:
        try:
            reading = read(path)
        except Refused as refused:
            assert refused.message
        else:
            assert reading.read == len(reading.rows) + len(reading.refused)
            places = [fault.place for fault in reading.refused]
            assert all(place.row is not None for place in places)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=30))
def test_a_workbook_hit_anywhere_is_read_or_refused(tmp_path: Path, at: int, hit: bytes) -> None:
    buffer = io.BytesIO()
    workbook = openpyxl.Workbook()
    workbook.save(buffer)
    content = bytearray(buffer.getvalue())
    content[at : at + len(hit)] = hit
    try:
        assert isinstance(list(workbooks.sheets(bytes_of(tmp_path, "a.xlsx", bytes(content)))), list)
    except Refused as refused:
        assert refused.message


def test_a_hidden_sheet_is_read_only_by_name(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    now, old = book.active, book.create_sheet("lama")
    for page, name in ((now, "BUDI"), (old, "SITI")):
        page.append(["NIP", "NAMA", "UNIT KERJA"])
        page.append(["198001012005011001", name, "DINAS CONTOH"])
    old.sheet_state = "hidden"
    book.save(tmp_path / "daftar.xlsx")
    reading = rosters.read(tmp_path / "daftar.xlsx")
    assert [row.profile.name for row in reading.rows] == ["BUDI"]
    assert [(w.place.sheet, "hidden" in w.message) for w in reading.warnings] == [("lama", True)]
    assert [row.profile.name for row in rosters.read(tmp_path / "daftar.xlsx", sheet="Lama").rows] == ["SITI"]
