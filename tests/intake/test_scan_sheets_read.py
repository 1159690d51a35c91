"""Scans in spreadsheets and in the reports of machines."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from attendance.errors import Refused
from attendance.intake import scan_cells, scans
from attendance.intake.kept import Kept

TODAY = date(2026, 3, 31)


def rows(reading: scans.ScanReading) -> list[tuple[str, str]]:
    """PIN and time of each scan."""
    return [(scan.pin, f"{scan.at:%m-%d %H:%M:%S}") for scan in reading.rows]


def said(reading: scans.ScanReading) -> list[str]:
    """What is wrong with which row."""
    return [f"{fault.place.row}: {fault.message.partition(':')[0].partition(';')[0]}" for fault in reading.refused]


def read(path: Any, **words: Any) -> scans.ScanReading:
    reading = scans.read(path, today=TODAY, **words)
    assert reading.read == len(reading.rows) + len(reading.quarantined) + len(reading.refused)
    return reading


@pytest.mark.parametrize(
    ("cell", "clocks"),
    [
        ("07:14", ["07:14:00"]),
        ("07.14", ["07:14:00"]),
        ("7:14:36 AM", ["07:14:36"]),
        ("2026-03-02 07:14:36", ["07:14:36"]),
        ("02/03/2026 7:14 PM", ["19:14:00"]),
        ("07:1416:02", ["07:14:00", "16:02:00"]),
        ("07:14\n16:02", ["07:14:00", "16:02:00"]),
        ("07:14:36 16:02:11", ["07:14:36", "16:02:11"]),
        ("7:14, 16:02", ["07:14:00", "16:02:00"]),
        ("7:1416:02", ["07:14:00", "16:02:00"]),
        ("2026-03-02T07:14:36", ["07:14:36"]),
        ("2026-03-02 07:14:36.000", ["07:14:36"]),
        ("2026-03-02T07:14:36+07:00", None),
        (time(7, 14, 36), ["07:14:36"]),
        (datetime(2026, 3, 2, 7, 14, 35, 999_999), ["07:14:36"]),
        (datetime(2026, 3, 2, 23, 59, 59, 999_999), ["23:59:59"]),
        (datetime(2026, 3, 2, 7, 14, 35, 1), ["07:14:35"]),
        (0.3, ["07:12:00"]),
        (46_083.3, ["07:12:00"]),
        (timedelta(hours=7), ["07:00:00"]),
        (0, ["00:00:00"]),
        (46_083, ["00:00:00"]),
        (7, None),
        (7.5, None),
        (True, None),
        (False, None),
        (date(2026, 3, 2), None),
        ("24:00", None),
        ("07:14 dan 16:02", None),
        ("07:1499:02", None),
        ("Libur", None),
    ],
)
def test_clocks_of_a_cell(cell: Any, clocks: list[str] | None) -> None:
    found = scan_cells.times_of(cell)
    assert (None if found is None else [str(one) for one in found]) == clocks


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (datetime(2026, 3, 2, 7), "2026-03-02"),
        (datetime(1899, 12, 31, 7), ""),
        (date(2026, 3, 2), "2026-03-02"),
        (46_083.3, "2026-03-02"),
        (0.3, ""),
        (True, ""),
        (time(7), ""),
        ("02/03/2026 07:14", "02/03/2026"),
        ("Senin, 2 Maret 2026", "Senin, 2 Maret 2026"),
        ("2 Maret 2026 07:14", "2 Maret 2026"),
        ("07:14", ""),
        ("", ""),
    ],
)
def test_the_day_of_a_cell(cell: Any, day: str) -> None:
    assert scan_cells.day_of(cell) == day


PAIR = ["No. ID", "Nama", "Tanggal", "Jam Masuk", "Jam Pulang", "Scan Masuk", "Scan Pulang"]


def test_two_times_of_a_row_are_two_lines_and_the_schedule_is_none(book) -> None:
    body = [
        [7, "A", date(2026, 3, 2), "07:30", "16:00", "07:14", "16:02"],
        ["0012", "B", date(2026, 3, 2), "07:30", "16:00", "-", "16:03"],
        [66, "C", date(2026, 3, 2), "07:30", "16:00", "", "--:--"],
        PAIR,
        [103.0, "D", date(2026, 3, 2), "07:30", "16:00", "21:58", "06:01"],
        ["A1", "E", date(2026, 3, 2), "07:30", "16:00", "00:00", "16:05"],
        ["", "JUMLAH", "", "", "", "", ""],
    ]
    reading = read(book([["LAPORAN"], [], PAIR, *body]))
    assert rows(reading) == [
        ("7", "03-02 07:14:00"),
        ("7", "03-02 16:02:00"),
        ("0012", "03-02 16:03:00"),
        ("103", "03-02 21:58:00"),
        ("A1", "03-02 16:05:00"),
    ]
    assert [(one.place.row, one.at, one.message.split(" ")[0]) for one in reading.quarantined] == [
        (8, datetime(2026, 3, 2, 6, 1), "the"),
        (9, datetime(2026, 3, 2), "00:00"),
    ]
    assert [fault.message for fault in reading.warnings] == ["1 rows have no time: nothing was scanned there"]
    assert (reading.read, {scan.sheet for scan in reading.rows}) == (7, {"Sheet1"})


def test_rows_that_say_too_little_are_refused(book) -> None:
    body = [
        ["", "A", date(2026, 3, 2), "", "", "07:14", ""],
        [1.5, "A", date(2026, 3, 2), "", "", "07:14", ""],
        [1e20, "A", date(2026, 3, 2), "", "", "07:14", ""],
        ["1-2", "A", date(2026, 3, 2), "", "", "07:14", ""],
        [7, "A", "", "", "", "07:14", ""],
        [7, "A", date(2026, 3, 2), "", "", "Izin", ""],
        [7, "A", date(2026, 3, 2), "", "", datetime(2026, 3, 3, 7), ""],
    ]
    assert said(read(book([PAIR, *body]))) == [
        "2: there is no PIN in this row",
        "3: there is no PIN in this row",
        "4: the PIN was turned into a number by a spreadsheet and has lost digits",
        "5: there is no PIN in this row",
        "6: there is a time and no date in this row",
        "7: where a time belongs stands something else",
        "8: this row names two different dates",
    ]


@pytest.mark.parametrize("moment", ["7:14 pagi", "07.14*", "20260302 071436", "1793578200", "2026-03-02T07:14:36Z"])
def test_a_time_that_cannot_be_read_is_no_fault_of_the_clock(book, moment: str) -> None:
    reading = read(book([PAIR, [7, "A", date(2026, 3, 2), "", "", moment, "16:00"]]))
    assert said(reading) == ["2: where a time belongs stands something else"]
    assert rows(reading) == [("7", "03-02 16:00:00")]


def test_a_clock_with_dots_beside_a_day(book) -> None:
    reading = read(book([["PIN", "Tanggal", "Jam"], [7, date(2026, 3, 2), "07.14.36"]]))
    assert rows(reading) == [("7", "03-02 07:14:36")]
    with pytest.raises(Refused, match="write the year with two digits"):
        read(book([["PIN", "Waktu"], [7, "02.03.26"]]))


def test_a_row_of_sums_is_no_scan(book) -> None:
    assert rows(
        read(book([PAIR, [7, "A", date(2026, 3, 2), "", "", "07:14", ""], ["Total", "", "", "", "", 1, 0]]))
    ) == [("7", "03-02 07:14:00")]


def test_a_workbook_of_what_administrators_did(book) -> None:
    with pytest.raises(Refused, match="log of what its administrators did"):
        read(book([["No", "EnNo", "Admin", "DateTime"], [1, 5, 9, datetime(2026, 3, 2, 7, 14)]]))


TURNED = [["PIN", "Tanggal", "Jam"], [7, datetime(2026, 2, 3), "07:14"]]


@pytest.mark.parametrize("text_", ["13/03/2026", "03/13/2026"])
def test_days_and_months_that_a_spreadsheet_turned_round(book, text_: str) -> None:
    path = book([*TURNED, [7, text_, "07:14"]])
    with pytest.raises(Refused, match=r"turned day and month round .*2026-02-03 beside"):
        read(path)
    with pytest.raises(Refused, match=r"turned day and month round"):
        read(path, date_format=Kept("DD/MM/YYYY"))
    if text_ == "13/03/2026":
        assert rows(read(path, date_format="DD/MM/YYYY"))[0] == ("7", "02-03 07:14:00")


@pytest.mark.parametrize(
    "body",
    [
        [[7, "13/02/2026", "07:14"]],  # it was February
        [[7, "13/03/2026", "07:14"], [7, "02/03/2026", "07:15"]],  # what could be turned was not
        [[7, datetime(2026, 3, 14), "07:14"], [7, "13/03/2026", "07:14"]],
        [[7, "3 Maret 2026", "07:14"]],
    ],
)
def test_days_and_months_as_they_were(book, body: list[list[Any]]) -> None:
    assert len(read(book([*TURNED, *body])).rows) == 1 + len(body)


def test_what_a_sheet_says_that_cannot_be_is_set_apart(book) -> None:
    body = [
        [0, "A", date(2026, 3, 2), "", "", "07:14", ""],
        [7, "A", date(2026, 3, 2), "", "", "24:00", ""],
        [7, "A", "31 Februari 2026", "", "", "07:14", ""],
        [7, "A", date(2027, 3, 2), "", "", "07:14", "16:00"],
    ]
    reading = read(book([PAIR, *body]))
    assert [one.place.row for one in reading.quarantined] == [2, 3, 5, 5]
    assert said(reading) == ["4: there is a time and no date in this row"]


def test_moments_in_one_column_and_in_two(book, text) -> None:
    for path in (
        book([["AC-No.", "No.", "Name", "Time"], [7, "", "A", datetime(2026, 3, 2, 7, 14, 36)]]),
        book([["Emp No.", "AC-No.", "Date/Time"], ["E1", "7", "2026-03-02 07:14:36"]]),
        book([["PIN", "Tanggal", "Jam"], ["'7", date(2026, 3, 2), time(7, 14, 36)]]),
        book([["Employee ID", "Date", "Time"], [7, date(2026, 3, 2), time(7, 14, 36)]]),
        book([["PIN", "Tanggal", "Jam"], [7, "2026-03-02", "2026-03-02 07:14:36"]]),
        book([["PIN", "Waktu"], [7, 46_083 + (7 * 3600 + 14 * 60 + 36) / 86_400]]),
        text('pin;scan_date\n"7";"2026-03-02 07:14:36"\n', "a.csv"),
        text("考勤号码\t日期时间\n7\t2026/3/2 7:14:36\n", "b.txt"),
        book([[7, datetime(2026, 3, 2, 7, 14, 36), 1]]),
    ):
        assert rows(read(path)) == [("7", "03-02 07:14:36")], path


def test_what_columns_mean_may_be_said(book) -> None:
    path = book([["No.", "Nama", "Tanggal", "Masuk"], [7, "A", "02/03/2026", "07:14"], [7, "A", "16/03/2026", ""]])
    with pytest.raises(Refused, match="say which column is which with --map"):
        read(path)
    reading = read(path, mapping={"No.": "PIN", "Masuk": "SCAN MASUK"})
    assert rows(reading) == [("7", "03-02 07:14:00")]


def test_hours_of_a_schedule_are_never_taken_unasked(book) -> None:
    path = book([["PIN", "Nama", "Tanggal", "Jam Masuk"], [7, "A", date(2026, 3, 2), "07:30"]])
    with pytest.raises(Refused, match='--map "Jam Masuk=SCAN MASUK"'):
        read(path)
    assert rows(read(path, mapping={"Jam Masuk": "SCAN MASUK"})) == [("7", "03-02 07:30:00")]


def test_two_columns_of_pins_are_asked_about(book) -> None:
    path = book([["User ID", "PIN", "Waktu"], [1, 7, datetime(2026, 3, 2, 7, 14)]])
    with pytest.raises(Refused, match='"User ID" and "PIN" could both be the PIN'):
        read(path)
    assert rows(read(path, mapping={"PIN": "PIN"})) == [("7", "03-02 07:14:00")]


def test_day_and_month_of_a_sheet_are_settled_over_all_of_it(text) -> None:
    head, one, other = "PIN;TANGGAL;SCAN MASUK\n", "7;02/03/2026;07:14\n", "8;16/03/2026;07:14\n"
    with pytest.raises(Refused, match="--date-format"):
        read(text(head + one, "a.csv"))
    assert rows(read(text(head + one, "a.csv"), date_format="DD/MM/YYYY")) == [("7", "03-02 07:14:00")]
    assert rows(read(text(head + one + other, "a.csv")))[0] == ("7", "03-02 07:14:00")


def test_lines_of_several_machines_are_said_aloud(text) -> None:
    path = text(
        "sn,pin,scan_date\nA1,7,2026-03-02 07:14:36\nB2,7,2026-03-02 07:15:36\n,7,2026-03-02 08:00:00\n", "a.csv"
    )
    assert '2 machines ("A1", "B2")' in read(path).warnings[0].message


def test_sheets_without_scans_are_named(book, tmp_path) -> None:
    import openpyxl

    path = book([["PIN", "Waktu"], [7, datetime(2026, 3, 2, 7, 14)]])
    made = openpyxl.load_workbook(path)
    made.create_sheet("Catatan")["A1"] = "halo"
    made.create_sheet("Kosong")
    hidden = made.create_sheet("Simpanan")
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    second = made.create_sheet("Lantai 2")
    second.append(["PIN", "Waktu"])
    second.append([8, datetime(2026, 3, 2, 7, 15)])
    made.save(path)
    reading = read(path)
    assert [(scan.pin, scan.sheet) for scan in reading.rows] == [("7", "Sheet1"), ("8", "Lantai 2")]
    assert [(fault.place.sheet, fault.message.partition(" and")[0]) for fault in reading.warnings] == [
        ("Catatan", "this sheet was not read: there are no scans on it"),
        ("Simpanan", "this sheet is hidden"),
    ]
    assert len(read(path, sheet="Lantai 2").rows) == 1


@pytest.mark.parametrize(
    ("lines", "command"),
    [
        ("NIP;NAMA;UNIT KERJA\n198501012010011001;A;X\n", "apel staff import"),
        ("NIP;NAMA;TANGGAL;KODE\n198501012010011001;A;2026-03-02;H\n", "apel roll import"),
        ("NIP;NAMA;2;3;4\n198501012010011001;A;H;H;H\n", "apel roll import"),
        ("NIP;NAMA;JENIS;MULAI;SELESAI\n198501012010011001;A;S;2026-03-02;2026-03-02\n", "apel leave import"),
        ("PIN;NIP\n7;198501012010011001\n", "apel scan link --file"),
        ("TANGGAL;JENIS;NAMA;SUMBER\n2026-03-19;libur;Nyepi;SKB\n", "apel calendar import"),
    ],
)
def test_other_files_are_named_with_their_command(text, lines: str, command: str) -> None:
    with pytest.raises(Refused, match=f"no log of a fingerprint machine but .*{command}"):
        read(text(lines, "a.csv"))


def test_a_text_has_no_sheets(text) -> None:
    with pytest.raises(Refused, match="leave out --sheet"):
        read(text("1\t2026-03-02 07:00:00\n", "a.dat"), sheet="Sheet1")


TOP = [["Attendance Record Report"], [], ["Att. Time", "", "2026-02-27 ~ 2026-03-02"], [27, 28, 1, 2]]


def test_the_report_of_a_machine(book) -> None:
    body = [
        ["ID:", "", 12, "", "Name:", "", "Budi", "", "Dept.:", "", "X"],
        ["07:1416:02", "", "07:14\n16:02", "24:00"],
        ["ID:", "", "0", "", "Name:", "", ""],
        ["", "07:15", "", ""],
        ["ID:", "", "", "", "Name:", "", ""],
        ["", "07:16", "", ""],
        ["ID:", "Name:", "Budi"],
        ["", "", "", "", "07:17"],
        ["ID: 13  ", "", "Name: Citra"],
        ["07:18", "", "", ""],
        ["17:18", "", "-", ""],
    ]
    reading = read(book([*TOP, *body]))
    assert rows(reading) == [
        ("12", "02-27 07:14:00"),
        ("12", "02-27 16:02:00"),
        ("12", "03-01 07:14:00"),
        ("12", "03-01 16:02:00"),
        ("13", "02-27 07:18:00"),
        ("13", "02-27 17:18:00"),
    ]
    assert [(one.place.row, one.text) for one in reading.quarantined] == [(8, "0\t2026-02-28\t07:15")]
    assert said(reading) == [
        "6: this is no line of the log",
        "10: there is no PIN in this row",
        "12: this is no line of the log",
    ]


@pytest.mark.parametrize(
    ("span", "days", "first"),
    [
        ("2026/03/01 ~ 03/31", range(1, 32), "03-01"),
        ("01/03/2026 s.d. 31/03/2026", range(1, 32), "03-01"),
        ("2026-03-02 to 2026-03-04", range(2, 32), "03-02"),  # some print all days of the month
        ("2025/12/31 ~ 01/02", [31, 1, 2], "12-31"),
        ("2026-03-30 ~ 2026-03-31", [30], "03-30"),
    ],
)
def test_the_days_of_a_report(book, span: str, days: Any, first: str) -> None:
    path = book([[f"Periode {span}"], list(days), ["ID:", 12], ["07:14"]])
    assert rows(read(path)) == [("12", f"{first} 07:14:00")]


@pytest.mark.parametrize(
    ("span", "days"),
    [
        ("2026-03-02 ~ 2026-03-04", [1, 2, 3]),
        ("2026-03-30 ~ 2026-04-02", [30, 31, 1, 2, 3]),
        ("2026-03-04 ~ 2026-03-02", [4]),
        ("2026-01-01 ~ 2026-12-31", [1, 2, 3]),
        ("2026-02-30 ~ 2026-03-02", [30, 1, 2]),
    ],
)
def test_days_that_do_not_fit_stop_a_report(book, span: str, days: list[int]) -> None:
    with pytest.raises(Refused, match=r"do not fit the period|is none; export"):
        read(book([[span], days, ["ID:", 12], ["07:14"]]))


def test_a_sheet_with_a_period_or_days_alone_is_no_report(book) -> None:
    for sheet in (
        [["2026-03-02 ~ 2026-03-04"], ["ID:", 12]],
        [["x"], [2, 3], ["ID:", 12]],
        [["2026-03-02 ~ 2026-03-04"], [2, 3, 5], ["ID:", 1]],
    ):
        with pytest.raises(Refused, match="no log of a fingerprint machine"):
            read(book(sheet))
