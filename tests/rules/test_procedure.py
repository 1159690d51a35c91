"""Procedure: the one legal path of a case, what is refused by which article, what comes next, what was kept."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from cases_in_words import LONG_AFTER, RINGAN, breaches, case, done, taken, with_, wrong
from hypothesis import given, settings
from hypothesis import strategies as st
from working_years import calendar

from attendance.rules import deadlines, procedure
from attendance.rules.cases import Case, Done, Outcome, Rested, Step
from attendance.rules.clocks import TEAM, Whose
from attendance.rules.law import Level, Sanction
from attendance.rules.procedure import AFTER, SUMMONS, Wrong

BERAT = """
panggilan-1 2026-03-12 -> 2026-03-30
tim 2026-03-16
pemeriksaan 2026-03-30
laporan 2026-03-31
keputusan 2026-04-02 level=berat sanction=pdhtaps
"""
NEVER_CAME = """
panggilan-1 2026-03-12 -> 2026-03-30
tidak-hadir-1 2026-03-30
panggilan-2 2026-03-31 -> 2026-04-08
tidak-hadir-2 2026-04-08
"""


def may(of: Case) -> str:
    """The steps that may come, in a line."""
    return " ".join(procedure.may(of))


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


# Objection or appeal


@pytest.mark.parametrize(
    ("sanction", "following"),
    [
        ("teguran-lisan", "dijalani keberatan selesai"),
        ("bebas-jabatan", "dijalani keberatan selesai"),
        ("pdhtaps", "dijalani banding selesai"),
        ("pemberhentian", "dijalani banding selesai"),
        ("teguran-keras-setempat", "dijalani keberatan banding selesai"),
    ],
)
def test_pp_79_2021_pasal_1_a_dismissal_is_appealed_everything_else_objected_to(sanction: str, following: str) -> None:
    held = case(BERAT.replace("pdhtaps", sanction) + "terima 2026-04-06", "berat")
    assert may(held) == following


def test_an_objection_may_make_another_sanction_of_it() -> None:
    steps = RINGAN.rsplit("dijalani", 1)[0] + "keberatan 2026-04-06\nputusan-keberatan 2026-04-20"
    upheld = case(steps)
    changed = case(f"{steps} level=sedang sanction=potong-tukin-6", "sedang")
    assert (upheld.sanction, upheld.decided) == ("teguran-tertulis", Level.RINGAN)
    assert (changed.sanction, changed.decided) == ("potong-tukin-6", Level.SEDANG)
    assert may(upheld) == "dijalani selesai"
    (due,) = procedure.due(upheld, calendar())
    assert (due.steps, due.by) == ((Step.DIJALANI, Step.SELESAI), None)  # it stands, or was annulled


def test_a_dismissal_upon_an_objection_may_be_appealed() -> None:
    steps = RINGAN.rsplit("dijalani", 1)[0] + "keberatan 2026-04-06\n"
    assert may(case(steps + "putusan-keberatan 2026-04-20 level=berat sanction=pdhtaps")) == "dijalani banding selesai"


def test_an_objection_of_a_local_sanction_may_still_be_appealed() -> None:
    steps = (
        BERAT.replace("pdhtaps", "setempat") + "terima 2026-04-06\nkeberatan 2026-04-07\nputusan-keberatan 2026-04-08"
    )
    found = procedure.due(case(steps, "berat"), calendar())
    assert [(one.steps, one.whose) for one in found] == [
        ((Step.DIJALANI, Step.SELESAI), Whose.PEJABAT),
        ((Step.BANDING,), Whose.PEGAWAI),
    ]


def test_a_late_objection_is_refused_by_its_day_and_recorded_with_its_reason() -> None:
    held = case(RINGAN.rsplit("dijalani", 1)[0])
    assert wrong(held, "keberatan 2026-04-23") == []
    (late,) = breaches(held, "keberatan 2026-04-24")
    assert (late.wrong, str(late.limit), late.days) == (Wrong.LATE, "2026-04-23", 14)
    assert not procedure.passes(held, done("keberatan 2026-04-24"), late)
    assert procedure.passes(held, done("keberatan 2026-04-24 late=tidak-dapat-diterima"), late)


# Outcomes


@pytest.mark.parametrize(
    ("steps", "outcome", "allowed"),
    [
        ("", "dihentikan", True),
        ("", "tidak-terbukti", False),
        ("", "dijalani", False),
        ("", "dibatalkan", False),
        (NEVER_CAME, "tidak-terbukti", True),
        (BERAT.rsplit("laporan", 1)[0], "tidak-terbukti", True),
        (BERAT.rsplit("keputusan", 1)[0], "tidak-terbukti", True),
        (BERAT, "tidak-terbukti", False),
        (BERAT, "dihentikan", True),
        (RINGAN, "dijalani", True),
        (RINGAN, "dibatalkan", False),
        (RINGAN.rsplit("dijalani", 1)[0] + "keberatan 2026-04-06\nputusan-keberatan 2026-04-20", "dibatalkan", True),
        (RINGAN.rsplit("dijalani", 1)[0] + "keberatan 2026-04-06\nputusan-keberatan 2026-04-20", "dijalani", False),
    ],
)
def test_an_outcome_comes_after_what_it_is_the_outcome_of(steps: str, outcome: str, allowed: bool) -> None:
    found = breaches(case(steps, "sedang"), f"selesai 2026-05-29 outcome={outcome}")
    assert [one.wrong for one in found] == ([] if allowed else [Wrong.OUTCOME])
    assert all(one.may for one in found)


def test_a_team_formed_last_does_not_hide_the_examination() -> None:
    steps = "panggilan-1 2026-03-12 -> 2026-03-30\npemeriksaan 2026-03-30\ntim 2026-03-31"
    assert wrong(case(steps, "sedang"), "selesai 2026-04-01 outcome=tidak-terbukti") == []


def test_a_sanction_is_not_served_before_its_last_day() -> None:
    steps = BERAT.replace("level=berat sanction=pdhtaps", "level=sedang sanction=potong-tukin-6")
    held = case(steps + "terima 2026-04-06\ndijalani 2026-04-28", "sedang")
    (found,) = breaches(held, "selesai 2026-10-26 outcome=dijalani")
    assert (found.wrong, str(found.limit)) == (Wrong.EARLY, "2026-10-27")
    assert wrong(held, "selesai 2026-10-27 outcome=dijalani") == []
    assert wrong(held, "selesai 2026-10-26 outcome=dihentikan") == []


# Whom the law does not bind


@pytest.mark.parametrize(
    ("words", "name"),
    [({"binding": False}, "PPPK"), ({"opened": "2021-08-30"}, "opened before PP 94/2021")],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_clocks_that_do_not_bind_only_remind(words: dict[str, object], name: str) -> None:
    held = case("", "berat", **words)  # type: ignore[arg-type]
    early = done("panggilan-1 2026-03-12 -> 2026-03-13")
    (found,) = procedure.examine(held, early, calendar(), LONG_AFTER)
    assert found.wrong is Wrong.EARLY and procedure.passes(held, early, found)
    called = with_(held, "panggilan-1 2026-03-12 -> 2026-03-13")
    examined = done("pemeriksaan 2026-03-12")
    assert [one.wrong for one in procedure.examine(called, examined, calendar(), LONG_AFTER)] == [
        Wrong.TEAM,
        Wrong.EARLY,
    ]
    assert all(
        procedure.passes(called, examined, one) for one in procedure.examine(called, examined, calendar(), LONG_AFTER)
    )


@pytest.mark.parametrize(("opened", "bound"), [("2021-08-30", False), ("2021-08-31", True)])
def test_pp_94_2021_binds_from_its_first_day(opened: str, bound: bool) -> None:
    assert case(opened=opened).bound is bound
    assert not case(opened=opened, binding=False).bound


@pytest.mark.parametrize(
    "line", ["keputusan 2026-03-12", "panggilan-1 2026-03-12", "panggilan-1 2026-02-27 -> 2026-03-30"]
)
def test_order_and_days_bind_everybody(line: str) -> None:
    held = case("", binding=False)
    for found in breaches(held, line):
        assert not procedure.passes(held, done(line), found)


def test_nobody_at_all_is_missing_before_his_day() -> None:
    held, line = case("panggilan-1 2026-03-12 -> 2026-03-30", binding=False), "tidak-hadir-1 2026-03-29"
    (found,) = breaches(held, line)
    assert not procedure.passes(held, done(line), found)


@pytest.mark.parametrize(
    "steps",
    ["", NEVER_CAME, BERAT, BERAT + "terima 2026-04-06", BERAT + "panggilan-keputusan 2026-04-03 -> 2026-04-27"],
)
def test_of_pppk_no_article_is_named(steps: str) -> None:
    held = case(steps, "berat", binding=False)
    assert {one.article for one in procedure.due(held, calendar())} == {""}
    assert {one.clock.article for one in procedure.kept(held, calendar())} <= {""}
    line = "panggilan-keputusan 2026-04-03 -> 2026-04-27"
    assert {one.article for one in procedure.doubts(held, done(line), calendar())} <= {""}


# What comes next


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
            "panggilan-1 2026-03-12 -> 2026-03-30",
            "berat",
            [
                "pemeriksaan/tidak-hadir-1 2026-03-30 atasan langsung PP 94/2021 Pasal 27",
                f"tim 2026-03-30 pejabat yang berwenang {TEAM}",
            ],
        ),
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


# The path as a whole


@pytest.mark.parametrize("level", ["ringan", "sedang", "berat", ""])
@pytest.mark.parametrize("step", Step)
def test_every_step_can_be_reached(step: Step, level: str) -> None:
    reached = {Step.PANGGILAN_1, Step.TIM, Step.SELESAI}
    while more := {one for known in reached for one in AFTER.get(known, ())} - reached:
        reached |= more
    assert step in reached


def walk(random: Random, level: str, binding: bool, length: int = 40) -> Case:
    """A case carried on at random, each step on a day that the rules name or any other, until it has ended."""
    held = case("", level, binding=binding)
    for _number in range(length):
        allowed = procedure.may(held)
        if not allowed:
            break
        step = random.choice(allowed if random.random() < 0.9 else tuple(Step))
        held = tried(held, step, random)
    return held


def tried(held: Case, step: Step, random: Random) -> Case:
    """A case after a step, if it was taken: at first on some day, then as the refusal says."""
    last = max((held.opened, *(one.day for one in held.steps), *(one.meets for one in held.steps if one.meets)))
    day = last + timedelta(random.choice((-3, 0, 1, 2, 5, 12, 30)))
    sanction = random.choice(tuple(Sanction)).value
    details = {"outcome": random.choice(tuple(Outcome)).value} if step is Step.SELESAI else {}
    if step is Step.KEPUTUSAN:
        details = {"level": random.choice(tuple(Level)).value, "sanction": sanction}
    meets = day + timedelta(random.choice((0, 1, 9, 20))) if step in SUMMONS else None
    for _attempt in range(3):
        made = Done(step, day, meets=meets, details=details)
        found = procedure.examine(held, made, calendar(), LONG_AFTER)
        against = [one for one in found if not procedure.passes(held, made, one)]
        if not against:
            return replace(held, steps=(*held.steps, made))
        for one in against:
            assert one.article or one.may or one.limit or held.closed, one
            day, meets, details = mended(made, one.wrong, one.limit, day, meets, details)
    return held


def mended(
    made: Done, wrong: Wrong, limit: date | None, day: date, meets: date | None, details: dict[str, str]
) -> tuple[date, date | None, dict[str, str]]:
    """The step as the refusal says it should be."""
    if limit is not None and wrong in (Wrong.MEETING, Wrong.EARLY) and made.meets is not None:
        return day, max(limit, meets or limit), details
    if limit is not None and wrong in (Wrong.BEFORE, Wrong.EARLY, Wrong.AHEAD):
        return limit, meets, details
    return day, meets, {**details, "late": "alasan"}


@given(st.randoms(use_true_random=False), st.sampled_from(["ringan", "sedang", "berat", ""]), st.booleans())
@settings(max_examples=150, deadline=None)
def test_no_walk_ends_where_nothing_follows_but_in_a_closed_case(random: Random, level: str, binding: bool) -> None:
    held = walk(random, level, binding)
    path = [one.step for one in held.steps if one.step is not Step.TIM]
    for before, after in itertools.pairwise([None, *path]):
        assert after is Step.SELESAI or after in AFTER[before]
    days = [one.day for one in held.steps]
    assert days == sorted(days)
    assert held.closed == (procedure.may(held) == ())
    assert held.closed == (procedure.due(held, calendar()) == ())
    for one in procedure.due(held, calendar()):
        assert set(one.steps) & set(procedure.may(held)) and one.steps
        assert (
            one.by is None
            or one.earliest
            or deadlines.working(calendar(), one.by)
            or one.by in [step.meets for step in held.steps]
        )
    for clock in procedure.kept(held, calendar()):
        assert deadlines.working(calendar(), clock.by)
    if held.bound and held.decided is Level.BERAT:
        assert held.last(Step.TIM) is not None
