"""Procedure: the one legal path of a case, and what is refused by which article."""

from __future__ import annotations

from datetime import date

import pytest
from cases_in_words import BERAT, LONG_AFTER, NEVER_CAME, RINGAN, breaches, case, done, may, taken, with_, wrong
from working_years import calendar

from attendance.rules import procedure
from attendance.rules.cases import Rested, Step
from attendance.rules.clocks import TEAM, Whose
from attendance.rules.law import Level
from attendance.rules.procedure import Wrong

# The path


@pytest.mark.parametrize(
    ("steps", "following"),
    [
        ("", "panggilan-1 tim selesai"),
        ("panggilan-1 2026-03-12 -> 2026-03-30", "pemeriksaan tidak-hadir-1 tim selesai"),
        (NEVER_CAME.rsplit("tidak-hadir-2", 1)[0], "pemeriksaan tidak-hadir-2 tim selesai"),
        (NEVER_CAME, "laporan keputusan tim selesai"),
        (BERAT.rsplit("laporan", 1)[0], "laporan keputusan pemeriksaan selesai"),
        (BERAT.rsplit("keputusan", 1)[0], "keputusan pemeriksaan selesai"),
        (BERAT, "panggilan-keputusan terima selesai"),
        (BERAT + "terima 2026-04-02\n", "dijalani banding selesai"),
        (BERAT + "terima 2026-04-02\nbanding 2026-04-03\n", "tanggapan-banding putusan-banding selesai"),
    ],
)
def test_what_may_follow(steps: str, following: str) -> None:
    assert may(case(steps, "sedang")) == following


def test_a_step_out_of_order_names_what_may_come_instead() -> None:
    (found,) = breaches(case("panggilan-1 2026-03-12 -> 2026-03-30"), "keputusan 2026-03-30 level=ringan")
    assert (found.wrong, found.may) == (
        Wrong.ORDER,
        (Step.PEMERIKSAAN, Step.TIDAK_HADIR_1, Step.SELESAI),
    )


def test_nothing_comes_after_the_end() -> None:
    closed = case("selesai 2026-03-03 outcome=dihentikan")
    assert closed.closed
    assert (procedure.may(closed), procedure.due(closed, calendar())) == ((), ())
    (found,) = breaches(closed, "panggilan-1 2026-03-12 -> 2026-03-30")
    assert (found.wrong, found.may) == (Wrong.ORDER, ())


def test_a_ringan_case_from_the_summons_to_its_end() -> None:
    found = taken(RINGAN + "selesai 2026-04-24 outcome=dijalani", opened="2026-03-02")
    assert (found.sanction, found.decided, found.closed) == ("teguran-tertulis", Level.RINGAN, True)
    assert not any(one.missed(LONG_AFTER) for one in procedure.kept(found, calendar()))


def test_a_berat_case_through_the_appeal() -> None:
    steps = BERAT + "terima 2026-04-06\nbanding 2026-04-20\ntanggapan-banding 2026-05-04\nputusan-banding 2026-07-01\n"
    found = taken(steps + "dijalani 2026-07-02\nselesai 2026-07-02 outcome=dijalani", "berat")
    assert found.closed


# A no-show


def test_second_no_show_pasal_26_ayat_4_decides_on_the_evidence_on_the_very_day() -> None:
    found = taken(NEVER_CAME + "keputusan 2026-04-08 level=ringan sanction=teguran-lisan", "sedang")
    assert found.decided is Level.RINGAN
    (due,) = procedure.due(case(NEVER_CAME, "sedang"), calendar())
    assert (due.steps, due.article, due.whose) == (
        (Step.LAPORAN, Step.KEPUTUSAN),
        "PP 94/2021 Pasal 26 ayat (4)",
        Whose.PEJABAT,
    )


