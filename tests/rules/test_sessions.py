"""When people are expected: schedules, the calendar, and sessions called by hand."""

from __future__ import annotations

from datetime import date, time

from rolls_in_words import agenda, day, schedule

from attendance.rules.days import DayKind, SpecialDay
from attendance.rules.kinds import Kind
from attendance.rules.sessions import Agenda, Calendar, Call


def special(number: int, sort: DayKind, *kinds: Kind, name: str = "") -> SpecialDay:
    return SpecialDay(day(number), sort, name or sort.value, "SK", kinds)


def held(found: Agenda, line: int = 10) -> list[int]:
    return [one.day for one in found.of_line(line)]


def test_weekdays_validity_and_scope_of_a_schedule() -> None:
    mondays = schedule(weekdays=frozenset({0}))
    assert held(agenda(1, 31, mondays)) == [2, 9, 16, 23, 30]
    assert held(agenda(1, 31, schedule(first=day(4), last=day(6)))) == [4, 5, 6]
    some = schedule(units=frozenset({20}), last=day(2))
    assert (held(agenda(1, 31, some)), held(agenda(1, 31, some), line=20)) == ([], [1, 2])


def test_a_later_schedule_overrides_an_earlier_one() -> None:
    ramadan = schedule(starts=time(8), first=day(3), last=day(3))
    found = agenda(2, 4, schedule(), ramadan).of_line(10)
    assert [session.starts for session in found.values()] == [time(7, 30), time(8), time(7, 30)]


def test_schedules_of_another_kind_say_nothing() -> None:
    assert held(agenda(2, 4, schedule(), schedule(Kind.KERJA), kind=Kind.SENAM)) == []


def test_holidays_joint_leave_and_local_days_take_away_every_kind() -> None:
    for sort in (DayKind.LIBUR, DayKind.CUTI_BERSAMA, DayKind.LOKAL):
        off = Calendar([special(3, sort)])
        for kind in (Kind.APEL_PAGI, Kind.KERJA):
            assert held(agenda(2, 4, schedule(kind), calendar=off)) == [2, 4]


def test_tanpa_apel_takes_away_assemblies_but_not_the_working_day() -> None:
    off = Calendar([special(3, DayKind.TANPA_APEL)])
    assert held(agenda(2, 4, schedule(), calendar=off)) == [2, 4]
    assert held(agenda(2, 4, schedule(Kind.KERJA), calendar=off)) == [2, 3, 4]


def test_tanpa_apel_of_one_kind_leaves_the_others() -> None:
    off = Calendar([special(3, DayKind.TANPA_APEL, Kind.APEL_SORE)])
    assert held(agenda(2, 4, schedule(), calendar=off)) == [2, 3, 4]
    assert held(agenda(2, 4, schedule(Kind.APEL_SORE), calendar=off)) == [2, 4]


def call(number: int, kind: Kind = Kind.UPACARA, **words: object) -> Call:
    times = (time(8), time(8), time(7), time(8, 30))
    return Call(day(number), kind, "Upacara", *times, **words)  # type: ignore[arg-type]


def test_a_called_session_is_held_on_a_holiday_but_not_when_it_is_called_off_by_name() -> None:
    holiday = special(17, DayKind.LIBUR)
    assert held(agenda(16, 18, kind=Kind.UPACARA, calls=[call(17)], calendar=Calendar([holiday]))) == [17]
    rain = special(17, DayKind.TANPA_APEL, Kind.UPACARA)
    assert held(agenda(16, 18, kind=Kind.UPACARA, calls=[call(17)], calendar=Calendar([holiday, rain]))) == []


def test_sessions_come_in_order_of_their_days() -> None:
    found = agenda(2, 20, schedule(Kind.UPACARA, weekdays=frozenset({3})), calls=[call(17), call(3)])
    assert held(found) == [3, 5, 12, 17, 19]


def test_calls_outside_of_the_period_or_of_another_kind_say_nothing() -> None:
    found = agenda(2, 4, kind=Kind.UPACARA, calls=[call(1), call(5), call(3, Kind.SENAM)])
    assert (held(found), list(found.invited())) == ([], [])


def test_the_calendar_answers_with_the_row_that_says_so() -> None:
    nyepi, rain = special(19, DayKind.LIBUR, name="Nyepi"), special(19, DayKind.TANPA_APEL, name="Hujan")
    both = Calendar([rain, nyepi])
    assert (both.holiday(day(19)), both.off(Kind.SENAM, day(19))) == (nyepi, nyepi)
    assert both.on(day(19)) == [rain, nyepi]
    assert (both.holiday(day(20)), both.off(Kind.SENAM, day(20)), both.called_off(Kind.SENAM, day(19))) == (None,) * 3


def test_a_session_carries_the_hours_of_its_schedule() -> None:
    (session,) = agenda(2, 2, schedule(Kind.KERJA, min_stay=30, name="lima-hari")).of_line(1).values()
    assert (session.day, session.kind, session.name) == (date(2026, 3, 2), Kind.KERJA, "lima-hari")
    assert (session.opens, session.closes, session.min_stay) == (time(5), time(16), 30)
