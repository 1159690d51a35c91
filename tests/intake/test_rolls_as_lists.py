"""Rolls as a list: a row for one person on one day."""

from __future__ import annotations

from datetime import date, time

import pytest

from attendance.errors import Refused
from attendance.intake import rolls
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

A, B = "198001012005011001", "199001012024211002"


def said(reading) -> list[tuple[str, Kind, date, Code, time | None, str]]:
    return [(m.nip, m.kind, m.day, m.code, m.at, m.note) for m in reading.rows]


def test_a_list_with_everything(text) -> None:
    reading = rolls.read(
        text(f"""
            NIP;TANGGAL;KODE;JAM;JENIS;KET
            {A};2019-03-04;H;07.15;apel-pagi;tepat
            {A};2019-03-04;;15.45;Apel Sore;
            {B};2019-03-04;t;07:40;Apel;macet
            {B};2019-03-05;Sakit;-;upacara;
        """)
    )
    assert said(reading) == [
        (A, Kind.APEL_PAGI, date(2019, 3, 4), Code.H, time(7, 15), "tepat"),
        (A, Kind.APEL_SORE, date(2019, 3, 4), Code.H, time(15, 45), ""),
        (B, Kind.APEL_PAGI, date(2019, 3, 4), Code.T, time(7, 40), "macet"),
        (B, Kind.UPACARA, date(2019, 3, 5), Code.S, None, ""),
    ]
    assert reading.rows[0].place.row == 2
    assert (reading.read, reading.refused) == (4, ())


def test_the_code_may_stand_under_ket(text) -> None:
    reading = rolls.read(text(f"NIP;TANGGAL;KETERANGAN\n{A};2019-03-04;Tanpa Keterangan\n"), kind=Kind.SENAM)
    assert said(reading) == [(A, Kind.SENAM, date(2019, 3, 4), Code.TK, None, "")]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("DAFTAR HADIR APEL PAGI", Kind.APEL_PAGI),
        ("Rekapitulasi Apel Pegawai", Kind.APEL_PAGI),
        ("APEL SORE", Kind.APEL_SORE),
        ("APEL GABUNGAN", Kind.APEL_GABUNGAN),
        ("UPACARA HUT KORPRI", Kind.UPACARA),
    ],
)
def test_the_title_tells_the_kind(text, title: str, kind: Kind) -> None:
    (mark,) = rolls.read(text(f"{title};;\nNIP;TANGGAL;KODE\n{A};2019-03-04;H\n")).rows
    assert mark.kind is kind


@pytest.mark.parametrize("title", ["DAFTAR HADIR", "APEL PAGI DAN SORE"])
def test_without_a_kind_it_is_asked_for(text, title: str) -> None:
    path = text(f"{title};;\nNIP;TANGGAL;KODE\n{A};2019-03-04;H\n")
    with pytest.raises(
        Refused, match=r"^berkas\.csv: the roll does not say which kind .* --kind .*\(first in row 3\)$"
    ):
        rolls.read(path)
    assert rolls.read(path, kind=Kind.SENAM).rows[0].kind is Kind.SENAM


def test_what_a_row_says_wrongly_comes_in_one_message(text) -> None:
    reading = rolls.read(
        text(f"""
            NIP;TANGGAL;KODE;JAM;JENIS
            1980;kemarin;H;siang;arisan
            {A};2019-03-04;HX;;apel-pagi
            {A};Senin, 05/03/2019;H;;apel-pagi
        """),
        date_format="DD/MM/YYYY",
    )
    first, second, third = reading.refused
    assert first.message.count("; ") >= 3
    assert '"siang" is no time of day' in first.message
    assert '"arisan" is no kind of session; write one of apel-pagi' in first.message
    assert second.message == '"HX" is no known code; say what it means with --code, such as --code HX=H'
    assert "names a wrong weekday" in third.message
    assert (reading.read, reading.rows) == (3, ())


def test_words_of_two_meanings_are_asked_for_all_at_once(text) -> None:
    path = text(
        f"APEL;;\nNIP;TANGGAL;KODE\n{A};2019-03-04;TL\n{A};2019-03-05;CB\n{B};2019-03-05;T.L.\n{B};2019-03-04;\n"
    )
    with pytest.raises(Refused) as caught:
        rolls.read(path)
    assert "CB has more than one meaning (C: cuti besar, or C: cuti bersama)" in caught.value.message
    assert (
        "TL has more than one meaning (DL: tugas luar, T: terlambat); say which with --code TL=DL"
        in caught.value.message
    )
    assert "blank cells: 1" in caught.value.message
    assert [fault.place.row for fault in caught.value.faults] == [4, 3, 6]
    reading = rolls.read(path, codes={"TL": Code.DL, "CB": Code.C}, blank="lewati")
    assert [mark.code for mark in reading.rows] == [Code.DL, Code.C, Code.DL]


