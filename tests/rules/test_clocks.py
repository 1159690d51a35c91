"""Clocks: every one before its last day, on it and after it, on the calendar of 2026; how long sanctions last."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from cases_in_words import LONG_AFTER, breaches, case, done, with_, wrong
from working_years import calendar

from attendance.rules import procedure
from attendance.rules.cases import Step
from attendance.rules.clocks import CLOCKS, DELIVERY, IN_FORCE, MONTHS
from attendance.rules.law import SANCTIONS, Sanction
from attendance.rules.procedure import Wrong

DECIDED = """
panggilan-1 2026-01-05 -> 2026-01-20
pemeriksaan 2026-01-20
keputusan 2026-03-16 level=ringan sanction=teguran-tertulis
"""
DISMISSED = DECIDED.replace("level=ringan sanction=teguran-tertulis", "level=berat sanction=pdhtaps")


def received(day: str, steps: str = DECIDED) -> str:
    """A case whose decision was made and received on a day."""
    return steps.replace("keputusan 2026-03-16", f"keputusan {day}") + f"terima {day}\n"


# The fixtures of the domain, calendar of 2026


@pytest.mark.parametrize(
    ("day", "in_force"),
    [("2026-07-14", "2026-08-04"), ("2026-03-10", "2026-04-08"), ("2026-12-18", "2027-01-14")],
)
def test_perbkn_6_2022_pasal_50_ayat_1_in_force_on_the_15th_working_day(day: str, in_force: str) -> None:
    held = case(received(day))
    assert str(procedure.in_force(held, calendar())) == in_force
    assert wrong(held, f"dijalani {in_force}") == []
    (early,) = breaches(held, f"dijalani {eve(in_force)}")
    assert (early.wrong, str(early.limit), early.days) == (Wrong.EARLY, in_force, 15)
    assert early.article == "Peraturan BKN 6/2022 Pasal 50 ayat (1)"


def test_nothing_is_in_force_before_it_was_received() -> None:
    assert procedure.in_force(case(DECIDED), calendar()) is None


@pytest.mark.parametrize(("fought", "steps"), [("keberatan", DECIDED), ("banding", DISMISSED)])
def test_no_day_is_told_on_which_a_decision_is_in_force_that_is_fought(fought: str, steps: str) -> None:
    held = received("2026-07-14", steps)
    assert procedure.in_force(case(held), calendar()) is not None
    assert procedure.in_force(case(f"{held}{fought} 2026-07-20"), calendar()) is None


def test_decision_of_16_march_is_delivered_by_13_april_pp_94_pasal_37_ayat_3() -> None:
    (found,) = procedure.due(case(DECIDED), calendar())
    assert (found.steps, str(found.by), found.article) == ((Step.TERIMA,), "2026-04-13", "PP 94/2021 Pasal 37 ayat (3)")


def test_examination_of_30_march_is_called_for_by_12_march_pp_94_pasal_26_ayat_2() -> None:
    assert wrong(case(), "panggilan-1 2026-03-12 -> 2026-03-30") == []
    (early,) = breaches(case(), "panggilan-1 2026-03-13 -> 2026-03-30")
    assert (early.wrong, str(early.limit), early.article) == (
        Wrong.EARLY,
        "2026-03-31",
        "PP 94/2021 Pasal 26 ayat (2)",
    )


# Every clock with a last day: before, at, after


def eve(day: str, step: int = -1) -> str:
    """The day before another, or after it."""
    return str(date.fromordinal(date.fromisoformat(day).toordinal() + step))


MISSING = """
panggilan-1 2026-03-12 -> 2026-03-30
tidak-hadir-1 2026-03-30
"""
NOT_RECEIVED = (
    DECIDED
    + """panggilan-keputusan 2026-03-17 -> 2026-03-25
