"""The recap of cases, what always holds: its parts add up, years join, and what is over never changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from working_years import calendar

from attendance.rules import case_recaps, periods
from attendance.rules.case_recaps import Figures, Filed, Recap
from attendance.rules.cases import Case, Done, Origin, Outcome, Step
from attendance.rules.law import Level, Sanction
from attendance.rules.paths import SUMMONS, may

FIRST = date(2025, 6, 2)
TODAY = date(2027, 6, 30)
YEARS = st.sampled_from([2025, 2026, 2027])


@st.composite
def filed(draw: st.DrawFn) -> list[Filed]:
    """Cases of three years at any step, of four units and of none."""
    return [draw(carried(number)) for number in range(draw(st.integers(0, 8)))]


@st.composite
def carried(draw: st.DrawFn, number: int) -> Filed:
    """A case that was opened on some day and went some steps along a legal path, in time or not."""
    day = FIRST + timedelta(draw(st.integers(0, 600)))
    level = draw(st.sampled_from([*Level, None]))
    case = Case(f"PD-{number}", 1, draw(st.sampled_from(Origin)), day, "", level, binding=draw(st.booleans()))
    for _step in range(draw(st.integers(0, 9))):
        if not (allowed := may(case)):
            break
        step = draw(st.sampled_from(allowed[:-1] * 4 + allowed))  # most of them go on
        day += timedelta(draw(st.integers(0, 40)))
        case = replace(case, steps=(*case.steps, draw(done(step, day))))
    return Filed(case, draw(st.sampled_from([1, 2, 3, 4, None])))


@st.composite
def done(draw: st.DrawFn, step: Step, day: date) -> Done:
    """A step with what it must say."""
    details = {}
    if step is Step.KEPUTUSAN:
        details = {"level": draw(st.sampled_from(Level)).value, "sanction": draw(st.sampled_from(Sanction)).value}
    if step is Step.SELESAI:
        details = {"outcome": draw(st.sampled_from(Outcome)).value}
    return Done(
        step, day, meets=day + timedelta(draw(st.integers(1, 20))) if step in SUMMONS else None, details=details
    )


def recap(found: list[Filed], year: int, today: date = TODAY) -> Recap:
    """The recap of a year."""
    return case_recaps.recap(found, calendar(), periods.year(year), today)


def sums(figures: Figures) -> tuple[int, ...]:
    """What can be added up."""
    one = figures.deadlines
    return figures.carried, figures.opened, figures.closed, figures.open, one.kept, one.missed, one.running, one.late


@given(filed(), YEARS)
@settings(max_examples=60, deadline=None)
def test_units_and_levels_add_up_to_the_whole(found: list[Filed], year: int) -> None:
    one = recap(found, year)
    nothing = (0,) * 8
    assert tuple(map(sum, zip(nothing, *map(sums, one.units.values()), strict=True))) == sums(one.total)
    assert (
        tuple(map(sum, zip(nothing[:4], *(sums(part)[:4] for part in one.levels.values()), strict=True)))
        == (sums(one.total)[:4])
    )
    assert sum(waiting.cases for waiting in one.steps.values()) == one.total.open
    assert sum(one.outcomes.values()) == one.total.closed == one.to_close.count
    assert sum(one.origins.values()) == one.total.opened
    assert len(one.cases) == one.total.carried + one.total.opened
    assert sum(one.sanctions.values()) == sum(one.total.decided.values()) == one.to_decision.count


@given(filed(), st.sampled_from([2025, 2026]))
@settings(max_examples=60, deadline=None)
def test_what_is_open_at_the_end_is_brought_into_the_next_year(found: list[Filed], year: int) -> None:
    assert recap(found, year).total.open == recap(found, year + 1).total.carried


@given(filed(), st.sampled_from([2025, 2026]), st.integers(0, 300))
@settings(max_examples=60, deadline=None)
def test_a_year_that_is_over_says_the_same_for_ever(found: list[Filed], year: int, later: int) -> None:
    """Whatever was done afterwards, and whenever it is asked about."""
    over = date(year + 1, 1, 1)
    known = [Filed(case_recaps.until(one.case, date(year, 12, 31)), one.unit) for one in found]
    known = [one for one in known if one.case.opened.year <= year]
    told, again = recap(known, year, over), recap(found, year, over + timedelta(later))
    assert (told.total, told.units, told.levels, told.steps) == (again.total, again.units, again.levels, again.steps)
    assert (told.sanctions, told.outcomes, told.cases) == (again.sanctions, again.outcomes, again.cases)


@given(st.permutations(range(8)), filed(), YEARS)
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_cases_does_not_matter(order: list[int], found: list[Filed], year: int) -> None:
    turned = [found[place] for place in order if place < len(found)]
    one, other = recap(found, year), recap(turned, year)
    assert (one.total, one.units, one.levels, one.steps, one.cases) == (
        other.total,
        other.units,
        other.levels,
        other.steps,
        other.cases,
    )
