"""Discipline: what a person's days meet in the law. Golden cases of the regulation's own readers, thresholds, rows."""

from __future__ import annotations

from datetime import date

import pytest
from test_law import NEW, OLD
from working_years import calendar, history, judged, letter, mark, spread

from attendance.rules.discipline import Count, Law, open_run
from attendance.rules.law import PP_53, PP_94, Level, Sanction, Tier, local
from attendance.rules.rosters import Status

LATENESS = Law(hours=7.5)


@pytest.mark.parametrize(
    ("count", "article"),
    [
        pytest.param(count, article, id=f"{count} days: {article}")
        for count, article in [
            (3, "Pasal 9 ayat (2) huruf b angka 1"),
            (5, "Pasal 9 ayat (2) huruf b angka 2"),
            (9, "Pasal 9 ayat (2) huruf b angka 3"),
            (12, "Pasal 10 ayat (2) huruf f angka 1"),
            (16, "Pasal 10 ayat (2) huruf f angka 2"),
            (19, "Pasal 10 ayat (2) huruf f angka 3"),
            (23, "Pasal 11 ayat (2) huruf d angka 1"),
            (26, "Pasal 11 ayat (2) huruf d angka 2"),
            (29, "Pasal 11 ayat (2) huruf d angka 3"),
        ]
    ],
)
def test_golden_each_step_in_order(count: int, article: str) -> None:
    found = judged(history("2026", spread(count)))
    assert found.tier is not None
    assert (len(found.days), found.tier.article, found.salary_stop) == (count, article, None)


@pytest.mark.parametrize(
    ("year", "regulation", "least", "article"),
    [
        pytest.param(year, regulation.name, row[0], row[3], id=f"{regulation.name} {row[3]}: {row[0]}")
        for year, regulation, table in ((2019, PP_53, OLD), (2026, PP_94, NEW))
        for row in table
    ],
)
def test_the_day_on_which_each_tier_was_reached(year: int, regulation: str, least: int, article: str) -> None:
    absent = spread(least, year).split()
    below = judged(history(str(year), " ".join(absent[:-1])), year)
    found = judged(history(str(year), " ".join(absent)), year)
    (count,) = found.counts
    assert count.regulation is not None and count.tier is not None
    assert (count.regulation.name, count.tier.article) == (regulation, article)
    assert str(count.since) == absent[-1]
    assert below.tier is None or below.tier.article != article


def test_every_tier_with_the_day_on_which_it_was_reached() -> None:
    (count,) = judged(history("2026", spread(8))).counts
    days = spread(8).split()
    assert [(str(day), tier.least) for day, tier in count.reaches] == [(days[2], 3), (days[3], 4), (days[6], 7)]
    assert (count.next_tier and count.next_tier.least, count.lacking, count.row_lacking) == (11, 3, 10)


def test_nobody_absent_meets_nothing() -> None:
    found = judged(history("2026"))
    assert (found.counts, found.tier, found.decisive, found.salary_stop, found.run) == ((), None, None, None, ())
    assert (found.days, found.crosses, found.status) == ((), False, Status.PNS)


def test_two_days_have_no_tier_and_one_lacks() -> None:
    (count,) = judged(history("2026", spread(2))).counts
    assert (count.tier, count.since, count.reaches, count.lacking) == (None, None, (), 1)


# Ten working days in a row


def test_golden_ten_in_a_row_3_7_and_10_14_october_2022() -> None:
    found = judged(history("2022", "2022-10-03..2022-10-07 2022-10-10..2022-10-14"), 2022)
    (count,) = found.counts
    assert len(found.run) == len(found.days) == 10
    assert found.tier is not None
    assert (found.tier.article, found.tier.slug) == ("Pasal 11 ayat (2) huruf d angka 4", Sanction.PDHTAPS)
    assert (count.reached, count.since) == (date(2022, 10, 14), date(2022, 10, 14))
    assert found.salary_stop == date(2022, 11, 1)
    assert (count.next_tier, count.lacking, count.row_lacking) == (None, None, None)  # nothing is heavier


@pytest.mark.parametrize(
    ("last", "article"),
    [
        pytest.param("2022-10-13", "Pasal 9 ayat (2) huruf b angka 3", id="below: 9, Pasal 9(2)b angka 3"),
        pytest.param("2022-10-14", "Pasal 11 ayat (2) huruf d angka 4", id="at: 10, Pasal 11(2)d angka 4"),
        pytest.param("2022-10-17", "Pasal 11 ayat (2) huruf d angka 4", id="above: 11, Pasal 11(2)d angka 4"),
    ],
)
def test_threshold_of_the_row(last: str, article: str) -> None:
    found = judged(history("2022", f"2022-10-03..{last}"), 2022)
    assert found.tier is not None and found.tier.article == article
    assert (found.salary_stop is not None) == (article.endswith("angka 4"))