tidak-hadir-keputusan 2026-03-25
"""
)
OBJECTED = received("2026-03-10") + "keberatan 2026-03-16\n"
APPEALED = received("2026-03-10", DISMISSED) + "banding 2026-03-16\n"
LAST_DAYS = [
    pytest.param(MISSING, "panggilan-2 {} -> 2026-05-18", "2026-04-09", 7, id="PP 94 Pasal 26(3): panggilan II"),
    pytest.param(DECIDED, "terima {}", "2026-04-13", 14, id="PP 94 Pasal 37(3): keputusan diterima"),
    pytest.param(NOT_RECEIVED, "kirim {}", "2026-03-30", 3, id="PerBKN 6/2022 Pasal 49(8): keputusan dikirim"),
    pytest.param(received("2026-03-10"), "keberatan {}", "2026-04-07", 14, id="PP 79/2021: keberatan"),
    pytest.param(OBJECTED, "putusan-keberatan {}", "2026-04-22", 21, id="PP 79/2021: putusan atas keberatan"),
    pytest.param(received("2026-03-10", DISMISSED), "banding {}", "2026-04-07", 14, id="PP 79/2021: banding"),
    pytest.param(APPEALED, "tanggapan-banding {}", "2026-04-22", 21, id="PP 79/2021: tanggapan atas banding"),
    pytest.param(APPEALED, "putusan-banding {}", "2026-07-02", 65, id="PP 79/2021: putusan BPASN"),
]


@pytest.mark.parametrize(("steps", "step", "last", "days"), LAST_DAYS)
def test_last_day(steps: str, step: str, last: str, days: int) -> None:
    held = case(steps, opened="2026-01-02")
    assert wrong(held, step.format(eve(last))) == []
    assert wrong(held, step.format(last)) == []
    (late,) = breaches(held, step.format(eve(last, 1)))
    assert (late.wrong, str(late.limit), late.days) == (Wrong.LATE, last, days)
    assert late.article


@pytest.mark.parametrize(("steps", "step", "last", "days"), LAST_DAYS)
def test_what_came_too_late_is_in_the_file_once_it_says_why(steps: str, step: str, last: str, days: int) -> None:
    held, line = case(steps, opened="2026-01-02"), step.format(eve(last, 1))
    (late,) = breaches(held, line)
    assert not procedure.passes(held, done(line), late)
    assert procedure.passes(held, done(f"{line} late=pejabat-sakit"), late)
    after = with_(held, f"{line} late=pejabat-sakit")
    missed = [one for one in procedure.kept(after, calendar()) if one.met and one.missed(LONG_AFTER)]
    assert [(str(one.by), str(one.met)) for one in missed] == [(last, eve(last, 1))]


@pytest.mark.parametrize(("steps", "step", "last", "days"), LAST_DAYS)
def test_what_is_due_says_the_same_day_as_what_is_refused(steps: str, step: str, last: str, days: int) -> None:
    due = procedure.due(case(steps, opened="2026-01-02"), calendar())
    assert last in [str(one.by) for one in due if done(step.format(last)).step in one.steps]


def test_a_decision_that_was_sent_may_be_received_whenever_the_post_brings_it() -> None:
    assert wrong(case(NOT_RECEIVED + "kirim 2026-03-30\n", opened="2026-01-02"), "terima 2026-05-11") == []


def test_a_second_summons_has_no_least_time_but_the_next_day() -> None:
    assert wrong(case(MISSING), "panggilan-2 2026-03-30 -> 2026-03-31") == []
    assert wrong(case(MISSING), "panggilan-2 2026-03-30 -> 2026-03-30") == ["meeting"]


def test_an_office_that_closes_has_longer() -> None:
    held = case(DECIDED)
    (usual,) = procedure.due(held, calendar())
    (without,) = procedure.due(held, calendar("2026-03-20", "2026-03-23"))
    assert (str(usual.by), str(without.by)) == ("2026-04-13", "2026-04-09")


# The clocks themselves


def test_every_clock_names_its_place_its_weight_and_who_keeps_it() -> None:
    for one in CLOCKS:
        assert one.days > 0 and one.article and one.weight in ("text", "second", "weak")
    assert DELIVERY in CLOCKS
    assert [one.days for one in CLOCKS if Step.DIJALANI in one.ends] == [IN_FORCE]
    assert {one.weight for one in CLOCKS if "PP 79" in one.article} == {"weak", "second"}


def test_a_clock_has_not_begun_before_its_step() -> None:
    assert [one.begun(case()) for one in CLOCKS] == [None] * len(CLOCKS)
    (second,) = [one for one in CLOCKS if one.opened_by]
    called = case("panggilan-1 2026-03-12 -> 2026-03-30")
    assert (second.begun(called), second.begun(case(MISSING))) == (None, date(2026, 3, 30))


# How long a sanction lasts


@pytest.mark.parametrize(
    ("sanction", "begun", "last"),
    [
        ("potong-tukin-6", "2026-04-08", "2026-10-07"),
        ("potong-tukin-9", "2026-04-08", "2027-01-07"),
        ("potong-tukin-12", "2026-04-08", "2027-04-07"),
        ("turun-jabatan", "2026-04-08", "2027-04-07"),
        ("bebas-jabatan", "2026-04-08", "2027-04-07"),
        ("tunda-kgb", "2026-04-08", "2027-04-07"),
        ("tunda-pangkat", "2026-04-08", "2027-04-07"),
        ("turun-pangkat-1", "2026-04-08", "2027-04-07"),
        ("turun-pangkat-3", "2026-04-08", "2029-04-07"),
        ("potong-tukin-6", "2026-08-31", "2027-02-27"),  # there is no 31 February
        ("potong-tukin-6", "2026-12-01", "2027-05-31"),
        ("teguran-lisan", "2026-04-08", None),
        ("pdhtaps", "2026-04-08", None),
        ("teguran keras menurut Perwal", "2026-04-08", None),
    ],
)
def test_the_last_day_of_a_sanction(sanction: str, begun: str, last: str | None) -> None:
    held = case(DECIDED)
    held = replace(held, steps=(*held.steps[:2], replace(held.steps[2], details={"sanction": sanction})))
    assert procedure.ends(held) is None
    found = procedure.ends(with_(held, f"dijalani {begun}"))
    assert (found and str(found)) == last


def test_the_words_of_a_sanction_say_how_long_it_lasts() -> None:
    for one in Sanction:
        said = re.search(r"selama (\d+) (bulan|tahun)", SANCTIONS[one])
        months = int(said[1]) * (12 if said[2] == "tahun" else 1) if said else None
        assert MONTHS.get(one) == months
