"""Rolls as a matrix: a row a person, a column a day."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attendance.errors import Refused
from attendance.intake import rolls
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

A, B = "198001012005011001", "199001012024211002"
MARCH = (date(2019, 3, 1), date(2019, 3, 31))


def days(reading) -> list[tuple[int, int, Code]]:
    return [(m.day.month, m.day.day, m.code) for m in reading.rows]


def test_the_month_stands_in_the_title_and_recap_columns_are_no_days(text) -> None:
    reading = rolls.read(
        text(f"""
            REKAP APEL PAGI;;
            BULAN : MARET TAHUN 2019;;
            NO;NAMA;NIP;4;5;6;7;8;H;S;%
            1;2;3;4;5;6;7;8;9;10;11
            I. BAGIAN UMUM
            1;BUDI UJI;{A};H;S;TK;-;07.40;2;1;50
            ;;
            JUMLAH;1;;1;1;1
        """)
    )
    assert days(reading) == [(3, 4, Code.H), (3, 5, Code.S), (3, 6, Code.TK), (3, 8, Code.H)]
    assert reading.rows[-1].at == time(7, 40)
    assert reading.rows[0].place.row == 6
    assert reading.read == 4


def test_the_group_of_dates_above_their_numbers(example) -> None:
    path = example("rolls/A4_rekap_apel_per_tanggal_apel_grup_header.xlsx")
    nobody = rolls.read(path)
    assert (nobody.rows, len(nobody.refused)) == ((), 10)
    names = ["AGUS CONTOH", "SITI SAMPEL", "BUDI UJI", "RINA FIKTIF", "EKO REKAAN", "DEWI CONTOH", "HADI SAMPEL"]
    names += ["INDAH UJI", "JOKO FIKTIF", "MAYA REKAAN"]
    people = {name: (f"1980010120050110{n:02}",) for n, name in enumerate(names)}
    reading = rolls.read(path, people=people)
    assert (len(reading.rows), reading.refused) == (40, ())
    assert {mark.day.day for mark in reading.rows} == {1, 8, 15, 22}
    assert [mark.code for mark in reading.rows[:4]] == [Code.TK, Code.TK, Code.H, Code.S]
    assert {mark.kind for mark in reading.rows} == {Kind.APEL_PAGI}


@pytest.mark.parametrize(
    ("title", "headings", "expected"),
    [
        ("APEL 4-8 Maret 2019", ["4", "8"], [(3, 4), (3, 8)]),
        ("APEL 29 April s.d. 3 Mei 2019", ["29", "3"], [(4, 29), (5, 3)]),
        ("APEL 31 Desember 2018 - 4 Januari 2019", ["31/12", "2/1"], [(12, 31), (1, 2)]),
        ("APEL Senin, 4 Maret 2019", ["4"], [(3, 4)]),
        ("APEL BULAN 3 TAHUN 2019", ["4"], [(3, 4)]),
        ("APEL MARET 2019", ["Senin 4/3", "Selasa 5/3"], [(3, 4), (3, 5)]),
        ("APEL", ["04/03/2019", "15/03/2019"], [(3, 4), (3, 15)]),
        ("APEL", ["2019-03-04"], [(3, 4)]),
        ("APEL", ["Senin, 4 Maret 2019"], [(3, 4)]),
    ],
)
def test_days_in_every_form(text, title: str, headings: list[str], expected: list[tuple[int, int]]) -> None:
    cells = ";".join("H" * len(headings))
    reading = rolls.read(text(f"{title}\nNIP;{';'.join(headings)}\n{A};{cells}\n"))
    assert [(m.day.month, m.day.day) for m in reading.rows] == expected


def test_real_dates_are_never_ambiguous(book) -> None:
    rows = [["APEL PAGI"], ["NIP", datetime(2019, 3, 4), date(2019, 3, 5), "KET"], [A, "H", time(7, 15)]]
    reading = rolls.read(book(rows))
    assert [(m.day, m.at) for m in reading.rows] == [(date(2019, 3, 4), None), (date(2019, 3, 5), time(7, 15))]


def test_the_sheet_may_be_named_for_the_month_and_the_kind(book) -> None:
    reading = rolls.read(book([["NIP", 4], [A, "H"]], sheet="Apel Maret 2019"))
    assert reading.rows[0].day == date(2019, 3, 4)
    assert reading.rows[0].kind is Kind.APEL_PAGI


def test_the_month_may_come_from_the_officer_or_is_asked_for(text) -> None:
    path = text(f"APEL\nNIP;4;Senin 11/3\n{A};H;H\n")
    with pytest.raises(Refused, match="the headings are days without a month and year"):
        rolls.read(path)
    assert days(rolls.read(path, period=MARCH)) == [(3, 4, Code.H), (3, 11, Code.H)]


@pytest.mark.parametrize(
    ("title", "heading", "says"),
    [
        ("FEBRUARI 2019", "30", 'the heading "30" is no day of the roll\'s period'),
        ("4-8 MARET 2019", "11", 'the heading "11" is no day of the roll\'s period'),
        ("MARET 2019", "Senin, 4 April 2019", "names a wrong weekday"),
        ("MARET 2019", "Senin 5/3", "name a wrong weekday"),
        ("MARET 2019", "31/4/2019", "this is no roll"),
    ],
)
def test_a_day_that_the_period_does_not_have(text, title: str, heading: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        rolls.read(text(f"APEL {title}\nNIP;{heading}\n{A};H\n"))


def test_empty_columns_of_a_form_for_31_days_are_no_days(text) -> None:
    reading = rolls.read(text(f"APEL FEBRUARI 2019\nNIP;28;29;30;31\n{A};H;;-;\n"))
    assert days(reading) == [(2, 28, Code.H)]


def test_day_and_month_of_headings_are_asked_for(text) -> None:
    with pytest.raises(Refused, match="--date-format"):
        rolls.read(text(f"APEL\nNIP;04/03/2019;05/03/2019\n{A};H;H\n"))


def test_blank_cells_are_asked_for_with_their_number_and_the_first_place(text) -> None:
    path = text(f"APEL MARET 2019\nNIP;4;5;9\n{A};H;;\n{B};;S\n")
    with pytest.raises(Refused, match=r"blank cells: 2.*--blank hadir.*\(first in row 3\)"):
        rolls.read(path)
    skipped = rolls.read(path, blank="lewati")
    assert days(skipped) == [(3, 4, Code.H), (3, 5, Code.S)]
    assert [mark.code for mark in rolls.read(path, blank="tk").rows] == [Code.H, Code.TK, Code.TK, Code.S]
    present = rolls.read(path, blank="hadir")
    assert [mark.code for mark in present.rows] == [Code.H, Code.H, Code.H, Code.S]
    (warning,) = present.warnings
    assert warning.message == 'nothing is written under "9", a weekend: taken as not held'


def test_a_weekend_on_which_something_is_written_is_a_day(text) -> None:
    assert days(rolls.read(text(f"APEL MARET 2019\nNIP;9\n{A};H\n"))) == [(3, 9, Code.H)]


@pytest.mark.parametrize(
    ("legend", "codes"),
    [
        ("Keterangan: kosong = hadir", [Code.H, Code.S]),
        ("(kosong) = Tanpa Keterangan", [Code.TK, Code.S]),
        ("Kosong berarti libur", [Code.S]),
    ],
)
def test_the_form_may_say_itself_what_blank_means(text, legend: str, codes: list[Code]) -> None:
    reading = rolls.read(text(f"APEL MARET 2019\nNIP;4;5\n{A};;S\n\n{legend}\nkosong melompong\n"))
    assert [mark.code for mark in reading.rows] == codes


def test_two_kinds_a_day(text) -> None:
    reading = rolls.read(
        text(f"""
            APEL MARET 2019;;
            NO;NIP;NAMA;4/3;;5/3;
            ;;;PAGI;SORE;PAGI;SORE
            1;{A};BUDI UJI;H;TK;S;S
        """)
    )
    assert [(m.day.day, m.kind, m.code) for m in reading.rows] == [
        (4, Kind.APEL_PAGI, Code.H),
        (4, Kind.APEL_SORE, Code.TK),
        (5, Kind.APEL_PAGI, Code.S),
        (5, Kind.APEL_SORE, Code.S),
    ]


def test_three_levels_of_headings(text) -> None:
    reading = rolls.read(
        text(f"""
            APEL;;;;
            NO;NIP;NAMA;TANGGAL;
            ;;;SENIN;SELASA
            ;;;4/3/2019;5/3/2019
            1;{A};BUDI UJI;H;S
        """)
    )
    assert days(reading) == [(3, 4, Code.H), (3, 5, Code.S)]


def test_a_row_about_nobody_known_is_one_fault(book) -> None:
    reading = rolls.read(book([["APEL MARET 2019"], ["NIP", "NAMA", 4, 5], [198001012005011001, "BUDI", "H", "H"]]))
    (fault,) = reading.refused
    assert "first 15 digits" in fault.message
    assert reading.read == 1


CELLS = st.sampled_from(["H", "S", "TK", "-", "", "??", "07.15", "X" * 50])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([A, B, "x", ""]), CELLS, CELLS), max_size=8))
def test_every_mark_met_is_taken_or_refused(text, rows) -> None:
    lines = "".join(f"{nip};X;{one};{two}\n" for nip, one, two in rows)
    reading = rolls.read(text("APEL MARET 2019\nNIP;NAMA;4;5\n" + lines), blank="tk", codes={"-": None})
    assert reading.read == len(reading.rows) + len(reading.refused)
    one_code = {(mark.nip, mark.day, mark.code) for mark in reading.rows}
    assert len({(mark.nip, mark.day) for mark in reading.rows}) == len(one_code)


PAGES = """
    DAFTAR HADIR APEL PAGI
    BULAN MARET 2026
    NO;NAMA;NIP;2;3
    1;BUDI;{A};H;H

    {TITLE}
    {HEADINGS}
    2;SITI;{B};TK;TK
