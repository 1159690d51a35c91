"""Logs of fingerprint machines."""

from __future__ import annotations

from datetime import date, datetime, timedelta

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


@pytest.mark.parametrize("lines", ["NIP;NAMA\n1;2\n", "halo\n", "66\t2019-03-04\n", " \n"])
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