def test_what_is_lacking_to_the_row_counts_from_the_row_that_is_still_going_on() -> None:
    (ongoing,) = judged(history("2026-01-01..2026-03-06", "2026-03-02..2026-03-06")).counts
    (broken,) = judged(history("2026-01-01..2026-03-09", "2026-03-02..2026-03-06")).counts
    assert (ongoing.ongoing, ongoing.lacking, ongoing.row_lacking) == (5, 2, 5)
    assert (broken.ongoing, broken.lacking, broken.row_lacking) == (0, 2, 10)


def test_weekends_and_holidays_neither_count_nor_break_a_row() -> None:
    # 16 to 27 March 2026: Nyepi, Idulfitri, cuti bersama and a weekend lie between
    found = judged(history("2026", "2026-03-09..2026-03-31"))
    assert [str(day.day) for day in found.run[:10]] == [
        *("2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"),
        *("2026-03-16", "2026-03-17", "2026-03-25", "2026-03-26", "2026-03-27"),
    ]
    assert found.counts[0].reached == date(2026, 3, 27)
    assert found.salary_stop == date(2026, 4, 1)


@pytest.mark.parametrize("code", ["S", "I", "C", "DL", "TB", "DK"])
def test_a_valid_reason_breaks_a_row(code: str) -> None:
    span = "2022-10-03..2022-10-17"
    found = judged(history("2022", span, letters=[letter(code, "2022-10-10")]), 2022)
    assert (len(found.days), len(found.run), found.salary_stop) == (10, 5, None)
    assert found.tier is not None and found.tier.level is Level.RINGAN


def test_a_day_present_breaks_a_row() -> None:
    found = judged(history("2022", "2022-10-03..2022-10-07 2022-10-11..2022-10-17"), 2022)
    assert (len(found.days), len(found.run)) == (10, 5)


def test_a_day_not_reported_neither_counts_nor_breaks_and_is_told() -> None:
    found = judged(history("2022", "2022-10-03..2022-10-17", unreported="2022-10-10"), 2022)
    assert (len(found.days), len(found.run)) == (10, 10)
    assert [str(day.day) for day in found.unreported] == ["2022-10-10"]


def test_both_rows_are_known_and_the_first_stops_the_salary() -> None:
    found = judged(history("2022", "2022-03-07..2022-03-25 2022-10-03..2022-10-21"), 2022)
    assert len(found.days) == 30
    (count,) = found.counts
    assert count.reached == date(2022, 3, 18)
    assert found.salary_stop == date(2022, 4, 1)
    assert found.tier is not None and found.tier.article == "Pasal 11 ayat (2) huruf d angka 3"  # 28 and more
    assert [tier.article[-1] for _day, tier in count.reaches if tier.slug is Sanction.PDHTAPS] == ["4", "3"]


def test_a_row_reached_in_december_stops_the_salary_from_january() -> None:
    found = judged(history("2022", "2022-12-05..2022-12-16"), 2022)
    assert found.salary_stop == date(2023, 1, 1)


def test_pp_53_knows_no_row() -> None:
    found = judged(history("2019", "2019-03-01..2019-03-29"), 2019)
    (count,) = found.counts
    assert (len(found.run), found.salary_stop, count.reached, count.row_lacking) == (20, None, None, None)
    assert found.tier is not None and found.tier.article == "Pasal 9 angka 11 huruf a"
    assert count.lacking == 1


# Lateness


def lately(count: int, at: str = "09:00") -> dict[str, object]:
    """Somebody late by an hour and a half on the first days that he works."""
    return {"marks": {day: mark("T", at) for day in spread(count).split()}}


@pytest.mark.parametrize(
    ("count", "converted"),
    [
        pytest.param(4, 0, id="below: 6 h"),
        pytest.param(5, 1, id="at: 7.5 h"),
        pytest.param(6, 1, id="above: 9 h"),
        pytest.param(10, 2, id="15 h"),
    ],
)
def test_seven_and_a_half_hours_are_a_day_where_the_office_says_so(count: int, converted: int) -> None:
    found = judged(history("2026", **lately(count)), law=LATENESS)  # type: ignore[arg-type]
    assert sum(one.converted for one in found.counts) == converted
    assert found.late_minutes == 90 * count
    assert found.days == ()


def test_lateness_and_absence_are_added_and_the_day_is_known() -> None:
    late = spread(7).split()
    marks = {day: mark("T", "09:00") for day in late[:5]}
    found = judged(history("2026", " ".join(late[5:]), marks=marks), law=LATENESS)
    (count,) = found.counts
    assert (count.total, count.converted, [str(day) for day in count.made]) == (3, 1, [late[4]])
    assert (found.tier and found.tier.least, str(count.since)) == (3, late[6])