@pytest.mark.parametrize(
    ("steps", "line", "limit", "article"),
    [
        (NEVER_CAME.split("tidak-hadir-1")[0], "tidak-hadir-1 2026-03-29", "2026-03-30", "26 ayat (3)"),
        (NEVER_CAME.split("tidak-hadir-1")[0], "pemeriksaan 2026-03-27", "2026-03-30", "26 ayat (2)"),
        (NEVER_CAME.rsplit("tidak-hadir-2", 1)[0], "tidak-hadir-2 2026-04-07", "2026-04-08", "26 ayat (4)"),
        (
            BERAT + "panggilan-keputusan 2026-04-03 -> 2026-04-10\n",
            "tidak-hadir-keputusan 2026-04-09",
            "2026-04-10",
            "37 ayat (3)",
        ),
    ],
)
def test_nobody_is_missing_before_the_day_to_which_he_was_called(
    steps: str, line: str, limit: str, article: str
) -> None:
    held = case(steps, "sedang")
    (found,) = breaches(held, line)
    assert (found.wrong, str(found.limit), found.article) == (Wrong.EARLY, limit, f"PP 94/2021 Pasal {article}")
    assert not procedure.passes(held, done(line), found)
    assert wrong(held, f"{line.split()[0]} {limit}") == []


def test_nobody_is_missing_who_was_not_called_to_receive_the_decision() -> None:
    assert wrong(case(BERAT, "berat"), "tidak-hadir-keputusan 2026-04-10") == ["order"]


# Days


def test_steps_of_one_day_are_in_order() -> None:
    day = "2026-03-30"
    steps = f"""
    panggilan-1 2026-03-12 -> {day}
    pemeriksaan {day}
    laporan {day}
    keputusan {day} level=ringan sanction=teguran-lisan
    terima {day}
    keberatan {day}
    putusan-keberatan {day}
    """
    assert taken(steps).last() == done(f"putusan-keberatan {day}")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("panggilan-1 2026-03-01 -> 2026-03-30", ["before"]),  # the case was opened on the 2nd
        ("panggilan-1 2026-03-02 -> 2026-03-30", []),
        ("panggilan-1 2026-03-12", ["meeting"]),
        ("panggilan-1 2026-03-12 -> 2026-03-12", ["meeting", "early"]),
        ("panggilan-1 2026-03-12 -> 2026-03-13", ["early"]),
        ("panggilan-1 2026-03-21 -> 2026-04-30", ["ahead"]),
        ("panggilan-1 2026-02-20 -> 2026-02-20", ["before", "meeting", "early"]),
    ],
)
def test_the_days_of_a_summons(line: str, found: list[str]) -> None:
    assert wrong(case(), line, today=date(2026, 3, 20)) == found


def test_a_step_is_recorded_on_its_own_day() -> None:
    assert wrong(case(), "panggilan-1 2026-03-12 -> 2026-03-30", today=date(2026, 3, 12)) == []
    assert wrong(case(), "panggilan-1 2026-03-12 -> 2026-03-30", today=date(2026, 3, 11)) == ["ahead"]


def test_a_step_is_not_before_the_last_nor_after_today() -> None:
    held = case("panggilan-1 2026-03-12 -> 2026-03-30\ntim 2026-03-20", "sedang")
    found = breaches(held, "pemeriksaan 2026-03-19", today=date(2026, 3, 18))
    assert [(one.wrong, str(one.limit)) for one in found] == [
        (Wrong.BEFORE, "2026-03-20"),
        (Wrong.AHEAD, "2026-03-18"),
        (Wrong.EARLY, "2026-03-30"),
    ]


@pytest.mark.parametrize(
    ("steps", "line", "days"),
    [
        ("", "panggilan-1 2026-03-02 -> 2026-03-19", ["2026-03-19"]),  # Nyepi
        ("", "panggilan-1 2026-03-02 -> 2026-03-28", ["2026-03-28"]),  # a Saturday
        ("", "panggilan-1 2026-03-02 -> 2026-03-30", []),
        ("panggilan-1 2026-03-02 -> 2026-03-17", "pemeriksaan 2026-03-19", ["2026-03-19"]),
        ("panggilan-1 2026-03-02 -> 2026-03-17", "pemeriksaan 2026-03-17", []),
        ("panggilan-1 2026-03-02 -> 2026-03-17", "tidak-hadir-1 2026-03-19", []),
    ],
)
def test_an_examination_on_a_holiday_is_doubted_not_refused(steps: str, line: str, days: list[str]) -> None:
    held = case(steps)
    assert wrong(held, line) == []
    found = procedure.doubts(held, done(line), calendar())
    assert [(one.wrong, str(one.limit)) for one in found] == [(Wrong.HOLIDAY, day) for day in days]


