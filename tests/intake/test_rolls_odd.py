"""Rolls with odd headings and titles, sums that differ, and files that are no roll."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from attendance.errors import Refused
from attendance.intake import rolls
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

A, B, C = (f"19800101200501100{n}" for n in range(1, 4))
MARCH = (date(2019, 3, 1), date(2019, 3, 31))


def days(reading) -> list[tuple[int, int, str]]:
    return [(m.day.month, m.day.day, m.code.value) for m in reading.rows]


def matrix(title: str, head: str, *rows: str, below: str = "") -> str:
    lines = "".join(
        f"{n};ORANG {n};{nip};{row}\n" for n, (nip, row) in enumerate(zip((A, B, C), rows, strict=False), 1)
    )
    return f"APEL PAGI\n{title}\nNO;NAMA;NIP;{head}\n{lines}{below}"


@pytest.mark.parametrize(
    ("title", "head", "expected"),
    [
        ("4 S/D 8 MARET 2019", "SENIN;SELASA", [(3, 4, "H"), (3, 5, "S")]),
        ("4 - 8 MARET 2019", "Jum'at;Rabu", [(3, 8, "H"), (3, 6, "S")]),
        ("MARET 2019", "'4;5.", [(3, 4, "H"), (3, 5, "S")]),
        ("26 FEBRUARI - 25 MARET 2019", "26;1", [(2, 26, "H"), (3, 1, "S")]),
        ("FEBRUARI DAN MARET 2019", "28/2;1/3", [(2, 28, "H"), (3, 1, "S")]),
        ("DESEMBER 2018 - JANUARI 2019", "31/12;2/1", [(12, 31, "H"), (1, 2, "S")]),
        ("MARET 2019;;DICETAK 9 APRIL 2019", "4;5", [(3, 4, "H"), (3, 5, "S")]),
        ("PERATURAN WALIKOTA NOMOR 5 TANGGAL 3 JANUARI 2018\nMARET 2019", "4;5", [(3, 4, "H"), (3, 5, "S")]),
    ],
)
def test_headings_and_titles(text, title: str, head: str, expected: list[tuple[int, int, str]]) -> None:
    assert days(rolls.read(text(matrix(title, head, "H;S")))) == expected


@pytest.mark.parametrize(
    ("title", "head", "says"),
    [
        ("MARET 2019", "28;29/2/2019;4", 'the heading "29/2/2019" is no day'),
        ("MARET 2019", "30;32", 'the heading "32" is no day'),
        ("MARET 2019", "4;11/4/2019", 'the heading "11/4/2019" is no day of the roll\'s period'),
        ("MARET 2019", "26;27;1", 'the days of the headings begin anew at "1"'),
        ("MARET 2019", "4;;5", "among the days there is a column with marks and without a heading"),
        ("MARET 2019", "SENIN;SELASA", 'the heading "SENIN" is no day'),
        ("FEBRUARI DAN MARET 2019", "4;5", 'the heading "4" is no day'),
    ],
)
def test_headings_that_are_no_day(text, title: str, head: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        rolls.read(text(matrix(title, head, "H;S;H")), date_format="DD/MM/YYYY")


def test_a_weekday_above_a_number_must_be_that_of_the_day(text) -> None:
    head = "SENIN;SELASA\n;;;{0};{1}"
    assert days(rolls.read(text(matrix("MARET 2019", head.format(4, 5), "H;S")))) == [(3, 4, "H"), (3, 5, "S")]
    with pytest.raises(Refused, match='"SENIN 5" is no day of the roll\'s period, or names a wrong weekday'):
        rolls.read(text(matrix("MARET 2019", head.format(5, 6), "H;S")))


def test_blank_columns_between_the_days_are_seen_through(text) -> None:
    assert days(rolls.read(text(matrix("MARET 2019", "4;;5;H", "H;;S;1")))) == [(3, 4, "H"), (3, 5, "S")]
    assert days(rolls.read(text(matrix("MARET 2019", "4;40;5", "H;;S")))) == [(3, 4, "H"), (3, 5, "S")]


def test_a_column_of_kinds(text) -> None:
    body = f"MARET 2019\nNIP;JENIS;4\n{A};Apel Pagi;H\n{A};Apel Sore;TK\n{B};arisan;H\n"
    reading = rolls.read(text(body))
    assert [(m.kind, m.code) for m in reading.rows] == [(Kind.APEL_PAGI, Code.H), (Kind.APEL_SORE, Code.TK)]
    assert '"arisan" is no kind of session' in reading.refused[0].message
    codes = rolls.read(text(f"APEL MARET 2019\nNIP;APEL;4\n{A};ya;H\n"))
    assert [(m.kind, m.code) for m in codes.rows] == [(Kind.APEL_PAGI, Code.H)]


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        (["Senin, 4 Maret 2019"], date(2019, 3, 4)),
        (["TANGGAL", datetime(2019, 3, 4)], date(2019, 3, 4)),
        (["Senin, 4 Maret 2019", "04/03/2019"], date(2019, 3, 4)),
        ([20112, "4 Maret 2019", "4 Maret 2019"], date(2019, 3, 4)),
        (["4 Maret 2019", "5 Maret 2019"], None),
        (["04/03/2019", "05/03/2019"], None),
        (["Hari : Senin  Tanggal : ................"], None),
    ],
)
def test_the_one_day_of_a_form(book, cells: list[object], day: date | None) -> None:
    path = book([["APEL PAGI", *cells], ["NO", "NAMA", "NIP", "TTD"], [1, "SATU", A, "V"]])
    if day is None:
        with pytest.raises(Refused, match="the day of the form is missing"):
            rolls.read(path, date_format="DD/MM/YYYY")
    else:
        assert rolls.read(path, date_format="DD/MM/YYYY").rows[0].day == day


def test_sums_beside_the_people_that_differ_are_named(text) -> None:
    reading = rolls.read(
        text(matrix("MARET 2019", "4;5;JUMLAH HADIR;S;TK;%", "H;T;2;;0;100", "S;TK;1;1;1;", "H;S;1;x;2;5"))
    )
    assert len(reading.rows) == 6
    assert [(w.place.row, w.message) for w in reading.warnings] == [
        (5, '"ORANG 2": JUMLAH HADIR is printed as 1, and 0 were read'),
        (6, '"ORANG 3": TK is printed as 2, and 0 were read'),
    ]


def test_sums_below_the_days_that_differ_are_named(text) -> None:
    below = "JUMLAH HADIR;;;2;1\nTIDAK HADIR;;;0;2\nTERLAMBAT;;;1;0\nJUMLAH;;;9;9\n"
    reading = rolls.read(text(matrix("MARET 2019", "4;5", "H;S", "T;TK", below=below)))
    assert [(w.place.row, w.message) for w in reading.warnings] == [
        (6, '"JUMLAH HADIR" of 5 is printed as 1, and 0 were read')
    ]


def test_many_sums_that_differ_are_counted(text) -> None:
    rows = "".join(f"{n};ORANG {n};1980010120050110{n:02};H;H;9\n" for n in range(1, 15))
    reading = rolls.read(text("APEL PAGI MARET 2019\nNO;NAMA;NIP;4;5;H\n" + rows))
    assert len(reading.warnings) == 11
    assert reading.warnings[-1].message == "4 more sums of the form differ from what was read"


def test_the_recap_of_a_day_that_differs_is_named(text) -> None:
    head = "HARI/TANGGAL : Senin, 4 Maret 2019\nNO;NAMA;NIP;TTD Apel Pagi;TTD Apel Sore;STATUS;KET\n"
    rows = f"1;SATU;{A};V;V;PNS;\n2;DUA;{B};V;V;PPPK Paruh Waktu;\n3;TIGA;{C};;;PPPK;S\n"
    recap = "\nREKAPITULASI\nNO;URAIAN;;JUMLAH\n1;Jumlah ASN / PNS;;2\n;PPPK;;1\n;PPPK PW;;1\n2;Hadir Apel Pagi;;3\n"
    recap += "3;Hadir Apel Sore;;2\n4;Sakit;;1\n5;Izin;;\n6;Jumlah Pegawai;;4\n7;Apa saja;;1\n8;Cuti;1;2\n"
    reading = rolls.read(text(head + rows + recap))
    assert len(reading.rows) == 6
    assert [w.message for w in reading.warnings] == [
        '"Jumlah ASN / PNS" is printed as 2, and 1 were read',
        '"Hadir Apel Pagi" is printed as 3, and 2 were read',
        '"Jumlah Pegawai" is printed as 4, and 3 were read',
    ]


def test_sums_below_a_list_of_several_days_are_not_compared(text) -> None:
    rows = f"1;{A};SATU;2019-03-04;H\n2;{A};SATU;2019-03-05;S\n;;;;\nJumlah Pegawai;;;;9\n"
    assert rolls.read(text("APEL PAGI\nNO;NIP;NAMA;TANGGAL;KODE\n" + rows)).warnings == ()


@pytest.mark.parametrize(
    ("lines", "command"),
    [
        (
            "        1\t2019-03-04 07:14:47\t1\t0\t1\t0\n        2\t2019-03-04 07:15:00\t1\t0\t1\t0\n",
            "apel scan import",
        ),
        ("No\tTMNo\tEnNo\tName\tGMNo\tMode\tDateTime\n1\t1\t5\tX\t1\t1\t2019/03/04 07:14:47\n", "apel scan import"),
        (f"NAMA;NIP;TANGGAL;SCAN MASUK;SCAN PULANG\nX;{A};2019-03-04;07.10;16.00\n", "apel scan import"),
        (f"NIP;JENIS;MULAI;SELESAI;NOMOR\n{A};C;2019-03-04;2019-03-05;1\n", "apel leave import"),
        (f"NO;NAMA;NIP;PANGKAT/GOL;JABATAN\n1;X;{A};III/a;Staf\n", "apel staff import"),
    ],
)
def test_what_goes_in_by_another_command(text, lines: str, command: str) -> None:
    with pytest.raises(Refused, match=command):
        rolls.read(text(lines))


def test_a_column_of_leaving_is_no_apel(text) -> None:
    body = f"APEL PAGI 4 MARET 2019\nNO;NAMA;NIP;TTD Apel Pagi;TTD PULANG\n1;SATU;{A};;V\n2;DUA;{B};V;V\n"
    reading = rolls.read(text(body), blank="tk")
    assert [m.code for m in reading.rows] == [Code.TK, Code.H]
    assert "TTD PULANG" in reading.warnings[0].message
    assert [
        m.code
        for m in rolls.read(text(body.replace("APEL PAGI 4", "HARI KERJA 4").replace("Apel Pagi", "DATANG"))).rows
    ] == [Code.H, Code.H]


def test_a_reason_under_ket_whose_days_are_blank(text) -> None:
    head = "APEL PAGI MARET 2019\nNO;NAMA;NIP;4;5;KET\n"
    path = text(head + f"1;SATU;{A};;H;Sakit\n2;DUA;{B};H;;\n3;TIGA;{C};S;;sakit\n")
    for policy in ("tk", "hadir"):
        reading = rolls.read(path, blank=policy)
        assert len(reading.rows) == 4
        assert [(f.place.row, f.message) for f in reading.refused] == [
            (3, 'Ket. says "Sakit", and its days are blank; write the code on its days')
        ]
    assert rolls.read(path, blank="lewati").refused == ()


def test_times_of_leaving_are_not_read_in_silence(text) -> None:
    reading = rolls.read(text(f"HARI KERJA\nNIP;TANGGAL;JAM MASUK;JAM PULANG\n{A};2019-03-04;07.30;16.00\n"))
    assert [w.message for w in reading.warnings] == [
        'the column "JAM PULANG" was not read: times of leaving go in with apel scan import'
    ]


def test_an_unknown_word_is_told_together_with_the_questions(text) -> None:
    with pytest.raises(Refused, match=r'blank cells: 1.*"1" is no known code.*--code 1=H'):
        rolls.read(text(matrix("MARET 2019", "4;5", "1;")))


def test_two_lists_side_by_side_are_refused(text) -> None:
    body = f"APEL MARET 2019\nNO;NAMA;NIP;4;;NO;NAMA;NIP;4\n1;SATU;{A};H;;2;DUA;{B};H\n"
    with pytest.raises(Refused, match="two lists stand side by side"):
        rolls.read(text(body))


def test_the_nip_may_stand_in_the_row_below_the_name(text) -> None:
    head = "APEL 4 MARET 2019\nNO;NAMA / NIP;TTD;APEL\n"
    rows = "1;SATU;V;PAGI\n;NIP. 19800101 200501 1 001;;\n2;DUA;V;PAGI\n;198001012005011002;V;SORE\n"
    reading = rolls.read(text(head + rows))
    assert [(m.nip, m.kind, m.place.row) for m in reading.rows] == [
        (A, Kind.APEL_PAGI, 3),
        (B, Kind.APEL_PAGI, 5),
        (B, Kind.APEL_SORE, 6),
    ]
