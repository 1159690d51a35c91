"""Procedure: what comes next in a case and by when, what presses, which clocks were kept."""

from __future__ import annotations

from datetime import date

import pytest
from cases_in_words import BERAT, NEVER_CAME, RINGAN, case
from working_years import calendar

from attendance.rules import procedure
from attendance.rules.cases import Step
from attendance.rules.clocks import TEAM


@pytest.mark.parametrize(
    ("steps", "level", "coming"),
    [
        ("", "ringan", ["panggilan-1 None atasan langsung PP 94/2021 Pasal 28"]),
        (
            "",
            "berat",
            [
                "panggilan-1 None atasan langsung PP 94/2021 Pasal 28",
                "tim None pejabat yang berwenang PP 94/2021 Pasal 29",
            ],
        ),
        (
            "panggilan-1 2026-03-12 -> 2026-03-30",
            "berat",
            [
                "pemeriksaan/tidak-hadir-1 2026-03-30 atasan langsung PP 94/2021 Pasal 27",
                "tim 2026-03-30 pejabat yang berwenang PP 94/2021 Pasal 29",
            ],
        ),
        (
            NEVER_CAME.split("panggilan-2")[0],
            "ringan",
            ["panggilan-2 2026-04-09 atasan langsung PP 94/2021 Pasal 26 ayat (3)"],
        ),
        (
            BERAT.rsplit("laporan", 1)[0],
            "berat",
            ["laporan/keputusan None atasan langsung PP 94/2021 Pasal 28"],
        ),
        (BERAT.rsplit("keputusan", 1)[0], "berat", ["keputusan None pejabat yang berwenang "]),
        (BERAT, "berat", ["terima 2026-04-23 pejabat yang berwenang PP 94/2021 Pasal 37 ayat (3)"]),
        (
            BERAT + "panggilan-keputusan 2026-04-03 -> 2026-04-10",
            "berat",
            ["terima/tidak-hadir-keputusan 2026-04-10 pejabat yang berwenang PP 94/2021 Pasal 37 ayat (3)"],
        ),
        (
            BERAT + "panggilan-keputusan 2026-04-03 -> 2026-04-10\ntidak-hadir-keputusan 2026-04-10",
            "berat",
            ["kirim 2026-04-15 pejabat yang berwenang Peraturan BKN 6/2022 Pasal 49 ayat (8)"],
        ),
        (
            BERAT + "panggilan-keputusan 2026-04-03 -> 2026-04-10\ntidak-hadir-keputusan 2026-04-10\nkirim 2026-04-13",
            "berat",
            ["terima None pejabat yang berwenang "],
        ),
        (
            BERAT + "terima 2026-04-06",
            "berat",
            [
                "dijalani 2026-04-27 pejabat yang berwenang Peraturan BKN 6/2022 Pasal 50 ayat (1)",
                "banding 2026-04-24 pegawai PP 79/2021 (banding administratif)",
            ],
        ),
        (
            BERAT + "terima 2026-04-06\nbanding 2026-04-20\ntanggapan-banding 2026-05-04",
            "berat",
            ["putusan-banding 2026-07-29 BPASN PP 79/2021 (banding administratif)"],
        ),
        (RINGAN, "ringan", ["selesai None pejabat yang berwenang "]),
        (
            "panggilan-1 2026-03-12 -> 2026-03-30\ntidak-hadir-1 2026-03-30",
            "berat",
            [
                "panggilan-2 2026-04-09 atasan langsung PP 94/2021 Pasal 26 ayat (3)",
                f"tim None pejabat yang berwenang {TEAM}",
            ],
        ),
    ],
)
def test_what_comes_next_by_when_and_by_whom(steps: str, level: str, coming: list[str]) -> None:
    found = procedure.due(case(steps, level), calendar())
    assert [f"{'/'.join(one.steps)} {one.by} {one.whose.value} {one.article}" for one in found] == coming


def test_a_summons_without_a_day_still_has_something_after_it() -> None:
    (found,) = procedure.due(case("panggilan-1 2026-03-12"), calendar())
    assert found.steps == (Step.TIDAK_HADIR_1,)


