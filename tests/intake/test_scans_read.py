"""Logs of fingerprint machines."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attendance.errors import Refused
from attendance.intake import scans

TODAY = date(2019, 3, 12)


def attlog(*lines: str, end: str = "\n") -> str:
    return "".join(line + end for line in lines)


def busy(count: int = 20, day: str = "2019-03-04") -> list[str]:
    return [f"{n:9d}\t{day} 07:{n:02}:00\t1\t255\t1\t0" for n in range(1, count + 1)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["ascii", "utf-8-sig", "utf-16"])
def test_lines_of_an_attlog(text, end: str, encoding: str) -> None:
    lines = attlog(
        "    00066\t2019-03-04 07:15:36\t1\t0\t1\t0", "", "198001012\t2019-03-04 16:01:00\t1\t255\t1", end=end
    )
    reading = scans.read(text(lines, "1_attlog.dat", encoding), today=TODAY)
    assert [(scan.pin, scan.at, scan.row) for scan in reading.rows] == [
        ("00066", datetime(2019, 3, 4, 7, 15, 36), 1),
        ("198001012", datetime(2019, 3, 4, 16, 1), 3),
    ]
    assert (reading.read, reading.quarantined, reading.refused) == (2, (), ())


def test_the_real_logs(example) -> None:
    long = scans.read(example("devices/state_unusable_1_attlog.dat"), today=date(2026, 1, 1))
    assert (long.read, len(long.rows)) == (384, 384)
    short = scans.read(example("devices/short_1_attlog.dat"), today=date(2026, 4, 13))
    assert (short.read, len(short.rows)) == (2, 2)
    blank = scans.read(example("devices/agl_D_blank_state.txt"), today=date(2026, 1, 1))
    assert (blank.rows[0].pin, blank.rows[0].at) == ("302", datetime(2016, 6, 30, 13, 19, 29))
    american = scans.read(example("devices/glg_G_us_date.txt"), today=date(2026, 1, 1))
    assert (american.read, len(american.rows)) == (13, 12)
    assert american.rows[0].at == datetime(2020, 2, 25, 14, 31, 11)
    assert [(q.place.row, q.message.split(":")[0]) for q in american.quarantined] == [
        (2, "the day 2015-07-03 lies long before all other lines")
    ]


def test_ambiguous_days_of_a_real_log_are_asked_for(example) -> None:
    path = example("devices/agl_C_inout_antipass_ampm.txt")
    with pytest.raises(Refused, match="--date-format"):
        scans.read(path, today=date(2026, 1, 1))
    reading = scans.read(path, today=date(2026, 1, 1), date_format="DD-MM-YYYY")
    assert reading.rows[5].at == datetime(2015, 5, 3, 10, 53, 5)
    assert reading.rows[0].at == datetime(2015, 3, 3, 12, 15, 44)


def test_an_admin_log_is_refused_by_name(example) -> None:
    with pytest.raises(Refused, match="log of what its administrators did"):
        scans.read(example("devices/asl_C_admin_log_not_attendance.txt"), today=TODAY)


@pytest.mark.parametrize("mark", ["Admin", "AdminNo", "Manipulation"])
@pytest.mark.parametrize(("end", "sign"), [("txt", "\t"), ("csv", ";"), ("tsv", "|")])
def test_the_acts_of_administrators_are_no_attendance(text, mark: str, end: str, sign: str) -> None:
    lines = [["No", "EnNo", "Name", mark, "DateTime"], ["1", "5", "Budi", "9", "2019/03/04 07:10:00"]]
    with pytest.raises(Refused, match="log of what its administrators did"):
        scans.read(text(attlog(*map(sign.join, lines)), f"1.{end}"), today=TODAY)


@pytest.mark.parametrize("lines", ["NIP;NAMA\n1;2\n", "halo\n", "1;2\n3;4\n", "66\t2019-03-04\n", " \n"])
def test_what_is_no_log(text, lines: str) -> None:
    with pytest.raises(Refused, match="is no log of a fingerprint machine"):
        scans.read(text(lines, "a.dat"), today=TODAY)


def test_clocks_that_cannot_be_true_go_into_quarantine_word_for_word(text) -> None:
    odd = [
        "       12\t1990-00--8 -16:-29:-40\t1\t0\t1\t0",
        "       13\t2000-01-01 00:01:00\t1\t0\t1\t0",
        "       14\t2019-03-13 07:00:00\t1\t0\t1\t0",
        "       15\t2015-06-01 07:00:00\t1\t0\t1\t0",
        "        0\t2019-03-04 07:00:00\t1\t0\t1\t0",
        "       16\t2019-03-04 25:00:00\t1\t0\t1\t0",
    ]
    reading = scans.read(text(attlog(*busy(), *odd), "1_attlog.dat"), today=TODAY)
    assert len(reading.rows) == 20
    assert [q.text for q in reading.quarantined] == odd
    assert [q.place.row for q in reading.quarantined] == [21, 22, 23, 24, 25, 26]
    assert [q.message.split(";")[0].split(":")[0] for q in reading.quarantined] == [
        "the machine's clock gave a time that does not exist",
        "the day 2000-01-01 is the machine's factory date",
        "the day 2019-03-13 is after today, 2019-03-12",
        "the day 2015-06-01 lies long before all other lines",
        "the machine did not know who this was (PIN 0 or none)",
        "the machine's clock gave a time that does not exist",
    ]


def test_a_few_lines_long_before_are_no_reset_when_there_is_nothing_to_compare_with(text) -> None:
    lines = [
        "1\t2015-06-01 07:00:00\t1\t0\t1\t0",
        "1\t2019-03-04 07:00:00\t1\t0\t1\t0",
        "2\t2019-03-05 07:00:00\t1\t0\t1\t0",
    ]
    reading = scans.read(text(attlog(*lines), "1_attlog.dat"), today=TODAY)
    assert (len(reading.rows), reading.quarantined) == (3, ())


def test_a_log_of_wrong_days_alone(text) -> None:
    reading = scans.read(text(attlog("1\t2000-01-01 07:00:00\t1\t0\t1\t0"), "1_attlog.dat"), today=TODAY)
    assert (reading.rows, len(reading.quarantined), reading.read) == ([], 1, 1)


def test_a_line_cut_off_is_refused_with_its_text(text) -> None:
    reading = scans.read(text(attlog(*busy(2), "       12\t2019", "\x1b[31mx") + "\x1a", "1_attlog.dat"), today=TODAY)
    assert [fault.place.row for fault in reading.refused] == [3, 4]
    assert '"12 2019"' in reading.refused[0].message
    assert "\\x1b[31mx" in reading.refused[1].message
    assert reading.read == 4


HEAD = "No\tTMNo\tEnNo\tName\t\tGMNo\tMode\tDateTime\n"


def test_agl_lines_of_all_sorts(text) -> None:
    lines = [
        "1\t1\t000000302\tA\t\t1\t1\t2018/10/08 07:14:47",
        "2\t1\t0\tA\t\t1\t1\t2018/10/08 07:15:47",
        "3\t1\t303\tA\t\t1\t1\t2018/10/08  07:15:47PM\t",
        "4\t1\t303\tA\t\t1\t1\t2018/13/08 07:15:47",
        "5\t1\t303\tA\t\t1\t1\t2018/10/08 27:15:47",
        "6\t1",
        "7\t1\t303\tA\t\t1\t1\tkemarin",
    ]
    reading = scans.read(text(" \n" + HEAD + attlog(*lines), "AGL_001.TXT", "utf-16"), today=TODAY)
    assert [(scan.pin, scan.at.isoformat(), scan.row) for scan in reading.rows] == [
        ("000000302", "2018-10-08T07:14:47", 3),
        ("303", "2018-10-08T19:15:47", 5),
    ]
    assert [q.place.row for q in reading.quarantined] == [4, 6, 7]
    assert [fault.place.row for fault in reading.refused] == [8, 9]
    assert reading.read == 7


LINES = st.lists(
    st.sampled_from([*busy(3), "x", "", "5\t2019-03-04 07:00\t1", "0\t2019-03-04 07:00:00\t", "7\t9999-99-99 1:1:1"])
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(LINES)
def test_every_line_is_taken_quarantined_or_refused(text, lines: list[str]) -> None:
    reading = scans.read(text(attlog(*busy(1), *lines), "1_attlog.dat"), today=TODAY)
    assert reading.read == 1 + sum(1 for line in lines if line)
    assert reading.read == len(reading.rows) + len(reading.quarantined) + len(reading.refused)


def test_a_hundred_thousand_lines_are_read_in_one_breath(text) -> None:
    start = datetime(2018, 12, 1)
    lines = [f"{n % 700 + 1:9d}\t{start + timedelta(minutes=n)}\t1\t255\t1\t0" for n in range(100_000)]
    reading = scans.read(text(attlog(*lines), "1_attlog.dat"), today=TODAY)
    assert (reading.read, len(reading.rows)) == (100_000, 100_000)


def test_a_log_whose_clock_was_reset_throughout_is_quarantined_in_one_breath(text) -> None:
    lines = [f"1\t2000-01-{n % 9 + 1:02} 07:00:00\t1" for n in range(20_000)]
    reading = scans.read(text(attlog(*lines), "1_attlog.dat"), today=TODAY)
    assert (reading.rows, len(reading.quarantined)) == ([], 20_000)
    assert len({q.message for q in reading.quarantined}) == 9


def rows(reading: scans.ScanReading) -> list[tuple[str, str]]:
    """PIN and time of each scan."""
    return [(scan.pin, f"{scan.at:%Y-%m-%d %H:%M:%S}") for scan in reading.rows]


GOOD = [("12", "2019-03-04 07:15:36")]


@pytest.mark.parametrize(
    "line",
    [
        "12\t2019-03-04 07:15:36",
        "       12\t2019-03-04 07:15:36\t1\t0\t1\t0\t0\t0\t0\t0\t36.5",
        "12 \t2019-03-04 07:15:36 \t1",
        "12\tBudi Angin\t2019-03-04 07:15:36\t1",
        "12\tBudi\tAngin\t2019-03-04 07:15:36\t1",
        "12\t12\t2019-03-04 07:15:36\t1",
        "12\t2019/3/4 7:15:36\t1",
        "12\t2019-03-04T07:15:36\t1",
        "\ufeff12\t2019-03-04 07:15:36",
        "»¿  12\t2019-03-04 07:15:36",
        "12  2019-03-04 07:15:36  1  0",
        "12;2019-03-04 07:15:36;1",
        "       12 2019-03-04 07:15:36 1 0 1 0",
        '"12","2019-03-04 07:15:36","1"',
        "12,2019/03/04 07:15:36",
        "ATTLOG\t12\t2019-03-04 07:15:36\t0\t1",
    ],
)
def test_one_line_however_it_is_written(text, line: str) -> None:
    reading = scans.read(text(line + "\r\n", "a.dat"), today=TODAY)
    assert (rows(reading), reading.quarantined, reading.refused, reading.warnings) == (GOOD, (), (), ())


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("12\t2019-03-04 07:15", "no line of the log"),  # cut off
        ("12\t2019-03-04 07:15:3", "no line of the log"),
        ("12\t2019-03-", "no line of the log"),
        ("12\tBudi\t2019-03-04 07", "no line of the log"),
        ("12", "no line of the log"),
        ("1-2\t2019-03-04 07:15:36\t1", "no line of the log"),
        ("1\x002\t2019-03-04 07:15:36\t1", "no line of the log"),
        ("x" * 1_000_000, "no line of the log"),
        ("7\t12\t2019-03-04 07:15:36\t1", "two numbers stand before the time"),
    ],
)
def test_a_line_that_is_none_is_refused(text, line: str, refused: str) -> None:
    reading = scans.read(text(attlog(*busy(30) * 5, line), "a.dat"), today=TODAY)
    assert (len(reading.rows), reading.quarantined, reading.read) == (150, (), 151)
    assert refused in reading.refused[0].message and len(reading.refused[0].message) < 400


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("12\t2019-03-04 24:00:00\t1", "time that does not exist"),
        ("12\t2019-02-30 07:00:00\t1", "time that does not exist"),
        ("12\t19-03-04 07:15:36\t1", "time that does not exist"),
        ("12\t2019/2/30 7:00:00\t1", "time that does not exist"),
        ("0\tBudi\t2019-03-04 07:15:36\t1", "PIN 0 or none"),
        ("000\t2019-03-04 07:15:36\t1", "PIN 0 or none"),
        ("\t2019-03-04 07:15:36\t1", "PIN 0 or none"),
    ],
)
def test_a_line_that_cannot_be_true_is_kept_apart(text, line: str, message: str) -> None:
    reading = scans.read(text(attlog(*busy(2), line), "a.dat"), today=TODAY)
    assert (len(reading.rows), reading.refused, reading.read) == (2, (), 3)
    assert message in reading.quarantined[0].message and reading.quarantined[0].text == line


def test_minutes_alone_are_enough_where_the_line_goes_on(text) -> None:
    reading = scans.read(text(attlog(*busy(1), "12\t2019-03-04 07:15\t1"), "a.dat"), today=TODAY)
    assert rows(reading)[-1] == ("12", "2019-03-04 07:15:00")


def test_letters_are_a_pin_and_a_midnight_is_a_time(text) -> None:
    reading = scans.read(text(attlog("A7\t2019-03-04 00:00:00\t1"), "a.dat"), today=TODAY)
    assert rows(reading) == [("A7", "2019-03-04 00:00:00")]


def test_a_number_with_and_without_zeros_is_one_and_said_aloud(text) -> None:
    lines = [
        "0012\t2019-03-04 07:15:36",
        "12\t2019-03-04 07:16:36",
        "A1\t2019-03-04 07:16:36",
        "0A1\t2019-03-04 07:16:36",
    ]
    reading = scans.read(text(attlog(*lines), "a.dat"), today=TODAY)
    assert [fault.message.partition(" are")[0] for fault in reading.warnings] == ['the PINs "0012", "12"']


def test_headings_over_an_attlog(text) -> None:
    reading = scans.read(text("NO\tPIN\tWAKTU\n1\t12\t2019-03-04 07:15:36\n", "a.txt"), today=TODAY)
    assert rows(reading) == GOOD


@pytest.mark.parametrize("head", ["OPLOG 4\t14\t2019-03-04 07:00:00\t0\n", "USER PIN=1\tName=A\n"])
def test_what_a_machine_pushes_besides_is_no_attendance(text, head: str) -> None:
    body = "POST /iclock/cdata?SN=A1&table=ATTLOG HTTP/1.1\r\nHost: a\r\n\r\nATTLOG\n"
    reading = scans.read(text(body + "12\t2019-03-04 07:15:36\t0\t1\n" + head, "a.txt"), today=TODAY)
    assert (rows(reading), reading.read) == (GOOD, 1)
    assert "1 lines about users and operations" in reading.warnings[0].message
    with pytest.raises(Refused, match="log of what its administrators did"):
        scans.read(text(head, "a.txt"), today=TODAY)


HEADS = {
    "No\tTMNo\tEnNo\tName\tMode\tDateTime": "1\t1\t12\tBudi\t1\t",
    "No\tMchn\tEnNo\t\tName\t\tMode\tIOMd\tDateTime\t": "000001\t1\t000000012\tBudi\t0\t0\t",
    "NoTMNo\tEnNo\tName\tMode\tDateTime": "1\t1\t12\tBudi\t1\t",
    "NoTMNoEnNo\tName\tMode\tDateTime": "1\t1\t12\tBudi\t1\t",
    "oTMNoEnNoNameModeDateTime": "1\t1\t12\tBu\tdi\t1\t",
    "o\tTMNo\tEnNo\tName\tMode\tDateTime": "1\t1\t12\tBudi\t1\t",
    "TMNo\tEnNo\tDateTime": "1\t12\t",
    "EnNo\tDateTime": "12\t",
    "No\tDept\tEnNo\tDateTime": "1\tA\t12\t",
    "No\t\tEnNo\tDateTime": "1\tA\t12\t",
}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    ("stamp", "encoding"),
    [("2019/03/04  07:15:36", "ascii"), ("03-24-2019  07:15:36AM", "utf-16"), ("24/03/2019 07:15:36", "utf-16-le")],
)
def test_headers_of_general_logs(text, head: str, stamp: str, encoding: str) -> None:
    path = text(f"{head}\r\n{HEADS[head]}{stamp}\r\n", "AGL_001.TXT", encoding)
    reading = scans.read(path, today=date(2019, 3, 30))
    day = 4 if "/03/04" in stamp else 24
    assert [(int(pin), at) for pin, at in rows(reading)] == [(12, f"2019-03-{day:02} 07:15:36")]


def test_the_first_byte_of_a_wide_log_may_be_lost(text) -> None:
    lines = "No\tTMNo\tEnNo\tName\tDateTime\r\n1\t1\t12\tBudi\t2019/03/04 07:15:36\r\n"
    path = text("", "AGL_001.TXT")
    path.write_bytes(lines.encode("utf-16-le")[1:])
    assert rows(scans.read(path, today=TODAY)) == GOOD


def test_a_general_log_of_two_machines_is_said_aloud(text) -> None:
    body = "1\t1\t12\tA\t2019/03/04 07:15:36\n2\t2\t12\tA\t2019/03/04 07:15:40\n"
    reading = scans.read(text("No\tTMNo\tEnNo\tName\tDateTime\n" + body, "AGL.TXT"), today=TODAY)
    assert "2 machines" in reading.warnings[0].message and reading.read == 2


def test_years_of_two_digits_are_asked_for(text) -> None:
    path = text("No\tEnNo\tDateTime\n1\t12\t19-03-04 07:15:36\n2\t0012\t31-12-99 07:15\n", "AGL.TXT")
    with pytest.raises(Refused, match="year with two digits"):
        scans.read(path, today=TODAY)
    reading = scans.read(path, today=TODAY, date_format="YY/MM/DD")
    assert rows(reading) == GOOD and len(reading.quarantined) == 1
    mixed = text("No\tEnNo\tDateTime\n1\t12\t19-03-04 07:15:36\n2\t12\t2019-03-05 07:15:00\n3\t12\tx 1:1\n", "B.TXT")
    reading = scans.read(mixed, today=TODAY, date_format="YY/MM/DD")
    assert [at for _pin, at in rows(reading)] == ["2019-03-04 07:15:36", "2019-03-05 07:15:00"]
    assert rows(scans.read(path, today=date(2100, 1, 1), date_format="DD/MM/YY"))[0][1] == "2004-03-19 07:15:36"


def test_a_row_of_nobody_in_a_general_log_is_refused(text) -> None:
    path = text("No\tEnNo\tDateTime\n1\t1 2\t2019/03/04 07:15:36\n2\t12\t2019/03/04 07:15:36\n", "AGL.TXT")
    assert [fault.place.row for fault in scans.read(path, today=TODAY).refused] == [2]


def astray(text, *days: str) -> tuple[list[str], list[str]]:
    """The days of a log, three lines each, that are believed, and those that are not."""
    lines = [f"{pin}\t2019-{day} 07:00:00\t1" for day in days for pin in (1, 2, 1)]
    reading = scans.read(text(attlog(*lines), "1_attlog.dat"), today=TODAY)
    return (
        list(dict.fromkeys(f"{scan.at:%m-%d}" for scan in reading.rows)),
        list(dict.fromkeys(one.text[7:12] for one in reading.quarantined)),
    )


def test_a_clock_that_went_back_and_came_again(text) -> None:
    good = ["02-18", "02-19", "02-20", "02-21", "02-22", "03-01"]
    assert astray(text, *good[:5], "01-03", "01-04", good[5]) == (good, ["01-03", "01-04"])


def test_a_clock_that_ran_ahead_and_was_put_back(text) -> None:
    good = ["01-02", "01-03", "01-04", "01-05", "01-06", "01-07"]
    assert astray(text, *good[:3], "03-04", *good[3:]) == (good, ["03-04"])


def test_two_blocks_astray(text) -> None:
    good = ["01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08"]
    assert astray(text, *good[:3], "03-04", *good[3:5], "03-05", *good[5:]) == (good, ["03-04", "03-05"])


def test_a_clock_that_was_reset_twice_before_it_was_put_right(text) -> None:
    good = ["02-18", "02-19", "02-20", "02-21", "02-22", "03-01"]
    assert astray(text, *good[:5], "01-13", "01-03", good[5]) == (good, ["01-13", "01-03"])


@pytest.mark.parametrize(
    "days",
    [
        ["03-04", "03-03", "03-04"],  # a day back is drift, or a night
        ["02-18", "02-19", "02-20", "01-02"],  # nothing after it: the ring of a full memory, or two logs joined
        ["02-20", "01-02", "01-03", "01-04", "01-05"],  # nothing before it
        [*(f"01-{day:02}" for day in range(1, 30)), *(f"01-{day:02}" for day in range(21, 31))],  # two logs joined
        [*(f"01-{day:02}" for day in range(10, 20)), *(f"01-{day:02}" for day in range(1, 31))],
        ["03-01", "01-02", "01-03", "03-02"],  # no half of it is clearly wrong
        [f"0{month}-{day:02}" for day in range(1, 26) for month in (2, 1)] + ["03-01"],  # in no order at all
    ],
)
def test_what_is_no_clock_gone_astray(text, days: list[str]) -> None:
    assert astray(text, *days)[1] == []


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (
            ["02-18", "02-19", "02-20", "01-02"],
            [(10, "2019-02-20", "2019-01-02 (so it does 1")],
        ),
        (["02-20", "01-02", "01-03", "01-04"], [(4, "2019-02-20", "2019-01-02 (so it does 1")]),
        (["03-01", "01-02", "01-03", "03-02"], [(4, "2019-03-01", "2019-01-02 (so it does 1")]),
        (["02-18", "02-19", "02-20", "02-21", "01-03", "02-22"], []),  # set apart
        (["03-04", "03-03", "03-04"], []),
        ([f"0{month}-{day:02}" for day in range(1, 26) for month in (2, 1)], []),  # in no order at all
    ],
)
def test_days_that_go_back_and_are_believed_are_said_aloud(text, days: list[str], said: list[Any]) -> None:
    lines = [f"{pin}\t2019-{day} 07:00:00\t1" for day in days for pin in (1, 2, 1)]
    warnings = scans.read(text(attlog(*lines), "1_attlog.dat"), today=TODAY).warnings
    told = [(one.place.row, *one.message.split(" times")[0].split(" the log goes back to ")) for one in warnings]
    assert [(row, before.removeprefix("after "), after) for row, before, after in told] == said


@pytest.mark.parametrize(
    ("machines", "said"),
    [("12", ["2 machines"]), ("11", []), ("01", []), ("1x", [])],
)
def test_an_attlog_of_two_machines_is_said_aloud(text, machines: str, said: list[str]) -> None:
    lines = [f"7\t2019-03-04 07:00:0{row}\t{number}\t0\t1\t0" for row, number in enumerate(machines)]
    warnings = scans.read(text(attlog(*lines), "1_attlog.dat"), today=TODAY).warnings
    assert [one.message.split("of ")[1].split(" (")[0] for one in warnings] == said


def test_a_log_sorted_by_person_says_nothing_about_the_clock(text) -> None:
    lines = [
        f"{pin}\t2019-0{month}-01 07:00:00\t1"
        for pin, months in ((1, "123"), (2, "1"), (3, "2223"))
        for month in months
    ]
    reading = scans.read(text(attlog(*lines), "a.dat"), today=TODAY)
    assert (len(reading.rows), reading.warnings) == (8, ())


def test_lines_with_a_wrong_day_are_no_landmark_for_the_others(text) -> None:
    lines = [
        "1\t2019-03-04 07:00:00",
        "2\t2000-01-01 07:00:00",
        "1\t2019-03-05 07:00:00",
        "2\tx",
        "1\t2019-03-06 07:00:00",
    ]
    reading = scans.read(text(attlog(*lines), "a.dat"), today=TODAY)
    assert [at[:10] for _pin, at in rows(reading)] == ["2019-03-04", "2019-03-05", "2019-03-06"]
    assert ["factory" in one.message for one in reading.quarantined] == [True]
