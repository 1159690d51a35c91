"""Discipline over time: year ends, two laws in one year, changes of status, transfers, hours, what is known late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from working_years import LINE, OFFICE, calendar, history, judged, letter, mark, spread

from attendance.rules.discipline import Appointment, Law, status_on
from attendance.rules.kinds import Kind
from attendance.rules.law import PP_53, PP_94, Level, Sanction, Tier, local
from attendance.rules.postings import Exemption, Posting
from attendance.rules.rosters import Status
from attendance.rules.sessions import Calendar

OTHER = 20

# Year ends


def test_golden_two_days_in_december_and_two_in_january_are_nothing_in_either_year() -> None:
    days = "2024-12-30 2024-12-31 2025-01-02 2025-01-03"
    before = judged(history("2024", days), 2024)
    after = judged(history("2024-12-01..2025-12-31", days), 2025)
    assert (len(before.days), before.tier) == (2, None)
    assert (len(after.days), after.tier) == (2, None)
    assert (len(after.run), after.crosses, before.crosses) == (4, True, False)


def test_a_row_goes_on_over_the_year_end_while_the_days_are_counted_anew() -> None:
    found = judged(history("2024-12-01..2025-12-31", "2024-12-20..2025-01-08"), 2025)
    (count,) = found.counts
    assert [len(found.days), len(found.run)] == [5, 11]  # 20, 23, 24, 27, 30, 31 December; 2, 3, 6, 7, 8 January
    assert count.reached is not None and count.tier is not None


@pytest.mark.parametrize(
    ("last", "row", "reached"),
    [
        pytest.param("2025-01-06", 9, None, id="below: 9 over the year end"),
        pytest.param("2025-01-07", 10, "2025-01-07", id="at: 10, Pasal 11(2)d angka 4"),
        pytest.param("2025-01-08", 11, "2025-01-07", id="above: 11"),
    ],
)
def test_the_row_is_reached_in_the_new_year(last: str, row: int, reached: str | None) -> None:
    found = judged(history("2024-11-01..2025-12-31", f"2024-12-20..{last}"), 2025)
    assert (len(found.run), found.crosses) == (row, True)
    assert [str(one.reached) for one in found.counts] == [str(reached)]
    assert found.salary_stop == (date(2025, 2, 1) if reached else None)


def test_a_row_reached_in_the_old_year_keeps_its_day_in_the_new() -> None:
    found = judged(history("2024-11-01..2025-12-31", "2024-12-09..2025-01-03"), 2025)
    assert (found.counts[0].reached, found.salary_stop) == (date(2024, 12, 20), date(2025, 1, 1))
    assert len(found.days) == 2


def test_a_row_that_ended_in_the_old_year_is_none_of_the_new() -> None:
    found = judged(history("2024-11-01..2025-12-31", "2024-12-09..2024-12-30 2025-01-03"), 2025)
    assert (len(found.run), found.crosses, found.salary_stop) == (1, False, None)


def test_the_old_year_knows_its_part_of_the_row_only() -> None:
    assert len(judged(history("2024", "2024-12-20..2025-01-08"), 2024).run) == 6


# 2021: two laws, each for itself


def test_days_of_2021_are_judged_by_the_law_of_each_day() -> None:
    old, new = "2021-02-01..2021-02-10", "2021-10-04..2021-10-06"
    found = judged(history("2021", f"{old} {new}"), 2021)
    first, second = found.counts
    assert (first.regulation, first.total, first.tier and first.tier.slug) == (PP_53, 8, Sanction.TEGURAN_TERTULIS)
    assert (second.regulation, second.total, second.tier and second.tier.slug) == (PP_94, 3, Sanction.TEGURAN_LISAN)
    assert len(found.days) == 11  # together they would be sedang under PP 94/2021: nobody is judged so
    assert found.decisive is first


@pytest.mark.parametrize(
    ("days", "totals"),
    [
        ("2021-08-26 2021-08-27 2021-08-30", [("PP 53/2010", 3)]),
        ("2021-08-27 2021-08-30 2021-08-31", [("PP 53/2010", 2), ("PP 94/2021", 1)]),
        ("2021-08-31 2021-09-01 2021-09-02", [("PP 94/2021", 3)]),
    ],
)
def test_the_day_on_which_the_law_changed(days: str, totals: list[tuple[str, int]]) -> None:
    found = judged(history("2021", days), 2021)
    assert [(one.regulation.name, one.total) for one in found.counts if one.regulation] == totals


def test_a_row_counts_for_pp_94_from_31_august_2021_only() -> None:
    nine = judged(history("2021", "2021-08-23..2021-09-10"), 2021)
    ten = judged(history("2021", "2021-08-23..2021-09-13"), 2021)
    assert (len(nine.run), nine.salary_stop) == (15, None)
    assert (len(ten.run), ten.salary_stop) == (16, date(2021, 10, 1))


def test_more_days_can_come_to_the_law_in_force_only() -> None:
    first, second = judged(history("2021", "2021-02-01..2021-02-05 2021-10-04"), 2021).counts
    assert (first.tier and first.tier.least, first.current, first.next_tier, first.lacking) == (5, False, None, None)
    assert (second.current, second.lacking, second.row_lacking) == (True, 2, 10)


def test_of_equal_tiers_the_later_law_decides() -> None:
    found = judged(history("2021", "2021-02-01..2021-02-10 2021-10-04..2021-10-07"), 2021)
    assert [one.tier.slug for one in found.counts if one.tier] == [Sanction.TEGURAN_TERTULIS] * 2
    assert found.decisive is found.counts[1]


def test_the_heavier_tier_decides_however_many_days_it_took() -> None:
    old, new = "2021-02-01..2021-02-28", "2021-10-01..2021-10-31"
    found = judged(history("2021", f"{old} {new}"), 2021)
    assert [(one.total, one.tier and one.tier.slug) for one in found.counts] == [
        (19, Sanction.TUNDA_KGB),
        (20, Sanction.PDHTAPS),
    ]
    assert found.tier is not None and found.tier.level is Level.BERAT


# Status


def test_cpns_become_pns_and_their_days_are_one_count() -> None:
    change = Appointment(date(2026, 3, 1), Status.PNS, Status.CPNS)
    found = judged(history("2026", "2026-02-26 2026-02-27 2026-03-02"), appointments=[change])
    (count,) = found.counts
    assert (count.regulation, count.total, found.status) == (PP_94, 3, Status.PNS)
    assert count.tier is not None and count.tier.least == 3


@pytest.mark.parametrize("status", [Status.PNS, Status.CPNS])
def test_pns_and_cpns_are_judged_alike(status: Status) -> None:
    found = judged(history("2026", spread(4), status=status))
    assert found.tier is not None and found.tier.slug is Sanction.TEGURAN_TERTULIS


def test_pppk_become_pns_and_only_the_days_since_are_judged() -> None:
    change = Appointment(date(2026, 6, 1), Status.CPNS, Status.PPPK)
    found = judged(history("2026", "2026-05-18..2026-05-29 2026-06-02..2026-06-03"), appointments=[change])
    assert [(one.regulation, one.total, one.tier) for one in found.counts] == [(PP_94, 2, None), (None, 8, None)]
    assert len(found.run) == 10
    assert found.salary_stop is None  # only two days of the row are a CPNS's


def test_pppk_become_pns_under_a_table_of_the_office() -> None:
    change = Appointment(date(2026, 6, 1), Status.CPNS, Status.PPPK)
    table = local("Perwal 1/2024", (Tier(5, Level.RINGAN, "teguran", "Pasal 5"),))
    found = judged(
        history("2026", "2026-05-18..2026-05-29 2026-06-02..2026-06-04"), law=Law(table), appointments=[change]
    )
    assert [(one.regulation and one.regulation.name, one.current) for one in found.counts] == [
        ("Perwal 1/2024", False),
        ("PP 94/2021", True),
    ]
    assert [one.tier and one.tier.sanction for one in found.counts] == ["teguran", "teguran lisan"]
    assert found.decisive is found.counts[0]  # the heaviest of its level there, the lightest of three here


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2019-12-31", Status.PPPK),
        ("2020-01-01", Status.CPNS),
        ("2020-12-31", Status.CPNS),
        ("2021-01-01", Status.PNS),
        ("2026-01-01", Status.PNS),
    ],
)
def test_the_status_of_a_day(day: str, status: Status) -> None:
    known = [
        Appointment(date(2021, 1, 1), Status.PNS, Status.CPNS),
        Appointment(date(2020, 1, 1), Status.CPNS, Status.PPPK),
    ]
    assert status_on(date.fromisoformat(day), Status.PPPK_PW, known) is status


def test_without_an_appointment_the_roster_says_the_status() -> None:
    assert status_on(date(2026, 1, 1), Status.PPPK, ()) is Status.PPPK


# Transfers, exemptions, weeks, hours


def moved() -> tuple[Posting, Posting]:
    return (
        Posting(LINE, LINE, date(2010, 1, 1), date(2026, 3, 10)),
        Posting(OTHER, OTHER, date(2026, 3, 11)),
    )


def test_a_transfer_neither_breaks_a_row_nor_begins_a_count_anew() -> None:
    found = judged(history("2026", "2026-03-02..2026-03-13", postings=moved()))
    assert (len(found.days), len(found.run), found.salary_stop) == (10, 10, date(2026, 4, 1))
    assert [found.days[0].unit, found.days[-1].unit] == [LINE, OTHER]


def test_days_of_no_posting_are_no_days() -> None:
    postings = (moved()[0]._replace(last=date(2026, 3, 6)), moved()[1])
    found = judged(history("2026", "2026-03-02..2026-03-17", postings=postings))
    assert (len(found.days), len(found.run)) == (10, 10)  # 9 and 10 March are NR: they neither count nor break


def test_who_is_exempt_from_work_is_not_absent_from_it() -> None:
    free = Exemption(frozenset({Kind.KERJA}), date(2026, 3, 4), date(2026, 3, 5), "piket")
    found = judged(history("2026", "2026-03-02..2026-03-06", exemptions=[free]))
    assert len(found.days) == len(found.run) == 3


@pytest.mark.parametrize(
    ("weekdays", "count", "reached"),
    [
        pytest.param(range(6), 12, "2022-11-17", id="six days: Monday to Saturday, then Monday to Thursday"),
        pytest.param(range(5), 10, "2022-11-18", id="five days: two weeks from Monday to Friday"),
    ],
)
def test_ten_days_in_a_row_are_ten_of_his_own_working_days(weekdays: range, count: int, reached: str) -> None:
    office = replace(OFFICE, weekdays=frozenset(weekdays))
    found = judged(history("2022", "2022-11-07..2022-11-19", schedules=[office]), 2022)
    assert (len(found.days), str(found.counts[0].reached)) == (count, reached)


def test_in_ramadan_lateness_is_counted_from_its_own_hours() -> None:
    ramadan = replace(
        OFFICE, starts=time(8), late_after=time(8), closes=time(15), first=date(2026, 2, 18), last=date(2026, 3, 19)
    )
    scans = {"2026-02-13": "08:00 15:00", "2026-02-18": "08:00 15:00", "2026-02-19": "08:10 14:40"}
    found = judged(history("2026-02", scans=scans, schedules=[OFFICE, ramadan]))
    assert found.late_minutes == 90 + 0 + 30
    assert found.tier is None


# What is known late


def test_a_letter_that_arrives_after_the_tier_was_reached_takes_it_back() -> None:
    days = "2026-03-02..2026-03-13"
    before, after = judged(history("2026", days)), judged(history("2026", days, letters=[letter("S", "2026-03-06")]))
    assert before.tier is not None and before.tier.slug is Sanction.PDHTAPS
    assert after.tier is not None and after.tier.slug is Sanction.TIDAK_PUAS
    assert (before.salary_stop, after.salary_stop) == (date(2026, 4, 1), None)


def test_18_august_2025_was_added_on_7_august_and_takes_a_day_away() -> None:
    days = "2025-08-14 2025-08-15 2025-08-18 2025-08-19"
    before = judged(history("2025", days, held=calendar("2025-08-18")), 2025)
    after = judged(history("2025", days), 2025)
    assert (len(before.days), before.tier and before.tier.slug) == (4, Sanction.TEGURAN_TERTULIS)
    assert (len(after.days), after.tier and after.tier.slug) == (3, Sanction.TEGURAN_LISAN)
    assert len(after.run) == 3  # the holiday does not break the row


def test_18_august_2025_moves_the_tenth_day_of_a_row() -> None:
    days = "2025-08-05..2025-08-29"
    before = judged(history("2025", days, held=calendar("2025-08-18")), 2025)
    after = judged(history("2025", days), 2025)
    assert [one.counts[0].reached for one in (before, after)] == [date(2025, 8, 18), date(2025, 8, 19)]


def test_without_a_calendar_every_weekday_counts() -> None:
    assert len(judged(history("2026-03", "2026-03-16..2026-03-27", held=Calendar(()))).days) == 10


def test_a_row_of_the_old_year_that_nothing_has_broken_yet_is_none_of_the_new() -> None:
    told = history("2024-12-01..2025-01-10", "2024-12-30 2024-12-31", unreported="2025-01-01..2025-01-10")
    found = judged(told, 2025)
    assert (found.counts, found.run, len(found.unreported)) == ((), (), 7)


def test_a_row_that_ends_or_begins_on_1_january_where_that_is_no_holiday() -> None:
    none = Calendar(())
    ends = judged(history("2025-12-01..2026-12-31", "2025-12-30..2026-01-01", held=none))
    begins = judged(history("2025-12-01..2026-12-31", "2026-01-01..2026-01-02", held=none))
    assert (len(ends.run), len(ends.days), ends.crosses) == (3, 1, True)
    assert (len(begins.run), begins.crosses) == (2, False)


def test_the_longest_of_several_rows_is_told() -> None:
    found = judged(history("2026", "2026-03-02 2026-04-06..2026-04-09 2026-05-04..2026-05-05"))
    assert [str(found.run[0].day), str(found.run[-1].day)] == ["2026-04-06", "2026-04-09"]
    assert found.counts[0].run == found.run


def test_lateness_of_the_old_year_is_none_of_the_new() -> None:
    late = {"2025-12-29": mark("T", "12:00"), "2026-01-05": mark("T", "08:00")}
    found = judged(history("2025-12-01..2026-12-31", marks=late), law=Law(hours=0.5))
    assert (found.late_minutes, [str(day) for one in found.counts for day in one.made]) == (30, ["2026-01-05"])
