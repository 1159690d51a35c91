"""Rolls as a signature form for one day."""

from __future__ import annotations

from datetime import date, time

import pytest

from attendance.errors import Refused
from attendance.intake import rolls
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

A, B, C, D = (f"19800101200501100{n}" for n in range(1, 5))
HEAD = "HARI/TANGGAL : Senin, 4 Maret 2019;;;;\nNo.;NIP;Nama;Tanda Tangan Apel Pagi;TTD Apel Sore;Ket.\n"


def marks(reading) -> list[tuple[str, str, Code, str]]:
    return [(m.nip[-1], m.kind.value, m.code, m.note) for m in reading.rows]


def test_the_form_of_pagi_and_sore(example) -> None:
    path = example("rolls/A1_daftar_hadir_TTD_pagi_sore_rekap_bawah.xlsx")
    names = ["AGUS CONTOH", "SITI SAMPEL", "BUDI UJI", "RINA FIKTIF", "EKO REKAAN", "DEWI CONTOH", "HADI SAMPEL"]
    names += ["INDAH UJI", "JOKO FIKTIF", "MAYA REKAAN"]
    people = {name: (f"1980010120050110{n:02}",) for n, name in enumerate(names)}
    with pytest.raises(Refused, match="blank cells: 5"):
        rolls.read(path, people=people)
    reading = rolls.read(path, people=people, blank="lewati")
    pagi = [mark for mark in reading.rows if mark.kind is Kind.APEL_PAGI]
    assert [mark.code for mark in pagi] == [
        *(Code.H, Code.H, Code.S, Code.H, Code.DL, Code.H, Code.TK, Code.H, Code.C, Code.I)
    ]
    sore = [mark for mark in reading.rows if mark.kind is Kind.APEL_SORE]
    assert [mark.code for mark in sore] == [Code.S, Code.DL, Code.TK, Code.C, Code.I]
    assert {mark.day for mark in reading.rows} == {date(2025, 1, 6)}
    assert reading.read == 15


def test_signatures_times_and_codes(text) -> None:
    reading = rolls.read(
        text(
            HEAD
            + f"1;{A};SATU;1. V;1. 15.45;\n2;{B};DUA;2. .....;2. ____;S\n3;{C};TIGA;V;3;T\n4;{D};EMPAT;√;;izin pulang\n"
        ),
        blank="tk",
    )
    assert marks(reading) == [
        ("1", "apel-pagi", Code.H, ""),
        ("1", "apel-sore", Code.H, ""),
        ("2", "apel-pagi", Code.S, ""),
        ("2", "apel-sore", Code.S, ""),
        ("3", "apel-pagi", Code.T, ""),
        ("3", "apel-sore", Code.TK, ""),
        ("4", "apel-pagi", Code.H, "izin pulang"),
    ]
    assert reading.rows[1].at == time(15, 45)
    (fault,) = reading.refused
    assert fault.message.startswith('2019-03-04, apel-sore: "izin pulang" is no known code')


def test_signed_and_yet_excused_is_refused(text) -> None:
    reading = rolls.read(text(HEAD + f"1;{A};SATU;V;V;S\n2;x;DUA;V;V;\n3;{C};TIGA;V;V;T\n4;{D};EMPAT;;;T\n"))
    assert [fault.message.split(";")[0] for fault in reading.refused] == [
        'signed, and yet Ket. says "S"',
        '"x" is not a NIP',
    ]
    assert marks(reading) == [
        ("3", "apel-pagi", Code.T, ""),
        ("3", "apel-sore", Code.H, ""),
        ("4", "apel-pagi", Code.T, ""),
        ("4", "apel-sore", Code.T, ""),
    ]


def test_zigzag_columns_and_printed_numbers(book) -> None:
    rows = [
        ["DAFTAR HADIR APEL PAGI"],
        ["TANGGAL", date(2019, 3, 4)],
        ["NO", "NIP", "TANDA TANGAN", None, "KET"],
        [1, A, "1. V", None, None],
        [2, B, None, "2. V", None],
        [3, C, 3, None, "DL"],
        [4, D, 7.5, None, None],
    ]
    reading = rolls.read(book(rows))
    assert marks(reading) == [
        ("1", "apel-pagi", Code.H, ""),
        ("2", "apel-pagi", Code.H, ""),
        ("3", "apel-pagi", Code.DL, ""),
    ]
    assert reading.refused[0].message.startswith('"7.5" is no known code')


def test_a_column_without_a_kind_is_the_roll_s_own(text) -> None:
    lines = f"APEL PAGI Senin, 4 Maret 2019\nNIP;Paraf;TTD Apel Pagi\n{A};V;\n{B};;V\n"
    assert [(m.nip, m.kind) for m in rolls.read(text(lines)).rows] == [(A, Kind.APEL_PAGI), (B, Kind.APEL_PAGI)]


def test_the_day_comes_from_the_title_or_the_period_or_is_missing(text) -> None:
    lines = f"NIP;PARAF\n{A};V\n"
    assert rolls.read(text("APEL TANGGAL 4 MARET 2019\n" + lines)).rows[0].day == date(2019, 3, 4)
    period = (date(2019, 3, 5), date(2019, 3, 5))
    assert rolls.read(text("APEL\n" + lines), period=period).rows[0].day == date(2019, 3, 5)
    with pytest.raises(Refused, match="the day of the form is missing"):
        rolls.read(text("APEL\n" + lines))
    with pytest.raises(Refused, match="names a wrong weekday"):
        rolls.read(text("APEL\nHARI/TANGGAL : Selasa, 4 Maret 2019\n" + lines))
    with pytest.raises(Refused, match="--date-format"):
        rolls.read(text("APEL\nTANGGAL : 04/03/2019\n" + lines))
    with pytest.raises(Refused, match="the day of the form is missing"):
        rolls.read(text("APEL BULAN 13 TAHUN 2019\n" + lines))
    with pytest.raises(Refused, match="the day of the form is missing"):
        rolls.read(text("APEL 8-4 MARET 2019\n" + lines))
    with pytest.raises(Refused, match="the day of the form is missing"):
        rolls.read(text("APEL pada 31 APRIL 2019\n" + lines))
