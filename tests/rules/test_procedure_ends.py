"""Procedure: objection and appeal, how a case ends, and whom the clocks of the law do not bind."""

from __future__ import annotations

import pytest
from cases_in_words import BERAT, LONG_AFTER, NEVER_CAME, RINGAN, breaches, case, done, may, with_, wrong
from working_years import calendar

from attendance.rules import procedure
from attendance.rules.cases import Step
from attendance.rules.clocks import Whose
from attendance.rules.law import Level
from attendance.rules.procedure import Wrong

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
    found = breaches(held, line)
    assert found and not any(procedure.passes(held, done(line), one) for one in found)


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