def test_the_office_has_its_own_words(text) -> None:
    path = text(
        f"APEL;;\nNIP;TANGGAL;KODE\n{A};2019-03-04;H\n{A};2019-03-05;piket\n{A};2019-03-06;1\n{A};2019-03-08;-\n"
    )
    reading = rolls.read(path, codes={"PIKET": None, "1": Code.H, "H": Code.I})
    assert [(mark.day.day, mark.code) for mark in reading.rows] == [(4, Code.I), (6, Code.H)]
    assert reading.read == 2


def test_the_same_person_twice(text) -> None:
    reading = rolls.read(
        text(f"""
            APEL;;
            NIP;TANGGAL;KODE
            {A};2019-03-04;H
            {A};2019-03-04;H
            {B};2019-03-04;H
            {B};2019-03-04;S
        """)
    )
    assert [mark.place.row for mark in reading.rows] == [3, 4]  # the same again says nothing new
    assert [(fault.place.row, fault.message.split(";")[0]) for fault in reading.refused] == [
        (5, "the same person has another code or time on this day in row 6"),
        (6, "the same person has another code or time on this day in row 5"),
    ]
    assert reading.read == 4


def test_the_same_person_at_two_times(text) -> None:
    reading = rolls.read(
        text(f"""
            APEL;;
            NIP;TANGGAL;KODE;JAM
            {A};2019-03-04;H;07.20
            {A};2019-03-04;H;07.40
        """)
    )
    assert reading.rows == () and [fault.place.row for fault in reading.refused] == [3, 4]


def test_day_and_month_are_settled_or_asked_for(text) -> None:
    path = text(f"APEL;;\nNIP;TANGGAL;KODE\n{A};04/03/2019;H\n")
    with pytest.raises(Refused, match="--date-format"):
        rolls.read(path)
    assert rolls.read(path, date_format="DD/MM/YYYY").rows[0].day == date(2019, 3, 4)
    march = (date(2019, 3, 1), date(2019, 3, 31))
    assert rolls.read(path, period=march).rows[0].day == date(2019, 3, 4)


def test_a_file_without_a_roll(text, book) -> None:
    with pytest.raises(Refused, match="this is no roll"):
        rolls.read(text(f"NIP;NAMA\n{A};BUDI UJI\n"))
    with pytest.raises(Refused, match="needed are the columns NIP/NAMA"):
        rolls.read(text("a;b\n1;2\n"))


def test_a_sheet_that_is_no_roll_is_named(tmp_path) -> None:
    import openpyxl

    workbook = openpyxl.Workbook()
    page, other = workbook.active, workbook.create_sheet("Pegawai")
    assert page is not None
    page.title = "Apel Pagi"
    for row in (["NIP", "TANGGAL", "KODE"], [A, date(2019, 3, 4), "H"]):
        page.append(row)
    other.append(["NIP", "NAMA"])
    workbook.save(tmp_path / "a.xlsx")
    reading = rolls.read(tmp_path / "a.xlsx")
    assert (len(reading.rows), reading.rows[0].kind) == (1, Kind.APEL_PAGI)
    assert [(w.place.sheet, w.message) for w in reading.warnings] == [
        ("Pegawai", "this sheet was not read: it is no roll")
    ]


def test_an_empty_roll_is_an_answer(text) -> None:
    reading = rolls.read(text("NIP;TANGGAL;KODE\n"))
    assert (reading.rows, reading.refused, reading.read) == ((), (), 0)


def test_a_list_for_one_day_has_it_in_its_title(text) -> None:
    lines = f"NO;NIP;NAMA;JAM;KET\n1;{A};BUDI UJI;07.10;\n2;{B};SITI SAMPEL;;S\n"
    path = text("DAFTAR HADIR APEL;;\nHari/Tanggal : Senin, 4 Maret 2019;;\n" + lines)
    reading = rolls.read(path, blank="tk")
    assert said(reading) == [
        (A, Kind.APEL_PAGI, date(2019, 3, 4), Code.H, time(7, 10), ""),
        (B, Kind.APEL_PAGI, date(2019, 3, 4), Code.S, None, ""),
    ]
    with pytest.raises(Refused, match="this is no roll"):
        rolls.read(text("DAFTAR HADIR APEL;;\n" + lines))
    with pytest.raises(Refused, match="names a wrong weekday"):
        rolls.read(text("APEL;;\nHari/Tanggal : Selasa, 4 Maret 2019;;\n" + lines))


def test_names_stand_for_nips_where_there_is_no_column_for_them(text) -> None:
    path = text("APEL;;\nNAMA;TANGGAL;KODE\nBUDI UJI, S.E;2019-03-04;H\nSITI;2019-03-04;H\nANI;2019-03-04;H\n")
    reading = rolls.read(path, people={"BUDI UJI": (A,), "SITI": (A, B)})
    assert [mark.nip for mark in reading.rows] == [A]
    assert [fault.message for fault in reading.refused] == [
        '2 people are called "SITI"; add a column NIP',
        'nobody is known by the name "ANI"; correct it, or add a column NIP',
    ]