"""


@pytest.mark.parametrize(
    ("title", "headings", "expected"),
    [
        ("BULAN FEBRUARI 2026", "NO;NAMA;NIP;2;3", [(2, 2, "apel-pagi"), (2, 3, "apel-pagi")]),
        ("DAFTAR HADIR APEL SORE", "NO;NAMA;NIP;2;3", [(3, 2, "apel-sore"), (3, 3, "apel-sore")]),
        ("BULAN MARET 2026", "NO;NAMA;NIP;4;5", [(3, 4, "apel-pagi"), (3, 5, "apel-pagi")]),
        ("", "NO;NAMA;NIP;4;5", [(3, 4, "apel-pagi"), (3, 5, "apel-pagi")]),
        ("", "NO;NIP;NAMA;4;5", None),
    ],
)
def test_a_second_table_is_read_under_its_own_title_and_headings(text, title, headings, expected) -> None:
    reading = rolls.read(text(PAGES.format(A=A, B=B, TITLE=title, HEADINGS=headings)))
    assert [(m.nip, m.day.day) for m in reading.rows[:2]] == [(A, 2), (A, 3)]
    second = [(m.day.month, m.day.day, m.kind.value) for m in reading.rows if m.nip == B]
    assert second == (expected or []) and bool(reading.refused) == (expected is None)


@pytest.mark.parametrize("title", ["", "BULAN MARET 2026", "Medan, 8 Maret 2026"])
def test_the_headings_of_the_next_page_are_seen_through(text, title: str) -> None:
    reading = rolls.read(text(PAGES.format(A=A, B=B, TITLE=title, HEADINGS="NO;NAMA;NIP;2;3")))
    assert [(mark.nip, mark.day.day, mark.code) for mark in reading.rows] == [
        (A, 2, Code.H),
        (A, 3, Code.H),
        (B, 2, Code.TK),
        (B, 3, Code.TK),
    ]
