"""Discipline, what always holds: more absences never lower a tier, a letter never raises one, order is nothing."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from working_years import calendar, history, judged

from attendance.rules import deadlines, discipline
from attendance.rules.codes import Code
from attendance.rules.discipline import Appointment, Judged, Law
from attendance.rules.histories import Held, History
from attendance.rules.law import PP_94, REGULATIONS, Level, Regulation, Tier, local
from attendance.rules.periods import Period
from attendance.rules.rosters import Status

FIRST = date(2021, 6, 28)
SPAN = 130  # half under PP 53/2010, half under PP 94/2021
PERIOD = f"2021-01-01..{FIRST + timedelta(SPAN)}"
TABLE = local("Perwal", (Tier(4, Level.RINGAN, "teguran", "5"), Tier(9, Level.BERAT, "pemutusan", "7")))

days = st.integers(0, SPAN).map(lambda ahead: FIRST + timedelta(ahead))
absences = st.sets(days, max_size=60)
spans = st.tuples(days, st.integers(0, 20)).map(
    lambda one: Held(Code.S, "S", one[0], one[0] + timedelta(one[1]), "1", 2)
)
statuses = st.sampled_from(Status)


def found(absent: set[date], **words: object) -> Judged:
    """What so many absences meet under both laws of 2021 and a table for PPPK."""
    told = history(PERIOD, " ".join(map(str, absent)), **words)  # type: ignore[arg-type]
    return judged(told, 2021, Law(TABLE))


def weights(of: Judged) -> dict[str, tuple[int, int]]:
    """How heavy each regulation judges a person; those that do not are left out."""
    return {
        one.regulation.name: one.regulation.heaviness(one.tier)
        for one in of.counts
        if one.regulation is not None and one.tier is not None
    }


def no_heavier(one: Judged, other: Judged) -> bool:
    """Whether no regulation judges one heavier than the other."""
    than = weights(other)
    return all(name in than and weight <= than[name] for name, weight in weights(one).items())


@given(absences, absences, statuses)
@settings(max_examples=40, deadline=None)
def test_more_absences_never_lower_the_tier(some: set[date], more: set[date], status: Status) -> None:
    fewer, all_ = found(some, status=status), found(some | more, status=status)
    assert no_heavier(fewer, all_)
    assert len(fewer.days) <= len(all_.days)
    assert len(fewer.run) <= len(all_.run)
    if fewer.salary_stop is not None:
        assert all_.salary_stop is not None and all_.salary_stop <= fewer.salary_stop


@given(absences, st.lists(spans, max_size=4), statuses)
@settings(max_examples=40, deadline=None)
def test_a_letter_never_raises_the_tier(absent: set[date], letters: list[Held], status: Status) -> None:
    with_, without = found(absent, letters=letters, status=status), found(absent, status=status)
    assert no_heavier(with_, without)
    if with_.salary_stop is not None:
        assert without.salary_stop is not None and without.salary_stop <= with_.salary_stop


@given(absences, st.lists(spans, max_size=4), st.randoms())
@settings(max_examples=25, deadline=None)
def test_the_order_of_facts_does_not_matter(absent: set[date], letters: list[Held], random: object) -> None:
    changes = [
        Appointment(date(2021, 8, 1), Status.CPNS, Status.PPPK),
        Appointment(date(2021, 10, 1), Status.PNS, Status.CPNS),
    ]
    turned = list(letters)
    random.shuffle(turned)  # type: ignore[attr-defined]
    absent_in_order = " ".join(map(str, sorted(absent)))
    absent_turned = " ".join(map(str, sorted(absent, reverse=True)))
    one = judged(history(PERIOD, absent_in_order, letters=letters), 2021, Law(TABLE), changes)
    other = judged(history(PERIOD, absent_turned, letters=turned), 2021, Law(TABLE), reversed(changes))
    assert [(count.regulation, count.total, count.tier, count.since) for count in one.counts] == [
        (count.regulation, count.total, count.tier, count.since) for count in other.counts
    ]
    assert (one.status, one.salary_stop, len(one.run)) == (other.status, other.salary_stop, len(other.run))


@given(absences, statuses)
@settings(max_examples=30, deadline=None)
def test_every_absence_is_counted_by_one_regulation_and_no_other(absent: set[date], status: Status) -> None:
    of = found(absent, status=status)
    counted = sorted(day.day for one in of.counts for day in one.days)
    assert counted == [day.day for day in of.days]
    for one in of.counts:
        assert one.tier is None or one.since in [day for day, _tier in one.reaches]
        assert one.lacking is None or one.lacking > 0


@given(absences)
@settings(max_examples=30, deadline=None)
def test_the_day_of_a_tier_is_the_first_on_which_it_is_met(absent: set[date]) -> None:
    told = history(PERIOD, " ".join(map(str, absent)))
    for one in judged(told, 2021).counts:
        for day, tier in one.reaches:
            upto = discipline.judge(told_up_to(told, day), Period(date(2021, 1, 1), day), Law())
            before = discipline.judge(
                told_up_to(told, day - timedelta(1)),
                Period(date(2021, 1, 1), day - timedelta(1)),
                Law(),
            )
            assert tier in [known for count in upto.counts for _day, known in count.reaches]
            assert tier not in [known for count in before.counts for _day, known in count.reaches]


def told_up_to(of: History, day: date) -> History:
    """A history as it was known on a day."""
    return History(of.person, of.profile, tuple(one for one in of.days if one.day <= day))


@given(st.sampled_from(REGULATIONS), st.integers(0, 60))
def test_tiers_grow_heavier_with_the_days(regulation: Regulation, count: int) -> None:
    less, more = regulation.tier(count), regulation.tier(count + 1)
    assert less is None or (more is not None and regulation.heaviness(less) <= regulation.heaviness(more))
    coming = regulation.above(count)
    assert coming is None or coming.least > count


@given(st.dates(date(2023, 1, 1), date(2026, 6, 30)), st.integers(1, 70), st.sampled_from([range(5), range(6)]))
def test_a_deadline_is_always_a_working_day(act: date, count: int, weekdays: range) -> None:
    by = deadlines.after(calendar(), act, count, weekdays)
    assert by.weekday() in weekdays and calendar().holiday(by) is None
    passed = range(act.toordinal() + 1, by.toordinal() + 1)
    assert count == sum(deadlines.working(calendar(), date.fromordinal(day), weekdays) for day in passed)
    assert deadlines.between(calendar(), act, by, weekdays) == count


@given(st.dates(date(2023, 1, 1), date(2026, 6, 30)), st.dates(date(2023, 1, 1), date(2026, 6, 30)))
def test_a_later_act_never_has_an_earlier_deadline(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert deadlines.after(calendar(), first, 14) <= deadlines.after(calendar(), last, 14)


def test_the_row_is_the_heaviest_that_the_law_has() -> None:
    assert PP_94.in_a_row is not None
    heaviest = max(PP_94.heaviness(tier) for tier in PP_94.tiers)
    assert PP_94.heaviness(PP_94.in_a_row.tier) == heaviest
