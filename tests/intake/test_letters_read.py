"""Lists of letters."""

from __future__ import annotations

from datetime import date

import pytest

from attendance.errors import Refused
from attendance.intake import letters
from attendance.rules.codes import Code

PNS, PPPK = "198001012005011001", "199001012024211002"
HEAD = "NO;NIP;NAMA;JENIS;MULAI;SELESAI;NOMOR;TANGGAL SURAT;KETERANGAN\n"


def test_a_list_of_letters(text) -> None:
    reading = letters.read(
        text(
            HEAD
            + f"1;{PNS};BUDI;CT;2019-03-04;2019-03-08;850/1;1 Maret 2019;pulang\n2;{PPPK};SITI;Sakit;2019-03-05;-;;;\n"
        )
    )
    first, second = reading.rows
    assert (first.code, first.sort, first.first, first.last) == (Code.C, "CT", date(2019, 3, 4), date(2019, 3, 8))
    assert (first.number, first.dated, first.note) == ("850/1", date(2019, 3, 1), "pulang")
    assert (second.code, second.sort, second.first, second.last) == (Code.S, "S", date(2019, 3, 5), date(2019, 3, 5))
    assert second.dated is None
    assert (reading.read, reading.refused, reading.warnings) == (2, (), ())


@pytest.mark.parametrize(
    ("word", "code", "sort"),
    [
        ("S", Code.S, "S"),
        ("i", Code.I, "I"),
        ("C", Code.C, "C"),
        ("CB", Code.C, "CB"),
        ("Cuti Melahirkan", Code.C, "CM"),
        ("C.S.", Code.C, "CS"),
        ("cuti karena alasan penting", Code.C, "CAP"),
        ("CLTN", Code.C, "CLTN"),
        ("Tugas Luar", Code.DL, "DL"),
        ("TB", Code.TB, "TB"),
        ("Diklat", Code.DK, "DK"),
    ],
)
def test_the_words_of_letters(text, word: str, code: Code, sort: str) -> None:
    (letter,) = letters.read(text(HEAD + f"1;{PNS};BUDI;{word};2019-03-04;;;;\n")).rows
    assert (letter.code, letter.sort) == (code, sort)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (f"1;{PNS};BUDI;TL;2019-03-04;;;;", "TL may be tugas luar or terlambat; write DL"),
        (f"1;{PNS};BUDI;;2019-03-04;;;;", "there is no kind of letter"),
        (f"1;{PNS};BUDI;TK;2019-03-04;;;;", '"TK" is no kind of letter; write one of CT, CB'),
        (f"1;{PNS};BUDI;S;;;;;", "there is no date"),
        (f"1;{PNS};BUDI;S;2019-03-04;2019-03-01;;;", "it ends before it begins"),
        ("1;123;BUDI;S;2019-03-04;;;x;", '"x" is no date'),
        ("1;123;BUDI;S;2019-03-04;;;;", "has 3 digits, not 18"),
    ],
)
def test_what_is_wrong_with_a_letter(text, row: str, says: str) -> None:
    reading = letters.read(text(HEAD + row + "\n"))
    (fault,) = reading.refused
    assert says in fault.message
    assert (reading.read, reading.rows) == (1, ())


def test_letters_that_overlap(text) -> None:
    reading = letters.read(
        text(
            HEAD
            + f"1;{PNS};BUDI;S;2019-03-04;2019-03-08;1;;\n"  # row 2, against rows 3 and 4
            + f"2;{PNS};BUDI;DL;2019-03-06;2019-03-07;2;;\n"
            + f"3;{PNS};BUDI;I;2019-03-08;2019-03-08;3;;\n"
            + f"4;{PNS};BUDI;CT;2019-03-11;2019-03-12;4;;\n"
            + f"5;{PNS};BUDI;CT;2019-03-11;2019-03-12;4;;\n"  # the same letter again
            + f"6;{PNS};BUDI;CT;2019-03-12;2019-03-13;5;;\n"  # an extension of the same kind
            + f"7;{PPPK};SITI;S;2019-03-04;2019-03-08;6;;\n"
            + "8;x;ANI;S;2019-03-04;2019-03-08;7;;\n"
        )
    )
    assert [letter.number for letter in reading.rows] == ["4", "4", "5", "6"]
    assert [fault.place.row for fault in reading.refused] == [2, 3, 4, 9]
    assert "another kind in row 3" in reading.refused[0].message
    assert "another kind in row 4" in reading.refused[0].message
    assert "another kind in row 2" in reading.refused[1].message
    assert reading.read == 8


def test_the_order_of_day_and_month_is_asked_for(text) -> None:
    path = text(HEAD + f"1;{PNS};BUDI;S;04/03/2019;05/03/2019;;;\n")
    with pytest.raises(Refused, match="--date-format"):
        letters.read(path)
    assert letters.read(path, date_format="DD/MM/YYYY").rows[0].last == date(2019, 3, 5)
