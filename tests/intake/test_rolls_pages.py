"""Several rolls in one file: pages one below the other, sheets with their own titles, and what is said of them."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from attendance.errors import Refused
from attendance.intake import rolls
from attendance.rules.codes import Code
from attendance.rules.kinds import Kind

NIPS = [f"1980010120050110{n:02}" for n in range(1, 41)]
MARCH = (date(2019, 3, 1), date(2019, 3, 31))


def page(day: str, people: range, codes: str = "H", kind: str = "APEL PAGI", foot: bool = True) -> str:
    rows = "".join(f"{n};ORANG {n};{NIPS[n - 1]};{codes};\n" for n in people)
    sign = "\n;;;Medan, 8 Maret 2019\n;;;KEPALA DINAS\n\n;;;Drs. KEPALA, M.Si.\n;;;NIP. 19670506 198903 1 001\n\n"
    title = f"PEMERINTAH KOTA X\nDAFTAR HADIR {kind}\nHARI/TANGGAL : {day}\n\n" if day else ""
    return f"{title}NO;NAMA;NIP;KODE;KET\n{rows}" + (sign if foot else "")


def said(reading) -> list[tuple[str, int, Kind, Code]]:
    return [(m.nip[-2:], m.day.day, m.kind, m.code) for m in reading.rows]


def test_days_one_below_the_other_each_with_its_title_and_signature(text) -> None:
    path = text(
        page("Senin, 4 Maret 2019", range(1, 3))
        + page("Selasa, 5 Maret 2019", range(1, 3), "S")
        + page("Rabu, 6 Maret 2019", range(1, 2), "TK", "APEL SORE")
    )
    reading = rolls.read(path)
    assert said(reading) == [
        ("01", 4, Kind.APEL_PAGI, Code.H),
        ("02", 4, Kind.APEL_PAGI, Code.H),
        ("01", 5, Kind.APEL_PAGI, Code.S),
        ("02", 5, Kind.APEL_PAGI, Code.S),
        ("01", 6, Kind.APEL_SORE, Code.TK),
    ]
    assert reading.rows[2].place.row == 20
    assert (reading.refused, reading.warnings) == ((), ())


def test_pages_of_eighteen_rows_with_numbers_that_go_on(text) -> None:
    first = page("Senin, 4 Maret 2019", range(1, 19), foot=False)
    for between in ("\n", "\n\n", "\nMengetahui,\nKepala Bagian\n", "Halaman 2\n"):
        for second in ("", "Senin, 4 Maret 2019"):
            reading = rolls.read(text(first + between + page(second, range(19, 24))))
            assert [m.nip for m in reading.rows] == NIPS[:23]
            assert {m.day for m in reading.rows} == {date(2019, 3, 4)}


def test_a_page_whose_day_was_left_blank_does_not_take_that_of_the_page_above(text) -> None:
    path = text(page("Senin, 4 Maret 2019", range(1, 3)) + page(".........", range(1, 3)))
    with pytest.raises(Refused, match="the day of the form is missing") as refused:
        rolls.read(path)
    assert refused.value.faults[0].place.row == 19


def test_two_months_on_one_sheet_and_halves_of_a_month(text) -> None:
    def month(title: str, days: str, code: str) -> str:
        return f"APEL PAGI\n{title}\nNO;NAMA;NIP;{days}\n1;ORANG 1;{NIPS[0]};{code}\n\n"

    reading = rolls.read(text(month("BULAN MARET 2019", "4;5", "H;H") + month("BULAN APRIL 2019", "1;2", "S;S")))
    assert [(m.day.month, m.day.day) for m in reading.rows] == [(3, 4), (3, 5), (4, 1), (4, 2)]
    reading = rolls.read(text(month("BULAN MARET 2019", "4;5", "H;H") + month("", "18;19", "S;S")))
    assert [m.day.day for m in reading.rows] == [4, 5, 18, 19]


def test_each_sheet_has_its_own_title_and_legend(tmp_path) -> None:
    book = openpyxl.Workbook()
    for name, unit, day, legend in (("A", "DINAS A", 4, "hadir"), ("B", "DINAS B", 5, "tanpa keterangan")):
        sheet = book.create_sheet(name)
        for row in ([unit], [f"APEL PAGI {day} MARET 2019"], ["NO", "NAMA", "NIP", day], [1, "SATU", NIPS[0], None]):
            sheet.append(row)
        sheet.append([f"Kosong = {legend}"])
    book.remove(book["Sheet"])
    book.save(tmp_path / "a.xlsx")
    reading = rolls.read(tmp_path / "a.xlsx")
    assert [(m.day.day, m.code) for m in reading.rows] == [(4, Code.H), (5, Code.TK)]


def test_one_legend_holds_for_sheets_without_one(tmp_path) -> None:
    book = openpyxl.Workbook()
    for day in (4, 5):
        sheet = book.create_sheet(f"{day} Maret 2019 apel pagi")
        for row in (["NO", "NAMA", "NIP", day], [1, "SATU", NIPS[0], None]):
            sheet.append(row)
    sheet.append([None, None, None, None, "Kosong = hadir"])
    book.save(tmp_path / "a.xlsx")
    assert [m.code for m in rolls.read(tmp_path / "a.xlsx").rows] == [Code.H, Code.H]


def test_the_same_person_twice_with_the_same_code_is_said(text) -> None:
    reading = rolls.read(text(f"APEL MARET 2019\nNIP;NAMA;4;5\n{NIPS[0]};A;H;H\n{NIPS[1]};B;H;H\n{NIPS[0]};A;H;H\n"))
    assert [w.message for w in reading.warnings] == [
        "the same person stands here again as in row 3, for the same day; it is taken once"
    ]


def test_people_below_the_end_of_the_list_are_not_lost(text) -> None:
    people = {f"ORANG {n}": (NIPS[n],) for n in range(1, 4)}
    rows = "1;ORANG 1;H;H\n\nKeterangan :;;;\n2;ORANG 2;H;TK\n3;ORANG 3;;\n"
    reading = rolls.read(text("APEL PAGI MARET 2019\nNO;NAMA;4;5\n" + rows), people=people)
    assert len(reading.rows) == 2
    assert [(f.place.row, f.message.partition(";")[0]) for f in reading.refused] == [
        (6, "this row stands below the end of the list")
    ]


@pytest.mark.parametrize("policy", ["hadir", "tk", "lewati"])
def test_a_blank_weekend_counts_only_as_presence_and_only_where_there_is_duty(text, policy: str) -> None:
    path = text(f"APEL PAGI MARET 2019\nNIP;8;9;10\n{NIPS[0]};H;;\n{NIPS[1]};TK;;\n")
    six = rolls.read(path, blank=policy, held=lambda kind, day: kind is Kind.APEL_PAGI and day.weekday() < 6)
    expected = [8, 9, 8, 9] if policy == "hadir" else [8, 8]
    assert [m.day.day for m in six.rows] == expected
    assert [m.day.day for m in rolls.read(path, blank=policy).rows] == [8, 8]


def test_a_day_on_which_nothing_is_written_is_said(text) -> None:
    reading = rolls.read(text(f"APEL MARET 2019\nNIP;4;5\n{NIPS[0]};H;\n{NIPS[1]};H;\n"), blank="tk")
    assert [m.code for m in reading.rows] == [Code.H, Code.TK, Code.H, Code.TK]
    assert [w.message for w in reading.warnings] == [
        'nothing at all is written under "5", and blank means absent: so everybody is; check that it was held'
    ]
