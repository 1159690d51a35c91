"""The recap of cases: what is open, which deadlines were kept, what was decided, how long it took."""

from __future__ import annotations

from datetime import date

import pytest

from attendance.rules import case_recaps, deadlines, periods
from attendance.rules.case_recaps import Filed, Kept, Took, Waiting
from attendance.rules.cases import Case, Done, Origin, Outcome, Step
from attendance.rules.clocks import Whose
from attendance.rules.days import DayKind, SpecialDay
from attendance.rules.law import Level
from attendance.rules.periods import Period
from attendance.rules.sessions import Calendar

CALENDAR = Calendar(
    [
        SpecialDay(date(2026, 1, 1), DayKind.LIBUR, "Tahun Baru", ""),
        SpecialDay(date(2027, 1, 1), DayKind.LIBUR, "Tahun Baru", ""),
    ]
)
YEAR = periods.year(2026)
LATER = date(2027, 3, 1)


def day(text: str) -> date:
    """A day of 2026 as MM-DD, or a whole one."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def case(number: str, opened: str, *steps: str, level: Level | None = Level.SEDANG, binding: bool = True) -> Filed:
    """A case; a step is `step day [meets|sanction|outcome]`; its unit is the number before the stroke."""
    done = []
    for one in steps:
        name, on, *more = one.split()
        step = Step(name)
        details = {}
        if step is Step.KEPUTUSAN:
            details = {"level": more[0], "sanction": more[1]}
        if step is Step.SELESAI:
            details = {"outcome": more[0]}
        meets = day(more[0]) if step in (Step.PANGGILAN_1, Step.PANGGILAN_2) else None
        done.append(Done(step, day(on), meets=meets, details=details))
    unit = int(number.split("/")[0])
    found = Case(number, 7, Origin.KEHADIRAN, day(opened), "", level, binding=binding, steps=tuple(done))
    return Filed(found, unit or None)


SUMMONED = ("panggilan-1 03-02 03-16", "pemeriksaan 03-16")
DECIDED = (*SUMMONED, "keputusan 03-20 sedang potong-tukin-6")


def test_what_was_brought_over_opened_closed_and_is_open_adds_up() -> None:
    cases = [
        case("1/1", "2025-11-03"),
        case("1/2", "2025-11-03", "selesai 2025-12-30 dihentikan"),
        case("1/3", "02-02", *SUMMONED, "selesai 03-17 tidak-terbukti"),
        case("2/1", "12-31", level=Level.BERAT),
        case("2/2", "2027-01-04"),
    ]
    found = case_recaps.recap(cases, CALENDAR, YEAR, LATER)
    assert (found.total.carried, found.total.opened, found.total.closed, found.total.open) == (1, 2, 1, 2)
    units = {unit: (one.carried, one.opened, one.closed, one.open) for unit, one in found.units.items()}
    assert units == {1: (1, 1, 1, 1), 2: (0, 1, 0, 1)}
    assert {level: one.open for level, one in found.levels.items()} == {Level.SEDANG: 1, Level.BERAT: 1}
    assert found.outcomes == {Outcome.TIDAK_TERBUKTI: 1}
    assert found.origins == {Origin.KEHADIRAN: 2}
    assert [one.case.number for one in found.cases] == ["1/1", "1/3", "2/1"]


def test_open_at_the_end_of_a_year_is_brought_into_the_next() -> None:
    cases = [case("1/1", "2025-11-03"), case("1/2", "02-02", "selesai 2027-01-04 dihentikan"), case("1/3", "12-31")]
    now = case_recaps.recap(cases, CALENDAR, YEAR, LATER)
    following = case_recaps.recap(cases, CALENDAR, periods.year(2027), LATER)
    assert now.total.open == following.total.carried == 3
    assert (following.total.closed, following.total.open) == (1, 2)


def test_a_year_says_the_same_whenever_it_is_asked_about_once_it_is_over() -> None:
    cases = [case("1/1", "11-02", "panggilan-1 2027-01-04 2027-01-18", level=None)]
    early = case_recaps.recap(cases, CALENDAR, YEAR, date(2027, 1, 2))
    late = case_recaps.recap(cases, CALENDAR, YEAR, LATER)
    assert early == late and early.over
    assert list(early.steps) == [None] and list(early.levels) == [None]


def test_of_a_year_that_runs_nothing_after_today_is_known() -> None:
    cases = [case("1/1", "02-02", *DECIDED), case("1/2", "03-17")]
    found = case_recaps.recap(cases, CALENDAR, YEAR, date(2026, 3, 16))
    assert (found.upto, found.over, found.total.opened) == (date(2026, 3, 16), False, 1)
    assert found.steps == {Step.PEMERIKSAAN: Waiting(1, 0)}
    assert not found.sanctions and found.to_decision == Took(0, None, None)


# Panggilan II at the latest 7 working days after the day to which I called: 2 March -> 11 March.
@pytest.mark.parametrize(
    ("second", "kept"),
    [
        ("03-11", Kept(1, 0)),
        ("03-12", Kept(0, 1, 0, 1, 1)),
        ("03-13", Kept(0, 1, 0, 2, 2)),
        ("03-14", Kept(0, 1, 0, 2, 2)),  # a Saturday
        ("03-17", Kept(0, 1, 0, 4, 4)),
    ],
)
def test_a_second_summons_in_time_and_late(second: str, kept: Kept) -> None:
    steps = ("panggilan-1 02-16 03-02", "tidak-hadir-1 03-02", f"panggilan-2 {second} 03-30")
    found = case_recaps.recap([case("1/1", "02-02", *steps)], CALENDAR, YEAR, LATER)
    assert found.total.deadlines == found.units[1].deadlines == kept
    assert [(one.by, one.clock.whose) for one in found.deadlines] == [(date(2026, 3, 11), Whose.ATASAN)]


@pytest.mark.parametrize(
    ("today", "kept"),
    [
        ("03-10", Kept(running=1)),
        ("03-11", Kept(running=1)),
        ("03-12", Kept(0, 1, 0, 1, 1)),
        ("2027-03-01", Kept(0, 1, 0, 211, 211)),
    ],
)
def test_a_deadline_that_nobody_met_runs_until_its_last_day(today: str, kept: Kept) -> None:
    cases = [case("1/1", "02-02", "panggilan-1 02-16 03-02", "tidak-hadir-1 03-02")]
    assert case_recaps.recap(cases, CALENDAR, YEAR, day(today)).total.deadlines == kept


def test_a_deadline_on_the_last_day_of_a_year_is_missed_with_the_year() -> None:
    cases = [
        case("1/1", "11-02", "panggilan-1 12-01 12-22", "tidak-hadir-1 12-22", "panggilan-2 2027-01-05 2027-01-20")
    ]
    assert deadlines.after(CALENDAR, date(2026, 12, 22), 7) == date(2026, 12, 31)
    assert case_recaps.recap(cases, CALENDAR, YEAR, date(2026, 12, 31)).total.deadlines == Kept(running=1)
    assert case_recaps.recap(cases, CALENDAR, YEAR, date(2027, 1, 1)).total.deadlines == Kept(0, 1, 0, 1, 1)
    assert case_recaps.recap(cases, CALENDAR, periods.year(2027), LATER).total.deadlines == Kept()


def test_a_weekend_late_is_a_day_late() -> None:
    friday = ("panggilan-1 02-16 03-04", "tidak-hadir-1 03-04")
    cases = [case("1/1", "02-02", *friday, "panggilan-2 03-14 03-30")]
    found = case_recaps.recap(cases, CALENDAR, YEAR, LATER)
    assert found.deadlines[0].by == date(2026, 3, 13)
    assert found.total.deadlines == Kept(0, 1, 0, 1, 1)


def test_rights_of_the_employee_and_clocks_that_bind_nobody_are_no_deadlines_of_the_agency() -> None:
    objected = (*DECIDED, "terima 03-24", "keberatan 04-01", "putusan-keberatan 04-10")
    cases = [case("1/1", "02-02", *objected), case("2/1", "02-02", *objected, binding=False)]
    found = case_recaps.recap(cases, CALENDAR, YEAR, LATER)
    assert {one.clock.whose for one in found.deadlines} == {Whose.PEJABAT}
    assert (found.total.deadlines.kept, found.total.deadlines.share, found.unbound) == (2, 1.0, 1)
    assert found.units[2].deadlines == Kept()


def test_a_case_from_before_the_law_has_none_of_its_deadlines() -> None:
    steps = ("panggilan-1 2021-08-30 2021-09-13", "tidak-hadir-1 2021-09-13", "panggilan-2 2021-10-01 2021-10-20")
    cases = [case("1/1", "2021-08-30", *steps), case("1/2", "2021-08-31", *steps)]
    found = case_recaps.recap(cases, CALENDAR, periods.year(2021), LATER)
    assert (len(found.deadlines), found.unbound) == (1, 1)


def test_a_deadline_of_a_case_that_was_closed_the_year_before_stands_under_its_unit() -> None:
    steps = (
        "panggilan-1 2025-12-01 2025-12-23",
        "tidak-hadir-1 2025-12-23",
        "panggilan-2 2025-12-24 2026-01-05",
        "selesai 2025-12-30 dihentikan",
    )
    found = case_recaps.recap([case("3/1", "2025-11-03", *steps)], CALENDAR, YEAR, LATER)
    assert (found.total.carried, found.units[3].carried, found.units[3].deadlines) == (0, 0, Kept(1, 0))
    assert found.cases == ()


def test_sanctions_by_level_and_how_long_it_took() -> None:
    cases = [
        case("1/1", "03-02", *DECIDED, "terima 03-24", "dijalani 04-15", "selesai 10-15 dijalani"),
        case("1/2", "03-16", *SUMMONED, "keputusan 03-19 ringan teguran-lisan"),
        case("0/3", "2025-12-01", "keputusan 2025-12-30 berat pdhtaps", level=None),
    ]
    found = case_recaps.recap(cases, CALENDAR, YEAR, LATER)
    assert found.sanctions == {(Level.SEDANG, "potong-tukin-6"): 1, (Level.RINGAN, "teguran-lisan"): 1}
    assert found.to_decision == Took(2, 8.5, 14)
    assert (found.to_close.count, found.to_close.longest) == (1, 163)
    assert found.total.decided == {Level.SEDANG: 1, Level.RINGAN: 1}
    assert set(found.units) == {1, None}
    assert found.levels[Level.BERAT].carried == 1


def test_working_days_between() -> None:
    assert deadlines.between(CALENDAR, date(2026, 3, 6), date(2026, 3, 9)) == 1
    assert deadlines.between(CALENDAR, date(2025, 12, 31), date(2026, 1, 2)) == 1
    assert deadlines.between(CALENDAR, date(2026, 3, 9), date(2026, 3, 6)) == 0
    whole = Period(date(2026, 3, 2), date(2026, 3, 31))
    assert all(
        deadlines.between(CALENDAR, act, deadlines.after(CALENDAR, act, count)) == count
        for act in whole.days()
        for count in range(20)
    )