# What is pressing


def pressing(steps: str, today: str, until: str, level: str = "ringan") -> list[str]:
    found = procedure.due(case(steps, level), calendar())
    return [one.steps[0].value for one in procedure.pressing(found, *map(date.fromisoformat, (today, until)))]


@pytest.mark.parametrize(
    ("today", "until", "found"),
    [
        ("2026-04-01", "2026-04-22", []),
        ("2026-04-01", "2026-04-23", ["terima"]),
        ("2026-04-23", "2026-04-23", ["terima"]),
        ("2026-04-24", "2026-04-20", ["terima"]),  # overdue
    ],
)
def test_pressing_is_what_is_overdue_or_due_soon(today: str, until: str, found: list[str]) -> None:
    assert pressing(BERAT, today, until, "berat") == found


def test_a_right_that_has_lapsed_is_not_overdue_and_what_may_wait_is_not_pressing() -> None:
    received = BERAT + "terima 2026-04-06"
    assert pressing(received, "2026-04-24", "2026-04-30", "berat") == ["banding"]
    assert pressing(received, "2026-04-25", "2026-04-30", "berat") == []
    (force, appeal) = procedure.due(case(received, "berat"), calendar())
    assert force.earliest and not force.lapsed(date(2026, 12, 1))
    assert appeal.lapsed(date(2026, 4, 25)) and not appeal.lapsed(date(2026, 4, 24))


# Which clocks were kept


def kept(steps: str, level: str = "berat", today: str = "2027-01-31") -> list[str]:
    day = date.fromisoformat(today)
    found = procedure.kept(case(steps, level, opened="2026-01-02"), calendar())
    return [f"{one.clock.ends[0]} {one.by} {one.met} {'missed' if one.missed(day) else 'kept'}" for one in found]


def test_clocks_that_were_kept_and_missed() -> None:
    assert kept(BERAT + "terima 2026-04-23") == ["terima 2026-04-23 2026-04-23 kept"]
    assert kept(BERAT + "terima 2026-04-24") == ["terima 2026-04-23 2026-04-24 missed"]
    assert kept(BERAT, today="2026-04-23") == ["terima 2026-04-23 None kept"]
    assert kept(BERAT, today="2026-04-24") == ["terima 2026-04-23 None missed"]


def test_a_clock_that_ended_with_the_case_is_missed_only_if_it_had_run_out() -> None:
    assert kept(BERAT + "selesai 2026-04-23 outcome=dihentikan") == []
    assert kept(BERAT + "selesai 2026-04-24 outcome=dihentikan") == ["terima 2026-04-23 None missed"]


def test_a_second_summons_that_never_came_is_missed() -> None:
    steps = "panggilan-1 2026-03-12 -> 2026-03-30\ntidak-hadir-1 2026-03-30\n"
    assert kept(steps) == ["panggilan-2 2026-04-09 None missed"]
    assert kept(steps + "tim 2026-04-20\nselesai 2026-04-09 outcome=dihentikan") == []


def test_what_an_employee_may_do_is_nobodys_omission() -> None:
    received = BERAT + "terima 2026-04-06\n"
    assert kept(received) == ["terima 2026-04-23 2026-04-06 kept"]
    assert kept(received + "banding 2026-04-10") == [
        "terima 2026-04-23 2026-04-06 kept",
        "banding 2026-04-24 2026-04-10 kept",
        "tanggapan-banding 2026-05-12 None missed",
        "putusan-banding 2026-07-21 None missed",
    ]


@pytest.mark.parametrize(("decided", "answer"), [("2026-05-12", []), ("2026-05-13", ["2026-05-12 missed"])])
def test_an_appeal_decided_without_an_answer(decided: str, answer: list[str]) -> None:
    found = kept(BERAT + f"terima 2026-04-06\nbanding 2026-04-10\nputusan-banding {decided}")
    assert [one.replace("tanggapan-banding ", "").replace("None ", "") for one in found if "tanggapan" in one] == answer