@pytest.mark.parametrize(("meets", "limit"), [("2026-04-23", None), ("2026-04-24", "2026-04-23")])
def test_a_summons_behind_the_14_days_of_pasal_37_ayat_3_is_doubted(meets: str, limit: str | None) -> None:
    held, line = case(BERAT, "berat"), f"panggilan-keputusan 2026-04-03 -> {meets}"
    assert wrong(held, line) == []
    found = procedure.doubts(held, done(line), calendar())
    assert [(one.wrong, str(one.limit), one.article) for one in found] == (
        [(Wrong.LATE, limit, "PP 94/2021 Pasal 37 ayat (3)")] if limit else []
    )


# The team


def test_berat_is_not_examined_without_a_team() -> None:
    held = case("panggilan-1 2026-03-12 -> 2026-03-30", "berat")
    (found,) = breaches(held, "pemeriksaan 2026-03-30")
    assert (found.wrong, found.article, found.may) == (Wrong.TEAM, TEAM, (Step.TIM,))
    assert wrong(with_(held, "tim 2026-03-30"), "pemeriksaan 2026-03-30") == []


@pytest.mark.parametrize("level", ["ringan", "sedang", ""])
def test_a_heavier_decision_needs_a_team_that_examined(level: str) -> None:
    line = "keputusan 2026-04-02 level=berat sanction=turun-jabatan"
    examined = case("panggilan-1 2026-03-12 -> 2026-03-30\npemeriksaan 2026-03-30", level)
    (found,) = breaches(examined, line)
    assert (found.wrong, found.may) == (Wrong.TEAM, (Step.TIM,))
    formed = with_(examined, "tim 2026-03-31")
    (found,) = breaches(formed, line)
    assert (found.wrong, found.may) == (Wrong.TEAM, (Step.PEMERIKSAAN,))
    assert wrong(with_(formed, "pemeriksaan 2026-04-01"), line) == []
    assert wrong(formed, "keputusan 2026-04-02 level=sedang sanction=potong-tukin-6") == []


def test_a_report_does_not_bar_the_examination_by_the_team() -> None:
    steps = "panggilan-1 2026-03-12 -> 2026-03-30\npemeriksaan 2026-03-30\nlaporan 2026-03-31\ntim 2026-04-01"
    held = case(steps, "sedang")
    (due,) = procedure.due(held, calendar())
    assert (due.steps, due.article, due.weight) == ((Step.PEMERIKSAAN,), TEAM, "weak")
    assert wrong(held, "pemeriksaan 2026-04-02") == []


def test_who_never_came_is_decided_on_by_a_team_formed_at_last() -> None:
    line = "keputusan 2026-04-10 level=berat sanction=pdhtaps"
    held = case(NEVER_CAME, "berat")
    assert wrong(held, line) == ["team"]
    assert wrong(with_(held, "tim 2026-04-09"), line) == []


def test_the_count_a_case_rests_on_is_days_and_days_made_of_lateness() -> None:
    rested = Rested("kerja", 2026, (date(2026, 3, 2), date(2026, 3, 3)), (), "PP 53/2010", "", "", "", converted=1)
    assert rested.total == 3


def test_ringan_has_no_team_before_the_examination_and_nobody_two() -> None:
    assert wrong(case(level="ringan"), "tim 2026-03-03") == ["order"]
    assert wrong(case("tim 2026-03-03", "berat"), "tim 2026-03-04") == ["order"]
    assert wrong(case(RINGAN), "tim 2026-04-30") == ["order"]  # it is decided
