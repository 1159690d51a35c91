"""Rolls with a column for each code and a tick in one of them."""

from __future__ import annotations

from datetime import date, time

import pytest

from attendance.errors import Refused
from attendance.intake import rolls
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

A, B, C, D, E, F = (f"19800101200501100{n}" for n in range(1, 7))
TITLE = "DAFTAR HADIR APEL PAGI\nHARI/TANGGAL : Senin, 4 Maret 2019\n"
HEAD = "NO;NAMA;NIP;HADIR;SAKIT;IZIN;CUTI;DL;TK;KET\n"


def marks(reading) -> list[tuple[str, Code]]:
    return [(m.nip[-1], m.code) for m in reading.rows]


@pytest.mark.parametrize("tick", ["v", "x", "√", "✓", "✔", "1", "•", "X", "×"])
def test_the_column_that_is_ticked_is_the_code(text, tick: str) -> None:
    lines = (f"1;SATU;{A};{tick};;;;;;", f"2;DUA;{B};;{tick};;;;;", f"3;TIGA;{C};;;;;;{tick};")
    reading = rolls.read(text(TITLE + HEAD + "\n".join(lines)))
    assert marks(reading) == [("1", Code.H), ("2", Code.S), ("3", Code.TK)]
    assert {(m.day, m.kind) for m in reading.rows} == {(date(2019, 3, 4), Kind.APEL_PAGI)}
    assert (reading.refused, reading.warnings) == ((), ())


def test_two_ticks_no_tick_and_what_is_no_tick(text) -> None:
    rows = f"1;SATU;{A};v;v;;;;;\n2;DUA;{B};;;;;;;\n3;TIGA;{C};;;;;;;Sakit\n4;EMPAT;{D};07.20;;;;;;\n"
    rows += f"5;LIMA;{E};;surat;;;;;\n6;ENAM;{F};v;;;;;;Izin\n"
    path = text(TITLE + HEAD + rows)
    with pytest.raises(Refused, match="blank cells: 1"):
        rolls.read(path)
    reading = rolls.read(path, blank="tk")
    assert marks(reading) == [("2", Code.TK), ("3", Code.S), ("4", Code.H)]
    assert reading.rows[2].at == time(7, 20)
    assert [(f.place.row, f.message) for f in reading.refused] == [
        (4, 'ticked more than once: "HADIR", "SAKIT"; keep the right one'),
        (8, '"surat" stands under "SAKIT", where a tick belongs; write v, or clear it'),
        (9, 'the code says "HADIR", and the remark beside it "Izin"; one of both is wrong'),
    ]


def test_under_a_group_with_codes_in_brackets_and_a_word_to_be_asked(text) -> None:
    head = "NO;NAMA;NIP;KEHADIRAN;;;;KET\n;;;Hadir (H);Sakit (S);TL;Lain-lain;\n"
    path = text(TITLE + head + f"1;SATU;{A};v;;;;\n2;DUA;{B};;;v;;\n3;TIGA;{C};;;;v;\n")
    with pytest.raises(Refused, match="TL has more than one meaning"):
        rolls.read(path)
    reading = rolls.read(path, codes={"TL": Code.DL})
    assert marks(reading) == [("1", Code.H), ("2", Code.DL)]
    assert '"Lain-lain" is no known code' in reading.refused[0].message
    assert marks(rolls.read(path, codes={"TL": Code.DL, "LAIN-LAIN": Code.I}))[-1] == ("3", Code.I)


def test_an_absence_with_its_reason_beside_it(text) -> None:
    rows = f"1;SATU;{A};v;;\n2;DUA;{B};;v;\n3;TIGA;{C};;v;DL\n4;EMPAT;{D};;v;hadir\n"
    reading = rolls.read(text(TITLE + "NO;NAMA;NIP;HADIR;TIDAK HADIR;KET\n" + rows))
    assert marks(reading) == [("1", Code.H), ("2", Code.TK), ("3", Code.DL)]
    assert "one of both is wrong" in reading.refused[0].message


def test_one_group_for_each_kind_or_day(text) -> None:
    head = "NO;NAMA;NIP;APEL PAGI;;APEL SORE;\n;;;H;TK;H;TK\n"
    reading = rolls.read(text(TITLE + head + f"1;SATU;{A};v;;;v\n"))
    assert [(m.kind, m.code) for m in reading.rows] == [(Kind.APEL_PAGI, Code.H), (Kind.APEL_SORE, Code.TK)]
    head = "NO;NAMA;NIP;4/3/2019;;5/3/2019;\n;;;H;TK;H;TK\n"
    reading = rolls.read(text("APEL PAGI\n" + head + f"1;SATU;{A};v;;;v\n"), date_format="DD/MM/YYYY")
    assert [(m.day.day, m.code) for m in reading.rows] == [(4, Code.H), (5, Code.TK)]
    with pytest.raises(Refused, match="is no day of the roll's period"):
        rolls.read(
            text(
                "APEL PAGI FEBRUARI 2019\n"
                + head.replace("4/3/2019", "30").replace("5/3/2019", "28")
                + f"1;SATU;{A};v;;;v\n"
            )
        )


def test_a_row_for_each_day(text) -> None:
    rows = f"SATU;{A};2019-03-04;v;;\nSATU;{A};2019-03-05;;v;\nDUA;x;2019-03-05;;v;\nDUA;{B};kemarin;;v;\n"
    reading = rolls.read(text("APEL PAGI\nNAMA;NIP;TANGGAL;HADIR;SAKIT;TK\n" + rows))
    assert [(m.day.day, m.code) for m in reading.rows] == [(4, Code.H), (5, Code.S)]
    assert len(reading.refused) == 2


def test_the_day_may_be_said_by_the_officer_but_not_a_month(text) -> None:
    path = text("APEL PAGI\n" + HEAD + f"1;SATU;{A};v;;;;;;\n")
    day = date(2019, 3, 5)
    assert rolls.read(path, period=(day, day)).rows[0].day == day
    with pytest.raises(Refused, match="the day of the form is missing"):
        rolls.read(path, period=(date(2019, 3, 1), date(2019, 3, 31)))


@pytest.mark.parametrize(
    ("head", "row", "says"),
    [
        ("NO;NAMA;NIP;H;S;TK", "18;2;1", "the columns of codes hold sums"),
        ("NO;NAMA;NIP;GOL;GOL;GOL\n;;;I;II;III", ";v;", "a roster"),
        ("NO;NAMA;NIP;JUMLAH;;\n;;;H;S;TK", "1;;", "no roll"),
    ],
)
def test_counts_and_ranks_are_no_ticks(text, head: str, row: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        rolls.read(text(f"{TITLE}{head}\n1;SATU;{A};{row}\n"))


def test_recap_columns_of_a_matrix_are_no_ticks(text) -> None:
    reading = rolls.read(text(f"APEL PAGI MARET 2019\nNO;NAMA;NIP;4;5;H;S;TK\n1;SATU;{A};H;S;1;1;0\n"))
    assert [(m.day.day, m.code) for m in reading.rows] == [(4, Code.H), (5, Code.S)]
    assert reading.warnings == ()


def test_ticks_beside_a_column_to_sign_in(text) -> None:
    head = "NO;NAMA;NIP;TANDA TANGAN;S;I;TK\n"
    reading = rolls.read(text(TITLE + head + f"1;SATU;{A};V;;;\n2;DUA;{B};;v;;\n3;TIGA;{C};V;v;;\n"))
    assert marks(reading) == [("1", Code.H), ("2", Code.S)]
    assert reading.refused[0].message.startswith("signed, and yet")