def test_much_lateness_of_one_day_may_make_more_than_one() -> None:
    found = judged(history("2026", **lately(1, "12:30")), law=Law(hours=2.0))  # type: ignore[arg-type]
    assert [str(day) for day in found.counts[0].made] == [spread(1)] * 2


@pytest.mark.parametrize(("hours", "minutes"), [(None, None), (0.0, None), (7.5, 450), (7.6, 456), (0.001, 1)])
def test_hours_are_whole_minutes(hours: float | None, minutes: int | None) -> None:
    assert Law(hours=hours).minutes == minutes


def test_no_lateness_is_a_day_while_the_setting_is_off() -> None:
    found = judged(history("2026", **lately(10)))  # type: ignore[arg-type]
    assert (found.counts, found.late_minutes) == ((), 900)


def test_under_pp_53_the_days_that_its_own_words_would_add_are_offered_not_counted() -> None:
    marks = {day: mark("T", "09:00") for day in spread(10, 2019).split()}
    off = judged(history("2019", marks=marks), 2019)
    assert [(one.total, one.offered, one.tier) for one in off.counts] == [(0, 2, None)]
    on = judged(history("2019", marks=marks), 2019, LATENESS)
    assert [(one.total, one.offered) for one in on.counts] == [(2, 0)]


def test_lateness_of_pppk_is_no_day_of_any_table_that_does_not_exist() -> None:
    found = judged(history("2026", status=Status.PPPK, **lately(10)), law=LATENESS)  # type: ignore[arg-type]
    assert (found.counts, found.late_minutes) == ((), 900)


@pytest.mark.parametrize(
    ("scans", "minutes"),
    [
        ("07:30 16:00", 0),
        ("08:00 16:00", 30),
        ("08:00:59 16:00", 30),  # whole minutes only
        ("07:30 15:15", 45),
        ("08:00 15:15", 75),
        ("07:30", 0),  # no scan at leaving: it is not known how early he left
    ],
)
def test_the_minutes_that_a_day_lacks(scans: str, minutes: int) -> None:
    assert judged(history("2026-03-02", scans={"2026-03-02": scans})).late_minutes == minutes


def test_a_t_without_a_time_lacks_no_minutes() -> None:
    assert judged(history("2026-03-02", marks={"2026-03-02": mark("T")})).late_minutes == 0


# PPPK


def test_pppk_have_a_count_and_no_article() -> None:
    found = judged(history("2026", "2026-03-02..2026-03-13", status=Status.PPPK))
    (count,) = found.counts
    assert (count.regulation, count.total, count.tier, count.next_tier) == (None, 10, None, None)
    assert (count.reaches, count.since, count.lacking, count.row_lacking, count.offered) == ((), None, None, None, 0)
    assert (found.tier, found.salary_stop, len(found.run)) == (None, None, 10)


@pytest.mark.parametrize(
    ("days", "sanction", "lacking"),
    [(3, None, 1), (4, "teguran", 6), (9, "teguran", 1), (10, "pemutusan perjanjian kerja", None)],
)
def test_pppk_meet_the_offices_own_table(days: int, sanction: str | None, lacking: int | None) -> None:
    tiers = (
        Tier(4, Level.RINGAN, "teguran", "Perwal 1/2024 Pasal 5"),
        Tier(10, Level.BERAT, "pemutusan perjanjian kerja", "Perwal 1/2024 Pasal 7"),
    )
    found = judged(history("2026", spread(days), status=Status.PPPK_PW), law=Law(local("Perwal 1/2024", tiers)))
    (count,) = found.counts
    assert (found.tier and found.tier.sanction, count.lacking, count.row_lacking) == (sanction, lacking, None)
    assert found.salary_stop is None


def test_a_count_without_a_regulation_can_be_made_of_nothing() -> None:
    assert Count(None, ()).tier is None


# Runs that began before what is known


def test_a_history_that_begins_with_an_absence_may_have_begun_before() -> None:
    assert open_run(history("2026-03-02..2026-03-06", "2026-03-02"))
    assert not open_run(history("2026-03-02..2026-03-06", "2026-03-03"))
    assert open_run(history("2026-03-02..2026-03-06", "2026-03-03", unreported="2026-03-02"))
    assert not open_run(history("2026-03-07..2026-03-08"))  # a weekend: nothing is told


def test_the_calendar_of_these_tests_is_the_real_one() -> None:
    assert calendar().holiday(date(2026, 3, 19)) is not None
